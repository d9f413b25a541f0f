"""Does a quotation carry a value? Held to phrases that were labelled by hand, and to numbers rendered in words with one thing changed."""

from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.reading import quantities
from factsheet.reading.units import Unit, read_unit
from factsheet.truth.agreement import AGREES, DISAGREES, UNREAD, Claim, agreement

PHRASES = Path(__file__).parent / "phrases"
LANGUAGES = ("en", "de", "fr", "es", "zh")


class Phrase(NamedTuple):
    """A row of the tables: what the verdict has to be on a value, its unit and label, and a quotation."""

    verdict: str
    value: str
    unit: str
    label: str
    evidence: str
    kind: str


def phrases(language: str) -> list[Phrase]:
    lines = (PHRASES / f"{language}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [Phrase(*line.split("\t")) for line in lines]


def unit_of(text: str) -> Unit:
    return read_unit(*text.split("|"))


def verdict(phrase: Phrase, language: str) -> str:
    claim = Claim(quantities.read(phrase.value), unit_of(phrase.unit), phrase.label)
    return agreement(claim, phrase.evidence, language).kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_quotation_is_said_to_carry_what_it_does_not(language: str) -> None:
    """The worst that could happen."""
    assert [phrase for phrase in phrases(language) if phrase.verdict != AGREES and verdict(phrase, language) == AGREES] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_a_hundred_quotations_at_least_ninety_eight_get_their_verdict(language: str) -> None:
    rows = phrases(language)
    wrong = [phrase for phrase in rows if verdict(phrase, language) != phrase.verdict]
    assert len(wrong) <= len(rows) * 0.02, wrong


def test_there_are_phrases_enough_of_every_verdict() -> None:
    counts = {language: len(phrases(language)) for language in LANGUAGES}
    assert counts["en"] >= 180
    assert min(counts.values()) >= 30
    assert {phrase.verdict for phrase in phrases("en")} == {AGREES, DISAGREES, UNREAD}


# Numbers in words, and one thing changed ------------------------------------------------------------------------------

HEDGES = {
    "": ["", "exactly ", "a total of "], "over": ["over ", "more than ", "in excess of "], "at_least": ["at least ", "no fewer than "],
    "about": ["about ", "roughly ", "some "], "nearly": ["nearly ", "almost "], "under": ["under ", "fewer than "],
    "at_most": ["up to ", "not more than ", "at most "],
}
SCALES = {"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
UNITS = {"USD": "U.S. dollars", "EUR": "euros", "GBP": "pounds", "CNY": "yuan", "%": "percent", "percentage points": "percentage points",
         "km": "kilometres", "t": "tonnes", "ship|ships": "ships", "house|houses": "houses"}
ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int) -> str:
    """A number below a thousand in words, by a way of its own."""
    if number < 20:
        return ONES[number - 1]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{ONES[number % 10 - 1]}" if number % 10 else "")
    rest = number % 100
    return f"{ONES[number // 100 - 1]} hundred" + (f" and {in_words(rest)}" if rest else "")


class Said(NamedTuple):
    """A quantity: its number below a thousand, scale, qualifier and unit."""

    number: int
    scale: str
    qualifier: str
    unit: str


SAID = st.builds(Said, st.integers(3, 899), st.sampled_from(sorted(SCALES)), st.sampled_from(sorted(HEDGES)), st.sampled_from(sorted(UNITS)))
WRITTEN = st.tuples(st.booleans(), st.integers(0, 2), st.sampled_from(["{}", "it came to {} in all", "{} was the sum, officials said", "the report speaks of {}"]))
Style = tuple[bool, int, str]


def rendered(said: Said, style: Style) -> str:
    words, which, carrier = style
    hedge = HEDGES[said.qualifier][which % len(HEDGES[said.qualifier])]
    number = in_words(said.number) if words else str(said.number)
    return carrier.format(" ".join(f"{hedge}{number} {said.scale} {UNITS[said.unit]}".split()))


def claim(said: Said) -> Claim:
    value = quantities.Quantity(said.qualifier, Decimal(said.number), None, SCALES[said.scale], said.scale)
    return Claim(value, unit_of(said.unit), "Sum")


@given(SAID, WRITTEN)
def test_what_is_rendered_in_words_is_read_back(said: Said, style: Style) -> None:
    assert agreement(claim(said), rendered(said, style)).kind == AGREES


@given(SAID, WRITTEN, st.data())
def test_with_one_thing_changed_it_is_never_said_to_agree(said: Said, style: Style, data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(["number", "scale", "qualifier", "unit"]))
    choices: dict[str, st.SearchStrategy[Any]] = {
        "number": st.integers(3, 899), "scale": st.sampled_from(sorted(SCALES)), "qualifier": st.sampled_from(sorted(HEDGES)), "unit": st.sampled_from(sorted(UNITS)),
    }
    other = data.draw(choices[field].filter(lambda value: value != getattr(said, field)))
    assert agreement(claim(said._replace(**{field: other})), rendered(said, style)).kind != AGREES


@given(st.text(max_size=120), st.sampled_from(LANGUAGES))
def test_no_text_whatever_raises_anything(text: str, language: str) -> None:
    assert agreement(claim(Said(40, "billion", "over", "USD")), text, language).kind in {AGREES, DISAGREES, UNREAD}


@pytest.mark.parametrize("language", ["ja", "ar", "pt-BR"])
def test_another_language_is_refused_by_name(language: str) -> None:
    said = agreement(claim(Said(40, "billion", "over", "USD")), "over 40 billion", language)
    assert said.kind == UNREAD
    assert f"`{language}`" in said.message


MESSAGES = [
    ("over 45 billion", "USD", "over 40 billion U.S. dollars",
     "The value has to be what the evidence says, “over 40 billion U.S. dollars”; found `over 45 billion`."),
    ("40 billion", "USD", "over 40 billion U.S. dollars",
     "The number in the evidence, “over 40 billion U.S. dollars”, has the qualifier `over`; the value is `40 billion`."),
    ("over 40 billion", "EUR", "over 40 billion U.S. dollars",
     "The evidence has another unit, “over 40 billion U.S. dollars”, than the figure, `EUR`."),
    ("over 40 billion", "USD", "over 40 billion", "The evidence has to name the unit, `USD`, beside its number; found “over 40 billion”."),
    ("5", "%", "fell by 5 percent", "The evidence tells of a fall, “5 percent”; found `5`."),
]


@pytest.mark.parametrize(("value", "unit", "evidence", "message"), MESSAGES, ids=[case[3][:40] for case in MESSAGES])
def test_what_differs_is_said_in_a_sentence(value: str, unit: str, evidence: str, message: str) -> None:
    said = agreement(Claim(quantities.read(value), unit_of(unit), "Sum"), evidence)
    assert (said.kind, said.message) == (DISAGREES, message)
    assert said.hint
