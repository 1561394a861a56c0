import operator
ops = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
print(ops["+"](2, 3), ops["/"](1, 2))
ops2 = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "max": max, "min": min}
for k in ops2:
    print(k, ops2[k](7, 3))
fs = [str.upper, str.lower, lambda s: s[::-1]]
for f in fs:
    print(f("Hello"))
funcs = []
for i in range(3):
    funcs.append(lambda: i)
print([f() for f in funcs])
funcs2 = [lambda x, i=i: x + i for i in range(3)]
print([f(10) for f in funcs2])
class Button:
    def __init__(self, label, cb):
        self.label = label
        self.cb = cb
    def click(self):
        self.cb(self.label)
log = []
b1 = Button("ok", lambda l: log.append(l))
b2 = Button("no", lambda l: print("clicked", l))
b1.click(); b2.click()
print(log)
class T:
    def __init__(self):
        self.table = {"a": self.do_a, "b": self.do_b}
    def do_a(self, x):
        return x + 1
    def do_b(self, x):
        return x * 2
    def run(self, op, x):
        return self.table[op](x)
t = T()
print(t.run("a", 5), t.run("b", 5))
def compose(*fs):
    def inner(x):
        for f in fs:
            x = f(x)
        return x
    return inner
print(compose(lambda x: x + 1, lambda x: x * 2)(5))
def make_counter():
    count = 0
    def inc():
        nonlocal count
        count += 1
        return count
    def get():
        return count
    return inc, get
inc, get = make_counter()
inc(); inc()
print(get())
pipeline = [(lambda x: x + 1), abs, (lambda x: x * x)]
v = -5
for s in pipeline:
    v = s(v)
print(v)
actions = {1: print, 2: lambda x: print("two", x)}
actions[1]("one")
actions[2]("z")
print(sorted([3,1,2], key=lambda x: -x))
dispatch = dict(double=lambda x: x * 2, triple=lambda x: x * 3)
print(dispatch["double"](4))
compare = [operator.lt, operator.gt]
print([c(1, 2) for c in compare])
