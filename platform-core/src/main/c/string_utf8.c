/// UTF-8 in both directions.
#include "internal.h"
#include "text_codec.h"

/// Bytes at the start of [at, end) below 128.
int64_t cj_ascii_run(const uint8_t *at, const uint8_t *end) {
  const uint8_t *start = at;
  while (end - at >= 32) {
    uint64_t w[4];
    memcpy(w, at, 32);
    if ((w[0] | w[1] | w[2] | w[3]) & 0x8080808080808080ull) break;
    at += 32;
  }
  while (at < end && *at < 0x80) at++;
  return at - start;
}

static inline int continues(const uint8_t *at) { return (*at & 0xc0) == 0x80; }

CjUtf8Step cj_utf8_step(const uint8_t *at, const uint8_t *end) {
  uint32_t lead = *at;
  if (lead < 0x80) return (CjUtf8Step){lead, 1, 0};
  if (lead < 0xc2 || lead > 0xf4) return (CjUtf8Step){0, 1, "invalid start byte"};
  int length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  uint32_t code = lead & (0x7fu >> length);
  for (int i = 1; i < length; i++) {
    if (at + i >= end) return (CjUtf8Step){0, i, "unexpected end of data"};
    int good = continues(at + i);
    if (i == 1) /* overlong forms, surrogates and what is above U+10FFFF are settled by the second byte */
      good = good && !(lead == 0xe0 && at[1] < 0xa0) && !(lead == 0xed && at[1] > 0x9f) &&
             !(lead == 0xf0 && at[1] < 0x90) && !(lead == 0xf4 && at[1] > 0x8f);
    if (!good) return (CjUtf8Step){0, i, "invalid continuation byte"};
    code = code << 6 | (at[i] & 0x3f);
  }
  return (CjUtf8Step){code, length, 0};
}

void cj_decode_bad(CjBuffer *out, const uint8_t *at, int64_t length, int64_t errors) {
  if (errors == CJ_REPLACE) cj_buffer_put(out, 0xfffd);
  for (int64_t i = 0; i < length; i++) {
    if (errors == CJ_SURROGATE_ESCAPE) cj_buffer_put(out, 0xdc00u + at[i]);
    if (errors == CJ_BACKSLASH) {
      char text[8];
      snprintf(text, sizeof text, "\\x%02x", at[i]);
      cj_buffer_add(out, cj_str_make(text, 4, 0));
    }
  }
}

static int is_surrogate_bytes(const uint8_t *at, const uint8_t *end) {
  return end - at >= 3 && at[0] == 0xed && at[1] >= 0xa0 && at[1] <= 0xbf && continues(at + 2);
}

CjStr cj_str_decode_utf8(CjBytes bytes, int64_t errors, int64_t *error) {
  const uint8_t *at = bytes.data, *end = at + bytes.length;
  *error = -1;
  int64_t run = cj_ascii_run(at, end);
  if (CJ_LIKELY(run == bytes.length)) {
    uint8_t *data;
    CjStr s = cj_str_new(run, 0, &data);
    memcpy(data, at, (size_t)run);
    return s;
  }
  CjBuffer out = {0};
  cj_buffer_reserve(&out, bytes.length, 0);
  for (;;) {
    if (run) cj_buffer_add(&out, cj_str_make(at, run, 0));
    at += run;
    if (at >= end) return cj_buffer_text(&out);
    CjUtf8Step step = cj_utf8_step(at, end);
    if (CJ_LIKELY(!step.problem)) {
      cj_buffer_put(&out, step.code);
    } else if (errors == CJ_SURROGATE_PASS && is_surrogate_bytes(at, end)) {
      cj_buffer_put(&out, 0xd000u | (at[1] & 0x3fu) << 6 | (at[2] & 0x3fu));
      step.length = 3;
    } else if (errors == CJ_STRICT || errors == CJ_SURROGATE_PASS || errors == CJ_XML) {
      *error = at - bytes.data;
      return CJ_EMPTY;
    } else {
      cj_decode_bad(&out, at, step.length, errors);
    }
    at += step.length;
    run = at < end && *at < 0x80 ? cj_ascii_run(at, end) : 0;
  }
}

CjStr cj_utf8_decode_error_text(CjBytes bytes, int64_t position) {
  const uint8_t *at = bytes.data + position;
  CjUtf8Step step = cj_utf8_step(at, bytes.data + bytes.length);
  char text[128];
  const char *problem = step.problem ? step.problem : "invalid data";
  if (step.length == 1)
    snprintf(text, sizeof text, "'utf-8' codec can't decode byte 0x%02x in position %lld: %s", *at,
             (long long)position, problem);
  else
    snprintf(text, sizeof text, "'utf-8' codec can't decode bytes in position %lld-%lld: %s", (long long)position,
             (long long)(position + step.length - 1), problem);
  return cj_str_from_c(text);
}

int64_t cj_str_utf8_length(CjStr s) {
  int64_t length = cj_str_length(s), kind = cj_str_kind(s), bytes = length;
  if (kind == 0) {
    for (int64_t i = 0; i < length; i++) bytes += s.data[i] >> 7;
    return bytes;
  }
  for (int64_t i = 0; i < length; i++) {
    uint32_t code = cj_unit(s.data, kind, i);
    bytes += (code >= 0x80) + (code >= 0x800) + (code >= 0x10000);
  }
  return bytes;
}

int cj_utf8_put(uint8_t *to, uint32_t code) {
  if (code < 0x80) {
    to[0] = (uint8_t)code;
    return 1;
  }
  if (code < 0x800) {
    to[0] = (uint8_t)(0xc0 | code >> 6);
    to[1] = (uint8_t)(0x80 | (code & 0x3f));
    return 2;
  }
  if (code < 0x10000) {
    to[0] = (uint8_t)(0xe0 | code >> 12);
    to[1] = (uint8_t)(0x80 | (code >> 6 & 0x3f));
    to[2] = (uint8_t)(0x80 | (code & 0x3f));
    return 3;
  }
  to[0] = (uint8_t)(0xf0 | code >> 18);
  to[1] = (uint8_t)(0x80 | (code >> 12 & 0x3f));
  to[2] = (uint8_t)(0x80 | (code >> 6 & 0x3f));
  to[3] = (uint8_t)(0x80 | (code & 0x3f));
  return 4;
}

int cj_encode_bad(uint8_t *to, uint32_t code, int64_t errors) {
  switch (errors) {
    case CJ_IGNORE: return 0;
    case CJ_REPLACE: to[0] = '?'; return 1;
    case CJ_BACKSLASH:
      return snprintf((char *)to, 16, code < 0x100 ? "\\x%02x" : code < 0x10000 ? "\\u%04x" : "\\U%08x", code);
    case CJ_XML: return snprintf((char *)to, 16, "&#%u;", code);
    case CJ_SURROGATE_ESCAPE:
      if (code < 0xdc80 || code > 0xdcff) return -1;
      to[0] = (uint8_t)(code - 0xdc00);
      return 1;
    default: return -1;
  }
}

CjBytes cj_str_encode_utf8(CjStr s, int64_t errors, int64_t *error) {
  int64_t length = cj_str_length(s), kind = cj_str_kind(s);
  *error = -1;
  if (kind == 0 && cj_ascii_run(s.data, s.data + length) == length) return (CjBytes){s.data, length};
  /* Replacements are at most 10 bytes for 3, so the exact size only fails where handlers are asked for. */
  int64_t room = cj_str_utf8_length(s) + (errors > CJ_REPLACE ? 8 * length : 0) + 16;
  uint8_t *data = cj_alloc_atomic(room), *to = data;
  for (int64_t i = 0; i < length; i++) {
    uint32_t code = cj_unit(s.data, kind, i);
    if (CJ_UNLIKELY((code & 0xfffff800) == 0xd800) && errors != CJ_SURROGATE_PASS) {
      int written = cj_encode_bad(to, code, errors);
      if (written < 0) {
        *error = i;
        return (CjBytes){s.data, 0};
      }
      to += written;
      continue;
    }
    to += cj_utf8_put(to, code);
  }
  return (CjBytes){data, to - data};
}

const char *cj_str_to_c(CjStr s) {
  int64_t error;
  CjBytes bytes = cj_str_encode_utf8(s, CJ_SURROGATE_ESCAPE, &error);
  if (error >= 0) bytes = cj_str_encode_utf8(s, CJ_REPLACE, &error);
  char *text = cj_alloc_atomic(bytes.length + 1);
  memcpy(text, bytes.data, (size_t)bytes.length);
  text[bytes.length] = 0;
  return text;
}

CjStr cj_str_from_utf8_c(const char *text) {
  int64_t error;
  return cj_str_decode_utf8((CjBytes){(const uint8_t *)text, (int64_t)strlen(text)}, CJ_REPLACE, &error);
}
