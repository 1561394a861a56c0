x: dict[int] = {}
print(x)
