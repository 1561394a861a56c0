class Positive:
    def __set_name__(self, owner, name):
        self.name = name
        print("set_name", owner.__name__, name)
    def __init__(self, default=0):
        self.default = default
        self.values = {}
    def __get__(self, obj, owner=None):
        if obj is None:
            return self.default
        return self.values.get(id(obj), self.default)
    def __set__(self, obj, value):
        if value < 0:
            raise ValueError(f"{self.name} must be >= 0")
        self.values[id(obj)] = value
class Item:
    qty = Positive()
    price = Positive(10)
    def __init__(self, q):
        self.qty = q
    def total(self):
        return self.qty * self.price
i = Item(3)
print(i.total(), i.qty, i.price, Item.price)
i.price = 20
print(i.total())
try:
    i.qty = -1
except ValueError as e:
    print(e)
class Upper:
    def __get__(self, obj, owner):
        return obj.name.upper()
class P:
    shout = Upper()
    def __init__(self, n): self.name = n
print(P("bob").shout)
class Base:
    registry = {}
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag or cls.__name__.lower()
        Base.registry[cls.tag] = cls
class A(Base): pass
class B(Base, tag="bee"): pass
print(sorted(Base.registry), Base.registry["bee"]().tag if False else "")
class Circle:
    def __init__(self, r): self._r = r
    def _get(self): return self._r
    def _set(self, v): self._r = v
    radius = property(_get, _set)
    area = property(lambda self: self._r ** 2)
c = Circle(2)
c.radius = 5
print(c.radius, c.area)
