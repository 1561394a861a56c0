/// Reading lines, texts and bytes.
#include "file.h"
#include <sys/stat.h>

static CjStr decode(CjFile *file, CjBytes raw, int64_t *status) {
  int64_t error = -1;
  CjStr text;
  if (file->encoding == CJ_ENCODING_LATIN_1 || file->encoding == CJ_ENCODING_ASCII) {
    int64_t limit = file->encoding == CJ_ENCODING_ASCII ? 128 : 256;
    text = cj_str_decode_latin(raw, limit, file->errors, &error);
    if (error >= 0) {
      char message[96];
      snprintf(message, sizeof message, "'ascii' codec can't decode byte 0x%02x in position %lld: ordinal not in range(128)",
               raw.data[error], (long long)error);
      file->problem = cj_str_from_c(message);
    }
  } else {
    text = cj_str_decode_utf8(raw, file->errors, &error);
    if (error >= 0) file->problem = cj_utf8_decode_error_text(raw, error);
  }
  if (error >= 0) *status = CJ_IO_DECODE;
  return text;
}

static void skip_signature(CjFile *file) {
  if (file->encoding != CJ_ENCODING_UTF8_SIGNATURE || file->binary || file->started) return;
  file->started = 1;
  while (file->in_stop - file->in_start < 3 && cj_file_fill(file) > 0) {}
  if (file->in_stop - file->in_start >= 3 && memcmp(file->in + file->in_start, "\xef\xbb\xbf", 3) == 0)
    file->in_start += 3;
}

/// "\r\n" and "\r" become "\n", in place.
static int64_t translate(uint8_t *data, int64_t length) {
  uint8_t *from = memchr(data, '\r', (size_t)length), *end = data + length;
  if (!from) return length;
  uint8_t *to = from;
  for (; from < end; from++) {
    if (*from == '\r') {
      *to++ = '\n';
      if (from + 1 < end && from[1] == '\n') from++;
    } else {
      *to++ = *from;
    }
  }
  return to - data;
}

/// Length of the first line in [at, at + length) with its end; 0 when there is no end yet. A '\r' in the last place
/// needs the next byte to be judged, unless this is the end of the file.
static int64_t line_length(const uint8_t *at, int64_t length, int newline, int at_end) {
  if (newline == 3) {
    const uint8_t *end = memchr(at, '\r', (size_t)length);
    return end ? end - at + 1 : 0;
  }
  const uint8_t *feed = memchr(at, '\n', (size_t)length);
  if (newline == 2) return feed ? feed - at + 1 : 0;
  if (newline == 4) {
    while (feed && (feed == at || feed[-1] != '\r'))
      feed = memchr(feed + 1, '\n', (size_t)(length - (feed + 1 - at)));
    return feed ? feed - at + 1 : 0;
  }
  const uint8_t *stop = feed ? feed : at + length, *back = memchr(at, '\r', (size_t)(stop - at));
  if (!back) return feed ? feed - at + 1 : 0;
  if (back + 1 < at + length) return back - at + 1 + (back[1] == '\n');
  return at_end ? back - at + 1 : 0;
}

/// Bytes of the next line, left in the buffer; status as cj_file_read_line.
static int64_t next_line(CjFile *file, int newline, CjBytes *line) {
  int64_t status = cj_file_begin_read(file), seen = 0, at_end = 0;
  if (status) return status;
  skip_signature(file);
  for (;;) {
    const uint8_t *start = file->in + file->in_start;
    int64_t held = file->in_stop - file->in_start, length = 0;
    if (held > seen) {
      int64_t from = newline == 2 ? seen : 0; /* only '\n' can be sought without looking back */
      length = line_length(start + from, held - from, newline, (int)at_end);
      if (length) length += from;
    }
    if (!length && at_end) length = held;
    if (length || at_end) {
      *line = (CjBytes){start, length};
      file->in_start += length;
      return length != 0;
    }
    seen = newline == 2 ? held : 0;
    int64_t count = cj_file_fill(file);
    if (count < 0) return count;
    at_end = count == 0;
  }
}

/// Bytes of the first `limit` characters.
static int64_t character_bytes(CjFile *file, CjBytes raw, int64_t limit) {
  if (file->encoding == CJ_ENCODING_LATIN_1 || file->encoding == CJ_ENCODING_ASCII)
    return limit < raw.length ? limit : raw.length;
  int64_t at = 0;
  for (; at < raw.length; at++)
    if ((raw.data[at] & 0xc0) != 0x80 && limit-- == 0) break;
  return at;
}

int64_t cj_file_read_line(CjFile *file, int64_t limit, CjStr *out) {
  CjBytes line;
  *out = CJ_EMPTY;
  if (file->binary) return CJ_IO_NOT_TEXT;
  if (limit == 0) return 0;
  int64_t status = next_line(file, file->newline == 1 ? 0 : file->newline, &line);
  if (status <= 0) return status;
  if (limit > 0) {
    int64_t kept = character_bytes(file, line, limit);
    file->in_start -= line.length - kept;
    line.length = kept;
  }
  if (file->newline == 0 && line.length && line.data[line.length - 1] != '\n' &&
      line.data[line.length - 1] != '\r') {
    *out = decode(file, line, &status);
    return status;
  }
  if (file->newline == 0) line.length = translate((uint8_t *)(uintptr_t)line.data, line.length);
  *out = decode(file, line, &status);
  return status;
}

static CjBytes copy_of(const uint8_t *data, int64_t length) {
  uint8_t *copy = cj_alloc_atomic(length);
  memcpy(copy, data, (size_t)length);
  return (CjBytes){copy, length};
}

int64_t cj_file_read_line_bytes(CjFile *file, int64_t limit, CjBytes *out) {
  CjBytes line;
  *out = (CjBytes){(const uint8_t *)"", 0};
  if (limit == 0) return 0;
  int64_t status = next_line(file, 2, &line);
  if (status <= 0) return status;
  if (limit > 0 && line.length > limit) {
    file->in_start -= line.length - limit;
    line.length = limit;
  }
  *out = copy_of(line.data, line.length);
  return status;
}

/// Everything up to the end of the file is in the buffer afterwards.
static int64_t fill_all(CjFile *file) {
  struct stat status;
  if (!file->in_capacity && fstat(file->descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
    off_t here = lseek(file->descriptor, 0, SEEK_CUR);
    int64_t rest = here < 0 ? 0 : status.st_size - here;
    if (rest > CJ_IN_CAPACITY) {
      file->in = malloc((size_t)rest + 1);
      if (!file->in) cj_out_of_memory(rest);
      file->in_capacity = rest + 1;
    }
  }
  int64_t count;
  while ((count = cj_file_fill(file)) > 0) {}
  return count;
}

/// Fills until `limit` bytes (characters when `characters`) are there or the file ends.
static int64_t fill_some(CjFile *file, int64_t limit, int characters) {
  for (;;) {
    CjBytes held = {file->in + file->in_start, file->in_stop - file->in_start};
    int64_t have = held.length;
    if (characters && have >= limit) {
      int64_t bytes = character_bytes(file, held, limit);
      have = bytes < held.length ? limit : 0;
    }
    if (have >= limit) return 0;
    int64_t count = cj_file_fill(file);
    if (count <= 0) return count;
  }
}

int64_t cj_file_read(CjFile *file, int64_t limit, CjStr *out) {
  *out = CJ_EMPTY;
  int64_t status = cj_file_begin_read(file);
  if (status) return status;
  if (file->binary) return CJ_IO_NOT_TEXT;
  skip_signature(file);
  CjBuffer text = {0};
  int64_t wanted = limit;
  while (limit < 0 || wanted > 0) {
    status = limit < 0 ? fill_all(file) : fill_some(file, wanted + 1, 1);
    if (status < 0) return status;
    uint8_t *start = file->in + file->in_start;
    CjBytes raw = {start, file->in_stop - file->in_start};
    if (!raw.length) break;
    if (limit >= 0) raw.length = character_bytes(file, raw, wanted);
    if (limit >= 0 && file->newline == 0 && raw.length && start[raw.length - 1] == '\r' &&
        file->in_start + raw.length < file->in_stop && start[raw.length] == '\n')
      raw.length++; /* never between the two halves of a line end */
    file->in_start += raw.length;
    if (file->newline == 0) raw.length = translate(start, raw.length);
    CjStr piece = decode(file, raw, &status);
    if (status) return status;
    if (limit < 0) {
      *out = piece;
      return cj_str_length(piece);
    }
    cj_buffer_add(&text, piece);
    wanted -= cj_str_length(piece); /* translated line ends leave room for more */
  }
  *out = cj_buffer_text(&text);
  return text.length;
}

int64_t cj_file_read_bytes(CjFile *file, int64_t limit, CjBytes *out) {
  *out = (CjBytes){(const uint8_t *)"", 0};
  int64_t status = cj_file_begin_read(file);
  if (status) return status;
  status = limit < 0 ? fill_all(file) : fill_some(file, limit, 0);
  if (status < 0) return status;
  int64_t held = file->in_stop - file->in_start, length = limit < 0 || held < limit ? held : limit;
  *out = copy_of(file->in + file->in_start, length);
  file->in_start += length;
  return length;
}
