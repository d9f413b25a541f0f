"""An event's date is held to its evidence: the same or coarser, never finer, with the same hedge."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.reading.dates import MONTHS, read
from factsheet.truth.agreement import AGREES, DISAGREES, UNREAD
from factsheet.truth.dating import date_agreement, person_agreement

CASES = [
    ("2010", "released a plan in 2010", AGREES),
    ("2010", "released a plan in August 2010", AGREES),
    ("2010-08", "released a plan on 26 August 2010", AGREES),
    ("201X", "opened in 2010", AGREES),
    ("2024-06-12", "taken on June 12, 2024", AGREES),
    ("2024-06-12", "taken on June 12", AGREES),
    ("2023", "opened last year", AGREES),
    ("2010~", "built around 2010", AGREES),
    ("2010/2014", "built from 2010 to 2014", AGREES),
    ("1985/..", "in use since 1985", AGREES),
    ("2001-21", "in the spring of 2001", AGREES),
    ("2024", "in the first quarter of 2024", AGREES),
    ("2010", "built from 2010 to 2014, opened in 2015", UNREAD),
    ("2010-08", "released a plan in 2010", DISAGREES),
    ("2010-08-26", "released a plan in August 2010", DISAGREES),
    ("2011", "released a plan in 2010", DISAGREES),
    ("2024-06-13", "taken on June 12, 2024", DISAGREES),
    ("2024-06-13", "taken on June 12", DISAGREES),
    ("2010", "built around 2010", DISAGREES),
    ("2010~", "built in 2010", DISAGREES),
    ("2010?", "built in 2010", DISAGREES),
    ("2010/2015", "built from 2010 to 2014", DISAGREES),
    ("2010", "built from 2009 to 2014", DISAGREES),
    ("1985", "in use since 1985", UNREAD),
    ("2010", "before 2010", UNREAD),
    ("2030", "by 2030", UNREAD),
    ("2010", "released a development plan", UNREAD),
    ("2010", "2,010 ships", UNREAD),
]
PUBLISHED = read("2024-06-24")


@pytest.mark.parametrize(("date", "evidence", "verdict"), CASES, ids=[f"{date} {evidence}" for date, evidence, _ in CASES])
def test_a_date_agrees_with_its_evidence_or_not(date: str, evidence: str, verdict: str) -> None:
    said = date_agreement(read(date), evidence, "en", PUBLISHED)
    assert said.kind == verdict
    assert bool(said.message and said.hint) == (verdict != AGREES)


def test_a_finer_date_is_told_as_such_with_what_to_write() -> None:
    said = date_agreement(read("2010-08"), "released a plan in 2010")
    assert said.message == "The date is never finer than the evidence says, “2010” (2010); found `2010-08`."
    assert said.hint.startswith("Write `2010`")


@pytest.mark.parametrize(("reads_as", "verdict"), [("2010", AGREES), ("in 2010", AGREES), ("2011", DISAGREES), ("in 2011", DISAGREES), ("some time", UNREAD)])
def test_a_persons_reading_is_held_to_the_date(reads_as: str, verdict: str) -> None:
    assert person_agreement(read("2010"), reads_as).kind == verdict


def test_a_language_that_is_not_read_is_refused_by_name() -> None:
    said = date_agreement(read("2010"), "under 2010", "sv")
    assert (said.kind, "`sv`" in said.message) == (UNREAD, True)


DAYS = st.tuples(st.integers(1901, 2098), st.integers(1, 12), st.integers(1, 28))


@given(DAYS, DAYS)
def test_two_different_days_never_agree(one: tuple[int, int, int], other: tuple[int, int, int]) -> None:
    year, month, day = other
    said = date_agreement(read("{}-{:02}-{:02}".format(*one)), f"It opened on {day} {MONTHS[month - 1]} {year}.")
    assert (said.kind == AGREES) == (one == other)
