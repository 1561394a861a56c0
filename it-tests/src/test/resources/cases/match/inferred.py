from dataclasses import dataclass
from typing import Generic, TypeVar

def depth(t):
    match t:
        case (l, r):
            return 1 + max(depth(l), depth(r))
        case _:
            return 0
print(depth(((1, 2), 3)))

def simplify(e):
    match e:
        case ("add", a, b):
            return simplify(a) + simplify(b)
        case int(n):
            return n
print(simplify(("add", 1, ("add", 2, 3))))

def collatz(n, steps=0):
    match n:
        case 1:
            return steps
        case n if n % 2 == 0:
            return collatz(n // 2, steps + 1)
        case _:
            return collatz(3 * n + 1, steps + 1)
print(collatz(27))

def loop():
    items = []
    out = []
    items.append(("a", 1))
    items.append(("b", 2))
    while items:
        match items.pop():
            case ("a", n):
                out.append(n)
            case (name, n) if n > 1:
                out.append(n * 10)
                items.append((name, 0))
            case _:
                out.append(-1)
    return out
print(loop())

T = TypeVar("T")
@dataclass
class Box(Generic[T]):
    v: T
def unbox(b: Box[int] | Box[str]) -> str:
    match b:
        case Box(int(n)):
            return f"int {n}"
        case Box(v=s):
            return f"str {s}"
print(unbox(Box(3)), unbox(Box("q")))

class Stack:
    def __init__(self):
        self.items = []
    def do(self, cmd: str):
        match cmd.split():
            case ["push", x]:
                self.items.append(int(x))
            case ["pop"]:
                return self.items.pop()
            case ["add"]:
                self.items.append(self.items.pop() + self.items.pop())
            case other:
                print("unknown", other)
        return None
s = Stack()
print([s.do(c) for c in ["push 3", "push 4", "add", "pop", "nop x"]])
def f(x: float) -> str:
    match x:
        case 0:
            return "zero"
        case 1.5 | -1.5:
            return "one-half"
        case float(y):
            return f"{y}"
print(f(0.0), f(-1.5), f(2.25))
def g(b: bytes) -> str:
    match b:
        case b"abc":
            return "abc"
        case bytes():
            return "other"
print(g(b"abc"), g(b"x"))
match {"a": 1, "b": {"c": 2}}["a"] if False else (1, [2, 3], "z"):
    case (int(a), [b, *c], str(d)):
        print(a, b, c, d)
