"""The lock: what was found in a source's text stays vouched for where the text is not, and nothing else does."""

from pathlib import Path

import pytest

from factsheet.content import lockfile
from factsheet.content.load import load
from factsheet.content.records import Lock, LockedEvidence, LockedFigure, LockedObservation, LockedSource
from factsheet.reading.dates import read
from factsheet.reading.quantities import read as quantity
from factsheet.truth.quotes.passages import fingerprint
from tests.conftest import Site

SHEET = """\
title: Harbour trade
sources:
  gazette: {title: The harbour in figures, publisher: Harbour Gazette, text: sources/gazette.txt}
  ledger: {title: Ledger, publisher: Harbour Office, text: sources/ledger.txt}
figures:
  ships: {label: Ships, unit: {one: ship, other: ships}, value: "over 1,200", as_of: 2020, source: gazette, evidence: "over 1,200 ships"}
  toll: {label: Toll, unit: EUR, value: about 3 million, as_of: not stated, source: ledger, evidence: about 3 million euros}
timeline:
  - {date: 1998, title: The pier opens, source: gazette, evidence: opened in 1998}
"""
GAZETTE = "The pier, which opened in 1998, is crowded: over 1,200 ships called.\n"
LEDGER = "The toll came to about 3 million euros.\n"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = Site(tmp_path)
    made.write("content/facts.yaml", SHEET)
    made.write("content/sources/gazette.txt", GAZETTE)
    made.write("content/sources/ledger.txt", LEDGER)
    return made


def lines(site: Site) -> list[str]:
    """The lines of the lock that stand for quotations, as `day words`."""
    return [line.split("checked: ")[1][:10] + line.split(" #")[1].rstrip() for line in site.read("content/facts.lock").splitlines() if "checked:" in line]


def test_what_is_found_is_written_in_the_order_of_its_source(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert site.call("lock", "--today", "2025-03-01") == 0
    assert capsys.readouterr().out.startswith("3 of 3 facts checked: 3 against the source's own text. Written: ")
    assert lines(site) == ["2025-03-01 opened in 1998", "2025-03-01 over 1,200 ships", "2025-03-01 about 3 million euros"]


def test_without_the_text_the_lock_vouches(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.call("lock", "--today", "2025-03-01")
    (site.content / "sources" / "gazette.txt").unlink()
    capsys.readouterr()
    assert site.call("check", "--strict") == 0
    assert capsys.readouterr().out == "No problems in 1 sheet. 3 of 3 facts checked: 1 against the source's own text, 2 against facts.lock.\n"


def test_changed_evidence_has_no_line_and_the_sentence_says_what_to_do(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.call("lock", "--today", "2025-03-01")
    (site.content / "sources" / "gazette.txt").unlink()
    site.edit("content/facts.yaml", '"over 1,200", as_of: 2020, source: gazette, evidence: "over 1,200 ships"', '"over 1,300", as_of: 2020, source: gazette, evidence: "over 1,300 ships"')
    capsys.readouterr()
    assert site.call("check", "--format", "text") == 0
    out = capsys.readouterr()
    assert "content/facts.yaml:6:119: warning[unverified]: Nothing vouches for this quotation" in out.err
    assert "run `python build.py lock`" in out.err
    assert "2 of 3 facts checked" in out.out
    assert site.call("check", "--strict") == 1


def test_a_second_time_there_is_nothing_new_and_no_day_moves(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.call("lock", "--today", "2025-03-01")
    before = site.read("content/facts.lock")
    capsys.readouterr()
    assert site.call("lock", "--today", "2026-03-01") == 0
    assert "Nothing new for: " in capsys.readouterr().out
    assert site.read("content/facts.lock") == before


def test_only_what_is_new_gets_the_new_day(site: Site) -> None:
    site.call("lock", "--today", "2025-03-01")
    site.edit("content/facts.yaml", "evidence: opened in 1998", "evidence: which opened in 1998")
    site.call("lock", "--today", "2026-03-01")
    assert lines(site) == ["2026-03-01 which opened in 1998", "2025-03-01 over 1,200 ships", "2025-03-01 about 3 million euros"]


def test_a_changed_text_is_checked_anew(site: Site) -> None:
    site.call("lock", "--today", "2025-03-01")
    site.write("content/sources/gazette.txt", "More. " + GAZETTE)
    assert site.call("check", "--strict") == 1
    site.call("lock", "--today", "2026-03-01")
    assert lines(site) == ["2026-03-01 opened in 1998", "2026-03-01 over 1,200 ships", "2025-03-01 about 3 million euros"]
    assert site.call("check", "--strict") == 0


def test_where_a_text_is_not_here_its_lines_stay_as_they_are(site: Site) -> None:
    """Also those of what is not quoted at the moment: it may come back, and could not be looked up again."""
    site.call("lock", "--today", "2025-03-01")
    (site.content / "sources" / "gazette.txt").unlink()
    site.edit("content/facts.yaml", "timeline:\n  - {date: 1998, title: The pier opens, source: gazette, evidence: opened in 1998}\n", "")
    site.call("lock", "--today", "2026-03-01")
    assert [line[:10] for line in lines(site)] == ["2025-03-01"] * 3


def test_a_lock_that_cannot_be_read_is_not_written_over(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """It is the memory of what was published, which no text can give back."""
    site.call("lock", "--today", "2025-03-01")
    broken = "<<<<<<< ours\n" + site.read("content/facts.lock")
    site.write("content/facts.lock", broken)
    capsys.readouterr()
    assert site.call("lock") == 1
    assert "to write it anew would forget what was found and what was published" in capsys.readouterr().err
    assert site.read("content/facts.lock") == broken


def test_what_the_lock_is_there_to_answer_does_not_stop_it(site: Site) -> None:
    site.call("lock", "--today", "2025-03-01")
    site.write("content/sources/gazette.txt", "More. " + GAZETTE)
    assert site.call("lock", "--strict", "--today", "2026-03-01") == 0


def test_the_lock_of_the_largest_sheet_can_be_read_back(tmp_path: Path) -> None:
    site = Site(tmp_path)
    terms = "".join(f"  t{at}: {{term: Pier, definition: A pier., source: s, evidence: pier {at}}}\n" for at in range(950))
    site.write("content/facts.yaml", "title: Piers\nsources: {s: {title: Piers, publisher: Gazette, text: sources/s.txt}}\nterms:\n" + terms)
    site.write("content/sources/s.txt", ", ".join(f"pier {at}" for at in range(950)))
    assert site.call("lock") == 0
    (site.content / "sources" / "s.txt").unlink()
    assert site.call("check", "--strict") == 0


def test_until_it_is_locked_it_is_said_that_the_pages_do_not_know(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert site.call("build") == 0
    assert "Of these, 3 are not in facts.lock yet, so the pages do not say so: run `lock`." in capsys.readouterr().out
    site.call("lock")
    capsys.readouterr()
    site.call("build")
    assert "facts.lock" not in capsys.readouterr().out


@pytest.mark.parametrize(("old", "new", "rule"), [
    ('evidence: "over 1,200 ships"', 'evidence: "over 1,300 ships"', "quote-not-found"),
    ('value: "over 1,200"', 'value: "1,200"', "number-not-in-quote"),
    ("date: 1998", "date: 1999", "date-not-in-quote"),
])
def test_what_does_not_hold_is_not_locked(old: str, new: str, rule: str, site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.edit("content/facts.yaml", old, new)
    assert site.call("lock") == 1
    assert f"error[{rule}]" in capsys.readouterr().err
    assert not (site.content / "facts.lock").exists()


def test_the_lock_holds_no_word_of_the_article_that_is_not_quoted(site: Site) -> None:
    site.call("lock", "--today", "2025-03-01")
    lock = site.read("content/facts.lock")
    assert [word for word in ("crowded", "called", "pier", "came") if word in lock] == []


def test_the_published_values_stand_in_it(site: Site) -> None:
    site.call("lock", "--today", "2025-03-01")
    lock = load(str(site.content))[0].sheets[0].lock
    assert lock is not None
    day = read("2025-03-01")
    assert lock.figures == (
        LockedFigure("ships", (LockedObservation(quantity("over 1,200"), "ships", read("2020"), "gazette", day, shown=day),), "Ships"),
        LockedFigure("toll", (LockedObservation(quantity("about 3 million"), "EUR", None, "ledger", day, shown=day),), "Toll"),
    )


def test_the_page_says_on_which_day_and_no_more(site: Site) -> None:
    site.call("lock", "--today", "2025-03-01")
    site.edit("content/facts.yaml", "date: 1998, title: The pier opens, source: gazette, evidence: opened in 1998", "date: 1998, title: The pier opens, source: gazette, evidence: which opened in 1998")
    assert site.call("build") == 0
    page = site.read("_site/index.html")
    assert "2 of 3 facts checked against their sources" in page
    assert 'Checked against the source on <time datetime="2025-03-01">1 March 2025</time>.' in page
    assert "Not yet checked against the source." in site.read("_site/timeline.html")


def test_the_same_pages_come_from_a_machine_with_the_texts_and_from_one_without(site: Site) -> None:
    site.call("lock", "--today", "2025-03-01")
    site.call("build")
    with_texts = {path.name: path.read_bytes() for path in site.output.rglob("*.html")}
    for path in (site.content / "sources").iterdir():
        path.unlink()
    site.call("build")
    assert {path.name: path.read_bytes() for path in site.output.rglob("*.html")} == with_texts


BROKEN = [
    ("marks of a merge", "<<<<<<< ours\nversion: 1\n"),
    ("another version", "version: 2\n"),
    ("a hash cut short", "version: 1\nsources:\n  gazette:\n    sha256: abc\n    words: 9\n"),
    ("a number that is none", "version: 1\nsources:\n  gazette:\n    sha256: " + "a" * 64 + "\n    words: many\n"),
    ("a day that is none", "version: 1\nsources:\n  gazette:\n    sha256: " + "a" * 64 + "\n    words: 9\n    evidence:\n      - {word: 1, checked: 201X, sha256: " + "b" * 64 + "}\n"),
    ("a key that is not known", "version: 1\nsorces:\n"),
    ("nothing", ""),
    ("a list", "- version: 1\n"),
]


@pytest.mark.parametrize("text", [case[1] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_a_lock_that_cannot_be_read_is_a_warning_and_vouches_for_nothing(text: str, site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.write("content/facts.lock", text)
    (site.content / "sources" / "gazette.txt").unlink()
    assert site.call("check") == 0
    out = capsys.readouterr()
    assert "facts.lock vouches for nothing, because it cannot be read: " in out.err
    assert "1 of 3 facts checked" in out.out


def test_it_is_read_as_it_was_written() -> None:
    day = read("2025-03-01")
    lock = Lock(
        (LockedSource("gazette", "a" * 64, 12, (LockedEvidence(fingerprint("a: b #c"), 3, day), LockedEvidence("b" * 64, 7, day))), LockedSource("ledger", "c" * 64, 5)),
        (LockedFigure("ships", (LockedObservation(quantity("over 1,200"), 'ships: "all" #1', read("201X~"), "gazette", day, day, day, day, "a / b", "correction", read("2025-03"), "- it: 'was' #so"),), 'Ships: "all" #1'),),
    )
    from factsheet.content import source

    node, problems = source.read(lockfile.written(lock, {fingerprint("a: b #c"): "a: b #c"}), "facts.lock")
    assert node is not None
    assert problems == []
    assert lockfile.read(node, []) == lock
