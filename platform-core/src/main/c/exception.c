/// Raising, matching and the end of exceptions that nobody catches.
#include "internal.h"
#include "thread_state.h"
#include <unwind.h>

/// An endless recursion need not be walked to its very beginning.
#define DEEPEST 200000
#define CJ_CLASS 0x434f444f4e4a0000ull

typedef struct Record {
  struct _Unwind_Exception unwind;
  void *object;
  uintptr_t raised_at; /// return address of cj_throw: where the traceback begins
  struct Record *next; /// in the pool
} Record;

/// Records are kept for reuse: a raise must not pay for an allocation. They are uncollectable memory, so the
/// collector sees the object of an exception in flight.
static __thread Record *pool;

CjBool cj_type_is(const CjType *type, const CjType *ancestor) {
  for (const CjType *t = type; t; t = t->parent) {
    if (t == ancestor) return 1;
    if (CJ_UNLIKELY(t->ancestor_count > 0)) {
      for (int64_t i = 0; i < t->ancestor_count; i++)
        if (t->ancestors[i] == ancestor) return 1;
      return 0;
    }
  }
  return 0;
}

CjBool cj_is_instance(const void *object, const CjType *type) {
  return object && cj_type_is(*(const CjType *const *)object, type);
}

CjStr cj_type_name(const CjType *type) { return cj_str_from_utf8_c(type->name); }

static void release(Record *record) {
  record->object = 0;
  record->next = pool;
  pool = record;
}

static void clean_up(_Unwind_Reason_Code code, struct _Unwind_Exception *exception) {
  (void)code;
  release((Record *)exception);
}

void *cj_exception_object(void *exception) {
  Record *record = exception;
  return record->unwind.exception_class == CJ_CLASS ? record->object : 0;
}

void cj_exception_end(void *exception) {
  Record *record = exception;
  if (record->unwind.exception_class == CJ_CLASS) release(record);
  else _Unwind_DeleteException(exception);
}

static _Unwind_Reason_Code note_frame(struct _Unwind_Context *context, void *data) {
  CjTrace *trace = data;
  uintptr_t address = _Unwind_GetIP(context);
  if (!address) return _URC_END_OF_STACK;
  if (!trace->started) trace->started = address == trace->begin;
  if (trace->started) cj_trace_add(trace, address);
  return trace->count < DEEPEST ? _URC_NO_REASON : _URC_END_OF_STACK;
}

/// Everything from the raise to the outermost frame.
static void record_trace(uintptr_t raised_at) {
  CjTrace *trace = cj_trace();
  trace->count = 0;
  trace->begin = raised_at;
  trace->started = raised_at == 0;
  _Unwind_Backtrace(note_frame, trace);
}

void cj_record_stack(void) { record_trace((uintptr_t)__builtin_return_address(0)); }

/// Nothing to do at any frame but the last: cleanups run because this is a forced unwinding.
static _Unwind_Reason_Code to_the_top(int version, _Unwind_Action actions, _Unwind_Exception_Class kind,
                                      struct _Unwind_Exception *exception, struct _Unwind_Context *context,
                                      void *data) {
  (void)version, (void)kind, (void)context, (void)data;
  if (actions & _UA_END_OF_STACK) cj_leave_thread(((Record *)exception)->object);
  return _URC_NO_REASON;
}

/// No handler: the stack is still as it was at the raise. Its frames are noted first, then the finally blocks run.
__attribute__((noreturn)) CJ_COLD static void uncaught(Record *record) {
  record_trace(record->raised_at);
  _Unwind_ForcedUnwind(&record->unwind, to_the_top, 0);
  cj_leave_thread(record->object);
}

__attribute__((noreturn)) static void raise_at(void *object, uintptr_t raised_at) {
  Record *record = pool;
  if (CJ_LIKELY(record != 0)) pool = record->next;
  else record = cj_alloc_uncollectable(sizeof *record);
  record->unwind.exception_class = CJ_CLASS;
  record->unwind.exception_cleanup = clean_up;
  record->object = object;
  record->raised_at = raised_at;
  _Unwind_RaiseException(&record->unwind);
  uncaught(record);
}

__attribute__((noreturn, cold, noinline)) void cj_throw(void *object) {
  raise_at(object, (uintptr_t)__builtin_return_address(0));
}

__attribute__((noreturn, cold, noinline)) void cj_rethrow(void *object) {
  raise_at(object, (uintptr_t)__builtin_return_address(0));
}

static uint64_t read_uleb(const uint8_t **at) {
  uint64_t value = 0;
  int shift = 0;
  uint8_t byte;
  do {
    byte = *(*at)++;
    value |= (uint64_t)(byte & 0x7f) << shift;
    shift += 7;
  } while (byte & 0x80);
  return value;
}

static int64_t read_sleb(const uint8_t **at) {
  int64_t value = 0;
  int shift = 0;
  uint8_t byte;
  do {
    byte = *(*at)++;
    value |= (int64_t)(uint64_t)(byte & 0x7f) << shift;
    shift += 7;
  } while (byte & 0x80);
  if (shift < 64 && (byte & 0x40)) value |= -((int64_t)1 << shift);
  return value;
}

/// Size of a fixed-size DW_EH_PE_ encoding.
static int encoded_size(uint8_t encoding) {
  switch (encoding & 0x0f) {
    case 0x02: case 0x0a: return 2;
    case 0x03: case 0x0b: return 4;
    default: return 8;
  }
}

static uintptr_t read_encoded(const uint8_t **at, uint8_t encoding) {
  if (encoding == 0xff) return 0;
  const uint8_t *start = *at;
  uintptr_t value;
  switch (encoding & 0x0f) {
    case 0x01: value = read_uleb(at); break;
    case 0x09: value = (uintptr_t)read_sleb(at); break;
    case 0x02: { uint16_t v; memcpy(&v, start, 2); value = v; *at += 2; break; }
    case 0x03: { uint32_t v; memcpy(&v, start, 4); value = v; *at += 4; break; }
    case 0x0a: { int16_t v; memcpy(&v, start, 2); value = (uintptr_t)(intptr_t)v; *at += 2; break; }
    case 0x0b: { int32_t v; memcpy(&v, start, 4); value = (uintptr_t)(intptr_t)v; *at += 4; break; }
    default: memcpy(&value, start, 8); *at += 8; break;
  }
  if (value) {
    if ((encoding & 0x70) == 0x10) value += (uintptr_t)start; /* relative to the field itself */
    if (encoding & 0x80) memcpy(&value, (void *)value, 8);    /* indirect */
  }
  return value;
}

/// What the actions of a call site ask for: the selector of the first matching handler, else 0; *cleanup tells
/// whether there is something to run anyway.
static int64_t select_handler(const uint8_t *action, const uint8_t *types, uint8_t type_encoding,
                              const CjType *raised, int forced, int *cleanup) {
  for (;;) {
    int64_t filter = read_sleb(&action);
    const uint8_t *link = action;
    int64_t next = read_sleb(&action);
    if (filter == 0) {
      *cleanup = 1;
    } else if (filter > 0 && !forced) {
      const uint8_t *entry = types - filter * encoded_size(type_encoding);
      const CjType *wanted = (const CjType *)read_encoded(&entry, type_encoding);
      if (!wanted || (raised && cj_type_is(raised, wanted))) return filter;
    }
    if (!next) return 0;
    action = link + next;
  }
}

_Unwind_Reason_Code cj_personality(int version, _Unwind_Action actions, _Unwind_Exception_Class kind,
                                   struct _Unwind_Exception *exception, struct _Unwind_Context *context) {
  (void)version;
  const uint8_t *at = (const uint8_t *)_Unwind_GetLanguageSpecificData(context);
  if (!at) return _URC_CONTINUE_UNWIND;
  uintptr_t function = _Unwind_GetRegionStart(context), pads = function;
  uintptr_t offset = _Unwind_GetIP(context) - 1 - function;
  uint8_t pad_encoding = *at++;
  if (pad_encoding != 0xff) pads = read_encoded(&at, pad_encoding);
  uint8_t type_encoding = *at++;
  const uint8_t *types = 0;
  if (type_encoding != 0xff) {
    uint64_t distance = read_uleb(&at);
    types = at + distance;
  }
  uint8_t site_encoding = *at++;
  uint64_t table = read_uleb(&at);
  const uint8_t *action_table = at + table;
  while (at < action_table) {
    uintptr_t start = read_encoded(&at, site_encoding), length = read_encoded(&at, site_encoding);
    uintptr_t pad = read_encoded(&at, site_encoding);
    uint64_t action = read_uleb(&at);
    if (offset - start >= length) {
      if (offset < start) break; /* call sites are sorted */
      continue;
    }
    if (!pad) break;
    int cleanup = action == 0;
    int64_t selector = 0;
    if (action) {
      const CjType *raised = kind == CJ_CLASS ? *(const CjType **)((Record *)exception)->object : 0;
      selector = select_handler(action_table + action - 1, types, type_encoding, raised,
                                (actions & _UA_FORCE_UNWIND) != 0, &cleanup);
    }
    if (actions & _UA_SEARCH_PHASE) {
      if (!selector) return _URC_CONTINUE_UNWIND;
      if (CJ_UNLIKELY(cj_trace_wanted) && kind == CJ_CLASS) record_trace(((Record *)exception)->raised_at);
      return _URC_HANDLER_FOUND;
    }
    if (!selector && !cleanup) break;
    _Unwind_SetGR(context, __builtin_eh_return_data_regno(0), (uintptr_t)exception);
    _Unwind_SetGR(context, __builtin_eh_return_data_regno(1), (uintptr_t)selector);
    _Unwind_SetIP(context, pads + pad);
    return _URC_INSTALL_CONTEXT;
  }
  return _URC_CONTINUE_UNWIND;
}
