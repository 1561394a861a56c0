/// Large reserved stacks and what happens at their end.
#include "thread_state.h"
#include <signal.h>
#include <sys/mman.h>
#include <ucontext.h>

/// Left to C functions and to the raise of RecursionError below the limit of program functions.
#define RESERVE (256 << 10)
#define GUARD (64 << 10)
#define SIGNAL_STACK (64 << 10)

__thread uintptr_t cj_stack_limit;
static __thread CjStack this_stack;

int cj_stack_reserve(CjStack *stack, int64_t size) {
  for (; size >= (1 << 20); size /= 2) {
    uint8_t *low = mmap(0, (size_t)size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK,
                        -1, 0);
    if (low == MAP_FAILED) continue;
    mprotect(low, GUARD, PROT_NONE);
    *stack = (CjStack){low, low + size};
    return 1;
  }
  return 0;
}

void cj_stack_release(CjStack stack) { munmap(stack.low, (size_t)(stack.top - stack.low)); }

/// Raises RecursionError through the library when there is one; the raise itself has room in the reserve.
__attribute__((noreturn)) CJ_COLD void cj_stack_overflow(void) {
  if (cj_raise_recursion_error) {
    cj_raise_recursion_error();
  }
  cj_record_stack();
  cj_print_flush(1);
  CjStr text = cj_traceback_text();
  cj_print_str(2, text);
  cj_print_str(2, CJ_TEXT("RecursionError: maximum recursion depth exceeded\n"));
  cj_exit(1);
}

#ifdef __clang__
register uintptr_t stack_pointer __asm__("rsp");
#endif

void cj_stack_check(void) {
#ifdef __clang__
  if (CJ_UNLIKELY(stack_pointer < cj_stack_limit)) cj_stack_overflow();
#else
  if (CJ_UNLIKELY((uintptr_t)__builtin_frame_address(0) < cj_stack_limit)) cj_stack_overflow();
#endif
}

/// A fault in the guard area means that the stack is used up, wherever the code was: nothing may be trusted any
/// more, so the handler reports it and ends the program. Other faults take their usual course.
static void on_fault(int signal_number, siginfo_t *info, void *context) {
  (void)context;
  uint8_t *address = info->si_addr;
  if (this_stack.low && address >= this_stack.low - 4096 && address < this_stack.low + GUARD) {
    static const char text[] =
        "Traceback (most recent call last):\nRecursionError: maximum recursion depth exceeded\n";
    cj_print_flush(1);
    cj_write_fully(2, text, sizeof text - 1);
    _exit(1);
  }
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

static void on_interrupt(int signal_number) {
  static const char text[] = "Traceback (most recent call last):\nKeyboardInterrupt\n";
  cj_print_flush(1);
  cj_write_fully(2, text, sizeof text - 1);
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

void cj_stack_guard(CjStack stack) {
  this_stack = stack;
  cj_stack_limit = (uintptr_t)stack.low + GUARD + RESERVE;
  stack_t alternative = {0};
  alternative.ss_sp = malloc(SIGNAL_STACK);
  alternative.ss_size = SIGNAL_STACK;
  if (alternative.ss_sp) sigaltstack(&alternative, 0);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = on_fault;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  sigaction(SIGSEGV, &action, 0);
  sigaction(SIGBUS, &action, 0);
}

void cj_interrupts_start(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_interrupt;
  action.sa_flags = SA_ONSTACK;
  struct sigaction old;
  sigaction(SIGINT, 0, &old);
  if (old.sa_handler != SIG_IGN) sigaction(SIGINT, &action, 0);
}
