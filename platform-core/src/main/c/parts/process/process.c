/// Other processes: starting them, their pipes, waiting. Failures are negative error numbers.
#include "../growing.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum { CLOSE_OTHERS = 1, NEW_SESSION = 2 };

/// An empty array of C strings; NULL ends it.
const char **cj_process_texts(int64_t count) { return cj_alloc((count + 1) * (int64_t)sizeof(char *)); }

void cj_process_put(const char **texts, int64_t index, CjStr text) { texts[index] = cj_str_to_c(text); }

int64_t cj_process_pipe(int64_t *ends) {
  int pair[2];
  if (pipe2(pair, O_CLOEXEC)) return -errno;
  ends[0] = pair[0];
  ends[1] = pair[1];
  return 0;
}

int64_t cj_process_close(int64_t descriptor) { return close((int)descriptor) ? -errno : 0; }

int64_t cj_process_copy(int64_t descriptor) {
  int copy = fcntl((int)descriptor, F_DUPFD_CLOEXEC, 3);
  return copy < 0 ? -errno : copy;
}

int64_t cj_process_null(int64_t writes) {
  int descriptor = open("/dev/null", (writes ? O_WRONLY : O_RDONLY) | O_CLOEXEC);
  return descriptor < 0 ? -errno : descriptor;
}

/// What the child does up to exec; it tells an error number, and whether the directory was at fault, through a pipe.
static void run_child(const char *program, char *const *arguments, char **environment, const char *directory,
                      const int64_t *streams, int64_t options, int report) {
  int moved[3], failure[2] = {0, 0};
  /* First out of the way of 0, 1 and 2, then to their places. */
  for (int i = 0; i < 3; i++) {
    moved[i] = (int)streams[i];
    if (moved[i] >= 0 && moved[i] < 3 && moved[i] != i) moved[i] = fcntl(moved[i], F_DUPFD_CLOEXEC, 3);
  }
  if (report < 3) report = fcntl(report, F_DUPFD_CLOEXEC, 3);
  for (int i = 0; i < 3; i++) {
    if (moved[i] < 0) continue;
    if (moved[i] == i) fcntl(i, F_SETFD, 0);
    else if (dup2(moved[i], i) < 0) goto failed;
  }
  if (directory && chdir(directory)) {
    failure[1] = 1;
    goto failed;
  }
  signal(SIGPIPE, SIG_DFL);
  if (options & NEW_SESSION) setsid();
  if (options & CLOSE_OTHERS) {
    close_range(3, (unsigned)report - 1, 0);
    close_range((unsigned)report + 1, ~0u, 0);
  }
  if (environment) environ = environment;
  execvp(program, arguments);
failed:
  failure[0] = errno;
  if (write(report, failure, sizeof failure) < 0) _exit(254);
  _exit(255);
}

/// The number of the new process. `streams` has descriptors for 0, 1 and 2, or -1 for those of this process; `program`
/// is looked for in PATH; without an environment the child gets ours. *in_directory: chdir() was what failed.
int64_t cj_process_start(CjStr program, char *const *arguments, char **environment, CjStr directory, CjBool has_directory,
                         const int64_t *streams, int64_t options, int64_t *in_directory) {
  int report[2], failure[2];
  *in_directory = 0;
  if (pipe2(report, O_CLOEXEC)) return -errno;
  const char *path = cj_str_to_c(program), *folder = has_directory ? cj_str_to_c(directory) : NULL;
  pid_t child = fork();
  if (child == 0) run_child(path, arguments, environment, folder, streams, options, report[1]);
  int error = errno;
  close(report[1]);
  if (child < 0) {
    close(report[0]);
    return -error;
  }
  ssize_t told;
  do told = read(report[0], failure, sizeof failure);
  while (told < 0 && errno == EINTR);
  close(report[0]);
  if (told != sizeof failure) return child;
  while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {}
  *in_directory = failure[1];
  return -failure[0];
}

/// The number of the process that ended and its status in *status; 0 when it still runs and `options` say not to wait.
int64_t cj_process_wait(int64_t process, int64_t options, int64_t *status) {
  int result = 0;
  pid_t ended;
  do ended = waitpid((pid_t)process, &result, (int)options);
  while (ended < 0 && errno == EINTR);
  *status = result;
  return ended < 0 ? -errno : ended;
}

int64_t cj_process_signal(int64_t process, int64_t number) { return kill((pid_t)process, (int)number) ? -errno : 0; }

/// What a signal means; empty when it is none.
CjStr cj_signal_text(int64_t number) {
  const char *text = sigdescr_np((int)number);
  return cj_str_from_utf8_c(text ? text : "");
}

int64_t cj_process_clock(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

void cj_process_pause(int64_t nanoseconds) {
  struct timespec time = {nanoseconds / 1000000000, nanoseconds % 1000000000};
  nanosleep(&time, NULL);
}

/// Reads what is there; 0 at the end.
static int receive(struct pollfd *from, CjGrowing *into) {
  if (into->capacity - into->length < 4096) {
    into->data = cj_realloc_atomic(into->data, into->capacity * 2);
    into->capacity *= 2;
  }
  ssize_t count = read(from->fd, into->data + into->length, (size_t)(into->capacity - into->length));
  if (count > 0) into->length += count;
  return count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN));
}

/// Sends data to one descriptor and reads two others to their ends (-1: none), until `deadline` (negative: none) on the
/// clock. pipes[] become -1 at their ends, and the first is closed; results[] are what was read now; *sent counts on. 1: it is too late.
int64_t cj_process_exchange(int64_t *pipes, CjBytes data, int64_t *sent, CjBytes *results, int64_t deadline) {
  struct pollfd polled[3];
  CjGrowing read_from[2] = {cj_growing_start(8192), cj_growing_start(8192)};
  int64_t outcome = 0;
  void (*old)(int) = signal(SIGPIPE, SIG_IGN);
  if (pipes[0] >= 0) fcntl((int)pipes[0], F_SETFL, fcntl((int)pipes[0], F_GETFL) | O_NONBLOCK);
  for (;;) {
    if (pipes[0] >= 0 && *sent == data.length) {
      close((int)pipes[0]);
      pipes[0] = -1;
    }
    if (pipes[0] < 0 && pipes[1] < 0 && pipes[2] < 0) break;
    for (int i = 0; i < 3; i++) polled[i] = (struct pollfd){(int)pipes[i], i ? POLLIN : POLLOUT, 0};
    int64_t left = deadline < 0 ? -1 : deadline - cj_process_clock();
    if (deadline >= 0 && left <= 0) {
      outcome = 1;
      break;
    }
    int ready = poll(polled, 3, left < 0 ? -1 : (int)(left / 1000000 + 1));
    if (ready < 0 && errno != EINTR) {
      outcome = -errno;
      break;
    }
    if (ready <= 0) continue;
    if (pipes[0] >= 0 && polled[0].revents) {
      ssize_t count = write(polled[0].fd, data.data + *sent, (size_t)(data.length - *sent));
      if (count > 0) *sent += count;
      else if (errno == EPIPE) *sent = data.length;
      else if (errno != EAGAIN && errno != EINTR) {
        outcome = -errno;
        break;
      }
    }
    for (int i = 1; i < 3; i++)
      if (pipes[i] >= 0 && polled[i].revents && !receive(&polled[i], &read_from[i - 1])) pipes[i] = -1;
  }
  signal(SIGPIPE, old);
  for (int i = 0; i < 2; i++) results[i] = cj_growing_bytes(&read_from[i]);
  return outcome;
}
