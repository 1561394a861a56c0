class Temp:
    def __init__(self, c):
        self._c = c
        self.log = []

    @property
    def celsius(self):
        "the temperature"
        return self._c

    @celsius.setter
    def celsius(self, v):
        if v < -273.15:
            raise ValueError("too cold")
        self.log.append(v)
        self._c = v

    @celsius.deleter
    def celsius(self):
        self.log.append(-1.0)
        self._c = 0.0

    @property
    def fahrenheit(self):
        return self._c * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, f):
        self.celsius = (f - 32) * 5 / 9

t = Temp(20.0)
t.celsius = 25.0
t.celsius += 5
print(t.celsius, t.fahrenheit)
t.fahrenheit = 212
print(t.celsius)
del t.celsius
print(t.celsius, t.log)
try:
    t.celsius = -300.0
except ValueError as e:
    print(e)
class Old:
    def __init__(self):
        self._x = 0
    def getx(self):
        return self._x
    def setx(self, v):
        self._x = v
    def delx(self):
        print("del")
    x = property(getx, setx, delx, "doc")
o = Old()
o.x = 5
print(o.x)
del o.x
class Base:
    @property
    def name(self):
        return "base"
    @property
    def area(self) -> float:
        raise NotImplementedError
class D(Base):
    @property
    def name(self):
        return "derived of " + super().name
    @property
    def area(self) -> float:
        return 2.5
items: list[Base] = [D()]
for i in items:
    print(i.name, i.area)
try:
    Base().area
except NotImplementedError:
    print("not implemented")
