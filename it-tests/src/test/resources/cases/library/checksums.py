"""Checksums, which a native part computes."""

import zlib

for data in [b"", b"a", b"hello", bytes(range(256)) * 300]:
    print(len(data), zlib.crc32(data), zlib.adler32(data), zlib.crc32(data, 77), zlib.adler32(data, 77))
print(zlib.crc32(b"world", zlib.crc32(b"hello ")) == zlib.crc32(b"hello world"))
