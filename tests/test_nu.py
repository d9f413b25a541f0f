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


def test_every_page_and_style_sheet_is_valid(built_site: Path) -> None:
    files = [path for path in sorted(built_site.rglob("*")) if path.suffix in (".html", ".css")]
    assert {path.suffix for path in files} == {".html", ".css"}
    assert errors(*files) == []


@pytest.mark.parametrize(("name", "text", "wrong"), [
    ("page.html", "<!doctype html><html lang=en><title>Page</title><p><div></p>", "p"),
    ("page.html", "<!doctype html><html lang=en><title>Page</title><img src=a.png>", "alt"),
    ("style.css", "p { colour: red }", "colour"),
])
def test_the_checker_finds_what_is_wrong(tmp_path: Path, name: str, text: str, wrong: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    found = errors(path)
    assert found
    assert wrong in found[0]
