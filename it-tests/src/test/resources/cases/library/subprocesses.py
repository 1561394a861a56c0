"""Processes with pipes, statuses, time limits and signals."""

import signal
import subprocess
import sys
from subprocess import PIPE, CalledProcessError, TimeoutExpired

r = subprocess.run(["echo", "hello", "world"], capture_output=True, text=True)
print(repr(r.stdout), r.returncode, repr(r.stderr), r)
r2 = subprocess.run(["cat"], input=b"bytes\n", stdout=PIPE)
print(r2.stdout, r2.returncode, r2.stderr)
print(subprocess.check_output("echo $((1+2)); exit 0", shell=True, text=True))
print(subprocess.run(["false"]).returncode, subprocess.call(["true"]), subprocess.getoutput("echo a; echo b"), subprocess.getstatusoutput("exit 3"))
try:
    subprocess.run(["sh", "-c", "echo out; echo err >&2; exit 5"], check=True, capture_output=True, text=True)
except CalledProcessError as e:
    print(e, e.returncode, repr(e.stdout), repr(e.stderr))
try:
    subprocess.run(["sleep", "5"], timeout=0.1)
except TimeoutExpired:
    print("too long")
try:
    subprocess.run(["/no/such/program"])
except FileNotFoundError as e:
    print(e)
try:
    subprocess.run(["true"], cwd="/no/such/dir")
except FileNotFoundError as e:
    print(e)
p = subprocess.Popen(["sort"], stdin=PIPE, stdout=PIPE, text=True)
out, err = p.communicate("b\na\nc\n")
print(repr(out), err, p.returncode)
with subprocess.Popen(["sh", "-c", "for i in 1 2 3; do echo line $i; done"], stdout=PIPE, text=True) as q:
    if q.stdout is not None:
        for line in q.stdout:
            print(line.rstrip())
print(q.returncode)
k = subprocess.Popen(["sleep", "10"])
print(k.poll())
k.terminate()
print(k.wait(), k.returncode)
print(subprocess.run("cat; echo x >&2", shell=True, input="in", capture_output=True, text=True).stdout)
print(subprocess.run(["sh", "-c", "echo $FOO; pwd"], env={"FOO": "bar", "PATH": "/bin:/usr/bin"}, cwd="/", capture_output=True, text=True).stdout)
print(subprocess.run(["sh", "-c", "echo e >&2"], stdout=PIPE, stderr=subprocess.STDOUT, text=True).stdout)
big = "x" * 300000
print(len(subprocess.run(["cat"], input=big, capture_output=True, text=True).stdout))
print(subprocess.run(["echo", "gone"], stdout=subprocess.DEVNULL).returncode)
try:
    subprocess.run(["sh", "-c", "kill -9 $$"], check=True)
except CalledProcessError as e:
    print(e)
print(signal.SIGTERM, repr(signal.SIGINT), signal.Signals(9).name, signal.strsignal(11), int(signal.SIGALRM), signal.SIGTERM == 15)
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN))
signal.raise_signal(signal.SIGUSR1)
a = subprocess.check_output(["printf", "a\\nb"])
print(a, a.decode().split("\n"))
