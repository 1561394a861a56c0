import re
from typing import Iterator, NamedTuple

class Token(NamedTuple):
    kind: str
    value: str
    line: int
    column: int

SPEC = [
    ("NUMBER", r"\d+(\.\d*)?"),
    ("ASSIGN", r":="),
    ("END", r";"),
    ("ID", r"[A-Za-z]+"),
    ("OP", r"[+\-*/]"),
    ("NEWLINE", r"\n"),
    ("SKIP", r"[ \t]+"),
    ("MISMATCH", r"."),
]

def tokenize(code: str) -> Iterator[Token]:
    keywords = {"IF", "THEN", "ENDIF"}
    regex = "|".join("(?P<%s>%s)" % pair for pair in SPEC)
    line_num = 1
    line_start = 0
    for mo in re.finditer(regex, code):
        kind = mo.lastgroup
        value = mo.group()
        column = mo.start() - line_start
        if kind == "NUMBER":
            pass
        elif kind == "ID" and value in keywords:
            kind = value
        elif kind == "NEWLINE":
            line_start = mo.end()
            line_num += 1
            continue
        elif kind == "SKIP":
            continue
        elif kind == "MISMATCH":
            raise RuntimeError(f"{value!r} unexpected on line {line_num}")
        yield Token(kind, value, line_num, column)

for token in tokenize("IF q THEN\n  total := total + 1.5;\nENDIF;"):
    print(token)

def first(p: re.Pattern, s: str) -> str:
    m = p.search(s)
    return m.group() if m else "none"

def second(p: re.Pattern[str], m: re.Match[str]) -> str:
    return p.pattern + " " + m.group(0)

p = re.compile(r"(?P<a>\w)(?P<b>\d)?")
print(first(p, "x1"), second(p, p.match("y2")))
m = p.match("q")
print(m, m.groups(), m.groups("-"), m.groupdict(), m.groupdict("?"), m.lastindex, m.lastgroup, m.regs, m.pos, m.endpos)
print(m.group("a", "b"), m.group(1, 2, 0), m.start("b"), m.re.pattern, m.re == p)
a, b = p.match("z9").groups()
print(a, b, a + b)
print(repr(p), re.compile("x", re.I | re.M), p.flags, re.compile("a", re.A).flags, p.groupindex)
print(re.split(r"(a)|b", "xaybz"), re.split(r"(\s)", "a b\tc"), re.split(r",", ""), re.split("x*", "axbc"))
print(re.findall(r"(a)(b)?", "abaab"), re.findall(rb"\w+", b"ab cd"), re.findall(rb"(\w)(\w)", b"ab cd"))
bm = re.match(rb"(\d+)-(\d+)", b"12-34x")
print(bm.group(1), bm.groups(), re.sub(rb"\d", b"#", b"a1b2"), re.sub(rb"(\d)", rb"<\1>", b"a1b2"), bm)

def double(m: re.Match[str]) -> str:
    return str(int(m.group(0)) * 2)

print(re.sub(r"\d+", double, "1 22 3"), re.subn(r"\d+", double, "1 22 3", count=2))
for bad in ["(", "[", "*a", "a**", "(?P<n>a)(?P<n>b)", "\\", "(?P<1>a)", "a{3,1}", "(?<=a*)b", "\\1", "(?z)", "[b-a]", "(?P=x)", "x\n(", "(?i", "a(?i)b", "\\q", "(?P<n", "\\x1", ")"]:
    try:
        re.compile(bad)
        print("ok", bad)
    except re.error as e:
        print(repr(bad), str(e), e.msg, e.pos, e.lineno, e.colno)
for template in ["\\2", "\\g<x>", "\\q", "\\g<1", "\\g<>", "\\"]:
    try:
        print(re.sub("(a)", template, "a"))
    except re.error as e:
        print(repr(template), e)
    except IndexError as e:
        print(repr(template), "IndexError", e)
try:
    p.match("a").group(5)
except IndexError as e:
    print(e)
print(re.sub(r"(?P<x>\w)(?P<y>\w)", r"\g<y>\g<x>", "abcd"), re.sub("a", r"\n\t\\", "bab"), re.sub("x", r"\.", "x"))
print(re.escape("a.b*c[d]"), re.escape("é-_ \n"), re.escape(b"a+b"))
print(re.fullmatch(r"a|ab", "ab"), re.match(r"\Ba", "a"), re.search(r"\B", ""))
print([m.start() for m in re.finditer("(?=aa)", "aaaa")], re.findall(r"(?<!\d)\d{2}(?!\d)", "1 22 333 44"))
print(re.compile(r"""
  (\d+)   # digits
  \s* - \s*
  (\d+)""", re.X).search("range 10 - 20").groups())
print(re.sub(r"(?i)HELLO", "bye", "Hello hello"), re.search("ß", "STRASSE ß", re.I), re.findall("[k]", "K k K", re.I))
text = "one two  three"
words = [w for w in re.split(r"\s+", text) if w]
print(words, re.search(r"t\w+", text).span(), re.search("t", text).end())
print(p.search("  a1", 1).span(), re.compile("^a").search("ba", 1), re.compile("a$").search("ab", 0, 1))
counts: dict[str, int] = {}
for w in re.findall(r"\w+", "the cat the dog"):
    counts[w] = counts.get(w, 0) + 1
print(counts)
if (m := re.match(r"(\w+) (\w+)", "John Smith")) is not None:
    firstname, lastname = m.group(1), m.group(2)
    print(f"{lastname}, {firstname}", m.expand(r"\2 \1"))
print(re.match("(a)|(b)", "b").lastindex, re.match("((a)(b))", "ab").lastindex, bool(re.match("a", "a")))
scanner = re.compile(r"\s*(\d+|.)").scanner("12 + 3")
while True:
    s = scanner.match()
    if not s:
        break
    print(s.group(1), end=" ")
print()
