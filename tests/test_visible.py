"""What a reader sees of a Markdown text as running text; everything keeps its place."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.truth.visible import visible

HIDDEN = [
    "[[ships]]", "[[=40|a reason]]", "https://example.org/40", "<https://example.org/40>", "[^40]", "&#8212;", "[a]: https://example.org/40", '[a]: <b> "40"',
]


@pytest.mark.parametrize("text", HIDDEN)
def test_what_is_no_running_text_is_blanked(text: str) -> None:
    assert "4" not in visible(f"One\n\n{text}\n\ntwo".replace("8212", "40"))


@pytest.mark.parametrize(("text", "kept"), [
    ("[40 ships](a.md)", "40 ships"), ("1. First 40", "First 40"), ("2) Second 40", "Second 40"), ("**40** ships", "40"), ("| a | 40 |", "40"), ("# 40 ships", "40"),
    ("![40 ships](images/a.png)", "40 ships"), ("> 40 ships", "40"), ("[^a]: It had 40 ships.", "It had 40 ships."), ("`40 ships`", "40 ships"), ("```\n40 ships\n```", "40 ships"), ("    40 ships", "40 ships"),
    ("[Note]: there are 40 firms", "there are 40 firms"), ("[a](https://example.org) says 40 [b]: so", "says 40"),
])
def test_what_a_reader_sees_stays(text: str, kept: str) -> None:
    assert kept in visible(text)


@pytest.mark.parametrize("text", ["1. First", "12) Second", "  3. Third"])
def test_the_number_of_a_list_is_not_the_authors(text: str) -> None:
    assert not any(mark.isdigit() for mark in visible(text))


@given(st.text(alphabet="ab 1[](){}`~<>&#;:./|^-=\n\t", max_size=200))
def test_every_character_keeps_its_place(text: str) -> None:
    seen = visible(text)
    assert len(seen) == len(text)
    assert all(here in (mark, " ") or mark == "\t" for mark, here in zip(text, seen, strict=True))
    assert [at for at, mark in enumerate(seen) if mark == "\n"] == [at for at, mark in enumerate(text) if mark == "\n"]


@pytest.mark.parametrize("bomb", ["[[" * 300_000, "`" * 500_000, "](" * 300_000, "<a" * 300_000, "&a" * 300_000, "[^" * 300_000, "https://" * 60_000, "    \n" * 100_000, "[a]:" * 100_000, "[[a]]" * 100_000, "[a](b)" * 80_000, "&lt;" * 100_000])
def test_a_hostile_text_is_answered_at_once(bomb: str) -> None:
    began = time.process_time()
    visible(bomb)
    assert time.process_time() - began < 2
