def ackermann(m: int, n: int) -> int:
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))

def is_even(n: int) -> bool:
    return True if n == 0 else is_odd(n - 1)

def is_odd(n: int) -> bool:
    return False if n == 0 else is_even(n - 1)

def permutations(items: list[int]) -> list[list[int]]:
    if not items:
        return [[]]
    result: list[list[int]] = []
    for i in range(len(items)):
        for tail in permutations(items[:i] + items[i + 1:]):
            result.append([items[i]] + tail)
    return result

print(ackermann(2, 3), is_even(500), is_odd(7), permutations([1, 2, 3]))
