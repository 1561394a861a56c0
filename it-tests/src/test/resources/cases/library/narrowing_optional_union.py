def f(x: None | bool | int | str) -> str:
    if isinstance(x, bool):
        return "bool"
    if isinstance(x, int):
        return str(x + 1)
    if x is None:
        return "none"
    return x.upper()
print(f(None), f(True), f(4), f("a"))
