"""What __exit__ gets, and types."""
from typing import Optional, Type
from types import TracebackType
class M:
    def __enter__(self): return self
    def __exit__(self, t, e, tb):
        if t is not None and issubclass(t, ValueError): print("V")
        if t is ValueError: print("is")
        if t == ValueError: print("eq")
        if t is not None and t is not KeyError: print("not")
        if t and issubclass(t, (KeyError, LookupError)): print("L")
        print(t.__name__ if t else None)
        return True
with M(): raise ValueError("x")
with M(): raise KeyError("x")
with M(): pass
class N:
    def __enter__(self) -> "N": return self
    def __exit__(self, exc_type: Optional[Type[BaseException]], exc: Optional[BaseException], tb: Optional[TracebackType]) -> Optional[bool]:
        if exc_type is None: return None
        print(exc, exc_type)
        return issubclass(exc_type, ArithmeticError)
with N(): 1 // 0
from types import MappingProxyType, TracebackType
m = MappingProxyType({"a": 1, "b": 2})
print(m, repr(m), m["a"], list(m), m.get("x"), m.get("x", 3), "a" in m, len(m), dict(m.items()), m.copy(), m | {"c": 3}, list(reversed(m)))
class T:
    def __enter__(self) -> "T": return self
    def __exit__(self, t: type[BaseException] | None, e: BaseException | None, tb: TracebackType | None) -> bool:
        print(e, tb is not None)
        return True
with T(): raise ValueError("x")
