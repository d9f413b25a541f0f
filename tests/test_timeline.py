"""The timeline to scale: a year is as long as a year, and precision is drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from factsheet.page.timeline import Drawing, draw
from factsheet.reading.dates import read


def drawing(*dates: str) -> Drawing:
    return draw(sorted(map(read, dates), key=lambda date: date.sort_key))


@pytest.mark.parametrize(
    ("date", "kinds", "look"),
    [
        ("2010", ["bar"], ""),
        ("2010-08", ["bar"], ""),
        ("2010-08-26", ["dot"], ""),
        ("2010~", ["bar"], "approximate"),
        ("2010?", ["bar"], "uncertain"),
        ("2010%", ["bar"], "approximate uncertain"),
        ("201X", ["bar"], "coarse"),
        ("2010/2014", ["lasts", "bar", "bar"], ""),
        ("2010/..", ["open", "bar"], ""),
        ("2010/", ["unknown", "bar"], ""),
        ("../2010", ["open back", "bar"], ""),
        ("/2010", ["unknown back", "bar"], ""),
    ],
)
def test_each_kind_of_date_has_a_mark_of_its_own(date: str, kinds: list[str], look: str) -> None:
    mark = drawing(date, "2000", "2020").marks[
        [read(date).text for date in sorted([date, "2000", "2020"], key=lambda text: read(text).sort_key)].index(date)
    ]
    assert [shape.kind for shape in mark.shapes] == kinds
    assert mark.shapes[-1].look == look


def test_years_are_as_long_as_their_days() -> None:
    first, leap, last = (mark.shapes[0] for mark in drawing("2010", "2012", "2014").marks)
    assert first.x == 0
    assert last.to == 100
    assert leap.width / first.width == pytest.approx(366 / 365, abs=0.002)


def test_an_event_that_goes_on_runs_to_the_edge_and_an_unknown_end_does_not() -> None:
    assert drawing("2010", "2020/..").marks[1].to == 100
    assert drawing("2010/", "2020").marks[0].to < 50


def test_marks_that_would_lie_on_one_another_go_into_lanes() -> None:
    marks = drawing("2010", "2010-03", "2010-08-26", "2015").marks
    assert [mark.lane for mark in marks] == [0, 1, 1, 0]


@pytest.mark.parametrize(
    ("dates", "labels"),
    [
        (("2010", "2024-06-12"), ["2010", "2012", "2014", "2016", "2018", "2020", "2022", "2024"]),
        (("2024-02-01", "2024-06-12"), ["Jan 2024", "Apr", "Jul", "Oct"]),
        (("-0043", "0079"), ["40 BC", "20 BC", "1", "20", "40", "60", "80"]),
        (("2010-08-26",), ["Jan 2010", "Apr", "Jul", "Oct"]),
    ],
)
def test_the_axis_has_round_years_or_months(dates: tuple[str, ...], labels: list[str]) -> None:
    assert [tick.label for tick in drawing(*dates).ticks] == labels


DATES = [
    "2010",
    "2010-08",
    "1998-04-01",
    "201X",
    "19XX",
    "2010~",
    "1985/..",
    "../1985",
    "1985/",
    "/1985",
    "2001-21",
    "-0586",
    "0000",
    "Y170000002",
    "2010/2014-06",
]


@given(some.lists(some.sampled_from(DATES), min_size=1, max_size=12))
def test_nothing_is_ever_drawn_off_the_page(dates: list[str]) -> None:
    found = drawing(*dates)
    assert len(found.marks) == len(dates)
    assert 1 <= len(found.ticks) <= 12
    for mark in found.marks:
        assert 0 <= mark.x <= mark.to <= 100
        assert all(shape.width >= 0 for shape in mark.shapes)
    assert all(0 <= tick.x <= 100 for tick in found.ticks)
