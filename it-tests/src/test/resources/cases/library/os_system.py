"""os: descriptors, links, times, processes, constants."""

import errno
import os
import tempfile

print(os.O_RDONLY, os.O_CREAT | os.O_WRONLY, os.SEEK_END, os.EX_USAGE, errno.errorcode[2], errno.ENOTSUP, errno.EPROTO)
with tempfile.TemporaryDirectory() as d:
    os.chdir(d)
    fd = os.open("a.txt", os.O_RDWR | os.O_CREAT, 0o644)
    print(os.write(fd, b"hello world"), os.lseek(fd, 0, os.SEEK_SET), os.read(fd, 5), os.pread(fd, 3, 6), os.fstat(fd).st_size)
    os.ftruncate(fd, 4)
    print(os.fstat(fd).st_size, os.isatty(fd), os.get_inheritable(fd), os.get_blocking(fd))
    os.close(fd)
    try:
        os.read(fd, 1)
    except OSError as e:
        print(e.errno == errno.EBADF, e)
    os.symlink("a.txt", "l")
    os.link("a.txt", "h")
    print(os.readlink("l"), os.stat("h").st_nlink, os.path.islink("l"), sorted(os.listdir()))
    os.chmod("a.txt", 0o600)
    print(oct(os.stat("a.txt").st_mode), os.lstat("l").st_size)
    os.utime("a.txt", (1000.5, 2000.25))
    print(os.stat("a.txt").st_mtime, os.stat("a.txt").st_atime)
    os.utime("a.txt", ns=(5, 7000000001))
    print(os.stat("a.txt").st_mtime_ns)
    os.truncate("a.txt", 2)
    with open("a.txt") as f:
        print(f.read())
    r, w = os.pipe()
    os.write(w, b"through")
    os.close(w)
    print(os.read(r, 100), os.read(r, 100))
    os.close(r)
    os.mkfifo("fifo")
    os.renames("h", "x/y/z")
    print(os.path.exists("x/y/z"), os.path.exists("fifo"))
    with os.fdopen(os.open("t", os.O_WRONLY | os.O_CREAT), "w") as g:
        g.write("text")
    print(open("t").read(), os.statvfs(".").f_namemax, os.pathconf(".", "PC_NAME_MAX"))
    os.chdir("/")
print(os.getuid() == os.geteuid(), os.getppid() > 0, os.getpgid(0) == os.getpgrp(), os.umask(0o22) >= 0, len(os.getloadavg()))
pid = os.fork()
if pid == 0:
    os._exit(7)
_, status = os.waitpid(pid, 0)
print(os.WIFEXITED(status), os.WEXITSTATUS(status), os.waitstatus_to_exitcode(status))
print(os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "exit 3"), os.uname().sysname, os.fsencode("é"), os.fsdecode(b"x"), os.major(os.makedev(8, 1)))
try:
    os.kill(999999999, 0)
except ProcessLookupError as e:
    print(e)
try:
    os.open("/no/such", os.O_RDONLY)
except FileNotFoundError as e:
    print(e, e.filename)
print(os.sysconf("SC_PAGESIZE"), os.times().user >= 0, os.defpath, os.error is OSError)
