/// Loops whose rounds are counted from 0; each member asks for ranges of them until there are none left.
#include "team.h"

enum { STATIC, DYNAMIC, GUIDED, AUTO, RUNTIME };

static int32_t kind(const Team *team) {
  static const int32_t kinds[] = {KMP_STATIC, KMP_DYNAMIC, KMP_GUIDED, KMP_AUTO, KMP_RUNTIME};
  int32_t kind = kinds[team->schedule];
  if (kind == KMP_STATIC && team->chunk > 0) kind = KMP_STATIC_CHUNKED;
  return team->ordered ? kind + KMP_ORDERED : kind;
}

static void begin(Member *member) {
  Team *team = member->team;
  if (team->schedule == STATIC && !team->ordered) {
    int32_t last = 0;
    int64_t high = team->count - 1;
    member->low = 0;
    member->high = high;
    member->stride = 1;
    __kmpc_for_static_init_8(&cj_omp_here, member->thread_id, kind(team), &last, &member->low, &member->high,
                             &member->stride, 1, team->chunk > 0 ? team->chunk : 1);
    return;
  }
  member->dispatched = 1;
  member->low = 0;
  member->high = -1;
  __kmpc_dispatch_init_8(&cj_omp_here, member->thread_id, kind(team) | KMP_MONOTONIC, 0, team->count - 1, 1,
                         team->chunk > 0 ? team->chunk : 1);
}

static int next_chunk(Member *member) {
  int32_t last;
  int64_t stride;
  if (member->exhausted) return 0;
  if (__kmpc_dispatch_next_8(&cj_omp_here, member->thread_id, &last, &member->low, &member->high, &stride)) return 1;
  member->exhausted = 1;
  member->low = 0;
  member->high = -1;
  return 0;
}

static void end_round(Member *member) {
  if (!member->round_open) return;
  member->round_open = 0;
  __kmpc_dispatch_fini_8(&cj_omp_here, member->thread_id);
}

static int next_static(Member *member, int64_t *range) {
  Team *team = member->team;
  if (member->low >= team->count || member->low > member->high) return 0;
  range[0] = member->low;
  range[1] = (member->high < team->count ? member->high + 1 : team->count);
  if (team->chunk > 0) {
    member->low += member->stride;
    member->high += member->stride;
  } else {
    member->low = team->count;
  }
  return 1;
}

/// The next rounds are range[0] up to, not including, range[1]; 0 when there are none left.
int8_t cj_omp_next(Member *member, int64_t *range) {
  Team *team = member->team;
  end_round(member);
  if (__atomic_load_n(&team->cancelled, __ATOMIC_RELAXED)) return 0;
  if (!member->dispatched) return (int8_t)next_static(member, range);
  if (member->low > member->high && !next_chunk(member)) return 0;
  range[0] = member->low;
  if (team->ordered) {
    member->round_open = 1;
    range[1] = ++member->low;
  } else {
    range[1] = member->high + 1;
    member->low = range[1];
  }
  return 1;
}

/// Takes what is left after an exception, as the others may wait for it.
static void end(Member *member) {
  if (!member->dispatched) {
    __kmpc_for_static_fini(&cj_omp_here, member->thread_id);
    return;
  }
  end_round(member);
  do
    for (; member->low <= member->high && member->team->ordered; member->low++)
      __kmpc_dispatch_fini_8(&cj_omp_here, member->thread_id);
  while (next_chunk(member));
}

static void enter(int32_t *id, int32_t *unused, void *argument) {
  (void)unused;
  cj_host_enter();
  Member member = {.team = argument, .thread_id = *id, .number = omp_get_thread_num()};
  begin(&member);
  cj_omp_run(&member);
  end(&member);
}

void cj_omp_loop(MemberBody body, void *data, int64_t count, int64_t schedule, int64_t chunk, int64_t threads,
                 int64_t ordered) {
  if (count <= 0) return;
  Team team = {.body = body, .data = data, .count = count, .schedule = (int32_t)schedule, .chunk = chunk,
               .ordered = (int8_t)ordered};
  cj_omp_fork(&team, threads, enter);
}

/// Rounds of range(start, stop, step).
int64_t cj_omp_count(int64_t start, int64_t stop, int64_t step) {
  if (step > 0) return start < stop ? (int64_t)(((uint64_t)stop - (uint64_t)start - 1) / (uint64_t)step) + 1 : 0;
  return start > stop ? (int64_t)(((uint64_t)start - (uint64_t)stop - 1) / (0 - (uint64_t)step)) + 1 : 0;
}
