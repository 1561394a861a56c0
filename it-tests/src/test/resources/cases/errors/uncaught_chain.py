def c():
    raise ValueError("deep")
def b():
    try:
        c()
    except ValueError as e:
        raise RuntimeError("middle") from e
def a():
    try:
        b()
    except RuntimeError:
        raise KeyError("top")
a()
