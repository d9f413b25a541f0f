"""The live preview in a real browser: what is saved is seen, without a hand on the keyboard."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.conftest import PROJECT, surroundings

pytestmark = pytest.mark.browser

# A page long enough to be scrolled, whose text is that of page.txt; a text with `broken` in it cannot be built.
PROGRAM = """
import pathlib, sys
from factsheet.out.serve import Outcome, serve
content = pathlib.Path(sys.argv[1])

def build():
    with open(content.with_name("builds"), "a") as log:
        log.write("x")
    text = " ".join(file.read_text() for file in sorted(content.glob("*.txt")))
    page = ("<!doctype html><html><head><title>t</title><link rel=icon href=data:,><link rel=stylesheet href=style.css>"
            f"</head><body><h1>{text}</h1><p style='height: 9000px'>long</p></body></html>")
    files = {"index.html": page.encode(), "style.css": (content / "style.css").read_bytes()}
    return Outcome(files, page.replace("<h1>", "<h1>Problem in line 3: ") if "broken" in text else "")

sys.exit(serve(build, lambda: [str(content)], port=0))
"""


class Author:
    """Somebody who saves files and looks at the preview."""

    def __init__(self, page: Page, content: Path):
        self.page, self.content, self.heading = page, content, page.locator("h1")

    def saves(self, text: str, name: str = "page.txt") -> None:
        (self.content / name).write_text(text)

    def builds(self) -> int:
        return len(self.content.with_name("builds").read_bytes())


@pytest.fixture
def author(view: Open, tmp_path: Path) -> Iterator[Author]:
    content = tmp_path / "content"
    content.mkdir()
    (content / "page.txt").write_text("first")
    (content / "style.css").write_text("h1 { color: rgb(0, 0, 1) }")
    command = [sys.executable, "-c", PROGRAM, str(content)]
    with subprocess.Popen(command, cwd=PROJECT, env=surroundings(), stdout=subprocess.PIPE, encoding="utf-8") as server:
        assert server.stdout
        opened = view()
        opened.page.goto(server.stdout.readline().split()[2])
        until_connected(opened.page)
        yield Author(opened.page, content)
        server.terminate()
    assert server.returncode == 0


def until_connected(page: Page) -> None:
    page.wait_for_function("window.LiveReload && window.LiveReload.connector && window.LiveReload.connector.protocol === 7")


def test_a_save_reaches_the_browser(author: Author) -> None:
    author.saves("second")
    expect(author.heading).to_have_text("second")


def test_two_quick_saves_both_reach_the_browser(author: Author) -> None:
    author.saves("second")
    expect(author.heading).to_have_text("second")
    author.saves("third")
    expect(author.heading).to_have_text("third")


def test_of_many_saves_without_a_pause_the_last_is_shown(author: Author) -> None:
    for number in range(100):
        author.saves(f"save {number}")
    expect(author.heading).to_have_text("save 99")


def test_one_save_is_built_once(author: Author) -> None:
    for text in ("second", "third"):
        author.saves(text, ".new")
        (author.content / ".new").replace(author.content / "page.txt")
        expect(author.heading).to_have_text(text)
    assert author.builds() == 3


def test_a_broken_save_shows_its_problems_and_the_next_good_one_heals(author: Author) -> None:
    author.saves("broken")
    expect(author.heading).to_have_text("Problem in line 3: broken")
    author.saves("good again")
    expect(author.heading).to_have_text("good again")


def test_a_reader_stays_where_he_has_scrolled_to(author: Author) -> None:
    author.page.evaluate("window.scrollTo(0, 4000)")
    author.saves("second")
    expect(author.heading).to_have_text("second")
    author.page.wait_for_function("window.scrollY === 4000")


def test_a_saved_style_sheet_is_swapped_in_place(author: Author) -> None:
    author.page.evaluate("window.stillTheSamePage = true")
    author.saves("h1 { color: rgb(0, 0, 2) }", "style.css")
    expect(author.heading).to_have_css("color", "rgb(0, 0, 2)")
    assert author.page.evaluate("window.stillTheSamePage") is True
