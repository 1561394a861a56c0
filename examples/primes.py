"""Counts the primes below a limit with a sieve: primes.py [LIMIT]"""

import sys


def sieve(limit: int) -> list[bool]:
    is_prime = [True] * (limit + 1)
    is_prime[0] = is_prime[1] = False
    candidate = 2
    while candidate * candidate <= limit:
        if is_prime[candidate]:
            for multiple in range(candidate * candidate, limit + 1, candidate):
                is_prime[multiple] = False
        candidate += 1
    return is_prime


limit = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
primes = [number for number, prime in enumerate(sieve(limit)) if prime]
print(f"{len(primes)} primes up to {limit}, the last is {primes[-1]}")
