/// Pieces that the text codecs and the files share.
#ifndef CJ_TEXT_CODEC_H
#define CJ_TEXT_CODEC_H

#include "internal.h"

/// One character of UTF-8, or the length of a malformed part and what is wrong with it.
typedef struct {
  uint32_t code;
  int length;
  const char *problem;
} CjUtf8Step;
CjUtf8Step cj_utf8_step(const uint8_t *at, const uint8_t *end);
int64_t cj_ascii_run(const uint8_t *at, const uint8_t *end);
/// Writes up to four bytes.
int cj_utf8_put(uint8_t *to, uint32_t code);
/// What an error handler puts in the place of a code point (at most 12 bytes), -1 when it is an error after all.
int cj_encode_bad(uint8_t *to, uint32_t code, int64_t errors);
/// The same for bytes that cannot be decoded.
void cj_decode_bad(CjBuffer *out, const uint8_t *at, int64_t length, int64_t errors);

#endif
