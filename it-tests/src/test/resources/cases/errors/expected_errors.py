class Stack:
    def __init__(self): self.items = []
    def push(self, x):
        if not isinstance(x, int):
            raise TypeError("ints only")
        self.items.append(x)
s = Stack()
s.push(1)
def add(a, b):
    return a + b
def safe(f, *args):
    try:
        return f(*args)
    except TypeError as e:
        print(f"TypeError: {e}")
safe(add, 1, 2)
safe(add, "a", 1)
try:
    print(add(1, "b"))
except TypeError as e:
    print("caught", e)
finally:
    print("finally")
def side(x):
    print("side", x)
    return x
try:
    print(side(1), side(2) + "x", side(3))
except TypeError as e:
    print("caught", e)
class V:
    def __init__(self, x): self.x = x
    def __add__(self, o): return V(self.x + o.x)
try:
    V(1) + 5
except (TypeError, AttributeError) as e:
    print(type(e).__name__, e)
try:
    V()
except TypeError as e:
    print(e)
try:
    V(1, 2)
except TypeError as e:
    print(e)
try:
    V(1).foo()
except AttributeError as e:
    print(e)
try:
    V(y=3)
except TypeError as e:
    print(e)
def g():
    print(zz)
    zz = 1
try:
    g()
except UnboundLocalError as e:
    print(type(e).__name__, e)
try:
    a, b = (1, 2, 3)
except ValueError as e:
    print(e)
try:
    a, b, c = 1, 2
except ValueError as e:
    print(e)
try:
    x = 5
    x()
except TypeError as e:
    print(e)
try:
    y = 5
    y[0]
except TypeError as e:
    print(e)
t = (1, 2)
try:
    print(t[5])
except IndexError as e:
    print(e)
try:
    "a" * "b"
except TypeError as e: print(e)
try:
    [1] + (2,)
except TypeError as e: print(e)
try:
    raise "oops"
except TypeError as e: print(e)
try:
    -"a"
except TypeError as e: print(e)
try:
    del t[0]
except TypeError as e: print(e)
print("done")
