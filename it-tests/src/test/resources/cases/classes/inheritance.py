class Shape:
    sides = 0

    def __init__(self, name: str):
        self.name = name

    def area(self) -> float:
        return 0.0

    def describe(self) -> str:
        return f"{self.name}: {self.area():.2f} ({self.sides} sides)"

class Circle(Shape):
    def __init__(self, radius: float):
        super().__init__("circle")
        self.radius = radius

    def area(self) -> float:
        return 3.14159 * self.radius ** 2

class Square(Shape):
    sides = 4

    def __init__(self, side: float):
        super().__init__("square")
        self.side = side

    def area(self) -> float:
        return self.side * self.side

shapes: list[Shape] = [Circle(1.0), Square(2.0), Shape("nothing")]
for shape in shapes:
    print(shape.describe(), isinstance(shape, Circle), type(shape).__name__)
print(sum(s.area() for s in shapes))
