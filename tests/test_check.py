"""Each rule passes a sound sheet, and complains once one thing in it is broken."""

from pathlib import Path

import pytest

from factsheet.build import Order, look
from factsheet.reading.dates import read
from factsheet.truth.check import RULES

TODAY = read("2026-01-01").earliest or 0
SOUND = """\
title: Harbour of [[=Seven Oaks|a name, not a count]]
summary: "[[ships]] called; see [the rest](about.md) and [this](key-figures.html#ships)."
sources: {gazette: {title: The harbour, publisher: Gazette, published: 2021-05-04, accessed: 2025-01-01, text: sources/gazette.txt}}
figures:
  ships: {label: Ships, unit: ships, value: "over 1,200", as_of: 2020, said_by: mayor, source: gazette, evidence: "over 1,200 ships", review_by: 2026}
  steamers: {label: Steamers, unit: ships, formula: ships * 2}
  fleet: {label: Fleet, unit: {one: ship, other: ships}, value: about 40, as_of: 2020, source: gazette, evidence: a few dozen, reads_as: about 40 ships}
timeline:
  - {date: 2030, id: plan, title: "The plan of [[mayor]] ends", text: "More in [[plan.date]]", source: gazette, evidence: runs until 2030, reads_as: 2030}
people: {mayor: {name: Ann Lee, role: Mayor, source: gazette, evidence: "Ann Lee, the mayor"}}
quotes: [{text: We build, said_by: mayor, source: gazette, verbatim: true}]
terms: {pier: {term: Pier, definition: "Where [[ships.short]] land.", source: gazette, evidence: a pier}}
checks: ["ships > 1000"]
"""
ABOUT = "## The pier\n\n![A pier](images/pier.png) in [[pier]] [up](#the-pier)\n"
ARTICLE = """\
Last year over 1,200 ships called at a pier that the town maintains. “We build,” said Ann Lee, the mayor. Her plan runs until 2030.
Of its own the town has a few dozen, and it is said that not a mole is left of the old harbour.
"""
LOCK = "version: 1\nsources:\n  gazette:\n    sha256: " + "0" * 64 + "\n    words: 9\n"


def rules_told(folder: Path, facts: str, about: str, article: str, monkeypatch: pytest.MonkeyPatch, lock: str = "") -> list[tuple[str, int]]:
    files = {"facts.yaml": facts, "about.md": about, "sources/gazette.txt": article, "facts.lock": lock, "images/pier.png": "PNG"}
    for name, text in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name in [name for name, text in files.items() if not text]:
        (folder / "content" / name).unlink()
    monkeypatch.chdir(folder)
    return [(problem.rule, problem.place.line) for problem in look(Order("", "content", "_site", TODAY)).problems]


def test_a_sound_sheet_breaks_no_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rules_told(tmp_path, SOUND, ABOUT, ARTICLE, monkeypatch) == []


BREAKS = [
    ("id_is_given_once", "id: plan", "id: pier", [("doubled-key", 12), ("unknown-reference", 9)]),
    ("source_is_declared", "source: gazette, evidence: runs", "source: gazete, evidence: runs", [("unknown-reference", 9)]),
    ("source of a person", "role: Mayor, source: gazette", "role: Mayor, source: gazete", [("unknown-reference", 10)]),
    ("source of a quote", "said_by: mayor, source: gazette, verb", "said_by: mayor, source: gazete, verb", [("unknown-reference", 11)]),
    ("reference_is_known", "[[ships]] called", "[[boats]] called", [("unknown-reference", 2)]),
    ("reference in a term", "[[ships.short]]", "[[ship.short]]", [("unknown-reference", 12)]),
    ("field that a figure has not", "[[ships.short]]", "[[ships.sum]]", [("unknown-reference", 12)]),
    ("field that a person has not", "[[mayor]]", "[[mayor.age]]", [("unknown-reference", 9)]),
    ("fact_has_a_source", "source: gazette, evidence: runs until 2030", "said_by: mayor", [("no-source", 9)]),
    ("fact_has_evidence", ", evidence: a pier", "", [("no-evidence", 12)]),
    ("quote_stands_in_its_source", "evidence: a pier", "evidence: a quay", [("quote-not-found", 12)]),
    ("quote of a person", "text: We build", "text: We rebuild", [("quote-not-found", 11)]),
    ("quote of a person's office", "Ann Lee, the mayor", "Ann Lee, the Mayor", [("quote-not-found", 10)]),
    ("quote_is_whole", 'value: "over 1,200", as_of: 2020, said_by: mayor, source: gazette, evidence: "over 1,200 ships"',
     'value: "1,200", as_of: 2020, said_by: mayor, source: gazette, evidence: "1,200 ships"', [("quote-cropped", 5)]),
    ("negation outside the quote", "evidence: a pier", "evidence: a mole is left", [("quote-cropped", 12)]),
    ("value_is_what_the_evidence_says", "over 1,200\", as_of", "over 1,300\", as_of", [("number-not-in-quote", 5)]),
    ("qualifier", "value: \"over 1,200\"", "value: \"1,200\"", [("number-not-in-quote", 5)]),
    ("what nobody has read", ", reads_as: about 40 ships", "", [("cannot-read", 7)]),
    ("what a person has read otherwise", "reads_as: about 40", "reads_as: about 50", [("number-not-in-quote", 7)]),
    ("date_is_what_the_evidence_says", "date: 2030", "date: 2030-05", [("date-not-in-quote", 9)]),
    ("date that a person has read otherwise", "reads_as: 2030}", "reads_as: 2031}", [("date-not-in-quote", 9)]),
    ("evidence_is_vouched_for", ", text: sources/gazette.txt", "", [("unverified", 3)]),
    ("number_in_prose_is_a_reference", "[[ships]] called", "Over 1,200 ships called", [("typed-number", 2)]),
    ("number word in prose", "More in [[plan.date]]", "More in forty years", [("typed-number", 9)]),
    ("year in prose", "More in [[plan.date]]", "More in 2030", [("typed-number", 9)]),
    ("a check that fails", "ships > 1000", "ships > 1500", [("cross-check", 13)]),
    ("a check of a figure that is not there", "ships > 1000", "boats > 1000", [("unknown-reference", 13)]),
    ("a formula of itself", "formula: ships * 2", "formula: steamers * 2", [("cross-check", 6)]),
    ("a formula without an answer", "formula: ships * 2", "formula: ships / ships", [("cross-check", 6)]),
    ("a number of its own in a formula", "formula: ships * 2", "formula: ships + 2", [("typed-number", 6)]),
    ("a zero that wipes out a figure", "formula: ships * 2", "formula: ships * 0 + ships", [("typed-number", 6)]),
    ("per cents worked out by hand", "unit: ships, formula: ships * 2", "unit: '%', formula: fleet / fleet * 100", [("cross-check", 6)]),
    ("number in a label", "label: Steamers", "label: The 12 steamers", [("typed-number", 6)]),
    ("number in a role", "role: Mayor", "role: Mayor of 12 towns", [("typed-number", 10)]),
    ("number in a paraphrase", "verbatim: true}]", "verbatim: true}, {text: They build 12 ships, said_by: mayor, source: gazette, verbatim: false}]", [("typed-number", 11)]),
    ("a quote without a source", "said_by: mayor, source: gazette, verb", "said_by: mayor, verb", [("no-source", 11)]),
    ("a quote without its negation", "text: We build", "text: a mole is left", [("quote-cropped", 11)]),
    ("what a person has read otherwise than the program", 'evidence: "over 1,200 ships"', 'evidence: "over 1,200 ships", reads_as: 99 ships', [("number-not-in-quote", 5)]),
    ("a text that is published", "text: sources/gazette.txt", "text: about.md", [("bad-value", 3), ("unverified", 3)]),
    ("a formula beside a value", "formula: ships * 2", "formula: ships * 2, value: 3", [("bad-value", 6)]),
    ("date_has_come", "as_of: 2020, said_by", "as_of: 2027, said_by", [("future-date", 5)]),
    ("day of a correction", "label: Steamers, unit: ships, formula: ships * 2", "label: Steamers, unit: ships, formula: ships * 2, observations: [{value: 9, as_of: 2020, replaced: 2027, kind: correction, why: So}]",
     [("future-date", 6)]),
    ("date of publication", "published: 2021-05-04", "published: 2026-01-02", [("future-date", 3)]),
    ("review of a sheet", "figures:\n", "review_by: 2025\nfigures:\n", [("overdue", 4)]),
    ("one_value_is_preferred", 'said_by: mayor, source: gazette, evidence: "over 1,200 ships"', 'said_by: mayor, source: gazette, evidence: "over 1,200 ships", preferred: true, observations: [{value: 9, as_of: 2010, source: gazette, evidence: a few dozen, reads_as: 9 ships, preferred: true}]',
     [("bad-value", 5)]),
    ("update_is_of_a_later_moment", "reads_as: about 40 ships}", "reads_as: about 40 ships, observations: [{value: 9, as_of: 2021, replaced: 2022, kind: update}]}", [("missing-key", 7)]),
    ("withdrawn_figure_is_not_repeated", "reads_as: about 40 ships}", "replaced: 2021, kind: retraction, why: So it is}\n  navy: {label: 'Navy', unit: ships, value: 9, as_of: 2020, note: 'Part of [[fleet]]', replaced: 2021, kind: retraction, why: So it is}",
     [("withdrawn", 8)]),
    ("a figure that follows from one that was withdrawn", 'review_by: 2026}', "review_by: 2026, replaced: 2021, kind: retraction, why: So it is}", [("cross-check", 6), ("withdrawn", 2), ("withdrawn", 12)]),
    ("chart_compares_like_with_like", "checks:", "charts: [{title: Ships, figures: [ships, boats]}]\nchecks:", [("unknown-reference", 13)]),
    ("figures of two units in a chart", "checks:", "charts: [{title: Ships, figures: [ships, fleet, ships]}]\nchecks:", [("bad-value", 13)]),
    ("a chart of one figure that has one value", "checks:", "charts: [{title: Ships, figures: [ships]}]\nchecks:", [("bad-value", 13)]),
    ("a chart with too few labels", "checks:", "charts: [{title: Ships, figures: [ships, steamers], labels: [All]}]\nchecks:", [("bad-value", 13)]),
    ("number in a label of a chart", "checks:", "charts: [{title: Ships, figures: [ships, steamers], labels: [All 12, Steam]}]\nchecks:", [("typed-number", 13)]),
    ("a chart of nothing", "checks:", "charts: [{title: Ships, figures: []}]\nchecks:", [("bad-value", 13)]),
    ("number in the title of a chart", "checks:", "charts: [{title: The 12 ships, figures: [ships, steamers]}]\nchecks:", [("typed-number", 13)]),
    ("review_has_not_passed", "review_by: 2026", "review_by: 2025-12-31", [("overdue", 5)]),
    ("link_leads_somewhere", "(about.md)", "(abuot.md)", [("broken-link", 2)]),
    ("link_stays_inside", "(about.md)", "(/about.html)", [("broken-link", 2), ("broken-link", 2)]),
]


@pytest.mark.parametrize(("old", "new", "expected"), [case[1:] for case in BREAKS], ids=[case[0] for case in BREAKS])
def test_a_rule_bites(old: str, new: str, expected: list[tuple[str, int]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert SOUND.count(old) == 1
    assert rules_told(tmp_path, SOUND.replace(old, new), ABOUT, ARTICLE, monkeypatch) == expected


def test_an_image_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rules_told(tmp_path, SOUND, ABOUT.replace("pier.png", "peer.png"), ARTICLE, monkeypatch) == [("broken-link", 3)]


def test_a_source_that_is_not_the_locked_one_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rules_told(tmp_path, SOUND, ABOUT, ARTICLE, monkeypatch, LOCK) == [("unverified", 3)]


def test_a_lock_that_cannot_be_read_vouches_for_nothing_and_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Such as one with the marks of a merge that failed in it."""
    told = rules_told(tmp_path, SOUND, ABOUT, "", monkeypatch, "<<<<<<< ours\n" + LOCK)
    assert [rule for rule, _ in told] == ["unverified", "unverified"]


TABLE = "\nBoats\n\nCount: 640\n"


@pytest.mark.parametrize(("more", "expected"), [("", [("number-not-in-quote", 6)]), (", reads_as: 640 boats", []), (", reads_as: 640 ships", [("number-not-in-quote", 6)]), (", reads_as: over 640 boats", [("number-not-in-quote", 6)])])
def test_where_a_heading_names_what_is_counted_a_person_says_so(more: str, expected: list[tuple[str, int]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    boats = f"  boats: {{label: Boats, unit: boats, value: 640, as_of: 2020, source: gazette, evidence: 'Count: 640'{more}}}\n"
    assert rules_told(tmp_path, SOUND.replace("  steamers:", boats + "  steamers:"), ABOUT, ARTICLE + TABLE, monkeypatch) == expected


@pytest.mark.parametrize(("value", "expected"), [("over 1,200", []), ("over 1,100", [("unexplained-change", 5)])])
def test_a_value_that_was_published_otherwise_is_told(value: str, expected: list[tuple[str, int]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`change_is_explained`, with more cases in test_history.py."""
    published = f'version: 1\nfigures:\n  ships: {{observations: [{{value: "{value}", unit: ships, as_of: 2020, source: gazette}}]}}\n'
    told = rules_told(tmp_path, SOUND.replace("steamers: {", "steamers: {").replace("  steamers: {label: Steamers, unit: ships, formula: ships * 2}\n", ""), ABOUT, ARTICLE, monkeypatch, published)
    assert told == expected


def test_every_rule_is_shown_to_bite() -> None:
    assert {rule.__name__ for rule in RULES} <= {case[0] for case in BREAKS} | {"source_is_as_it_was_locked", "change_is_explained"}


def test_every_rule_says_what_it_holds_true() -> None:
    assert all(rule.__doc__ and rule.__doc__.endswith(".") for rule in RULES)
