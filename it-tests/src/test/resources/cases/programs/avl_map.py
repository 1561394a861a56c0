class Node:
    __slots__ = ('key', 'value', 'left', 'right', 'height')
    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.left = None
        self.right = None
        self.height = 1

def height(n):
    return n.height if n else 0

def update(n):
    n.height = 1 + max(height(n.left), height(n.right))

def rot_right(y):
    x = y.left
    y.left, x.right = x.right, y
    update(y); update(x)
    return x

def rot_left(x):
    y = x.right
    x.right, y.left = y.left, x
    update(x); update(y)
    return y

def balance(n):
    update(n)
    b = height(n.left) - height(n.right)
    if b > 1:
        if height(n.left.left) < height(n.left.right):
            n.left = rot_left(n.left)
        return rot_right(n)
    if b < -1:
        if height(n.right.right) < height(n.right.left):
            n.right = rot_right(n.right)
        return rot_left(n)
    return n

class AVLMap:
    def __init__(self, items=None):
        self.root = None
        self._len = 0
        for k, v in (items or []):
            self[k] = v

    def __setitem__(self, key, value):
        self.root = self._insert(self.root, key, value)

    def _insert(self, node, key, value):
        if node is None:
            self._len += 1
            return Node(key, value)
        if key < node.key:
            node.left = self._insert(node.left, key, value)
        elif key > node.key:
            node.right = self._insert(node.right, key, value)
        else:
            node.value = value
            return node
        return balance(node)

    def __getitem__(self, key):
        node = self.root
        while node:
            if key == node.key:
                return node.value
            node = node.left if key < node.key else node.right
        raise KeyError(key)

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
            return True
        except KeyError:
            return False

    def __delitem__(self, key):
        if key not in self:
            raise KeyError(key)
        self.root = self._delete(self.root, key)
        self._len -= 1

    def _delete(self, node, key):
        if key < node.key:
            node.left = self._delete(node.left, key)
        elif key > node.key:
            node.right = self._delete(node.right, key)
        else:
            if not node.left:
                return node.right
            if not node.right:
                return node.left
            m = node.right
            while m.left:
                m = m.left
            node.key, node.value = m.key, m.value
            node.right = self._delete(node.right, m.key)
        return balance(node)

    def __len__(self):
        return self._len

    def __iter__(self):
        def walk(n):
            if n:
                yield from walk(n.left)
                yield n.key, n.value
                yield from walk(n.right)
        return walk(self.root)

    def items(self):
        return list(self)

m = AVLMap()
for i in range(20):
    m[(i * 7) % 20] = f"v{i}"
print(len(m), height(m.root), m.items()[:4])
for k in range(0, 20, 3):
    del m[k]
print([k for k, _ in m], height(m.root))
print(m.get(5), m.get(6), 5 in m, 6 in m)
try:
    m[99]
except KeyError as e:
    print("missing", e)
try:
    del m[0]
except KeyError as e:
    print("missing", e.args)
big = AVLMap()
for i in range(2000):
    big[i ^ 0x5555] = "x" * (i % 7)
print(len(big), height(big.root), sum(len(v) for k, v in big))
print(max(big, key=lambda kv: (len(kv[1]), kv[0])), dict(AVLMap([(3, "c"), (1, "a")])))
