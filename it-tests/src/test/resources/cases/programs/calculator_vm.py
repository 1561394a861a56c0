import re
from enum import Enum, auto

class TokenType(Enum):
    NUMBER = auto()
    IDENT = auto()
    OP = auto()
    LPAREN = auto()
    RPAREN = auto()
    EOF = auto()

class Token:
    def __init__(self, type, value, pos):
        self.type = type
        self.value = value
        self.pos = pos
    def __repr__(self):
        return f"<{self.type.name}:{self.value}>"

SPEC = [
    (TokenType.NUMBER, r'\d+(\.\d+)?'),
    (TokenType.IDENT, r'[A-Za-z_]\w*'),
    (TokenType.OP, r'\*\*|[-+*/%=<>!]=?'),
    (TokenType.LPAREN, r'\('),
    (TokenType.RPAREN, r'\)'),
]

class Lexer:
    def __init__(self, text):
        self.text = text
        self.pos = 0
        self.patterns = [(t, re.compile(p)) for t, p in SPEC]

    def tokens(self):
        while self.pos < len(self.text):
            if self.text[self.pos].isspace():
                self.pos += 1
                continue
            for type_, pattern in self.patterns:
                m = pattern.match(self.text, self.pos)
                if m:
                    yield Token(type_, m.group(0), self.pos)
                    self.pos = m.end()
                    break
            else:
                raise SyntaxError(f"unexpected {self.text[self.pos]!r} at {self.pos}")
        yield Token(TokenType.EOF, '', self.pos)

class Node: pass
class Num(Node):
    def __init__(self, value): self.value = value
class Var(Node):
    def __init__(self, name): self.name = name
class BinOp(Node):
    def __init__(self, op, left, right):
        self.op, self.left, self.right = op, left, right
class Unary(Node):
    def __init__(self, op, operand):
        self.op = op
        self.operand = operand
class Assign(Node):
    def __init__(self, name, value):
        self.name = name
        self.value = value

PREC = {'==': 1, '!=': 1, '<': 2, '>': 2, '<=': 2, '>=': 2, '+': 3, '-': 3, '*': 4, '/': 4, '%': 4, '**': 6}

class Parser:
    def __init__(self, text):
        self.toks = list(Lexer(text).tokens())
        self.i = 0
    @property
    def cur(self):
        return self.toks[self.i]
    def advance(self):
        t = self.cur
        self.i += 1
        return t
    def expect(self, type):
        if self.cur.type != type:
            raise SyntaxError(f"expected {type.name}, got {self.cur}")
        return self.advance()
    def parse(self):
        node = self.statement()
        self.expect(TokenType.EOF)
        return node
    def statement(self):
        if self.cur.type is TokenType.IDENT and self.toks[self.i + 1].value == '=':
            name = self.advance().value
            self.advance()
            return Assign(name, self.expr())
        return self.expr()
    def expr(self, min_prec=0):
        left = self.unary()
        while self.cur.type == TokenType.OP and PREC.get(self.cur.value, -1) > min_prec:
            op = self.advance().value
            p = PREC[op]
            right = self.expr(p - 1 if op == '**' else p)
            left = BinOp(op, left, right)
        return left
    def unary(self):
        if self.cur.value in ('-', '+'):
            op = self.advance().value
            return Unary(op, self.unary())
        return self.primary()
    def primary(self):
        t = self.advance()
        if t.type == TokenType.NUMBER:
            return Num(float(t.value))
        if t.type == TokenType.IDENT:
            return Var(t.value)
        if t.type == TokenType.LPAREN:
            node = self.expr()
            self.expect(TokenType.RPAREN)
            return node
        raise SyntaxError(f"unexpected token {t}")

class Compiler:
    def __init__(self):
        self.code: list[tuple[str, float, str]] = []
    def compile(self, node):
        if isinstance(node, Num):
            self.code.append(('PUSH', node.value, ''))
        elif isinstance(node, Var):
            self.code.append(('LOAD', 0.0, node.name))
        elif isinstance(node, Unary):
            self.compile(node.operand)
            if node.op == '-':
                self.code.append(('NEG', 0.0, ''))
        elif isinstance(node, BinOp):
            self.compile(node.left)
            self.compile(node.right)
            self.code.append(('BIN', 0.0, node.op))
        elif isinstance(node, Assign):
            self.compile(node.value)
            self.code.append(('STORE', 0.0, node.name))
        else:
            raise TypeError(node)

class VM:
    def __init__(self):
        self.vars = {'pi': 3.14159}
    BINARY = {
        '+': lambda a, b: a + b,
        '-': lambda a, b: a - b,
        '*': lambda a, b: a * b,
        '/': lambda a, b: a / b,
        '%': lambda a, b: a % b,
        '**': lambda a, b: a ** b,
        '<': lambda a, b: float(a < b),
        '>': lambda a, b: float(a > b),
        '==': lambda a, b: float(a == b),
    }
    def run(self, code):
        stack = []
        for op, num, arg in code:
            if op == 'PUSH':
                stack.append(num)
            elif op == 'LOAD':
                if arg not in self.vars:
                    raise NameError(f"undefined variable {arg}")
                stack.append(self.vars[arg])
            elif op == 'NEG':
                stack.append(-stack.pop())
            elif op == 'BIN':
                b = stack.pop()
                a = stack.pop()
                stack.append(self.BINARY[arg](a, b))
            elif op == 'STORE':
                self.vars[arg] = stack[-1]
        return stack.pop()

vm = VM()
for line in ["1 + 2 * 3", "(1+2)*3", "x = 2 ** 3 ** 2", "x / 4 - -1", "y + 1", "10 % 4 < 3", "2 * (3", "4 $ 4", "1/0", "pi * 2"]:
    try:
        ast = Parser(line).parse()
        c = Compiler()
        c.compile(ast)
        print(f"{line:<20} => {vm.run(c.code):g}   ({len(c.code)} ops)")
    except (SyntaxError, NameError) as e:
        print(f"{line:<20} !! {type(e).__name__}: {e}")
    except ZeroDivisionError as e:
        print(f"{line:<20} !! {e}")
print(sorted(vm.vars.items()))
