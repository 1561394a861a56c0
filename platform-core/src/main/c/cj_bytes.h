/// bytes and, over a pointer and a length, bytearray. Search ranges are normalized as for str.
#ifndef CJ_BYTES_H
#define CJ_BYTES_H

CjBytes cj_bytes_copy(CjBytes s) CJ_NOTHROW;
CjBytes cj_bytes_concat(CjBytes a, CjBytes b) CJ_NOTHROW;
CjBytes cj_bytes_repeat(CjBytes s, int64_t times) CJ_NOTHROW;
CjBytes cj_bytes_join(CjBytes separator, const CjBytes *items, int64_t count) CJ_NOTHROW;
CjBytes cj_bytes_slice(CjBytes s, int64_t start, int64_t stop, int64_t step) CJ_NOTHROW;
CjBytes cj_bytes_part(CjBytes s, int64_t start, int64_t stop) CJ_NOTHROW;

CjBool cj_bytes_equal(CjBytes a, CjBytes b) CJ_PURE;
int64_t cj_bytes_compare(CjBytes a, CjBytes b) CJ_PURE;
int64_t cj_bytes_hash(CjBytes s) CJ_PURE;

int64_t cj_bytes_find(CjBytes s, CjBytes part, int64_t start, int64_t stop) CJ_PURE;
int64_t cj_bytes_rfind(CjBytes s, CjBytes part, int64_t start, int64_t stop) CJ_PURE;
int64_t cj_bytes_count(CjBytes s, CjBytes part, int64_t start, int64_t stop) CJ_PURE;
CjBytes cj_bytes_replace(CjBytes s, CjBytes from, CjBytes to, int64_t count) CJ_NOTHROW;
CjBytes cj_bytes_strip(CjBytes s, int64_t side) CJ_NOTHROW; /// side as for str
CjBytes cj_bytes_strip_chars(CjBytes s, CjBytes chars, int64_t side) CJ_NOTHROW;

/// As the str forms.
CjBool cj_bytes_split_next(CjBytes s, CjBytes separator, int64_t *position, CjBytes *out) CJ_NOTHROW;
CjBool cj_bytes_rsplit_next(CjBytes s, CjBytes separator, int64_t *position, CjBytes *out) CJ_NOTHROW;
CjBool cj_bytes_split_space_next(CjBytes s, int64_t *position, CjBytes *out) CJ_NOTHROW;
CjBool cj_bytes_line_next(CjBytes s, int64_t keep_ends, int64_t *position, CjBytes *out) CJ_NOTHROW;

/// ASCII letters only, as bytes methods do.
CjBytes cj_bytes_upper(CjBytes s) CJ_NOTHROW;
CjBytes cj_bytes_lower(CjBytes s) CJ_NOTHROW;
CjBytes cj_bytes_title(CjBytes s) CJ_NOTHROW;
CjBytes cj_bytes_capitalize(CjBytes s) CJ_NOTHROW;
CjBytes cj_bytes_swapcase(CjBytes s) CJ_NOTHROW;
CjBool cj_bytes_is_alpha(CjBytes s) CJ_PURE;
CjBool cj_bytes_is_alnum(CjBytes s) CJ_PURE;
CjBool cj_bytes_is_digit(CjBytes s) CJ_PURE;
CjBool cj_bytes_is_space(CjBytes s) CJ_PURE;
CjBool cj_bytes_is_upper(CjBytes s) CJ_PURE;
CjBool cj_bytes_is_lower(CjBytes s) CJ_PURE;
CjBool cj_bytes_is_title(CjBytes s) CJ_PURE;
CjBool cj_bytes_is_ascii(CjBytes s) CJ_PURE;

CjStr cj_bytes_repr(CjBytes s) CJ_NOTHROW; /// b'...'
CjStr cj_bytes_hex(CjBytes s) CJ_NOTHROW;
/// *error is -1, or the position of the first character that is no hexadecimal digit.
CjBytes cj_bytes_from_hex(CjStr s, int64_t *error) CJ_NOTHROW;

#endif
