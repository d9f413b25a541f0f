"""What was due for review says so on the day that a page is read, wherever it is read; without JavaScript the date stands there."""

from pathlib import Path

import pytest

from tests.browser.conftest import Open, View
from tests.conftest import Site, built, shipped_copy

pytestmark = pytest.mark.browser

OVERDUE = "overdue: look for a newer number"
PAGES = ("index.html", "key-figures.html")
ZONES = ("Pacific/Kiritimati", "America/St_Johns", "Pacific/Niue")


@pytest.fixture(scope="session")
def due(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped site with a figure that is to be looked up again by the end of March 2027."""
    site = shipped_copy(tmp_path_factory.mktemp("due"))
    site.edit("content/facts.yaml", "    evidence: over 40 billion U.S. dollars\n", "    evidence: over 40 billion U.S. dollars\n    review_by: 2027-03\n")
    return built(site)


def read_at(shown: View, folder: Path, page: str, *moment: int) -> str:
    """The words of a page that is read at a moment of the browser's own time zone: year, month, day, hour, minute."""
    year, month, *rest = moment
    at = shown.page.evaluate(f"new Date({', '.join(map(str, (year, month - 1, *rest)))}).toISOString()")
    shown.page.clock.set_fixed_time(at)
    assert shown.visit((folder / page).as_uri()) == []
    return shown.page.inner_text("main")


@pytest.mark.parametrize("page", PAGES)
def test_two_years_on_a_page_says_that_it_is_overdue(view: Open, due: Path, built_example: Path, page: str) -> None:
    shown = view()
    assert [OVERDUE in read_at(shown, folder, page, 2028, 11, 24, 12, 0) for folder in (due, built_example)] == [True, True]


@pytest.mark.parametrize("page", PAGES)
def test_today_it_does_not(view: Open, due: Path, built_example: Path, page: str) -> None:
    shown = view()
    texts = [read_at(shown, folder, page, 2026, 11, 24, 12, 0) for folder in (due, built_example)]
    assert ["overdue" in text for text in texts] == [False, False]
    assert ["March 2027" in texts[0], "June 2027" in texts[1]] == [True, True]


@pytest.mark.parametrize("zone", ZONES)
def test_the_last_day_is_not_overdue_and_the_next_one_is_by_the_readers_own_calendar(view: Open, due: Path, zone: str) -> None:
    shown = view(zone=zone)
    moments = [(2027, 3, 31, 0, 0), (2027, 3, 31, 23, 59), (2027, 4, 1, 0, 0)]
    assert [OVERDUE in read_at(shown, due, "key-figures.html", *moment) for moment in moments] == [False, False, True]


@pytest.mark.parametrize("page", PAGES)
def test_without_javascript_the_date_stands_there_and_nothing_is_called_overdue(view: Open, due: Path, page: str) -> None:
    shown = view(scripts=False)
    shown.visit((due / page).as_uri())
    text = shown.page.inner_text("main")
    assert ("March 2027" in text, "overdue" in text) == (True, False)


def test_only_what_is_due_is_called_overdue(view: Open, tmp_path: Path) -> None:
    """Of two figures, one due and one not, the one that is."""
    site = Site(tmp_path)
    figure = "{{label: {}, unit: ships, value: 3, as_of: 2020, review_by: {}}}"
    site.write("content/facts.yaml", f"title: Ports\nfigures:\n  a: {figure.format('North', '2027-01-15')}\n  b: {figure.format('South', 2029)}\n")
    shown = view()
    read_at(shown, built(site), "key-figures.html", 2028, 1, 1, 0, 0)
    overdue = shown.page.eval_on_selector_all(".figure", "all => all.filter(one => one.innerText.includes('overdue')).map(one => one.id)")
    assert overdue == ["a"]
