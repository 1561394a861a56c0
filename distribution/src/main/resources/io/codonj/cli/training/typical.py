import math
import sys


class Shape:
    def __init__(self, name: str):
        self.name = name

    def area(self) -> float:
        return 0.0

    def __repr__(self) -> str:
        return f"{self.name}({self.area():.2f})"


class Circle(Shape):
    def __init__(self, radius: float):
        super().__init__("circle")
        self.radius = radius

    def area(self) -> float:
        return math.pi * self.radius ** 2


def count_words(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in text.split():
        counts[word] = counts.get(word, 0) + 1
    return counts


def countdown(n: int):
    while n > 0:
        yield n
        n -= 1


def attempt(values: list[int], index: int) -> str:
    try:
        return str(values[index])
    except IndexError as problem:
        return f"no element: {problem}"


shapes: list[Shape] = [Circle(1.5), Shape("nothing")]
for shape in shapes:
    print(shape, len(sys.argv))
for word, count in sorted(count_words("the cat and the dog").items(), key=lambda item: (-item[1], item[0])):
    print(f"{word:>5} {count}")
print([n * n for n in countdown(5) if n % 2], {n: str(n) for n in range(3)}, (1, 2.5, "x"))
print(attempt([1, 2, 3], 7), max([3, 1, 2]), " ".join(["a", "b"]).upper())
