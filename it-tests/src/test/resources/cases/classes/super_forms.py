# multiple inheritance
class A:
    def __init__(self, **kw):
        print("A init", sorted(kw))
        self.a = 1
    def who(self): return "A"
    def chain(self): return ["A"]
class B(A):
    def __init__(self, b=2, **kw):
        super().__init__(**kw)
        self.b = b
    def who(self): return "B" + super().who()
    def chain(self): return ["B"] + super().chain()
class C(A):
    def __init__(self, c=3, **kw):
        super().__init__(**kw)
        self.c = c
    def who(self): return "C" + super().who()
    def chain(self): return ["C"] + super().chain()
class D(B, C):
    def __init__(self, d=4, **kw):
        super().__init__(**kw)
        self.d = d
    def who(self): return "D" + super().who()
    def chain(self): return ["D"] + super().chain()
d = D(d=10, b=20, c=30)
print(d.a, d.b, d.c, d.d)
print(d.who(), d.chain())
print([k.__name__ for k in D.__mro__])
for x in [A(), B(), C(), D()]:
    print(x.who(), type(x).__name__, isinstance(x, B), isinstance(x, C), isinstance(x, (D, C)))
class Mixin:
    def describe(self):
        return f"<{self.name()}>"
    def name(self):
        raise NotImplementedError
class LogMixin:
    def log(self, msg):
        self.lines.append(f"{type(self).__name__}: {msg}")
class Thing(Mixin, LogMixin):
    def __init__(self):
        self.lines = []
    def name(self):
        return "thing"
t = Thing()
t.log("a"); t.log("b")
print(t.describe(), t.lines)
print(issubclass(D, A), issubclass(A, D), issubclass(B, (C, A)))
class E(B):
    def who(self):
        return "E" + super(E, self).who() + "/" + A.who(self) + "/" + super(B, self).who()
print(E().who())
class X:
    @classmethod
    def make(cls):
        return cls()
    @staticmethod
    def st():
        return "X.st"
    def hi(self): return "X hi"
class Y(X):
    @classmethod
    def make(cls):
        r = super().make()
        return r
    @staticmethod
    def st():
        return "Y.st+" + X.st()
    def hi(self): return "Y " + super().hi()
print(Y.make().hi(), X.make().hi(), Y.st(), type(Y.make()).__name__)
