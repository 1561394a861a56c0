/// Tracebacks of the last exceptions, the way to the thread's base, the text and the exit status of what nobody catches.
#include "thread_state.h"

__thread uintptr_t cj_guard_address;
static __thread jmp_buf *way_out;
static __thread void *uncaught_object;

/// The last few exceptions of a thread. Their objects are kept alive, so that a new object cannot be taken for an
/// old one that lived at the same address.
#define TRACES 4
static __thread void **traced_objects;
static __thread CjTrace *traces;
static __thread int current;

CJ_COLD static void make_traces(void) {
  traced_objects = cj_alloc_uncollectable(TRACES * sizeof *traced_objects);
  traces = calloc(TRACES, sizeof *traces);
  if (!traces) cj_out_of_memory(TRACES * sizeof *traces);
}

CjTrace *cj_trace_begin(void *object) {
  if (CJ_UNLIKELY(!traces)) make_traces();
  for (int i = 0; i < TRACES && object; i++)
    if (traced_objects[i] == object) {
      current = i;
      return &traces[i];
    }
  current = (current + 1) % TRACES;
  traced_objects[current] = object;
  traces[current].count = 0;
  return &traces[current];
}

void *cj_trace_copy(void *object) {
  CjTrace *copy = malloc(sizeof *copy);
  if (copy) *copy = *cj_trace_begin(object);
  return copy;
}

void cj_trace_continue(void *object, void *copy) {
  if (copy) *cj_trace_begin(object) = *(CjTrace *)copy;
  free(copy);
}

void *cj_run_guarded(void (*body)(void *), void *data) {
  jmp_buf here, *outer = way_out;
  uintptr_t outer_guard = cj_guard_address;
  way_out = &here;
  cj_guard_address = (uintptr_t)&here;
  void *object = 0;
  if (_setjmp(here) == 0) body(data);
  else object = uncaught_object;
  way_out = outer;
  cj_guard_address = outer_guard;
  return object;
}

__attribute__((noreturn)) void cj_leave_thread(void *object) {
  uncaught_object = object;
  if (!way_out) cj_exit(cj_uncaught_status(object));
  _longjmp(*way_out, 1);
}

/// Return addresses lie behind their calls, hence the step back.
static CjStr frames_text(const CjTrace *trace) {
  const int64_t kept = CJ_TRACE_KEPT;
  uintptr_t ordered[2 * CJ_TRACE_KEPT];
  int64_t count = trace->count > 2 * kept ? 2 * kept : trace->count;
  int64_t turn = trace->count > 2 * kept ? trace->count % kept : 0;
  if (!count) return CJ_EMPTY;
  for (int64_t i = 0; i < count; i++)
    ordered[i] = trace->addresses[i < kept ? i : kept + (i - kept + turn) % kept] - 1;
  CjBuilder *out = cj_builder_new(256);
  cj_symbolize(ordered, count, out);
  return cj_builder_finish(out);
}

CjStr cj_stack_text(void) {
  cj_record_stack();
  return frames_text(&traces[current]);
}

static CjStr with_title(CjStr frames) {
  return frames.meta ? cj_str_concat(CJ_TEXT("Traceback (most recent call last):\n"), frames) : frames;
}

CjStr cj_traceback_text(void) { return traces ? with_title(frames_text(&traces[current])) : CJ_EMPTY; }

CjStr cj_traceback_of(void *object) {
  for (int i = 0; traces && i < TRACES; i++)
    if (traced_objects[i] == object) return with_title(frames_text(&traces[i]));
  return CJ_EMPTY;
}

/// The exception that was raised last on this thread; null when there was none.
void *cj_last_exception(void) {
  for (int i = 0; traces && i < TRACES; i++) {
    void *object = traced_objects[(current - i + TRACES) % TRACES];
    if (object) return object;
  }
  return 0;
}

static void print_message(void *object) {
  CjStr message = cj_exception_text ? cj_exception_text(object) : CJ_EMPTY;
  cj_print_str(2, cj_type_name(*(const CjType *const *)object));
  if (message.meta) cj_print_str(2, CJ_TEXT(": "));
  cj_print_str(2, message);
  cj_print_code(2, '\n');
}

/// The exceptions that led to this one, oldest first, then its own frames.
static void print_frames(void *object, int depth) {
  void *cause = cj_exception_cause ? cj_exception_cause(object) : 0;
  void *context = !cause && cj_exception_context ? cj_exception_context(object) : 0;
  void *previous = cause ? cause : context;
  if (previous && previous != object && depth < 16) {
    print_frames(previous, depth + 1);
    print_message(previous);
    cj_print_str(2, cause ? CJ_TEXT("\nThe above exception was the direct cause of the following exception:\n\n")
                          : CJ_TEXT("\nDuring handling of the above exception, another exception occurred:\n\n"));
  }
  CjStr text = cj_traceback_of(object);
  if (text.meta || !depth) cj_print_str(2, text.meta ? text : CJ_TEXT("Traceback (most recent call last):\n"));
}

/// The library prints the message and knows the status; the frames come first, and a SystemExit has none.
int64_t cj_uncaught_status(void *object) {
  int64_t status = cj_system_exit_status ? cj_system_exit_status(object) : -1;
  cj_print_flush(1);
  int64_t group = cj_report_group ? cj_report_group(object) : -1;
  if (group >= 0) return group;
  if (status < 0) print_frames(object, 0);
  if (cj_report_uncaught) return cj_report_uncaught(object);
  if (status >= 0) return status;
  print_message(object);
  return 1;
}
