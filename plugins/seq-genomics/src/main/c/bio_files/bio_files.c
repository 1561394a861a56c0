/* Files of sequences: plain or compressed by gzip, of one member or several. zlib tells which they are. */
#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <zlib.h>

enum { BUFFER = 1 << 17 };

/* 0 and errno in *problem when the file cannot be opened. */
void *bio_open(const char *path, const char *mode, int64_t *problem) {
  errno = 0;
  gzFile file = gzopen(path, mode);
  *problem = errno;
  if (file) gzbuffer(file, BUFFER);
  return file;
}

/* The number of bytes, 0 at the end, -1 when the file is damaged or ends inside of compressed data, -1 - errno when it
   cannot be read. */
int64_t bio_read(void *file, char *to, int64_t size) {
  unsigned wanted = size > BUFFER ? BUFFER : (unsigned)size;
  int count = gzread(file, to, wanted);
  if (count > 0) return count;
  int problem = errno;
  int code;
  gzerror(file, &code);
  if (code == Z_ERRNO) return -1 - (int64_t)problem;
  return code == Z_OK || code == Z_STREAM_END ? count : -1;
}

/* What is wrong with a file that could not be read. */
const char *bio_problem(void *file) {
  int code;
  const char *text = gzerror(file, &code);
  const char *colon = text ? strrchr(text, ':') : 0;
  if (code == Z_BUF_ERROR) return "the compressed data ends too early";
  return colon ? colon + 2 : text ? text : "read error";
}

/* 0 when all was written. */
int64_t bio_write(void *file, const char *from, int64_t size) {
  while (size > 0) {
    unsigned part = size > BUFFER ? BUFFER : (unsigned)size;
    if (gzwrite(file, from, part) != (int)part) return -1;
    from += part;
    size -= part;
  }
  return 0;
}

int64_t bio_close(void *file) {
  return gzclose(file);
}
