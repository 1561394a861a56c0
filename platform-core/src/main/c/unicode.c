/// Properties and case mappings of code points.
#include "internal.h"
#include "unicode_tables.inc"

static inline const UnicodeRecord *record_of(uint32_t code) {
  uint32_t block = code >> UNICODE_SHIFT;
  if (block >= UNICODE_BLOCKS) block = UNICODE_BLOCKS - 1;
  return &unicode_records[unicode_second[((uint32_t)unicode_first[block] << UNICODE_SHIFT) +
                                         (code & ((1u << UNICODE_SHIFT) - 1))]];
}

uint32_t cj_unicode_flags(uint32_t code) { return record_of(code)->flags; }

int cj_unicode_map(uint32_t code, int which, uint32_t *out) {
  int32_t mapping = record_of(code)->map[which];
  if (CJ_LIKELY(mapping < UNICODE_MULTIPLE)) {
    out[0] = code + (uint32_t)mapping;
    return 1;
  }
  const uint32_t *sequence = unicode_sequences + ((mapping - UNICODE_MULTIPLE) >> 2);
  int count = mapping & 3;
  for (int i = 0; i < count; i++) out[i] = sequence[i];
  return count;
}

CjBool cj_code_is_space(int64_t code) { return (cj_unicode_flags((uint32_t)code) & CJ_U_SPACE) != 0; }
CjBool cj_code_is_printable(int64_t code) { return (cj_unicode_flags((uint32_t)code) & CJ_U_PRINTABLE) != 0; }

CjBool cj_code_is_identifier(int64_t code, int64_t first) {
  return (cj_unicode_flags((uint32_t)code) & (first ? CJ_U_ID_START : CJ_U_ID_CONTINUE)) != 0;
}

int64_t cj_code_decimal(int64_t code) { return record_of((uint32_t)code)->decimal; }
int64_t cj_code_digit(int64_t code) { return record_of((uint32_t)code)->digit; }
