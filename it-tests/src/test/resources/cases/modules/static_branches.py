import sys
if sys.platform == "win32":
    import winreg
    print(foo)
if sys.version_info >= (3, 8):
    from math import prod
else:
    from backport import prod
print(prod([2,3]))
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from foo import Bar
def f(x: "Bar | None" = None) -> int: return 1
print(f(), TYPE_CHECKING)
import typing
if typing.TYPE_CHECKING:
    import foo.bar
    from foo import Bar
try:
    import numpyx
except ImportError:
    print("no")
print(1)
