"""What is published as a package: whole by itself, and with nothing in it that should stay at home."""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import PROJECT, Site, left_out

AT_HOME = shutil.ignore_patterns(".git", ".venv", ".tools", "_site", "dist", ".*_cache", ".hypothesis", "__pycache__", "sources")


class Package(NamedTuple):
    """The files of the wheel, unpacked, and the names in the source archive."""

    wheel: Path
    archived: set[str]

    def installed(self) -> set[str]:
        return {path.relative_to(self.wheel).as_posix() for path in self.wheel.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    """Made of a copy of the project in which an article's text lies, as it does on its author's machine."""
    folder = tmp_path_factory.mktemp("package")
    source, made = Site(folder / "source"), folder / "made"
    shutil.copytree(PROJECT, source.folder, ignore=AT_HOME)
    source.write("content/sources/article.txt", "Somebody else's words.")
    source.write(".venv/lib/module.py", "")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-d", str(made)], cwd=source.folder, check=True, capture_output=True)
    with zipfile.ZipFile(next(made.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "wheel")
    with tarfile.open(next(made.glob("*.tar.gz"))) as archive:
        return Package(folder / "wheel", {name.partition("/")[2] for name in archive.getnames()})


@pytest.mark.parametrize("folder", ["templates", "static"])
def test_templates_and_static_files_are_inside(package: Package, folder: str) -> None:
    ours = {f"factsheet/_data/{folder}/{path.name}" for path in (PROJECT / folder).iterdir() if path.is_file()}
    assert ours
    assert ours <= package.installed()


def test_the_wheel_holds_the_package_and_nothing_beside_it(package: Package) -> None:
    """A build.py at the top would hide the package of that name."""
    assert {name.partition("/")[0].partition("-")[0] for name in package.installed()} == {"factsheet"}


def test_no_articles_text_and_no_environment_is_archived(package: Package) -> None:
    assert {"content/facts.yaml", "factsheet/content/source.py", "tests/conftest.py"} <= package.archived
    assert [name for name in package.archived if name.startswith(("content/sources", ".venv", "_site"))] == []


def test_the_installed_program_makes_and_builds_a_site_far_from_the_project(package: Package, tmp_path: Path) -> None:
    place = Site(tmp_path)
    assert place.run("new", "harbour", PYTHONPATH=str(package.wheel)).returncode == 0
    harbour = Site(tmp_path / "harbour")
    done = harbour.run("build", PYTHONPATH=str(package.wheel))
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(os.listdir(harbour.output / "assets")) == sorted(path.name for path in (PROJECT / "static").iterdir() if path.name != "embed.css")


@pytest.mark.parametrize("markers, lines", [
    ([], []),
    (["browser"], ["Left out: 1 browser tests."]),
    (["browser", "nu", "browser"], ["Left out: 2 browser tests.", "Left out: 1 tests by the Nu checker."]),
])
def test_what_a_machine_cannot_test_is_said_in_one_line_each(markers: list[str], lines: list[str]) -> None:
    assert [line.partition(" To run")[0] for line in left_out(markers)] == lines
