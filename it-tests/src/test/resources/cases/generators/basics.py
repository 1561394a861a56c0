def countdown(n: int):
    while n > 0:
        yield n
        n -= 1

def pairs(limit: int):
    for a in range(limit):
        for b in range(a):
            yield a, b

def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b

print(list(countdown(4)), sum(countdown(100)), list(pairs(3)))
for number in fibonacci():
    if number > 100:
        break
    print(number, end=" ")
print()
g = countdown(2)
print(next(g), next(g), next(g, -1))
print(sum(x * x for x in range(10)), max(len(w) for w in ["a", "bcd"]), ",".join(str(x) for x in countdown(3)))
