#include <stdint.h>

/* Counts its own calls. */
int64_t demo_ticks(void) {
  static int64_t ticks;
  return ++ticks;
}
