/// str: case mappings and predicates.
#include "internal.h"

/// ASCII texts need no tables. `out` has the length of s.
static int only_ascii(CjStr s) {
  int64_t length = cj_str_length(s);
  if (cj_str_kind(s)) return 0;
  uint8_t all = 0;
  for (int64_t i = 0; i < length; i++) all |= s.data[i];
  return all < 0x80;
}

static void put_mapped(CjBuffer *out, uint32_t code, int which) {
  uint32_t mapped[3];
  int count = cj_unicode_map(code, which, mapped);
  for (int i = 0; i < count; i++) cj_buffer_put(out, mapped[i]);
}

static CjStr map_all(CjStr s, int which) {
  int64_t length = cj_str_length(s), kind = cj_str_kind(s);
  CjBuffer out = {0};
  cj_buffer_reserve(&out, length, kind == 0 ? 0 : kind - 1);
  for (int64_t i = 0; i < length; i++) put_mapped(&out, cj_unit(s.data, kind, i), which);
  return cj_buffer_text(&out);
}

static inline uint8_t ascii_upper(uint8_t c) { return (uint8_t)(c - ((unsigned)(c - 'a') < 26 ? 32 : 0)); }
static inline uint8_t ascii_lower(uint8_t c) { return (uint8_t)(c + ((unsigned)(c - 'A') < 26 ? 32 : 0)); }

CjStr cj_str_upper(CjStr s) {
  if (!only_ascii(s)) return map_all(s, CJ_CASE_UPPER);
  uint8_t *data;
  int64_t length = cj_str_length(s);
  CjStr out = cj_str_new(length, 0, &data);
  for (int64_t i = 0; i < length; i++) data[i] = ascii_upper(s.data[i]);
  return out;
}

/// Capital sigma is a final one behind a cased character and not before one, case-ignorables skipped.
static uint32_t lower_sigma(CjStr s, int64_t index) {
  int64_t kind = cj_str_kind(s), length = cj_str_length(s), i = index - 1;
  while (i >= 0 && (cj_unicode_flags(cj_unit(s.data, kind, i)) & CJ_U_CASE_IGNORABLE)) i--;
  if (i < 0 || !(cj_unicode_flags(cj_unit(s.data, kind, i)) & CJ_U_CASED)) return 0x3c3;
  for (i = index + 1; i < length; i++) {
    uint32_t flags = cj_unicode_flags(cj_unit(s.data, kind, i));
    if (!(flags & CJ_U_CASE_IGNORABLE)) return flags & CJ_U_CASED ? 0x3c3 : 0x3c2;
  }
  return 0x3c2;
}

static void put_lower(CjBuffer *out, CjStr s, int64_t index) {
  uint32_t code = (uint32_t)cj_str_code_at(s, index);
  if (code == 0x3a3) cj_buffer_put(out, lower_sigma(s, index));
  else put_mapped(out, code, CJ_CASE_LOWER);
}

CjStr cj_str_lower(CjStr s) {
  int64_t length = cj_str_length(s);
  if (only_ascii(s)) {
    uint8_t *data;
    CjStr out = cj_str_new(length, 0, &data);
    for (int64_t i = 0; i < length; i++) data[i] = ascii_lower(s.data[i]);
    return out;
  }
  CjBuffer out = {0};
  for (int64_t i = 0; i < length; i++) put_lower(&out, s, i);
  return cj_buffer_text(&out);
}

CjStr cj_str_casefold(CjStr s) { return only_ascii(s) ? cj_str_lower(s) : map_all(s, CJ_CASE_FOLD); }

CjStr cj_str_capitalize(CjStr s) {
  CjBuffer out = {0};
  int64_t length = cj_str_length(s);
  if (!length) return s;
  put_mapped(&out, (uint32_t)cj_str_code_at(s, 0), CJ_CASE_TITLE);
  for (int64_t i = 1; i < length; i++) put_lower(&out, s, i);
  return cj_buffer_text(&out);
}

CjStr cj_str_title(CjStr s) {
  CjBuffer out = {0};
  int64_t length = cj_str_length(s);
  int inside = 0;
  for (int64_t i = 0; i < length; i++) {
    uint32_t code = (uint32_t)cj_str_code_at(s, i);
    if (inside) put_lower(&out, s, i);
    else put_mapped(&out, code, CJ_CASE_TITLE);
    inside = (cj_unicode_flags(code) & CJ_U_CASED) != 0;
  }
  return cj_buffer_text(&out);
}

CjStr cj_str_swapcase(CjStr s) {
  CjBuffer out = {0};
  int64_t length = cj_str_length(s);
  for (int64_t i = 0; i < length; i++) {
    uint32_t code = (uint32_t)cj_str_code_at(s, i), flags = cj_unicode_flags(code);
    if (flags & CJ_U_UPPER) put_lower(&out, s, i);
    else if (flags & CJ_U_LOWER) put_mapped(&out, code, CJ_CASE_UPPER);
    else cj_buffer_put(&out, code);
  }
  return cj_buffer_text(&out);
}

/// Not empty, and every character has one of the flags.
static CjBool all_have(CjStr s, uint32_t flags) {
  int64_t length = cj_str_length(s), kind = cj_str_kind(s);
  for (int64_t i = 0; i < length; i++)
    if (!(cj_unicode_flags(cj_unit(s.data, kind, i)) & flags)) return 0;
  return length > 0;
}

CjBool cj_str_is_alpha(CjStr s) { return all_have(s, CJ_U_ALPHA); }
CjBool cj_str_is_alnum(CjStr s) { return all_have(s, CJ_U_ALPHA | CJ_U_DECIMAL | CJ_U_DIGIT | CJ_U_NUMERIC); }
CjBool cj_str_is_decimal(CjStr s) { return all_have(s, CJ_U_DECIMAL); }
CjBool cj_str_is_digit(CjStr s) { return all_have(s, CJ_U_DIGIT); }
CjBool cj_str_is_numeric(CjStr s) { return all_have(s, CJ_U_NUMERIC); }
CjBool cj_str_is_space(CjStr s) { return all_have(s, CJ_U_SPACE); }
CjBool cj_str_is_printable(CjStr s) { return !s.meta || all_have(s, CJ_U_PRINTABLE); }
CjBool cj_str_is_ascii(CjStr s) { return (CjBool)only_ascii(s); }

CjBool cj_str_is_identifier(CjStr s) {
  int64_t length = cj_str_length(s);
  for (int64_t i = 0; i < length; i++)
    if (!cj_code_is_identifier(cj_str_code_at(s, i), i == 0)) return 0;
  return length > 0;
}

/// At least one cased character, and none of the other case.
static CjBool all_cased(CjStr s, uint32_t wanted, uint32_t other) {
  int64_t length = cj_str_length(s), kind = cj_str_kind(s);
  CjBool any = 0;
  for (int64_t i = 0; i < length; i++) {
    uint32_t flags = cj_unicode_flags(cj_unit(s.data, kind, i));
    if (flags & other) return 0;
    any |= (flags & wanted) != 0;
  }
  return any;
}

CjBool cj_str_is_upper(CjStr s) { return all_cased(s, CJ_U_UPPER, CJ_U_LOWER | CJ_U_TITLE); }
CjBool cj_str_is_lower(CjStr s) { return all_cased(s, CJ_U_LOWER, CJ_U_UPPER | CJ_U_TITLE); }

CjBool cj_str_is_title(CjStr s) {
  int64_t length = cj_str_length(s), kind = cj_str_kind(s);
  int any = 0, inside = 0;
  for (int64_t i = 0; i < length; i++) {
    uint32_t flags = cj_unicode_flags(cj_unit(s.data, kind, i));
    if (flags & (CJ_U_UPPER | CJ_U_TITLE)) {
      if (inside) return 0;
      any = inside = 1;
    } else if (flags & CJ_U_LOWER) {
      if (!inside) return 0;
      any = inside = 1;
    } else {
      inside = 0;
    }
  }
  return (CjBool)any;
}
