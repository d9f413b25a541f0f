"""Quantities and units: what a person writes is read exactly, all of it, or refused with what to write instead."""

import decimal
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factsheet.problem import Unreadable
from factsheet.reading.quantities import Quantity, read, tokens
from factsheet.reading.units import CODES, MEASURES, SYMBOLS, Unit, read_unit

# As written: qualifier, digits, the higher end, scale word; then the least and the most that it claims, in whole units.
READ = [
    ("40", "", "40", None, "", "40", "40"),
    ("0", "", "0", None, "", "0", "0"),
    ("2010", "", "2010", None, "", "2010", "2010"),
    ("10,000", "", "10000", None, "", "10000", "10000"),
    ("10000", "", "10000", None, "", "10000", "10000"),
    ("1,234,567.80", "", "1234567.80", None, "", "1234567.80", "1234567.80"),
    ("10\u2009000", "", "10000", None, "", "10000", "10000"),
    ("10\u00a0000", "", "10000", None, "", "10000", "10000"),
    ("1\u202f234\u202f567.5", "", "1234567.5", None, "", "1234567.5", "1234567.5"),
    ("41.20", "", "41.20", None, "", "41.20", "41.20"),
    ("0.50", "", "0.50", None, "", "0.50", "0.50"),
    ("10.000", "", "10.000", None, "", "10.000", "10.000"),
    ("-3.5", "", "-3.5", None, "", "-3.5", "-3.5"),
    ("−3.5", "", "-3.5", None, "", "-3.5", "-3.5"),
    ("-0.0", "", "-0.0", None, "", "-0.0", "-0.0"),
    ("40 thousand", "", "40", None, "thousand", "40000", "40000"),
    ("40 million", "", "40", None, "million", "40000000", "40000000"),
    ("40 billion", "", "40", None, "billion", "40000000000", "40000000000"),
    ("40\u00a0billion", "", "40", None, "billion", "40000000000", "40000000000"),
    ("1.25 trillion", "", "1.25", None, "trillion", "1250000000000", "1250000000000"),
    ("41.20 Billion", "", "41.20", None, "billion", "41200000000", "41200000000"),
    ("over 40 billion", "over", "40", None, "billion", "40000000000", None),
    ("Over 10,000", "over", "10000", None, "", "10000", None),
    ("over -40", "over", "-40", None, "", "-40", None),
    ("more than 40", "over", "40", None, "", "40", None),
    ("above 40", "over", "40", None, "", "40", None),
    ("greater than 40", "over", "40", None, "", "40", None),
    ("in excess of 40", "over", "40", None, "", "40", None),
    ("upwards of 40", "over", "40", None, "", "40", None),
    ("just over 40", "over", "40", None, "", "40", None),
    ("well over 40", "over", "40", None, "", "40", None),
    ("at least 40", "at_least", "40", None, "", "40", None),
    ("no fewer than 40", "at_least", "40", None, "", "40", None),
    ("no less than 40", "at_least", "40", None, "", "40", None),
    ("not fewer than 40", "at_least", "40", None, "", "40", None),
    ("not less than 40", "at_least", "40", None, "", "40", None),
    ("a minimum of 40", "at_least", "40", None, "", "40", None),
    ("10,000 or more", "at_least", "10000", None, "", "10000", None),
    ("4 million or more", "at_least", "4", None, "million", "4000000", None),
    ("about 40", "about", "40", None, "", None, None),
    ("around 40", "about", "40", None, "", None, None),
    ("approximately 40", "about", "40", None, "", None, None),
    ("roughly 40", "about", "40", None, "", None, None),
    ("some 40", "about", "40", None, "", None, None),
    ("circa 40", "about", "40", None, "", None, None),
    ("nearly 40", "nearly", "40", None, "", None, "40"),
    ("almost 40", "nearly", "40", None, "", None, "40"),
    ("just under 40", "nearly", "40", None, "", None, "40"),
    ("close to 40", "nearly", "40", None, "", None, "40"),
    ("nearly -40", "nearly", "-40", None, "", None, None),
    ("nearly 0", "nearly", "0", None, "", None, None),
    ("nearly 1", "nearly", "1", None, "", None, "1"),
    ("under 5", "under", "5", None, "", None, "5"),
    ("less than 5", "under", "5", None, "", None, "5"),
    ("fewer than 5", "under", "5", None, "", None, "5"),
    ("below 5", "under", "5", None, "", None, "5"),
    ("at most 5", "at_most", "5", None, "", None, "5"),
    ("up to 5", "at_most", "5", None, "", None, "5"),
    ("no more than 5", "at_most", "5", None, "", None, "5"),
    ("not more than 5", "at_most", "5", None, "", None, "5"),
    ("a maximum of 5", "at_most", "5", None, "", None, "5"),
    ("5 or fewer", "at_most", "5", None, "", None, "5"),
    ("5 or less", "at_most", "5", None, "", None, "5"),
    ("between 3 and 5", "between", "3", "5", "", "3", "5"),
    ("between 3 and 5 million", "between", "3", "5", "million", "3000000", "5000000"),
    ("between 3 million and 5 million", "between", "3", "5", "million", "3000000", "5000000"),
    ("3 to 5 million", "between", "3", "5", "million", "3000000", "5000000"),
    ("3 to 5", "between", "3", "5", "", "3", "5"),
    ("3–5", "between", "3", "5", "", "3", "5"),
    ("3-5", "between", "3", "5", "", "3", "5"),
    ("3 - 5 billion", "between", "3", "5", "billion", "3000000000", "5000000000"),
    ("-5 to -3", "between", "-5", "-3", "", "-5", "-3"),
    ("-5--3", "between", "-5", "-3", "", "-5", "-3"),
    ("−5–−3", "between", "-5", "-3", "", "-5", "-3"),
    ("0.3 to 0.50", "between", "0.3", "0.50", "", "0.3", "0.50"),
]


@pytest.mark.parametrize(("text", "qualifier", "number", "upper", "scale", "low", "high"), READ)
def test_what_a_person_writes_is_read_whole(text: str, qualifier: str, number: str, upper: str | None, scale: str,
                                            low: str | None, high: str | None) -> None:
    found = read(text)
    assert (found.qualifier, found.scale_word) == (qualifier, scale)
    assert (said(found.number), said(found.upper)) == (number, upper)
    assert (said(found.low), said(found.high)) == (low, high)
    assert said(found.amount) == (low or high or said(Decimal(number).scaleb(found.scale)))


def said(amount: Decimal | None) -> str | None:
    return None if amount is None else str(amount)


# As written, and what the author is told: a piece of the message, the hint, and the characters it is about.
WANTED = "A value is written like `40`, `12.5`, `over 40 billion` or `3 to 5 million`, without a unit"
REFUSED = [
    # a unit in the value
    ("$40 billion", WANTED, "Write `value: 40 billion` and `unit: USD`.", "$"),
    ("US$40bn", WANTED, "Write `value: 40 billion` and `unit: USD`.", "US$"),
    ("-$5 billion", WANTED, "Write `value: -5 billion` and `unit: USD`.", "-$"),
    ("€40", WANTED, "Write `value: 40` and `unit: EUR`.", "€"),
    ("HK$40", WANTED, "Write `value: 40` and `unit: HKD`.", "HK$"),
    ("USD 40 billion", WANTED, "Write `value: 40 billion` and `unit: USD`.", "USD"),
    ("CHF40", WANTED, "Write `value: 40` and `unit: CHF`.", "CHF"),
    ("40 USD", WANTED, "Write `value: 40` and `unit: USD`.", "USD"),
    ("40%", WANTED, "Write `value: 40` and `unit: %`.", "%"),
    ("12.5 per cent", WANTED, "Write `value: 12.5` and `unit: %`.", "per cent"),
    ("0.3 percentage points", WANTED, "Write `value: 0.3` and `unit: percentage points`.", "percentage points"),
    ("40 billion dollars", WANTED, "Write `value: 40 billion` and `unit: USD`.", "dollars"),
    ("over 40 billion U.S. dollars", WANTED, "Write `value: over 40 billion` and `unit: USD`.", "U.S. dollars"),
    ("forty billion yuan", WANTED, "Write `value: 40 billion` and `unit: CNY`.", "forty billion yuan"),
    ("£3m to £5m", WANTED, "Write `value: 3 million to 5 million` and `unit: GBP`.", "£"),
    ("over 10,000 firms", WANTED, "Write `value: over 10,000` and `unit: firms`.", "firms"),
    ("40 solar parks", WANTED, "Write `value: 40` and `unit: solar parks`.", "solar parks"),
    ("40 km", WANTED, "Write `value: 40` and `unit: km`.", "km"),
    ("5% or £6", WANTED, "", "% or £6"),
    # digits
    ("40,5", "Digits are written like", "Write `40.5`.", "40,5"),
    ("1,00", "Digits are written like", "Write `1.00`.", "1,00"),
    ("0,500", "Digits are written like", "Write `0.500`.", "0,500"),
    ("1,0000", "Digits are written like", "Write `10,000`.", "1,0000"),
    ("1,00,000", "Digits are written like", "Write `100,000`.", "1,00,000"),
    ("1,234\u2009567", "Digits are written like", "Write `1,234,567`.", "1,234\u2009567"),
    ("1.234.567", "Digits are written like", "Write `1,234,567`.", "1.234.567"),
    ("over 1.234,5", "Digits are written like", "Write `over 1,234.5`.", "1.234,5"),
    ("10'000", "Digits are written like", "Write `10,000`.", "10'000"),
    ("10_000", "Digits are written like", "Write `10,000`.", "10_000"),
    ("007", "Digits are written like", "Write `7`.", "007"),
    ("12.345,67", "Digits are written like", "Write `12,345.67`.", "12.345,67"),
    ("1,234,56", "Digits are written like", "Write `1234.56`.", "1,234,56"),
    ("10 000", WANTED, "Write `10,000`.", "000"),
    ("1 000 000", WANTED, "Write `1,000,000`.", "000 000"),
    (".5", WANTED, "Write `0.5`.", "."),
    ("5.", WANTED, "Write `5`.", "."),
    ("+3.5", WANTED, "Write `3.5`.", "+"),
    ("–3.5", WANTED, "Write `-3.5`.", "–"),
    ("minus 3.5", WANTED, "Write `-3.5`.", "minus"),
    ("４０", WANTED, "Write `40`.", "４０"),
    ("4e10", WANTED, "Write `40 billion`.", "e10"),
    ("4.5E+6", WANTED, "Write `4.5 million`.", "E+6"),
    ("1e3", WANTED, "Write `1,000`.", "e3"),
    ("1e999999", WANTED, "", "e999999"),
    ("0x10", WANTED, "", "x10"),
    ("1/2", WANTED, "Write `0.5`.", "/2"),
    ("2 3/4", WANTED, "Write `2.75`.", "3/4"),
    ("1/3", WANTED, "", "/3"),
    ("2½ million", WANTED, "Write `2.5 million`.", "½ million"),
    ("10²", WANTED, "", "²"),
    ("12:30", WANTED, "", ":30"),
    ("NaN", WANTED, "", "NaN"),
    ("Infinity", WANTED, "", "Infinity"),
    # scales
    ("40bn", WANTED, "Write `40 billion`.", "bn"),
    ("40 bn", WANTED, "Write `40 billion`.", "bn"),
    ("40m", WANTED, "Write `40 million`.", "m"),
    ("40k", WANTED, "Write `40 thousand`.", "k"),
    ("4tn", WANTED, "Write `4 trillion`.", "tn"),
    ("40 millions", WANTED, "Write `40 million`.", "millions"),
    ("5 thousand million", WANTED, "Write `5 billion`.", "million"),
    ("40 billion billion", WANTED, "", "billion"),
    ("40 crore", WANTED, "Write `400 million`.", "crore"),
    ("5 lakh", WANTED, "Write `500,000`.", "lakh"),
    ("3 dozen", WANTED, "Write `36`.", "dozen"),
    # words for numbers
    ("ten thousand", WANTED, "Write `10,000`.", "ten thousand"),
    ("forty-five million", WANTED, "Write `45 million`.", "forty-five million"),
    ("over two hundred and five", WANTED, "Write `over 205`.", "two hundred and five"),
    ("one thousand two hundred and thirty-four", WANTED, "Write `1,234`.", "one thousand two hundred and thirty-four"),
    ("three hundred thousand", WANTED, "Write `300,000`.", "three hundred thousand"),
    ("between three and five", WANTED, "Write `between 3 and 5`.", "three and five"),
    ("half a million", WANTED, "Write `0.5 million`.", "half a million"),
    ("a million", WANTED, "Write `1 million`.", "a million"),
    ("a dozen", WANTED, "Write `12`.", "a dozen"),
    ("zero", WANTED, "Write `0`.", "zero"),
    ("twenty thirty", WANTED, "", "twenty thirty"),
    ("two hundred and three hundred", WANTED, "", "two hundred and three hundred"),
    ("a lot", WANTED, "", "a lot"),
    # qualifiers
    (">40", WANTED, "Write `over 40`.", ">"),
    ("≥ 40", WANTED, "Write `at least 40`.", "≥"),
    ("<40", WANTED, "Write `under 40`.", "<"),
    ("<=40", WANTED, "Write `at most 40`.", "<="),
    ("~40", WANTED, "Write `about 40`.", "~"),
    ("c. 40", WANTED, "Write `about 40`.", "c."),
    ("10,000+", WANTED, "Write `at least 10,000`.", "+"),
    ("40 or so", WANTED, "Write `about 40`.", "or so"),
    ("exactly 40", WANTED, "Write `40`.", "exactly"),
    ("not over 40", WANTED, "Write `at most 40`.", "not over"),
    ("from 3 to 5", WANTED, "Write `3 to 5`.", "from"),
    ("3 and 5", WANTED, "Write `3 to 5`.", "and 5"),
    ("over", WANTED, "", "over"),
    ("over over 40", "A value has one qualifier", "", "over over 40"),
    ("about over 40", "A value has one qualifier", "", "about over 40"),
    ("over 10 or more", "A value has one qualifier", "", "over 10 or more"),
    ("about 3 to 5", "A value has one qualifier", "", "about 3 to 5"),
    ("over-40", WANTED, "", "-"),
    # ranges
    ("between 3", "`between` stands before two numbers", "", "between 3"),
    ("5 to 3", "from the lower number to the higher", "Write the lower number first.", "5 to 3"),
    ("-3 to -5", "from the lower number to the higher", "Write the lower number first.", "-3 to -5"),
    ("5 to 5.0", "from the lower number to the higher", "Write the number once.", "5 to 5.0"),
    ("3 million to 5", "Both ends of a range have one scale", "Write `3,000,000 to 5,000,000`.", "3 million to 5"),
    ("800,000 to 1.2 million", "Both ends of a range have one scale", "Write `800,000 to 1,200,000`.",
     "800,000 to 1.2 million"),
    ("900 million to 1 billion", "Both ends of a range have one scale", "Write `900,000,000 to 1,000,000,000`.",
     "900 million to 1 billion"),
    ("3 -5", WANTED, "", "-5"),
    ("3 to", WANTED, "", "3 to"),
    ("3 to 5 to 7", WANTED, "", "to 7"),
    ("2024-06-24", "Digits are written like", "", "06"),
    # nothing, or something else
    ("", "found nothing", "Leave the figure out until there is a number.", ""),
    ("n/a", WANTED, "Leave the figure out until there is a number.", "n/a"),
    ("TBC", WANTED, "Leave the figure out until there is a number.", "TBC"),
    ("-", WANTED, "Leave the figure out until there is a number.", "-"),
    ("40!", WANTED, "Write `40`.", "!"),
    ("40 40", WANTED, "", "40"),
    ("40 billion (2024)", WANTED, "", "(2024)"),
    ("rose 5", WANTED, "", "rose"),
    ("\u202e40", WANTED, "", "\u202e"),
    ("40\u200b", WANTED, "", "\u200b"),
    # bounds
    ("9" * 5_001, "at most 5,000 digits and 10,000 characters", "", "9" * 5_001),
    ("over " * 2_001, "at most 5,000 digits and 10,000 characters", "", "over " * 2_001),
]


@pytest.mark.parametrize(("text", "message", "hint", "about"), REFUSED, ids=lambda value: repr(value)[:40])
def test_what_is_no_value_is_refused_with_what_to_write(text: str, message: str, hint: str, about: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read(text)
    error = refusal.value
    assert message in error.message
    assert error.hint == hint
    assert text[error.start:][:error.length] == about
    assert error.rule == "bad-value"
    assert len(error.message) < 300


@pytest.mark.parametrize("hint", sorted({hint for _, _, hint, _ in REFUSED if "`" in hint}))
def test_what_a_hint_offers_can_be_read(hint: str) -> None:
    value, *unit = [part.removeprefix("value: ").removeprefix("unit: ") for part in hint.split("`")[1::2]]
    assert read(value)
    assert [read_unit(each).kind != "" for each in unit] == [True] * len(unit)


def test_no_accepted_text_is_also_refused() -> None:
    assert {text for text, *_ in READ}.isdisjoint(text for text, *_ in REFUSED)


def test_tokens_keep_their_places() -> None:
    text = "over 1,234.5 U.S. dollars – or so"
    found = tokens(text)
    assert [(token.kind, token.text) for token in found] == [
        ("word", "over"), ("number", "1,234.5"), ("word", "U.S"), ("mark", "."), ("word", "dollars"), ("dash", "–"),
        ("word", "or"), ("word", "so")]
    assert all(text[token.start:token.end] == token.text for token in found)


def test_five_thousand_digits_stay_exact_whatever_the_decimal_context() -> None:
    digits = "1234567890" * 500
    with decimal.localcontext(prec=3) as context:
        context.traps[decimal.Inexact] = True
        context.traps[decimal.Rounded] = True
        quantity = read(f"over {digits} trillion")
        bounds = quantity.low, quantity.high
    assert str(quantity.number) == digits
    assert str(quantity.amount) == digits + "0" * 12
    assert bounds == (Decimal(digits + "0" * 12), None)


def test_a_thousand_decimals_stay_exact_too() -> None:
    quantity = read("0." + "1" * 4_000 + " billion")
    assert str(quantity.amount) == "1" * 9 + "." + "1" * 3_991


QUALIFIERS = {"": "", "over": "over", "at least": "at_least", "about": "about", "nearly": "nearly", "under": "under",
              "at most": "at_most"}
SCALES = {"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-10**12, max_value=10**12, places=3)


@given(st.sampled_from(sorted(QUALIFIERS)), NUMBERS, st.sampled_from(sorted(SCALES)), st.booleans())
def test_a_value_put_into_words_is_read_back(qualifier: str, number: Decimal, scale: str, grouped: bool) -> None:
    digits = f"{number:,f}" if grouped else f"{number:f}"
    found = read(f"{qualifier} {digits} {scale}".strip())
    assert found == Quantity(QUALIFIERS[qualifier], number, None, SCALES[scale], scale)
    assert str(found.number) == f"{number:f}"
    assert found.amount == number * 10 ** SCALES[scale]


RANGES = st.sampled_from(["{} to {}", "between {} and {}", "{}-{}", "{} – {}"])


@given(NUMBERS, NUMBERS, RANGES, st.sampled_from(sorted(SCALES)))
def test_a_range_put_into_words_is_read_back(one: Decimal, other: Decimal, written: str, scale: str) -> None:
    low, high = sorted((one, other + 10**13))
    found = read(f"{written.format(f'{low:f}', f'{high:f}')} {scale}".strip())
    assert found == Quantity("between", low, high, SCALES[scale], scale)


NEAR_VALUES = st.lists(st.sampled_from([
    "over", "at least", "between", "and", "to", "or more", "40", "1,234", "0.5", "-", "–", "−", "+", "$", "US$", "%",
    "billion", "bn", "m", "ten", "hundred", "forty-five", "a", "half", "½", "1/2", "4e10", "e99", "firms", "²", "٣",
    "\u00a0", "\u2009", ",", ".", "'", "(", "crore",
]), max_size=9).flatmap(lambda words: st.sampled_from([" ", ""]).map(lambda space: space.join(words)))


@given(st.one_of(st.text(), NEAR_VALUES))
@example("9" * 5_000)
@example("." * 10_000)
@example("1," * 4_999)
@example("٩" * 200)
@example("1/0")
@example("0/1")
@example("1 to " * 40)
def test_any_text_is_a_quantity_or_unreadable_and_nothing_else(text: str) -> None:
    assert sound(text)


def sound(text: str) -> bool:
    """Finite, two ends in a range alone, bounds that do not cross; or refused inside the text. Whatever else, fails."""
    try:
        quantity = read(text)
    except Unreadable as refusal:
        return bool(refusal.message) and 0 <= refusal.start <= len(text)
    bounds = [bound for bound in (quantity.low, quantity.high) if bound is not None]
    is_range = quantity.qualifier == "between"
    return quantity.number.is_finite() and is_range == (quantity.upper is not None) and bounds == sorted(bounds)


@given(NEAR_VALUES)
def test_whatever_a_hint_offers_can_be_read(text: str) -> None:
    """An offer that is refused in its turn would send its author round in circles."""
    assert [read(offer) for offer in offers(text)] == [read(offer) for offer in offers(text)]


def offers(text: str) -> list[str]:
    """The value that the refusal of a text offers, if it is refused and one is offered."""
    try:
        read(text)
    except Unreadable as refusal:
        return [offer.removeprefix("value: ") for offer in refusal.hint.split("`")[1:2]]
    return []


# As written, and the unit.
UNITS = [
    ("USD", None, Unit("money", "USD", "USD", "USD", "US$")),
    ("EUR", None, Unit("money", "EUR", "EUR", "EUR", "€")),
    ("GBP", None, Unit("money", "GBP", "GBP", "GBP", "£")),
    ("JPY", None, Unit("money", "JPY", "JPY", "JPY", "¥")),
    ("CNY", None, Unit("money", "CNY", "CNY", "CNY", "CN¥")),
    ("HKD", None, Unit("money", "HKD", "HKD", "HKD", "HK$")),
    ("CHF", None, Unit("money", "CHF", "CHF", "CHF", "CHF")),
    ("XAU", None, Unit("money", "XAU", "XAU", "XAU", "XAU")),
    ("DEM", None, Unit("money", "DEM", "DEM", "DEM", "DEM")),
    ("%", None, Unit("percent", "%", "%", "%", "%")),
    ("percentage points", None, Unit("points", "", "percentage point", "percentage points", "")),
    ("km", None, Unit("measure", "km", "km", "km", "km")),
    ("kWh", None, Unit("measure", "kWh", "kWh", "kWh", "kWh")),
    ("km²", None, Unit("measure", "km²", "km²", "km²", "km²")),
    ("t", None, Unit("measure", "t", "t", "t", "t")),
    ("firms", None, Unit("count", "", "firms", "firms", "")),
    ("firm", "firms", Unit("count", "", "firm", "firms", "")),
    ("SME", "SMEs", Unit("count", "", "SME", "SMEs", "")),
    ("pen", "pens", Unit("count", "", "pen", "pens", "")),
    ("high-tech firm", "high-tech firms", Unit("count", "", "high-tech firm", "high-tech firms", "")),
    ("tonnes of CO₂", None, Unit("count", "", "tonnes of CO₂", "tonnes of CO₂", "")),
    ("企业", None, Unit("count", "", "企业", "企业", "")),
    ("लोग", None, Unit("count", "", "लोग", "लोग", "")),
]


@pytest.mark.parametrize(("text", "other", "unit"), UNITS)
def test_a_unit_is_read(text: str, other: str | None, unit: Unit) -> None:
    assert read_unit(text, other) == unit


# As written, the hint, and the characters it is about.
REFUSED_UNITS = [
    ("UDS", "Write `USD`; or both forms, if it is what is counted: `{one: UDS, other: UDSs}`.", "UDS"),
    ("GPB", "Write `GBP`; or both forms, if it is what is counted: `{one: GPB, other: GPBs}`.", "GPB"),
    ("usd", "Write `USD`; or both forms, if it is what is counted: `{one: usd, other: usds}`.", "usd"),
    ("pen", "Write `PEN`; or both forms, if it is what is counted: `{one: pen, other: pens}`.", "pen"),
    ("RMB", "Write `CNY`; or both forms, if it is what is counted: `{one: RMB, other: RMBs}`.", "RMB"),
    ("SME", "Write both forms, if it is what is counted: `{one: SME, other: SMEs}`.", "SME"),
    ("XXX", "Write both forms, if it is what is counted: `{one: XXX, other: XXXs}`.", "XXX"),
    ("$", "Write `USD`.", "$"),
    ("US$", "Write `USD`.", "US$"),
    ("€", "Write `EUR`.", "€"),
    ("dollars", "Write `USD`.", "dollars"),
    ("US dollars", "Write `USD`.", "US dollars"),
    ("U.S. dollars", "Write `USD`.", "U.S. dollars"),
    ("Hong Kong dollars", "Write `HKD`.", "Hong Kong dollars"),
    ("yuan", "Write `CNY`.", "yuan"),
    ("percent", "Write `%`.", "percent"),
    ("per cent", "Write `%`.", "per cent"),
    ("Percentage", "Write `%`.", "Percentage"),
    ("pct", "Write `%`.", "pct"),
    ("％", "Write `%`.", "％"),
    ("%points", "Write `percentage points`.", "%points"),
    ("pp", "Write `percentage points`.", "pp"),
    ("percentage point", "Write `percentage points`.", "percentage point"),
    ("kwh", "Write `kWh`.", "kwh"),
    ("KM", "Write `km`.", "KM"),
    ("km2", "Write `km²`.", "2"),
    ("tonnes of CO2", "Write `tonnes of CO₂`.", "2"),
    ("40 firms", "Put the number into `value:`, or write it in letters.", "4"),
    ("million", "Write `value: 40 million`.", "million"),
    ("million tonnes", "Write `value: 40 million` and `unit: tonnes`.", "million"),
    ("Billions of firms", "Write `value: 40 billion` and `unit: of firms`.", "Billions"),
    ("USD million", "Write `value: 40 million` and `unit: USD`.", "million"),
    ("$ bn", "Write `value: 40 billion` and `unit: USD`.", "bn"),
    ("bn", "Write `value: 40 billion`.", "bn"),
    ("USD per tonne", "Write `USD`, and put the rest into `label:`.", "USD per tonne"),
    ("% of GDP", "Write `%`, and put the rest into `label:`.", "% of GDP"),
    ("€ a year", "Write `EUR`, and put the rest into `label:`.", "€ a year"),
    ("", "Write what is counted, or `%`.", ""),
    ("  ", "Write what is counted, or `%`.", "  "),
    ("firms ", "Write `firms`.", "firms "),
    ("two\nlines", "Write `two lines`.", "two\nlines"),
    ("<b>", "Write it in letters.", "<"),
    ("fir\u202ems", "Write it in letters.", "\u202e"),
    ("firms\u200b", "Write it in letters.", "\u200b"),
    ("x" * 61, "A unit has at most 60 characters; put the rest into `label:`.", "x" * 61),
]


@pytest.mark.parametrize(("text", "hint", "about"), REFUSED_UNITS, ids=lambda value: repr(value)[:40])
def test_what_is_no_unit_is_refused_with_what_to_write(text: str, hint: str, about: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_unit(text)
    error = refusal.value
    assert error.message.startswith("A unit is a currency's code, `%`, `percentage points`, a measure or a counted")
    assert error.hint == hint
    assert text[error.start:][:error.length] == about
    assert error.rule == "bad-unit"


@pytest.mark.parametrize(("one", "other"), [
    ("", "firms"), ("firm", ""), ("$", "$"), ("dollar", "dollars"), ("percent", "percent"), ("1 firm", "firms"),
])
def test_both_forms_of_a_counted_noun_are_looked_at(one: str, other: str) -> None:
    with pytest.raises(Unreadable):
        read_unit(one, other)


def test_every_currency_that_is_known_has_a_code_of_three_letters_and_a_sign_of_its_own() -> None:
    assert {len(code) for code in CODES} == {3}
    assert len(CODES) > 200
    assert set(SYMBOLS) <= CODES
    assert len(set(SYMBOLS.values())) == len(SYMBOLS)
    assert MEASURES.isdisjoint(CODES)


@given(st.text(), st.one_of(st.none(), st.text()))
def test_any_text_is_a_unit_or_unreadable_and_nothing_else(text: str, other: str | None) -> None:
    assert sound_unit(text, other)


def sound_unit(text: str, other: str | None) -> bool:
    try:
        unit = read_unit(text, other)
    except Unreadable as refusal:
        return refusal.rule == "bad-unit" and bool(refusal.hint)
    return 0 < len(unit.other) <= 60 and unit.other.isprintable()
