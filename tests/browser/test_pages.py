"""What a reader meets: every page whole from disk and in a folder of a host, by keyboard, on paper, without JavaScript."""

from pathlib import Path

import pytest

from tests.browser.conftest import Open, Scheme, View
from tests.conftest import OWN_PAGES

pytestmark = pytest.mark.browser

WIDTHS = (320, 768, 1280, 3840)
MOST_STOPS = 400
Addresses = dict[str, str]


def test_the_site_has_the_pages_that_the_tests_are_about(pages: list[str]) -> None:
    assert {*OWN_PAGES, "changes.html"} <= set(pages)
    assert sum(page.startswith("embed/") for page in pages) == 1


@pytest.mark.parametrize("place", ["disk", "top", "folder"])
def test_no_page_asks_in_vain_or_elsewhere_or_complains(view: Open, addresses: Addresses, pages: list[str], place: str) -> None:
    assert view().visit_and_wait(*(addresses[place] + page for page in pages)) == []


@pytest.mark.parametrize(("body", "wrong"), [
    ("<p>Sound</p>", []),
    ("<img src=missing.png alt=''>", ["failed"]),
    ("<link rel=icon href=missing.svg>", ["failed"]),
    ("<img src=https://example.org/a.png alt=''>", ["asked another host", "failed", "console error"]),
    ("<script>console.log('Hello')</script>", ["console log: Hello"]),
    ("<script>nowhere()</script>", ["script: nowhere is not defined"]),
])
def test_a_page_that_asks_or_complains_is_noticed(view: Open, tmp_path: Path, body: str, wrong: list[str]) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<!doctype html><title>Page</title><link rel=icon href=data:,>{body}", encoding="utf-8")
    sound = tmp_path / "sound.html"
    sound.write_text("<!doctype html><title>Page</title><link rel=icon href=data:,>", encoding="utf-8")
    troubles = " ".join(view().visit_and_wait(page.as_uri(), sound.as_uri()))
    assert [expected for expected in wrong if expected not in troubles] == []
    assert bool(troubles) == bool(wrong)


@pytest.mark.parametrize("place", ["disk", "top", "folder"])
def test_every_link_within_the_site_leads_to_a_page(view: Open, addresses: Addresses, pages: list[str], all_pages: list[str], place: str) -> None:
    shown, home = view(), addresses[place]
    leads = set()
    for page in pages:
        shown.visit(home + page)
        links = shown.page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
        leads |= {link.partition("#")[0] for link in links if link.startswith(home)}
    assert {lead.removeprefix(home) for lead in leads if lead.endswith((".html", "/"))} <= {*all_pages, ""}


@pytest.mark.parametrize("place", ["top", "folder"])
def test_a_wrong_address_at_any_depth_shows_the_page_that_says_so(view: Open, addresses: Addresses, place: str) -> None:
    shown, wrong_address = view(), addresses[place] + "no/such/page.html"
    assert shown.visit_and_wait(wrong_address) == []
    shown.visit(wrong_address)
    wrong = shown.page.inner_text("main")
    assert shown.visit(addresses[place] + "404.html") == []
    assert shown.page.inner_text("main") == wrong
    assert shown.page.evaluate("getComputedStyle(document.body).margin") == shown_margin(shown, addresses[place])


def shown_margin(shown: View, home: str) -> str:
    """The margin that the style sheet gives a page: a page without its style sheet has the browser's."""
    shown.visit(home + "index.html")
    return str(shown.page.evaluate("getComputedStyle(document.body).margin"))


@pytest.fixture(scope="session")
def axe() -> str:
    import axe_playwright_python

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme, coloured", [("light", 320), ("dark", 1280)])
def test_axe_finds_nothing_against_any_page(view: Open, addresses: Addresses, pages: list[str], axe: str, scheme: Scheme, coloured: int) -> None:
    shown = view(scheme=scheme)
    assert [violation for page in pages for violation in violations(shown, addresses["disk"] + page, axe, coloured)] == []


def violations(shown: View, address: str, axe: str, coloured: int) -> list[str]:
    """What axe says of a page with every piece of evidence open, in a narrow window and a wide one, one sentence each.

    Contrast is looked at in one of them, the width `coloured`: it takes most of the time, and colours do not depend on the width.
    """
    visit_opened(shown, address)
    shown.page.evaluate(axe)
    return [f"{address} at {width}: {said}" for width in (320, 1280) for said in violations_at(shown, width, coloured == width)]


def violations_at(shown: View, width: int, coloured: bool) -> list[str]:
    at_width(shown, width)
    found = shown.page.evaluate("coloured => axe.run(document, {resultTypes: ['violations'], rules: {'color-contrast': {enabled: coloured}}})"
                                ".then(result => result.violations)", coloured)
    return [f"{rule['id']}: {rule['help']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]


def visit_opened(shown: View, address: str) -> None:
    """Opens a page, and every piece of evidence on it."""
    shown.visit(address)
    shown.page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")


def at_width(shown: View, width: int) -> None:
    shown.page.set_viewport_size({"width": width, "height": 900})


def test_axe_does_find_what_is_wrong(view: Open, tmp_path: Path, axe: str) -> None:
    page = tmp_path / "wrong.html"
    body = "<main><h1>Wrong</h1><img src='data:,'><p style='color:#ccc'>Pale</p></main>"
    page.write_text(f"<!doctype html><title>Wrong</title>{body}", encoding="utf-8")
    assert {line.split(": ")[1] for line in violations(view(), page.as_uri(), axe, 320)} >= {"image-alt", "color-contrast", "html-has-lang"}


def test_no_page_scrolls_sideways(view: Open, addresses: Addresses, all_pages: list[str]) -> None:
    shown = view()
    assert {page: beyond for page in all_pages if any(beyond := sideways(shown, addresses["disk"] + page))} == {}


def sideways(shown: View, address: str) -> list[int]:
    """By how many pixels a page with all its evidence open is wider than the window, for each width."""
    visit_opened(shown, address)
    return [sideways_at(shown, width) for width in WIDTHS]


def sideways_at(shown: View, width: int) -> int:
    at_width(shown, width)
    return int(shown.page.evaluate("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"))


def test_what_is_too_wide_is_noticed(view: Open, tmp_path: Path) -> None:
    page = tmp_path / "wide.html"
    page.write_text("<!doctype html><title>Wide</title><meta name=viewport content='width=device-width'>"
                    "<body style='margin: 0'><details><summary>Open</summary><p style='width: 800px'>Wide</details>", encoding="utf-8")
    assert sideways(view(), page.as_uri()) == [480, 32, 0, 0]


def test_without_javascript_every_page_says_the_same(view: Open, addresses: Addresses, pages: list[str]) -> None:
    with_scripts, without = view(), view(scripts=False)
    at = addresses["disk"]
    assert [page for page in pages if main_text(with_scripts, at + page) != main_text(without, at + page)] == []


def main_text(shown: View, address: str) -> str:
    shown.visit(address)
    text = shown.page.inner_text("main")
    assert text.strip(), f"{address} has nothing in <main>"
    return text


# By keyboard --------------------------------------------------------------------------------------------------------

AT_FOCUS = """() => {
    const at = document.activeElement, style = getComputedStyle(at);
    const ring = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    return {name: at.localName + ': ' + at.textContent.trim().slice(0, 60), summary: at.matches('details > summary'),
            body: at === document.body, ring, number: [...document.querySelectorAll('*')].indexOf(at)};
}"""


OPEN = "document.activeElement.parentElement.open"


def test_all_evidence_is_reached_and_opened_by_keyboard_and_focus_is_seen(view: Open, addresses: Addresses, pages: list[str]) -> None:
    shown = view()
    opened = [said for page in pages for said in walk(shown, addresses["disk"] + page)]
    assert opened.count("opened") > 0
    assert [said for said in opened if said != "opened"] == []


def walk(shown: View, address: str) -> list[str]:
    """Tab by Tab through a page, Enter on every piece of evidence: `opened` for each that opens, else what is wrong."""
    shown.visit(address)
    wanted, said, seen = shown.page.locator("details > summary:visible").count(), [], set()
    for _ in range(MOST_STOPS):
        shown.page.keyboard.press("Tab")
        focus = shown.page.evaluate(AT_FOCUS)
        if focus["body"] or focus["number"] in seen:
            break
        seen.add(focus["number"])
        said += [] if focus["ring"] else [f"{address}: focus on {focus['name']} is not to be seen"]
        said += [pressed(shown)] if focus["summary"] else []
    missed = wanted - said.count("opened")
    return said + ([f"{address}: {missed} pieces of evidence are out of reach"] if missed > 0 else [])


def pressed(shown: View) -> str:
    """Enter on a summary opens or closes it, and Enter again takes that back."""
    before, after, again = (shown.page.evaluate(OPEN), *(press_enter(shown) for _ in range(2)))
    return "opened" if before == again != after else f"{shown.page.url}: Enter twice gives open = {before}, {after}, {again}"


def press_enter(shown: View) -> object:
    shown.page.keyboard.press("Enter")
    return shown.page.evaluate(OPEN)


@pytest.mark.parametrize(("body", "wrong"), [
    ("<details><summary>Seen</summary>Text</details>", []),
    ("<details><summary style='outline: 0'>Unseen</summary>Text</details>", ["is not to be seen"]),
    ("<details><summary tabindex=-1>Out of reach</summary>Text</details>", ["out of reach"]),
    ("<details><summary onkeydown='return event.key !== `Enter`'>Dead</summary>Text</details>", ["Enter twice", "out of reach"]),
])
def test_the_walk_by_keyboard_finds_what_is_wrong(view: Open, tmp_path: Path, body: str, wrong: list[str]) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<!doctype html><title>Page</title>{body}", encoding="utf-8")
    said = [line for line in walk(view(), page.as_uri()) if line != "opened"]
    assert [expected for expected, line in zip(wrong, said, strict=True) if expected in line] == wrong
