"""A datetime is a date."""

from datetime import date, datetime, timedelta, timezone
d = date(2024, 2, 29)
n = datetime(2024, 2, 29, 12, 30)
print(isinstance(n, date), isinstance(d, datetime), isinstance(n, datetime))
def weekday(x: date) -> int: return x.weekday()
print(weekday(n), weekday(d), n.date() == d, n - timedelta(days=1), d - timedelta(1), d < date(2024, 3, 1))
print(max([d, date(2023, 1, 1)]), n.replace(hour=1), d.replace(day=1), datetime.min, date.min, datetime.max, n.isoformat(), d.isoformat(), n.strftime("%Y"), repr(n), repr(d), hash(n) == hash(datetime(2024, 2, 29, 12, 30)))
items: list[date] = [d, n]
for x in items: print(x.year, x.isoformat(), x.weekday(), str(x), isinstance(x, datetime))
print(n > datetime(2020, 1, 1), n == datetime(2024, 2, 29, 12, 30), d == date(2024, 2, 29), d != date(2024, 2, 28))
print(f"{n:%d.%m.%Y} {d:%j}", n.timetuple()[:5], d.timetuple()[:5], n.isocalendar(), d.isocalendar(), n.toordinal())
print(datetime.fromordinal(738000), date.fromordinal(738000), datetime.fromisoformat("2024-01-01T00:00:00"), date.fromisoformat("2024-01-01"))
print({d: 1, date(2024, 2, 29): 2}, {n: 1})
print(datetime.now().date() == date.today(), (datetime(2024,1,1,tzinfo=timezone.utc) - datetime(2023,1,1,tzinfo=timezone.utc)).days)
