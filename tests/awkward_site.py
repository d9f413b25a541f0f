"""A site of awkward texts, with every fate that a figure may have: what the tests of files for machines look into."""

from functools import cache
from pathlib import Path

from factsheet.build import Order, build

AWKWARD = Path(__file__).resolve().parent / "awkward"
URL = "https://example.org/harbours/"


@cache
def files(url: str = URL) -> dict[str, bytes]:
    """What the awkward site makes, as a site at this address."""
    return site(AWKWARD, url)


def site(root: Path, url: str = "") -> dict[str, bytes]:
    """What the content below a folder makes; shown with its problems where it makes nothing."""
    built = build(Order(str(root), str(root / "content"), "", 739_000, url))
    assert built.files, "\n".join(f"{problem.place.path}:{problem.place.line} {problem.message}" for problem in built.problems)
    return built.files
