"""Random decimal operations in random contexts: results, flags, signals, texts and formats.

With an argument all cases are printed, to find the one that differs.
"""

import random
import sys
import zlib
from decimal import *

r = random.Random(20240611)


def digits(n: int) -> str:
    return "".join([str(r.randrange(10)) if r.randrange(4) > 0 else "09"[r.randrange(2)] for _ in range(n)])


def text() -> str:
    k = r.randrange(30)
    if k == 0:
        return ["inf", "-inf", "nan", "-nan12", "snan", "sNaN7", "0", "-0", "0E+5", "-0.000", "1", "-1", "10", "1.0", "0.1", "1E+3"][r.randrange(16)]
    s = "-" if r.randrange(3) == 0 else ""
    n = 1 + r.randrange(4 if r.randrange(2) == 0 else 14)
    s += digits(n)
    if r.randrange(2) == 0: s += "." + digits(1 + r.randrange(8))
    if r.randrange(3) == 0: s += "e" + str(r.randrange(30) - 15)
    return s


modes = [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]


def unary(op: int, a: Decimal, c: Context) -> Decimal:
    if op == 0:
        return c.plus(a)
    if op == 1:
        return c.minus(a)
    if op == 2:
        return c.abs(a)
    if op == 3:
        return c.sqrt(a)
    if op == 4:
        return c.exp(a)
    if op == 5:
        return c.ln(a)
    if op == 6:
        return c.log10(a)
    if op == 7:
        return c.logb(a)
    if op == 8:
        return c.next_plus(a)
    if op == 9:
        return c.next_minus(a)
    if op == 10:
        return c.normalize(a)
    if op == 11:
        return c.to_integral_value(a)
    if op == 12:
        return c.to_integral_exact(a)
    return c.logical_invert(a)


def binary(op: int, a: Decimal, b: Decimal, c: Context) -> Decimal:
    if op == 0:
        return c.add(a, b)
    if op == 1:
        return c.subtract(a, b)
    if op == 2:
        return c.multiply(a, b)
    if op == 3:
        return c.divide(a, b)
    if op == 4:
        return c.divide_int(a, b)
    if op == 5:
        return c.remainder(a, b)
    if op == 6:
        return c.remainder_near(a, b)
    if op == 7:
        return c.power(a, b)
    if op == 8:
        return c.quantize(a, b)
    if op == 9:
        return c.compare(a, b)
    if op == 10:
        return c.compare_signal(a, b)
    if op == 11:
        return c.compare_total(a, b)
    if op == 12:
        return c.max(a, b)
    if op == 13:
        return c.min(a, b)
    if op == 14:
        return c.max_mag(a, b)
    if op == 15:
        return c.min_mag(a, b)
    if op == 16:
        return c.scaleb(a, Decimal(r.randrange(20) - 10))
    if op == 17:
        return c.shift(a, Decimal(r.randrange(10) - 5))
    if op == 18:
        return c.rotate(a, Decimal(r.randrange(10) - 5))
    if op == 19:
        return c.next_toward(a, b)
    if op == 20:
        return c.compare_total_mag(a, b)
    if op == 21:
        return c.power(a, Decimal(r.randrange(40) - 20))
    return c.fma(a, b, Decimal(text()))


def trapped(a: Decimal, b: Decimal, op: int) -> str:
    c = Context(prec=1 + r.randrange(12), rounding=modes[r.randrange(8)], Emin=-20, Emax=20, traps=[InvalidOperation, DivisionByZero, Overflow, Underflow, Subnormal])
    try:
        return str(binary(op, a, b, c))
    except DecimalException as e:
        return type(e).__name__ + str(e)


specs = ["", ".3f", "10.2e", "+.4g", ",.2f", "012.3f", "*^20", "<15.1%", ".0f", "e", "g", "%", ",", "=+20,.3f", ".10g", " .2E", "G", "020,", "z.1f"]


def flags(c: Context) -> str:
    f = c.flags
    all = [f[InvalidOperation], f[FloatOperation], f[DivisionByZero], f[Overflow], f[Underflow], f[Subnormal], f[Inexact], f[Rounded], f[Clamped]]
    return "".join([str(int(x)) for x in all])


def case(number: int) -> str:
    a = Decimal(text())
    b = Decimal(text())
    wide = r.randrange(2) == 0
    bound = 999999 if wide else r.randrange(30)
    c = Context(prec=1 + r.randrange(20), rounding=modes[r.randrange(8)], Emin=-bound, Emax=bound, clamp=0 if wide else r.randrange(2), traps=[])
    op = r.randrange(37)
    result = unary(op, a, c) if op < 14 else binary(op - 14, a, b, c)
    line = f"{number} {op} {a} {b} {c.prec} {c.rounding} {bound} {c.clamp} -> {result} {flags(c)}"
    if r.randrange(3) == 0:
        line += " | " + trapped(a, b, r.randrange(16))
    if r.randrange(3) == 0:
        line += f" | {a.to_eng_string()} {a!r} {hash(a) if a.is_finite() else 0} {a.number_class(c)} {a.adjusted()} {a.as_tuple()}"
        s = specs[r.randrange(len(specs))]
        line += f" | {s} {format(a, s)}"
    if a.is_finite() and b.is_finite() and r.randrange(3) == 0:
        line += f" | {a < b} {a <= b} {a > b} {a == b} {float(a)} {a.same_quantum(b)} {a.is_normal(c)} {a.is_subnormal(c)}"
        if abs(a.adjusted()) < 15:
            line += f" {int(a)} {round(a)}"
    return line


def main() -> None:
    show = len(sys.argv) > 1
    digest = 0
    for number in range(10000):
        line = case(number)
        digest = zlib.crc32(line.encode("utf-8"), digest)
        if show:
            print(line)
        elif number % 1000 == 999:
            print(number + 1, digest)


main()
