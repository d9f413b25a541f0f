"""What every test may use: a copy of the shipped content to edit, the shipped site built once, and the tools some tests need."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

PROJECT = Path(__file__).resolve().parent.parent
TOOLS = PROJECT / ".tools" / "node_modules"
EXAMPLE = PROJECT / "examples" / "iceland-power"
OWN_PAGES = ("index.html", "key-figures.html", "timeline.html", "sources.html", "404.html")

# No test is a race against the clock; on CI every run tries the same examples.
settings.register_profile("factsheet", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("factsheet")


class Site(NamedTuple):
    """A folder with `content/` in it that a test may do anything to."""

    folder: Path

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def output(self) -> Path:
        return self.folder / "_site"

    def run(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Runs the program as a user does, in a process of its own, inside the folder."""
        return subprocess.run([sys.executable, "-m", "factsheet", *words], cwd=self.folder, env=surroundings(**environment),
                              stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False, timeout=120)

    def call(self, *words: str) -> int:
        """Runs the program in this process, which is quicker, and returns its exit code; `capsys` has what it printed."""
        from factsheet.__main__ import main

        return main(list(words), root=str(self.folder))

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        """Puts one text in the place of another, which must stand in the file exactly once."""
        text = self.read(name)
        assert text.count(old) == 1, f"{name} holds {old!r} {text.count(old)} times"
        self.write(name, text.replace(old, new))


def surroundings(**more: str) -> dict[str, str]:
    """The environment of a user at a plain terminal: nothing of CI, and the program found where it lies."""
    kept = {name: value for name, value in os.environ.items() if name not in ("CI", "GITHUB_ACTIONS", "NO_COLOR", "PYTHONWARNINGS")}
    return {**kept, "PYTHONPATH": str(PROJECT), "PYTHONUTF8": "1", **more}


def shipped_copy(folder: Path) -> Site:
    """A copy of the shipped content; not of the articles' own text, which is on few machines."""
    return copy_of(PROJECT, folder)


def copy_of(project: Path, folder: Path) -> Site:
    """A copy of the content of a project, without the texts of its sources."""
    shutil.copytree(project / "content", folder / "content", ignore=shutil.ignore_patterns("sources"))
    return Site(folder)


@pytest.fixture
def site_copy(tmp_path: Path) -> Site:
    return shipped_copy(tmp_path)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the shipped site, built once; look, do not touch."""
    return built(shipped_copy(tmp_path_factory.mktemp("shipped")))


@pytest.fixture(scope="session")
def built_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the example site, built once, in the same way."""
    return built(copy_of(EXAMPLE, tmp_path_factory.mktemp("example")))


@pytest.fixture(scope="session", params=["built_site", "built_example"], ids=["shipped", "example"])
def either_site(request: pytest.FixtureRequest) -> Path:
    """The folder of the shipped site, then of the example."""
    site: Path = request.getfixturevalue(request.param)
    return site


def built(site: Site, *words: str) -> Path:
    done = site.run("build", *words)
    assert done.returncode == 0, done.stderr
    return site.output


# Tools that not every machine has -----------------------------------------------------------------------------------


def chromium() -> str:
    """The path of a Chromium: the one that CHROMIUM names, else the first one found."""
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((found for name in names if name and (found := shutil.which(name))), "")


def nu_checker() -> str:
    jar = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
    return str(jar) if shutil.which("java") and jar.is_file() else ""


def language_server() -> str:
    script = TOOLS / "yaml-language-server" / "bin" / "yaml-language-server"
    return str(script) if shutil.which("node") and script.is_file() else ""


class Tool(NamedTuple):
    """What the tests of a marker need: where it is on this machine (empty: nowhere), and how it gets there."""

    path: Callable[[], str]
    tests: str
    remedy: str


NEEDED = {
    "browser": Tool(chromium, "browser tests", "install Chromium, or name one: CHROMIUM=/path/to/it make test"),
    "nu": Tool(nu_checker, "tests by the Nu checker", "install Java, then: npm install --prefix .tools --no-save --ignore-scripts vnu-jar"),
    "language_server": Tool(language_server, "tests by the YAML language server",
                            "install Node, then: npm install --prefix .tools --no-save yaml-language-server"),
}
LEFT_OUT = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[LEFT_OUT] = []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser comes last: what is cheap fails first, and Playwright's event loop is in nobody's way."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leaves out what this machine has no tool for; where everything is required that is a failure."""
    for marker, tool in NEEDED.items():
        if item.get_closest_marker(marker) and not tool.path():
            if os.environ.get("FACTSHEET_REQUIRE_ALL"):
                pytest.fail(f"To run this, {tool.remedy}", pytrace=False)
            item.config.stash[LEFT_OUT].append(marker)
            pytest.skip(tool.remedy)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for line in left_out(config.stash[LEFT_OUT]):
        terminalreporter.write_line(line, yellow=True)


def left_out(markers: list[str]) -> Iterator[str]:
    """One line for each tool that was missing."""
    for marker in dict.fromkeys(markers):
        tool = NEEDED[marker]
        yield f"Left out: {markers.count(marker)} {tool.tests}. To run them, {tool.remedy}"
