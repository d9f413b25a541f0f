"""The same facts for machines: every value with its qualifier, exact, and safe in a spreadsheet or a script element."""

import csv
import io
import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from pyld import jsonld

from factsheet.content.records import Settings
from factsheet.page import exports
from factsheet.page.exports.licences import licence
from factsheet.page.exports.values import day, lasting_id
from factsheet.page.views import DateView
from tests.awkward_site import URL, files, site

LINKED = ("index.html", "key-figures.html", "timeline.html")
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@cache
def facts() -> Any:
    return json.loads(files()["facts.json"])


def by_id(items: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in items}


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files()[name].decode(), newline="")))


def graph(page: str, url: str = URL) -> list[dict[str, Any]]:
    found = SCRIPT.search(files(url)[page].decode())
    assert found, page
    items: list[dict[str, Any]] = json.loads(found[1])["@graph"]
    return items


def linked(page: str, kind: str, url: str = URL) -> dict[str, dict[str, Any]]:
    """The items of a kind on a page, by what stands behind the # of their id."""
    return {item.get("@id", "").partition("#")[2]: item for item in graph(page, url) if item["@type"] == kind}


# facts.json ---------------------------------------------------------------------------------------------------------


def test_json_has_the_words_the_bounds_and_the_evidence() -> None:
    figures = by_id(facts()["figures"])
    ships, toll, share = (figures[name] for name in ("ships", "toll", "share"))
    assert (ships["text"], ships["qualifier"], ships["low"]) == ("over 1,200 ships", "over", 1200)
    assert "high" not in ships
    assert (toll["value"], toll["as_of"], toll["said_by"], toll["unit"]) == (-41_200_000, "not stated", 'Ann "Quay" Lee', "EUR")
    assert (share["low"], share["high"]) == (3, 5.5)
    assert figures["huge"]["value"] == "123456789012345678901234567890"


def test_json_prints_references_in_words() -> None:
    assert facts()["summary"] == "In all over 1,200 ships called; −€41.20\u00a0million was paid, nearly 700 ships lay at anchor."
    assert by_id(facts()["timeline"])["rule"]["title"] == '@Rule of Ann "Quay" Lee'


def test_json_has_every_value_with_its_fate() -> None:
    told = {value["text"]: value for value in by_id(facts()["figures"])["ships"]["observations"]}
    assert {text: value["status"] for text, value in told.items()} == {
        "over 1,200 ships": "stands",
        "over 1,100 ships": "stands",
        "over 1,150 ships": "revision",
        "1,250 ships": "correction",
        "about 900 ships": "update",
    }
    revised = told["over 1,150 ships"]
    assert (revised["replaced"], revised["published"]) == ("2021-06-01", "2021-05-06")
    assert (revised["why"], revised["scope"]) == ('Late returns; "final", they say.', "=The overview, too.")


def test_json_has_no_value_for_a_figure_that_was_withdrawn_but_keeps_what_it_was() -> None:
    pilots = by_id(facts()["figures"])["pilots"]
    assert pilots["status"] == "retraction"
    assert not {"text", "value", "low", "high"} & set(pilots)
    assert [value["text"] for value in pilots["observations"]] == ["12 pilots"]


def test_json_has_what_is_gone_and_what_changed_without_a_word() -> None:
    assert [(each["id"], each["observations"][0]["status"]) for each in facts()["removed"]] == [("dredgers", "gone")]
    kinds = {change["figure"]: change["kind"] for change in facts()["changes"] if change["kind"] in ("unexplained", "gone")}
    assert kinds == {"dredgers": "gone", "altered": "unexplained"}


def test_json_has_the_charts_and_the_date_of_review() -> None:
    assert facts()["charts"] == [{"title": "At sea and at anchor", "figures": ["ships", "moored"], "note": "Of two counts."}]
    assert (facts()["review_by"], by_id(facts()["figures"])["ships"]["review_by"]) == ("2027-06-30", "2026-12")


@pytest.mark.parametrize("name", ["facts.json", "trade/facts.json"])
def test_json_leads_to_its_schema(name: str) -> None:
    path = (Path("/") / name).parent / json.loads(files()[name])["$schema"]
    assert path.resolve().relative_to("/").as_posix() in files()


def test_every_address_in_json_leads_to_a_place_on_the_pages() -> None:
    whole = files()["facts.json"].decode()
    addresses = set(re.findall(r'"address": "(.*?)"', whole))
    assert len(addresses) > 20
    for address in addresses:
        page, _, name = address.partition("#")
        assert f' id="{name}"'.encode() in files()[page], address


# Tables -------------------------------------------------------------------------------------------------------------


def test_csv_keeps_numbers_as_numbers_and_disarms_formulas() -> None:
    found = {row["id"]: row for row in rows("figures.csv")}
    assert (found["toll"]["label"], found["toll"]["evidence"]) == ("'=Toll", "'-41.20 million euros")
    assert (found["toll"]["value"], found["toll"]["low"]) == ("-41200000", "-41200000")
    assert (found["ships"]["qualifier"], found["ships"]["value"], found["ships"]["low"], found["ships"]["high"]) == ("over", "", "1200", "")


def test_a_withdrawn_figure_and_one_that_is_gone_have_a_line_without_a_number() -> None:
    found = {row["id"]: row for row in rows("figures.csv")}
    for name, status in (("pilots", "retraction"), ("dredgers", "gone")):
        assert found[name]["status"] == status
        assert {found[name][key] for key in ("text", "value", "low", "high")} == {""}


def test_the_table_of_observations_has_a_line_for_every_value_ever_published() -> None:
    found = {(row["figure"], row["text"]): row["status"] for row in rows("observations.csv")}
    assert found["altered", "over 60 lamps"] == "gone"
    assert found["dredgers", "at least 4 dredgers"] == "gone"
    assert found["pilots", "12 pilots"] == "retraction"
    assert len(found) == sum(len(figure["observations"]) for figure in [*facts()["figures"], *facts()["removed"]])


def test_tables_and_json_say_the_same_of_every_value() -> None:
    told = {value["address"]: value for figure in [*facts()["figures"], *facts()["removed"]] for value in figure["observations"]}
    for row in rows("observations.csv"):
        value = {key: str(number) for key, number in told[row["address"]].items()}
        assert {key: text.removeprefix("'") for key, text in row.items() if text and key != "figure"} == value


def test_the_timeline_comes_by_date() -> None:
    found = [(row["id"], row["date"], row["date_text"]) for row in rows("timeline.csv")]
    assert found[:2] == [("on-0300", "'-0300", "301 BC"), ("on-1970", "/1970", "until 1970, start unknown")]
    assert ("rule", "2010/..", "since 2010") in found


# Linked data --------------------------------------------------------------------------------------------------------


def test_linked_data_gives_a_bound_and_never_a_bare_value() -> None:
    found = linked("key-figures.html", "Observation")
    assert (found["ships"]["minValue"], found["ships"]["unitText"]) == (1200, "ships")
    assert (found["share"]["minValue"], found["share"]["maxValue"]) == (3, 5.5)
    assert {name for name in found if "value" in found[name]} == {"toll", "huge"}
    assert (found["toll"]["value"], found["toll"]["unitCode"]) == (-41_200_000, "EUR")
    assert found["huge"]["value"].startswith("about 123,456")


def test_linked_data_has_the_values_of_other_sources_and_none_that_is_withdrawn() -> None:
    found = linked("key-figures.html", "Observation")
    assert [(name, item["isBasedOn"]["@id"]) for name, item in found.items() if name.startswith("_")] == [
        ("_ships-over-1-100-ships-2020", f"{URL}sources.html#ledger")
    ]
    assert "pilots" not in found


def test_linked_data_tells_each_source_once_on_a_page() -> None:
    for page in LINKED[1:]:
        told = [item["@id"] for item in graph(page) if item["@type"] == "CreativeWork"]
        asked = {item["@id"] for each in graph(page) for key, item in each.items() if key in ("isBasedOn", "subjectOf")}
        assert sorted(told) == sorted(asked)


def test_the_dataset_names_every_file_and_every_correction() -> None:
    dataset = graph("index.html")[0]
    for download in dataset["distribution"]:
        assert download["contentUrl"].removeprefix(URL) in files()
    assert len(dataset["distribution"]) == 8
    assert {(comment["datePublished"], comment["text"].partition(":")[0]) for comment in dataset["correction"]} == {
        ("2022-03-01", "Pilots"),
        ("2021-05", 'Ships, that "called" </script>'),
    }
    assert (dataset["dateModified"], dataset["expires"]) == ("2022-04-05", "2027-06-30")
    assert dataset["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_linked_data_has_each_kind() -> None:
    kinds = {item["@type"] for page in LINKED for item in graph(page)}
    assert kinds == {"Dataset", "DefinedTerm", "Quotation", "Observation", "Event", "CreativeWork"}


def test_only_verbatim_words_are_a_quotation() -> None:
    assert [item["text"] for item in graph("index.html") if item["@type"] == "Quotation"] == ["We build"]


@pytest.mark.parametrize("page", LINKED)
def test_linked_data_cannot_end_its_script_element(page: str) -> None:
    found = SCRIPT.search(files()[page].decode())
    assert found
    assert not set("<>&\u2028\u2029") & set(found[1])


def context(url: str, _: object) -> dict[str, object]:
    """What schema.org would answer, as far as a reader needs it here: every name is a name of its own."""
    assert url == "https://schema.org"
    document = {"@context": {"@vocab": "https://schema.org/"}}
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": document}


@pytest.mark.parametrize("page", LINKED)
def test_a_reader_of_linked_data_understands_all_of_it(page: str) -> None:
    found = SCRIPT.search(files()[page].decode())
    assert found
    expanded = jsonld.expand(json.loads(found[1]), {"documentLoader": context, "base": URL})
    assert [item["@type"][0].rpartition("/")[2] for item in expanded] == [item["@type"] for item in graph(page)]
    assert all(key.startswith(("@", "https://schema.org/")) for item in expanded for key in item)


@pytest.mark.parametrize("page", LINKED)
def test_without_an_address_linked_data_refers_to_the_pages_beside_it(page: str) -> None:
    """A page in a folder must not name that folder: a relative address is taken from the page itself."""
    for item in graph(page, ""):
        assert item.get("@id", "").partition("#")[0] in ("", *LINKED, "sources.html")


# The rest -----------------------------------------------------------------------------------------------------------


def test_what_pages_offer_is_there() -> None:
    offered = re.findall(r'<li><a href="([^"]+)" type="[^"]+" download>', files()["index.html"].decode())
    assert offered == ["facts.json", "figures.csv", "observations.csv", "timeline.csv", "timeline.ics", "feed.xml"]
    assert set(offered) <= set(files())
    assert 'href="timeline.ics"' not in files()["trade/index.html"].decode()


@pytest.mark.parametrize(
    ("text", "name", "path"),
    [
        ("CC BY 4.0", "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("cc-by-sa-4.0", "CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
        ("CC BY-NC-ND 4.0", "", "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
        ("CC BY 3.0", "", "https://creativecommons.org/licenses/by/3.0/"),
        ("CC0", "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("https://example.org/terms", "", "https://example.org/terms"),
    ],
)
def test_a_licence_is_known_by_its_name(text: str, name: str, path: str) -> None:
    assert licence(text) == (name, path)


@pytest.mark.parametrize("text", ["", "CC", "CC BY", "CC BY 9.0", "CC BY OR 4.0", "All rights reserved", "GPL 3.0", "ask us: https://example.org/"])
def test_a_licence_that_is_not_certain_is_left_out(text: str) -> None:
    assert licence(text) is None


@pytest.mark.parametrize(
    ("machine", "wanted"),
    [("2024-06-24", "2024-06-24"), ("2024-06", "2024-06-01"), ("2024", "2024-01-01"), ("", ""), ("12010", ""), ("120100-01-01", "")],
)
def test_a_day_is_the_first_of_what_is_known(machine: str, wanted: str) -> None:
    assert day(DateView("", machine)) == wanted


def test_an_id_that_lasts_is_a_uuid(tmp_path: Path) -> None:
    from uuid import RFC_4122, UUID

    from factsheet.content.load import load

    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "facts.yaml").write_text("title: Harbour\n")
    sheet = load(str(tmp_path / "content"))[0].sheets[0]
    names = [lasting_id(settings, sheet, *parts) for settings in (Settings(), Settings(repository="r")) for parts in ((), ("a",), ("a", "b"))]
    assert len(set(names)) == len(names)
    assert all(UUID(name).variant == RFC_4122 and UUID(name).version == 8 for name in names)
    assert lasting_id(Settings(url="https://a.example/"), sheet) == lasting_id(Settings(url="https://b.example/"), sheet)


def test_a_sheet_without_facts_has_every_file_but_a_calendar(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "facts.yaml").write_text("title: Nothing yet\n")
    made = site(tmp_path)
    wanted = {name for name, _ in exports.OFFERED + exports.FOR_PROGRAMS}
    assert wanted - set(made) == {"timeline.ics"}


def test_the_sitemap_has_whole_addresses_and_is_xml() -> None:
    root = ET.fromstring(exports.sitemap(Settings(url="https://example.org/a&b/"), ["index.html", "timeline.html", "trade/index.html"]))
    assert [loc.text for loc in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")] == [
        "https://example.org/a&b/",
        "https://example.org/a&b/timeline.html",
        "https://example.org/a&b/trade/",
    ]


def test_robots_name_the_sitemap_only_where_there_is_one() -> None:
    assert b"Sitemap: https://example.org/harbours/sitemap.xml" in exports.robots(Settings(url=URL))
    assert b"Sitemap" not in exports.robots(Settings())
