/// Compares the runtime with results of CPython (expected.txt, see generate.py).
///
///   runtime_test expected.txt
///
/// Built by run.sh with malloc in place of the collector and with the address and undefined behaviour sanitizers.
#include "runtime.c"
#include "test_values.h"

typedef void (*Operation)(Arguments *a);

#define TEXT_TO_TEXT(name, function) \
  static void op_##name(Arguments *a) { put_text(a, function(text_at(a, 0))); }
#define TEXT_TO_TRUTH(name, function) \
  static void op_##name(Arguments *a) { put_int(a, function(text_at(a, 0))); }
TEXT_TO_TEXT(upper, cj_str_upper)
TEXT_TO_TEXT(lower, cj_str_lower)
TEXT_TO_TEXT(title, cj_str_title)
TEXT_TO_TEXT(capitalize, cj_str_capitalize)
TEXT_TO_TEXT(swapcase, cj_str_swapcase)
TEXT_TO_TEXT(casefold, cj_str_casefold)
TEXT_TO_TEXT(repr, cj_str_repr)
TEXT_TO_TEXT(ascii, cj_str_ascii)
TEXT_TO_TRUTH(isalpha, cj_str_is_alpha)
TEXT_TO_TRUTH(isalnum, cj_str_is_alnum)
TEXT_TO_TRUTH(isdecimal, cj_str_is_decimal)
TEXT_TO_TRUTH(isdigit, cj_str_is_digit)
TEXT_TO_TRUTH(isnumeric, cj_str_is_numeric)
TEXT_TO_TRUTH(isspace, cj_str_is_space)
TEXT_TO_TRUTH(isupper, cj_str_is_upper)
TEXT_TO_TRUTH(islower, cj_str_is_lower)
TEXT_TO_TRUTH(istitle, cj_str_is_title)
TEXT_TO_TRUTH(isidentifier, cj_str_is_identifier)
TEXT_TO_TRUTH(isprintable, cj_str_is_printable)
TEXT_TO_TRUTH(isascii, cj_str_is_ascii)

static void op_strip(Arguments *a) { put_text(a, cj_str_strip(text_at(a, 0), int_at(a, 1))); }
static void op_strip_chars(Arguments *a) { put_text(a, cj_str_strip_chars(text_at(a, 0), text_at(a, 1), int_at(a, 2))); }
static void op_expandtabs(Arguments *a) { put_text(a, cj_str_expandtabs(text_at(a, 0), int_at(a, 1))); }
static void op_zfill(Arguments *a) { put_text(a, cj_str_zfill(text_at(a, 0), int_at(a, 1))); }
static void op_center(Arguments *a) { put_text(a, cj_str_center(text_at(a, 0), int_at(a, 1), text_at(a, 2))); }
static void op_ljust(Arguments *a) { put_text(a, cj_str_ljust(text_at(a, 0), int_at(a, 1), text_at(a, 2))); }
static void op_rjust(Arguments *a) { put_text(a, cj_str_rjust(text_at(a, 0), int_at(a, 1), text_at(a, 2))); }
static void op_repeat(Arguments *a) { put_text(a, cj_str_repeat(text_at(a, 0), int_at(a, 1))); }
static void op_concat(Arguments *a) { put_text(a, cj_str_concat(text_at(a, 0), text_at(a, 1))); }
static void op_find(Arguments *a) { put_int(a, cj_str_find(text_at(a, 0), text_at(a, 1), int_at(a, 2), int_at(a, 3))); }
static void op_rfind(Arguments *a) { put_int(a, cj_str_rfind(text_at(a, 0), text_at(a, 1), int_at(a, 2), int_at(a, 3))); }
static void op_replace(Arguments *a) {
  put_text(a, cj_str_replace(text_at(a, 0), text_at(a, 1), text_at(a, 2), int_at(a, 3)));
}
static void op_slice(Arguments *a) {
  put_text(a, cj_str_slice(text_at(a, 0), int_at(a, 1), int_at(a, 2), int_at(a, 3)));
}
static void op_count(Arguments *a) {
  CjStr s = text_at(a, 0);
  put_int(a, cj_str_count(s, text_at(a, 1), 0, cj_str_length(s)));
}
static void op_startswith(Arguments *a) {
  CjStr s = text_at(a, 0);
  put_int(a, cj_str_starts_with(s, text_at(a, 1), 0, cj_str_length(s)));
}
static void op_endswith(Arguments *a) {
  CjStr s = text_at(a, 0);
  put_int(a, cj_str_ends_with(s, text_at(a, 1), 0, cj_str_length(s)));
}
static void op_compare(Arguments *a) {
  int64_t order = cj_str_compare(text_at(a, 0), text_at(a, 1));
  put_int(a, order < 0 ? -1 : order > 0);
}
static void op_join(Arguments *a) {
  CjStr items[16];
  put_text(a, cj_str_join(text_at(a, 0), items, texts_at(a, 1, items)));
}
static void op_split(Arguments *a) {
  CjStr s = text_at(a, 0), separator = text_at(a, 1), piece;
  int64_t position = 0;
  while (cj_str_split_next(s, separator, &position, &piece)) put_item_text(a, piece);
}
static void op_rsplit(Arguments *a) {
  CjStr s = text_at(a, 0), separator = text_at(a, 1), piece;
  int64_t position = cj_str_length(s);
  while (cj_str_rsplit_next(s, separator, &position, &piece)) put_item_text(a, piece);
}
static void op_split_space(Arguments *a) {
  CjStr s = text_at(a, 0), piece;
  int64_t position = 0;
  while (cj_str_split_space_next(s, &position, &piece)) put_item_text(a, piece);
}
static void op_rsplit_space(Arguments *a) {
  CjStr s = text_at(a, 0), piece;
  int64_t position = cj_str_length(s);
  while (cj_str_rsplit_space_next(s, &position, &piece)) put_item_text(a, piece);
}
static void op_splitlines(Arguments *a) {
  CjStr s = text_at(a, 0), piece;
  int64_t position = 0;
  while (cj_str_line_next(s, int_at(a, 1), &position, &piece)) put_item_text(a, piece);
}
static void op_properties(Arguments *a) {
  int64_t code = int_at(a, 0);
  CjStr c = cj_str_from_code(code);
  const int64_t flags[] = {cj_str_is_alpha(c),    cj_str_is_decimal(c),       cj_str_is_digit(c),
                           cj_str_is_numeric(c),  cj_code_is_space(code),     cj_str_is_lower(c),
                           cj_str_is_upper(c),    cj_str_is_identifier(c),    cj_code_is_printable(code),
                           cj_code_is_identifier(code, 0)};
  for (int i = 0; i < 10; i++) put_item_int(a, flags[i]);
}
static void op_mappings(Arguments *a) {
  CjStr c = cj_str_from_code(int_at(a, 0));
  put_item_text(a, cj_str_upper(c));
  put_item_text(a, cj_str_lower(c));
  put_item_text(a, cj_str_title(c));
  put_item_text(a, cj_str_casefold(c));
}

static void put_encoded(Arguments *a, CjBytes bytes, int64_t error) {
  if (error >= 0) put_error(a, error);
  else put_bytes(a, bytes);
}
#define ENCODING(name, call) \
  static void op_encode_##name(Arguments *a) { \
    int64_t error; \
    CjStr s = text_at(a, 0); \
    CjBytes bytes = call; \
    put_encoded(a, bytes, error); \
  }
ENCODING(utf_8, cj_str_encode_utf8(s, int_at(a, 1), &error))
ENCODING(latin_1, cj_str_encode_latin(s, 256, int_at(a, 1), &error))
ENCODING(ascii, cj_str_encode_latin(s, 128, int_at(a, 1), &error))
ENCODING(utf_16, cj_str_encode_wide(s, 2, 0, int_at(a, 1), &error))
ENCODING(utf_32, cj_str_encode_wide(s, 4, 1, int_at(a, 1), &error))
#define DECODING(name, call) \
  static void op_decode_##name(Arguments *a) { \
    int64_t error; \
    CjBytes bytes = bytes_at(a, 0); \
    CjStr s = call; \
    if (error >= 0) put_error(a, error); \
    else put_text(a, s); \
  }
DECODING(utf_8, cj_str_decode_utf8(bytes, int_at(a, 1), &error))
DECODING(utf_16, cj_str_decode_wide(bytes, 2, 0, int_at(a, 1), &error))
DECODING(utf_32, cj_str_decode_wide(bytes, 4, 1, int_at(a, 1), &error))
static void op_decode_error(Arguments *a) { put_text(a, cj_utf8_decode_error_text(bytes_at(a, 0), int_at(a, 1))); }
static void op_bytes_repr(Arguments *a) { put_text(a, cj_bytes_repr(bytes_at(a, 0))); }
static void op_bytes_hex(Arguments *a) { put_text(a, cj_bytes_hex(bytes_at(a, 0))); }
static void op_bytes_title(Arguments *a) { put_bytes(a, cj_bytes_title(bytes_at(a, 0))); }
static void op_bytes_split(Arguments *a) {
  CjBytes s = bytes_at(a, 0), piece;
  int64_t position = 0;
  while (cj_bytes_split_space_next(s, &position, &piece))
    put_item_text(a, cj_str_make(piece.data, piece.length, 0));
}
static void op_from_hex(Arguments *a) {
  int64_t error;
  CjBytes bytes = cj_bytes_from_hex(text_at(a, 0), &error);
  put_encoded(a, bytes, error);
}

static void op_float_repr(Arguments *a) { put_text(a, cj_float_repr(float_at(a, 0))); }
static void op_float_hex(Arguments *a) { put_text(a, cj_float_hex(float_at(a, 0))); }
static void op_float_hash(Arguments *a) { put_int(a, cj_float_hash(float_at(a, 0))); }
static void op_float_parse(Arguments *a) {
  CjFloatResult result = cj_float_parse(text_at(a, 0));
  if (result.error) put_error(a, result.error);
  else put_float(a, result.value);
}
static void op_int_parse(Arguments *a) {
  CjIntResult result = cj_int_parse(text_at(a, 0), int_at(a, 1));
  if (result.error) put_error(a, result.error);
  else put_int(a, result.value);
}
static void op_int_str(Arguments *a) { put_text(a, cj_int_str(int_at(a, 0))); }
static void op_int_hash(Arguments *a) { put_int(a, cj_int_hash(int_at(a, 0))); }
static void op_hex(Arguments *a) { put_text(a, cj_int_base_str(int_at(a, 0), 16)); }
static void op_bin(Arguments *a) { put_text(a, cj_int_base_str(int_at(a, 0), 2)); }
static void op_oct(Arguments *a) { put_text(a, cj_int_base_str(int_at(a, 0), 8)); }
static void op_bit_length(Arguments *a) { put_int(a, cj_int_bit_length(int_at(a, 0))); }
static void op_int_round(Arguments *a) { put_int(a, cj_int_round(int_at(a, 0), int_at(a, 1))); }
static void op_floordiv(Arguments *a) { put_int(a, cj_int_floor_div(int_at(a, 0), int_at(a, 1))); }
static void op_mod(Arguments *a) { put_int(a, cj_int_floor_mod(int_at(a, 0), int_at(a, 1))); }
static void op_truediv(Arguments *a) { put_float(a, cj_int_true_div(int_at(a, 0), int_at(a, 1))); }
static void op_pow_mod(Arguments *a) { put_int(a, cj_int_pow_mod(int_at(a, 0), int_at(a, 1), int_at(a, 2))); }
static void op_float_divmod(Arguments *a) {
  CjFloats pair = cj_float_divmod(float_at(a, 0), float_at(a, 1));
  put_item_float(a, pair.first);
  put_item_float(a, pair.second);
}
static void op_int_float_compare(Arguments *a) { put_int(a, cj_int_float_compare(int_at(a, 0), float_at(a, 1))); }
static void op_float_round(Arguments *a) { put_float(a, cj_float_round(float_at(a, 0), int_at(a, 1))); }
static void op_tuple_hash(Arguments *a) {
  int64_t items[16], count = ints_at(a, 0, items), hash = cj_tuple_hash_start();
  for (int64_t i = 0; i < count; i++) hash = cj_tuple_hash_step(hash, cj_int_hash(items[i]));
  put_int(a, cj_tuple_hash_end(hash, count));
}
static void op_fsum(Arguments *a) {
  double items[128];
  put_float(a, cj_float_sum(items, floats_at(a, 0, items)));
}
static void op_complex_repr(Arguments *a) { put_text(a, cj_complex_repr(float_at(a, 0), float_at(a, 1))); }

static void put_formatted(Arguments *a, CjStr result, int64_t error, CjStr spec, const char *type) {
  if (!error) put_text(a, result);
  else put_message(a, cj_format_error_text(error, spec, cj_str_from_c(type)));
}
static void op_format_int(Arguments *a) {
  int64_t error;
  CjStr spec = text_at(a, 1), result = cj_format_int(int_at(a, 0), spec, &error);
  put_formatted(a, result, error, spec, "int");
}
static void op_format_float(Arguments *a) {
  int64_t error;
  CjStr spec = text_at(a, 1), result = cj_format_float(float_at(a, 0), spec, &error);
  put_formatted(a, result, error, spec, "float");
}
static void op_format_str(Arguments *a) {
  int64_t error;
  CjStr spec = text_at(a, 1), result = cj_format_str(text_at(a, 0), spec, &error);
  put_formatted(a, result, error, spec, "str");
}
static void op_format_complex(Arguments *a) {
  int64_t error;
  CjStr spec = text_at(a, 2), result = cj_format_complex(float_at(a, 0), float_at(a, 1), spec, &error);
  put_formatted(a, result, error, spec, "complex");
}

/// The one conversion of a %-format, with what stands around it.
#define PERCENT(name, call) \
  static void op_percent_##name(Arguments *a) { \
    CjStr format = text_at(a, 0); \
    CjPercent p, tail; \
    cj_percent_next(format, 0, &p); \
    CjStr out = call; \
    if (cj_percent_next(format, p.next, &tail)) \
      out = cj_str_concat(out, cj_str_part(format, tail.literal_start, tail.literal_stop)); \
    put_text(a, out); \
  }
PERCENT(int, cj_percent_int(int_at(a, 1), p.conversion, p.flags, p.width, p.precision))
PERCENT(float, cj_percent_float(float_at(a, 1), p.conversion, p.flags, p.width, p.precision))
PERCENT(str, cj_percent_str(text_at(a, 1), p.flags, p.width, p.precision))

#define ENTRY(name) {#name, op_##name}
static const struct {
  const char *name;
  Operation run;
} operations[] = {
    ENTRY(upper), ENTRY(lower), ENTRY(title), ENTRY(capitalize), ENTRY(swapcase), ENTRY(casefold), ENTRY(repr), ENTRY(ascii),
    ENTRY(isalpha), ENTRY(isalnum), ENTRY(isdecimal), ENTRY(isdigit), ENTRY(isnumeric), ENTRY(isspace), ENTRY(isupper),
    ENTRY(islower), ENTRY(istitle), ENTRY(isidentifier), ENTRY(isprintable), ENTRY(isascii), ENTRY(strip), ENTRY(strip_chars),
    ENTRY(expandtabs), ENTRY(zfill), ENTRY(center), ENTRY(ljust), ENTRY(rjust), ENTRY(repeat), ENTRY(concat), ENTRY(find),
    ENTRY(rfind), ENTRY(replace), ENTRY(slice), ENTRY(count), ENTRY(startswith), ENTRY(endswith), ENTRY(compare), ENTRY(join),
    ENTRY(split), ENTRY(rsplit), ENTRY(split_space), ENTRY(rsplit_space), ENTRY(splitlines), ENTRY(properties), ENTRY(mappings),
    {"lstrip", op_strip}, {"rstrip", op_strip},
    {"encode_utf-8", op_encode_utf_8}, {"encode_latin-1", op_encode_latin_1}, {"encode_ascii", op_encode_ascii},
    {"encode_utf-16-le", op_encode_utf_16}, {"encode_utf-32-be", op_encode_utf_32}, {"decode_utf-8", op_decode_utf_8},
    {"decode_utf-16-le", op_decode_utf_16}, {"decode_utf-32-be", op_decode_utf_32}, ENTRY(decode_error), ENTRY(bytes_repr),
    ENTRY(bytes_hex), ENTRY(bytes_title), ENTRY(bytes_split), ENTRY(from_hex), ENTRY(float_repr), ENTRY(float_hex),
    ENTRY(float_hash), ENTRY(float_parse), ENTRY(int_parse), ENTRY(int_str), ENTRY(int_hash), ENTRY(hex), ENTRY(bin), ENTRY(oct),
    ENTRY(bit_length), ENTRY(int_round), ENTRY(floordiv), ENTRY(mod), ENTRY(truediv), ENTRY(pow_mod), ENTRY(float_divmod),
    ENTRY(int_float_compare), ENTRY(float_round), ENTRY(tuple_hash), ENTRY(fsum), ENTRY(complex_repr), ENTRY(format_int),
    ENTRY(format_float), ENTRY(format_str), ENTRY(format_complex), ENTRY(percent_int), ENTRY(percent_float), ENTRY(percent_str),
};

static Operation find_operation(const char *name) {
  for (size_t i = 0; i < sizeof operations / sizeof *operations; i++)
    if (strcmp(operations[i].name, name) == 0) return operations[i].run;
  return 0;
}

int main(int count, char **values) {
  FILE *in = count > 1 ? fopen(values[1], "r") : 0;
  if (!in) return 2;
  static char line[1 << 16];
  int64_t number = 0, failures = 0;
  while (fgets(line, sizeof line, in)) {
    number++;
    line[strcspn(line, "\n")] = 0;
    char shown[1 << 16];
    strcpy(shown, line);
    Arguments a;
    const char *expected = read_arguments(&a, line);
    Operation run = find_operation(a.operation);
    if (!run) {
      printf("line %lld: no operation %s\n", (long long)number, a.operation);
      return 2;
    }
    run(&a);
    if (strcmp(a.result, expected) != 0) {
      if (++failures <= 60) printf("line %lld: %s\n  got %s\n", (long long)number, shown, a.result);
    }
  }
  printf("%lld calls, %lld differ from CPython\n", (long long)number, (long long)failures);
  return failures != 0;
}
