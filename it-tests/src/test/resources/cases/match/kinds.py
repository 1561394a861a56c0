from dataclasses import dataclass
from enum import Enum
from collections import deque
from typing import NamedTuple

def seq(v: list[int] | tuple[int, int] | str | None) -> str:
    match v:
        case None:
            return "none"
        case [a, b]:
            return f"two {a} {b}"
        case [a, *rest]:
            return f"{a} then {rest}"
        case str() as s:
            return "str " + s
        case _:
            return "else"

print(seq(None), seq([1, 2]), seq((3, 4)), seq([5, 6, 7]), seq("ab"), seq([]))

def mapping(d: dict[str, int]) -> str:
    match d:
        case {"x": 0, "y": y}:
            return f"y={y}"
        case {"x": x, **rest}:
            return f"x={x} rest={rest}"
        case {}:
            return "any"

print(mapping({"x": 0, "y": 5}), mapping({"x": 2, "z": 9}), mapping({"q": 1}), mapping({}))

class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3

def name(c: Color) -> str:
    match c:
        case Color.RED:
            return "r"
        case Color.GREEN | Color.BLUE:
            return "gb"

print(name(Color.RED), name(Color.BLUE))

def both(a: bool, b: bool) -> int:
    match (a, b):
        case (True, True):
            return 3
        case (True, False):
            return 2
        case (False, _):
            return 0

print(both(True, True), both(True, False), both(False, True))

@dataclass
class Circle:
    r: float

@dataclass
class Square:
    side: float

Shape = Circle | Square

def area(s: Shape) -> float:
    match s:
        case Circle(r):
            return 3 * r * r
        case Square(side=x):
            return x * x

print(area(Circle(2.0)), area(Square(3.0)))

class P(NamedTuple):
    x: int
    y: int = 7

def np(p: P) -> str:
    match p:
        case (0, y):
            return f"zero {y}"
        case P(x=1):
            return "one"
        case P(a, b):
            return f"{a},{b}"

print(np(P(0)), np(P(1, 2)), np(P(5)))

def lists(v: list[list[int]]) -> str:
    match v:
        case [[], []]:
            return "two empties"
        case [[a], [b, *_]]:
            return f"{a} {b}"
        case [first, *_, last] if first == last:
            return "same ends"
        case [*_]:
            return "other"

print(lists([[], []]), lists([[1], [2, 3]]), lists([[1, 2], [], [1, 2]]), lists([]))

def num(v: int | float | str) -> str:
    match v:
        case int(n) if n > 10:
            return f"big {n}"
        case int() | float() as n:
            return f"num {n}"
        case "a" | "b":
            return "ab"
        case other:
            return f"other {other}"

print(num(11), num(3), num(2.5), num("a"), num("zz"))

def orcap(t: tuple[str, int] | tuple[int, str]) -> str:
    match t:
        case (str(s), int(n)) | (int(n), str(s)):
            return f"{s}:{n}"

print(orcap(("a", 1)), orcap((2, "b")))

match [1, 2, 3, 4]:
    case [a, *mid, d]:
        print(a, mid, d)
print(a, mid, d)
x = 5
match x:
    case y if y > 10:
        print("no")
    case _:
        print("y is", y)

d = deque([1, 2, 3])
match d:
    case [p, *q]:
        print(p, q)
for item in [(1, "a"), (2, "b")]:
    match item:
        case (1, s):
            print("first", s)
            continue
        case (n, s):
            print(n, s)
            break

match range(3):
    case [a, b, c]:
        print(a, b, c)
match "text":
    case [a, b, c, e]:
        print("never")
    case "text":
        print("text")
match 2.0:
    case 2:
        print("two")
match True:
    case 1:
        print("one")
