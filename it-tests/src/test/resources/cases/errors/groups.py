def f():
    raise ExceptionGroup("eg", [ValueError("a"), TypeError("b"), ExceptionGroup("nested", [KeyError("c"), ValueError("d")])])
try:
    f()
except* ValueError as eg:
    print("VE", eg.exceptions, eg.message)
except* TypeError as eg:
    print("TE", eg.exceptions)
except* KeyError as eg:
    print("KE", repr(eg))
try:
    try:
        f()
    except* ValueError as eg:
        print("handled", len(eg.exceptions))
except ExceptionGroup as rest:
    print("rest", rest, rest.exceptions)
try:
    raise ValueError("single")
except* ValueError as e:
    print(repr(e), e.exceptions)
try:
    f()
except ExceptionGroup as e:
    m, r = e.split(ValueError)
    print(repr(m)); print(repr(r))
    print(repr(e.subgroup(lambda x: isinstance(x, KeyError))))
    print(e.subgroup(IndexError))
    for x in e.exceptions: print(type(x).__name__, x)
    print(str(e), e.args)
try:
    pass
except* ValueError:
    print("no")
else:
    print("else")
finally:
    print("finally")
try:
    raise BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError()])
except BaseExceptionGroup as b:
    print(repr(b))
print(type(BaseExceptionGroup("x", [ValueError()])).__name__)
class MyGroup(ExceptionGroup):
    pass
try:
    raise MyGroup("mine", [OSError(1, "x")])
except* OSError as e:
    print(e.message, [x.errno for x in e.exceptions if isinstance(x, OSError)])
try:
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError:
        raise KeyError("new")
except KeyError as e:
    print(repr(e))
def many():
    errs = []
    for i in range(4):
        try:
            if i % 2: raise ValueError(f"v{i}")
            else: raise KeyError(i)
        except Exception as e:
            errs.append(e)
    if errs:
        raise ExceptionGroup("multi", errs)
try:
    many()
except* (ValueError, KeyError) as eg:
    print(len(eg.exceptions), eg)
