"""Dates out of running text: every form in five languages, never finer than stated, and no number taken for a year."""

import datetime as dt
import re
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factsheet.reading.dates import MONTHS, Date, strict
from factsheet.reading.datings import LANGUAGES, Dating, chinese, english, find, french, german, spanish

Expected = tuple[tuple[int, int, str, str], ...]        # of each date: its place, its EDTF, its flags
Case = tuple[str, str, str, Expected]                   # the language, the text, when it was published, the dates in it

CASES = Path(__file__).parent / "datings"
MARKED = re.compile(r"\[([^\]=]+) = ([^\] ]+)((?: [a-z]+)*)\]")
FILES = {"english": "en", "german": "de", "french": "fr", "spanish": "es", "chinese": "zh"}


def cases(name: str, language: str) -> Iterator[Case]:
    """The cases of a file, whose first comment says how they are written."""
    published = ""
    for line in (CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        word, _, rest = line.partition(" ")
        published = rest if word == "published" else published
        language = rest if word == "language" else language
        if line and word not in ("#", "published", "language"):
            yield (language, *unmarked(line)[:1], published, unmarked(line)[1])


def unmarked(line: str) -> tuple[str, Expected]:
    """A text without its marks, and what is marked in it."""
    text, expected, at = "", [], 0
    for found in MARKED.finditer(line):
        text += line[at:found.start()] + found[1]
        expected.append((len(text) - len(found[1]), len(text), found[2], found[3].strip()))
        at = found.end()
    return text + line[at:], tuple(expected)


def shown(datings: tuple[Dating, ...]) -> Expected:
    """What was found, as the cases are written."""
    return tuple((each.start, each.end, each.date.text, flags(each)) for each in datings)


def flags(dating: Dating) -> str:
    return " ".join(filter(None, ["inferred" * dating.inferred, "bare" * dating.bare, dating.bound]))


def day(published: str) -> Date | None:
    return strict(published) if published else None


DATES = [case for name, language in FILES.items() for case in cases(name, language)]
NEAR_MISSES = list(cases("near-misses", "en"))


@pytest.mark.parametrize(("language", "text", "published", "expected"), DATES)
def test_every_date_of_a_text_is_found_with_its_place_and_its_edtf(language: str, text: str, published: str, expected: Expected) -> None:
    assert shown(find(text, language, day(published))) == expected


@pytest.mark.parametrize(("language", "text", "published", "expected"), NEAR_MISSES)
def test_what_looks_like_a_date_and_is_none_is_left_alone(language: str, text: str, published: str, expected: Expected) -> None:
    assert shown(find(text, language, day(published))) == expected == ()


@pytest.mark.parametrize(("language", "text", "published", "expected"), [case for case in DATES if case[2]])
def test_without_a_day_of_publication_nothing_is_inferred_and_all_else_is_the_same(
        language: str, text: str, published: str, expected: Expected) -> None:
    assert find(text, language, day(published)) != ()
    assert shown(find(text, language)) == tuple(each for each in expected if "inferred" not in each[3])


@pytest.mark.parametrize("language, least", [("en", 110), ("de", 25), ("fr", 25), ("es", 25), ("zh", 25)])
def test_every_language_has_its_cases(language: str, least: int) -> None:
    assert len([case for case in DATES if case[0] == language and case[3]]) >= least
    assert len(NEAR_MISSES) >= 40
    assert language in LANGUAGES


# The words round four digits: in the first text they are a year, in the second they are not.
@pytest.mark.parametrize("year, number", [
    ("in 2010 firms", "the 2010 firms"),
    ("2010 saw much", "2010 seats"),
    ("plans for 2010", "plans for 2010 homes"),
    ("by 2010 the port", "by 2010 workers"),
    ("from 2010 to 2014", "from 2010 to 2500"),
    ("Smith (2010)", "Smith (No. 2010)"),
    ("around 2010, when", "around 2010 were"),
    ("in 2010, 2014 and 2018", "over 2010, 2014 and 2018"),
    ("since 2010", "since 2010%"),
    ("in 2010", "in $2010"),
    ("in 2010.", "in 2010.5"),
    ("mid-2010", "unit-2010"),
    ("the 1990s", "the 1995s"),
    ("in May", "may"),
    ("2010–14", "2010–09"),
    ("24/06/2024", "05/06/2024"),
])
def test_the_words_round_it_make_a_number_a_year_or_not(year: str, number: str) -> None:
    published = strict("2024-06-24")
    assert len(find(year, "en", published)) >= 1
    assert find(number, "en", published) == ()


@pytest.mark.parametrize("tables", [english, german, french, spanish, chinese])
def test_no_word_of_a_language_stands_in_two_tables(tables: ModuleType) -> None:
    """The later would silently win; `may` the verb and `May` the month are told apart by the capital."""
    words = [word for values in tables.KINDS.values() for each in values.values() for word in each.split("|")]
    assert [word for word in set(words) if words.count(word) > 1 and word != "may"] == []


# The day of publication ----------------------------------------------------------------------------------------------

@pytest.mark.parametrize("published, text, found", [
    ("2024-06-24", "last year", ["2023"]),
    ("2024", "last year", ["2023"]),
    ("2024", "last month", []),
    ("2024-05/2024-06", "last year", ["2023"]),
    ("2023-12/2024-01", "last year", []),
    ("2024?", "last year", []),
    ("2024~", "last year", []),
    ("2024/..", "last year", []),
    ("/2024", "last year", []),
    ("202X", "last year", []),
    ("2024-XX", "last year", []),
    ("2024-06", "June 24", []),
    ("2024-06", "May 24", ["2024-05-24"]),
    ("-0585", "last year", []),
    ("9999-12-31", "next year", []),
    ("2024-06-24", "the twenties", []),
    ("2034-06-24", "the twenties", ["202X"]),
])
def test_what_is_missing_is_taken_from_the_publication_only_where_that_leaves_no_doubt(published: str, text: str, found: list[str]) -> None:
    assert [each.date.text for each in find(text, "en", strict(published))] == found


SOME_DAY = st.dates(dt.date(1600, 1, 1), dt.date(2090, 12, 31))
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def inferred(text: str, published: dt.date) -> list[str]:
    return [each.date.text for each in find(text, "en", strict(published.isoformat())) if each.inferred]


@given(SOME_DAY, st.integers(0, 6))
def test_a_weekday_is_the_nearest_one_past_or_the_next_to_come(published: dt.date, weekday: int) -> None:
    week = [published - dt.timedelta(ago) for ago in range(7)]
    past = next(each for each in week if each.weekday() == weekday)
    assert inferred(f"They met on {WEEKDAYS[weekday]}.", published) == [past.isoformat()]
    coming = past + dt.timedelta(7)
    assert inferred(f"They will meet next {WEEKDAYS[weekday]}.", published) == [coming.isoformat()]


@given(SOME_DAY, st.integers(0, 360))
def test_a_day_without_a_year_is_the_nearest_past(published: dt.date, ago: int) -> None:
    meant = published - dt.timedelta(ago)
    assert inferred(f"It shut on {MONTHS[meant.month - 1]} {meant.day}.", published) == [meant.isoformat()]


@given(SOME_DAY, st.integers(1, 360))
def test_a_day_without_a_year_is_the_next_to_come_where_the_words_say_so(published: dt.date, ahead: int) -> None:
    meant = published + dt.timedelta(ahead)
    assert inferred(f"It will shut on {meant.day} {MONTHS[meant.month - 1]}.", published) == [meant.isoformat()]


@given(SOME_DAY, st.integers(2, 40))
def test_so_long_ago_is_as_fine_as_it_is_counted(published: dt.date, count: int) -> None:
    months = published.year * 12 + published.month - 1 - count
    assert inferred(f"{count} days ago", published) == [(published - dt.timedelta(count)).isoformat()]
    assert inferred(f"{count} months ago", published) == [f"{months // 12:04}-{months % 12 + 1:02}"]
    assert inferred(f"{count} years ago", published) == [f"{published.year - count:04}"]


# Every day of every year in every language ---------------------------------------------------------------------------

LONG = {
    "en": ("It opened on {} in the rain.", "{d} {m} {y}"),
    "de": ("Am {} wurde es eröffnet.", "{d}. {m} {y}"),
    "fr": ("Il a ouvert le {} sous la pluie.", "{d} {m} {y}"),
    "es": ("Se abrió el {} con lluvia.", "{d} de {m} de {y}"),
    "zh": ("港口于{}开放。", "{y}年{m}{d}日"),
}
NAMES = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "zh": "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
}
ANY_DAY = st.dates(dt.date(1000, 1, 1), dt.date(2100, 12, 31))


def long_form(language: str, year: int, month: int, number: int) -> str:
    return LONG[language][1].format(d=number, m=NAMES[language].split()[month - 1], y=year)


@pytest.mark.parametrize("language", LANGUAGES)
@given(ANY_DAY)
@example(dt.date(2024, 2, 29))
@example(dt.date(1000, 1, 1))
@example(dt.date(2100, 12, 31))
def test_any_day_in_its_long_form_is_that_day(language: str, when: dt.date) -> None:
    said = long_form(language, when.year, when.month, when.day)
    text = LONG[language][0].format(said)
    assert shown(find(text, language)) == ((text.index(said), text.index(said) + len(said), when.isoformat(), ""),)


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.integers(1000, 2100), st.integers(1, 12), st.integers(0, 40))
def test_a_day_that_the_calendar_does_not_have_is_no_date(language: str, year: int, month: int, number: int) -> None:
    text = LONG[language][0].format(long_form(language, year, month, number))
    exact = [each.date.text for each in find(text, language) if each.date.start.precision == "day"]
    assert exact == [f"{year}-{month:02}-{number:02}"] * exists(year, month, number)


def exists(year: int, month: int, number: int) -> bool:
    try:
        return dt.date(year, month, number).year == year
    except ValueError:
        return False


# Whatever the text ---------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    "in|since|until|by|from|to|and|or|the|of|about|between|before|last|next|this|year|ago|two|a|first|quarter|century|early|end|will|said|"
    "2010|2014|24|31|6|06|90s|1990s|'|’|2024-06-24|24/06/2024|2010–14|2010-11|10-12|June|May|Monday|spring|today|BC|AD|Q1|(?)|-|–|,|.|(|)|"
    "?|$|%|km|firms|\n\n|Juni|seit|vor|Jahren|Jahrhundert|19.|juin|années|siècle|XIXe|junio|de|hace|años|siglo|XIX|年|月|日|世纪|年代|二〇一〇|十|前|上周|"
    "去年|9" .split("|"))
ANY_TEXT = st.one_of(st.text(), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=25).map("".join))
PUBLISHED = st.sampled_from(["", "2024-06-24", "2024-02-29", "2024-06", "2024", "2024?", "1985/..", "-0585", "0001-01-01", "9999-12-31",
                             "Y12010", "201X", "2001-24"])


@pytest.mark.parametrize("language", [*LANGUAGES, "pt", ""])
@given(ANY_TEXT, PUBLISHED)
def test_no_text_raises_and_what_is_found_is_in_order_in_the_text_and_readable(language: str, text: str, published: str) -> None:
    found = find(text, language, day(published))
    places = [place for each in found for place in (each.start, each.end)]
    assert places == sorted(places)
    assert [0, *places, len(text)] == sorted([0, *places, len(text)])
    assert all(each.start < each.end and each.bound in ("", "before", "after", "by") for each in found)
    assert [strict(each.date.text) for each in found] == [each.date for each in found]
    assert bool(published) or not any(each.inferred for each in found)


@given(ANY_TEXT)
def test_the_same_text_says_the_same_dates_each_time(text: str) -> None:
    assert find(text) == find(text)


@pytest.mark.parametrize("language, same", [("en-GB", "en"), ("EN", "en"), ("zh-Hans", "zh"), ("de-CH", "de")])
def test_a_language_is_known_by_its_first_two_letters(language: str, same: str) -> None:
    for _, text, published, expected in [case for case in DATES if case[0] == same]:
        assert shown(find(text, language, day(published))) == expected


def test_of_a_language_that_is_not_known_only_what_needs_no_words_is_read() -> None:
    text = "Aberto em 24/06/2024, de novo 2024-06-25, em junho de 2026 ou 05/06/2024"
    assert [each.date.text for each in find(text, "pt")] == ["2024-06-24", "2024-06-25"]


# Work ----------------------------------------------------------------------------------------------------------------

ARTICLE = ("The State Council released a plan in 2010. On Monday, June 24, the firm said sales rose from 10 to 12 percent between 2019 and "
           "2023, and that 4,000 people will join by the end of 2030. ")
HOSTILE = [
    "2010 ", "2010-", "2010-11", "in ", "the ", "June ", "24 June ", "Monday, ", "between ", "2010 to the ", "1", "1.", "1,", "( ", "(?)",
    "first ", "two years ", "a", "'", "\n", " ", "\n ", "of the ", "from 2010 and ", "no later ", "twenty ", "c. ", "年", "2010年", "十", "会",
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_fifty_thousand_words_take_moments(language: str) -> None:
    text = ARTICLE * (50_000 // len(ARTICLE.split()))
    began = time.process_time()
    assert len(find(text, language, strict("2024-06-24"))) > 1000
    assert time.process_time() - began < 4


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_hostile_text_takes_moments_too(language: str, piece: str) -> None:
    began = time.process_time()
    find(piece * (60_000 // len(piece)), language, strict("2024-06-24"))
    assert time.process_time() - began < 3
