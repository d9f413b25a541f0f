"""A new site builds at once, explains itself, and nothing that was there before is touched."""

import json
from pathlib import Path

import pytest

from factsheet.content import nodes, source
from factsheet.out.new import new, starter
from factsheet.problem import Unreadable
from tests.conftest import PROJECT, Site

NO_NETWORK = '''
import sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo"):
        raise OSError(f"{event} {arguments}")

sys.addaudithook(refuse)
'''


@pytest.fixture
def site(tmp_path: Path) -> Site:
    new(str(tmp_path / "harbour"))
    return Site(tmp_path / "harbour")


@pytest.fixture
def offline(tmp_path: Path) -> str:
    """A PYTHONPATH with which a process ends at its first word to the network."""
    (tmp_path / "offline").mkdir()
    (tmp_path / "offline" / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    return f"{tmp_path / 'offline'}:{PROJECT}"


def test_the_files_made_are_told_and_are_all_there_is(tmp_path: Path) -> None:
    folder = tmp_path / "harbour"
    made = new(str(folder))
    assert sorted(made) == sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("name", [
    ".gitignore", ".github/workflows/pages.yml", "README.md", "content/site.yaml", "content/facts.yaml", "content/overview.md",
    "content/facts.schema.json", "content/site.schema.json", "content/sources/README",
])
def test_a_new_site_has(site: Site, name: str) -> None:
    assert site.read(name).endswith("\n")


def test_it_builds_at_once_and_without_a_network(site: Site, offline: str) -> None:
    done = site.run("build", PYTHONPATH=offline)
    assert (done.returncode, done.stderr) == (0, "")
    assert {"index.html", "key-figures.html", "timeline.html", "sources.html", "404.html"} <= {path.name for path in site.output.iterdir()}


def test_check_finds_nothing_to_say_about_it_even_when_strict(site: Site) -> None:
    done = site.run("check", "--strict", "--today", "2025-06-01")
    assert (done.returncode, done.stderr) == (0, "")


def test_its_articles_are_nowhere_in_the_site(site: Site) -> None:
    site.write("content/sources/lantern.txt", site.read("content/sources/lantern.txt") + "A text that belongs to somebody else.")
    assert site.run("build").returncode == 0
    assert [path for path in site.output.rglob("*") if path.is_file() and b"belongs to somebody else" in path.read_bytes()] == []


@pytest.mark.parametrize("name", ["content/facts.yaml", "content/site.yaml"])
def test_an_editor_finds_the_schema_that_a_file_names_in_its_top_line(site: Site, name: str) -> None:
    modeline = site.read(name).splitlines()[0]
    schema = site.content / modeline.removeprefix("# yaml-language-server: $schema=")
    assert json.loads(schema.read_text(encoding="utf-8"))["$schema"]


def test_every_key_that_it_uses_is_explained_where_it_first_stands(site: Site) -> None:
    """Two figures, two events, and one each of the rest: the second of a kind needs no comment."""
    node, problems = source.read(site.read("content/facts.yaml"), "facts.yaml")
    assert problems == []
    assert isinstance(node, nodes.Mapping)
    assert {key: _size(part) for key, part in node.entries.items() if key not in ("title", "summary")} == {
        "sources": 1, "figures": 2, "timeline": 2, "people": 1, "quotes": 1, "terms": 1}


def _size(node: nodes.Node) -> int:
    return len(node.items) if isinstance(node, nodes.Sequence) else len(node.entries) if isinstance(node, nodes.Mapping) else 0


@pytest.mark.parametrize("held", ["content/facts.yaml", ".git/config", "notes.txt"])
def test_a_folder_that_holds_something_is_refused_and_stays_as_it_was(tmp_path: Path, held: str) -> None:
    mine = Site(tmp_path / "mine")
    mine.write(held, "mine\n")
    with pytest.raises(Unreadable, match="new or empty folder"):
        new(str(mine.folder))
    assert [path for path in mine.folder.rglob("*") if path.is_file()] == [mine.folder / held]
    assert mine.read(held) == "mine\n"


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    assert new(str(tmp_path)) == list(starter())


@pytest.mark.parametrize("folder", ["file", "file/harbour", "file/deep/harbour", "link"])
def test_a_file_or_a_dead_link_in_the_way_is_refused_and_stays(tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").write_text("mine\n", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    with pytest.raises(Unreadable, match="in the way"):
        new(str(tmp_path / folder))
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "link"]


def test_a_file_that_comes_while_the_site_is_being_made_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = Site(tmp_path / "mine")

    def files_come_late() -> dict[str, bytes]:
        mine.write("content/facts.yaml", "mine\n")
        return starter()

    monkeypatch.setattr("factsheet.out.new.starter", files_come_late)
    with pytest.raises(Unreadable, match="in the way"):
        new(str(mine.folder))
    assert mine.read("content/facts.yaml") == "mine\n"
