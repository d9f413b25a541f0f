"""A source's own text: plain, Markdown or a saved web page; what cannot be read is a sentence."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factsheet.content.articles import LARGEST, read
from factsheet.problem import Unreadable
from tests.conftest import Site

PAGE = """<!doctype html><html><head><title>Ships</title><style>p { color: red }</style><script>var ships = 99;</script></head><body>
<nav><a href="/">Home</a> <a href="/77">77 other stories</a></nav>
<article><h1>A busy year</h1><p>Last year <b>over 1,200</b> ships&nbsp;called at the harbour, the office said, and the quays were full from spring to autumn.</p>
<p>“We are building,” said Ann Lee, the mayor, who wants room for larger vessels and for the trains that carry off their freight.</p><figure><img src="a.png"><figcaption>Photo taken on June 12</figcaption></figure></article>
<footer>Contact us: 555 1234</footer></body></html>
"""


def saved(folder: Path, name: str, content: bytes) -> str:
    path = folder / name
    path.write_bytes(content)
    return str(path)


def read_in(home: Path, path: str) -> str:
    return read(path, str(home.resolve()))


def test_a_plain_text_is_read_as_it_is(tmp_path: Path) -> None:
    assert read_in(tmp_path, saved(tmp_path, "a.txt", "\ufeffOver 1,200 ships – and “more”.\r\n".encode())) == "Over 1,200 ships – and “more”.\r\n"


def test_of_markdown_the_words_are_read(tmp_path: Path) -> None:
    text = read_in(tmp_path, saved(tmp_path, "a.md", b"# Ships\n\nLast year **over 1,200** [ships](https://example.org/) called.\n\n- one\n- two\n"))
    assert "Last year over 1,200 ships called." in text


def test_of_a_saved_page_the_article_is_read(tmp_path: Path) -> None:
    text = read_in(tmp_path, saved(tmp_path, "a.html", PAGE.encode()))
    assert "over 1,200 ships" in text.replace("\u00a0", " ")
    assert "Photo taken on June 12" in text, "captions belong to the article"
    assert [word for word in ("99", "77", "color", "555") if word in text] == []


def test_a_page_without_an_article_gives_all_of_its_words_but_no_script(tmp_path: Path) -> None:
    text = read_in(tmp_path, saved(tmp_path, "a.htm", b"<script>99</script><style>77</style><td>over</td><td>1,200</td>"))
    assert text.split() == ["over", "1,200"]


BROKEN = [
    ("a.pdf", b"%PDF", "bad-value", "A source's text is a .txt, .md or saved .html file."),
    ("a.txt", b" \n", "unverified", "The file with this source's text is empty."),
    ("a.md", b"a" * (2 << 20), "too-large", "A source's text in Markdown may have 1 MiB; this one has more."),
    ("a.txt", "Müller".encode("latin-1"), "encoding", "A source's text is UTF-8; on line 1 of "),
    ("a.txt", b"a" * (LARGEST + 1), "too-large", "A source's text may have 16 MiB; this one has more."),
]


@pytest.mark.parametrize(("name", "content", "rule", "message"), BROKEN, ids=[f"{case[0]} {case[2]}" for case in BROKEN])
def test_what_is_no_text_is_a_sentence(name: str, content: bytes, rule: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as error:
        read_in(tmp_path, saved(tmp_path, name, content))
    assert (error.value.rule, error.value.message[: len(message)]) == (rule, message)
    assert error.value.hint


def test_without_the_package_for_web_pages_it_is_said_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(Unreadable) as error:
        read_in(tmp_path, saved(tmp_path, "a.html", PAGE.encode()))
    assert error.value.rule == "unverified"
    assert "pip install trafilatura" in error.value.hint


def test_a_text_that_cannot_be_read_is_told_at_its_line_in_the_sheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = Site(tmp_path)
    site.write("content/facts.yaml", "title: Ships\nsources:\n  gazette:\n    title: The harbour\n    publisher: Gazette\n    text: sources/a.txt\n")
    (tmp_path / "content" / "sources").mkdir()
    (tmp_path / "content" / "sources" / "a.txt").write_bytes("Müller".encode("latin-1"))
    assert site.call("check", "--format", "text") == 1
    assert "facts.yaml:6:11: error[encoding]: A source's text is UTF-8" in capsys.readouterr().err


def test_a_text_that_cannot_be_read_brings_no_second_complaint_that_it_is_not_here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = Site(tmp_path)
    site.write("content/facts.yaml", """title: Ships
sources:
  gazette: {title: The harbour, publisher: Gazette, text: sources/a.txt}
terms:
  a: {term: Pier, definition: A pier., source: gazette, evidence: a pier}
  b: {term: Mole, definition: A mole., source: gazette, evidence: a mole}
""")
    site.write("content/sources/a.txt", "")
    assert site.call("check", "--format", "text") == 0
    said = capsys.readouterr().err
    assert said.count("warning[unverified]") == 1
    assert "The file with this source's text is empty." in said


@pytest.mark.parametrize("made", ["a link to a file outside", "a link to a folder outside", "a folder"])
def test_a_text_lies_in_the_content_folder_and_is_a_file(made: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = Site(tmp_path / "site")
    site.write("content/facts.yaml", "title: Ships\nsources:\n  gazette: {title: The harbour, publisher: Gazette, text: sources/a.txt}\n")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "a.txt").write_text("A pier.")
    sources, text = site.content / "sources", site.content / "sources" / "a.txt"
    making: dict[str, list[Callable[[], None]]] = {
        "a link to a file outside": [sources.mkdir, lambda: text.symlink_to(tmp_path / "outside" / "a.txt")],
        "a link to a folder outside": [lambda: sources.symlink_to(tmp_path / "outside")],
        "a folder": [sources.mkdir, text.mkdir],
    }
    for step in making[made]:
        step()
    assert site.call("check", "--format", "text") == 1
    assert {"a folder": "here is a folder"}.get(made, "leads out of the content folder") in capsys.readouterr().err


def test_of_an_article_nothing_is_kept_in_the_cache(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.write("content/facts.yaml", "title: Ships\nsources:\n  gazette: {title: The harbour, publisher: Gazette, text: sources/a.md}\n")
    site.write("content/sources/a.md", "A *secret* sentence that belongs to somebody else.\n")
    assert site.call("build") == 0
    assert [path for path in tmp_path.rglob("*") if path.is_file() and path.parent.name != "sources" and b"belongs to somebody" in path.read_bytes()] == []
