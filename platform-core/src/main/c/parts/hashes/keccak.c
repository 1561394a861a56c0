/// Keccak-f[1600] of FIPS 202.
#include "hashes.h"

#include <string.h>

static const uint64_t CONSTANTS[24] = {
    0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000, 0x000000000000808b, 0x0000000080000001,
    0x8000000080008081, 0x8000000000008009, 0x000000000000008a, 0x0000000000000088, 0x0000000080008009, 0x000000008000000a,
    0x000000008000808b, 0x800000000000008b, 0x8000000000008089, 0x8000000000008003, 0x8000000000008002, 0x8000000000000080,
    0x000000000000800a, 0x800000008000000a, 0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008};

/// The way of the lanes in the step rho-pi, and how far each is rotated.
static const uint8_t LANES[24] = {10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1};
static const uint8_t ROTATIONS[24] = {1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44};

static inline uint64_t rotate(uint64_t x, int n) { return x << n | x >> (64 - n); }

static void permute(uint64_t *a) {
  for (int round = 0; round < 24; round++) {
    uint64_t c[5];
    for (int x = 0; x < 5; x++) c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
    for (int x = 0; x < 5; x++) {
      uint64_t d = c[(x + 4) % 5] ^ rotate(c[(x + 1) % 5], 1);
      for (int y = 0; y < 25; y += 5) a[x + y] ^= d;
    }
    uint64_t moved = a[1];
#pragma clang loop unroll(full)
    for (int i = 0; i < 24; i++) {
      uint64_t next = a[LANES[i]];
      a[LANES[i]] = rotate(moved, ROTATIONS[i]);
      moved = next;
    }
    for (int y = 0; y < 25; y += 5) {
      uint64_t row[5];
      memcpy(row, a + y, sizeof row);
      for (int x = 0; x < 5; x++) a[x + y] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
    }
    a[0] ^= CONSTANTS[round];
  }
}

void keccak_init(Keccak *self, int64_t rate, uint8_t suffix) {
  memset(self, 0, sizeof *self);
  self->rate = rate;
  self->suffix = suffix;
}

void keccak_update(Keccak *self, const uint8_t *data, int64_t length) {
  uint8_t *bytes = (uint8_t *)self->state;
  while (length > 0) {
    int64_t step = self->rate - self->filled < length ? self->rate - self->filled : length;
    for (int64_t i = 0; i < step; i++) bytes[self->filled + i] ^= data[i];
    self->filled += step;
    data += step;
    length -= step;
    if (self->filled == self->rate) {
      permute(self->state);
      self->filled = 0;
    }
  }
}

void keccak_final(Keccak *self, uint8_t *out, int64_t length) {
  uint8_t *bytes = (uint8_t *)self->state;
  bytes[self->filled] ^= self->suffix;
  bytes[self->rate - 1] ^= 0x80;
  while (length > 0) {
    permute(self->state);
    int64_t step = length < self->rate ? length : self->rate;
    memcpy(out, bytes, (size_t)step);
    out += step;
    length -= step;
  }
}
