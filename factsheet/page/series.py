"""Figures as charts: the values of one over time as a line, several of one unit as bars."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factsheet.content.records import Chart, Figure, Sheet
from factsheet.page import references, wording
from factsheet.page.views import ChartView, FigureView, ValueView
from factsheet.reading.units import Unit

if TYPE_CHECKING:
    from factsheet.page.charts import BarChart, LineChart, Point

FEWEST = 3      # values that make a line worth drawing by itself


def series(figure: Figure, values: Sequence[ValueView], fewest: int = FEWEST) -> "LineChart | None":
    """The line of a figure's values over time: those that stand or were followed by a newer one; None where there are too few."""
    dated = [value for value in values if _is_drawn(value, figure.unit)]
    if len({value.date and value.date.text for value in dated}) < fewest:
        return None
    from factsheet.page.charts import line

    return line(list(_points(figure, dated)), figure.unit)


def _is_drawn(value: ValueView, unit: Unit) -> bool:
    known = value.date is not None and value.date.earliest is not None and value.date.latest is not None
    return known and not value.silent and value.kind in ("", "update") and value.unit == unit


def _points(figure: Figure, values: Sequence[ValueView]) -> "Iterator[Point]":
    """The points: joined are values of one publisher, of several for one moment the one that is shown or the first; the others stand aside."""
    from factsheet.page.charts import Point

    main = _of_one_publisher(figure, values)
    joined = {value.date.text: value.id for value in reversed(main) if value.date}
    joined |= {value.date.text: value.id for value in main if value.date and value.written == figure.observation.written}
    for value in values:
        if value.date and value.as_of:
            short = wording.short(value.quantity, value.unit)
            yield Point(value.quantity, value.date, value.as_of.words, value.text, short, _origin(value), joined.get(value.date.text) != value.id)


def _of_one_publisher(figure: Figure, values: Sequence[ValueView]) -> Sequence[ValueView]:
    """The values from the publisher of the one that is shown, which make a series; all, where these are too few."""
    publisher = next((value.evidence.source and value.evidence.source.publisher for value in values if value.written == figure.observation.written), None)
    alike = [value for value in values if value.evidence.source and value.evidence.source.publisher == publisher]
    return alike if len({value.date and value.date.text for value in alike}) > 1 else values


def _origin(value: ValueView) -> str:
    """Who says a value, in one line."""
    source = value.evidence.source
    published = f", {source.published.words}" if source and source.published else ""
    named = f"{source.publisher}{published}" if source else ""
    return ": ".join(part for part in (value.said_by, named) if part)


def charts(sheet: Sheet, figures: Sequence[FigureView]) -> tuple[ChartView, ...]:
    """The charts that the author wants on the overview."""
    return tuple(view for number, chart in enumerate(sheet.charts, start=1) if (view := _chart(chart, number, sheet, figures)))


def _chart(chart: Chart, number: int, sheet: Sheet, views: Sequence[FigureView]) -> ChartView | None:
    names = [text.value for text in chart.figures]
    figures = [figure for name in names for figure in sheet.figures if figure.id == name and not figure.withdrawn]
    labels = {text.value: label.value for text, label in zip(chart.figures, chart.labels, strict=False)}
    known = {view.id: view for view in views}
    note = references.html(chart.note, references.known(sheet))
    if len(names) == 1:
        found = series(figures[0], known[names[0]].values, 2) if figures else None
        return ChartView(str(number), chart.title, note, None, found) if found else None
    return ChartView(str(number), chart.title, note, _bars(figures, known, labels), None) if figures else None


def _bars(figures: Sequence[Figure], known: dict[str, FigureView], labels: dict[str, str]) -> "BarChart":
    from factsheet.page.charts import Bar, bars

    def bar(figure: Figure) -> Bar:
        seen, view = figure.observation, known[figure.id]
        note = view.as_of.words if view.as_of else ""
        return Bar(labels.get(figure.id, figure.label), seen.value, view.parts.text, wording.short(seen.value, figure.unit), note, view.address)

    return bars([bar(figure) for figure in figures], figures[0].unit)
