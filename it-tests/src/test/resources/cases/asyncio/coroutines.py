async def add(a, b):
    return a + b
async def main():
    x = await add(1, 2)
    print(x)
    async def inner(n: int) -> str:
        return "n" * n
    print(await inner(3))
c = main()
try:
    c.send(None)
except StopIteration as e:
    print("done", e.value)
class A:
    def __init__(self, v): self.v = v
    async def get(self, k: int = 2) -> int:
        return self.v * k
    async def __aenter__(self):
        print("enter")
        return self
    async def __aexit__(self, t, v, tb):
        print("exit", v)
        return True
async def use():
    a = A(4)
    print(await a.get(), await a.get(k=5))
    async with A(3) as z:
        print(z.v)
        raise ValueError("x")
    return None
async def agen(n):
    for i in range(n):
        x = await add(i, i)
        yield x
async def loop():
    async for q in agen(4):
        if q == 4: continue
        print(q)
    else:
        print("else")
    print([y async for y in agen(3) if y])
    print([await add(i, 1) for i in range(3)])
def drive(c):
    try:
        c.send(None)
    except StopIteration as e:
        return e.value
drive(use())
drive(loop())
