/// %-formatting: finding conversions and formatting single arguments.
#include "format_spec.h"

/// A number or '*' at *at: -1 none, -2 star.
static int64_t read_size(CjStr format, int64_t *at) {
  int64_t length = cj_str_length(format), value = 0, start = *at;
  if (*at < length && cj_str_code_at(format, *at) == '*') {
    ++*at;
    return -2;
  }
  for (; *at < length; ++*at) {
    int64_t digit = cj_str_code_at(format, *at) - '0';
    if (digit < 0 || digit > 9) break;
    if (value < INT_MAX) value = value * 10 + digit;
  }
  return *at == start ? -1 : value;
}

static int64_t read_key(CjStr format, int64_t at, CjPercent *out) {
  int64_t length = cj_str_length(format), depth = 1;
  out->key_start = at;
  for (; at < length; at++) {
    int64_t code = cj_str_code_at(format, at);
    depth += code == '(' ? 1 : code == ')' ? -1 : 0;
    if (!depth) {
      out->key_stop = at;
      return at + 1;
    }
  }
  out->error = 2;
  return at;
}

CjBool cj_percent_next(CjStr format, int64_t position, CjPercent *out) {
  int64_t length = cj_str_length(format), at = position;
  if (position >= length) return 0;
  *out = (CjPercent){.literal_start = position, .key_start = -1, .key_stop = -1, .width = -1, .precision = -1};
  while (at < length && cj_str_code_at(format, at) != '%') at++;
  out->literal_stop = at;
  out->next = at;
  if (at == length) return 1;
  at++;
  if (at < length && cj_str_code_at(format, at) == '(') at = read_key(format, at + 1, out);
  for (; at < length; at++) {
    int64_t code = cj_str_code_at(format, at);
    int64_t flag = code == '-'   ? CJ_FLAG_LEFT
                   : code == '+' ? CJ_FLAG_SIGN
                   : code == ' ' ? CJ_FLAG_SPACE
                   : code == '#' ? CJ_FLAG_ALTERNATE
                   : code == '0' ? CJ_FLAG_ZERO
                                 : 0;
    if (!flag) break;
    out->flags |= flag;
  }
  out->width = read_size(format, &at);
  if (at < length && cj_str_code_at(format, at) == '.') {
    at++;
    out->precision = read_size(format, &at);
    if (out->precision == -1) out->precision = 0;
  }
  if (at < length && (cj_str_code_at(format, at) == 'l' || cj_str_code_at(format, at) == 'h' ||
                      cj_str_code_at(format, at) == 'L'))
    at++;
  if (out->error) return 1;
  if (at >= length) {
    out->error = 1;
    return 1;
  }
  out->conversion = cj_str_code_at(format, at);
  out->next = at + 1;
  if (out->conversion > 127 || !strchr("bdiouxXeEfFgGcrsa%", (int)out->conversion) || !out->conversion) {
    out->error = 3;
    out->next = at; /* CPython's message names this index */
  }
  return 1;
}

/// Padding as C does it: zeros go between sign and digits, and only to the left.
static CjStr fit(char sign, const char *prefix, const char *digits, int64_t count, int64_t flags, int64_t width) {
  CjSpec spec = {.fill = ' ', .align = '>', .width = width, .type = 'd'};
  if (flags & CJ_FLAG_LEFT) spec.align = '<';
  else if (flags & CJ_FLAG_ZERO) spec.fill = '0', spec.align = '=';
  CjNumberText number = {sign, prefix, "", 0, digits, count};
  return cj_spec_lay_out(&spec, &number);
}

static char sign_for(int negative, int64_t flags) {
  return negative ? '-' : flags & CJ_FLAG_SIGN ? '+' : flags & CJ_FLAG_SPACE ? ' ' : 0;
}

CjStr cj_percent_int(int64_t value, int64_t conversion, int64_t flags, int64_t width, int64_t precision) {
  if (conversion == 'c') return cj_percent_str(cj_str_from_code(value), flags, width, -1);
  uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
  int shift = conversion == 'o' ? 3 : conversion == 'x' || conversion == 'X' ? 4 : 0;
  char digits[72];
  int at = 0, count;
  if (shift) {
    const char *alphabet = conversion == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
    at = sizeof digits;
    do digits[--at] = alphabet[size & ((1u << shift) - 1)], size >>= shift;
    while (size);
    count = (int)sizeof digits - at;
  } else {
    count = cj_write_uint(digits, size);
  }
  const char *prefix = "";
  if (flags & CJ_FLAG_ALTERNATE) prefix = conversion == 'o' ? "0o" : conversion == 'x' ? "0x" : conversion == 'X' ? "0X" : "";
  if (precision <= count) return fit(sign_for(value < 0, flags), prefix, digits + at, count, flags, width);
  char *padded = malloc((size_t)precision);
  if (!padded) cj_out_of_memory(precision);
  memset(padded, '0', (size_t)(precision - count));
  memcpy(padded + precision - count, digits + at, (size_t)count);
  CjStr out = fit(sign_for(value < 0, flags), prefix, padded, precision, flags, width);
  free(padded);
  return out;
}

CjStr cj_percent_float(double value, int64_t conversion, int64_t flags, int64_t width, int64_t precision) {
  int negative = signbit(value) && value == value;
  int64_t length;
  char *text = cj_float_digits(negative ? -value : value, (int)conversion, precision < 0 ? 6 : precision,
                               (flags & CJ_FLAG_ALTERNATE) != 0, 0, &length);
  CjStr out = fit(sign_for(negative, flags), "", text, length, flags, width);
  free(text);
  return out;
}

CjStr cj_percent_str(CjStr value, int64_t flags, int64_t width, int64_t precision) {
  if (precision >= 0 && precision < cj_str_length(value)) value = cj_str_part(value, 0, precision);
  return flags & CJ_FLAG_LEFT ? cj_str_ljust(value, width, CJ_TEXT(" ")) : cj_str_rjust(value, width, CJ_TEXT(" "));
}
