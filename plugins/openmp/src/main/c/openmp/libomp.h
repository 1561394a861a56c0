/// The part of libomp's interface for compilers that is called here.
#ifndef CJ_OPENMP_LIBOMP_H
#define CJ_OPENMP_LIBOMP_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  int32_t reserved, flags, reserved_2, reserved_3;
  const char *source;
} Ident;

typedef struct {
  void *shareds;
  int32_t (*routine)(int32_t, void *);
  int32_t part;
  void *data_1, *data_2;
} KmpTask;

/// Kinds of schedules; the ordered ones are 32 further on.
enum {
  KMP_STATIC_CHUNKED = 33,
  KMP_STATIC = 34,
  KMP_DYNAMIC = 35,
  KMP_GUIDED = 36,
  KMP_RUNTIME = 37,
  KMP_AUTO = 38,
  KMP_ORDERED = 32,
  /// Each thread gets its chunks in the order of the loop.
  KMP_MONOTONIC = 1 << 29
};

int32_t __kmpc_global_thread_num(Ident *);
void __kmpc_push_num_threads(Ident *, int32_t, int32_t);
void __kmpc_fork_call(Ident *, int32_t, void (*)(int32_t *, int32_t *, void *), ...);
void __kmpc_for_static_init_8(Ident *, int32_t, int32_t, int32_t *, int64_t *, int64_t *, int64_t *, int64_t, int64_t);
void __kmpc_for_static_fini(Ident *, int32_t);
void __kmpc_dispatch_init_8(Ident *, int32_t, int32_t, int64_t, int64_t, int64_t, int64_t);
int32_t __kmpc_dispatch_next_8(Ident *, int32_t, int32_t *, int64_t *, int64_t *, int64_t *);
void __kmpc_dispatch_fini_8(Ident *, int32_t);
void __kmpc_ordered(Ident *, int32_t);
void __kmpc_end_ordered(Ident *, int32_t);
void __kmpc_critical(Ident *, int32_t, int32_t *);
void __kmpc_end_critical(Ident *, int32_t, int32_t *);
int32_t __kmpc_single(Ident *, int32_t);
void __kmpc_end_single(Ident *, int32_t);
void __kmpc_barrier(Ident *, int32_t);
KmpTask *__kmpc_omp_task_alloc(Ident *, int32_t, int32_t, size_t, size_t, int32_t (*)(int32_t, void *));
int32_t __kmpc_omp_task(Ident *, int32_t, KmpTask *);
int32_t __kmpc_omp_taskwait(Ident *, int32_t);
void __kmpc_taskgroup(Ident *, int32_t);
void __kmpc_end_taskgroup(Ident *, int32_t);
void kmp_set_stacksize_s(size_t);

/// The interface for programs.
#define OMP_ANSWERS(each) \
  each(num_threads) each(thread_num) each(max_threads) each(num_procs) each(dynamic) each(thread_limit) \
  each(max_active_levels) each(level) each(active_level) each(proc_bind) each(cancellation)
#define OMP_SETTINGS(each) each(num_threads) each(dynamic) each(max_active_levels)
#define DECLARE_ANSWER(name) int omp_get_##name(void);
#define DECLARE_SETTING(name) void omp_set_##name(int);
OMP_ANSWERS(DECLARE_ANSWER)
OMP_SETTINGS(DECLARE_SETTING)
int omp_in_parallel(void);
int omp_in_final(void);
int omp_get_ancestor_thread_num(int);
int omp_get_team_size(int);
double omp_get_wtime(void);
double omp_get_wtick(void);
void omp_set_schedule(int, int);
void omp_get_schedule(int *, int *);

#endif
