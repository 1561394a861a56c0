class Money:
    def __init__(self, amt, cur="USD"):
        self.amt, self.cur = amt, cur
    def __eq__(self, o):
        if not isinstance(o, Money): return NotImplemented
        return (self.amt, self.cur) == (o.amt, o.cur)
    def __lt__(self, o: object) -> bool:
        if not isinstance(o, Money): return NotImplemented
        if self.cur != o.cur: return NotImplemented
        return self.amt < o.amt
    def __add__(self, o):
        if isinstance(o, Money):
            if o.cur != self.cur:
                return NotImplemented
            return Money(self.amt + o.amt, self.cur)
        if isinstance(o, int):
            return Money(self.amt + o, self.cur)
        return NotImplemented
    __radd__ = __add__
    def __repr__(self): return f"Money({self.amt}, {self.cur!r})"
a, b = Money(1), Money(2)
print(a == b, a == Money(1), a != b, a == 3, a != "x", 3 == a, a < b, a > b, a + b, a + 5, 5 + a, sum([a, b]))
try:
    print(a + Money(1, "EUR"))
except TypeError as e:
    print("TypeError:", e)
try:
    print(a < Money(1, "EUR"))
except TypeError as e:
    print("TypeError:", e)
class Base:
    def __init__(self, v): self.v = v
    def __eq__(self, o):
        if type(self) is not type(o): return NotImplemented
        return self.v == o.v
    def __hash__(self): return hash(self.v)
class D1(Base): pass
class D2(Base): pass
xs = [D1(1), D2(1), D1(1), D1(2)]
print([[x == y for y in xs] for x in xs], len(set(xs)))
class M:
    def __init__(self, v): self.v = v
    def __mul__(self, o):
        return M(self.v * o) if isinstance(o, (int, float)) else NotImplemented
    def __iadd__(self, o):
        if o == 0: return NotImplemented
        self.v += o
        return self
    def __add__(self, o): return M(-1.0)
m = M(2.0)
m += 3
print(m.v, (m * 2).v)
m += 0
print(m.v, NotImplemented)
class L:
    def __init__(self, v): self.v = v
    def __mul__(self, o): return NotImplemented
class R:
    def __rmul__(self, o): return f"R*{o.v}"
print(L(3) * R())
