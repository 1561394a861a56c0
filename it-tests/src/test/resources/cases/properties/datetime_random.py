"""Random days, moments and durations: arithmetic, texts in both directions, comparisons.

With an argument all cases are printed, to find the one that differs.
"""

import random
import sys
import zlib
from datetime import date, datetime, time, timedelta, timezone

FORMATS = ["%Y-%m-%d", "%d.%m.%y", "%j %U %W %w", "%A, %d %B %Y", "%a %b %d", "%G-W%V-%u", "%Y%m%dT%H%M%S", "%I:%M %p", "%H:%M:%S.%f", "%%"]
READ = ["%Y-%m-%d %H:%M:%S", "%d/%m/%Y %H:%M", "%Y%m%d %H%M%S.%f", "%d %b %Y %I:%M %p", "%B %d %Y"]


def zone(r: random.Random) -> timezone | None:
    if r.randrange(3) == 0:
        return None
    return timezone(timedelta(minutes=r.randrange(-720, 841)))


def moment(r: random.Random) -> datetime:
    fraction = r.randrange(1000000) if r.randrange(2) else 0
    return datetime(r.randrange(1, 9999), r.randrange(1, 13), r.randrange(1, 29), r.randrange(24), r.randrange(60), r.randrange(60), fraction)


def duration(r: random.Random) -> timedelta:
    return timedelta(days=r.randrange(-2000, 2000), seconds=r.randrange(-100000, 100000), microseconds=r.randrange(-10**9, 10**9))


def describe(r: random.Random) -> str:
    a, b, d, e = moment(r), moment(r), duration(r), duration(r)
    day = a.date()
    parts = [repr(a), str(b), a.isoformat(), repr(d), str(e), str(a - b), str(d + e), str(d - e), str(d * r.randrange(-9, 9)), str(-d), str(abs(e))]
    try:
        parts.append(str(a + d))
    except OverflowError as problem:
        parts.append(str(problem))
    parts.append(f"{d.total_seconds()} {d // timedelta(hours=1)} {d % timedelta(minutes=7)} {d / timedelta(seconds=3)} {d < e} {a < b} {day > b.date()}")
    parts.append(f"{day.toordinal()} {day.weekday()} {day.isocalendar()} {day.isoformat()} {a.timetuple()[:8]}")
    format = FORMATS[r.randrange(len(FORMATS))]
    parts.append(a.strftime(format))
    read = READ[r.randrange(len(READ))]
    if a.year >= 1000:
        text = a.strftime(read)
        parts.append(str(datetime.strptime(text, read)))
    parts.append(str(datetime.fromisoformat(a.isoformat())) + str(date.fromordinal(day.toordinal())))
    tz = zone(r)
    if 2 < a.year < 9990:
        aware = a.replace(tzinfo=tz)
        parts.append(aware.isoformat() + " " + str(datetime.fromisoformat(aware.isoformat()) == aware))
        if tz is not None:
            parts.append(str(aware.astimezone(timezone.utc)) + f" {aware.strftime('%z')} {aware.tzname()} {aware.utcoffset()}")
    clock = time(a.hour, a.minute, a.second, a.microsecond)
    parts.append(f"{clock} {clock!r} {time.fromisoformat(clock.isoformat()) == clock} {clock.replace(minute=5)}")
    return " | ".join(parts)


def main() -> None:
    show = len(sys.argv) > 1
    r = random.Random(20240612)
    digest = 0
    for number in range(10000):
        line = f"{number} {describe(r)}"
        digest = zlib.crc32(line.encode("utf-8"), digest)
        if show:
            print(line)
        elif number % 1000 == 999:
            print(number + 1, digest)


main()
