"""array: all type codes, all methods, errors with CPython's words."""

import array as module
import copy
import io
from array import array, ArrayType

for code in "bBhHiIlLqQ":
    numbers = array(code, [1, 2, 100])
    numbers.append(7)
    numbers.insert(0, 9)
    numbers.insert(-1, 11)
    print(numbers, numbers.itemsize, numbers.tobytes()[:9], sum(numbers), numbers[-2:], numbers[::2])
    numbers.byteswap()
    numbers.byteswap()
    print(numbers.pop(), numbers.pop(0), numbers.index(2), numbers.count(1), 100 in numbers, 3 in numbers, list(reversed(numbers)))
singles = array("f", [0.1, 2, 1])
doubles = array("d", (k / 4 for k in range(4)))
text = array("u", "héllo")
text.append("!")
text.fromunicode("ab")
print(singles, doubles, text, text.tounicode(), text[1], singles[0] == 0.1)
doubles.extend(array("d", [9.5]))
doubles.extend([1, 2])
doubles.fromlist([0.25])
doubles[1:3] = array("d", [5.0, 6.0, 7.0])
doubles[::4] = array("d", [0.0, 0.0, 0.0])
del doubles[1], doubles[-2:]
doubles.reverse()
print(doubles, len(doubles), doubles * 2, 2 * doubles == doubles + doubles, bool(array("d")), ArrayType("b", [1]))
doubles += array("d", [8.0])
doubles *= 2
twin = copy.copy(doubles)
twin[0] = -1.0
print(doubles, twin[0], doubles == twin, doubles > twin, array("i", [1]) == array("d", [1.0]), array("i", [1, 2]) <= array("i", [1, 2]))
store = io.BytesIO()
array("H", [1, 2, 513]).tofile(store)
store.seek(0)
back = array("H")
back.fromfile(store, 3)
back.frombytes(bytearray(b"\x05\x00"))
print(back, back.buffer_info()[1], module.typecodes, array("B", b"\x01\xff"), array("b", array("i", [1, -1])), bytes(back))


def total(numbers: array) -> float:
    return sum(numbers) * 1.5


print(total(array("h", [1, 2])), total(array("f", [0.5])))
table = [array("i", [0]) * 3 for _ in range(2)]
table[1][2] += 5
print(table)
numbers = array("i", [1])


def attempt(number: int) -> None:
    match number:
        case 0:
            numbers.pop(5)
        case 1:
            numbers.remove(9)
        case 2:
            print(numbers.index(9))
        case 3:
            print(numbers[5])
        case 4:
            numbers[5] = 1
        case 5:
            numbers.frombytes(b"abc")
        case 6:
            array("i").pop()
        case 7:
            text.append("bc")
        case 8:
            numbers[0:4:2] = array("i", [1, 2, 3])
        case 9:
            array("b", [1]).extend(array("i", [1]))
        case 10:
            back.fromfile(io.BytesIO(b"abc"), 2)
        case 11:
            print(numbers + array("l", [1]))
        case 12:
            del numbers[7]


for number in range(13):
    try:
        attempt(number)
    except (IndexError, ValueError, TypeError, EOFError) as error:
        print(number, type(error).__name__, error)
for code, value in [("b", 300), ("b", -300), ("B", -1), ("h", 40000), ("H", -1), ("i", 1 << 31), ("I", 1 << 32), ("I", -1), ("L", -1), ("Q", -1)]:
    try:
        print(array(code, [value]))
    except OverflowError as error:
        print(code, error)
