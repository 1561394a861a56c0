import functools
def log(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        print("call", f.__name__)
        return f(*args, **kwargs)
    return wrapper

@log
def add(a, b=2):
    """adds"""
    return a + b

@log
def greet(name, greeting="Hello", *, punct="!"):
    return f"{greeting}, {name}{punct}"

@log
def nothing():
    pass

print(add(1))
print(add(1, b=5))
print(add(1.5, 2.5))
print(greet("Bob"), greet("Al", greeting="Hi"), greet("Al", punct="?"))
print(nothing())
print(add.__name__, add.__doc__)
