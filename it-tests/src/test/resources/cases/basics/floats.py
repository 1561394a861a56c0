import math

for x in (0.0, -0.0, 1.0, 1.5, 1e-5, 1e-4, 123456789.0, 1e16, 1.7976931348623157e308, 5e-324, float("inf"), float("nan")):
    print(x, repr(x), x == x)
print(math.pi, math.e, math.sqrt(2), math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5))
print(f"{math.pi:.3f} {math.pi:10.2f}| {math.pi:<10.1f}| {1234567.891:,.2f} {0.00012:e} {0.5:%}")
print(math.isclose(0.1 + 0.2, 0.3), math.gcd(12, 18), math.hypot(3.0, 4.0), math.factorial(20))
