"""Dates that belong together: the two ends of a range, and lists, in which one year may stand for all."""

from factsheet.reading.dates import Date
from factsheet.reading.datings.points import Stated
from factsheet.reading.datings.tokens import Cut

CALENDAR = frozenset(("day", "month", "quarter", "season", "year"))
LOOSE = frozenset("tphi'z")


def between(cut: Cut, left: Stated, right: Stated) -> str:
    """What parts two dates, without articles and hedges; of dates far apart a word."""
    kinds = cut.kinds[left.after:right.first]
    if len(kinds) > 6:
        return "x"
    core = "".join([kind for kind in kinds.replace("p-", "p") if kind not in LOOSE])
    dash = left.after + kinds.find("-")
    return "x" if core == "-" and cut.glued(dash) != cut.glued(dash + 1) else core


def joined(cut: Cut, left: Stated, right: Stated, role: str) -> bool:
    """Whether two dates are the ends of one range; after `between` they are parted by `and`, after `from` perhaps by a comma."""
    mark = between(cut, left, right)
    return mark in JOINTS or (mark == "&" and role == "Z") or (mark[:1] == "," and mark[1:] in JOINTS and role == "F")


def ranged(left: Stated, right: Stated) -> bool:
    """Whether both can be the ends of a range: Monday to Friday and last year to June are none."""
    if not {left.unit, right.unit} <= CALENDAR or (left.unit == "year" and left.last):
        return False
    if (left.month == 0 and left.unit != "year") or (left.year is None and right.unit == "year"):
        return False
    return bool(left.month or left.year is not None) and bool(right.month or right.year is not None or right.day)


def with_left(left: Stated, right: Stated, year: int) -> Stated:
    """The end of a range, which takes from its start the month and the year it does not state, or the year after."""
    month = right.month or left.month
    return right._replace(year=year + ((month, right.day) < (left.month, left.day)), month=month, turn=None)


def with_right(left: Stated, right: Stated) -> Stated:
    """The first of two dates, which takes from the second the year it does not state, or the year before."""
    before = (left.month, left.day) > (right.month, right.day) and left.month <= 12
    if right.year is not None:
        return left._replace(year=right.year - before)
    return left._replace(by=right.by, shift=right.shift - before)


def completed(cut: Cut, stated: list[Stated]) -> list[Stated]:
    """The same dates, those of lists with the year or the century that one states for all: June and July 2024."""
    done = list(stated)
    for at in range(len(done) - 2, -1, -1):
        left, right = done[at], done[at + 1]
        if _open(left) and _yearly(right) and between(cut, left, right) in LISTED:
            done[at] = with_right(left, right)
    for at in range(1, len(done)):
        left, right = done[at - 1], done[at]
        if right.unit == left.unit == "decade" and right.year is None and left.year is not None and between(cut, left, right) in ALONG:
            done[at] = right._replace(year=left.year - left.year % 100 + right.day)
    return done


def continued(left: Stated, right: Stated, date: Date) -> Stated:
    """The next date of a list, in the year that was found for the one before it: June 24 and 25."""
    if not (_open(right) and left.month and date.start.year) or (right.month, right.day) < (left.month, left.day):
        return right
    return with_left(left, right, date.start.year)._replace(inferred=left.year is None or left.inferred)


def _open(date: Stated) -> bool:
    """Whether only its year is missing."""
    return bool(date.month) and date.year is None and not date.by and date.turn is None


def _yearly(date: Stated) -> bool:
    """Whether it has a month or a season, and a year, be it only last year."""
    return bool(date.month) and date.unit in CALENDAR and (date.year is not None or date.by == "year")


JOINTS = frozenset("JU-")
LISTED = frozenset(("&", "|", ",", ",&", ",|", "/"))
ALONG = LISTED | JOINTS
