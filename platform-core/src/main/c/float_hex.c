/// float.hex, float.fromhex, and the exact sum.
#include "internal.h"

CjStr cj_float_hex(double value) {
  if (!isfinite(value)) return cj_float_repr(value);
  uint64_t bits;
  memcpy(&bits, &value, 8);
  uint64_t fraction = bits & ((1ull << 52) - 1);
  int biased = (int)(bits >> 52) & 0x7ff, exponent = biased ? biased - 1023 : value == 0 ? 0 : -1022;
  char text[48];
  if (value == 0) snprintf(text, sizeof text, "%s0x0.0p+0", signbit(value) ? "-" : "");
  else
    snprintf(text, sizeof text, "%s0x%d.%013llxp%+d", signbit(value) ? "-" : "", biased != 0,
             (unsigned long long)fraction, exponent);
  return cj_str_from_c(text);
}

CjFloatResult cj_float_from_hex(CjStr s) {
  CjStr stripped = cj_str_strip(s, 0);
  int64_t length = cj_str_length(stripped);
  if (!length || length > 4000 || !cj_str_is_ascii(stripped)) return (CjFloatResult){0, CJ_NUMBER_SYNTAX};
  CjFloatResult named = cj_float_parse(stripped);
  if (!named.error && !isfinite(named.value) && (cj_str_code_at(stripped, length - 1) | 32) > '9') return named;
  char text[4096];
  char *at = text;
  int64_t from = 0;
  if (stripped.data[0] == '-' || stripped.data[0] == '+') *at++ = (char)stripped.data[from++];
  int prefixed = from + 1 < length && stripped.data[from] == '0' && (stripped.data[from + 1] | 32) == 'x';
  if (prefixed) from += 2;
  *at++ = '0';
  *at++ = 'x';
  memcpy(at, stripped.data + from, (size_t)(length - from));
  at[length - from] = 0;
  if (!strchr("0123456789abcdefABCDEF.", *at) || !*at) return (CjFloatResult){0, CJ_NUMBER_SYNTAX};
  char *end;
  double value = strtod(text, &end);
  if (*end || (at[0] == '.' && end == at + 1)) return (CjFloatResult){0, CJ_NUMBER_SYNTAX};
  return (CjFloatResult){value, isinf(value) ? CJ_NUMBER_RANGE : 0};
}

/// Shewchuk's non-overlapping partial sums, as math.fsum.
double cj_float_sum(const double *items, int64_t count) {
  double local[64], *partials = local, special = 0, infinite = 0;
  int64_t used = 0, room = 64;
  for (int64_t k = 0; k < count; k++) {
    double x = items[k], given = x;
    int64_t kept = 0;
    for (int64_t j = 0; j < used; j++) {
      double y = partials[j];
      if (fabs(x) < fabs(y)) {
        double swap = x;
        x = y;
        y = swap;
      }
      volatile double high = x + y, rounded = high - x;
      double low = y - rounded;
      if (low != 0) partials[kept++] = low;
      x = high;
    }
    used = kept;
    if (x != 0) {
      if (!isfinite(x)) {
        if (isfinite(given)) return x; /* intermediate overflow */
        if (isinf(given)) infinite += given;
        special += given;
        used = 0;
        continue;
      }
      if (used == room) {
        double *grown = malloc((size_t)room * 2 * sizeof *grown);
        if (!grown) cj_out_of_memory(room);
        memcpy(grown, partials, (size_t)used * sizeof *grown);
        if (partials != local) free(partials);
        partials = grown;
        room *= 2;
      }
      partials[used++] = x;
    }
  }
  double high = 0, low = 0;
  if (special != 0) {
    high = infinite != infinite ? NAN : special;
  } else if (used > 0) {
    high = partials[--used];
    while (used > 0) {
      double x = high, y = partials[--used];
      volatile double sum = x + y, rounded = sum - x;
      high = sum;
      low = y - rounded;
      if (low != 0) break;
    }
    /* Half-way cases go to even with regard to all the partials below. */
    if (used > 0 && ((low < 0 && partials[used - 1] < 0) || (low > 0 && partials[used - 1] > 0))) {
      double twice = low * 2;
      volatile double x = high + twice, rounded = x - high;
      if (twice == rounded) high = x;
    }
  }
  if (partials != local) free(partials);
  return high;
}
