"""What a stated quantity claims, as an interval, and how an interval is stated: never more than it holds, with few digits."""

from decimal import Decimal

from factsheet.reading.quantities import Quantity, scaled
from factsheet.reading.units import Unit
from factsheet.record import Record
from factsheet.truth.formulas.bounds import HIGHEST, LOWEST, End, Interval, of

MOST_SIGNIFICANT = 6
FEWEST_SIGNIFICANT = 2
LONGEST_SHOWN = 60


class Claim(Record):
    """What is known of an amount: its bounds, how close it is said to be, and the digits in which that was typed."""

    bounds: Interval  # of about: the amount alone, which is no bound
    closeness: str  # "", about, nearly
    digits: int  # the fewest significant digits of all figures that it rests on
    places: int  # the most decimals of all numbers that it rests on; below zero where something was divided

    @property
    def is_exact(self) -> bool:
        """Whether it is one amount, as stated."""
        return not self.closeness and self.bounds.is_point

    @property
    def says_nothing(self) -> bool:
        """Whether any amount (any at all, or any above zero) would fit."""
        low, high = self.bounds
        return high.endless and low.above <= 0 and (low.endless or not low.above)


def claimed(quantity: Quantity, unit: Unit, counted: bool) -> Claim:
    """What a figure claims, in whole units; of a percentage, in hundredths; of what was counted, no fewer than none."""
    below = 100 if unit.kind in ("percent", "points") else 1
    first = of(quantity.amount, True, below)
    last = first if quantity.upper is None else of(scaled(quantity.upper, quantity.scale), True, below)
    closeness = quantity.qualifier if quantity.qualifier in ("about", "nearly") else ""
    if closeness == "nearly" and quantity.high is None:
        closeness = "about"
    bounds = Interval(first, last) if quantity.qualifier == "" or closeness == "about" else _bounds(quantity.qualifier, first, last)
    numbers = [number for number in (quantity.number, quantity.upper) if number is not None]
    places = max(places_of(scaled(number, quantity.scale)) for number in numbers)
    return Claim(_floored(bounds) if counted and closeness != "about" else bounds, closeness, min(map(_significant, numbers)), places)


def _floored(bounds: Interval) -> Interval:
    """The bounds of what is counted: there are no fewer than none, unless the higher end says otherwise."""
    counts = bounds.high.above > 0 or (not bounds.high.above and bounds.high.closed)
    return Interval(NONE, bounds.high) if bounds.low.endless and counts else bounds


def places_of(amount: Decimal) -> int:
    """The decimals with which it was typed."""
    return max(-int(amount.as_tuple().exponent), 0)


def _bounds(qualifier: str, first: End, last: End) -> Interval:
    low_is_in, high_is_in = qualifier != "over", qualifier not in ("under", "nearly")
    low = LOWEST if qualifier in ("under", "at_most", "nearly") else first._replace(closed=low_is_in)
    return Interval(low, HIGHEST if qualifier in ("over", "at_least") else last._replace(closed=high_is_in))


def _significant(number: Decimal) -> int:
    """The digits that were typed, without zeros in front, and of a whole number without those at its end."""
    digits = "".join(map(str, number.as_tuple().digits)).lstrip("0")
    return len(digits if number.as_tuple().exponent else digits.rstrip("0"))


# Stating -------------------------------------------------------------------------------------------------------------


def stated(claim: Claim, counted: bool) -> Quantity | None:
    """The quantity that says what is known, rounded to the safe side; None where nothing is. That a count is no fewer than none is left unsaid."""
    low, high = claim.bounds
    if claim.says_nothing:
        return None
    if low == high:
        number, exact = _decimal(low, claim, "even")
        return _quantity(claim.closeness if exact else "about", number)
    if claim.closeness == "nearly":
        return _quantity("nearly", _decimal(high, claim, "up")[0])
    if high.endless or (not high.above and not high.closed and not low.endless):
        return _quantity("at_least" if low.closed else "over", _decimal(low, claim, "down")[0])
    if low.endless or (not low.above and (counted or not low.closed)):
        return _quantity("at_most" if high.closed else "under", _decimal(high, claim, "up")[0])
    return _quantity("between", _decimal(low, claim, "down")[0], _decimal(high, claim, "up")[0])


def _decimal(end: End, claim: Claim, way: str) -> tuple[Decimal, bool]:
    """The amount as a decimal, exact if that takes few digits or no more decimals than were typed; and whether it is exact."""
    number, exact = rounded(end, MOST_SIGNIFICANT, way)
    if not exact and claim.closeness != "about" and claim.places >= 0 and 10**claim.places % end.below == 0:
        return scaled(Decimal(end.above * 10**claim.places // end.below), -claim.places), True
    if exact:
        return number, True
    return rounded(end, max(FEWEST_SIGNIFICANT, min(claim.digits, MOST_SIGNIFICANT)), way)


def rounded(end: End, digits: int, way: str) -> tuple[Decimal, bool]:
    """The amount with so many significant digits, rounded down, up, or to the nearest (half to even); and whether it is exact."""
    if not end.above:
        return Decimal(0), True
    last = _magnitude(end) - digits + 1
    above, below = end.above * 10 ** max(-last, 0), end.below * 10 ** max(last, 0)
    number, rest = divmod(above, below)
    half = 2 * rest - below
    more = {"down": False, "up": rest > 0, "even": half > 0 or (half == 0 and number % 2 == 1)}[way]
    return scaled(Decimal(number + more), last), rest == 0


def _magnitude(end: End) -> int:
    """The power of ten of the first digit: 4 for 40,000, -2 for 0.05."""
    above = abs(end.above)
    guess = Decimal(above).adjusted() - Decimal(end.below).adjusted()
    return guess if above * 10 ** max(-guess, 0) >= end.below * 10 ** max(guess, 0) else guess - 1


def _quantity(qualifier: str, number: Decimal, upper: Decimal | None = None) -> Quantity:
    """As an author would type it: with a scale word from a million on where that is short, else with all its digits."""
    numbers = [number] if upper is None else [number, upper]
    for word, scale in SCALES:
        if all(_is_short(each, scale) for each in numbers) and max(each.adjusted() for each in numbers) >= scale:
            return Quantity(qualifier, _plain(number, -scale), None if upper is None else _plain(upper, -scale), scale, word)
    return Quantity(qualifier, _plain(number, 0), None if upper is None else _plain(upper, 0), 0, "")


def _is_short(number: Decimal, scale: int) -> bool:
    """Whether the number is nought or has at most six digits before this scale word, no more than one nought in front."""
    digits = _plain(number, -scale).as_tuple().digits
    return not number or (len(digits) <= MOST_SIGNIFICANT and number.copy_abs().adjusted() >= scale - 1)


def _plain(number: Decimal, scale: int) -> Decimal:
    """The number times a power of ten, without zeros at the end of its decimals."""
    if not number:
        return Decimal(0)
    sign, digits, exponent = scaled(number, scale).as_tuple()
    ending = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    cut = min(ending, -int(exponent))
    return Decimal((sign, digits[: len(digits) - cut], int(exponent) + cut))


# Words ---------------------------------------------------------------------------------------------------------------


def said(quantity: Quantity, one: str, other: str) -> str:
    """A quantity in a message: its qualifier always with its number, the unit in words behind it, and all cut short if it is long."""
    low, high = (shortened(f"{number:,f}") for number in (quantity.number, quantity.number if quantity.upper is None else quantity.upper))
    number = low if quantity.upper is None else f"{low} and {high}"
    after = one if number == "1" and not quantity.scale else other
    words = " ".join(part for part in (quantity.qualifier.replace("_", " "), number, quantity.scale_word) if part)
    return words + after if after in ("", "%") else f"{words} {shortened(after)}"


def shortened(text: str) -> str:
    """A text as a message holds it."""
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


NONE = End(0, 1, True)
SCALES = (("trillion", 12), ("billion", 9), ("million", 6))
