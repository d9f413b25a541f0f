"""Charts: what is drawn together is there, and can be compared."""

from collections.abc import Iterator

from factsheet.content.records import Chart, Figure
from factsheet.problem import Problem
from factsheet.truth.rules.case import Case
from factsheet.truth.rules.names import meant

MOST = 20


def chart_compares_like_with_like(case: Case) -> Iterator[Problem]:
    """A chart names figures of one unit; one alone needs values at two dates for a line."""
    figures = {figure.id: figure for figure in case.sheet.figures}
    for chart in case.sheet.charts:
        yield from _unknown(case, chart, figures)
        named = [(text, figures[text.value]) for text in chart.figures if text.value in figures]
        for text, figure in named[1:]:
            if figure.unit.name != named[0][1].unit.name:
                message = f"The bars of a chart have one unit; that of `{named[0][1].id}` is {named[0][1].unit.name}, and that of `{figure.id}` is {figure.unit.name}."
                yield Problem(text.place, "bad-value", message, "Take it out, or make a chart of its own of it.")
        if len(chart.figures) == 1 and len(named) == 1 and not _is_series(named[0][1]):
            message = f"A chart of one figure is a line through its values over time; `{named[0][1].id}` has no two with a date each."
            yield Problem(chart.figures[0].place, "bad-value", message, "Give it more observations with their `as_of`, or name more figures for bars.")
        if chart.labels and len(chart.labels) != len(chart.figures):
            message = f"A chart has a label for each of its {len(chart.figures)} figures, or none; found {len(chart.labels)}."
            yield Problem(chart.written.of("labels"), "bad-value", message, "Write one for each, in the order of the figures, or remove `labels`.")
        if not chart.figures or len(chart.figures) > MOST:
            yield Problem(chart.written.of("figures"), "bad-value", f"A chart has 1 to {MOST} figures; found {len(chart.figures)}.", "Write `figures: [north, south]`.")


def _unknown(case: Case, chart: Chart, figures: dict[str, Figure]) -> Iterator[Problem]:
    seen: set[str] = set()
    for text in chart.figures:
        if text.value not in figures and text.value not in case.sheet.declared:
            yield Problem(text.place, "unknown-reference", f"There is no figure `{text.value[:80]}`.", meant(text.value, tuple(figures), "figure"))
        elif text.value in figures and text.value in seen:
            yield Problem(text.place, "bad-value", f"A chart names each figure once; `{text.value}` stands twice.", "Take one of them out.")
        seen.add(text.value)


def _is_series(figure: Figure) -> bool:
    drawn = [seen.as_of for seen in figure.observations if seen.kind in ("", "update") and seen.unit is None]
    return len({date.text for date in drawn if date and date.earliest is not None and date.latest is not None}) > 1
