"""Copies, trees, temporary files, patterns as expressions."""

import fnmatch
import os
import re
import shutil
import tempfile
from pathlib import Path
with tempfile.TemporaryDirectory() as d:
    os.chdir(d)
    os.makedirs("a/b")
    Path("a/x.txt").write_text("x"); Path("a/y.pyc").write_text("y"); Path("a/b/z.txt").write_text("z")
    os.chmod("a/x.txt", 0o640)
    os.utime("a/x.txt", (10.0, 20.0))
    shutil.copy("a/x.txt", "c1"); shutil.copy2("a/x.txt", "c2")
    print(oct(os.stat("c1").st_mode), os.stat("c2").st_mtime, os.stat("c1").st_mtime == 20.0)
    shutil.copytree("a", "t", ignore=shutil.ignore_patterns("*.pyc", "q*"))
    print(sorted(os.listdir("t")), os.listdir("t/b"))
    try:
        shutil.copyfile("c1", "c1")
    except shutil.SameFileError as e:
        print(e)
    print(shutil.which("sh") is not None, shutil.which("no-such-cmd"), shutil.disk_usage("/").total > 0, shutil.get_terminal_size((3, 4)) != (0, 0))
    shutil.move("c1", "t")
    print(sorted(os.listdir("t")))
    shutil.rmtree("t")
    print(os.path.exists("t"))
    fd, name = tempfile.mkstemp(suffix=".q", dir=d)
    os.write(fd, b"hi"); os.close(fd)
    print(name.endswith(".q"), open(name).read(), oct(os.stat(name).st_mode))
    print(os.path.ismount("/"), os.path.ismount(d), os.path.samestat(os.stat(d), os.stat(d)), os.path.getctime(name) > 0)
    os.chdir("/")
for p in ["*.txt", "a?[b-d]", "[!x]y", "x.(y)", "a-b", "[", "é*"]:
    t = fnmatch.translate(p)
    print([n for n in ["a.txt", "axc", "zy", "xy", "x.(y)", "a-b", "[", "éa"] if re.match(t, n)])
