# Floor division and remainder follow the sign of the divisor.
for a in (7, -7):
    for b in (2, -2, 3, -3):
        print(a, b, a // b, a % b, divmod(a, b))
print(7.5 // 2, -7.5 // 2, 7.5 % -2, 2 ** 10, 2.0 ** 0.5, 2 ** -1)
print(7 / 2, 6 / 3, 1e16, 1e15, 0.1 + 0.2, 1 / 3)
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, -16 >> 2)
print(abs(-4), abs(-2.5), round(2.5), round(3.5), round(2.675, 2), min(3, 1, 2), max(2.5, 1.0))
print(int("42"), int(-3.9), float("1e3"), bool(0), bool(""), bool([0]))
print(10 > 5 > 3, 1 < 2 == 2, not True or False and True)
