"""Random heaps, iterators and streams of random numbers.

With an argument all cases are printed, to find the one that differs.
"""

import heapq
import itertools
import json
import random
import sys
import zlib


def heaps(r: random.Random) -> str:
    items = [r.randrange(20) for _ in range(r.randrange(12))]
    heap = items[:]
    heapq.heapify(heap)
    parts = [str(heap)]
    for _ in range(3):
        heapq.heappush(heap, r.randrange(20))
    parts.append(f"{heapq.heappop(heap)} {heapq.heappushpop(heap, r.randrange(20))} {heap}")
    parts.append(f"{heapq.nlargest(3, items)} {heapq.nsmallest(4, items, key=lambda v: -v)} {list(heapq.merge(sorted(items), sorted(heap)))}")
    return " ".join(parts)


def iterators(r: random.Random) -> str:
    a = [r.randrange(6) for _ in range(r.randrange(6))]
    b = "abcdef"[: r.randrange(6)]
    n = r.randrange(4)
    parts = [
        f"{list(itertools.accumulate(a))} {list(itertools.accumulate(a, max))} {list(itertools.chain(a, a[:2]))} {list(itertools.compress(b, a))}",
        f"{list(itertools.dropwhile(lambda v: v > 2, a))} {list(itertools.takewhile(lambda v: v > 2, a))} {list(itertools.filterfalse(lambda v: v % 2 == 0, a))}",
        f"{[(k, list(g)) for k, g in itertools.groupby(a)]} {list(itertools.islice(b, n, None, 2))} {list(itertools.pairwise(a))} {list(itertools.starmap(pow, zip(a, a)))}",
        f"{list(itertools.zip_longest(a, b, fillvalue=None))[:0]} {list(itertools.product(b[:3], repeat=2))} {list(itertools.permutations(b[:4], n))[:9]}",
        f"{list(itertools.combinations(a, 2))} {list(itertools.combinations_with_replacement(b[:3], 2))} {list(itertools.islice(itertools.cycle(a or [1]), 7))} {list(itertools.repeat(n, 2))}",
    ]
    return " ".join(parts)


def numbers(r: random.Random) -> str:
    items = list(range(r.randrange(1, 9)))
    r.shuffle(items)
    parts = [
        f"{items} {r.random()!r} {r.randint(-5, 5)} {r.choice(items)} {r.sample(items, len(items) // 2)} {r.choices(items, k=3)} {r.getrandbits(40)}",
        f"{r.uniform(1, 2)!r} {r.triangular(0, 1, 0.3)!r} {r.gauss(0, 1)!r} {r.normalvariate(1, 2)!r} {r.expovariate(1.5)!r} {r.betavariate(2, 3)!r}",
        f"{r.gammavariate(2, 1)!r} {r.lognormvariate(0, 1)!r} {r.vonmisesvariate(0, 4)!r} {r.paretovariate(3)!r} {r.weibullvariate(1, 3)!r}",
    ]
    return " ".join(parts)


def documents(r: random.Random) -> str:
    data = {
        "".join([chr(r.choice([97, 34, 92, 10, 233, 8364, 128512, 31])) for _ in range(r.randrange(4))]): [
            r.randrange(-10**9, 10**9) / r.choice([1, 7, 1000]) for _ in range(r.randrange(3))
        ]
        for _ in range(r.randrange(4))
    }
    text = json.dumps(data)
    back: dict[str, list[float]] = json.loads(text)
    return f"{text} {json.dumps(data, indent=2, sort_keys=True)} {json.dumps(data, ensure_ascii=False, separators=(',', ':'))} {back == data}"


def main() -> None:
    show = len(sys.argv) > 1
    r = random.Random(20240614)
    digest = 0
    for number in range(10000):
        kind = number % 4
        made = heaps(r) if kind == 0 else iterators(r) if kind == 1 else numbers(r) if kind == 2 else documents(r)
        digest = zlib.crc32(f"{number} {made}".encode("utf-8"), digest)
        if show:
            print(number, made)
        elif number % 1000 == 999:
            print(number + 1, digest)


main()
