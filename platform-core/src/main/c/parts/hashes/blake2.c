/// BLAKE2b and BLAKE2s of RFC 7693, with the parameters of the BLAKE2 paper for trees, salts and persons.
#include "hashes.h"

#include <string.h>

static const uint64_t START_BIG[8] = {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
    0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179};

static const uint8_t ORDER[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}};

/// Both variants start from the same numbers: the small one takes their upper halves.
static uint64_t start(int is_small, int i) { return is_small ? START_BIG[i] >> 32 : START_BIG[i]; }

#define MIXING(NAME, WORD, BITS, A, B, C, D)                                                            \
  static inline WORD rotate_##NAME(WORD x, int n) { return (WORD)(x >> n | x << (BITS - n)); }         \
  static inline void mix_##NAME(WORD *v, int a, int b, int c, int d, WORD x, WORD y) {                 \
    v[a] += v[b] + x;                                                                                  \
    v[d] = rotate_##NAME(v[d] ^ v[a], A);                                                              \
    v[c] += v[d];                                                                                      \
    v[b] = rotate_##NAME(v[b] ^ v[c], B);                                                              \
    v[a] += v[b] + y;                                                                                  \
    v[d] = rotate_##NAME(v[d] ^ v[a], C);                                                              \
    v[c] += v[d];                                                                                      \
    v[b] = rotate_##NAME(v[b] ^ v[c], D);                                                              \
  }                                                                                                    \
  static void rounds_##NAME(WORD *v, const WORD *m, int count) {                                       \
    for (int round = 0; round < count; round++) {                                                      \
      const uint8_t *s = ORDER[round % 10];                                                            \
      mix_##NAME(v, 0, 4, 8, 12, m[s[0]], m[s[1]]);                                                    \
      mix_##NAME(v, 1, 5, 9, 13, m[s[2]], m[s[3]]);                                                    \
      mix_##NAME(v, 2, 6, 10, 14, m[s[4]], m[s[5]]);                                                   \
      mix_##NAME(v, 3, 7, 11, 15, m[s[6]], m[s[7]]);                                                   \
      mix_##NAME(v, 0, 5, 10, 15, m[s[8]], m[s[9]]);                                                   \
      mix_##NAME(v, 1, 6, 11, 12, m[s[10]], m[s[11]]);                                                 \
      mix_##NAME(v, 2, 7, 8, 13, m[s[12]], m[s[13]]);                                                  \
      mix_##NAME(v, 3, 4, 9, 14, m[s[14]], m[s[15]]);                                                  \
    }                                                                                                  \
  }                                                                                                    \
  static void compress_##NAME(Blake2 *self, int is_last) {                                             \
    WORD v[16], m[16];                                                                                 \
    memcpy(m, self->block, sizeof m);                                                                  \
    for (int i = 0; i < 8; i++) {                                                                      \
      v[i] = (WORD)self->h[i];                                                                         \
      v[i + 8] = (WORD)start(BITS == 32, i);                                                           \
    }                                                                                                  \
    v[12] ^= (WORD)self->low;                                                                          \
    v[13] ^= (WORD)(BITS == 32 ? self->low >> 32 : self->high);                                        \
    if (is_last) v[14] = ~v[14];                                                                       \
    if (is_last && self->is_last_node) v[15] = ~v[15];                                                 \
    rounds_##NAME(v, m, BITS == 32 ? 10 : 12);                                                         \
    for (int i = 0; i < 8; i++) self->h[i] = (WORD)self->h[i] ^ v[i] ^ v[i + 8];                       \
  }

MIXING(big, uint64_t, 64, 32, 24, 16, 63)
MIXING(small, uint32_t, 32, 16, 12, 8, 7)

static int64_t block_size(const Blake2 *self) { return self->is_small ? 64 : 128; }

static void compress(Blake2 *self, int is_last) {
  self->low += (uint64_t)self->filled;
  self->high += self->low < (uint64_t)self->filled;
  memset(self->block + self->filled, 0, (size_t)(block_size(self) - self->filled));
  if (self->is_small) {
    compress_small(self, is_last);
  } else {
    compress_big(self, is_last);
  }
  self->filled = 0;
}

void blake2_init(Blake2 *self, int is_small, const uint8_t *parameters, CjBytes key, int is_last_node) {
  memset(self, 0, sizeof *self);
  self->is_small = is_small;
  self->is_last_node = is_last_node;
  self->length = parameters[0];
  for (int i = 0; i < 8; i++) {
    uint64_t part = 0;
    memcpy(&part, parameters + i * (is_small ? 4 : 8), is_small ? 4 : 8);
    self->h[i] = start(is_small, i) ^ part;
  }
  if (key.length > 0) {
    memcpy(self->block, key.data, (size_t)key.length);
    self->filled = block_size(self);
  }
}

void blake2_update(Blake2 *self, const uint8_t *data, int64_t length) {
  int64_t size = block_size(self);
  while (length > 0) {
    // The last block is marked, so a full one waits until it is known whether more follows.
    if (self->filled == size) compress(self, 0);
    int64_t step = size - self->filled < length ? size - self->filled : length;
    memcpy(self->block + self->filled, data, (size_t)step);
    self->filled += step;
    data += step;
    length -= step;
  }
}

void blake2_final(Blake2 *self, uint8_t *out) {
  compress(self, 1);
  int64_t word = self->is_small ? 4 : 8;
  for (int64_t i = 0; i < self->length; i++) out[i] = (uint8_t)(self->h[i / word] >> 8 * (i % word));
}
