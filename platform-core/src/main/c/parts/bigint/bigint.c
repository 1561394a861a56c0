/// Integers of any size over GMP. A value is one block without pointers that never changes: its limbs, lowest first,
/// and their number, negative for a negative value. Results are computed in numbers of the thread, and copied.
#include "bigint.h"

static __thread mpz_t scratch[3];
static __thread int scratch_ready;

mpz_ptr cj_big_scratch(int index) {
  if (!scratch_ready) {
    for (int i = 0; i < 3; i++) mpz_init(scratch[i]);
    scratch_ready = 1;
  }
  return scratch[index];
}

CjBig *cj_big_keep(mpz_srcptr value) {
  int64_t limbs = (int64_t)mpz_size(value);
  CjBig *result = cj_alloc_atomic((int64_t)sizeof(CjBig) + limbs * (int64_t)sizeof(mp_limb_t));
  result->size = mpz_sgn(value) < 0 ? -limbs : limbs;
  memcpy(result->limbs, mpz_limbs_read(value), (size_t)limbs * sizeof(mp_limb_t));
  return result;
}

CjBig *cj_big_from_int(int64_t value) {
  CjBig *result = cj_alloc_atomic((int64_t)(sizeof(CjBig) + sizeof(mp_limb_t)));
  result->size = value > 0 ? 1 : value < 0 ? -1 : 0;
  result->limbs[0] = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
  return result;
}

CjBig *cj_big_from_float(double value) {
  mpz_ptr out = cj_big_scratch(0);
  mpz_set_d(out, value);
  return cj_big_keep(out);
}

/// ASCII digits of a base with an optional minus sign; NULL for anything else.
CjBig *cj_big_from_text(CjStr text, int64_t base) {
  mpz_ptr out = cj_big_scratch(0);
  if (mpz_set_str(out, cj_str_to_c(text), (int)base)) return NULL;
  return cj_big_keep(out);
}

CjStr cj_big_text(const CjBig *value, int64_t base) {
  CJ_BIG_VIEW(view, value);
  size_t room = mpz_sizeinbase(view, (int)base) + 2;
  char *text = cj_alloc_atomic((int64_t)room);
  mpz_get_str(text, (int)base, view);
  return (CjStr){(uint8_t *)text, (uint64_t)strlen(text) << 2};
}

/// The value as an int; *fits says whether it is one.
int64_t cj_big_to_int(const CjBig *value, CjBool *fits) {
  int64_t count = value->size < 0 ? -value->size : value->size;
  *fits = 1;
  if (count == 0) return 0;
  uint64_t limb = value->limbs[0];
  *fits = count == 1 && limb <= (uint64_t)INT64_MAX + (value->size < 0);
  return (int64_t)(value->size < 0 ? 0 - limb : limb);
}

/// The nearest double of numerator / denominator, ties to even; infinite when it is out of range. The quotient gets at
/// least 64 bits, its remainder decides ties, and what is below the smallest normal number is rounded only once.
double cj_big_ratio(const CjBig *numerator, const CjBig *denominator) {
  CJ_BIG_VIEW(top, numerator);
  CJ_BIG_VIEW(bottom, denominator);
  int negative = (mpz_sgn(top) < 0) != (mpz_sgn(bottom) < 0);
  if (!mpz_sgn(top)) return negative ? -0.0 : 0.0;
  mpz_ptr quotient = cj_big_scratch(0), rest = cj_big_scratch(1), scaled = cj_big_scratch(2);
  int64_t shift = (int64_t)mpz_sizeinbase(bottom, 2) - (int64_t)mpz_sizeinbase(top, 2) + 66;
  if (shift > 1140) shift = 1140;
  if (shift >= 0) {
    mpz_mul_2exp(scaled, top, (mp_bitcnt_t)shift);
    mpz_abs(scaled, scaled);
    mpz_tdiv_qr(quotient, rest, scaled, bottom);
  } else {
    mpz_mul_2exp(scaled, bottom, (mp_bitcnt_t)-shift);
    mpz_tdiv_qr(quotient, rest, top, scaled);
  }
  mpz_abs(quotient, quotient);
  if (!mpz_sgn(quotient)) return negative ? -0.0 : 0.0;
  int64_t bits = (int64_t)mpz_sizeinbase(quotient, 2), keep = 53;
  int64_t lowest = bits - shift - 53; /* the exponent of the last bit that is kept */
  if (lowest < -1074) keep -= -1074 - lowest;
  int64_t drop = bits - keep;
  if (drop > 0) {
    int up = keep >= 0 && mpz_tstbit(quotient, (mp_bitcnt_t)(drop - 1));
    int exact = !mpz_sgn(rest) && (int64_t)mpz_scan1(quotient, 0) >= drop - 1;
    int odd = mpz_tstbit(quotient, (mp_bitcnt_t)drop);
    mpz_tdiv_q_2exp(quotient, quotient, (mp_bitcnt_t)drop);
    if (up && (!exact || odd)) mpz_add_ui(quotient, quotient, 1);
    shift -= drop;
  }
  double size = ldexp((double)mpz_get_ui(quotient), (int)(shift > 5000 ? -5000 : shift < -5000 ? 5000 : -shift));
  return negative ? -size : size;
}

int64_t cj_big_hash(const CjBig *value) {
  CJ_BIG_VIEW(view, value);
  int64_t size = (int64_t)mpz_fdiv_ui(view, (1ul << 61) - 1);
  if (mpz_sgn(view) < 0) {
    mpz_ptr positive = cj_big_scratch(0);
    mpz_abs(positive, view);
    size = -(int64_t)mpz_fdiv_ui(positive, (1ul << 61) - 1);
  }
  return size == -1 ? -2 : size;
}

int64_t cj_big_compare(const CjBig *a, const CjBig *b) {
  CJ_BIG_VIEW(left, a);
  CJ_BIG_VIEW(right, b);
  return mpz_cmp(left, right);
}

int64_t cj_big_compare_float(const CjBig *a, double b) {
  CJ_BIG_VIEW(left, a);
  return mpz_cmp_d(left, b);
}

/// What is done with two numbers; the numbers are the ones that the library uses.
enum { ADD, SUBTRACT, MULTIPLY, FLOOR_DIVIDE, MODULO, AND, OR, XOR, GCD, LCM, EXACT_DIVIDE, TRUNCATE_DIVIDE, REMAINDER };

CjBig *cj_big_binary(int64_t operation, const CjBig *a, const CjBig *b) {
  CJ_BIG_VIEW(left, a);
  CJ_BIG_VIEW(right, b);
  mpz_ptr out = cj_big_scratch(0);
  switch (operation) {
    case ADD: mpz_add(out, left, right); break;
    case SUBTRACT: mpz_sub(out, left, right); break;
    case MULTIPLY: mpz_mul(out, left, right); break;
    case FLOOR_DIVIDE: mpz_fdiv_q(out, left, right); break;
    case MODULO: mpz_fdiv_r(out, left, right); break;
    case AND: mpz_and(out, left, right); break;
    case OR: mpz_ior(out, left, right); break;
    case XOR: mpz_xor(out, left, right); break;
    case GCD: mpz_gcd(out, left, right); break;
    case LCM: mpz_lcm(out, left, right); break;
    case EXACT_DIVIDE: mpz_divexact(out, left, right); break;
    case TRUNCATE_DIVIDE: mpz_tdiv_q(out, left, right); break;
    default: mpz_tdiv_r(out, left, right); break;
  }
  return cj_big_keep(out);
}

CjBig *cj_big_power(const CjBig *base, int64_t exponent) {
  CJ_BIG_VIEW(view, base);
  mpz_ptr out = cj_big_scratch(0);
  mpz_pow_ui(out, view, (unsigned long)exponent);
  return cj_big_keep(out);
}

CjBig *cj_big_power_of_ten(int64_t exponent) {
  mpz_ptr out = cj_big_scratch(0);
  mpz_ui_pow_ui(out, 10, (unsigned long)exponent);
  return cj_big_keep(out);
}

/// NULL when the exponent is negative and the base has no inverse.
CjBig *cj_big_power_modulo(const CjBig *base, const CjBig *exponent, const CjBig *modulus) {
  CJ_BIG_VIEW(view, base);
  CJ_BIG_VIEW(power, exponent);
  CJ_BIG_VIEW(bound, modulus);
  mpz_ptr out = cj_big_scratch(0), size = cj_big_scratch(1);
  if (mpz_sgn(power) < 0 && !mpz_invert(out, view, bound)) return NULL;
  mpz_powm(out, view, power, bound);
  mpz_abs(size, bound);
  mpz_mod(out, out, size);
  if (mpz_sgn(bound) < 0 && mpz_sgn(out)) mpz_add(out, out, bound);
  return cj_big_keep(out);
}

CjBig *cj_big_negate(const CjBig *value) {
  CJ_BIG_VIEW(view, value);
  mpz_ptr out = cj_big_scratch(0);
  mpz_neg(out, view);
  return cj_big_keep(out);
}

CjBig *cj_big_invert(const CjBig *value) {
  CJ_BIG_VIEW(view, value);
  mpz_ptr out = cj_big_scratch(0);
  mpz_com(out, view);
  return cj_big_keep(out);
}

/// To the left for a positive count, else to the right, rounding down.
CjBig *cj_big_shift(const CjBig *value, int64_t count) {
  CJ_BIG_VIEW(view, value);
  mpz_ptr out = cj_big_scratch(0);
  if (count >= 0) mpz_mul_2exp(out, view, (mp_bitcnt_t)count);
  else mpz_fdiv_q_2exp(out, view, (mp_bitcnt_t)-count);
  return cj_big_keep(out);
}

CjBig *cj_big_root(const CjBig *value) {
  CJ_BIG_VIEW(view, value);
  mpz_ptr out = cj_big_scratch(0);
  mpz_sqrt(out, view);
  return cj_big_keep(out);
}

int64_t cj_big_bits(const CjBig *value) {
  CJ_BIG_VIEW(view, value);
  return mpz_sgn(view) ? (int64_t)mpz_sizeinbase(view, 2) : 0;
}

int64_t cj_big_ones(const CjBig *value) {
  CJ_BIG_VIEW(view, value);
  mpz_ptr positive = cj_big_scratch(0);
  mpz_abs(positive, view);
  return (int64_t)mpz_popcount(positive);
}

/// Decimal digits of the absolute value; 1 for 0.
int64_t cj_big_digits(const CjBig *value) {
  CJ_BIG_VIEW(view, value);
  int64_t count = (int64_t)mpz_sizeinbase(view, 10);
  if (count == 1) return 1;
  mpz_ptr power = cj_big_scratch(0);
  mpz_ui_pow_ui(power, 10, (unsigned long)count - 1);
  return mpz_cmpabs(view, power) < 0 ? count - 1 : count;
}

/// How many times ten divides the value, at most `limit`; 0 for 0.
int64_t cj_big_zeros(const CjBig *value, int64_t limit) {
  CJ_BIG_VIEW(view, value);
  if (!mpz_sgn(view)) return 0;
  mpz_ptr left = cj_big_scratch(0);
  mpz_set(left, view);
  int64_t count = 0;
  while (count < limit && mpz_divisible_ui_p(left, 10)) {
    mpz_divexact_ui(left, left, 10);
    count++;
  }
  return count;
}

/// The absolute value as `length` bytes, lowest first, of its two's complement when it is negative.
CjBytes cj_big_bytes(const CjBig *value, int64_t length) {
  CJ_BIG_VIEW(view, value);
  mpz_ptr out = cj_big_scratch(0);
  if (mpz_sgn(view) < 0) {
    mpz_set_ui(out, 1);
    mpz_mul_2exp(out, out, (mp_bitcnt_t)length * 8);
    mpz_add(out, out, view);
  } else {
    mpz_set(out, view);
  }
  uint8_t *data = cj_alloc_atomic(length > 0 ? length : 1);
  memset(data, 0, (size_t)length);
  mpz_export(data, NULL, -1, 1, 0, 0, out);
  return (CjBytes){data, length};
}

CjBig *cj_big_from_bytes(CjBytes data, CjBool is_signed) {
  mpz_ptr out = cj_big_scratch(0), bound = cj_big_scratch(1);
  mpz_import(out, (size_t)data.length, -1, 1, 0, 0, data.data);
  if (is_signed && data.length && data.data[data.length - 1] & 128) {
    mpz_set_ui(bound, 1);
    mpz_mul_2exp(bound, bound, (mp_bitcnt_t)data.length * 8);
    mpz_sub(out, out, bound);
  }
  return cj_big_keep(out);
}

/// Where the thread keeps the context of its decimal arithmetic. The cell is uncollectable, for the collector need not
/// look into thread-local variables.
void **cj_big_context_cell(void) {
  static __thread void **cell;
  if (!cell) cell = cj_alloc_uncollectable((int64_t)sizeof *cell);
  return cell;
}
