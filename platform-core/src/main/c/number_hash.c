/// Hashes of numbers and tuples, equal to CPython's: hash(1) == hash(1.0), and iteration-independent results print
/// the same.
#include "internal.h"

#define MODULUS ((1ull << 61) - 1)

int64_t cj_int_hash(int64_t value) {
  uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
  size = (size & MODULUS) + (size >> 61);
  if (size >= MODULUS) size -= MODULUS;
  int64_t hash = value < 0 ? -(int64_t)size : (int64_t)size;
  return hash == -1 ? -2 : hash;
}

/// Residue modulo 2^61 - 1, 28 bits at a time.
int64_t cj_float_hash(double value) {
  if (value != value) return 0;
  if (isinf(value)) return value > 0 ? 314159 : -314159;
  int64_t small = value > -0x1p60 && value < 0x1p60 ? (int64_t)value : 0;
  if ((double)small == value) return small == -1 ? -2 : small;
  int exponent, sign = 1;
  double m = frexp(value, &exponent);
  if (m < 0) {
    sign = -1;
    m = -m;
  }
  uint64_t x = 0;
  while (m) {
    x = ((x << 28) & MODULUS) | x >> 33;
    m *= 268435456.0;
    exponent -= 28;
    uint64_t y = (uint64_t)m;
    m -= (double)y;
    x += y;
    if (x >= MODULUS) x -= MODULUS;
  }
  exponent = exponent >= 0 ? exponent % 61 : 60 - (-1 - exponent) % 61;
  x = ((x << exponent) & MODULUS) | x >> (61 - exponent);
  int64_t hash = (int64_t)x * sign;
  return hash == -1 ? -2 : hash;
}

int64_t cj_complex_hash(double real, double imaginary) {
  int64_t hash =
      (int64_t)((uint64_t)cj_float_hash(real) + 1000003u * (uint64_t)cj_float_hash(imaginary));
  return hash == -1 ? -2 : hash;
}

#define PRIME_1 11400714785074694791ull
#define PRIME_2 14029467366897019727ull
#define PRIME_5 2870177450012600261ull

int64_t cj_tuple_hash_start(void) { return (int64_t)PRIME_5; }

int64_t cj_tuple_hash_step(int64_t hash, int64_t item_hash) {
  uint64_t h = (uint64_t)hash + (uint64_t)item_hash * PRIME_2;
  return (int64_t)((h << 31 | h >> 33) * PRIME_1);
}

int64_t cj_tuple_hash_end(int64_t hash, int64_t count) {
  uint64_t h = (uint64_t)hash + ((uint64_t)count ^ (PRIME_5 ^ 3527539ull));
  return h == (uint64_t)-1 ? 1546275796 : (int64_t)h;
}

uint64_t cj_hash_mix(uint64_t hash) {
  hash ^= hash >> 32;
  hash *= 0x9e3779b97f4a7c15ull;
  return hash ^ hash >> 32;
}
