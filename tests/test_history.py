"""No change is silent: what was published stays, or is told of, with its reason or without one."""

from pathlib import Path

import pytest

from factsheet.content.load import load
from factsheet.page.wording import parts
from factsheet.truth.derive import derive
from factsheet.truth.history import History, histories
from tests.conftest import Site

SHEET = """\
title: Harbour trade
sources:
  gazette: {title: The harbour in figures, publisher: Harbour Gazette, published: 2024-05-01}
  ledger: {title: Ledger, publisher: Harbour Office, published: 2025-02-01}
figures:
  ships:
    label: Ships
    unit: {one: ship, other: ships}
    value: over 1,200
    as_of: 2023
    source: gazette
    evidence: over 1,200 ships
  toll: {label: Toll, unit: EUR, value: about 3 million, as_of: not stated, source: ledger, evidence: about 3 million euros}
  half: {label: A share of the toll, unit: EUR, formula: toll / 2}
"""
OVER = "    value: over 1,200\n    as_of: 2023\n    source: gazette\n    evidence: over 1,200 ships\n"
FIRST, LATER, LAST = "2025-03-01", "2025-06-01", "2025-09-01"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """The sheet above, published once: its lock holds the values."""
    made = Site(tmp_path)
    made.write("content/facts.yaml", SHEET)
    assert made.call("lock", "--today", FIRST, "-q") == 0
    return made


def told(site: Site) -> list[str]:
    """The changes of all figures, each as `figure: kind: old -> new (date)`."""
    content = derive(load(str(site.content))[0])[0]
    return [line for history in histories(content.sheets[0]) for line in _lines(history)]


def _lines(history: History) -> list[str]:
    return [
        f"{history.id}: {change.kind or 'silent'}: "
        + " -> ".join(parts(value.quantity, value.unit).text.replace("\u00a0", " ") if value else "nothing" for value in (change.old, change.new))
        + f" ({change.date.text if change.date else 'after ' + change.after.text if change.after else 'never'})"
        for change in history.changes
    ]


def replaced(kind: str, value: str = "over 1,200", more: str = "") -> str:
    return f"    observations:\n      - {{value: '{value}', as_of: 2023, source: gazette, replaced: 2025-04-01, kind: {kind}, why: So it is{more}}}\n"


def in_place(new: str) -> tuple[str, str]:
    return OVER, OVER.replace("over 1,200", new)


WAYS = [
    ("nothing", [("title: Harbour trade", "title: Harbour trade, anew")], []),
    ("the same number written otherwise", [("value: over 1,200\n", "value: more than 1.2 thousand\n")], []),
    ("evidence alone", [("evidence: over 1,200 ships\n", "evidence: well over 1,200 ships\n")], []),
    ("another id of the same source", [("  gazette: {", "  paper: {"), ("source: gazette", "source: paper")], []),
    ("a value in place", [in_place("over 1,300")], ["ships: silent: over 1,200 ships -> over 1,300 ships (after 2025-03-01)"]),
    ("a qualifier alone", [in_place("1,200")], ["ships: silent: over 1,200 ships -> 1,200 ships (after 2025-03-01)"]),
    ("a date alone", [("as_of: 2023", "as_of: 2024")], ["ships: silent: over 1,200 ships -> over 1,200 ships (after 2025-03-01)"]),
    ("another source that there is", [("source: gazette", "source: ledger")], ["ships: silent: over 1,200 ships -> over 1,200 ships (after 2025-03-01)"]),
    ("another unit", [("{one: ship, other: ships}", "{one: boat, other: boats}"), ("evidence: over 1,200 ships", "evidence: over 1,200 boats")], ["ships: silent: over 1,200 ships -> over 1,200 boats (after 2025-03-01)"]),
    ("a figure that is gone", [(SHEET[SHEET.index("  ships:") : SHEET.index("  toll:")], "")], ["ships: silent: over 1,200 ships -> nothing (after 2025-03-01)"]),
    ("a figure under another id", [("  ships:", "  vessels:")],
     ["vessels: new: nothing -> over 1,200 ships (after 2025-03-01)", "ships: silent: over 1,200 ships -> nothing (after 2025-03-01)"]),
    ("a figure that is new", [("  toll: {", "  piers: {label: Piers, unit: piers, value: 2, as_of: 2023}\n  toll: {")], ["piers: new: nothing -> 2 piers (after 2025-03-01)"]),
    ("what is computed follows", [("value: about 3 million", "value: about 4 million")],
     ["toll: silent: about €3 million -> about €4 million (after 2025-03-01)", "half: computed: about €1.5 million -> about €2 million (after 2025-03-01)"]),
    ("another formula", [("formula: toll / 2", "formula: toll / 3")], ["half: silent: about €1.5 million -> about €1 million (after 2025-03-01)"]),
    ("a correction that is explained", [(OVER, OVER.replace("over 1,200", "over 1,300") + replaced("correction"))], ["ships: correction: over 1,200 ships -> over 1,300 ships (2025-04-01)"]),
    ("a revision that is explained", [(OVER, OVER.replace("over 1,200", "over 1,300") + replaced("revision"))], ["ships: revision: over 1,200 ships -> over 1,300 ships (2025-04-01)"]),
    ("a newer moment that is explained", [(OVER, OVER.replace("over 1,200", "over 1,300").replace("2023", "2024") + replaced("update"))],
     ["ships: update: over 1,200 ships -> over 1,300 ships (2025-04-01)"]),
    ("a newer moment beside the old one", [(OVER, OVER + "    observations:\n      - {value: '1,400', as_of: 2024, source: ledger}\n")],
     ["ships: update: over 1,200 ships -> 1,400 ships (after 2025-03-01)"]),
    ("another source's value for the same moment", [(OVER, OVER + "    observations:\n      - {value: '1,400', as_of: 2023, source: ledger}\n")],
     ["ships: added: over 1,200 ships -> 1,400 ships (after 2025-03-01)"]),
    ("an older value beside it", [(OVER, OVER + "    observations:\n      - {value: '900', as_of: 2010, source: ledger}\n")], ["ships: added: nothing -> 900 ships (after 2025-03-01)"]),
    ("a value that is withdrawn", [(OVER, OVER + "    replaced: 2025-04-01\n    kind: retraction\n    why: Nobody counted them.\n")],
     ["ships: retraction: over 1,200 ships -> nothing (2025-04-01)"]),
    ("an explanation of something else", [(OVER, OVER.replace("over 1,200", "over 1,300") + replaced("correction", "over 1,100"))],
     ["ships: correction: over 1,100 ships -> over 1,300 ships (2025-04-01)", "ships: silent: over 1,200 ships -> over 1,300 ships (after 2025-03-01)"]),
]


@pytest.mark.parametrize(("edits", "expected"), [way[1:] for way in WAYS], ids=[way[0] for way in WAYS])
def test_every_way_to_change_a_figure_is_told_as_what_it_is(edits: list[tuple[str, str]], expected: list[str], site: Site) -> None:
    for old, new in edits:
        site.edit("content/facts.yaml", old, new)
    assert told(site) == expected


def test_the_lock_keeps_what_is_gone_and_the_day_for_good(site: Site) -> None:
    """Two silent changes, each followed by a lock, and both are still told."""
    site.edit("content/facts.yaml", *in_place("over 1,300"))
    site.call("lock", "--today", LATER, "-q")
    site.edit("content/facts.yaml", OVER.replace("over 1,200", "over 1,300"), OVER.replace("over 1,200", "over 1,500"))
    pending = told(site)
    site.call("lock", "--today", LAST, "-q")
    assert sorted(pending) == ["ships: silent: over 1,200 ships -> over 1,300 ships (2025-06-01)", "ships: silent: over 1,300 ships -> over 1,500 ships (after 2025-06-01)"]
    assert sorted(told(site)) == ["ships: silent: over 1,200 ships -> over 1,300 ships (2025-06-01)", "ships: silent: over 1,300 ships -> over 1,500 ships (2025-09-01)"]


def test_a_second_lock_on_another_day_changes_nothing(site: Site) -> None:
    site.edit("content/facts.yaml", *in_place("over 1,300"))
    site.call("lock", "--today", LATER, "-q")
    before = site.read("content/facts.lock")
    site.call("lock", "--today", LAST, "-q")
    assert site.read("content/facts.lock") == before


def test_a_figure_that_is_gone_stays_in_the_lock_with_its_label(site: Site) -> None:
    site.edit("content/facts.yaml", SHEET[SHEET.index("  ships:") : SHEET.index("  toll:")], "")
    site.call("lock", "--today", LATER, "-q")
    site.call("lock", "--today", LAST, "-q")
    assert told(site) == ["ships: silent: over 1,200 ships -> nothing (2025-06-01)"]
    assert "label: Ships" in site.read("content/facts.lock")


def test_a_change_is_a_warning_that_a_strict_check_fails_on(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.edit("content/facts.yaml", *in_place("over 1,300"))
    assert site.call("check", "--today", LATER) == 0
    message = capsys.readouterr().err
    assert "facts.yaml:9:12: warning[unexplained-change]: Published was `over 1,200`, which is gone; now stands `over 1,300`, with no word why; readers are told so.\n" in message
    assert 'update ships --kind correction --why "…"' in message
    assert site.call("check", "--today", LATER, "--strict") == 1


def test_the_warning_stays_after_a_lock_until_a_reason_is_there(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.edit("content/facts.yaml", *in_place("over 1,300"))
    site.call("lock", "--today", LATER, "-q")
    capsys.readouterr()
    site.call("check", "--today", LATER)
    assert "unexplained-change" in capsys.readouterr().err


@pytest.mark.parametrize("edits", [way[1] for way in WAYS if way[0] in ("a value in place", "a qualifier alone", "a date alone", "another unit", "a figure that is gone", "another formula")],
                         ids=["value", "qualifier", "date", "unit", "figure", "formula"])
def test_the_lines_that_a_warning_shows_are_what_has_to_be_written(edits: list[tuple[str, str]], site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """Pasted as they are printed, at the end of the figure, they explain the change."""
    for old, new in edits:
        site.edit("content/facts.yaml", old, new)
    site.edit("content/facts.yaml", "half: {label: A share of the toll, unit: EUR, ", "half:\n    label: A share of the toll\n    unit: EUR\n    ")
    site.write("content/facts.yaml", site.read("content/facts.yaml").replace("}\n  half", "}\n  half").replace("toll / 2}", "toll / 2").replace("toll / 3}", "toll / 3"))
    site.call("check", "--today", LATER)
    shown = [line[5:] for line in capsys.readouterr().err.split("unexplained-change]")[1].split("   = ")[1].split("\n\n")[0].split("\n")[1:] if line.startswith("     ")]
    lines = "\n".join(shown).replace("…", "It was so.") + "\n"
    whole = lines.startswith("  ships:")
    site.write("content/facts.yaml", _pasted(site.read("content/facts.yaml"), lines, "  toll:" if "ships" in lines or "over 1,200" in lines else "", whole))
    assert site.call("check", "--today", LATER) == 0
    assert "unexplained-change" not in capsys.readouterr().err


def _pasted(text: str, lines: str, before: str, whole: bool) -> str:
    at = text.index(before) if before else len(text)
    return text[:at] + lines + text[at:] if before or not whole else text


CHOICES = [
    ("the newest by its date", ["value: 1, as_of: 2020", "value: 2, as_of: 2023", "value: 3, as_of: 2021"], "2"),
    ("the preferred before a newer one", ["value: 1, as_of: 2020, preferred: true", "value: 2, as_of: 2023"], "1"),
    ("the month before the year that it lies in ends later", ["value: 1, as_of: 2023-05", "value: 2, as_of: 2023"], "2"),
    ("the one reported last where no date is stated", ["value: 1, as_of: not stated, source: gazette", "value: 2, as_of: not stated, source: ledger"], "2"),
    ("the first as written where all is alike", ["value: 1, as_of: not stated", "value: 2, as_of: not stated"], "1"),
    ("none that was replaced", ["value: 1, as_of: 2020", "value: 2, as_of: 2023, replaced: 2024, kind: correction, why: So it is"], "1"),
    ("the last that was withdrawn where none stands",
     ["value: 1, as_of: 2023, replaced: 2024, kind: retraction, why: So it is", "value: 2, as_of: 2020, replaced: 2025, kind: retraction, why: So it is"], "2"),
]


@pytest.mark.parametrize(("observations", "expected"), [choice[1:] for choice in CHOICES], ids=[choice[0] for choice in CHOICES])
def test_the_observation_that_is_shown_is(observations: list[str], expected: str, site: Site) -> None:
    listed = "".join(f"      - {{{text}}}\n" for text in observations)
    site.edit("content/facts.yaml", OVER, "    observations:\n" + listed)
    content, problems = load(str(site.content))
    assert [problem.message for problem in problems] == []
    assert str(content.sheets[0].figures[0].observation.value.amount) == expected
