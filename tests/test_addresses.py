"""What was published keeps its address: whatever becomes of a value, links to it lead somewhere that tells of it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import EXAMPLE, PROJECT, Site, copy_of

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
    observations:
      - {value: "900", as_of: 2020, source: gazette, evidence: 900 ships}
  toll: {label: Toll, unit: EUR, value: about 3 million, as_of: not stated, source: ledger, evidence: about 3 million euros}
  half: {label: A share of the toll, unit: EUR, formula: toll / 2}
"""
FACTS = "content/facts.yaml"
DAYS = ("2025-03-01", "2025-06-01", "2025-09-01")
OWN = "    value: over 1,200\n    as_of: 2023\n    source: gazette\n    evidence: over 1,200 ships\n"
Change = Callable[[Site, str], None]


def update(*words: str) -> Change:
    """A change by the program: figure, value, date, source, evidence, and further options."""
    def change(site: Site, day: str) -> None:
        assert site.call("update", *words, "--today", day, "-q") == 0

    return change


def edit(*pairs: tuple[str, str]) -> Change:
    """A change by hand: texts in the place of others, each standing once."""
    def change(site: Site, day: str) -> None:
        for old, new in pairs:
            site.edit(FACTS, old, new)

    return change


def figure_gone(site: Site, day: str) -> None:
    text = site.read(FACTS)
    site.write(FACTS, text[: text.index("  ships:")] + text[text.index("  toll:") :])


def old_value_gone(site: Site, day: str) -> None:
    """With the word `observations`, where nothing is left below it."""
    text = site.read(FACTS).replace('      - {value: "900", as_of: 2020, source: gazette, evidence: 900 ships}\n', "")
    site.write(FACTS, re.sub(r"(?m)^    observations:\n(?!      - )", "", text))


def other_unit(site: Site, day: str) -> None:
    """Vessels instead of ships, in the unit and in all evidence."""
    text = re.sub(r"(evidence: .*)ships", r"\1vessels", site.read(FACTS))
    site.write(FACTS, text.replace("{one: ship, other: ships}", "{one: vessel, other: vessels}"))


def value(number: str, as_of: str, source: str = "gazette") -> tuple[str, ...]:
    return ("ships", number, "--as-of", as_of, "--source", source, "--evidence", f"{number} ships")


WAYS: dict[str, Change] = {
    "a newer value": update(*value("1,400", "2024")),
    "a newer value with its reason": update(*value("1,450", "2025"), "--kind", "update", "--why", "A newer count"),
    "another source beside it": update(*value("1,250", "2023", "ledger"), "--beside"),
    "an edit in place": edit((OWN, OWN.replace("1,200", "1,300"))),
    "an edit of the qualifier": edit((OWN, OWN.replace("over", "nearly"))),
    "an edit of the date": edit((OWN, OWN.replace("2023", "2022"))),
    "an edit of the source": edit((OWN, OWN.replace("gazette", "ledger"))),
    "a unit of another name": other_unit,
    "a correction": update(*value("over 1,210", "2023"), "--kind", "correction", "--why", "Misread"),
    "a correction of it": update(*value("1,410", "2024"), "--kind", "correction", "--why", "Misread"),
    "a revision": update(*value("1,220", "2023", "ledger"), "--kind", "revision", "--why", "Counted anew"),
    "a retraction": update("ships", "--kind", "retraction", "--why", "Nobody counted"),
    "an old value gone": old_value_gone,
    "the figure gone": figure_gone,
    "the figure under another id": edit(("  ships:", "  vessels:")),
    "what others follow from": edit(("value: about 3 million", "value: about 4 million"), ("evidence: about 3 million", "evidence: about 4 million")),
    "another formula": edit(("toll / 2", "toll / 4")),
    "what is computed gone": edit(("  half: {label: A share of the toll, unit: EUR, formula: toll / 2}\n", "")),
    "another label": edit(("label: Ships", "label: Ships that called")),
    "an older value after all": update(*value("700", "2010"), "--beside"),
}


def publish(site: Site, day: str) -> None:
    """Locks what is there, and builds it."""
    assert site.call("lock", "--today", day, "-q") == 0
    assert site.call("build", "-q") == 0


def addresses(site: Site) -> set[str]:
    """The addresses of figures, values and changes, and the pages to embed."""
    cards, changes = (site.read(f"_site/{name}.html") for name in ("key-figures", "changes"))
    figures = set(re.findall(r'<(?:li|div) class="figure[^>]* id="([^"]+)"', cards))
    values = set(re.findall(r'<(?:tr|span class="amount") id="([^"]+)"', cards))
    told = set(re.findall(r'<li class="change[^>]* id="([^"]+)"', changes))
    embedded = {path.name for path in (site.output / "embed").iterdir()}
    return {f"key-figures.html#{name}" for name in figures | values} | {f"changes.html#{name}" for name in told} | {f"embed/{name}" for name in embedded}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """The sheet above, published once."""
    made = Site(tmp_path)
    made.write(FACTS, SHEET)
    publish(made, DAYS[0])
    return made


def test_each_published_value_has_an_address(site: Site) -> None:
    assert {name.partition("#")[2] for name in addresses(site) if name.startswith("key-figures")} == {
        "ships", "toll", "half", "_ships-over-1-200-ships-2023", "_ships-900-ships-2020", "_toll-about-3-million", "_half-about-1.5-million"}


@pytest.mark.parametrize("way", WAYS)
def test_whatever_becomes_of_a_value_its_address_stays(way: str, site: Site) -> None:
    """Before it is locked, after it is locked, and at a lock on another day."""
    before = addresses(site)
    WAYS[way](site, DAYS[1])
    assert site.call("build", "-q") == 0
    assert before - addresses(site) == set()
    publish(site, DAYS[1])
    after = addresses(site)
    assert before - after == set()
    publish(site, DAYS[2])
    assert addresses(site) == after


CHAINS = [
    ("a newer value", "the figure gone"),
    ("a newer value", "a correction of it"),
    ("another source beside it", "a correction"),
    ("an edit in place", "a retraction"),
    ("an edit in place", "the figure under another id"),
    ("a correction", "an old value gone"),
    ("a correction", "what others follow from"),
    ("a newer value with its reason", "an edit of the date"),
    ("what others follow from", "what is computed gone"),
    ("a retraction", "a newer value"),
    ("an old value gone", "a revision"),
    ("an edit of the qualifier", "a unit of another name"),
]


@pytest.mark.parametrize("chain", CHAINS, ids=" then ".join)
def test_one_change_after_another_takes_no_address_away(chain: tuple[str, str], site: Site) -> None:
    """Neither of a value that was published, nor of a change that readers and feeds were told of."""
    ever = addresses(site)
    for way, day in zip(chain, DAYS[1:], strict=True):
        WAYS[way](site, day)
        publish(site, day)
        ever |= addresses(site)
    assert ever - addresses(site) == set()


@pytest.mark.parametrize("restored", ["an edit in place", "the figure gone", "an old value gone"])
def test_what_comes_back_has_the_address_that_it_had(restored: str, site: Site) -> None:
    before = addresses(site)
    WAYS[restored](site, DAYS[1])
    publish(site, DAYS[1])
    site.write(FACTS, SHEET)
    publish(site, DAYS[2])
    assert before - addresses(site) == set()


REAL = [
    ("shipped", PROJECT, "    value: over 40 billion\n", "    value: over 45 billion\n", "evidence: over 40 billion", "evidence: over 45 billion"),
    ("example", EXAMPLE, "      - value: 543 million\n", "      - value: 544 million\n", "losses: 543 million kWh", "losses: 544 million kWh"),
]


@pytest.mark.parametrize(("project", "edits"), [(case[1], case[2:]) for case in REAL], ids=[case[0] for case in REAL])
def test_on_a_real_sheet_it_stays_too(project: Path, edits: tuple[str, str, str, str], tmp_path: Path) -> None:
    site = copy_of(project, tmp_path)
    assert site.call("build", "-q") == 0
    before = addresses(site)
    site.edit(FACTS, *edits[:2])
    site.edit(FACTS, *edits[2:])
    publish(site, "2027-01-01")
    assert before - addresses(site) == set()
    assert len(addresses(site)) > len(before)


def test_an_address_that_is_lost_would_be_noticed(site: Site) -> None:
    """Without its lock the program knows no past."""
    before = addresses(site)
    (site.content / "facts.lock").unlink()
    WAYS["an edit in place"](site, DAYS[1])
    publish(site, DAYS[1])
    assert before - addresses(site) == {"key-figures.html#_ships-over-1-200-ships-2023"}
