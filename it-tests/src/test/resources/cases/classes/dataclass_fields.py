from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Generic, TypeVar

@dataclass(frozen=True)
class Norm:
    x: float
    y: float
    n: float = field(init=False, default=0.0)
    def __post_init__(self) -> None:
        object.__setattr__(self, "n", (self.x ** 2 + self.y ** 2) ** 0.5)
print(Norm(3.0, 4.0))

@dataclass
class A:
    a: int
    def __post_init__(self) -> None:
        self.total = self.a * 2
@dataclass
class B(A):
    b: int = 5
    def __post_init__(self) -> None:
        super().__post_init__()
        self.total += self.b
print(B(1), B(1).total)

class C(A):
    def __init__(self, a: int, extra: str) -> None:
        super().__init__(a)
        self.extra = extra
    def __repr__(self) -> str:
        return "C:" + super().__repr__() + self.extra
print(C(4, "!"), C(4, "a") == C(4, "b"))

def run():
    class Dir(Enum):
        UP = 1
        DOWN = 2
    out = []
    for d in Dir:
        match d:
            case Dir.UP:
                out.append("u")
            case Dir.DOWN:
                out.append("d")
    return out, Dir.UP
print(run())

class Machine:
    class State(Enum):
        ON = "on"
        OFF = "off"
    def __init__(self) -> None:
        self.state = Machine.State.OFF
    def toggle(self) -> "Machine.State":
        self.state = Machine.State.ON if self.state is Machine.State.OFF else Machine.State.OFF
        return self.state
m = Machine()
print(m.toggle(), m.toggle().value, repr(Machine.State.ON), [s.name for s in Machine.State])

def handle(e: Exception) -> str:
    match e:
        case ZeroDivisionError():
            return "zero"
        case ValueError(args=a):
            return "value"
        case KeyError() | IndexError():
            return "lookup"
        case Exception():
            return "other"
print(handle(ValueError("x")), handle(KeyError("k")), handle(ZeroDivisionError()), handle(RuntimeError("r")))

def ev(d: dict[str, int | str]) -> str:
    match d:
        case {"type": "circle", "r": int(r)}:
            return f"circle {r}"
        case {"type": str(t), **rest} if rest:
            return f"{t} {len(rest)}"
        case {"type": t}:
            return f"just {t}"
        case _:
            return "none"
print(ev({"type": "circle", "r": 3}), ev({"type": "sq", "w": 1}), ev({"type": 5}), ev({}))

T = TypeVar("T")
@dataclass
class Leaf(Generic[T]):
    v: T
@dataclass
class Tree(Generic[T]):
    l: "Leaf[T] | Tree[T]"
    r: "Leaf[T] | Tree[T]"
def total(t: "Leaf[int] | Tree[int]") -> int:
    match t:
        case Leaf(v):
            return v
        case Tree(l, r):
            return total(l) + total(r)
print(total(Tree(Leaf(1), Tree(Leaf(2), Leaf(3)))))

class Num(Enum):
    ONE: int = 1
    TWO: int = 2
print([n.value for n in Num])

@dataclass
class Cfg:
    opts: dict[str, int] = field(default_factory=lambda: {"a": 1})
    items: list[int] = field(default_factory=lambda: [1, 2])
    nested: "Cfg | None" = None
c1 = Cfg()
c1.opts["b"] = 2
c1.items.append(3)
print(c1, Cfg(), Cfg(nested=c1).nested is c1)

@dataclass
class Stack(Generic[T]):
    items: list[T] = field(default_factory=list)
    def push(self, x: T) -> None:
        self.items.append(x)
    def pop(self) -> T:
        return self.items.pop()
s: Stack[int] = Stack()
s.push(1)
s.push(2)
print(s, s.pop())

@dataclass(eq=True)
class K:
    a: int
    def __hash__(self) -> int:
        return self.a
print({K(1), K(1), K(2)} == {K(2), K(1)})
try:
    raise TypeError("unhashable type: 'A'")
except TypeError as e:
    print(e)
