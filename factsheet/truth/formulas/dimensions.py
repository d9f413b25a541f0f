"""What an amount is an amount of: USD, firms, USD per firm, or a plain number; which go together, and which unit says what was computed."""

from collections.abc import Iterable

from factsheet.reading.units import MEASURES, Unit
from factsheet.record import Record

COUNT = "count"


class Factor(Record):
    """One thing that an amount is multiplied with, or divided by where its power is below zero."""

    base: str  # a currency's or a measure's code; `count` for all that is counted
    one: str  # its words
    other: str
    power: int


class Dimension(Record):
    """The factors, and the kind of a number that has none."""

    kind: str  # bare (only typed numbers), percent, share (percent times a number), difference (of plain numbers), plain
    factors: tuple[Factor, ...]


def of_unit(unit: Unit) -> Dimension:
    """The dimension of a figure with this unit; `people per km²` are people divided by square kilometres."""
    if unit.kind in ("percent", "points"):
        return PERCENT
    if unit.kind == "money":
        return Dimension("plain", (Factor(unit.code, unit.code, unit.code, 1),))
    if unit.kind == "measure":
        return Dimension("plain", _merged(_measure(unit.code, 1)))
    one, other = (_parts(form) for form in (unit.one, unit.other))
    per = [factor for symbol in other[1:] for factor in _measure(symbol, -1)]
    return Dimension("plain", _merged([Factor(COUNT, one[0], other[0], 1), *per]))


def _parts(noun: str) -> list[str]:
    """A counted noun, and the measure that it is counted by: people per km², tonnes/ha."""
    for between in (" per ", "/"):
        head, found, tail = noun.rpartition(between)
        if found and head.strip() and tail.strip() in MEASURES:
            return [head.strip(), tail.strip()]
    return [noun]


def _measure(code: str, sign: int) -> list[Factor]:
    """km² as km times km, km/h as km divided by h."""
    found = []
    for at, part in enumerate(code.split("/")):
        base = part.rstrip("".join(RAISED))
        power = RAISED.get(part[len(base) :], 1)
        found.append(Factor(base, base, base, -sign * power if at else sign * power))
    return found


def product(left: Dimension, right: Dimension, sign: int = 1) -> Dimension:
    """What a product is an amount of; with the sign -1, a quotient."""
    factors = _merged([*left.factors, *(factor._replace(power=sign * factor.power) for factor in right.factors)])
    if right.kind == "bare":
        return Dimension(TIMES_NUMBER.get(left.kind, left.kind), factors)
    if left.kind == "bare" and sign > 0:
        return Dimension(TIMES_NUMBER.get(right.kind, right.kind), factors)
    return Dimension("plain", factors)


def total(left: Dimension, right: Dimension) -> Dimension | None:
    """What a sum or a difference is an amount of; None of what cannot be added. A bare number goes with everything."""
    if "bare" in (left.kind, right.kind):
        return right if left.kind == "bare" else left
    parts = {left.kind, right.kind} & {"percent", "share"}
    counted = max(_counted(left), _counted(right))
    if net(left.factors) != net(right.factors) or (parts and counted > 0):
        return None
    if parts:
        return PERCENT if "percent" in parts else SHARE
    if not net(left.factors) and not counted:
        return DIFFERENCE
    if left.factors == right.factors:
        return left
    rest = tuple(factor for factor in left.factors if factor.base != COUNT)
    return Dimension("plain", rest or (THINGS._replace(power=counted),))


def net(factors: Iterable[Factor]) -> dict[str, int]:
    """The power of each base. What is counted is none: 12 USD may be 12 USD per firm, which is left to the label."""
    powers: dict[str, int] = {}
    for factor in factors:
        powers[factor.base] = powers.get(factor.base, 0) + factor.power
    return {base: power for base, power in powers.items() if power and base != COUNT}


def _counted(found: Dimension) -> int:
    """The power of what is counted, whatever its nouns."""
    return sum(factor.power for factor in found.factors if factor.base == COUNT)


def fits(found: Dimension, unit: Unit) -> bool:
    """Whether a figure of this unit may state the amount."""
    if net(found.factors) != net(of_unit(unit).factors):
        return False
    if unit.kind == "points":
        return found.kind in ("percent", "share", "difference")
    return found.kind != "percent" if unit.kind == "count" else unit.kind != "percent" or _counted(found) <= 0


def unit_meant(found: Dimension) -> str:
    """The `unit:` that states an amount of this dimension, as a hint says it."""
    powers = net(found.factors)
    if not powers and _counted(found) > 0:
        noun = next(factor.other for factor in found.factors if factor.power > 0) or "firms"
        return f"Write `unit:` with what is counted, like `{noun}`."
    if not powers:
        return "Write `unit: %`." if found.kind == "percent" else "Write `unit: %`, or a counted noun such as `times`."
    base, power = next(iter(powers.items()))
    return f"Write `unit: {base}`, and say in `label:` per what." if len(powers) == power == 1 else "Mend the formula, or the unit."


def gives(found: Dimension) -> str:
    """What an amount is of, as a sentence names it: firms, USD per firm, a percentage, a plain number."""
    if not found.factors:
        return "a percentage" if found.kind in ("percent", "share") else "a plain number"
    words = behind(found, False) or "things counted"
    return f"a plain number {words}" if words.startswith("per ") else words


def behind(found: Dimension, single: bool) -> str:
    """The words behind a number, the first noun in the singular if it is 1: firm, USD per firm; of a percentage its sign."""
    if not found.factors:
        return "%" if found.kind in ("percent", "share") else ""
    above = [_raised(factor, single) for factor in found.factors if factor.power > 0 and factor.other]
    below = [f"per {_raised(factor, True)}" for factor in found.factors if factor.power < 0]
    return " ".join([" × ".join(above), *below] if above else below)


def _raised(factor: Factor, single: bool) -> str:
    word = factor.one if single else factor.other
    return word + (str(abs(factor.power)).translate(SUPERSCRIPTS) if abs(factor.power) > 1 else "")


def _merged(factors: Iterable[Factor]) -> tuple[Factor, ...]:
    """Each thing once, with the sum of its powers; what cancels is gone."""
    found: dict[tuple[str, str], Factor] = {}
    for factor in factors:
        key = factor.base, factor.other
        found[key] = factor._replace(power=found[key].power + factor.power) if key in found else factor
    return tuple(factor for factor in found.values() if factor.power)


SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
RAISED = {"²": 2, "³": 3}
TIMES_NUMBER = {"percent": "share"}
BARE, PERCENT, SHARE, DIFFERENCE = (Dimension(kind, ()) for kind in ("bare", "percent", "share", "difference"))
THINGS = Factor(COUNT, "", "", 1)  # a sum of men and women
