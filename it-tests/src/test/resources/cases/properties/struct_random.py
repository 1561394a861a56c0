"""Random formats and values: the bytes of pack, what unpack makes of them, and errors of values that do not fit.

With an argument all cases are printed, to find the one that differs.
"""

import random
import struct
import sys
import zlib

INTEGERS = "bBhHiIlLqQ"
BITS = {"b": 8, "B": 8, "h": 16, "H": 16, "i": 32, "I": 32, "l": 32, "L": 32, "q": 64, "Q": 64}


def integer(r: random.Random, letter: str, native: bool) -> int:
    bits = 64 if native and letter in "lL" else BITS[letter]
    if bits == 64:
        bits = 62
    if letter.islower():
        value = r.randrange(-(1 << (bits - 1)), 1 << (bits - 1))
    else:
        value = r.randrange(1 << bits)
    return value + (1 << 33) if r.randrange(60) == 0 else value


def real(r: random.Random, letter: str) -> float:
    kind = r.randrange(6)
    if kind == 0:
        return r.choice([0.0, -0.0, 1.0, -2.5, float("inf"), -float("inf"), 65504.0, 6e-8, 3.4e38, 65520.0, 1e-300])
    value = r.uniform(-1.0, 1.0) * 10.0 ** r.randrange(-6, 5)
    return value * 1e30 if kind == 1 else value


def case(r: random.Random) -> tuple[str, list[bool | int | float | bytes]]:
    order = r.choice("@=<>!")
    text = order
    values: list[bool | int | float | bytes] = []
    for _ in range(r.randrange(1, 6)):
        letter = r.choice("bBhHiIlLqQfdecsp?x")
        count = r.choice([1, 1, 1, 2, 3, 1 if letter == "p" else 0])
        text += letter if count == 1 else str(count) + letter
        if letter in "sp":
            values.append(bytes([r.randrange(256) for _ in range(r.randrange(5))]))
            continue
        for _ in range(count):
            if letter in INTEGERS:
                values.append(integer(r, letter, order == "@"))
            elif letter in "fde":
                values.append(real(r, letter))
            elif letter == "c":
                values.append(bytes([r.randrange(256)]))
            elif letter == "?":
                values.append(r.randrange(2) == 1)
    if r.randrange(40) == 0:
        values.append(1)
    return text, values


def describe(text: str, values: list[bool | int | float | bytes]) -> str:
    try:
        data = struct.pack(text, *values)
    except struct.error as problem:
        return "error: " + str(problem)
    except OverflowError as problem:
        return "overflow: " + str(problem)
    return f"{struct.calcsize(text)} {data.hex()} {struct.unpack(text, data)}"


def main() -> None:
    show = len(sys.argv) > 1
    r = random.Random(77)
    digest = 0
    for number in range(10000):
        text, values = case(r)
        line = f"{number} {text} {values} {describe(text, values)}"
        digest = zlib.crc32(line.encode("utf-8"), digest)
        if show:
            print(line)
        elif number % 1000 == 999:
            print(number + 1, digest)


main()
