from functools import singledispatch
class Shape: pass
class Circle(Shape):
    def __init__(self, r): self.r = r
class Square(Shape):
    def __init__(self, s): self.s = s
@singledispatch
def area(s):
    raise NotImplementedError("no area")
@area.register
def _(s: Circle):
    return 3 * s.r * s.r
@area.register
def _(s: Square):
    return s.s * s.s
for s in [Circle(2), Square(3)]:
    print(area(s))
print(area(Circle(1)))
try:
    area(5)
except NotImplementedError as e:
    print(e)
