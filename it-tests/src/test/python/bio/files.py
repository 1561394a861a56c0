"""A model of the readers and writers: the whole file in memory, line after line."""

import gzip
import re
import zlib
from dataclasses import dataclass

from bio.sequences import seq

_BASES = re.compile(rb"[ACGTURYKMSWBDHVNacgturykmswbdhvn.*-]*")


class FormatError(ValueError):
    def __init__(self, file, line, record, message):
        of = f"record '{record}': " if record else ""
        super().__init__(f"{file}:{line}: {of}{message}")
        self.file, self.line, self.record = file, line, record


class _Lines:
    def __init__(self, path):
        self.path = path
        self.number = 0
        with open(path, "rb") as file:
            data = file.read()
        self._damage = ""
        if data.startswith(b"\x1f\x8b"):
            data = self._decompressed(data)
        self._lines = data.split(b"\n")
        self._has_partial_line = bool(self._lines[-1])
        if not self._has_partial_line:
            self._lines.pop()

    def _decompressed(self, data):
        result = b""
        while data.startswith(b"\x1f\x8b"):
            member = zlib.decompressobj(31)
            try:
                result += member.decompress(data)
            except zlib.error as problem:
                self._damage = str(problem).split(": ")[-1]
                return b""
            if not member.eof:
                self._damage = "the compressed data ends too early"
                return result
            data = member.unused_data
        return result

    def next(self):
        if self.number == len(self._lines) - self._has_partial_line and self._damage:
            raise FormatError(self.path, self.number + 1, "", self._damage)
        if self.number == len(self._lines):
            return None
        self.number += 1
        return self._lines[self.number - 1].removesuffix(b"\r")

    def fail(self, header, message, line=None):
        raise FormatError(self.path, line or self.number, _text(re.split(rb"[ \t]", header)[0]), message)


def _text(data):
    return data.decode("utf-8", "surrogateescape")


@dataclass(frozen=True)
class FASTARecord:
    _header: bytes
    _bases: bytes

    @property
    def header(self):
        return _text(self._header)

    @property
    def name(self):
        return re.split("[ \t]", self.header, maxsplit=1)[0]

    @property
    def comment(self):
        return (re.split("[ \t]", self.header, maxsplit=1) + [""])[1]

    @property
    def seq(self):
        return seq(self._bases)


@dataclass(frozen=True)
class FASTQRecord:
    _header: bytes
    _bases: bytes
    _quality: bytes
    header = FASTARecord.header
    name = FASTARecord.name
    comment = FASTARecord.comment
    seq = FASTARecord.seq
    read = FASTARecord.seq

    @property
    def qual(self):
        return self._quality.decode("latin-1")


class _Context:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        self.close()

    def close(self):
        pass


class FASTA(_Context):
    def __init__(self, path, validate=True):
        self._lines = _Lines(path)
        self._validate = validate

    def __iter__(self):
        lines = self._lines
        line = lines.next()
        while line == b"":
            line = lines.next()
        while line is not None:
            if not line.startswith(b">"):
                lines.fail(b"", f"a record begins with '>', not with {line[:1].decode('latin-1')!r}")
            header, bases = line[1:], b""
            while (line := lines.next()) is not None and not line.startswith(b">"):
                valid = _BASES.match(line).end()
                if self._validate and valid < len(line):
                    lines.fail(header, f"invalid base {chr(line[valid])!r} at position {len(bases) + valid} of sequence")
                bases += line
            yield FASTARecord(header, bases)


class FASTQ(_Context):
    def __init__(self, path, validate=True):
        self._lines = _Lines(path)
        self._validate = validate

    def __iter__(self):
        lines = self._lines
        while (line := lines.next()) is not None:
            if not line.startswith(b"@"):
                number = lines.number
                while line == b"":
                    line = lines.next()
                if line is None:
                    return
                shown = "an empty line" if number < lines.number else repr(line[:1].decode("latin-1"))
                lines.fail(b"", f"a record begins with '@', not with {shown}", number)
            header = line[1:]
            bases, plus = lines.next(), lines.next()
            if plus is None:
                lines.fail(header, "the file ends inside of the record")
            if not plus.startswith(b"+"):
                lines.fail(header, "the third line of a record begins with '+'")
            if plus[1:] not in (b"", header):
                lines.fail(header, "the line of the '+' repeats another name")
            quality = lines.next()
            if quality is None and bases:
                lines.fail(header, "the file ends inside of the record")
            quality = quality or b""
            if len(bases) != len(quality):
                lines.fail(header, f"{len(bases)} bases, but {len(quality)} qualities")
            self._check(header, bases, quality)
            yield FASTQRecord(header, bases, quality)

    def _check(self, header, bases, quality):
        lines = self._lines
        valid = _BASES.match(bases).end()
        if self._validate and valid < len(bases):
            lines.fail(header, f"invalid base {chr(bases[valid])!r} at position {valid} of sequence", lines.number - 2)
        for i, value in enumerate(quality):
            if self._validate and not 33 <= value <= 126:
                lines.fail(header, f"invalid quality {chr(value)!r} at position {i}")


class _Writer(_Context):
    def __init__(self, path):
        self._file = gzip.open(path, "wb") if path.endswith(".gz") else open(path, "wb")

    def _write(self, text):
        self._file.write(text.encode("utf-8", "surrogateescape"))

    def close(self):
        self._file.close()


class FASTAWriter(_Writer):
    def __init__(self, path, width=60):
        if width < 1:
            raise ValueError(f"width must be positive, not {width}")
        super().__init__(path)
        self._width = width

    def write(self, record, bases=None):
        header, bases = (record.header, record.seq) if bases is None else (record, bases)
        text = str(bases)
        lines = [text[i:i + self._width] for i in range(0, len(text), self._width)]
        self._write("".join(line + "\n" for line in [">" + header] + lines))


class FASTQWriter(_Writer):
    def write(self, record, bases=None, qual=None):
        if bases is None:
            record, bases, qual = record.header, record.seq, record.qual
        if len(bases) != len(qual):
            raise ValueError(f"{len(bases)} bases, but {len(qual)} qualities")
        self._write(f"@{record}\n{bases}\n+\n{qual}\n")
