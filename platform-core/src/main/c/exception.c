/// Raising, and the personality for the cases that libgcc unwinds.
#include "thread_state.h"
#include "unwind.h"

/// Records are kept for reuse: a raise must not pay for an allocation. They are uncollectable memory, so the
/// collector sees the object of an exception in flight.
static __thread CjRecord *pool;

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

static void release(CjRecord *record) {
  record->object = 0;
  record->next = pool;
  pool = record;
}

static void clean_up(_Unwind_Reason_Code code, struct _Unwind_Exception *exception) {
  (void)code;
  release((CjRecord *)exception);
}

void *cj_exception_object(void *exception) {
  CjRecord *record = exception;
  return record->unwind.exception_class == CJ_CLASS ? record->object : 0;
}

void cj_exception_end(void *exception) {
  CjRecord *record = exception;
  if (record->unwind.exception_class == CJ_CLASS) release(record);
  else _Unwind_DeleteException(exception);
}

_Unwind_Reason_Code cj_forced_stop(int version, _Unwind_Action actions, _Unwind_Exception_Class kind,
                                   struct _Unwind_Exception *exception, struct _Unwind_Context *context, void *data) {
  (void)version, (void)kind, (void)data;
  if ((actions & _UA_END_OF_STACK) || _Unwind_GetCFA(context) > cj_guard_base())
    cj_leave_thread(((CjRecord *)exception)->object);
  return _URC_NO_REASON;
}

static _Unwind_Reason_Code note_frame(struct _Unwind_Context *context, void *data) {
  CjTrace *trace = data;
  uintptr_t address = _Unwind_GetIP(context);
  if (!address || trace->count > CJ_TRACE_DEEPEST) return _URC_END_OF_STACK;
  cj_trace_add(trace, address);
  return _URC_NO_REASON;
}

/// Frames of the runtime need not be left out: they have no debug information and are not shown.
void cj_record_stack(void) { _Unwind_Backtrace(note_frame, cj_trace_begin(0)); }

/// Notes a frame, and ends the walk at the one that handles the exception.
static _Unwind_Reason_Code note_until_handler(struct _Unwind_Context *context, void *data) {
  CjRecord *record = data;
  if (note_frame(context, cj_trace_begin(record->object)) != _URC_NO_REASON) return _URC_END_OF_STACK;
  const uint8_t *table = (const uint8_t *)_Unwind_GetLanguageSpecificData(context);
  if (!table) return _URC_NO_REASON;
  CjCallSite site = cj_call_site(table, _Unwind_GetRegionStart(context), _Unwind_GetIP(context) - 1);
  if (!site.pad || !site.action) return _URC_NO_REASON;
  int cleanup = 0;
  const CjType *raised = *(const CjType **)record->object;
  int64_t selector = cj_select_handler(site.action, site.types, site.type_encoding, raised, 0, &cleanup);
  return selector ? _URC_END_OF_STACK : _URC_NO_REASON;
}

/// Frames of other languages are in between, or there is no base to fall back to: libgcc searches again.
__attribute__((noreturn)) CJ_COLD static void raise_foreign(CjRecord *record) {
  record->foreign = 1;
  _Unwind_Backtrace(note_until_handler, record);
  _Unwind_RaiseException(&record->unwind);
  record->forced = 1;
  _Unwind_ForcedUnwind(&record->unwind, cj_forced_stop, 0);
  cj_leave_thread(record->object);
}

__attribute__((noreturn)) static inline void raise_object(void *object, uintptr_t hidden) {
  CjRecord *record = pool;
  if (CJ_LIKELY(record != 0)) pool = record->next;
  else record = cj_alloc_uncollectable(sizeof *record);
  record->unwind.exception_class = CJ_CLASS;
  record->unwind.exception_cleanup = clean_up;
  record->object = object;
  record->hidden = hidden;
  record->forced = record->foreign = 0;
  cj_unwind_begin(record);
  raise_foreign(record);
}

__attribute__((noreturn, cold, noinline)) void cj_throw(void *object) { raise_object(object, 0); }

/// As in Python, the frame that raises again shows the line of its call only.
__attribute__((noreturn, cold, noinline)) void cj_rethrow(void *object) {
  raise_object(object, (uintptr_t)__builtin_return_address(0));
}

_Unwind_Reason_Code cj_personality(int version, _Unwind_Action actions, _Unwind_Exception_Class kind,
                                   struct _Unwind_Exception *exception, struct _Unwind_Context *context) {
  (void)version;
  const uint8_t *table = (const uint8_t *)_Unwind_GetLanguageSpecificData(context);
  if (!table) return _URC_CONTINUE_UNWIND;
  CjCallSite site = cj_call_site(table, _Unwind_GetRegionStart(context), _Unwind_GetIP(context) - 1);
  if (!site.pad) return _URC_CONTINUE_UNWIND;
  int cleanup = !site.action, forced = (actions & _UA_FORCE_UNWIND) != 0;
  int64_t selector = 0;
  if (site.action) {
    const CjType *raised = kind == CJ_CLASS ? *(const CjType **)((CjRecord *)exception)->object : 0;
    selector = cj_select_handler(site.action, site.types, site.type_encoding, raised, forced, &cleanup);
  }
  if (actions & _UA_SEARCH_PHASE) return selector ? _URC_HANDLER_FOUND : _URC_CONTINUE_UNWIND;
  if (!selector && !cleanup) return _URC_CONTINUE_UNWIND;
  _Unwind_SetGR(context, __builtin_eh_return_data_regno(0), (uintptr_t)exception);
  _Unwind_SetGR(context, __builtin_eh_return_data_regno(1), (uintptr_t)selector);
  _Unwind_SetIP(context, site.pad);
  return _URC_INSTALL_CONTEXT;
}
