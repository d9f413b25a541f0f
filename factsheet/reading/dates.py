"""Dates as an author types them: EDTF (ISO 8601-2), level 0 and level 1, read exactly and said in plain words."""

from factsheet.problem import Unreadable
from factsheet.record import Record

LONGEST = 5_000
LONGEST_YEAR = 18
MONTHS = ("January", "February", "March", "April", "May", "June",
          "July", "August", "September", "October", "November", "December")
SEASONS = ("spring", "summer", "autumn", "winter")


class Point(Record):
    """One end of a date: how finely it is known; an `open` or `unknown` end has no year."""

    precision: str                  # century, decade, year, season, month, day; open, unknown
    year: int = 0                   # 0 is 1 BC; of a decade or a century its lowest year
    part: int = 0                   # month 1-12, or season 21-24
    day: int = 0
    blank: str = ""                 # what was written as X: "", "month", "day", "month and day"
    approximate: bool = False
    uncertain: bool = False

    @property
    def plain(self) -> bool:
        """Whether the calendar date stands as it is: nothing approximate, uncertain or left out."""
        return not (self.approximate or self.uncertain or self.blank)


class Date(Record):
    """A date or an interval; `earliest` and `latest` are day ordinals, None where an end is open or unknown."""

    text: str                       # canonical EDTF, as written
    start: Point
    end: Point                      # the start again, when the date is no interval
    interval: bool
    earliest: int | None
    latest: int | None

    @property
    def sort_key(self) -> tuple[int, int, int, str]:
        """By start; of equal starts the wider first, endless before all; with no start, by the end."""
        anchor = self.latest if self.earliest is None else self.earliest
        return anchor or 0, int(self.latest is not None), -(self.latest or 0), self.text


def read(text: str) -> Date:
    """The date that a text states, or Unreadable with the right way to write it wherever only one can be meant."""
    if len(text) > LONGEST:
        raise _refusal(f"A date has at most {LONGEST:,} characters, like `2024-06-24`; found {len(text):,}.")
    try:
        return strict(text)
    except Unreadable as refusal:
        from factsheet.reading.dates_meant import meant, remedy

        dates = meant(text)
        if not dates:
            raise
        raise _refusal(refusal.message, remedy(dates), 0, len(text)) from None


# Reading -------------------------------------------------------------------------------------------------------------

def strict(text: str) -> Date:
    """The date of a text in EDTF; what the text might have been meant to say is not asked here."""
    left, slash, right = text.partition("/")
    if not slash:
        start = end = _point(text, text, 0)
    else:
        start, end = _ends(text, left, right)
    earliest, latest = bounds(start)[0], bounds(end)[1]
    if earliest is not None and latest is not None and earliest > latest:
        raise _refusal(f"An interval runs from the earlier date to the later, like `2010/2014`; found {_shown(text)}.",
                       f"Write `{right}/{left}`.", 0, len(text))
    return Date(text, start, end, bool(slash), earliest, latest)


def _ends(text: str, left: str, right: str) -> tuple[Point, Point]:
    """Both ends of an interval, of which one at least is a date."""
    start, end = _end(text, left, 0), _end(text, right, len(left) + 1)
    if {start.precision, end.precision} <= {"open", "unknown"}:
        raise _refusal(f"An interval has a date at one end at least, like `1985/..`; found {_shown(text)}.")
    return start, end


def _end(text: str, end: str, at: int) -> Point:
    """One end of an interval: a date, `..` for open or nothing for unknown."""
    if end in ENDS:
        return Point(ENDS[end])
    if end in OLD_ENDS:
        raise _refusal("An end that is still open is written `..` and an unknown end is left empty, "
                       f"like `1985/..` and `1985/`; found {_shown(end)}.", "", at, len(end))
    point = _point(text, end, at)
    if "X" in end:
        raise _refusal(f"The ends of an interval have no X, like `2004-06/2004-07-03`; found {_shown(end)}, "
                       "which is EDTF level 2; levels 0 and 1 are read here.",
                       "Write each end as far as it is known.", at, len(end))
    return point


def _point(whole: str, text: str, at: int) -> Point:
    """One date; `at` is its offset in the whole text, for the caret."""
    approximate, uncertain = MARKS.get(text[-1:], (False, False))
    body = text[:-1] if approximate or uncertain else text
    point = _long_year(body, at) if body.startswith("Y") else _calendar(whole, body, at)
    return point._replace(approximate=approximate, uncertain=uncertain) if body != text else point


def _long_year(body: str, at: int) -> Point:
    """A year of more than four digits, after its Y."""
    digits = body[1:].removeprefix("-")
    if not (digits.isascii() and digits.isdigit()) or len(digits) < 5 or digits[0] == "0":
        level = " Exponents and significant digits are EDTF level 2." if set(body) & {"E", "S"} else ""
        raise _refusal(f"Y stands before a year of five digits or more, like `Y12010`; found {_shown(body)}.{level}",
                       "", at, len(body))
    if len(digits) > LONGEST_YEAR:
        raise _refusal(f"A year has at most {LONGEST_YEAR} digits, like `Y170000002`; found {len(digits):,}.",
                       "", at, len(body))
    return Point("year", int(body[1:]))


def _calendar(whole: str, body: str, at: int) -> Point:
    """A date of the calendar, read by its shape: 9999-99 is a year and a month, or a season."""
    minus = body.startswith("-")
    shape = body[minus:].translate(DIGITS)
    if shape not in SHAPES or body.startswith("-0000"):
        raise _strange(whole, body, at)
    precision, blank = SHAPES[shape]
    year = _year(body[:4 + minus], YEARS.get(precision, 1))
    if shape[5:7] != "99":
        return Point(precision, year, blank=blank)
    part = int(body[5 + minus:7 + minus])
    precision = _checked_part(precision, shape, part, body, at + 5 + minus)
    day = _checked_day(year, part, body, at + 8 + minus) if precision == "day" else 0
    return Point(precision, year, part, day, blank)


def _year(text: str, span: int) -> int:
    """The lowest year that the digits allow: of -058X it is -589."""
    known = int(text.replace("X", "0"))
    return known - (span - 1) if text.startswith("-") else known


def _checked_part(precision: str, shape: str, part: int, body: str, at: int) -> str:
    """The precision, which the second number may turn into a season; Unreadable for a number that is no month."""
    if 1 <= part <= 12:
        return precision
    if 21 <= part <= 24 and shape == "9999-99":
        return "season"
    level = " The parts of a year from 25 to 41 are EDTF level 2, which is not read here." if 25 <= part <= 41 else ""
    wanted = "01 to 12" if len(shape) > 7 else "01 to 12 (21 to 24 are spring to winter)"
    raise _refusal(f"A month is {wanted}, like `2024-06`; found `{part:02}`.{level}",
                   _coarser(body, 4 - len(shape)), at, 2)


def _checked_day(year: int, month: int, body: str, at: int) -> int:
    """The day, if that month of that year has it."""
    day, last = int(body[-2:]), _month_length(year, month)
    if not 1 <= day <= last:
        raise _refusal(f"{MONTHS[month - 1]} {_year_words(year)} has days 01 to {last}; found `{day:02}`.",
                       _coarser(body, -3), at, 2)
    return day


def _coarser(body: str, end: int) -> str:
    return f"Write `{body[:end]}` if no more is known."


def _strange(whole: str, body: str, at: int) -> Unreadable:
    """What to say of a text that has no shape of a date."""
    if body and set(body) <= LEVEL_2_CHARACTERS and set(body) & set("[{XES?~%"):
        return _refusal("A date is EDTF of level 0 or 1, like `2010~`, `201X` or `2004-XX`; level 2 (sets, X or ~ "
                        f"inside a date, significant digits) is not read here; found {_shown(whole)}.",
                        "", at, len(body))
    if ":" in body:
        return _refusal(f"A date has no time of day here, like `2024-06-24`; found {_shown(whole)}.", "", at, len(body))
    return _refusal("A date is written year-month-day, as far as it is known, like `2024-06-24`, `2024-06` or "
                    f"`2024`; found {_shown(whole)}.", "", at, len(body))


def _refusal(message: str, hint: str = "", start: int = 0, length: int | None = None) -> Unreadable:
    return Unreadable(message, hint, start, length, "bad-date")


def _shown(text: str) -> str:
    """A text as a message quotes it: short."""
    return f"`{text if len(text) <= 60 else text[:59] + '…'}`" if text else "nothing"


ENDS = {"": "unknown", "..": "open"}
OLD_ENDS = ("open", "unknown")
MARKS = {"?": (False, True), "~": (True, False), "%": (True, True)}
DIGITS = str.maketrans("012345678", "999999999")
YEARS = {"decade": 10, "century": 100}
SHAPES = {
    "9999": ("year", ""), "999X": ("decade", ""), "99XX": ("century", ""),
    "9999-99": ("month", ""), "9999-XX": ("year", "month"),
    "9999-99-99": ("day", ""), "9999-99-XX": ("month", "day"), "9999-XX-XX": ("year", "month and day"),
}
LEVEL_2_CHARACTERS = frozenset("0123456789-XYES?~%[]{},. ")


# Days: the ordinals of datetime.date, in the proleptic Gregorian calendar, also before the year 1 --------------------

def first_day(year: int) -> int:
    """The ordinal of 1 January."""
    before = year - 1
    return 365 * before + before // 4 - before // 100 + before // 400 + 1


def _month_length(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 28 + leap if month == 2 else 31 - (month in (4, 6, 9, 11))


def ordinal(year: int, month: int, day: int) -> int:
    """The ordinal of a day."""
    return first_day(year) + sum(_month_length(year, each) for each in range(1, month)) + day - 1


def bounds(point: Point) -> tuple[int | None, int | None]:
    """The first and the last day that the point allows."""
    if point.precision in ("open", "unknown"):
        return None, None
    if point.precision in ("day", "month"):
        first, last = (point.day, point.day) if point.day else (1, _month_length(point.year, point.part))
        return ordinal(point.year, point.part, first), ordinal(point.year, point.part, last)
    if point.precision == "season":
        return _season(point.year, point.part)
    return first_day(point.year), first_day(point.year + YEARS.get(point.precision, 1)) - 1


def _season(year: int, part: int) -> tuple[int, int]:
    """Three whole months, of the northern half of the world; winter begins in its year's December."""
    if part == 24:
        return ordinal(year, 12, 1), ordinal(year + 1, 2, _month_length(year + 1, 2))
    month = 3 * (part - 20)
    return ordinal(year, month, 1), ordinal(year, month + 2, _month_length(year, month + 2))


def year_of(day: int) -> int:
    """The year in which a day lies."""
    year = day * 400 // 146_097 + 1
    return year + (first_day(year + 1) <= day) - (first_day(year) > day)


def iso(day: int) -> str:
    """A day as YYYY-MM-DD; empty for one outside the years 1 to 9999."""
    year = year_of(day)
    if not 1 <= year <= 9999:
        return ""
    month = max(month for month in range(1, 13) if ordinal(year, month, 1) <= day)
    return f"{year:04}-{month:02}-{day - ordinal(year, month, 1) + 1:02}"


def year_fraction(day: int) -> float:
    """The place of a day on a true-to-scale axis of years: 2010.0 is the first moment of 2010."""
    year = year_of(day)
    first = first_day(year)
    return year + (day - first) / (first_day(year + 1) - first)


# Words ---------------------------------------------------------------------------------------------------------------

def words(date: Date) -> str:
    """The date in English, in British order, never finer than it was written."""
    if not date.interval:
        return _hedged(date.start, ", uncertain")
    return _one_ended(date) or _compact(date.start, date.end) or f"{_inside(date.start)} to {_inside(date.end)}"


def datetime_attribute(date: Date) -> str | None:
    """The value for HTML's `<time datetime>`, when the date is exactly a year, a month or a day."""
    point = date.start
    if date.interval or not point.plain or point.precision not in ("year", "month", "day") or point.year < 1:
        return None
    return date.text.removeprefix("Y")


def _one_ended(date: Date) -> str:
    """The words of an interval with one end; open (it goes on) and unknown are said differently."""
    if date.end.precision == "open":
        return f"since {_inside(date.start)}" if date.start.precision != "unknown" else ""
    if date.end.precision == "unknown":
        return f"from {_inside(date.start)}, end unknown"
    before = {"open": "until {}", "unknown": "until {}, start unknown"}.get(date.start.precision, "")
    return before.format(_inside(date.end))


def _compact(start: Point, end: Point) -> str:
    """A range whose shared part is said once: an en dash between single words, else `to`."""
    if start == end:
        return _inside(start)
    if start.precision != end.precision or not (start.plain and end.plain):
        return ""
    if start.precision == "year" and start.year // 100 == end.year // 100 and 1000 <= start.year <= 9999:
        return f"{start.year}–{end.year}"
    if start.year != end.year or start.precision == "year":
        return ""
    return _within_a_year(start, end)


def _within_a_year(start: Point, end: Point) -> str:
    year = _year_words(start.year)
    if start.precision == "day" and start.part == end.part:
        return f"{start.day}–{end.day} {MONTHS[start.part - 1]} {year}"
    if start.precision == "day":
        return f"{start.day} {MONTHS[start.part - 1]} to {end.day} {MONTHS[end.part - 1]} {year}"
    return f"{_part_words(start)}–{_part_words(end)} {year}"


def _inside(point: Point) -> str:
    return _hedged(point, " (uncertain)")


def _hedged(point: Point, uncertain: str) -> str:
    bare, blank = _bare(point), f", {point.blank} not known" if point.blank else ""
    about = "roughly " if bare.startswith("between") else "about "
    return (about if point.approximate else "") + bare + blank + (uncertain if point.uncertain else "")


def _bare(point: Point) -> str:
    if point.precision in YEARS:
        return _span_words(point.year, YEARS[point.precision])
    if not point.part:
        return _year_words(point.year)
    day = f"{point.day} " if point.day else ""
    return f"{day}{_part_words(point)} {_year_words(point.year)}"


def _part_words(point: Point) -> str:
    return MONTHS[point.part - 1] if point.part <= 12 else SEASONS[point.part - 21]


def _span_words(year: int, span: int) -> str:
    """`the 2010s`; but "the 1900s" may be ten years or a hundred, and the 20th century is not 1900 to 1999."""
    if span == 10 and year >= 1000 and year % 100:
        return f"the {year}s"
    return f"between {_year_words(year)} and {_year_words(year + span - 1)}"


def _year_words(year: int) -> str:
    if year < 1:
        return f"{1 - year} BC" if year > -9999 else f"{1 - year:,} BC"
    if year < 1000:
        return f"AD {year}"
    return str(year) if year <= 9999 else f"the year {year:,}"
