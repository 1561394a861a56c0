/// Output of a compressor whose size is not known beforehand.
#ifndef CJ_GROWING_H
#define CJ_GROWING_H

#include "../cj.h"

typedef struct {
  uint8_t *data;
  int64_t length, capacity;
} CjGrowing;

static inline CjGrowing cj_growing_start(int64_t capacity) {
  return (CjGrowing){cj_alloc_atomic(capacity), 0, capacity};
}

/// Room for at least one byte more; `limit` < 0 is none. Returns 0 when the limit is reached.
static inline int cj_growing_reserve(CjGrowing *output, int64_t limit) {
  if (limit >= 0 && output->length >= limit) return 0;
  if (output->length < output->capacity) return 1;
  int64_t capacity = output->capacity * 2;
  if (limit >= 0 && capacity > limit) capacity = limit;
  output->data = cj_realloc_atomic(output->data, capacity);
  output->capacity = capacity;
  return 1;
}

static inline CjBytes cj_growing_bytes(const CjGrowing *output) { return (CjBytes){output->data, output->length}; }

#endif
