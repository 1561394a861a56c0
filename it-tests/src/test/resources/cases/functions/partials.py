from functools import partial, reduce
def power(base, exp):
    return base ** exp
square = partial(power, exp=2)
cube = partial(power, exp=3)
print(square(5), cube(2))
p2 = partial(power, 2)
print(p2(10))
print(list(map(partial(power, 2), range(5))))
def f(a, b, c=3, *, d=4):
    return (a, b, c, d)
g = partial(f, 1, d=9)
print(g(2), g(2, 5), g(2, d=1))
h = partial(g, 7)
print(h(), h(8))
basetwo = partial(int, base=2)
print(basetwo("10010"))
pr = partial(print, "x", sep="-")
pr(1, 2)
class A:
    def m(self, x, y):
        return x - y
a = A()
pm = partial(a.m, 10)
print(pm(3))
print(reduce(lambda x, y: x * y, [1, 2, 3, 4]), reduce(lambda a, b: a + b, ["a", "b"], "z"))
fs = [partial(power, i) for i in range(4)]
print([q(2) for q in fs])
print(square.func(2, 3), p2.args)
