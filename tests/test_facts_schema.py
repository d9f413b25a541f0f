"""facts.json keeps to its published schema, which is closed, tells what every key means, and lets no bound pass for a value."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tests.awkward_site import AWKWARD, files, site
from tests.conftest import PROJECT
from tests.test_golden import GOLDEN

SCHEMA = PROJECT / "static" / "facts.schema.json"
SITES = (PROJECT, GOLDEN, AWKWARD, PROJECT / "tests" / "second_sheet", *sorted((PROJECT / "examples").glob("*/content")))


@cache
def schema() -> Any:
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


def complaints(facts: Any) -> list[str]:
    checker = Draft202012Validator(schema(), format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message[:200]}" for error in checker.iter_errors(facts)]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


def objects(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every object that the schema describes, with its path."""
    if node.get("type") == "object":
        yield path, node
    for name, each in node.get("$defs", {}).items():
        yield from objects(each, f"{path}/{name}")


def test_every_object_is_closed_and_every_key_described() -> None:
    found = dict(objects(schema()))
    assert len(found) > 10
    for path, node in found.items():
        assert node["additionalProperties"] is False, path
        assert set(node["required"]) <= set(node["properties"]), path
        assert [key for key, each in node["properties"].items() if not each.get("description")] == [], path


def test_the_schema_goes_with_every_site() -> None:
    assert files()["assets/facts.schema.json"] == SCHEMA.read_bytes()


@pytest.mark.parametrize("folder", SITES, ids=lambda path: path.name if path.name != "content" else path.parent.name)
def test_the_facts_of_a_site_keep_to_the_schema(folder: Path) -> None:
    made = site(folder.parent if folder.name == "content" else folder)
    told = {name: complaints(json.loads(data)) for name, data in made.items() if name.endswith("facts.json")}
    assert told
    assert all(found == [] for found in told.values()), told


def test_the_awkward_site_uses_every_key_that_the_schema_has() -> None:
    """What no test writes, no test holds to the schema."""
    golden = json.loads(site(GOLDEN)["facts.json"])
    awkward = json.loads(files()["facts.json"])
    used = {key for facts in (golden, awkward) for key in keys(facts)}
    assert {key for _, node in objects(schema()) for key in node["properties"]} - used == set()


def keys(node: Any) -> Iterator[str]:
    """Every key of a JSON value, at any depth."""
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    yield from node if isinstance(node, dict) else ()
    for each in inner:
        yield from keys(each)


def figure(**more: object) -> dict[str, object]:
    """A sound figure of a bound, with something changed."""
    seen = {"address": "key-figures.html#_ships", "text": "over 3 ships", "qualifier": "over", "low": 3, "unit": "ships", "status": "stands"}
    sound = {"id": "ships", "label": "Ships", **seen, "address": "key-figures.html#ships", "observations": [seen]}
    return {key: value for key, value in {**sound, **more}.items() if value is not None}


def sheet(*figures: dict[str, object], **more: object) -> dict[str, object]:
    lists: dict[str, object] = {key: [] for key in schema()["required"] if key not in ("$schema", "title")}
    return {"$schema": "assets/facts.schema.json", "title": "Harbour", **lists, "figures": list(figures), **more}


def test_a_sound_figure_is_let_through() -> None:
    assert complaints(sheet(figure())) == []
    assert complaints(sheet(figure(qualifier="about", value=3, low=None))) == []
    assert complaints(sheet(figure(low="123456789012345678901234567890"))) == []


@pytest.mark.parametrize(
    "broken",
    [
        sheet(figure(value=3)),
        sheet(figure(qualifier="nearly", value=3)),
        sheet(figure(qualifier="just")),
        sheet(figure(qualifier=None)),
        sheet(figure(text="")),
        sheet(figure(low="40 billion")),
        sheet(figure(status="gone")),
        sheet(figure(status="retraction")),
        sheet(figure(observations=[])),
        sheet(figure(address="ships")),
        sheet(figure(colour="red")),
        sheet(figure(label=None)),
        sheet(colour="red"),
        sheet(sources=None),
        sheet(url="no address"),
        sheet(removed=[{"id": "ships", "label": "Ships", "observations": []}]),
        sheet(changes=[{"address": "changes.html#_a", "figure": "a", "label": "A", "kind": "", "headline": "Changed", "text": "Changed."}]),
    ],
)
def test_what_is_wrong_is_found(broken: dict[str, object]) -> None:
    assert complaints(broken)
