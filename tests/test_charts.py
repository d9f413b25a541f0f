"""Charts claim no more than the figures do: from zero or saying so, every qualifier drawn, nothing bare, the same numbers in a table."""

import random
import re
from collections.abc import Sequence
from decimal import Decimal
from html import unescape
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from factsheet.page import wording
from factsheet.page.charts import Bar, BarChart, LineChart, Point, bars, labels, line, scales, times
from factsheet.page.templates import Templates
from factsheet.reading import dates, quantities
from factsheet.reading.units import Unit, read_unit
from tests.conftest import PROJECT
from tests.test_nu import errors

USD, PERCENT, FIRMS, KM = read_unit("USD"), read_unit("%"), read_unit("firm", "firms"), read_unit("km")
SERIES = (("1.2 billion", "2011"), ("nearly 8 billion", "2014"), ("between 11 and 14 billion", "2016"), ("about 17 billion", "2017"),
          ("at least 21 billion", "2019"), ("under 30 billion", "2021-06"), ("over 40 billion", "2024-06-24"))
EVERY_CLAIM = ("40", "over 40", "at least 40", "about 40", "nearly 40", "under 40", "at most 40", "between 30 and 40")


def point(value: str, date: str, unit: Unit = USD, source: str = "CIA, 2023", aside: bool = False) -> Point:
    """A point in the words in which the pages say it."""
    quantity, when = quantities.read(value), dates.read(date)
    return Point(quantity, when, dates.words(when), wording.parts(quantity, unit).text, wording.short(quantity, unit), source, aside)


def series(*values: tuple[str, str], unit: Unit = USD) -> LineChart:
    return line([point(value, date, unit) for value, date in values], unit)


def bar(value: str, unit: Unit = USD, label: str = "Invested", note: str = "2023", address: str = "#invested") -> Bar:
    quantity = quantities.read(value)
    return Bar(label, quantity, wording.parts(quantity, unit).text, wording.short(quantity, unit), note, address)


def row(*values: str, unit: Unit = USD, shares: bool = False) -> BarChart:
    return bars([bar(value, unit) for value in values], unit, shares)


PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Charts</title></head><body><main><h1>Charts</h1>
{% import "charts.html" as draw %}{% for chart in lines %}{{ draw.line(chart, "line-" ~ loop.index, title, note) }}{% endfor %}
{% for chart in rows %}{{ draw.bars(chart, "bars-" ~ loop.index, title, note) }}{% endfor %}</main></body></html>"""


class Press:
    """Draws charts on a page of their own."""

    def __init__(self, folder: Path) -> None:
        (folder / "page.html").write_text(PAGE, encoding="utf-8")
        self.templates = Templates([str(folder), str(PROJECT / "templates")], {}, None)

    def page(self, *, lines: Sequence[LineChart] = (), rows: Sequence[BarChart] = (), title: str = "Investment", note: str = "") -> str:
        return self.templates.render("page.html", {"lines": lines, "rows": rows, "title": title, "note": note})


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return Press(tmp_path_factory.mktemp("press"))


def inside(markup: str, tag: str) -> list[str]:
    """What stands in every element of this kind, without its own tags."""
    return [unescape(re.sub(r"<[^>]+>", "", text)) for text in re.findall(rf"<{tag}[ >].*?</{tag}>", markup, re.DOTALL)]


# Scales --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ("0 100", "0 25 50 75 100"),
        ("3 97", "0 25 50 75 100"),
        ("40 1.2", "0 10 20 30 40"),
        ("332 397", "320 340 360 380 400"),
        ("60 100", "0 25 50 75 100"),
        ("60.1 100", "60 70 80 90 100"),
        ("-3 5", "-5 0 5"),
        ("-5 -100", "-100 -75 -50 -25 0"),
        ("-90 -100", "-100 -95 -90"),
        ("0 0", "0"),
        ("7 7", "0 2 4 6 8"),
        ("0 1", "0 1"),
        ("0 3", "0 1 2 3"),
        ("0.02 0.9", "0 0.25 0.5 0.75 1"),
        ("1 1000000", "0 250000 500000 750000 1000000"),
    ],
)
def test_ticks_are_round_and_few_and_zero_is_left_out_only_where_all_values_lie_far_from_it(values: str, ticks: str) -> None:
    found = scales.spanning(list(map(Decimal, values.split())))
    wanted = list(map(Decimal, ticks.split()))
    assert list(found.ticks) == wanted
    assert (found.low, found.high) in {(wanted[0], wanted[-1]), (0, 1)}


@given(some.lists(some.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9), min_size=1, max_size=6))
def test_every_value_lies_on_its_scale(values: list[Decimal]) -> None:
    found = scales.spanning(values)
    assert all(0 <= found.at(value) <= 100 for value in values)
    assert 1 <= len(found.ticks) <= scales.MOST_TICKS
    assert found.whole or max(values) - min(values) < scales.SMALL * max(map(abs, values))


def test_numbers_that_differ_only_in_their_last_digit_are_told_apart() -> None:
    low, high = Decimal(10**60 + 1), Decimal(10**60 + 3)
    found = scales.spanning([low, high])
    assert found.at(low) < found.at(high)


@pytest.mark.parametrize(
    ("values", "unit", "advice"),
    [
        ("332,000 397,000", FIRMS, "The scale begins at 320,000, not at zero."),
        ("30 billion, 40 billion", USD, "The scale begins at US$30 billion, not at zero."),
        ("91 98", PERCENT, "The scale begins at 90%, not at zero."),
        ("-91 -98", PERCENT, "The scale ends at −90%, not at zero."),
        ("1.5 1.6", KM, "The scale begins at 1.5\u00a0km, not at zero."),
        ("1.2 billion, 40 billion", USD, ""),
        ("3 100", FIRMS, ""),
        ("7 7", FIRMS, ""),
    ],
)
def test_a_scale_that_leaves_zero_out_says_so_on_the_page(press: Press, values: str, unit: Unit, advice: str) -> None:
    first, last = re.split(r", | (?=-?\d)", values, maxsplit=1)
    chart = series((first, "2010"), (last, "2020"), unit=unit)
    assert chart.advice.replace("\u00a0", " ") == advice.replace("\u00a0", " ")
    assert chart.advice in inside(press.page(lines=[chart]), "figcaption")[0]
    assert any(level.zero for level in chart.levels) == (not advice)


@pytest.mark.parametrize(
    ("values", "unit", "heading", "ticks"),
    [
        ("10 billion|40 billion", USD, "In US$ billion", "0 10 20 30 40"),
        ("1|4", USD, "In US$", "0 1 2 3 4"),
        ("1|4", read_unit("CHF"), "In CHF", "0 1 2 3 4"),
        ("10|40", PERCENT, "In %", "0 10 20 30 40"),
        ("2 million|8 million", FIRMS, "Million firms", "0 2 4 6 8"),
        ("20,000|80,000", FIRMS, "Firms", "0 20,000 40,000 60,000 80,000"),
        ("200|800", KM, "In km", "0 200 400 600 800"),
        ("-4|4", PERCENT, "In %", "−4 −2 0 2 4"),
        ("20000000000000000000|80000000000000000000", FIRMS, "10¹⁸ firms", "0 20 40 60 80"),
        ("0.0000002|0.0000008", KM, "In 10⁻⁹ km", "0 200 400 600 800"),
    ],
)
def test_the_unit_is_named_once_and_ticks_are_short(values: str, unit: Unit, heading: str, ticks: str) -> None:
    first, last = values.split("|")
    chart = series((first, "2010"), (last, "2020"), unit=unit)
    assert chart.unit == heading
    assert [level.label for level in chart.levels] == ticks.split()


# Time ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "ticks"),
    [
        ("2010 2013", "2010|2011|2012|2013"),
        ("2010 2023", "2010|2012|2014|2016|2018|2020|2022"),
        ("1820 2020", "1850|1900|1950|2000"),
        ("2023-01 2024-02", "Jan 2023|Apr|Jul|Oct|Jan 2024"),
        ("2024-02-10 2024-06-12", "Mar 2024|Apr|May|Jun"),
        ("2024-06-24 2024-06-29", "24 Jun|25 Jun|26 Jun|27 Jun|28 Jun|29 Jun"),
        ("-0043 0079", "40 BC|20 BC|1|20|40|60"),
        ("2023", "2023"),
        ("2024-06-24", "24 Jun"),
        ("201X 202X", "2010|2015|2020|2025"),
    ],
)
def test_time_has_round_ticks(days: str, ticks: str) -> None:
    found = [dates.read(day) for day in days.split()]
    assert [tick.label for tick in times.ticks(times.span(found), found)] == ticks.split("|")


def test_time_is_to_scale() -> None:
    dots = series(("1", "2010-01-01"), ("2", "2011-01-01"), ("3", "2014-01-01")).dots
    assert (dots[2].x - dots[1].x) / (dots[1].x - dots[0].x) == pytest.approx(1096 / 365, rel=0.001)


def test_a_year_is_drawn_at_its_middle_above_its_name() -> None:
    chart = series(("1", "2010"), ("2", "2011"), ("3", "2012"))
    assert [dot.x for dot in chart.dots] == [time.x for time in chart.times]
    assert chart.dots[1].x == pytest.approx(50, abs=0.1)


def test_a_date_wider_than_a_year_is_drawn_as_wide_as_it_is(press: Press) -> None:
    decade, year = series(("1", "200X"), ("2", "2012")).dots
    assert (decade.since, year.since) == (0, year.until)
    assert decade.until > 70
    assert press.page(lines=[series(("1", "200X"), ("2", "2012"))]).count('class="while"') == 1


# The marks of what is claimed ----------------------------------------------------------------------------------------

MARK_OF = {"40": "stated", "over 40": "over", "at least 40": "over", "about 40": "about", "nearly 40": "nearly", "under 40": "under",
           "at most 40": "under", "between 30 and 40": "between"}


def mark(press: Press, value: str) -> str:
    """What is drawn on the page for the last point of a line, places left out."""
    groups = re.findall(r"<g class=.*?</g>", press.page(lines=[series(("50", "2000"), (value, "2010"))]))
    return re.sub(r'="[\d.]+%"', "", groups[-1])


def test_every_qualifier_has_a_mark_and_no_other_claim_has_the_same(press: Press) -> None:
    drawn = {value: mark(press, value) for value in EVERY_CLAIM}
    shapes = {value: markup.partition(">")[2] for value, markup in drawn.items()}
    assert {(shapes[one] == shapes[other]) == (MARK_OF[one] == MARK_OF[other]) for one, other in combinations(EVERY_CLAIM, 2)} == {True}
    assert all(f'class="{MARK_OF[value]}"' in markup for value, markup in drawn.items())


@pytest.mark.parametrize(
    ("value", "upward", "downward"),
    [("40", False, False), ("over 40", True, False), ("at least 40", True, False), ("under 40", False, True), ("at most 40", False, True),
     ("nearly 40", False, False), ("about 40", False, False), ("between 30 and 40", False, False)],
)
def test_only_what_is_open_goes_on(press: Press, value: str, upward: bool, downward: bool) -> None:
    drawn = mark(press, value)
    assert ("M-5-8 0-13 5-8" in drawn) is upward
    assert ("M-5 5 0 10 5 5" in drawn) is downward


def test_a_range_is_as_high_as_it_is_and_the_line_becomes_a_band_there(press: Press) -> None:
    chart = series(("0", "2000"), ("between 20 and 60", "2005"), ("100", "2010"), ("90", "2011"))
    assert (chart.dots[1].y, chart.dots[1].to) == (20, 60)
    assert [join.band for join in chart.joins] == [True, True, False]
    page = press.page(lines=[chart])
    assert page.count('class="join"') == 1
    assert len(re.findall(r'<svg class="band".*?</svg>', page)[0].split("<path")) == 3


def test_what_another_source_says_is_drawn_but_not_joined(press: Press) -> None:
    own = [point(value, date) for value, date in SERIES]
    other = point("over 44 billion", "2024-06-24", source="World Bank, 2024", aside=True)
    alone, both = line(own, USD), line([*own, other], USD)
    assert len(both.joins) == len(alone.joins) == len(own) - 1
    assert len(both.dots) == len(alone.dots) + 1
    page = press.page(lines=[both])
    assert page.count(" aside beside") == 1
    assert "values of others" in both.advice
    assert "values of others" not in alone.advice
    assert both.summary.endswith("Not joined to the line: over US$44\u00a0billion on 24 June 2024, World Bank, 2024.")


def test_a_line_needs_a_value_of_its_own() -> None:
    with pytest.raises(ValueError, match="a point of its own"):
        line([point("40", "2010", aside=True)], USD)


@pytest.mark.parametrize(
    ("value", "kinds"),
    [
        ("40", "solid"),
        ("over 40", "solid, on"),
        ("at least 40", "solid, on"),
        ("about 40", "solid, soft"),
        ("nearly 40", "solid, soft, hollow, edge"),
        ("under 40", "hollow, edge"),
        ("at most 40", "hollow, edge"),
        ("between 30 and 40", "solid, hollow, edge"),
        ("between 0 and 40", "hollow, edge"),
        ("0", ""),
        ("over 0", "on"),
        ("under 0", "edge, on back"),
        ("about 0", "soft"),
        ("-40", "solid"),
        ("under -40", "solid, on back"),
        ("over -40", "hollow, edge, on"),
        ("about -40", "solid, soft back"),
        ("nearly -40", "solid, soft back"),
        ("between -40 and -30", "solid, hollow, edge"),
        ("between -30 and 40", "hollow, edge, edge"),
    ],
)
def test_a_bar_is_solid_as_far_as_is_claimed_and_ends_as_the_claim_does(press: Press, value: str, kinds: str) -> None:
    chart = row(value, "50", "-50")
    assert ", ".join(piece.kind for piece in chart.rows[0].pieces) == kinds
    drawn = re.findall(r"<li>.*?</li>", press.page(rows=[chart]), re.DOTALL)
    assert [drawn[0].count(f'class="{name}') for name in ("solid", "hollow", "soft", "edge", "on")] == [
        kinds.split(", ").count(name) + kinds.split(", ").count(f"{name} back") for name in ("solid", "hollow", "soft", "edge", "on")]


def test_bars_start_at_zero_and_are_as_long_as_their_numbers() -> None:
    chart = row("10", "20", "-20")
    ten, twenty, minus = (each.pieces[0] for each in chart.rows)
    assert ten.x == twenty.x == chart.zero == 50
    assert (ten.width, twenty.width) == (25, 50)
    assert (minus.x, minus.x + minus.width) == (0, chart.zero)


def test_near_values_do_not_make_bars_leave_zero_out() -> None:
    assert [each.pieces[0].width for each in row("99", "100").rows] == [99, 100]


def test_a_millionth_is_still_to_be_seen_and_nothing_is_not() -> None:
    tiny, nothing, whole = (each.pieces for each in row("1", "0", "1000000").rows)
    assert 0 < tiny[0].width < 0.1
    assert nothing == ()
    assert whole[0].width == 100


def test_there_is_room_beside_the_longest_bar_where_one_goes_on() -> None:
    assert row("over 40").rows[0].pieces[-1].x < 95
    assert row("40").rows[0].pieces[0].width == 100


@pytest.mark.parametrize(
    ("values", "unit", "shares", "whole"),
    [
        ("61.5|20.2|12.3|6.0", PERCENT, False, True),
        ("33.3|33.3|33.3", PERCENT, False, True),
        ("33|33|33", PERCENT, False, True),
        ("33|33|32", PERCENT, False, False),
        ("33.0|33.0|33.0", PERCENT, False, False),
        ("over 60|40", PERCENT, False, False),
        ("over 60|30", PERCENT, True, True),
        ("60|40", FIRMS, False, False),
        ("100", PERCENT, False, False),
        ("120|-20", PERCENT, False, False),
    ],
)
def test_shares_of_one_whole_are_drawn_on_a_scale_to_100(press: Press, values: str, unit: Unit, shares: bool, whole: bool) -> None:
    chart = row(*values.split("|"), unit=unit, shares=shares)
    assert (chart.end is not None) is whole
    assert press.page(rows=[chart]).count('class="rest"') == len(chart.rows) * whole


def test_bars_stay_in_the_order_of_their_author(press: Press) -> None:
    chart = bars([bar("2", label="Second"), bar("9", label="Ninth"), bar("1", label="First")], USD)
    assert [text.split()[0] for text in inside(press.page(rows=[chart]), "li")] == ["Second", "Ninth", "First"]


@given(some.lists(some.sampled_from([*EVERY_CLAIM, "-3", "under -70", "about 0", "between -9 and 4"]), min_size=1, max_size=20))
def test_nothing_of_a_bar_is_drawn_off_its_room(values: list[str]) -> None:
    for each in row(*values).rows:
        for piece in each.pieces:
            assert piece.x >= 0
            assert piece.x + piece.width <= 100.1


# What is said --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "summary"),
    [
        ((("332,000", "2010"), ("over 364,000", "2023")), "From 332,000 firms in 2010 to over 364,000 firms in 2023."),
        ((("332,000", "2010"),), "332,000 firms in 2010."),
        ((("5", "2010-07"), ("about 9", "2012-03-04"), ("6", "2014")),
         "From 5 firms in July 2010 to 6 firms in 2014. Highest stated: about 9 firms on 4 March 2012."),
        ((("5", "2010~"), ("2", "2012"), ("6", "2014")), "From 5 firms (about 2010) to 6 firms in 2014. Lowest stated: 2 firms in 2012."),
    ],
)
def test_the_description_says_what_the_line_shows(press: Press, values: tuple[tuple[str, str], ...], summary: str) -> None:
    chart = series(*values, unit=FIRMS)
    assert chart.summary == summary
    page = press.page(lines=[chart])
    assert inside(page, "desc") == [summary]
    assert re.search(r'<svg role="img" aria-labelledby="(.*?)" aria-describedby="(.*?)"><title id="\1">Investment</title><desc id="\2">', page)


def without(text: str, *said: str) -> str:
    for each in sorted(said, key=len, reverse=True):
        text = text.replace(each, "")
    return text


def test_no_number_stands_without_its_qualifier(press: Press) -> None:
    chart = series(*SERIES)
    page = press.page(lines=[chart])
    whole = [text for each in chart.points for text in (each.text, each.words)]
    short = [text for each in chart.points for text in (each.short, each.words)]
    assert re.findall(r"\d", without(" ".join(inside(page, "desc") + inside(page, "title")), *whole)) == []
    said = re.findall(r'<span class="says.*?</span>', page)
    assert len(said) >= 4
    assert re.findall(r"\d", without(" ".join(inside(" ".join(said), "span")), *short)) == []


def test_a_bare_number_would_be_noticed(press: Press) -> None:
    chart = series(*SERIES)._replace(summary="From US$1.2 billion in 2011 to US$40 billion in 2024.")
    said = inside(press.page(lines=[chart]), "desc")[0]
    assert re.findall(r"\d+", without(said, *[each.text for each in chart.points], "2011", "2024"))


def test_the_table_has_every_value_with_its_source(press: Press) -> None:
    random_order = random.Random(4).sample(SERIES, len(SERIES))
    chart = series(*random_order)
    page = press.page(lines=[chart])
    cells = [inside(found, "t[hd]") for found in re.findall(r"<tr>.*?</tr>", page, re.DOTALL)]
    assert cells == [["Date", "Value", "Source"], *([each.words, each.text, "CIA, 2023"] for each in (point(*one) for one in SERIES))]


def test_bars_say_everything_in_text_and_in_a_table(press: Press) -> None:
    page = press.page(rows=[bars([bar("over 40 billion"), bar("about 3 billion", address="", note="")], USD)])
    assert [" ".join(text.split()) for text in inside(page, "li")] == ["Invested 2023 over US$40bn", "Invested about US$3bn"]
    assert page.count('<a href="#invested">') == 1
    assert inside(page, "td") == ["over US$40\u00a0billion", "2023", "about US$3\u00a0billion", ""]
    assert page.count('<svg aria-hidden="true">') == 2


def test_paper_has_the_table_of_a_line_unless_every_value_is_beside_its_point(press: Press) -> None:
    few, many = series(("1", "2010"), ("5", "2020")), series(*((str(number), str(1980 + number)) for number in range(40)))
    assert (few.told, many.told) == (True, False)
    assert '<details class="spare">' in press.page(lines=[few])
    assert '<details class="spare">' not in press.page(lines=[many])


def test_what_authors_write_is_never_markup(press: Press) -> None:
    chart = line([point("1", "2010", source="<i>A</i> & B"), point("2", "2011", source='"q"')], FIRMS)
    page = press.page(lines=[chart], rows=[bars([bar("1", label="<b>L</b>", note="<u>")], USD)], title="<s>T</s>", note="<em>N</em>")
    assert re.findall(r"<(i|s|em|u)>", page) == []
    assert "<b>L" not in page
    assert "&lt;i&gt;A&lt;/i&gt; &amp; B" in page


def test_charts_on_one_page_have_ids_of_their_own_and_refer_to_what_is_there(press: Press) -> None:
    page = press.page(lines=[series(*SERIES)] * 2, rows=[row(*EVERY_CLAIM, "about -3")] * 2)
    ids = re.findall(r' id="(.*?)"', page)
    assert len(ids) == len(set(ids))
    assert all(each.startswith("_chart-") for each in ids)
    referred = re.findall(r'(?:labelledby|describedby)="(.*?)"|url\(#(.*?)\)', page)
    assert {one or other for one, other in referred} <= set(ids)
    assert len(referred) >= 8


def test_the_same_values_in_any_order_give_the_same_bytes(press: Press) -> None:
    shuffled = random.Random(1).sample(SERIES, len(SERIES))
    assert press.page(lines=[series(*SERIES)]) == press.page(lines=[series(*shuffled)])


def test_the_small_engine_draws_charts_without_jinja(press: Press) -> None:
    press.page(lines=[series(*SERIES)], rows=[row(*EVERY_CLAIM)])
    assert press.templates.slow == {}


# Labels --------------------------------------------------------------------------------------------------------------


def boxes(chart: LineChart, wide: bool) -> list[labels.Box]:
    """Where the labels of a plot stand."""
    room = labels.Room(labels.WIDTHS[wide] - chart.room * 0.6 - 1, wide, (), (), [])
    shown = [(label, (label.at, label.at_wide)[wide]) for label in chart.labels]
    return [room._box(labels.Spot(label.x, 0, 0, 0, 0, label.value, label.when), at) for label, at in shown if at is not None]


VALUES = some.lists(some.tuples(some.sampled_from(["3", "over 40", "about 1,234", "between 300 and 900", "under 77", "1000"]),
                                some.integers(1990, 2030).map(str)), min_size=2, max_size=14, unique_by=lambda one: one[1])


@given(VALUES)
def test_labels_never_lie_upon_one_another_and_none_leaves_the_plot(values: list[tuple[str, str]]) -> None:
    chart = series(*values, unit=FIRMS)
    for wide in (False, True):
        found = boxes(chart, wide)
        assert not any(labels._overlap(one, other) for one, other in combinations(found, 2))
        assert all(each.low >= labels.LOWEST and each.left >= -0.3 and each.right <= labels.WIDTHS[wide] for each in found)


@given(VALUES)
def test_the_last_value_is_always_labelled(values: list[tuple[str, str]]) -> None:
    chart = series(*values, unit=FIRMS)
    shown = {(label.value, label.when) for label in chart.labels if label.at is not None and label.at_wide is not None}
    assert (chart.points[-1].short, chart.points[-1].words) in shown


@pytest.mark.parametrize("values", [SERIES, (("3", "2010"), ("90", "2011")), (("over 90", "2010"), ("under 3", "2011")), (("7", "2010"), ("8", "2010-02"))])
def test_the_first_value_is_labelled_where_there_is_any_room(values: tuple[tuple[str, str], ...]) -> None:
    chart = series(*values)
    assert (chart.labels[0].value, chart.labels[0].when) == (chart.points[0].short, chart.points[0].words)
    assert chart.labels[0].at is not None


def test_of_a_long_series_only_the_outstanding_values_are_labelled() -> None:
    values = [100 + number for number in range(40)]
    values[17], values[28] = 400, 90
    chart = series(*((str(value), str(1980 + number)) for number, value in enumerate(values)))
    assert [label.value for label in chart.labels] == ["US$100", "US$400", "US$90", "US$139"]


@pytest.mark.parametrize(
    ("stroke", "crossed"),
    [((0, 0, 10, 10), True), ((0, 6, 10, 6), False), ((3, 0, 3, 9), True), ((0, 9, 9, 0), False), ((2.5, 3, 2.6, 3), True), ((0, 0, 1, 1), False)],
)
def test_a_line_through_a_label_is_noticed(stroke: labels.Stroke, crossed: bool) -> None:
    assert labels._crosses(stroke, labels.Box(2, 2, 4, 4)) is crossed


# Extremes ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "values",
    [
        [("0", "2020"), ("0", "2021")],
        [("over 10,000", "2023")],
        [("9" * 5000, "2010"), ("over " + "8" * 4999, "2020")],
        [("0." + "0" * 400 + "1", "2010"), ("0." + "0" * 400 + "3", "2020")],
        [("1", "-0586"), ("2", "Y17000"), ("3", "19XX")],
        [("1", "2010/2014"), ("2", "2015/.."), ("3", "../2030")],
        [("5", "2020"), ("7", "2020"), ("6", "2020")],
        [("-3 trillion", "2020"), ("nearly -4 trillion", "2021")],
    ],
)
def test_extremes_are_drawn_within_the_plot(press: Press, values: list[tuple[str, str]]) -> None:
    chart = series(*values, unit=FIRMS)
    assert all(0 <= place <= 100 for dot in chart.dots for place in (dot.x, dot.y, dot.to, dot.since, dot.until))
    assert all(len(level.label) <= 9 for level in chart.levels)
    assert press.page(lines=[chart]).count("<figure") == 1


LONG = "Foreign-invested firms registered in the Shenzhen-Hong Kong Modern Service Industry Cooperation Zone " * 3


@pytest.mark.nu
def test_the_reference_reader_of_html_has_nothing_against_charts(press: Press, tmp_path: Path) -> None:
    unlike = bars([bar("over 1", FIRMS, label=LONG), bar("about 1000000", FIRMS, label="深圳前海外商投资企业", address="")], FIRMS)
    page = press.page(lines=[series(*SERIES), series(("7", "200X"))], rows=[row(*EVERY_CLAIM, "about -3"), unlike, row("60", "40", unit=PERCENT)],
                      note="As stated by the sources")
    (tmp_path / "charts.html").write_text(page, encoding="utf-8")
    assert errors(tmp_path / "charts.html", PROJECT / "static" / "site.css") == []
