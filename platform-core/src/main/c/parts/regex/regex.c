/// PCRE2 in its three widths without UTF, so that code units are characters and offsets are indices of a str.
#include "../../cj.h"

#define PCRE2_CODE_UNIT_WIDTH 0
#include <pcre2.h>

/// What the just-in-time compiled code may use; past it the interpreter takes over, which uses the heap.
#define LARGEST_STACK (16 * 1024 * 1024)

typedef struct {
  void *code;
  int64_t kind;
} Regex;

#define JOIN3(a, b, c) a##b##c
#define JOIN(a, b, c) JOIN3(a, b, c)
#define PCRE2(name) JOIN(pcre2_, name, JOIN(_, WIDTH, ))
#define NAME(name) JOIN(name, _, WIDTH)

#define WIDTH 8
#define UNIT uint8_t
#include "width.inc"
#undef WIDTH
#undef UNIT
#define WIDTH 16
#define UNIT uint16_t
#include "width.inc"
#undef WIDTH
#undef UNIT
#define WIDTH 32
#define UNIT uint32_t
#include "width.inc"

/// The pattern is data of the given kind, as the subjects will be. *error is PCRE2's code when the result is NULL.
void *cj_regex_compile(const uint8_t *pattern, int64_t length, int64_t kind, int64_t unicode, int64_t *error) {
  uint32_t options = PCRE2_NEVER_UTF | PCRE2_ALT_CIRCUMFLEX | PCRE2_NEVER_BACKSLASH_C | (unicode ? PCRE2_UCP : 0);
  Regex *regex = cj_alloc(sizeof(Regex));
  regex->kind = kind;
  if (kind == 0) regex->code = compile_8(pattern, length, options, error);
  else if (kind == 1) regex->code = compile_16(pattern, length, options, error);
  else regex->code = compile_32(pattern, length, options, error);
  if (!regex->code) return NULL;
  cj_set_finalizer(regex, kind == 0 ? finalize_8 : kind == 1 ? finalize_16 : finalize_32, NULL);
  return regex;
}

/// 1 and the spans of all groups when there is a match at or behind `start`, 0 when there is none, else an error of
/// PCRE2. With `advance` an empty match at `start` does not count.
int64_t cj_regex_match(
    void *regex, const uint8_t *subject, int64_t length, int64_t start, int64_t advance, int64_t *spans, int64_t groups) {
  const Regex *compiled = regex;
  uint32_t options = advance ? PCRE2_NOTEMPTY_ATSTART : 0;
  if (compiled->kind == 0) return match_8(compiled, subject, length, start, options, spans, groups);
  if (compiled->kind == 1) return match_16(compiled, subject, length, start, options, spans, groups);
  return match_32(compiled, subject, length, start, options, spans, groups);
}

CjStr cj_regex_message(int64_t error) {
  PCRE2_UCHAR8 text[256];
  pcre2_get_error_message_8((int)error, text, sizeof text);
  return cj_str_from_c((const char *)text);
}

/// The data of a str in a kind that is at least its own.
const uint8_t *cj_regex_widened(CjStr s, int64_t kind) {
  int64_t own = cj_str_kind(s), length = cj_str_length(s);
  if (own >= kind) return s.data;
  uint8_t *data = cj_alloc_atomic((length << kind) + 1);
  for (int64_t i = 0; i < length; i++) {
    uint32_t code = own == 0 ? s.data[i] : ((const uint16_t *)s.data)[i];
    if (kind == 1) ((uint16_t *)data)[i] = (uint16_t)code;
    else ((uint32_t *)data)[i] = code;
  }
  return data;
}
