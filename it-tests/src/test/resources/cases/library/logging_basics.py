"""Loggers, handlers, filters and formats."""

import io
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)-8s|%(name)s|%(message)s")
log = logging.getLogger("app.db")
log.info("connected to %s in %.2f s", "host", 1.234)
log.debug("hidden %d", 1)
log.warning("plain")
log.error("pair %r %s", [1, 2], {"a": 1})
log.log(35, "between")
logging.info("from root")
logging.warning("%(x)d items", {"x": 3})
try:
    1 // 0
except ZeroDivisionError:
    log.error("failed", exc_info=False)

buffer = io.StringIO()
handler = logging.StreamHandler(buffer)
handler.setLevel(logging.ERROR)
handler.setFormatter(logging.Formatter("{levelname}:{message:>10}:{lineno}:{funcName}", style="{"))
log.addHandler(handler)
log.propagate = False


def work() -> None:
    log.error("bad")
    log.info("not seen")


work()
print(buffer.getvalue(), end="")
print(log, logging.getLogger(), log.parent, log.getEffectiveLevel(), log.isEnabledFor(10), log.hasHandlers())
print(logging.getLogger("app.db") is log, logging.getLevelName(20), logging.getLevelName("INFO"), logging.getLevelName(15))


class OnlyEven(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        return len(record.getMessage()) % 2 == 0


class Collect(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


c = Collect()
c.addFilter(OnlyEven())
c.addFilter(lambda r: r.levelno < logging.CRITICAL)
other = logging.getLogger("other")
other.addHandler(c)
other.setLevel("DEBUG")
other.propagate = False
other.debug("ab")
other.debug("abc")
other.critical("abcd")
print(c.lines, other.handlers == [c])
parent = logging.getLogger("x")
child = logging.getLogger("x.y.z")
print(child.parent, parent.getChild("y.z") is child)
middle = logging.getLogger("x.y")
print(child.parent, middle.parent)
logging.disable(logging.WARNING)
other.warning("ab")
logging.disable(logging.NOTSET)
adapter = logging.LoggerAdapter(log, {"user": "joe"})
handler.setFormatter(logging.Formatter("$user $message", style="$"))
adapter.error("hello %d", 5)
log.error("x", extra={"user": "ann"})
print(buffer.getvalue().splitlines()[-2:])
for bad in ("abc", "%(x"):
    try:
        logging.Formatter(bad)
    except ValueError as e:
        print("ValueError")
logging.addLevelName(25, "NOTICE")
logging.getLogger().log(25, "custom")
try:
    log.setLevel("NOPE")
except ValueError as e:
    print(e)


class Brief(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return f"[{record.levelname[0]}] {super().format(record)}"


logging.getLogger().handlers[0].setFormatter(Brief("%(message)s"))
logging.getLogger("q").warning("brief %s", "x")
print(logging.getLevelNamesMapping()["WARN"], logging.WARN, logging.FATAL)
logging.shutdown()
