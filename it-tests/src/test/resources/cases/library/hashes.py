"""hashlib and hmac: every algorithm, parts of input, copies, BLAKE2 parameters, key derivation."""

import hashlib
import hmac
import io

MESSAGES = [b"", b"abc", bytes(range(256)) * 5, b"x" * 135, b"y" * 136, b"z" * 128, b"w" * 129]
PLAIN = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"]
for name in PLAIN:
    whole = hashlib.new(name)
    texts = []
    for message in MESSAGES:
        texts.append(hashlib.new(name, message).hexdigest()[:12])
        whole.update(message)
    print(name, whole.name, whole.digest_size, whole.block_size, whole.hexdigest()[-16:], texts)
for length in (1, 32, 200, 400):
    print(hashlib.shake_128(b"abc").hexdigest(length)[-16:], hashlib.shake_256(b"abc").digest(length)[-4:])
part = hashlib.sha3_256(b"one")
twin = part.copy()
part.update(bytearray(b"two"))
twin.update(memoryview(b"two"))
print(part.digest() == twin.digest(), part.digest() == hashlib.sha3_256(b"onetwo").digest())
print(hashlib.blake2b(b"abc", digest_size=20, key=b"secret", salt=b"salt", person=b"me").hexdigest())
print(hashlib.blake2s(b"abc", digest_size=10, key=b"k" * 32, salt=b"12345678", person=b"p").hexdigest())
print(hashlib.blake2b(fanout=2, depth=3, leaf_size=4096, node_offset=7, node_depth=1, inner_size=64, last_node=True).hexdigest()[:32])
print(hashlib.blake2s(b"", fanout=2, depth=3, leaf_size=4096, node_offset=7, node_depth=1, inner_size=32, last_node=True).hexdigest()[:32])
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 1000).hex())
print(hashlib.pbkdf2_hmac("sha1", b"p" * 100, b"salt", 2, 50).hex())
print(hashlib.file_digest(io.BytesIO(b"data" * 1000), "sha256").hexdigest()[:16])
print(hashlib.file_digest(io.BytesIO(b"data"), hashlib.md5).hexdigest())
for name in ("md5", "sha512", "blake2s"):
    print(hmac.new(b"k" * 200, b"message", name).hexdigest()[:24], hmac.digest(b"key", b"message", name).hex()[:24])
keyed = hmac.new(b"key", digestmod=hashlib.sha256)
keyed.update(b"mess")
other = keyed.copy()
keyed.update(b"age")
print(keyed.hexdigest(), other.hexdigest()[:8], keyed.name, keyed.digest_size, keyed.block_size)
print(hmac.compare_digest("a", "a"), hmac.compare_digest(b"ab", b"ac"), hmac.compare_digest(b"a", bytearray(b"ab")))
print(sorted(hashlib.algorithms_guaranteed), hashlib.algorithms_guaranteed <= hashlib.algorithms_available)
for attempt in range(5):
    try:
        if attempt == 0:
            hashlib.new("md9")
        elif attempt == 1:
            hashlib.blake2b(key=b"k" * 65)
        elif attempt == 2:
            hashlib.blake2s(salt=b"k" * 9)
        elif attempt == 3:
            hashlib.pbkdf2_hmac("md5", b"", b"", 0)
        else:
            hashlib.blake2b(depth=0)
    except ValueError as error:
        print(type(error).__name__, error)
