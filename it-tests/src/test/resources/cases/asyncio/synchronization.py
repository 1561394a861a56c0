import asyncio
async def val(x, d=0.0):
    await asyncio.sleep(d)
    return x
async def fail(msg):
    await asyncio.sleep(0)
    raise ValueError(msg)
async def main():
    print(await asyncio.gather(val(1, 0.02), val(2, 0.01), val(3)))
    a, b = await asyncio.gather(val("s"), val(5))
    print(a + "!", b + 1)
    print(await asyncio.gather(*[val(i * i) for i in range(4)]))
    try:
        await asyncio.gather(val(1), fail("f"))
    except ValueError as e:
        print("gather raised", e)
    r = await asyncio.gather(val(1), fail("g"), return_exceptions=True)
    for x in r:
        if isinstance(x, Exception):
            print("exc", x)
        else:
            print("val", x)
    try:
        await asyncio.wait_for(val(1, 5), timeout=0.01)
    except asyncio.TimeoutError:
        print("timeout")
    print(await asyncio.wait_for(val(7), 1))
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(3)
    except TimeoutError:
        print("timeout2")
    async with asyncio.TaskGroup() as tg:
        t1 = tg.create_task(val(10))
        t2 = tg.create_task(val("x"))
    print(t1.result(), t2.result())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail("one"))
            tg.create_task(val(1, 3))
    except ExceptionGroup as eg:
        print(eg.exceptions, eg.message)
    q = asyncio.Queue(maxsize=2)
    async def producer():
        for i in range(5):
            await q.put(i)
            print("put", i)
        await q.put(-1)
    async def consumer():
        while True:
            item = await q.get()
            if item < 0:
                break
            print("got", item)
            q.task_done()
    await asyncio.gather(producer(), consumer())
    lock = asyncio.Lock()
    async def crit(n):
        async with lock:
            print("in", n)
            await asyncio.sleep(0)
            print("out", n)
    await asyncio.gather(crit(1), crit(2))
    ev = asyncio.Event()
    async def waiter():
        print("waiting")
        await ev.wait()
        print("go")
    w = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    ev.set()
    await w
    sem = asyncio.Semaphore(2)
    active = 0
    peak = 0
    async def limited(i):
        nonlocal active, peak
        async with sem:
            active += 1
            peak = max(peak, active)
            await asyncio.sleep(0.001)
            active -= 1
    await asyncio.gather(*(limited(i) for i in range(6)))
    print("peak", peak)
    for c in asyncio.as_completed([val("slow", 0.03), val("fast", 0.01)]):
        print(await c)
    tasks = [asyncio.create_task(val(i, 0.01 * i)) for i in range(3)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(tasks)
    print(sorted(t.result() for t in done), len(pending))
    s = asyncio.shield(val("shielded"))
    print(await s)
    fut: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.01, lambda: fut.set_result("from future"))
    print(await fut)
asyncio.run(main())
