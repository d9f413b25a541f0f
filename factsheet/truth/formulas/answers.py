"""Derived figures and the author's checks: what a formula gives, whether a check holds, in which order figures are computed."""

from collections.abc import Mapping

from factsheet.problem import Unreadable
from factsheet.reading.quantities import Quantity, shown
from factsheet.reading.units import Unit
from factsheet.record import Record
from factsheet.truth.formulas.bounds import Interval, subtract
from factsheet.truth.formulas.claims import shortened, stated
from factsheet.truth.formulas.dimensions import fits, gives, unit_meant
from factsheet.truth.formulas.formula import Formula, Negative, Operation
from factsheet.truth.formulas.reckoning import Stated, Value, alike, described, in_hundreds, is_said, quoted, reckon, refusal

__all__ = ["Order", "Stated", "circle_refusal", "compute", "derived", "holds", "order"]


def compute(formula: Formula, known: Mapping[str, Stated], unit: Unit) -> Quantity:
    """What the formula gives, in a figure with this unit; or Unreadable (`cross-check`): why it gives no answer."""
    return derived(formula, known, unit).quantity


def derived(formula: Formula, known: Mapping[str, Stated], unit: Unit) -> Stated:
    """The same as a figure that other formulas and checks may use."""
    value = reckon(formula, formula.tree, known)
    if not fits(value.dimension, unit):
        raise refusal(
            f"The formula gives {shortened(gives(value.dimension))}, and `unit:` says {shown(unit.other)}.",
            unit_meant(value.dimension),
            formula.tree,
        )
    quantity = stated(in_hundreds(value.claim) if unit.kind in ("percent", "points") else value.claim, unit.kind == "count")
    if quantity is None:
        raise _no_answer(value)
    return Stated(quantity, unit, True)


def _no_answer(value: Value) -> Unreadable:
    """What to say where the bounds leave everything open: the operation at which that begins."""
    while open_parts := [part for part in value.parts if part.claim.says_nothing]:
        value = open_parts[0]
    return refusal(
        f"{_operation(value)} may be any amount: the bounds give no answer.",
        "Leave the formula out, or find a source that bounds one of the figures on its other side too, like `between 3 and 5`.",
        value.node,
    )


def _operation(value: Value) -> str:
    """`over 40 billion USD divided by over 10,000 firms`."""
    words = [described(part) or "any amount" for part in value.parts]
    if isinstance(value.node, Operation):
        return f" {IN_WORDS[value.node.sign]} ".join(words)
    return f"minus {words[0]}" if isinstance(value.node, Negative) else described(value) or "It"


# Checks --------------------------------------------------------------------------------------------------------------


def holds(check: Formula, known: Mapping[str, Stated]) -> Unreadable | None:
    """Nothing where the check holds whatever the figures are within their bounds; else why not: false, or it cannot be told."""
    try:
        return _verdict(check, check.tree, known) if isinstance(check.tree, Operation) else None
    except Unreadable as refused:
        return refused


def _verdict(check: Formula, tree: Operation, known: Mapping[str, Stated]) -> Unreadable | None:
    left, right = reckon(check, tree.left, known), reckon(check, tree.right, known)
    mine, yours, _ = alike(check, tree, left, right)
    if "about" in (mine.closeness, yours.closeness):
        return _near_only(check, left if mine.closeness == "about" else right)
    held = _held(tree.sign, subtract(mine.bounds, yours.bounds))
    if held:
        return None
    return _false(check, tree.sign, left, right) if held is False else _untold(check, tree.sign, left, right)


def _held(sign: str, difference: Interval) -> bool | None:
    """Whether a comparison holds, from left less right: always, never, or None: sometimes."""
    low, high = difference
    above, below = low.above > 0 or (not low.above and not low.closed), high.above < 0 or (not high.above and not high.closed)
    level = difference.is_point and not low.above
    always, never = {
        ">": (above, high.above <= 0),
        ">=": (low.above >= 0, below),
        "<": (below, low.above >= 0),
        "<=": (high.above <= 0, above),
        "==": (level, above or below),
        "!=": (above or below, level),
    }[sign]
    return True if always else False if never else None


def _false(check: Formula, sign: str, left: Value, right: Value) -> Unreadable:
    return refusal(
        f"The check {shown(check.text)} does not hold: {_subject(check, left)} never {COMPARED[sign]} {_object(check, right)}.",
        "Look both up again; then mend the figure or the check.",
        check.tree,
    )


def _untold(check: Formula, sign: str, left: Value, right: Value) -> Unreadable:
    return refusal(
        f"Whether {shown(check.text)} holds cannot be told: {_subject(check, left, 'may or may not be')} {COMPARED[sign]} "
        f"{_object(check, right)}.",
        "Check only what the stated bounds settle.",
        check.tree,
    )


def _near_only(check: Formula, value: Value) -> Unreadable:
    return refusal(
        f"Whether {shown(check.text)} holds cannot be told: {quoted(check, value.node)} {is_said(value)}, which gives no bounds.",
        "Take the check out, or find a source that states the figure with a bound.",
        check.tree,
    )


def _subject(check: Formula, value: Value, verb: str = "is") -> str:
    """The left side up to its verb: `firms` is over 10,000 firms, which is; of a typed number: 10,000 is."""
    return f"{described(value)} {verb}" if value.is_typed else f"{quoted(check, value.node)} {is_said(value)}, which {verb}"


def _object(check: Formula, value: Value) -> str:
    """The right side: 9,000; or `offices`, which is 200 offices."""
    return described(value) if value.is_typed else f"{quoted(check, value.node)}, which {is_said(value)}"


# The order of computation --------------------------------------------------------------------------------------------


class Order(Record):
    """Derived figures in an order in which each comes after those that it uses; and the circles, which have none."""

    ids: tuple[str, ...]  # without those in a circle and those that use one
    circles: tuple[tuple[str, ...], ...]  # of each the names in order: each uses the next, the last the first


def order(formulas: Mapping[str, Formula]) -> Order:
    """The order in which derived figures are computed; names without a formula are known already, or somebody else's trouble."""
    missing = {id: {name for name, _ in formula.names if name in formulas} for id, formula in formulas.items()}
    users: dict[str, list[str]] = {}
    for id, names in missing.items():
        for name in names:
            users.setdefault(name, []).append(id)
    found = [id for id, names in missing.items() if not names]
    for id in found:  # grows while it is walked
        for user in users.get(id, ()):
            missing[user].discard(id)
            if not missing[user]:
                found.append(user)
    return Order(tuple(found), _circles({id: formulas[id] for id, names in missing.items() if names}))


def _circles(stuck: Mapping[str, Formula]) -> tuple[tuple[str, ...], ...]:
    """The circles that are met by going from each figure to the first that it waits for."""
    found: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for start in stuck:
        way: dict[str, None] = {}
        id = start
        while id not in seen:
            seen.add(id)
            way[id] = None
            id = next(name for name, _ in stuck[id].names if name in stuck)
        if id in way:
            found.append(tuple(way)[list(way).index(id) :])
    return tuple(found)


def circle_refusal(formulas: Mapping[str, Formula], circle: tuple[str, ...]) -> Unreadable:
    """What to say at the formula of the first figure of a circle, and where in it the next one is named."""
    first, following = circle[0], circle[1 % len(circle)]
    start = next(start for name, start in formulas[first].names if name == following)
    if len(circle) == 1:
        message = f"A formula uses other figures; found {shown(first)} computed from itself."
    else:
        way = ", ".join(f"`{id}` needs `{circle[(at + 1) % len(circle)]}`" for at, id in enumerate(circle[:MOST_NAMED]))
        message = f"Figures cannot be computed in a circle: {way}{', and so on' if len(circle) > MOST_NAMED else ''}."
    return Unreadable(
        message,
        "Give one of them a value of its own." if len(circle) > 1 else "Use the figures that it is made of.",
        start,
        len(following),
        "cross-check",
    )


MOST_NAMED = 4
IN_WORDS = {"+": "plus", "-": "minus", "*": "times", "/": "divided by"}
COMPARED = {">": "above", ">=": "at least", "<": "below", "<=": "at most", "==": "equal to", "!=": "other than"}
