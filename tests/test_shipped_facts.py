"""The shipped sheet: every fact is vouched for by its lock, and no fact of it can be altered without being noticed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from factsheet.build import Order, look
from factsheet.content.load import load
from factsheet.problem import Problem
from factsheet.truth.facts import quotations
from tests.conftest import PROJECT, Site

TODAY = 739_944  # 24 November 2026


def told(folder: Path) -> list[Problem]:
    """What check says of the sheet in a folder."""
    return look(Order(str(folder), str(folder / "content"), "", TODAY)).problems


def rules(folder: Path) -> set[str]:
    return {problem.rule for problem in told(folder)}


@pytest.fixture
def with_texts(site_copy: Site) -> Site:
    """The shipped sheet with a text of our own in the place of the article, in which each of its quotations stands."""
    sheet = load(str(site_copy.content))[0].sheets[0]
    site_copy.write("content/sources/qianhai.txt", ".\n".join(f"They wrote “{fact.evidence}”" for fact in quotations(sheet)) + ".\n")
    (site_copy.content / "facts.lock").unlink()
    return site_copy


def test_it_is_clean_with_the_lock_alone(site_copy: Site) -> None:
    done = site_copy.run("check", "--strict", "--today", "2026-11-24")
    assert (done.returncode, done.stdout) == (0, "No problems in 1 sheet. 9 of 9 facts checked: 9 against facts.lock.\n")


def test_it_is_clean_with_a_text_alone(with_texts: Site) -> None:
    assert told(with_texts.folder) == []


def test_no_quotation_has_ten_words() -> None:
    sheet = load(str(PROJECT / "content"))[0].sheets[0]
    assert [fact.evidence for fact in quotations(sheet) if len(fact.evidence.split()) >= 10] == []


def mutations(text: str) -> Iterator[str]:
    """The text with one letter or digit changed or missing, at every place; a word of one letter is not taken out, for what is left still stands there."""
    for at, mark in enumerate(text):
        other = "x" if mark != "x" else "y"
        if mark.isdigit():
            yield from (text[:at] + digit + text[at + 1 :] for digit in "0123456789" if digit != mark)
        elif mark.isalpha():
            yield text[:at] + other + text[at + 1 :]
            yield text[:at] + mark.swapcase() + text[at + 1 :]
        if mark.isalnum() and (text[at - 1 : at] + text[at + 1 : at + 2]).strip():
            yield text[:at] + text[at + 1 :]


def altered(site: Site) -> Iterator[tuple[str, str]]:
    """The sheet's YAML with one quotation mutated in one character, over and over; the mutation, and the whole text."""
    text = site.read("content/facts.yaml")
    for fact in quotations(load(str(site.content))[0].sheets[0]):
        line = next(line for line in text.splitlines() if line.strip(" -") in (f"evidence: {fact.evidence}", f"text: {fact.evidence}"))
        for mutated in mutations(fact.evidence):
            yield mutated, text.replace(line, line.replace(fact.evidence, json.dumps(mutated, ensure_ascii=False)))


@pytest.mark.parametrize("vouched", ["by the lock", "by the text"])
def test_every_one_character_mutation_of_every_quotation_is_caught(vouched: str, request: pytest.FixtureRequest) -> None:
    site: Site = request.getfixturevalue({"by the lock": "site_copy", "by the text": "with_texts"}[vouched])
    wanted = {"by the lock": {"unverified"}, "by the text": {"quote-not-found"}}[vouched]
    for page in ("overview.md", "about.md"):    # they quote nothing, and reading them would take most of the time
        (site.content / page).unlink()
    cases, missed = list(altered(site)), []
    for mutated, text in cases:
        site.write("content/facts.yaml", text)
        missed += [] if rules(site.folder) & wanted else [mutated]
    assert missed == []
    assert len(cases) > 1_000


BREAKS = [
    ("quote-not-found", "evidence: over 10,000 foreign-invested firms", "evidence: over 10,000 foreign invested firms"),
    ("quote-cropped", "value: over 10,000\n    as_of: not stated\n    said_by: official data\n    source: xinhua\n    evidence: over 10,000",
     "value: 10,000\n    as_of: not stated\n    said_by: official data\n    source: xinhua\n    evidence: 10,000"),
    ("number-not-in-quote", "value: over 40 billion", "value: over 40 million"),
    ("number-not-in-quote", "value: over 40 billion", "value: 40 billion"),
    ("number-not-in-quote", "unit: USD", "unit: CNY"),
    ("date-not-in-quote", "date: 2010", "date: 2010-08"),
    ("date-not-in-quote", "date: 2024-06-12", "date: 2024-06-13"),
    ("cannot-read", "evidence: released a development plan in 2010", "evidence: released a development plan"),
    ("typed-number", "that is home to [[firms]]", "that is home to over 10,000 firms"),
    ("cross-check", "people:\n", 'checks: ["firms > 20000"]\npeople:\n'),
    ("unverified", "    text: sources/qianhai.txt\n", ""),
]


@pytest.mark.parametrize(("rule", "old", "new"), BREAKS, ids=[f"{rule} {new[-24:]!r}" for rule, _, new in BREAKS])
def test_each_rule_bites_on_a_copy_of_it(rule: str, old: str, new: str, with_texts: Site) -> None:
    with_texts.edit("content/facts.yaml", old, new)
    assert rule in rules(with_texts.folder)


def test_two_lines_are_enough_to_follow_a_new_number(site_copy: Site) -> None:
    """Whoever edits a figure with no article at hand changes value and evidence; what is not yet checked is said, and stops nothing."""
    site_copy.edit("content/facts.yaml", "value: over 40 billion", "value: over 45 billion")
    site_copy.edit("content/facts.yaml", "evidence: over 40 billion", "evidence: over 45 billion")
    assert site_copy.call("build") == 0
    assert "8 of 9 facts checked against their source" in site_copy.read("_site/index.html")
    assert {(problem.rule, problem.severity) for problem in told(site_copy.folder)} == {("unverified", "warning"), ("unexplained-change", "warning")}
