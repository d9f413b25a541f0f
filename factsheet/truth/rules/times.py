"""Time: what is dated has come, and what was to be looked up again has been."""

from collections.abc import Iterator

from factsheet.problem import Place, Problem
from factsheet.reading.dates import Date
from factsheet.truth.rules.case import Case


def date_has_come(case: Case) -> Iterator[Problem]:
    """What is said to be true, published or read at a date has a date that has come; an event may lie ahead."""
    sheet = case.sheet
    dated: list[tuple[Date | None, Place, str]] = []
    for seen in (seen for figure in sheet.figures for seen in figure.observations):
        dated += [(seen.as_of, seen.written.of("as_of"), "as_of"), (seen.replaced, seen.written.of("replaced"), "replaced")]
    for source in sheet.sources:
        dated += [
            (source.published, source.written.of("published"), "published"),
            (source.accessed, source.written.of("accessed"), "accessed"),
        ]
    for date, place, key in dated:
        if date and date.earliest is not None and date.earliest > case.today:
            yield Problem(
                place,
                "future-date",
                f"The date under `{key}` lies in the future: {date.text}.",
                "Look at the year and the order of month and day.",
            )


def review_has_not_passed(case: Case) -> Iterator[Problem]:
    """A figure, or a sheet, is looked up again before its `review_by` has passed."""
    sheet = case.sheet
    if sheet.written and sheet.review_by and sheet.review_by.latest is not None and sheet.review_by.latest < case.today:
        message = f"The figures of this sheet were to be reviewed by {sheet.review_by.text}."
        yield Problem(sheet.written.of("review_by"), "overdue", message, "Look them up again, at least those without a `review_by` of their own; then set a new date.")
    for figure in sheet.figures:
        if figure.review_by and figure.review_by.latest is not None and figure.review_by.latest < case.today:
            yield Problem(
                figure.written.of("review_by"),
                "overdue",
                f"The figure “{figure.label}” was to be reviewed by {figure.review_by.text}.",
                "Look the number up again; then set a new date.",
            )
