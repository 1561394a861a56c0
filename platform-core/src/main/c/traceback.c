/// Uncaught exceptions: the way to the thread's base, the text on stderr, the exit status.
#include "thread_state.h"

/// Kept at each end of a traceback.
#define KEPT 4096

int cj_trace_wanted;
static __thread CjTrace trace;
static __thread jmp_buf *way_out;
static __thread void *uncaught_object;

CjTrace *cj_trace(void) { return &trace; }

/// The first KEPT addresses stay, behind them lies a ring of the last KEPT.
void cj_trace_add(CjTrace *t, uintptr_t address) {
  if (!t->addresses) t->addresses = malloc(2 * KEPT * sizeof *t->addresses);
  if (!t->addresses) return;
  t->addresses[t->count < KEPT ? t->count : KEPT + t->count % KEPT] = address;
  t->count++;
}

void cj_traceback_record(int64_t on) { cj_trace_wanted = on != 0; }

void *cj_run_guarded(void (*body)(void *), void *data) {
  jmp_buf here, *outer = way_out;
  way_out = &here;
  void *object = 0;
  if (_setjmp(here) == 0) body(data);
  else object = uncaught_object;
  way_out = outer;
  return object;
}

__attribute__((noreturn)) void cj_leave_thread(void *object) {
  uncaught_object = object;
  if (!way_out) cj_exit(cj_uncaught_status(object));
  _longjmp(*way_out, 1);
}

/// Return addresses lie behind their calls, hence the step back.
static CjStr frames_text(void) {
  if (!trace.count) return CJ_EMPTY;
  static __thread uintptr_t ordered[2 * KEPT];
  int64_t count = trace.count > 2 * KEPT ? 2 * KEPT : trace.count;
  int64_t turn = trace.count > 2 * KEPT ? trace.count % KEPT : 0;
  for (int64_t i = 0; i < count; i++)
    ordered[i] = trace.addresses[i < KEPT ? i : KEPT + (i - KEPT + turn) % KEPT] - 1;
  CjBuilder *out = cj_builder_new(256);
  cj_symbolize(ordered, count, out);
  return cj_builder_finish(out);
}

CjStr cj_stack_text(void) {
  cj_record_stack();
  return frames_text();
}

CjStr cj_traceback_text(void) {
  CjStr frames = frames_text();
  return frames.meta ? cj_str_concat(CJ_TEXT("Traceback (most recent call last):\n"), frames) : frames;
}

static CjStr exception_text(void *object) {
  if (cj_exception_text) return cj_exception_text(object);
  return cj_type_name(*(const CjType *const *)object);
}

int64_t cj_uncaught_status(void *object) {
  if (cj_system_exit_status) {
    int64_t status = cj_system_exit_status(object);
    if (status >= 0) return status;
  }
  cj_print_flush(1);
  if (cj_report_uncaught) return cj_report_uncaught(object);
  CjStr text = cj_traceback_text();
  if (!text.meta) text = CJ_TEXT("Traceback (most recent call last):\n");
  cj_print_str(2, text);
  cj_print_str(2, exception_text(object));
  cj_print_code(2, '\n');
  return 1;
}
