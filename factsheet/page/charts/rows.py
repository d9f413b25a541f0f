"""Comparable figures as bars from zero: solid as far as something is claimed, hollow where it only may be, open where it goes on."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factsheet.page.charts import said
from factsheet.page.charts.given import Bar, ends
from factsheet.page.charts.scales import Scale
from factsheet.reading.quantities import Quantity
from factsheet.reading.units import Unit
from factsheet.record import Record

SOFT = 3.0      # half of a soft end, in per cent
LEAST = 0.05    # what is not zero is never drawn as nothing
STUB = 8.0      # room at a side where a bar goes on or ends softly, in per cent
HUNDRED = Decimal(100)


class Piece(Record):
    """A part of a bar: solid, hollow or soft from x, so many per cent wide; an edge or chevrons (`on`) at x; ` back` points to the left."""

    kind: str
    x: float
    width: float


class Row(Record):
    """One figure: its words, and the pieces of its bar."""

    label: str
    text: str
    short: str
    note: str
    address: str
    pieces: tuple[Piece, ...]


class BarChart(Record):
    """The rows in the order given; `unit` is what is counted, if the rows do not say it; `zero` is where bars start, in per cent, `end` where 100 % is, if they are shares of a whole."""

    unit: str
    rows: tuple[Row, ...]
    zero: float
    end: float | None
    soft: bool

    @property
    def rest(self) -> float:
        """How wide the whole of the shares is."""
        return round((self.end or 0.0) - self.zero, 2)


class Ground(Record):
    """A scale within the room that its bars have between their open ends."""

    scale: Scale
    before: float
    room: float

    def at(self, value: Decimal) -> float:
        """Where a value lies, in per cent."""
        return round(self.before + self.scale.at(value) * self.room / 100, 2)


def bars(items: Sequence[Bar], unit: Unit, shares: bool = False) -> BarChart:
    """The bars of figures that have one unit; as shares of one whole, if wished or plain to see, on a scale to 100."""
    whole = shares or _make_a_whole(items, unit)
    ground = _ground(items, whole)
    rows = tuple(Row(item.label, item.text, item.short, item.note, item.address, tuple(_pieces(item.quantity, ground))) for item in items)
    soft = any(piece.kind.startswith("soft") for row in rows for piece in row.pieces)
    return BarChart(said.heading(unit, 0) if unit.kind == "count" else "", rows, ground.at(Decimal(0)), ground.at(HUNDRED) if whole else None, soft)


def _make_a_whole(items: Sequence[Bar], unit: Unit) -> bool:
    """Whether percentages, all of them as stated, add up to 100 but for their rounding."""
    if unit.kind != "percent" or any(item.quantity.qualifier or item.quantity.amount < 0 for item in items) or len(items) < 2:
        return False
    amounts = [item.quantity.amount for item in items]
    rounding = sum((Decimal((0, (5,), int(amount.as_tuple().exponent) - 1)) for amount in amounts), start=Decimal(0))
    return abs(sum(amounts, start=-HUNDRED)) <= rounding


def _ground(items: Sequence[Bar], whole: bool) -> Ground:
    """From zero to the greatest value, to the least below zero, and a little further at a side where something goes on."""
    shown = [Decimal(0), *(end for item in items for end in ends(item.quantity)), *[HUNDRED] * whole]
    low, high = min(shown), max(shown)
    before = STUB if any(_runs_down(item.quantity) for item in items) else 0.0
    after = STUB if any(_runs_up(item.quantity) for item in items) else 0.0
    scale = Scale(low, high if low < high else Decimal(1), ())
    return Ground(scale, before, 100 - before - after)


def _runs_up(quantity: Quantity) -> bool:
    """Whether a bar is open or soft to the right."""
    return quantity.qualifier in ("over", "at_least") or (_loose(quantity) and quantity.amount >= 0)


def _runs_down(quantity: Quantity) -> bool:
    """Whether a bar is open or soft to the left."""
    return (quantity.qualifier in ("under", "at_most") or _loose(quantity)) and quantity.amount <= 0


def _loose(quantity: Quantity) -> bool:
    """Whether the value may lie on either side; nearly minus five may."""
    return quantity.qualifier == "about" or (quantity.qualifier == "nearly" and quantity.amount <= 0)


def _pieces(quantity: Quantity, ground: Ground) -> Iterator[Piece]:
    """The parts of one bar, from zero outward."""
    zero, at = ground.at(Decimal(0)), ground.at(quantity.amount)
    kind = "about" if _loose(quantity) else quantity.qualifier
    if kind == "between":
        yield from _range(zero, *(ground.at(end) for end in ends(quantity)))
    elif kind in ("about", "nearly"):
        yield from _softened(zero, at, kind, quantity.amount < 0)
    elif kind in ("over", "at_least"):
        yield from _upward(zero, at, quantity.amount)
    elif kind in ("under", "at_most"):
        yield from _downward(zero, at, quantity.amount)
    else:
        yield from _part("solid", zero, at, quantity.amount != 0)


def _part(kind: str, start: float, end: float, there: bool = True) -> Iterator[Piece]:
    """A part between two places in either order; what is there at all is wide enough to be seen."""
    if there:
        yield Piece(kind, min(start, end), max(round(abs(end - start), 2), LEAST))


def _upward(zero: float, at: float, amount: Decimal) -> Iterator[Piece]:
    """At least so much: open to the right, for what is over minus five may be over zero."""
    yield from _part("hollow" if amount < 0 else "solid", zero, at, amount != 0)
    if amount < 0:
        yield Piece("edge", at, 0)
    yield Piece("on", max(at, zero), 0)


def _downward(zero: float, at: float, amount: Decimal) -> Iterator[Piece]:
    """At most so much: up to a hard edge, from nobody knows where; below zero open to the left."""
    yield from _part("hollow" if amount > 0 else "solid", zero, at, amount != 0)
    if amount >= 0:
        yield Piece("edge", at, 0)
    if amount <= 0:
        yield Piece("on back", at, 0)


def _softened(zero: float, at: float, kind: str, back: bool) -> Iterator[Piece]:
    """Solid up to a soft end: about lies at both sides of the number, nearly short of its hard edge."""
    length = abs(at - zero)
    inner = min(SOFT, length) * (1 if kind == "about" else 2)
    inner, outer = min(inner, length), max(min(SOFT, length), LEAST) if kind == "about" else 0.0
    side = -1 if back else 1
    yield from _part("solid", zero, at - side * inner, length > inner)
    yield from _part("soft back" if back else "soft", at - side * inner, at + side * outer)
    if kind == "nearly":
        yield from _part("hollow", at - side * inner, at)
        yield Piece("edge", at, 0)


def _range(zero: float, low: float, high: float) -> Iterator[Piece]:
    """Solid to the end nearer to zero, hollow to the other; across zero only hollow."""
    near, far = (low, high) if low >= zero else (high, low) if high <= zero else (low, high)
    yield from _part("solid", zero, near, low > zero or high < zero)
    yield from _part("hollow", near, far)
    yield Piece("edge", far, 0)
    if low < zero < high:
        yield Piece("edge", low, 0)
