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


@pytest.mark.parametrize(("old", "new", "expected"), [("title: Harbour trade", "title: Harbour", False), ("value: over 1,200", "value: over 1,300", True)])
def test_a_value_that_no_lock_has_is_said_to_be_unknown_to_it(old: str, new: str, expected: bool, site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.edit("content/facts.yaml", old, new)
    site.edit("content/facts.yaml", "evidence: over 1,200 ships", "evidence: over 1,200 or 1,300 ships")
    capsys.readouterr()
    site.call("check", "--today", LATER)
    assert ("1 value is not in facts.lock yet, so a later change would go unseen: run `lock`." in capsys.readouterr().out) is expected


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


SERIES = """\
    observations:
      - {value: "1,400", as_of: 2024, source: ledger, evidence: "1,400 ships"}
      - {value: "1,300", as_of: 2023, source: ledger, evidence: "1,300 ships"}
      - {value: "1,200", as_of: 2022, source: ledger, evidence: "1,200 ships"}
"""
WITHDRAWN = OVER + "    replaced: 2025-05-01\n    kind: retraction\n    why: Nobody counted them.\n"
# What is published first, then what is done in the file, then what has to be told: at once, and after one more lock.
WASHED = [
    ("the preferred value changed for another", SERIES, [('as_of: 2022', 'preferred: true, as_of: 2022')], "ships: shown: 1,400 ships -> 1,200 ships"),
    ("a source that is younger now", OVER + "    observations:\n      - {value: '9', as_of: not stated, source: gazette, evidence: 9 ships}\n",
     [("published: 2024-05-01", "published: 2022-05-01")], "ships: shown: 9 ships -> over 1,200 ships"),
    ("another formula", OVER, [("formula: toll / 2", "formula: toll / 3")], "half: silent: about €1.5 million -> about €1 million"),
    ("a formula in the place of a value", OVER, [("value: about 3 million, as_of: not stated, source: ledger, evidence: about 3 million euros", "formula: ships * 5"), ("formula: toll / 2", "formula: toll / 2"),
      ("unit: EUR, formula: ships", "unit: ships, formula: ships")], "toll: silent: about €3 million -> over 6,000 ships"),
    ("a withdrawal taken back", WITHDRAWN, [(WITHDRAWN, OVER)], "ships: restored: over 1,200 ships -> over 1,200 ships"),
    ("a value that is gone and comes back", OVER.replace("over 1,200", "over 1,300"), [("over 1,300", "over 1,200")], "ships: silent: over 1,300 ships -> over 1,200 ships"),
    ("another name", OVER, [("label: Ships", "label: Ships and boats")], "ships: renamed: nothing -> nothing"),
]


@pytest.mark.parametrize(("first", "edits", "expected"), [case[1:] for case in WASHED], ids=[case[0] for case in WASHED])
def test_no_run_of_lock_washes_a_change_away(first: str, edits: list[tuple[str, str]], expected: str, site: Site) -> None:
    site.write("content/facts.yaml", SHEET.replace(OVER, first))
    (site.content / "facts.lock").unlink()
    assert site.call("lock", "--today", FIRST, "-q") == 0
    for old, new in edits:
        site.write("content/facts.yaml", site.read("content/facts.yaml").replace(old, new))
    assert expected in [line.rpartition(" (")[0] for line in told(site)]
    for day in (LATER, LAST):
        site.call("lock", "--today", day, "-q")
        assert expected in [line.rpartition(" (")[0] for line in told(site)]


def test_a_told_correction_that_is_deleted_is_still_told(site: Site) -> None:
    corrected = OVER.replace("over 1,200", "over 1,300") + replaced("correction")
    site.edit("content/facts.yaml", OVER, corrected)
    site.call("lock", "--today", LATER, "-q")
    site.edit("content/facts.yaml", corrected, OVER.replace("over 1,200", "over 1,300"))
    assert told(site) == ["ships: correction: over 1,200 ships -> over 1,300 ships (2025-04-01)"]


def test_corrections_of_one_day_are_told_one_after_another(site: Site) -> None:
    """Newest first, as they stand in the list."""
    listed = "".join(f"      - {{value: '{value}', as_of: 2023, source: gazette, replaced: 2025-04-01, kind: correction, why: So it is}}\n" for value in ("over 1,300", "over 1,200"))
    site.edit("content/facts.yaml", OVER, OVER.replace("over 1,200", "over 1,400") + "    observations:\n" + listed)
    assert sorted(told(site)) == [
        "ships: correction: over 1,200 ships -> over 1,300 ships (2025-04-01)",
        "ships: correction: over 1,300 ships -> over 1,400 ships (2025-04-01)",
    ]


def test_where_the_newest_is_withdrawn_it_is_told_what_is_shown_now(site: Site) -> None:
    site.write("content/facts.yaml", SHEET.replace(OVER, SERIES))
    site.call("lock", "--today", LATER, "-q")
    site.edit("content/facts.yaml", 'evidence: "1,400 ships"', 'evidence: "1,400 ships", replaced: 2025-08-01, kind: retraction, why: So it is')
    assert "ships: retraction: 1,400 ships -> 1,300 ships (2025-08-01)" in told(site)


REFUSED = [
    ("a kind that was told otherwise", replaced("correction"), ("kind: correction, why: So it is", "kind: update, why: So it is"), "warning[unexplained-change]: Readers were told of a `correction` of 2025-04-01; found `update` of 2025-04-01."),
    ("a day that was told otherwise", replaced("correction"), ("replaced: 2025-04-01", "replaced: 2025-04-02"), "warning[unexplained-change]: Readers were told of a `correction` of 2025-04-01; found `correction` of 2025-04-02."),
    ("a day before it was published", "", (OVER, OVER.replace("over 1,200", "over 1,300") + replaced("correction").replace("2025-04-01", "2019")), "error[bad-value]: A value is replaced after it was published, which was on 2025-03-01; found 2019."),
    ("labels changed for one another", "", ("label: Toll,", "label: Ships,"), "warning[unexplained-change]: This label was published over the numbers of the figure `ships`; found it over those of `toll`."),
    ("a reason that is none", "", (OVER, OVER.replace("over 1,200", "over 1,300") + replaced("correction").replace("So it is", "…")), "error[bad-value]: A sentence for readers is wanted here: why the value changed."),
    ("a value replaced by nothing", "", (OVER, OVER + "    replaced: 2025-04-01\n    kind: correction\n    why: So it is\n"), "error[bad-value]: A correction puts another value in the place of this one; the figure has none that stands."),
    ("a span of time for the day", "", (OVER, OVER.replace("over 1,200", "over 1,300") + replaced("correction").replace("2025-04-01", "../2025")), "error[bad-date]: A day, a month or a year is wanted here; found `../2025`."),
    ("a shown value without a reason", "    observations:\n      - {value: '900', as_of: 2010, source: ledger}\n", ("as_of: 2010", "preferred: true, as_of: 2010"), "warning[unexplained-change]: Shown was `over 1,200`, which stands; now `900` is shown instead"),
]


@pytest.mark.parametrize(("more", "edit", "expected"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_cannot_have_been_so_is_told(more: str, edit: tuple[str, str], expected: str, site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    was = OVER.replace("over 1,200", "over 1,300") if "correction" in more else OVER
    site.edit("content/facts.yaml", OVER, was + more)
    site.call("lock", "--today", "2025-04-03", "-q")
    capsys.readouterr()
    assert site.call("check", "--today", LATER) == 0
    assert expected not in capsys.readouterr().err
    site.edit("content/facts.yaml", *edit)
    site.call("check", "--today", LATER)
    assert expected in capsys.readouterr().err


@pytest.mark.parametrize(("edit", "expected"), [(("preferred: true, as_of: 2010", "preferred: true, why: It was counted, as_of: 2010"), 0), (("preferred: true, as_of: 2010", "as_of: 2010"), 0)])
def test_a_reason_beside_the_preferred_value_explains_it(edit: tuple[str, str], expected: int, site: Site) -> None:
    site.edit("content/facts.yaml", OVER, OVER + "    observations:\n      - {value: '900', as_of: 2010, source: ledger, evidence: 900 ships}\n")
    site.call("lock", "--today", LATER, "-q")
    site.edit("content/facts.yaml", "as_of: 2010", "preferred: true, as_of: 2010")
    assert "unexplained-change" in rules(site)
    site.edit("content/facts.yaml", *edit)
    assert rules(site).count("unexplained-change") == expected


def rules(site: Site) -> list[str]:
    """The rules that a check finds broken."""
    from factsheet.build import Order, look

    return [problem.rule for problem in look(Order(str(site.folder), str(site.content), "", 740_000)).problems]


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
