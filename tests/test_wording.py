"""Quantities in English: the qualifier always there, the digits as typed, the unit in the right place and number."""

import decimal
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.page.wording import QUALIFIERS, Parts, parts, plain_number, short
from factsheet.reading.quantities import Quantity, read
from factsheet.reading.units import Unit, read_unit

FIRMS = read_unit("firm", "firms")

# Value, unit, in a sentence, in little room; ~ stands for a space that never breaks.
PRINTED = [
    ("over 40 billion", "USD", "over US$40~billion", "over US$40bn"),
    ("over 10,000", FIRMS, "over 10,000 firms", "over 10,000"),
    ("10000", FIRMS, "10,000 firms", "10,000"),
    ("999", FIRMS, "999 firms", "999"),
    ("1000", FIRMS, "1,000 firms", "1,000"),
    ("1234567.80", FIRMS, "1,234,567.80 firms", "1,234,567.80"),
    ("12.5", "%", "12.5%", "12.5%"),
    ("about 12.50", "%", "about 12.50%", "about 12.50%"),
    ("-3.5", "%", "−3.5%", "−3.5%"),
    ("0.3", "percentage points", "0.3 percentage points", "0.3 points"),
    ("1", "percentage points", "1 percentage point", "1 point"),
    ("about 1", FIRMS, "about 1 firm", "about 1"),
    ("-1", FIRMS, "−1 firm", "−1"),
    ("1.0", FIRMS, "1.0 firms", "1.0"),
    ("0", FIRMS, "0 firms", "0"),
    ("11", FIRMS, "11 firms", "11"),
    ("21", FIRMS, "21 firms", "21"),
    ("1 million", FIRMS, "1~million firms", "1m"),
    ("40 thousand", FIRMS, "40~thousand firms", "40k"),
    ("1.25 trillion", "JPY", "¥1.25~trillion", "¥1.25tn"),
    ("41.20", "EUR", "€41.20", "€41.20"),
    ("40", "CHF", "CHF~40", "CHF~40"),
    ("-3 billion", "USD", "−US$3~billion", "−US$3bn"),
    ("-3", "CHF", "−CHF~3", "−CHF~3"),
    ("at least 5", "CNY", "at least CN¥5", "at least CN¥5"),
    ("5 or more", "HKD", "at least HK$5", "at least HK$5"),
    ("nearly 5", "AUD", "nearly A$5", "nearly A$5"),
    ("less than 5", "GBP", "under £5", "under £5"),
    ("up to 5", "INR", "at most ₹5", "at most ₹5"),
    ("1,234", "km", "1,234~km", "1,234~km"),
    ("3 million", "km", "3~million~km", "3~million~km"),
    ("20", "°C", "20~°C", "20~°C"),
    ("3 to 5 billion", "USD", "between US$3~billion and US$5~billion", "between US$3bn and US$5bn"),
    ("-5 to -3 million", "CHF", "between −CHF~5~million and −CHF~3~million", "between −CHF~5m and −CHF~3m"),
    ("-5 to 3", "EUR", "between −€5 and €3", "between −€5 and €3"),
    ("3 to 5", "%", "between 3% and 5%", "between 3% and 5%"),
    ("-5 to -3", "%", "between −5% and −3%", "between −5% and −3%"),
    ("0.3 to 0.5", "percentage points", "between 0.3 and 0.5 percentage points", "between 0.3 and 0.5 points"),
    ("3 to 5 million", FIRMS, "between 3~million and 5~million firms", "between 3m and 5m"),
    ("0 to 1", FIRMS, "between 0 and 1 firms", "between 0 and 1"),
    ("3 to 5", "km", "between 3 and 5~km", "between 3 and 5~km"),
    ("3 to 5 thousand", "t", "between 3~thousand and 5~thousand~t", "between 3~thousand and 5~thousand~t"),
]


@pytest.mark.parametrize(("value", "unit", "sentence", "compact"), PRINTED)
def test_a_quantity_is_printed_with_its_qualifier_and_unit(
        value: str, unit: str | Unit, sentence: str, compact: str) -> None:
    known = read_unit(unit) if isinstance(unit, str) else unit
    assert parts(read(value), known).text == sentence.replace("~", "\u00a0")
    assert short(read(value), known) == compact.replace("~", "\u00a0")


@pytest.mark.parametrize(("value", "unit", "pieces"), [
    ("over 40 billion", "USD", ("over", "US$", "40", "billion", "")),
    ("over 10,000", FIRMS, ("over", "", "10,000", "", "firms")),
    ("12.5", "%", ("", "", "12.5", "", "%")),
    ("-3", "USD", ("", "−US$", "3", "", "")),
    ("3 to 5 billion", "USD", ("between", "US$", "3\u00a0billion and US$5", "billion", "")),
    ("3 to 5", "%", ("between", "", "3% and 5", "", "%")),
    ("3 to 5", FIRMS, ("between", "", "3 and 5", "", "firms")),
])
def test_a_page_gets_the_pieces_of_a_quantity(value: str, unit: str | Unit, pieces: tuple[str, ...]) -> None:
    assert parts(read(value), read_unit(unit) if isinstance(unit, str) else unit) == Parts(*pieces)


@pytest.mark.parametrize(("value", "number"), [
    ("over 40 billion", "40000000000"), ("41.20", "41.20"), ("-3.5", "-3.5"), ("0.0000001", "0.0000001"),
    ("3 to 5 million", "3000000/5000000"),
])
def test_machines_get_plain_digits(value: str, number: str) -> None:
    assert plain_number(read(value)) == number


UNITS = st.sampled_from([FIRMS, *map(read_unit, ("USD", "CHF", "%", "percentage points", "km", "t", "people"))])
NUMBERS = st.builds(lambda digits, places: Decimal(digits).scaleb(-places),
                    st.integers(-10**15, 10**15), st.integers(0, 9))
SCALES = st.sampled_from([(0, ""), (3, "thousand"), (6, "million"), (9, "billion"), (12, "trillion")])
SINGLE = st.builds(lambda qualifier, number, scale: Quantity(qualifier, number, None, *scale),
                   st.sampled_from([name for name in QUALIFIERS if name != "between"]), NUMBERS, SCALES)
RANGES = st.builds(lambda low, high, scale: Quantity("between", low, high + 10**16, *scale), NUMBERS, NUMBERS, SCALES)
QUANTITIES = st.one_of(SINGLE, RANGES)


def without_unit(text: str, unit: Unit) -> str:
    """What an author would have typed into `value:`: the sentence without what `unit:` says."""
    text = text.removesuffix(unit.other).removesuffix(unit.one)
    return text.replace("%", "").replace("US$", "").replace("CHF\u00a0", "").replace("\u00a0", " ").strip()


@given(QUANTITIES, UNITS)
def test_what_is_printed_reads_back_as_the_same_quantity(quantity: Quantity, unit: Unit) -> None:
    again = read(without_unit(parts(quantity, unit).text, unit))
    assert again == quantity
    assert typed(again) == typed(quantity)


def typed(quantity: Quantity) -> list[str]:
    """The digits of both ends with every zero, which equality does not see."""
    return [f"{number:f}" for number in quantity[1:3] if isinstance(number, Decimal)]


@given(QUANTITIES, UNITS)
def test_a_qualifier_is_never_lost(quantity: Quantity, unit: Unit) -> None:
    word = QUALIFIERS[quantity.qualifier]
    assert parts(quantity, unit).text.startswith(word)
    assert short(quantity, unit).startswith(word)
    assert parts(quantity, unit).qualifier == word


@given(QUANTITIES, UNITS)
def test_no_number_is_printed_with_an_exponent_or_a_hyphen_for_minus(quantity: Quantity, unit: Unit) -> None:
    text = parts(quantity, unit).text + short(quantity, unit)
    assert "E+" not in text
    assert "E-" not in text
    assert "-" not in text


def test_five_thousand_digits_are_printed_whatever_the_decimal_context() -> None:
    digits = "1234567890" * 500
    with decimal.localcontext(prec=3) as context:
        context.traps[decimal.Rounded] = True
        quantity = read(digits)
        assert parts(quantity, FIRMS).text.replace(",", "") == f"{digits} firms"
        assert plain_number(quantity) == digits
    assert parts(read(f"0.{digits[:-1]}"), FIRMS).number == f"0.{digits[:-1]}"
    assert quantity.number == Decimal(digits)
