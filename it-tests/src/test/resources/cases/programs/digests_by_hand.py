"""SHA-1 and MD5 by hand, base64, vigenere, LFSR, CRC."""
import struct, math
MASK = 0xFFFFFFFF
def rotl(x, n):
    return ((x << n) | (x >> (32 - n))) & MASK
def pad(message, little):
    length = len(message) * 8
    message += b'\x80'
    while len(message) % 64 != 56:
        message += b'\x00'
    return message + length.to_bytes(8, 'little' if little else 'big')
def sha1(data):
    h = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0]
    data = pad(data, False)
    for off in range(0, len(data), 64):
        w = list(struct.unpack('>16I', data[off:off + 64]))
        for i in range(16, 80):
            w.append(rotl(w[i-3] ^ w[i-8] ^ w[i-14] ^ w[i-16], 1))
        a, b, c, d, e = h
        for i in range(80):
            if i < 20:
                f, k = (b & c) | (~b & d), 0x5A827999
            elif i < 40:
                f, k = b ^ c ^ d, 0x6ED9EBA1
            elif i < 60:
                f, k = (b & c) | (b & d) | (c & d), 0x8F1BBCDC
            else:
                f, k = b ^ c ^ d, 0xCA62C1D6
            a, b, c, d, e = (rotl(a, 5) + f + e + k + w[i]) & MASK, a, rotl(b, 30), c, d
        h = [(x + y) & MASK for x, y in zip(h, (a, b, c, d, e))]
    return ''.join(f'{x:08x}' for x in h)
S = [7, 12, 17, 22] * 4 + [5, 9, 14, 20] * 4 + [4, 11, 16, 23] * 4 + [6, 10, 15, 21] * 4
K = [int(abs(math.sin(i + 1)) * 2**32) & MASK for i in range(64)]
def md5(data):
    a0, b0, c0, d0 = 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476
    data = pad(bytes(data), True)
    for off in range(0, len(data), 64):
        m = [int.from_bytes(data[off + 4*i:off + 4*i + 4], 'little') for i in range(16)]
        a, b, c, d = a0, b0, c0, d0
        for i in range(64):
            if i < 16: f = (b & c) | (~b & d); g = i
            elif i < 32: f = (d & b) | (~d & c); g = (5*i + 1) % 16
            elif i < 48: f = b ^ c ^ d; g = (3*i + 5) % 16
            else: f = c ^ (b | ~d); g = (7*i) % 16
            f = (f + a + K[i] + m[g]) & MASK
            a, d, c = d, c, b
            b = (b + rotl(f, S[i])) & MASK
        a0, b0, c0, d0 = (a0 + a) & MASK, (b0 + b) & MASK, (c0 + c) & MASK, (d0 + d) & MASK
    return struct.pack('<4I', a0, b0, c0, d0).hex()
for msg in (b'', b'abc', b'The quick brown fox jumps over the lazy dog'):
    print(sha1(msg), md5(msg))
B64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
def b64encode(data):
    out = []
    for i in range(0, len(data), 3):
        chunk = data[i:i+3]
        n = int.from_bytes(chunk + b'\0' * (3 - len(chunk)), 'big')
        s = ''.join(B64[n >> sh & 63] for sh in (18, 12, 6, 0))
        out.append(s[:len(chunk) + 1] + '=' * (3 - len(chunk)))
    return ''.join(out)
print([b64encode(x.encode()) for x in ('', 'f', 'fo', 'foo', 'foobar')])
def vigenere(text, key, decrypt=False):
    result = []
    ki = 0
    for ch in text:
        if ch.isalpha():
            base = ord('A') if ch.isupper() else ord('a')
            shift = ord(key[ki % len(key)].lower()) - ord('a')
            if decrypt: shift = -shift
            result.append(chr((ord(ch) - base + shift) % 26 + base))
            ki += 1
        else:
            result.append(ch)
    return ''.join(result)
c = vigenere("Attack at Dawn!", "Lemon")
print(c, vigenere(c, "Lemon", decrypt=True))
table = []
for i in range(256):
    for _ in range(8):
        i = (i >> 1) ^ 0xEDB88320 if i & 1 else i >> 1
    table.append(i)
def crc32(data):
    crc = MASK
    for b in data:
        crc = table[(crc ^ b) & 0xFF] ^ (crc >> 8)
    return crc ^ MASK
print(hex(crc32(b"123456789")))
def lfsr(seed, taps=(0, 2, 3, 5), bits=16):
    state = seed
    while True:
        bit = 0
        for t in taps:
            bit ^= state >> t
        state = state >> 1 | (bit & 1) << bits - 1
        yield state
gen = lfsr(0xACE1)
print([next(gen) for _ in range(5)])
p, q, e = 61, 53, 17
n, phi = p * q, (p - 1) * (q - 1)
d = pow(e, -1, phi)
print(d, [pow(pow(m, e, n), d, n) for m in (65, 123, 3000)])
print(sum(len(sha1(bytes([i % 256]) * i)) for i in range(300)))
