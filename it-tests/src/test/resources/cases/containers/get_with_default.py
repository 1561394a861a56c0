import math
d = {"a": 1}
e: dict[str, list[int]] = {}
x = d.get("q", math.inf)
print(x, d.get("a", math.inf) < 3, d.get("a", 0), d.get("z"), d.get("z", None))
print(e.get("x", []), len(e.get("y", [1, 2])))
for v in e.get("k", ()):
    print(v)
t: dict[str, int | None] = {"a": None}
print(t.get("a", 3), t.get("b", 3))
n: dict[str, dict[str, int]] = {"a": {"b": 1}}
print(n.get("a", {}).get("b", 0), n.get("c", {}).get("b", 0))
s: dict[int, str] = {}
print(s.get(1, "none"), s.get(2) or "nothing")
graph: dict[str, list[tuple[str, int]]] = {"a": [("b", 1)]}
for v, w in graph.get("a", ()):
    print(v, w)
for v, w in graph.get("q", ()):
    print(v, w)
print(len(graph.get("q", ())), [w for v, w in graph.get("a", ())], sum(w for _, w in graph.get("a", ())))
ids: dict[int, set[int]] = {1: {2}}
print(any(x == 2 for x in ids.get(1, ())), 2 in ids.get(1, ()), sorted(ids.get(1, ())), list(ids.get(3, ())))
