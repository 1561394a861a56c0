def classify(n: int) -> str:
    if n < 0:
        return "negative"
    elif n == 0:
        return "zero"
    return "even" if n % 2 == 0 else "odd"

for n in range(-1, 4):
    print(n, classify(n))

total = 0
i = 0
while True:
    i += 1
    if i % 2:
        continue
    if i > 10:
        break
    total += i
else:
    print("never")
print(total)

for n in range(2, 20):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, end=" ")
print()
print([x for x in range(10, 0, -3)], sum(range(101)))
