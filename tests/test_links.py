"""The output read back: a sound site passes; break one thing, and hear of it."""

import re
from pathlib import Path

import pytest

from factsheet.page.links import broken_links

SOUND = {
    "index.html": b'<a href="a.html#x">A</a> <a href="#y">here</a> <p id="y">Y</p> <a href="trade/index.html">T</a> <a href="https://example.org/no">web</a>'
    b'<a href="mailto:a@example.org">mail</a> <img src="images/p.png" alt="P"> <code>href="nowhere.html"</code> &lt;a href="nope"&gt;',
    "a.html": b'<h2 id="x">X</h2><a href="index.html">home</a>',
    "trade/index.html": b'<a href="../index.html#y">up</a><a href="facts.json">data</a>',
    "trade/facts.json": b"{}",
    "images/p.png": b"",
}


def test_a_sound_site_has_no_problem() -> None:
    assert broken_links(SOUND) == []


@pytest.mark.parametrize(
    ("page", "old", "new", "said"),
    [
        ("index.html", b"a.html#x", b"b.html", "a link leads to `b.html`, which is not there."),
        ("index.html", b"a.html#x", b"a.html#z", "a link leads to `a.html#z`, but a.html has no such place."),
        ("index.html", b'href="#y"', b'href="#z"', "a link leads to `#z`, but index.html has no such place."),
        ("index.html", b"trade/index.html", b"trade/", "a link leads to `trade/`, which is not there."),
        ("index.html", b"images/p.png", b"images/q.png", "a link leads to `images/q.png`, which is not there."),
        ("index.html", b'<a href="a.html#x">', b"<a href='b.html'>", "a link leads to `b.html`, which is not there."),
        ("index.html", b'<p id="y">', b'<p id="y"></p><p id="y">', "the id `y` stands twice."),
        ("trade/index.html", b"../index.html#y", b"../../index.html", "a link leads to `../../index.html`, which is not there."),
        ("trade/index.html", b"facts.json", b"/facts.json", "a link leads to `/facts.json`, which is not there."),
    ],
)
def test_one_broken_thing_is_told_with_its_page_and_line(page: str, old: bytes, new: bytes, said: str) -> None:
    assert old in SOUND[page]
    problems = broken_links({**SOUND, page: b"<!doctype html>\n" + SOUND[page].replace(old, new, 1)})
    assert [(problem.place.path, problem.place.line, problem.rule) for problem in problems] == [(page, 2, "broken-link")]
    assert said in problems[0].message
    assert problems[0].hint


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_no_link_of_a_whole_site_is_broken(either_site: Path) -> None:
    assert broken_links(files_of(either_site)) == []


def reached(files: dict[str, bytes], page: str, seen: set[str]) -> set[str]:
    """Every page to which links lead from a page, itself included; all of them at the top."""
    seen.add(page)
    for lead in re.findall(rb'<a [^>]*?href="([\w.-]+\.html)', files[page]):
        name = lead.decode()
        seen = seen if name in seen else reached(files, name, seen)
    return seen


def test_links_lead_from_the_first_page_to_every_other(either_site: Path) -> None:
    files = files_of(either_site)
    assert reached(files, "index.html", set()) == {name for name in files if name.endswith(".html") and "/" not in name} - {"404.html"}


def test_a_page_that_nothing_leads_to_is_noticed() -> None:
    assert reached({**SOUND, "lonely.html": b'<a href="a.html">A</a>', "trade/index.html": b""}, "index.html", set()) == {"index.html", "a.html"}
