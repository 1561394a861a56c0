class Vector:
    def __init__(self, x: float, y: float):
        self.x = x
        self.y = y

    def __add__(self, other: "Vector") -> "Vector":
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, by: float) -> "Vector":
        return Vector(self.x * by, self.y * by)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Vector) and self.x == other.x and self.y == other.y

    def __repr__(self) -> str:
        return f"Vector({self.x}, {self.y})"

    def __len__(self) -> int:
        return 2

    def __getitem__(self, i: int) -> float:
        return self.x if i == 0 else self.y

    def __bool__(self) -> bool:
        return self.x != 0 or self.y != 0

    @property
    def length2(self) -> float:
        return self.x ** 2 + self.y ** 2

    @staticmethod
    def zero() -> "Vector":
        return Vector(0.0, 0.0)

v = Vector(1.0, 2.0) + Vector(3.0, 4.0) * 2.0
print(v, str(v), v == Vector(7.0, 10.0), v != Vector.zero(), len(v), v[0], v[1], bool(Vector.zero()), v.length2)
print([v, Vector.zero()])
