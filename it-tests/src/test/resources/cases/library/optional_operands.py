def g(n: int) -> str | None:
    return "ab" + str(n) if n else None
x = g(1)
print(x.upper(), "a" + g(1), g(1) + "b", len(g(2)), g(1)[0], g(1) == "ab1", "a" in g(1))
print(int(g(1)[2:]), float("1" + g(1)[2:]))
d: dict[str, int] = {"ab1": 5}
print(d[g(1)], d.get(g(1)), d.get(g(1), 0), g(1) in d)
l: list[str] = []
l.append(g(1))
m = []
m.append(g(1))
m.append(g(2))
print(l, m, sorted(m), ",".join(m), sorted(set(m)))
print(int("7" + (g(1) or "x")[2:]), f"{g(1):>6}|{g(0)}|{g(1)}")
def f(s: str) -> str:
    return s + "!"
print(f(g(1)))
c = {}
c[g(1)] = c.get(g(1), 0) + 1
print(c)
for ch in g(1):
    print(ch)
def h() -> list[str]:
    return [g(i) for i in range(1, 3)]
print(h())
print([g(1), "z"], (g(1), 1))
t: list[tuple[str, int]] = []
t.append((g(1), 2))
print(t, g(1) < g(2), max(g(1), g(2)))
print([w.upper() for w in m], {w: 1 for w in m})
print(int(g(1).replace("ab", "")) * 2, g(1) * 2, int(g(3)[2]))
k = int(g(1).strip("ab")) if g(1) else 0
print(k)
v = g(0) or "none"
print(v + "!")
