/// The form of integers of any size.
#ifndef CJ_BIGINT_H
#define CJ_BIGINT_H

#include "../../cj.h"

#include <gmp.h>
#include <math.h>
#include <string.h>

typedef struct {
  int64_t size; /// limbs, negative for a negative value
  mp_limb_t limbs[];
} CjBig;

/// A number of this thread for results; 0, 1 or 2.
mpz_ptr cj_big_scratch(int index);
/// A block that holds a value.
CjBig *cj_big_keep(mpz_srcptr value);

/// `name` reads a value without copying it.
#define CJ_BIG_VIEW(name, value) \
  mpz_t name##_storage;          \
  mpz_srcptr name = mpz_roinit_n(name##_storage, (value)->limbs, (value)->size)

#endif
