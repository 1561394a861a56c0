# Readers of FASTA and FASTQ on legal and malformed files, plain and compressed: every record, or the line of the error.
import zlib

from bio import FASTA, FASTQ, FormatError


def member(data: bytes) -> bytes:
    """A member of gzip whose only block is stored as it is."""
    size = len(data).to_bytes(2, "little")
    opposite = (len(data) ^ 65535).to_bytes(2, "little")
    head = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
    return head + b"\x01" + size + opposite + data + zlib.crc32(data).to_bytes(4, "little") + size + b"\0\0"


def write(name: str, data: bytes) -> None:
    with open(name, "wb") as file:
        file.write(data)


def fasta(title: str, data: bytes, validate: bool = True) -> None:
    write("it.fa", data)
    print(f"FASTA {title}:", end="")
    try:
        with FASTA("it.fa", validate=validate) as file:
            for record in file:
                text = str(record.seq)
                shown = text if len(text) < 40 else f"{text[:8]}..{text[-8:]} of {len(text)}"
                print(f" [{record.header!r} {record.name!r} {record.comment!r} {shown}]", end="")
        print()
    except FormatError as problem:
        print(f" line {problem.line} of {problem.file}, record {problem.record!r}: {problem}")


def fastq(title: str, data: bytes, validate: bool = True) -> None:
    write("it.fq", data)
    print(f"FASTQ {title}:", end="")
    try:
        with FASTQ("it.fq", validate=validate) as file:
            for record in file:
                text = str(record.read)
                shown = text if len(text) < 40 else f"{text[:8]}..{text[-8:]} of {len(text)}"
                qual = record.qual if len(record.qual) < 40 else f"{record.qual[:8]}.. of {len(record.qual)}"
                print(f" [{record.name!r} {record.comment!r} {shown} {qual!r}]", end="")
        print()
    except FormatError as problem:
        print(f" line {problem.line} of {problem.file}, record {problem.record!r}: {problem}")


def legal_fasta() -> None:
    fasta("one", b">a\nACGT\n")
    fasta("two", b">a first\nACGT\n>b\tsecond one\nTTTT\n")
    fasta("several lines", b">a\nACGT\nAC\nG\n>b\nTT\nT\n")
    fasta("without final newline", b">a\nACGT\n>b\nTTTT")
    fasta("CRLF", b">a x\r\nACGT\r\nAC\r\n>b\r\nTT\r\n")
    fasta("CRLF without final newline", b">a x\r\nACGT\r\nAC")
    fasta("empty", b"")
    fasta("blank lines only", b"\n\r\n\n")
    fasta("blank lines", b"\n\n>a\n\nAC\n\nGT\n\n\n>b\nT\n\n")
    fasta("no bases", b">a\n>b\nAC\n>c\n")
    fasta("no name", b">\nAC\n> c\nGG\n")
    fasta("only N", b">n\n" + b"N" * 100 + b"\n")
    fasta("lower case", b">a\nacgtn\n")
    fasta("IUPAC", b">a\nACGTURYKMSWBDHVN-.*\nacgturykmswbdhvn\n")
    fasta("'>' in a header", b">a >b\nAC\n")
    fasta("only a header", b">a b c")
    fasta("UTF-8 in a header", ">größe µ\nAC\n".encode())
    fasta("not checked", b">a\nAC!T\n", False)
    fasta("gzip", member(b">a\nACGT\n>b\nGG\n"))
    fasta("gzip, two members", member(b">a\nAC") + member(b"GT\n>b\nGG\n"))
    fasta("gzip, empty members", member(b"") + member(b">a\nAC\n") + member(b""))
    fasta("gzip of nothing", member(b""))
    fasta("long line", b">long\n" + b"ACGTACGTAC" * 70000 + b"\n>b\nAC\n")
    fasta("many lines", b">long\n" + b"ACGTACGTA\n" * 70000 + b">b\nAC\n")


def malformed_fasta() -> None:
    fasta("no header", b"ACGT\n")
    fasta("text before the first record", b"hello\n>a\nAC\n")
    fasta("a comment of old", b";a\nACGT\n")
    fasta("space before '>'", b"\n >a\nACGT\n")
    fasta("digit", b">a\nAC\nA1\n>b\nAC\n")
    fasta("blank between bases", b">a\nAC GT\n")
    fasta("blank at the end of a line", b">a\nACGT \n")
    fasta("a protein", b">a\nAC\n>p some protein\nMKLE\nQ\n")
    fasta("NUL", b">a\nAC\x00\n")
    fasta("a byte over 127", b">a x\nACG\xc3\xa9\n")
    fasta("a CR alone", b">a\nAC\rGT\n")
    fasta("FASTQ", b"@a\nACGT\n+\nIIII\n")
    fasta("error in the last line", b">a\nAC\n>b\nAC\nA?")
    fasta("error after many lines", b">a\n" + b"ACGTACGTA\n" * 70000 + b"ACX\n")
    fasta("gzip that ends early", member(b">a\nACGT\n>b\nGG\n")[:-9])
    fasta("gzip with a wrong sum", member(b">a\nACGT\n")[:-8] + b"\0\0\0\0\x08\0\0\0")
    fasta("gzip with damage", member(b">a\nACGT\n")[:10] + b"\xff\xff\xff\xff\xff\xff\xff\xff\xff")
    fasta("error inside of gzip", member(b">a\nAC\n>b x\nA?\n"))


def legal_fastq() -> None:
    fastq("one", b"@a\nACGT\n+\nIIII\n")
    fastq("two", b"@a x y\nACGT\n+\nIIII\n@b\nTT\n+\n!~\n")
    fastq("name repeated", b"@a x\nACGT\n+a x\nIIII\n")
    fastq("without final newline", b"@a\nACGT\n+\nIIII")
    fastq("CRLF", b"@a x\r\nACGT\r\n+\r\nIIII\r\n@b\r\nTT\r\n+b\r\nII\r\n")
    fastq("CRLF without final newline", b"@a x\r\nACGT\r\n+\r\nIIII")
    fastq("empty", b"")
    fastq("blank lines at the end", b"@a\nACGT\n+\nIIII\n\n\r\n\n")
    fastq("no bases", b"@a\n\n+\n\n@b\nAC\n+\nII\n")
    fastq("no bases at the end", b"@a\n\n+\n")
    fastq("quality begins with '@'", b"@a\nACGT\n+\n@III\n@b\nACGT\n+\n@@@@\n")
    fastq("quality begins with '+'", b"@a\nACGT\n+\n+III\n@b\nACGT\n+b\n++++\n")
    fastq("only N", b"@n\nNNNN\n+\n!!!!\n")
    fastq("lower case and IUPAC", b"@a\nacgtnRYKM\n+\nIIIIIIIII\n")
    fastq("not checked", b"@a\nAC?T\n+\nI II\n", False)
    fastq("gzip", member(b"@a\nACGT\n+\nIIII\n"))
    fastq("gzip, three members", member(b"@a\nACGT\n+\nII") + member(b"II\n@b\n") + member(b"AC\n+\nII"))
    fastq("long read", b"@long\n" + b"ACGTACGTAC" * 40000 + b"\n+\n" + b"IJKLM" * 80000 + b"\n@b\nAC\n+\nII\n")


def malformed_fastq() -> None:
    fastq("no '@'", b"a\nACGT\n+\nIIII\n")
    fastq("FASTA", b">a\nACGT\n")
    fastq("only a header", b"@a\n")
    fastq("ends after the bases", b"@a x\nACGT\n")
    fastq("ends after the '+'", b"@a\nAC\n+\nII\n@b\nACGT\n+\n")
    fastq("no '+'", b"@a\nACGT\nIIII\n@b\n")
    fastq("empty third line", b"@a\nACGT\n\nIIII\n")
    fastq("bases in two lines", b"@a\nACGT\nAC\n+\nIIIIII\n")
    fastq("too few qualities", b"@a\nAC\n+\nII\n@b y\nACGT\n+\nIII\n")
    fastq("too many qualities", b"@a\nACGT\n+\nIIIII\n")
    fastq("no qualities", b"@a\nACGT\n+\n\n@b\nA\n+\nI\n")
    fastq("another name", b"@a\nACGT\n+b\nIIII\n")
    fastq("blank line between records", b"@a\nAC\n+\nII\n\n@b\nAC\n+\nII\n")
    fastq("blank line first", b"\n@a\nAC\n+\nII\n")
    fastq("invalid base", b"@a\nAC\n+\nII\n@b\nAXGT\n+\nIIII\n")
    fastq("blank among the bases", b"@a\nA GT\n+\nIIII\n")
    fastq("blank as quality", b"@a\nACGT\n+\nII I\n")
    fastq("quality over '~'", b"@a\nACGT\n+\nIII\x7f\n")
    fastq("NUL as base", b"@a\nA\x00GT\n+\nIIII\n")
    fastq("text after the records", b"@a\nAC\n+\nII\nbye\n")
    fastq("gzip that ends early", member(b"@a\nACGT\n+\nIIII\n@b\nAC\n+\nII\n")[:-10])
    fastq("gzip, damage in the second member", member(b"@a\nAC\n+\nII\n") + member(b"@b\nAC\n+\nII\n")[:-3])
    fastq("error inside of gzip", member(b"@a\nAC\n+\nII\n@b\nA1\n+\nII\n"))


legal_fasta()
malformed_fasta()
legal_fastq()
malformed_fastq()
