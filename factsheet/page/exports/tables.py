"""CSV: figures, every value ever published of them, the timeline. One function tells a value to tables and to facts.json alike."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from factsheet.content.records import Event, Figure, Sheet
from factsheet.page import references, wording
from factsheet.page.exports.columns import FIGURES, OBSERVATIONS, TIMELINE, Table
from factsheet.page.exports.values import Fields, amounts, edtf, name, said
from factsheet.page.references import Known
from factsheet.page.views import EventView, Evidence, FigureView, Removed, SheetView, ValueView
from factsheet.reading import dates

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def figures_csv(sheet: Sheet, view: SheetView) -> bytes:
    """One line a figure, those that are gone at the end; `low` and `high` are bounds in whole units, empty where there is none."""
    names = references.known(sheet)
    here = (figure_fields(figure, shown, sheet, names) for figure, shown in zip(sheet.figures, view.figures, strict=True))
    return _csv(FIGURES, (*here, *(_gone(each) for each in view.removed)))


def observations_csv(sheet: Sheet, view: SheetView) -> bytes:
    """One line a value, those that stand and those that do not any more."""
    return _csv(OBSERVATIONS, _observations(sheet, view))


def timeline_csv(sheet: Sheet, view: SheetView) -> bytes:
    """One line an event, by date; dates in EDTF."""
    names = references.known(sheet)
    return _csv(TIMELINE, (event_fields(event, shown, names) for event, shown in dated(sheet, view)))


def dated(sheet: Sheet, view: SheetView) -> Iterator[tuple[Event, EventView]]:
    """The events with what readers see of them, by date as on the page."""
    return zip(sorted(sheet.timeline, key=lambda event: event.date.sort_key), view.events, strict=True)


def figure_fields(figure: Figure, shown: FigureView, sheet: Sheet, names: Known) -> Fields:
    """A figure with the value that is shown; one that is withdrawn has none, so that nobody counts with it."""
    seen = figure.observation
    value: Fields = {} if figure.withdrawn else {
        "text": wording.parts(seen.value, figure.unit).text,
        "qualifier": seen.value.qualifier or "as_stated",
        **amounts(seen.value),
        "unit": figure.unit.name,
        "as_of": edtf(seen.as_of) or ("" if figure.formula else "not stated"),
        "said_by": name(seen.said_by, names),
        "source": seen.source,
        "evidence": seen.evidence,
        "checked": _checked(shown.evidence),
        "reads_as": seen.reads_as,
    }
    return {
        "id": figure.id,
        "label": figure.label,
        **value,
        "status": seen.kind or "stands",
        "review_by": edtf(figure.review_by or sheet.review_by),
        "formula": figure.formula,
        "address": shown.address,
    }


def _gone(figure: Removed) -> Fields:
    return {"id": figure.id, "label": figure.label, "status": "gone", "address": f"key-figures.html#{figure.id}"}


def _observations(sheet: Sheet, view: SheetView) -> Iterator[Fields]:
    for figure, shown in zip(sheet.figures, view.figures, strict=True):
        yield from ({"figure": figure.id, **value_fields(value, bool(figure.formula))} for value in shown.values)
    for each in view.removed:
        yield from ({"figure": each.id, **value_fields(value)} for value in each.values)


def value_fields(value: ValueView, computed: bool = False) -> Fields:
    """A value that is or was published, with all that is known of it; `computed` says that its figure follows from others."""
    return {
        "address": f"key-figures.html#{value.id}",
        "text": value.text,
        "qualifier": value.quantity.qualifier or "as_stated",
        **amounts(value.quantity),
        "unit": value.unit.name,
        "as_of": edtf(value.date) or ("" if computed else "not stated"),
        "said_by": value.said_by,
        "source": value.evidence.source.id if value.evidence.source else "",
        "evidence": value.evidence.words,
        "checked": _checked(value.evidence),
        "published": said(value.published),
        "status": value.kind or ("gone" if value.silent else "stands"),
        "replaced": said(value.replaced),
        "why": value.why,
        "scope": value.scope,
    }


def event_fields(event: Event, shown: EventView, names: Known) -> Fields:
    return {
        "id": shown.id,
        "date": event.date.text,
        "date_text": dates.words(event.date),
        "title": shown.plain_title,
        "text": references.text(event.text, names),
        "said_by": name(event.said_by, names),
        "source": event.source,
        "evidence": event.evidence,
        "checked": _checked(shown.evidence),
        "reads_as": event.reads_as,
        "address": shown.address,
    }


def _checked(evidence: Evidence) -> str:
    return said(evidence.found) if evidence.checked else ""


def _csv(table: Table, rows: Iterable[Fields]) -> bytes:
    import csv
    from io import StringIO

    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_cell(row.get(column.name)) for column in table.columns] for row in rows)
    return out.getvalue().encode()


def _cell(value: object) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it; a number never."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    text = str(value or "")
    return f"'{text}" if text.startswith(FORMULA) else text
