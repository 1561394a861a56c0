import functools
import time
def repeat(n):
    def deco(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            result = None
            for _ in range(n):
                result = f(*args, **kwargs)
            return result
        return wrapper
    return deco

@repeat(3)
def hi(x):
    print("hi", x)
    return x * 2

print(hi(4))

def timer(func):
    @functools.wraps(func)
    def wrap(*a, **kw):
        start = time.time()
        r = func(*a, **kw)
        el = time.time() - start
        assert el >= 0
        return r
    return wrap

class Calc:
    def __init__(self, base):
        self.base = base
    @timer
    def add(self, x, y=1):
        return self.base + x + y
    @staticmethod
    @timer
    def sq(x):
        return x * x
    @classmethod
    def make(cls, b):
        return cls(b)
    @property
    @timer
    def double(self):
        return self.base * 2

c = Calc.make(10)
print(c.add(1), c.add(1, y=5), Calc.sq(4), c.double)

def memo(f):
    cache = {}
    def inner(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    return inner

@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(60))

def validate(*types):
    def deco(f):
        def wrapper(*args):
            for a in args:
                if a < 0:
                    raise ValueError("negative")
            return f(*args)
        return wrapper
    return deco

@validate(int, int)
def mul(a, b):
    return a * b
print(mul(3, 4))
try:
    mul(-1, 2)
except ValueError as e:
    print("err", e)

def counted(f):
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return f(*args, **kwargs)
    wrapper.calls = 0
    return wrapper

@counted
def foo(x):
    return x + 1
foo(1); foo(2)
print(foo.calls)
