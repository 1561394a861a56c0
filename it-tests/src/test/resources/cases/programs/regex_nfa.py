class State:
    _count = 0
    def __init__(self, label=None, edges=None):
        self.label = label
        self.edges = edges or []
        self.accept = False
        self.id = State._count
        State._count += 1

class Frag:
    def __init__(self, start, end):
        self.start = start
        self.end = end

class RegexCompiler:
    def __init__(self, pattern):
        self.pattern = pattern
        self.pos = 0

    def peek(self):
        return self.pattern[self.pos] if self.pos < len(self.pattern) else None

    def next(self):
        c = self.peek()
        self.pos += 1
        return c

    def compile(self):
        frag = self.alternation()
        if self.pos != len(self.pattern):
            raise ValueError(f"unexpected {self.peek()!r} at {self.pos} in {self.pattern!r}")
        frag.end.accept = True
        return NFA(frag.start)

    def alternation(self):
        left = self.concat()
        while self.peek() == '|':
            self.next()
            right = self.concat()
            s, e = State(), State()
            s.edges += [left.start, right.start]
            left.end.edges.append(e)
            right.end.edges.append(e)
            left = Frag(s, e)
        return left

    def concat(self):
        frag = None
        while self.peek() not in (None, '|', ')'):
            piece = self.repeat()
            if frag is None:
                frag = piece
            else:
                frag.end.edges.append(piece.start)
                frag = Frag(frag.start, piece.end)
        if frag is None:
            s = State()
            return Frag(s, s)
        return frag

    def repeat(self):
        frag = self.atom()
        while self.peek() in ('*', '+', '?'):
            op = self.next()
            s, e = State(), State()
            s.edges.append(frag.start)
            frag.end.edges.append(e)
            if op in '*?':
                s.edges.append(e)
            if op in '*+':
                frag.end.edges.append(frag.start)
            frag = Frag(s, e)
        return frag

    def atom(self):
        c = self.next()
        if c == '(':
            frag = self.alternation()
            if self.next() != ')':
                raise ValueError("missing )")
            return frag
        if c == '[':
            negate = self.peek() == '^'
            if negate:
                self.next()
            chars = set()
            while self.peek() != ']':
                a = self.next()
                if a is None:
                    raise ValueError("unterminated class")
                if self.peek() == '-':
                    self.next()
                    b = self.next()
                    chars.update(chr(x) for x in range(ord(a), ord(b) + 1))
                else:
                    chars.add(a)
            self.next()
            return self.char(lambda ch: (ch in chars) != negate)
        if c == '.':
            return self.char(lambda ch: True)
        if c == '\\':
            c = self.next()
            if c == 'd':
                return self.char(str.isdigit)
            if c == 'w':
                return self.char(lambda ch: ch.isalnum() or ch == '_')
        return self.char(lambda ch, want=c: ch == want)

    def char(self, predicate):
        e = State()
        s = State(predicate, [e])
        return Frag(s, e)

class NFA:
    def __init__(self, start):
        self.start = start

    @staticmethod
    def closure(states):
        stack = list(states)
        seen = {s.id: s for s in stack}
        while stack:
            s = stack.pop()
            if s.label is None:
                for t in s.edges:
                    if t.id not in seen:
                        seen[t.id] = t
                        stack.append(t)
        return list(seen.values())

    def fullmatch(self, text):
        current = self.closure([self.start])
        for ch in text:
            nxt = []
            for s in current:
                if s.label is not None and s.label(ch):
                    nxt.extend(s.edges)
            current = self.closure(nxt)
            if not current:
                return False
        return any(s.accept for s in current)

tests = [
    ("a*b", ["b", "aaab", "aac", ""]),
    ("(a|b)+c?", ["abab", "c", "bc", "abcc"]),
    (r"\d+(\.\d+)?", ["3", "3.14", ".5", "10."]),
    ("[a-c]x[^0-9]", ["axz", "bx1", "dxz"]),
    ("h.llo( world)?", ["hello", "hallo world", "hllo"]),
    ("", ["", "a"]),
]
for pattern, words in tests:
    nfa = RegexCompiler(pattern).compile()
    print(f"/{pattern}/", {w: nfa.fullmatch(w) for w in words})
for bad in ("(a", "a)", "[ab"):
    try:
        RegexCompiler(bad).compile()
    except ValueError as e:
        print("error:", e)
n = 25
nfa = RegexCompiler("a?" * n + "a" * n).compile()
print(nfa.fullmatch("a" * n), State._count)
