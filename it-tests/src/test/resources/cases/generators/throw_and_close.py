def worker():
    try:
        while True:
            try:
                item = yield
                print("item", item)
            except ValueError as e:
                print("caught", e)
    finally:
        print("cleanup")

w = worker()
next(w)
w.send(1)
w.throw(ValueError("bad"))
w.send(2)
w.close()

def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("exit")
        raise
    finally:
        print("fin")
h = g()
print(next(h))
h.close()
h.close()
try:
    next(h)
except StopIteration:
    print("stop")

def bad():
    try:
        yield 1
    except GeneratorExit:
        yield 2
b = bad()
next(b)
try:
    b.close()
except RuntimeError as e:
    print(e)

def t():
    try:
        yield 1
    except KeyError as e:
        yield 100
x = t()
next(x)
print(x.throw(KeyError("k")))
try:
    x.throw(ValueError("v"))
except ValueError as e:
    print("propagated", e)
y = t()
try:
    y.throw(KeyError("early"))
except KeyError as e:
    print("early", e)
def inner():
    try:
        yield 1
        yield 2
    except ValueError:
        print("inner caught")
        yield 3
    finally:
        print("inner finally")
    return 42
def outer():
    try:
        v = yield from inner()
        print("v", v)
    finally:
        print("outer finally")
o = outer()
print(next(o))
print(o.throw(ValueError()))
for z in o: print(z)
o = outer()
next(o)
o.close()
o = outer()
next(o)
try:
    o.throw(KeyError("z"))
except KeyError as e:
    print(repr(e))
