/// format() of int and str, and the messages of its errors.
#include "format_spec.h"

static int is_float_type(uint32_t type) {
  return type == 'e' || type == 'E' || type == 'f' || type == 'F' || type == 'g' || type == 'G' || type == '%';
}

static CjStr format_char(uint64_t size, int negative, CjSpec *spec, int64_t *error) {
  if (spec->sign) *error = CJ_FORMAT_SIGN_CHAR;
  else if (spec->alternate) *error = CJ_FORMAT_ALTERNATE_CHAR;
  else if (negative || size > 0x10ffff) *error = CJ_FORMAT_CHAR_RANGE;
  if (*error) return CJ_EMPTY;
  if (spec->align == '=') spec->align = '>';
  return cj_spec_pad(spec, cj_str_from_code((int64_t)size));
}

static CjStr format_size(uint64_t size, int negative, CjStr text, int64_t *error) {
  CjSpec spec;
  *error = cj_spec_parse(text, '>', 'd', &spec);
  if (*error) return CJ_EMPTY;
  if (is_float_type(spec.type)) {
    double value = (double)size;
    return cj_format_float(negative ? -value : value, text, error);
  }
  const char *prefix = "";
  int shift = 0;
  switch (spec.type) {
    case 'd': case 'n': case 'c': break;
    case 'b': prefix = "0b", shift = 1; break;
    case 'o': prefix = "0o", shift = 3; break;
    case 'x': prefix = "0x", shift = 4; break;
    case 'X': prefix = "0X", shift = 4; break;
    default: *error = CJ_FORMAT_UNKNOWN_CODE; return CJ_EMPTY;
  }
  if (spec.precision >= 0) *error = CJ_FORMAT_PRECISION_INT;
  else if (spec.zero_coerced) *error = CJ_FORMAT_NEGATIVE_ZERO;
  if (*error) return CJ_EMPTY;
  if (spec.type == 'c') return format_char(size, negative, &spec, error);
  char digits[72];
  int at = 0, count;
  if (shift) {
    const char *alphabet = spec.type == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
    at = sizeof digits;
    do digits[--at] = alphabet[size & ((1u << shift) - 1)], size >>= shift;
    while (size);
    count = (int)sizeof digits - at;
  } else {
    count = cj_write_uint(digits, size);
  }
  CjNumberText number = {cj_spec_sign(&spec, negative), spec.alternate ? prefix : "", digits + at, count, "", 0};
  return cj_spec_lay_out(&spec, &number);
}

CjStr cj_format_int(int64_t value, CjStr spec, int64_t *error) {
  *error = CJ_FORMAT_OK;
  if (!spec.meta) return cj_int_str(value);
  return format_size(value < 0 ? 0 - (uint64_t)value : (uint64_t)value, value < 0, spec, error);
}

CjStr cj_format_uint(uint64_t value, CjStr spec, int64_t *error) {
  *error = CJ_FORMAT_OK;
  return spec.meta ? format_size(value, 0, spec, error) : cj_uint_str(value);
}

CjStr cj_format_digits(CjStr decimal, CjStr text, int64_t *error) {
  *error = CJ_FORMAT_OK;
  if (!text.meta) return decimal;
  CjSpec spec;
  *error = cj_spec_parse(text, '>', 'd', &spec);
  if (*error) return CJ_EMPTY;
  if (is_float_type(spec.type)) return cj_format_float(cj_float_parse(decimal).value, text, error);
  if (spec.type != 'd' && spec.type != 'n') *error = CJ_FORMAT_UNKNOWN_CODE;
  else if (spec.precision >= 0) *error = CJ_FORMAT_PRECISION_INT;
  else if (spec.zero_coerced) *error = CJ_FORMAT_NEGATIVE_ZERO;
  if (*error) return CJ_EMPTY;
  int negative = decimal.meta && decimal.data[0] == '-';
  CjNumberText number = {cj_spec_sign(&spec, negative), "", (const char *)decimal.data + negative,
                         cj_str_length(decimal) - negative, "", 0};
  return cj_spec_lay_out(&spec, &number);
}

CjStr cj_format_str(CjStr value, CjStr text, int64_t *error) {
  *error = CJ_FORMAT_OK;
  if (!text.meta) return value;
  CjSpec spec;
  *error = cj_spec_parse(text, '<', 's', &spec);
  if (*error) return CJ_EMPTY;
  if (spec.type != 's') *error = CJ_FORMAT_UNKNOWN_CODE;
  else if (spec.sign == ' ') *error = CJ_FORMAT_SPACE_STRING;
  else if (spec.sign) *error = CJ_FORMAT_SIGN_STRING;
  else if (spec.zero_coerced) *error = CJ_FORMAT_NEGATIVE_ZERO;
  else if (spec.alternate) *error = CJ_FORMAT_ALTERNATE_STRING;
  else if (spec.align == '=') *error = CJ_FORMAT_ALIGN_STRING;
  if (*error) return CJ_EMPTY;
  if (spec.precision >= 0 && spec.precision < cj_str_length(value)) value = cj_str_part(value, 0, spec.precision);
  return cj_spec_pad(&spec, value);
}

/// 'x', or the code in hexadecimal when it would not show.
static void show_type(char *to, size_t size, uint32_t type) {
  if (type > 32 && type < 128) snprintf(to, size, "'%c'", (char)type);
  else snprintf(to, size, "'\\x%x'", type);
}

CjStr cj_format_error_text(int64_t code, CjStr text, CjStr type_name) {
  char type[24], message[160];
  CjSpec spec;
  const char *name = cj_str_to_c(type_name);
  int string = strcmp(name, "str") == 0;
  cj_spec_parse(text, string ? '<' : '>', string ? 's' : 'd', &spec);
  show_type(type, sizeof type, spec.type);
  switch (code) {
    case CJ_FORMAT_INVALID: {
      const CjStr items[] = {CJ_TEXT("Invalid format specifier '"), text, CJ_TEXT("' for object of type '"), type_name,
                             CJ_TEXT("'")};
      return cj_str_concat_n(items, 5);
    }
    case CJ_FORMAT_UNKNOWN_CODE:
      snprintf(message, sizeof message, "Unknown format code %s for object of type '%.60s'", type, name);
      return cj_str_from_utf8_c(message);
    case CJ_FORMAT_GROUPING:
      snprintf(message, sizeof message, "Cannot specify '%c' with %s.", (char)spec.group, type);
      return cj_str_from_c(message);
    case CJ_FORMAT_TOO_MANY_DIGITS: return CJ_TEXT("Too many decimal digits in format string");
    case CJ_FORMAT_MISSING_PRECISION: return CJ_TEXT("Format specifier missing precision");
    case CJ_FORMAT_COMMA_AND_UNDERSCORE: return CJ_TEXT("Cannot specify both ',' and '_'.");
    case CJ_FORMAT_PRECISION_INT: return CJ_TEXT("Precision not allowed in integer format specifier");
    case CJ_FORMAT_SIGN_CHAR: return CJ_TEXT("Sign not allowed with integer format specifier 'c'");
    case CJ_FORMAT_ALTERNATE_CHAR: return CJ_TEXT("Alternate form (#) not allowed with integer format specifier 'c'");
    case CJ_FORMAT_SIGN_STRING: return CJ_TEXT("Sign not allowed in string format specifier");
    case CJ_FORMAT_SPACE_STRING: return CJ_TEXT("Space not allowed in string format specifier");
    case CJ_FORMAT_ALTERNATE_STRING: return CJ_TEXT("Alternate form (#) not allowed in string format specifier");
    case CJ_FORMAT_ALIGN_STRING: return CJ_TEXT("'=' alignment not allowed in string format specifier");
    case CJ_FORMAT_CHAR_RANGE: return CJ_TEXT("%c arg not in range(0x110000)");
    case CJ_FORMAT_ZERO_COMPLEX: return CJ_TEXT("Zero padding is not allowed in complex format specifier");
    case CJ_FORMAT_ALIGN_COMPLEX: return CJ_TEXT("'=' alignment flag is not allowed in complex format specifier");
    case CJ_FORMAT_PRECISION_TOO_BIG: return CJ_TEXT("precision too big");
    case CJ_FORMAT_NEGATIVE_ZERO:
      return string ? CJ_TEXT("Negative zero coercion (z) not allowed in string format specifier")
                    : CJ_TEXT("Negative zero coercion (z) not allowed in integer format specifier");
    default: return CJ_EMPTY;
  }
}
