/// str: pieces, lines and stripped parts, one at a time.
#include "internal.h"

CjBool cj_str_split_next(CjStr s, CjStr separator, int64_t *position, CjStr *out) {
  int64_t start = *position, length = cj_str_length(s);
  if (start < 0) return 0;
  int64_t hit = cj_str_find(s, separator, start, length);
  *out = cj_str_part(s, start, hit < 0 ? length : hit);
  *position = hit < 0 ? -1 : hit + cj_str_length(separator);
  return 1;
}

CjStr cj_str_split_rest(CjStr s, int64_t position) { return cj_str_part(s, position, cj_str_length(s)); }

CjBool cj_str_rsplit_next(CjStr s, CjStr separator, int64_t *position, CjStr *out) {
  int64_t stop = *position;
  if (stop < 0) return 0;
  int64_t hit = cj_str_rfind(s, separator, 0, stop);
  *out = cj_str_part(s, hit < 0 ? 0 : hit + cj_str_length(separator), stop);
  *position = hit;
  return 1;
}

CjStr cj_str_rsplit_rest(CjStr s, int64_t position) { return cj_str_part(s, 0, position); }

/// The six ASCII blanks and the four separators are those of Latin-1 below 0x80.
static inline int blank_code(uint32_t code) {
  if (code < 128) return code == ' ' || code - 9 < 5 || code - 28 < 4;
  return cj_code_is_space(code);
}

static inline int blank_at(CjStr s, int64_t index) { return blank_code(cj_unit(s.data, cj_str_kind(s), index)); }

CjBool cj_str_split_space_rest(CjStr s, int64_t position, CjStr *out) {
  int64_t length = cj_str_length(s);
  while (position >= 0 && position < length && blank_at(s, position)) position++;
  if (position < 0 || position >= length) return 0;
  *out = cj_str_part(s, position, length);
  return 1;
}

CjBool cj_str_split_space_next(CjStr s, int64_t *position, CjStr *out) {
  int64_t at = *position, length = cj_str_length(s);
  if (at < 0) return 0;
  while (at < length && blank_at(s, at)) at++;
  if (at == length) {
    *position = -1;
    return 0;
  }
  int64_t start = at;
  while (at < length && !blank_at(s, at)) at++;
  *out = cj_str_part(s, start, at);
  *position = at == length ? -1 : at;
  return 1;
}

CjBool cj_str_rsplit_space_rest(CjStr s, int64_t position, CjStr *out) {
  while (position > 0 && blank_at(s, position - 1)) position--;
  if (position <= 0) return 0;
  *out = cj_str_part(s, 0, position);
  return 1;
}

CjBool cj_str_rsplit_space_next(CjStr s, int64_t *position, CjStr *out) {
  int64_t at = *position;
  if (at < 0) return 0;
  while (at > 0 && blank_at(s, at - 1)) at--;
  if (at == 0) {
    *position = -1;
    return 0;
  }
  int64_t stop = at;
  while (at > 0 && !blank_at(s, at - 1)) at--;
  *out = cj_str_part(s, at, stop);
  *position = at == 0 ? -1 : at;
  return 1;
}

static int ends_line(uint32_t code) {
  return code - 10 < 4 || code - 28 < 3 || code == 0x85 || code == 0x2028 || code == 0x2029;
}

CjBool cj_str_line_next(CjStr s, int64_t keep_ends, int64_t *position, CjStr *out) {
  int64_t start = *position, length = cj_str_length(s), kind = cj_str_kind(s), at = start;
  if (start < 0 || start >= length) {
    *position = -1;
    return 0;
  }
  while (at < length && !ends_line(cj_unit(s.data, kind, at))) at++;
  int64_t stop = at;
  if (at < length) at += 1 + (cj_unit(s.data, kind, at) == '\r' && at + 1 < length && cj_unit(s.data, kind, at + 1) == '\n');
  *out = cj_str_part(s, start, keep_ends ? at : stop);
  *position = at < length ? at : -1;
  return 1;
}

CjStr cj_str_strip(CjStr s, int64_t side) {
  int64_t start = 0, stop = cj_str_length(s);
  if (side <= 0)
    while (start < stop && blank_at(s, start)) start++;
  if (side >= 0)
    while (stop > start && blank_at(s, stop - 1)) stop--;
  return cj_str_part(s, start, stop);
}

static int among(CjStr chars, uint32_t code) {
  int64_t kind = cj_str_kind(chars), length = cj_str_length(chars);
  for (int64_t i = 0; i < length; i++)
    if (cj_unit(chars.data, kind, i) == code) return 1;
  return 0;
}

CjStr cj_str_strip_chars(CjStr s, CjStr chars, int64_t side) {
  int64_t start = 0, stop = cj_str_length(s), kind = cj_str_kind(s);
  if (side <= 0)
    while (start < stop && among(chars, cj_unit(s.data, kind, start))) start++;
  if (side >= 0)
    while (stop > start && among(chars, cj_unit(s.data, kind, stop - 1))) stop--;
  return cj_str_part(s, start, stop);
}
