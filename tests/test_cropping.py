"""The subtle cheat: a quotation that stands in its source, but without the word beside it that changes what it says."""

import pytest

from factsheet.truth.cropping import cropped
from factsheet.truth.quotes.passages import find, source_text

CROPPED = [
    ("over", "The zone is home to over 10,000 foreign firms.", "10,000 foreign firms"),
    ("more than", "It has more than 40 ships.", "40 ships"),
    ("less than", "It has less than 40 ships.", "40 ships"),
    ("about", "It took about 40 days.", "40 days"),
    ("nearly", "Nearly 40 ships called.", "40 ships called"),
    ("up to", "It can hold up to 40 ships.", "40 ships"),
    ("at least", "They found at least 40 ships.", "40 ships"),
    ("no fewer than", "They found no fewer than 40 ships.", "40 ships"),
    ("not before more than", "It has not more than 40 ships.", "more than 40 ships"),
    ("did not", "Trade did not exceed 40 million euros.", "exceed 40 million euros"),
    ("or more", "There were 40 or more ships.", "There were 40"),
    ("or so", "There were 40 ships or so.", "40 ships"),
    ("scale", "They paid over 40 billion euros.", "paid over 40"),
    ("points", "The share rose by 5 percentage points.", "rose by 5 percentage"),
    ("fell", "Exports fell 5 percent.", "5 percent"),
    ("fell by", "Exports fell by 5 percent.", "by 5 percent"),
    ("lower", "Prices were 5 percent lower.", "were 5 percent"),
    ("drop", "They saw a 5 percent drop in trade.", "a 5 percent"),
    ("the rest of a range", "It has 30 to 40 ships.", "40 ships"),
    ("the beginning of a range", "It has between 30 and 40 ships.", "between 30"),
    ("minus", "It was minus 5 degrees Celsius.", "5 degrees Celsius"),
    ("around a year", "It opened around 2010.", "2010"),
    ("before a year", "It opened before 2010.", "2010"),
    ("since", "It has been open since 2010.", "2010"),
    ("not", "The council has not released a plan in 2010.", "released a plan in 2010"),
    ("denied that", "The council denied that it released a plan in 2010.", "it released a plan in 2010"),
    ("never", "It never opened the pier.", "opened the pier"),
    ("failed to", "It failed to open the pier.", "open the pier"),
    ("is expected to", "The sum is expected to reach 40 million euros.", "reach 40 million euros"),
    ("may", "It may have paid 40 million euros.", "have paid 40 million euros"),
    ("was denied", "That it paid 40 million euros was denied.", "it paid 40 million euros"),
]
WHOLE = [
    ("nothing beside it", "Over 10,000 firms.", "Over 10,000 firms"),
    ("the qualifier is in it", "The zone is home to over 10,000 foreign firms today.", "over 10,000 foreign firms"),
    ("another number's qualifier", "More than 30 boats and 40 ships called.", "40 ships called"),
    ("a qualifier behind a full stop", "It is over. 40 ships called.", "40 ships called"),
    ("a direction of another number", "Trade fell. It came to 40 million euros.", "It came to 40 million euros"),
    ("level, not change", "Exports fell to 40 million euros.", "40 million euros"),
    ("a noun that goes on", "They have 40 ships and boats.", "40 ships"),
    ("a negation of something else", "It is not large, but it has 40 ships.", "it has 40 ships"),
    ("a finer date", "It opened in August 2010.", "2010"),
    ("words that count nothing", "They released a development plan in 2010, aiming high.", "released a development plan in 2010"),
    ("the unit is another rule's business", "They paid 40 million euros.", "paid 40 million"),
]


def found(article: str, quote: str) -> str:
    source = source_text(article)
    return cropped(source, find(source, quote)[0], "en")


@pytest.mark.parametrize(("article", "quote"), [case[1:] for case in CROPPED], ids=[case[0] for case in CROPPED])
def test_what_stands_just_outside_and_changes_it_is_found(article: str, quote: str) -> None:
    said = found(article, quote)
    assert quote in said
    assert len(said) > len(quote)


@pytest.mark.parametrize(("article", "quote"), [case[1:] for case in WHOLE], ids=[case[0] for case in WHOLE])
def test_what_changes_nothing_is_let_through(article: str, quote: str) -> None:
    assert found(article, quote) == ""


OTHERS = [
    ("de", "Das Land hat mehr als 40 Schiffe.", "40 Schiffe"),
    ("fr", "Le pays compte plus de 40 navires.", "40 navires"),
    ("es", "El país tiene más de 40 barcos.", "40 barcos"),
    ("zh", "该区有超过400亿元的投资。", "400亿元的投资"),
]


@pytest.mark.parametrize(("language", "article", "quote"), OTHERS, ids=[case[0] for case in OTHERS])
def test_other_languages_are_held_to_the_same(language: str, article: str, quote: str) -> None:
    source = source_text(article)
    assert cropped(source, find(source, quote)[0], language) != ""


def test_in_a_language_that_is_not_read_nothing_is_said() -> None:
    source = source_text("Den har mer än 40 fartyg.")
    assert cropped(source, find(source, "40 fartyg")[0], "sv") == ""
