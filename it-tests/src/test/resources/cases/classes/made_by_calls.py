from collections import namedtuple
from enum import Enum, IntEnum, Flag
def f():
    P = namedtuple("P", "x y")
    Color = Enum("Color", ["RED", "BLUE"])
    p = P(1, 2)
    return p.x + p.y, p, Color.BLUE, [c.name for c in Color]
print(f())
Status = IntEnum("Status", {"OK": 200, "ERR": 500})
print(Status.OK, Status(500).name, Status.OK < Status.ERR)
Op = Enum("Op", [("A", "a"), ("B", "b")])
print(Op.A, Op("b"))
Pm = Flag("Pm", "R W X")
print(Pm.R | Pm.X, list(Pm))
