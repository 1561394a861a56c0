/// The check that the processor has what the program was compiled for: a message instead of an illegal instruction.
#include "internal.h"
#include <cpuid.h>

typedef struct {
  int level; /// x86-64-vN that asks for it
  const char *name;
  int leaf, word, bit; /// word: 0 eax, 1 ebx, 2 ecx, 3 edx
} Feature;

#define EXTENDED 0x80000001

static const Feature features[] = {
    {2, "cx16", 1, 2, 13},   {2, "sse3", 1, 2, 0},     {2, "ssse3", 1, 2, 9},     {2, "sse4.1", 1, 2, 19},
    {2, "sse4.2", 1, 2, 20}, {2, "popcnt", 1, 2, 23},  {2, "lahf", (int)EXTENDED, 2, 0},
    {3, "avx", 1, 2, 28},    {3, "f16c", 1, 2, 29},    {3, "fma", 1, 2, 12},      {3, "movbe", 1, 2, 22},
    {3, "avx2", 7, 1, 5},    {3, "bmi1", 7, 1, 3},     {3, "bmi2", 7, 1, 8},      {3, "lzcnt", (int)EXTENDED, 2, 5},
    {4, "avx512f", 7, 1, 16}, {4, "avx512dq", 7, 1, 17}, {4, "avx512cd", 7, 1, 28}, {4, "avx512bw", 7, 1, 30},
    {4, "avx512vl", 7, 1, 31},
};

static int has_feature(const Feature *feature) {
  unsigned words[4] = {0, 0, 0, 0};
  if (!__get_cpuid_count((unsigned)feature->leaf, 0, &words[0], &words[1], &words[2], &words[3])) return 0;
  return (int)(words[feature->word] >> feature->bit & 1);
}

/// Whether the system saves the registers that a level needs.
static int saves_registers(int level) {
  static const Feature osxsave = {3, "osxsave", 1, 2, 27};
  if (level < 3) return 1;
  if (!has_feature(&osxsave)) return 0;
  uint32_t low, high;
  __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  uint32_t wanted = level >= 4 ? 0xe6 : 0x06;
  return (low & wanted) == wanted;
}

void cj_cpu_check(void) {
  int level = &cj_cpu_level ? cj_cpu_level : 1;
  if (level < 2) return;
  char missing[256];
  int length = 0;
  for (size_t i = 0; i < sizeof features / sizeof *features; i++)
    if (features[i].level <= level && !has_feature(&features[i]))
      length += snprintf(missing + length, sizeof missing - (size_t)length, " %s", features[i].name);
  if (!length && !saves_registers(level)) length = snprintf(missing, sizeof missing, " vector registers in the system");
  if (!length) return;
  char text[400];
  snprintf(text, sizeof text, "this program needs an x86-64-v%d processor; missing:%s", level, missing);
  cj_fatal(text);
}
