/// Arguments and results of one test call in the notation of expected.txt.
#ifndef CJ_TEST_VALUES_H
#define CJ_TEST_VALUES_H

#include "internal.h"

typedef struct {
  const char *operation;
  char *fields[8];
  int items;
  char result[1 << 16];
} Arguments;

/// Splits a line at its tabs in place; the last field, the expected result, is returned.
static const char *read_arguments(Arguments *a, char *line) {
  char *fields[10];
  int count = 0;
  for (char *at = line; at; count++) {
    fields[count] = at;
    at = strchr(at, '\t');
    if (at) *at++ = 0;
  }
  a->operation = fields[0];
  for (int i = 1; i < count - 1; i++) a->fields[i - 1] = fields[i];
  a->items = 0;
  a->result[0] = 0;
  return fields[count - 1];
}

static int64_t read_codes(const char *field, uint32_t *codes) {
  int64_t count = 0;
  if (*field == '-') return 0;
  for (const char *at = field; *at && *at != '|';) {
    if (*at == '\\') {
      char *end;
      codes[count++] = (uint32_t)strtoul(at + 1, &end, 16);
      at = end + 1;
    } else {
      codes[count++] = (uint8_t)*at++;
    }
  }
  return count;
}

/// In memory of exactly the needed size, so that the sanitizer sees every byte read behind it.
static CjStr text_of(const char *field) {
  static uint32_t codes[1 << 14];
  int64_t count = read_codes(field, codes), kind = 0;
  for (int64_t i = 0; i < count; i++)
    if (cj_kind_of(codes[i]) > kind) kind = cj_kind_of(codes[i]);
  uint8_t *data = malloc(count ? (size_t)count << kind : 1);
  for (int64_t i = 0; i < count; i++) cj_put(data, kind, i, codes[i]);
  return cj_str_make(data, count, kind);
}

static CjStr text_at(Arguments *a, int index) { return text_of(a->fields[index]); }
static int64_t int_at(Arguments *a, int index) { return strtoll(a->fields[index], 0, 10); }

static double float_of(const char *field) {
  uint64_t bits = strtoull(field, 0, 16);
  double value;
  memcpy(&value, &bits, 8);
  return value;
}
static double float_at(Arguments *a, int index) { return float_of(a->fields[index]); }

static CjBytes bytes_at(Arguments *a, int index) {
  CjStr s = text_at(a, index);
  return (CjBytes){s.data, cj_str_length(s)};
}

/// Calls for each item of a list field.
#define EACH_ITEM(field, item) \
  for (char *item = (field); item && *item; item = strchr(item, '|') ? strchr(item, '|') + 1 : 0)

static int64_t texts_at(Arguments *a, int index, CjStr *items) {
  int64_t count = 0;
  EACH_ITEM(a->fields[index], item) items[count++] = text_of(item);
  return count;
}
static int64_t ints_at(Arguments *a, int index, int64_t *items) {
  int64_t count = 0;
  EACH_ITEM(a->fields[index], item) items[count++] = strtoll(item, 0, 10);
  return count;
}
static int64_t floats_at(Arguments *a, int index, double *items) {
  int64_t count = 0;
  EACH_ITEM(a->fields[index], item) items[count++] = float_of(item);
  return count;
}

static void put(Arguments *a, const char *text) { strcat(a->result, text); }

static void put_codes(Arguments *a, CjStr s) {
  char *at = a->result + strlen(a->result);
  int64_t length = cj_str_length(s);
  if (!length) put(a, "-");
  if (cj_narrowest(s.data, cj_str_kind(s), length) != cj_str_kind(s)) put(a, "(not canonical)");
  for (int64_t i = 0; i < length; i++) {
    unsigned code = (unsigned)cj_str_code_at(s, i);
    int plain = code > 32 && code < 127 && code != '|' && code != '\\' && code != '-';
    at += sprintf(at, plain ? "%c" : "\\%x;", code);
  }
}
static void put_text(Arguments *a, CjStr s) { put_codes(a, s); }
static void put_bytes(Arguments *a, CjBytes s) { put_codes(a, cj_str_make(s.data, s.length, 0)); }
static void put_int(Arguments *a, int64_t value) { sprintf(a->result + strlen(a->result), "%lld", (long long)value); }
static void put_error(Arguments *a, int64_t code) {
  put(a, "!");
  put_int(a, code);
}
static void put_message(Arguments *a, CjStr message) {
  put(a, "?");
  put_codes(a, message);
}
static void put_float(Arguments *a, double value) {
  uint64_t bits;
  if (value != value) value = NAN;
  memcpy(&bits, &value, 8);
  sprintf(a->result + strlen(a->result), "%016llx", (unsigned long long)bits);
}

static void begin_item(Arguments *a) {
  if (a->items++) put(a, "|");
}
static void put_item_text(Arguments *a, CjStr s) {
  begin_item(a);
  put_codes(a, s);
}
static void put_item_int(Arguments *a, int64_t value) {
  begin_item(a);
  put_int(a, value);
}
static void put_item_float(Arguments *a, double value) {
  begin_item(a);
  put_float(a, value);
}

#endif
