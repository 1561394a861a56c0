class TooSmall(ValueError):
    def __init__(self, value: int):
        super().__init__(f"{value} is too small")
        self.value = value

def check(value: int) -> int:
    if value < 0:
        raise TooSmall(value)
    if value == 0:
        raise KeyError("zero")
    return 100 // (value - 1)

def attempt(value: int) -> str:
    try:
        return str(check(value))
    except TooSmall as problem:
        return f"{problem} ({problem.value})"
    except (KeyError, IndexError) as problem:
        return "key " + repr(problem)
    except ZeroDivisionError as problem:
        return str(problem)
    finally:
        print("checked", value)

for value in (-5, 0, 1, 5):
    print(attempt(value))

try:
    [1, 2, 3][10]
except IndexError as problem:
    print(problem)
try:
    {"a": 1}["b"]
except KeyError as problem:
    print(problem)
try:
    int("twelve")
except ValueError as problem:
    print(problem)
else:
    print("never")
