/// Parsing of format specifications and number layout.
#include "format_spec.h"

static int is_align(int64_t code) { return code == '<' || code == '>' || code == '=' || code == '^'; }

/// A decimal number at *at; -1 when there is none, -2 when it is too long.
static int64_t read_number(CjStr text, int64_t *at) {
  int64_t value = 0, length = cj_str_length(text), start = *at;
  for (; *at < length; ++*at) {
    int64_t digit = cj_code_decimal(cj_str_code_at(text, *at));
    if (digit < 0) break;
    if (__builtin_mul_overflow(value, 10, &value) || __builtin_add_overflow(value, digit, &value)) return -2;
  }
  return *at == start ? -1 : value;
}

static int64_t check_group(CjSpec *spec) {
  if (!spec->group) return CJ_FORMAT_OK;
  switch (spec->type) {
    case 'd': case 'e': case 'f': case 'g': case 'E': case 'G': case '%': case 'F': case 0: return CJ_FORMAT_OK;
    case 'b': case 'o': case 'x': case 'X': return spec->group == '_' ? CJ_FORMAT_OK : CJ_FORMAT_GROUPING;
    default: return CJ_FORMAT_GROUPING;
  }
}

int64_t cj_spec_parse(CjStr text, uint32_t default_align, uint32_t default_type, CjSpec *spec) {
  int64_t at = 0, length = cj_str_length(text);
#define PEEK(offset) (at + (offset) < length ? cj_str_code_at(text, at + (offset)) : -1)
  *spec = (CjSpec){.fill = ' ', .type = default_type, .width = -1, .precision = -1};
  int fill_given = 0, align_given = 0;
  if (is_align(PEEK(1))) {
    spec->fill = (uint32_t)PEEK(0);
    spec->align = (uint32_t)PEEK(1);
    fill_given = align_given = 1;
    at += 2;
  } else if (is_align(PEEK(0))) {
    spec->align = (uint32_t)PEEK(0);
    align_given = 1;
    at++;
  }
  if (PEEK(0) == '+' || PEEK(0) == '-' || PEEK(0) == ' ') spec->sign = (uint32_t)PEEK(0), at++;
  if (PEEK(0) == 'z') spec->zero_coerced = 1, at++;
  if (PEEK(0) == '#') spec->alternate = 1, at++;
  if (!fill_given && PEEK(0) == '0') {
    spec->fill = '0';
    if (!align_given && default_align == '>') spec->align = '=';
    at++;
  }
  if (!spec->align) spec->align = default_align;
  spec->width = read_number(text, &at);
  if (spec->width == -2) return CJ_FORMAT_TOO_MANY_DIGITS;
  if (PEEK(0) == ',') spec->group = ',', at++;
  if (PEEK(0) == '_') {
    if (spec->group) return CJ_FORMAT_COMMA_AND_UNDERSCORE;
    spec->group = '_', at++;
    if (PEEK(0) == ',') return CJ_FORMAT_COMMA_AND_UNDERSCORE;
  }
  if (PEEK(0) == '.') {
    at++;
    spec->precision = read_number(text, &at);
    if (spec->precision == -1) return CJ_FORMAT_MISSING_PRECISION;
    if (spec->precision == -2) return CJ_FORMAT_TOO_MANY_DIGITS;
  }
  if (length - at > 1) return CJ_FORMAT_INVALID;
  if (length - at == 1) spec->type = (uint32_t)PEEK(0);
#undef PEEK
  return check_group(spec);
}

/// Writes digits with separators from right to left, with zeros in front up to `least` characters, and gives the
/// number of characters; a separator never comes first. With to == 0 it only counts.
static int64_t group_digits(uint8_t *to, const CjSpec *spec, const char *digits, int64_t count, int64_t least) {
  int64_t size = spec->type == 'b' || spec->type == 'o' || spec->type == 'x' || spec->type == 'X' ? 4 : 3;
  int64_t written = 0, in_group = 0;
  while (count > 0 || written < least) {
    if (spec->group && in_group == size) {
      if (to) *--to = (uint8_t)spec->group;
      written++;
      in_group = 0;
    }
    char digit = count > 0 ? digits[--count] : '0';
    if (to) *--to = (uint8_t)digit;
    written++;
    in_group++;
  }
  return written;
}

CjStr cj_spec_lay_out(const CjSpec *spec, const CjNumberText *number) {
  int64_t prefix = (int64_t)strlen(number->prefix), head = (number->sign != 0) + prefix;
  int64_t around = head + number->rest_count;
  int64_t least = spec->fill == '0' && spec->align == '=' ? spec->width - around : 0;
  if (!number->digit_count) least = 0; /* inf and nan */
  int64_t digits = group_digits(0, spec, number->digits, number->digit_count, least);
  int64_t total = digits + around, missing = spec->width > total ? spec->width - total : 0;
  int64_t left = spec->align == '>' ? missing : spec->align == '^' ? missing / 2 : 0;
  int64_t inside = spec->align == '=' ? missing : 0;
  if (CJ_LIKELY(spec->fill < 256)) {
    uint8_t *data;
    CjStr out = cj_str_new(total + missing, 0, &data);
    memset(data, (int)spec->fill, (size_t)(total + missing));
    data += left;
    if (number->sign) *data++ = (uint8_t)number->sign;
    memcpy(data, number->prefix, (size_t)prefix);
    data += prefix + inside + digits;
    group_digits(data, spec, number->digits, number->digit_count, least);
    memcpy(data, number->rest, (size_t)number->rest_count);
    return out;
  }
  CjSpec plain = *spec;
  plain.width = -1;
  plain.fill = ' ';
  CjStr text = cj_spec_lay_out(&plain, number);
  CjBuffer out = {0};
  cj_buffer_fill(&out, spec->fill, left);
  cj_buffer_add(&out, cj_str_part(text, 0, head));
  cj_buffer_fill(&out, spec->fill, inside);
  cj_buffer_add(&out, cj_str_part(text, head, total));
  cj_buffer_fill(&out, spec->fill, missing - left - inside);
  return cj_buffer_text(&out);
}

CjStr cj_spec_pad(const CjSpec *spec, CjStr text) {
  int64_t missing = spec->width - cj_str_length(text);
  if (missing <= 0) return text;
  int64_t left = spec->align == '>' ? missing : spec->align == '^' ? missing / 2 : 0;
  CjBuffer out = {0};
  cj_buffer_reserve(&out, spec->width, cj_str_kind(text));
  cj_buffer_fill(&out, spec->fill, left);
  cj_buffer_add(&out, text);
  cj_buffer_fill(&out, spec->fill, missing - left);
  return cj_buffer_text(&out);
}
