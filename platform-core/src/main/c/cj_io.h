/// Buffered files and the standard streams. Functions that reach the operating system give a negative errno on
/// failure, or one of the CJ_IO_ codes.
#ifndef CJ_IO_H
#define CJ_IO_H

typedef struct CjFile CjFile;

enum {
  CJ_IO_CLOSED = -1001,   /// ValueError: I/O operation on closed file.
  CJ_IO_DECODE = -1002,   /// UnicodeDecodeError, text by cj_file_error_text
  CJ_IO_ENCODE = -1003,   /// UnicodeEncodeError, text by cj_file_error_text
  CJ_IO_NO_READ = -1004,  /// io.UnsupportedOperation: not readable
  CJ_IO_NO_WRITE = -1005, /// io.UnsupportedOperation: not writable
  CJ_IO_MODE = -1006,     /// ValueError: invalid mode: '...'
  CJ_IO_NOT_TEXT = -1007, /// read or write of str on a binary file
  CJ_IO_NOT_BINARY = -1008
};

/// print() to descriptor 1 or 2 (any other value is 1). Output is buffered, and flushed at line ends on a terminal,
/// before standard input is read, and at exit.
void cj_print_str(int64_t stream, CjStr s) CJ_NOTHROW;
void cj_print_int(int64_t stream, int64_t value) CJ_NOTHROW;
void cj_print_float(int64_t stream, double value) CJ_NOTHROW;
void cj_print_code(int64_t stream, int64_t code) CJ_NOTHROW; /// one character
void cj_print_flush(int64_t stream) CJ_NOTHROW;
void cj_flush_all(void) CJ_NOTHROW; /// every open file and both streams

/// 0 stdin, 1 stdout, 2 stderr.
CjFile *cj_file_standard(int64_t stream) CJ_NOTHROW;
/// mode as in open(); *error is 0, an errno, or CJ_IO_MODE; the result is null on failure.
CjFile *cj_file_open(CjStr path, CjStr mode, int64_t *error) CJ_NOTHROW;
CjFile *cj_file_from_descriptor(int64_t descriptor, CjStr mode, int64_t *error) CJ_NOTHROW;
/// encoding: 0 UTF-8, 1 Latin-1, 2 ASCII, 3 UTF-8 with signature; errors: CJ_STRICT...; newline: 0 None (universal),
/// 1 '' (untranslated), 2 '\n', 3 '\r', 4 '\r\n'.
void cj_file_configure(CjFile *file, int64_t encoding, int64_t errors, int64_t newline) CJ_NOTHROW;
/// 1 and the line with its end in *out, 0 at the end of the file, negative on failure. limit < 0: none.
int64_t cj_file_read_line(CjFile *file, int64_t limit, CjStr *out) CJ_NOTHROW;
int64_t cj_file_read_line_bytes(CjFile *file, int64_t limit, CjBytes *out) CJ_NOTHROW;
/// At most `limit` characters or bytes (all when negative); the length of *out or a negative code.
int64_t cj_file_read(CjFile *file, int64_t limit, CjStr *out) CJ_NOTHROW;
int64_t cj_file_read_bytes(CjFile *file, int64_t limit, CjBytes *out) CJ_NOTHROW;
/// Characters or bytes written, or a negative code.
int64_t cj_file_write(CjFile *file, CjStr s) CJ_NOTHROW;
int64_t cj_file_write_bytes(CjFile *file, CjBytes s) CJ_NOTHROW;
int64_t cj_file_flush(CjFile *file) CJ_NOTHROW;
int64_t cj_file_close(CjFile *file) CJ_NOTHROW;
int64_t cj_file_seek(CjFile *file, int64_t offset, int64_t whence) CJ_NOTHROW; /// new position
int64_t cj_file_tell(CjFile *file) CJ_NOTHROW;
int64_t cj_file_truncate(CjFile *file, int64_t size) CJ_NOTHROW; /// size < 0: here
int64_t cj_file_descriptor(CjFile *file) CJ_NOTHROW;
CjBool cj_file_is_terminal(CjFile *file) CJ_NOTHROW;
CjBool cj_file_is_closed(const CjFile *file) CJ_NOTHROW;
CjBool cj_file_is_binary(const CjFile *file) CJ_NOTHROW;
CjBool cj_file_can_read(const CjFile *file) CJ_NOTHROW;
CjBool cj_file_can_write(const CjFile *file) CJ_NOTHROW;
CjStr cj_file_name(const CjFile *file) CJ_NOTHROW;
CjStr cj_file_mode(const CjFile *file) CJ_NOTHROW;
/// Message for the last CJ_IO_DECODE or CJ_IO_ENCODE of this file.
CjStr cj_file_error_text(const CjFile *file) CJ_NOTHROW;

/// From now on everything written to a stream (1 or 2) is kept in memory; captures nest.
void cj_capture_start(int64_t stream) CJ_NOTHROW;
/// Ends the innermost capture of a stream and gives its text.
CjStr cj_capture_end(int64_t stream) CJ_NOTHROW;

/// strerror: "No such file or directory".
CjStr cj_errno_text(int64_t error) CJ_NOTHROW;

#endif
