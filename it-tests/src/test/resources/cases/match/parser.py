from dataclasses import dataclass
from enum import Enum, auto
from typing import Callable, Optional

class Kind(Enum):
    NUM = auto()
    ADD = auto()
    MUL = auto()
    LPAREN = auto()
    RPAREN = auto()
    END = auto()

@dataclass(frozen=True)
class Token:
    kind: Kind
    text: str

def lex(s: str) -> list[Token]:
    out: list[Token] = []
    i = 0
    while i < len(s):
        match s[i]:
            case " ":
                i += 1
            case "+":
                out.append(Token(Kind.ADD, "+"))
                i += 1
            case "*":
                out.append(Token(Kind.MUL, "*"))
                i += 1
            case "(":
                out.append(Token(Kind.LPAREN, "("))
                i += 1
            case ")":
                out.append(Token(Kind.RPAREN, ")"))
                i += 1
            case c if c.isdigit():
                j = i
                while j < len(s) and s[j].isdigit():
                    j += 1
                out.append(Token(Kind.NUM, s[i:j]))
                i = j
            case c:
                raise SyntaxError(f"bad {c}")
    out.append(Token(Kind.END, ""))
    return out

class Node:
    pass

@dataclass
class Lit(Node):
    v: int

@dataclass
class BinOp(Node):
    op: Kind
    l: Node
    r: Node

class Parser:
    def __init__(self, toks: list[Token]) -> None:
        self.toks = toks
        self.i = 0
    @property
    def cur(self) -> Token:
        return self.toks[self.i]
    def eat(self) -> Token:
        t = self.cur
        self.i += 1
        return t
    def atom(self) -> Node:
        match self.eat():
            case Token(Kind.NUM, text):
                return Lit(int(text))
            case Token(Kind.LPAREN):
                e = self.expr()
                self.eat()
                return e
            case Token(kind=k):
                raise SyntaxError(f"unexpected {k.name}")
    def term(self) -> Node:
        n = self.atom()
        while self.cur.kind is Kind.MUL:
            self.eat()
            n = BinOp(Kind.MUL, n, self.atom())
        return n
    def expr(self) -> Node:
        n = self.term()
        while self.cur.kind == Kind.ADD:
            self.eat()
            n = BinOp(Kind.ADD, n, self.term())
        return n

def ev(n: Node) -> int:
    match n:
        case Lit(v):
            return v
        case BinOp(op=Kind.ADD, l=a, r=b):
            return ev(a) + ev(b)
        case BinOp(op=Kind.MUL, l=Lit(0), r=_) | BinOp(op=Kind.MUL, l=_, r=Lit(0)):
            return 0
        case BinOp(Kind.MUL, a, b):
            return ev(a) * ev(b)
        case _:
            raise TypeError("node")

tree = Parser(lex("2 * (3 + 4) + 5*0")).expr()
print(tree)
print(ev(tree))
try:
    Parser(lex("2 + *")).expr()
except SyntaxError as e:
    print("error:", e)

log: list[str] = []
def guard(x: int) -> bool:
    log.append(str(x))
    return x > 2
for t in [(1, 2), (3, 4)]:
    match t:
        case (a, b) if guard(a):
            print("first", a, b)
        case (a, b) if guard(b):
            print("second", a, b)
        case (a, b):
            print("third", a, b)
print(log)

@dataclass
class Cmd:
    name: str
    arg: Optional[int] = None

def run(c: Cmd | None) -> str:
    match c:
        case Cmd("push", int(n)):
            return f"push {n}"
        case Cmd("push", None):
            return "push nothing"
        case Cmd(name=("pop" | "drop") as nm):
            return nm
        case Cmd():
            return f"? {c.name}"
        case None:
            return "nil"
print(run(Cmd("push", 3)), run(Cmd("push")), run(Cmd("pop")), run(Cmd("zip", 1)), run(None))

def narrow(x: int | str | list[int]) -> int:
    match x:
        case int():
            return x + 1
        case str():
            return len(x)
    return sum(x)
print(narrow(1), narrow("abc"), narrow([1, 2]))

def ops(o: str) -> Callable[[int, int], int]:
    match o:
        case "+":
            return lambda a, b: a + b
        case "-":
            return lambda a, b: a - b
        case _:
            return lambda a, b: 0
print(ops("+")(1, 2), ops("-")(5, 3), ops("?")(1, 1))

state = "start"
steps = 0
while True:
    match state:
        case "start":
            state = "mid"
        case "mid" if steps > 3:
            state = "end"
        case "mid":
            steps += 1
        case "end":
            break
print(state, steps)

def fizz(n: int) -> str:
    match n % 3, n % 5:
        case 0, 0:
            return "FizzBuzz"
        case 0, _:
            return "Fizz"
        case _, 0:
            return "Buzz"
        case _:
            return str(n)
print([fizz(i) for i in range(1, 16)])

def deep(x: tuple[int, tuple[str, list[int]]]) -> str:
    match x:
        case (n, (name, [first, *_, last])) if n > 0:
            return f"{n} {name} {first}..{last}"
        case (_, (name, [])):
            return name + " empty"
        case (n, (_, xs)):
            return f"{n} {xs}"
print(deep((1, ("a", [1, 2, 3]))), deep((1, ("b", []))), deep((0, ("c", [7]))))

Color = Enum("Color", "RED GREEN")
print(Color.RED, Color.GREEN.value, list(Color))
