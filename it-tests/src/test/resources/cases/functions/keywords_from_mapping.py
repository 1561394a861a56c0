def f(a, b=2):
    print(a,b)
d = {"a": 5}
f(**d)
f(1, **{"b": 3})
try:
    f(**{"a": 1, "b": 2})
except TypeError as e: print(e)
dd={"b":1}
try:
    f(**dd)
except TypeError as e: print(e)
ee={"a":1,"z":1}
try:
    f(**ee)
except TypeError as e: print(e)
def g(x, *, key: str = "k", n=None): print(x, key, n)
g(1, **{"key": "a"})
kk = {"key": "b"}
g(1, **kk)
nn = {"n": 7}
g(1, **nn)
class C:
    def __init__(self, x: int = 0, y: int = 1): self.x=x; self.y=y
c = C(**{"x": 4})
opts = {"y": 9}
c2 = C(**opts)
print(c.x, c.y, c2.x, c2.y)
