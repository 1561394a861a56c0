/// str: equality, order, hash.
#include "internal.h"

/// Inlined for the common short cases: a comparison with a literal becomes a comparison of two words.
CjBool cj_str_equal(CjStr a, CjStr b) {
  if (a.meta != b.meta) return 0;
  return memcmp(a.data, b.data, (size_t)cj_str_length(a) << cj_str_kind(a)) == 0;
}

int64_t cj_str_compare(CjStr a, CjStr b) {
  int64_t left = cj_str_length(a), right = cj_str_length(b), common = left < right ? left : right;
  int64_t a_kind = cj_str_kind(a), b_kind = cj_str_kind(b);
  if (CJ_LIKELY(a_kind == 0 && b_kind == 0)) {
    int order = memcmp(a.data, b.data, (size_t)common);
    if (order) return order;
  } else {
    for (int64_t i = 0; i < common; i++) {
      uint32_t x = cj_unit(a.data, a_kind, i), y = cj_unit(b.data, b_kind, i);
      if (x != y) return x < y ? -1 : 1;
    }
  }
  return left < right ? -1 : left > right;
}

static inline uint64_t load_64(const uint8_t *at) {
  uint64_t value;
  memcpy(&value, at, 8);
  return value;
}

static inline uint64_t load_32(const uint8_t *at) {
  uint32_t value;
  memcpy(&value, at, 4);
  return value;
}

static inline uint64_t fold(uint64_t a, uint64_t b) {
  __uint128_t product = (__uint128_t)a * b;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

#define SEED_0 0xa0761d6478bd642full
#define SEED_1 0xe7037ed1a0b428dbull
#define SEED_2 0x8ebc6af09c88c6e3ull

/// After wyhash (Wang Yi, 2020): multiply and fold, sixteen bytes at a time; ends are read overlapping.
static inline uint64_t hash_bytes(const uint8_t *data, int64_t length, uint64_t seed) {
  uint64_t a, b;
  if (CJ_LIKELY(length <= 16)) {
    if (length >= 8) {
      a = load_64(data);
      b = load_64(data + length - 8);
    } else if (length >= 4) {
      a = load_32(data);
      b = load_32(data + length - 4);
    } else if (length > 0) {
      a = (uint64_t)data[0] << 16 | (uint64_t)data[length >> 1] << 8 | data[length - 1];
      b = 0;
    } else {
      return 0;
    }
  } else {
    const uint8_t *end = data + length;
    for (; end - data > 16; data += 16) seed = fold(load_64(data) ^ SEED_1, load_64(data + 8) ^ seed);
    a = load_64(end - 16);
    b = load_64(end - 8);
  }
  return fold(SEED_2 ^ (uint64_t)length, fold(a ^ SEED_1, b ^ seed));
}

int64_t cj_str_hash(CjStr s) {
  return (int64_t)hash_bytes(s.data, cj_str_length(s) << cj_str_kind(s), SEED_0);
}

int64_t cj_bytes_hash(CjBytes s) { return (int64_t)hash_bytes(s.data, s.length, SEED_0); }
