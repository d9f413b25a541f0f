"""A sheet with every kind of fact once gives the very site in `golden/site`; after a wanted change: python -m tests.test_golden"""

import shutil
from pathlib import Path

import pytest

from factsheet.build import Order, build

GOLDEN = Path(__file__).resolve().parent / "golden"


def files() -> dict[str, bytes]:
    """What the golden sheet makes; static files are left out, since they are what they are."""
    built = build(Order(str(GOLDEN), str(GOLDEN / "content"), "", 739_000))
    assert {problem.rule for problem in built.problems} <= {"no-source", "unverified"}
    return {name: content for name, content in built.files.items() if not name.startswith("assets/") and name != "404.html"}


def expected() -> dict[str, bytes]:
    site = GOLDEN / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return files()


def test_the_site_has_the_expected_files(made: dict[str, bytes]) -> None:
    assert set(made) == set(expected())


@pytest.mark.parametrize("name", sorted(expected()))
def test_a_file_is_the_expected_one(name: str, made: dict[str, bytes]) -> None:
    assert made[name].decode("utf-8") == expected()[name].decode("utf-8")


if __name__ == "__main__":
    shutil.rmtree(GOLDEN / "site", ignore_errors=True)
    for path, content in files().items():
        (GOLDEN / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / "site" / path).write_bytes(content)
