"""Days to places: time to scale, with ticks at round years, months or days."""

from collections.abc import Iterator, Sequence
from itertools import count

from factsheet.reading.dates import MONTHS, Date, first_day, ordinal, year_of
from factsheet.record import Record

MOST = 8        # ticks where there is room
FEW = 4         # above it every second one is left out where room is short
EDGE = 6        # per cent
LONG = 800      # days: a longer span has ticks at years
SHORT = 62      # days: a shorter one at days


class Time(Record):
    """A tick of the axis of time; a `minor` one may be left out where room is short."""

    x: float
    label: str
    minor: bool

    @property
    def edge(self) -> str:
        """Whether it stands at the first or last end of the axis."""
        return "first" if self.x < EDGE else "last" if self.x > 100 - EDGE else ""


class Moment(Record):
    """Where a date lies, at the middle of what it may mean; wider than a year it reaches from `since` to `until`."""

    x: float
    since: float
    until: float


class Span(Record):
    """The days from first to last, laid from 0 to 100 per cent; `last` is the day after."""

    first: int
    last: int

    def at(self, day: float) -> float:
        """Where a day begins, in per cent."""
        return round((day - self.first) * 100 / (self.last - self.first), 2)

    def moment(self, date: Date) -> Moment:
        """Where a date lies."""
        first, last = _window(date)
        x = self.at((first + last + 1) / 2)
        return Moment(x, self.at(first), self.at(last + 1)) if last - first > 366 else Moment(x, x, x)


def span(dates: Sequence[Date]) -> Span:
    """From the first day that a date allows to the last."""
    windows = [_window(date) for date in dates]
    return Span(min(first for first, _ in windows), max(last for _, last in windows) + 1)


def middle(date: Date) -> int:
    """Twice the middle of a date, for putting dates in order."""
    return sum(_window(date))


def _window(date: Date) -> tuple[int, int]:
    """The days that a date allows; where one end is open or unknown, the other alone."""
    first = date.latest if date.earliest is None else date.earliest
    last = date.earliest if date.latest is None else date.latest
    if first is None or last is None:
        raise ValueError("a date has one end at least")
    return first, last


def ticks(axis: Span, dates: Sequence[Date]) -> tuple[Time, ...]:
    """The ticks within the span; a year stands under its middle where no date is finer than a year, a month likewise."""
    finest = min(last - first + 1 for first, last in map(_window, dates))
    length = axis.last - axis.first
    if length >= LONG or finest > 31 * 4:
        return _chosen(axis, _years(axis), finest >= 365)
    return _chosen(axis, _months(axis, length), finest >= 28) if length > SHORT else _chosen(axis, _days(axis), False)


def _chosen(axis: Span, found: Iterator[tuple[int, int, int, str]], centred: bool) -> tuple[Time, ...]:
    """Ticks of those (place in a count, first day, day after, label) that lie on the axis."""
    inside = [each for each in found if axis.first <= each[1] < axis.last]
    return tuple(
        Time(axis.at(min((day + after) / 2, axis.last) if centred else day), label, len(inside) > FEW and place % 2 == 1)
        for place, day, after, label in inside
    )


def _years(axis: Span) -> Iterator[tuple[int, int, int, str]]:
    first, last = year_of(axis.first), year_of(axis.last - 1)
    step = next(step for step in _steps() if (last - first) // step < MOST)
    for year in range(-(-first // step) * step, last + 1, step):
        counted = year if year > 0 else year + 1    # 40 BC is the year -39
        yield year // step, first_day(counted), first_day(counted + 1), f"{-year} BC" if year < 0 else str(year or 1)


def _steps() -> Iterator[int]:
    for power in count():
        yield from (step * 10**power for step in (1, 2, 5))


def _months(axis: Span, length: int) -> Iterator[tuple[int, int, int, str]]:
    step = next(step for step in (1, 2, 3, 6) if length < 31 * step * (MOST - 2) or step == 6)
    named = False
    for month in range(year_of(axis.first) * 12, year_of(axis.last) * 12 + 12, step):
        year, part = divmod(month, 12)
        day = ordinal(year, part + 1, 1)
        if day < axis.first:
            continue
        after = ordinal(year + (part == 11), (part + 1) % 12 + 1, 1)
        yield month // step, day, after, MONTHS[part][:3] if named and part else f"{MONTHS[part][:3]} {year}"
        named = True


def _days(axis: Span) -> Iterator[tuple[int, int, int, str]]:
    step = next(step for step in (1, 2, 5, 10, 20) if (axis.last - axis.first) / step <= MOST - 2)
    for place, day in enumerate(range(axis.first, axis.last, step)):
        yield place, day, day + 1, _day(day)


def _day(day: int) -> str:
    """A day of a month: 24 Jun."""
    year = year_of(day)
    month = next(month for month in range(12, 0, -1) if ordinal(year, month, 1) <= day)
    return f"{day - ordinal(year, month, 1) + 1} {MONTHS[month - 1][:3]}"
