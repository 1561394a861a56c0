def f(a: int, b: int) -> int:
    return a + b


f(1)
