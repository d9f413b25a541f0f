"""A formula's tree worked out with what is stated: bounds, closeness and dimension of every part, where they go together."""

from collections.abc import Mapping
from decimal import Decimal

from factsheet.problem import Unreadable
from factsheet.reading.quantities import Quantity, shown
from factsheet.reading.units import Unit
from factsheet.record import Record
from factsheet.truth.formulas.bounds import Interval, add, divide, multiply, negative, point, subtract
from factsheet.truth.formulas.claims import MOST_SIGNIFICANT, Claim, claimed, places_of, said, shortened, stated
from factsheet.truth.formulas.dimensions import BARE, PERCENT, Dimension, behind, gives, of_unit, product, total
from factsheet.truth.formulas.formula import Formula, Name, Negative, Node, Number, Operation


class Stated(Record):
    """A figure as it is known: what was stated or computed, and its unit."""

    quantity: Quantity
    unit: Unit
    computed: bool = False  # by a formula: then under 5 firms may be fewer than none, as in `firms - shops`


class Value(Record):
    """A part of a formula worked out."""

    claim: Claim
    dimension: Dimension
    node: Node
    parts: tuple["Value", ...]  # its operands
    figure: Stated | None  # what was stated, of a name

    @property
    def is_typed(self) -> bool:
        """Whether it consists of typed numbers alone."""
        return not self.figure and all(part.is_typed for part in self.parts)


def reckon(formula: Formula, node: Node, known: Mapping[str, Stated]) -> Value:
    """The value of a part of the formula; a percentage in hundredths, all else in whole units."""
    if isinstance(node, Number):
        bounds = point(node.amount, 100 if node.percent else 1)
        return Value(Claim(bounds, "", MOST_SIGNIFICANT, places_of(node.amount)), PERCENT if node.percent else BARE, node, (), None)
    if isinstance(node, Name):
        figure = _known(node, known)
        return Value(
            claimed(figure.quantity, figure.unit, figure.unit.kind == "count" and not figure.computed),
            of_unit(figure.unit),
            node,
            (),
            figure,
        )
    if isinstance(node, Negative):
        return _negative(node, reckon(formula, node.operand, known))
    left, right = reckon(formula, node.left, known), reckon(formula, node.right, known)
    work = _total if node.sign in ("+", "-") else _product
    return work(formula, node, left, right)


def _known(node: Name, known: Mapping[str, Stated]) -> Stated:
    if node.id not in known:
        raise Unreadable(f"There is no figure {shown(node.id)} with a value.", "", node.start, node.end - node.start, "unknown-reference")
    return known[node.id]


def _negative(node: Negative, operand: Value) -> Value:
    """The other sign; nearly five, negated, is close to it from the other side, for which there is no word."""
    closeness = "about" if operand.claim.closeness == "about" else ""
    claim = operand.claim._replace(bounds=negative(operand.claim.bounds), closeness=closeness)
    return Value(claim, operand.dimension, node, (operand,), None)


def _total(formula: Formula, node: Operation, left: Value, right: Value) -> Value:
    mine, yours, dimension = alike(formula, node, left, right)
    return Value(_claim(formula, node, (left, mine), (right, yours)), dimension, node, (left, right), None)


def _product(formula: Formula, node: Operation, left: Value, right: Value) -> Value:
    if node.sign == "/" and right.claim.bounds.holds_zero:
        raise _zero(formula, right)
    dimension = product(left.dimension, right.dimension, -1 if node.sign == "/" else 1)
    return Value(_claim(formula, node, (left, left.claim), (right, right.claim)), dimension, node, (left, right), None)


def alike(formula: Formula, node: Operation, left: Value, right: Value) -> tuple[Claim, Claim, Dimension]:
    """What both sides of a sum or a comparison claim in one dimension, and that dimension; Unreadable if they have none in common."""
    dimension = total(left.dimension, right.dimension)
    if dimension is None:
        raise _unlike(formula, node, left, right)
    return _beside(formula, left, right), _beside(formula, right, left), dimension


def _beside(formula: Formula, value: Value, other: Value) -> Claim:
    """What a value claims beside another: a bare number beside a percentage is one, if it can be no share of one."""
    if value.dimension.kind != "bare" or other.dimension.kind not in ("percent", "share"):
        return value.claim
    size = value.claim.bounds.low
    if size.above and abs(size.above) <= size.below:
        raise _unclear(formula, value)
    return value.claim._replace(bounds=multiply(value.claim.bounds, point(Decimal(1), 100)))


# Bounds and closeness ------------------------------------------------------------------------------------------------


def _claim(formula: Formula, node: Operation, left: tuple[Value, Claim], right: tuple[Value, Claim]) -> Claim:
    """The claim of an operation: by its bounds, or, where something is about a number, by the numbers alone."""
    mine, yours = left[1], right[1]
    places = -1 if node.sign == "/" or min(mine.places, yours.places) < 0 else max(mine.places, yours.places)
    digits = min(mine.digits, yours.digits)
    if "about" in (mine.closeness, yours.closeness):
        near = [_near(formula, node, *side) for side in (left, right)]
        return Claim(WORK[node.sign](*near), "about", digits, places)
    bounds = WORK[node.sign](mine.bounds, yours.bounds)
    return Claim(bounds, "nearly" if _stays_near(node.sign, mine, yours, bounds) else "", digits, places)


def _near(formula: Formula, node: Operation, value: Value, claim: Claim) -> Interval:
    """The number that a value is, or is said to be near; Unreadable where it is only bounded, and may be far from it."""
    if claim.closeness == "nearly":
        return Interval(claim.bounds.high, claim.bounds.high)
    if claim.closeness == "about" or claim.is_exact:
        return claim.bounds
    raise refusal(
        "What is about a number has no bounds, so it is computed only with numbers as stated, nearly or about; "
        f"{quoted(formula, value.node)} {is_said(value)}.",
        "Use figures that are all as stated or about, or all with bounds.",
        node,
    )


def _stays_near(sign: str, mine: Claim, yours: Claim, bounds: Interval) -> bool:
    """Whether a result is nearly its higher end: an operand is nearly its own, and the other is exact and does not turn it round."""
    if sign in ("+", "*") and yours.closeness:
        mine, yours = yours, mine
    if mine.closeness != "nearly" or bounds.high.endless or bounds.high.above <= 0:
        return False
    if yours.is_exact:
        return sign in ("+", "-") or yours.bounds.low.above > 0
    return sign == "+" and yours.closeness == "nearly"


# Words ---------------------------------------------------------------------------------------------------------------


def described(value: Value) -> str:
    """A value as a message says it: over 40 billion USD; empty if nothing is known of it."""
    if value.figure:
        unit = value.figure.unit
        return said(value.figure.quantity, unit.one, unit.other)
    is_percentage = value.dimension.kind in ("percent", "share")
    quantity = stated(in_hundreds(value.claim) if is_percentage else value.claim, False)
    return said(quantity, behind(value.dimension, True), behind(value.dimension, False)) if quantity else ""


def is_said(value: Value) -> str:
    """`is over 40 billion USD`, or that it may be anything."""
    words = described(value)
    return f"is {words}" if words else "may be any amount"


def in_hundreds(claim: Claim) -> Claim:
    """A claim in hundredths as one in per cent."""
    return claim._replace(bounds=multiply(claim.bounds, point(Decimal(100))))


def quoted(formula: Formula, node: Node) -> str:
    """A part of the formula as it was typed."""
    return shown(formula.text[node.start : node.end])


def refusal(message: str, hint: str, node: Node) -> Unreadable:
    """Why a formula or a check does not hold, with the part that is meant."""
    return Unreadable(message, hint, node.start, node.end - node.start, "cross-check")


def _zero(formula: Formula, value: Value) -> Unreadable:
    text = quoted(formula, value.node)
    if value.is_typed:
        return refusal(f"Nothing can be divided by zero; found {text}.", "Divide by another number.", value.node)
    may = "is" if value.claim.bounds.is_point else "may be"
    return refusal(
        f"Nothing can be divided by zero, and {text} {may} zero: it {is_said(value)}.",
        "Divide by a figure that is stated to be over zero.",
        value.node,
    )


def _unclear(formula: Formula, value: Value) -> Unreadable:
    """What to say of 0.4 beside a percentage."""
    part, whole = said_number(value, 1), said_number(value, 100)
    hint = f"Write `{part}%`, or `{whole}%` if that is meant." if value.claim.places >= 0 else "Work it out, and write it with its `%`."
    return refusal(
        f"Beside a percentage a number needs its sign, like `40%`; found {quoted(formula, value.node)}, which may mean {part}% or {whole}%.",
        hint,
        value.node,
    )


def said_number(value: Value, times: int) -> str:
    """A typed number, so many times, as digits."""
    quantity = stated(value.claim._replace(bounds=multiply(value.claim.bounds, point(Decimal(times)))), False)
    return said(quantity, "", "") if quantity else ""


def _unlike(formula: Formula, node: Operation, left: Value, right: Value) -> Unreadable:
    """What to say of two sides that have no unit in common."""
    done = DONE.get(node.sign, "compared")
    sides = [f"{shortened(gives(side.dimension))} in {quoted(formula, side.node)}" for side in (left, right)]
    return refusal(
        f"Only amounts of one unit can be {done}, like firms and firms; found {' and '.join(sides)}.", _likened(left, right), node
    )


def _likened(left: Value, right: Value) -> str:
    """What may bring two sides together."""
    kinds = {side.figure.unit.kind if side.figure else "" for side in (left, right)}
    if kinds == {"money"}:
        return "Use figures in one currency: exchange rates are not known here."
    if kinds == {"measure"}:
        return "Give both figures one unit: nothing is converted here."
    if PERCENT in (left.dimension, right.dimension):
        return "To add or take away a part, multiply, like `firms * 105%`."
    return "Multiply or divide them, or put like beside like."


WORK = {"+": add, "-": subtract, "*": multiply, "/": divide}
DONE = {"+": "added", "-": "subtracted"}
