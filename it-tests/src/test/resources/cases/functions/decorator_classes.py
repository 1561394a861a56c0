class CountCalls:
    def __init__(self, func):
        self.func = func
        self.count = 0
    def __call__(self, *args, **kwargs):
        self.count += 1
        return self.func(*args, **kwargs)

@CountCalls
def say(x, y=3):
    return x + y
print(say(1), say(1, 4), say(2, y=7), say.count)

registry = {}
def register(name):
    def deco(f):
        registry[name] = f
        return f
    return deco

@register("add")
def add(a: int, b: int) -> int:
    return a + b
@register("mul")
def mul(a: int, b: int) -> int:
    return a * b
for k, f in registry.items():
    print(k, f(3, 4))
print(add(1, 1))

handlers = []
def handler(f):
    handlers.append(f)
    return f
@handler
def on_a(x: str) -> None:
    print("a", x)
@handler
def on_b(x: str) -> None:
    print("b", x)
for h in handlers:
    h("ev")

def add_repr(cls):
    cls.describe = lambda self: "desc"
    return cls

def singleton(cls):
    instances = {}
    def get(*args):
        if "x" not in instances:
            instances["x"] = cls(*args)
        return instances["x"]
    return get

@singleton
class Config:
    def __init__(self, v):
        self.v = v
a = Config(1)
b = Config(2)
print(a is b, b.v)
