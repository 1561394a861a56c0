/* The command `codonj`: starts the compiler, or a program that it has built before.
 *
 *   codonj run FLAGS FILE ARGUMENTS
 *       1. Look up the index entry of this command line. If everything it lists is unchanged, become the program.
 *       2. Otherwise start Java and wait. When it has built the program it says so through a pipe, and this process
 *          becomes the program: its signals, terminal and exit status are its own.
 *   anything else
 *       Become Java.
 *
 * The index is written by io.codonj.cli.cache.IndexEntry; its format is described there. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "launcher_config.h" /* JAVA_FLAGS and JARS, written by assemble.sh */

enum { WRONG_USAGE = 2, PATH_SIZE = 4096, INDEX_LIMIT = 1 << 20 };

static char home[PATH_SIZE];       /* the installation */
static char index_file[PATH_SIZE]; /* empty: this command line has no entry */

static void fail(const char *what, const char *name) {
  fprintf(stderr, "codonj: %s %s: %s\n", what, name, strerror(errno));
  exit(WRONG_USAGE);
}

/* The installation is the folder above bin/, wherever it was moved to. */
static void find_home(void) {
  ssize_t n = readlink("/proc/self/exe", home, sizeof home - 1);
  if (n < 0) fail("cannot read", "/proc/self/exe");
  home[n] = 0;
  for (int up = 0; up < 2; up++) {
    char *slash = strrchr(home, '/');
    if (slash) *slash = 0;
  }
}

/* ---- The index ---- */

/* FNV-1a, 64 bits, over text with its terminating NUL. Two of them with different seeds name an entry, which
 * repeats what it stands for nowhere else: a collision needs 2^64 command lines. */
static uint64_t hash(uint64_t h, const char *text) {
  do {
    h = (h ^ (unsigned char)*text) * 0x100000001b3u;
  } while (*text++);
  return h;
}

/* The position of FILE in `codonj run FLAGS FILE`, 0 if a flag may take its value from the next argument, or FILE is
 * standard input or a project: such command lines go through Java. */
static int file_position(int argc, char **argv) {
  static const char *const plain[] = {"-release", "--release", "-debug", "--debug", "-fast-math", "--fast-math", 0};
  for (int i = 2; i < argc; i++) {
    struct stat file;
    if (argv[i][0] != '-') return stat(argv[i], &file) == 0 && S_ISDIR(file.st_mode) ? 0 : i;
    bool known = strchr(argv[i], '=') != 0;
    for (int k = 0; plain[k]; k++) known = known || !strcmp(argv[i], plain[k]);
    if (!known) return 0;
  }
  return 0;
}

static void name_index_file(char **argv, int file) {
  char directory[PATH_SIZE / 2];
  const char *cache = getenv("XDG_CACHE_HOME"), *user = getenv("HOME"), *path = getenv("CODONJ_PATH");
  char cwd[PATH_SIZE];
  if (!getcwd(cwd, sizeof cwd)) return;
  if (cache && cache[0] == '/') snprintf(directory, sizeof directory, "%s/codonj/index", cache);
  else if (user && user[0] == '/') snprintf(directory, sizeof directory, "%s/.cache/codonj/index", user);
  else return;
  uint64_t h[2] = {0xcbf29ce484222325u, 0x84222325cbf29ce4u};
  for (int k = 0; k < 2; k++) {
    h[k] = hash(h[k], home);
    h[k] = hash(h[k], cwd);
    h[k] = hash(h[k], path ? path : "");
    for (int i = 2; i <= file; i++) h[k] = hash(h[k], argv[i]);
  }
  snprintf(index_file, sizeof index_file, "%s/%016" PRIx64 "%016" PRIx64, directory, h[0], h[1]);
}

/* `file SIZE SECONDS NANOSECONDS INODE PATH`, or `absent PATH`. */
static bool holds(char *line) {
  struct stat now;
  if (!strncmp(line, "absent ", 7)) return stat(line + 7, &now) != 0;
  intmax_t size, seconds, nanoseconds;
  uintmax_t inode;
  int path = 0;
  if (sscanf(line, "file %jd %jd %jd %ju %n", &size, &seconds, &nanoseconds, &inode, &path) != 4 || !path) return false;
  return stat(line + path, &now) == 0 && now.st_size == size && now.st_mtim.tv_sec == seconds &&
         now.st_mtim.tv_nsec == nanoseconds && now.st_ino == inode;
}

static char *next_line(char **rest) {
  char *line = *rest, *end = line ? strchr(line, '\n') : 0;
  if (!end) return 0;
  *end = 0;
  *rest = end + 1;
  return line;
}

/* The executable that the entry names when all that it was made of is unchanged. */
static const char *look_up(void) {
  static char text[INDEX_LIMIT];
  int f = open(index_file, O_RDONLY | O_CLOEXEC);
  if (f < 0) return 0;
  ssize_t n = read(f, text, sizeof text - 1);
  close(f);
  if (n <= 0) return 0;
  text[n] = 0;
  char *rest = text, *line = next_line(&rest), *program;
  if (!line || strcmp(line, "codonj-index-1") || !(program = next_line(&rest))) return 0;
  while ((line = next_line(&rest)))
    if (!holds(line)) return 0;
  return *rest ? 0 : program;
}

/* Eviction goes by the time of last use; once an hour is exact enough. */
static void note_use(const char *program) {
  struct stat s;
  if (stat(program, &s) == 0 && s.st_mtime + 3600 < time(0)) utimensat(AT_FDCWD, program, 0, 0);
}

/* ---- Java ---- */

static _Noreturn void become_java(int argc, char **argv) {
  static const char *const flags[] = {JAVA_FLAGS};
  static const char *const jars[] = {JARS};
  static char class_path[PATH_SIZE * 4], cache[PATH_SIZE + 32], property[PATH_SIZE + 32];
  enum { FLAGS = sizeof flags / sizeof *flags, JAR_COUNT = sizeof jars / sizeof *jars, OTHERS = 8 };
  const char **arguments = calloc((size_t)argc + FLAGS + OTHERS, sizeof *arguments);
  if (!arguments) fail("cannot allocate", "arguments");
  size_t length = 0;
  for (int i = 0; i < JAR_COUNT && length < sizeof class_path; i++)
    length += (size_t)snprintf(class_path + length, sizeof class_path - length, "%s%s/lib/%s", i ? ":" : "", home, jars[i]);
  snprintf(cache, sizeof cache, "-XX:AOTCache=%s/lib/codonj.aot", home);
  snprintf(property, sizeof property, "-Dcodonj.home=%s", home);
  int n = 0;
  arguments[n++] = "java";
  for (int i = 0; i < FLAGS; i++) arguments[n++] = flags[i];
  if (access(strchr(cache, '/'), R_OK) == 0) arguments[n++] = cache;
  arguments[n++] = property;
  arguments[n++] = "-cp";
  arguments[n++] = class_path;
  arguments[n++] = "io.codonj.cli.Main";
  for (int i = 1; i < argc; i++) arguments[n++] = argv[i];
  setenv("CODONJ_TERMINAL", isatty(STDERR_FILENO) ? "1" : "0", 1);
  static char java[PATH_SIZE + 32];
  snprintf(java, sizeof java, "%s/lib/jre/bin/java", home);
  execv(java, (char **)arguments);
  fail("cannot start", java);
  abort();
}

/* Starts Java, waits, and becomes the program that it built, if it did. */
static int run_through_java(int argc, char **argv) {
  int ends[2];
  if (pipe(ends) < 0) fail("cannot open", "a pipe");
  fflush(0);
  pid_t child = fork();
  if (child < 0) fail("cannot start", "the compiler");
  if (child == 0) {
    char descriptor[16];
    close(ends[0]);
    snprintf(descriptor, sizeof descriptor, "%d", ends[1]);
    setenv("CODONJ_HANDOVER_FD", descriptor, 1);
    if (index_file[0]) setenv("CODONJ_INDEX", index_file, 1);
    become_java(argc, argv);
  }
  close(ends[1]);
  static char answer[2 * PATH_SIZE + 32];
  size_t size = 0;
  for (ssize_t n; size < sizeof answer - 1;) {
    n = read(ends[0], answer + size, sizeof answer - 1 - size);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    size += (size_t)n;
  }
  close(ends[0]);
  int status;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFSIGNALED(status)) {
    fprintf(stderr, "codonj: the compiler was ended by signal %d (%s)\n", WTERMSIG(status), strsignal(WTERMSIG(status)));
    return 1;
  }
  size_t path = strlen(answer);
  if (WEXITSTATUS(status) != 0 || path + 1 >= size) return WEXITSTATUS(status);
  char *count = answer + path + 1, *name = count + strlen(count) + 1;
  int file = argc - 1 - atoi(count); /* of a project, where there may be no argument FILE: the last one before */
  if (file < 1 || name >= answer + size) return 1;
  argv[file] = name;
  execv(answer, argv + file);
  fail("cannot start", answer);
  return 1;
}

int main(int argc, char **argv) {
  find_home();
  unsetenv("CODONJ_HANDOVER_FD");
  unsetenv("CODONJ_INDEX");
  if (argc < 2 || strcmp(argv[1], "run")) become_java(argc, argv);
  int file = file_position(argc, argv);
  if (file) {
    name_index_file(argv, file);
    const char *program = index_file[0] ? look_up() : 0;
    if (program) {
      note_use(program);
      execv(program, argv + file);
    }
  }
  return run_through_java(argc, argv);
}
