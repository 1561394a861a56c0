from enum import Enum, unique


@unique
class Digit(Enum):
    ONE = 1
    UNO = 1


print(Digit.ONE)
