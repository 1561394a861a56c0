/// The program's entry: collector, stack, top level, exit status.
#include "thread_state.h"
#ifndef CJ_NO_GC
#define GC_THREADS
#define GC_NO_THREAD_REDIRECTS
#include <gc/gc.h>
#endif

/// The top level of the program, emitted by the compiler.
void cj_main(void);
void cj_arguments_start(int count, char **values);
void cj_interrupts_start(void);

#define STACK_SIZE (512l << 20)
#define SMALLEST_STACK (64l << 20)

static void *call_with_lock(void *base) {
#ifndef CJ_NO_GC
  GC_set_stackbottom(0, base);
#endif
  return base;
}

/// Inlined here, the top level would lose its debug information: this function has none.
static void top_level(void *unused) {
  (void)unused;
#ifdef __clang__
  [[clang::noinline]] cj_main();
#else
  cj_main();
#endif
}

__attribute__((noreturn)) static void run(void *unused) {
  (void)unused;
  void *object = cj_run_guarded(top_level, 0);
  cj_exit(object ? cj_uncaught_status(object) : 0);
}

/// A quarter of the memory at most: an endless recursion must end in RecursionError, not in the kernel's killer.
static int64_t stack_size(void) {
  int64_t size = cj_memory_available / 4;
  if (size > STACK_SIZE || size <= 0) return STACK_SIZE;
  return size < SMALLEST_STACK ? SMALLEST_STACK : size & -65536l;
}

/// Weak, because an object file with exported functions is linked into programs that have their own.
__attribute__((weak)) int main(int count, char **values) {
  cj_cpu_check();
  cj_arguments_start(count, values);
  cj_memory_start();
  cj_interrupts_start();
  CjStack stack;
  if (!cj_stack_reserve(&stack, stack_size())) cj_fatal("cannot reserve memory for the stack");
  cj_stack_guard(stack);
#ifndef CJ_NO_GC
  struct GC_stack_base base = {stack.top};
  GC_call_with_alloc_lock(call_with_lock, &base);
#else
  call_with_lock(0);
#endif
  cj_call_on_stack(run, 0, stack.top);
  return 1;
}
