"""A figure lives: edited in place or by `update`, every page, file and feed follows, and what was published is told of."""

import csv
import difflib
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.conftest import EXAMPLE, Site, copy_of

TODAY = "2026-12-01"
FACTS = "content/facts.yaml"
OLD, NEW = "over US$40\u00a0billion", "over US$45\u00a0billion"
ATOM = "{http://www.w3.org/2005/Atom}"


def call(site: Site, *words: str) -> int:
    return site.call(*words, "--today", TODAY)


def edit_in_place(site: Site) -> None:
    """Two lines, as in GitHub's editor."""
    site.edit(FACTS, "value: over 40 billion", "value: over 45 billion")
    site.edit(FACTS, "evidence: over 40 billion", "evidence: over 45 billion")


def update(*more: str, figure: str = "investment", value: str = "over 45 billion", as_of: str = "2026", source: str = "xinhua",
           evidence: str = "over 45 billion U.S. dollars") -> tuple[str, ...]:
    """The words of a call of `update`; what is empty is left out."""
    said = (("--as-of", as_of), ("--source", source), ("--evidence", evidence))
    return ("update", figure, *([value] if value else []), *(word for option, text in said if text for word in (option, text)), *more)


def words_of(site: Site, page: str) -> str:
    """The words of a page's main part."""
    main = site.read(f"_site/{page}").split("<main", 1)[1].split("</main>", maxsplit=1)[0]
    return " ".join(re.sub("<[^>]+>", " ", "<main" + main).replace("\u00a0", " ").split())


# By hand ------------------------------------------------------------------------------------------------------------


def test_two_lines_edited_in_place_are_followed_everywhere_and_hidden_nowhere(site_copy: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """The site is built; readers see both values and that no reason was given; the author is shown what to write; --strict fails."""
    edit_in_place(site_copy)
    assert call(site_copy, "build") == 0
    changes = words_of(site_copy, "changes.html")
    assert "Was over US$40 billion Now over US$45 billion Why No reason was given." in changes
    assert "over US$45 billion" in words_of(site_copy, "index.html")
    capsys.readouterr()
    assert call(site_copy, "check") == 0
    message = capsys.readouterr().err
    assert "warning[unexplained-change]: Published was `over 40 billion`" in message
    assert 'Run `python build.py update investment --kind correction --why "…"`' in message
    shown = [line.strip() for line in message.splitlines() if line.startswith("           ")]
    assert shown[1:] == ["as_of: not stated", "source: xinhua", f"replaced: {TODAY}", "kind: correction", "why: …"]
    assert "      - value: over 40 billion" in message
    assert call(site_copy, "check", "--strict") == 1
    assert call(site_copy, "build", "--strict") == 1


def test_the_command_that_the_warning_names_explains_the_change(site_copy: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """Run as it stands there, with a reason, it leaves no unexplained change, and readers are told the reason."""
    edit_in_place(site_copy)
    before = site_copy.read(FACTS)
    assert call(site_copy, "update", "investment", "--kind", "correction", "--why", "We had taken the year before.") == 0
    assert removed_lines(before, site_copy.read(FACTS)) == []
    capsys.readouterr()
    assert call(site_copy, "check") == 0
    assert "unexplained-change" not in capsys.readouterr().err
    assert call(site_copy, "build") == 0
    assert "Was over US$40 billion Now over US$45 billion Why We had taken the year before." in words_of(site_copy, "changes.html")


def test_a_lock_after_the_edit_does_not_hush_it_up(site_copy: Site, capsys: pytest.CaptureFixture[str]) -> None:
    edit_in_place(site_copy)
    assert call(site_copy, "lock") == 0
    assert call(site_copy, "build") == 0
    assert "Was over US$40 billion Now over US$45 billion Why No reason was given." in words_of(site_copy, "changes.html")
    capsys.readouterr()
    assert call(site_copy, "check", "--strict") == 1
    assert "unexplained-change" in capsys.readouterr().err


# By update ----------------------------------------------------------------------------------------------------------


def removed_lines(before: str, after: str) -> list[str]:
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line.startswith(("- ", "? "))]


@pytest.fixture
def updated(site_copy: Site) -> Site:
    """The shipped sheet with a newer value, and its reason, written by `update`; built."""
    before = site_copy.read(FACTS)
    assert call(site_copy, *update("--kind", "update", "--why", "A newer report counts more.")) == 0
    assert removed_lines(before, site_copy.read(FACTS)) == []
    assert call(site_copy, "build") == 0
    return site_copy


def test_an_update_adds_lines_and_takes_none_away(site_copy: Site) -> None:
    before = site_copy.read(FACTS)
    assert call(site_copy, *update("--kind", "update", "--why", "A newer report counts more.")) == 0
    added = [line[2:].strip() for line in difflib.ndiff(before.splitlines(), site_copy.read(FACTS).splitlines()) if line.startswith("+ ")]
    assert added == [f"replaced: {TODAY}", "kind: update", "why: A newer report counts more.", "observations:", "- value: over 45 billion", "as_of: 2026",
                     "source: xinhua", "evidence: over 45 billion U.S. dollars"]
    assert removed_lines(before, site_copy.read(FACTS)) == []


def test_it_leaves_nothing_unexplained(updated: Site, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert call(updated, "check") == 0
    assert "[unexplained-change]" not in capsys.readouterr().err


@pytest.mark.parametrize("page", ["index.html", "key-figures.html", "embed/investment.html"])
def test_pages_follow(updated: Site, page: str) -> None:
    assert "over US$45 billion" in words_of(updated, page)


def test_the_changes_page_tells_both_values_and_the_reason(updated: Site) -> None:
    assert "Was over US$40 billion , as-of date not stated Now over US$45 billion , as of 2026 Why A newer report counts more." in words_of(updated, "changes.html")


def test_both_feeds_tell_it(updated: Site) -> None:
    entries = ET.fromstring(updated.read("_site/feed.xml")).findall(f"{ATOM}entry")
    items = json.loads(updated.read("_site/feed.json"))["items"]
    assert [entry.findtext(f"{ATOM}id") for entry in entries] == [item["id"] for item in items]
    for text in ("".join(entries[0].itertext()), json.dumps(items[0], ensure_ascii=False)):
        assert [wanted for wanted in (OLD, NEW, "A newer report counts more") if wanted not in text] == []


def test_tables_follow(updated: Site) -> None:
    figures, observations = (list(csv.DictReader(updated.read(f"_site/{name}.csv").splitlines())) for name in ("figures", "observations"))
    assert [row["low"] for row in figures if row["id"] == "investment"] == ["45000000000"]
    told = [(row["low"], row["as_of"], row["status"], row["why"]) for row in observations if row["figure"] == "investment"]
    assert [row[0] for row in told] == ["45000000000", "40000000000"]
    assert told[0][1:] == ("2026", "stands", "")
    assert told[1][3] == "A newer report counts more."
    assert told[1][2] != "stands"


def test_facts_json_follows(updated: Site) -> None:
    facts = json.loads(updated.read("_site/facts.json"))
    figure = next(figure for figure in facts["figures"] if figure["id"] == "investment")
    assert (figure["text"], figure["as_of"], len(figure["observations"])) == (NEW, "2026", 2)
    assert [change["why"] for change in facts["changes"]] == ["A newer report counts more."]


def test_a_newer_value_needs_no_reason(site_copy: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """A newer moment takes nothing back; the old value stands where it stood."""
    assert call(site_copy, *update()) == 0
    assert call(site_copy, "build") == 0
    assert "Now over US$45 billion , as of 2026" in words_of(site_copy, "changes.html")
    assert "[unexplained-change]" not in capsys.readouterr().err


def test_several_updates_follow_one_another(site_copy: Site) -> None:
    before = site_copy.read(FACTS)
    for year, billions in ((2025, 42), (2026, 45)):
        call(site_copy, *update(value=f"over {billions} billion", as_of=str(year), evidence=f"over {billions} billion U.S. dollars"))
        call(site_copy, "lock")
    assert call(site_copy, *update("--kind", "correction", "--why", "Misread.", value="over 46 billion", evidence="over 46 billion U.S. dollars")) == 0
    assert call(site_copy, "build") == 0
    assert removed_lines(before, site_copy.read(FACTS)) == []
    observations = json.loads(site_copy.read("_site/facts.json"))["figures"][0]["observations"]
    assert [each["low"] for each in observations][-2:] == [42_000_000_000, 40_000_000_000]
    assert {each["low"] for each in observations[:2]} == {45_000_000_000, 46_000_000_000}


def test_a_long_series_grows_at_its_head(tmp_path: Path) -> None:
    """The example's longest figure: one more value, first in its list, is what every page shows."""
    site = copy_of(EXAMPLE, tmp_path)
    before = site.read(FACTS)
    newer = update(figure="consumption", value="19.9 billion", as_of="2024", source="factbook2026", evidence="19.9 billion kWh (2024 est.)")
    assert call(site, *newer) == 0
    assert removed_lines(before, site.read(FACTS)) == []
    assert call(site, "build") == 0
    assert [page for page in ("index.html", "key-figures.html", "changes.html", "embed/consumption.html") if "19.9 billion kWh" not in words_of(site, page)] == []


# Refusals -----------------------------------------------------------------------------------------------------------

REFUSED = [
    ("an unknown figure", update(figure="invesment"), 1, ["no figure `invesment`", "Did you mean `investment`?"]),
    ("an unknown source", update(source="xinhau"), 1, ["no source `xinhau`", "Did you mean `xinhua`?"]),
    ("a value that its evidence does not carry", update(evidence="over 44 billion U.S. dollars"), 1, ["error[number-not-in-quote]", "Not written"]),
    ("a qualifier that its evidence does not carry", update(value="45 billion"), 1, ["error[number-not-in-quote]", "Not written"]),
    ("no evidence", update(evidence=""), 1, ["--evidence is not there"]),
    ("no date and no source", update(as_of="", source=""), 1, ["--as-of, --source is not there"]),
    ("no value", update(value="", as_of="", source="", evidence=""), 1, ["The new value of `investment` is wanted"]),
    ("the same moment with no kind", update(as_of="not stated"), 1, ["`over 40 billion`", "--kind revision"]),
    ("an older moment with no kind", update(as_of="2020"), 1, ["no newer", "--beside"]),
    ("a correction with no reason", update("--kind", "correction"), 1, ["A correction tells readers why", '--why "…"']),
    ("a retraction with no reason", update("--kind", "retraction", value="", as_of="", source="", evidence=""), 1, ["A retraction tells readers why"]),
    ("a kind that there is not", update("--kind", "corection", "--why", "So"), 1, ["found `corection`", "Did you mean `correction`?"]),
    ("the value that there is", update(value="over 40 billion", as_of="not stated", evidence="over 40 billion U.S. dollars"), 1, ["has this value already"]),
    ("a value that is none", update(value="lots"), 1, ["found `lots`"]),
    ("a date that is none", update(as_of="2026-13"), 1, ["A month is 01 to 12"]),
    ("a retraction with a value", update("--kind", "retraction", "--why", "So"), 1, ["A retraction puts nothing in the place of a value"]),
    ("a derived figure", update(figure="per_firm"), 1, ["`per_firm` is computed", "Update the figures that it follows from"]),
    ("no figure", ("update",), 2, ["name the figure and its new value"]),
    ("an option that there is not", update("--becaus", "So"), 2, ["--becaus"]),
]


@pytest.fixture
def with_derived(site_copy: Site) -> Site:
    site_copy.edit(FACTS, "\ntimeline:\n", "\n  per_firm: {label: Twice the firms, unit: {one: firm, other: firms}, formula: firms * 2}\n\ntimeline:\n")
    return site_copy


@pytest.mark.parametrize(("words", "code", "told"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_cannot_be_updated_is_refused_with_what_to_do_and_no_byte_is_written(
        words: tuple[str, ...], code: int, told: list[str], with_derived: Site, capsys: pytest.CaptureFixture[str]) -> None:
    before = files_of(with_derived.content)
    assert exit_code(with_derived, words) == code
    message = capsys.readouterr().err
    assert [wanted for wanted in told if wanted not in message] == []
    assert "Traceback" not in message
    assert files_of(with_derived.content) == before


def exit_code(site: Site, words: tuple[str, ...]) -> object:
    """A wrong option ends the program from within the reading of it."""
    try:
        return call(site, *words)
    except SystemExit as end:
        return end.code


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


# Several sheets, and files of other manners -------------------------------------------------------------------------

PORT = "title: {}\nsources: {{log: {{title: Log, publisher: Port}}}}\nfigures:\n  ships: {{label: Ships, unit: ships, value: 3, as_of: 2020}}\n"
SHIPS = update(figure="ships", value="5", source="log", evidence="5 ships")


@pytest.fixture
def ports(tmp_path: Path) -> Site:
    site = Site(tmp_path)
    for name in ("north", "south", "old/east"):
        site.write(f"content/{name}/facts.yaml", PORT.format(name))
    return site


@pytest.mark.parametrize("sheet", ["north", "old/east"])
def test_a_figure_of_one_of_several_sheets_is_named_with_its_sheet(sheet: str, ports: Site) -> None:
    assert call(ports, "update", f"{sheet}/ships", *SHIPS[2:]) == 0
    changed = [name for name in ("north", "south", "old/east") if ports.read(f"content/{name}/facts.yaml") != PORT.format(name)]
    assert changed == [sheet]


def test_an_id_that_several_sheets_have_is_refused_with_their_names(ports: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(ports, *SHIPS) == 1
    message = capsys.readouterr().err
    assert [wanted for wanted in ("3 sheets have a figure `ships`", "`north/ships`", "`south/ships`", "`old/east/ships`") if wanted not in message] == []


def test_a_sheet_that_there_is_not_is_refused(ports: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(ports, "update", "nord/ships", *SHIPS[2:]) == 1
    message = capsys.readouterr().err
    assert "`nord`" in message
    assert "north/ships" in message


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a byte order mark"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
def test_line_ends_comments_and_blanks_stay(mark: bytes, end: bytes, site_copy: Site) -> None:
    path = site_copy.content / "facts.yaml"
    text = path.read_text(encoding="utf-8").replace("    value: over 40 billion\n", "    value: over 40 billion   # asked twice\n\n    # the date is nowhere\n")
    path.write_bytes(mark + text.encode().replace(b"\n", end))
    before = path.read_bytes()
    assert call(site_copy, *update("--kind", "update", "--why", "It grew.")) == 0
    after = path.read_bytes()
    assert after.startswith(mark)
    assert after.count(b"\n") == after.count(end)
    assert removed_lines(before.decode(), after.decode()) == []
    assert len(after) > len(before)
