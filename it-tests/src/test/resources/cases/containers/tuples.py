point = (3, 4.5, "p")
x, y, name = point
print(point, x + y, name, point[0], len(point), (1, 2) < (1, 3), (1, "a") == (1, "a"))
a, b = 1, 2
a, b = b, a
print(a, b, (1,) + (2, 3), 3 in (1, 2, 3))
pairs = [(2, "b"), (1, "z"), (2, "a")]
print(sorted(pairs), min(pairs), dict([(1, "one"), (2, "two")]))

def bounds(values: list[int]) -> tuple[int, int]:
    return min(values), max(values)

low, high = bounds([4, 1, 9])
print(low, high)
