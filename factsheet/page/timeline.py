"""The timeline to scale: days in, places in per cent of the width out. A year is as long as a year; precision is drawn."""

from collections.abc import Iterator, Sequence
from itertools import count

from factsheet.reading.dates import MONTHS, Date, Point, bounds, first_day, ordinal, year_of
from factsheet.record import Record

TICKS = 8
FAINT = 1.5  # the least width of a soft bar, in per cent, so that its soft ends can be seen
STUB = 4.0  # how far an open or unknown end is drawn, in per cent
COARSE = 3 * 366  # a span of days wider than this is drawn pale: a decade, a century
MOST_BRIEF = 8  # the overview draws more events than this as lanes without labels
MOST_PLAIN = 12  # above this the timeline page has an overview strip of lanes, too


class Shape(Record):
    """A dot, a bar or a line from x, so many per cent wide; `look` says approximate, uncertain, coarse."""

    kind: str  # dot, bar, lasts; open, unknown, and both with ` back` at a start
    x: float
    width: float
    look: str = ""

    @property
    def to(self) -> float:
        return round(self.x + self.width, 2)


class Mark(Record):
    """What is drawn for one event; the label stands `after`, `before` or `below` it; `lane` counts from the top."""

    shapes: tuple[Shape, ...]
    x: float
    to: float
    side: str
    lane: int


class Tick(Record):
    """A year, or a month, on the axis; a minor one may be left out where room is short, the last one turns inward."""

    x: float
    label: str
    minor: bool
    last: bool


class Drawing(Record):
    """The whole timeline: a mark an event, in the order given."""

    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    lanes: int


class Axis(Record):
    """From 1 January of the first year to that after the last, with room at a side where something runs on."""

    first: int
    last: int
    before: float
    after: float

    def at(self, day: int) -> float:
        """Where a day begins, in per cent of the width."""
        share = (day - self.first) / (self.last - self.first)
        return round(self.before + share * (100 - self.before - self.after), 2)


def draw(dates: Sequence[Date]) -> Drawing:
    """Marks, ticks and lanes for the dates, which come by their start."""
    axis = _axis(dates)
    lanes: list[float] = []
    marks = tuple(_mark(_shapes(date, axis), lanes) for date in dates)
    return Drawing(marks, tuple(_ticks(axis)), len(lanes))


def _axis(dates: Sequence[Date]) -> Axis:
    days = [day for date in dates for point in (date.start, date.end) if not _endless(point) for day in _window(point)]
    first, last = year_of(min(days)), year_of(max(days)) + 1
    runs_in = any(_endless(date.start) for date in dates)
    runs_on = any(_endless(date.end) for date in dates)
    return Axis(first_day(first), first_day(last), STUB if runs_in else 0.0, STUB if runs_on else 0.0)


def _endless(point: Point) -> bool:
    return point.precision in ("open", "unknown")


def _shapes(date: Date, axis: Axis) -> tuple[Shape, ...]:
    """The shapes of one date, the line between two ends first, so that the ends lie upon it."""
    if not date.interval:
        return (_shape(date.start, axis),)
    start = None if _endless(date.start) else _shape(date.start, axis)
    end = None if _endless(date.end) else _shape(date.end, axis)
    if start and end:
        return (_line("lasts", start.to, end.x), start, end)
    if start:
        to = 100.0 if date.end.precision == "open" else min(100.0, start.to + STUB)
        return (_line(date.end.precision, start.to, to), start)
    if end:
        x = 0.0 if date.start.precision == "open" else max(0.0, end.x - STUB)
        return (_line(f"{date.start.precision} back", x, end.x), end)
    return ()


def _line(kind: str, x: float, to: float) -> Shape:
    return Shape(kind, round(x, 2), round(max(to - x, 0.0), 2))


def _window(point: Point) -> tuple[int, int]:
    """The days that a point may mean; an approximate one reaches half its length further at both sides."""
    first, last = bounds(point)
    if first is None or last is None:
        raise ValueError("an open or unknown end has no days")
    soft = (last - first) // 2 if point.approximate else 0
    return first - soft, last + soft


def _shape(point: Point, axis: Axis) -> Shape:
    """One day is a dot, more are a bar as long as they; what is approximate, uncertain or coarse looks so."""
    first, last = _window(point)
    known = bounds(point)
    coarse = (known[1] or 0) - (known[0] or 0) > COARSE
    look = " ".join(name for name, on in (("approximate", point.approximate), ("uncertain", point.uncertain), ("coarse", coarse)) if on)
    x, to = axis.at(first), axis.at(last + 1)
    if first == last:
        return Shape("dot", round((x + to) / 2, 2), 0.0, look)
    if point.approximate and to - x < FAINT:
        x = min(max(0.0, (x + to - FAINT) / 2), 100 - FAINT)
        to = x + FAINT
    return Shape("bar", round(x, 2), round(to - x, 2), look)


def _mark(shapes: tuple[Shape, ...], lanes: list[float]) -> Mark:
    """The mark of one event in the first lane that is free there; `lanes` holds how far each is taken."""
    x, to = min(shape.x for shape in shapes), max(shape.to for shape in shapes)
    lane = next((number for number, taken in enumerate(lanes) if taken + 1.5 <= x), len(lanes))
    lanes[lane : lane + 1] = [to]
    side = "after" if to <= 55 else "before" if x >= 45 else "below"
    return Mark(shapes, x, to, side, lane)


def _ticks(axis: Axis) -> Iterator[Tick]:
    """Round years; months where the whole axis is two years or less."""
    first, last = year_of(axis.first), year_of(axis.last)
    if last - first <= 2:
        yield from _months(axis, first, last)
        return
    step = next(step for step in _steps() if (last - first) / step < TICKS)
    years = range(-(-first // step) * step, last + 1, step)
    whole = next((place for place, year in enumerate(years) if year % (10 ** len(str(step))) == 0), 0)
    for place, year in enumerate(years):
        minor = (place - whole) % 2 == 1 and len(years) > 4
        yield _tick(axis, first_day(year if year > 0 else year + 1), f"{-year} BC" if year < 0 else str(year or 1), minor)


def _steps() -> Iterator[int]:
    yield from (1, 2, 5)
    for power in count(1):
        yield from (step * 10 ** (power - 1) for step in (10, 20, 25, 50))


def _months(axis: Axis, first: int, last: int) -> Iterator[Tick]:
    for year in range(first, last):
        for month in range(1, 13, 3 * (last - first)):
            name = MONTHS[month - 1][:3]
            yield _tick(axis, ordinal(year, month, 1), f"{name} {year}" if month == 1 else name, False)


def _tick(axis: Axis, day: int, label: str, minor: bool) -> Tick:
    return Tick(axis.at(day), label, minor, axis.at(day) > 92)
