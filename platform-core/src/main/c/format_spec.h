/// A parsed format specification, and the layout of numbers in it.
#ifndef CJ_FORMAT_SPEC_H
#define CJ_FORMAT_SPEC_H

#include "internal.h"

typedef struct {
  uint32_t fill, align, sign, type; /// align, sign: 0 when not given
  int alternate, zero_coerced;
  uint32_t group; /// ',', '_' or 0
  int64_t width, precision; /// -1 when not given
} CjSpec;

/// Gives a CJ_FORMAT_ code. default_align is '<' or '>', default_type stands in when there is none.
int64_t cj_spec_parse(CjStr text, uint32_t default_align, uint32_t default_type, CjSpec *spec);

/// A number as ASCII: [sign][prefix][digits][rest]; grouping applies to the digits only.
typedef struct {
  char sign; /// '+', '-', ' ' or 0
  const char *prefix;
  const char *digits;
  int64_t digit_count;
  const char *rest; /// from the decimal point on
  int64_t rest_count;
} CjNumberText;
CjStr cj_spec_lay_out(const CjSpec *spec, const CjNumberText *number);
/// Puts a text into the width of the spec.
CjStr cj_spec_pad(const CjSpec *spec, CjStr text);
/// The sign that the spec wants for a number.
static inline char cj_spec_sign(const CjSpec *spec, int negative) {
  return negative ? '-' : spec->sign == '+' || spec->sign == ' ' ? (char)spec->sign : 0;
}

/// Text of the size of a finite or special float for a conversion (e E f F g G r), in malloc'ed memory; no sign.
char *cj_float_digits(double size, int conversion, int64_t precision, int alternate, int point_zero, int64_t *length);

#endif
