def inner(values: list[int]) -> int:
    return values[5]

def outer() -> int:
    return inner([1, 2])

print("before")
outer()
print("after")
