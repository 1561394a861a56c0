class Node:
    def __init__(self, v, kids=None):
        self.v = v
        self.kids = kids or []
def collect(n, into):
    into.append(n.v)
    for k in n.kids: collect(k, into)
t = Node(1, [Node(2), Node(3, [Node(4)])])
found = []
collect(t, found)
print(found)
def count_words(text, counts):
    for w in text.split():
        counts[w] = counts.get(w, 0) + 1
c = {}
count_words("a b a", c)
print(c)
def perms(items, current, out):
    if not items:
        out.append(current)
        return
    for i in range(len(items)):
        perms(items[:i] + items[i+1:], current + [items[i]], out)
out = []
perms([1, 2, 3], [], out)
print(out)
def fib(n, memo={}):
    if n in memo: return memo[n]
    if n < 2: return n
    memo[n] = fib(n - 1, memo) + fib(n - 2, memo)
    return memo[n]
print(fib(50))
def lookup(n, cache):
    if n not in cache:
        cache[n] = n * n
    return cache[n]
print(lookup(5, {}))
def make():
    r = []
    return r
m = make()
m.append("x")
print(m)
class Graph:
    def __init__(self, adj):
        self.adj = adj
        self.seen = set()
        self.order = []
    def edge(self, a, b):
        self.adj.setdefault(a, []).append(b)
    def dfs(self, n):
        if n in self.seen: return
        self.seen.add(n)
        self.order.append(n)
        for k in self.adj.get(n, []): self.dfs(k)
g = Graph({})
g.edge(1, 2); g.edge(2, 3)
g.dfs(1)
print(g.order, g.adj)
def solve(board, row, cols, res):
    if row == len(board):
        res.append(cols[:])
        return
    for c in range(len(board)):
        if c not in cols:
            cols.append(c)
            solve(board, row + 1, cols, res)
            cols.pop()
res = []
solve([0] * 3, 0, [], res)
print(res)
def subsets(nums):
    result = []
    def bt(start, path):
        result.append(path[:])
        for i in range(start, len(nums)):
            path.append(nums[i])
            bt(i + 1, path)
            path.pop()
    bt(0, [])
    return result
print(subsets([1, 2, 3]))
def group(pairs):
    d = {}
    for k, v in pairs:
        if k not in d:
            d[k] = []
        d[k].append(v)
    return d
print(group([("a", 1), ("b", 2), ("a", 3)]))
nested = {}
nested["x"] = {}
nested["x"]["y"] = 5
print(nested)
best = None
for x in [3, 1, 2]:
    if best is None or x < best: best = x
print(best)
rows = [[] for _ in range(3)]
rows[0].append(1.5)
print(rows)
q = [(0, "s")]
dist = {"s": 0}
import heapq
heapq.heappush(q, (2.5, "a"))
print(heapq.heappop(q)[1])
dp = [0] * 3
dp[1] = 2.5
print(dp[1])
state = {"count": 0, "total": 0}
state["total"] += 1.5
print(state["total"])
xs = [1, 2]
xs += [2.5]
print(xs[2])
ys = []
ys.extend([1, 2]); ys.extend([0.5])
print(ys[2])
zs = [None] * 3
zs[0] = "a"
print(zs)
ws = []
ws.append(None)
ws.append(3)
print(ws)
