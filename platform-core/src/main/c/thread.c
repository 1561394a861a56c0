/// Threads and locks.
#include "thread_state.h"
#include <linux/futex.h>
#include <pthread.h>
#include <sys/syscall.h>
#include <time.h>
#ifndef CJ_NO_GC
#define GC_THREADS
#define GC_NO_THREAD_REDIRECTS
#include <gc/gc.h>
#endif

#define THREAD_STACK (256l << 20)

typedef struct {
  void (*body)(void *);
  void *data;
  CjStack stack;
  pthread_t thread;
} Thread;

static void *run_thread(void *argument) {
  Thread *thread = argument;
  cj_stack_guard(thread->stack);
  void *object = cj_run_guarded(thread->body, thread->data);
  if (object) cj_uncaught_status(object);
  return 0;
}

/// The descriptor is uncollectable memory: nobody else may hold it while the thread runs.
void *cj_thread_start(void (*body)(void *), void *data, int64_t *error) {
  Thread *thread = cj_alloc_uncollectable(sizeof *thread);
  thread->body = body;
  thread->data = data;
  *error = ENOMEM;
  if (!cj_stack_reserve(&thread->stack, THREAD_STACK)) return 0;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstack(&attributes, thread->stack.low, (size_t)(thread->stack.top - thread->stack.low));
#ifndef CJ_NO_GC
  cj_threads_begin();
  *error = GC_pthread_create(&thread->thread, &attributes, run_thread, thread);
#else
  *error = pthread_create(&thread->thread, &attributes, run_thread, thread);
#endif
  pthread_attr_destroy(&attributes);
  if (!*error) return thread;
  cj_stack_release(thread->stack);
  return 0;
}

void cj_thread_join(void *handle) {
  Thread *thread = handle;
#ifndef CJ_NO_GC
  GC_pthread_join(thread->thread, 0);
#else
  pthread_join(thread->thread, 0);
#endif
  cj_stack_release(thread->stack);
  cj_free(thread);
}

static void call_and_forget(void *data) {
  CjCallable body = *(CjCallable *)data;
  body.code(body.environment);
}

void *cj_thread_start_call(CjCallable body, int64_t *error) {
  CjCallable *kept = cj_alloc(sizeof *kept);
  *kept = body;
  return cj_thread_start(call_and_forget, kept, error);
}

int64_t cj_thread_native_id(void) { return syscall(SYS_gettid); }
int64_t cj_thread_id(void) { return (int64_t)pthread_self(); }

/// A lock is one word: 0 free, 1 taken, 2 taken and waited for. Any thread may release it.
static int64_t wait_on(int *word, int value, const struct timespec *until) {
  return syscall(SYS_futex, word, FUTEX_WAIT_BITSET_PRIVATE, value, until, 0, FUTEX_BITSET_MATCH_ANY);
}

CjBool cj_lock_acquire(int *lock, double timeout) {
  int expected = 0;
  if (__atomic_compare_exchange_n(lock, &expected, 1, 0, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED)) return 1;
  if (timeout == 0) return 0;
  struct timespec until;
  if (timeout > 0) {
    clock_gettime(CLOCK_MONOTONIC, &until);
    int64_t nanoseconds = until.tv_nsec + (int64_t)((timeout - floor(timeout)) * 1e9);
    until.tv_sec += (time_t)timeout + nanoseconds / 1000000000;
    until.tv_nsec = nanoseconds % 1000000000;
  }
  while (__atomic_exchange_n(lock, 2, __ATOMIC_ACQUIRE) != 0)
    if (wait_on(lock, 2, timeout > 0 ? &until : 0) && errno == ETIMEDOUT)
      return __atomic_exchange_n(lock, 2, __ATOMIC_ACQUIRE) == 0;
  return 1;
}

CjBool cj_lock_release(int *lock) {
  int before = __atomic_exchange_n(lock, 0, __ATOMIC_RELEASE);
  if (before == 2) syscall(SYS_futex, lock, FUTEX_WAKE_PRIVATE, 1, 0, 0, 0);
  return before != 0;
}

CjBool cj_lock_taken(int *lock) { return __atomic_load_n(lock, __ATOMIC_ACQUIRE) != 0; }

int64_t cj_atomic_add(int64_t *counter, int64_t amount) { return __atomic_add_fetch(counter, amount, __ATOMIC_ACQ_REL); }
