from dataclasses import dataclass, field
from collections import defaultdict, Counter, namedtuple
from datetime import date, timedelta
import json

Movement = namedtuple('Movement', ['sku', 'qty', 'when', 'reason'])

@dataclass(order=True)
class Product:
    sku: str
    name: str = field(compare=False)
    price: float = field(compare=False)
    tags: list = field(default_factory=list, compare=False)
    reorder_level: int = field(default=5, compare=False)

    @property
    def slug(self):
        return self.name.lower().replace(' ', '-')


class OutOfStock(Exception):
    def __init__(self, sku, requested, available):
        super().__init__(f"{sku}: requested {requested}, only {available} available")
        self.sku = sku
        self.requested = requested
        self.available = available


class Inventory:
    def __init__(self):
        self.products = {}
        self.stock = defaultdict(int)
        self.log = []
        self.listeners = []

    def on_change(self, fn):
        self.listeners.append(fn)
        return fn

    def add_product(self, product, qty=0):
        if product.sku in self.products:
            raise KeyError(f"duplicate SKU {product.sku}")
        self.products[product.sku] = product
        if qty:
            self.receive(product.sku, qty, reason="initial")

    def receive(self, sku, qty, reason="purchase", when=None):
        self._move(sku, qty, reason, when)

    def ship(self, sku, qty, when=None):
        have = self.stock[sku]
        if have < qty:
            raise OutOfStock(sku, qty, have)
        self._move(sku, -qty, "sale", when)

    def _move(self, sku, qty, reason, when):
        m = Movement(sku, qty, when or date(2024, 1, 1), reason)
        self.stock[sku] += qty
        self.log.append(m)
        for fn in self.listeners:
            fn(m, self.stock[sku])

    def value(self):
        return sum(self.products[s].price * q for s, q in self.stock.items())

    def low_stock(self):
        return sorted(p for s, p in self.products.items() if self.stock[s] <= p.reorder_level)

    def report(self):
        lines = [f"{'SKU':<8}{'Name':<20}{'Price':>10}{'Qty':>6}{'Value':>12}"]
        lines.append('-' * len(lines[0]))
        for sku in sorted(self.products):
            p = self.products[sku]
            q = self.stock[sku]
            lines.append(f"{sku:<8}{p.name:<20}{p.price:>10.2f}{q:>6}{p.price * q:>12,.2f}")
        lines.append(f"{'TOTAL':>44}{self.value():>12,.2f}")
        return "\n".join(lines)


inv = Inventory()
alerts = []

@inv.on_change
def watch(movement, level):
    if level < 5:
        alerts.append((movement.sku, level))

inv.add_product(Product("A100", "Blue Widget", 9.99, ["widget", "blue"]), 50)
inv.add_product(Product("B200", "Red Gadget", 24.5, ["gadget"], reorder_level=10), 12)
inv.add_product(Product("C300", "Tiny Gizmo", 1.25), 400)

d = date(2024, 2, 27)
for i in range(6):
    try:
        inv.ship("B200", 3, when=d + timedelta(days=i))
    except OutOfStock as e:
        print("ERROR:", e, e.available)
        break
inv.receive("A100", 7)
print(inv.report())
print(alerts)
print([p.slug for p in inv.low_stock()])
by_reason = Counter(m.reason for m in inv.log)
print(by_reason.most_common())
print(inv.log[-2])
tags = defaultdict(set)
for p in inv.products.values():
    for t in p.tags:
        tags[t].add(p.sku)
print({k: sorted(v) for k, v in sorted(tags.items())})
print(json.dumps({"skus": list(inv.products), "total": round(inv.value(), 2)}, indent=2))
print(inv.products["A100"])
try:
    inv.add_product(Product("A100", "x", 1.0))
except KeyError as e:
    print("KeyError", e)
