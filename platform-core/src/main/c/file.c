/// Files: opening, closing, positions, raw buffers.
#include "file.h"
#include <sys/stat.h>

static uint8_t out_buffers[2][CJ_OUT_CAPACITY];

CjFile cj_standard_files[3] = {
    {.descriptor = 0, .can_read = 1, .name = {(const uint8_t *)"<stdin>", 7 << 2}, .mode = {(const uint8_t *)"r", 1 << 2}},
    {.descriptor = 1, .can_write = 1, .out = out_buffers[0], .name = {(const uint8_t *)"<stdout>", 8 << 2},
     .mode = {(const uint8_t *)"w", 1 << 2}},
    {.descriptor = 2, .can_write = 1, .out = out_buffers[1], .by_line = 1, .errors = CJ_BACKSLASH,
     .name = {(const uint8_t *)"<stderr>", 8 << 2}, .mode = {(const uint8_t *)"w", 1 << 2}},
};

static uintptr_t open_files;

CjFile *cj_file_standard(int64_t stream) { return &cj_standard_files[stream == 0 ? 0 : stream == 2 ? 2 : 1]; }

int64_t cj_write_fully(int descriptor, const void *data, int64_t length) {
  const uint8_t *at = data;
  while (length > 0) {
    ssize_t written = write(descriptor, at, (size_t)length);
    if (written < 0) {
      if (errno == EINTR) continue;
      return -errno;
    }
    at += written;
    length -= written;
  }
  return 0;
}

int64_t cj_file_flush(CjFile *file) {
  if (file->closed) return CJ_IO_CLOSED;
  if (!file->out_length) return 0;
  int64_t length = file->out_length;
  file->out_length = 0;
  return cj_write_fully(file->descriptor, file->out, length);
}

void cj_flush_all(void) {
  for (int i = 1; i < 3; i++) cj_file_flush(&cj_standard_files[i]);
  for (uintptr_t link = open_files; link; link = ((CjFile *)~link)->next)
    if (!((CjFile *)~link)->closed) cj_file_flush((CjFile *)~link);
}

static void unlink_file(CjFile *file) {
  for (uintptr_t *link = &open_files; *link; link = &((CjFile *)~*link)->next)
    if (*link == ~(uintptr_t)file) {
      *link = file->next;
      return;
    }
}

int64_t cj_file_close(CjFile *file) {
  if (file->closed) return 0;
  int64_t status = cj_file_flush(file);
  file->closed = 1;
  unlink_file(file);
  if (close(file->descriptor) < 0 && !status) status = -errno;
  if (file < cj_standard_files || file >= cj_standard_files + 3) {
    free(file->out);
    free(file->in);
  }
  file->out = file->in = 0;
  return status;
}

static void close_lost(void *file, void *data) {
  (void)data;
  cj_file_close(file);
}

/// Flags of open(2) for a Python mode; -1 when it is none.
static int open_flags(CjStr mode, CjFile *file) {
  int action = 0, update = 0, binary = 0, text = 0;
  for (int64_t i = 0; i < cj_str_length(mode); i++) {
    int64_t code = cj_str_code_at(mode, i);
    if (code == 'r' || code == 'w' || code == 'a' || code == 'x') {
      if (action) return -1;
      action = (int)code;
    } else if (code == '+' && !update) {
      update = 1;
    } else if (code == 'b' && !binary) {
      binary = 1;
    } else if (code == 't' && !text) {
      text = 1;
    } else {
      return -1;
    }
  }
  if (!action || (binary && text)) return -1;
  file->can_read = action == 'r' || update;
  file->can_write = action != 'r' || update;
  file->appends = action == 'a';
  file->binary = (uint8_t)binary;
  int flags = O_CLOEXEC | (update ? O_RDWR : action == 'r' ? O_RDONLY : O_WRONLY);
  if (action == 'w') flags |= O_CREAT | O_TRUNC;
  if (action == 'a') flags |= O_CREAT | O_APPEND;
  if (action == 'x') flags |= O_CREAT | O_EXCL;
  return flags;
}

static CjFile *enter(CjFile *file, int descriptor, CjStr name, CjStr mode) {
  file->descriptor = descriptor;
  file->name = name;
  file->mode = mode;
  file->next = open_files;
  open_files = ~(uintptr_t)file;
  cj_set_finalizer(file, close_lost, 0);
  return file;
}

CjFile *cj_file_open(CjStr path, CjStr mode, int64_t *error) {
  CjFile *file = cj_alloc(sizeof *file);
  int flags = open_flags(mode, file);
  *error = CJ_IO_MODE;
  if (flags < 0) return 0;
  int descriptor;
  do descriptor = open(cj_str_to_c(path), flags, 0666);
  while (descriptor < 0 && errno == EINTR);
  *error = descriptor < 0 ? errno : 0;
  if (descriptor < 0) return 0;
  struct stat status;
  if (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
    close(descriptor);
    *error = EISDIR;
    return 0;
  }
  return enter(file, descriptor, path, mode);
}

CjFile *cj_file_from_descriptor(int64_t descriptor, CjStr mode, int64_t *error) {
  CjFile *file = cj_alloc(sizeof *file);
  *error = CJ_IO_MODE;
  if (open_flags(mode, file) < 0) return 0;
  *error = fcntl((int)descriptor, F_GETFD) < 0 ? errno : 0;
  return *error ? 0 : enter(file, (int)descriptor, cj_int_str(descriptor), mode);
}

void cj_file_configure(CjFile *file, int64_t encoding, int64_t errors, int64_t newline) {
  file->encoding = (uint8_t)encoding;
  file->errors = (uint8_t)errors;
  file->newline = (uint8_t)newline;
}

void cj_file_forget_input(CjFile *file) {
  int64_t ahead = file->in_stop - file->in_start;
  file->in_start = file->in_stop = 0;
  if (ahead) lseek(file->descriptor, -ahead, SEEK_CUR);
}

int64_t cj_file_begin_read(CjFile *file) {
  if (CJ_UNLIKELY(file->closed)) return CJ_IO_CLOSED;
  if (CJ_UNLIKELY(!file->can_read)) return CJ_IO_NO_READ;
  return file->out_length ? cj_file_flush(file) : 0;
}

CJ_COLD static int64_t first_write(CjFile *file) {
  file->started = 1;
  if (!file->out) file->out = malloc(CJ_OUT_CAPACITY);
  if (!file->out) cj_out_of_memory(CJ_OUT_CAPACITY);
  int saved = errno;
  if (isatty(file->descriptor)) file->by_line = 1;
  errno = saved;
  if (file->encoding == CJ_ENCODING_UTF8_SIGNATURE && !file->binary && lseek(file->descriptor, 0, SEEK_CUR) <= 0) {
    memcpy(file->out, "\xef\xbb\xbf", 3);
    file->out_length = 3;
  }
  return 0;
}

int64_t cj_file_begin_write(CjFile *file) {
  if (CJ_UNLIKELY(file->closed)) return CJ_IO_CLOSED;
  if (CJ_UNLIKELY(!file->can_write)) return CJ_IO_NO_WRITE;
  if (CJ_UNLIKELY(!file->started)) first_write(file);
  if (CJ_UNLIKELY(file->in_stop != file->in_start)) cj_file_forget_input(file);
  return 0;
}

int64_t cj_file_room(CjFile *file, int64_t count) {
  return file->out_length + count <= CJ_OUT_CAPACITY ? 0 : cj_file_flush(file);
}

int64_t cj_file_fill(CjFile *file) {
  if (file->descriptor == 0) cj_file_flush(&cj_standard_files[1]);
  if (file->in_start == file->in_stop) file->in_start = file->in_stop = 0;
  if (file->in_stop == file->in_capacity && file->in_start > file->in_capacity / 2) {
    memmove(file->in, file->in + file->in_start, (size_t)(file->in_stop - file->in_start));
    file->in_stop -= file->in_start;
    file->in_start = 0;
  }
  if (file->in_stop == file->in_capacity) {
    int64_t capacity = file->in_capacity ? file->in_capacity * 2 : CJ_IN_CAPACITY;
    uint8_t *grown = realloc(file->in, (size_t)capacity);
    if (!grown) cj_out_of_memory(capacity);
    file->in = grown;
    file->in_capacity = capacity;
  }
  ssize_t count;
  do count = read(file->descriptor, file->in + file->in_stop, (size_t)(file->in_capacity - file->in_stop));
  while (count < 0 && errno == EINTR);
  if (count < 0) return -errno;
  file->in_stop += count;
  return count;
}

int64_t cj_file_seek(CjFile *file, int64_t offset, int64_t whence) {
  int64_t status = cj_file_flush(file);
  if (status) return status;
  cj_file_forget_input(file);
  off_t position = lseek(file->descriptor, offset, (int)whence);
  return position < 0 ? -errno : position;
}

int64_t cj_file_tell(CjFile *file) {
  if (file->closed) return CJ_IO_CLOSED;
  off_t position = lseek(file->descriptor, 0, file->appends && file->out_length ? SEEK_END : SEEK_CUR);
  return position < 0 ? -errno : position - (file->in_stop - file->in_start) + file->out_length;
}

int64_t cj_file_truncate(CjFile *file, int64_t size) {
  if (file->closed) return CJ_IO_CLOSED;
  if (!file->can_write) return CJ_IO_NO_WRITE;
  if (size < 0) size = cj_file_tell(file);
  if (size < 0) return size;
  int64_t status = cj_file_flush(file);
  if (status) return status;
  return ftruncate(file->descriptor, size) < 0 ? -errno : size;
}

int64_t cj_file_descriptor(CjFile *file) { return file->closed ? CJ_IO_CLOSED : file->descriptor; }
CjBool cj_file_is_terminal(CjFile *file) { return !file->closed && isatty(file->descriptor); }
CjBool cj_file_is_closed(const CjFile *file) { return file->closed; }
CjBool cj_file_is_binary(const CjFile *file) { return file->binary; }
CjBool cj_file_can_read(const CjFile *file) { return file->can_read; }
CjBool cj_file_can_write(const CjFile *file) { return file->can_write; }
CjStr cj_file_name(const CjFile *file) { return file->name; }
CjStr cj_file_mode(const CjFile *file) { return file->mode; }
CjStr cj_file_error_text(const CjFile *file) { return file->problem; }
CjStr cj_errno_text(int64_t error) { return cj_str_from_utf8_c(strerror((int)error)); }
