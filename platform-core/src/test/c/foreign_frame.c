/// A C function with a cleanup, as C++ code between two frames of a program would be.
#include <stdint.h>

void cj_print_code(int64_t stream, int64_t code);

static void note(int *unused) {
  (void)unused;
  cj_print_code(1, 'C');
  cj_print_code(1, ' ');
}

void through_c(void (*function)(void *), void *data) {
  __attribute__((cleanup(note))) int guard = 0;
  (void)guard;
  function(data);
}
