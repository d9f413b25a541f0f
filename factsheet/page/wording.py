"""How a quantity is printed in English: its qualifier always with it, its digits as they were typed."""

from decimal import Decimal

from factsheet.reading.quantities import Quantity
from factsheet.reading.units import MEASURES, Unit
from factsheet.record import Record

NO_BREAK = "\u00a0"     # number and scale, number and symbol stay on one line; before a noun a line may break
MINUS = "\u2212"
QUALIFIERS = {
    "": "", "over": "over", "at_least": "at least", "about": "about", "nearly": "nearly",
    "under": "under", "at_most": "at most", "between": "between",
}
SHORT_SCALES = {"": "", "thousand": "k", "million": "m", "billion": "bn", "trillion": "tn"}


class Parts(Record):
    """A quantity in pieces, for pages that set the number large; a range's `number` holds all up to its second one."""

    qualifier: str      # over
    before: str         # US$, −US$, or CHF
    number: str         # 40; 3 billion and US$5
    scale: str          # billion
    after: str          # firms, %, km

    @property
    def text(self) -> str:
        """The whole, as it stands in a sentence."""
        words = f"{self.qualifier} {_money(self.before, self.number)}".lstrip()
        if self.scale:
            words += NO_BREAK + self.scale
        return words + _gap(self.after) + self.after


def parts(quantity: Quantity, unit: Unit) -> Parts:
    """The pieces of a quantity, from `over` to `firms`."""
    sign = MINUS if unit.kind == "money" and quantity.number.is_signed() else ""
    return Parts(QUALIFIERS[quantity.qualifier], sign + _symbol(unit), _number(quantity, unit),
                 quantity.scale_word, _after(quantity, unit))


def numeral(said: Parts) -> str:
    """The number with the sign of its money, as it is set large."""
    return _money(said.before, said.number)


def short(quantity: Quantity, unit: Unit) -> str:
    """The quantity in little room: over US$40bn, over 10,000; a counted noun is left to the label beside it."""
    said = parts(quantity, unit)
    if unit.kind == "measure":
        return said.text
    scale = SHORT_SCALES[said.scale]
    number = said.number.replace(NO_BREAK + said.scale, scale) if said.scale else said.number
    after = {"count": "", "points": said.after.removeprefix("percentage ")}.get(unit.kind, said.after)
    return f"{said.qualifier} {_money(said.before, number)}{scale}{_gap(after)}{after}".lstrip()


def plain_number(quantity: Quantity) -> str:
    """The amount in whole units, of a range both ends: for `<data value>` alone, whose text says the qualifier."""
    return f"{quantity.amount:f}" + (f"/{quantity.high:f}" if quantity.upper is not None else "")


def _number(quantity: Quantity, unit: Unit) -> str:
    """The digits; of a range both, the first with its scale and percent sign, the second with its symbol."""
    first = _digits(quantity.number, unit)
    if quantity.upper is None:
        return first
    scale = NO_BREAK + quantity.scale_word if quantity.scale_word else ""
    percent = "%" if unit.kind == "percent" else ""
    sign = MINUS if unit.kind == "money" and quantity.upper.is_signed() else ""
    return f"{first}{scale}{percent} and {_money(sign + _symbol(unit), _digits(quantity.upper, unit))}"


def _digits(number: Decimal, unit: Unit) -> str:
    """The digits as typed, grouped from 1,000, with a true minus; money has its sign before its symbol instead."""
    sign = MINUS if number.is_signed() and unit.kind != "money" else ""
    return f"{sign}{number.copy_abs():,f}"


def _after(quantity: Quantity, unit: Unit) -> str:
    """The unit's word or sign behind the number; singular for exactly 1, written without decimals or scale."""
    if unit.kind == "money":
        return ""
    single = quantity.upper is None and not quantity.scale and quantity.number.copy_abs().as_tuple() == (0, (1,), 0)
    return unit.one if single else unit.other


def _symbol(unit: Unit) -> str:
    return unit.symbol if unit.kind == "money" else ""


def _money(before: str, number: str) -> str:
    """A sign such as US$ touches the number; a code such as CHF does not."""
    return f"{before}{NO_BREAK}{number}" if before[-1:].isalpha() else before + number


def _gap(after: str) -> str:
    """What parts a number from its unit: nothing before %, a space that never breaks before a symbol, else a space."""
    if after in ("", "%"):
        return ""
    return NO_BREAK if after in MEASURES else " "
