/// ASCII, Latin-1, UTF-16 and UTF-32.
#include "text_codec.h"

CjStr cj_encode_error_text(CjStr codec, CjStr s, int64_t position) {
  uint32_t code = (uint32_t)cj_str_code_at(s, position);
  char text[200], shown[16];
  snprintf(shown, sizeof shown, code < 0x100 ? "\\x%02x" : code < 0x10000 ? "\\u%04x" : "\\U%08x", code);
  const char *name = cj_str_to_c(codec);
  const char *problem = strcmp(name, "ascii") == 0     ? "ordinal not in range(128)"
                        : strcmp(name, "latin-1") == 0 ? "ordinal not in range(256)"
                                                       : "surrogates not allowed";
  snprintf(text, sizeof text, "'%s' codec can't encode character '%s' in position %lld: %s", name, shown,
           (long long)position, problem);
  return cj_str_from_c(text);
}

CjBytes cj_str_encode_latin(CjStr s, int64_t limit, int64_t errors, int64_t *error) {
  int64_t length = cj_str_length(s), kind = cj_str_kind(s), size = 0;
  *error = -1;
  if (kind == 0 && (limit == 256 || cj_ascii_run(s.data, s.data + length) == length))
    return (CjBytes){s.data, length};
  uint8_t scratch[16];
  for (int64_t i = 0; i < length; i++) {
    uint32_t code = cj_unit(s.data, kind, i);
    int written = code < limit ? 1 : cj_encode_bad(scratch, code, errors);
    if (written < 0) {
      *error = i;
      return (CjBytes){s.data, 0};
    }
    size += written;
  }
  uint8_t *data = cj_alloc_atomic(size), *to = data;
  for (int64_t i = 0; i < length; i++) {
    uint32_t code = cj_unit(s.data, kind, i);
    if (code < limit) {
      *to++ = (uint8_t)code;
    } else {
      int written = cj_encode_bad(scratch, code, errors);
      memcpy(to, scratch, (size_t)written);
      to += written;
    }
  }
  return (CjBytes){data, size};
}

CjStr cj_str_decode_latin(CjBytes bytes, int64_t limit, int64_t errors, int64_t *error) {
  *error = -1;
  if (limit == 256 || cj_ascii_run(bytes.data, bytes.data + bytes.length) == bytes.length) {
    uint8_t *data;
    CjStr s = cj_str_new(bytes.length, 0, &data);
    memcpy(data, bytes.data, (size_t)bytes.length);
    return s;
  }
  CjBuffer out = {0};
  for (int64_t i = 0; i < bytes.length; i++) {
    if (bytes.data[i] < limit) {
      cj_buffer_put(&out, bytes.data[i]);
    } else if (errors == CJ_STRICT || errors == CJ_XML || errors == CJ_SURROGATE_PASS) {
      *error = i;
      return CJ_EMPTY;
    } else {
      cj_decode_bad(&out, bytes.data + i, 1, errors);
    }
  }
  return cj_buffer_text(&out);
}

static uint8_t *put_unit(uint8_t *to, uint32_t unit, int64_t size, int64_t big) {
  for (int64_t i = 0; i < size; i++) to[big ? size - 1 - i : i] = (uint8_t)(unit >> (8 * i));
  return to + size;
}

static uint32_t get_unit(const uint8_t *at, int64_t size, int64_t big) {
  uint32_t unit = 0;
  for (int64_t i = 0; i < size; i++) unit |= (uint32_t)at[big ? size - 1 - i : i] << (8 * i);
  return unit;
}

CjBytes cj_str_encode_wide(CjStr s, int64_t unit, int64_t big, int64_t errors, int64_t *error) {
  int64_t length = cj_str_length(s), kind = cj_str_kind(s);
  *error = -1;
  /* A replacement is at most 12 characters, and only surrogates are replaced. */
  uint8_t *data = cj_alloc_atomic((errors > CJ_REPLACE ? 12 : 2) * unit * length + 16), *to = data;
  for (int64_t i = 0; i < length; i++) {
    uint32_t code = cj_unit(s.data, kind, i);
    if ((code & 0xfffff800) == 0xd800 && errors != CJ_SURROGATE_PASS) {
      uint8_t text[16];
      int written = errors == CJ_SURROGATE_ESCAPE ? -1 : cj_encode_bad(text, code, errors);
      if (written < 0) {
        *error = i;
        return (CjBytes){data, 0};
      }
      for (int j = 0; j < written; j++) to = put_unit(to, text[j], unit, big);
    } else if (unit == 2 && code >= 0x10000) {
      to = put_unit(to, 0xd800 + ((code - 0x10000) >> 10), 2, big);
      to = put_unit(to, 0xdc00 + (code & 0x3ff), 2, big);
    } else {
      to = put_unit(to, code, unit, big);
    }
  }
  return (CjBytes){data, to - data};
}

CjStr cj_str_decode_wide(CjBytes bytes, int64_t unit, int64_t big, int64_t errors, int64_t *error) {
  CjBuffer out = {0};
  *error = -1;
  for (int64_t at = 0; at < bytes.length;) {
    int64_t left = bytes.length - at, width = left < unit ? left : unit;
    uint32_t code = left < unit ? 0xd800 : get_unit(bytes.data + at, unit, big);
    if (unit == 2 && left >= 4 && (code & 0xfc00) == 0xd800) {
      uint32_t low = get_unit(bytes.data + at + 2, 2, big);
      if ((low & 0xfc00) == 0xdc00) {
        code = 0x10000 + ((code & 0x3ff) << 10) + (low & 0x3ff);
        width = 4;
      }
    }
    int good = left >= unit && code <= 0x10ffff && ((code & 0xfffff800) != 0xd800 || errors == CJ_SURROGATE_PASS);
    if (good) {
      cj_buffer_put(&out, code);
    } else if (errors != CJ_IGNORE && errors != CJ_REPLACE && errors != CJ_BACKSLASH) {
      *error = at;
      return CJ_EMPTY;
    } else {
      cj_decode_bad(&out, bytes.data + at, width, errors);
    }
    at += width;
  }
  return cj_buffer_text(&out);
}
