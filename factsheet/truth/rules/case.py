"""What a rule sees: a sheet, what could be verified of it, and the day."""

from collections.abc import Iterator

from factsheet.content.records import Sheet, Words
from factsheet.record import Record
from factsheet.truth.proof import Proof


class Case(Record):
    """One sheet under check; `today` is a proleptic day number."""

    sheet: Sheet
    proof: Proof
    today: int


def written_words(sheet: Sheet) -> Iterator[Words]:
    """Every text of the sheet that may hold references."""
    yield sheet.title
    for part in (sheet.summary, *(figure.note for figure in sheet.figures), *(source.note for source in sheet.sources), *(chart.note for chart in sheet.charts)):
        if part:
            yield part
    for event in sheet.timeline:
        yield event.title
        if event.text:
            yield event.text
    yield from (term.definition for term in sheet.terms)
    yield from (page.words for page in sheet.pages)
