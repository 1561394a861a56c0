import asyncio
from contextlib import asynccontextmanager, aclosing
from typing import AsyncIterator, Awaitable, Callable, Coroutine, Any, AsyncGenerator
async def fetch(n: int) -> str:
    await asyncio.sleep(0)
    return f"page {n}"
async def gen(n: int) -> AsyncIterator[int]:
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally:
        print("gen closed")
async def gen2() -> AsyncGenerator[str, None]:
    yield "a"
    yield "b"
class Counter:
    def __init__(self, n: int):
        self.n = n
        self.i = 0
    def __aiter__(self):
        return self
    async def __anext__(self) -> int:
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        await asyncio.sleep(0)
        return self.i
class Res:
    def __init__(self, name): self.name = name
    async def __aenter__(self):
        await asyncio.sleep(0)
        print("open", self.name)
        return self
    async def __aexit__(self, et, ev, tb):
        print("close", self.name, et is not None)
        return False
class Custom:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "custom"
async def retry(f: Callable[[], Awaitable[int]], times: int) -> int:
    for k in range(times):
        try:
            return await f()
        except ValueError as e:
            print("retry", k, e)
    return -1
attempts = 0
async def flaky() -> int:
    global attempts
    attempts += 1
    if attempts < 3:
        raise ValueError(f"attempt {attempts}")
    return attempts
def logged(fn):
    async def wrapper(*args, **kw):
        print("calling", fn.__name__)
        r = await fn(*args, **kw)
        print("called")
        return r
    return wrapper
@logged
async def deco(x, y=2):
    return x * y
async def fact(n):
    if n <= 1:
        return 1
    return n * await fact(n - 1)
class Base:
    async def run(self) -> str:
        return "base"
class Derived(Base):
    async def run(self) -> str:
        return "derived+" + await super().run()
@asynccontextmanager
async def session(name: str, retries: int = 0):
    print("connect", name, retries)
    try:
        await asyncio.sleep(0)
        yield name.upper()
    finally:
        print("disconnect", name)
async def main() -> None:
    async for x in gen(3):
        print(x)
    async for x in Counter(3):
        print("c", x)
    print([i async for i in gen(4) if i % 2])
    print({i: s async for i, s in aenum(gen2())})
    async with Res("r1") as r, Res("r2"):
        print("body", r.name)
    try:
        async with Res("r3"):
            raise KeyError("k")
    except KeyError as e:
        print("caught", e)
    print(await Custom())
    print(await retry(flaky, 5))
    print(await deco(4, y=3))
    print(await fact(5))
    bs: list[Base] = [Base(), Derived()]
    for b in bs: print(await b.run())
    pages = await asyncio.gather(*(fetch(i) for i in range(3)))
    print(pages)
    results = [await fetch(i) for i in range(2)]
    print(results)
    g = gen2()
    print(await g.__anext__(), await anext(g))
    try:
        await anext(g)
    except StopAsyncIteration:
        print("stop")
    async with aclosing(gen(5)) as stream:
        async for v in stream:
            if v == 1: break
    async with session("db", retries=2) as conn:
        print("using", conn)
    try:
        async with session("x") as conn:
            raise ValueError("inside")
    except ValueError as e:
        print("after", e)
    lam = lambda n: fetch(n)
    print(await lam(9))
    coros = {"a": fetch(1), "b": fetch(2)}
    for k, c in coros.items():
        print(k, await c)
    if (p := await fetch(3)) == "page 3": print("walrus", p)
    t = asyncio.create_task(fetch(7), name="seven")
    print(t.get_name(), await t)
    t.add_done_callback(lambda f: print("cb", f.result()))
    await asyncio.sleep(0)
    print(f"{await fetch(8)}")
async def aenum(it):
    n = 0
    async for x in it:
        yield n, x
        n += 1
asyncio.run(main())
