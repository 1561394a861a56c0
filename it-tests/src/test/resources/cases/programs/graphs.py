import heapq
from collections import defaultdict, deque

class Graph:
    def __init__(self, directed=False):
        self.adj = defaultdict(dict)
        self.directed = directed

    def add_edge(self, u, v, w=1):
        self.adj[u][v] = w
        if not self.directed:
            self.adj[v][u] = w
        else:
            self.adj[v]

    @classmethod
    def from_text(cls, text, **kwargs):
        g = cls(**kwargs)
        for line in text.strip().splitlines():
            line = line.split('#')[0].strip()
            if not line:
                continue
            u, v, *rest = line.split()
            g.add_edge(u, v, int(rest[0]) if rest else 1)
        return g

    def bfs(self, start):
        order, seen, queue = [], {start}, deque([start])
        while queue:
            u = queue.popleft()
            order.append(u)
            for v in sorted(self.adj[u]):
                if v not in seen:
                    seen.add(v)
                    queue.append(v)
        return order

    def dfs(self, start, visit=None, seen=None):
        if seen is None:
            seen = set()
        seen.add(start)
        if visit:
            visit(start)
        for v in sorted(self.adj[start]):
            if v not in seen:
                self.dfs(v, visit, seen)
        return seen

    def dijkstra(self, source):
        dist = {u: float('inf') for u in self.adj}
        prev = {u: None for u in self.adj}
        dist[source] = 0
        heap = [(0, source)]
        while heap:
            d, u = heapq.heappop(heap)
            if d > dist[u]:
                continue
            for v, w in self.adj[u].items():
                nd = d + w
                if nd < dist[v]:
                    dist[v] = nd
                    prev[v] = u
                    heapq.heappush(heap, (nd, v))
        return dist, prev

    def path(self, source, target):
        dist, prev = self.dijkstra(source)
        if dist[target] == float('inf'):
            return None
        path = []
        node = target
        while node is not None:
            path.append(node)
            node = prev[node]
        return path[::-1]

    def kruskal(self):
        parent = {u: u for u in self.adj}
        def find(x):
            while parent[x] != x:
                parent[x] = parent[parent[x]]
                x = parent[x]
            return x
        edges = sorted({(w, min(u, v), max(u, v)) for u in self.adj for v, w in self.adj[u].items()})
        mst = []
        for w, u, v in edges:
            ru, rv = find(u), find(v)
            if ru != rv:
                parent[ru] = rv
                mst.append((u, v, w))
        return mst

    def topo_sort(self):
        indeg = {u: 0 for u in self.adj}
        for u in self.adj:
            for v in self.adj[u]:
                indeg[v] += 1
        ready = sorted(u for u, d in indeg.items() if d == 0)
        result = []
        while ready:
            u = ready.pop(0)
            result.append(u)
            for v in sorted(self.adj[u]):
                indeg[v] -= 1
                if not indeg[v]:
                    ready.append(v)
        if len(result) != len(self.adj):
            raise ValueError("graph has a cycle")
        return result

    def components(self):
        seen = set()
        comps = []
        for u in self.adj:
            if u not in seen:
                comp = self.dfs(u)
                seen |= comp
                comps.append(sorted(comp))
        return comps

    def tarjan(self):
        index = {}
        low = {}
        stack = []
        on = set()
        result = []
        def strong(v):
            index[v] = low[v] = len(index)
            stack.append(v)
            on.add(v)
            for w in self.adj[v]:
                if w not in index:
                    strong(w)
                    low[v] = min(low[v], low[w])
                elif w in on:
                    low[v] = min(low[v], index[w])
            if low[v] == index[v]:
                comp = []
                while True:
                    w = stack.pop()
                    on.discard(w)
                    comp.append(w)
                    if w == v:
                        break
                result.append(sorted(comp))
        for v in list(self.adj):
            if v not in index:
                strong(v)
        return result

    def pagerank(self, d=0.85, iters=50):
        n = len(self.adj)
        rank = dict.fromkeys(self.adj, 1 / n)
        for _ in range(iters):
            new = {}
            for u in self.adj:
                new[u] = (1 - d) / n
            for u, out in self.adj.items():
                share = rank[u] / len(out) if out else 0
                for v in out:
                    new[v] += d * share
            rank = new
        return rank

TEXT = """
A B 4
A C 2
B C 5   # heavy
B D 10
C E 3
E D 4
D F 11
G H
"""
g = Graph.from_text(TEXT)
print(g.bfs('A'))
visited = []
g.dfs('A', visited.append)
print(visited)
dist, _ = g.dijkstra('A')
for k in sorted(dist):
    print(k, f'{dist[k]:g}', end='; ')
print()
print(g.path('A', 'F'), g.path('A', 'G'))
print(g.kruskal(), sum(w for *_, w in g.kruskal()))
print(g.components())
dag = Graph(directed=True)
for u, v in [("shirt", "tie"), ("tie", "jacket"), ("pants", "shoes"), ("pants", "belt"), ("belt", "jacket"), ("socks", "shoes")]:
    dag.add_edge(u, v)
print(dag.topo_sort())
dag.add_edge("jacket", "shirt")
try:
    dag.topo_sort()
except ValueError as e:
    print("error:", e)
print(dag.tarjan())
pr = dag.pagerank()
for name, score in sorted(pr.items(), key=lambda kv: (-kv[1], kv[0]))[:4]:
    print(f"{name:<8}{score:.4f}")
