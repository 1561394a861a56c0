/// Files, captured output, builders and templates of the runtime: what has no counterpart in expected.txt.
///
///   file_test EMPTY_DIRECTORY
#include "runtime.c"

static int failures;

static void check_at(int line, int good, const char *what) {
  if (good) return;
  failures++;
  printf("file_test.c:%d: %s\n", line, what);
}
#define CHECK(condition) check_at(__LINE__, (condition), #condition)

static CjStr utf8(const char *text) { return cj_str_from_utf8_c(text); }
static int is(CjStr s, const char *text) { return cj_str_equal(s, utf8(text)); }

static CjStr scratch;

static CjFile *reopen(const char *mode) {
  int64_t error;
  CjFile *file = cj_file_open(scratch, utf8(mode), &error);
  CHECK(file != 0 && error == 0);
  return file;
}

static void write_all(const char *bytes, int64_t length) {
  CjFile *file = reopen("wb");
  CHECK(cj_file_write_bytes(file, (CjBytes){(const uint8_t *)bytes, length}) == length);
  CHECK(cj_file_close(file) == 0);
}

static void lines_with_newline(int64_t newline, const char *const *expected) {
  CjFile *file = reopen("r");
  cj_file_configure(file, 0, CJ_STRICT, newline);
  CjStr line;
  int count = 0;
  while (cj_file_read_line(file, -1, &line) > 0) {
    CHECK(expected[count] != 0);
    if (!expected[count]) break;
    CHECK(is(line, expected[count]));
    count++;
  }
  CHECK(expected[count] == 0);
  cj_file_close(file);
}

static void test_newlines(void) {
  static const char text[] = "a\nb\r\nc\rd\r";
  write_all(text, sizeof text - 1);
  lines_with_newline(0, (const char *const[]){"a\n", "b\n", "c\n", "d\n", 0});
  lines_with_newline(1, (const char *const[]){"a\n", "b\r\n", "c\r", "d\r", 0});
  lines_with_newline(2, (const char *const[]){"a\n", "b\r\n", "c\rd\r", 0});
  lines_with_newline(3, (const char *const[]){"a\nb\r", "\nc\r", "d\r", 0});
  lines_with_newline(4, (const char *const[]){"a\nb\r\n", "c\rd\r", 0});
  CjFile *file = reopen("r");
  CjStr all;
  CHECK(cj_file_read(file, -1, &all) == 8 && is(all, "a\nb\nc\nd\n"));
  CHECK(cj_file_read(file, -1, &all) == 0);
  cj_file_close(file);
  file = reopen("r");
  CHECK(cj_file_read(file, 3, &all) == 3 && is(all, "a\nb"));
  CHECK(cj_file_read(file, 2, &all) == 2 && is(all, "\nc"));
  CHECK(cj_file_read(file, 99, &all) == 3 && is(all, "\nd\n"));
  cj_file_close(file);
}

static void test_long_lines(void) {
  int64_t length = 300000;
  char *text = malloc((size_t)length);
  for (int64_t i = 0; i < length; i++) text[i] = i % 100001 == 100000 ? '\n' : (char)('a' + i % 26);
  write_all(text, length);
  for (int pass = 0; pass < 2; pass++) {
    CjFile *file = reopen(pass ? "rb" : "r");
    int64_t seen = 0, status;
    do {
      CjStr line = CJ_EMPTY;
      CjBytes raw = {0, 0};
      status = pass ? cj_file_read_line_bytes(file, -1, &raw) : cj_file_read_line(file, -1, &line);
      seen += pass ? raw.length : cj_str_length(line);
    } while (status > 0);
    CHECK(status == 0 && seen == length);
    cj_file_close(file);
  }
  free(text);
}

static void test_characters(void) {
  CjFile *file = reopen("w+");
  CHECK(cj_file_write(file, utf8("h\xc3\xa9llo \xe6\x97\xa5 \xf0\x9f\x98\x80\nx")) == 11);
  CHECK(cj_file_tell(file) == 17);
  CHECK(cj_file_seek(file, 0, 0) == 0);
  CjStr s;
  CHECK(cj_file_read(file, 2, &s) == 2 && is(s, "h\xc3\xa9"));
  CHECK(cj_file_tell(file) == 3);
  CHECK(cj_file_read_line(file, 4, &s) == 1 && is(s, "llo "));
  CHECK(cj_file_read_line(file, -1, &s) == 1 && is(s, "\xe6\x97\xa5 \xf0\x9f\x98\x80\n"));
  CHECK(cj_file_write(file, utf8("yz")) == 2);
  CHECK(cj_file_seek(file, 16, 0) == 16);
  CHECK(cj_file_read(file, -1, &s) == 2 && is(s, "yz"));
  CHECK(cj_file_truncate(file, 3) == 3);
  CHECK(cj_file_seek(file, 0, 2) == 3);
  CHECK(cj_file_close(file) == 0 && cj_file_is_closed(file));
  CHECK(cj_file_write(file, s) == CJ_IO_CLOSED && cj_file_read(file, 1, &s) == CJ_IO_CLOSED);
  file = reopen("a");
  CHECK(cj_file_write(file, utf8("!")) == 1 && cj_file_tell(file) == 4);
  CHECK(cj_file_read(file, 1, &s) == CJ_IO_NO_READ);
  cj_file_close(file);
}

static void test_codecs(void) {
  write_all("a\xff\nb\n", 5);
  CjFile *file = reopen("r");
  CjStr s;
  CHECK(cj_file_read_line(file, -1, &s) == CJ_IO_DECODE);
  CHECK(is(cj_file_error_text(file), "'utf-8' codec can't decode byte 0xff in position 1: invalid start byte"));
  cj_file_seek(file, 0, 0);
  cj_file_configure(file, 1, CJ_STRICT, 0);
  CHECK(cj_file_read_line(file, -1, &s) == 1 && is(s, "a\xc3\xbf\n"));
  cj_file_close(file);
  file = reopen("w");
  cj_file_configure(file, 2, CJ_STRICT, 0);
  CHECK(cj_file_write(file, utf8("\xc3\xa9")) == CJ_IO_ENCODE);
  CHECK(is(cj_file_error_text(file), "'ascii' codec can't encode character '\\xe9' in position 0: ordinal not in range(128)"));
  cj_file_configure(file, 3, CJ_STRICT, 4);
  cj_file_close(file);
  file = reopen("w");
  cj_file_configure(file, 3, CJ_STRICT, 4);
  CHECK(cj_file_write(file, utf8("a\nb")) == 3);
  cj_file_close(file);
  file = reopen("rb");
  CjBytes raw;
  CHECK(cj_file_read_bytes(file, -1, &raw) == 7 && memcmp(raw.data, "\xef\xbb\xbf" "a\r\nb", 7) == 0);
  cj_file_close(file);
  file = reopen("r");
  cj_file_configure(file, 3, CJ_STRICT, 0);
  CHECK(cj_file_read(file, -1, &s) == 3 && is(s, "a\nb"));
  cj_file_close(file);
}

static void test_failures(void) {
  int64_t error;
  CHECK(!cj_file_open(utf8("/nonexistent/x"), utf8("r"), &error) && error == ENOENT);
  CHECK(is(cj_errno_text(error), "No such file or directory"));
  CHECK(!cj_file_open(utf8("/"), utf8("r"), &error) && error == EISDIR);
  static const char *const modes[] = {"", "rw", "rr", "rbt", "+", "r++", "U", "q"};
  for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
    CHECK(!cj_file_open(scratch, utf8(modes[i]), &error) && error == CJ_IO_MODE);
  CHECK(!cj_file_open(scratch, utf8("x"), &error) && error == EEXIST);
}

static void test_capture(void) {
  cj_capture_start(1);
  cj_print_str(1, utf8("a\xc3\xa9"));
  cj_print_int(1, -7);
  cj_capture_start(1);
  cj_print_float(1, 0.5);
  CHECK(is(cj_capture_end(1), "0.5"));
  cj_print_code(1, 0x65e5);
  CHECK(is(cj_capture_end(1), "a\xc3\xa9-7\xe6\x97\xa5"));
}

static void test_builder(void) {
  CjBuilder *builder = cj_builder_new(0);
  for (int i = 0; i < 100; i++) cj_builder_append_int(builder, i);
  CjStr before = cj_builder_text(builder);
  cj_builder_append_code(builder, 0x1f600);
  cj_builder_append_float(builder, 1e16);
  CHECK(cj_str_length(before) == 190 && cj_builder_length(builder) == 196);
  CHECK(cj_str_ends_with(cj_builder_finish(builder), utf8("99\xf0\x9f\x98\x80" "1e+16"), 0, 196));
  CHECK(cj_builder_length(builder) == 0);
}

static void test_templates(void) {
  CjBrace piece;
  CjStr format = utf8("a{{b}}{0.x[1]!r:>{w}}c{");
  CHECK(cj_brace_next(format, 0, &piece) && is(piece.literal, "a{b}") && is(piece.name, "0.x[1]"));
  CHECK(piece.conversion == 'r' && is(piece.spec, ">{w}") && piece.has_field && !piece.error);
  CHECK(cj_brace_next(format, piece.next, &piece) && piece.error && !piece.has_field);
  CHECK(is(cj_brace_error_text(piece.error), "Single '{' encountered in format string"));
  static const char *const wrong[][2] = {{"}", "Single '}' encountered in format string"},
                                         {"{0", "expected '}' before end of string"},
                                         {"{0!}", "unmatched '{' in format spec"},
                                         {"{0!rr}", "expected ':' after conversion specifier"},
                                         {"{a{b}", "unexpected '{' in field name"},
                                         {"{0:{", "unmatched '{' in format spec"},
                                         {"{0!", "end of string while looking for conversion specifier"}};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    CHECK(cj_brace_next(utf8(wrong[i][0]), 0, &piece) && is(cj_brace_error_text(piece.error), wrong[i][1]));
  CjPercent part;
  format = utf8("x%(k)-*.3f%%");
  CHECK(cj_percent_next(format, 0, &part) && part.literal_stop == 1 && part.key_start == 3 && part.key_stop == 4);
  CHECK(part.flags == CJ_FLAG_LEFT && part.width == -2 && part.precision == 3 && part.conversion == 'f');
  CHECK(cj_percent_next(format, part.next, &part) && part.conversion == '%' && !cj_percent_next(format, part.next, &part));
  CHECK(cj_percent_next(utf8("%y"), 0, &part) && part.error == 3 && part.next == 1);
  CHECK(cj_percent_next(utf8("%5"), 0, &part) && part.error == 1);
}

int main(int count, char **values) {
  if (count < 2) return 2;
  scratch = cj_str_concat(utf8(values[1]), utf8("/scratch.txt"));
  test_newlines();
  test_long_lines();
  test_characters();
  test_codecs();
  test_failures();
  test_capture();
  test_builder();
  test_templates();
  CHECK(cj_path_remove(scratch) == 0);
  printf("files: %d failures\n", failures);
  return failures != 0;
}
