/// Teams of threads that run a region together, and their members.
#ifndef CJ_OPENMP_TEAM_H
#define CJ_OPENMP_TEAM_H

#include "codonj.h"
#include "libomp.h"

typedef struct Team Team;
typedef struct Member Member;

/// Code of the program that each member of a team runs.
typedef void (*MemberBody)(Member *, void *data);
/// Code of a task; `item` is memory that lasts as long as the call.
typedef void (*TaskBody)(Member *, void *data, void *item);

/// Lies on the stack of the thread that starts the region, where the collector sees what it refers to.
struct Team {
  MemberBody body;
  void *data;
  int64_t count, chunk;
  int32_t schedule;
  int8_t ordered;
  int8_t cancelled; /// an exception was raised: what has not begun is left out
  void *exception;  /// the first one
  void *trace;
};

struct Member {
  Team *team;
  int32_t thread_id; /// as libomp counts over all teams
  int32_t number;    /// within the team
  int64_t low, high, stride; /// the rest of the iterations at hand, both ends included
  int64_t round;
  int8_t dispatched, exhausted, round_open;
};

extern Ident cj_omp_here;
extern __thread Member *cj_omp_member; /// the innermost of this thread

/// Runs `code` on each thread of a new team and raises what one of them raised.
void cj_omp_fork(Team *team, int64_t threads, void (*code)(int32_t *, int32_t *, void *));
/// Runs body(member) as the innermost member of the thread; an exception cancels the team.
void cj_omp_guard(Member *member, void (*body)(void *member));
/// Runs the body of the team as this member.
void cj_omp_run(Member *member);
static inline int32_t cj_omp_this_thread(void) { return __kmpc_global_thread_num(&cj_omp_here); }

#endif
