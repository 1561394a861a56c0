class Point:
    __match_args__ = ("x",)

    def __init__(self, x: int) -> None:
        self.x = x


match Point(1):
    case Point(a, b):
        print(a, b)
