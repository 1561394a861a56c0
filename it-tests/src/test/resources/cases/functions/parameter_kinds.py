def f(a, b, /, c, d=4, *args, e, f=6, **kw):
    return (a, b, c, d, args, e, f, sorted(kw.items()))
print(f(1, 2, 3, e=5))
print(f(1, 2, c=3, e=5, z=1, y=2))
print(f(1, 2, 3, 4, 5, 6, e=7))
def g(*args, **kwargs):
    print(args, kwargs)
g()
g(1, 2)
g(1, "a", x=1)
g(a="s", b="t")
def h(*nums):
    return sum(nums)
print(h(), h(1, 2, 3))
lst = [1, 2, 3]
print(h(*lst), h(0, *lst, 4, *[5, 6]))
t = (1, 2)
print(max(*lst), max(*t))
def kw(**opts):
    for k, v in opts.items():
        print(k, v)
kw(x=1, y=2)
d = {"x": 3, "z": 4}
kw(**d)
kw(**d, w=5)
def p(a, b, c):
    return a * 100 + b * 10 + c
print(p(*lst), p(*[1, 2], 3), p(1, *(2, 3)), p(**{"a": 1, "b": 2, "c": 3}), p(1, **{"b": 2, "c": 3}))
def default_list(x, acc=[]):
    acc.append(x)
    return acc
print(default_list(1), default_list(2))
def opt(a, b=None):
    if b is None:
        b = a
    return a + b
print(opt(2), opt(2, 3))
def kwonly(*, name, age=3):
    return f"{name}:{age}"
print(kwonly(name="x"), kwonly(age=4, name="y"))
def pos(a, b=2, /):
    return a + b
print(pos(1), pos(1, 5))
def wrapper(f, *args, **kwargs):
    return f(*args, **kwargs)
print(wrapper(p, 1, 2, 3), wrapper(p, 1, 2, c=9), wrapper(kwonly, name="q"))
def mixed(*args):
    for i, a in enumerate(args):
        print(i, a)
mixed(1, "x", 2.5)
def first(*args, default=None):
    return args[0] if args else default
print(first(1, 2), first(default=5))
