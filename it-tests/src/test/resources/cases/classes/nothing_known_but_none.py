"""Types that hang on None and on empty displays: what recursion returns, and defaults that no caller replaces."""
from typing import Optional, TypeVar
import copy

T = TypeVar("T")


class Node:
    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.left = None
        self.right = None


class Tree:
    def __init__(self, items=None):
        self.root = None
        for key, value in (items or []):
            self.put(key, value)

    def put(self, key, value):
        self.root = self._insert(self.root, key, value)

    def _insert(self, node, key, value):
        if node is None:
            return Node(key, value)
        if key < node.key:
            node.left = self._insert(node.left, key, value)
        elif key > node.key:
            node.right = self._insert(node.right, key, value)
        else:
            node.value = value
        return node

    def find(self, key):
        node = self.root
        while node:
            if key == node.key:
                return node.value
            node = node.left if key < node.key else node.right
        raise KeyError(key)

    def get(self, key, default=None):
        try:
            return self.find(key)
        except KeyError:
            return default


class Bag:
    def __init__(self, items=None):
        if items is None:
            items = []
        self.count = {}
        for k in items:
            self.add(k)

    def add(self, k):
        self.count[k] = self.count.get(k, 0) + 1
        return self


def first(items: list[T]) -> T:
    return items[0]


def find(items: list[int]) -> Optional[int]:
    return first(items) if items else None


def names(*args, extra=None):
    return [a.upper() for a in list(args) + (extra or [])]


tree = Tree()
for key, value in [(5, "five"), (3, "three"), (8, "eight"), (3, "drei")]:
    tree.put(key, value)
print(tree.get(3), tree.get(8), tree.get(4), tree.get(4, "none"), tree.find(5))
print(Bag().add("x").add("y").add("x").count)
print(find([4, 5]), find([]))
print(names("a", "b"), names("x", extra=["y"]))
print(copy.deepcopy([None, "a"]), [x for x in []])
