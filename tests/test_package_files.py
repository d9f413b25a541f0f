"""The tables and datapackage.json, read by a program that takes them as the standard has it: every table is as it is described."""

import json
import shutil
from pathlib import Path
from typing import Any

import frictionless
import pytest

from factsheet.page.exports.columns import TABLES
from tests.awkward_site import AWKWARD, files, site
from tests.test_golden import GOLDEN

SHEETS = ("", "trade/")


def laid_out(folder: Path, made: dict[str, bytes], sheet: str = "") -> Path:
    """The package of a sheet and its tables as files; the path of the package."""
    for table in ("datapackage.json", *(table.file for table in TABLES)):
        (folder / table).write_bytes(made[sheet + table])
    return folder / "datapackage.json"


def faults(path: Path) -> list[str]:
    report = frictionless.validate(str(path))
    return [f"{kind}: {message}" for kind, message in report.flatten(["type", "message"])]


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_package_and_its_tables_are_valid(tmp_path: Path, sheet: str) -> None:
    assert faults(laid_out(tmp_path, files(), sheet)) == []


@pytest.mark.parametrize("folder", [GOLDEN, AWKWARD], ids=["golden", "awkward"])
def test_the_package_of_a_site_without_address_is_valid(tmp_path: Path, folder: Path) -> None:
    assert faults(laid_out(tmp_path, site(folder))) == []


@pytest.mark.parametrize(
    ("table", "old", "new", "found"),
    [
        ("observations.csv", "dredgers,", "nothing,", "foreign-key"),
        ("observations.csv", ",revision,", ",rewritten,", "constraint-error"),
        ("observations.csv", ",over,,1200,", ",over,,over 1200,", "type-error"),
        ("figures.csv", "crews,Crews,", "ships,Crews,", "primary-key"),
        ("figures.csv", "crews,Crews,", ",Crews,", "constraint-error"),
        ("figures.csv", "qualifier,value", "qualifier,amount", "incorrect-label"),
        ("timeline.csv", "rule,2010/..", "on-1970,2010/..", "primary-key"),
        ("timeline.csv", "rule,2010/..,since 2010,", "rule,2010/..,", "missing-cell"),
        ("datapackage.json", '"path": "figures.csv"', '"path": "figure.csv"', "error"),
    ],
)
def test_what_is_wrong_is_found(tmp_path: Path, table: str, old: str, new: str, found: str) -> None:
    path = laid_out(tmp_path, files())
    text = (tmp_path / table).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / table).write_text(text.replace(old, new), encoding="utf-8")
    assert any(found in fault for fault in faults(path))


def test_texts_come_out_as_they_were_written(tmp_path: Path) -> None:
    package: Any = frictionless.Package(str(laid_out(tmp_path, files())))
    figures = {row["id"]: row.to_dict() for row in package.get_resource("figures").read_rows()}
    assert figures["ships"]["label"] == 'Ships, that "called" </script>'
    assert figures["share"]["label"] == "Share\nof sail"
    assert figures["huge"]["value"] == 123456789012345678901234567890
    assert figures["ships"]["value"] is None


def test_every_column_is_described_and_every_table_has_a_key() -> None:
    package = json.loads(files()["datapackage.json"])
    assert [resource["name"] for resource in package["resources"]] == ["figures", "observations", "timeline"]
    for resource in package["resources"]:
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        assert set(resource["schema"]["primaryKey"]) <= set(fields)
        assert all(field["description"] and field["type"] for field in fields.values())


def test_values_refer_to_their_figure() -> None:
    tables = {resource["name"]: resource for resource in json.loads(files()["datapackage.json"])["resources"]}
    assert tables["observations"]["schema"]["foreignKeys"] == [{"fields": ["figure"], "reference": {"resource": "figures", "fields": ["id"]}}]


def test_the_package_says_who_what_and_when() -> None:
    package = json.loads(files()["datapackage.json"])
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert package["created"] == "2022-04-05T00:00:00Z"
    assert package["licenses"] == [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}]
    assert package["contributors"] == [{"title": "Müller & Söhne, 港务局", "roles": ["publisher"]}]
    assert package["sources"][0] == {"title": 'Gazette; Ltd: The "harbour", in figures', "path": "https://example.org/h?a=1&b=2"}


def test_what_is_not_known_is_left_out(tmp_path: Path) -> None:
    """The standard wants no empty list and no day that nobody knows."""
    (tmp_path / "content").mkdir()
    shutil.copy(AWKWARD / "content" / "trade" / "facts.yaml", tmp_path / "content")
    package = json.loads(site(tmp_path)["datapackage.json"])
    assert set(package) == {"$schema", "name", "title", "resources"}
