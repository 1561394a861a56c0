/// What the files of the runtime share among themselves and do not publish.
#ifndef CJ_INTERNAL_H
#define CJ_INTERNAL_H

#include "cj.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/// write(2) until everything is out or it fails.
int64_t cj_write_fully(int descriptor, const void *data, int64_t length);
int64_t cj_block_capacity(const void *inside, const uint8_t **base);
extern int64_t cj_memory_available;

/// Appends the frames of code addresses, innermost first, in the form of a Python traceback (outermost first).
int64_t cj_symbolize(const uintptr_t *addresses, int64_t count, CjBuilder *out);
void cj_run_exit_functions(void);
/// Names that the system gives: bytes that are not UTF-8 become surrogates.
CjStr cj_str_from_system(const char *text);
/// Runs body(data) on a stack that ends at `top` (start.c).
void cj_call_on_stack(void (*body)(void *), void *data, void *top);

#define CJ_EMPTY ((CjStr){(const uint8_t *)"", 0})
/// A literal of ASCII characters.
#define CJ_TEXT(literal) ((CjStr){(const uint8_t *)(literal), (uint64_t)(sizeof(literal) - 1) << 2})

static inline CjStr cj_str_make(const void *data, int64_t length, int64_t kind) {
  return (CjStr){data, length ? (uint64_t)length << 2 | (uint64_t)kind : 0};
}

/// Character `index` of data of a kind.
static inline uint32_t cj_unit(const uint8_t *data, int64_t kind, int64_t index) {
  if (CJ_LIKELY(kind == 0)) return data[index];
  if (kind == 1) return ((const uint16_t *)data)[index];
  return ((const uint32_t *)data)[index];
}

static inline void cj_put(uint8_t *data, int64_t kind, int64_t index, uint32_t code) {
  if (CJ_LIKELY(kind == 0)) data[index] = (uint8_t)code;
  else if (kind == 1) ((uint16_t *)data)[index] = (uint16_t)code;
  else ((uint32_t *)data)[index] = code;
}

static inline int64_t cj_kind_of(uint32_t code) { return code < 0x100 ? 0 : code < 0x10000 ? 1 : 2; }

/// Copies characters into data of the same or a wider kind.
void cj_widen(uint8_t *to, int64_t to_kind, const uint8_t *from, int64_t from_kind, int64_t count);
/// Narrowest kind that holds `count` characters of `kind`.
int64_t cj_narrowest(const uint8_t *data, int64_t kind, int64_t count);
/// A string of data whose kind may be wider than needed; copies only when it is.
CjStr cj_str_canonical(const uint8_t *data, int64_t kind, int64_t count);

/// Text under construction on the C stack, moved to the heap when it grows: any code points, canonical at the end.
typedef struct {
  uint8_t *data;
  int64_t length, capacity, kind;
} CjBuffer;
struct CjBuilder {
  CjBuffer buffer;
};
void cj_buffer_reserve(CjBuffer *buffer, int64_t more, int64_t kind);
void cj_buffer_add(CjBuffer *buffer, CjStr s);
void cj_buffer_fill(CjBuffer *buffer, uint32_t code, int64_t count);
CjStr cj_buffer_text(const CjBuffer *buffer);
static inline void cj_buffer_put(CjBuffer *buffer, uint32_t code) {
  int64_t kind = cj_kind_of(code);
  if (CJ_UNLIKELY(buffer->length >= buffer->capacity || kind > buffer->kind)) cj_buffer_reserve(buffer, 1, kind);
  cj_put(buffer->data, buffer->kind, buffer->length++, code);
}

/// Unicode (unicode.c).
enum {
  CJ_U_ALPHA = 1, CJ_U_DECIMAL = 2, CJ_U_DIGIT = 4, CJ_U_NUMERIC = 8, CJ_U_SPACE = 16, CJ_U_LOWER = 32, CJ_U_UPPER = 64,
  CJ_U_TITLE = 128, CJ_U_ID_START = 256, CJ_U_ID_CONTINUE = 512, CJ_U_PRINTABLE = 1024, CJ_U_CASED = 2048,
  CJ_U_CASE_IGNORABLE = 4096
};
uint32_t cj_unicode_flags(uint32_t code);
enum { CJ_CASE_UPPER, CJ_CASE_LOWER, CJ_CASE_TITLE, CJ_CASE_FOLD };
/// Full case mapping: up to three code points, their number is the result.
int cj_unicode_map(uint32_t code, int which, uint32_t *out);

/// Digits and text of numbers.
int cj_write_uint(char *to, uint64_t value); /// at most 20 characters
int cj_write_int(char *to, int64_t value);
int cj_write_float(char *to, double value); /// repr; at most 25 characters
/// Shortest decimal digits: value = 0.d1d2... * 10^*point; returns the number of digits. value is positive and finite.
int cj_shortest_digits(double value, char *digits, int *point);
/// strtod on ASCII text without blanks, locale or hexadecimal; 0 when the text is no decimal number.
int cj_decimal_to_double(const char *text, int64_t length, double *value);

#endif
