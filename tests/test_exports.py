"""The same facts for machines: every value with its qualifier, exact, and safe in a spreadsheet or a script element."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from factsheet.content.load import load
from factsheet.content.records import Content
from factsheet.page import exports

SHEET = """
title: Harbour trade
summary: In all [[ships]] called.
sources: {gazette: {title: The harbour, publisher: Gazette, published: 2021-05-04, url: "https://example.org/h?a=1&b=2"}}
figures:
  ships: {label: "Ships </script> & more", unit: {one: ship, other: ships}, value: "over 1,200", as_of: 2020, source: gazette, evidence: "=1,200 ships called"}
  toll: {label: "-Toll", unit: EUR, value: "-41.20 million", as_of: not stated, said_by: mayor, source: gazette, evidence: "+41.20 million euros"}
  share: {label: Share, unit: "%", value: between 3 and 5.5, as_of: 2020-05, source: gazette, evidence: between 3 and 5.5 per cent}
  huge: {label: Grains, unit: grains, value: about 123456789012345678901234567890, as_of: 2020, source: gazette, evidence: grains}
timeline:
  - {date: 2010/.., id: rule, title: "@Rule of [[mayor]]", source: gazette, evidence: in 2010}
  - {date: 1998-04-01, title: Pier, source: gazette, evidence: in April}
people: {mayor: {name: Ann Lee, role: Mayor}}
quotes:
  - {text: We build, said_by: mayor, source: gazette, verbatim: true}
  - {text: They want more, said_by: mayor, source: gazette, verbatim: false}
terms: {pier: {term: Pier, definition: "A *landing* place.", source: gazette, evidence: a pier}}
"""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Content:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "facts.yaml").write_text(SHEET)
    (tmp_path / "content" / "site.yaml").write_text(
        "url: https://example.org/harbour\nlicence: https://creativecommons.org/licenses/by/4.0/\n"
    )
    monkeypatch.chdir(tmp_path)
    found, problems = load("content")
    assert problems == []
    return found


def rows(text: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.decode())))


def test_json_has_the_words_the_bounds_and_the_evidence(content: Content) -> None:
    ships, toll, share, huge = json.loads(exports.facts_json(content.sheets[0], content.settings))["figures"]
    assert (ships["text"], ships["qualifier"], ships["low"]) == ("over 1,200 ships", "over", 1200)
    assert "high" not in ships
    assert (toll["value"], toll["as_of"], toll["said_by"], toll["unit"]) == (-41_200_000, "not stated", "Ann Lee", "EUR")
    assert (share["low"], share["high"]) == (3, 5.5)
    assert huge["value"] == "123456789012345678901234567890"


def test_json_prints_references_in_words(content: Content) -> None:
    told = json.loads(exports.facts_json(content.sheets[0], content.settings))
    assert told["summary"] == "In all over 1,200 ships called."
    assert told["timeline"][0]["title"] == "@Rule of Ann Lee"


def test_csv_keeps_numbers_as_numbers_and_disarms_formulas(content: Content) -> None:
    ships, toll, _, _ = rows(exports.figures_csv(content.sheets[0]))
    assert ships["evidence"] == "'=1,200 ships called"
    assert toll["label"] == "'-Toll"
    assert (toll["value"], toll["low"]) == ("-41200000", "-41200000")
    assert (ships["qualifier"], ships["low"], ships["high"]) == ("over", "1200", "")


def test_the_timeline_comes_by_date(content: Content) -> None:
    found = rows(exports.timeline_csv(content.sheets[0]))
    assert [(row["date"], row["date_text"], row["title"]) for row in found] == [
        ("1998-04-01", "1 April 1998", "Pier"),
        ("2010/..", "since 2010", "'@Rule of Ann Lee"),
    ]


def test_linked_data_gives_a_bound_and_never_a_bare_value(content: Content) -> None:
    graph = json.loads(exports.linked_data(content, content.sheets[0])["key-figures.html"])["@graph"]
    assert graph[0]["minValue"] == 1200
    assert "value" not in graph[0]
    assert graph[0]["unitText"] == "ships"
    assert (graph[2]["minValue"], graph[2]["maxValue"]) == (3, 5.5)


def test_linked_data_has_each_kind(content: Content) -> None:
    data = exports.linked_data(content, content.sheets[0])
    kinds = {item["@type"] for text in data.values() for item in json.loads(text)["@graph"]}
    assert kinds == {"Dataset", "DefinedTerm", "Quotation", "Observation", "Event"}


def test_only_verbatim_words_are_a_quotation(content: Content) -> None:
    graph = json.loads(exports.linked_data(content, content.sheets[0])["index.html"])["@graph"]
    assert [item["text"] for item in graph if item["@type"] == "Quotation"] == ["We build"]


def test_linked_data_cannot_end_its_script_element(content: Content) -> None:
    for text in exports.linked_data(content, content.sheets[0]).values():
        assert not set("<>&") & set(text)


def test_the_sitemap_has_whole_addresses_and_is_xml(content: Content) -> None:
    root = ET.fromstring(
        exports.sitemap(content.settings._replace(url="https://example.org/a&b/"), ["index.html", "timeline.html", "trade/index.html"])
    )
    assert [loc.text for loc in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")] == [
        "https://example.org/a&b/",
        "https://example.org/a&b/timeline.html",
        "https://example.org/a&b/trade/",
    ]


def test_robots_name_the_sitemap_only_where_there_is_one(content: Content) -> None:
    assert b"Sitemap: https://example.org/harbour/sitemap.xml" in exports.robots(content.settings)
    assert b"Sitemap" not in exports.robots(content.settings._replace(url=""))
