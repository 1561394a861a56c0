class ForthError(Exception):
    def __init__(self, message, word=None):
        super().__init__(message)
        self.word = word


class Forth:
    def __init__(self):
        self.stack = []
        self.rstack = []
        self.out = []
        self.memory = [0] * 256
        self.here = 0
        self.words = {}
        self.compiling = None
        self.definition = []
        self.primitives = {
            '+': self.binary(lambda a, b: a + b),
            '-': self.binary(lambda a, b: a - b),
            '*': self.binary(lambda a, b: a * b),
            '/': self.binary(lambda a, b: a // b),
            'mod': self.binary(lambda a, b: a % b),
            '=': self.binary(lambda a, b: -1 if a == b else 0),
            '<': self.binary(lambda a, b: -int(a < b)),
            '>': self.binary(lambda a, b: -int(a > b)),
            'and': self.binary(lambda a, b: a & b),
            'dup': self.dup,
            'drop': lambda: self.pop(),
            'swap': self.swap,
            'over': self.over,
            'rot': self.rot,
            '.': lambda: self.out.append(str(self.pop())),
            'cr': lambda: self.out.append('\n'),
            'emit': lambda: self.out.append(chr(self.pop())),
            '@': lambda: self.push(self.memory[self.pop()]),
            '!': self.store,
            'allot': self.allot,
        }

    def binary(self, fn):
        def op():
            b = self.pop()
            a = self.pop()
            self.push(fn(a, b))
        return op

    def push(self, x):
        self.stack.append(x)

    def pop(self):
        if not self.stack:
            raise ForthError("stack underflow")
        return self.stack.pop()

    def dup(self):
        x = self.pop()
        self.push(x)
        self.push(x)

    def swap(self):
        a, b = self.pop(), self.pop()
        self.push(a)
        self.push(b)

    def over(self):
        if len(self.stack) < 2:
            raise ForthError("stack underflow", "over")
        self.push(self.stack[-2])

    def rot(self):
        c, b, a = self.pop(), self.pop(), self.pop()
        self.stack += [b, c, a]

    def store(self):
        addr = self.pop()
        self.memory[addr] = self.pop()

    def allot(self):
        self.here += self.pop()

    def feed(self, line):
        tokens = line.lower().split()
        i = 0
        while i < len(tokens):
            t = tokens[i]
            if t == ':':
                self.compiling = tokens[i + 1]
                self.definition = []
                i += 2
                continue
            if t == '(':
                while tokens[i] != ')':
                    i += 1
            elif t == ';':
                self.words[self.compiling] = self.definition
                self.compiling = None
            elif t == 'variable':
                addr = self.here
                self.here += 1
                self.words[tokens[i + 1]] = [str(addr)]
                i += 1
            elif self.compiling:
                self.definition.append(t)
            else:
                self.execute([t])
            i += 1

    def execute(self, code):
        pc = 0
        loops = []
        while pc < len(code):
            t = code[pc]
            if t in self.words:
                self.execute(self.words[t])
            elif t in self.primitives:
                self.primitives[t]()
            elif t == 'if':
                if self.pop() == 0:
                    pc = self.skip(code, pc, ('else', 'then'))
            elif t == 'else':
                pc = self.skip(code, pc, ('then',))
            elif t == 'then':
                pass
            elif t == 'do':
                start, limit = self.pop(), self.pop()
                loops.append([start, limit, pc])
            elif t == 'loop':
                loop = loops[-1]
                loop[0] += 1
                if loop[0] < loop[1]:
                    pc = loop[2]
                else:
                    loops.pop()
            elif t == 'i':
                self.push(loops[-1][0])
            elif t == 'begin':
                loops.append([0, 0, pc])
            elif t == 'until':
                if self.pop() == 0:
                    pc = loops[-1][2]
                else:
                    loops.pop()
            else:
                try:
                    self.push(int(t))
                except ValueError:
                    raise ForthError(f"unknown word: {t}", t) from None
            pc += 1

    @staticmethod
    def skip(code, pc, targets):
        depth = 0
        while True:
            pc += 1
            w = code[pc]
            if w == 'if':
                depth += 1
            elif depth == 0 and w in targets:
                return pc
            elif w == 'then':
                depth -= 1


PROGRAMS = [
    "2 3 + 4 * .",
    ": square dup * ; 7 square .",
    ": fact dup 1 > if dup 1 - fact * else drop 1 then ; 10 fact .",
    ": stars 0 do 42 emit loop cr ; 3 stars 5 stars",
    "variable counter 5 counter ! counter @ 1 + counter ! counter @ .",
    ": gcd begin swap over mod dup 0 = until drop ; 48 18 gcd .",
    "1 2 3 rot . . .",
    ": sum 0 swap 0 do i + loop ; 101 sum .",
    "+",
    "foo bar",
]


def main():
    vm = Forth()
    for src in PROGRAMS:
        vm.out.clear()
        try:
            vm.feed(src)
            print(f"{src!r:60} -> {' '.join(vm.out)!r}")
        except ForthError as e:
            print(f"{src!r:60} !! {e} (word={e.word})")
            vm.stack = []
        except ZeroDivisionError:
            print("division by zero")
    print(sorted(vm.words), vm.here, vm.stack)
    vm.feed(": fib dup 2 < if else dup 1 - fib swap 2 - fib + then ; 12 fib .")
    print(vm.out[-1])


if __name__ == '__main__':
    main()
