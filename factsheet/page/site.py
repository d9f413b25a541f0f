"""Content -> Site: figures in words, events on a scale, evidence numbered, pages in order. No HTML is made here but from prose."""

from collections.abc import Iterator, Sequence

from factsheet.content.lockfile import LOST
from factsheet.content.records import Content, Event, Figure, Page, Sheet, Source
from factsheet.page import references
from factsheet.page.citing import Home, cited, home
from factsheet.page.desk import Desk, date_view, event_view, figure_view, last_day, office, quote_view, source_view, term_view
from factsheet.page.past import Past, past
from factsheet.page.references import Known
from factsheet.page.repository import file_address
from factsheet.page.series import charts, series
from factsheet.page.timeline import draw
from factsheet.page.views import (
    ChangeView,
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
    ValueView,
)
from factsheet.reading import dates
from factsheet.reading.dates import Date
from factsheet.truth.history import first_locked, histories, last_locked
from factsheet.truth.proof import Proof

ROOM = 5        # sources in a footer
NAMED = 8       # events that the overview names; of more it draws the marks alone


def assemble(content: Content, proofs: Sequence[Proof]) -> Site:
    """The site that a sound content makes; `proofs` say, sheet by sheet, which facts were checked against their source."""
    sheets = tuple(_sheet(sheet, proof, content) for sheet, proof in zip(content.sheets, proofs, strict=True))
    title = content.settings.title or (sheets[0].title if sheets else "Fact sheet")
    return Site(content.settings, title, sheets)


def _sheet(sheet: Sheet, proof: Proof, content: Content) -> SheetView:
    names = references.known(sheet)
    sources = {source.id: source_view(source, names) for source in sheet.sources}
    desk = Desk(sources, names, proof, {}, sheet.review_by, file_address(content.settings.repository, content.folder, sheet.path))
    dated = sorted(_with_ids(sheet.timeline), key=lambda event: event.date.sort_key)
    told = histories(sheet)
    first = tuple(figure_view(figure, desk) for figure in sheet.figures)
    before, reported = past(sheet, told, desk), _reported(sheet.sources)
    at = home(sheet, content.settings)
    figures = tuple(_with_past(view, figure, before, at) for view, figure in zip(first, sheet.figures, strict=True))
    events = tuple(event_view(event, desk) for event in dated)
    quotes = tuple(quote_view(quote, desk) for quote in sheet.quotes)
    terms = tuple(term_view(term, desk) for term in sheet.terms)
    numbered: tuple[FigureView | EventView | TermView, ...] = (*figures, *events, *terms)
    numbers = {fact.id: fact.number for fact in numbered}
    pages = tuple(_page(page, names, numbers) for page in sheet.pages)
    written = tuple(page for page in pages if page.name != "overview")
    unseen = {event.number for event in events} if len(events) > NAMED else set()
    notes = _notes(desk.given, numbers, sheet, unseen)
    entries = tuple(_entry(source, figures, events, quotes, terms) for source in sources.values())
    held = [value.evidence for figure in figures if not figure.computed for value in figure.values if _is_held(value)]
    held += [event.evidence for event in events]
    held += [term.evidence for term in terms] + [quote.evidence for quote in quotes if quote.verbatim]
    return SheetView(
        folder=sheet.folder,
        title=references.text(sheet.title, names),
        heading=references.html(sheet.title, names),
        summary=references.html(sheet.summary, names),
        description=_cut(references.text(sheet.summary, names)),
        figures=figures,
        events=events,
        drawing=draw([event.date for event in dated]) if dated else None,
        key=_key(dated),
        people=tuple(PersonView(person.id, person.name, office(person)) for person in sheet.people),
        quotes=quotes,
        terms=terms,
        sources=entries,
        main_sources=_main(figures, sources),
        overview=next((page for page in pages if page.name == "overview"), None),
        pages=written,
        menu=_menu(written),
        notes=notes,
        names_events=len(events) <= NAMED,
        cites=any(not note.paper for note in notes),
        facts=len(held),
        checked=sum(evidence.checked for evidence in held),
        by_person=sum(evidence.checked and evidence.by_person for evidence in held),
        reported=reported[0],
        reported_last=reported[1] if reported[1] != reported[0] else None,
        changes=before.changes,
        removed=before.removed,
        charts=charts(sheet, figures),
        since=date_view(first_locked(sheet)),
        noted=date_view(last_locked(sheet)),
        recorded="none" if sheet.lock is None else "lost" if sheet.lock is LOST else "kept",
        reviews=any(figure.due for figure in figures),
        review_by=date_view(sheet.review_by),
        due=last_day(sheet.review_by),
    )


def _with_past(view: FigureView, figure: Figure, before: Past, at: Home) -> FigureView:
    """A figure with its values, what changed last, the values that stand beside it, its line, and how it is taken away."""
    values = before.values[figure.id]
    shown = next((value for value in values if value.written == figure.observation.written), None)
    return view._replace(
        values=values,
        shown=shown,
        withdrawn=shown if figure.withdrawn else None,
        beside_it=tuple(value for value in values if shown and value is not shown and value.stands and value.as_of == shown.as_of and value.text != shown.text),
        newer=_newer(values, shown) if figure.observation.preferred else (),
        change=next((change for change in before.changes if change.figure == figure.id and _touches(change, shown)), None),
        line=series(figure, values),
        cited=cited(figure, at),
    )


def _newer(values: tuple[ValueView, ...], shown: ValueView | None) -> tuple[ValueView, ...]:
    """The standing values that come before the one that is shown, as the newest moment is first."""
    before = values[: values.index(shown)] if shown else ()
    return tuple(value for value in before if value.stands and shown and value.as_of != shown.as_of)


def _touches(change: ChangeView, shown: ValueView | None) -> bool:
    """Whether a change led to the value that is shown, or away from it."""
    return change.kind not in ("added", "new", "computed", "renamed") and shown is not None and shown in (change.new, change.old)


def _is_held(value: ValueView) -> bool:
    """Whether a value is a fact that should rest on a source: all that were not wrong, but for those replaced whose evidence is lost."""
    return not value.silent and value.kind not in ("correction", "retraction") and (value.stands or bool(value.evidence.words))


def _notes(given: dict[int, Evidence], numbers: dict[str, int], sheet: Sheet, unseen: set[int]) -> tuple[Note, ...]:
    """Every evidence once; those that the overview's own text refers to are shown on the screen, too, and of `unseen` facts no others."""
    overview = next((page.words.prose.references for page in sheet.pages if page.name == "overview"), ())
    cited = {numbers.get(reference.name) for reference in overview}
    return tuple(Note(number, evidence, number not in cited) for number, evidence in given.items() if number in cited or number not in unseen)


def _menu(pages: tuple[PageView, ...]) -> tuple[Link, ...]:
    return (
        Link("index.html", "Overview"),
        Link("key-figures.html", "Key figures"),
        Link("timeline.html", "Timeline"),
        Link("sources.html", "Sources"),
        Link("changes.html", "Changes"),
        *(Link(f"{page.name}.html", page.title) for page in pages),
    )


def _main(figures: Sequence[FigureView], sources: dict[str, SourceView]) -> tuple[SourceView, ...]:
    """The sources of the values that are shown, then the others."""
    shown = dict.fromkeys(figure.evidence.source.id for figure in figures if figure.evidence.source)
    return tuple(sources[name] for name in dict.fromkeys((*shown, *sources)))[:ROOM]


def _reported(sources: tuple[Source, ...]) -> tuple[DateView | None, DateView | None]:
    """When the first and the last source appeared."""
    known = sorted((source.published for source in sources if source.published), key=lambda date: date.sort_key)
    return (date_view(known[0]), date_view(known[-1])) if known else (None, None)


def _with_ids(events: tuple[Event, ...]) -> list[Event]:
    """Events without an id get one from their date, so that each has an address."""
    taken = {event.id for event in events}
    return [event if event.id else event._replace(id=_new_id(event.date, taken)) for event in events]


def _new_id(date: Date, taken: set[str]) -> str:
    stem = "on-" + "".join(c if c.isalnum() else "-" for c in date.text.casefold()).strip("-")
    name = next(name for name in (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3))) if name not in taken)
    taken.add(name)
    return name


def _entry(
    source: SourceView,
    figures: tuple[FigureView, ...],
    events: tuple[EventView, ...],
    quotes: tuple[QuoteView, ...],
    terms: tuple[TermView, ...],
) -> SourceEntry:
    lines = [line for figure in figures for line in _values(figure)]
    lines += [FactLine("Event", f"{event.date.words}: {event.plain_title}", event.address, event.evidence) for event in events]
    lines += [
        FactLine("Quote", f"{quote.said_by}: {quote.context or quote.text}", "index.html#_quotes", quote.evidence)
        for quote in quotes
        if quote.verbatim
    ]
    lines += [FactLine("Term", term.term, term.address, term.evidence) for term in terms]
    return SourceEntry(source, tuple(line for line in lines if line.evidence.source == source))


def _values(figure: FigureView) -> Iterator[FactLine]:
    """Each value of a figure that rests on a source, the one that is shown first."""
    if not figure.withdrawn:
        yield FactLine("Figure", f"{figure.label}: {figure.parts.text}", figure.address, figure.evidence)
    for value in figure.values:
        if value is not figure.shown and _is_held(value):
            date = f", {value.as_of.words}" if value.as_of else ""
            yield FactLine("Figure", f"{figure.label}: {value.text}{date}", f"key-figures.html#{value.id}", value.evidence)


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
