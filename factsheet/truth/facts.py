"""What rests on a source: every fact of a sheet that quotes one, or should."""

from collections.abc import Iterator

from factsheet.content.records import Event, Figure, Observation, Sheet, Source, Written
from factsheet.problem import Place
from factsheet.reading.dates import Date
from factsheet.record import Record


class Fact(Record):
    """A fact and the words that are to carry it; `key` is the field that holds them, `holder` the record, where it is held to them, `seen` which of its values."""

    kind: str           # figure, event, term, person, quote
    name: str
    written: Written
    source: str
    evidence: str
    key: str = "evidence"
    holder: Figure | Event | None = None
    seen: Observation | None = None

    @property
    def place(self) -> Place:
        """Where the quotation stands."""
        return self.written.of(self.key)


def facts(sheet: Sheet) -> Iterator[Fact]:
    """Everything that should rest on a source, and that a page counts, in the order of the page.

    What is computed rests on other figures, and what was wrong on nothing; a value that was replaced may have lost its evidence.
    """
    for figure in sheet.figures:
        for seen in figure.observations:
            if not seen.wrong and not figure.formula and (not seen.kind or seen.evidence):
                yield Fact("figure", figure.label, seen.written, seen.source, seen.evidence, holder=figure, seen=seen)
    for event in sheet.timeline:
        yield Fact("event", event.title.text.value.strip(), event.written, event.source, event.evidence, holder=event)
    for term in sheet.terms:
        yield Fact("term", term.term, term.written, term.source, term.evidence)
    for quote in sheet.quotes:
        if quote.verbatim:
            yield Fact("quote", quote.text, quote.written, quote.source, quote.text, "text")


def quotations(sheet: Sheet) -> Iterator[Fact]:
    """Every fact that quotes a source: those above that do, and people."""
    yield from (fact for fact in facts(sheet) if fact.source and fact.evidence)
    for person in sheet.people:
        if person.source and person.evidence:
            yield Fact("person", person.name, person.written, person.source, person.evidence)


def language_of(sheet: Sheet, source: str) -> str:
    """The language that a source is in; English where nothing is said."""
    found = _source(sheet, source)
    return found.language if found else "en"


def published(sheet: Sheet, source: str) -> Date | None:
    """When a source was published, as far as is known."""
    found = _source(sheet, source)
    return found.published if found else None


def _source(sheet: Sheet, name: str) -> Source | None:
    return next((source for source in sheet.sources if source.id == name), None)
