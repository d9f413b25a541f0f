"""The same facts for machines: facts.json, figures.csv, timeline.csv, JSON-LD, the sitemap."""

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal

from factsheet.content.records import Content, Event, Figure, Settings, Sheet
from factsheet.page import references, wording
from factsheet.page.references import Known
from factsheet.reading import dates
from factsheet.reading.dates import Date

FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Cell(str):
    """A number in a CSV file, as opposed to a text."""

    __slots__ = ()


def facts_json(sheet: Sheet, settings: Settings) -> bytes:
    """The whole sheet as JSON: numbers exact, every value with its qualifier and its words."""
    names = references.known(sheet)
    return _json(
        {
            "title": references.text(sheet.title, names),
            "summary": references.text(sheet.summary, names),
            "url": _address(settings, sheet, "index.html"),
            "figures": [_figure(figure, names) for figure in sheet.figures],
            "timeline": [_event(event, names) for event in sheet.timeline],
            "people": [
                _kept(id=person.id, name=person.name, role=person.role, organisation=person.organisation) for person in sheet.people
            ],
            "quotes": [
                _kept(text=quote.text, said_by=_name(quote.said_by, names), verbatim=quote.verbatim, source=quote.source)
                for quote in sheet.quotes
            ],
            "terms": [
                _kept(
                    id=term.id,
                    term=term.term,
                    definition=references.text(term.definition, names),
                    source=term.source,
                    evidence=term.evidence,
                )
                for term in sheet.terms
            ],
            "sources": [
                _kept(
                    id=source.id,
                    title=source.title,
                    publisher=source.publisher,
                    author=source.author,
                    published=_edtf(source.published),
                    url=source.url,
                    archived=source.archived,
                    accessed=_edtf(source.accessed),
                )
                for source in sheet.sources
            ],
        }
    )


def _figure(figure: Figure, names: Known) -> dict[str, object]:
    seen = figure.observation
    return _kept(
        id=figure.id,
        label=figure.label,
        text=wording.parts(seen.value, figure.unit).text,
        qualifier=seen.value.qualifier or "as_stated",
        low=_number(seen.value.low),
        high=_number(seen.value.high),
        value=_number(seen.value.amount),
        unit=figure.unit.code or figure.unit.other,
        as_of=_edtf(seen.as_of) or ("" if figure.formula else "not stated"),
        said_by=_name(seen.said_by, names),
        source=seen.source,
        evidence=seen.evidence,
        reads_as=seen.reads_as,
        formula=figure.formula,
        note=references.text(figure.note, names),
        review_by=_edtf(figure.review_by),
        address=references.page_of(figure),
    )


def _event(event: Event, names: Known) -> dict[str, object]:
    return _kept(
        id=event.id,
        date=event.date.text,
        date_text=dates.words(event.date),
        title=references.text(event.title, names),
        text=references.text(event.text, names),
        said_by=_name(event.said_by, names),
        source=event.source,
        evidence=event.evidence,
        reads_as=event.reads_as,
    )


def _name(said_by: str, names: Known) -> str:
    record = names.get(said_by)
    return str(getattr(record, "name", said_by))


def _kept(**values: object) -> dict[str, object]:
    """The values that are there."""
    return {key: value for key, value in values.items() if value not in (None, "")}


def _edtf(date: Date | None) -> str:
    return date.text if date else ""


def _number(amount: Decimal | None) -> int | float | str | None:
    """A JSON number where that is exact, else the digits as text."""
    if amount is None:
        return None
    if amount == amount.to_integral_value() and amount.adjusted() < 15:
        return int(amount)
    return float(amount) if amount.adjusted() < 15 and Decimal(repr(float(amount))) == amount else f"{amount:f}"


def figures_csv(sheet: Sheet) -> bytes:
    """One line a figure; `low` and `high` are its bounds in whole units, empty where there is none."""
    names = references.known(sheet)
    rows = [_figure_row(figure, names) for figure in sheet.figures]
    return _csv(("id", "label", "text", "qualifier", "value", "low", "high", "unit", "as_of", "said_by", "source", "evidence"), rows)


def _figure_row(figure: Figure, names: Known) -> list[str]:
    seen = figure.observation
    return [
        figure.id,
        figure.label,
        wording.parts(seen.value, figure.unit).text,
        seen.value.qualifier or "as_stated",
        _digits(seen.value.amount),
        _digits(seen.value.low),
        _digits(seen.value.high),
        figure.unit.code or figure.unit.other,
        _edtf(seen.as_of) or ("" if figure.formula else "not stated"),
        _name(seen.said_by, names),
        seen.source,
        seen.evidence,
    ]


def timeline_csv(sheet: Sheet) -> bytes:
    """One line an event, by date; dates in EDTF."""
    names = references.known(sheet)
    rows = [
        [
            event.id,
            event.date.text,
            dates.words(event.date),
            references.text(event.title, names),
            references.text(event.text, names),
            _name(event.said_by, names),
            event.source,
            event.evidence,
        ]
        for event in sorted(sheet.timeline, key=lambda event: event.date.sort_key)
    ]
    return _csv(("id", "date", "date_text", "title", "text", "said_by", "source", "evidence"), rows)


def _digits(amount: Decimal | None) -> str:
    return "" if amount is None else Cell(f"{amount:f}")


def _csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    import csv
    from io import StringIO

    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue().encode()


def _cell(value: str) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it; a number never."""
    return f"'{value}" if value.startswith(FORMULA) and not isinstance(value, Cell) else value


def _json(value: object) -> bytes:
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode()


def _address(settings: Settings, sheet: Sheet, page: str) -> str:
    folder = f"{sheet.folder}/" if sheet.folder else ""
    return settings.url + folder + ("" if page == "index.html" else page)


def sitemap(settings: Settings, pages: Iterable[str]) -> bytes:
    """Every page's address; only where the site's own address is known."""
    from markupsafe import escape

    lines = [f"  <url><loc>{escape(settings.url + page.removesuffix('index.html'))}</loc></url>" for page in pages]
    return "\n".join(
        ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', *lines, "</urlset>", ""]
    ).encode()


def robots(settings: Settings) -> bytes:
    """Everyone may read everything."""
    place = f"Sitemap: {settings.url}sitemap.xml\n" if settings.url else ""
    return f"User-agent: *\nAllow: /\n{place}".encode()


def linked_data(content: Content, sheet: Sheet) -> dict[str, str]:
    """JSON-LD by page name: the figures as Observation, the events as Event, quotes and terms, and the sheet as Dataset."""
    names = references.known(sheet)
    settings = content.settings
    sources = {source.id: source for source in sheet.sources}

    def page(name: str) -> str:
        return _address(settings, sheet, name)

    def based_on(source: str) -> object:
        found = sources.get(source)
        if not found:
            return None
        return _kept(
            **{"@type": "CreativeWork"},
            name=found.title,
            url=found.url,
            datePublished=dates.datetime_attribute(found.published) if found.published else None,
            publisher={"@type": "Organization", "name": found.publisher},
        )

    observations = [
        _kept(
            **{"@type": "Observation", "@id": page(f"key-figures.html#{figure.id}")},
            name=f"{figure.label}: {wording.parts(figure.observation.value, figure.unit).text}",
            measuredProperty={"@type": "Property", "name": figure.label},
            **_bounds(figure),
            observationDate=dates.datetime_attribute(figure.observation.as_of) if figure.observation.as_of else None,
            creditText=_name(figure.observation.said_by, names),
            isBasedOn=based_on(figure.observation.source),
        )
        for figure in sheet.figures
    ]
    events = [
        _kept(
            **{"@type": "Event", "@id": page(f"timeline.html#{event.id}") if event.id else ""},
            name=references.text(event.title, names),
            description=references.text(event.text, names),
            startDate=_single(event.date),
            subjectOf=based_on(event.source),
        )
        for event in sheet.timeline
    ]
    quotations = [
        _kept(
            **{"@type": "Quotation"},
            text=quote.text,
            creator={"@type": "Person", "name": _name(quote.said_by, names)},
            isBasedOn=based_on(quote.source),
        )
        for quote in sheet.quotes
        if quote.verbatim
    ]
    terms = [
        _kept(
            **{"@type": "DefinedTerm", "@id": page(f"index.html#{term.id}")},
            name=term.term,
            description=references.text(term.definition, names),
        )
        for term in sheet.terms
    ]
    dataset = _kept(
        **{"@type": "Dataset", "@id": page("index.html")},
        name=references.text(sheet.title, names),
        description=references.text(sheet.summary, names) or references.text(sheet.title, names),
        url=page("index.html") if settings.url else "",
        license=settings.licence if settings.licence.startswith("http") else "",
        creator={"@type": "Organization", "name": settings.publisher} if settings.publisher else None,
        isBasedOn=[based_on(source.id) for source in sheet.sources] or None,
        variableMeasured=[figure.label for figure in sheet.figures] or None,
        distribution=[{"@type": "DataDownload", "contentUrl": page(name), "encodingFormat": kind} for name, kind in DOWNLOADS],
    )
    return {"index.html": _graph([dataset, *terms, *quotations]), "key-figures.html": _graph(observations), "timeline.html": _graph(events)}


DOWNLOADS = (("facts.json", "application/json"), ("figures.csv", "text/csv"), ("timeline.csv", "text/csv"))


def _bounds(figure: Figure) -> dict[str, object]:
    """schema.org's bounds: `over` has a least value and no value of its own, so that nobody reads the bound as the number."""
    value = figure.observation.value
    unit = {"unitCode": figure.unit.code} if figure.unit.kind == "money" else {"unitText": figure.unit.code or figure.unit.other}
    if value.qualifier in ("", "about"):
        return {"value": _number(value.amount), **unit}
    return {"minValue": _number(value.low), "maxValue": _number(value.high), **unit}


def _single(date: Date) -> str | None:
    """The first day, month or year of a date, as schema.org wants it."""
    first = dates.read(date.text.split("/")[0]) if "/" in date.text and not date.text.startswith(("/", "..")) else date
    return dates.datetime_attribute(first)


def _graph(items: list[dict[str, object]]) -> str:
    """JSON-LD that cannot end the script element it stands in."""
    if not items:
        return ""
    text = json.dumps({"@context": "https://schema.org", "@graph": items}, ensure_ascii=False, separators=(",", ":"))
    return (
        text.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )
