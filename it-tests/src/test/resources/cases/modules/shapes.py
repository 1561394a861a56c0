UNIT = "cm"
_factor = 2.0


def square(n: int) -> int:
    return n * n


def scaled(x: float) -> float:
    return x * _factor


class Box:
    def __init__(self, width: int, height: int):
        self.width = width
        self.height = height

    def area(self) -> int:
        return self.width * self.height
