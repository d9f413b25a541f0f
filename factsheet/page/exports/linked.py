"""JSON-LD inside the pages: the facts in the words of schema.org, each source told once and then referred to."""

from collections.abc import Iterable, Iterator

from factsheet.content.records import Event, Figure, Quote, Settings, Sheet, Term
from factsheet.page import references, wording
from factsheet.page.exports.licences import licence
from factsheet.page.exports.tables import dated
from factsheet.page.exports.values import Fields, address, amounts, day, kept, name
from factsheet.page.references import Known
from factsheet.page.views import ChangeView, DateView, EventView, Evidence, FigureView, SheetView, SourceView, ValueView
from factsheet.reading import dates
from factsheet.reading.dates import Date
from factsheet.reading.quantities import Quantity
from factsheet.reading.units import Unit
from factsheet.record import Record

# In a script element these could end it, or be taken for a line's end.
UNSAFE = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})


MOST_TOLD = 10      # sources that the first page tells; of more the sources page does


class Pages(Record):
    """What items are written with: where the pages of the sheet are, and what its names mean."""

    settings: Settings
    folder: str
    names: Known

    def at(self, page: str) -> str:
        return address(self.settings, self.folder, page)

    def source(self, source: SourceView | None) -> Fields | None:
        """A reference to a source that the same page tells in full."""
        return {"@id": self.at(source.address)} if source else None


def linked_data(sheet: Sheet, view: SheetView, settings: Settings, downloads: Iterable[tuple[str, str]]) -> dict[str, str]:
    """JSON-LD by page name; `downloads` are files with their media types. A bound is never given as a value."""
    pages = Pages(settings, sheet.folder, references.known(sheet))
    observations = [item for figure, shown in zip(sheet.figures, view.figures, strict=True) for item in _figure(figure, shown, pages)]
    events = [_event(event, shown, pages) for event, shown in dated(sheet, view)]
    terms = [_term(term, pages) for term in sheet.terms]
    quotes = [_quotation(quote, pages) for quote in sheet.quotes if quote.verbatim]
    of_figures = [each for shown in view.figures for each in (shown.evidence, *(value.evidence for value in shown.beside_it))]
    works = [_work(entry.source, pages) for entry in view.sources]
    told_apart = len(works) > MOST_TOLD
    return {
        "index.html": _graph([_dataset(sheet, view, pages, downloads), *terms, *quotes, *([] if told_apart else works)]),
        "sources.html": _graph([{"@type": "Dataset", "@id": pages.at("index.html"), "name": view.title, "isBasedOn": works}] if told_apart else []),
        "key-figures.html": _graph([*observations, *_works(of_figures, pages)]),
        "timeline.html": _graph([*events, *_works((shown.evidence for shown in view.events), pages)]),
    }


def _figure(figure: Figure, shown: FigureView, pages: Pages) -> Iterator[Fields]:
    """The value that is shown, and those that other sources give for the same moment; nothing of a figure that is withdrawn."""
    if figure.withdrawn:
        return
    seen = figure.observation
    text = wording.parts(seen.value, figure.unit).text
    named = _named(pages.at(shown.address), figure.label, text)
    yield named | _numbers(text, seen.value, figure.unit) | _origin(seen.as_of, shown.said_by, shown.evidence, pages)
    for value in shown.beside_it:
        yield _value(figure.label, value, pages)


def _value(label: str, value: ValueView, pages: Pages) -> Fields:
    named = _named(pages.at(f"key-figures.html#{value.id}"), label, value.text)
    return named | _numbers(value.text, value.quantity, value.unit) | _origin(value.date, value.said_by, value.evidence, pages)


def _named(place: str, label: str, text: str) -> Fields:
    return {"@type": "Observation", "@id": place, "name": f"{label}: {text}", "measuredProperty": {"@type": "Property", "name": label}}


def _numbers(text: str, quantity: Quantity, unit: Unit) -> Fields:
    """A number only where it was stated without a qualifier; a bound as such; the words, which have the unit, where there is neither."""
    told = amounts(quantity)
    bounds = {"value": told["value"]} if not quantity.qualifier else {"minValue": told["low"], "maxValue": told["high"]}
    if all(bound is None for bound in bounds.values()):
        return {"value": text}
    return kept({**bounds, ("unitCode" if unit.kind == "money" else "unitText"): unit.name})


def _origin(as_of: Date | None, said_by: str, evidence: Evidence, pages: Pages) -> Fields:
    """When it was true, who said so, in which words, where."""
    return kept(
        {
            "observationDate": dates.datetime_attribute(as_of) if as_of else None,
            "creditText": said_by,
            "citation": evidence.words,
            "isBasedOn": pages.source(evidence.source),
        }
    )


def _works(facts: Iterable[Evidence], pages: Pages) -> list[Fields]:
    """Every source of these facts once."""
    found = {each.source.id: each.source for each in facts if each.source}
    return [_work(source, pages) for source in found.values()]


def _work(source: SourceView, pages: Pages) -> Fields:
    return kept(
        {
            "@type": "CreativeWork",
            "@id": pages.at(source.address),
            "name": source.title,
            "author": source.author,
            "url": source.url,
            "archivedAt": source.archived,
            "datePublished": source.published.machine if source.published else "",
            "publisher": {"@type": "Organization", "name": source.publisher},
        }
    )


def _event(event: Event, shown: EventView, pages: Pages) -> Fields:
    return kept(
        {
            "@type": "Event",
            "@id": pages.at(shown.address),
            "name": shown.plain_title,
            "description": references.text(event.text, pages.names),
            "startDate": _single(event.date),
            "subjectOf": pages.source(shown.evidence.source),
        }
    )


def _quotation(quote: Quote, pages: Pages) -> Fields:
    creator = {"@type": "Person", "name": name(quote.said_by, pages.names)}
    source = {"@id": pages.at(f"sources.html#{quote.source}")} if quote.source else None
    return kept({"@type": "Quotation", "text": quote.text, "creator": creator, "isBasedOn": source})


def _term(term: Term, pages: Pages) -> Fields:
    told = {"@type": "DefinedTerm", "@id": pages.at(references.page_of(term)), "name": term.term}
    return kept({**told, "description": references.text(term.definition, pages.names)})


def _dataset(sheet: Sheet, view: SheetView, pages: Pages, downloads: Iterable[tuple[str, str]]) -> Fields:
    named = licence(pages.settings.licence)
    publisher = pages.settings.publisher
    return kept(
        {
            "@type": "Dataset",
            "@id": pages.at("index.html"),
            "name": view.title,
            "description": references.text(sheet.summary, pages.names) or view.title,
            "url": pages.at("index.html") if pages.settings.url else "",
            "license": named.path if named else "",
            "creator": {"@type": "Organization", "name": publisher} if publisher else None,
            "dateModified": day(view.noted),
            "expires": _due(sheet),
            "isBasedOn": [] if len(view.sources) > MOST_TOLD else [pages.source(entry.source) for entry in view.sources],
            "variableMeasured": [figure.label for figure in sheet.figures],
            "distribution": [{"@type": "DataDownload", "contentUrl": pages.at(file), "encodingFormat": kind} for file, kind in downloads],
            "correction": [_correction(change, pages) for change in view.changes if change.kind in ("correction", "retraction")],
        }
    )


def _due(sheet: Sheet) -> str:
    """The day by which all figures are to be looked up again, where the sheet says one; a month or a year is none."""
    found = dates.datetime_attribute(sheet.review_by) if sheet.review_by else None
    return day(DateView("", found)) if found and len(found) == len("2027-06-30") else ""


def _correction(change: ChangeView, pages: Pages) -> Fields:
    told = {"@type": "CorrectionComment", "@id": pages.at(f"changes.html#{change.id}"), "text": f"{change.label}: {change.sentence}"}
    return kept({**told, "datePublished": change.date.machine if change.date else ""})


def _single(date: Date) -> str | None:
    """The first day, month or year of a date, as schema.org wants it."""
    first = dates.read(date.text.split("/")[0]) if "/" in date.text and not date.text.startswith(("/", "..")) else date
    return dates.datetime_attribute(first)


def _graph(items: list[Fields]) -> str:
    """JSON-LD that cannot end the script element it stands in."""
    if not items:
        return ""
    import json

    text = json.dumps({"@context": "https://schema.org", "@graph": items}, ensure_ascii=False, separators=(",", ":"))
    return text.translate(UNSAFE)
