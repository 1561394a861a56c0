/// str: searching, replacing.
#include "internal.h"

/// A needle in the kind of the text it is searched in. The copy is malloc's: these functions are pure for the
/// optimizer, which must not see them touch the collector's free lists.
static const uint8_t *same_kind(CjStr part, int64_t kind, uint8_t **owned) {
  *owned = 0;
  if (CJ_LIKELY(cj_str_kind(part) == kind)) return part.data;
  *owned = malloc((size_t)cj_str_length(part) << kind);
  if (!*owned) cj_out_of_memory(cj_str_length(part));
  cj_widen(*owned, kind, part.data, cj_str_kind(part), cj_str_length(part));
  return *owned;
}

/// memmem is linear in the worst case; a match between the units of a wide text is none.
static int64_t find_units(const uint8_t *data, int64_t kind, int64_t start, int64_t stop, const uint8_t *part,
                          int64_t length) {
  const uint8_t *at = data + (start << kind), *end = data + (stop << kind);
  if (kind == 0 && length == 1) {
    at = memchr(at, part[0], (size_t)(end - at));
    return at ? at - data : -1;
  }
  for (;;) {
    const uint8_t *hit = memmem(at, (size_t)(end - at), part, (size_t)length << kind);
    if (!hit) return -1;
    int64_t offset = hit - data;
    if (!(offset & ((1 << kind) - 1))) return offset >> kind;
    at = hit + 1;
  }
}

int64_t cj_str_find(CjStr s, CjStr part, int64_t start, int64_t stop) {
  int64_t length = cj_str_length(part);
  if (stop - start < length || start > stop) return -1;
  if (!length) return start;
  int64_t kind = cj_str_kind(s);
  if (cj_str_kind(part) > kind) return -1;
  uint8_t *owned;
  int64_t at = find_units(s.data, kind, start, stop, same_kind(part, kind, &owned), length);
  free(owned);
  return at;
}

CjBool cj_str_contains(CjStr s, CjStr part) { return cj_str_find(s, part, 0, cj_str_length(s)) >= 0; }

int64_t cj_str_rfind(CjStr s, CjStr part, int64_t start, int64_t stop) {
  int64_t length = cj_str_length(part);
  if (stop - start < length || start > stop) return -1;
  if (!length) return stop;
  int64_t kind = cj_str_kind(s);
  if (cj_str_kind(part) > kind) return -1;
  uint8_t *owned;
  const uint8_t *wanted = same_kind(part, kind, &owned);
  uint32_t first = cj_unit(wanted, kind, 0);
  size_t bytes = (size_t)length << kind;
  int64_t at = stop - length;
  while (at >= start && (cj_unit(s.data, kind, at) != first || memcmp(s.data + (at << kind), wanted, bytes) != 0)) at--;
  free(owned);
  return at >= start ? at : -1;
}

int64_t cj_str_count(CjStr s, CjStr part, int64_t start, int64_t stop) {
  int64_t length = cj_str_length(part), kind = cj_str_kind(s), count = 0;
  if (start > stop) return 0;
  if (!length) return stop - start + 1;
  if (cj_str_kind(part) > kind) return 0;
  if (kind == 0 && length == 1) {
    uint8_t byte = part.data[0];
    for (int64_t i = start; i < stop; i++) count += s.data[i] == byte;
    return count;
  }
  uint8_t *owned;
  const uint8_t *wanted = same_kind(part, kind, &owned);
  while (stop - start >= length) {
    int64_t at = find_units(s.data, kind, start, stop, wanted, length);
    if (at < 0) break;
    count++;
    start = at + length;
  }
  free(owned);
  return count;
}

static int matches_at(CjStr s, CjStr part, int64_t at) {
  int64_t kind = cj_str_kind(s), part_kind = cj_str_kind(part), length = cj_str_length(part);
  if (part_kind == kind) return memcmp(s.data + (at << kind), part.data, (size_t)length << kind) == 0;
  if (part_kind > kind) return 0;
  for (int64_t i = 0; i < length; i++)
    if (cj_unit(s.data, kind, at + i) != cj_unit(part.data, part_kind, i)) return 0;
  return 1;
}

CjBool cj_str_starts_with(CjStr s, CjStr part, int64_t start, int64_t stop) {
  if (stop - start < cj_str_length(part) || start > stop) return 0;
  return (CjBool)matches_at(s, part, start);
}

CjBool cj_str_ends_with(CjStr s, CjStr part, int64_t start, int64_t stop) {
  if (stop - start < cj_str_length(part) || start > stop) return 0;
  return (CjBool)matches_at(s, part, stop - cj_str_length(part));
}

/// replace('', x): between all characters and at both ends.
static CjStr interleave(CjStr s, CjStr to, int64_t count) {
  CjBuffer out = {0};
  int64_t length = cj_str_length(s);
  for (int64_t i = 0; i <= length; i++) {
    if (count != 0) {
      cj_buffer_add(&out, to);
      count--;
    }
    if (i < length) cj_buffer_put(&out, (uint32_t)cj_str_code_at(s, i));
  }
  return cj_buffer_text(&out);
}

CjStr cj_str_replace(CjStr s, CjStr from, CjStr to, int64_t count) {
  int64_t length = cj_str_length(s), width = cj_str_length(from), at = 0;
  if (count == 0) return s;
  if (!width) return interleave(s, to, count);
  int64_t hit = cj_str_find(s, from, 0, length);
  if (hit < 0) return s;
  CjBuffer out = {0};
  cj_buffer_reserve(&out, length, 0);
  while (hit >= 0 && count != 0) {
    cj_buffer_add(&out, cj_str_part(s, at, hit));
    cj_buffer_add(&out, to);
    at = hit + width;
    count--;
    hit = cj_str_find(s, from, at, length);
  }
  cj_buffer_add(&out, cj_str_part(s, at, length));
  return cj_buffer_text(&out);
}
