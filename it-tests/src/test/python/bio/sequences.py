"""A model of sequences and k-mers."""

from typing import NamedTuple

_COMPLEMENTS = {a: b for x, y in ["AT", "CG", "RY", "KM", "BV", "DH"] for a, b in [(x, y), (y, x)]}
_COMPLEMENTS |= {a.lower(): b.lower() for a, b in _COMPLEMENTS.items()}
_COMPLEMENTS |= {a: a for a in "SWswn.-*"} | {"U": "A", "u": "a"}
_COMPLEMENT = {code: _COMPLEMENTS.get(chr(code), "N") for code in range(256)}


class BaseCounts(NamedTuple):
    A: int
    C: int
    G: int
    T: int
    N: int

    def __add__(self, other):
        return BaseCounts(*(a + b for a, b in zip(self, other)))

    def __sub__(self, other):
        return BaseCounts(*(a - b for a, b in zip(self, other)))


class seq:
    def __init__(self, text=""):
        self._text = text.decode("latin-1") if isinstance(text, bytes) else text

    def __len__(self):
        return len(self._text)

    def __invert__(self):
        return seq(self._text[::-1].translate(_COMPLEMENT))

    def __getitem__(self, index):
        if not isinstance(index, slice) and not -len(self) <= index < len(self):
            raise IndexError("seq index out of range")
        return seq(self._text[index])

    def __iter__(self):
        return (seq(letter) for letter in self._text)

    def __str__(self):
        return self._text

    def __repr__(self):
        return f"s'{self._text}'"

    def __int__(self):
        if len(self) != 1:
            raise ValueError(f"only a seq of one base is an int, this one has {len(self)}")
        return {"A": 0, "C": 1, "G": 2, "T": 3}.get(self._text.upper(), 4)

    def __hash__(self):
        result = 0
        for letter in self._text:
            result = (31 * result + ord(letter)) % 2**61
        return result

    def __eq__(self, other):
        return self._text == other._text

    def __lt__(self, other):
        return self._text < other._text

    def __le__(self, other):
        return self._text <= other._text

    def __gt__(self, other):
        return self._text > other._text

    def __ge__(self, other):
        return self._text >= other._text

    def __contains__(self, other):
        return other._text in (self._text if isinstance(other, seq) else self._text.upper())

    def __add__(self, other):
        return seq(self._text + other._text)

    def N(self):
        return any(letter not in "ACGTacgt" for letter in self._text)

    @property
    def bases(self):
        text = self._text.upper()
        known = [text.count(letter) for letter in "ACGT"]
        return BaseCounts(*known, len(text) - sum(known))

    def split(self, k, step=1):
        if step < 1:
            raise ValueError(f"step must be positive, not {step}")
        return (self[i:i + k] for i in range(0, len(self) - k + 1, step))

    def kmers_with_pos(self, k, step=1):
        for position, part in zip(range(0, len(self), max(step, 1)), self.split(k, step)):
            if not part.N():
                yield position, Kmer[k](part)

    def kmers(self, k, step=1):
        return (kmer for _, kmer in self.kmers_with_pos(k, step))

    def kmers_canonical_with_pos(self, k):
        return ((position, kmer.canonical()) for position, kmer in self.kmers_with_pos(k))

    def kmers_canonical(self, k):
        return (kmer.canonical() for kmer in self.kmers(k))


class Kmer:
    _classes = {}

    def __class_getitem__(cls, k):
        if k not in cls._classes:
            cls._classes[k] = type(f"Kmer[{k}]", (_Kmer,), {"_k": k})
        return cls._classes[k]


class _Kmer:
    def __init__(self, value):
        k = self._k
        if isinstance(value, int):
            self._text = "".join("ACGT"[value >> 2 * i & 3] for i in range(k - 1, -1, -1))
            return
        text = str(value)
        if len(text) != k:
            raise ValueError(f"a {k}-mer has {k} bases, not {len(text)}")
        for i, letter in enumerate(text):
            if letter not in "ACGTacgt":
                raise ValueError(f"not a base: {letter!r} at position {i}")
        self._text = text.upper()

    def as_int(self):
        return int(self._text.translate({65: "0", 67: "1", 71: "2", 84: "3"}), 4)

    def __len__(self):
        return self._k

    def __str__(self):
        return self._text

    def __repr__(self):
        return f"k'{self._text}'"

    def __invert__(self):
        return type(self)(self._text[::-1].translate(_COMPLEMENT))

    def canonical(self):
        return min(self, ~self)

    def __hash__(self):
        rest = self.as_int()
        result = 0
        while rest:
            result ^= rest & 2**64 - 1
            rest >>= 64
        return result

    def __eq__(self, other):
        return self._text == other._text

    def __lt__(self, other):
        return self._text < other._text

    def __le__(self, other):
        return self._text <= other._text

    def __gt__(self, other):
        return self._text > other._text

    def __ge__(self, other):
        return self._text >= other._text

    def hamming(self, other):
        return sum(a != b for a, b in zip(self._text, other._text))

    def __sub__(self, other):
        return -self.hamming(other) if self < other else self.hamming(other)

    def __lshift__(self, bases):
        return type(self)((self._text + str(Kmer[len(bases)](bases)))[-self._k:])

    def __rshift__(self, bases):
        return type(self)((str(Kmer[len(bases)](bases)) + self._text)[:self._k])

    def __getitem__(self, index):
        if not -self._k <= index < self._k:
            raise IndexError("k-mer index out of range")
        return Kmer[1](self._text[index])

    def __iter__(self):
        return (Kmer[1](letter) for letter in self._text)

    def base(self, index, value):
        self[index]
        index %= self._k
        return type(self)(self._text[:index] + str(Kmer[1](value)) + self._text[index + 1:])
