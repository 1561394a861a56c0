def averager():
    total = 0.0
    count = 0
    average = 0.0
    while True:
        x = yield average
        total += x
        count += 1
        average = total / count

a = averager()
print(next(a))
print(a.send(10))
print(a.send(20))
a.close()
try:
    a.send(3)
except StopIteration:
    print("stopped")

def with_return():
    x = yield 1
    print("got", x)
    y = yield 2
    print("got", y)
    return "done"

g = with_return()
print(next(g))
print(g.send("a"))
try:
    g.send("b")
except StopIteration as e:
    print("value", e.value)

def outer():
    r = yield from with_return()
    print("r is", r)
    yield 99

o = outer()
print(next(o))
print(o.send("p"))
print(o.send("q"))
print(list(o))
from typing import Generator, Iterator, Iterable
def echo() -> Generator[int, str, bool]:
    s = yield 0
    n = 0
    while s != "":
        n += len(s)
        s = yield n
    return n > 3
e = echo()
print(next(e))
print(e.send("ab"))
print(e.send("abc"))
try:
    e.send("")
except StopIteration as ex:
    print(ex.value, ex.args)
def it(n: int) -> Iterator[int]:
    for i in range(n):
        yield i
def take(n: int, xs: Iterable[int]) -> list[int]:
    r = []
    for x in xs:
        if n == 0: break
        n -= 1
        r.append(x)
    return r
print(take(3, it(10)), take(2, [4,5,6]))
def drive(g: Generator[int, None, str]) -> str:
    while True:
        try:
            print(next(g))
        except StopIteration as s:
            return s.value
def h() -> Generator[int, None, str]:
    yield 1
    yield 2
    return "end"
print(drive(h()))
def chain(*its):
    for i in its:
        yield from i
print(list(chain([1,2],(3,4),range(2))))
def gen_expr_closure():
    fs = [(lambda: i) for i in range(3)]
    return [f() for f in fs]
print(gen_expr_closure())
g = (x*x for x in range(5))
print(next(g), sum(g))
print(any(x > 3 for x in it(5)), all(x > 3 for x in it(5)))
class Stack:
    def __init__(self): self.items = []
    def push(self, x): self.items.append(x)
    def drain(self):
        while self.items:
            yield self.items.pop()
s = Stack()
s.push(1); s.push(2)
for i in s.drain():
    print(i)
    if i == 2: s.push(7)
def flatten(x):
    for i in x:
        if isinstance(i, list):
            yield from flatten(i)
        else:
            yield i

gens: list[Generator[int, int, None]] = []
def acc():
    t = 0
    while True:
        v = yield t
        t += v
for _ in range(2):
    q = acc(); next(q); gens.append(q)
print([q.send(i + 1) for i, q in enumerate(gens)], [q.send(5) for q in gens])
def scheduler():
    from collections import deque
    def task(name, n):
        for i in range(n):
            print(name, i)
            yield
    queue = deque([task("a", 2), task("b", 3)])
    while queue:
        t = queue.popleft()
        try:
            next(t)
            queue.append(t)
        except StopIteration:
            print("finished")
scheduler()
