"""Imports run one way, each library has one door, and a process loads no more than its work needs."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pytest

from tests.conftest import PROJECT, Site, surroundings

PACKAGE = PROJECT / "factsheet"

# Who may import whom, from the first room to the last. A name stands for a room and for all rooms of a wing.
MAY_IMPORT = {
    "factsheet": (),
    "factsheet.record": (),
    "factsheet.problem": (),
    "factsheet.report": ("factsheet.problem",),
    "factsheet.fresh": (),
    "factsheet.options": (),
    "factsheet.arguments": ("factsheet.options", "factsheet.problem", "factsheet.report", "factsheet.reading.dates", "factsheet.content.kinds"),
    "factsheet.reading": ("factsheet.problem", "factsheet.reading"),
    "factsheet.content": ("factsheet.problem", "factsheet.fresh", "factsheet.content", "factsheet.reading"),
    "factsheet.truth": ("factsheet.problem", "factsheet.reading", "factsheet.content", "factsheet.truth"),
    "factsheet.page": ("factsheet.problem", "factsheet.fresh", "factsheet.report", "factsheet.reading", "factsheet.content",
                       "factsheet.truth", "factsheet.page"),
    "factsheet.out": ("factsheet.problem", "factsheet.out"),
    "factsheet.out.new": ("factsheet.problem", "factsheet.out", "factsheet.content.schema"),
    "factsheet.build": ("factsheet",),
    "factsheet.cli": ("factsheet",),
    "factsheet.__main__": ("factsheet.fresh", "factsheet.cli"),
}
# Where a library may be imported: everything else asks the rooms behind the door, whose names begin so.
DOORS = {
    "yaml": "factsheet.content.source",
    "markdown": "factsheet.content.engine",
    "jinja2": "factsheet.page.template",
    "livereload": "factsheet.out.serve",
    "tornado": "factsheet.out.serve",
    "argparse": "factsheet.arguments",
    "trafilatura": "factsheet.content.saved_page",
}
# What answers when nothing has changed; marshal and time are part of the interpreter.
WITHOUT_WORK = {"factsheet", "factsheet.__main__", "factsheet.fresh", "gc", "marshal", "time"}


class Import(NamedTuple):
    """One import, wherever in a module it stands: the module that asks, the one that is asked for, the line."""

    module: str
    asked: str
    line: int


def imports(module: str, text: str) -> Iterator[Import]:
    """Every import of a module; `from factsheet.page import links` asks for factsheet.page.links."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (Import(module, alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parent = "." * node.level + (node.module or "")
            yield from (Import(module, f"{parent}.{alias.name}", node.lineno) for alias in node.names)


def inside(name: str, place: str) -> bool:
    return name == place or name.startswith(place + ".")


def against_the_way(modules: Mapping[str, str]) -> list[str]:
    """Imports of a room that the asking room may not know."""
    return [f"{module}:{line} imports {asked}" for name, text in modules.items() for module, asked, line in imports(name, text)
            if asked.startswith(".") or (inside(asked, "factsheet") and not _allowed(module, asked, modules))]


def _allowed(module: str, asked: str, modules: Mapping[str, str]) -> bool:
    room = asked if asked in modules else asked.rpartition(".")[0]
    if room in ("factsheet", "factsheet.record"):
        return True
    rule = max((name for name in MAY_IMPORT if inside(module, name)), key=len)
    return any(inside(room, allowed) for allowed in MAY_IMPORT[rule])


def past_the_door(modules: Mapping[str, str]) -> list[str]:
    """Imports of a library by a room that is not its door."""
    return [f"{module}:{line} imports {asked}" for name, text in modules.items() for module, asked, line in imports(name, text)
            for library, door in DOORS.items() if inside(asked, library) and not module.startswith(door)]


@pytest.fixture(scope="module")
def rooms() -> dict[str, str]:
    """The text of every module of the program."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PROJECT).with_suffix("").parts)
        found[name.removesuffix(".__init__")] = path.read_text(encoding="utf-8")
    return found


def test_imports_run_one_way(rooms: dict[str, str]) -> None:
    assert against_the_way(rooms) == []


def test_each_library_has_one_door(rooms: dict[str, str]) -> None:
    assert past_the_door(rooms) == []


def test_every_door_is_there_and_opens(rooms: dict[str, str]) -> None:
    opened = {library for library, door in DOORS.items() for name, text in rooms.items() if name.startswith(door)
              for _, asked, _ in imports(name, text) if inside(asked, library)}
    assert opened == set(DOORS)


@pytest.mark.parametrize(("module", "text"), [
    ("factsheet.problem", "from factsheet.report import report"),
    ("factsheet.fresh", "import factsheet.problem"),
    ("factsheet.reading.dates", "from factsheet.content.records import Event"),
    ("factsheet.content.made_up", "from factsheet.truth.check import check"),
    ("factsheet.content.made_up", "def read():\n    from factsheet.page import site"),
    ("factsheet.content.made_up", "from factsheet.truth import check"),
    ("factsheet.truth.made_up", "from factsheet.page.site import Site"),
    ("factsheet.page.made_up", "from factsheet.out import write"),
    ("factsheet.out.write", "import factsheet.page.render"),
    ("factsheet.out.new", "from factsheet.content.load import load"),
    ("factsheet.page.made_up", "from factsheet.cli import run"),
    ("factsheet.page.made_up", "from .site import Site"),
])
def test_an_import_against_the_way_is_found(rooms: dict[str, str], module: str, text: str) -> None:
    assert len(against_the_way({**rooms, module: text})) == 1


@pytest.mark.parametrize(("module", "text"), [
    ("factsheet.content.made_up", "from factsheet.reading import dates, quantities\nfrom factsheet.problem import Problem"),
    ("factsheet.truth.made_up", "from factsheet.content.records import Content"),
    ("factsheet.page.made_up", "from factsheet.page import links\nfrom factsheet.content.prose import plain"),
    ("factsheet.out.made_up", "import os\nfrom factsheet.problem import Unreadable"),
    ("factsheet.cli", "from factsheet import __version__\nfrom factsheet.page.render import render"),
])
def test_an_import_along_the_way_is_let_through(rooms: dict[str, str], module: str, text: str) -> None:
    assert against_the_way({**rooms, module: text}) == []


@pytest.mark.parametrize(("module", "text"), [
    ("factsheet.content.load", "import yaml"),
    ("factsheet.content.syntax", "from yaml.scanner import ScannerError"),
    ("factsheet.page.site", "def draw():\n    from markdown import Markdown"),
    ("factsheet.page.render", "import jinja2.sandbox as box"),
    ("factsheet.out.write", "from livereload import Server"),
    ("factsheet.cli", "import tornado.ioloop"),
    ("factsheet.build", "import argparse"),
])
def test_a_library_imported_past_its_door_is_found(module: str, text: str) -> None:
    assert len(past_the_door({module: text})) == 1


# What a process loads -----------------------------------------------------------------------------------------------

MEASURE = """
import sys
before = set(sys.modules)
from factsheet.__main__ import main
code = main({words!r})
loaded = sorted(set(sys.modules) - before)
import json
print(json.dumps([code, loaded]))
"""


def loaded(site: Site, *words: str) -> set[str]:
    """What one quiet run of the program loads beyond what the interpreter starts with."""
    done = subprocess.run([sys.executable, "-c", MEASURE.format(words=["--quiet", *words])], cwd=site.folder, env=surroundings(),
                          capture_output=True, encoding="utf-8", check=True)
    code, names = json.loads(done.stdout)
    assert code == 0, done.stderr
    return set(names)


@pytest.fixture
def warm(site_copy: Site) -> Site:
    """A site built twice: the first build of all also writes bytecode, and what was written just now is not remembered."""
    for _ in range(2):
        loaded(site_copy)
    return site_copy


def test_where_nothing_has_changed_next_to_nothing_is_loaded(warm: Site) -> None:
    assert loaded(warm) - WITHOUT_WORK == set()


def test_after_one_edited_figure_neither_templates_nor_markdown_are_read_anew(warm: Site) -> None:
    warm.edit("content/facts.yaml", "value: over 10,000\n", "value: over 12,000\n")
    warm.edit("content/facts.yaml", "evidence: over 10,000 foreign-invested firms\n", "evidence: over 12,000 foreign-invested firms\n")
    assert loaded(warm) & {"jinja2", "markdown", "livereload", "tornado"} == set()
    assert "12,000" in warm.read("_site/index.html")


def test_an_edited_text_is_what_markdown_is_loaded_for(warm: Site) -> None:
    """The measure above does bite: where there is a new text to read, the library shows."""
    warm.write("content/overview.md", warm.read("content/overview.md") + "\nA *new* paragraph.\n")
    assert "markdown" in loaded(warm)


def test_a_template_of_ones_own_is_what_jinja_is_loaded_for(warm: Site) -> None:
    shipped = (PROJECT / "templates" / "404.html").read_text(encoding="utf-8")
    warm.write("templates/404.html", shipped + "<!-- mine -->\n")
    assert "jinja2" in loaded(warm)
