# fields inferred and annotated, class variables, counters
class Account:
    interest = 0.02
    count = 0
    names: list[str] = []
    registry = {}

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []
        self.notes = {}
        self.parent = None
        Account.count += 1
        Account.names.append(owner)
        type(self).registry[owner] = self

    def deposit(self, amount):
        self.balance += amount
        self.history.append(("deposit", amount))
        return self

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"insufficient: {self.balance} < {amount}")
        self.balance -= amount
        self.history.append(("withdraw", amount))
        return self

    def link(self, other):
        self.parent = other

    def root(self):
        node = self
        while node.parent is not None:
            node = node.parent
        return node

    def note(self, k, v):
        self.notes[k] = v

    @classmethod
    def from_string(cls, text):
        name, bal = text.split(":")
        return cls(name, int(bal))

    @staticmethod
    def valid(amount):
        return amount > 0

    @property
    def rate(self):
        return self.interest * 100

    def __repr__(self):
        return f"Account({self.owner!r}, {self.balance})"


a = Account("ann", 100)
b = Account.from_string("bob:50")
a.deposit(20).withdraw(5).deposit(7)
print(a, b, a.history)
b.link(a)
print(b.root(), a.root())
a.note("x", 3)
print(a.notes, b.notes)
try:
    b.withdraw(1000)
except ValueError as e:
    print("error:", e)
print(Account.count, Account.names, Account.valid(3), a.valid(-1))
print(a.rate)
Account.interest = 0.05
print(a.rate, b.rate)
a.interest = 0.1
print(a.rate, b.rate, Account.interest)
print(sorted(Account.registry))
print(Account.registry["bob"])
print(isinstance(a, Account), type(a).__name__, a.__class__.__name__, type(a) is Account)
print(hasattr(a, "owner"), hasattr(a, "nothing"), getattr(a, "owner"), getattr(a, "nothing", "dflt"))
setattr(a, "owner", "zed")
print(a.owner)
class A:
    count = 0
    limit = 10
    name = "cls"
    def __init__(self): A.count += 1
    def bump(self):
        self.limit += 1
        return self.limit
class B:
    def __init__(self):
        self.count = 5
        self.name = "inst"
a1, a2 = A(), A()
b = B()
print(a1.count, a2.count, A.count, b.count)
print(a1.bump(), a1.bump(), a2.limit, A.limit)
A.limit = 100
print(a1.limit, a2.limit, a2.bump(), A.limit)
a1.name = "own"
A.name = "changed"
print(a1.name, a2.name, A.name, B().name)
class Config:
    debug: bool = False
    level: int = 1
    def __init__(self, level=None):
        if level is not None:
            self.level = level
c1, c2 = Config(), Config(5)
Config.level = 2
print(c1.level, c2.level, c1.debug)
class Base:
    kind = "base"
    def show(self): return self.kind
class D(Base):
    kind = "d"
class E(Base):
    def __init__(self): self.kind = "e-inst"
print([x.show() for x in [Base(), D(), E()]], D.kind, E.kind)
Base.kind = "new"
print([x.show() for x in [Base(), D(), E()]])
