#include "team.h"
#include <stdlib.h>

/// As much as other threads of programs have; only what is used of it takes memory.
#define STACK (64l << 20)

Ident cj_omp_here = {0, 2, 0, 0, ";codonj;parallel;0;0;;"};
__thread Member *cj_omp_member;

static void prepare(void) {
  static int8_t prepared;
  if (__atomic_exchange_n(&prepared, 1, __ATOMIC_RELAXED)) return;
  cj_threads_begin();
  if (!getenv("OMP_STACKSIZE") && !getenv("KMP_STACKSIZE")) kmp_set_stacksize_s(STACK);
}

static void cancel(Team *team, void *exception) {
  static int32_t lock[8];
  __kmpc_critical(&cj_omp_here, cj_omp_this_thread(), lock);
  if (!team->exception) {
    team->exception = exception;
    team->trace = cj_trace_copy(exception);
  }
  __atomic_store_n(&team->cancelled, 1, __ATOMIC_RELAXED);
  __kmpc_end_critical(&cj_omp_here, cj_omp_this_thread(), lock);
}

void cj_omp_guard(Member *member, void (*body)(void *)) {
  Member *outer = cj_omp_member;
  cj_omp_member = member;
  void *exception = cj_run_guarded(body, member);
  cj_omp_member = outer;
  if (exception) cancel(member->team, exception);
}

static void run_body(void *argument) {
  Member *member = argument;
  member->team->body(member, member->team->data);
}

void cj_omp_run(Member *member) { cj_omp_guard(member, run_body); }

void cj_omp_fork(Team *team, int64_t threads, void (*code)(int32_t *, int32_t *, void *)) {
  prepare();
  int32_t id = cj_omp_this_thread();
  if (threads > 0) __kmpc_push_num_threads(&cj_omp_here, id, (int32_t)threads);
  __kmpc_fork_call(&cj_omp_here, 1, code, team);
  if (!team->exception) return;
  cj_trace_continue(team->exception, team->trace);
  cj_rethrow(team->exception);
}

/// The largest number of threads that a region may get.
int64_t cj_omp_limit(int64_t threads) {
  prepare();
  return threads > 0 ? threads : omp_get_max_threads();
}

/// Zeroed memory for results of members: `size` bytes for each of `limit`.
void *cj_omp_slots(int64_t limit, int64_t size) { return cj_alloc(limit * size); }

int64_t cj_omp_number(Member *member) { return member->number; }

static void call(Member *member, void *data) {
  (void)member;
  CjCallable *body = data;
  body->code(body->environment);
}

static void enter(int32_t *id, int32_t *unused, void *argument) {
  (void)unused;
  cj_host_enter();
  Member member = {.team = argument, .thread_id = *id, .number = omp_get_thread_num()};
  cj_omp_run(&member);
}

/// Calls a function on each thread of a team.
void cj_omp_parallel(CjCallable body, int64_t threads) {
  Team team = {.body = call, .data = &body};
  cj_omp_fork(&team, threads, enter);
}
