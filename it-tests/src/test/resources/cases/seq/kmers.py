# Operations of k-mers on random ones, many of them near each other; a digest for each operation. The argument says how
# many for each k: few in every build, 100000 to be sure.
import sys
import zlib
from typing import Literal

from bio import Kmer, seq


class Random:
    """The minimal standard generator of Park and Miller, so that every implementation draws the same."""

    state: int

    def __init__(self, seed: int):
        self.state = seed

    def below(self, limit: int) -> int:
        self.state = self.state * 48271 % 2147483647
        return (self.state >> 8) % limit

    def bases(self, length: int) -> str:
        parts = [SIXES[self.below(4096)] for _ in range((length + 5) // 6)]
        return "".join(parts)[:length]


SIXES = ["".join(["ACGT"[number >> 2 * i & 3] for i in range(6)]) for number in range(4096)]


class Digest:
    crc: int
    last: str

    def __init__(self):
        self.crc = 0
        self.last = ""

    def add(self, text: str) -> None:
        self.crc = zlib.crc32(text.encode(), self.crc)
        self.last = text

    def show(self, what: str) -> None:
        shown = self.last if len(self.last) < 40 else self.last[:18] + ".." + self.last[-18:]
        print(f"  {what}: {self.crc:08x} {shown}")


def near(random: Random, text: str) -> str:
    """The bases with some changed, or others, or those of the other strand."""
    kind = random.below(8)
    if kind == 0:
        return text
    if kind == 1:
        return str(~seq(text))
    if kind == 2:
        return random.bases(1) * len(text)
    if kind == 3:
        return random.bases(len(text))
    for _ in range(1 + random.below(3)):
        i = random.below(len(text))
        text = text[:i] + random.bases(1) + text[i + 1:]
    return text


def check(k: Literal[int], count: int) -> None:
    random = Random(1000 + k)
    reverse, canonical, order, distance, shifts, items, hashes, made = (
        Digest(), Digest(), Digest(), Digest(), Digest(), Digest(), Digest(), Digest())
    for _ in range(count):
        first = random.bases(k)
        second = near(random, first)
        a = Kmer[k](first)
        b = Kmer[k](second)
        reverse.add(str(~a))
        canonical.add(str(b.canonical()))
        order.add(f"{a == b} {a != b} {a < b} {a <= b} {a > b} {a >= b}")
        distance.add(f"{a - b} {a.hamming(b)}")
        bases = seq(random.bases(1 + random.below(min(k, 9))))
        shifts.add(f"{a << bases} {b >> bases}")
        i = random.below(2 * k) - k
        items.add(f"{a[i]} {b.base(i, 'G')} {len(a)}")
        hashes.add(f"{a.__hash__() & 1073741823}")
        number = str(a.as_int()) if k < 128 else ""
        made.add(f"{Kmer[k](seq(first)) == a} {Kmer[k](seq(second.lower())) == b} {number}")
    print(f"k = {k}")
    reverse.show("reverse complement")
    canonical.show("canonical")
    order.show("order")
    distance.show("distance")
    shifts.show("shifts")
    items.show("bases")
    hashes.show("hash")
    made.show("made")


def walk(k: Literal[int], text: str) -> None:
    sequence = seq(text)
    digest = Digest()
    for step in [1, 2, 3, k, k + 5]:
        for position, kmer in sequence.kmers_with_pos(k, step):
            digest.add(f"{position} {kmer}")
        for kmer in (~sequence).kmers(k, step):
            digest.add(str(kmer))
        for part in sequence.split(k, step):
            digest.add(str(part))
    for position, kmer in sequence.kmers_canonical_with_pos(k):
        digest.add(f"{position} {kmer}")
    for kmer in (~sequence).kmers_canonical(k):
        digest.add(str(kmer))
    digest.show(f"walk {k}")


def walks(random: Random) -> None:
    text = random.bases(1300)
    for _ in range(8):
        i = random.below(len(text))
        text = text[:i] + "NRnacgt-"[random.below(8)] + text[i + 1:]
    for part in [text, text[:70], text[:3], "", "N" * 50]:
        walk(1, part)
        walk(2, part)
        walk(15, part)
        walk(31, part)
        walk(32, part)
        walk(33, part)
        walk(64, part)
        walk(65, part)


count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
check(1, count)
check(2, count)
check(15, count)
check(16, count)
check(20, count)
check(21, count)
check(31, count)
check(32, count)
check(33, count)
check(63, count)
check(64, count)
check(65, count)
check(127, count)
check(1000, count)
walks(Random(7))
