/// The walk from a raise to its handler over remembered frames. Records stay as libgcc wants them (private_1 and
/// private_2), so that its _Unwind_Resume can take over where ours is not linked.
#include "unwind.h"
#include "thread_state.h"
#include <dlfcn.h>

#define CAPTURE(target) \
  __asm__("sub $72, %%rsp\n" \
          ".cfi_adjust_cfa_offset 72\n" \
          "mov %%rbx, (%%rsp)\n" \
          "mov %%rbp, 8(%%rsp)\n" \
          "mov %%r12, 16(%%rsp)\n" \
          "mov %%r13, 24(%%rsp)\n" \
          "mov %%r14, 32(%%rsp)\n" \
          "mov %%r15, 40(%%rsp)\n" \
          "lea 80(%%rsp), %%rax\n" \
          "mov %%rax, 48(%%rsp)\n" \
          "mov 72(%%rsp), %%rax\n" \
          "mov %%rax, 56(%%rsp)\n" \
          "mov %%rdi, %%rsi\n" \
          "mov %%rsp, %%rdi\n" \
          "call %P0\n" \
          "add $72, %%rsp\n" \
          ".cfi_adjust_cfa_offset -72\n" \
          "ret" ::"i"(target))

__attribute__((used, visibility("hidden"))) void cj_unwind_run(CjRegisters *registers, CjRecord *record);
__attribute__((used, visibility("hidden"))) void cj_unwind_continue(CjRegisters *registers,
                                                                    struct _Unwind_Exception *exception);

/// Stores the callee-saved registers and calls the C side with them.
__attribute__((naked, noinline)) void cj_unwind_begin(CjRecord *record) { CAPTURE(cj_unwind_run); }

/// What LLVM's `resume` calls.
__attribute__((naked, noinline, visibility("hidden"))) void _Unwind_Resume(struct _Unwind_Exception *exception) {
  CAPTURE(cj_unwind_continue);
}

/// Goes on at a landing pad: exception in rax, selector in rdx.
__attribute__((naked, noinline, noreturn)) static void enter_pad(const CjRegisters *registers, void *exception,
                                                                 int64_t selector) {
  __asm__("mov (%rdi), %rbx\n"
          "mov 8(%rdi), %rbp\n"
          "mov 16(%rdi), %r12\n"
          "mov 24(%rdi), %r13\n"
          "mov 32(%rdi), %r14\n"
          "mov 40(%rdi), %r15\n"
          "mov 56(%rdi), %rcx\n"
          "mov %rsi, %rax\n"
          "mov 48(%rdi), %rsp\n"
          "jmp *%rcx");
}

__attribute__((noreturn)) static void land(CjRegisters *registers, const CjFrame *frame, CjRecord *record,
                                           int64_t selector) {
  registers->pc = frame->pad;
  enter_pad(registers, record, selector);
}

/// From the registers at a call to those at the call of the calling function.
static inline void step(CjRegisters *r, const CjFrame *frame) {
  uintptr_t *cfa = (uintptr_t *)((frame->cfa_from_rbp ? r->rbp : r->rsp) + (uintptr_t)(intptr_t)frame->cfa_offset);
#define RESTORE(index, name) \
  if (frame->saved[index]) r->name = cfa[frame->saved[index]]
  RESTORE(0, rbx);
  RESTORE(1, rbp);
  RESTORE(2, r12);
  RESTORE(3, r13);
  RESTORE(4, r14);
  RESTORE(5, r15);
#undef RESTORE
  r->pc = cfa[-1];
  r->rsp = (uintptr_t)cfa;
}

/// The selector of the handler that a frame has for the exception, or 0.
static inline int64_t handler_in(const CjFrame *frame, const CjRecord *record) {
  if (CJ_UNLIKELY(record->forced)) return 0;
  const CjType *raised = *(const CjType **)record->object;
  if (CJ_UNLIKELY(frame->handler_count == CJ_MANY_HANDLERS)) {
    int cleanup;
    return cj_select_handler(frame->site.action, frame->site.types, frame->site.type_encoding, raised, 0, &cleanup);
  }
  for (int i = 0; i < frame->handler_count; i++) {
    const CjType *wanted = frame->handlers[i].type;
    if (!wanted || raised == wanted || cj_type_is(raised, wanted)) return frame->handlers[i].selector;
  }
  return 0;
}

/// Nobody catches it: runs the cleanups up to the base of the thread.
__attribute__((noreturn)) CJ_COLD static void run_cleanups(CjRegisters *first, const CjFrame *frame, CjRecord *record) {
  record->forced = 1;
  record->unwind.private_1 = (_Unwind_Word)(uintptr_t)cj_forced_stop;
  record->unwind.private_2 = 0;
  if (frame) land(first, frame, record, 0);
  cj_leave_thread(record->object);
}

/// One walk does both phases: the first frame with anything to run is remembered, and entered once a handler is found.
void cj_unwind_run(CjRegisters *registers, CjRecord *record) {
  CjRegisters at = *registers, first = at;
  const CjFrame *landing = 0;
  uintptr_t base = cj_guard_base();
  int64_t landing_selector = 0;
  CjTrace *trace = cj_trace_begin(record->object);
  int64_t noted = trace->count;
  for (;;) {
    if (at.rsp > base) run_cleanups(&first, landing, record);
    const CjFrame *frame = cj_frame_at(at.pc);
    if (CJ_UNLIKELY(!frame->usable)) {
      trace->count = noted; /* who searches again notes again */
      return;
    }
    if (CJ_LIKELY(at.pc != record->hidden)) cj_trace_add(trace, at.pc);
    if (frame->pad) {
      int64_t selector = handler_in(frame, record);
      if (!landing && (selector || frame->has_cleanup)) {
        first = at;
        landing = frame;
        landing_selector = selector;
      }
      if (selector) {
        record->unwind.private_1 = 0;
        record->unwind.private_2 = at.rsp;
        land(&first, landing, record, landing_selector);
      }
    }
    step(&at, frame);
  }
}

typedef void (*Resume)(struct _Unwind_Exception *);

void cj_unwind_continue(CjRegisters *registers, struct _Unwind_Exception *exception) {
  CjRecord *record = (CjRecord *)exception;
  if (CJ_UNLIKELY(exception->exception_class != CJ_CLASS || record->foreign)) {
    Resume resume = (Resume)dlsym(RTLD_NEXT, "_Unwind_Resume");
    if (resume) resume(exception);
    cj_fatal("no unwinder for an exception of another language");
  }
  uintptr_t base = cj_guard_base();
  for (;;) {
    if (registers->rsp > base) cj_leave_thread(record->object);
    const CjFrame *frame = cj_frame_at(registers->pc);
    if (frame->pad) {
      int64_t selector = handler_in(frame, record);
      if (selector || frame->has_cleanup) land(registers, frame, record, selector);
    }
    step(registers, frame);
  }
}
