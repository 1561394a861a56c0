/// Formatting of floats, and rounding, which is formatting and reading back.
#include "format_spec.h"

static char *duplicate(const char *text, int64_t *length) {
  char *copy = strdup(text);
  if (!copy) cj_out_of_memory(8);
  *length = (int64_t)strlen(text);
  return copy;
}

static char *print_float(const char *format, int64_t precision, double size, int64_t *length) {
  char local[64];
  int count = snprintf(local, sizeof local, format, (int)precision, size);
  char *text = malloc((size_t)count + 16); /* callers may add a point or a zero */
  if (!text) cj_out_of_memory(count);
  if (count < (int)sizeof local) memcpy(text, local, (size_t)count + 1);
  else snprintf(text, (size_t)count + 1, format, (int)precision, size);
  *length = count;
  return text;
}

static const uint64_t powers_of_ten[] = {1ull,
                                         10ull,
                                         100ull,
                                         1000ull,
                                         10000ull,
                                         100000ull,
                                         1000000ull,
                                         10000000ull,
                                         100000000ull,
                                         1000000000ull,
                                         10000000000ull,
                                         100000000000ull,
                                         1000000000000ull,
                                         10000000000000ull,
                                         100000000000000ull,
                                         1000000000000000ull,
                                         10000000000000000ull,
                                         100000000000000000ull};

/// The whole part and the first `places` decimals, rounded half to even on the exact value: 64 binary places of the
/// fraction times a power of ten are exact in 128 bits. Returns 0 for values with more places, which printf does.
static int fixed_point(double size, int64_t places, uint64_t *whole, uint64_t *decimals) {
  if (!(size < 0x1p53) || places > 17) return 0;
  *whole = (uint64_t)size;
  double scaled = (size - (double)*whole) * 0x1p64;
  uint64_t fraction = (uint64_t)scaled;
  if ((double)fraction != scaled) return 0;
  __uint128_t product = (__uint128_t)fraction * powers_of_ten[places];
  uint64_t rest = (uint64_t)product;
  *decimals = (uint64_t)(product >> 64);
  uint64_t last = places ? *decimals : *whole;
  if (rest > 1ull << 63 || (rest == 1ull << 63 && (last & 1))) ++*decimals;
  if (*decimals == powers_of_ten[places]) {
    *decimals = 0;
    ++*whole;
  }
  return 1;
}

static char *fixed_text(double size, int64_t places, int alternate, int64_t *length) {
  uint64_t whole, decimals;
  if (!fixed_point(size, places, &whole, &decimals))
    return print_float(alternate ? "%#.*f" : "%.*f", places, size, length);
  char *text = malloc(48), *at = text;
  if (!text) cj_out_of_memory(48);
  at += cj_write_uint(at, whole);
  if (places || alternate) *at++ = '.';
  if (places) {
    char digits[24];
    int count = cj_write_uint(digits, decimals);
    memset(at, '0', (size_t)(places - count));
    memcpy(at + places - count, digits, (size_t)count);
    at += places;
  }
  *length = at - text;
  return text;
}

/// repr's form; `alternate` asks for a decimal point in any case.
static char *shortest_text(double size, int alternate, int64_t *length) {
  char *text = malloc(40);
  if (!text) cj_out_of_memory(40);
  *length = cj_write_float(text, size);
  char *exponent = memchr(text, 'e', (size_t)*length);
  if (alternate && exponent && !memchr(text, '.', (size_t)*length)) {
    memmove(exponent + 1, exponent, (size_t)(*length - (exponent - text)));
    *exponent = '.';
    ++*length;
  }
  return text;
}

/// 'g' in which the plain form always has a digit behind the point, as str() has it; the exponent form then starts
/// one digit earlier.
static char *general_with_point(double size, int64_t precision, int alternate, int64_t *length) {
  if (precision < 1) precision = 1;
  char probe[32];
  int64_t unused;
  char *digits = print_float("%.*e", precision - 1, size, &unused);
  snprintf(probe, sizeof probe, "%s", strchr(digits, 'e') + 1);
  free(digits);
  int64_t point = strtoll(probe, 0, 10) + 1;
  if (size == 0) point = 1;
  if (point > -4 && point <= precision - 1) {
    char *text = print_float(alternate ? "%#.*g" : "%.*g", precision, size, length);
    if (!memchr(text, '.', (size_t)*length)) {
      memcpy(text + *length, ".0", 2);
      *length += 2;
    } else if (text[*length - 1] == '.') {
      text[(*length)++] = '0';
    }
    return text;
  }
  char *text = print_float("%.*e", precision - 1, size, length);
  if (alternate) return text;
  char *exponent = memchr(text, 'e', (size_t)*length), *end = exponent;
  if (memchr(text, '.', (size_t)(exponent - text))) {
    while (end[-1] == '0') end--;
    if (end[-1] == '.') end--;
    memmove(end, exponent, (size_t)(*length - (exponent - text)));
    *length -= exponent - end;
  }
  return text;
}

char *cj_float_digits(double size, int conversion, int64_t precision, int alternate, int point_zero,
                      int64_t *length) {
  int upper = conversion == 'E' || conversion == 'F' || conversion == 'G';
  if (size != size) return duplicate(upper ? "NAN" : "nan", length);
  if (isinf(size)) return duplicate(upper ? "INF" : "inf", length);
  switch (conversion) {
    case 'r': return shortest_text(size, alternate, length);
    case 'e': return print_float(alternate ? "%#.*e" : "%.*e", precision, size, length);
    case 'E': return print_float(alternate ? "%#.*E" : "%.*E", precision, size, length);
    case 'f': case 'F': return fixed_text(size, precision, alternate, length);
    case 'G': return print_float(alternate ? "%#.*G" : "%.*G", precision, size, length);
    default:
      if (point_zero) return general_with_point(size, precision, alternate, length);
      return print_float(alternate ? "%#.*g" : "%.*g", precision, size, length);
  }
}

static int all_zero(const char *text, int64_t length) {
  for (int64_t i = 0; i < length && text[i] != 'e' && text[i] != 'E'; i++)
    if (text[i] >= '1' && text[i] <= '9') return 0;
  return length > 0 && text[0] == '0';
}

/// One float by a parsed spec.
static CjStr format_parsed(double value, CjSpec *spec, int64_t *error) {
  int percent = 0, point_zero = 0;
  uint32_t type = spec->type;
  int64_t precision = spec->precision;
  *error = CJ_FORMAT_OK;
  switch (type) {
    case 0:
      point_zero = 1;
      type = precision < 0 ? 'r' : 'g';
      break;
    case 'n': type = 'g'; break;
    case '%':
      type = 'f';
      value *= 100;
      percent = 1;
      break;
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': break;
    default: *error = CJ_FORMAT_UNKNOWN_CODE; return CJ_EMPTY;
  }
  if (precision < 0) precision = 6;
  if (precision > INT_MAX - 400) {
    *error = CJ_FORMAT_PRECISION_TOO_BIG;
    return CJ_EMPTY;
  }
  int negative = signbit(value) && value == value;
  int64_t length;
  char *text = cj_float_digits(negative ? -value : value, (int)type, precision, spec->alternate, point_zero, &length);
  if (spec->zero_coerced && negative && all_zero(text, length)) negative = 0;
  if (percent) {
    text = realloc(text, (size_t)length + 2);
    if (!text) cj_out_of_memory(length);
    text[length++] = '%';
  }
  int64_t digits = 0;
  while (digits < length && text[digits] >= '0' && text[digits] <= '9') digits++;
  CjNumberText number = {cj_spec_sign(spec, negative), "", text, digits, text + digits, length - digits};
  CjStr out = cj_spec_lay_out(spec, &number);
  free(text);
  return out;
}

CjStr cj_format_float(double value, CjStr text, int64_t *error) {
  *error = CJ_FORMAT_OK;
  if (!text.meta) return cj_float_repr(value);
  CjSpec spec;
  *error = cj_spec_parse(text, '>', 0, &spec);
  return *error ? CJ_EMPTY : format_parsed(value, &spec, error);
}

CjStr cj_float_text(double value, int64_t conversion, int64_t precision, int64_t flags) {
  int negative = signbit(value) && value == value;
  int64_t length;
  char *text = cj_float_digits(negative ? -value : value, (int)conversion, precision < 0 ? 6 : precision,
                               (flags & CJ_FLAG_ALTERNATE) != 0, (flags & CJ_FLAG_POINT_ZERO) != 0, &length);
  char sign = negative ? '-' : flags & CJ_FLAG_SIGN ? '+' : flags & CJ_FLAG_SPACE ? ' ' : 0;
  uint8_t *data;
  CjStr out = cj_str_new(length + (sign != 0), 0, &data);
  if (sign) *data++ = (uint8_t)sign;
  memcpy(data, text, (size_t)length);
  free(text);
  return out;
}

CjStr cj_format_complex(double real, double imaginary, CjStr text, int64_t *error) {
  *error = CJ_FORMAT_OK;
  if (!text.meta) return cj_complex_repr(real, imaginary);
  CjSpec spec;
  *error = cj_spec_parse(text, '>', 0, &spec);
  if (*error) return CJ_EMPTY;
  if (spec.type && (spec.type > 127 || !strchr("eEfFgGn", (int)spec.type))) *error = CJ_FORMAT_UNKNOWN_CODE;
  else if (spec.fill == '0') *error = CJ_FORMAT_ZERO_COMPLEX;
  else if (spec.align == '=') *error = CJ_FORMAT_ALIGN_COMPLEX;
  if (*error) return CJ_EMPTY;
  /* Without a type it is repr's form: no ".0", parentheses unless the real part is +0. */
  int plain = spec.type == 0, brackets = plain && !(real == 0 && !signbit(real));
  CjSpec part = spec;
  part.width = -1;
  if (plain && spec.precision >= 0) part.type = 'g';
  CjStr first = CJ_EMPTY, second;
  if (!plain || brackets) first = format_parsed(real, &part, error);
  if (*error) return CJ_EMPTY;
  if (!plain || brackets) part.sign = '+';
  second = format_parsed(imaginary, &part, error);
  if (part.type == 0) { /* drop ".0", and with '#' only the zero */
    CjStr *both[] = {&first, &second};
    for (int i = 0; i < 2; i++)
      if (cj_str_ends_with(*both[i], CJ_TEXT(".0"), 0, cj_str_length(*both[i])))
        *both[i] = cj_str_part(*both[i], 0, cj_str_length(*both[i]) - (spec.alternate ? 1 : 2));
  }
  const CjStr items[] = {brackets ? CJ_TEXT("(") : CJ_EMPTY, first, second, CJ_TEXT("j"),
                         brackets ? CJ_TEXT(")") : CJ_EMPTY};
  return cj_spec_pad(&spec, cj_str_concat_n(items, 5));
}

/// round(value, -n): the integer part as exact digits, rounded half to even by hand.
static double round_left(double value, int64_t places) {
  double size = fabs(value), whole = trunc(size);
  char text[400];
  int length = snprintf(text, sizeof text, "%.0f", whole);
  if (places > length) return copysign(0, value);
  int keep = length - (int)places, tail = 0;
  for (int i = keep + 1; i < length; i++) tail |= text[i] != '0';
  tail |= size != whole;
  int up = text[keep] > '5' || (text[keep] == '5' && (tail || (keep > 0 && (text[keep - 1] & 1))));
  memset(text + keep, '0', (size_t)(length - keep));
  char carry[404] = "0";
  memcpy(carry + 1, text, (size_t)length + 1);
  for (int i = keep; up && i >= 0; i--) {
    up = carry[i] == '9';
    carry[i] = up ? '0' : (char)(carry[i] + 1);
  }
  return copysign(strtod(carry, 0), value);
}

double cj_float_round(double value, int64_t digits) {
  if (!isfinite(value) || value == 0 || digits > 323) return value;
  if (digits < -308) return copysign(0, value);
  if (digits < 0) return round_left(value, -digits);
  if (fabs(value) >= 0x1p53) return value;
  uint64_t whole, decimals, scaled;
  /* A quotient of two exact numbers is the double nearest to the decimal, which is what reading it gives. */
  if (fixed_point(fabs(value), digits, &whole, &decimals) &&
      !__builtin_mul_overflow(whole, powers_of_ten[digits], &scaled) && scaled <= 1ull << 53 &&
      decimals <= (1ull << 53) - scaled)
    return copysign((double)(scaled + decimals) / (double)powers_of_ten[digits], value);
  char text[400 + 330];
  snprintf(text, sizeof text, "%.*f", (int)digits, value);
  return strtod(text, 0);
}
