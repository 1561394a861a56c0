import heapq, itertools
class Task:
    def __init__(self, name): self.name = name
c = itertools.count()
q = []
for p, n in [(3, "c"), (1, "a"), (1, "b")]:
    heapq.heappush(q, (p, next(c), Task(n)))
while q:
    p, _, t = heapq.heappop(q)
    print(p, t.name)
jobs = [(1, Task("x")), (1, Task("y"))]
try:
    print(sorted(jobs))
except TypeError as e:
    print(e)
