/// What the module `openmp` calls: questions, settings, and waiting for one another.
#include "team.h"

#define QUESTION(name) \
  int64_t cj_omp_get_##name(void) { return omp_get_##name(); }
#define SETTING(name) \
  void cj_omp_set_##name(int64_t value) { omp_set_##name((int)value); }

OMP_ANSWERS(QUESTION)
OMP_SETTINGS(SETTING)

int64_t cj_omp_in_parallel(void) { return omp_in_parallel(); }
int64_t cj_omp_in_final(void) { return omp_in_final(); }
int64_t cj_omp_get_ancestor(int64_t level) { return omp_get_ancestor_thread_num((int)level); }
int64_t cj_omp_get_team_size(int64_t level) { return omp_get_team_size((int)level); }
double cj_omp_get_wtime(void) { return omp_get_wtime(); }
double cj_omp_get_wtick(void) { return omp_get_wtick(); }

void cj_omp_set_schedule(int64_t kind, int64_t chunk) { omp_set_schedule((int)kind, (int)chunk); }
int64_t cj_omp_get_schedule(int64_t *chunk) {
  int kind, size;
  omp_get_schedule(&kind, &size);
  *chunk = size;
  return kind;
}

void cj_omp_barrier(void) {
  if (cj_omp_member) __kmpc_barrier(&cj_omp_here, cj_omp_this_thread());
}
int8_t cj_omp_single_begin(void) { return !cj_omp_member || __kmpc_single(&cj_omp_here, cj_omp_this_thread()); }
void cj_omp_single_end(void) {
  if (cj_omp_member) __kmpc_end_single(&cj_omp_here, cj_omp_this_thread());
}
void cj_omp_ordered_begin(void) {
  if (cj_omp_member) __kmpc_ordered(&cj_omp_here, cj_omp_this_thread());
}
void cj_omp_ordered_end(void) {
  if (cj_omp_member) __kmpc_end_ordered(&cj_omp_here, cj_omp_this_thread());
}
void cj_omp_flush(void) { __atomic_thread_fence(__ATOMIC_SEQ_CST); }

/// Numbers threads of the process from 0, in the order in which they ask first.
int64_t cj_omp_thread_index(void) {
  static int64_t threads;
  static __thread int64_t index;
  if (!index) index = __atomic_add_fetch(&threads, 1, __ATOMIC_RELAXED);
  return index - 1;
}
