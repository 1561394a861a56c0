/// Growing texts.
#include "internal.h"

/// Data is moved, never resized in place: texts handed out before may share it.
void cj_buffer_reserve(CjBuffer *buffer, int64_t more, int64_t kind) {
  if (kind < buffer->kind) kind = buffer->kind;
  int64_t needed = buffer->length + more;
  if (needed <= buffer->capacity && kind == buffer->kind) return;
  int64_t capacity = buffer->capacity;
  if (needed > capacity) capacity = needed < 2 * capacity ? 2 * capacity : needed < 24 ? 24 : needed;
  uint8_t *data = cj_alloc_atomic(capacity << kind);
  if (buffer->length) cj_widen(data, kind, buffer->data, buffer->kind, buffer->length);
  buffer->data = data;
  buffer->capacity = capacity;
  buffer->kind = kind;
}

void cj_buffer_add(CjBuffer *buffer, CjStr s) {
  int64_t length = cj_str_length(s), kind = cj_str_kind(s);
  if (!length) return;
  if (buffer->length + length > buffer->capacity || kind > buffer->kind) cj_buffer_reserve(buffer, length, kind);
  cj_widen(buffer->data + (buffer->length << buffer->kind), buffer->kind, s.data, kind, length);
  buffer->length += length;
}

void cj_buffer_fill(CjBuffer *buffer, uint32_t code, int64_t count) {
  if (count <= 0) return;
  cj_buffer_reserve(buffer, count, cj_kind_of(code));
  for (int64_t i = 0; i < count; i++) cj_put(buffer->data, buffer->kind, buffer->length + i, code);
  buffer->length += count;
}

CjStr cj_buffer_text(const CjBuffer *buffer) {
  return buffer->length ? cj_str_make(buffer->data, buffer->length, buffer->kind) : CJ_EMPTY;
}

CjBuilder *cj_builder_new(int64_t capacity) {
  CjBuilder *builder = cj_alloc(sizeof *builder);
  if (capacity > 0) cj_buffer_reserve(&builder->buffer, capacity, 0);
  return builder;
}

void cj_builder_append(CjBuilder *builder, CjStr s) { cj_buffer_add(&builder->buffer, s); }
void cj_builder_append_code(CjBuilder *builder, int64_t code) { cj_buffer_put(&builder->buffer, (uint32_t)code); }

static void append_ascii(CjBuilder *builder, const char *text, int length) {
  cj_buffer_add(&builder->buffer, cj_str_make(text, length, 0));
}

void cj_builder_append_int(CjBuilder *builder, int64_t value) {
  char text[24];
  append_ascii(builder, text, cj_write_int(text, value));
}

void cj_builder_append_float(CjBuilder *builder, double value) {
  char text[32];
  append_ascii(builder, text, cj_write_float(text, value));
}

int64_t cj_builder_length(const CjBuilder *builder) { return builder->buffer.length; }
CjStr cj_builder_text(CjBuilder *builder) { return cj_buffer_text(&builder->buffer); }
void cj_builder_clear(CjBuilder *builder) { builder->buffer = (CjBuffer){0}; }

CjStr cj_builder_finish(CjBuilder *builder) {
  CjStr text = cj_buffer_text(&builder->buffer);
  cj_builder_clear(builder);
  return text;
}
