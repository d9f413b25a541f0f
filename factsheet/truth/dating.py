"""Does the quotation carry the date? An event's date is held to its evidence: the same, or coarser, never finer."""

from factsheet.problem import Unreadable
from factsheet.reading.dates import Date, Point, read, words
from factsheet.reading.datings import Dating
from factsheet.reading.datings import find as datings
from factsheet.reading.languages import LANGUAGES
from factsheet.truth.agreement import AGREES, DISAGREES, UNREAD, Verdict

ENDLESS = ("open", "unknown")


def date_agreement(date: Date, evidence: str, language: str = "en", published: Date | None = None) -> Verdict:
    """The verdict on a date and the words that are to carry it; `published` is the day that `last year` counts from."""
    if language.split("-", maxsplit=1)[0].casefold() not in LANGUAGES:
        return Verdict(UNREAD, f"Dates in this language (`{language}`) cannot be read here; {', '.join(LANGUAGES.values())} can.", _reads_as(date))
    found = datings(evidence, language, published)
    verdicts = [_verdict(date, each, evidence) for each in found]
    if not verdicts:
        return Verdict(UNREAD, f"No date can be read in the evidence “{evidence[:80]}”.", _reads_as(date))
    return min(verdicts, key=lambda verdict: (AGREES, UNREAD, DISAGREES).index(verdict.kind))


def person_agreement(date: Date, reads_as: str) -> Verdict:
    """The verdict on a date and what a person says that its evidence says: EDTF, or plain English."""
    try:
        if read(reads_as).text == date.text:
            return Verdict(AGREES)
    except Unreadable:
        return date_agreement(date, reads_as)
    return Verdict(DISAGREES, f"The date has to be the one that `reads_as` gives; found `{date.text}`.", f"Write `{reads_as}` for both, or look it up again.")


def _reads_as(date: Date) -> str:
    return f"Quote words that carry the date, or say how a person reads them: `reads_as: {date.text}`."


def _verdict(date: Date, found: Dating, evidence: str) -> Verdict:
    quoted = evidence[found.start : found.end]
    if found.bound:
        return Verdict(UNREAD, f"The evidence only sets a limit to the date, “{quoted}”.", _reads_as(date))
    if _hedges(date) != _hedges(found.date):
        return _other(date, found, quoted)
    if date.interval and found.date.interval and _same_end(date.start, found.date.start) and _same_end(date.end, found.date.end):
        return Verdict(AGREES)
    if not date.interval and _holds(date, found.date):
        return Verdict(AGREES)
    if not date.interval and found.date.interval and date.text in found.date.text.split("/"):
        return Verdict(UNREAD, f"The evidence tells of a stretch of time, “{quoted}”; the date is one of its ends.", _reads_as(date))
    return _other(date, found, quoted)


def _other(date: Date, found: Dating, quoted: str) -> Verdict:
    finer = _holds(found.date, date) and _hedges(date) == _hedges(found.date)
    wanted = "The date is never finer than the evidence says" if finer else "The date has to be what the evidence says"
    return Verdict(DISAGREES, f"{wanted}, “{quoted}” ({words(found.date)}); found `{date.text}`.", f"Write `{found.date.text}`, or quote the words that carry this date.")


def _holds(outer: Date, inner: Date) -> bool:
    """Whether one date lies wholly inside another, which is then the coarser one."""
    ends = (outer.earliest, inner.earliest, inner.latest, outer.latest)
    if None in ends or (outer.interval and not inner.interval):
        return False
    first, start, end, last = (day or 0 for day in ends)
    return first <= start and end <= last


def _hedges(date: Date) -> tuple[bool, bool]:
    return date.start.approximate or date.end.approximate, date.start.uncertain or date.end.uncertain


def _same_end(one: Point, other: Point) -> bool:
    """Whether two ends are the same; `until 1970` may be typed with an open or with an unknown beginning."""
    return one == other or (one.precision in ENDLESS and other.precision in ENDLESS)
