"""Each rule passes a sound sheet, and complains once one thing in it is broken."""

from pathlib import Path

import pytest

from factsheet.content.load import load
from factsheet.reading.dates import read
from factsheet.truth.check import RULES, check

TODAY = read("2026-01-01").earliest or 0
SOUND = """\
title: Harbour of [[=Seven Oaks|a name, not a count]]
summary: "[[ships]] called; see [the rest](about.md) and [this](key-figures.html#ships)."
sources: {gazette: {title: The harbour, publisher: Gazette, published: 2021-05-04, accessed: 2025-01-01}}
figures:
  ships: {label: Ships, unit: ships, value: "over 1,200", as_of: 2020, said_by: mayor, source: gazette, evidence: "over 1,200 ships", review_by: 2026}
timeline:
  - {date: 2030, id: plan, title: "The plan of [[mayor]] ends", text: "More in [[plan.date]]", source: gazette, evidence: until 2030}
people: {mayor: {name: Ann Lee, role: Mayor, source: gazette}}
quotes: [{text: We build, said_by: mayor, source: gazette, verbatim: true}]
terms: {pier: {term: Pier, definition: "Where [[ships.short]] land.", source: gazette, evidence: a pier}}
"""
ABOUT = "## The pier\n\n![A pier](images/pier.png) in [[pier]] [up](#the-pier)\n"


def rules_told(folder: Path, facts: str, about: str, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    (folder / "content" / "images").mkdir(parents=True)
    (folder / "content" / "images" / "pier.png").write_bytes(b"\x89PNG")
    (folder / "content" / "facts.yaml").write_text(facts)
    (folder / "content" / "about.md").write_text(about)
    monkeypatch.chdir(folder)
    content, problems = load("content")
    assert problems == []
    return [(problem.rule, problem.place.line) for problem in check(content, TODAY)]


def test_a_sound_sheet_breaks_no_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rules_told(tmp_path, SOUND, ABOUT, monkeypatch) == []


BREAKS = [
    ("id_is_given_once", "id: plan", "id: pier", [("doubled-key", 10), ("unknown-reference", 7)]),
    ("source_is_declared", "source: gazette, evidence: until", "source: gazete, evidence: until", [("unknown-reference", 7)]),
    ("source of a person", "role: Mayor, source: gazette", "role: Mayor, source: gazete", [("unknown-reference", 8)]),
    ("source of a quote", "said_by: mayor, source: gazette, verb", "said_by: mayor, source: gazete, verb", [("unknown-reference", 9)]),
    ("reference_is_known", "[[ships]] called", "[[boats]] called", [("unknown-reference", 2)]),
    ("reference in a term", "[[ships.short]]", "[[ship.short]]", [("unknown-reference", 10)]),
    ("field that a figure has not", "[[ships.short]]", "[[ships.sum]]", [("unknown-reference", 10)]),
    ("field that a person has not", "[[mayor]]", "[[mayor.age]]", [("unknown-reference", 7)]),
    ("fact_has_a_source", "source: gazette, evidence: until 2030", "said_by: mayor", [("no-source", 7)]),
    ("fact_has_evidence", ", evidence: a pier", "", [("no-evidence", 10)]),
    ("date_has_come", "as_of: 2020", "as_of: 2027", [("future-date", 5)]),
    ("date of publication", "published: 2021-05-04", "published: 2026-01-02", [("future-date", 3)]),
    ("review_has_not_passed", "review_by: 2026", "review_by: 2025-12-31", [("overdue", 5)]),
    ("link_leads_somewhere", "(about.md)", "(abuot.md)", [("broken-link", 2)]),
    ("link_stays_inside", "(about.md)", "(/about.html)", [("broken-link", 2), ("broken-link", 2)]),
]


@pytest.mark.parametrize(("old", "new", "expected"), [case[1:] for case in BREAKS], ids=[case[0] for case in BREAKS])
def test_a_rule_bites(old: str, new: str, expected: list[tuple[str, int]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert SOUND.count(old) == 1
    assert rules_told(tmp_path, SOUND.replace(old, new), ABOUT, monkeypatch) == expected


def test_an_image_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rules_told(tmp_path, SOUND, ABOUT.replace("pier.png", "peer.png"), monkeypatch) == [("broken-link", 3)]


def test_every_rule_is_shown_to_bite() -> None:
    assert {rule.__name__ for rule in RULES} <= {case[0] for case in BREAKS}


def test_every_rule_says_what_it_holds_true() -> None:
    assert all(rule.__doc__ and rule.__doc__.endswith(".") for rule in RULES)
