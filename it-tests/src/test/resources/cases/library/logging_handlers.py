"""Handlers for files and buffers; where messages come from."""

import logging
import logging.handlers
import os
import re
import sys
import tempfile
import io

with tempfile.TemporaryDirectory() as d:
    path = os.path.join(d, "a.log")
    h = logging.handlers.RotatingFileHandler(path, maxBytes=60, backupCount=2)
    h.setFormatter(logging.Formatter("%(name)s %(message)s"))
    log = logging.getLogger("rot")
    log.addHandler(h)
    log.setLevel(logging.DEBUG)
    for i in range(12):
        log.info("message number %d", i)
    h.close()
    for name in sorted(os.listdir(d)):
        print(name)
        with open(os.path.join(d, name)) as f:
            print(f.read(), end="")
    log.removeHandler(h)
    f2 = os.path.join(d, "b.log")
    fh = logging.FileHandler(f2, mode="w", encoding="utf-8")
    fh.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(fh)
    log.warning("é")
    try:
        [].pop()
    except IndexError:
        log.exception("oops")
    fh.close()
    log.removeHandler(fh)
    with open(f2, encoding="utf-8") as f:
        text = f.read()
    text = re.sub(r"\d\d\d\d-\d\d-\d\d \d\d:\d\d:\d\d,\d\d\d", "TIME", text)
    print(re.sub(r'File ".*?([a-z0-9_]+[.]py)"', r'File "\1"', text))
out = io.StringIO()
target = logging.StreamHandler(out)
m = logging.handlers.MemoryHandler(3, flushLevel=logging.ERROR, target=target)
log.addHandler(m)
log.info("1"); log.info("2")
print(repr(out.getvalue()))
log.error("3")
print(repr(out.getvalue()))
log.info("4")
m.close()
print(repr(out.getvalue()))
log.removeHandler(m)
log.propagate = False
s = logging.StreamHandler(sys.stdout)
s.setFormatter(logging.Formatter("%(filename)s:%(lineno)d:%(funcName)s:%(module)s:%(threadName)s:%(processName)s:%(message)s:%(levelno)03d"))
log.addHandler(s)
def helper(text: str) -> None:
    log.info(text, stacklevel=2)
def caller() -> None:
    helper("via helper")
    log.warning("direct")
caller()
print(s.formatter is not None, isinstance(fh, logging.StreamHandler), isinstance(fh, logging.Handler))
