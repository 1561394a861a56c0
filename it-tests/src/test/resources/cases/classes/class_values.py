from typing import Type
class Shape:
    sides = 0
    def __init__(self, n): self.n = n
    def area(self): return 0
    def clone(self): return type(self)(self.n + 1)
    @classmethod
    def unit(cls): return cls(1)
    @staticmethod
    def kind(): return "shape"
class Sq(Shape):
    sides = 4
    def area(self): return self.n * self.n
    @staticmethod
    def kind(): return "sq"
class Tri(Shape):
    sides = 3
    def area(self): return self.n * self.n // 2
classes = [Sq, Tri]
for c in classes:
    print(c, c.__name__, c.sides, c.kind(), c(4).area(), c.unit().area(), c is Sq, c == Tri, c in (Tri,))
registry = {}
def register(cls):
    registry[cls.__name__] = cls
    return cls
@register
class A1:
    def run(self): return "a1"
@register
class B1:
    def run(self): return "b1"
for k in sorted(registry):
    print(k, registry[k]().run())
def make(kind: str, n: int) -> Shape:
    table = {"sq": Sq, "tri": Tri}
    if kind not in table:
        raise ValueError(kind)
    return table[kind](n)
shapes = [make("sq", 2), make("tri", 4)]
print([type(s).__name__ for s in shapes], [s.area() for s in shapes], [s.clone().area() for s in shapes])
def build(cls: Type[Shape], n: int) -> Shape:
    return cls(n)
print(build(Sq, 3).area(), build(Tri, 6).area())
def pick(big):
    return Sq if big else Tri
print(pick(True).__name__, pick(False)(10).area())
counts = {}
for s in shapes + [Sq(1)]:
    t = type(s)
    counts[t] = counts.get(t, 0) + 1
print(sorted((k.__name__, v) for k, v in counts.items()))
print(type(shapes[0]) is type(shapes[1]), type(shapes[0]) == Sq, type(shapes[1]) in (Sq, Tri), issubclass(Sq, Shape))
handlers = {int: 1, str: 2}
print(handlers[int], int in handlers, float in handlers)
converters = {"i": int, "f": float, "s": str}
print([converters[k](v) for k, v in [("i", "3"), ("f", "2.5"), ("s", "x")]])
for t in (int, float, str):
    print(t.__name__, t("12"))
class Node: pass
class Leaf(Node):
    def __init__(self, v): self.v = v
class Add(Node):
    def __init__(self, l, r): self.l, self.r = l, r
def ev(n):
    if type(n) is Leaf: return n.v
    if type(n) == Add: return ev(n.l) + ev(n.r)
    raise TypeError(type(n))
print(ev(Add(Leaf(1), Add(Leaf(2), Leaf(3)))))
try:
    ev(Node())
except TypeError as e:
    print(e)
err = ValueError
try:
    raise err("boom")
except Exception as e:
    print(type(e), type(e).__name__)
for E in [ValueError, KeyError, ZeroDivisionError]:
    try:
        raise E("x")
    except (ValueError, KeyError) as e:
        print("caught", type(e).__name__, E.__name__)
    except Exception as e:
        print("other", repr(e))
