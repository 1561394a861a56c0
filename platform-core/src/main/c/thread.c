/// Threads and locks.
#include "thread_state.h"
#include <pthread.h>
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

int64_t cj_thread_id(void) { return (int64_t)pthread_self(); }

static void destroy_lock(void *lock, void *unused) {
  (void)unused;
  pthread_mutex_destroy(lock);
}

void *cj_lock_new(int64_t recursive) {
  pthread_mutex_t *lock = cj_alloc(sizeof *lock);
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  if (recursive) pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
  pthread_mutex_init(lock, &attributes);
  pthread_mutexattr_destroy(&attributes);
  cj_set_finalizer(lock, destroy_lock, 0);
  return lock;
}

void cj_lock_acquire(void *lock) { pthread_mutex_lock(lock); }
void cj_lock_release(void *lock) { pthread_mutex_unlock(lock); }

CjBool cj_lock_try_acquire(void *lock, double timeout) {
  if (timeout < 0) return pthread_mutex_lock(lock) == 0;
  if (timeout == 0) return pthread_mutex_trylock(lock) == 0;
  struct timespec until;
  clock_gettime(CLOCK_REALTIME, &until);
  int64_t nanoseconds = until.tv_nsec + (int64_t)((timeout - floor(timeout)) * 1e9);
  until.tv_sec += (time_t)timeout + nanoseconds / 1000000000;
  until.tv_nsec = nanoseconds % 1000000000;
  return pthread_mutex_timedlock(lock, &until) == 0;
}
