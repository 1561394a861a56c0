class Tree:
    def __init__(self, v, left=None, right=None):
        self.v = v
        self.left = left
        self.right = right
    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.v
        if self.right is not None:
            yield from self.right
    def depth_first(self):
        yield self.v
        for c in (self.left, self.right):
            if c is not None:
                yield from c.depth_first()
t = Tree(5, Tree(3, Tree(1)), Tree(8, None, Tree(9)))
print(list(t))
print(list(t.depth_first()))
print(sum(t), max(t), sorted(t, reverse=True))
def stop():
    raise StopIteration
def gen():
    yield 1
    raise StopIteration
try:
    for x in gen(): print(x)
except RuntimeError as e:
    print(e, repr(e.__cause__))
def numbers():
    n = 0
    while True:
        reset = yield n
        if reset is not None:
            n = reset
        else:
            n += 1
g = numbers()
print(next(g), next(g), next(g))
print(g.send(10), next(g))
from itertools import islice
print(list(islice(numbers(), 5)))
def pipeline(src, *fs):
    for f in fs:
        src = map(f, src)
    yield from src
print(list(pipeline([1,2,3], lambda x: x+1, lambda x: x*2)))
def make():
    count = 0
    def g():
        nonlocal count
        while count < 3:
            count += 1
            yield count
    return g, lambda: count
gg, c = make()
print(list(gg()), c())
def fib(limit):
    a, b = 0, 1
    while a < limit:
        yield a
        a, b = b, a + b
it = iter(fib(50))
print(next(it), next(it), next(it, None))
first, *rest = fib(30)
print(first, rest)
print(type(it).__name__)
def countdown(n):
    while n > 0:
        got = yield n
        if got == "skip":
            n -= 1
        n -= 1
    return "liftoff"
def runner():
    res = yield from countdown(5)
    print(res)
    res2 = yield from countdown(2)
    return res + res2
r = runner()
out = []
try:
    v = next(r)
    while True:
        out.append(v)
        v = r.send("skip" if v == 5 else None)
except StopIteration as s:
    print(out, s.value)
