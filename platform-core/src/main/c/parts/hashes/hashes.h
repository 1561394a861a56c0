/// Hash functions that are not libcrypto's own calls: Keccak (SHA-3, SHAKE) and BLAKE2.
#ifndef CJ_HASHES_H
#define CJ_HASHES_H

#include "../../cj.h"

typedef struct {
  uint64_t state[25];
  int64_t rate, filled;
  uint8_t suffix;
} Keccak;

/// Capacity in bytes is twice the digest's length; `suffix` tells SHA-3 (6) from SHAKE (31).
void keccak_init(Keccak *self, int64_t rate, uint8_t suffix);
void keccak_update(Keccak *self, const uint8_t *data, int64_t length);
void keccak_final(Keccak *self, uint8_t *out, int64_t length);

typedef struct {
  uint64_t h[8], low, high;
  uint8_t block[128];
  int64_t filled, length;
  int is_small, is_last_node;
} Blake2;

/// `parameters` is the block of RFC 7693 and of the BLAKE2 paper: 64 bytes, or 32 for the small variant.
void blake2_init(Blake2 *self, int is_small, const uint8_t *parameters, CjBytes key, int is_last_node);
void blake2_update(Blake2 *self, const uint8_t *data, int64_t length);
void blake2_final(Blake2 *self, uint8_t *out);

#endif
