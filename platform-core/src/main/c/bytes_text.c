/// bytes: ASCII case and predicates, repr, hexadecimal.
#include "internal.h"

static inline int is_upper(uint8_t c) { return (unsigned)(c - 'A') < 26; }
static inline int is_lower(uint8_t c) { return (unsigned)(c - 'a') < 26; }
static inline int is_alpha(uint8_t c) { return (unsigned)((c | 32) - 'a') < 26; }
static inline int is_digit(uint8_t c) { return (unsigned)(c - '0') < 10; }
static inline int is_space(uint8_t c) { return c == ' ' || c - 9u < 5; }
static inline int is_alnum(uint8_t c) { return is_alpha(c) || is_digit(c); }

enum { UPPER, LOWER, TITLE, CAPITALIZE, SWAP };

static CjBytes map_bytes(CjBytes s, int how) {
  uint8_t *data = cj_alloc_atomic(s.length);
  int inside = 0;
  for (int64_t i = 0; i < s.length; i++) {
    uint8_t c = s.data[i];
    int up = how == UPPER || (how == SWAP && is_lower(c)) || (how == TITLE && !inside) || (how == CAPITALIZE && i == 0);
    data[i] = up && is_lower(c) ? (uint8_t)(c - 32) : !up && is_upper(c) ? (uint8_t)(c + 32) : c;
    inside = is_alpha(c);
  }
  return (CjBytes){data, s.length};
}

CjBytes cj_bytes_upper(CjBytes s) { return map_bytes(s, UPPER); }
CjBytes cj_bytes_lower(CjBytes s) { return map_bytes(s, LOWER); }
CjBytes cj_bytes_title(CjBytes s) { return map_bytes(s, TITLE); }
CjBytes cj_bytes_capitalize(CjBytes s) { return map_bytes(s, CAPITALIZE); }
CjBytes cj_bytes_swapcase(CjBytes s) { return map_bytes(s, SWAP); }

static CjBool all_bytes(CjBytes s, int (*test)(uint8_t)) {
  for (int64_t i = 0; i < s.length; i++)
    if (!test(s.data[i])) return 0;
  return s.length > 0;
}

CjBool cj_bytes_is_alpha(CjBytes s) { return all_bytes(s, is_alpha); }
CjBool cj_bytes_is_alnum(CjBytes s) { return all_bytes(s, is_alnum); }
CjBool cj_bytes_is_digit(CjBytes s) { return all_bytes(s, is_digit); }
CjBool cj_bytes_is_space(CjBytes s) { return all_bytes(s, is_space); }

static CjBool cased_bytes(CjBytes s, int (*wanted)(uint8_t), int (*other)(uint8_t)) {
  CjBool any = 0;
  for (int64_t i = 0; i < s.length; i++) {
    if (other(s.data[i])) return 0;
    any |= wanted(s.data[i]);
  }
  return any;
}

CjBool cj_bytes_is_upper(CjBytes s) { return cased_bytes(s, is_upper, is_lower); }
CjBool cj_bytes_is_lower(CjBytes s) { return cased_bytes(s, is_lower, is_upper); }

CjBool cj_bytes_is_title(CjBytes s) {
  int any = 0, inside = 0;
  for (int64_t i = 0; i < s.length; i++) {
    uint8_t c = s.data[i];
    if ((is_upper(c) && inside) || (is_lower(c) && !inside)) return 0;
    inside = is_alpha(c);
    any |= inside;
  }
  return (CjBool)any;
}

CjBool cj_bytes_is_ascii(CjBytes s) {
  uint8_t all = 0;
  for (int64_t i = 0; i < s.length; i++) all |= s.data[i];
  return all < 0x80;
}

static const char hex[] = "0123456789abcdef";

CjStr cj_bytes_repr(CjBytes s) {
  CjBuffer out = {0};
  int single = s.length && memchr(s.data, '\'', (size_t)s.length), twofold = s.length && memchr(s.data, '"', (size_t)s.length);
  uint32_t quote = single && !twofold ? '"' : '\'';
  cj_buffer_reserve(&out, s.length + 3, 0);
  cj_buffer_put(&out, 'b');
  cj_buffer_put(&out, quote);
  for (int64_t i = 0; i < s.length; i++) {
    uint8_t c = s.data[i];
    if (c == quote || c == '\\' || c == '\n' || c == '\r' || c == '\t') {
      cj_buffer_put(&out, '\\');
      cj_buffer_put(&out, c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\t' ? 't' : c);
    } else if (c < ' ' || c >= 0x7f) {
      cj_buffer_put(&out, '\\');
      cj_buffer_put(&out, 'x');
      cj_buffer_put(&out, (uint8_t)hex[c >> 4]);
      cj_buffer_put(&out, (uint8_t)hex[c & 15]);
    } else {
      cj_buffer_put(&out, c);
    }
  }
  cj_buffer_put(&out, quote);
  return cj_buffer_text(&out);
}

CjStr cj_bytes_hex(CjBytes s) {
  uint8_t *data;
  CjStr out = cj_str_new(2 * s.length, 0, &data);
  for (int64_t i = 0; i < s.length; i++) {
    data[2 * i] = (uint8_t)hex[s.data[i] >> 4];
    data[2 * i + 1] = (uint8_t)hex[s.data[i] & 15];
  }
  return out;
}

static int hex_value(int64_t code) {
  if (code >= '0' && code <= '9') return (int)code - '0';
  code |= 32;
  return code >= 'a' && code <= 'f' ? (int)code - 'a' + 10 : -1;
}

CjBytes cj_bytes_from_hex(CjStr s, int64_t *error) {
  int64_t length = cj_str_length(s), count = 0;
  uint8_t *data = cj_alloc_atomic(length / 2 + 1);
  *error = -1;
  for (int64_t i = 0; i < length; i++) {
    int64_t code = cj_str_code_at(s, i);
    if (code < 128 && is_space((uint8_t)code)) continue;
    int high = code < 128 ? hex_value(code) : -1;
    if (high < 0) {
      *error = i;
      break;
    }
    int64_t next = i + 1 < length ? cj_str_code_at(s, i + 1) : -1;
    int low = next < 128 ? hex_value(next) : -1;
    if (low < 0) {
      *error = i + 1;
      break;
    }
    data[count++] = (uint8_t)(high << 4 | low);
    i++;
  }
  return (CjBytes){data, count};
}
