/// Arithmetic in which Python differs from C.
#include "internal.h"

int64_t cj_int_floor_div(int64_t a, int64_t b) {
  if (CJ_UNLIKELY(b == -1)) return (int64_t)(0 - (uint64_t)a);
  int64_t quotient = a / b;
  return quotient - (a % b != 0 && (a ^ b) < 0);
}

int64_t cj_int_floor_mod(int64_t a, int64_t b) {
  if (CJ_UNLIKELY(b == -1)) return 0;
  int64_t rest = a % b;
  return rest != 0 && (rest ^ b) < 0 ? rest + b : rest;
}

CjFloats cj_float_divmod(double a, double b) {
  double rest = fmod(a, b), quotient = (a - rest) / b, whole;
  if (rest != 0) {
    if ((b < 0) != (rest < 0)) {
      rest += b;
      quotient -= 1;
    }
  } else {
    rest = copysign(0, b);
  }
  if (quotient != 0) {
    whole = floor(quotient);
    if (quotient - whole > 0.5) whole += 1;
  } else {
    whole = copysign(0, a / b);
  }
  return (CjFloats){whole, rest};
}

double cj_float_floor_div(double a, double b) { return cj_float_divmod(a, b).first; }

double cj_float_floor_mod(double a, double b) {
  double rest = fmod(a, b);
  if (rest == 0) return copysign(0, b);
  return (b < 0) != (rest < 0) ? rest + b : rest;
}

/// Both fit a double exactly up to 2^53. Beyond, the long double quotient has 64 bits; a sticky bit for an inexact
/// one makes the second rounding harmless.
double cj_int_true_div(int64_t a, int64_t b) {
  const int64_t exact = 1ll << 53;
  if (CJ_LIKELY(a >= -exact && a <= exact && b >= -exact && b <= exact)) return (double)a / (double)b;
  uint64_t x = a < 0 ? 0 - (uint64_t)a : (uint64_t)a, y = b < 0 ? 0 - (uint64_t)b : (uint64_t)b;
  if (!x) return (a < 0) != (b < 0) ? -0.0 : 0.0;
  int shift = __builtin_clzll(x) + 64 - __builtin_clzll(y); /* quotient gets 64 or 65 bits, more than enough */
  if (shift > 63 + __builtin_clzll(x)) shift = 63 + __builtin_clzll(x);
  __uint128_t wide = (__uint128_t)x << shift, quotient = wide / y;
  if (quotient * y != wide) quotient |= 1;
  double result = ldexp((double)quotient, -shift);
  return (a < 0) != (b < 0) ? -result : result;
}

int64_t cj_int_pow(int64_t base, int64_t exponent) {
  uint64_t result = 1, factor = (uint64_t)base;
  for (uint64_t left = (uint64_t)exponent; left; left >>= 1) {
    if (left & 1) result *= factor;
    factor *= factor;
  }
  return (int64_t)result;
}

CjIntResult cj_int_pow_checked(int64_t base, int64_t exponent) {
  int64_t result = 1;
  int overflow = 0, factor_overflow = 0;
  for (uint64_t left = (uint64_t)exponent; left; left >>= 1) {
    if (left & 1) overflow |= factor_overflow | __builtin_mul_overflow(result, base, &result);
    factor_overflow |= __builtin_mul_overflow(base, base, &base);
    if (overflow) return (CjIntResult){0, CJ_NUMBER_RANGE};
  }
  return (CjIntResult){result, 0};
}

int64_t cj_int_pow_mod(int64_t base, int64_t exponent, int64_t modulus) {
  uint64_t m = modulus < 0 ? 0 - (uint64_t)modulus : (uint64_t)modulus;
  uint64_t b = base < 0 ? 0 - (uint64_t)base : (uint64_t)base, result = 1 % m;
  b %= m;
  if (base < 0 && b) b = m - b;
  for (uint64_t left = (uint64_t)exponent; left; left >>= 1) {
    if (left & 1) result = (uint64_t)((__uint128_t)result * b % m);
    b = (uint64_t)((__uint128_t)b * b % m);
  }
  return modulus < 0 && result ? (int64_t)(result - m) : (int64_t)result;
}

CjIntResult cj_int_inverse_mod(int64_t base, int64_t modulus) {
  __int128_t m = modulus < 0 ? -(__int128_t)modulus : modulus, r0 = m, r1 = (__int128_t)base % m, t0 = 0, t1 = 1;
  if (r1 < 0) r1 += m;
  while (r1) {
    __int128_t q = r0 / r1, r = r0 - q * r1, t = t0 - q * t1;
    r0 = r1, r1 = r;
    t0 = t1, t1 = t;
  }
  if (r0 != 1) return (CjIntResult){0, CJ_NUMBER_RANGE};
  t0 %= m;
  if (t0 < 0) t0 += m;
  if (modulus < 0 && t0) t0 -= m;
  return (CjIntResult){(int64_t)t0, 0};
}

CjFloatResult cj_float_pow(double base, double exponent) {
  if (base == 0 && exponent < 0 && !isinf(exponent)) return (CjFloatResult){0, 1};
  if (base < 0 && isfinite(base) && isfinite(exponent) && exponent != floor(exponent)) return (CjFloatResult){0, 3};
  double result = pow(base, exponent);
  if (isinf(result) && isfinite(base) && isfinite(exponent) && base != 0) return (CjFloatResult){result, 2};
  return (CjFloatResult){result, 0};
}

int64_t cj_int_gcd(int64_t a, int64_t b) {
  uint64_t x = a < 0 ? 0 - (uint64_t)a : (uint64_t)a, y = b < 0 ? 0 - (uint64_t)b : (uint64_t)b;
  if (!x || !y) return (int64_t)(x | y);
  int shift = __builtin_ctzll(x | y);
  x >>= __builtin_ctzll(x);
  while (y) {
    y >>= __builtin_ctzll(y);
    if (x > y) {
      uint64_t swap = x;
      x = y;
      y = swap;
    }
    y -= x;
  }
  return (int64_t)(x << shift);
}

int64_t cj_int_sqrt(int64_t value) {
  uint64_t n = (uint64_t)value, root = (uint64_t)sqrt((double)value);
  while (root > 3037000499u || root * root > n) root--;
  while (root < 3037000499u && (root + 1) * (root + 1) <= n) root++;
  return (int64_t)root;
}

int64_t cj_int_bit_length(int64_t value) {
  uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
  return size ? 64 - __builtin_clzll(size) : 0;
}

int64_t cj_int_float_compare(int64_t a, double b) {
  if (b != b) return 2;
  if (b >= 0x1p63) return -1;
  if (b < -0x1p63) return 1;
  int64_t whole = (int64_t)b;
  if (a != whole) return a < whole ? -1 : 1;
  double rest = b - (double)whole;
  return rest > 0 ? -1 : rest < 0;
}

static CjIntResult to_int(double whole) {
  if (whole != whole) return (CjIntResult){0, CJ_NUMBER_SYNTAX};
  if (whole >= 0x1p63 || whole < -0x1p63) return (CjIntResult){0, CJ_NUMBER_RANGE};
  return (CjIntResult){(int64_t)whole, 0};
}

CjIntResult cj_float_round_int(double value) { return to_int(rint(value)); }
CjIntResult cj_float_floor_int(double value) { return to_int(floor(value)); }
CjIntResult cj_float_ceil_int(double value) { return to_int(ceil(value)); }
CjIntResult cj_float_trunc_int(double value) { return to_int(trunc(value)); }
CjBool cj_float_is_integer(double value) { return isfinite(value) && floor(value) == value; }

int64_t cj_int_round(int64_t value, int64_t digits) {
  if (digits >= 0) return value;
  if (digits < -18) return 0; /* half of 10^19 is 5 * 10^18 < 2^63, but only for values the result cannot hold */
  int64_t unit = cj_int_pow(10, -digits), rest = cj_int_floor_mod(value, unit), down = value - rest;
  if (rest > unit - rest || (rest == unit - rest && (down / unit) % 2 != 0)) return down + unit;
  return down;
}

CjInts cj_float_integer_ratio(double value) {
  if (!isfinite(value)) return (CjInts){0, 0};
  int exponent;
  double fraction = frexp(value, &exponent);
  for (int i = 0; i < 300 && fraction != floor(fraction); i++) {
    fraction *= 2;
    exponent--;
  }
  if (fraction == 0) return (CjInts){0, 1};
  int64_t numerator = (int64_t)fraction;
  if (exponent >= 0) {
    if (exponent > 62 || (numerator < 0 ? -numerator : numerator) >> (63 - exponent)) return (CjInts){0, 0};
    return (CjInts){(int64_t)((uint64_t)numerator << exponent), 1};
  }
  return exponent < -62 ? (CjInts){0, 0} : (CjInts){numerator, (int64_t)(1ull << -exponent)};
}
