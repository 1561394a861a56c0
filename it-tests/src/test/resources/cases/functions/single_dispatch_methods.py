from functools import singledispatchmethod, lru_cache, partial
class P:
    def __init__(self): self.log = []
    @singledispatchmethod
    def handle(self, x, extra=1):
        self.log.append("other")
        return "other"
    @handle.register
    def _(self, x: int, extra=1):
        return f"int {x + extra}"
    @handle.register
    def _(self, x: str, extra=1):
        return "str " + x * extra
p = P()
print(p.handle(3), p.handle("ab", 2), p.handle(2.5), p.log)
@lru_cache(128)
def f(n): return n * 2
@lru_cache(maxsize=2)
def g(n): return n * 3
print(f(3), g(4), g(4), g.cache_info())
