/// All of it gives way to what a C program brings that this is linked into.
/// Native entry code, linked beside the program: needs registers and CFI that bitcode cannot express, and gives the
/// few functions that the C library only has in its static part.
#include <stddef.h>
#include <stdint.h>

extern int main(int, char **, char **);
extern int __libc_start_main(int (*)(int, char **, char **), int, char **, void (*)(void), void (*)(void),
                             void (*)(void), void *);

__attribute__((naked, used, weak, visibility("hidden"))) void _start(void) {
  __asm__ volatile(
      ".cfi_undefined rip\n"
      "xor %ebp, %ebp\n"
      "mov %rdx, %r9\n"  /* rtld_fini */
      "pop %rsi\n"       /* argc */
      "mov %rsp, %rdx\n" /* argv */
      "and $-16, %rsp\n"
      "push %rax\n"
      "push %rsp\n"      /* stack_end */
      "xor %r8d, %r8d\n" /* fini */
      "xor %ecx, %ecx\n" /* init */
      "lea main(%rip), %rdi\n"
      "call *__libc_start_main@GOTPCREL(%rip)\n"
      "hlt\n");
}

/// cj_call_on_stack(body, data, top): calls body(data) with the stack pointer at top. The frame pointer carries the
/// old stack, so the unwinder walks through.
__asm__(
    ".text\n"
    ".globl cj_call_on_stack\n"
    ".hidden cj_call_on_stack\n"
    ".type cj_call_on_stack, @function\n"
    "cj_call_on_stack:\n"
    ".cfi_startproc\n"
    "push %rbp\n"
    ".cfi_def_cfa_offset 16\n"
    ".cfi_offset rbp, -16\n"
    "mov %rsp, %rbp\n"
    ".cfi_def_cfa_register rbp\n"
    "mov %rdx, %rsp\n"
    "mov %rdi, %rax\n"
    "mov %rsi, %rdi\n"
    "call *%rax\n"
    "mov %rbp, %rsp\n"
    "pop %rbp\n"
    ".cfi_def_cfa rsp, 8\n"
    "ret\n"
    ".cfi_endproc\n"
    ".size cj_call_on_stack, .-cj_call_on_stack\n"
    ".section .note.GNU-stack,\"\",@progbits\n"
    ".text\n");

/// What libc_nonshared.a and crtbegin.o would bring.
__attribute__((weak, visibility("hidden"))) void *__dso_handle = &__dso_handle;
extern int __cxa_atexit(void (*)(void *), void *, void *);
extern int __register_atfork(void (*)(void), void (*)(void), void (*)(void), void *);

__attribute__((weak, visibility("hidden"))) int atexit(void (*function)(void)) {
  return __cxa_atexit((void (*)(void *))function, NULL, __dso_handle);
}

__attribute__((weak, visibility("hidden"))) int pthread_atfork(void (*prepare)(void), void (*parent)(void),
                                                         void (*child)(void)) {
  return __register_atfork(prepare, parent, child, __dso_handle);
}
