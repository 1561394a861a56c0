t = (1, "a", 2.5)
print(list(t), list(enumerate(t)), list(zip(t, "xyz")), list(reversed(t)))
print(list(map(str, t)))
print(sum((1, 2.5)), max((1, 2.5)), [x for x in (1, 2)])
def f(*args):
    return list(args)
print(f(1, "x"))
for i, v in enumerate(t): print(i, v)
for a, b in zip(t, (1, 2, 3)): print(a, b)
print([*t])
print({k: v for k, v in [("a", 1)]})
rec = ("bob", 3, True)
name, *rest = rec
print(name, rest)
