class Node:
    def __init__(self, value: int):
        self.value = value
        self.left: Node | None = None
        self.right: Node | None = None

    def insert(self, value: int) -> None:
        if value < self.value:
            if self.left is None:
                self.left = Node(value)
            else:
                self.left.insert(value)
        elif self.right is None:
            self.right = Node(value)
        else:
            self.right.insert(value)

def in_order(node: Node | None, out: list[int]) -> None:
    if node is not None:
        in_order(node.left, out)
        out.append(node.value)
        in_order(node.right, out)

root = Node(50)
seed = 7
for _ in range(200):
    seed = (seed * 1103515245 + 12345) % 2147483648
    root.insert(seed % 1000)
values: list[int] = []
in_order(root, values)
print(len(values), values[:10], values == sorted(values))
