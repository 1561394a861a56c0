from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
try:
    s = Shape()
except TypeError as e:
    print("TypeError:", e)
try:
    x = "a" + 1
except TypeError as e:
    print("TypeError:", e)
class P:
    def __init__(self): self.a = 1
p = P()
try:
    print(p.zzz)
except AttributeError as e:
    print(e)
def f(a, b): return a + b
try:
    f(1)
except TypeError as e:
    print(e)
try:
    len(5)
except TypeError as e:
    print(e)
try:
    for i in 5: pass
except TypeError as e:
    print(e)
t = (1, 2)
try:
    t[0] = 5
except TypeError as e:
    print(e)
try:
    "abc"[0] = "x"
except TypeError as e:
    print(e)
try:
    print(undefined_name)
except NameError as e:
    print(e)
try:
    {[1]: 2}
except TypeError as e:
    print(e)
try:
    None + 1
except TypeError as e:
    print(e)
try:
    3 < "a"
except TypeError as e: print(e)
class RO:
    @property
    def x(self): return 1
try:
    RO().x = 5
except AttributeError as e:
    print(e)
