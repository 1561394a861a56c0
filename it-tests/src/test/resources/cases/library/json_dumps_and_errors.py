import json
from dataclasses import dataclass, field, asdict
from enum import Enum, IntEnum
from typing import Any, Optional, Union
from collections import OrderedDict, defaultdict, Counter

class Color(Enum):
    RED = "red"

class Level(IntEnum):
    LOW = 1

@dataclass
class P:
    x: int
    name: str

def enc(o):
    if isinstance(o, P):
        return {"x": o.x}
    if isinstance(o, set):
        return sorted(o)
    raise TypeError("bad " + type(o).__name__)

print(json.dumps(P(1, "a"), default=enc), json.dumps({"s": {3, 1, 2}}, default=enc))
try:
    json.dumps(P(1, "a"))
except TypeError as e:
    print(e)
try:
    json.dumps({"a": Color.RED})
except TypeError as e:
    print(e)
print(json.dumps(Level.LOW))
print(json.dumps([P(1, "q"), P(2, "z")], default=lambda p: p.name))
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, P):
            return asdict(o)
        return super().default(o)
print(json.dumps({"p": P(5, "é")}, cls=E, indent=2))
print(json.dumps(Counter("aab")), json.dumps(OrderedDict([("a", 1)])))
mixed: dict[str, int | str | list[int] | None] = {"a": 1, "b": "x", "c": [1, 2], "d": None}
print(json.dumps(mixed), json.dumps(mixed, indent="\t"))
print(json.dumps({"b": 1, "a": [], "c": {}}, sort_keys=True, indent=3, separators=(",", " = ")))
d = json.loads(json.dumps(mixed))
print(d, json.dumps(d, sort_keys=True, indent=1))
print(json.dumps("\x7f\x80 \u2028é", ensure_ascii=False), json.dumps("\x7f\x80"))
try:
    json.dumps(float("nan"), allow_nan=False)
except ValueError as e:
    print(e)
for bad in ['"\\x"', '"a\\u12"', '{"a":1,}', '{', '[', '[1 2]', '{"a":}', '-', 'nul', '1 2', '', '  ', '["a\nb"]', '[1,\n2,\n x]', '\ufeff1', '{1:2}', '"abc', '"a\\']:
    try:
        print(json.loads(bad))
    except json.JSONDecodeError as e:
        print(e, "|", e.msg, e.pos, e.lineno, e.colno)
try:
    json.loads("{bad")
except ValueError as e:
    print(type(e).__name__, e)
with open("t.json", "w") as f:
    json.dump({"k": [1, 2, 3]}, f, indent=2)
with open("t.json") as f:
    data = json.load(f)
print(data["k"])
with open("t.json") as f:
    typed: dict[str, list[int]] = json.load(f)
print(typed["k"][0] + 1)
print(json.loads('{"a": 1, "a": 2}'), json.loads("[NaN, Infinity, -Infinity]"), json.loads("1E3"), json.loads("-0"), json.loads("-0.0"))
print(json.loads('"\\ud83d\\ude00 \\u00e9"'))
print(json.dumps({"name": "x", "n": 1, "f": 2.5, "tags": ["a", 1, None, {"q": [1, 2.5]}], "none": None, "e": [], "d": {}, "t": (1, "2")}))
print(json.dumps([1, 2.5, "a", None, True, [], {}, [[]]], indent=2))
print(json.dumps({"p": P(1, "u"), "k": 1}, default=lambda o: o.name))
