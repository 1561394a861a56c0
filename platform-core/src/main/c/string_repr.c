/// repr() and ascii() of str.
#include "internal.h"

static void put_escape(CjBuffer *out, uint32_t code) {
  char text[12];
  int length = code < 0x100     ? snprintf(text, sizeof text, "\\x%02x", code)
               : code < 0x10000 ? snprintf(text, sizeof text, "\\u%04x", code)
                                : snprintf(text, sizeof text, "\\U%08x", code);
  cj_buffer_add(out, cj_str_make(text, length, 0));
}

static int has(CjStr s, uint32_t code) {
  int64_t length = cj_str_length(s), kind = cj_str_kind(s);
  for (int64_t i = 0; i < length; i++)
    if (cj_unit(s.data, kind, i) == code) return 1;
  return 0;
}

static CjStr quoted(CjStr s, uint32_t limit) {
  CjBuffer out = {0};
  int64_t length = cj_str_length(s), kind = cj_str_kind(s);
  uint32_t quote = has(s, '\'') && !has(s, '"') ? '"' : '\'';
  cj_buffer_reserve(&out, length + 2, 0);
  cj_buffer_put(&out, quote);
  for (int64_t i = 0; i < length; i++) {
    uint32_t code = cj_unit(s.data, kind, i);
    if (code == quote || code == '\\') {
      cj_buffer_put(&out, '\\');
      cj_buffer_put(&out, code);
    } else if (code == '\n' || code == '\r' || code == '\t') {
      cj_buffer_put(&out, '\\');
      cj_buffer_put(&out, code == '\n' ? 'n' : code == '\r' ? 'r' : 't');
    } else if (code < ' ' || code == 0x7f || code >= limit || (code > 0x7f && !cj_code_is_printable(code))) {
      put_escape(&out, code);
    } else {
      cj_buffer_put(&out, code);
    }
  }
  cj_buffer_put(&out, quote);
  return cj_buffer_text(&out);
}

CjStr cj_str_repr(CjStr s) { return quoted(s, UINT32_MAX); }
CjStr cj_str_ascii(CjStr s) { return quoted(s, 0x80); }

CjStr cj_str_escape(CjStr s) {
  if (cj_str_is_ascii(s)) return s;
  CjBuffer out = {0};
  int64_t length = cj_str_length(s), kind = cj_str_kind(s);
  for (int64_t i = 0; i < length; i++) {
    uint32_t code = cj_unit(s.data, kind, i);
    if (code < 0x80) cj_buffer_put(&out, code);
    else put_escape(&out, code);
  }
  return cj_buffer_text(&out);
}
