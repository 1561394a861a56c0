from __future__ import annotations
from typing import (TypeAlias, Callable, TypeVar, ParamSpec, Concatenate, Protocol, Annotated, Final, Literal, TYPE_CHECKING,
    cast, overload, NewType, Self, Never, NoReturn, Generic, Optional, Union, Any, ClassVar, Iterable, Sequence, Mapping, final, runtime_checkable, TypedDict, NamedTuple, Type)
if TYPE_CHECKING:
    from foo import Bar
T = TypeVar("T")
N = TypeVar("N", int, float)
B = TypeVar("B", bound="Base")
P = ParamSpec("P")
R = TypeVar("R")
Vector: TypeAlias = list[float]
Table = dict[str, Vector]
UserId = NewType("UserId", int)
MAX: Final = 10
MIN: Final[int] = 1
Mode = Literal["r", "w"]
class Base:
    def me(self) -> Self:
        return self
    def clone(self: B) -> B: return self
class Derived(Base):
    def hi(self): return "hi"
print(Derived().me().hi(), Derived().clone().hi())
def first(xs: Sequence[T]) -> T: return xs[0]
def double(x: N) -> N: return x * 2
print(first([1, 2]), first("ab"), double(2), double(2.5))
def logged(f: Callable[P, R]) -> Callable[P, R]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        print("log")
        return f(*args, **kwargs)
    return inner
@logged
def mul(a: int, b: int = 3) -> int: return a * b
print(mul(2), mul(2, b=5))
def with_ctx(f: Callable[Concatenate[int, P], R]) -> Callable[P, R]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        return f(42, *args, **kwargs)
    return inner
@with_ctx
def g(ctx: int, name: str) -> str: return f"{ctx}{name}"
print(g("x"))
class Shape(Protocol):
    def area(self) -> float: ...
class Handler(Protocol):
    def __call__(self, x: int, /) -> str: ...
class Sq:
    def __init__(self, s: float): self.s = s
    def area(self) -> float: return self.s ** 2
def tot(xs: Iterable[Shape]) -> float: return sum(x.area() for x in xs)
print(tot([Sq(2.0), Sq(3.0)]))
def use(h: Handler) -> str: return h(5)
print(use(str), use(lambda x: "v" + str(x)))
Age = Annotated[int, "years"]
def old(a: Age) -> Annotated[str, "x"]: return "old" if a > 50 else "young"
print(old(60))
def openf(m: Mode) -> str: return m
print(openf("r"))
@overload
def conv(x: int) -> str: ...
@overload
def conv(x: str) -> int: ...
def conv(x):
    if isinstance(x, int): return str(x)
    return int(x)
print(conv(1) + "a", conv("2") + 1)
u = UserId(5)
print(u + 1, u)
x = cast(int, "notint")
print(cast("str", "s"))
def never(m: str) -> Never: raise RuntimeError(m)
def nr() -> NoReturn: raise SystemExit
def pick(i: int) -> str:
    if i: return "x"
    never("no")
print(pick(1))
v: Vector = [1, 2.5]
t: Table = {"a": v}
class Box(Generic[T]):
    count: ClassVar[int] = 0
    def __init__(self, v: T) -> None: self.v = v
    def map(self, f: Callable[[T], R]) -> Box[R]: return Box(f(self.v))
print(Box(3).map(str).v + "!")
class Node:
    next: Optional["Node"]
    def __init__(self, nxt: "Node | None" = None): self.next = nxt
print(Node(Node()).next.next)
def mk(c: Type[Base]) -> Base: return c()
print(type(mk(Derived)).__name__)
class Pt(NamedTuple):
    x: int
    y: int = 0
print(Pt(1), Pt(1)._replace(y=3))
K = TypeVar("K")
def first(xs: Sequence[T]) -> T: return xs[0]
print(first([1, 2]), first("ab"))
def every(xs: Iterable[T], n: int) -> list[T]:
    return [x for i, x in enumerate(xs) if i % n == 0]
print(every(range(10), 3))
def inv(m: Mapping[K, T]) -> dict[T, K]: return {v: k for k, v in m.items()}
print(inv({"a": 1}))
def find(xs: Iterable[T], d: Optional[T] = None) -> Optional[T]:
    for x in xs: return x
    return d
print(find([3]))
