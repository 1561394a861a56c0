/// str.format: splitting the template into literals and fields, with CPython's errors.
#include "internal.h"

enum { SINGLE_OPEN = 1, SINGLE_CLOSE, EXPECTED_CLOSE, UNEXPECTED_OPEN, UNMATCHED_SPEC, CONVERSION_END, CONVERSION_COLON };

CjStr cj_brace_error_text(int64_t code) {
  switch (code) {
    case SINGLE_OPEN: return CJ_TEXT("Single '{' encountered in format string");
    case SINGLE_CLOSE: return CJ_TEXT("Single '}' encountered in format string");
    case EXPECTED_CLOSE: return CJ_TEXT("expected '}' before end of string");
    case UNEXPECTED_OPEN: return CJ_TEXT("unexpected '{' in field name");
    case UNMATCHED_SPEC: return CJ_TEXT("unmatched '{' in format spec");
    case CONVERSION_END: return CJ_TEXT("end of string while looking for conversion specifier");
    case CONVERSION_COLON: return CJ_TEXT("expected ':' after conversion specifier");
    default: return CJ_EMPTY;
  }
}

/// Literal text from `at`; stops behind an opening brace of a field (returns 1), at the end (0), or with an error.
static int64_t read_literal(CjStr format, int64_t at, CjBrace *out) {
  CjBuffer text = {0};
  int64_t length = cj_str_length(format);
  while (at < length) {
    int64_t code = cj_str_code_at(format, at++);
    if (code != '{' && code != '}') {
      cj_buffer_put(&text, (uint32_t)code);
      continue;
    }
    if (at < length && cj_str_code_at(format, at) == code) {
      cj_buffer_put(&text, (uint32_t)code);
      at++;
      continue;
    }
    if (code == '}') out->error = SINGLE_CLOSE;
    else if (at == length) out->error = SINGLE_OPEN;
    else out->has_field = 1;
    break;
  }
  out->literal = cj_buffer_text(&text);
  return at;
}

/// The conversion and the spec behind the name, at '!' or ':'.
static int64_t read_tail(CjStr format, int64_t at, CjBrace *out) {
  int64_t length = cj_str_length(format);
  if (cj_str_code_at(format, at++) == '!') {
    if (at >= length) {
      out->error = CONVERSION_END;
      return at;
    }
    out->conversion = cj_str_code_at(format, at++);
    if (at >= length) {
      out->error = UNMATCHED_SPEC;
      return at;
    }
    int64_t code = cj_str_code_at(format, at++);
    if (code == '}') return at;
    if (code != ':') {
      out->error = CONVERSION_COLON;
      return at;
    }
  }
  int64_t start = at, depth = 1;
  for (; at < length; at++) {
    int64_t code = cj_str_code_at(format, at);
    depth += code == '{' ? 1 : code == '}' ? -1 : 0;
    if (!depth) {
      out->spec = cj_str_part(format, start, at);
      return at + 1;
    }
  }
  out->error = UNMATCHED_SPEC;
  return at;
}

CjBool cj_brace_next(CjStr format, int64_t position, CjBrace *out) {
  int64_t length = cj_str_length(format);
  if (position >= length) return 0;
  *out = (CjBrace){.literal = CJ_EMPTY, .name = CJ_EMPTY, .spec = CJ_EMPTY};
  int64_t at = read_literal(format, position, out);
  out->next = at;
  if (!out->has_field || out->error) return 1;
  int64_t start = at;
  for (int in_index = 0; at < length; at++) {
    int64_t code = cj_str_code_at(format, at);
    if (code == '[') in_index = 1;
    if (code == ']') in_index = 0;
    if (in_index) continue;
    if (code == '{') {
      out->error = UNEXPECTED_OPEN;
      return 1;
    }
    if (code == '}' || code == '!' || code == ':') break;
  }
  if (at >= length) {
    out->error = EXPECTED_CLOSE;
    return 1;
  }
  out->name = cj_str_part(format, start, at);
  out->next = cj_str_code_at(format, at) == '}' ? at + 1 : read_tail(format, at, out);
  if (!out->error && out->conversion == '}') out->error = UNMATCHED_SPEC;
  return 1;
}
