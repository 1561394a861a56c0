import asyncio
async def work(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    return name * n
async def main():
    t1 = asyncio.create_task(work("a", 3))
    t2 = asyncio.create_task(work("b", 2))
    print("created")
    r1 = await t1
    r2 = await t2
    print(r1, r2, t1.done(), t1.result())
    x = await asyncio.sleep(0.01, "slept")
    print(x)
    async def forever():
        try:
            while True:
                await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("cancelled")
            raise
        finally:
            print("cleanup")
    t = asyncio.create_task(forever())
    await asyncio.sleep(0.01)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("caught cancel", t.cancelled())
    async def bad():
        await asyncio.sleep(0)
        raise ValueError("boom")
    try:
        await asyncio.create_task(bad())
    except ValueError as e:
        print("got", e)
    return 42
print(asyncio.run(main()))
