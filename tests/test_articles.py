"""A source's own text: plain, Markdown or a saved web page; what cannot be read is a sentence."""

import sys
from pathlib import Path

import pytest

from factsheet.content.articles import LARGEST, read
from factsheet.problem import Unreadable
from tests.conftest import Site

PAGE = """<!doctype html><html><head><title>Ships</title><style>p { color: red }</style><script>var ships = 99;</script></head><body>
<nav><a href="/">Home</a> <a href="/77">77 other stories</a></nav>
<article><h1>A busy year</h1><p>Last year <b>over 1,200</b> ships&nbsp;called at the harbour, the office said, and the quays were full from spring to autumn.</p>
<p>“We are building,” said Ann Lee, the mayor, who wants room for larger vessels and for the trains that carry off their freight.</p></article>
<footer>Contact us: 555 1234</footer></body></html>
"""


def saved(folder: Path, name: str, content: bytes) -> str:
    path = folder / name
    path.write_bytes(content)
    return str(path)


def test_a_plain_text_is_read_as_it_is(tmp_path: Path) -> None:
    assert read(saved(tmp_path, "a.txt", "\ufeffOver 1,200 ships – and “more”.\r\n".encode())) == "Over 1,200 ships – and “more”.\r\n"


def test_of_markdown_the_words_are_read(tmp_path: Path) -> None:
    text = read(saved(tmp_path, "a.md", b"# Ships\n\nLast year **over 1,200** [ships](https://example.org/) called.\n\n- one\n- two\n"))
    assert "Last year over 1,200 ships called." in text


def test_of_a_saved_page_the_article_is_read(tmp_path: Path) -> None:
    text = read(saved(tmp_path, "a.html", PAGE.encode()))
    assert "over 1,200 ships" in text.replace("\u00a0", " ")
    assert [word for word in ("99", "77", "color", "555") if word in text] == []


def test_a_page_without_an_article_gives_all_of_its_words_but_no_script(tmp_path: Path) -> None:
    text = read(saved(tmp_path, "a.htm", b"<script>99</script><style>77</style><td>over</td><td>1,200</td>"))
    assert text.split() == ["over", "1,200"]


BROKEN = [
    ("a.pdf", b"%PDF", "bad-value", "A source's text is a .txt, .md or saved .html file."),
    ("a.txt", "Müller".encode("latin-1"), "encoding", "A source's text is UTF-8; on line 1 of "),
    ("a.txt", b"a" * (LARGEST + 1), "too-large", "A source's text may have 16 MiB; this one has more."),
]


@pytest.mark.parametrize(("name", "content", "rule", "message"), BROKEN, ids=[case[2] for case in BROKEN])
def test_what_is_no_text_is_a_sentence(name: str, content: bytes, rule: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as error:
        read(saved(tmp_path, name, content))
    assert (error.value.rule, error.value.message[: len(message)]) == (rule, message)
    assert error.value.hint


def test_without_the_package_for_web_pages_it_is_said_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(Unreadable) as error:
        read(saved(tmp_path, "a.html", PAGE.encode()))
    assert 'pip install "factsheet[html]"' in error.value.hint


def test_a_text_that_cannot_be_read_is_told_at_its_line_in_the_sheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = Site(tmp_path)
    site.write("content/facts.yaml", "title: Ships\nsources:\n  gazette:\n    title: The harbour\n    publisher: Gazette\n    text: sources/a.txt\n")
    (tmp_path / "content" / "sources").mkdir()
    (tmp_path / "content" / "sources" / "a.txt").write_bytes("Müller".encode("latin-1"))
    assert site.call("check", "--format", "text") == 1
    assert "facts.yaml:6:11: error[encoding]: A source's text is UTF-8" in capsys.readouterr().err
