import typing
from typing import TypeAlias, Union
V: TypeAlias = list[float]
W: typing.TypeAlias = Union[int, str]
def f(v: V) -> float: return sum(v)
def g(w: W) -> str: return str(w)
def h() -> None:
    L: TypeAlias = dict[str, int]
    x: L = {"a": 1}
    print(x)
print(f([1.0, 2.5]), g(1), g("x"))
h()
from typing import Callable, Iterable, Sequence


class Shape:
    def area(self) -> float:
        return 0.0


class Square(Shape):
    def area(self) -> float:
        return 4.0


def apply_all(functions: Iterable[Callable[[int], int]], x: int) -> list[int]:
    return [f(x) for f in functions]


def total(shapes: Sequence[Shape]) -> float:
    return sum(s.area() for s in shapes)


print(apply_all([abs, lambda n: n * 2], -4), total([Square(), Shape()]), apply_all([], 1))
