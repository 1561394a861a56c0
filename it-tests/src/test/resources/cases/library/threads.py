"""Threads, locks, conditions, barriers and timers."""

import threading
import time
def f(k): pass
def show(x): print(x.__name__)
show(f)
t = threading.Thread(target=f, args=(1,)); t.start(); t.join()
print(t.name, t.is_alive(), t.daemon)
c = threading.Condition()
items: list[int] = []
def consumer():
    with c:
        while not items:
            c.wait()
        print("got", items.pop())
t = threading.Thread(target=consumer); t.start()
with c:
    items.append(5)
    c.notify()
t.join()
c2 = threading.Condition(threading.Lock())
with c2:
    print(c2.wait(0.01), c2.wait_for(lambda: True))
e = threading.Event()
print(e.wait(0.01), e.is_set())
b = threading.Barrier(3, action=lambda: print("all"))
def meet(i):
    b.wait()
ts = [threading.Thread(target=meet, args=(i,)) for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(b.broken, b.n_waiting, b.parties)
b.abort()
try:
    b.wait()
except threading.BrokenBarrierError as err:
    print("broken", repr(err))
s = threading.BoundedSemaphore(2)
print(s.acquire(), s.acquire(blocking=False), s.acquire(blocking=False), s.acquire(timeout=0.01))
s.release(); s.release()
try:
    s.release()
except ValueError as err: print(err)
fired: list[str] = []
tm = threading.Timer(0.01, fired.append, args=("x",)); tm.start(); tm.join(); print(fired)
tm = threading.Timer(10, f, [1]); tm.start(); tm.cancel(); tm.join(); print("cancelled")
def bg0(): pass
r = threading.RLock()
with r:
    with r: print("in")
try: r.release()
except RuntimeError as err: print(err)
try: threading.Lock().release()
except RuntimeError as err: print(err)
t = threading.Thread(target=bg0)
try: t.join()
except RuntimeError as err: print(err)
print(threading.current_thread().name, threading.main_thread() is threading.current_thread(), threading.active_count())
print([t.name for t in threading.enumerate()])
def bg():
    time.sleep(0.05)
    print("late, waited for")
threading.Thread(target=bg, name="w").start()
def forever():
    while True: time.sleep(1)
threading.Thread(target=forever, daemon=True).start()
class W(threading.Thread):
    def __init__(self, n: int):
        super().__init__(name=f"w{n}", daemon=True)
        self.n = n; self.out = 0
    def run(self):
        self.out = self.n * 2
ws = [W(i) for i in range(3)]
for w in ws: w.start()
for w in ws: w.join()
print([(w.name, w.out) for w in ws])
print("end of main")
