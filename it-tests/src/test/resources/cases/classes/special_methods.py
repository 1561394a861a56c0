# no defaults: eq, repr, hash, bool, len
class E: pass
a, b = E(), E()
print(a == b, a == a, a != b, bool(a), a in [b, a], [b, a].index(a), hash(a) == hash(a), len({a, b, a}))
print(repr(a).startswith("<__main__.E object at 0x"), str(a) == repr(a))
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
print(bool(L(0)), bool(L(3)), "y" if L(1) else "n", [1 for l in [L(0), L(1)] if l])
class F:
    def __init__(self, v): self.v = v
    def __str__(self): return f"F[{self.v}]"
print(F(1), f"{F(2)}", "%s" % F(3), "{}".format(F(4)), str(F(5)), f"{F(6)!s:>8}", "{:>6}".format(str(F(7))))
class Eq:
    def __init__(self, v): self.v = v
    def __eq__(self, o):
        if not isinstance(o, Eq): return NotImplemented
        return self.v == o.v
    def __repr__(self): return f"Eq({self.v})"
print(Eq(1) == Eq(1), Eq(1) != Eq(2), Eq(1) == 1, Eq(1) != "a", Eq(1) in [Eq(2), Eq(1)], [Eq(3)].count(Eq(3)))
from functools import total_ordering
@total_ordering
class T:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(T(1) < T(2), T(1) <= T(1), T(2) > T(1), T(3) >= T(4), max(T(1), T(5)).v, sorted([T(3), T(1)])[0].v)
class Ctx:
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    def __enter__(self):
        print("enter", self.n)
        return self
    def __exit__(self, et, ev, tb):
        print("exit", self.n, et.__name__ if et else None, ev)
        return self.swallow
with Ctx(1) as c, Ctx(2, True) as d:
    print(c.n, d.n)
    raise ValueError("boom")
print("after")
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(Countdown(3)), sum(Countdown(4)), max(Countdown(5)), [*Countdown(2)], 2 in Countdown(4))
it = iter(Countdown(2))
print(next(it), next(it), next(it, -1))
class Seq:
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * i
    def __len__(self): return 3
print(list(Seq()), [x for x in Seq()], 4 in Seq(), list(reversed(Seq())))
class Grid:
    def __init__(self): self.d = {}
    def __getitem__(self, k):
        x, y = k
        return self.d.get((x, y), 0)
    def __setitem__(self, k, v): self.d[k] = v
    def __contains__(self, k): return k in self.d
    def __delitem__(self, k): del self.d[k]
g = Grid()
g[1, 2] = 5
g[0, 0] += 3
print(g[1, 2], g[0, 0], g[9, 9], (1, 2) in g, (3, 3) not in g)
del g[1, 2]
print(g[1, 2])
class Sl:
    def __getitem__(self, s):
        if isinstance(s, slice): return (s.start, s.stop, s.step)
        return s
print(Sl()[1:2], Sl()[5], Sl()[::3], Sl()[:])
class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, x, *, twice=False): return (x + self.n) * (2 if twice else 1)
add = Adder(3)
print(add(1), add(1, twice=True), list(map(add, [1, 2])), callable(add), sorted([3, 1], key=Adder(1)))
class Attr:
    def __getattr__(self, name): return f"<{name}>"
print(Attr().foo, Attr().bar, getattr(Attr(), "baz"))
class Sa:
    def __init__(self): self.x = 1
    def __setattr__(self, k, v):
        print("set", k, v)
        object.__setattr__(self, k, v)
s = Sa(); s.x = 5
print(s.x)
class D:
    def __get__(self, obj, owner): return 42
    def __set__(self, obj, v): print("D set", v)
class H:
    d = D()
h = H(); print(h.d); h.d = 7
