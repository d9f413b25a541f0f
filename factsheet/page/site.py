"""Content -> Site: figures in words, events on a scale, evidence numbered, pages in order. No HTML is made here but from prose."""

from factsheet.content.records import Content, Event, Figure, Page, Person, Quote, Sheet, Source, Term
from factsheet.content.typography import educated
from factsheet.page import references, wording
from factsheet.page.references import Known
from factsheet.page.timeline import draw
from factsheet.page.views import (
    DateView,
    EventView,
    Evidence,
    FactLine,
    FigureView,
    KeyEntry,
    Link,
    Note,
    PageView,
    PersonView,
    QuoteView,
    SheetView,
    Site,
    SourceEntry,
    SourceView,
    TermView,
)
from factsheet.reading import dates
from factsheet.reading.dates import Date

# Of what an address may hold as it is, all but the hyphen: in a text fragment that parts the words from their surroundings.
UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.~")


def assemble(content: Content) -> Site:
    """The site that a sound content makes."""
    sheets = tuple(_sheet(sheet) for sheet in content.sheets)
    title = content.settings.title or (sheets[0].title if sheets else "Fact sheet")
    return Site(content.settings, title, sheets)


def _sheet(sheet: Sheet) -> SheetView:
    names = references.known(sheet)
    sources = {source.id: _source(source, names) for source in sheet.sources}
    number = _Numbers()
    dated = sorted(_with_ids(sheet.timeline), key=lambda event: event.date.sort_key)
    figures = tuple(_figure(figure, number, sources, names) for figure in sheet.figures)
    events = tuple(_event(event, number, sources, names) for event in dated)
    people = {person.id: person for person in sheet.people}
    quotes = tuple(_quote(quote, number, sources, people) for quote in sheet.quotes)
    terms = tuple(_term(term, number, sources, names) for term in sheet.terms)
    numbered: tuple[FigureView | EventView | TermView, ...] = (*figures, *events, *terms)
    numbers = {fact.id: fact.number for fact in numbered}
    pages = tuple(_page(page, names, numbers) for page in sheet.pages)
    written = tuple(page for page in pages if page.name != "overview")
    drawing = draw([event.date for event in dated]) if dated else None
    notes = _notes(number.given, numbers, sheet)
    return SheetView(
        folder=sheet.folder,
        title=references.text(sheet.title, names),
        heading=references.html(sheet.title, names),
        summary=references.html(sheet.summary, names),
        description=_cut(references.text(sheet.summary, names)),
        figures=figures,
        events=events,
        drawing=drawing,
        key=_key(dated),
        people=tuple(PersonView(person.id, person.name, _office(person)) for person in sheet.people),
        quotes=quotes,
        terms=terms,
        sources=tuple(_entry(source, figures, events, quotes, terms) for source in sources.values()),
        overview=next((page for page in pages if page.name == "overview"), None),
        pages=written,
        menu=_menu(written),
        notes=notes,
        cites=any(not note.paper for note in notes),
        facts=len(numbers),
        quoted=sum(map(bool, numbers.values())),
        reported=_reported(sources),
    )


class _Numbers:
    """Gives each evidence its number, in the order of the page."""

    def __init__(self) -> None:
        self.given: dict[int, Evidence] = {}

    def of(self, evidence: Evidence) -> int:
        if not evidence.words:
            return 0
        self.given[len(self.given) + 1] = evidence
        return len(self.given)


def _notes(given: dict[int, Evidence], numbers: dict[str, int], sheet: Sheet) -> tuple[Note, ...]:
    """Every evidence once; those that the overview's own text refers to are shown on the screen, too."""
    overview = next((page.words.prose.references for page in sheet.pages if page.name == "overview"), ())
    cited = {numbers.get(reference.name) for reference in overview}
    return tuple(Note(number, evidence, number not in cited) for number, evidence in given.items())


def _menu(pages: tuple[PageView, ...]) -> tuple[Link, ...]:
    return (
        Link("index.html", "Overview"),
        Link("key-figures.html", "Key figures"),
        Link("timeline.html", "Timeline"),
        Link("sources.html", "Sources"),
        *(Link(f"{page.name}.html", page.title) for page in pages),
    )


def _reported(sources: dict[str, SourceView]) -> DateView | None:
    return next((source.published for source in sources.values() if source.published), None)


def _date(date: Date | None) -> DateView | None:
    return DateView(dates.words(date), dates.datetime_attribute(date) or "") if date else None


def _source(source: Source, names: Known) -> SourceView:
    return SourceView(
        source.id,
        source.title,
        source.publisher,
        source.author,
        _date(source.published),
        _date(source.accessed),
        source.url,
        source.archived,
        references.html(source.note, names),
        f"sources.html#{source.id}",
    )


def _evidence(words: str, source: str, sources: dict[str, SourceView]) -> Evidence:
    found = sources.get(source)
    return Evidence(words, found, passage(found.url, words) if found and found.url and words else "")


def passage(url: str, words: str) -> str:
    """The source's address with a text fragment, so that a browser opens it at the words."""
    sign = ":~:text=" if "#" in url else "#:~:text="
    return url + sign + "".join(chr(byte) if byte in UNRESERVED else f"%{byte:02X}" for byte in words.encode())


def _figure(figure: Figure, number: _Numbers, sources: dict[str, SourceView], names: Known) -> FigureView:
    seen = figure.observation
    parts = wording.parts(seen.value, figure.unit)
    evidence = _evidence(seen.evidence, seen.source, sources)
    signed = figure.unit.kind == "percent"
    return FigureView(
        id=figure.id,
        number=number.of(evidence),
        label=figure.label,
        parts=parts,
        numeral=wording.numeral(parts) + (parts.after if signed else ""),
        beside="" if signed or figure.unit.kind == "count" else parts.after,
        size=_size(parts),
        data=wording.plain_number(seen.value),
        as_of=_date(seen.as_of),
        said_by=_speaker(seen.said_by, names),
        evidence=evidence,
        note=references.html(figure.note, names),
        review_by=_date(figure.review_by),
        address=references.page_of(figure),
    )


def _size(parts: wording.Parts) -> str:
    """How far the longest word of a figure reaches; characters of East Asian scripts count twice."""
    words = f"{wording.numeral(parts)} {parts.scale}".split()
    longest = max(sum(2 if ord(c) > 0x2E80 else 1 for c in word) for word in words)
    return "" if longest <= 8 else "long" if longest <= 13 else "longer"


def _speaker(said_by: str, names: Known) -> str:
    record = names.get(said_by)
    return record.name if isinstance(record, Person) else said_by


def _with_ids(events: tuple[Event, ...]) -> list[Event]:
    """Events without an id get one from their date, so that each has an address."""
    taken = {event.id for event in events}
    return [event if event.id else event._replace(id=_new_id(event.date, taken)) for event in events]


def _new_id(date: Date, taken: set[str]) -> str:
    stem = "on-" + "".join(c if c.isalnum() else "-" for c in date.text.casefold()).strip("-")
    name = next(name for name in (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3))) if name not in taken)
    taken.add(name)
    return name


def _event(event: Event, number: _Numbers, sources: dict[str, SourceView], names: Known) -> EventView:
    date = DateView(dates.words(event.date), dates.datetime_attribute(event.date) or "")
    evidence = _evidence(event.evidence, event.source, sources)
    return EventView(
        event.id,
        number.of(evidence),
        date,
        references.html(event.title, names),
        references.text(event.title, names),
        references.html(event.text, names),
        _speaker(event.said_by, names),
        evidence,
        references.page_of(event),
    )


def _quote(quote: Quote, number: _Numbers, sources: dict[str, SourceView], people: dict[str, Person]) -> QuoteView:
    person = people.get(quote.said_by)
    evidence = _evidence(quote.text if quote.verbatim else "", quote.source, sources)
    text, context = (educated(words) or words for words in (quote.text, quote.context))
    return QuoteView(
        number.of(evidence),
        text,
        person.name if person else quote.said_by,
        _office(person) if person else "",
        context,
        quote.verbatim,
        sources.get(quote.source),
        evidence,
    )


def _office(person: Person) -> str:
    return ", ".join(part for part in (person.role, person.organisation) if part)


def _term(term: Term, number: _Numbers, sources: dict[str, SourceView], names: Known) -> TermView:
    evidence = _evidence(term.evidence, term.source, sources)
    return TermView(term.id, number.of(evidence), term.term, references.html(term.definition, names), evidence, references.page_of(term))


def _entry(
    source: SourceView,
    figures: tuple[FigureView, ...],
    events: tuple[EventView, ...],
    quotes: tuple[QuoteView, ...],
    terms: tuple[TermView, ...],
) -> SourceEntry:
    lines = [FactLine("Figure", f"{figure.label}: {figure.parts.text}", figure.address, figure.evidence) for figure in figures]
    lines += [FactLine("Event", f"{event.date.words}: {event.plain_title}", event.address, event.evidence) for event in events]
    lines += [
        FactLine("Quote", f"{quote.said_by}: {quote.context or quote.text}", "index.html#_quotes", quote.evidence)
        for quote in quotes
        if quote.verbatim
    ]
    lines += [FactLine("Term", term.term, term.address, term.evidence) for term in terms]
    return SourceEntry(source, tuple(line for line in lines if line.evidence.source == source))


def _key(events: list[Event]) -> tuple[KeyEntry, ...]:
    """How to read the kinds of mark that this timeline has."""
    points = [point for event in events for point in (event.date.start, event.date.end)]
    kinds = (
        ("2011", "2008/2014", "A year: as long as a year. When in it is not known.", any(point.precision == "year" for point in points)),
        ("2012-06-12", "2008/2014", "A day: a dot.", any(point.precision == "day" for point in points)),
        (
            "2010/2013",
            "2008/2014",
            "From one date to another.",
            any(event.date.interval and event.date.latest and event.date.earliest for event in events),
        ),
        ("2009/..", "2008/2014", "Still going on.", any(point.precision == "open" for point in points)),
        ("2009/", "2008/2014", "The end, or the beginning, is not known.", any(point.precision == "unknown" for point in points)),
        ("2011~", "2008/2014", "About then: soft edges.", any(point.approximate for point in points)),
        ("2011?", "2008/2014", "Uncertain: a dashed edge.", any(point.uncertain for point in points)),
        (
            "201X",
            "2005/2024",
            "Some time in a decade or a century: pale.",
            any(point.precision in ("decade", "century") for point in points),
        ),
    )
    return tuple(KeyEntry(draw([dates.read(date), dates.read(frame)]).marks[0], text) for date, frame, text, there in kinds if there)


def _page(page: Page, names: Known, numbers: dict[str, int]) -> PageView:
    body = references.html(page.words, names, numbers if page.name == "overview" else None)
    told = references.headline(page.words, names)
    title = told or page.name.replace("-", " ").replace("_", " ").capitalize()
    return PageView(page.name, title, bool(told), body, _cut(_first_paragraph(references.text(page.words, names), title)))


def _first_paragraph(text: str, title: str) -> str:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return next((line for line in lines if line != title), title)


def _cut(text: str) -> str:
    """At most 200 characters, for descriptions, ending at a word."""
    text = " ".join(text.split(" "))
    return text if len(text) <= 200 else text[:200].rsplit(" ", 1)[0].rstrip(",;:") + "…"
