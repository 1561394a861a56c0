# Damaged FASTA and FASTQ files, plain and compressed: what the readers make of them, as a digest. The argument says how many.
import sys
import zlib

from bio import FASTA, FASTQ, FormatError

FASTA_FILE = b">a first\nACGTNACG\nTT\n\n>b\r\nacgtRY\r\n>c\n>d x y\nGGG\nGATTACA"
FASTQ_FILE = b"@a first\nACGTN\n+\nII@I+\n@b\r\nacgt\r\n+b\r\n!~AB\r\n@c\n\n+\n\n@d x\nGATTACA\n+d x\n>>>>>>>"
BYTES = b"@>+\n\r\n ACGTN@+\n>!~x*\t\x00\xff"


class Random:
    state: int

    def __init__(self, seed: int):
        self.state = seed

    def below(self, limit: int) -> int:
        self.state = self.state * 48271 % 2147483647
        return (self.state >> 8) % limit


def damaged(random: Random, data: bytes) -> bytes:
    for _ in range(1 + random.below(4)):
        i = random.below(len(data) + 1)
        j = min(len(data), i + random.below(12))
        kind = random.below(6)
        if kind == 0:
            data = data[:i] + data[j:]
        elif kind == 1:
            data = data[:j] + data[i:j] + data[j:]
        elif kind == 2:
            data = data[:i]
        else:
            letter = random.below(len(BYTES))
            rest = i if kind == 3 else i + 1
            data = data[:i] + BYTES[letter:letter + 1] + data[rest:]
    return data


def member(data: bytes) -> bytes:
    """A member of gzip whose only block is stored as it is."""
    size = len(data).to_bytes(2, "little")
    opposite = (len(data) ^ 65535).to_bytes(2, "little")
    head = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
    return head + b"\x01" + size + opposite + data + zlib.crc32(data).to_bytes(4, "little") + size + b"\0\0"


def compressed(random: Random, data: bytes) -> bytes:
    i = random.below(len(data) + 1)
    result = member(data[:i]) + member(data[i:])
    return result[:len(result) - random.below(40)] if random.below(2) else result


def read(path: str, is_fasta: bool, validate: bool) -> str:
    result: list[str] = []
    try:
        if is_fasta:
            for record in FASTA(path, validate=validate):
                result.append(f"{record.header!r} {str(record.seq)!r}")
        else:
            for read in FASTQ(path, validate=validate):
                result.append(f"{read.header!r} {read.name!r} {str(read.seq)!r} {read.qual!r}")
    except FormatError as problem:
        result.append(f"{problem.line} {problem.record!r} {problem}")
    return "; ".join(result)


count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
random = Random(99)
digest = 0
errors = 0
for number in range(count):
    is_fasta = random.below(2) == 0
    data = damaged(random, FASTA_FILE if is_fasta else FASTQ_FILE)
    if random.below(3) == 0:
        data = compressed(random, data)
    with open("it", "wb") as file:
        file.write(data)
    text = read("it", is_fasta, random.below(8) > 0)
    errors += 1 if "it:" in text else 0
    digest = zlib.crc32(text.encode("utf-8", "backslashreplace"), digest)
    if (number + 1) % (count // 10) == 0:
        print(f"{digest:08x} {text[-60:]}")
    if len(sys.argv) > 2:
        print(number, repr(text), repr(data))
print(count, "files,", errors, "errors")
