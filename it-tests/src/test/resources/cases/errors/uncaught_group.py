def f():
    raise ExceptionGroup("eg", [ValueError("a"), ExceptionGroup("nested", [KeyError("c"), TypeError("d")])])
f()
