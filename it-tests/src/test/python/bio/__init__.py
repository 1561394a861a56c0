"""A model of the module `bio` on strings, with which CPython says what programs must print. It is for tests: no speed,
and only what they use."""

from bio.files import FASTA, FASTAWriter, FASTQ, FASTQWriter, FormatError
from bio.sequences import BaseCounts, Kmer, seq

__all__ = [
    "BaseCounts", "FASTA", "FASTAWriter", "FASTQ", "FASTQWriter", "FormatError", "Kmer", "canonical", "kmers", "revcomp",
    "seq", "seqs", "split"]


def seqs(records):
    return (record.seq for record in records)


def split(sequence, k, step=1):
    return sequence.split(k, step)


def kmers(sequence, k, step=1):
    return sequence.kmers(k, step)


def revcomp(bases):
    return ~bases


def canonical(kmer):
    return kmer.canonical()
