from decimal import *
from fractions import Fraction
import math
getcontext().prec = 50
print(Decimal(2).sqrt(), Decimal(2).ln(), Decimal(10).ln(), Decimal("123.456").exp(), Decimal("1e-30").exp(), Decimal("1.0000000001").ln(), Decimal(2) ** Decimal("0.3"), Decimal("7").log10())
getcontext().prec = 200
print(Decimal(3).exp(), Decimal("0.5").ln())
getcontext().prec = 28
print(pow(Decimal(3), Decimal(5), Decimal(7)), divmod(Decimal("17.5"), Decimal(3)), 5 - Decimal(2), 2 ** Decimal(3), 10 / Decimal(4), 7 % Decimal(4), 7 // Decimal(2))
print(math.floor(Decimal("-2.5")), math.ceil(Decimal("2.1")), math.trunc(Decimal("-2.9")), round(Decimal("2.5")), round(Decimal("3.14159"), 3), complex(Decimal("1.5")))
print(Decimal("1.5") == 1.5, Decimal("0.1") == 0.1, Decimal(3) == 3, Decimal(2) < 2.5, hash(Decimal("2")) == hash(2), hash(Decimal("0.5")) == hash(0.5))
print(Decimal("0.75").as_integer_ratio(), Decimal.from_float(0.1), Decimal("  1_000.50 "), Decimal(True), Decimal("-0"), +Decimal("-0"), abs(Decimal("-0")))
d = {Decimal("1.0"): "a"}
print(d[Decimal("1.00")], Decimal("1.0") in d)
t = Decimal("-12.340").as_tuple()
print(t.sign, t.digits, t.exponent, t, Decimal(t), Decimal((0, (3, 1, 4), -2)))
def total(xs: list[Decimal]) -> Decimal:
    s = Decimal(0)
    for x in xs: s += x
    return s
print(total([Decimal("1.1"), Decimal("2.2")]), sum([Decimal(1), Decimal(2)], Decimal(0)), min(Decimal(1), Decimal(2)))
for text in ["", "x", "1e", "--1", "1.2.3", "nan", "inf", "Infinity", "sNaN12", "٣.١٤"]:
    try: print(repr(Decimal(text)))
    except InvalidOperation as e: print("bad", e)
try:
    Decimal("1") / 0
except DivisionByZero as e: print(e, isinstance(e, ZeroDivisionError), isinstance(e, ArithmeticError))
try:
    Decimal(0) / 0
except InvalidOperation as e: print(e)
for mode in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    print(mode, [str(Decimal(x).quantize(Decimal("1"), rounding=mode)) for x in ("2.5", "-2.5", "1.1", "-1.9", "5.01")])
with localcontext(Context(prec=4)) as c:
    print(Decimal(1) / 7, c.prec, getcontext() is c)
with localcontext(prec=3, rounding=ROUND_UP): print(Decimal(1) / 7)
print(getcontext().prec)
c = getcontext().copy(); c.clear_flags(); setcontext(c)
Decimal(1) / 3
print(c.flags[Inexact], c.flags[Rounded], c.flags[Overflow])
try: getcontext().rounding = "bad"
except TypeError as e: print(e)
try: getcontext().prec = 0
except ValueError as e: print(e)
print(f"{Decimal('1234567.891'):,.2f}|{Decimal('0.5'):.0%}|{Decimal('1e10'):g}|{Decimal('-3.14'):>10}|{Decimal('3.14'):<10}|{Decimal('1'):.3e}")
print("%s %r %.2f" % (Decimal("1.50"), Decimal("1.50"), Decimal("2.345")), "{:>8.1f}".format(Decimal("2.25")))
print(sorted([Decimal("2"), Decimal("10"), Decimal("-1")], reverse=True), Decimal("1E+2").to_eng_string(), Decimal("12E+4").to_eng_string())
print(ExtendedContext, BasicContext)
print(ExtendedContext.divide(1, 3), BasicContext.add(Decimal("1.5"), 2), ExtendedContext.create_decimal("3.14159265358979"))
