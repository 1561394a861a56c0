/// str. Indices are in characters. `start` and `stop` of searching functions are already normalized
/// (0 <= start, stop <= length); start > stop finds nothing.
#ifndef CJ_STRING_H
#define CJ_STRING_H

static inline int64_t cj_str_length(CjStr s) { return (int64_t)(s.meta >> 2); }
static inline int64_t cj_str_kind(CjStr s) { return (int64_t)(s.meta & 3); }

/// Copies Latin-1 text ended by a zero byte.
CjStr cj_str_from_c(const char *text);
/// Copies UTF-8 text ended by a zero byte; malformed bytes become U+FFFD.
CjStr cj_str_from_utf8_c(const char *text);
/// UTF-8 with a terminating zero, for C functions.
const char *cj_str_to_c(CjStr s);
int64_t cj_str_size(CjStr s) CJ_CONST;

/// 0 <= index < length.
CjStr cj_str_char_at(CjStr s, int64_t index) CJ_PURE;
int64_t cj_str_code_at(CjStr s, int64_t index) CJ_PURE;
/// Code point of a one-character string, -1 when the length is not 1.
int64_t cj_str_ord(CjStr s) CJ_PURE;
/// chr: 0 <= code <= 0x10FFFF.
CjStr cj_str_from_code(int64_t code) CJ_NOTHROW;
/// Normalized indices as range(length)[start:stop:step] gives them.
CjStr cj_str_slice(CjStr s, int64_t start, int64_t stop, int64_t step) CJ_NOTHROW;
/// s[start:stop], 0 <= start <= stop <= length; shares the data.
CjStr cj_str_part(CjStr s, int64_t start, int64_t stop) CJ_NOTHROW;
CjStr cj_str_reverse(CjStr s) CJ_NOTHROW;

CjStr cj_str_concat(CjStr a, CjStr b) CJ_NOTHROW;
CjStr cj_str_concat_n(const CjStr *items, int64_t count) CJ_NOTHROW;
CjStr cj_str_repeat(CjStr s, int64_t times) CJ_NOTHROW; /// times <= 0 is empty
CjStr cj_str_join(CjStr separator, const CjStr *items, int64_t count) CJ_NOTHROW;

CjBool cj_str_equal(CjStr a, CjStr b) CJ_PURE;
int64_t cj_str_compare(CjStr a, CjStr b) CJ_PURE; /// <0, 0, >0 by code points
int64_t cj_str_hash(CjStr s) CJ_PURE;

CjBool cj_str_contains(CjStr s, CjStr part) CJ_PURE;
int64_t cj_str_find(CjStr s, CjStr part, int64_t start, int64_t stop) CJ_PURE;
int64_t cj_str_rfind(CjStr s, CjStr part, int64_t start, int64_t stop) CJ_PURE;
int64_t cj_str_count(CjStr s, CjStr part, int64_t start, int64_t stop) CJ_PURE;
CjBool cj_str_starts_with(CjStr s, CjStr part, int64_t start, int64_t stop) CJ_PURE;
CjBool cj_str_ends_with(CjStr s, CjStr part, int64_t start, int64_t stop) CJ_PURE;
CjStr cj_str_replace(CjStr s, CjStr from, CjStr to, int64_t count) CJ_NOTHROW; /// count < 0: all

/// Splitting. Each call gives the next piece in *out and returns 1, or returns 0 when there is none.
/// *position starts at 0 (the r-forms: at the length) and is -1 after the last piece. To honour maxsplit, stop
/// calling and take the rest with the matching _rest function. The r-forms give pieces from right to left.
CjBool cj_str_split_next(CjStr s, CjStr separator, int64_t *position, CjStr *out) CJ_NOTHROW;
CjStr cj_str_split_rest(CjStr s, int64_t position) CJ_NOTHROW; /// s[position:]
CjBool cj_str_rsplit_next(CjStr s, CjStr separator, int64_t *position, CjStr *out) CJ_NOTHROW;
CjStr cj_str_rsplit_rest(CjStr s, int64_t position) CJ_NOTHROW; /// s[:position]
CjBool cj_str_split_space_next(CjStr s, int64_t *position, CjStr *out) CJ_NOTHROW;
/// What is left, blanks before it removed; returns 0 when only blanks are left.
CjBool cj_str_split_space_rest(CjStr s, int64_t position, CjStr *out) CJ_NOTHROW;
CjBool cj_str_rsplit_space_next(CjStr s, int64_t *position, CjStr *out) CJ_NOTHROW;
CjBool cj_str_rsplit_space_rest(CjStr s, int64_t position, CjStr *out) CJ_NOTHROW;
CjBool cj_str_line_next(CjStr s, int64_t keep_ends, int64_t *position, CjStr *out) CJ_NOTHROW;

/// side: -1 left, 1 right, 0 both. The two-argument forms strip white space.
CjStr cj_str_strip(CjStr s, int64_t side) CJ_NOTHROW;
CjStr cj_str_strip_chars(CjStr s, CjStr chars, int64_t side) CJ_NOTHROW;

CjStr cj_str_upper(CjStr s) CJ_NOTHROW;
CjStr cj_str_lower(CjStr s) CJ_NOTHROW;
CjStr cj_str_title(CjStr s) CJ_NOTHROW;
CjStr cj_str_capitalize(CjStr s) CJ_NOTHROW;
CjStr cj_str_swapcase(CjStr s) CJ_NOTHROW;
CjStr cj_str_casefold(CjStr s) CJ_NOTHROW;

CjBool cj_str_is_alpha(CjStr s) CJ_PURE;
CjBool cj_str_is_alnum(CjStr s) CJ_PURE;
CjBool cj_str_is_decimal(CjStr s) CJ_PURE;
CjBool cj_str_is_digit(CjStr s) CJ_PURE;
CjBool cj_str_is_numeric(CjStr s) CJ_PURE;
CjBool cj_str_is_space(CjStr s) CJ_PURE;
CjBool cj_str_is_upper(CjStr s) CJ_PURE;
CjBool cj_str_is_lower(CjStr s) CJ_PURE;
CjBool cj_str_is_title(CjStr s) CJ_PURE;
CjBool cj_str_is_identifier(CjStr s) CJ_PURE;
CjBool cj_str_is_printable(CjStr s) CJ_PURE;
CjBool cj_str_is_ascii(CjStr s) CJ_PURE;

/// fill is one character.
CjStr cj_str_center(CjStr s, int64_t width, CjStr fill) CJ_NOTHROW;
CjStr cj_str_ljust(CjStr s, int64_t width, CjStr fill) CJ_NOTHROW;
CjStr cj_str_rjust(CjStr s, int64_t width, CjStr fill) CJ_NOTHROW;
CjStr cj_str_zfill(CjStr s, int64_t width) CJ_NOTHROW;
CjStr cj_str_expandtabs(CjStr s, int64_t tab_size) CJ_NOTHROW;

CjStr cj_str_repr(CjStr s) CJ_NOTHROW;
CjStr cj_str_ascii(CjStr s) CJ_NOTHROW; /// ascii(): of the string itself, quotes included
/// Escapes what is not ASCII in a text that is a repr already: ascii(x) == cj_str_escape(repr(x)).
CjStr cj_str_escape(CjStr s) CJ_NOTHROW;

/// Unicode data of one code point.
CjBool cj_code_is_space(int64_t code) CJ_CONST;
CjBool cj_code_is_printable(int64_t code) CJ_CONST;
CjBool cj_code_is_identifier(int64_t code, int64_t first) CJ_CONST;
int64_t cj_code_decimal(int64_t code) CJ_CONST; /// 0..9 or -1
int64_t cj_code_digit(int64_t code) CJ_CONST;   /// 0..9 or -1

/// How text codecs treat what they cannot convert.
enum { CJ_STRICT, CJ_IGNORE, CJ_REPLACE, CJ_BACKSLASH, CJ_SURROGATE_ESCAPE, CJ_XML, CJ_SURROGATE_PASS };

/// *error is -1, or the index of the first character that cannot be encoded.
CjBytes cj_str_encode_utf8(CjStr s, int64_t errors, int64_t *error) CJ_NOTHROW;
/// limit 128 is ASCII, 256 is Latin-1.
CjBytes cj_str_encode_latin(CjStr s, int64_t limit, int64_t errors, int64_t *error) CJ_NOTHROW;
/// unit 2 or 4 bytes, big != 0 for big-endian; no byte order mark is written.
CjBytes cj_str_encode_wide(CjStr s, int64_t unit, int64_t big, int64_t errors, int64_t *error) CJ_NOTHROW;
/// *error is -1, or the index of the first byte that cannot be decoded.
CjStr cj_str_decode_utf8(CjBytes bytes, int64_t errors, int64_t *error) CJ_NOTHROW;
CjStr cj_str_decode_latin(CjBytes bytes, int64_t limit, int64_t errors, int64_t *error) CJ_NOTHROW;
CjStr cj_str_decode_wide(CjBytes bytes, int64_t unit, int64_t big, int64_t errors, int64_t *error) CJ_NOTHROW;
/// Messages of UnicodeDecodeError and UnicodeEncodeError for the position that the functions above gave.
CjStr cj_utf8_decode_error_text(CjBytes bytes, int64_t position) CJ_NOTHROW;
CjStr cj_encode_error_text(CjStr codec, CjStr s, int64_t position) CJ_NOTHROW;
/// Bytes in UTF-8; surrogates count 3.
int64_t cj_str_utf8_length(CjStr s) CJ_PURE;

/// A growing text. The builder itself is a GC object.
typedef struct CjBuilder CjBuilder;
CjBuilder *cj_builder_new(int64_t capacity) CJ_NOTHROW;
void cj_builder_append(CjBuilder *builder, CjStr s) CJ_NOTHROW;
void cj_builder_append_code(CjBuilder *builder, int64_t code) CJ_NOTHROW;
void cj_builder_append_int(CjBuilder *builder, int64_t value) CJ_NOTHROW;
void cj_builder_append_float(CjBuilder *builder, double value) CJ_NOTHROW; /// as repr
int64_t cj_builder_length(const CjBuilder *builder) CJ_PURE;
/// Text so far; the builder may be used further.
CjStr cj_builder_text(CjBuilder *builder) CJ_NOTHROW;
/// Text, handed over; the builder is empty afterwards.
CjStr cj_builder_finish(CjBuilder *builder) CJ_NOTHROW;
void cj_builder_clear(CjBuilder *builder) CJ_NOTHROW;

/// A new string that the caller fills through *data (units of 1 << kind bytes) before anyone reads it. The caller
/// answers for the kind being the narrowest one.
CjStr cj_str_new(int64_t length, int64_t kind, uint8_t **data) CJ_NOTHROW;

#endif
