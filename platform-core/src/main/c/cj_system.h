/// The process: arguments, environment, time, file system, exit, threads.
#ifndef CJ_SYSTEM_H
#define CJ_SYSTEM_H

int64_t cj_argument_count(void) CJ_NOTHROW;
CjStr cj_argument(int64_t index) CJ_NOTHROW;
CjStr cj_executable_path(void) CJ_NOTHROW;

/// Returns 0 when the variable is not set.
CjBool cj_environment_get(CjStr name, CjStr *out) CJ_NOTHROW;
int64_t cj_environment_set(CjStr name, CjStr value) CJ_NOTHROW;
int64_t cj_environment_remove(CjStr name) CJ_NOTHROW;
/// "NAME=value" at an index, or 0 past the end.
CjBool cj_environment_at(int64_t index, CjStr *out) CJ_NOTHROW;

/// Flushes everything, runs exit functions and ends the program.
__attribute__((noreturn)) void cj_exit(int64_t status);
__attribute__((noreturn)) void cj_exit_now(int64_t status); /// os._exit
/// Functions run at exit, last registered first; `data` is kept alive.
void cj_at_exit(void (*function)(void *data), void *data);
/// A `Callable[[], None]` of the program.
typedef struct {
  void (*code)(void *environment);
  void *environment;
} CjCallable;
void cj_at_exit_call(CjCallable function);
/// Runs once, before the functions of cj_at_exit: waiting for threads.
void cj_before_exit(CjCallable function);
/// Message on stderr, status 1: for what must not happen.
__attribute__((noreturn)) CJ_COLD void cj_fatal(const char *message);

double cj_time(void) CJ_NOTHROW;              /// seconds since 1970
int64_t cj_time_ns(void) CJ_NOTHROW;
double cj_perf_counter(void) CJ_NOTHROW;      /// seconds, monotonic
int64_t cj_perf_counter_ns(void) CJ_NOTHROW;  /// also time.monotonic_ns
double cj_process_time(void) CJ_NOTHROW;      /// CPU seconds of the process
int64_t cj_process_time_ns(void) CJ_NOTHROW;
double cj_thread_time(void) CJ_NOTHROW;
void cj_sleep(double seconds) CJ_NOTHROW;
/// Broken-down time: year, month 1-12, day, hour, minute, second, weekday (Monday 0), day of year 1-366, DST, UTC offset.
void cj_time_fields(int64_t seconds, int64_t local, int64_t *fields) CJ_NOTHROW;
int64_t cj_time_from_fields(const int64_t *fields) CJ_NOTHROW; /// mktime
CjStr cj_time_zone_name(int64_t seconds) CJ_NOTHROW;

/// The N of x86-64-vN for which the program was compiled; emitted by the compiler, 1 when it is absent.
extern const uint8_t cj_cpu_level __attribute__((weak));
/// Ends the program with a message when the processor is of a lower level.
void cj_cpu_check(void);

/// Random bytes of the system; 0 or -errno.
int64_t cj_random_bytes(uint8_t *to, int64_t count) CJ_NOTHROW;
int64_t cj_process_id(void) CJ_NOTHROW;
int64_t cj_processor_count(void) CJ_NOTHROW;

/// 0 or -errno.
int64_t cj_path_remove(CjStr path) CJ_NOTHROW;
int64_t cj_path_make_directory(CjStr path, int64_t mode) CJ_NOTHROW;
int64_t cj_path_remove_directory(CjStr path) CJ_NOTHROW;
int64_t cj_path_rename(CjStr from, CjStr to) CJ_NOTHROW;
int64_t cj_path_change_directory(CjStr path) CJ_NOTHROW;
int64_t cj_path_current(CjStr *out) CJ_NOTHROW;
/// fields: mode, size, mtime ns, atime ns, ctime ns, inode, device, links, uid, gid.
int64_t cj_path_status(CjStr path, int64_t follow, int64_t *fields) CJ_NOTHROW;
/// The absolute path without links (realpath).
int64_t cj_path_resolve(CjStr path, CjStr *out) CJ_NOTHROW;
int64_t cj_path_link(CjStr target, CjStr path) CJ_NOTHROW; /// symbolic
int64_t cj_path_read_link(CjStr path, CjStr *out) CJ_NOTHROW;
CjBool cj_path_access(CjStr path, int64_t mode) CJ_NOTHROW;
/// Directory listing: open (null and *error on failure), next (0 at the end), close.
void *cj_directory_open(CjStr path, int64_t *error) CJ_NOTHROW;
CjBool cj_directory_next(void *directory, CjStr *out) CJ_NOTHROW;
void cj_directory_close(void *directory) CJ_NOTHROW;
/// Shell command through /bin/sh; exit status as os.system gives it.
int64_t cj_shell(CjStr command) CJ_NOTHROW;

/// Begins each function that C may call: starts the runtime and the program where that has not happened.
void cj_host_enter(void);

/// Threads with a large stack, known to the collector. `data` is kept alive until the thread starts to run.
void *cj_thread_start(void (*body)(void *data), void *data, int64_t *error);
void cj_thread_join(void *thread);
int64_t cj_thread_id(void) CJ_NOTHROW;
void *cj_thread_start_call(CjCallable body, int64_t *error);
int64_t cj_thread_native_id(void) CJ_NOTHROW;
/// Waits for at most `timeout` seconds, for ever when it is negative; whether the lock was taken.
CjBool cj_lock_acquire(int *lock, double timeout);
/// False for a lock that was not taken.
CjBool cj_lock_release(int *lock);
CjBool cj_lock_taken(int *lock) CJ_NOTHROW;
/// The counter after the addition.
int64_t cj_atomic_add(int64_t *counter, int64_t amount) CJ_NOTHROW;

#endif
