def double(n: int) -> int:
    return n * two


print(double("x"))
