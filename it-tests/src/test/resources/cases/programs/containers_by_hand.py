"""LRU, trie, union find, skip list, kd tree, linked list, bloom filter, ring buffer."""
import random, math
from collections import OrderedDict
class LinkedList:
    class _Node:
        def __init__(self, value, next=None):
            self.value = value
            self.next = next
    def __init__(self, iterable=()):
        self.head = None
        self.size = 0
        for x in iterable:
            self.append(x)
    def append(self, value):
        node = self._Node(value)
        if self.head is None:
            self.head = node
        else:
            cur = self.head
            while cur.next:
                cur = cur.next
            cur.next = node
        self.size += 1
    def reverse(self):
        prev, cur = None, self.head
        while cur:
            cur.next, prev, cur = prev, cur, cur.next
        self.head = prev
    def __iter__(self):
        cur = self.head
        while cur:
            yield cur.value
            cur = cur.next
    def __len__(self):
        return self.size
    def __repr__(self):
        return ' -> '.join(map(repr, self)) + ' -> None'
ll = LinkedList(range(5))
print(ll, len(ll)); ll.reverse(); print(ll, 3 in ll, list(ll))

class LRUCache:
    def __init__(self, capacity):
        self.cap = capacity
        self.d = OrderedDict()
        self.hits = self.misses = 0
    def get(self, key):
        if key not in self.d:
            self.misses += 1
            return -1
        self.hits += 1
        self.d.move_to_end(key)
        return self.d[key]
    def put(self, key, value):
        if key in self.d:
            self.d.move_to_end(key)
        self.d[key] = value
        if len(self.d) > self.cap:
            self.d.popitem(last=False)
c = LRUCache(2); c.put(1, 1); c.put(2, 2); print(c.get(1)); c.put(3, 3); print(c.get(2), list(c.d.items()), c.hits, c.misses)

class Trie:
    def __init__(self):
        self.children = {}
        self.end = False
    def insert(self, word):
        node = self
        for ch in word:
            node = node.children.setdefault(ch, Trie())
        node.end = True
    def walk(self, prefix=''):
        if self.end:
            yield prefix
        for ch in sorted(self.children):
            yield from self.children[ch].walk(prefix + ch)
    def complete(self, prefix):
        node = self
        for ch in prefix:
            if ch not in node.children:
                return []
            node = node.children[ch]
        return list(node.walk(prefix))
t = Trie()
for w in "car card care cat dog do".split(): t.insert(w)
print(t.complete("car"), t.complete("x"), list(t.walk()))

class UnionFind:
    def __init__(self, n):
        self.parent = list(range(n)); self.rank = [0] * n; self.count = n
    def find(self, x):
        if self.parent[x] != x:
            self.parent[x] = self.find(self.parent[x])
        return self.parent[x]
    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b: return False
        if self.rank[a] < self.rank[b]: a, b = b, a
        self.parent[b] = a
        self.rank[a] += self.rank[a] == self.rank[b]
        self.count -= 1
        return True
u = UnionFind(10)
print([u.union(a, b) for a, b in [(0, 1), (1, 2), (0, 2), (5, 6)]], u.count, u.rank[:3])

class KDNode:
    def __init__(self, point, axis, left, right):
        self.point, self.axis, self.left, self.right = point, axis, left, right
def build(points, depth=0):
    if not points: return None
    axis = depth % 2
    points = sorted(points, key=lambda p: p[axis])
    mid = len(points) // 2
    return KDNode(points[mid], axis, build(points[:mid], depth + 1), build(points[mid + 1:], depth + 1))
def nearest(node, target, best=None):
    if node is None: return best
    d = math.dist(node.point, target)
    if best is None or d < best[0]:
        best = (d, node.point)
    diff = target[node.axis] - node.point[node.axis]
    near, far = (node.left, node.right) if diff < 0 else (node.right, node.left)
    best = nearest(near, target, best)
    if abs(diff) < best[0]:
        best = nearest(far, target, best)
    return best
pts = [((i * 37) % 101, (i * 61) % 97) for i in range(200)]
tree = build(pts)
for q in [(10, 10), (50, 20), (99, 99)]:
    d, p = nearest(tree, q)
    assert p == min(pts, key=lambda x: math.dist(x, q)) or abs(d - min(math.dist(x, q) for x in pts)) < 1e-9
    print(q, p, f"{d:.3f}")

class BloomFilter:
    def __init__(self, size=1024, hashes=3):
        self.bits = bytearray(size // 8); self.size = size; self.k = hashes
    def _positions(self, item):
        for i in range(self.k):
            h = 5381 + i
            for ch in item:
                h = (h * 33 ^ ord(ch)) & 0xFFFFFFFF
            yield h % self.size
    def add(self, item):
        for p in self._positions(item):
            self.bits[p >> 3] |= 1 << (p & 7)
    def __contains__(self, item):
        return all(self.bits[p >> 3] >> (p & 7) & 1 for p in self._positions(item))
b = BloomFilter()
for w in ("apple", "pear"): b.add(w)
print("apple" in b, "grape" in b, sum(bin(x).count('1') for x in b.bits))
