"""The Nu checker, the reference reader of HTML and CSS, has nothing against any page."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import nu_checker

pytestmark = pytest.mark.nu


def errors(*paths: Path) -> list[str]:
    """What the checker calls an error in HTML and CSS files, a line each."""
    options = ("--also-check-css", "--format", "json", "--stdout", "--exit-zero-always")
    told = subprocess.run(["java", "-jar", nu_checker(), *options, *map(str, paths)], capture_output=True, encoding="utf-8", check=True)
    return [f"{Path(message.get('url', '')).name}:{message.get('lastLine')}: {message['message']}"
            for message in json.loads(told.stdout)["messages"] if message["type"] != "info"]


def test_every_page_and_style_sheet_is_valid(built_site: Path, built_example: Path) -> None:
    """Of the shipped site and of the example, in one run, since most of a run is Java's start."""
    files = [path for site in (built_site, built_example) for path in sorted(site.rglob("*")) if path.suffix in (".html", ".css")]
    assert {path.parent.name for path in files} == {"_site", "embed", "assets"}
    assert sum(path.name == "changes.html" for path in files) == 2
    assert errors(*files) == []


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    """In one run, too."""
    wrong = {"nested.html": "<!doctype html><html lang=en><title>Page</title><p><div></p>",
             "picture.html": "<!doctype html><html lang=en><title>Page</title><img src=a.png>",
             "style.css": "p { colour: red }"}
    for name, text in wrong.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert {line.partition(":")[0] for line in errors(*(tmp_path / name for name in wrong))} == set(wrong)
