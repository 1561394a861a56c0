xs = [5, 3, 8, 1]
xs.append(7)
xs.insert(1, 9)
print(xs, len(xs), sorted(xs), sorted(xs, reverse=True), xs.index(8), 3 in xs, xs.count(9))
xs.sort(key=lambda x: -x)
print(xs, xs[1:-1], xs[::-2], xs.pop(), xs.pop(0))
xs.remove(7)
xs.extend([2, 2])
print(xs, xs + [0], xs * 2, [x * x for x in xs if x % 2 == 0])
del xs[0]
xs[0] = 100
a, *rest = xs
print(a, rest, list(zip(xs, "abc")), list(enumerate(xs, 1)), any(x > 50 for x in xs), all(xs))
grid = [[0] * 3 for _ in range(2)]
grid[1][2] = 4
print(grid, [y for row in grid for y in row], [[1, 2], [3]] == [[1, 2], [3]], [1, 2] < [1, 3])
