from functools import lru_cache, cache, cached_property, total_ordering
@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(80))
print(fib.cache_info())
@cache
def grid(r, c):
    if r == 0 or c == 0:
        return 1
    return grid(r - 1, c) + grid(r, c - 1)
print(grid(10, 10))
@lru_cache
def lcs(a: str, b: str) -> int:
    if not a or not b:
        return 0
    if a[0] == b[0]:
        return 1 + lcs(a[1:], b[1:])
    return max(lcs(a[1:], b), lcs(a, b[1:]))
print(lcs("AGGTAB", "GXTXAYB"))
fib.cache_clear()
print(fib.cache_info().hits, fib.cache_info().currsize)
class C:
    def __init__(self, r):
        self.r = r
    @cached_property
    def area(self):
        print("computing")
        return 3.0 * self.r ** 2
c = C(2)
print(c.area, c.area)
@total_ordering
class V:
    def __init__(self, a, b):
        self.a, self.b = a, b
    def __eq__(self, o):
        return (self.a, self.b) == (o.a, o.b)
    def __lt__(self, o):
        return (self.a, self.b) < (o.a, o.b)
print(V(1, 2) <= V(1, 3), V(1, 2) >= V(1, 3), V(2, 0) > V(1, 9))
def solve(items, cap):
    @lru_cache(None)
    def best(i, c):
        if i == len(items):
            return 0
        w, v = items[i]
        r = best(i + 1, c)
        if w <= c:
            r = max(r, v + best(i + 1, c - w))
        return r
    return best(0, cap)
print(solve([(1, 10), (3, 40), (4, 50), (5, 70)], 8))
class S:
    @lru_cache(maxsize=None)
    def f(self, n):
        return 1 if n == 0 else n * self.f(n - 1)
print(S().f(5))
