/// What the runtime knows of each thread: its stack, the way out of an uncaught exception, the last tracebacks.
#ifndef CJ_THREAD_STATE_H
#define CJ_THREAD_STATE_H

#include "internal.h"
#include <setjmp.h>

/// Return addresses from a raise outwards. Of a deep recursion only the two ends are kept: the first CJ_TRACE_KEPT,
/// and behind them a ring of the last ones.
#define CJ_TRACE_KEPT 512
#define CJ_TRACE_DEEPEST 200000 /// where a walk that serves nothing else ends
typedef struct {
  int64_t count;
  uintptr_t addresses[2 * CJ_TRACE_KEPT];
} CjTrace;

/// The trace of an object: continued when the object was raised before, else a new one in the place of the oldest.
CjTrace *cj_trace_begin(void *object);
static inline void cj_trace_add(CjTrace *trace, uintptr_t address) {
  int64_t count = trace->count++;
  trace->addresses[count < CJ_TRACE_KEPT ? count : CJ_TRACE_KEPT + count % CJ_TRACE_KEPT] = address;
}
void cj_record_stack(void);
/// Traces belong to threads: a copy goes along with an object that is raised again on another thread, which takes and
/// releases it.
void *cj_trace_copy(void *object);
void cj_trace_continue(void *object, void *copy);

/// Runs body(data) and gives the object of an exception that nobody caught, or null.
void *cj_run_guarded(void (*body)(void *data), void *data);
/// Ends the innermost cj_run_guarded of this thread with an uncaught exception.
__attribute__((noreturn)) void cj_leave_thread(void *object);
/// Address in the frame of the innermost cj_run_guarded: no exception goes beyond it.
extern __thread uintptr_t cj_guard_address;
static inline uintptr_t cj_guard_base(void) { return cj_guard_address ? cj_guard_address : UINTPTR_MAX; }
/// Prints an uncaught exception with its traceback and gives the exit status.
int64_t cj_uncaught_status(void *object);

/// A stack with an inaccessible page at its low end.
typedef struct {
  uint8_t *low;
  uint8_t *top;
} CjStack;
int cj_stack_reserve(CjStack *stack, int64_t size);
void cj_stack_release(CjStack stack);
/// Makes this thread answer the overflow of its stack.
void cj_stack_guard(CjStack stack);

#endif
