"""Attacks on the reading of Markdown, written apart from it: places, safety, bombs, memory."""

import re
import subprocess
import sys
import time
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from factsheet.content import prose
from factsheet.content.prose import Prose, Reference
from tests.conftest import PROJECT, surroundings

ALLOWED = {
    "a",
    "blockquote",
    "br",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "span",
    "strong",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    "b",
}
SCHEMES = ("http:", "https:", "mailto:", "tel:")


def shown(reference: Reference) -> str:
    return reference.literal or f"<b>{reference.name}</b>"


def html(text: str) -> str:
    return prose.fill(prose.convert(text), shown)


def findings(text: str) -> list[tuple[str, int, int]]:
    return [(found.rule, found.line, found.column) for found in prose.convert(text).findings]


@pytest.mark.parametrize(
    ("text", "line", "column", "length"),
    [
        ("In all [[ships]] called.", 1, 8, 9),
        ("*[[ships]]*", 1, 2, 9),
        ("| a |\n|---|\n| [[ships]] |", 3, 3, 9),
        ("A[^1]\n\n[^1]: See [[ships]].", 3, 11, 9),
        ("## All [[ships]]", 1, 8, 9),
        ("- one\n    - two [[ships]]", 2, 11, 9),
        ("> said [[ships]]", 1, 8, 9),
        ("人口 [[ships]]", 1, 4, 9),
        ("One.\r\n\r\nTwo [[ships]]", 3, 5, 9),
        ("[[ships.short]]", 1, 1, 15),
    ],
)
def test_a_reference_knows_its_place_wherever_it_stands(text: str, line: int, column: int, length: int) -> None:
    found = prose.convert(text).references
    assert [(reference.name, reference.line, reference.column, reference.length) for reference in found] == [
        ("ships", line, column, length)
    ]
    assert "<b>ships</b>" in html(text)


@pytest.mark.parametrize("text", ["`[[ships]]`", "    [[ships]]", "```\n[[ships]]\n```", "\\[[ships]]"])
def test_in_code_and_behind_a_backslash_a_reference_is_text(text: str) -> None:
    assert prose.convert(text).references == ()
    assert "[[ships]]" in html(text)


def test_a_reference_inside_a_link_says_so_and_one_in_an_alt_is_plain() -> None:
    inside, alt = prose.convert("[see [[ships]]](about.md) ![all [[ships]]](images/a.png)").references
    assert inside.inside_link
    assert alt.plain
    assert 'alt="all ships"' in html("![all [[ships]]](images/a.png)")


def test_a_literal_carries_its_reason() -> None:
    found = prose.convert("The [[=seven seas|a name, not a count]] are wide.").references[0]
    assert (found.literal, found.reason) == ("seven seas", "a name, not a count")


@pytest.mark.parametrize("text", ["[[]]", "[[All Ships]]", "[[ships|the ships]]", "[[=seven]]", "[[a.b.c]]"])
def test_what_is_no_reference_is_told(text: str) -> None:
    assert findings(text) == [("bad-value", 1, 1)]


RAW = [
    "<b>x</b>",
    "<script>alert(1)</script>",
    "<!-- x -->",
    "<div onclick=x>",
    "<!DOCTYPE html>",
    "<![CDATA[x]]>",
    "<?php x ?>",
    "</p>",
    "<img src=x onerror=y>",
    "<svg/onload=x>",
    "<a href='javascript:x'>",
    "<iframe src=x>",
    "<SCRIPT\n>x</SCRIPT>",
]


@pytest.mark.parametrize("raw", RAW)
@pytest.mark.parametrize("around", ["{}", "One {} two", "- {}", "> {}", "# {}", "| a |\n|---|\n| {} |", "*{}*"])
def test_a_tag_is_told_and_neither_run_nor_dropped(raw: str, around: str) -> None:
    made = prose.convert(around.format(raw))
    assert "raw-html" in {found.rule for found in made.findings}
    assert unsafe(prose.fill(made, shown)) == []


@pytest.mark.parametrize(
    "text",
    [
        "5 < 6",
        "a<b",
        "<3",
        "x <- y",
        "<https://example.org>",
        "<me@example.org>",
        "`<script>`",
        "    <script>",
        "AT&T &amp; co",
        "{{ x }} {% y %}",
    ],
)
def test_what_only_looks_like_a_tag_is_no_problem(text: str) -> None:
    assert findings(text) == []
    assert unsafe(html(text)) == []


BAD = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript&colon;alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "//example.org/x",
    "file:///etc/passwd",
    " javascript:alert(1)",
    "\x01javascript:alert(1)",
    "blob:x",
    "javascript&#58;alert(1)",
]


@pytest.mark.parametrize("address", BAD)
@pytest.mark.parametrize("form", ["[x]({})", "[x](<{}>)", "[x][r]\n\n[r]: {}", "<{}>", '[x]({} "title")'])
def test_no_address_but_the_allowed_gets_through(address: str, form: str) -> None:
    assert unsafe(html(form.format(address))) == []


@pytest.mark.parametrize(
    ("text", "rule", "column"),
    [
        ("See [x](javascript:alert(1))", "bad-url", 9),
        ("![](images/a.png)", "no-alt", 1),
        ("![A](https://example.org/a.png)", "bad-url", 6),
        ("a \u202e b", "invisible-character", 3),
    ],
)
def test_each_finding_has_its_place(text: str, rule: str, column: int) -> None:
    assert findings(text) == [(rule, 1, column)]


def test_pages_get_what_readers_need() -> None:
    made = html(
        '# One\n\n## Two\n\n## Two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nA[^1] [w](https://example.org) it\'s "so"...\n\n[^1]: Note.\n'
    )
    assert re.findall(r'<h2 id="([^"]+)"', made) == ["two", "two-1"] or len(set(re.findall(r'<h2 id="([^"]+)"', made))) == 2
    assert 'scope="col"' in made
    assert 'tabindex="0"' in made
    assert 'rel="noopener"' in made
    assert "it’s “so”…" in made
    assert "aria-label" in made


def test_headings_take_no_id_that_the_page_has() -> None:
    ids = [heading.id for heading in prose.convert("## Ships\n\n## 人口", frozenset({"ships"})).headings]
    assert "ships" not in ids
    assert all(ids)


def test_the_title_is_the_first_heading_with_its_references_printed() -> None:
    assert prose.headline(prose.convert("# All [[ships]]\n\nText"), lambda reference: reference.name) == "All ships"
    assert prose.headline(prose.convert("Text\n\n# Later"), lambda reference: reference.name) == ""


def test_plain_text_has_no_markup() -> None:
    assert (
        prose.plain(prose.convert_inline("A *big* [link](https://example.org) & `code` [[ships]]"), lambda reference: "3 < 4")
        == "A big link & code 3 < 4"
    )


class Reader(HTMLParser):
    """Everything in a piece of HTML that could do something."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.odd: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.odd += [tag] if tag not in ALLOWED else []
        for name, value in attrs:
            plain = "".join(c for c in (value or "").lower() if c > " ")
            scheme = plain.partition(":")[0] + ":" if ":" in plain.split("/")[0].split("?")[0].split("#")[0] else ""
            if (
                name.startswith("on")
                or name == "style"
                or (name in ("href", "src") and ((scheme and scheme not in SCHEMES) or plain.startswith("//")))
            ):
                self.odd.append(f"{tag} {name}={value}")

    def handle_comment(self, data: str) -> None:
        self.odd.append(f"comment {data}")


def unsafe(text: str) -> list[str]:
    reader = Reader()
    reader.feed(text)
    reader.close()
    return reader.odd


def test_the_reader_of_this_test_bites() -> None:
    assert unsafe("<script>x</script>") == ["script"]
    assert unsafe("<a href='javascript:x' onclick='y'>z</a>") == ["a href=javascript:x", "a onclick=y"]


MARKS = some.text(alphabet="ab \n\t[]()<>!*_`#|-=&;:/\\\"'^{}~+1.人\u202e\r", max_size=80)


@given(MARKS)
@example("<!" + "[" * 50)
@example("[[" * 40)
@example("`" * 41)
def test_no_text_raises_or_gets_anything_through(text: str) -> None:
    for made in (prose.convert(text), prose.convert_inline(text)):
        assert unsafe(prose.fill(made, shown)) == []
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert all(1 <= found.line <= len(lines) + 1 for found in made.findings)


@given(some.text(alphabet="abc ABC 12,.;:!?'\"-()[]é人…\u00a0", max_size=60))
def test_the_quick_way_for_short_texts_gives_what_the_long_way_gives(text: str) -> None:
    quick = prose._simple(text)
    slow = prose._converted(text, True, frozenset(), prose.Labels())
    assert quick is None or (quick.pieces, quick.references) == (slow.pieces, slow.references)


BOMBS = {
    "brackets": "[" * 10_000,
    "stars": "*a " * 10_000,
    "quotes": ">" * 5_000 + " x",
    "references": "[[" * 50_000,
    "ticks": "`" * 100_000,
    "lists": "".join("  " * i + "- x\n" for i in range(1_000)),
    "links": "[a](" * 5_000,
    "images": "![" * 5_000,
    "tables": "|" * 20_000 + "\n" + "|-" * 10_000,
    "notes": "[^1]" * 5_000 + "\n\n[^1]: x",
    "angles": "<" * 50_000,
    "entities": "&#" * 30_000,
    "underscores": "_" * 30_000 + "a",
    "a megabyte": "word " * 300_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_answered_within_two_seconds_of_processor_time(name: str) -> None:
    began = time.process_time()
    made = prose.convert(BOMBS[name])
    assert isinstance(made, Prose)
    assert time.process_time() - began < 2 * slowness()


def slowness() -> float:
    """How much slower than a quiet machine this one is just now; a bound on work is no race against neighbours."""
    began = time.process_time()
    sum(i * i for i in range(300_000))
    return max(1.0, (time.process_time() - began) / 0.03)


def test_what_was_converted_once_is_remembered_without_markdown(tmp_path: object) -> None:
    program = (
        "import sys; from factsheet.content import prose; had = prose.recall({0!r}); made = prose.convert('# A\\n\\n*b* [[c]]'); prose.remember(had, {0!r});"
        "print('markdown' in sys.modules, prose.fill(made, lambda r: r.name))"
    ).format(f"{tmp_path}/cache/prose")
    said = [
        subprocess.run([sys.executable, "-c", program], cwd=PROJECT, env=surroundings(), capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert said[0].startswith("True")
    assert said[1].startswith("False")
    assert said[0].removeprefix("True") == said[1].removeprefix("False")


@pytest.mark.parametrize("damage", [b"", b"x", b"\x00" * 100])
def test_a_damaged_memory_is_as_none(damage: bytes, tmp_path: object) -> None:
    path = f"{tmp_path}/prose"
    with open(path, "wb") as file:
        file.write(damage)
    assert prose.recall(path) == frozenset()
