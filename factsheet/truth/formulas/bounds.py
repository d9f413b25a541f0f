"""Exact arithmetic with bounds: an interval of fractions, each end a part of it or not, or endless.

Fractions are pairs of whole numbers, since `fractions` costs more to import than a formula costs to compute.
"""

from decimal import Decimal
from math import gcd

from factsheet.problem import Unreadable
from factsheet.reading.quantities import MOST_DIGITS
from factsheet.record import Record


class End(Record):
    """An end of an interval, in lowest terms; an endless one is 1 or -1 above 0, and no part of the interval."""

    above: int
    below: int
    closed: bool

    @property
    def endless(self) -> bool:
        """Whether the interval has no end on this side."""
        return not self.below


class Interval(Record):
    """All amounts from the lower end to the higher."""

    low: End
    high: End

    @property
    def is_point(self) -> bool:
        """Whether it is one amount."""
        return self.low is self.high or self.low == self.high

    @property
    def holds_zero(self) -> bool:
        """Whether zero is one of its amounts."""
        reaches = self.low.above < 0 or (not self.low.above and self.low.closed)
        return reaches and (self.high.above > 0 or (not self.high.above and self.high.closed))


LOWEST, HIGHEST = End(-1, 0, False), End(1, 0, False)


def end(above: int, below: int, closed: bool = True) -> End:
    """The fraction in lowest terms; Unreadable if it has more digits than we compute with."""
    common = gcd(above, below)
    above, below = above // common, below // common
    if max(above.bit_length(), below.bit_length()) >= MOST_BITS and max(abs(above), below) >= 10**MOST_DIGITS:
        raise Unreadable(
            f"Computing gives a number of more than {MOST_DIGITS:,} digits, and {MOST_DIGITS:,} is the limit.",
            "Write the numbers with fewer digits.",
            rule="cross-check",
        )
    return End(above, below, closed)


def of(amount: Decimal, closed: bool = True, below: int = 1) -> End:
    """A typed amount, divided by a whole number, as an end; exact whatever the decimal context."""
    over, under = amount.as_integer_ratio()
    return end(over, under * below, closed)


def point(amount: Decimal, below: int = 1) -> Interval:
    """One amount alone, divided by a whole number."""
    only = of(amount, True, below)
    return Interval(only, only)


def add(one: Interval, other: Interval) -> Interval:
    """Every sum of an amount of the one and an amount of the other."""
    low = _sum(one.low, other.low)
    return Interval(low, low if one.is_point and other.is_point else _sum(one.high, other.high))


def negative(one: Interval) -> Interval:
    """Every amount with the other sign."""
    low = _minus(one.high)
    return Interval(low, low if one.is_point else _minus(one.low))


def subtract(one: Interval, other: Interval) -> Interval:
    """Every difference."""
    return add(one, negative(other))


def multiply(one: Interval, other: Interval) -> Interval:
    """Every product: its ends are among the products of the ends."""
    if one.is_point and other.is_point:
        only = _product(one.low, other.low)
        return Interval(only, only)
    corners = [_product(mine, yours) for mine in one for yours in other]
    return Interval(_least(corners), _minus(_least([_minus(corner) for corner in corners])))


def divide(one: Interval, other: Interval) -> Interval:
    """Every quotient; the other does not hold zero, though it may come as close to it as it likes."""
    if other.is_point:
        only = _flipped(other.low)
        return multiply(one, Interval(only, only))
    first = _flipped(other.high) if other.high.above else LOWEST
    last = _flipped(other.low) if other.low.above else HIGHEST
    return multiply(one, Interval(first, last))


def compare(one: End, other: End) -> int:
    """Below zero, zero or above it, as the one is less than, level with or greater than the other."""
    if one.endless and other.endless:
        return one.above - other.above
    return one.above * other.below - other.above * one.below


def _sum(one: End, other: End) -> End:
    """Of two ends on the same side."""
    if one.endless or other.endless:
        return one if one.endless else other
    return end(one.above * other.below + other.above * one.below, one.below * other.below, one.closed and other.closed)


def _product(one: End, other: End) -> End:
    """Nought times anything is nought, even times what has no end; a nought that is reached makes the product reach it."""
    if not one.above or not other.above:
        return End(0, 1, (not one.above and one.closed) or (not other.above and other.closed))
    return end(one.above * other.above, one.below * other.below, one.closed and other.closed)


def _least(ends: list[End]) -> End:
    """The lowest; of several on one spot one that is reached."""
    least = ends[0]
    for each in ends[1:]:
        order = compare(each, least)
        if order < 0 or (order == 0 and each.closed):
            least = each
    return least


def _minus(one: End) -> End:
    return End(-one.above, one.below, one.closed)


def _flipped(one: End) -> End:
    """One divided by it; what has no end becomes a nought that is never reached."""
    sign = -1 if one.above < 0 else 1
    return End(sign * one.below, sign * one.above, one.closed)


MOST_BITS = 16_610  # of 10 ** MOST_DIGITS: a shorter number has no more digits than that
