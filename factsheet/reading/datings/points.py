"""What the tokens of a text state as dates, one by one: a day, a month, a year, as far as each is stated."""

from collections.abc import Callable

from factsheet.reading.datings.tokens import CERTAIN, Cut
from factsheet.record import Record


class Stated(Record):
    """A date as it is stated; what is not stated is left open, or a shift from the day of publication."""

    first: int                      # its first token
    after: int                      # the token after its last one
    unit: str                       # day, month, quarter, season, year, decade, century, week, weekday
    year: int | None = None         # of decades and centuries the lowest
    month: int = 0                  # or season 21 to 24
    day: int = 0                    # or weekday 0 to 6, or the tens of a decade whose century is not stated
    last: int = 0                   # the last day, month or year of what is stated as a range
    by: str = ""                    # what the shift counts
    shift: int = 0
    turn: int | None = None         # last -1, this 0, next 1
    inferred: bool = False          # its year is that of the date before it in a list, which comes from the publication
    figures: bool = False           # four digits and no more; whether they are a year, the words round them must say


def points(cut: Cut) -> list[Stated]:
    """Everything that has the form of a date, in order; the longest form first."""
    found, at, kinds, begin = [], 0, cut.kinds, cut.language.begin
    while at < len(kinds):
        first = at
        if kinds[at] in WEEKDAYS:
            first = _behind_weekday(cut, at)
        length = _length(cut, first) if kinds[first] in begin else 0
        if length:
            stated = _stated(cut, first, first + length)
            found += [stated[0]._replace(first=at), *stated[1:]] if at < first else stated
        at = first + (length or 1)
    return found


def _length(cut: Cut, at: int) -> int:
    """How many tokens the longest pattern has that begins here, or 0."""
    kinds, shapes = cut.kinds, cut.language.shapes
    return next((size for size in range(min(cut.language.longest, len(kinds) - at), 0, -1) if kinds[at:at + size] in shapes), 0)


def _behind_weekday(cut: Cut, at: int) -> int:
    """Where the date begins that a weekday stands before: Monday, 24 June; the weekday itself, if there is none."""
    kinds, first = cut.kinds, at + 1
    while kinds[first:first + 1] and kinds[first] in BEHIND_WEEKDAYS and first < at + 4:
        first += 1
    length = _length(cut, first)
    dated = length and (kinds[first] == "D" or (set(kinds[first:first + length]) & DAYS and "m" in kinds[first:first + length]))
    return first if dated else at


def _stated(cut: Cut, first: int, after: int) -> list[Stated]:
    """The date that these tokens have the form of; several where days are listed: 10, 11 and 12 June."""
    kinds = cut.kinds[first:after]
    values = cut.values[first:after]
    parts = dict(zip(reversed(kinds), reversed(values), strict=True))
    days = [value for kind, value in zip(kinds, values, strict=True) if kind in "doO"]
    read = next(read for letter, read in READERS if letter in parts)
    stated = read(Stated(first + (kinds[0] == "z"), after - (kinds[-1] == "z"), ""), parts, days)
    if "&" not in parts or cut.kinds[max(first - 2, 0):first].strip("t")[-1:] == "Z":
        return [stated]
    places = [first + place for place, kind in enumerate(kinds) if kind in DAYS]
    ends = [*(place + 1 + (cut.kind(place + 1) == ".") for place in places[:-1]), stated.after]
    return [stated._replace(first=begin, after=end, day=day, last=0)
            for begin, end, day in zip((first, *places[1:]), ends, days, strict=True)]


Parts = dict[str, int]


def _dated(stated: Stated, parts: Parts) -> Stated:
    """With the year that stands beside it, or is counted from the publication."""
    if "y" in parts:
        return stated._replace(year=parts["y"] % CERTAIN)
    if "R" in parts or "2" in parts:
        return stated._replace(year=parts.get("R", parts.get("2", 0)) // CERTAIN)
    if "Y" in parts:
        return stated._replace(by="year", shift=parts["Y"])
    return stated._replace(turn=parts.get("L"))


def _century(stated: Stated, parts: Parts, days: list[int]) -> Stated:
    """The 19th century, 20世纪90年代; before Christ the hundred years are counted backwards."""
    nth = days[0]
    if "E" in parts:
        return stated._replace(unit="decade", year=(nth - 1) * 100 + parts["E"])
    if parts.get("a", 1) < 0:
        return stated._replace(unit="century", year=-nth)
    return stated._replace(unit="century", year=nth - 1)


def _this_century(stated: Stated, parts: Parts, _days: list[int]) -> Stated:
    unit = "decade" if "E" in parts else "century"
    return stated._replace(unit=unit, by="century", shift=parts["C"], day=parts.get("E", 0))


def _whole(stated: Stated, parts: Parts, _days: list[int]) -> Stated:
    year, day = divmod(parts["D"], 10_000)
    return stated._replace(unit="day", year=year, month=day // 100, day=day % 100)


def _month_in_figures(stated: Stated, parts: Parts, _days: list[int]) -> Stated:
    return stated._replace(unit="month", year=parts["M"] // 100, month=parts["M"] % 100)


def _ago(stated: Stated, parts: Parts, days: list[int]) -> Stated:
    """Two years ago is a year: never finer than the unit it is counted in."""
    count = days[0] if days else parts.get("n", parts.get("A", 1))
    unit = UNITS[parts.get("u") or parts.get("g") or YEARS]
    return stated._replace(unit=unit, by=unit, shift=-count)


def _decade(stated: Stated, parts: Parts, days: list[int]) -> Stated:
    """The 1990s, les années 90; the 1900s may be a hundred years, and are no less."""
    year = parts.get("e", parts.get("y", -1)) % CERTAIN if "e" in parts or "y" in parts else None
    if year is None:
        return stated._replace(unit="decade", day=parts.get("E", parts.get("n", days[0] if days else 0)))
    if year % 100 == 0 and year < 2000:
        return stated._replace(unit="century", year=year // 100)
    return stated._replace(unit="decade" if year % 10 == 0 else "year", year=year)


def _quarter(stated: Stated, parts: Parts, _days: list[int]) -> Stated:
    first, last = divmod(parts.get("q", parts.get("Q", 0)), 100)
    return _dated(stated._replace(unit="quarter", month=first, last=last), parts)


def _season(stated: Stated, parts: Parts, _days: list[int]) -> Stated:
    return _dated(stated._replace(unit="season", month=parts["s"]), parts)


def _month(stated: Stated, parts: Parts, days: list[int]) -> Stated:
    """A month, or one day or several of it, or the week of one."""
    if "r" in parts:
        days = list(divmod(parts["r"], 100))
    if not days:
        return _dated(stated._replace(unit="month", month=parts["m"]), parts)
    unit = "week" if UNITS[parts.get("u", 0)] == "week" else "day"
    return _dated(stated._replace(unit=unit, month=parts["m"], day=days[0], last=days[1] if len(days) > 1 else 0), parts)


def _weekday(stated: Stated, parts: Parts, _days: list[int]) -> Stated:
    """A weekday of the week that is named with it, or the nearest one; 上周一 has both in one word."""
    week, day = divmod(parts["w"], 10)
    if week or "W" in parts:
        return stated._replace(unit="weekday", day=day, by="week", shift=parts.get("W", week - 2))
    return stated._replace(unit="weekday", day=day, turn=parts.get("L"))


def _years(stated: Stated, parts: Parts, _days: list[int]) -> Stated:
    first, last = divmod(parts.get("R", parts.get("2", 0)), CERTAIN)
    return stated._replace(unit="year", year=first, last=last, figures="R" in parts)


def _era(stated: Stated, parts: Parts, days: list[int]) -> Stated:
    """586 BC is the year -585, since 1 BC is the year 0."""
    year = parts.get("y", parts.get("n", days[0] if days else 0)) % CERTAIN
    return stated._replace(unit="year", year=1 - year if parts["a"] < 0 else year)


def _year(stated: Stated, parts: Parts, _days: list[int]) -> Stated:
    return stated._replace(unit="year", year=parts["y"] % CERTAIN, figures=parts["y"] < CERTAIN)


def _day_alone(stated: Stated, parts: Parts, days: list[int]) -> Stated:
    """24. 6. 2024, 上月24日, 24日."""
    if "y" in parts:
        return stated._replace(unit="day", year=parts["y"], month=days[1], day=days[0])
    shifted = stated._replace(unit="day", day=days[0])
    return shifted._replace(by="month", shift=parts["N"]) if "N" in parts else shifted


def _shifted(letter: str, unit: str) -> "Reader":
    def read(stated: Stated, parts: Parts, _days: list[int]) -> Stated:
        return stated._replace(unit=unit, by=unit, shift=parts[letter])

    return read


Reader = Callable[[Stated, Parts, list[int]], Stated]
WEEKDAYS = frozenset("wv")
BEHIND_WEEKDAYS = frozenset(",tfi")
DAYS = frozenset("doOr")
YEARS = 4
UNITS = ("", "day", "week", "month", "year")
READERS: tuple[tuple[str, Reader], ...] = (     # by the first of these letters that a pattern has
    ("c", _century), ("C", _this_century), ("D", _whole), ("M", _month_in_figures), ("g", _ago), ("G", _ago),
    ("1", _decade), ("e", _decade), ("E", _decade), ("q", _quarter), ("Q", _quarter), ("s", _season), ("m", _month),
    ("w", _weekday), ("R", _years), ("2", _years), ("a", _era), ("d", _day_alone), ("N", _shifted("N", "month")),
    ("T", _shifted("T", "day")), ("W", _shifted("W", "week")), ("K", _shifted("K", "quarter")),
    ("Y", _shifted("Y", "year")), ("y", _year),
)
