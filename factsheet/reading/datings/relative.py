"""What a date leaves out, counted from the day of publication: the year of June 24, the day of last Monday."""

from factsheet.reading.dates import Date, year_of
from factsheet.reading.datings.points import Stated
from factsheet.reading.datings.written import Ends, civil, day_text, read, week_of, written

Days = tuple[int, int]                  # the first and the last day on which the text may have been published
PAST, NEAR, FUTURE = -1, 0, 1           # which of all the Mondays or Junes: the last, the nearest, the next


def days_of(published: Date | None) -> Days | None:
    """The days on which something was published, if they are known well enough to count from."""
    if published is None or published.earliest is None or published.latest is None:
        return None
    plain = published.start.plain and published.end.plain
    return (published.earliest, published.latest) if plain else None


def settled(stated: Stated, days: Days | None, way: int) -> tuple[str, str, bool] | None:
    """Start, end and whether part of it comes from the publication; None where it would be a guess."""
    if stated.year is not None:
        return *written(stated, stated.year), stated.inferred
    if days is None:
        return None
    answers = {_counted(stated, day, way) for day in set(days)}
    answer = answers.pop()
    return (*answer, True) if answer and not answers else None


def _counted(stated: Stated, day: int, way: int) -> Ends | None:
    """Both ends, counted from this day."""
    if not 0 < year_of(day) < 9000 or abs(stated.shift) > 9999:
        return None
    if stated.unit == "weekday":
        return _weekday(stated, day, way)
    if stated.by:
        return _shifted(stated, day)
    if stated.unit == "decade":
        return _decade(stated, day)
    if not stated.month:
        return _day_of_month(stated, day, way)
    return _nearest(stated, day, way)


def _shifted(stated: Stated, day: int) -> Ends:
    """Yesterday, last week, two years ago, June last year."""
    year, month, _ = civil(day)
    if stated.by == "day":
        return day_text(day + stated.shift), ""
    if stated.by == "week":
        return week_of(day + 7 * stated.shift)
    if stated.by in ("month", "quarter"):
        return _months(stated, year, month)
    if stated.by == "century":
        century = (year - 1) // 100 + stated.shift
        return written(stated, century if stated.unit == "century" else century * 100 + stated.day)
    return written(stated, year + stated.shift)


def _months(stated: Stated, year: int, month: int) -> Ends:
    """A month or a quarter, so many before or after this one."""
    size = 1 if stated.by == "month" else 3
    years, place = divmod((month - 1) // size + stated.shift, 12 // size)
    return written(stated._replace(month=place * size + 1, last=place * size + size if size > 1 else 0), year + years)


def _weekday(stated: Stated, day: int, way: int) -> Ends | None:
    """The nearest one past, the day itself included; the one to come; or that of a week which is named."""
    behind = (day - 1 - stated.day) % 7
    if stated.by or stated.turn == 0:
        return day_text(day - (day - 1) % 7 + 7 * stated.shift + stated.day), ""
    if stated.turn is not None:
        return day_text(day - (behind or 7) if stated.turn < 0 else day + 7 - behind), ""
    if way == PAST:
        return day_text(day - behind), ""
    return (day_text(day + 7 - behind), "") if way == FUTURE and behind else None


def _decade(stated: Stated, day: int) -> Ends | None:
    """The nineties: the last that are over; of those that have begun, either these or the last might be meant."""
    year = year_of(day)
    start = year - year % 100 + stated.day
    if start <= year <= start + 9:
        return None
    return written(stated, start - 100 if start > year else start)


def _day_of_month(stated: Stated, day: int, way: int) -> Ends | None:
    """The nearest such day of a month: 24日."""
    year, month, number = civil(day)
    away = int(stated.day < number) if way == FUTURE else -int(stated.day > number)
    return _months(stated._replace(by="month", shift=away), year, month)


def _nearest(stated: Stated, day: int, way: int) -> Ends | None:
    """The year of a month, a day of a month, a quarter or a season: the nearest past, this one included, or the next."""
    if stated.turn == 0:
        winter = stated.month == 24 and civil(day)[1] <= 2
        return written(stated, year_of(day) - winter)
    wholly = stated.turn is not None
    way = way if stated.turn is None else stated.turn
    found = [each for ahead in (False, True) if way in (NEAR, FUTURE if ahead else PAST) and (each := _first(stated, day, ahead, wholly))]
    return min(found)[1] if found else None


def _first(stated: Stated, day: int, ahead: bool, wholly: bool) -> tuple[int, Ends] | None:
    """How many days off the first one is before the day, or ahead of it, and its ends; wholly: without the day."""
    for away in range(-1, 9) if ahead else range(0, -9, -1):
        ends = written(stated, year_of(day) + away)
        date = read("/".join(filter(None, ends)))
        if date and _fits(date, day, ahead, wholly):
            return max((date.earliest or 0) - day, day - (date.latest or 0), 0), ends
    return None


def _fits(date: Date, day: int, ahead: bool, wholly: bool) -> bool:
    """Whether a date lies before the day, or ahead of it; wholly: without it."""
    earliest, latest = date.earliest or 0, date.latest or 0
    if ahead:
        return (earliest if wholly else latest + 1) > day
    return (latest if wholly else earliest - 1) < day
