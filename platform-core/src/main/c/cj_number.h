/// Numbers: text in both directions, hashes, and the arithmetic in which Python differs from C.
#ifndef CJ_NUMBER_H
#define CJ_NUMBER_H

CjStr cj_int_str(int64_t value) CJ_NOTHROW;
CjStr cj_uint_str(uint64_t value) CJ_NOTHROW;
/// bin/oct/hex: base 2, 8 or 16, with prefix and sign.
CjStr cj_int_base_str(int64_t value, int64_t base) CJ_NOTHROW;
CjStr cj_uint_base_str(uint64_t value, int64_t base) CJ_NOTHROW;

enum { CJ_NUMBER_OK, CJ_NUMBER_SYNTAX, CJ_NUMBER_RANGE };
/// int(text, base) with base 0 or 2..36: blanks around, sign, prefix, single underscores, Unicode digits.
/// error: CJ_NUMBER_SYNTAX ("invalid literal for int() with base ..."), CJ_NUMBER_RANGE (does not fit 64 bits).
CjIntResult cj_int_parse(CjStr text, int64_t base) CJ_NOTHROW;
/// float(text); error: CJ_NUMBER_SYNTAX ("could not convert string to float: ...").
CjFloatResult cj_float_parse(CjStr text) CJ_NOTHROW;

/// Shortest text that reads back as the same value, in Python's form ("1e+16", "0.0001", "inf").
CjStr cj_float_repr(double value) CJ_NOTHROW;
CjStr cj_float32_repr(float value) CJ_NOTHROW;
CjStr cj_complex_repr(double real, double imaginary) CJ_NOTHROW;
CjStr cj_float_hex(double value) CJ_NOTHROW;
CjFloatResult cj_float_from_hex(CjStr text) CJ_NOTHROW; /// error: CJ_NUMBER_SYNTAX, CJ_NUMBER_RANGE

int64_t cj_int_hash(int64_t value) CJ_CONST;
int64_t cj_float_hash(double value) CJ_CONST;
int64_t cj_complex_hash(double real, double imaginary) CJ_CONST;
/// Tuple hashing of CPython: h = start; h = step(h, hash(item))...; end(h, count).
int64_t cj_tuple_hash_start(void) CJ_CONST;
int64_t cj_tuple_hash_step(int64_t hash, int64_t item_hash) CJ_CONST;
int64_t cj_tuple_hash_end(int64_t hash, int64_t count) CJ_CONST;
/// Spreads the bits of a hash for tables whose size is a power of two.
uint64_t cj_hash_mix(uint64_t hash) CJ_CONST;

/// The divisor is not zero.
int64_t cj_int_floor_div(int64_t a, int64_t b) CJ_CONST;
int64_t cj_int_floor_mod(int64_t a, int64_t b) CJ_CONST;
double cj_float_floor_div(double a, double b) CJ_CONST;
double cj_float_floor_mod(double a, double b) CJ_CONST;
CjFloats cj_float_divmod(double a, double b) CJ_CONST;
/// a / b of ints, correctly rounded.
double cj_int_true_div(int64_t a, int64_t b) CJ_CONST;
/// exponent >= 0; wraps.
int64_t cj_int_pow(int64_t base, int64_t exponent) CJ_CONST;
/// error: CJ_NUMBER_RANGE on overflow.
CjIntResult cj_int_pow_checked(int64_t base, int64_t exponent) CJ_CONST;
/// pow(base, exponent, modulus), exponent >= 0, modulus != 0; sign of the modulus as in Python.
int64_t cj_int_pow_mod(int64_t base, int64_t exponent, int64_t modulus) CJ_CONST;
/// Multiplicative inverse; error: CJ_NUMBER_RANGE when there is none.
CjIntResult cj_int_inverse_mod(int64_t base, int64_t modulus) CJ_CONST;
/// error: 0; 1 ZeroDivisionError (0.0 to a negative power); 2 OverflowError; 3 the result is complex.
CjFloatResult cj_float_pow(double base, double exponent) CJ_NOTHROW;
int64_t cj_int_gcd(int64_t a, int64_t b) CJ_CONST;
int64_t cj_int_sqrt(int64_t value) CJ_CONST; /// floor, value >= 0
int64_t cj_int_bit_length(int64_t value) CJ_CONST;
/// a <=> b without rounding: -1, 0, 1, or 2 when b is nan.
int64_t cj_int_float_compare(int64_t a, double b) CJ_CONST;

double cj_float_round(double value, int64_t digits) CJ_NOTHROW; /// round(value, digits)
/// error: CJ_NUMBER_RANGE when the result does not fit, CJ_NUMBER_SYNTAX for nan, both for round/floor/ceil/trunc.
CjIntResult cj_float_round_int(double value) CJ_CONST; /// half to even
CjIntResult cj_float_floor_int(double value) CJ_CONST;
CjIntResult cj_float_ceil_int(double value) CJ_CONST;
CjIntResult cj_float_trunc_int(double value) CJ_CONST;
int64_t cj_int_round(int64_t value, int64_t digits) CJ_CONST; /// round(value, digits), digits < 0 matters
CjBool cj_float_is_integer(double value) CJ_CONST;
/// Numerator and denominator; error (second == 0): not representable in 64 bits or not finite.
CjInts cj_float_integer_ratio(double value) CJ_CONST;

/// math.fsum over an array, exactly rounded.
double cj_float_sum(const double *items, int64_t count) CJ_NOTHROW;

#endif
