from collections import namedtuple
from typing import NamedTuple, Optional
import operator

Point = namedtuple("Point", ["x", "y"])
p = Point(1, 2)
print(p, p.x, p[1], p == (1, 2), p < (1, 3), p + (3,), len(p), list(p), p._replace(x=9), hash(p) == hash((1, 2)))
x, y = p
print(x, y, p._asdict(), Point._fields, Point._make([5, 6]), max([Point(1, 5), Point(2, 0)]))
D = namedtuple("D", "a b c", defaults=[10, 20])
print(D(1), D(1, 2), D(1, c=5))

class Emp(NamedTuple):
    name: str
    age: int = 30
    boss: Optional[str] = None
    def older(self, n: int) -> "Emp":
        return self._replace(age=self.age + n)
    def __str__(self) -> str:
        return f"<{self.name}>"

e = Emp("bob")
print(e, repr(e), e.older(5), repr(e.older(2)), e.boss, e._replace(boss="al").boss)
print(repr(e._replace(boss="x")._replace(boss=None)))
print(isinstance(e, tuple), isinstance(e, Emp), "bob" in e if False else e.name == "bob")
print(sorted([Emp("z", 1), Emp("a", 5)], key=operator.attrgetter("age"))[0].name)
print({Emp("q"): 1}[Emp("q", 30)])
for a, *rest in [p, Point(3, 4)]:
    print(a, rest)
def f(t: Point) -> int:
    return t.x
print(f(p))
print(p != Point(1, 2), p == Point(1, 2), (1, 2) == p, [Point(1, 2)].index(Point(1, 2)), Point(1,2) in [p])
print(p.count(1), p.index(2), 2 in p, p[::-1], sum(p), tuple(p), "%d-%d" % p)
print(Point(x="s", y=[1]), Point(*[7, 8]), Point(**{"x": 1, "y": 2}) if False else "skip")
Line = NamedTuple("Line", [("start", int), ("end", int)])
print(Line(1, 2), Line(end=4, start=3).end)
stack: list[Point] = []
stack.append(Point(0, 0))
print(stack, stack[-1].x)
d: dict[Point, str] = {}
d[Point(1, 1)] = "one"
print(d, d[Point(1, 1)], d.get(Point(0, 1)))
def g() -> Emp:
    return Emp("ret", 4)
n, a, b = g()
print(n, a, b)
match e:
    case Emp(name="bob", age=30):
        print("match bob")
match p:
    case (1, yy):
        print("tuple", yy)
print(sorted([Point(2, 1), Point(1, 9), Point(1, 3)]), min(Point(3, 3), Point(2, 9)))
print([*p, 3], (*p, 4), dict([p]), dict(zip(p._fields, p)))
