"""Thread pools, futures and queues."""

import concurrent.futures
import queue
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait, FIRST_COMPLETED, Future, TimeoutError

def slow(n: int) -> int:
    time.sleep(n / 20)
    return n * n

with ThreadPoolExecutor(max_workers=4) as ex:
    futs = {ex.submit(slow, n): n for n in (3, 1, 2)}
    for f in as_completed(futs):
        print(futs[f], f.result())
    done, pending = wait(futs)
    print(len(done), len(pending))
    fs = [ex.submit(pow, 2, n) for n in range(3)]
    print([f.result() for f in fs])
    f = ex.submit(slow, 10)
    try:
        f.result(timeout=0.01)
    except TimeoutError:
        print("timeout")
    try:
        f.result(timeout=0.01)
    except concurrent.futures.TimeoutError:
        print("timeout")
    r = wait([f, ex.submit(slow, 0)], return_when=FIRST_COMPLETED)
    print(len(r.done), len(r.not_done))
    f2 = ex.submit(lambda a, b=1: a + b, 1, b=5)
    print(f2.result(), f2.done(), f2.exception())
    got: list[int] = []
    f2.add_done_callback(lambda fut: got.append(fut.result()))
    print(got)
    print(list(ex.map(lambda a, b: a * b, [1, 2, 3], [4, 5, 6])))
    f3 = ex.submit(lambda: 1 // 0)
    print(type(f3.exception()).__name__, f3.exception())
    try:
        f3.result()
    except ZeroDivisionError as e:
        print("raised", e)
try:
    ex.submit(slow, 1)
except RuntimeError as e:
    print(e)
fut: Future[int] = Future()
print(fut.done(), fut.running(), fut.cancelled())
fut.set_result(5)
print(fut.result(), fut.cancel())
try:
    fut.set_result(6)
except concurrent.futures.InvalidStateError:
    print("invalid")
g: Future[str] = Future()
print(g.cancel(), g.cancelled())
try:
    g.result()
except concurrent.futures.CancelledError as e:
    print("cancelled")

q: queue.Queue[int] = queue.Queue(maxsize=2)
q.put(1); q.put(2)
print(q.full(), q.qsize(), q.empty())
try: q.put(3, block=False)
except queue.Full: print("full")
try: q.put(3, timeout=0.01)
except queue.Full: print("full")
print(q.get(), q.get())
try: q.get_nowait()
except queue.Empty as e: print("empty", repr(e))
try: q.get(timeout=0.01)
except queue.Empty: print("empty")
l: queue.LifoQueue[str] = queue.LifoQueue()
for c in "abc": l.put(c)
print(l.get(), l.get(), l.get())
p: queue.PriorityQueue[tuple[int, str]] = queue.PriorityQueue()
for t in ((3, "c"), (1, "a"), (2, "b")): p.put(t)
print([p.get() for _ in range(3)])
q2 = queue.Queue()
def work():
    while True:
        item = q2.get()
        got.append(item * 10)
        q2.task_done()
threading.Thread(target=work, daemon=True).start()
for i in range(5): q2.put(i)
q2.join()
print(got)
s = queue.SimpleQueue()
s.put("x")
print(s.get(), s.empty())
ex2 = ThreadPoolExecutor()
ff = ex2.submit(slow, 1)
print("end", ff.result())
