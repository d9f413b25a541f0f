"""Charts and tables as they are drawn: no word lies upon another or leaves the page; bars begin at zero and are as long as their numbers."""

from pathlib import Path

import pytest

from tests.browser.conftest import Open, View

pytestmark = pytest.mark.browser

WIDTHS = (320, 480, 768, 1280)
PAGES = ("index.html", "key-figures.html")

# For each chart: pairs of words that overlap, and words beyond the page's edges. A box is that of the letters, less a pixel for rounding.
CROWDED = """() => {
    const seen = one => one.checkVisibility() && one.textContent.trim(), wide = document.documentElement.clientWidth, wrong = [];
    const box = one => { const range = document.createRange(); range.selectNodeContents(one); return range.getBoundingClientRect(); };
    for (const chart of document.querySelectorAll('.chart')) {
        const words = [...chart.querySelectorAll('.plot span, .rows .name, .rows b')].filter(seen).map(one => [one.textContent.trim(), box(one)]);
        words.forEach(([text, at], number) => {
            if (at.left < 0 || at.right > wide) wrong.push(`${chart.id}: ${text} leaves the page`);
            for (const [other, to] of words.slice(number + 1)) {
                if (at.left < to.right - 1 && to.left < at.right - 1 && at.top < to.bottom - 1 && to.top < at.bottom - 1) wrong.push(`${chart.id}: ${text} / ${other}`);
            }
        });
    }
    return wrong;
}"""
# For each row of bars: where zero is, where the bar begins, how long it is, and the number beside it
BARS = """all => all.map(row => {
    const zero = row.querySelector('.zero').getBoundingClientRect().left;
    const parts = [...row.querySelectorAll('rect:not(.rest)')].map(one => one.getBoundingClientRect());
    const left = Math.min(...parts.map(one => one.left)), right = Math.max(...parts.map(one => one.right));
    return [zero, left, right - left, parseFloat(row.querySelector('b').textContent)];
})"""


def crowded(shown: View, page: Path, width: int) -> list[str]:
    """What lies upon one another or leaves the page at a width."""
    shown.visit(page.as_uri())
    shown.page.set_viewport_size({"width": width, "height": 900})
    return list(shown.page.evaluate(CROWDED))


@pytest.mark.parametrize("name", PAGES)
def test_no_words_of_a_chart_lie_upon_one_another_or_leave_the_page(view: Open, built_example: Path, name: str) -> None:
    shown = view()
    assert {width: found for width in WIDTHS if (found := crowded(shown, built_example / name, width))} == {}
    assert shown.page.locator(".chart .plot .says:visible").count() > 1


SPANS = "<span style='position: absolute; left: {}px; top: {}px'>{}</span>"


@pytest.mark.parametrize(("spans", "wrong"), [
    ([(10, 10, "one"), (10, 60, "two")], []),
    ([(10, 10, "one"), (20, 12, "two")], ["one / two"]),
    ([(310, 10, "beyond")], ["beyond leaves the page"]),
    ([(-9, 10, "before")], ["before leaves the page"]),
])
def test_crowded_words_are_noticed(view: Open, tmp_path: Path, spans: list[tuple[int, int, str]], wrong: list[str]) -> None:
    page = tmp_path / "chart.html"
    drawn = "".join(SPANS.format(*span) for span in spans)
    page.write_text(f"<!doctype html><title>Chart</title><figure class=chart id=c style='margin: 0'><div class=plot>{drawn}</div></figure>", encoding="utf-8")
    assert crowded(view(), page, 320) == [f"c: {each}" for each in wrong]


def unsound(bars: list[list[float]]) -> list[list[float]]:
    """The bars that begin elsewhere than at zero, or are not as long as their numbers, by more than a pixel."""
    longest = max(bars, key=lambda bar: bar[3])
    scale = longest[2] / longest[3]
    return [bar for bar in bars if abs(bar[0] - bar[1]) > 1 or abs(bar[2] - scale * bar[3]) > 1]


@pytest.mark.parametrize("width", [320, 1280])
def test_bars_begin_at_zero_and_are_as_long_as_their_numbers(view: Open, built_example: Path, width: int) -> None:
    shown = view(width=width)
    shown.visit((built_example / "index.html").as_uri())
    bars = shown.page.eval_on_selector_all(".rows li", BARS)
    assert len(bars) > 2
    assert unsound(bars) == []


@pytest.mark.parametrize("bars", [[[9.0, 20.0, 100.0, 50.0], [9.0, 9.0, 20.0, 10.0]], [[9.0, 9.0, 100.0, 50.0], [9.0, 9.0, 40.0, 10.0]]], ids=["begins", "length"])
def test_a_bar_that_lies_is_noticed(bars: list[list[float]]) -> None:
    assert len(unsound(bars)) == 1


# Of each row of a table, in print or on a screen: words that stand less than a space apart though they are in two cells, side by side
TOUCHING = """() => {
    const wrong = [], box = one => { const range = document.createRange(); range.selectNodeContents(one); return range.getBoundingClientRect(); };
    document.querySelectorAll('details').forEach(one => one.open = true);
    for (const row of document.querySelectorAll('table tr')) {
        const cells = [...row.cells].filter(one => one.textContent.trim() && one.checkVisibility()).map(one => [one.textContent.trim(), box(one)]);
        cells.slice(1).forEach(([text, at], number) => {
            const [before, to] = cells[number];
            if (at.top < to.bottom - 1 && to.top < at.bottom - 1 && at.left - to.right < 3) wrong.push(`${before} | ${text.slice(0, 40)}`);
        });
    }
    return wrong;
}"""


def touching(shown: View, page: Path) -> list[str]:
    shown.visit(page.as_uri())
    return list(shown.page.evaluate(TOUCHING))


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_the_cells_of_a_table_stand_apart(view: Open, built_example: Path, name: str, width: int) -> None:
    assert touching(view(width=width), built_example / name) == []


@pytest.mark.parametrize(("style", "wrong"), [("width: 40px", ["1 January 2024 | 383,726 people"]), ("padding-right: 8px", [])])
def test_cells_that_touch_are_noticed(view: Open, tmp_path: Path, style: str, wrong: list[str]) -> None:
    page = tmp_path / "table.html"
    page.write_text("<!doctype html><title>Table</title><style>table { table-layout: fixed } td { padding: 0; white-space: nowrap }</style>"
                    f"<table style='border-spacing: 0'><tr><td style='{style}'>1 January 2024<td>383,726 people</table>", encoding="utf-8")
    assert touching(view(), page) == wrong
