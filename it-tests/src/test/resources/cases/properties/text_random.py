"""Random texts and numbers: methods of str, texts of floats in both directions, formats.

With an argument all cases are printed, to find the one that differs.
"""

import random
import struct
import sys
import zlib

ALPHABET = "aAbBzZ09 _-.,;\t\nßéÉǆŉσΣςİıﬀ中文😀١²½Ⅷ\u0301\x00\x7f\xa0\u2028"
SPECS = ["", "g", ".3f", "e", ".10e", ".17g", ",.2f", "010.3f", "+.1e", "%", ".2%", ">20", "^15.4g", "_<12.1f", "n", "#.3g", "-08.2f", " .5g"]
INTS = ["", "d", "x", "#X", "o", "#b", ",", "_", "08d", "+d", ">12", "^9", "<8x", "=+10", "c"]


def text(r: random.Random, most: int) -> str:
    return "".join([ALPHABET[r.randrange(len(ALPHABET))] for _ in range(r.randrange(most))])


def real(r: random.Random) -> float:
    kind = r.randrange(4)
    if kind == 0:
        return struct.unpack("<d", r.randbytes(8))[0]
    if kind == 1:
        return r.randrange(-10**6, 10**6) / 1000
    if kind == 2:
        return r.uniform(-1, 1) * 10.0 ** r.randrange(-30, 30)
    return float(r.randrange(-10**15, 10**15))


def of_text(r: random.Random) -> str:
    s, t = text(r, 14), text(r, 3)
    n = r.randrange(-3, 18)
    parts = [repr(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), s.strip(), s.lstrip(t), s.rstrip(t)]
    parts.append(f"{s.split()} {s.split(None, 1)} {s.rsplit(None, 2)} {s.splitlines()} {s.splitlines(True)}")
    if t:
        parts.append(f"{s.split(t)} {s.rsplit(t, 1)} {s.partition(t)} {s.rpartition(t)} {s.count(t)} {s.find(t)} {s.rfind(t)} {s.replace(t, '<>')} {s.replace(t, '', 1)}")
    parts.append(f"{s.isalpha()} {s.isdigit()} {s.isdecimal()} {s.isnumeric()} {s.isalnum()} {s.isspace()} {s.isupper()} {s.islower()} {s.istitle()} {s.isprintable()} {s.isidentifier()} {s.isascii()}")
    parts.append(f"{s.center(n)!r} {s.ljust(n, '*')!r} {s.rjust(n)!r} {s.zfill(n)!r} {s.expandtabs(4)!r} {s[n:]!r} {s[:n]!r} {s[::-1]!r} {s[n::2]!r}")
    parts.append(f"{s.encode()!r} {s.encode('ascii', 'replace')!r} {s.encode('ascii', 'xmlcharrefreplace')!r} {s.encode('ascii', 'backslashreplace')!r} {ascii(s)}")
    parts.append(f"{s < t} {s == t} {t in s} {s.startswith(t)} {s.endswith(t)} {s.removeprefix(t)!r} {s.removesuffix(t)!r} {s * 2!r} {t.join(['x', s, 'y'])!r}")
    return " | ".join(parts)


def of_number(r: random.Random) -> str:
    x, k = real(r), r.randrange(-10**12, 10**12) >> r.randrange(40)
    parts = [repr(x), str(float(repr(x)) == x), x.hex(), f"%r %.3f %g %e" % (x, x, x, x)]
    parts.append(format(x, SPECS[r.randrange(len(SPECS))]))
    spec = INTS[r.randrange(len(INTS))]
    parts.append(format(abs(k) % 50000 if spec == "c" else k, spec))
    parts.append(f"{k} {k:x} {bin(k)} {oct(k)} {hex(k)} {k.bit_length()} {k.bit_count()} {int(str(k)) == k} {int(hex(k), 16) == k}")
    if x == x and abs(x) < 1e15:
        parts.append(f"{round(x, 2)} {round(x)} {int(x)} {x.as_integer_ratio() if abs(x) > 1e-3 and abs(x) < 1e3 else 0} {x.is_integer()} {x // 0.7} {x % 0.7} {divmod(x, -3.1)}")
    return " | ".join(parts)


def main() -> None:
    show = len(sys.argv) > 1
    r = random.Random(20240613)
    digest = 0
    for number in range(10000):
        line = f"{number} {of_text(r) if number % 2 else of_number(r)}"
        digest = zlib.crc32(line.encode("utf-8", "backslashreplace"), digest)
        if show:
            print(line)
        elif number % 1000 == 999:
            print(number + 1, digest)


main()
