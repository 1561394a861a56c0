"""Random patterns on random texts: spans and groups of all matches, or the message of the error.

With an argument all cases are printed, to find the one that differs.
"""

import random
import re
import sys
import zlib

ATOMS = ["a", "b", "c", ".", "\\d", "\\w", "\\s", "\\D", "\\W", "\\S", "[ab]", "[^a]", "[a-c]", "[\\d_]", "é", "€", "\\.", "x",
         "^", "$", "\\b", "\\B", "\\Z", "\\n", "[^\\s\\d]", "\\x41", "\\u00e9", "[é-ü]", "A", "\\t", " ", "[\\]a]", "1", "_"]
QUANTIFIERS = ["", "", "", "", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{,2}", "{2,}", "{0,1}?", "++", "*+", "?+"]
# CPython 3.11 keeps groups of an abandoned possessive repeat, so groups get the other quantifiers only. Repeated groups
# match at least one character: how often an empty match counts differs between the engines.
OF_GROUPS = QUANTIFIERS[:15]
TEXTS = ["", "a", "b", "c", "abc", "aab", "ab ab", "cab\nabc\n", "a1_b2", "éa€b", "ÉA", "xyz", "a.b.c", "\n", "  ab  ", "12 34",
         "aaaa", "abab", "日本 abc", "\x1c\x85 a", "AbC", "K", "ſtraße", "a\U0001f600b", "ababab\n", "²٣1"]
FLAGS = [0, 0, 0, 0, re.IGNORECASE, re.MULTILINE, re.DOTALL, re.ASCII, re.VERBOSE, re.IGNORECASE | re.MULTILINE, re.IGNORECASE | re.ASCII]


def item(r: random.Random, depth: int, groups: list[int]) -> str:
    kind = r.randrange(12)
    if depth <= 0 or kind < 7:
        return r.choice(ATOMS) + r.choice(QUANTIFIERS)
    if kind == 7 or kind == 8:
        if kind == 7:
            groups[0] += 1
        inside = pattern(r, depth - 1, groups)
        quantifier = r.choice(OF_GROUPS)
        if quantifier != "":
            inside = r.choice("ab") + "(?:" + inside + ")"
        return ("(" if kind == 7 else "(?:") + inside + ")" + quantifier
    if kind == 9:
        return r.choice(["(?=", "(?!", "(?<=", "(?<!", "(?i:", "(?-i:", "(?s:", "(?m:", "(?>"]) + pattern(r, depth - 1, groups) + ")"
    if kind == 10 and groups[0] > 0:
        return "\\" + str(r.randrange(1, groups[0] + 1)) + r.choice(QUANTIFIERS)
    return r.choice(["", ")", "(", "[", "*", "\\", "{", "(?P<n>a)", "(?P=n)", "(?(1)a|b)", "(?#c)", "\\q", "[b-a]", "(?z)", "a{3,1}", "**"]) \
        if r.randrange(6) == 0 else r.choice(ATOMS)


def pattern(r: random.Random, depth: int, groups: list[int]) -> str:
    branches = 1 if r.randrange(4) else 2
    return "|".join(["".join([item(r, depth, groups) for _ in range(r.randrange(1, 4))]) for _ in range(branches)])


def describe(text: str, flags: int, subject: str) -> str:
    try:
        compiled = re.compile(text, flags)
    except re.error as problem:
        return "error: " + str(problem)
    parts: list[str] = [str(compiled.groups)]
    for m in compiled.finditer(subject):
        parts.append(str(m.span()) + str([m.span(i) for i in range(1, compiled.groups + 1)]) + str(m.lastindex))
    first = compiled.match(subject)
    parts.append("-" if first is None else str(first.span()))
    whole = compiled.fullmatch(subject)
    parts.append("-" if whole is None else str(whole.span()))
    parts.append(repr(compiled.sub("<\\g<0>>", subject)))
    return " ".join(parts)


def main() -> None:
    show = len(sys.argv) > 1
    r = random.Random(20240607)
    digest = 0
    for number in range(10000):
        text = pattern(r, 2, [0])
        flags = r.choice(FLAGS)
        subject = r.choice(TEXTS) + (r.choice(TEXTS) if r.randrange(2) else "")
        line = f"{number} {text!r} {int(flags)} {subject!r} {describe(text, flags, subject)}"
        digest = zlib.crc32(line.encode("utf-8"), digest)
        if show:
            print(line)
        elif number % 1000 == 999:
            print(number + 1, digest)


main()
