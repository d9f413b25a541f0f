"""No file that a site makes gives the bare number of a qualified figure, as if that were the value: read as people and programs would."""

import csv
import html
import io
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest

from tests.awkward_site import files

BOUNDS = ("low", "high", "minValue", "maxValue")
QUALIFIED = re.compile(r"(?:over|about|nearly|at most|at least|under|between [\d,.]+%?(?: \w+)? and) [−€]*$", re.IGNORECASE)
SCRIPT = re.compile(r"<(script|style)\b[^>]*>(.*?)</\1>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
SPOKEN = re.compile(r'\s(?:content|title|alt|aria-label)="([^"]*)"')
FILES = sorted(name for name in files() if not name.startswith("assets/"))


@cache
def numbers() -> re.Pattern[str]:
    """Every number of a qualified value, with and without its commas; short ones are left out, since much else is 3 or 80."""
    facts = json.loads(files()["facts.json"])
    values = [value for figure in [*facts["figures"], *facts["removed"]] for value in figure["observations"]]
    found = {int(value[key]) for value in values if value["qualifier"] != "as_stated" for key in ("value", "low", "high") if key in value}
    forms = {form for number in found if number > 99 for form in (f"{number:,}", str(number))} | {"5.5"}
    return re.compile(r"(?<![\d.,-])(?:" + "|".join(map(re.escape, sorted(forms))) + r")(?!\d|[.,]\d)")


def bare(name: str, data: bytes) -> list[str]:
    """Each place where a number of a qualified value stands without its qualifier, with what stands round it."""
    return [found for record, key, text in statements(name, data.decode()) for found in _bare(record, key, text)]


def _bare(record: Mapping[str, Any], key: str, text: str) -> Iterator[str]:
    named = key in BOUNDS or (key == "value" and record.get("qualifier") == "about")
    spaced = " ".join(text.split())
    for found in () if named else numbers().finditer(spaced):
        if not QUALIFIED.search(spaced[: found.start()]):
            yield f"{key}: {spaced[max(0, found.start() - 40) : found.end() + 10]}"


def statements(name: str, text: str) -> Iterator[tuple[Mapping[str, Any], str, str]]:
    """All that a file says: the record in which it stands, the key, the text."""
    kind = name.rpartition(".")[2]
    yield from READERS[kind](text)


def in_json(text: str) -> Iterator[tuple[Mapping[str, Any], str, str]]:
    yield from walked(json.loads(text), {}, "")


def walked(node: Any, record: Mapping[str, Any], key: str) -> Iterator[tuple[Mapping[str, Any], str, str]]:
    pairs = node.items() if isinstance(node, dict) else [(key, each) for each in node] if isinstance(node, list) else ()
    for name, each in pairs:
        yield from walked(each, node if isinstance(node, dict) else record, name)
    yield from [(record, key, str(node))] * (not isinstance(node, dict | list))


def in_csv(text: str) -> Iterator[tuple[Mapping[str, Any], str, str]]:
    for row in csv.DictReader(io.StringIO(text, newline="")):
        yield from ((row, key, cell) for key, cell in row.items())


def in_html(text: str) -> Iterator[tuple[Mapping[str, Any], str, str]]:
    """What is read, what is read aloud, what search engines read."""
    for found in SCRIPT.finditer(text):
        yield from in_json(found[2]) if "ld+json" in found[0] else ()
    shown = SCRIPT.sub(" ", text)
    yield from (({}, "attribute", html.unescape(found[1])) for found in SPOKEN.finditer(shown))
    yield {}, "text", html.unescape(TAG.sub(" ", shown))


def in_xml(text: str) -> Iterator[tuple[Mapping[str, Any], str, str]]:
    yield from (({}, "text", html.unescape(part)) for part in TAG.split(text))


def in_escapes(text: str) -> Iterator[tuple[Mapping[str, Any], str, str]]:
    """Calendars and BibTeX, which put backslashes before signs of their own."""
    yield {}, "text", text.replace("\r\n ", "").replace("\\", "")


def in_text(text: str) -> Iterator[tuple[Mapping[str, Any], str, str]]:
    yield {}, "text", text


READERS = {
    "json": in_json, "csv": in_csv, "html": in_html, "xml": in_xml, "ics": in_escapes,
    "txt": in_text, "bib": in_escapes, "ris": in_text, "nojekyll": in_text,
}


@pytest.mark.parametrize("name", FILES)
def test_no_file_has_a_bare_number(name: str) -> None:
    assert bare(name, files()[name]) == []


def test_the_numbers_are_there_to_be_found() -> None:
    """Were they nowhere, the test above would pass for nothing."""
    told = {name for name in FILES for _, _, text in statements(name, files()[name].decode()) if numbers().search(" ".join(text.split()))}
    assert {"facts.json", "figures.csv", "observations.csv", "feed.xml", "feed.json", "index.html", "key-figures.html", "changes.html"} <= told


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("figures.csv", ",over,,1200,", ",over,1200,1200,"),
        ("figures.csv", '"over 1,200 ships"', '"1,200 ships"'),
        ("observations.csv", ",nearly,,,700,", ",nearly,700,,700,"),
        ("facts.json", '"low": 1200', '"value": 1200'),
        ("facts.json", '"text": "nearly 700 ships"', '"text": "700 ships"'),
        ("facts.json", '"low": 1150', '"number": "1,150"'),
        ("feed.xml", "nearly 700 ships", "700 ships"),
        ("feed.json", "before it was over 1,150", "before it was 1,150"),
        ("key-figures.html", '"minValue":1200', '"value":1200'),
        ("key-figures.html", '"name":"Ships at anchor: nearly 700 ships"', '"name":"Ships at anchor: 700 ships"'),
        ("index.html", "nearly</span>", "</span>"),
        ("index.html", 'content="In all over 1,200', 'content="In all 1,200'),
        ("timeline.ics", "SUMMARY:1 April 1998: ", "SUMMARY:1 April 1998: 1\\,200 ships at "),
    ],
)
def test_a_bare_number_is_found(name: str, old: str, new: str) -> None:
    text = files()[name].decode()
    assert old in text
    assert bare(name, text.replace(old, new).encode())


def test_a_bound_is_never_in_the_column_of_values() -> None:
    for name in ("figures.csv", "observations.csv"):
        rows = list(csv.DictReader(io.StringIO(files()[name].decode(), newline="")))
        assert {row["qualifier"] for row in rows} >= {"as_stated", "over", "about", "nearly", "under", "at_most", "between"}
        assert {row["qualifier"] for row in rows if row["value"]} == ({"as_stated", "about"})
