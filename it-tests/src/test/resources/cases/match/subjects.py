from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Union

class Animal(ABC):
    @abstractmethod
    def noise(self) -> str: ...

@dataclass
class Dog(Animal):
    name: str
    def noise(self) -> str:
        return "woof"

@dataclass
class Cat(Animal):
    name: str
    lives: int = 9
    def noise(self) -> str:
        return "meow"

def show(a: Animal) -> str:
    match a:
        case Dog(name=n):
            return f"dog {n} {a.noise()} {a.name}"
        case Cat(n, lives) if lives > 5:
            return f"cat {n} {lives}"
        case Cat():
            return "old cat " + a.name
    return "unknown"

for a in [Dog("rex"), Cat("tom"), Cat("old", 1)]:
    print(show(a), a)

Json = Union[None, int, str, list["Json"], dict[str, "Json"]]

class Tok:
    __match_args__ = ("kind", "text")
    def __init__(self, kind: str, text: str):
        self.kind = kind
        self.text = text

def parse(tokens: list[Tok]) -> list[str]:
    out: list[str] = []
    i = 0
    while i < len(tokens):
        match tokens[i]:
            case Tok("num", t):
                out.append("N" + t)
            case Tok("op", "+" | "-" as op):
                out.append("O" + op)
            case Tok("end"):
                break
            case Tok(kind=k):
                out.append("?" + k)
                i += 1
                continue
        i += 1
    return out

print(parse([Tok("num", "1"), Tok("op", "+"), Tok("zz", ""), Tok("op", "*"), Tok("end", ""), Tok("num", "9")]))

def classify(x: object) -> str:
    match x:
        case int():
            return "int"
        case str():
            return "str"
        case [int(), int()]:
            return "pair"
        case _:
            return "?"
print(classify(1), classify("a"), classify([1, 2]), classify(2.5), classify((1, 2)))

def untyped(v):
    match v:
        case 0 | 0.0:
            return "zero"
        case [x]:
            return f"single {x}"
        case {"k": k}:
            return f"k {k}"
        case str():
            return "text"
        case _:
            return "other"
print(untyped(0), untyped(0.0), untyped([5]), untyped({"k": 1}), untyped("s"), untyped(3), untyped((7,)))

def opt(p: tuple[int, int] | None, q: Dog | None) -> str:
    match p, q:
        case None, None:
            return "nothing"
        case (a, b), None:
            return f"point {a} {b}"
        case None, Dog(n):
            return n
        case (a, _), Dog(n):
            return f"{a}{n}"
print(opt(None, None), opt((1, 2), None), opt(None, Dog("d")), opt((3, 4), Dog("e")))

def nested_match(x: int, y: str) -> str:
    match x:
        case 1:
            match y:
                case "a":
                    return "1a"
                case _:
                    pass
            r = "1?"
        case _:
            r = "??"
    return r
print(nested_match(1, "a"), nested_match(1, "b"), nested_match(2, "a"))

def fact(n: int) -> int:
    match n:
        case 0 | 1:
            return 1
        case _ if n < 0:
            raise ValueError("neg")
        case _:
            return n * fact(n - 1)
print(fact(5))
try:
    fact(-1)
except ValueError as e:
    print("err", e)

match {"a": 1, "b": [1, 2]}["a"] if False else 3:
    case 3 as three:
        print(three)

cmd = ["load", "x.txt", "y.txt"]
match cmd:
    case ["load", *files] if len(files) > 1:
        result = ",".join(files)
    case _:
        result = "none"
print(result)

def gen(items: list[int | str]):
    for it in items:
        match it:
            case int(n):
                yield n * 2
            case str(s):
                yield len(s)
print(list(gen([1, "abc", 4])))

def add(e: tuple[str, int, int]) -> int:
    match e:
        case ("+", l, r):
            v = l + r
        case ("*", l, r):
            v = l * r
        case _:
            v = 0
    return v
print(add(("+", 2, 3)), add(("*", 2, 3)), add(("z", 1, 1)))
c = 3
match (1, 2):
    case (1, c) if c > 5:
        print("no")
print(c)
