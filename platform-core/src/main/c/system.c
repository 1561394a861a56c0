/// Arguments, environment, exit, clocks.
#include "internal.h"
#include <sys/random.h>
#include <time.h>

extern char **environ;

static int argument_count;
static char **arguments;

void cj_arguments_start(int count, char **values) {
  argument_count = count;
  arguments = values;
}

/// Names from the system are bytes: what is not UTF-8 survives as surrogates, as in Python.
CjStr cj_str_from_system(const char *text) {
  int64_t error;
  return cj_str_decode_utf8((CjBytes){(const uint8_t *)text, (int64_t)strlen(text)}, CJ_SURROGATE_ESCAPE, &error);
}

int64_t cj_argument_count(void) { return argument_count; }
CjStr cj_argument(int64_t index) { return cj_str_from_system(arguments[index]); }

CjStr cj_executable_path(void) {
  char path[PATH_MAX];
  ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
  if (length < 0) return CJ_EMPTY;
  path[length] = 0;
  return cj_str_from_system(path);
}

CjBool cj_environment_get(CjStr name, CjStr *out) {
  const char *value = getenv(cj_str_to_c(name));
  *out = value ? cj_str_from_system(value) : CJ_EMPTY;
  return value != 0;
}

int64_t cj_environment_set(CjStr name, CjStr value) {
  return setenv(cj_str_to_c(name), cj_str_to_c(value), 1) ? -errno : 0;
}

int64_t cj_environment_remove(CjStr name) { return unsetenv(cj_str_to_c(name)) ? -errno : 0; }

CjBool cj_environment_at(int64_t index, CjStr *out) {
  for (int64_t i = 0; environ && environ[i]; i++)
    if (i == index) {
      *out = cj_str_from_system(environ[i]);
      return 1;
    }
  return 0;
}

typedef struct ExitFunction {
  void (*function)(void *);
  void *data;
  struct ExitFunction *next;
} ExitFunction;
static ExitFunction *exit_functions;

void cj_at_exit(void (*function)(void *), void *data) {
  ExitFunction *entry = cj_alloc(sizeof *entry);
  *entry = (ExitFunction){function, data, exit_functions};
  exit_functions = entry;
}

static void call_at_exit(void *data) {
  CjCallable *function = data;
  function->code(function->environment);
}

void cj_at_exit_call(CjCallable function) {
  CjCallable *kept = cj_alloc(sizeof *kept);
  *kept = function;
  cj_at_exit(call_at_exit, kept);
}

static CjCallable before_exit;
void cj_before_exit(CjCallable function) { before_exit = function; }

void cj_run_exit_functions(void) {
  CjCallable first = before_exit;
  before_exit.code = 0;
  if (first.code) first.code(first.environment);
  while (exit_functions) {
    ExitFunction *entry = exit_functions;
    exit_functions = entry->next;
    entry->function(entry->data);
  }
}

void cj_exit(int64_t status) {
  cj_run_exit_functions();
  cj_flush_all();
  exit((int)status);
}

void cj_exit_now(int64_t status) { _exit((int)status); }

void cj_fatal(const char *message) {
  cj_flush_all();
  cj_write_fully(2, "codonj: ", 8);
  cj_write_fully(2, message, (int64_t)strlen(message));
  cj_write_fully(2, "\n", 1);
  _exit(1);
}

static int64_t clock_ns(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int64_t cj_time_ns(void) { return clock_ns(CLOCK_REALTIME); }
int64_t cj_perf_counter_ns(void) { return clock_ns(CLOCK_MONOTONIC); }
int64_t cj_process_time_ns(void) { return clock_ns(CLOCK_PROCESS_CPUTIME_ID); }
double cj_time(void) { return (double)cj_time_ns() * 1e-9; }
double cj_perf_counter(void) { return (double)cj_perf_counter_ns() * 1e-9; }
double cj_process_time(void) { return (double)cj_process_time_ns() * 1e-9; }
double cj_thread_time(void) { return (double)clock_ns(CLOCK_THREAD_CPUTIME_ID) * 1e-9; }

void cj_sleep(double seconds) {
  if (!(seconds > 0)) return;
  struct timespec left = {(time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9)};
  while (nanosleep(&left, &left) < 0 && errno == EINTR) {}
}

void cj_time_fields(int64_t seconds, int64_t local, int64_t *fields) {
  time_t moment = (time_t)seconds;
  struct tm parts;
  if (local) localtime_r(&moment, &parts);
  else gmtime_r(&moment, &parts);
  const int64_t values[] = {parts.tm_year + 1900, parts.tm_mon + 1,        parts.tm_mday,     parts.tm_hour,
                            parts.tm_min,         parts.tm_sec,            (parts.tm_wday + 6) % 7, parts.tm_yday + 1,
                            parts.tm_isdst,       parts.tm_gmtoff};
  memcpy(fields, values, sizeof values);
}

int64_t cj_time_from_fields(const int64_t *fields) {
  struct tm parts;
  memset(&parts, 0, sizeof parts);
  parts.tm_year = (int)fields[0] - 1900;
  parts.tm_mon = (int)fields[1] - 1;
  parts.tm_mday = (int)fields[2];
  parts.tm_hour = (int)fields[3];
  parts.tm_min = (int)fields[4];
  parts.tm_sec = (int)fields[5];
  parts.tm_isdst = (int)fields[8];
  return (int64_t)mktime(&parts);
}

CjStr cj_time_zone_name(int64_t seconds) {
  time_t moment = (time_t)seconds;
  struct tm parts;
  localtime_r(&moment, &parts);
  return cj_str_from_system(parts.tm_zone ? parts.tm_zone : "");
}

int64_t cj_random_bytes(uint8_t *to, int64_t count) {
  while (count > 0) {
    ssize_t got = getrandom(to, (size_t)count, 0);
    if (got < 0 && errno != EINTR) return -errno;
    if (got > 0) {
      to += got;
      count -= got;
    }
  }
  return 0;
}

int64_t cj_process_id(void) { return getpid(); }

int64_t cj_processor_count(void) {
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count > 0 ? count : 1;
}
