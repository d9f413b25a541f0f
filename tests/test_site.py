"""What readers see: addresses of passages, numbers of evidence, ids of events."""

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as some

from factsheet.content.nodes import Text
from factsheet.page.desk import passage
from factsheet.problem import Place


@pytest.mark.parametrize(("url", "words", "address"), [
    ("https://example.org/a", "over 40 billion U.S. dollars", "https://example.org/a#:~:text=over%2040%20billion%20U.S.%20dollars"),
    ("https://example.org/a#part", "foreign-invested, & more", "https://example.org/a#part:~:text=foreign%2Dinvested%2C%20%26%20more"),
    ("https://example.org/a", "逾400亿", "https://example.org/a#:~:text=%E9%80%BE400%E4%BA%BF"),
])
def test_a_passage_has_an_address_of_its_own(url: str, words: str, address: str) -> None:
    assert passage(url, words) == address


@given(some.text(alphabet=some.characters(exclude_categories=["Cs"])))
def test_a_passage_says_its_words_and_no_sign_that_parts_them(words: str) -> None:
    fragment = passage("https://example.org/", words).removeprefix("https://example.org/#:~:text=")
    assert unquote(fragment) == words
    assert not set("-,& #") & set(fragment)


def test_a_part_that_is_not_there_is_given_the_place_of_the_whole() -> None:
    text = Text("a\nb", Place("f", 3, 5, 1), True, ("    |", "  a", "  b"))
    assert text.part(0, 0) == Place("f", 3, 5, 1)
