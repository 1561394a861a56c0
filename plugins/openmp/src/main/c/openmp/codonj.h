/// What the runtime of compiled programs offers to native parts.
#ifndef CJ_OPENMP_CODONJ_H
#define CJ_OPENMP_CODONJ_H

#include <stdint.h>

void *cj_alloc(int64_t size);
void *cj_alloc_uncollectable(int64_t size);
void GC_free(void *block);
/// Makes this thread known to collector and stack checks, once.
void cj_host_enter(void);
void cj_threads_begin(void);
/// Gives the object of an exception that body(data) did not catch.
void *cj_run_guarded(void (*body)(void *data), void *data);
__attribute__((noreturn)) void cj_rethrow(void *object);
/// Tracebacks belong to threads: a copy goes along with an object that is raised again on another one.
void *cj_trace_copy(void *object);
void cj_trace_continue(void *object, void *copy);

/// A `Callable[[], None]` of the program.
typedef struct {
  void (*code)(void *environment);
  void *environment;
} CjCallable;

#endif
