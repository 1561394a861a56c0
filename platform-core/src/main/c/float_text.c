/// float to its shortest text, and text to float.
#include "internal.h"
#include "power_table.inc"

#define MASK_63 0x7fffffffffffffffull

static inline uint64_t high_product(uint64_t a, uint64_t b) { return (uint64_t)((__uint128_t)a * b >> 64); }

/// cp * g / 2^127 rounded to odd.
static inline uint64_t round_to_odd(const uint64_t *g, uint64_t cp) {
  uint64_t x1 = high_product(g[1], cp), y0 = g[0] * cp, y1 = high_product(g[0], cp);
  uint64_t z = (y0 >> 1) + x1, w = y1 + (z >> 63);
  return w | (((z & MASK_63) + MASK_63) >> 63);
}

/// Shortest decimal inside the rounding interval of c * 2^q, the closest one if there are several, by
/// R. Giulietti, "The Schubfach way to render doubles" (2020). Result = digits * 10^*exponent.
static uint64_t shortest(uint64_t c, int q, int regular, int *exponent) {
  uint64_t odd = c & 1, cb = c << 2, cbr = cb + 2, cbl = regular ? cb - 2 : cb - 1;
  int64_t scaled = (int64_t)q * 661971961083ll;
  int k = (int)((regular ? scaled : scaled - 274743187321ll) >> 41);
  int h = q + (int)(((int64_t)-k * 913124641741ll) >> 38) + 2;
  const uint64_t *g = powers[-k - POWER_LOW];
  uint64_t vb = round_to_odd(g, cb << h), vbl = round_to_odd(g, cbl << h), vbr = round_to_odd(g, cbr << h);
  uint64_t s = vb >> 2;
  if (s >= 10) {
    uint64_t down = s / 10, up = down + 1;
    int down_in = vbl + odd <= down * 40, up_in = up * 40 + odd <= vbr;
    if (down_in != up_in) {
      *exponent = k + 1;
      return down_in ? down : up;
    }
  }
  *exponent = k;
  uint64_t t = s + 1;
  int s_in = vbl + odd <= s << 2, t_in = (t << 2) + odd <= vbr;
  if (s_in != t_in) return s_in ? s : t;
  uint64_t middle = (s + t) << 1;
  return vb < middle || (vb == middle && !(s & 1)) ? s : t;
}

static int split_digits(uint64_t decimal, int exponent, char *digits, int *point) {
  int count = cj_write_uint(digits, decimal);
  *point = count + exponent;
  while (count > 1 && digits[count - 1] == '0') count--;
  return count;
}

int cj_shortest_digits(double value, char *digits, int *point) {
  uint64_t bits;
  memcpy(&bits, &value, 8);
  int biased = (int)(bits >> 52) & 0x7ff, exponent;
  uint64_t fraction = bits & ((1ull << 52) - 1);
  uint64_t c = biased ? fraction | 1ull << 52 : fraction;
  int q = biased ? biased - 1075 : -1074;
  if (q <= 0 && q > -53 && !(c & ((1ull << -q) - 1))) /* a small integer is its own shortest text */
    return split_digits(c >> -q, 0, digits, point);
  uint64_t decimal = shortest(c, q, fraction != 0 || biased <= 1, &exponent);
  return split_digits(decimal, exponent, digits, point);
}

static int shortest_digits_32(float value, char *digits, int *point) {
  uint32_t bits;
  memcpy(&bits, &value, 4);
  int biased = (int)(bits >> 23) & 0xff, exponent;
  uint32_t fraction = bits & ((1u << 23) - 1);
  uint64_t c = biased ? fraction | 1u << 23 : fraction;
  int q = biased ? biased - 150 : -149;
  uint64_t decimal = shortest(c, q, fraction != 0 || biased <= 1, &exponent);
  return split_digits(decimal, exponent, digits, point);
}

/// repr's choice between the plain and the exponent form.
static int lay_out(char *to, const char *digits, int count, int point) {
  char *at = to;
  if (point > 16 || point <= -4) {
    *at++ = digits[0];
    if (count > 1) {
      *at++ = '.';
      memcpy(at, digits + 1, (size_t)count - 1);
      at += count - 1;
    }
    int exponent = point - 1;
    *at++ = 'e';
    *at++ = exponent < 0 ? '-' : '+';
    if (exponent < 0) exponent = -exponent;
    if (exponent < 10) *at++ = '0';
    return (int)(at - to) + cj_write_uint(at, (uint64_t)exponent);
  }
  if (point <= 0) {
    *at++ = '0';
    *at++ = '.';
    for (int i = point; i < 0; i++) *at++ = '0';
    memcpy(at, digits, (size_t)count);
    return (int)(at - to) + count;
  }
  int whole = count < point ? count : point;
  memcpy(at, digits, (size_t)whole);
  at += whole;
  for (int i = whole; i < point; i++) *at++ = '0';
  *at++ = '.';
  if (count > point) {
    memcpy(at, digits + point, (size_t)(count - point));
    return (int)(at - to) + count - point;
  }
  *at++ = '0';
  return (int)(at - to);
}

/// nan, inf and zeros; 0 when the value is another one.
static int write_special(char *to, double value) {
  const char *text = 0;
  if (value != value) text = "nan";
  else if (isinf(value)) text = value < 0 ? "-inf" : "inf";
  else if (value == 0) text = signbit(value) ? "-0.0" : "0.0";
  if (!text) return 0;
  int length = (int)strlen(text);
  memcpy(to, text, (size_t)length);
  return length;
}

int cj_write_float(char *to, double value) {
  int length = write_special(to, value), point;
  if (length) return length;
  int sign = value < 0;
  if (sign) *to++ = '-';
  char digits[24];
  int count = cj_shortest_digits(sign ? -value : value, digits, &point);
  return sign + lay_out(to, digits, count, point);
}

static CjStr from_ascii_text(const char *text, int64_t length) {
  uint8_t *data;
  CjStr s = cj_str_new(length, 0, &data);
  memcpy(data, text, (size_t)length);
  return s;
}

CjStr cj_float_repr(double value) {
  char text[32];
  return from_ascii_text(text, cj_write_float(text, value));
}

CjStr cj_float32_repr(float value) {
  char text[32], digits[24];
  int length = write_special(text, value), point;
  if (!length) {
    int sign = value < 0;
    if (sign) text[0] = '-';
    int count = shortest_digits_32(sign ? -value : value, digits, &point);
    length = sign + lay_out(text + sign, digits, count, point);
  }
  return from_ascii_text(text, length);
}

/// A part of a complex number is written without ".0".
static int write_part(char *to, double value) {
  int length = cj_write_float(to, value);
  if (length > 2 && to[length - 1] == '0' && to[length - 2] == '.') length -= 2;
  return length;
}

CjStr cj_complex_repr(double real, double imaginary) {
  char text[72];
  int at = 0;
  if (real == 0 && !signbit(real)) {
    at = write_part(text, imaginary);
    text[at++] = 'j';
    return from_ascii_text(text, at);
  }
  text[at++] = '(';
  at += write_part(text + at, real);
  if (imaginary != imaginary || !signbit(imaginary)) text[at++] = '+';
  at += write_part(text + at, imaginary);
  text[at++] = 'j';
  text[at++] = ')';
  return from_ascii_text(text, at);
}

static const double exact_powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                      1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// Up to 2^53 times an exact power of ten needs one correctly rounded operation (W. Clinger, 1990); all else is
/// strtod's.
int cj_decimal_to_double(const char *text, int64_t length, double *value) {
  const char *at = text, *end = text + length;
  int negative = 0, digits = 0, any = 0, exponent = 0;
  if (at < end && (*at == '-' || *at == '+')) negative = *at++ == '-';
  uint64_t mantissa = 0;
  for (; at < end && (unsigned)(*at - '0') < 10; at++, any = 1) {
    if (digits < 19) mantissa = mantissa * 10 + (uint64_t)(*at - '0');
    digits += mantissa != 0;
  }
  if (at < end && *at == '.') {
    for (at++; at < end && (unsigned)(*at - '0') < 10; at++, any = 1) {
      if (digits < 19) mantissa = mantissa * 10 + (uint64_t)(*at - '0');
      digits += mantissa != 0;
      exponent--;
    }
  }
  if (!any) return 0;
  if (at < end && (*at | 32) == 'e') {
    int sign = 0, written = 0, any_exponent = 0;
    if (++at < end && (*at == '-' || *at == '+')) sign = *at++ == '-';
    for (; at < end && (unsigned)(*at - '0') < 10; at++, any_exponent = 1)
      if (written < 100000) written = written * 10 + (*at - '0');
    if (!any_exponent) return 0;
    exponent += sign ? -written : written;
  }
  if (at != end) return 0;
  if (digits <= 19 && mantissa <= 1ull << 53 && exponent >= -22 && exponent <= 22) {
    double result = (double)mantissa;
    result = exponent < 0 ? result / exact_powers[-exponent] : result * exact_powers[exponent];
    *value = negative ? -result : result;
    return 1;
  }
  char local[128], *copy = length < (int64_t)sizeof local ? local : malloc((size_t)length + 1);
  if (!copy) cj_out_of_memory(length);
  memcpy(copy, text, (size_t)length);
  copy[length] = 0;
  *value = strtod(copy, 0);
  if (copy != local) free(copy);
  return 1;
}

static int parse_named(const char *text, int64_t length, double *value) {
  int negative = 0;
  if (length && (*text == '-' || *text == '+')) {
    negative = *text == '-';
    text++;
    length--;
  }
  double found;
  if (length == 3 && strncasecmp(text, "inf", 3) == 0) found = INFINITY;
  else if (length == 8 && strncasecmp(text, "infinity", 8) == 0) found = INFINITY;
  else if (length == 3 && strncasecmp(text, "nan", 3) == 0) found = NAN;
  else return 0;
  *value = negative ? -found : found;
  return 1;
}

CjFloatResult cj_float_parse(CjStr s) {
  const CjFloatResult syntax = {0, CJ_NUMBER_SYNTAX};
  int64_t start = 0, stop = cj_str_length(s);
  while (start < stop && cj_code_is_space(cj_str_code_at(s, start))) start++;
  while (stop > start && cj_code_is_space(cj_str_code_at(s, stop - 1))) stop--;
  char local[128], *text = stop - start < (int64_t)sizeof local ? local : malloc((size_t)(stop - start));
  if (!text) cj_out_of_memory(stop - start);
  int64_t length = 0;
  int good = start < stop, before_digit = 0;
  for (int64_t i = start; i < stop && good; i++) {
    uint32_t code = (uint32_t)cj_str_code_at(s, i);
    if (code == '_') { /* only between digits */
      good = before_digit && i + 1 < stop && cj_code_decimal(cj_str_code_at(s, i + 1)) >= 0;
      before_digit = 0;
      continue;
    }
    if (code >= 128) {
      int64_t digit = cj_code_decimal(code);
      good = digit >= 0;
      code = (uint32_t)('0' + digit);
    }
    before_digit = code - '0' < 10;
    text[length++] = (char)code;
  }
  double value = 0;
  good = good && (cj_decimal_to_double(text, length, &value) || parse_named(text, length, &value));
  if (text != local) free(text);
  return good ? (CjFloatResult){value, 0} : syntax;
}
