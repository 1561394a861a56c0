from __future__ import annotations
from dataclasses import dataclass, field, KW_ONLY, InitVar, fields, asdict, astuple, replace
from typing import ClassVar, Optional, Generic, TypeVar
import functools

T = TypeVar("T")

@dataclass
class Box(Generic[T]):
    item: T
    label: str = "box"
    rest: list[T] = field(default_factory=list)

b = Box(3)
c = Box("x", rest=["y"])
print(b, c, b == Box(3), c.rest)

@dataclass
class Counter:
    count: ClassVar[int] = 0
    name: str
    seed: InitVar[int] = 3
    value: int = field(init=False)
    _: KW_ONLY
    flag: bool = False

    def __post_init__(self, seed: int) -> None:
        self.value = seed * 2
        Counter.count += 1

print(Counter("a"), Counter("b", 5, flag=True), Counter.count)

@dataclass(order=True, frozen=True)
class V:
    major: int
    minor: int = 0
    def bump(self) -> V:
        return replace(self, minor=self.minor + 1)

vs = [V(2), V(1, 5), V(1)]
print(sorted(vs), V(1) <= V(1, 0), V(1).bump(), {V(1): "a"}[V(1, 0)])
print(asdict(V(1, 2)), astuple(V(3)), [f.name for f in fields(V)])

@dataclass
class Node:
    value: int
    left: Optional[Node] = None
    right: Optional[Node] = None

t = Node(1, Node(2), Node(3, None, Node(4)))
print(t)
print(t == Node(1, Node(2), Node(3, None, Node(4))), t != Node(1))

def depth(n: Node | None) -> int:
    match n:
        case None:
            return 0
        case Node(left=None, right=None):
            return 1
        case Node(_, l, r):
            return 1 + max(depth(l), depth(r))

print(depth(t))

@dataclass
class Base:
    a: int
    def describe(self) -> str:
        return f"{self} in {self.__class__.__name__}"

@dataclass
class Derived(Base):
    b: str = "z"
    a: int = 9

print(Derived(), Derived(b="q").describe(), Base(1).describe())

@functools.total_ordering
class Money:
    def __init__(self, cents: int) -> None:
        self.cents = cents
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Money) and self.cents == other.cents
    def __lt__(self, other: Money) -> bool:
        return self.cents < other.cents
    def __repr__(self) -> str:
        return f"Money({self.cents})"

m = [Money(5), Money(1), Money(3)]
print(sorted(m), max(m), Money(1) >= Money(1), Money(2) > Money(3), Money(2) <= Money(3))

def make():
    @dataclass
    class Local:
        x: int
        y: int = 2
    return Local(1)
print(make())

class Outer:
    @dataclass
    class Inner:
        k: int
    def __init__(self):
        self.inner = Outer.Inner(4)
print(Outer().inner)

PI = 3.0
@dataclass
class D:
    x: float = PI
    names: tuple[str, ...] = ()
    pair: tuple[int, int] = (1, 2)
    opt: str | None = None
    fn: int = len("abc")
print(D(), D(opt="o").opt)

@dataclass(repr=False, eq=False)
class Plain:
    v: int
p = Plain(1)
print(p == p, p == Plain(1), p.v)

@dataclass
class Emp:
    pass
print(Emp(), Emp() == Emp())

@dataclass
class Mut:
    x: int = 0
    def inc(self) -> "Mut":
        self.x += 1
        return self
print(Mut().inc().inc())
