"""A model of `bio.count`."""

from collections import Counter

from bio.sequences import Kmer


class _Counter:
    def __init__(self):
        self._counts = Counter()

    def add(self, kmer):
        self._counts[kmer] += 1

    increment = add

    def __len__(self):
        return len(self._counts)

    @property
    def total(self):
        return sum(self._counts.values())

    def __getitem__(self, kmer):
        return self._counts[kmer] if kmer in self._counts else 0

    def __contains__(self, kmer):
        return kmer in self._counts

    def __iter__(self):
        return iter(self._counts)

    def items(self):
        return self._counts.items()

    def histogram(self):
        result = [0] * max(2, max(self._counts.values(), default=0) + 1)
        for count in self._counts.values():
            result[count] += 1
        return result


class KmerCounter:
    def __class_getitem__(cls, k):
        Kmer[k]
        return _Counter
