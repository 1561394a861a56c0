/// str: padding.
#include "internal.h"

static CjStr pad(CjStr s, int64_t left, int64_t right, uint32_t fill) {
  CjBuffer out = {0};
  cj_buffer_reserve(&out, left + cj_str_length(s) + right, cj_str_kind(s));
  cj_buffer_fill(&out, fill, left);
  cj_buffer_add(&out, s);
  cj_buffer_fill(&out, fill, right);
  return cj_buffer_text(&out);
}

/// An odd column goes to the left when the width is odd, too: CPython's choice.
CjStr cj_str_center(CjStr s, int64_t width, CjStr fill) {
  int64_t missing = width - cj_str_length(s);
  if (missing <= 0) return s;
  int64_t left = missing / 2 + (missing & width & 1);
  return pad(s, left, missing - left, (uint32_t)cj_str_code_at(fill, 0));
}

CjStr cj_str_ljust(CjStr s, int64_t width, CjStr fill) {
  int64_t missing = width - cj_str_length(s);
  return missing <= 0 ? s : pad(s, 0, missing, (uint32_t)cj_str_code_at(fill, 0));
}

CjStr cj_str_rjust(CjStr s, int64_t width, CjStr fill) {
  int64_t missing = width - cj_str_length(s);
  return missing <= 0 ? s : pad(s, missing, 0, (uint32_t)cj_str_code_at(fill, 0));
}

CjStr cj_str_zfill(CjStr s, int64_t width) {
  int64_t length = cj_str_length(s), missing = width - length;
  if (missing <= 0) return s;
  uint32_t first = length ? (uint32_t)cj_str_code_at(s, 0) : 0;
  if (first != '+' && first != '-') return pad(s, missing, 0, '0');
  return cj_str_concat(cj_str_char_at(s, 0), pad(cj_str_part(s, 1, length), missing, 0, '0'));
}

CjStr cj_str_expandtabs(CjStr s, int64_t tab_size) {
  CjBuffer out = {0};
  int64_t length = cj_str_length(s), column = 0;
  for (int64_t i = 0; i < length; i++) {
    uint32_t code = (uint32_t)cj_str_code_at(s, i);
    if (code == '\t') {
      int64_t blanks = tab_size > 0 ? tab_size - column % tab_size : 0;
      cj_buffer_fill(&out, ' ', blanks);
      column += blanks;
      continue;
    }
    cj_buffer_put(&out, code);
    column = code == '\n' || code == '\r' ? 0 : column + 1;
  }
  return cj_buffer_text(&out);
}
