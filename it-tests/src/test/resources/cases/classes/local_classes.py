def counter(start):
    total = start
    class Counter:
        def __init__(self, step):
            self.step = step
        def inc(self):
            nonlocal total
            total += self.step
            return total
        def twice(self):
            self.inc()
            return self.inc()
        @property
        def start(self):
            return start
        def another(self):
            return Counter(self.step * 10)
        @classmethod
        def make(cls):
            return cls(start)
        @staticmethod
        def helper(x):
            return x + start
    c = Counter(2)
    d = Counter.make()
    return [c, d, c.another()], lambda: total
a, get = counter(100)
b, get2 = counter(5)
print([x.inc() for x in a], a[0].twice(), get(), [x.inc() for x in b], get2(), a[0].start, b[0].start)
def outer(name, items):
    class Row:
        def __init__(self, i): self.i = i
        def __str__(self): return f"{name}:{items[self.i]}"
        def __iter__(self):
            for x in items:
                yield (name, x)
    class Sub(Row):
        def __str__(self): return "sub " + super().__str__() + f" {len(items)}"
    return str(Row(0)), str(Sub(1)), list(Row(0))
print(outer("n", [10, 20]))
print(outer("s", ["x", "y"]))
def f():
    x = 0
    def g():
        def h():
            nonlocal x
            x += 1
        h()
        h()
    g()
    return x
print(f())
