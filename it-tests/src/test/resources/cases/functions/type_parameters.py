type Pair[T] = tuple[T, T]
def swap[T](p: Pair[T]) -> Pair[T]: return (p[1], p[0])
print(swap((1, 2)))
def mx[T: (int, str)](a: T, b: T) -> T: return a if a > b else b
print(mx(1, 2), mx("a", "b"))
def call[**P, R](f, *args: P.args, **kw: P.kwargs): return f(*args, **kw)
print(call(lambda a, b: a + b, 1, b=2))
from collections.abc import Callable
def timed[**P, R](f: Callable[P, R]) -> Callable[P, R]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        print("timed")
        return f(*args, **kwargs)
    return inner
@timed
def hello(name: str, punct: str = "!") -> str: return name + punct
print(hello("x"), hello("y", punct="?"))
def several[*Ts](*args: *Ts) -> tuple[*Ts]: return args
print(several(1, "a"))
