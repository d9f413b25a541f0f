"""Texts in German, French and Spanish: what their numbers say is read, what is no quantity is left, and what may mean two things is doubted."""

from decimal import Decimal
from types import ModuleType

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factsheet.reading.languages import grammar
from factsheet.reading.mentions import Mention, mentions
from factsheet.reading.quantities import read
from factsheet.reading.units import read_unit
from factsheet.truth.agreement import AGREES, Claim, agreement
from tests.readings import french, german, spanish

TONGUES = (german, french, spanish)
Told = tuple[str, str, str, str, str, str, str]     # the words, qualifier, amount, upper end, kind, code, direction


def cases(name: str) -> list[tuple[object, ...]]:
    """The cases of one table of every language, each after its language."""
    rows = [(tongue, case) for tongue in TONGUES for case in getattr(tongue, name)]
    return [(tongue, case) if isinstance(case, str) else (tongue, *case) for tongue, case in rows]


def found(tongue: ModuleType, text: str) -> tuple[Mention, ...]:
    """Every quantity that is read in a text."""
    table = grammar(tongue.LANGUAGE)
    assert table is not None
    return mentions(text, table)


def told(tongue: ModuleType, text: str) -> list[Told]:
    """What is read in a text, as the tables have it."""
    return [
        (text[each.start : each.end], each.qualifier, plain(each.amount), plain(each.upper), each.kind, each.code, each.direction)
        for each in found(tongue, text)
    ]


def plain(amount: Decimal | None) -> str:
    """A number in digits: no exponent, no zeros behind its decimals."""
    return "" if amount is None else f"{amount.normalize():f}"


def verdict(tongue: ModuleType, value: str, unit: str, text: str) -> str:
    return agreement(Claim(read(value), read_unit(unit), "Figure"), text, tongue.LANGUAGE).kind


@pytest.mark.parametrize("tongue, text, wanted", cases("READ"))
def test_a_quantity_is_read_with_its_hedge_its_unit_and_its_direction(tongue: ModuleType, text: str, wanted: list[Told]) -> None:
    assert told(tongue, text) == wanted
    assert [each.doubt for each in found(tongue, text)] == [""] * len(wanted)


@pytest.mark.parametrize("tongue, text", cases("NOTHING"))
def test_a_number_in_a_name_and_one_that_is_not_told_are_left_alone(tongue: ModuleType, text: str) -> None:
    assert told(tongue, text) == []


@pytest.mark.parametrize("tongue, text, words", cases("DOUBTED"))
def test_what_may_mean_two_things_carries_a_doubt(tongue: ModuleType, text: str, words: str) -> None:
    doubts = {text[each.start : each.end]: each.doubt for each in found(tongue, text)}
    assert doubts[words]


@pytest.mark.parametrize("tongue, value, unit, text", cases("NEAR"))
def test_words_that_nearly_say_it_do_not_carry_a_value(tongue: ModuleType, value: str, unit: str, text: str) -> None:
    assert verdict(tongue, value, unit, text) != AGREES


@pytest.mark.parametrize("tongue, value, unit, text", cases("CARRIED"))
def test_words_that_say_it_in_another_form_carry_a_value(tongue: ModuleType, value: str, unit: str, text: str) -> None:
    assert verdict(tongue, value, unit, text) == AGREES


# Amounts written out by the tables' own renderers -------------------------------------------------------------------

AMOUNTS = st.decimals(min_value="0.01", max_value="99999.99", places=2, allow_nan=False, allow_infinity=False)
TONGUE = st.sampled_from(TONGUES)


def claimed(tongue: ModuleType, amount: Decimal, scale: str, hedge: str) -> str:
    """The same as an author types it."""
    return " ".join(part for part in (tongue.HEDGES[hedge].replace("_", " "), f"{amount:,}", tongue.SCALES[scale][0]) if part)


def one_of(data: st.DataObject, table: dict[str, object]) -> str:
    return data.draw(st.sampled_from(sorted(table)))


@given(TONGUE, AMOUNTS, st.data())
def test_an_amount_written_out_is_read_back(tongue: ModuleType, amount: Decimal, data: st.DataObject) -> None:
    scale, hedge, code = (one_of(data, table) for table in (tongue.SCALES, tongue.HEDGES, tongue.MONEY))
    text = tongue.rendered(amount, scale, hedge, code)
    assert verdict(tongue, claimed(tongue, amount, scale, hedge), code, text) == AGREES
    read_back = [(each.qualifier, each.amount, each.kind, each.code) for each in found(tongue, text)]
    assert read_back == [(tongue.HEDGES[hedge], amount * 10 ** tongue.SCALES[scale][1], "money", code)]


@given(TONGUE, AMOUNTS, AMOUNTS, st.data())
def test_an_amount_with_one_thing_changed_is_not(tongue: ModuleType, amount: Decimal, digits: Decimal, data: st.DataObject) -> None:
    scale, hedge, code = (one_of(data, table) for table in (tongue.SCALES, tongue.HEDGES, tongue.MONEY))
    other_scale, other_hedge, other_code = (one_of(data, table) for table in (tongue.SCALES, tongue.HEDGES, tongue.MONEY))
    assume(amount != digits and scale != other_scale and tongue.HEDGES[hedge] != tongue.HEDGES[other_hedge] and code != other_code)
    value = claimed(tongue, amount, scale, hedge)
    assert verdict(tongue, value, code, tongue.rendered(digits, scale, hedge, code)) != AGREES
    assert verdict(tongue, value, code, tongue.rendered(amount, other_scale, hedge, code)) != AGREES
    assert verdict(tongue, value, code, tongue.rendered(amount, scale, other_hedge, code)) != AGREES
    assert verdict(tongue, value, code, tongue.rendered(amount, scale, hedge, other_code)) != AGREES


@given(TONGUE, st.data())
def test_whatever_stands_there_is_answered_with_places_in_the_text(tongue: ModuleType, data: st.DataObject) -> None:
    text = data.draw(st.lists(st.sampled_from(tongue.WORDS), max_size=14).map(" ".join) | st.text(max_size=40))
    for each in found(tongue, text):
        assert 0 <= each.start < each.end <= len(text)
        assert each.upper is None or each.amount < each.upper
