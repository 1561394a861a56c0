/// What the runtime knows of each thread: its stack, the way out of an uncaught exception, the last traceback.
#ifndef CJ_THREAD_STATE_H
#define CJ_THREAD_STATE_H

#include "internal.h"
#include <setjmp.h>

/// Program counters from the raise outwards. Of an endless recursion only the two ends are kept.
typedef struct {
  uintptr_t *addresses;
  int64_t count;
  uintptr_t begin;
  int started;
} CjTrace;

CjTrace *cj_trace(void);
void cj_trace_add(CjTrace *trace, uintptr_t address);
void cj_record_stack(void);
extern int cj_trace_wanted;

/// Runs body(data) and gives the object of an exception that nobody caught, or null.
void *cj_run_guarded(void (*body)(void *data), void *data);
/// Ends the innermost cj_run_guarded of this thread with an uncaught exception.
__attribute__((noreturn)) void cj_leave_thread(void *object);
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
