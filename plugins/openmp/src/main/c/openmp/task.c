/// Tasks: one for each item of an iterable, and those that the program makes itself.
#include "team.h"

#define TIED 1

/// libomp's memory is not the collector's: what a task refers to lies in a block that is a root.
typedef struct {
  KmpTask task;
  Team *team;
  TaskBody body;
  void *data, *item;
  int64_t round;
} ItemTask;

typedef struct {
  Member member;
  const ItemTask *task;
} Running;

static void run_task(void *argument) {
  Running *running = argument;
  running->task->body(&running->member, running->task->data, running->task->item);
}

static int32_t enter_task(int32_t id, void *argument) {
  ItemTask *task = argument;
  cj_host_enter();
  if (!__atomic_load_n(&task->team->cancelled, __ATOMIC_RELAXED)) {
    Running running = {
        {.team = task->team, .thread_id = id, .number = omp_get_thread_num(), .round = task->round}, task};
    cj_omp_guard(&running.member, run_task);
  }
  GC_free(task->item);
  return 0;
}

void *cj_omp_item(int64_t size) { return cj_alloc_uncollectable(size > 0 ? size : 1); }

/// Runs body(member, data, item), now or later; 0 when the team has been cancelled.
int8_t cj_omp_task(Member *member, TaskBody body, void *data, void *item) {
  Team *team = member->team;
  if (__atomic_load_n(&team->cancelled, __ATOMIC_RELAXED)) {
    GC_free(item);
    return 0;
  }
  ItemTask *task =
      (ItemTask *)__kmpc_omp_task_alloc(&cj_omp_here, member->thread_id, TIED, sizeof *task, 0, enter_task);
  task->team = team;
  task->body = body;
  task->data = data;
  task->item = item;
  task->round = ++member->round;
  __kmpc_omp_task(&cj_omp_here, member->thread_id, &task->task);
  return 1;
}

/// The number of the item, from 1.
int64_t cj_omp_round(Member *member) { return member->round; }

/// The first thread goes over the items, the others wait for tasks at the end of the region.
static void enter(int32_t *id, int32_t *unused, void *argument) {
  (void)unused;
  cj_host_enter();
  if (omp_get_thread_num() != 0) return;
  Member member = {.team = argument, .thread_id = *id};
  __kmpc_taskgroup(&cj_omp_here, *id);
  cj_omp_run(&member);
  __kmpc_end_taskgroup(&cj_omp_here, *id);
}

void cj_omp_tasks(MemberBody producer, void *data, int64_t threads) {
  Team team = {.body = producer, .data = data};
  cj_omp_fork(&team, threads, enter);
}

static void call(Member *member, void *data, void *item) {
  (void)member, (void)data;
  CjCallable *body = item;
  body->code(body->environment);
}

/// A task of the program; outside of a region it is run at once.
void cj_omp_spawn(CjCallable body) {
  if (!cj_omp_member) {
    body.code(body.environment);
    return;
  }
  CjCallable *kept = cj_alloc_uncollectable(sizeof *kept);
  *kept = body;
  cj_omp_task(cj_omp_member, call, 0, kept);
}

void cj_omp_task_wait(void) {
  if (cj_omp_member) __kmpc_omp_taskwait(&cj_omp_here, cj_omp_this_thread());
}
void cj_omp_group_begin(void) {
  if (cj_omp_member) __kmpc_taskgroup(&cj_omp_here, cj_omp_this_thread());
}
void cj_omp_group_end(void) {
  if (cj_omp_member) __kmpc_end_taskgroup(&cj_omp_here, cj_omp_this_thread());
}
