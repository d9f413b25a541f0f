"""Dates: EDTF of level 0 and 1, read exactly, said honestly; everything else refused with what to write instead."""

import datetime as dt

import pytest
from edtf import parse_edtf
from hypothesis import example, given
from hypothesis import strategies as st

from factsheet.problem import Unreadable
from factsheet.reading.dates import MONTHS, Date, datetime_attribute, read, words, year_fraction, year_of

# The forms of the specification, level by level: as written, in words, as HTML's datetime.
LEVEL_0 = [
    ("1985-04-12", "12 April 1985", "1985-04-12"),
    ("1985-04", "April 1985", "1985-04"),
    ("1985", "1985", "1985"),
    ("2000-02-29", "29 February 2000", "2000-02-29"),
    ("0079-08-24", "24 August AD 79", "0079-08-24"),
    ("0985", "AD 985", "0985"),
    ("1000", "1000", "1000"),
    ("9999-12-31", "31 December 9999", "9999-12-31"),
    ("0000", "1 BC", None),
    ("1964/2008", "1964 to 2008", None),
    ("2004-06/2006-08", "June 2004 to August 2006", None),
    ("2004-02-01/2005-02-08", "1 February 2004 to 8 February 2005", None),
    ("2004-02-01/2005-02", "1 February 2004 to February 2005", None),
    ("2004-02-01/2005", "1 February 2004 to 2005", None),
    ("2005/2006-02", "2005 to February 2006", None),
    ("1985/2010", "1985 to 2010", None),
    ("2010/2014", "2010–2014", None),
    ("1999/2000", "1999 to 2000", None),
    ("0079/0085", "AD 79 to AD 85", None),
    ("2024-06/2024-08", "June–August 2024", None),
    ("2024-06-10/2024-06-12", "10–12 June 2024", None),
    ("2024-06-10/2024-07-03", "10 June to 3 July 2024", None),
    ("2010/2010", "2010", None),
]
LEVEL_1 = [
    ("Y170000002", "the year 170,000,002", "170000002"),
    ("Y-170000002", "170,000,003 BC", None),
    ("Y12010", "the year 12,010", "12010"),
    ("-0985", "986 BC", None),
    ("-1985", "1986 BC", None),
    ("-0585-05-28", "28 May 586 BC", None),
    ("-0005-02", "February 6 BC", None),
    ("2001-21", "spring 2001", None),
    ("2001-22", "summer 2001", None),
    ("2001-23", "autumn 2001", None),
    ("2001-24", "winter 2001", None),
    ("1984?", "1984, uncertain", None),
    ("2010~", "about 2010", None),
    ("2004-06~", "about June 2004", None),
    ("2004-06-11%", "about 11 June 2004, uncertain", None),
    ("2001-21~", "about spring 2001", None),
    ("201X", "the 2010s", None),
    ("201X?", "the 2010s, uncertain", None),
    ("200X", "between 2000 and 2009", None),
    ("007X", "between AD 70 and AD 79", None),
    ("000X", "between 1 BC and AD 9", None),
    ("-058X", "between 590 BC and 581 BC", None),
    ("20XX", "between 2000 and 2099", None),
    ("19XX~", "roughly between 1900 and 1999", None),
    ("2004-XX", "2004, month not known", None),
    ("1985-04-XX", "April 1985, day not known", None),
    ("1985-XX-XX", "1985, month and day not known", None),
    ("2004-XX%", "about 2004, month not known, uncertain", None),
    ("1985-04-12/..", "since 12 April 1985", None),
    ("1985-04/..", "since April 1985", None),
    ("1985/..", "since 1985", None),
    ("../1985-04-12", "until 12 April 1985", None),
    ("../1985-04", "until April 1985", None),
    ("../1985", "until 1985", None),
    ("1985-04-12/", "from 12 April 1985, end unknown", None),
    ("1985-04/", "from April 1985, end unknown", None),
    ("1985/", "from 1985, end unknown", None),
    ("/1985-04-12", "until 12 April 1985, start unknown", None),
    ("/1985-04", "until April 1985, start unknown", None),
    ("/1985", "until 1985, start unknown", None),
    ("1984~/2004-06", "about 1984 to June 2004", None),
    ("1984/2004-06~", "1984 to about June 2004", None),
    ("1984~/2004~", "about 1984 to about 2004", None),
    ("2010~/2014", "about 2010 to 2014", None),
    ("1984?/2004%", "1984 (uncertain) to about 2004 (uncertain)", None),
    ("1984-06-02?/2004-08-08~", "2 June 1984 (uncertain) to about 8 August 2004", None),
    ("1985~/..", "since about 1985", None),
    ("1985?/", "from 1985 (uncertain), end unknown", None),
    ("2001-21/2001-23", "spring–autumn 2001", None),
    ("2001-21/2002-22", "spring 2001 to summer 2002", None),
]
EXAMPLES = [*LEVEL_0, *LEVEL_1]


@pytest.mark.parametrize(("text", "said", "attribute"), EXAMPLES)
def test_a_date_of_level_0_or_1_is_read_and_said(text: str, said: str, attribute: str | None) -> None:
    date = read(text)
    assert (date.text, words(date), datetime_attribute(date)) == (text, said, attribute)


# What the oracle gets wrong: open ends raise, unknown ends get ten years, winter is December, no season is "about".
ORACLE_IS_WRONG = {text for text, _, _ in EXAMPLES if ".." in text or text.startswith("/") or text.endswith("/")}
ORACLE_IS_WRONG |= {"2001-24", "2001-21~"}


def days(year: int, month: int, day: int) -> int:
    """The ordinal of a day of any year, from the standard library's: the calendar repeats every 400 years."""
    cycles, within = divmod(year - 1, 400)
    return dt.date(within + 1, month, day).toordinal() + cycles * 146_097


@pytest.mark.parametrize("text", [text for text, _, _ in EXAMPLES if text not in ORACLE_IS_WRONG])
def test_the_bounds_agree_with_an_independent_reader(text: str) -> None:
    oracle = parse_edtf(text)
    date = read(text)
    assert (date.earliest, date.latest) == (days(*oracle.lower_strict()[:3]), days(*oracle.upper_strict()[:3]))


@pytest.mark.parametrize(("text", "first", "last"), [
    ("2010", (2010, 1, 1), (2010, 12, 31)),
    ("2012-02", (2012, 2, 1), (2012, 2, 29)),
    ("2001-24", (2001, 12, 1), (2002, 2, 28)),
    ("2003-24", (2003, 12, 1), (2004, 2, 29)),
    ("-058X", (-589, 1, 1), (-580, 12, 31)),
    ("1985/..", (1985, 1, 1), None),
    ("1985/", (1985, 1, 1), None),
    ("../1985", None, (1985, 12, 31)),
    ("/1985", None, (1985, 12, 31)),
])
def test_bounds_are_the_first_and_last_day_and_none_where_an_end_is_open_or_unknown(
        text: str, first: tuple[int, int, int] | None, last: tuple[int, int, int] | None) -> None:
    date = read(text)
    assert (date.earliest, date.latest) == (first and days(*first), last and days(*last))


@pytest.mark.parametrize(("text", "start", "end"), [
    ("1985/..", "year", "open"), ("/1985-04", "unknown", "month"), ("201X", "decade", "decade"),
    ("19XX", "century", "century"),
    ("2001-21/2002-03-04", "season", "day"), ("2004-XX", "year", "year"), ("1985-04-XX", "month", "month"),
])
def test_each_end_says_how_finely_it_is_known(text: str, start: str, end: str) -> None:
    date = read(text)
    assert (date.start.precision, date.end.precision) == (start, end)


# As written, and what the author is told: a piece of the message, the hint, and the characters it is about.
REFUSED = [
    # no such day
    ("2023-02-30", "February 2023 has days 01 to 28; found `30`", "Write `2023-02` if no more is known.", "30"),
    ("1900-02-29", "February 1900 has days 01 to 28; found `29`", "Write `1900-02` if no more is known.", "29"),
    ("2023-04-00", "April 2023 has days 01 to 30; found `00`", "Write `2023-04` if no more is known.", "00"),
    ("2010/2023-06-31", "June 2023 has days 01 to 30; found `31`", "Write `2023-06` if no more is known.", "31"),
    ("-0001-02-29", "February 2 BC has days 01 to 28", "Write `-0001-02` if no more is known.", "29"),
    ("2023-13", "A month is 01 to 12 (21 to 24 are spring to winter), like `2024-06`; found `13`",
     "Write `2023` if no more is known.", "13"),
    ("2023-00", "A month is 01 to 12 (21 to 24 are spring to winter), like `2024-06`; found `00`",
     "Write `2023` if no more is known.", "00"),
    ("2023-14-01", "A month is 01 to 12, like `2024-06`; found `14`", "Write `2023` if no more is known.", "14"),
    ("-0001-13", "A month is 01 to 12", "Write `-0001` if no more is known.", "13"),
    ("2001-21-05", "A month is 01 to 12", "Write `2001` if no more is known.", "21"),
    ("2001-00-XX", "A month is 01 to 12, like `2024-06`; found `00`", "Write `2001` if no more is known.", "00"),
    # the wrong way round, or no date at all
    ("2014/2010", "from the earlier date to the later", "Write `2010/2014`.", "2014/2010"),
    ("2014-12/2014-06", "from the earlier date to the later", "Write `2014-06/2014-12`.", "2014-12/2014-06"),
    ("2014~/2010?", "from the earlier date to the later", "Write `2010?/2014~`.", "2014~/2010?"),
    ("/", "a date at one end at least", "", "/"),
    ("../..", "a date at one end at least", "", "../.."),
    ("../", "a date at one end at least", "", "../"),
    ("..", "A date is written year-month-day", "", ".."),
    ("", "found nothing", "", ""),
    ("soon", "A date is written year-month-day", "", "soon"),
    ("not stated", "A date is written year-month-day", "", "not stated"),
    ("2010/2011/2012", "A date is written year-month-day", "", "2011/2012"),
    ("79", "A date is written year-month-day", "", "79"),
    # the old draft of EDTF
    ("2010/open", "An end that is still open is written `..`", "Write `2010/..`.", "2010/open"),
    ("open/2010", "An end that is still open is written `..`", "Write `../2010`.", "open/2010"),
    ("2010/unknown", "an unknown end is left empty", "Write `2010/`.", "2010/unknown"),
    ("unknown/2010", "an unknown end is left empty", "Write `/2010`.", "unknown/2010"),
    ("201u", "found `201u`", "Write `201X`.", "201u"),
    ("19uu", "found `19uu`", "Write `19XX`.", "19uu"),
    ("2004-uu", "found `2004-uu`", "Write `2004-XX`.", "2004-uu"),
    ("199x", "found `199x`", "Write `199X`.", "199x"),
    ("2010?~", "level 2", "Write `2010%`.", "2010?~"),
    # level 2
    ("[1667,1668]", "level 2", "", "[1667,1668]"),
    ("{1960,1961-12}", "level 2", "", "{1960,1961-12}"),
    ("1XXX", "level 2", "", "1XXX"),
    ("XXXX-12", "level 2", "", "XXXX-12"),
    ("1985-XX-15", "level 2", "", "1985-XX-15"),
    ("2004-1X", "level 2", "", "2004-1X"),
    ("1950S2", "level 2", "", "1950S2"),
    ("Y-17E7", "level 2", "", "Y-17E7"),
    ("Y171010000S3", "level 2", "", "Y171010000S3"),
    ("2004-06-~11", "level 2", "", "2004-06-~11"),
    ("2004?-06", "level 2", "", "2004?-06"),
    ("~2010", "level 2", "Write `2010~`.", "~2010"),
    ("2001-34", "level 2", "Write `2001-04/2001-06`.", "2001-34"),
    ("2001-29", "level 2", "Write `2001/2029`.", "2001-29"),
    ("2004-06-XX/2004-07-03", "level 2", "Write each end as far as it is known.", "2004-06-XX"),
    ("2003/201X", "level 2", "Write each end as far as it is known.", "201X"),
    # a day or a month as people write them
    ("June 2024", "A date is written year-month-day", "Write `2024-06`.", "June 2024"),
    ("24 June 2024", "", "Write `2024-06-24`.", "24 June 2024"),
    ("24th of June, 2024", "", "Write `2024-06-24`.", "24th of June, 2024"),
    ("June 24, 2024", "", "Write `2024-06-24`.", "June 24, 2024"),
    ("24-Jun-2024", "", "Write `2024-06-24`.", "24-Jun-2024"),
    ("2024 June 24", "", "Write `2024-06-24`.", "2024 June 24"),
    ("SEPT. 2024", "", "Write `2024-09`.", "SEPT. 2024"),
    ("24/06/2024", "", "Write `2024-06-24`.", "24/06/2024"),
    ("06/24/2024", "", "Write `2024-06-24`.", "06/24/2024"),
    ("2024/06/24", "", "Write `2024-06-24`.", "2024/06/24"),
    ("24.6.2024", "", "Write `2024-06-24`.", "24.6.2024"),
    ("24-06-2024", "", "Write `2024-06-24`.", "24-06-2024"),
    ("06/07/2024", "", "Write `2024-07-06` (6 July 2024) or `2024-06-07` (7 June 2024).", "06/07/2024"),
    ("06/06/2024", "", "Write `2024-06-06`.", "06/06/2024"),
    ("2024/06", "", "Write `2024-06`.", "2024/06"),
    ("06/2024", "", "Write `2024-06`.", "06/2024"),
    ("2024-6-4", "", "Write `2024-06-04`.", "2024-6-4"),
    ("2024-6", "", "Write `2024-06`.", "2024-6"),
    ("20240624", "", "Write `2024-06-24`.", "20240624"),
    ("202406", "", "Write `2024-06` (June 2024) or `Y202406` (the year 202,406).", "202406"),
    ("2024年6月24日", "", "Write `2024-06-24`.", "2024年6月24日"),
    ("２０２４", "", "Write `2024`.", "２０２４"),
    ("2024-06-24T12:00:00Z", "no time of day", "Write `2024-06-24`.", "2024-06-24T12:00:00Z"),
    ("2024-06-24 12:00", "no time of day", "Write `2024-06-24`.", "2024-06-24 12:00"),
    # parts of a year, decades, centuries, eras
    ("spring 2001", "", "Write `2001-21`.", "spring 2001"),
    ("Fall 2001", "", "Write `2001-23`.", "Fall 2001"),
    ("Q1 2024", "", "Write `2024-01/2024-03`.", "Q1 2024"),
    ("2024-Q3", "", "Write `2024-07/2024-09`.", "2024-Q3"),
    ("first half of 2024", "", "Write `2024-01/2024-06`.", "first half of 2024"),
    ("the 2010s", "", "Write `201X`.", "the 2010s"),
    ("1900s", "", "Write `190X` (between 1900 and 1909) or `19XX` (between 1900 and 1999).", "1900s"),
    ("198", "", "Write `198X` (the 1980s) or `0198` (AD 198).", "198"),
    ("20th century", "", "Write `19XX` (between 1900 and 1999) or `1901/2000` (1901 to 2000).", "20th century"),
    ("586 BC", "", "Write `-0585`.", "586 BC"),
    ("1 BCE", "", "Write `0000`.", "1 BCE"),
    ("AD 79", "", "Write `0079`.", "AD 79"),
    ("79 CE", "", "Write `0079`.", "79 CE"),
    ("-0000", "", "Write `0000`.", "-0000"),
    ("12010", "", "Write `Y12010`.", "12010"),
    ("Y2010", "Y stands before a year of five digits or more", "Write `2010`.", "Y2010"),
    ("Y012010", "Y stands before a year of five digits or more", "", "Y012010"),
    ("+2010", "", "Write `2010`.", "+2010"),
    # about, perhaps
    ("about 2010", "", "Write `2010~`.", "about 2010"),
    ("circa June 2010", "", "Write `2010-06~`.", "circa June 2010"),
    ("c. 2010", "", "Write `2010~`.", "c. 2010"),
    ("probably 2010", "", "Write `2010?`.", "probably 2010"),
    ("2010 (uncertain)", "", "Write `2010?`.", "2010 (uncertain)"),
    # from, to, since, until
    ("2010-2014", "", "Write `2010/2014`.", "2010-2014"),
    ("2010–2014", "", "Write `2010/2014`.", "2010–2014"),
    ("2010 - 2014", "", "Write `2010/2014`.", "2010 - 2014"),
    ("2010 / 2014", "", "Write `2010/2014`.", "2010 / 2014"),
    ("from 2010 to 2014", "", "Write `2010/2014`.", "from 2010 to 2014"),
    ("2010-14", "A month is 01 to 12", "Write `2010/2014`.", "2010-14"),
    ("10-12 June 2024", "", "Write `2024-06-10/2024-06-12`.", "10-12 June 2024"),
    ("10 June to 3 July 2024", "", "Write `2024-06-10/2024-07-03`.", "10 June to 3 July 2024"),
    ("June–August 2024", "", "Write `2024-06/2024-08`.", "June–August 2024"),
    ("since 1985", "", "Write `1985/..`.", "since 1985"),
    ("from June 1985", "", "Write `1985-06/..`.", "from June 1985"),
    ("1985 onwards", "", "Write `1985/..`.", "1985 onwards"),
    ("1985-present", "", "Write `1985/..`.", "1985-present"),
    ("1985/now", "", "Write `1985/..`.", "1985/now"),
    ("1985-", "", "Write `1985/..` (since 1985) or `1985/` (from 1985, end unknown).", "1985-"),
    ("until 1985", "", "Write `../1985`.", "until 1985"),
    # bounds
    ("9" * 5_001, "at most 5,000 characters", "", "9" * 5_001),
    ("Y" + "9" * 19, "A year has at most 18 digits", "", "Y" + "9" * 19),
    ("Y" + "9" * 4_900, "A year has at most 18 digits", "", "Y" + "9" * 4_900),
    ("x" * 4_999, "x…`", "", "x" * 4_999),
]


@pytest.mark.parametrize(("text", "message", "hint", "about"), REFUSED, ids=lambda value: str(value)[:40])
def test_what_is_no_date_is_refused_with_what_to_write(text: str, message: str, hint: str, about: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read(text)
    error = refusal.value
    assert message in error.message
    assert error.hint == hint
    assert text[error.start:][:error.length] == about
    assert error.rule == "bad-date"
    assert len(error.message) < 300


@pytest.mark.parametrize("written", [
    "2010/..", "/2010", "201X", "2024-06-24", "2010~", "-0585",
])
def test_what_a_hint_offers_can_be_read(written: str) -> None:
    assert f"`{written}`" in " ".join(hint for _, _, hint, _ in REFUSED)
    assert read(written).text == written


def test_open_and_unknown_are_said_with_different_words() -> None:
    said = [words(read(text)) for text in ("1985/..", "1985/", "../1985", "/1985")]
    assert len(set(said)) == 4
    assert [("unknown" in each) for each in said] == [False, True, False, True]


def test_dates_sort_by_their_start_the_wider_first_and_those_without_a_start_by_their_end() -> None:
    in_order = ["-0585", "0000", "198X", "1984/..", "1984/2004", "../1984-12", "1985/", "1985/..", "1985/1986", "1985",
                "1985-01", "1985-01-01", "1985-01-02", "../1985", "2001-21", "2001-22", "2001-23", "2001-24", "Y12010"]
    shuffled = [*in_order[1::2], *in_order[::2]]
    assert sorted(shuffled, key=lambda text: read(text).sort_key) == in_order


CALENDAR = st.dates()


@given(CALENDAR)
def test_every_calendar_date_is_read_as_itself(day: dt.date) -> None:
    date = read(day.isoformat())
    assert date.earliest == date.latest == day.toordinal()
    assert datetime_attribute(date) == day.isoformat()
    assert (date.start.year, date.start.part, date.start.day) == (day.year, day.month, day.day)


@given(st.integers(-9999, 9999), st.integers(0, 14), st.integers(0, 33))
def test_a_day_is_read_when_the_calendar_has_it_and_refused_otherwise(year: int, month: int, day: int) -> None:
    assert readable(f"{year:0{4 + (year < 0)}}-{month:02}-{day:02}") == exists(year, month, day)


def readable(text: str) -> bool:
    try:
        return bool(read(text).text)
    except Unreadable:
        return False


def exists(year: int, month: int, day: int) -> bool:
    try:
        return days(year, month, day) is not None
    except ValueError:
        return False


@given(st.integers(-10**17, 10**17))
def test_the_calendar_repeats_every_400_years_however_far_away(year: int) -> None:
    """The day arithmetic against the standard library's, in years that it cannot count."""
    date = read(f"Y{year}" if abs(year) > 9999 else f"{year:0{4 + (year < 0)}}")
    assert (date.earliest, date.latest) == (days(year, 1, 1), days(year, 12, 31))


@given(st.dates(), st.integers(-5, 5))
def test_a_day_lies_on_the_axis_of_years_where_its_calendar_says(day: dt.date, cycles: int) -> None:
    length = dt.date(day.year, 12, 31).timetuple().tm_yday
    expected = day.year + 400 * cycles + (day.timetuple().tm_yday - 1) / length
    assert year_fraction(day.toordinal() + cycles * 146_097) == pytest.approx(expected, abs=1e-9)


def test_a_year_begins_on_its_number_and_ends_before_the_next() -> None:
    """Over whole cycles of the calendar, since the estimate of the year is a day or two out near many a new year."""
    years = range(-401, 2402)
    assert [year_fraction(days(year, 1, 1)) for year in years] == list(years)
    assert [int(year_fraction(days(year, 12, 31)) // 1) for year in years] == list(years)
    assert [year_of(days(year, 1, 1)) for year in years] == list(years)
    assert [year_of(days(year, 12, 31)) for year in years] == list(years)


@given(st.integers(-4_000_000, 4_000_000))
def test_later_days_lie_further_along_the_axis(ordinal: int) -> None:
    assert year_fraction(ordinal) < year_fraction(ordinal + 1)


ENDS = st.sampled_from(["", "..", "1985", "1985-04", "1999-12-31?", "2001-24~"])
DATES = st.one_of(
    st.sampled_from([text for text, _, _ in EXAMPLES]),
    st.builds("{}{}".format, CALENDAR.map(lambda day: day.isoformat()), st.sampled_from(["", "~", "?", "%"])),
    st.builds("{}{}".format, CALENDAR.map(lambda day: day.isoformat()[:7]), st.sampled_from(["", "~", "?", "%"])),
    st.builds("{}/{}".format, ENDS, ENDS).filter(readable),
)


@given(DATES)
def test_a_date_begins_before_it_ends(text: str) -> None:
    bounds = [bound for bound in read(text)[4:6] if bound is not None]
    assert bounds == sorted(bounds)
    assert bounds


@given(st.lists(DATES, max_size=8))
def test_sorting_is_by_start(texts: list[str]) -> None:
    found = sorted((read(text) for text in texts), key=lambda date: date.sort_key)
    starts = [anchor(date) for date in found]
    assert starts == sorted(starts)


def anchor(date: Date) -> int:
    return next(bound for bound in (date.earliest, date.latest) if bound is not None)


@given(DATES)
def test_words_name_no_month_or_day_that_was_not_written(text: str) -> None:
    """Never finer: each month that is said was written, and each number said is one of those written, or a year."""
    said = words(read(text))
    written = [f"{part:02}" for point in read(text)[1:3] for part in (point.part, point.day) if part]
    months = [f"{at:02}" for at, name in enumerate(MONTHS, 1) if name in said]
    said_apart = [word.rstrip(",") for word in said.replace("–", " ").split()]
    numbers = [f"{int(number):02}" for number in said_apart if number.isdigit() and len(number) < 3]
    assert set(months) <= set(written)
    assert "BC" in said or "AD" in said or set(numbers) <= set(written)


@given(DATES)
def test_words_keep_every_doubt(text: str) -> None:
    said, text = words(read(text)), "/".join(dict.fromkeys(text.split("/")))        # two equal ends are said once
    assert said.count("about") + said.count("roughly") == text.count("~") + text.count("%")
    assert said.count("uncertain") == text.count("?") + text.count("%")
    assert ("not known" in said) == ("-XX" in text)


NEAR_DATES = st.text(st.sampled_from("0123456789-/.XxYuES~?%[]{} T:,JunemayQBCD年"), max_size=24)


@given(st.one_of(st.text(), NEAR_DATES))
@example("Y")
@example("²")
@example("١٩٨٥")
@example("1985-" + "9" * 4_990)
@example("9" * 5_000)
@example("q" * 60)
@example("1 to " * 12)
def test_any_text_is_a_date_or_unreadable_and_nothing_else(text: str) -> None:
    assert sound(text)


def sound(text: str) -> bool:
    """Whether the text is a date that keeps it, or is refused at a place inside it; all else fails."""
    try:
        date = read(text)
    except Unreadable as refusal:
        return bool(refusal.message) and 0 <= refusal.start <= len(text)
    return date.text == text and bool(words(date))
