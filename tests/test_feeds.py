"""The changes as feeds: one entry a change, under an id that lasts, dated by what is known, in plain words."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag
from uuid import UUID
from xml.etree import ElementTree as ET

import feedparser
import pytest
from jsonschema import Draft202012Validator

from tests.awkward_site import URL, files, site
from tests.test_golden import GOLDEN

ATOM = "{http://www.w3.org/2005/Atom}"
MOVED = "https://elsewhere.example/h/"
SHEETS = ("", "trade/")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")
# What JSON Feed 1.1 demands of the keys that are used here.
JSON_FEED = {
    "type": "object",
    "additionalProperties": False,
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": {"type": "string", "pattern": "^https://"},
        "feed_url": {"type": "string", "pattern": "^https://"},
        "language": {"type": "string"},
        "authors": {"type": "array", "items": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["id", "content_text"],
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    "url": {"type": "string", "pattern": "^https://"},
                    "title": {"type": "string", "minLength": 1},
                    "content_text": {"type": "string", "minLength": 1},
                    "date_published": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00Z$"},
                    "tags": {"type": "array", "items": {"type": "string", "minLength": 1}},
                },
            },
        },
    },
}


def atom(url: str = URL, sheet: str = "") -> Any:
    told = feedparser.parse(files(url)[f"{sheet}feed.xml"])
    assert not told.bozo, told.get("bozo_exception")
    return told


def json_feed(url: str = URL, sheet: str = "") -> Any:
    return json.loads(files(url)[f"{sheet}feed.json"])


def faults(root: ET.Element) -> list[str]:
    """What RFC 4287 demands of a feed and its entries, and is not there."""
    found = []
    for node in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            texts = [each.text or "" for each in node.findall(ATOM + name)]
            found += [f"{name}: {texts}"] * (len(texts) != 1 or not texts[0].strip())
        updated = node.findtext(f"{ATOM}updated", "")
        found += [f"updated: {updated}"] * (not MOMENT.fullmatch(updated))
        found += ["no alternate link"] * (not node.findall(f"{ATOM}link[@rel='alternate']"))
    ids = [node.text for node in root.iter(f"{ATOM}id")]
    found += ["an id stands twice"] * (len(set(ids)) != len(ids))
    return found + ["nobody is named"] * (not root.findtext(f"{ATOM}author/{ATOM}name"))


@pytest.mark.parametrize("url", [URL, ""])
@pytest.mark.parametrize("sheet", SHEETS)
def test_the_atom_feed_has_all_that_its_standard_demands(url: str, sheet: str) -> None:
    assert faults(ET.fromstring(files(url)[f"{sheet}feed.xml"])) == []
    assert atom(url, sheet).version == "atom10"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<title>Lamps: Changed, no reason given</title>", ""),
        ("<title>Lamps: Changed, no reason given</title>", "<title> </title>"),
        ("<updated>2022-03-01T00:00:00Z</updated>", "<updated>2022-03-01</updated>"),
        ("<updated>2022-03-01T00:00:00Z</updated>", ""),
        ("<author><name>Müller &amp; Söhne, 港务局</name></author>", ""),
        (f'<link rel="alternate" type="text/html" href="{URL}changes.html"/>', ""),
    ],
)
def test_what_is_missing_is_found(old: str, new: str) -> None:
    text = files()["feed.xml"].decode()
    assert text.count(old) == 1
    assert faults(ET.fromstring(text.replace(old, new)))


@pytest.mark.parametrize("url", [URL, ""])
@pytest.mark.parametrize("sheet", SHEETS)
def test_the_json_feed_has_all_that_its_standard_demands(url: str, sheet: str) -> None:
    told = json_feed(url, sheet)
    assert [error.message for error in Draft202012Validator(JSON_FEED).iter_errors(told)] == []
    assert len({item["id"] for item in told["items"]}) == len(told["items"])


def test_the_golden_site_has_valid_feeds() -> None:
    made = site(GOLDEN)
    assert faults(ET.fromstring(made["feed.xml"])) == []
    assert [error.message for error in Draft202012Validator(JSON_FEED).iter_errors(json.loads(made["feed.json"]))] == []


def test_every_change_is_an_entry_in_both_feeds_as_the_page_has_it() -> None:
    changes = json.loads(files()["facts.json"])["changes"]
    assert len(changes) > 8
    entries, items = atom().entries, json_feed()["items"]
    for change, entry, item in zip(changes, entries, items, strict=True):
        assert entry.content[0].value == item["content_text"] == change["text"]
        assert entry.content[0].type == "text/plain"
        assert entry.tags[0].term == item["tags"][0] == change["kind"]
        assert entry.link == item["url"] == URL + change["address"]
        assert (entry.id, entry.updated) == (item["id"], item["date_published"])


def test_every_entry_leads_to_its_place_on_the_page() -> None:
    page = files()["changes.html"].decode()
    for entry in atom().entries:
        address, name = urldefrag(entry.link)
        assert (address, page.count(f' id="{name}"')) == (f"{URL}changes.html", 1)


def test_titles_are_one_line_of_plain_words() -> None:
    titles = [entry.title for entry in atom().entries]
    assert 'Ships, that "called" </script>: Revision' in titles
    assert "Share of sail: New figure" in titles
    assert not any("\n" in item["title"] for item in json_feed()["items"])


def test_a_change_of_an_unknown_day_is_dated_by_the_last_known_one_and_says_after() -> None:
    gone = next(entry for entry in atom().entries if entry.tags[0].term == "gone")
    assert gone.updated == "2022-04-05T00:00:00Z"
    assert "after 5 April 2022" in gone.content[0].value


def test_a_month_is_dated_by_its_first_day() -> None:
    corrected = next(entry for entry in atom().entries if entry.tags[0].term == "correction")
    assert corrected.updated == "2021-05-01T00:00:00Z"


def test_ids_outlive_a_move_and_differ_between_sheets() -> None:
    ids = [atom(url, sheet).feed.id for url in (URL, MOVED) for sheet in SHEETS]
    assert ids[:2] == ids[2:]
    assert ids[0] != ids[1]
    assert [entry.id for entry in atom(URL).entries] == [entry.id for entry in atom(MOVED).entries]
    assert all(UUID(entry.id.removeprefix("urn:uuid:")) for entry in atom().entries)


def test_an_id_outlives_the_day_on_which_a_change_becomes_dated(tmp_path: Path) -> None:
    """A change that was made since the last lock has no day; the next lock gives it one, and readers must not see it as new."""
    content = tmp_path / "content"
    content.mkdir()
    content.joinpath("facts.yaml").write_text(
        "title: Harbour\nfigures:\n  ships: {label: Ships, unit: ships, value: over 4, as_of: 2020}\n"
    )
    lock = "version: 1\nfigures:\n  ships:\n    label: Ships\n    observations:\n"
    old = "      - {{value: over 3, unit: ships, as_of: 2020, published: 2021-05-06{}}}\n"
    new = "      - {value: over 4, unit: ships, as_of: 2020, published: 2022-04-05}\n"
    told = []
    for lines in (old.format(""), new + old.format(", gone: 2022-04-05")):
        content.joinpath("facts.lock").write_text(lock + lines)
        told.append(json.loads(site(tmp_path)["feed.json"])["items"])
    undated, dated = told
    assert [item["date_published"] for item in (*undated, *dated)] == ["2021-05-06T00:00:00Z", "2022-04-05T00:00:00Z"]
    assert [item["id"] for item in undated] == [item["id"] for item in dated]


def test_a_feed_knows_its_own_address_where_the_site_has_one() -> None:
    links = {link.rel: link.href for link in atom(URL, "trade/").feed.links}
    assert links == {"alternate": f"{URL}trade/changes.html", "self": f"{URL}trade/feed.xml"}
    told = json_feed(URL, "trade/")
    assert (told["home_page_url"], told["feed_url"]) == (f"{URL}trade/changes.html", f"{URL}trade/feed.json")


def test_without_an_address_atom_has_relative_links_and_json_feed_none() -> None:
    links = {link.rel: link.href for link in atom("", "trade/").feed.links}
    assert links == {"alternate": "changes.html"}
    told = json_feed("", "")
    assert not {"home_page_url", "feed_url"} & set(told)
    assert not any("url" in item for item in told["items"])


def test_a_sheet_that_nothing_is_known_of_has_an_empty_feed_of_a_fixed_day() -> None:
    assert atom(URL, "trade/").entries == []
    assert atom(URL, "trade/").feed.updated == "1970-01-01T00:00:00Z"


def test_without_a_lock_a_feed_is_as_old_as_its_newest_source(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    content.joinpath("facts.yaml").write_text("title: Harbour\nsources: {a: {title: A, publisher: P, published: 2021-05}}\n")
    assert feedparser.parse(site(tmp_path)["feed.xml"]).feed.updated == "2021-05-01T00:00:00Z"
