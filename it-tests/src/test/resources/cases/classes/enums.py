from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique

class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    ALL = R | W | X

p = Perm.R | Perm.X
print(p, repr(p), p.value, p.name, Perm.RW, repr(Perm.R | Perm.W), Perm.R in p, Perm.W in p)
print(list(Perm), len(Perm), [m.name for m in p], bool(Perm.R & Perm.W), repr(~Perm.R), Perm.R & Perm.ALL is not None)
print(Perm(5), Perm(0), repr(Perm(0)), Perm["RW"], Perm.ALL == (Perm.R | Perm.W | Perm.X))
try:
    Perm(16)
except ValueError as e:
    print(e)

class Mode(IntFlag):
    A = 1
    B = 2
    C = 8

print(Mode.A | Mode.B, repr(Mode.A | Mode.C), repr(Mode(4)), repr(Mode(5)), repr(~Mode.A), Mode.A + 1, Mode.A | 16)
print(Mode(3) == 3, Mode.A < 2, int(Mode.C), Mode.A ^ Mode.A, f"{Mode.C:>4}|{Mode.A}")

class Suit(str, Enum):
    HEARTS = "h"
    SPADES = "s"
print(Suit.HEARTS, repr(Suit.SPADES), Suit.HEARTS == "h", Suit("s").name, Suit.HEARTS.upper(), "x" + Suit.SPADES, f"{Suit.HEARTS}")

class Lang(StrEnum):
    PY = auto()
    C = "see"
print(Lang.PY, Lang.C, repr(Lang.PY), Lang.PY + "!", Lang("see") is Lang.C, {Lang.PY: 1}[Lang.PY], len(Lang.C))

class Num(int, Enum):
    ONE = 1
    TWO = 2
print(Num.ONE, Num.ONE + 1, Num.TWO > Num.ONE, repr(Num.TWO), [10, 20, 30][Num.ONE], Num.TWO * 1.5)

class Shape(Enum):
    SQUARE = 1
    DIAMOND = 2
    ALIAS = 1
    def __str__(self) -> str:
        return self.name.lower()
    @classmethod
    def default(cls) -> "Shape":
        return cls.SQUARE
    @staticmethod
    def count() -> int:
        return len(Shape)

print(Shape.ALIAS, repr(Shape.ALIAS), Shape.ALIAS is Shape.SQUARE, list(Shape), Shape["ALIAS"], Shape.default(), Shape.count())
print(f"{Shape.SQUARE:>10}|{Shape.DIAMOND!r}", "%s" % Shape.SQUARE)
print({s: s.value for s in Shape})

class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)
    def __init__(self, mass: float, radius: float) -> None:
        self.mass = mass
        self.radius = radius
    @property
    def gravity(self) -> float:
        return 6.67300E-11 * self.mass / (self.radius * self.radius)
print(Planet.EARTH.value, round(Planet.EARTH.gravity, 3), Planet.MERCURY.mass)

class Mixed(Enum):
    A = 1
    B = "two"
    C = 3.5
print([m.value for m in Mixed], Mixed("two"), Mixed(3.5).name)

class Level(IntEnum):
    LOW = 1
    HIGH = auto()
print(Level.HIGH, repr(Level.HIGH), Level.LOW + Level.HIGH, max(Level.LOW, Level.HIGH), sorted(Level, reverse=True), sum(Level))
print(Level.LOW == Level.LOW, Level.LOW != 2, Level.HIGH in (1, 2), hash(Level.LOW) == hash(1), range(Level.HIGH), Level.LOW.name)
d = {Level.LOW: "a"}
print(d[Level.LOW], Level(1), isinstance(Level.LOW, int), isinstance(Level.LOW, Level))
for lvl in Level:
    match lvl:
        case Level.LOW:
            print("low")
        case Level.HIGH:
            print("high")
print(Perm.R.name, Perm.__members__["RW"], list(Shape.__members__))
def handle(c: Shape) -> str:
    if c is Shape.SQUARE:
        return "sq"
    elif c == Shape.DIAMOND:
        return "di"
    return "?"
print(handle(Shape.SQUARE), handle(Shape.DIAMOND))
try:
    Shape["NOPE"]
except KeyError as e:
    print("KeyError", e)
try:
    Lang("zz")
except ValueError as e:
    print(e)
print(Shape.SQUARE.value + 1, Shape.SQUARE in Shape, [s for s in Shape if s is not Shape.SQUARE])
print(type(Shape.SQUARE).__name__, Shape.__name__)
