/// The C runtime of codonj: everything that compiled programs and the dialect's library ask of C.
///
/// The whole runtime is one bitcode module that is linked into every program and internalized, so short
/// functions here are inlined like code of the program itself.
///
/// ABI: two-word structs (CjStr, CjBytes, CjInts, CjFloats, CjIntResult, CjFloatResult) are passed as two
/// scalars and returned as a two-element struct; nothing larger crosses by value. Integers are int64_t,
/// truth values come back as CjBool (one byte, 0 or 1) and are passed in as int64_t. Nothing here raises:
/// a function that can fail says so in its result, and the library raises.
#ifndef CJ_H
#define CJ_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <stddef.h>
#include <stdint.h>

/// Code points in the narrowest kind that holds all of them (so equal strings have equal bytes).
/// meta = length << 2 | kind; kind 0: one byte per character (Latin-1), 1: two, 2: four.
/// Data is immutable, has no terminating zero and may be shared with a longer string.
typedef struct {
  const uint8_t *data;
  uint64_t meta;
} CjStr;

typedef struct {
  const uint8_t *data;
  int64_t length;
} CjBytes;

typedef struct {
  int64_t first, second;
} CjInts;

typedef struct {
  double first, second;
} CjFloats;

/// error is 0, or a code that the function documents.
typedef struct {
  int64_t value, error;
} CjIntResult;

typedef struct {
  double value;
  int64_t error;
} CjFloatResult;

typedef uint8_t CjBool;

/// The class descriptor to which the first word of every class instance points.
typedef struct CjType {
  const struct CjType *parent;
  const char *name;
  int64_t ancestor_count;                 /// 0 when parent says it all
  const struct CjType *const *ancestors;  /// all ancestors, itself included
} CjType;

#define CJ_NOTHROW __attribute__((nothrow))
#define CJ_PURE __attribute__((pure, nothrow))   /// reads memory, writes none
#define CJ_CONST __attribute__((const, nothrow)) /// depends on its arguments only
#define CJ_COLD __attribute__((cold, noinline))
#define CJ_INLINE __attribute__((always_inline))
#define CJ_LIKELY(x) __builtin_expect(!!(x), 1)
#define CJ_UNLIKELY(x) __builtin_expect(!!(x), 0)

#include "cj_memory.h"
#include "cj_exception.h"
#include "cj_string.h"
#include "cj_bytes.h"
#include "cj_number.h"
#include "cj_format.h"
#include "cj_io.h"
#include "cj_system.h"

#endif
