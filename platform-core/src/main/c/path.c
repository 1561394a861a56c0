/// The file system by name.
#include "internal.h"
#include <dirent.h>
#include <sys/stat.h>

static int64_t result(int status) { return status < 0 ? -errno : 0; }

int64_t cj_path_remove(CjStr path) { return result(unlink(cj_str_to_c(path))); }
int64_t cj_path_make_directory(CjStr path, int64_t mode) { return result(mkdir(cj_str_to_c(path), (mode_t)mode)); }
int64_t cj_path_remove_directory(CjStr path) { return result(rmdir(cj_str_to_c(path))); }
int64_t cj_path_rename(CjStr from, CjStr to) { return result(rename(cj_str_to_c(from), cj_str_to_c(to))); }
int64_t cj_path_change_directory(CjStr path) { return result(chdir(cj_str_to_c(path))); }

int64_t cj_path_current(CjStr *out) {
  char path[PATH_MAX];
  *out = CJ_EMPTY;
  if (!getcwd(path, sizeof path)) return -errno;
  *out = cj_str_from_system(path);
  return 0;
}

static int64_t nanoseconds(struct timespec time) { return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec; }

int64_t cj_path_status(CjStr path, int64_t follow, int64_t *fields) {
  struct stat status;
  const char *name = cj_str_to_c(path);
  if ((follow ? stat(name, &status) : lstat(name, &status)) < 0) return -errno;
  const int64_t values[] = {status.st_mode,
                            status.st_size,
                            nanoseconds(status.st_mtim),
                            nanoseconds(status.st_atim),
                            nanoseconds(status.st_ctim),
                            (int64_t)status.st_ino,
                            (int64_t)status.st_dev,
                            (int64_t)status.st_nlink,
                            status.st_uid,
                            status.st_gid};
  memcpy(fields, values, sizeof values);
  return 0;
}

int64_t cj_path_resolve(CjStr path, CjStr *out) {
  char resolved[PATH_MAX];
  *out = CJ_EMPTY;
  if (!realpath(cj_str_to_c(path), resolved)) return -errno;
  *out = cj_str_from_system(resolved);
  return 0;
}

int64_t cj_path_link(CjStr target, CjStr path) { return result(symlink(cj_str_to_c(target), cj_str_to_c(path))); }

int64_t cj_path_read_link(CjStr path, CjStr *out) {
  char target[PATH_MAX];
  *out = CJ_EMPTY;
  ssize_t length = readlink(cj_str_to_c(path), target, sizeof target - 1);
  if (length < 0) return -errno;
  target[length] = 0;
  *out = cj_str_from_system(target);
  return 0;
}

CjBool cj_path_access(CjStr path, int64_t mode) { return access(cj_str_to_c(path), (int)mode) == 0; }

void *cj_directory_open(CjStr path, int64_t *error) {
  DIR *directory = opendir(cj_str_to_c(path));
  *error = directory ? 0 : errno;
  return directory;
}

CjBool cj_directory_next(void *directory, CjStr *out) {
  struct dirent *entry;
  while ((entry = readdir(directory)))
    if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
      *out = cj_str_from_system(entry->d_name);
      return 1;
    }
  *out = CJ_EMPTY;
  return 0;
}

void cj_directory_close(void *directory) { closedir(directory); }

int64_t cj_shell(CjStr command) {
  cj_flush_all();
  return system(cj_str_to_c(command));
}
