"""A figure in a page of its own, to be put into an iframe: all that a reader has to know of it, in little, asking nobody for anything."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest

from factsheet.build import Order, look, statics, templates
from factsheet.content.load import assets
from factsheet.page.citing import style
from factsheet.page.citing.embedding import height, snippet
from factsheet.page.links import broken_links
from factsheet.page.render import render
from factsheet.page.site import assemble
from tests.test_citing import SHEET, SITE

TODAY = 739_900
LARGEST = 4096
MORE = """
  busy:
    label: Lorries & vans
    unit: {one: lorry, other: lorries}
    review_by: 2031-06
    observations:
      - {value: over 14, as_of: 2020, said_by: a clerk, source: gazette, evidence: over 14 lorries, preferred: true}
      - {value: over 12, as_of: 2020, source: bare, evidence: over 12 lorries}
"""
LOCK = """
version: 1
figures:
  rafts:
    label: Old <rafts>
    observations:
      - {value: about 3, unit: rafts, as_of: 2019, published: 2020-01-02, gone: 2021-03-04}
"""


def drawn(folder: Path, site: str = SITE, own: Mapping[str, str] | None = None) -> dict[str, bytes]:
    """Every file of a site whose sheet has all kinds of figures; `own` are files of the site's own, by path."""
    written = {"content/facts.yaml": SHEET + MORE, "content/site.yaml": site, "content/facts.lock": LOCK, **(own or {})}
    for path, text in written.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    order = Order(str(folder), str(folder / "content"), "", TODAY)
    looked = look(order)
    view = assemble(looked.content, looked.proofs)
    return render(view, looked.content, assets(statics(order)), templates(order), str(folder / "cache"))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return drawn(tmp_path_factory.mktemp("embedded"))


@pytest.fixture(scope="module")
def pages(files: dict[str, bytes]) -> dict[str, str]:
    """The pages to embed, by the id of their figure."""
    return {path.removeprefix("embed/").removesuffix(".html"): content.decode() for path, content in files.items() if path.startswith("embed/")}


def words(page: str) -> str:
    """What stands in the body of a page, on one line."""
    from html import unescape

    return " ".join(unescape(re.sub(r"<[^>]*>", "", page.partition("<body>")[2])).split())


class Tags(HTMLParser):
    """Every start tag of a text, with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


NEW_TAB = "(opens in a new tab)"
HOME = f"Evidence and history: The “old” harbour {NEW_TAB}"
GAZETTE = f"Source: Gazette, “A ‘fair’ year {{2020}}” {NEW_TAB}, 4 May 2021."
SAYS = {
    "ships": f"over 1,200 ships Ships Said by Ann van der Lee. As of 2020. {GAZETTE} Not yet checked against the source. {HOME}",
    "toll": f"−€41.20 million Toll As-of date not stated. {GAZETTE} Not yet checked against the source. {HOME}",
    "share": f"between 3% and 5.5% Share Said by a clerk. As of spring 2001. Source: 港口局, “A leaflet”. Not yet checked against the source. {HOME}",
    "own": f"about 4 piers Piers Said by Gazette. As of about 2010. {GAZETTE} Not yet checked against the source. {HOME}",
    "lone": f"1 crane Cranes As-of date not stated. No evidence given. {HOME}",
    "sum": f"over 1,202 things Cranes and ships Computed: Cranes + Ships + Cranes. {HOME}",
    "gone": "nearly 9 boats Boats Withdrawn, June 2024. This number no longer stands. A boat was counted twice. "
            f"Said by a clerk. As of 2019. Source: 港口局, “A leaflet”. {HOME}",
    "lost": f"at most 7 rafts Rafts Withdrawn, 24 June 2024. This number no longer stands. Nobody knows why As-of date not stated. {HOME}",
    "busy": f"over 14 lorries Lorries & vans For the same moment also given: over 12 lorries, 港口局 Said by a clerk. As of 2020. {GAZETTE} "
            f"Not yet checked against the source. Review by June 2031. {HOME}",
    "rafts": f"Old <rafts> This figure is no longer on the sheet, no reason given. Found gone on 4 March 2021. Its last value was about 3 rafts. {HOME}",
}


@pytest.mark.parametrize("name", SAYS)
def test_the_page_says_what_a_reader_has_to_know(pages: dict[str, str], name: str) -> None:
    assert words(pages[name]) == SAYS[name]


def test_every_figure_has_a_page_and_so_has_one_that_is_gone(pages: dict[str, str]) -> None:
    assert list(pages) == list(SAYS)


def test_checked_evidence_is_told_with_its_day(tmp_path: Path) -> None:
    quoted = {"content/facts.lock": "version: 1\nsources:\n  gazette:\n    sha256: " + "0" * 64 + "\n    words: 9\n    evidence:\n      - {word: 1, "
              f"checked: 2024-07-02, sha256: {sha256('over 1,200 ships')}}}\n"}
    assert "4 May 2021. Checked against the source on 2 July 2024." in words(drawn(tmp_path, own=quoted)["embed/ships.html"].decode())


def sha256(text: str) -> str:
    import hashlib

    return hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("name", SAYS)
def test_the_page_is_small_and_asks_for_nothing(pages: dict[str, str], name: str) -> None:
    tags = Tags(pages[name]).found
    assert len(pages[name].encode()) < LARGEST
    assert {tag for tag, _ in tags} & {"script", "img", "iframe", "object", "video", "audio", "form"} == set()
    assert [names for _, names in tags if "src" in names or "srcset" in names] == []
    assert [names["href"] for tag, names in tags if tag == "link" and names["rel"] != "canonical"] == ["data:,"]
    assert "url(" not in pages[name]
    assert "@import" not in pages[name]


@pytest.mark.parametrize("name", SAYS)
def test_links_leave_the_frame_and_the_last_leads_to_the_figure(pages: dict[str, str], name: str) -> None:
    links = [names for tag, names in Tags(pages[name]).found if tag == "a"]
    assert links[-1]["href"] == f"../key-figures.html#{name}"
    assert {(link["target"], link["rel"]) for link in links} == {("_blank", "noopener")}


def test_a_link_leads_to_the_passage_itself(pages: dict[str, str]) -> None:
    assert 'href="https://example.org/a_b?c=1#:~:text=over%201%2C200%20ships"' in pages["ships"]


def test_all_links_to_and_from_these_pages_and_files_lead_somewhere(files: dict[str, bytes]) -> None:
    assert [problem.message for problem in broken_links(files)] == []
    without = {path: content for path, content in files.items() if path not in ("cite/ships.bib", "embed/toll.html")}
    assert len(broken_links(without)) == 2


def test_a_search_finds_the_card_and_not_its_copy(files: dict[str, bytes], pages: dict[str, str]) -> None:
    assert '<link rel="canonical" href="https://example.org/harbour/key-figures.html">' in pages["ships"]
    assert b"embed/" not in files["sitemap.xml"]
    assert b"key-figures.html" in files["sitemap.xml"]


def test_a_site_that_does_not_know_its_address_has_the_page_and_says_what_the_snippet_wants(tmp_path: Path) -> None:
    files = drawn(tmp_path, "title: T\n")
    assert "canonical" not in files["embed/ships.html"].decode()
    card = files["key-figures.html"].decode()
    assert card.count("<code>url:</code> in <code>site.yaml</code>") == len(SAYS) - 1
    assert "iframe" not in card


# The card -----------------------------------------------------------------------------------------------------------


def test_the_card_offers_citations_files_and_the_snippet_as_text(files: dict[str, bytes]) -> None:
    card = files["key-figures.html"].decode()
    assert card.count('<details class="cite">') == len(SAYS) - 1
    assert card.count('<dd class="copy">') == 2 * (len(SAYS) - 1)
    assert "Lorries &amp; vans: over 14 lorries, as of 2020 – a clerk, via Gazette (4 May 2021), as cited in “The ‘old’ harbour”" in card
    assert "title=&#34;Lorries &amp;amp; vans: over 14 lorries, as of 2020&#34;" in card
    assert '<a href="cite/busy.ris" download>' in card
    assert '<a href="embed/busy.html">' in card


@pytest.mark.parametrize("title", ['"><script>alert(1)</script>', "it's & more", "plain", "“typographic”", "<b>"])
def test_the_snippet_is_one_iframe_with_the_title_it_was_given(title: str) -> None:
    text = snippet("https://example.org/a?b=1&c=2", title, 300)
    wanted = {"src": "https://example.org/a?b=1&c=2", "title": title, "width": "100%", "height": "300", "style": "border:0", "loading": "lazy"}
    assert Tags(text).found == [("iframe", wanted)]


@pytest.mark.parametrize(("less", "more"), [
    (("10,000 firms", "Firms", ["A line."]), ("between 10,000,000 and 20,000,000 firms", "Firms", ["A line."])),
    (("10,000 firms", "Firms", ["A line."]), ("10,000 firms", "Firms with capital from abroad, and others", ["A line."])),
    (("10,000 firms", "Firms", ["A line."]), ("10,000 firms", "Firms", ["A line.", "Another."])),
    (("10,000 firms", "Firms", ["x" * 40]), ("10,000 firms", "Firms", ["海" * 40])),
])
def test_longer_texts_get_a_higher_frame(less: tuple[str, str, list[str]], more: tuple[str, str, list[str]]) -> None:
    assert height(*less) < height(*more)


# The style ----------------------------------------------------------------------------------------------------------

CSS = "/* --ink: no; */ :root { --ink: #111; /* two */ --paper: light-dark(#fff, var(--night)); --night: #000; --rest: 1px; } .x { --ink: #222 }"


@pytest.mark.parametrize(("page", "wanted"), [
    ("p { color: var(--ink); }", ":root{--ink:#111;} p { color: var(--ink); }"),
    ("p {\n  color: var(--paper);\n}\n", ":root{--paper:light-dark(#fff, var(--night));--night:#000;} p { color: var(--paper); }"),
    ("p { --ink: red; color: var(--ink); }", ":root{} p { --ink: red; color: var(--ink); }"),
    ("p { top: var(--none, 2px); }", ":root{} p { top: var(--none, 2px); }"),
])
def test_a_page_carries_the_properties_that_it_uses_and_no_others(page: str, wanted: str) -> None:
    assert style(CSS, page) == wanted


def test_the_shipped_style_lacks_no_property(pages: dict[str, str]) -> None:
    used, given = (set(re.findall(pattern, pages["ships"])) for pattern in (r"var\((--[a-z-]+)\)", r"(--[a-z-]+):"))
    assert used - given == set()
    assert len(used) > 10


def test_a_site_with_colours_of_its_own_has_them_in_its_embedded_figures(tmp_path: Path) -> None:
    own = {"static/site.css": "@layer tokens { :root { --ink: rgb(1 2 3); --paper: #fe0; } }"}
    page = drawn(tmp_path, own=own)["embed/ships.html"].decode()
    assert "<style>:root{--paper:#fe0;--ink:rgb(1 2 3);}" in page or "<style>:root{--ink:rgb(1 2 3);--paper:#fe0;}" in page


def test_no_length_or_colour_stands_in_the_pages_own_style_sheet() -> None:
    """Literals stand in the tokens of site.css alone."""
    css = (Path(__file__).resolve().parent.parent / "static" / "embed.css").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9a-f]{3,8}\b|\b[\d.]+(?:px|rem|em)\b", css) == []
