"""The example site: whole, clean by its lock alone, small enough for a slow line, and shown as what it is said to be."""

import csv
import gzip
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import EXAMPLE, OWN_PAGES, PROJECT, Site, copy_of, surroundings

PAGE = 15 * 1024    # bytes that a first page may weigh, packed, with all it needs
TODAY = "2026-11-24"


@pytest.fixture
def example(tmp_path: Path) -> Site:
    return copy_of(EXAMPLE, tmp_path)


def test_it_is_clean_with_the_lock_alone(example: Site, built_example: Path) -> None:
    done = example.run("check", "--strict", "--today", TODAY)
    facts = len(json.loads((built_example / "facts.json").read_text(encoding="utf-8"))["figures"])
    assert (done.returncode, done.stderr) == (0, "")
    said = re.fullmatch(r"No problems in 1 sheet\. (\d+) of (\d+) facts checked: (\d+) against facts\.lock\.\n", done.stdout)
    assert said, done.stdout
    assert len({*said.groups()}) == 1
    assert int(said[1]) > facts > 10


def test_it_is_built_without_a_word_of_warning(example: Site) -> None:
    done = example.run("build", "--today", TODAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Built ")


def test_it_is_built_where_it_lies_as_the_readme_of_the_examples_says(tmp_path: Path, built_example: Path) -> None:
    """The calls in examples/README.md work, and give the same pages."""
    text = (EXAMPLE.parent / "README.md").read_text(encoding="utf-8")
    calls = [shlex.split(line) for line in text.splitlines() if line.startswith("    python build.py")]
    assert len(calls) == 2
    for _, *words in calls:
        elsewhere = [word.replace("examples/iceland-power/_site", str(tmp_path / "_site")) for word in words]
        done = subprocess.run([sys.executable, *elsewhere], cwd=PROJECT, env=surroundings(), capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "_site" / "index.html").read_bytes() == (built_example / "index.html").read_bytes()


def test_its_pages_are_there(built_example: Path) -> None:
    pages = {path.name for path in built_example.glob("*.html")}
    assert pages >= {*OWN_PAGES, "changes.html", "method.html"}
    assert len(list((built_example / "embed").glob("*.html"))) > 10


def weight(site: Path) -> int:
    """What the first page weighs with all it loads, in bytes, packed as a server does."""
    page = (site / "index.html").read_text(encoding="utf-8")
    loaded = re.findall(r'<(?:link rel="(?:stylesheet|icon)"|script)[^>]*? (?:href|src)="([^"]+)"', page)
    return sum(len(gzip.compress((site / name).read_bytes(), mtime=0)) for name in ("index.html", *loaded))


def test_a_first_page_weighs_less_than_fifteen_kilobytes_with_all_it_loads(either_site: Path) -> None:
    assert weight(either_site) < PAGE


def test_all_that_a_page_loads_is_weighed(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<link rel="icon" href="i.svg"><link rel="stylesheet" href="s.css"><script src="o.js" defer></script>', encoding="utf-8")
    before = len(gzip.compress((tmp_path / "index.html").read_bytes(), mtime=0))
    for name in ("i.svg", "s.css", "o.js"):
        (tmp_path / name).write_bytes(b"")
    assert weight(tmp_path) == before + 3 * len(gzip.compress(b"", mtime=0))


SHOWN = {
    "a line": ("index.html", '<div class="plot"'),
    "bars": ("index.html", '<ul class="rows">'),
    "a revision": ("changes.html", '<span class="kind">Revision</span>'),
    "a correction": ("changes.html", '<span class="kind">Correction</span>'),
    "a withdrawal": ("changes.html", '<span class="kind">Withdrawn</span>'),
    "a value beside another": ("key-figures.html", "Grey marks are values of others, or further ones for the same moment."),
    "a newer value that is not shown first": ("key-figures.html", "<dt>Newer</dt>"),
    "a figure that is computed": ("key-figures.html", '<p class="formula">'),
    "a date to look again": ("key-figures.html", "<dt>Review by</dt>"),
    "a date that is not stated": ("key-figures.html", '<tr id="_fish-nearly-75"><td>not stated</td><td>nearly 75%</td>'),
    "a value that a person read": ("sources.html", "read by a person"),
}


@pytest.mark.parametrize(("page", "mark"), SHOWN.values(), ids=SHOWN)
def test_it_shows(page: str, mark: str, built_example: Path) -> None:
    assert mark in (built_example / page).read_text(encoding="utf-8")


def test_it_tells_no_change_without_a_reason(built_example: Path) -> None:
    assert "no reason" not in (built_example / "changes.html").read_text(encoding="utf-8").casefold()


def test_every_value_of_its_series_is_in_the_table_of_observations(built_example: Path) -> None:
    rows = list(csv.DictReader((built_example / "observations.csv").read_text(encoding="utf-8").splitlines()))
    ids = {figure["id"] for figure in json.loads((built_example / "facts.json").read_text(encoding="utf-8"))["figures"]}
    assert {row["figure"] for row in rows} == ids
    assert len(rows) > len(ids) + 30
