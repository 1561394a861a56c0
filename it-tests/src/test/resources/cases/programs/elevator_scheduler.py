"""Elevator simulation, event scheduler, text wrapping, roman numerals."""
import heapq, itertools
from collections import deque, Counter
from enum import Enum

class Direction(Enum):
    UP = 1
    DOWN = -1
    IDLE = 0

class Request:
    counter = itertools.count()
    def __init__(self, time, src, dst):
        self.id = next(Request.counter)
        self.time, self.src, self.dst = time, src, dst
        self.picked = None
        self.done = None
    @property
    def direction(self):
        return Direction.UP if self.dst > self.src else Direction.DOWN
    @property
    def wait(self):
        return (self.picked or 0) - self.time

class Elevator:
    def __init__(self, floors, capacity=4):
        self.floors = floors
        self.capacity = capacity
        self.floor = 0
        self.direction = Direction.IDLE
        self.riders = []
        self.waiting = {f: deque() for f in range(floors)}
        self.finished = []
        self.travelled = 0

    def call(self, req):
        self.waiting[req.src].append(req)

    def step(self, now):
        leaving = [r for r in self.riders if r.dst == self.floor]
        for r in leaving:
            r.done = now
            self.riders.remove(r)
            self.finished.append(r)
        q = self.waiting[self.floor]
        while q and len(self.riders) < self.capacity:
            r = q.popleft()
            r.picked = now
            self.riders.append(r)
        self.choose()
        self.floor += self.direction.value
        self.travelled += abs(self.direction.value)

    def choose(self):
        targets = [r.dst for r in self.riders] or [f for f, q in self.waiting.items() if q]
        if not targets:
            self.direction = Direction.IDLE
            return
        if self.direction == Direction.IDLE:
            nearest = min(targets, key=lambda f: (abs(f - self.floor), f))
            self.direction = Direction.UP if nearest > self.floor else Direction.DOWN if nearest < self.floor else Direction.IDLE
        elif self.direction is Direction.UP and max(targets) <= self.floor:
            self.direction = Direction.DOWN if min(targets) < self.floor else Direction.IDLE
        elif self.direction is Direction.DOWN and min(targets) >= self.floor:
            self.direction = Direction.UP if max(targets) > self.floor else Direction.IDLE

def simulate(n):
    e = Elevator(8)
    seed = 7
    pending = []
    for _ in range(n):
        seed = (seed * 16807) % 2147483647
        src = seed % 8
        dst = (src + 1 + seed // 8 % 7) % 8
        pending.append(Request(seed % 40, src, dst))
    pending.sort(key=lambda r: (r.time, r.id))
    now = 0
    while pending or e.riders or any(e.waiting.values()):
        while pending and pending[0].time <= now:
            e.call(pending.pop(0))
        e.step(now)
        now += 1
    return e, now

e, t = simulate(25)
waits = [r.wait for r in e.finished]
print(f"finished {len(e.finished)} in {t} ticks, moved {e.travelled}, avg wait {sum(waits) / len(waits):.2f}, max {max(waits)}")
print(Counter(r.direction.name for r in e.finished).most_common())

class Scheduler:
    def __init__(self):
        self.queue = []
        self.now = 0.0
        self.seq = 0
    def at(self, t, fn, *args):
        heapq.heappush(self.queue, (t, self.seq, fn, args))
        self.seq += 1
    def after(self, dt, fn, *args):
        self.at(self.now + dt, fn, *args)
    def run(self, until=float('inf')):
        while self.queue and self.queue[0][0] <= until:
            self.now, _, fn, args = heapq.heappop(self.queue)
            fn(*args)

log = []
s = Scheduler()
def tick(name, n):
    log.append(f"{s.now:.1f}:{name}{n}")
    if n < 3:
        s.after(1.5, tick, name, n + 1)
s.at(0, tick, "a", 0)
s.at(1, tick, "b", 1)
s.run(until=4)
print(log, len(s.queue))

ROMAN = [(1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'), (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')]
def to_roman(n):
    out = ''
    for v, s in ROMAN:
        q, n = divmod(n, v)
        out += s * q
    return out
def from_roman(s):
    vals = dict((s, v) for v, s in ROMAN if len(s) == 1)
    total = prev = 0
    for c in reversed(s):
        v = vals[c]
        total += v if v >= prev else -v
        prev = max(prev, v)
    return total
print([to_roman(n) for n in (1994, 2024, 49, 3999)], all(from_roman(to_roman(i)) == i for i in range(1, 4000)))
