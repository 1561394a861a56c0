/// bytes: making, cutting, searching.
#include "internal.h"

#define NO_BYTES ((CjBytes){(const uint8_t *)"", 0})

static CjBytes fresh_bytes(int64_t length, uint8_t **data) {
  *data = cj_alloc_atomic(length);
  return (CjBytes){*data, length};
}

CjBytes cj_bytes_copy(CjBytes s) {
  uint8_t *data;
  CjBytes out = fresh_bytes(s.length, &data);
  memcpy(data, s.data, (size_t)s.length);
  return out;
}

CjBytes cj_bytes_concat(CjBytes a, CjBytes b) {
  uint8_t *data;
  CjBytes out = fresh_bytes(a.length + b.length, &data);
  memcpy(data, a.data, (size_t)a.length);
  memcpy(data + a.length, b.data, (size_t)b.length);
  return out;
}

CjBytes cj_bytes_repeat(CjBytes s, int64_t times) {
  CjStr text = cj_str_repeat(cj_str_make(s.data, s.length, 0), times);
  return (CjBytes){text.data, cj_str_length(text)};
}

CjBytes cj_bytes_join(CjBytes separator, const CjBytes *items, int64_t count) {
  int64_t length = count > 0 ? separator.length * (count - 1) : 0;
  for (int64_t i = 0; i < count; i++) length += items[i].length;
  uint8_t *data;
  CjBytes out = fresh_bytes(length, &data);
  for (int64_t i = 0; i < count; i++) {
    if (i) {
      memcpy(data, separator.data, (size_t)separator.length);
      data += separator.length;
    }
    memcpy(data, items[i].data, (size_t)items[i].length);
    data += items[i].length;
  }
  return out;
}

CjBytes cj_bytes_part(CjBytes s, int64_t start, int64_t stop) {
  return start < stop ? (CjBytes){s.data + start, stop - start} : NO_BYTES;
}

CjBytes cj_bytes_slice(CjBytes s, int64_t start, int64_t stop, int64_t step) {
  if (step == 1) return cj_bytes_part(s, start, stop);
  CjStr text = cj_str_slice(cj_str_make(s.data, s.length, 0), start, stop, step);
  return (CjBytes){text.data, cj_str_length(text)};
}

CjBool cj_bytes_equal(CjBytes a, CjBytes b) {
  return a.length == b.length && memcmp(a.data, b.data, (size_t)a.length) == 0;
}

int64_t cj_bytes_compare(CjBytes a, CjBytes b) {
  int order = memcmp(a.data, b.data, (size_t)(a.length < b.length ? a.length : b.length));
  return order ? order : a.length < b.length ? -1 : a.length > b.length;
}

/// Searching is that of Latin-1 text.
static CjStr as_text(CjBytes s) { return cj_str_make(s.data, s.length, 0); }
static CjBytes as_bytes(CjStr s) { return (CjBytes){s.data, cj_str_length(s)}; }

int64_t cj_bytes_find(CjBytes s, CjBytes part, int64_t start, int64_t stop) {
  return cj_str_find(as_text(s), as_text(part), start, stop);
}

int64_t cj_bytes_rfind(CjBytes s, CjBytes part, int64_t start, int64_t stop) {
  return cj_str_rfind(as_text(s), as_text(part), start, stop);
}

int64_t cj_bytes_count(CjBytes s, CjBytes part, int64_t start, int64_t stop) {
  return cj_str_count(as_text(s), as_text(part), start, stop);
}

CjBytes cj_bytes_replace(CjBytes s, CjBytes from, CjBytes to, int64_t count) {
  return as_bytes(cj_str_replace(as_text(s), as_text(from), as_text(to), count));
}

CjBytes cj_bytes_strip_chars(CjBytes s, CjBytes chars, int64_t side) {
  return as_bytes(cj_str_strip_chars(as_text(s), as_text(chars), side));
}

/// The blanks of bytes methods are the six of ASCII only.
CjBytes cj_bytes_strip(CjBytes s, int64_t side) {
  return cj_bytes_strip_chars(s, (CjBytes){(const uint8_t *)" \t\n\r\v\f", 6}, side);
}

CjBool cj_bytes_split_next(CjBytes s, CjBytes separator, int64_t *position, CjBytes *out) {
  CjStr piece;
  if (!cj_str_split_next(as_text(s), as_text(separator), position, &piece)) return 0;
  *out = as_bytes(piece);
  return 1;
}

CjBool cj_bytes_rsplit_next(CjBytes s, CjBytes separator, int64_t *position, CjBytes *out) {
  CjStr piece;
  if (!cj_str_rsplit_next(as_text(s), as_text(separator), position, &piece)) return 0;
  *out = as_bytes(piece);
  return 1;
}

static inline int blank_byte(uint8_t byte) { return byte == ' ' || byte - 9u < 5; }

CjBool cj_bytes_split_space_next(CjBytes s, int64_t *position, CjBytes *out) {
  int64_t at = *position;
  if (at < 0) return 0;
  while (at < s.length && blank_byte(s.data[at])) at++;
  int64_t start = at;
  while (at < s.length && !blank_byte(s.data[at])) at++;
  *out = cj_bytes_part(s, start, at);
  *position = at < s.length ? at : -1;
  return at > start;
}

CjBool cj_bytes_line_next(CjBytes s, int64_t keep_ends, int64_t *position, CjBytes *out) {
  int64_t start = *position, at = start;
  if (start < 0 || start >= s.length) {
    *position = -1;
    return 0;
  }
  while (at < s.length && s.data[at] != '\n' && s.data[at] != '\r') at++;
  int64_t stop = at;
  if (at < s.length) at += 1 + (s.data[at] == '\r' && at + 1 < s.length && s.data[at + 1] == '\n');
  *out = cj_bytes_part(s, start, keep_ends ? at : stop);
  *position = at < s.length ? at : -1;
  return 1;
}
