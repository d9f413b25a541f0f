"""A figure in an iframe on another's page: all of it is to be seen in a narrow column and a wide one, and it scrolls nowhere."""

import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from tests.browser.conftest import Open, View

pytestmark = pytest.mark.browser

BEYOND = "[document.documentElement.scrollWidth - window.innerWidth, document.documentElement.scrollHeight - window.innerHeight]"


@pytest.fixture(scope="session")
def snippets(either_site: Path) -> list[str]:
    """What the cards offer to be pasted, leading to a folder beside the page instead of the web."""
    card = (either_site / "key-figures.html").read_text(encoding="utf-8")
    found = [unescape(text) for text in re.findall(r'<code class="copy">(.*?)</code>', card)]
    assert found
    return [re.sub(r'src="https://example\.org/[\w-]+/', 'src="', text) for text in found]


@pytest.fixture
def elsewhere(either_site: Path, tmp_path: Path) -> Path:
    """A page of somebody else's, with the pages to embed beside it."""
    shutil.copytree(either_site / "embed", tmp_path / "embed")
    return tmp_path / "elsewhere.html"


def beyond(shown: View, page: Path, snippet: str) -> list[int]:
    """By how many pixels a figure is wider and higher than its frame."""
    style = "<style>body { margin: 0 }</style>"
    page.write_text(f"<!doctype html><title>Elsewhere</title><link rel=icon href=data:,>{style}{snippet}", encoding="utf-8")
    assert shown.visit(page.as_uri()) == []
    frame = shown.page.frames[1]
    frame.wait_for_selector("h1")
    return [int(over) for over in frame.evaluate(BEYOND)]


@pytest.mark.parametrize("width", [320, 480, 1280])
def test_all_of_a_figure_is_seen_in_the_frame_that_is_offered(view: Open, elsewhere: Path, snippets: list[str], width: int) -> None:
    shown = view(width=width)
    assert [beyond(shown, elsewhere, snippet) for snippet in snippets] == [[0, 0]] * len(snippets)


def test_a_frame_that_is_too_low_is_noticed(view: Open, elsewhere: Path, snippets: list[str]) -> None:
    low = re.sub(r'height="\d+"', 'height="100"', snippets[0])
    assert beyond(view(width=320), elsewhere, low)[1] > 100
