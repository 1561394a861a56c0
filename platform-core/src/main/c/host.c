/// Exported functions may be called by a process that is not ours: the first call starts the runtime there and runs the
/// top level of the program. Exported functions begin with cj_host_enter.
///
/// The stacks are the host's, and so are its signals. An exception that nobody catches ends the process.
#include "thread_state.h"
#include <pthread.h>
#include <unistd.h>
#include <sys/syscall.h>
#ifndef CJ_NO_GC
#define GC_THREADS
#define GC_NO_THREAD_REDIRECTS
#include <gc/gc.h>
#endif

#define HOST_RESERVE (256l << 10) /// left to C functions at the end of a stack, or a quarter of a small one

static pthread_mutex_t host_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t host_ready = PTHREAD_COND_INITIALIZER;
static pthread_key_t host_key;
static pthread_once_t host_key_once = PTHREAD_ONCE_INIT;
static int8_t host_memory;   /// the collector runs
static int8_t host_starting; /// from the first call until the top level has run

static void leave_host_thread(void *unused) {
  (void)unused;
#ifndef CJ_NO_GC
  GC_unregister_my_thread();
#endif
}

static void make_host_key(void) { pthread_key_create(&host_key, leave_host_thread); }

static void flush_output(void) { cj_print_flush(1); }

static void start_memory(void) {
  cj_memory_start();
  cj_threads_begin();
}

/// The collector takes the thread that starts it for one that never ends.
static void *live_for_ever(void *unused) {
  (void)unused;
#ifndef CJ_NO_GC
  struct GC_stack_base base;
  GC_get_stack_base(&base);
  start_memory();
  GC_call_with_alloc_lock(call_with_lock, &base);
#endif
  pthread_mutex_lock(&host_lock);
  host_memory = 1;
  pthread_cond_broadcast(&host_ready);
  pthread_mutex_unlock(&host_lock);
  for (;;) pause();
  return 0;
}

static void host_stack_limit(void) {
  pthread_attr_t attributes;
  void *low = 0;
  size_t size = 0;
  if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
    pthread_attr_getstack(&attributes, &low, &size);
    pthread_attr_destroy(&attributes);
  }
  size_t reserve = size / 4 < HOST_RESERVE ? size / 4 : HOST_RESERVE;
  cj_stack_limit = low ? (uintptr_t)low + reserve : 1;
}

/// With the lock: a thread of the host comes in for the first time.
static void enter_host_thread(void) {
  if (syscall(SYS_gettid) != getpid()) {
    cj_thread_enter();
    pthread_once(&host_key_once, make_host_key);
    pthread_setspecific(host_key, &host_key);
  }
  host_stack_limit();
}

static void start_host(void) {
  cj_cpu_check();
  atexit(flush_output);
  if (syscall(SYS_gettid) == getpid()) {
    start_memory();
    host_memory = 1;
  } else {
    pthread_t thread;
    if (pthread_create(&thread, 0, live_for_ever, 0)) cj_fatal("cannot start a thread for the collector");
    pthread_detach(thread);
    while (!host_memory) pthread_cond_wait(&host_ready, &host_lock);
  }
}

CJ_COLD static void enter_host(void) {
  pthread_mutex_lock(&host_lock);
  while (host_starting) pthread_cond_wait(&host_ready, &host_lock);
  if (cj_memory_available) { /* started before, or the program's own process in a thread that a C library has started */
    enter_host_thread();
  } else {
    host_starting = 1;
    start_host();
    enter_host_thread();
    void *object = cj_run_guarded(top_level, 0);
    if (object) cj_exit(cj_uncaught_status(object));
    host_starting = 0;
    pthread_cond_broadcast(&host_ready);
  }
  pthread_mutex_unlock(&host_lock);
}

void cj_host_enter(void) {
  if (CJ_UNLIKELY(!cj_stack_limit)) enter_host();
}
