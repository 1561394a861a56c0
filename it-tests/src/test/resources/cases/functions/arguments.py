def greet(name: str, greeting: str = "hello", *, end: str = "!") -> str:
    return greeting + " " + name + end

def total(*values: int) -> int:
    return sum(values)

def largest(a, b):
    return a if a > b else b

print(greet("ada"), greet("bob", "bye"), greet(greeting="hi", name="eve", end="?"))
print(total(), total(1), total(1, 2, 3), total(*[4, 5]))
print(largest(1, 2), largest(1.5, 0.5), largest("a", "b"))

def counter(start: int):
    count = start

    def step() -> int:
        nonlocal count
        count += 1
        return count

    return step

tick = counter(10)
tick()
print(tick(), counter(0)())
print((lambda v: v + 1)(3), list(map(lambda v: v * v, [1, 2, 3])), list(filter(lambda v: v > 1, [1, 2, 3])))
