/// int to text and back.
#include "internal.h"

static const char digit_pairs[] =
    "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657"
    "5859606162636465666768697071727374757677787980818283848586878889909192939495969798" "99";

static inline int decimal_width(uint64_t value) {
  int width = 1;
  for (;;) {
    if (value < 10) return width;
    if (value < 100) return width + 1;
    if (value < 1000) return width + 2;
    if (value < 10000) return width + 3;
    value /= 10000;
    width += 4;
  }
}

int cj_write_uint(char *to, uint64_t value) {
  int width = decimal_width(value), at = width;
  while (value >= 100) {
    at -= 2;
    memcpy(to + at, digit_pairs + value % 100 * 2, 2);
    value /= 100;
  }
  if (value >= 10) memcpy(to, digit_pairs + value * 2, 2);
  else to[0] = (char)('0' + value);
  return width;
}

int cj_write_int(char *to, int64_t value) {
  if (value >= 0) return cj_write_uint(to, (uint64_t)value);
  *to = '-';
  return 1 + cj_write_uint(to + 1, 0 - (uint64_t)value);
}

static CjStr from_ascii(const char *text, int64_t length) {
  uint8_t *data;
  CjStr s = cj_str_new(length, 0, &data);
  memcpy(data, text, (size_t)length);
  return s;
}

CjStr cj_int_str(int64_t value) {
  if (value >= 0 && value < 10) return cj_str_from_code('0' + value);
  char text[24];
  return from_ascii(text, cj_write_int(text, value));
}

CjStr cj_uint_str(uint64_t value) {
  char text[24];
  return from_ascii(text, cj_write_uint(text, value));
}

static CjStr base_str(uint64_t value, int64_t base, int negative) {
  char text[72];
  int at = sizeof text, shift = base == 2 ? 1 : base == 8 ? 3 : 4;
  do {
    text[--at] = "0123456789abcdef"[value & (uint64_t)(base - 1)];
    value >>= shift;
  } while (value);
  text[--at] = base == 2 ? 'b' : base == 8 ? 'o' : 'x';
  text[--at] = '0';
  if (negative) text[--at] = '-';
  return from_ascii(text + at, (int64_t)sizeof text - at);
}

CjStr cj_int_base_str(int64_t value, int64_t base) {
  return base_str(value < 0 ? 0 - (uint64_t)value : (uint64_t)value, base, value < 0);
}

CjStr cj_uint_base_str(uint64_t value, int64_t base) { return base_str(value, base, 0); }

/// Value of a digit in any base up to 36; 99 when it is none.
static int digit_value(uint32_t code) {
  if (code - '0' < 10) return (int)(code - '0');
  if ((code | 32) - 'a' < 26) return (int)((code | 32) - 'a') + 10;
  int64_t decimal = code < 128 ? -1 : cj_code_decimal(code);
  return decimal < 0 ? 99 : (int)decimal;
}

/// Base of the prefix at an index ("0x", "0o", "0b"), 0 when there is none.
static int prefix_base(CjStr s, int64_t at, int64_t stop) {
  if (stop - at < 2 || cj_str_code_at(s, at) != '0') return 0;
  switch (cj_str_code_at(s, at + 1) | 32) {
    case 'x': return 16;
    case 'o': return 8;
    case 'b': return 2;
    default: return 0;
  }
}

CjIntResult cj_int_parse(CjStr s, int64_t base) {
  const CjIntResult syntax = {0, CJ_NUMBER_SYNTAX};
  int64_t at = 0, stop = cj_str_length(s);
  while (at < stop && cj_code_is_space(cj_str_code_at(s, at))) at++;
  while (stop > at && cj_code_is_space(cj_str_code_at(s, stop - 1))) stop--;
  int negative = 0;
  if (at < stop && (cj_str_code_at(s, at) == '-' || cj_str_code_at(s, at) == '+'))
    negative = cj_str_code_at(s, at++) == '-';
  int prefix = prefix_base(s, at, stop), only_zeros = 0;
  if (prefix && (base == 0 || base == prefix)) {
    base = prefix;
    at += 2;
    if (at < stop && cj_str_code_at(s, at) == '_') at++;
  } else if (base == 0) {
    base = 10;
    only_zeros = at < stop && cj_str_code_at(s, at) == '0'; /* 012 is an error, 000 is not */
  }
  uint64_t value = 0;
  int overflow = 0, underscore = 1; /* no underscore before the first digit */
  for (; at < stop; at++) {
    uint32_t code = (uint32_t)cj_str_code_at(s, at);
    if (code == '_' && !underscore) {
      underscore = 1;
      continue;
    }
    int digit = digit_value(code);
    if (digit >= base || (only_zeros && digit)) return syntax;
    underscore = 0;
    overflow |= __builtin_mul_overflow(value, (uint64_t)base, &value);
    overflow |= __builtin_add_overflow(value, (uint64_t)digit, &value);
  }
  if (underscore) return syntax;
  if (overflow || value > (uint64_t)INT64_MAX + (uint64_t)negative) return (CjIntResult){0, CJ_NUMBER_RANGE};
  return (CjIntResult){(int64_t)(negative ? 0 - value : value), 0};
}
