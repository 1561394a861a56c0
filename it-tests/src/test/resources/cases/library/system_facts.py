"""time, platform and sys."""

import io
import platform
import sys
import time
print(time.clock_gettime(time.CLOCK_MONOTONIC) > 0, time.clock_gettime_ns(time.CLOCK_REALTIME) > 10**18, time.clock_getres(time.CLOCK_REALTIME) < 1, time.thread_time_ns() >= 0, time.get_clock_info("monotonic").monotonic)
print(time.strptime("2024-02-03 04:05:06", "%Y-%m-%d %H:%M:%S")[:6], time.strptime("30 Nov 00", "%d %b %y").tm_year, time.timezone, time.tzname, time.daylight, time.altzone)
print(platform.system(), len(platform.node()) > 0, platform.uname().system, platform.release() == platform.uname().release, platform.libc_ver()[0])
try:
    raise KeyError("a")
except KeyError:
    kind, value, tb = sys.exc_info()
    print(kind.__name__ if kind else None, repr(value), tb is not None, sys.exc_info()[1] is value)
print(sys.float_repr_style, sys.getswitchinterval(), sys.flags.optimize, sys.implementation.name != "")
def f(x: io.TextIOWrapper) -> str: return x.readline()
with open("/etc/hostname") as h: print(len(f(h)) > 0)
sys.displayhook(3)
