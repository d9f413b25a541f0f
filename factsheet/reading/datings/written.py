"""Stated dates in EDTF, once their year is known; what is no date is written all the same, and then not read."""

from collections.abc import Callable

from factsheet.problem import Unreadable
from factsheet.reading.dates import Date, ordinal, strict, year_of
from factsheet.reading.datings.points import Stated

Ends = tuple[str, str]                  # EDTF of the start, and of the end or nothing


def read(text: str) -> Date | None:
    """The date that an EDTF text states, or None: 31 June is none."""
    try:
        return strict(text)
    except Unreadable:
        return None


def written(stated: Stated, year: int) -> Ends:
    """Both ends of a date in EDTF when its year is this one."""
    return WRITERS[stated.unit](stated, year)


def day_text(day: int) -> str:
    """An ordinal in EDTF."""
    year, month, number = civil(day)
    return f"{_year_text(year)}-{month:02}-{number:02}"


def week_of(day: int) -> Ends:
    """Monday and Sunday of the week that a day lies in."""
    monday = day - (day - 1) % 7
    return day_text(monday), day_text(monday + 6)


def civil(day: int) -> tuple[int, int, int]:
    """Year, month and day of an ordinal."""
    year = year_of(day)
    month = next(month for month in range(12, 0, -1) if ordinal(year, month, 1) <= day)
    return year, month, day - ordinal(year, month, 1) + 1


def _year_text(year: int) -> str:
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def _day(stated: Stated, year: int) -> Ends:
    month = f"{_year_text(year)}-{stated.month:02}"
    return f"{month}-{stated.day:02}", f"{month}-{stated.last:02}" if stated.last else ""


def _week(stated: Stated, year: int) -> Ends:
    """The week that a day is of."""
    day = read(_day(stated, year)[0])
    return week_of(day.earliest) if day and day.earliest else ("", "")


def _month(stated: Stated, year: int) -> Ends:
    return f"{_year_text(year)}-{stated.month:02}", ""


def _quarter(stated: Stated, year: int) -> Ends:
    return f"{_year_text(year)}-{stated.month:02}", f"{_year_text(year)}-{stated.last:02}"


def _year(stated: Stated, year: int) -> Ends:
    return _year_text(year), _year_text(stated.last) if stated.last else ""


def _decade(_stated: Stated, year: int) -> Ends:
    return f"{year // 10:03}X", ""


def _century(_stated: Stated, year: int) -> Ends:
    """`year` counts hundreds; the fifth century before Christ is -5, and in EDTF -04XX."""
    return f"-{-year - 1:02}XX" if year < 0 else f"{year:02}XX", ""


WRITERS: dict[str, Callable[[Stated, int], Ends]] = {
    "day": _day, "week": _week, "month": _month, "season": _month, "quarter": _quarter, "year": _year, "decade": _decade,
    "century": _century,
}
