try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("bad") from e
except ValueError as v:
    print(repr(v), repr(v.__cause__), v.__suppress_context__, repr(v.__context__))
try:
    try:
        [][1]
    except IndexError:
        raise KeyError("k")
except KeyError as k:
    print(repr(k), repr(k.__cause__), k.__suppress_context__, repr(k.__context__))
try:
    try:
        int("x")
    except ValueError:
        raise TypeError("t") from None
except TypeError as k:
    print(repr(k), repr(k.__cause__), k.__suppress_context__, repr(k.__context__))
e = ValueError("a", 1, 2.5)
print(e.args, e, repr(e))
a, b, c = e.args
print(a, b, c)
e2 = Exception()
print(e2.args, str(e2) == "", repr(e2))
e3 = KeyError("missing")
print(e3, e3.args[0])
e4 = OSError(2, "No such file")
print(e4, e4.errno, e4.strerror, e4.args)
x = ValueError("note me")
x.add_note("first")
x.add_note("second")
print(x.__notes__)
class AppError(Exception):
    def __init__(self, code, msg):
        super().__init__(msg)
        self.code = code
        self.msg = msg
    def __str__(self):
        return f"[{self.code}] {self.msg}"
class NotFound(AppError):
    def __init__(self, what):
        super().__init__(404, f"{what} not found")
try:
    raise NotFound("page")
except AppError as e:
    print(e, repr(e), e.code, e.args, type(e).__name__, isinstance(e, NotFound))
class Plain(Exception): pass
try:
    raise Plain
except Plain as p:
    print(repr(p), p.args)
class WithArgs(Exception):
    def __init__(self, a, b):
        self.a = a
        self.b = b
try:
    raise WithArgs(1, "two")
except WithArgs as w:
    print(w, repr(w), w.args, w.a, w.b)
def f():
    try:
        return "try"
    finally:
        print("finally")
print(f())
def g():
    for i in range(3):
        try:
            continue
        finally:
            print("fin", i)
    while True:
        try:
            break
        finally:
            print("brk")
    try:
        raise ValueError("x")
    except ValueError:
        return 1
    else:
        return 2
    finally:
        return 3
print(g())
def h():
    for i in range(5):
        try:
            raise ValueError(i)
        finally:
            if i < 3:
                continue
            break
    return i
print(h())
def rer():
    try:
        raise ValueError("first")
    except ValueError:
        try:
            raise
        except ValueError as e:
            print("again", e)
            raise
try:
    rer()
except ValueError as e:
    print("outer", e)
try:
    assert 1 == 2, "message %d" % 5
except AssertionError as e:
    print(e, e.args)
try:
    assert False
except AssertionError as e:
    print(repr(e))
try:
    raise RuntimeError
except (ValueError, RuntimeError) as e:
    print(type(e))
class Shape: pass
class Sq(Shape): pass
shapes = [Shape(), Sq()]
for s in shapes:
    print(type(s), f"{type(s)}", type(s).__name__)
    print(str(type(s)))
