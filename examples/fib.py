"""Prints a Fibonacci number and the time it took: fib.py [N]"""

import sys
import time


def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


n = int(sys.argv[1]) if len(sys.argv) > 1 else 40
start = time.perf_counter()
result = fib(n)
seconds = time.perf_counter() - start
print(f"fib({n}) = {result}")
print(f"{seconds:.3f} s", file=sys.stderr)
