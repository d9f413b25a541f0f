"""From the tokens of a text to its dates: what is stated, what stands round it, and the EDTF that says the same."""

from collections.abc import Iterator

from factsheet.reading.dates import Date
from factsheet.reading.datings import years
from factsheet.reading.datings.languages import cut_of
from factsheet.reading.datings.pairs import LISTED, between, completed, continued, joined, ranged, with_left, with_right
from factsheet.reading.datings.points import Stated, points
from factsheet.reading.datings.relative import FUTURE, NEAR, PAST, Days, days_of, settled
from factsheet.reading.datings.round import BEFORE, BIS, BY, DEADLINE, Lead, Tail, lead_of, negated, tail_of, tense, touched
from factsheet.reading.datings.tokens import Cut
from factsheet.reading.datings.written import read

Found = tuple[int, int, Date, bool, bool, str]      # the fields of a Dating


def found(text: str, language: str, published: Date | None) -> Iterator[Found]:
    """Every date in the text: its place, its EDTF, and whether it is inferred, bare or a limit."""
    cut, days = cut_of(text, language), days_of(published)
    stated = completed(cut, [each for each in map(years.shortener(cut), points(cut)) if each])
    at = floor = end = 0
    before: Stated | None = None
    sure, dating = years.NO, None
    while at < len(stated):
        one, lead = stated[at], lead_of(cut, stated[at].first, floor)
        other = stated[at + 1] if at + 1 < len(stated) and joined(cut, one, stated[at + 1], lead.role) else None
        listed = years.NO
        if before and dating and between(cut, before, one) in LISTED:
            one, listed = continued(before, one, dating[2]), sure
        last, sure, dating = _read(cut, one, other, lead, days, listed, end)
        if dating:
            yield dating
            end = dating[1]
        before, floor = one, last.after
        at += 2 if last is other else 1


def _read(cut: Cut, one: Stated, other: Stated | None, lead: Lead, days: Days | None, listed: str, end: int
          ) -> tuple[Stated, str, Found | None]:
    """What was read last, how sure a single date is, and the dating; of Monday to Friday none."""
    if other and one.unit == other.unit == "weekday":
        return other, years.NO, None
    if other and ranged(one, other):
        return other, years.NO, _range(cut, one, other, lead, days)
    sure = _certainty(cut, one, lead, listed) if cut.starts[one.first] >= end else years.NO
    return one, sure, _single(cut, one, lead, days, sure == years.BARE) if sure else None


def _certainty(cut: Cut, stated: Stated, lead: Lead, listed: str) -> str:
    """Whether this is a date at all: sure, bare, or neither."""
    if touched(cut, stated.first, stated.after):
        return years.NO
    if stated.figures:
        tail = tail_of(cut, stated.after, lead.role)
        if tail.onwards or tail.bound or tail.hedge:
            return years.SURE
        ranged_years = bool(stated.last)
        sure = years.certainty(cut, lead, stated.first, stated.after, listed, ranged_years)
        short = ranged_years and cut.ends[stated.first] - cut.starts[stated.first] < 9
        return years.SURE if sure and short else sure
    if stated.after - stated.first == 1 and not years.stands_alone(cut, stated, lead, listed):
        return years.NO
    return years.SURE if years.whole_count(cut, stated, lead.first) else years.NO


def _single(cut: Cut, stated: Stated, lead: Lead, days: Days | None, bare: bool) -> Found | None:
    """The dating of one date with what stands round it."""
    tail = tail_of(cut, stated.after, lead.role)
    way = _way(lead, tense(cut, lead.begin, tail.after))
    ends = settled(stated, days, way)
    if not ends:
        return None
    low, high, inferred = ends
    mark = MARKS[(lead.hedge | tail.hedge) & 3]
    bound, text = _limit(lead, tail, way), f"{low}{mark}/{high}{mark}" if high else low + mark
    if bound in ("until", "before") and negated(cut, lead.begin):
        bound = "after" if bound == "before" else ""
    if bound in ("since", "until"):
        text = text if "X" in low else f"{low}{mark}/.." if bound == "since" else f"/{high or low}{mark}"
    return _dating(cut, _begin(stated, lead, tail), tail.after, text, inferred, bare, "" if bound in ("since", "until") else bound)


def _way(lead: Lead, tense: int) -> int:
    """Where a date without a year lies: behind, unless the tense says ahead; until and by may mean either."""
    if lead.role == "S":
        return PAST
    if tense > 0:
        return FUTURE
    return NEAR if lead.role == "U" or (lead.role == "B" and lead.value == BY) else PAST


def _begin(stated: Stated, lead: Lead, tail: Tail) -> int:
    """The first token that belongs to the date: since and before do, and from if it goes on."""
    several = stated.unit == "day" and stated.last
    counts = lead.role in LIMITS or (lead.role == "F" and tail.onwards) or (lead.role in ANNOUNCING and several)
    return lead.begin if counts else lead.first


def _limit(lead: Lead, tail: Tail, way: int) -> str:
    """What the words round a date make of it: since, until, before, after, by, or nothing."""
    if BEFORE in (tail.bound, lead.value * (lead.role == "B")) and (lead.ending or tail.ending):
        return "by"
    if tail.bound:
        return BOUNDS[tail.bound]
    if lead.role == "S" or tail.onwards:
        return "since"
    if lead.role == "U":
        return "by" if lead.value == DEADLINE or (lead.value == BIS and way == FUTURE) else "until"
    return BOUNDS[lead.value] if lead.role == "B" else ""


def _range(cut: Cut, left: Stated, right: Stated, lead: Lead, days: Days | None) -> Found | None:
    """The dating of a range, whose ends lend each other the year or the month that one of them leaves out."""
    middle, tail = lead_of(cut, right.first, left.after), tail_of(cut, right.after, "")
    figures = left.figures or right.figures
    sure = years.certainty(cut, lead, left.first, right.after, "", True) if figures else years.SURE
    if not sure or touched(cut, left.first, right.after):
        return None
    way = FUTURE if tense(cut, lead.begin, tail.after) > 0 else PAST
    if left.year is None and not left.by and (right.year is not None or right.by):
        left = with_right(left, right)
    start = settled(left, days, way)
    if start and right.year is None and not right.by:
        right = with_left(left, right, int(start[0][:4]) if left.year is None else left.year)
    end = settled(right, days, way)
    if not (start and end):
        return None
    text = f"{start[0]}{MARKS[lead.hedge & 3]}/{end[1] or end[0]}{MARKS[(middle.hedge | tail.hedge) & 3]}"
    announced = lead.role in ANNOUNCING or (lead.role == "f" and cut.language.genitive)
    bare = sure == years.BARE and left.figures and right.figures
    return _dating(cut, lead.begin if announced else lead.first, tail.after, text, start[2] or end[2], bare, "")


def _dating(cut: Cut, first: int, after: int, text: str, inferred: bool, bare: bool, bound: str) -> Found | None:
    """The dating, if its EDTF is a date: the 31st of June is none."""
    date = read(text)
    return (cut.starts[first], cut.ends[after - 1], date, inferred, bare, bound) if date else None


MARKS = ("", "~", "?", "%")
BOUNDS = ("", "before", "after", "by")
LIMITS = frozenset("SUB")
ANNOUNCING = frozenset("FZ")
