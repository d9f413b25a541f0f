"""timeline.ics: the timeline for calendars (RFC 5545), as whole days that block nobody's time.

A calendar knows days only. A coarser date is its whole span, and its summary begins with the date in words, so that nobody reads a day
into a year. Of a date with an open or unknown end, the known end is what is drawn. Years before 1 and past 9999 cannot be written in this
format: such events are left out; and where none is left there is no file, since a calendar without any entry is not valid.
"""

from collections.abc import Iterator, Sequence

from factsheet.content.records import Event, Settings, Sheet
from factsheet.page import references
from factsheet.page.exports.tables import dated
from factsheet.page.exports.values import address, clean, last_day, lasting_id, name
from factsheet.page.references import Known
from factsheet.page.views import EventView, SheetView
from factsheet.reading import dates
from factsheet.reading.dates import Date
from factsheet.record import Record

WIDTH = 75  # octets of a line, without its end
FIRST, LAST = dates.ordinal(1, 1, 1), dates.ordinal(9999, 12, 31)
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


class Span(Record):
    """Whole days as ordinals, the last one included."""

    first: int
    last: int


def timeline_ics(sheet: Sheet, view: SheetView, settings: Settings) -> bytes:
    """An entry an event; empty where there is none that a calendar can hold."""
    names = references.known(sheet)
    told = [(event, shown, found) for event, shown in dated(sheet, view) if (found := span(event.date))]
    if not told:
        return b""
    around = _Surroundings(sheet, settings, names, last_day(view).replace("-", "") + "T000000Z")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Factsheet//Timeline//EN", "CALSCALE:GREGORIAN", f"X-WR-CALNAME:{_text(view.title)}"]
    for event, shown, found in told:
        lines += _entry(event, shown, found, around)
    return b"".join(_folded(line) for line in [*lines, "END:VCALENDAR"])


def span(date: Date) -> Span | None:
    """The days that a date covers, of one with an open or unknown end those of the other; None where a calendar cannot hold them."""
    first, last = date.earliest, date.latest
    if first is None:
        first = dates.bounds(date.end)[0]
    if last is None:
        last = dates.bounds(date.start)[1]
    return Span(first, last) if first is not None and last is not None and first >= FIRST and last < LAST else None


class _Surroundings(Record):
    """What every entry is written with; `stamp` is the moment that the format demands."""

    sheet: Sheet
    settings: Settings
    names: Known
    stamp: str


def _entry(event: Event, shown: EventView, found: Span, around: _Surroundings) -> Sequence[str]:
    place = address(around.settings, around.sheet.folder, shown.address) if around.settings.url else ""
    return [
        "BEGIN:VEVENT",
        f"UID:{lasting_id(around.settings, around.sheet, 'event', shown.id)}",
        f"DTSTAMP:{around.stamp}",
        f"DTSTART;VALUE=DATE:{_day(found.first)}",
        f"DTEND;VALUE=DATE:{_day(found.last + 1)}",
        f"SUMMARY:{_text(f'{shown.date.words}: {shown.plain_title}')}",
        f"DESCRIPTION:{_text(chr(10).join(_told(event, shown, around.names)))}",
        "TRANSP:TRANSPARENT",
        *([f"URL:{clean(place)}"] if place else []),
        "END:VEVENT",
    ]


def _told(event: Event, shown: EventView, names: Known) -> Iterator[str]:
    """What stands below an entry: the date again, more about it, who said so, where and in which words."""
    yield f"Date: {shown.date.words}"
    if event.text:
        yield references.text(event.text, names)
    if event.said_by:
        yield f"Said by: {name(event.said_by, names)}"
    if event.evidence:
        yield f"Evidence: “{event.evidence}”"
    if source := shown.evidence.source:
        yield "Source: " + ", ".join(part for part in (source.publisher, source.title, source.published.words if source.published else "", source.url) if part)


def _day(ordinal: int) -> str:
    """A day as the format has it: 20240612."""
    year = dates.year_of(ordinal)
    month = next(month for month in range(12, 0, -1) if dates.ordinal(year, month, 1) <= ordinal)
    return f"{year:04}{month:02}{ordinal - dates.ordinal(year, month, 1) + 1:02}"


def _text(text: str) -> str:
    return clean(text).translate(ESCAPES)


def _folded(line: str) -> bytes:
    """A line with its end, broken where it would be too long, never inside a character."""
    data, start = line.encode(), 0
    pieces: list[bytes] = []
    while len(data) - start > WIDTH - bool(pieces):
        end = start + WIDTH - bool(pieces)
        while data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[start:end])
        start = end
    return b"\r\n ".join([*pieces, data[start:]]) + b"\r\n"
