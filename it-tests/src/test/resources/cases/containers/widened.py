class Animal:
    def __init__(self, n): self.n = n
    def speak(self): return "?"
class Dog(Animal):
    def speak(self): return "woof " + self.n
class Cat(Animal):
    def speak(self): return "meow " + self.n
d = {}
d["a"] = Dog("x")
d["b"] = Cat("y")
print([v.speak() for v in d.values()])
xs = []
xs.append(Dog("1"))
xs.append(Cat("2"))
print([v.speak() for v in xs])
class Zoo:
    def __init__(self):
        self.animals = []
        self.by_name = {}
    def add(self, a):
        self.animals.append(a)
        self.by_name[a.n] = a
        return self
z = Zoo()
z.add(Dog("rex")).add(Cat("tom"))
print([a.speak() for a in z.animals], sorted(z.by_name))
def fill(lst):
    lst.append(Dog("f"))
    lst.append(Cat("g"))
q = []
fill(q)
print([v.speak() for v in q])
s = set()
s.add("a")
stack = [Dog("d")]
stack.append(Cat("c"))
print(len(stack))
