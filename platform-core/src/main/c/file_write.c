/// Writing texts and bytes, and print().
#include "file.h"
#include <pthread.h>

/// One lock for all files: only taken once there are several threads.
static pthread_mutex_t write_lock = PTHREAD_MUTEX_INITIALIZER;
static inline int lock_writes(void) {
  if (CJ_LIKELY(!cj_many_threads())) return 0;
  pthread_mutex_lock(&write_lock);
  return 1;
}
static inline void unlock_writes(int locked) {
  if (CJ_UNLIKELY(locked)) pthread_mutex_unlock(&write_lock);
}

static int64_t write_raw(CjFile *file, const uint8_t *data, int64_t length) {
  if (file->out_length + length > CJ_OUT_CAPACITY) {
    int64_t status = cj_file_flush(file);
    if (status) return status;
    if (length >= CJ_OUT_CAPACITY) return cj_write_fully(file->descriptor, data, length);
  }
  memcpy(file->out + file->out_length, data, (size_t)length);
  file->out_length += length;
  return 0;
}

/// The general case: any kind, encoding, error handler and newline.
CJ_COLD static int64_t write_characters(CjFile *file, CjStr s, int64_t start) {
  int64_t length = cj_str_length(s), kind = cj_str_kind(s);
  for (int64_t i = start; i < length; i++) {
    uint32_t code = cj_unit(s.data, kind, i);
    int64_t status = cj_file_room(file, 16);
    if (status) return status;
    uint8_t *to = file->out + file->out_length;
    uint32_t limit = file->encoding == CJ_ENCODING_ASCII ? 0x80 : file->encoding == CJ_ENCODING_LATIN_1 ? 0x100 : 0;
    if (code == '\n' && file->newline >= 3) {
      *to = '\r';
      if (file->newline == 4) to[1] = '\n';
      file->out_length += file->newline - 2;
    } else if (limit ? code >= limit : (code & 0xfffff800) == 0xd800 && file->errors != CJ_SURROGATE_PASS) {
      int written = cj_encode_bad(to, code, file->errors);
      if (written < 0) {
        static const char *const names[] = {"utf-8", "latin-1", "ascii", "utf-8"};
        file->problem = cj_encode_error_text(cj_str_from_c(names[file->encoding]), s, i);
        return CJ_IO_ENCODE;
      }
      file->out_length += written;
    } else if (limit) {
      *to = (uint8_t)code;
      file->out_length++;
    } else {
      file->out_length += cj_utf8_put(to, code);
    }
  }
  return 0;
}

static int64_t write_text(CjFile *file, CjStr s) {
  if (CJ_UNLIKELY(file->capture != 0)) {
    cj_buffer_add(&file->capture->text, s);
    return 0;
  }
  int64_t length = cj_str_length(s), done = 0;
  if (CJ_LIKELY(cj_str_kind(s) == 0 && file->newline < 3)) {
    done = cj_ascii_run(s.data, s.data + length);
    int64_t status = write_raw(file, s.data, done);
    if (status) return status;
  }
  int64_t status = done < length ? write_characters(file, s, done) : 0;
  if (CJ_UNLIKELY(file->by_line) && !status &&
      (file->descriptor == 2 || (cj_str_kind(s) == 0 && memchr(s.data, '\n', (size_t)length)) ||
       cj_str_kind(s) != 0))
    return cj_file_flush(file);
  return status;
}

int64_t cj_file_write(CjFile *file, CjStr s) {
  int locked = lock_writes();
  int64_t status = cj_file_begin_write(file);
  if (!status && file->binary) status = CJ_IO_NOT_TEXT;
  if (!status) status = write_text(file, s);
  unlock_writes(locked);
  return status ? status : cj_str_length(s);
}

int64_t cj_file_write_bytes(CjFile *file, CjBytes s) {
  int locked = lock_writes();
  int64_t status = cj_file_begin_write(file);
  if (!status) status = write_raw(file, s.data, s.length);
  unlock_writes(locked);
  return status ? status : s.length;
}

/// A standard stream that cannot be written has nobody to tell about it.
void cj_print_str(int64_t stream, CjStr s) { cj_file_write(cj_file_standard(stream == 2 ? 2 : 1), s); }

static void print_ascii(int64_t stream, const char *text, int length) {
  cj_print_str(stream, cj_str_make(text, length, 0));
}

void cj_print_int(int64_t stream, int64_t value) {
  char text[24];
  print_ascii(stream, text, cj_write_int(text, value));
}

void cj_print_float(int64_t stream, double value) {
  char text[32];
  print_ascii(stream, text, cj_write_float(text, value));
}

void cj_print_code(int64_t stream, int64_t code) {
  char byte = (char)code;
  if (code < 0x80) print_ascii(stream, &byte, 1);
  else cj_print_str(stream, cj_str_from_code(code));
}

void cj_print_flush(int64_t stream) { cj_file_flush(cj_file_standard(stream == 2 ? 2 : 1)); }

void cj_capture_start(int64_t stream) {
  CjFile *file = cj_file_standard(stream == 2 ? 2 : 1);
  CjCapture *capture = cj_alloc(sizeof *capture);
  capture->outer = file->capture;
  file->capture = capture;
}

CjStr cj_capture_end(int64_t stream) {
  CjFile *file = cj_file_standard(stream == 2 ? 2 : 1);
  CjCapture *capture = file->capture;
  if (!capture) return CJ_EMPTY;
  file->capture = capture->outer;
  return cj_buffer_text(&capture->text);
}
