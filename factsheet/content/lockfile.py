"""`facts.lock`, read and written: what was found in the sources' own texts, and what is published. A person never edits it.

It leaks nothing but what the page shows: of the article only its hash and length, of a quotation its hash and place.
"""

from typing import Any

from factsheet.content.kinds import AS_OF, DATE, KIND, STRING, TEXT, VALUE
from factsheet.content.nodes import Node
from factsheet.content.records import Lock, LockedEvidence, LockedFigure, LockedObservation, LockedSource, Written
from factsheet.content.shape import Field, Shape, Unfit, listed, make, named, of_text
from factsheet.problem import Problem, Unreadable
from factsheet.reading.dates import Date
from factsheet.reading.dates import read as read_date
from factsheet.reading.quantities import is_digits, said

NAME = "facts.lock"
VERSION = "1"
MOST = 200_000     # keys and values: more than a sheet of any size needs
LARGEST = 16 << 20  # bytes
LOST = Lock()      # in the place of a lock that cannot be read
HEAD = """\
# What was found in the sources' own texts, and what is published. Written by `python build.py lock`; not by hand.
# Each quotation: the words before it in its source, the day it was checked, and its SHA-256. The text itself is not here.
"""


def read(node: Node, problems: list[Problem]) -> Lock | None:
    """What a lock says; what is wrong with it becomes a problem."""
    try:
        return make(LOCK, node, problems) if not problems else None
    except Unfit:
        return None


def remedy(text: str) -> str:
    """What to do about a lock that cannot be read."""
    if "<<<<<<<" in text or ">>>>>>>" in text:
        return "These are the marks of a merge: take one of the two sides in git, then run the command `lock` (it adds what the other side had, but for its days)."
    if "version: " in text and f"version: {VERSION}\n" not in text:
        return "A newer program may have written it: update this one."
    return "Take it back from git: it is the memory of what was found and what was published."


def _count(text: str) -> int:
    if not is_digits(text) or len(text) > 9:
        raise Unreadable(f"A whole number is wanted; found `{text[:40]}`.")
    return int(text)


def _sha256(text: str) -> str:
    if len(text) != 64 or not set(text) <= set("0123456789abcdef"):
        raise Unreadable(f"64 hexadecimal digits are wanted; found `{text[:40]}`.")
    return text


def _day(text: str) -> Date:
    date = read_date(text)
    if date.earliest is None or date.earliest != date.latest or not date.start.plain or date.interval:
        raise Unreadable(f"One day is wanted; found `{text[:40]}`.")
    return date


def _version(text: str) -> str:
    if text != VERSION:
        raise Unreadable(f"This program reads version {VERSION} of the file; found `{text[:40]}`.")
    return text


def _made(kind: Any) -> Any:
    """A maker of records that have no use for places."""
    return lambda written, **values: kind(**values)


def _lock(written: Written, version: str, **values: Any) -> Lock:
    return Lock(**values)


COUNT, SHA256, DAY = of_text(_count, STRING), of_text(_sha256, STRING), of_text(_day, STRING)
EVIDENCE = Shape(
    "quotation",
    _made(LockedEvidence),
    (Field("word", COUNT, "The words before it.", True), Field("checked", DAY, "The day.", True), Field("sha256", SHA256, "Its hash.", True)),
)
SOURCE = Shape(
    "source",
    _made(LockedSource),
    (Field("sha256", SHA256, "Its hash.", True), Field("words", COUNT, "Its length.", True), Field("evidence", listed(EVIDENCE), "What was found in it.")),
)
OBSERVATION = Shape(
    "observation",
    _made(LockedObservation),
    (
        Field("value", VALUE, "The value.", True),
        Field("unit", TEXT, "Its unit.", True),
        Field("as_of", AS_OF, "When it was true.", True),
        Field("source", TEXT, "Its source."),
        Field("published", DAY, "The day it was first locked."),
        Field("gone", DAY, "The day it was found to be gone without a word why."),
        Field("shown", DAY, "The day from which it was the value shown."),
        Field("hidden", DAY, "The day on which it was no longer that."),
        Field("formula", TEXT, "What it was computed by."),
        Field("kind", KIND, "What it was told to have become."),
        Field("replaced", DATE, "When."),
        Field("why", TEXT, "Why."),
    ),
)
FIGURE = Shape(
    "figure",
    _made(LockedFigure),
    (
        Field("label", TEXT, "What it counts."),
        Field("observations", listed(OBSERVATION), "Every value that was published of it.", True),
    ),
)
LOCK = Shape(
    "lock",
    _lock,
    (
        Field("version", of_text(_version, STRING), "The form of this file.", True),
        Field("sources", named(SOURCE), "The sources."),
        Field("figures", named(FIGURE), "The figures."),
    ),
)


def written(lock: Lock, quotations: dict[str, str]) -> str:
    """The file's text: sources and figures by id, quotations in the order of their source; `quotations` has their words by hash."""
    lines = [f"version: {VERSION}"]
    lines += ["sources:"] if lock.sources else []
    for source in sorted(lock.sources, key=lambda source: source.id):
        lines += [f"  {source.id}:", f"    sha256: {source.sha256}", f"    words: {source.words}"]
        lines += ["    evidence:"] if source.evidence else []
        for found in sorted(source.evidence, key=lambda found: (found.word, found.sha256)):
            lines.append(f"      - {{word: {found.word}, checked: {found.checked.text}, sha256: {found.sha256}}}  # {_comment(quotations, found)}")
    lines += ["figures:"] if lock.figures else []
    for figure in sorted(lock.figures, key=lambda figure: figure.id):
        lines += [f"  {figure.id}:", *([f"    label: {quoted(figure.label)}"] if figure.label else []), "    observations:"]
        lines += [line for seen in figure.observations for line in _observation(seen)]
    return HEAD + "\n".join(lines) + "\n"


def _comment(quotations: dict[str, str], found: LockedEvidence) -> str:
    return " ".join(quotations.get(found.sha256, "").split())


def _observation(seen: LockedObservation) -> list[str]:
    days = (("published", seen.published), ("gone", seen.gone), ("shown", seen.shown), ("hidden", seen.hidden), ("replaced", seen.replaced))
    told = [(key, date.text) for key, date in days if date] + [("formula", seen.formula), ("kind", seen.kind), ("why", seen.why)]
    named = [("value", said(seen.value)), ("unit", seen.unit), ("as_of", seen.as_of.text if seen.as_of else "not stated"), ("source", seen.source)]
    lines = [f"{key}: {quoted(value)}" for key, value in named + told if value]
    return [f"      {'- ' if at == 0 else '  '}{line}" for at, line in enumerate(lines)]


def quoted(text: str) -> str:
    """A text as YAML reads it back, in quotes where plain it would be read otherwise."""
    plain = text[0].isalnum() and not any(mark in text for mark in (": ", " #", "\n")) and not text.endswith(":")
    return text if plain else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


