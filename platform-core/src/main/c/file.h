/// The inside of CjFile, for the files that implement it.
#ifndef CJ_FILE_H
#define CJ_FILE_H

#include "text_codec.h"

/// Text written to a stream while it is captured.
typedef struct CjCapture {
  CjBuffer text;
  struct CjCapture *outer;
} CjCapture;

struct CjFile {
  int descriptor;
  uint8_t can_read, can_write, appends, binary, closed, by_line, started;
  uint8_t encoding, errors, newline;
  uint8_t *out; /// bytes to be written: [0, out_length)
  int64_t out_length;
  uint8_t *in; /// bytes read ahead: [in_start, in_stop)
  int64_t in_start, in_stop, in_capacity;
  uintptr_t next; /// in the list of open files, complemented: the list keeps no file alive
  CjCapture *capture;
  CjStr name, mode, problem;
};

enum { CJ_ENCODING_UTF8, CJ_ENCODING_LATIN_1, CJ_ENCODING_ASCII, CJ_ENCODING_UTF8_SIGNATURE };
#define CJ_OUT_CAPACITY (64 << 10)
#define CJ_IN_CAPACITY (64 << 10)

extern CjFile cj_standard_files[3];
/// Drops what was read ahead, so that the descriptor's position is the file's.
void cj_file_forget_input(CjFile *file);
/// Ready for reading or writing; 0 or a CJ_IO_ code.
int64_t cj_file_begin_read(CjFile *file);
int64_t cj_file_begin_write(CjFile *file);
/// Reads more behind in_stop; 0 at the end of the file, negative errno, else the number of bytes.
int64_t cj_file_fill(CjFile *file);
/// Room for at least `count` bytes in `out`, at most CJ_OUT_CAPACITY; negative errno on failure.
int64_t cj_file_room(CjFile *file, int64_t count);

#endif
