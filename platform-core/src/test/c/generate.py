#!/usr/bin/env python3
r"""Writes expected.txt for runtime_test.c: one call a line with the result that CPython 3.11 gives.

Fields are separated by tabs: operation, arguments, result. Texts and bytes are ASCII with other characters as
"\" code in hexadecimal ";" ("-" when empty), floats their 64 bits in hexadecimal, integers decimal, errors "!" and a number or
"?" and a message. The argument is the number of random values; the stored file is made with the default.
"""
import math
import random
import struct
import sys

random.seed(20)
SCALE = int(sys.argv[1]) if len(sys.argv) > 1 else 150
LINES = []


def text(s):
    codes = [c if isinstance(c, int) else ord(c) for c in s]
    plain = "".join(chr(c) if 33 <= c < 127 and c not in b"|\\-" else f"\\{c:x};" for c in codes)
    return plain or "-"


def real(x):
    return f"{struct.unpack('<Q', struct.pack('<d', x))[0]:016x}"


def show(value):
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return real(value)
    if isinstance(value, (tuple, list)):
        return "|".join(map(show, value))
    return text(value)


def case(operation, *arguments, result):
    LINES.append("\t".join([operation, *map(show, arguments), result if isinstance(result, Raw) else show(result)]))


class Raw(str):
    pass


TEXTS = ["", "a", "abc", "Hello, World", "ÀÉîõü", "straße", "ΑΣ ΣΑΣ ΌΔΟΣ Σ", "日本語テキスト", "😀 smile 😀", "a\tb\nc\rd",
         "it's", 'say "x"', "both ' and \"", "back\\slash", "\x00\x01\x7f\x80\x9f\xa0\xad", "ﬁne ŉ ǆ ǅ İI ı", "١٢٣",
         "x²", "½ Ⅷ", "hello world foo  bar", "  padded\t ", "\u2028line\u2029sep\x85next\x1c\x1d\x1e", "mixed é and 日 and 😀",
         "they're bill's friends", "\ud800", "123", "-42", "+7", "--", "aaaa", "abababab", "a,b,,c,", "\r\n\n\r", "ab\r\ncd\n",
         "İstanbul", "ǰ", "ΐ", "Ⓐⓑ", "\u3000wide\u3000", "1_000", "_x", "9z", "é1", "a b", "ÿ", "\u0100", "µ"]


def texts():
    for s in TEXTS:
        for name in ("upper", "lower", "title", "capitalize", "swapcase", "casefold", "repr", "ascii"):
            value = repr(s) if name == "repr" else ascii(s) if name == "ascii" else getattr(s, name)()
            case(name, s, result=value)
        for name in ("isalpha", "isalnum", "isdecimal", "isdigit", "isnumeric", "isspace", "isupper", "islower", "istitle",
                     "isidentifier", "isprintable", "isascii"):
            case(name, s, result=getattr(s, name)())
        for side, name in ((-1, "lstrip"), (1, "rstrip"), (0, "strip")):
            case("strip", s, side, result=getattr(s, name)())
            case("strip_chars", s, "ab \u3000", side, result=getattr(s, name)("ab \u3000"))
        case("splitlines", s, 0, result=s.splitlines())
        case("splitlines", s, 1, result=s.splitlines(True))
        case("split_space", s, result=s.split())
        case("rsplit_space", s, result=s.rsplit()[::-1])
        case("expandtabs", s, 4, result=s.expandtabs(4))
        case("zfill", s, 6, result=s.zfill(6))
        for width in (5, 8):
            case("center", s, width, "*", result=s.center(width, "*"))
            case("ljust", s, width, "日", result=s.ljust(width, "日"))
            case("rjust", s, width, "é", result=s.rjust(width, "é"))
        for errors, name in ((0, "strict"), (1, "ignore"), (2, "replace"), (3, "backslashreplace"), (5, "xmlcharrefreplace"),
                             (6, "surrogatepass")):
            for codec in ("utf-8", "latin-1", "ascii", "utf-16-le", "utf-32-be"):
                try:
                    case("encode_" + codec, s, errors, result=s.encode(codec, name))
                except UnicodeEncodeError as e:
                    if name != "surrogatepass":
                        case("encode_" + codec, s, errors, result=Raw(f"!{e.start}"))
        n = len(s)
        for start, stop, step in ((0, n, 1), (1, n, 1), (0, n, 2), (n - 1, -1, -1), (n - 1, -1, -3), (1, n - 1, 1), (2, 2, 1)):
            if start >= 0 and stop <= n and (step < 0 or start <= n):
                case("slice", s, start, stop, step, result="".join(s[i] for i in range(start, stop, step)))
        case("repeat", s, 3, result=s * 3)
        for t in ("", "a", "ab", "l", ",", "é", "日", "😀", "Σ", "lo"):
            case("concat", s, t, result=s + t)
            case("find", s, t, 0, n, result=s.find(t))
            case("rfind", s, t, 0, n, result=s.rfind(t))
            case("count", s, t, result=s.count(t))
            case("startswith", s, t, result=s.startswith(t))
            case("endswith", s, t, result=s.endswith(t))
            case("compare", s, t, result=(s > t) - (s < t))
            case("replace", s, t, "-日-", -1, result=s.replace(t, "-日-"))
            case("replace", s, t, "z", 2, result=s.replace(t, "z", 2))
            if t:
                case("split", s, t, result=s.split(t))
                case("rsplit", s, t, result=s.rsplit(t)[::-1])
        case("join", s, ["a", "é", "日", ""], result=s.join(["a", "é", "日", ""]))
    for code in list(range(0, 0x200)) + random.sample(range(0x300, 0x110000), SCALE):
        c = chr(code)
        flags = [c.isalpha(), c.isdecimal(), c.isdigit(), c.isnumeric(), c.isspace(), c.islower(), c.isupper(),
                 c.isidentifier(), c.isprintable(), ("a" + c).isidentifier()]
        case("properties", code, result=[int(f) for f in flags])
        case("mappings", code, result=[c.upper(), c.lower(), c.title(), c.casefold()])
    bad = [b"\xff", b"abc\x80", b"\xc3", b"\xe2\x82", b"\xe2\x28\xa1", b"\xf0\x9f\x98", b"\xed\xa0\x80", b"\xf4\x90\x80\x80",
           b"\xc0\xaf", b"ok \xe2\x82\xac \xf0\x9f\x98\x80", "grüße".encode(), b"\xf0\x28\x8c\xbc", b"\xe0\x80\xaf", b"a\xffb\xfe"]
    for b in bad:
        for errors, name in ((0, "strict"), (1, "ignore"), (2, "replace"), (3, "backslashreplace"), (4, "surrogateescape"),
                             (6, "surrogatepass")):
            try:
                case("decode_utf-8", b, errors, result=b.decode("utf-8", name))
            except UnicodeDecodeError as e:
                case("decode_utf-8", b, errors, result=Raw(f"!{e.start}"))
                if not errors:
                    case("decode_error", b, e.start, result=str(e))
        for codec in ("utf-16-le", "utf-32-be"):
            try:
                case("decode_" + codec, b, 0, result=b.decode(codec))
            except UnicodeDecodeError as e:
                case("decode_" + codec, b, 0, result=Raw(f"!{e.start}"))
        case("bytes_repr", b, result=repr(b))
        case("bytes_hex", b, result=b.hex())
        case("bytes_title", b, result=b.title())
        case("bytes_split", b, result=b.split())
    for s in ("", "00ff", "0 0", "AB cd", "zz", "a", "0g", "12 3x"):
        try:
            case("from_hex", s, result=bytes.fromhex(s))
        except ValueError as e:
            case("from_hex", s, result=Raw("!" + str(e).split("position ")[1]))


FLOATS = [0.0, -0.0, 1.0, -1.5, 0.1, 0.5, 1e16, 1e15, 123456789012345678.0, 1e22, 1e23, 1e-4, 1e-5, 0.00012345, 5e-324,
          1.7976931348623157e308, 2.2250738585072014e-308, math.inf, -math.inf, math.nan, 2.5, 3.5, 2.675, 1e100, 9007199254740993.0,
          0.3, 1 / 3, 100.0, 12345.678, 99.99, 0.05, 1234567.891, 1e-323, 2e-323, 4.35, 1.005, 1e21, 65504.0, -7.0, 9.5, 0.999]


def numbers():
    values = FLOATS + [struct.unpack("<d", struct.pack("<Q", random.getrandbits(64)))[0] for _ in range(SCALE)]
    values += [random.uniform(-1e6, 1e6) for _ in range(SCALE)] + [float(2 ** k) for k in range(-1074, 1024, 20)]
    for x in values:
        if x == x or real(x) == real(math.nan):
            case("float_repr", x, result=repr(x))
            if x == x:
                case("float_parse", repr(x), result=x)
                case("float_hash", x, result=hash(x))
                case("float_hex", x, result=x.hex())
    for s in ("", " ", "1", " 1.5 ", "1_000.5", "1__0", "_1", "1_", "1_.5", "1._5", ".5", "5.", ".", "e5", "1e", "1e5", "1E+05",
              "inf", "-Infinity", "+nan", "infinit", "1e400", "-1e400", "1e-400", "0x10", "١٢.٥", "1 2", "123456789012345678901234567890",
              "9007199254740993", "2.2250738585072011e-308", "1.00000000000000011102230246251565", "--1", "1e1_0", "nan(1)", "1e+"):
        try:
            case("float_parse", s, result=float(s))
        except ValueError:
            case("float_parse", s, result=Raw("!1"))
        for base in (10, 0, 16, 2, 36):
            try:
                value = int(s, base)
                case("int_parse", s, base, result=value if -2**63 <= value < 2**63 else Raw("!2"))
            except ValueError:
                case("int_parse", s, base, result=Raw("!1"))
    for s in ("0", "00", "012", "0x1F", "0b101", "0o17", "0x", "0x_1", "1_0", "9223372036854775807", "-9223372036854775808",
              "9223372036854775808", "z", "-0xff", " 7 ", "0b2", "0_0", "+5", "0X1f", "१२"):
        for base in (10, 0, 16, 2, 8, 36):
            try:
                value = int(s, base)
                case("int_parse", s, base, result=value if -2**63 <= value < 2**63 else Raw("!2"))
            except ValueError:
                case("int_parse", s, base, result=Raw("!1"))
    ints = [0, 1, -1, 9, 10, 99, 100, 12345, -2**63, 2**63 - 1, 2**53 + 1, 10**18, 2**61 - 1, 2**61, -2**61 + 1, -2]
    ints += [random.randrange(-2**63, 2**63) >> random.randrange(63) for _ in range(100)]
    for i in ints:
        case("int_str", i, result=str(i))
        case("int_hash", i, result=hash(i))
        case("hex", i, result=hex(i))
        case("bin", i, result=bin(i))
        case("oct", i, result=oct(i))
        case("bit_length", i, result=i.bit_length())
        for d in (-1, -2, -5, -18, -20, 0, 3):
            value = round(i, d)
            if -2**63 <= value < 2**63:
                case("int_round", i, d, result=value)
    for _ in range(200):
        a, b = random.choice(ints), random.choice(ints)
        if b:
            if -2**63 <= a // b < 2**63:
                case("floordiv", a, b, result=a // b)
            case("mod", a, b, result=a % b)
            case("truediv", a, b, result=a / b)
            case("pow_mod", a, abs(b), b, result=pow(a, abs(b), b)) if b != -2**63 else None
        x, y = random.choice(FLOATS), random.choice(FLOATS)
        if y == y and x == x and y and not math.isinf(x):
            case("float_divmod", x, y, result=list(divmod(x, y)))
        case("int_float_compare", a, y, result=2 if y != y else (a > y) - (a < y))
    for x in FLOATS + [random.uniform(-1e4, 1e4) for _ in range(60)] + [k + 0.5 for k in range(-5, 6)] + [25.0, 15.0, 55.5, 1e300]:
        if x == x:
            for d in (0, 1, 2, 5, -1, -2, -3, 15, 300, -300):
                case("float_round", x, d, result=round(x, d))
    for t in ((), (1,), (1, 2), (1, (2, 3)), (-1, 0, 5, 7)):
        if all(isinstance(i, int) for i in t):
            case("tuple_hash", list(t), result=hash(t))
    for xs in ([0.1] * 10, [1e100, 1.0, -1e100], [1e308, 1e308, -1e308], [], [1, 1e-16, 1e-16], [random.uniform(-1, 1) for _ in range(99)]):
        try:
            case("fsum", [real(x) for x in xs] and [float(x) for x in xs], result=math.fsum(xs))
        except OverflowError:
            pass
    for re in FLOATS[:12] + [math.nan, math.inf]:
        for im in (0.0, -0.0, 1.0, -2.5, math.inf, math.nan):
            case("complex_repr", re, im, result=repr(complex(re, im)))


SPECS = ["", "d", "5", "<5", ">5", "^6", "=6", "05", "+", "-", " ", "+05d", ",", "_", "010,", "015_x", "#x", "#X", "#o", "#b", "b", "o",
         "x", "X", "c", "n", "e", "E", "f", "F", "g", "G", "%", ".2f", ".0f", "10.3f", "<10.3f", "^10.3f", "+.1e", "#.3g", ".3g", ".10g",
         "*^12,.2f", "日>8", "é<8d", "010.2f", "+010.2f", ",.1f", "_.3f", "z.0f", "z", ".3", ".5", ".0", "#", "10", "020,", "08,", "09,",
         "#_x", "#010x", "s", ".2", "5s", "^5.2s", "zz", ",,", ",_", "_,", ",c", ",b", "1.2.3", ".", "=5", "+c", "#c", "99999999999999999999",
         "!", "5 ", ".99999999999", ".1%", "08.1%", "0=8", "x^+9.2e", "#.0f", "#.0e", "#g", "+,d", " ,d", "-5", "0<8", ">08", "00005"]


def formats():
    values = [0, 1, -1, 42, -42, 65, 1234567, -1234567, 255, 2**63 - 1, -2**63, 10**15, True and 8364]
    for spec in SPECS:
        for value in values:
            emit_format("format_int", value, spec, "int")
        for value in FLOATS:
            emit_format("format_float", value, spec, "float")
        for value in ("", "a", "hello", "日本語", "é😀x"):
            emit_format("format_str", value, spec, "str")
        for value in (0j, 1 + 2j, -0.0 + 1.5j, 12345.678 - 9.87654321j):
            try:
                result = format(value, spec)
            except ValueError as e:
                result = Raw("?" + text(str(e)))
            case("format_complex", value.real, value.imag, spec, result=result)
    for f in ("%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%+05d", "%x", "%#x", "%X", "%#X", "%o", "%#o", "%.3d", "%8.3d", "%-8.3d|", "%#8.5x",
              "%08x", "%i", "%u", "%-05d|", "%+.3d", "%#.5x"):
        for value in (0, 5, -5, 255, -255, 123456):
            case("percent_int", f, value, result=f % value)
    for f in ("%f", "%.2f", "%10.3f", "%-10.3f|", "%010.3f", "%+f", "% f", "%e", "%.3E", "%g", "%G", "%#g", "%.0f", "%#.0f", "%.10g", "%F", "%05f",
              "%+08.2f", "%-08.2f|"):
        for value in FLOATS:
            case("percent_float", f, value, result=f % value)
    for f in ("%s", "%5s|", "%-5s|", "%.2s", "%05s", "%8.3s"):
        for value in ("", "a", "hello", "日本語"):
            case("percent_str", f, value, result=f % value)


def emit_format(operation, value, spec, name):
    try:
        result = format(value, spec)
    except OverflowError as e:
        result = Raw("?" + text(str(e)))
    except ValueError as e:
        result = Raw("?" + text(str(e)))
    case(operation, value, spec, result=result)


texts()
numbers()
formats()
if __name__ == "__main__":
    sys.stdout.write("\n".join(LINES) + "\n")
