"""The timeline in a calendar: whole days, never finer than the source; every line as the standard has it."""

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.page.exports.calendar import Span, _day, _folded, _text, span
from factsheet.page.exports.values import clean
from factsheet.reading import dates
from tests.awkward_site import URL, files, site
from tests.test_golden import GOLDEN


@cache
def events(url: str = URL) -> dict[str, icalendar.Event]:
    """The entries by what their summary says of the date."""
    calendar = icalendar.Calendar.from_ical(files(url)["timeline.ics"].decode())
    found = [event for event in calendar.walk("VEVENT") if isinstance(event, icalendar.Event)]
    return {str(event["SUMMARY"]).partition(": ")[0]: event for event in found}


def days(event: icalendar.Event) -> tuple[object, object]:
    return event.decoded("DTSTART"), event.decoded("DTEND")


def ordinals(text: str) -> Span | None:
    return span(dates.read(text))


def shown(day: date) -> int:
    return day.toordinal()


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2010", date(2010, 1, 1), date(2010, 12, 31)),
        ("2010-02", date(2010, 2, 1), date(2010, 2, 28)),
        ("2012-02-29", date(2012, 2, 29), date(2012, 2, 29)),
        ("2010~", date(2010, 1, 1), date(2010, 12, 31)),
        ("2010-08?", date(2010, 8, 1), date(2010, 8, 31)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("2001-24", date(2001, 12, 1), date(2002, 2, 28)),
        ("2008/2014-06", date(2008, 1, 1), date(2014, 6, 30)),
        ("1985/..", date(1985, 1, 1), date(1985, 12, 31)),
        ("1985-04/", date(1985, 4, 1), date(1985, 4, 30)),
        ("../1985", date(1985, 1, 1), date(1985, 12, 31)),
        ("/1985-04-12", date(1985, 4, 12), date(1985, 4, 12)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
        ("9998", date(9998, 1, 1), date(9998, 12, 31)),
    ],
)
def test_a_date_is_its_whole_span_and_of_an_open_one_the_known_end(written: str, first: date, last: date) -> None:
    assert ordinals(written) == Span(shown(first), shown(last))


@pytest.mark.parametrize("written", ["0000", "-0300", "-0300/2010", "9999", "9999-12-31", "2010/Y12010", "Y12010", "-0300/.."])
def test_what_no_calendar_can_hold_is_left_out(written: str) -> None:
    assert ordinals(written) is None


@given(st.dates())
def test_days_are_written_as_the_calendar_counts_them(day: date) -> None:
    assert _day(day.toordinal()) == day.strftime("%4Y%m%d").rjust(8, "0")


def test_entries_say_in_words_how_finely_their_date_is_known() -> None:
    assert {name: days(event) for name, event in events().items()} == {
        "until 1970, start unknown": (date(1970, 1, 1), date(1971, 1, 1)),
        "about the 1990s": (date(1990, 1, 1), date(2000, 1, 1)),
        "1 April 1998": (date(1998, 4, 1), date(1998, 4, 2)),
        "winter 2001": (date(2001, 12, 1), date(2002, 3, 1)),
        "since 2010": (date(2010, 1, 1), date(2011, 1, 1)),
    }


def test_an_entry_has_the_evidence_the_source_and_the_way_back() -> None:
    rule = events()["since 2010"]
    assert str(rule["SUMMARY"]) == 'since 2010: @Rule of Ann "Quay" Lee'
    assert str(rule["DESCRIPTION"]).split("\n") == [
        "Date: since 2010",
        "Says: a, b; c \\ d.",
        'Said by: Ann "Quay" Lee',
        "Evidence: “since 2010”",
        'Source: Gazette; Ltd, The "harbour", in figures, 4 May 2021, https://example.org/h?a=1&b=2',
    ]
    assert str(rule["URL"]) == f"{URL}timeline.html#rule"
    assert "URL" not in events("")["since 2010"]


@pytest.mark.parametrize("made", [files(), files(""), site(GOLDEN)], ids=["whole", "without address", "golden"])
def test_the_file_is_as_the_standard_has_it(made: dict[str, bytes]) -> None:
    data = made["timeline.ics"]
    calendar = icalendar.Calendar.from_ical(data.decode())
    assert (str(calendar["VERSION"]), bool(calendar["PRODID"])) == ("2.0", True)
    uids = []
    for event in calendar.walk("VEVENT"):
        assert event.errors == []
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"} <= set(event)
        assert (str(event["TRANSP"]), event["DTSTART"].params["VALUE"]) == ("TRANSPARENT", "DATE")
        uids.append(str(event["UID"]))
    assert len(set(uids)) == len(uids) > 0
    assert lines(data)


def lines(data: bytes) -> list[bytes]:
    """The lines of a calendar, each of at most 75 octets, in whole characters, with its proper end."""
    assert data.endswith(b"\r\n")
    found = data.removesuffix(b"\r\n").split(b"\r\n")
    for line in found:
        assert len(line) <= 75
        assert not set(b"\r\n") & set(line)
        line.decode()
    return found


@pytest.mark.parametrize("broken", [b"A" * 76 + b"\r\n", b"A\nB\r\n", b"A", "海".encode()[:2] + b"\r\n"])
def test_a_broken_line_is_found(broken: bytes) -> None:
    with pytest.raises((AssertionError, UnicodeDecodeError)):
        lines(broken)


@given(st.text() | st.text().map(lambda text: text * 40))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    """Unfolded and unescaped by a reader that knows nothing of us; what a calendar cannot hold is gone."""
    wanted = clean(text.encode(errors="ignore").decode()).replace("\r", "")
    data = b"".join(map(_folded, ["BEGIN:VEVENT", f"DESCRIPTION:{_text(wanted)}", "UID:1", "DTSTAMP:20200101T000000Z", "END:VEVENT"]))
    lines(data)
    assert str(icalendar.Event.from_ical(data.decode())["DESCRIPTION"]) == wanted


def test_moments_come_from_the_lock_and_never_from_the_clock() -> None:
    assert {event.decoded("DTSTAMP") for event in events().values()} == {datetime(2022, 4, 5, tzinfo=UTC)}


def test_ids_outlive_a_move() -> None:
    assert [str(event["UID"]) for event in events().values()] == [str(event["UID"]) for event in events("https://elsewhere.example/").values()]


def test_where_nothing_can_be_put_into_a_calendar_there_is_none(tmp_path: Path) -> None:
    """The standard has no calendar without an entry; and pages must not lead to a file that is not there."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "facts.yaml").write_text("title: Rome\ntimeline:\n  - {date: -0752, title: The city is founded}\n")
    made = site(tmp_path)
    assert "timeline.ics" not in made
    assert not [name for name, data in made.items() if b"timeline.ics" in data and name.endswith(".html")]
