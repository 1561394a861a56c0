/// The format mini-language of format(), f-strings and str.format, and %-formatting.
#ifndef CJ_FORMAT_H
#define CJ_FORMAT_H

enum {
  CJ_FORMAT_OK,
  CJ_FORMAT_INVALID,         /// Invalid format specifier
  CJ_FORMAT_UNKNOWN_CODE,    /// Unknown format code 'x' for object of type 't'
  CJ_FORMAT_TOO_MANY_DIGITS, /// Too many decimal digits in format string
  CJ_FORMAT_MISSING_PRECISION,
  CJ_FORMAT_COMMA_AND_UNDERSCORE,
  CJ_FORMAT_GROUPING, /// Cannot specify ',' with 'x'.
  CJ_FORMAT_PRECISION_INT,
  CJ_FORMAT_SIGN_CHAR,
  CJ_FORMAT_ALTERNATE_CHAR,
  CJ_FORMAT_SIGN_STRING,
  CJ_FORMAT_SPACE_STRING,
  CJ_FORMAT_ALTERNATE_STRING,
  CJ_FORMAT_ALIGN_STRING, /// '=' alignment not allowed in string format specifier
  CJ_FORMAT_CHAR_RANGE,   /// OverflowError: %c arg not in range(0x110000)
  CJ_FORMAT_ZERO_COMPLEX,
  CJ_FORMAT_ALIGN_COMPLEX,
  CJ_FORMAT_NEGATIVE_ZERO, /// Negative zero coercion (z) not allowed in format specifier with ...
  CJ_FORMAT_PRECISION_TOO_BIG
};

/// An empty spec is str(value). *error is a code of the list above; the result is empty when it is not 0.
CjStr cj_format_int(int64_t value, CjStr spec, int64_t *error) CJ_NOTHROW;
CjStr cj_format_uint(uint64_t value, CjStr spec, int64_t *error) CJ_NOTHROW;
CjStr cj_format_float(double value, CjStr spec, int64_t *error) CJ_NOTHROW;
CjStr cj_format_complex(double real, double imaginary, CjStr spec, int64_t *error) CJ_NOTHROW;
CjStr cj_format_str(CjStr value, CjStr spec, int64_t *error) CJ_NOTHROW;
/// An integer of any size given as decimal digits with an optional minus sign (types d, n, none, and e f g %).
CjStr cj_format_digits(CjStr decimal, CjStr spec, int64_t *error) CJ_NOTHROW;
/// CPython's message for a code; CJ_FORMAT_CHAR_RANGE is an OverflowError, all others are ValueErrors.
CjStr cj_format_error_text(int64_t code, CjStr spec, CjStr type_name) CJ_NOTHROW;

/// Text of a float with one conversion (e E f F g G, r for repr) and a precision, flags a sum of the CJ_FLAG_ values.
CjStr cj_float_text(double value, int64_t conversion, int64_t precision, int64_t flags) CJ_NOTHROW;
enum { CJ_FLAG_ALTERNATE = 1, CJ_FLAG_SIGN = 2, CJ_FLAG_SPACE = 4, CJ_FLAG_POINT_ZERO = 8, CJ_FLAG_ZERO = 16, CJ_FLAG_LEFT = 32 };

/// One conversion of a %-format string.
typedef struct {
  int64_t literal_start, literal_stop; /// text before the conversion, as indices
  int64_t key_start, key_stop;         /// %(key)s, or key_start == -1
  int64_t flags;                       /// CJ_FLAG_ values
  int64_t width;                       /// -1 none, -2 taken from an argument (*)
  int64_t precision;                   /// likewise
  int64_t conversion;                  /// code point; '%' for %%, 0 when only literal text is left
  int64_t next;                        /// where to go on
  int64_t error;                       /// 0; 1 incomplete format; 2 incomplete format key; 3 unsupported character
} CjPercent;
/// Returns 0 when position is at the end of the format, else 1 and the next conversion.
CjBool cj_percent_next(CjStr format, int64_t position, CjPercent *out) CJ_NOTHROW;
/// Formats one argument for d i u o x X c; flags, width and precision as parsed (-1 none).
CjStr cj_percent_int(int64_t value, int64_t conversion, int64_t flags, int64_t width, int64_t precision) CJ_NOTHROW;
/// e E f F g G.
CjStr cj_percent_float(double value, int64_t conversion, int64_t flags, int64_t width, int64_t precision) CJ_NOTHROW;
/// s r a, the text already made.
CjStr cj_percent_str(CjStr value, int64_t flags, int64_t width, int64_t precision) CJ_NOTHROW;

/// One piece of a str.format string: literal text, then perhaps a field.
typedef struct {
  CjStr literal;      /// with {{ and }} resolved
  CjStr name;         /// the field's name with attributes and indices
  CjStr spec;         /// may hold fields itself
  int64_t conversion; /// 'r', 's', 'a' or 0
  int64_t has_field;
  int64_t next;
  int64_t error; /// 0, or a code for cj_brace_error_text
} CjBrace;
CjBool cj_brace_next(CjStr format, int64_t position, CjBrace *out) CJ_NOTHROW;
CjStr cj_brace_error_text(int64_t code) CJ_NOTHROW;

#endif
