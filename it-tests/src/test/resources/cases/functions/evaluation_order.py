"""Arguments are evaluated from left to right, whatever parameters they go to."""

def r(n: int) -> int:
    print("r", n)
    return n
def f(prec: int | None = None, rounding: str | None = None, lo: int | None = None) -> None:
    print(prec, rounding, lo)
wide = r(0) == 1
f(prec=1 + r(1), lo=r(3) if not wide else 99)
f(1 + r(1), "a", r(3) if not wide else 99)
class A:
    def m(self, x: int, y: int = 3, z: int = 4) -> int: return x+y+z
class B(A):
    def m(self, x: int, y: int = 3, z: int = 4) -> int: return x*y*z
def g(a: A): print(a.m(z=r(5), x=r(6)), a.m(r(1), z=r(4) if not wide else 3))
g(A()); g(B())
