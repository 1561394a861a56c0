def is_even(n):
    if n == 0:
        return True
    return is_odd(n - 1)
def is_odd(n):
    if n == 0:
        return False
    return is_even(n - 1)
print(is_even(10), is_odd(7))
def ack(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))
print(ack(2, 3))
def perms(xs):
    if len(xs) <= 1:
        return [xs]
    out = []
    for i in range(len(xs)):
        for p in perms(xs[:i] + xs[i+1:]):
            out.append([xs[i]] + p)
    return out
print(perms([1, 2, 3]))
def flatten(t):
    if t is None:
        return []
    l, v, r = t
    return flatten(l) + [v] + flatten(r)
def hanoi(n, a, b, c, moves=None):
    if moves is None:
        moves = []
    if n > 0:
        hanoi(n - 1, a, c, b, moves)
        moves.append((a, c))
        hanoi(n - 1, b, a, c, moves)
    return moves
print(hanoi(3, "A", "B", "C"))
def powerset(s):
    if not s:
        return [[]]
    rest = powerset(s[1:])
    return rest + [[s[0]] + r for r in rest]
print(powerset([1, 2, 3]))
def collatz(n, acc=()):
    return n
def depth(d):
    if not isinstance(d, dict):
        return 0
    return 1
print(depth({}))
def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)
print(gcd(48, 36))
def quicksort(a):
    if len(a) <= 1:
        return a
    p = a[0]
    return quicksort([x for x in a[1:] if x < p]) + [p] + quicksort([x for x in a[1:] if x >= p])
print(quicksort([3, 6, 1, 5, 2]))
def outer():
    def helper(n):
        if n <= 0:
            return 0
        return n + helper(n - 1)
    return helper(10)
print(outer())
fact = lambda n: 1 if n <= 1 else n * fact(n - 1)
print(fact(10))
def a(n):
    return b(n - 1) + 1 if n > 0 else 0
def b(n):
    return c(n - 1) + 1 if n > 0 else 0
def c(n):
    return a(n - 1) + 1 if n > 0 else 0
print(a(9))
