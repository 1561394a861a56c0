/// str: making, cutting, joining.
#include "internal.h"

static inline uint8_t *fresh(int64_t length, int64_t kind) { return cj_alloc_atomic(length << kind); }

CjStr cj_str_new(int64_t length, int64_t kind, uint8_t **data) {
  *data = fresh(length, kind);
  return cj_str_make(*data, length, kind);
}

int64_t cj_str_size(CjStr s) { return cj_str_length(s); }

void cj_widen(uint8_t *to, int64_t to_kind, const uint8_t *from, int64_t from_kind, int64_t count) {
  if (to_kind == from_kind) {
    memcpy(to, from, (size_t)count << to_kind);
  } else if (to_kind == 1) {
    for (int64_t i = 0; i < count; i++) ((uint16_t *)to)[i] = from[i];
  } else if (from_kind == 0) {
    for (int64_t i = 0; i < count; i++) ((uint32_t *)to)[i] = from[i];
  } else {
    for (int64_t i = 0; i < count; i++) ((uint32_t *)to)[i] = ((const uint16_t *)from)[i];
  }
}

int64_t cj_narrowest(const uint8_t *data, int64_t kind, int64_t count) {
  uint32_t all = 0;
  if (kind == 0) return 0;
  if (kind == 1) {
    const uint16_t *units = (const uint16_t *)data;
    for (int64_t i = 0; i < count; i++) all |= units[i];
  } else {
    const uint32_t *units = (const uint32_t *)data;
    for (int64_t i = 0; i < count; i++) all |= units[i];
  }
  return cj_kind_of(all);
}

CjStr cj_str_canonical(const uint8_t *data, int64_t kind, int64_t count) {
  int64_t narrow = cj_narrowest(data, kind, count);
  if (narrow == kind) return cj_str_make(data, count, kind);
  uint8_t *to = fresh(count, narrow);
  for (int64_t i = 0; i < count; i++) cj_put(to, narrow, i, cj_unit(data, kind, i));
  return cj_str_make(to, count, narrow);
}

/// The machine is little-endian, so the low bytes of a wide character are the same character of a narrower kind:
/// one character never needs memory of its own.
CjStr cj_str_char_at(CjStr s, int64_t index) {
  int64_t kind = cj_str_kind(s);
  if (CJ_LIKELY(kind == 0)) return (CjStr){s.data + index, 1 << 2};
  const uint8_t *at = s.data + (index << kind);
  return (CjStr){at, 1 << 2 | (uint64_t)cj_kind_of(cj_unit(s.data, kind, index))};
}

int64_t cj_str_code_at(CjStr s, int64_t index) { return cj_unit(s.data, cj_str_kind(s), index); }

int64_t cj_str_ord(CjStr s) { return cj_str_length(s) == 1 ? (int64_t)cj_unit(s.data, cj_str_kind(s), 0) : -1; }

#define R4(n) n, n + 1, n + 2, n + 3
#define R16(n) R4(n), R4(n + 4), R4(n + 8), R4(n + 12)
#define R64(n) R16(n), R16(n + 16), R16(n + 32), R16(n + 48)
static const uint8_t latin_1[256] = {R64(0), R64(64), R64(128), R64(192)};

CjStr cj_str_from_code(int64_t code) {
  if (CJ_LIKELY(code < 256)) return (CjStr){latin_1 + code, 1 << 2};
  int64_t kind = cj_kind_of((uint32_t)code);
  uint8_t *data = fresh(1, kind);
  cj_put(data, kind, 0, (uint32_t)code);
  return cj_str_make(data, 1, kind);
}

CjStr cj_str_part(CjStr s, int64_t start, int64_t stop) {
  int64_t kind = cj_str_kind(s), length = stop - start;
  if (CJ_UNLIKELY(length <= 0)) return CJ_EMPTY;
  const uint8_t *data = s.data + (start << kind);
  if (CJ_LIKELY(kind == 0)) return (CjStr){data, (uint64_t)length << 2};
  return length == cj_str_length(s) ? s : cj_str_canonical(data, kind, length);
}

CjStr cj_str_slice(CjStr s, int64_t start, int64_t stop, int64_t step) {
  if (step == 1) return cj_str_part(s, start, stop);
  int64_t kind = cj_str_kind(s), count = 0;
  if (step > 0 && start < stop) count = (stop - start - 1) / step + 1;
  if (step < 0 && start > stop) count = (int64_t)((uint64_t)(start - stop - 1) / (0 - (uint64_t)step)) + 1;
  if (!count) return CJ_EMPTY;
  uint8_t *data = fresh(count, kind);
  for (int64_t i = 0; i < count; i++) cj_put(data, kind, i, cj_unit(s.data, kind, start + i * step));
  return cj_str_canonical(data, kind, count);
}

CjStr cj_str_reverse(CjStr s) { return cj_str_slice(s, cj_str_length(s) - 1, -1, -1); }

/// Head of a block whose string may grow in place: `text += piece` in a loop must not copy the text each time.
/// A shorter string over the same block keeps its view, because only bytes behind `used` are ever written.
typedef struct {
  uint64_t mark;
  int64_t used; /// bytes behind the head
} GrowHead;
#define GROW_FROM 256
#define GROW_MARK 0x9ae16a3b2f90404full

static CjStr grow_in_place(CjStr a, CjStr b, int64_t *growable) {
  int64_t kind = cj_str_kind(a), more = cj_str_length(b) << kind;
  const uint8_t *base;
  int64_t capacity = cj_block_capacity(a.data, &base);
  GrowHead *head = (GrowHead *)(uintptr_t)base;
  *growable = 0;
  if (!head || capacity < (int64_t)sizeof *head || head->mark != (GROW_MARK ^ (uintptr_t)base)) return CJ_EMPTY;
  const uint8_t *end = a.data + (cj_str_length(a) << kind);
  int64_t used = end - (base + sizeof *head);
  *growable = 1;
  if (used + more >= capacity - (int64_t)sizeof *head || cj_str_kind(b) > kind) return CJ_EMPTY;
  int64_t expected = used;
  if (!__atomic_compare_exchange_n(&head->used, &expected, used + more, 0, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED))
    return CJ_EMPTY;
  cj_widen((uint8_t *)(uintptr_t)end, kind, b.data, cj_str_kind(b), cj_str_length(b));
  return cj_str_make(a.data, cj_str_length(a) + cj_str_length(b), kind);
}

CJ_COLD static CjStr concat_long(CjStr a, CjStr b, int64_t kind, int64_t length) {
  int64_t growable;
  CjStr grown = grow_in_place(a, b, &growable);
  if (grown.meta) return grown;
  int64_t bytes = length << kind, room = growable ? 2 * bytes : bytes + bytes / 4;
  uint8_t *block = cj_alloc_atomic((int64_t)sizeof(GrowHead) + room);
  GrowHead *head = (GrowHead *)block;
  head->mark = GROW_MARK ^ (uintptr_t)block;
  head->used = bytes;
  uint8_t *data = block + sizeof *head;
  cj_widen(data, kind, a.data, cj_str_kind(a), cj_str_length(a));
  cj_widen(data + (cj_str_length(a) << kind), kind, b.data, cj_str_kind(b), cj_str_length(b));
  return cj_str_make(data, length, kind);
}

CjStr cj_str_concat(CjStr a, CjStr b) {
  if (!a.meta) return b;
  if (!b.meta) return a;
  int64_t left = cj_str_length(a), right = cj_str_length(b), length = left + right;
  int64_t kind = cj_str_kind(a) > cj_str_kind(b) ? cj_str_kind(a) : cj_str_kind(b);
  if (CJ_UNLIKELY(left >= GROW_FROM && right <= left)) return concat_long(a, b, kind, length);
  uint8_t *data = fresh(length, kind);
  cj_widen(data, kind, a.data, cj_str_kind(a), left);
  cj_widen(data + (left << kind), kind, b.data, cj_str_kind(b), right);
  return cj_str_make(data, length, kind);
}

CjStr cj_str_concat_n(const CjStr *items, int64_t count) { return cj_str_join(CJ_EMPTY, items, count); }

CjStr cj_str_join(CjStr separator, const CjStr *items, int64_t count) {
  if (count <= 0) return CJ_EMPTY;
  if (count == 1) return items[0];
  int64_t length = cj_str_length(separator) * (count - 1), kind = cj_str_kind(separator);
  for (int64_t i = 0; i < count; i++) {
    length += cj_str_length(items[i]);
    if (cj_str_kind(items[i]) > kind) kind = cj_str_kind(items[i]);
  }
  if (!length) return CJ_EMPTY;
  uint8_t *data = fresh(length, kind), *at = data;
  for (int64_t i = 0; i < count; i++) {
    if (i && separator.meta) {
      cj_widen(at, kind, separator.data, cj_str_kind(separator), cj_str_length(separator));
      at += cj_str_length(separator) << kind;
    }
    cj_widen(at, kind, items[i].data, cj_str_kind(items[i]), cj_str_length(items[i]));
    at += cj_str_length(items[i]) << kind;
  }
  return cj_str_make(data, length, kind);
}

CjStr cj_str_repeat(CjStr s, int64_t times) {
  int64_t length = cj_str_length(s), kind = cj_str_kind(s), total;
  if (times <= 0 || !length) return CJ_EMPTY;
  if (times == 1) return s;
  if (__builtin_mul_overflow(length << kind, times, &total)) cj_out_of_memory(INT64_MAX);
  uint8_t *data = cj_alloc_atomic(total);
  if (length == 1 && kind == 0) {
    memset(data, s.data[0], (size_t)times);
    return cj_str_make(data, times, 0);
  }
  int64_t done = length << kind;
  memcpy(data, s.data, (size_t)done);
  while (done < total) {
    int64_t more = done < total - done ? done : total - done;
    memcpy(data + done, data, (size_t)more);
    done += more;
  }
  return cj_str_make(data, length * times, kind);
}

CjStr cj_str_from_c(const char *text) {
  int64_t length = (int64_t)strlen(text);
  uint8_t *data = fresh(length, 0);
  memcpy(data, text, (size_t)length);
  return cj_str_make(data, length, 0);
}
