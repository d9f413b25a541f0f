"""On paper: a small sheet is one page, nothing is wider than the paper, and what lies behind a gesture on a screen stands there."""

import re
from pathlib import Path

import pytest

from tests.browser.conftest import Open, View

pytestmark = pytest.mark.browser

PAPER = 673     # pixels: A4 is 210 mm wide, of which the style sheet leaves 178 between its margins
Addresses = dict[str, str]

# The words that are printed: those of every text whose element is to be seen
PRINTED = """() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), words = [];
    while (walk.nextNode()) {
        if (walk.currentNode.parentElement.checkVisibility({visibilityProperty: true})) words.push(walk.currentNode.data);
    }
    return words.join(' ').replace(/\\s+/g, ' ');
}"""
EVIDENCE = "all => all.map(one => one.textContent.trim().replace(/\\s+/g, ' '))"
BESIDE = "document.documentElement.scrollWidth - window.innerWidth"


def sheets(shown: View, address: str) -> int:
    """How many sheets of A4 a page takes in print."""
    shown.visit(address)
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", shown.page.pdf(format="A4", prefer_css_page_size=True)))


def test_the_overview_of_a_small_sheet_is_one_sheet_of_paper(view: Open, built_site: Path) -> None:
    assert sheets(view(), (built_site / "index.html").as_uri()) == 1


def test_sheets_of_paper_are_counted(view: Open, tmp_path: Path) -> None:
    page = tmp_path / "three.html"
    page.write_text("<!doctype html><title>Three</title>" + "<p style='break-after: page'>A sheet" * 2 + "<p>The last", encoding="utf-8")
    assert sheets(view(), page.as_uri()) == 3


@pytest.fixture
def paper(view: Open) -> View:
    """A page as it is printed."""
    shown = view(width=PAPER)
    shown.page.emulate_media(media="print")
    return shown


def beyond(paper: View, address: str) -> int:
    """By how many pixels a page is wider than the paper."""
    paper.visit(address)
    return int(paper.page.evaluate(BESIDE))


def test_no_page_is_wider_than_the_paper(paper: View, addresses: Addresses, pages: list[str]) -> None:
    assert {page: wider for page in pages if (wider := beyond(paper, addresses["disk"] + page)) > 0} == {}


def test_what_is_wider_than_the_paper_is_noticed(paper: View, tmp_path: Path) -> None:
    page = tmp_path / "wide.html"
    page.write_text("<!doctype html><title>Wide</title><body style='margin: 0'><p style='width: 700px'>Wide", encoding="utf-8")
    assert beyond(paper, page.as_uri()) == 700 - PAPER


def unprinted(paper: View, address: str) -> list[str]:
    """The evidence on a page, by its words, that paper has not."""
    paper.visit(address)
    words = paper.page.eval_on_selector_all(".evidence blockquote, .formula", EVIDENCE)
    printed = str(paper.page.evaluate(PRINTED))
    return [each for each in words if each not in printed]


@pytest.mark.parametrize("page", ["index.html", "key-figures.html", "timeline.html"])
def test_all_evidence_stands_on_paper_though_nobody_opened_it(paper: View, addresses: Addresses, page: str) -> None:
    assert unprinted(paper, addresses["disk"] + page) == []


def test_evidence_that_is_not_printed_is_noticed(paper: View, tmp_path: Path) -> None:
    page = tmp_path / "hidden.html"
    page.write_text("<!doctype html><title>Hidden</title><details class=evidence><summary>Evidence</summary><blockquote>Closed</blockquote></details>"
                    "<details class=evidence open><summary>Evidence</summary><blockquote>Open</blockquote></details>", encoding="utf-8")
    assert unprinted(paper, page.as_uri()) == ["Closed"]


def test_what_was_published_and_replaced_stands_on_paper(paper: View, built_example: Path) -> None:
    """However many values a figure has had: those that were mended or withdrawn are what a reader of paper could not know."""
    paper.visit((built_example / "key-figures.html").as_uri())
    past = paper.page.locator(".values tr.past")
    assert past.count() > 3
    assert past.evaluate_all("all => all.filter(one => !one.checkVisibility()).map(one => one.id)") == []


def numbers(paper: View, selector: str) -> set[str]:
    """The numbers in whatever a selector finds that is printed."""
    texts = paper.page.eval_on_selector_all(selector, "all => all.filter(one => one.checkVisibility()).map(one => one.textContent)")
    return {text.strip() for text in texts}


def test_each_number_of_a_note_on_paper_has_its_note_and_each_note_a_number(paper: View, addresses: Addresses) -> None:
    paper.visit(addresses["disk"] + "index.html")
    notes = paper.page.eval_on_selector_all(".notes li", "all => all.filter(one => one.checkVisibility()).map(one => String(one.value))")
    assert len(notes) > 5
    assert numbers(paper, ".note, .prose sup a[href^='#_note-']") == set(notes)


def test_each_page_says_on_paper_where_it_is(paper: View, addresses: Addresses, pages: list[str]) -> None:
    """A page to embed is no document of its own, and a page that is not there has no address."""
    own = [page for page in pages if not page.startswith(("embed/", "404"))]
    assert [page for page in own if not says_its_address(paper, addresses["disk"] + page)] == []


def says_its_address(paper: View, address: str) -> bool:
    text = printed(paper, address)
    return str(paper.page.get_attribute("link[rel=canonical]", "href")) in text


def test_each_note_on_paper_names_its_source_or_the_one_source_stands_below(paper: View, addresses: Addresses) -> None:
    text = printed(paper, addresses["disk"] + "index.html")
    names = paper.page.eval_on_selector_all(".notes li", "all => all.map(one => one.checkVisibility() ? one.innerText : '').filter(text => text)")
    publishers = set(paper.page.eval_on_selector_all(".notes cite", "all => all.map(one => one.textContent)"))
    assert [name for name in names if not any(publisher in name for publisher in publishers)] == [] or len(publishers) == 1
    assert all(publisher in text for publisher in publishers)


def printed(paper: View, address: str) -> str:
    paper.visit(address)
    return str(paper.page.evaluate(PRINTED))


def test_no_sentence_on_paper_lost_its_words(paper: View, addresses: Addresses, pages: list[str]) -> None:
    """Where links are left out of print, the sentence that was made of them goes with them: no comma follows nothing."""
    torn = re.compile(r"(?<![\w.”’)%])\s[,;:](?=\s)|[,;:]\s*[,;:]|:\s*$")
    assert {page: found for page in pages if (found := torn.findall(lines(paper, addresses["disk"] + page)))} == {}


def lines(paper: View, address: str) -> str:
    """The printed text as it is laid out."""
    paper.visit(address)
    return str(paper.page.inner_text("main"))
