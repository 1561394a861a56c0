class CM:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, et, ev, tb):
        print("exit", self.name, et.__name__ if et else None, ev)
        return self.swallow
with CM("a") as a, CM("b", True) as b:
    raise ValueError("x")
print("after")
try:
    with CM("c"):
        with CM("d"):
            raise KeyError("z")
except KeyError as e:
    print("caught", e)
with (CM("e") as e1, CM("f")):
    print(e1.name)
def f():
    with CM("ret"):
        return 5
print(f())
for i in range(3):
    with CM(f"loop{i}"):
        if i == 0: continue
        if i == 1: break
from contextlib import contextmanager, suppress, ExitStack, closing, nullcontext
@contextmanager
def managed(x):
    print("open", x)
    try:
        yield x * 2
    except ValueError as e:
        print("swallowed", e)
    finally:
        print("close", x)
with managed(4) as m:
    print(m)
    raise ValueError("inside")
try:
    with managed(1):
        raise KeyError("pass")
except KeyError as e:
    print("out", e)
with suppress(ZeroDivisionError):
    1/0
with ExitStack() as st:
    for n in "xy":
        st.enter_context(CM(n))
    st.callback(print, "cb", 1)
with nullcontext(5) as n: print(n)
@contextmanager
def tag(name):
    print(f"<{name}>")
    yield
    print(f"</{name}>")
with tag("a"), tag("b"):
    print("text")
@tag("deco")
def dd(): print("in dd")
dd()
