"""Tracebacks as texts. Expected output: python3.11 -X no_debug_ranges, for lines are shown without marks below them."""

import io
import re
import traceback


def clean(text: str) -> str:
    """The text with names of files instead of paths."""
    return re.sub(r'File ".*?([a-z]+[.]py)"', r'File "\1"', text)


def show_exception(e: BaseException, chain: bool) -> None:
    out = io.StringIO()
    traceback.print_exception(e, file=out, chain=chain)
    print(clean(out.getvalue()))


class AppError(Exception):
    pass


def inner(x: int) -> int:
    return 10 // x


def outer(x: int) -> int:
    return inner(x)


try:
    outer(0)
except ZeroDivisionError as e:
    text = traceback.format_exc()
    print(clean(text))
    print(traceback.format_exception_only(type(e), e), traceback.format_exception_only(e))
    print("".join(traceback.format_exception(e)) == text, "".join(traceback.format_exception(type(e), e, e.__traceback__)) == text)
    print(clean("".join(traceback.format_tb(e.__traceback__))))
    frames = traceback.extract_tb(e.__traceback__)
    print(len(frames), frames[-1].name, frames[-1].lineno, frames[-1].line, frames[0].name)
    for f in frames:
        print(f.name, f.lineno, f.line)
    tb = e.__traceback__
    if tb is not None:
        print(tb.tb_lineno, tb.tb_frame.f_code.co_name)
    out = io.StringIO()
    traceback.print_exc(file=out)
    print(out.getvalue() == text)
    print(clean(traceback.format_exc(limit=1)))

try:
    try:
        outer(0)
    except ZeroDivisionError as e:
        raise AppError("wrapped") from e
except AppError as e:
    show_exception(e, True)
    e.add_note("a note\nof two lines")
    show_exception(e, False)

try:
    try:
        outer(0)
    except ZeroDivisionError:
        raise KeyError("k")
except KeyError as e:
    print(clean(traceback.format_exc()))
    print("".join(traceback.TracebackException.from_exception(e).format()) == traceback.format_exc())


def depth(n: int) -> int:
    if n == 0:
        return len(traceback.extract_stack())
    return depth(n - 1)


def show() -> None:
    print(clean("".join(traceback.format_stack())))
    print(clean("".join(traceback.format_stack(limit=1))))


show()


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, tb):
        print(exc_type.__name__ if exc_type else None, exc, tb is None)
        if tb is not None:
            print(clean("".join(traceback.format_tb(tb))))
        return True


with Manager():
    outer(0)
with Manager():
    pass
