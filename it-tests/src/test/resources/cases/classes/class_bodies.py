class Const:
    A, B = 1, 2
    TABLE = {k: v for k, v in zip("ab", (1, 2))}
    SQUARES = [i * i for i in range(4)]
    TOTAL = sum(SQUARES)
    if TOTAL > 3:
        BIG = True
    else:
        BIG = False
    for i in range(3):
        TABLE["n" + str(i)] = i * 10
    first, *others = SQUARES
    total = 0
    for n in others:
        total += n
    limit = 5
    limit = limit * 2
    print("class body runs", limit)

    def f(self):
        return self.A + self.B + self.total


print(Const.A, Const.B, Const.TABLE, Const.SQUARES, Const.TOTAL, Const.BIG, Const().f())
print(Const.i, Const.first, Const.others, Const.total, Const.limit)


class Counter:
    count = 0
    ratio = 1

    def __init__(self):
        Counter.count += 1


Counter()
Counter()
Counter.ratio = 2.5
print(Counter.count, Counter.ratio)


class Singleton:
    _instance = None

    def __new__(cls, value):
        if cls._instance is None:
            print("creating")
            cls._instance = super().__new__(cls)
        return cls._instance

    def __init__(self, value):
        self.value = value


a = Singleton(1)
b = Singleton(2)
print(a is b, a.value, b.value)


class Proxy:
    def __init__(self, inner):
        self._inner = inner
        self.calls = 0

    def __getattr__(self, name):
        return getattr(self._inner, name)


class Target:
    def __init__(self):
        self.x = 5
        self.label = "t"

    def double(self, n):
        return n * 2


p = Proxy(Target())
print(p.x, p.label, p.double(4), p.calls)


class Logged:
    def __init__(self):
        self.x = 1
        self.name = "n"

    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)


logged = Logged()
logged.x = 5
print(logged.x, logged.name)


class Documented:
    """What it does."""

    class Inner:
        def __str__(self):
            return "inner of " + type(self).__qualname__


print(Documented.__doc__, Documented.Inner.__qualname__, Documented.__module__, Documented.__bases__[0].__name__)
