"""A second sheet, on seed banks, in five languages: sound as it stands, and no fact of it can be altered without being noticed.

Its articles are invented; each reads as its kind does in its language. To change it: edit `second_sheet/content`, then run
`python -m factsheet lock --content tests/second_sheet/content --today 2025-09-01`.
"""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from factsheet.build import Order, build, look
from tests.conftest import Site

SECOND = Path(__file__).resolve().parent / "second_sheet"
YAML = (SECOND / "content" / "facts.yaml").read_text(encoding="utf-8")
PAGE = "sources/pact.html"
TODAY = 739_525  # 1 October 2025
DAY = ("--today", "2025-10-01")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A copy with the texts and the lock, but without the saved web page, which only an extra can read."""
    shutil.copytree(SECOND / "content", tmp_path / "content")
    (tmp_path / "content" / PAGE).unlink()
    return Site(tmp_path)


def order(site: Site) -> Order:
    return Order(str(site.folder), str(site.content), "", TODAY)


def without_texts(site: Site) -> Site:
    shutil.rmtree(site.content / "sources")
    return site


# Sound as it stands --------------------------------------------------------------------------------------------------

def test_it_is_clean_with_the_texts(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert site.call("check", "--strict", *DAY) == 0
    assert capsys.readouterr().out == "No problems in 1 sheet. 118 of 118 facts checked: 111 against the source's own text, 7 against facts.lock.\n"


def test_it_is_clean_with_the_lock_alone(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert without_texts(site).call("check", "--strict", *DAY) == 0
    assert capsys.readouterr().out == "No problems in 1 sheet. 118 of 118 facts checked: 118 against facts.lock.\n"


def test_the_saved_page_is_read_without_its_menu_and_its_footer(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(SECOND / "content" / PAGE, site.content / PAGE)
    (site.content / "facts.lock").unlink()
    assert site.call("check", "--strict", *DAY) == 0
    assert capsys.readouterr().out.startswith("No problems in 1 sheet. 118 of 118 facts checked: 118 against the source's own text.")
    site.edit("content/facts.yaml", "evidence: Five seed banks signed\n", "evidence: All 48,000 subscribers\n")
    assert {problem.rule for problem in look(order(site)).problems} >= {"quote-not-found", "number-not-in-quote"}


def test_the_lock_is_as_it_would_be_written_today(site: Site) -> None:
    before = site.read("content/facts.lock")
    assert site.call("lock", *DAY) == 0
    assert site.read("content/facts.lock") == before


def test_the_same_pages_come_from_the_texts_and_from_the_lock(site: Site) -> None:
    with_texts = build(order(site)).files
    assert "index.html" in with_texts
    assert build(order(without_texts(site))).files == with_texts


DERIVED = [
    ("sprout-gain", "7 percentage points", "7"),
    ("loan-share", "about 27%", "27"),
]


@pytest.mark.parametrize(("figure", "text", "value"), DERIVED, ids=[case[0] for case in DERIVED])
def test_a_derived_figure_has_its_value(figure: str, text: str, value: str, site: Site) -> None:
    figures = {each["id"]: each for each in json.loads(build(order(site)).files["facts.json"])["figures"]}
    assert (figures[figure]["text"], str(figures[figure]["value"])) == (text, value)


FALSE_CHECKS = ["vault-cost < loan", "sprout-now == sprout-before", "samples >= 62001", "sprout-gain == 6", "qingheling-wild > qingheling-samples"]


@pytest.mark.parametrize("check", FALSE_CHECKS)
def test_a_check_that_does_not_hold_is_told(check: str, site: Site) -> None:
    site.write("content/facts.yaml", f"{YAML}  - {check}\n")
    assert [problem.rule for problem in look(order(site)).problems] == ["cross-check"]


def test_the_pages_show_what_a_person_read(site: Site) -> None:
    files = build(order(site)).files
    shown = [found for name in ("key-figures.html", "timeline.html") for found in re.findall("read by a person: “(.*?)”", files[name].decode())]
    assert sorted(shown) == sorted(re.findall("reads_as: (.*)", YAML))
    assert len(shown) > 10


# Every mutation is noticed -------------------------------------------------------------------------------------------

class Case(NamedTuple):
    """A figure or an event alone with one thing changed; `name` says which and how."""

    name: str
    block: str


def blocks(begin: str, end: str, key: str) -> list[str]:
    """The figures or the events as they are typed, those that have this key."""
    return [block.rstrip() for block in YAML.split(begin)[1].split(end)[0].split("\n\n") if key in block]


SOURCES = YAML.split("figures:\n")[0]
FIGURES = blocks("\nfigures:\n", "\ntimeline:\n", "    value: ")
EVENTS = blocks("\ntimeline:\n", "\npeople:\n", "  - date: ")
QUALIFIERS = ("over", "at least", "about", "nearly", "under", "at most")
LARGER = {"thousand": "million", "million": "billion", "billion": "trillion"}
SWAPS = {
    "GBP": ("USD", "EUR"), "USD": ("CNY", "EUR"), "EUR": ("USD", "CHF"), "CHF": ("EUR", "USD"), "MXN": ("USD", "ARS"), "CNY": ("JPY", "USD"),
    '"%"': ("percentage points",), "percentage points": ('"%"',), "°C": ("°F", "K"), "t": ("kg", "kt"), "km": ("m", "mi"), "h": ("min", "km/h"),
    "ha": ("m²", "km²"), "kg": ("g", "t"),
}
NOUNS = ("{one: ship, other: ships}", '"%"', "EUR", "kg")


def field(block: str, key: str) -> str:
    """What stands behind a key of a block."""
    return "".join(re.findall(rf"^ +(?:- )?{key}: (.*)$", block, re.MULTILINE))


def id_of(block: str) -> str:
    return field(block, "id") or re.findall(r"^  ([a-z-]+):$", block, re.MULTILINE)[0]


def changed(block: str, key: str, new: str) -> Case:
    """A block with another value behind a key."""
    old = field(block, key)
    return Case(f"{id_of(block)}: {key} {old} -> {new}", replaced(block, key, new))


def replaced(block: str, key: str, new: str) -> str:
    before, after = f"{block}\n".split(f"{key}: {field(block, key)}\n")
    return f"{before}{key}: {new}\n{after}"


def bare(value: str) -> str:
    """A value without its qualifier."""
    return re.sub("^[a-z][a-z ]*", "", value)


def ends(value: str) -> list[str]:
    """The ends of a range; of what is none, the value without its qualifier."""
    return re.split(" and | to ", bare(value))


def digits() -> Iterator[Case]:
    """Every digit of every value as each other digit."""
    for block in FIGURES:
        value = field(block, "value")
        places = (at for at, mark in enumerate(value) if mark.isdigit())
        yield from (changed(block, "value", value[:at] + digit + value[at + 1 :]) for at in places for digit in "0123456789" if digit != value[at])


def scales() -> Iterator[Case]:
    """Every number a thousand times larger."""
    for block in FIGURES:
        number, _, word = field(block, "value").rpartition(" ")
        yield changed(block, "value", f"{number} {LARGER[word]}" if word in LARGER else f"{field(block, 'value')} thousand")


def signs() -> Iterator[Case]:
    """Every minus taken away, and one put before every number that has no qualifier."""
    for block in FIGURES:
        value = field(block, "value")
        yield from (changed(block, "value", f"-{value}".removeprefix("--")) for plain in ends(value) if plain == value)


def labels() -> Iterator[Case]:
    """Every fall under a label that calls it a rise, and every rise under one that calls it a fall."""
    for block in FIGURES:
        label = field(block, "label")
        turned = re.sub("^(Cut|Decline|Fall|Reduction)", "Rise", label) if not label.startswith("Rise") else label.replace("Rise", "Fall")
        yield from (changed(block, "label", turned) for turned in {turned} - {label})


def qualifiers() -> Iterator[Case]:
    """Every qualifier dropped, and each other one in its place; of a range each end alone, with each."""
    for block in FIGURES:
        value = field(block, "value")
        others = (f"{qualifier} {end}".strip() for end in ends(value) for qualifier in ("", *QUALIFIERS))
        yield from (changed(block, "value", other) for other in others if other != value)


def units() -> Iterator[Case]:
    """Every unit as another; a counted noun as another noun, and as what is not counted."""
    for block in FIGURES:
        yield from (changed(block, "unit", other) for other in SWAPS.get(field(block, "unit"), NOUNS))


def dates() -> Iterator[Case]:
    """Every number in a date one less and one more; a year, a month or a day that nobody stated."""
    for block in EVENTS:
        date = field(block, "date")
        year, month, decade = re.sub(r"^\d{4}$", r"\g<0>-05", date), re.sub(r"^\d{4}-[01]\d$", r"\g<0>-17", date), date.replace("X", "4")
        yield from (changed(block, "date", other) for other in dict.fromkeys((*stepped(date), year, month, decade)) if other != date)


def stepped(date: str) -> Iterator[str]:
    for number in re.finditer(r"\d+", date):
        yield from (f"{date[: number.start()]}{int(number[0]) + step:0{len(number[0])}}{date[number.end() :]}" for step in (-1, 1))


def hedges() -> Iterator[Case]:
    """Every `about` of a date dropped, and one added to each other; the same with a doubt."""
    for block in EVENTS:
        date = field(block, "date")
        plain = date.rstrip("~")
        yield from (changed(block, "date", other) for other in (plain, f"{plain}~", f"{plain}?") if other != date and "/" not in date)


def spans() -> Iterator[Case]:
    """Every span of time cut to its ends, or with an end that is open or was closed."""
    for block in (block for block in EVENTS if "/" in field(block, "date")):
        first, last = field(block, "date").split("/")
        others = {first, last, f"../{first}", f"{first}/..", f"../{last}"} - {"..", "../..", field(block, "date")}
        yield from (changed(block, "date", other) for other in sorted(others))


def cuts() -> Iterator[Case]:
    """Every qualifier and every minus dropped, what a person read of a noun as well, and the evidence cut, down to the number alone."""
    for block in (block for block in FIGURES if "source: wire" not in block and len(ends(field(block, "value"))) == 1):
        plain = bare(field(block, "value")).removeprefix("-")
        noun = re.findall("other: (.*)}", field(block, "unit"))
        cropped = re.sub("reads_as: .*", f"reads_as: {plain} {noun[0]}" if noun else r"\g<0>", replaced(block, "value", plain))
        cuts = shorter(field(block, "evidence")) if plain != field(block, "value") else ()
        yield from (Case(f"{id_of(block)}: {plain}, {cut}", replaced(cropped, "evidence", cut)) for cut in cuts)


def shorter(evidence: str) -> Iterator[str]:
    """Every part of some evidence that holds its number; of Chinese by characters."""
    number = re.search("[0-9](?:.*[0-9])?(?: ?%)?|mil|forty|douzaine", evidence)
    assert number, evidence
    gap = r"\b|\B" if max(evidence) >= "\u4e00" else " "
    starts = [0, *(found.end() for found in re.finditer(gap, evidence) if found.end() <= number.start())]
    stops = [len(evidence), *(found.start() for found in re.finditer(gap, evidence) if found.start() >= number.end())]
    yield from dict.fromkeys(evidence[start:stop] for start in starts for stop in stops)


ELSEWHERE = {"unverified", "unknown-reference"}     # what is said of a fact that stands alone, without the texts, and is no answer to a mutation


def told(site: Site, section: str, case: Case) -> set[str]:
    """How severe is what is said of one fact alone; empty if it passes."""
    site.write("content/facts.yaml", f"{SOURCES}{section}:\n{case.block}\n")
    return {problem.severity for problem in look(order(site)).problems if problem.rule not in ELSEWHERE}


@pytest.fixture
def alone(site: Site) -> Site:
    """The sheet to be, without what is in no fact's place: prose, the lock, the texts."""
    (site.content / "overview.md").unlink()
    (site.content / "facts.lock").unlink()
    return site


FACTS = [("figures", FIGURES), ("timeline", EVENTS)]


@pytest.mark.parametrize(("section", "sound"), FACTS, ids=[case[0] for case in FACTS])
def test_every_fact_alone_is_sound(section: str, sound: list[str], alone: Site) -> None:
    """Else the tests below would prove nothing."""
    assert [block for block in sound if told(alone, section, Case("", block))] == []
    assert len(sound) > 30


READ_AT_ONCE = [
    ("an hour in Chinese, with a verb between", "figures",
     "  trip: {label: Time of a trip, unit: h, value: at least 3, as_of: not stated, source: yunlu, evidence: 运一趟至少要3小时}"),
    ("`or more` behind French years", "figures",
     "  kept: {label: Kept, unit: {one: year, other: years}, value: at least 25, as_of: not stated, source: office, evidence: vingt-cinq ans ou plus, reads_as: 25 years or more}"),
    ("a German decade in words behind `in den`", "timeline", "  - {date: 197X, title: Mushrooms, source: samenhaus, evidence: In den siebziger Jahren}"),
]


@pytest.mark.parametrize(("section", "block"), [case[1:] for case in READ_AT_ONCE], ids=[case[0] for case in READ_AT_ONCE])
def test_what_a_person_reads_at_once_is_read(section: str, block: str, alone: Site) -> None:
    assert told(alone, section, Case("", block)) == set()


MUTATIONS = [
    ("figures", digits, 1_800),
    ("figures", scales, 75),
    ("figures", signs, 40),
    ("figures", labels, 8),
    ("figures", qualifiers, 500),
    ("figures", units, 150),
    ("timeline", dates, 125),
    ("timeline", hedges, 45),
    ("timeline", spans, 30),
]
A_CHANGE = "both ends of a change stand in the evidence; which is which, the label says"
LET_THROUGH = {
    "sprout-before: value 81 -> 88": A_CHANGE,
    "sprout-now: value 88 -> 81": A_CHANGE,
}


@pytest.mark.parametrize(("section", "mutate", "least"), MUTATIONS, ids=[case[1].__name__ for case in MUTATIONS])
def test_every_mutation_of_a_fact_is_told(section: str, mutate: Callable[[], Iterator[Case]], least: int, alone: Site) -> None:
    """Refused, but for one end of a span of time, which is only warned of: the evidence does carry it, as an end."""
    shutil.rmtree(alone.content / "sources")
    cases = list(mutate())
    found = {case.name: told(alone, section, case) for case in cases}
    assert [name for name, severities in found.items() if not severities] == [name for name in found if name in LET_THROUGH]
    assert [name for name, severities in found.items() if severities == {"warning"}] == [name for name in found if is_an_end(name)]
    assert len(found) == len(cases) >= least


def is_an_end(name: str) -> bool:
    """Whether a span of time is cut to one of its ends: `mine: date 2006/2009 -> 2009`."""
    return re.search(r": date (?:(\d+)/[\d.]+ -> \1|\d+/(\d+) -> \2)$", name) is not None




def test_every_cut_that_drops_a_qualifier_is_told(alone: Site) -> None:
    """With the texts at hand, no part of the evidence carries the number without its qualifier."""
    cases = list(cuts())
    found = {case.name: told(alone, "figures", case) for case in cases}
    assert [name for name, severities in found.items() if not severities] == []
    assert [name for name, severities in found.items() if severities == {"warning"}] == []
    assert len(found) == len(cases) > 300
