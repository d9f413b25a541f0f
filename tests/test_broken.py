"""Authors' mistakes: each is a sentence with a place and a remedy. `broken/*.yaml` begin with the problems expected of them."""

import os
from pathlib import Path

import pytest

from factsheet.build import Order, build, check
from factsheet.content import lockfile
from factsheet.content.load import load
from factsheet.content.records import Lock, LockedEvidence, LockedSource
from factsheet.problem import Problem
from factsheet.reading import quantities
from factsheet.reading.dates import read
from factsheet.report import in_order, report
from factsheet.truth.quotes.passages import fingerprint

TODAY = read("2026-01-01").earliest or 0
CASES = sorted((Path(__file__).parent / "broken").glob("*.yaml"))
SHEET = b"""title: Harbour trade
sources:
  gazette: {title: The harbour in figures, publisher: Harbour Gazette}
figures:
  ships: {label: Ships that called, unit: ships, value: "1,200", as_of: 2020, source: gazette, evidence: "1,200 ships called"}
"""
VOUCHED = ("more than 1,200 ships called", "the north pier opened in April 1998", "1,200 ships called", "1,200 ships")
PIXEL = b"\x89PNG\r\n\x1a\n"


def vouched() -> bytes:
    """A lock that vouches for what the sheets here quote, so that each is left with its own problem."""
    found = tuple(LockedEvidence(fingerprint(words), 0, read("2021-06-01")) for words in VOUCHED)
    return lockfile.written(Lock((LockedSource("gazette", "0" * 64, 9, found),)), {}).encode()


def problems_of(folder: Path, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> tuple[list[Problem], str]:
    """The problems of a content folder with these files, and how they are printed."""
    for name, content in {"facts.lock": vouched(), **files}.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    monkeypatch.chdir(folder)
    built = check(Order("", "content", "_site", TODAY))
    found = in_order(built.problems)
    return found, report(found, built.texts, "text", colour=False)


def head(problem: Problem) -> str:
    """The first line of a problem in print."""
    place = problem.place
    return f"{place.path}:{place.line}:{place.column}: {problem.severity}[{problem.rule}]: {problem.message}"


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_a_broken_sheet_gets_the_sentences_it_begins_with(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = case.read_bytes()
    expected = [line[2:] for line in text.decode().split("\n") if line.startswith("# content/")]
    found, printed = problems_of(tmp_path, {"facts.yaml": text}, monkeypatch)
    assert [head(problem) for problem in found] == expected
    assert all(problem.hint for problem in found), "each says what to do"
    assert printed.count("^") >= len(found), "each shows its line with a caret"


def test_the_sheet_that_the_other_cases_break_is_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert problems_of(tmp_path, {"facts.yaml": SHEET}, monkeypatch) == ([], "")


FILES = [
    ("empty file", {"facts.yaml": b""}, "content/facts.yaml:1:1: error[yaml]: This file is empty."),
    ("no file", {"site.yaml": b"title: A site\n"}, "content/facts.yaml:1:1: error[missing-file]: There is no facts.yaml"),
    ("wrong ending", {"facts.yml": SHEET}, "content/facts.yml:1:1: error[missing-file]: The sheet's file is named facts.yaml."),
    (
        "invalid UTF-8",
        {"facts.yaml": b"title: Caf\xe9\n"},
        "content/facts.yaml:1:11: error[encoding]: This file is not UTF-8 text: byte 0xE9",
    ),
    ("UTF-16", {"facts.yaml": "title: A\n".encode("utf-16")}, "content/facts.yaml:1:1: error[encoding]: This file is not UTF-8 text"),
    ("NUL", {"facts.yaml": b"title: A\nsummary: B\x00C\n"}, "content/facts.yaml:2:11: error[encoding]: The control character U+0000"),
    (
        "escape character",
        {"overview.md": b"A \x1b[31m red\n", "facts.yaml": SHEET},
        "content/overview.md:1:3: error[encoding]: The control character U+001B",
    ),
    (
        "too large",
        {"facts.yaml": SHEET, "overview.md": b"a " * (1 << 20)},
        "content/overview.md:1:1: error[too-large]: A content file may have 1 MiB",
    ),
    (
        "unknown key in site.yaml",
        {"facts.yaml": SHEET, "site.yaml": b"titel: A site\n"},
        "content/site.yaml:1:1: error[unknown-key]: `titel` is no key of a site.",
    ),
    (
        "site address without a scheme",
        {"facts.yaml": SHEET, "site.yaml": b"url: example.org\n"},
        "content/site.yaml:1:6: error[bad-url]: A web address begins with",
    ),
    (
        "language not spoken",
        {"facts.yaml": SHEET, "site.yaml": b"language: xx\n"},
        "content/site.yaml:1:11: error[bad-value]: The site's own words are in English",
    ),
    (
        "page that collides with ours",
        {"facts.yaml": SHEET, "timeline.md": b"A\n"},
        "content/timeline.md:1:1: error[page-name]: The site makes a page timeline.html itself",
    ),
    (
        "page with a capital letter",
        {"facts.yaml": SHEET, "About.md": b"A\n"},
        "content/About.md:1:1: error[page-name]: `About.md` becomes an address",
    ),
    (
        "page with a space",
        {"facts.yaml": SHEET, "my page.md": b"A\n"},
        "content/my page.md:1:1: error[page-name]: `my page.md` becomes an address",
    ),
    (
        "folder with a space",
        {"facts.yaml": SHEET, "my sheet/facts.yaml": SHEET},
        "content/my sheet:1:1: error[page-name]: The folder `my sheet` becomes an address",
    ),
    (
        "pages without a sheet",
        {"facts.yaml": SHEET, "trade/notes.md": b"A\n"},
        "content/trade/notes.md:1:1: error[missing-file]: There is no facts.yaml in this folder",
    ),
    (
        "image that is not there",
        {"facts.yaml": SHEET, "overview.md": b"See\n\n![A pier](images/pier.png)\n"},
        "content/overview.md:3:11: error[broken-link]: There is no image `images/pier.png`",
    ),
    (
        "image outside the folder",
        {"facts.yaml": SHEET, "overview.md": b"![A pier](../pier.png)\n"},
        "content/overview.md:1:11: error[broken-link]: `../pier.png` lies outside",
    ),
    (
        "image without words",
        {"facts.yaml": SHEET, "overview.md": b"![](images/pier.png)\n", "images/pier.png": PIXEL},
        "content/overview.md:1:1: error[no-alt]",
    ),
    (
        "image from another host",
        {"facts.yaml": SHEET, "overview.md": b"![A pier](https://example.org/pier.png)\n"},
        "content/overview.md:1:11: error[bad-url]",
    ),
    (
        "image with a script",
        {"facts.yaml": SHEET, "images/pier.svg": b"<svg><script>1</script></svg>"},
        "content/images/pier.svg:1:1: error[raw-html]: This SVG image holds a script",
    ),
    (
        "link to a page that is not there",
        {"facts.yaml": SHEET, "overview.md": b"See [it](abuot.md).\n", "about.md": b"A\n"},
        "content/overview.md:1:10: error[broken-link]: There is no page or file `abuot.md`",
    ),
    (
        "script in a link",
        {"facts.yaml": SHEET, "overview.md": b"See [it](javascript:alert(1)).\n"},
        "content/overview.md:1:10: error[bad-url]",
    ),
    (
        "script element",
        {"facts.yaml": SHEET, "overview.md": b"A pier.\n\n<script>go()</script>\n"},
        "content/overview.md:3:1: error[raw-html]",
    ),
    (
        "unknown reference in a paragraph",
        {"facts.yaml": SHEET, "overview.md": b"In all [[shps]].\n"},
        "content/overview.md:1:8: error[unknown-reference]: There is no figure, event, person or term `shps`.",
    ),
    (
        "unknown reference in a table",
        {"facts.yaml": SHEET, "overview.md": b"| a | b |\n|---|---|\n| c | [[shps]] |\n"},
        "content/overview.md:3:7: error[unknown-reference]",
    ),
    (
        "unknown reference in a footnote",
        {"facts.yaml": SHEET, "overview.md": b"A[^1]\n\n[^1]: See [[shps]].\n"},
        "content/overview.md:3:11: error[unknown-reference]",
    ),
    (
        "unknown reference in a heading",
        {"facts.yaml": SHEET, "overview.md": b"A\n\n## All [[shps]]\n"},
        "content/overview.md:3:8: error[unknown-reference]",
    ),
    (
        "unknown reference after Chinese",
        {"facts.yaml": SHEET, "overview.md": "共有 [[shps]]。\n".encode()},
        "content/overview.md:1:4: error[unknown-reference]",
    ),
    (
        "unknown reference with CRLF",
        {"facts.yaml": SHEET, "overview.md": b"One.\r\n\r\nIn all [[shps]].\r\n"},
        "content/overview.md:3:8: error[unknown-reference]",
    ),
    (
        "bidi override in prose",
        {"facts.yaml": SHEET, "overview.md": "A \u202e b\n".encode()},
        "content/overview.md:1:3: error[invisible-character]",
    ),
]


@pytest.mark.parametrize(("files", "expected"), [case[1:] for case in FILES], ids=[case[0] for case in FILES])
def test_a_broken_folder_gets_its_sentence(files: dict[str, bytes], expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found, _ = problems_of(tmp_path, files, monkeypatch)
    assert len(found) == 1
    assert head(found[0]).startswith(expected)
    assert found[0].hint


@pytest.mark.parametrize(
    "files",
    [
        {"facts.yaml": b"\xef\xbb\xbf" + SHEET},
        {"facts.yaml": SHEET.replace(b"\n", b"\r\n")},
        {
            "facts.yaml": SHEET,
            "overview.md": b"\xef\xbb\xbf# Quays\r\n\r\n[[ships]] called, a < b, {{ braces }} and <https://example.org>.\r\n",
        },
        {"facts.yaml": SHEET, ".DS_Store": b"\x00", "_drafts/x.md": b"A", "sources/article.txt": b"\xff"},
        {"facts.yaml": SHEET, "overview.md": b"![A pier](images/pier.png)\n", "images/pier.png": PIXEL},
        {"facts.yaml": SHEET, "overview.md": b"[about](about.md) [more](about.md#a) [ships](key-figures.html#ships)\n", "about.md": b"## A\n"},
    ],
    ids=["byte order mark", "CRLF", "both in Markdown", "files that are not ours", "an image that is there", "links that lead somewhere"],
)
def test_what_only_looks_odd_is_no_problem(files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert problems_of(tmp_path, files, monkeypatch)[0] == []


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret.md").write_text("A secret\n")
    (tmp_path / "content" / "images").mkdir(parents=True)
    os.symlink(tmp_path / "secret.md", tmp_path / "content" / "open.md")
    os.symlink(tmp_path / "secret.md", tmp_path / "content" / "images" / "open.png")
    found, _ = problems_of(tmp_path, {"facts.yaml": SHEET}, monkeypatch)
    assert [(problem.place.path, problem.rule) for problem in found] == [
        ("content/images/open.png", "outside"),
        ("content/open.md", "outside"),
    ]


@pytest.mark.parametrize("typed", ["3.10", "41.20", "over 1,200"])
def test_a_value_keeps_the_digits_that_were_typed(typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "facts.yaml").write_bytes(SHEET.replace(b'"1,200"', f'"{typed}"'.encode()))
    monkeypatch.chdir(tmp_path)
    content, problems = load("content")
    assert problems == []
    assert content.sheets[0].figures[0].observation.value == quantities.read(typed)
    assert str(quantities.read(typed).number) in typed.replace(",", "")


@pytest.mark.parametrize("typed", ["no", "on", "12:30", "010", "1e3", "1_000", "0x1F", "~", ".inf"])
def test_what_yaml_would_turn_into_something_else_is_refused_as_typed(typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found, _ = problems_of(tmp_path, {"facts.yaml": SHEET.replace(b'"1,200"', typed.encode())}, monkeypatch)
    assert [problem.rule for problem in found] == ["bad-value"]
    assert found[0].place.line == 5


def test_a_link_to_a_markdown_file_leads_to_its_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "facts.yaml").write_bytes(SHEET)
    (tmp_path / "content" / "about.md").write_text("[a](about.md#here) [b](overview.md) [c](https://example.org/x.md)\n\n## Here\n")
    (tmp_path / "content" / "overview.md").write_text("One.\n")
    monkeypatch.chdir(tmp_path)
    page = build(Order("", "content", "_site", TODAY)).files["about.html"].decode()
    assert '<a href="about.html#here">a</a> <a href="index.html">b</a> <a href="https://example.org/x.md" rel="noopener">c</a>' in page
