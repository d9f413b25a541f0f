"""Numbers to places: scales that begin at zero unless that would hide what there is to see, with a few round ticks."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext
from itertools import count

from factsheet.record import Record

SMALL = Decimal("0.4")      # of the largest value: a spread below it may leave zero out
MOST_TICKS = 5
ZERO = Decimal(0)


class Scale(Record):
    """A stretch of numbers, laid from 0 to 100 per cent; the ticks rise and may be as few as one."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]

    @property
    def whole(self) -> bool:
        """Whether zero lies on it, so that lengths may be compared."""
        return self.low <= 0 <= self.high

    def at(self, value: Decimal) -> float:
        """Where a value lies, in per cent."""
        return round(float((value - self.low) / (self.high - self.low) * 100), 2)


def spanning(values: Sequence[Decimal]) -> Scale:
    """The scale of a line through the values, from tick to tick."""
    low, high = _ends(values)
    if low == high:
        return Scale(ZERO, Decimal(1), (ZERO,))
    with localcontext() as context:
        context.prec = _digits(values)
        integral = all(value == value.to_integral_value() for value in values)
        ticks = _ticks(low, high, integral)
    return Scale(ticks[0], ticks[-1], ticks)


def _ends(values: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """The least and the greatest number to be shown: zero is among them unless all lie far from it and near each other."""
    low, high = min(values), max(values)
    near = ZERO < high - low < SMALL * max(abs(low), abs(high))
    return (low, high) if near and (low > 0 or high < 0) else (min(low, ZERO), max(high, ZERO))


def _digits(values: Sequence[Decimal]) -> int:
    """Enough digits to reckon exactly with the values and with ticks between them."""
    finest = min(int(value.as_tuple().exponent) for value in values)
    return max(value.adjusted() for value in values) - min(finest, 0) + 12


def _ticks(low: Decimal, high: Decimal, integral: bool) -> tuple[Decimal, ...]:
    """Multiples of the first round step that makes few enough of them; of whole numbers, whole ones."""
    for step in _steps((high - low).adjusted() - 1):
        if integral and step != step.to_integral_value():
            continue
        first = (low / step).to_integral_value(ROUND_FLOOR)
        last = (high / step).to_integral_value(ROUND_CEILING)
        if last - first < MOST_TICKS:
            return tuple(step * (first + number) for number in range(int(last - first) + 1))
    raise AssertionError("steps grow until one fits")


def _steps(power: int) -> Iterator[Decimal]:
    for exponent in count(power):
        yield from (Decimal(digits).scaleb(exponent) for digits in ("1", "2", "2.5", "5"))
