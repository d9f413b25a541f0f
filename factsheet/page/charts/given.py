"""What a chart is drawn of: values in words and in numbers, with their qualifiers."""

from decimal import Decimal

from factsheet.reading.dates import Date
from factsheet.reading.quantities import Quantity
from factsheet.record import Record


class Point(Record):
    """One value of a series; an `aside` is another source's for the same moment, drawn but not joined to the line."""

    quantity: Quantity
    date: Date
    words: str      # the date: July 2023
    text: str       # over US$40 billion
    short: str      # over US$40bn
    source: str     # CIA, 2023
    aside: bool


class Bar(Record):
    """One figure among others of its unit; `address` links to its card, or is empty."""

    label: str
    quantity: Quantity
    text: str       # over 10,000 firms
    short: str      # over 10,000
    note: str       # 2023
    address: str


def ends(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """The number stated, twice; of a range both ends."""
    high = quantity.high if quantity.upper is not None else None
    return quantity.amount, quantity.amount if high is None else high
