/// Hash functions behind one interface. MD5, SHA-1 and SHA-2 are libcrypto's, which use what the processor offers.
#define OPENSSL_SUPPRESS_DEPRECATED
#include "hashes.h"

#include <openssl/md5.h>
#include <openssl/sha.h>
#include <string.h>

/// The numbers are known to hashlib.
enum { HASH_MD5, HASH_SHA1, HASH_SHA224, HASH_SHA256, HASH_SHA384, HASH_SHA512, HASH_KECCAK, HASH_BLAKE2 };

typedef struct {
  int64_t kind, length;
  union {
    MD5_CTX md5;
    SHA_CTX sha1;
    SHA256_CTX sha256;
    SHA512_CTX sha512;
    Keccak keccak;
    Blake2 blake2;
  };
} Hash;

static Hash *hash_new(int64_t kind, int64_t length) {
  Hash *self = cj_alloc_atomic(sizeof(Hash));
  self->kind = kind;
  self->length = length;
  return self;
}

/// `kind` is one of libcrypto's; `length` that of the digest.
void *cj_hash_new(int64_t kind, int64_t length) {
  Hash *self = hash_new(kind, length);
  switch (kind) {
    case HASH_MD5: MD5_Init(&self->md5); break;
    case HASH_SHA1: SHA1_Init(&self->sha1); break;
    case HASH_SHA224: SHA224_Init(&self->sha256); break;
    case HASH_SHA256: SHA256_Init(&self->sha256); break;
    case HASH_SHA384: SHA384_Init(&self->sha512); break;
    default: SHA512_Init(&self->sha512); break;
  }
  return self;
}

void *cj_hash_new_keccak(int64_t length, int64_t rate, int64_t suffix) {
  Hash *self = hash_new(HASH_KECCAK, length);
  keccak_init(&self->keccak, rate, (uint8_t)suffix);
  return self;
}

void *cj_hash_new_blake2(int64_t is_small, CjBytes parameters, CjBytes key, int64_t is_last_node) {
  Hash *self = hash_new(HASH_BLAKE2, parameters.data[0]);
  blake2_init(&self->blake2, (int)is_small, parameters.data, key, (int)is_last_node);
  return self;
}

void *cj_hash_copy(void *hash) {
  Hash *copy = cj_alloc_atomic(sizeof(Hash));
  memcpy(copy, hash, sizeof(Hash));
  return copy;
}

void cj_hash_update(void *hash, CjBytes data) {
  Hash *self = hash;
  size_t length = (size_t)data.length;
  switch (self->kind) {
    case HASH_MD5: MD5_Update(&self->md5, data.data, length); break;
    case HASH_SHA1: SHA1_Update(&self->sha1, data.data, length); break;
    case HASH_SHA224: SHA224_Update(&self->sha256, data.data, length); break;
    case HASH_SHA256: SHA256_Update(&self->sha256, data.data, length); break;
    case HASH_SHA384: SHA384_Update(&self->sha512, data.data, length); break;
    case HASH_SHA512: SHA512_Update(&self->sha512, data.data, length); break;
    case HASH_KECCAK: keccak_update(&self->keccak, data.data, data.length); break;
    default: blake2_update(&self->blake2, data.data, data.length); break;
  }
}

static void finish(Hash *self, uint8_t *out, int64_t length) {
  switch (self->kind) {
    case HASH_MD5: MD5_Final(out, &self->md5); break;
    case HASH_SHA1: SHA1_Final(out, &self->sha1); break;
    case HASH_SHA224: SHA224_Final(out, &self->sha256); break;
    case HASH_SHA256: SHA256_Final(out, &self->sha256); break;
    case HASH_SHA384: SHA384_Final(out, &self->sha512); break;
    case HASH_SHA512: SHA512_Final(out, &self->sha512); break;
    case HASH_KECCAK: keccak_final(&self->keccak, out, length); break;
    default: blake2_final(&self->blake2, out); break;
  }
}

/// The digest of what came so far; more may follow. `length` counts for SHAKE only.
CjBytes cj_hash_digest(void *hash, int64_t length) {
  Hash copy = *(Hash *)hash;
  if (length < 0) length = copy.length;
  uint8_t *out = cj_alloc_atomic(length > 64 ? length : 64);
  finish(&copy, out, length);
  return (CjBytes){out, length};
}

/// PBKDF2 of RFC 8018 from the two halves of an HMAC: hashes that have taken in the inner and the outer key.
CjBytes cj_hash_pbkdf2(void *inner, void *outer, CjBytes salt, int64_t rounds, int64_t length) {
  const Hash *first = inner, *second = outer;
  int64_t size = first->length;
  uint8_t *out = cj_alloc_atomic(length + size);
  for (int64_t at = 0, number = 1; at < length; at += size, number++) {
    uint8_t index[4] = {(uint8_t)(number >> 24), (uint8_t)(number >> 16), (uint8_t)(number >> 8), (uint8_t)number};
    uint8_t u[64], sum[64] = {0};
    for (int64_t round = 0; round < rounds; round++) {
      Hash a = *first, b = *second;
      if (round == 0) {
        cj_hash_update(&a, salt);
        cj_hash_update(&a, (CjBytes){index, 4});
      } else {
        cj_hash_update(&a, (CjBytes){u, size});
      }
      finish(&a, u, size);
      cj_hash_update(&b, (CjBytes){u, size});
      finish(&b, u, size);
      for (int64_t i = 0; i < size; i++) sum[i] ^= u[i];
    }
    memcpy(out + at, sum, (size_t)size);
  }
  return (CjBytes){out, length};
}
