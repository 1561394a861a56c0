# Sequences: strands, parts, comparisons, counts; readers and writers of files; errors.
import os

from bio import FASTA, FASTAWriter, FASTQ, FASTQWriter, BaseCounts, FormatError, Kmer, canonical, kmers, revcomp, seq, seqs, split
from bio.count import KmerCounter


def strands() -> None:
    s = seq("ACGTTNRacgu-")
    print(s, ~s, ~~s[:7] == s[:7], len(s), bool(s), bool(seq("")), repr(~s))
    print(s[2], s[-1], s[2:6], s[:3], s[-3:], s[::2], s[5:2], (~s)[1:4], ~(s[1:4]), (~s)[::3], (~s)[-2])
    print([str(base) for base in ~s[:4]], s[:0], ~s[:0] == s[3:3])
    print(s + ~s[:3], (~s[:3] + s[:1]).N(), s.N(), s[:4].N())
    print(seq("RYKMSWBDHVNrykmswbdhvn.*X"), ~seq("RYKMSWBDHVNrykmswbdhvn.*X"))
    print(s.bases, (~s).bases, s.bases + s[:2].bases, s.bases - s[:2].bases, BaseCounts(1, 2, 3, 4, 5).N)
    print([int(base) for base in seq("ACGTNacgt")], hash(s[:4]) == hash(seq("ACGT")), hash(~seq("AC")) == hash(seq("GT")))
    a, b, c = seq("ACG"), seq("ACGT"), seq("AD")
    print(a < b, b < a, a <= a, a > c, c >= b, a == b[:3], a != b, sorted([c, b, a])[0], max(a, b, c))
    print(~seq("CGT") == seq("ACG"), ~seq("CGT") < seq("ACC"), seq("ac") == seq("AC"))
    print(seq("GTT") in s, seq("AAC") in s, seq("AAC") in ~s, seq("") in s, Kmer[3]("GTT") in s, Kmer[3]("GAC") in s)
    print([str(part) for part in s.split(3, 3)], [str(part) for part in split(~s, 5, 2)])
    print(len({seq("A"), seq("C"), seq("A"), ~seq("T")}), {seq("AC"): 1}[~seq("GT")])
    print(revcomp(s), revcomp(Kmer[3]("AAC")), canonical(Kmer[3]("TTG")), [str(x) for x in kmers(s, 3, 2)])


def refused() -> None:
    try:
        seq("AC")[2]
    except IndexError as error:
        print(error)
    try:
        int(seq("AC"))
    except ValueError as error:
        print(error)
    try:
        Kmer[4]("ACNT")
    except ValueError as error:
        print(error)
    try:
        Kmer[4](seq("ACG"))
    except ValueError as error:
        print(error)
    try:
        Kmer[4]("ACGT")[4]
    except IndexError as error:
        print(error)
    try:
        Kmer[4]("ACGT") << seq("N")
    except ValueError as error:
        print(error)
    try:
        for part in seq("ACGT").split(2, 0):
            print(part)
    except ValueError as error:
        print(error)
    try:
        FASTQ("missing.fq")
    except FileNotFoundError as error:
        print(error)
    try:
        os.mkdir("folder")
        for record in FASTQ("folder"):
            print(record.name)
    except IsADirectoryError as error:
        print(error)
    try:
        FASTAWriter("it.fa", width=0)
    except ValueError as error:
        print(error)


def written(ending: str) -> None:
    with FASTAWriter("it.fa" + ending) as out:
        out.write("one größe", seq("ACGTN" * 30))
        out.write("two", ~seq("AAACC"))
        out.write("three", seq(""))
    with FASTAWriter("copy.fa" + ending, width=7) as out:
        for record in FASTA("it.fa" + ending):
            out.write(record)
    for record in FASTA("copy.fa" + ending):
        print(record.name, record.comment, len(record.seq), record.seq[:5], record.seq.bases)
    with FASTQWriter("it.fq" + ending) as out:
        out.write("r1 x", seq("ACGT"), "IIII")
        out.write("r2", ~seq("AACCG"), "!I~@+")
    with FASTQWriter("copy.fq" + ending) as out:
        for record in FASTQ("it.fq" + ending):
            out.write(record)
    for record in FASTQ("copy.fq" + ending):
        print(record.header, record.read, record.seq, record.qual)
    if not ending:
        print(open("copy.fa").read() + open("copy.fq").read(), end="")
    with FASTQWriter("bad.fq") as out:
        try:
            out.write("r", seq("ACGT"), "II")
        except ValueError as error:
            print(error)


def counted() -> None:
    counter = KmerCounter[4]()
    text = "ACGTACGTTTGACCNACGTA" * 3
    for kmer in seq(text).kmers_canonical(4):
        counter.add(kmer)
    print(len(counter), counter.total, counter.histogram())
    print(counter[Kmer[4]("ACGT")], counter[Kmer[4]("AAAA")], Kmer[4]("GTAC") in counter, Kmer[4]("CCCC") in counter)
    print(sorted([f"{kmer} {count}" for kmer, count in counter.items()]))
    many = KmerCounter[40]()
    state = 1
    for _ in range(30000):
        state = state * 48271 % 2147483647
        many.increment(Kmer[40]("ACGT" * 5 + "".join(["ACGT"[state >> 2 * i & 3] for i in range(4, 12)]) + "ACGTACGTACGT"))
    print(len(many), many.total, many.histogram()[:3], sum([count for _, count in many.items()]))
    empty = KmerCounter[31]()
    print(len(empty), empty.total, empty.histogram(), [str(kmer) for kmer in empty])


def views_live() -> None:
    """Records stay what they are while the reader goes on."""
    with FASTQWriter("many.fq") as out:
        for number in range(3000):
            out.write(f"r{number}", seq("ACGT"[number % 4] * (number % 300)), "I" * (number % 300))
    kept = list(FASTQ("many.fq"))
    print(len(kept), all([str(kept[i].seq) == "ACGT"[i % 4] * (i % 300) and kept[i].name == f"r{i}" for i in range(3000)]))
    print(sum([len(s) for s in seqs(FASTQ("many.fq"))]))


strands()
refused()
written("")
written(".gz")
counted()
views_live()
