"""Figures that follow from others are computed, and the author's own checks are held; a sheet without either costs nothing."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from factsheet.content.nodes import Text
from factsheet.content.records import Content, Derived, Figure, Sheet
from factsheet.problem import Place, Problem, Unreadable, nearest
from factsheet.reading.quantities import Quantity

if TYPE_CHECKING:
    from factsheet.truth.formulas.answers import Stated
    from factsheet.truth.formulas.formula import Formula


def derive(content: Content) -> tuple[Content, list[Problem]]:
    """The content with every derived figure in its place among the others, and what stood in the way."""
    problems: list[Problem] = []
    sheets = tuple(_derived(sheet, problems) if sheet.derived or sheet.checks else sheet for sheet in content.sheets)
    return content._replace(sheets=sheets), problems


def _derived(sheet: Sheet, problems: list[Problem]) -> Sheet:
    from factsheet.truth.formulas.answers import Stated, derived, order
    from factsheet.truth.formulas.formula import read_formula

    formulas = {each.figure.id: formula for each in sheet.derived if (formula := _read(read_formula, each.formula, sheet, problems))}
    written = {each.figure.id: each for each in sheet.derived}
    known = {figure.id: Stated(figure.observation.value, figure.unit) for figure in sheet.figures if not figure.withdrawn}
    figures = {figure.id: figure for figure in sheet.figures}
    ordered = order(formulas)
    for circle in ordered.circles:
        _circle(circle, formulas, written, problems)
    for name in ordered.ids:
        formula, each = formulas[name], written[name]
        problems += _withdrawn(each, formula, figures)
        if any(used not in known for used, _ in formula.names):
            continue
        problems += _typed_into(each, formula)
        try:
            known[name] = derived(formula, known, each.figure.unit)
        except Unreadable as error:
            problems.append(_problem(each.formula, error))
            continue
        figures[name] = _figure(each, [used for used, _ in formula.names], known[name].quantity, figures)
    problems += _checked(sheet, known)
    return sheet._replace(figures=_in_order(sheet, figures), derived=())


def _figure(each: Derived, names: list[str], value: Quantity, figures: dict[str, Figure]) -> Figure:
    """The figure with its value; its date is that of the figures it follows from, where they agree on one."""
    dates = {figures[name].observation.as_of for name in names if name in figures}
    seen = each.figure.observation._replace(value=value, as_of=dates.pop() if len(dates) == 1 else None)
    return each.figure._replace(observation=seen)


def _typed_into(each: Derived, formula: "Formula") -> Iterator[Problem]:
    """Numbers in a formula that would be facts without evidence: all but factors, which turn one unit into another."""
    from factsheet.truth.formulas.formula import added, turned_to_hundreds

    for number in added(formula.tree):
        hint = "Make it a figure of its own, with its evidence, and name it here."
        yield Problem(_part(each.formula, number.start, number.end - number.start), "typed-number", "A number in a formula is a figure; found one that is typed.", hint)
    if each.figure.unit.kind == "percent" and turned_to_hundreds(formula.tree):
        message = "A share is in per cent by itself, where the figure's unit is %; found it multiplied by 100 once more."
        yield Problem(each.formula.place, "cross-check", message, "Leave out `* 100`.")


def _withdrawn(each: Derived, formula: "Formula", figures: dict[str, Figure]) -> Iterator[Problem]:
    """The figures of a formula of which no value stands any more."""
    for name, start in formula.names:
        if name in figures and figures[name].withdrawn:
            message = f"A figure follows from figures that stand; `{name}` was withdrawn."
            yield Problem(_part(each.formula, start, len(name)), "cross-check", message, "Take the formula out with it, and keep what it gave under `observations`.")


def _part(text: Text, start: int, length: int) -> Place:
    return text.part(len(text.value) - len(text.value.lstrip()) + start, length)


def _in_order(sheet: Sheet, known: dict[str, Figure]) -> tuple[Figure, ...]:
    """The author's order: each derived figure at the place where it was written."""
    figures = list(sheet.figures)
    for each in sheet.derived:
        if each.figure.id in known:
            figures.insert(each.place, known[each.figure.id])
    return tuple(figures)


def _read(read: "Callable[[str], Formula]", text: Text, sheet: Sheet, problems: list[Problem]) -> "Formula | None":
    """A formula or check whose names are all known; tells of those that are not."""
    try:
        formula = read(text.value.strip())
    except Unreadable as error:
        problems.append(_problem(text, error))
        return None
    known = tuple(figure.id for figure in sheet.figures) + tuple(each.figure.id for each in sheet.derived)
    unknown = [(name, at) for name, at in formula.names if name not in known and name not in sheet.declared]
    for name, at in unknown:
        problems.append(Problem(text.part(at, len(name)), "unknown-reference", f"There is no figure `{name}`.", _meant(name, known)))
    return None if unknown else formula


def _meant(name: str, known: tuple[str, ...]) -> str:
    from factsheet.truth.formulas.faults import spaced

    if parted := spaced(name, known):
        return f"For a subtraction, write spaces round the minus: `{parted}`."
    meant = nearest(name, known)
    return f"Did you mean `{meant}`?" if meant else f"There are: {', '.join(known)}."


def _checked(sheet: Sheet, known: "Mapping[str, Stated]") -> Iterator[Problem]:
    from factsheet.truth.formulas.answers import holds
    from factsheet.truth.formulas.formula import read_check

    for text in sheet.checks:
        told: list[Problem] = []
        check = _read(read_check, text, sheet, told)
        yield from told
        if check is not None and all(name in known for name, _ in check.names):
            refused = holds(check, known)
            if refused:
                yield _problem(text, refused)


def _circle(circle: tuple[str, ...], formulas: "dict[str, Formula]", written: dict[str, Derived], problems: list[Problem]) -> None:
    from factsheet.truth.formulas.answers import circle_refusal

    problems.append(_problem(written[circle[0]].formula, circle_refusal(formulas, circle)))


def _problem(text: Text, error: Unreadable) -> Problem:
    length = len(text.value.strip()) - error.start if error.length is None else error.length
    hint = error.hint or "A formula is written like `investment / firms`, a check like `firms >= 10000`."
    return Problem(_part(text, error.start, max(length, 1)), error.rule or "bad-value", error.message, hint)
