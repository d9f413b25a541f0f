"""Whatever is done to a figure between two runs of lock: each value that was ever shown is kept, and each time another was shown it is told."""

import random
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from factsheet.content.load import load
from factsheet.truth.derive import derive
from factsheet.truth.history import History, histories
from tests.conftest import Site

Observation = dict[str, str]
HEAD = """\
title: Harbour
sources: {a: {title: A, publisher: P, published: 2020}, b: {title: B, publisher: Q, published: 2021}}
figures:
  twice: {label: Twice, unit: ships, formula: ships * FACTOR}
  ships:
    label: Ships
    unit: ships
    observations:
"""


class Author:
    """Someone who does anything to a sheet, by chance, but the same thing for the same seed."""

    def __init__(self, site: Site, seed: int):
        self.site, self.chance, self.factor, self.fresh = site, random.Random(seed), "2", 1000
        self.observations: list[Observation] = [{"value": "900", "as_of": "2010", "source": "a"}]
        self.sound: list[Observation] = []

    def value(self) -> str:
        """A number that was never used before."""
        self.fresh += 1
        return str(self.fresh)

    def one(self) -> Observation:
        return self.chance.choice(self.observations)

    def edit(self) -> None:
        self.one()["value"] = self.value()

    def add(self) -> None:
        self.observations.insert(0, {"value": self.value(), "as_of": self.chance.choice(["2008", "2010", "2012"]), "source": self.chance.choice("ab")})

    def delete(self) -> None:
        self.observations[:] = self.observations[:-1] or self.observations

    def replace(self) -> None:
        self.one().update(replaced="2026-03-01", kind=self.chance.choice(["revision", "correction", "retraction"]), why="So it is")

    def restore(self) -> None:
        for key in ("replaced", "kind", "why"):
            self.one().pop(key, None)

    def prefer(self) -> None:
        self.one()["preferred"] = "true"

    def redate(self) -> None:
        self.one()["as_of"] = self.chance.choice(["2009", "2011"])

    def reckon(self) -> None:
        self.factor = self.chance.choice("234")

    def write(self) -> None:
        listed = "".join("      - {" + ", ".join(f"{key}: {text}" for key, text in seen.items()) + "}\n" for seen in self.observations)
        self.site.write("content/facts.yaml", HEAD.replace("FACTOR", self.factor) + listed)

    def lock(self, day: int) -> dict[str, str]:
        """What is shown after one more run of lock, by figure; what was done before is undone where lock refuses it."""
        kept = self.site.read("content/facts.yaml")
        self.write()
        refused = self.site.call("lock", "--today", f"2026-01-{day:02}", "-q")
        self.site.write("content/facts.yaml", [self.site.read("content/facts.yaml"), kept][refused])
        self.observations = [self.observations, self.sound][refused]
        self.sound = [dict(seen) for seen in self.observations]
        return {history.id: str(history.figure.observation.value.amount) for history in told(self.site) if history.figure}


DEEDS: tuple[Callable[[Author], None], ...] = (
    Author.edit, Author.edit, Author.add, Author.add, Author.delete, Author.replace, Author.restore, Author.prefer, Author.redate, Author.reckon,
)


def told(site: Site) -> tuple[History, ...]:
    return histories(derive(load(str(site.content))[0])[0].sheets[0])


def named(history: History) -> set[str]:
    """Every number that the changes of a figure name."""
    return {str(value.quantity.amount) for change in history.changes for value in (change.old, change.new) if value}


def lived(site: Site, seed: int) -> list[dict[str, str]]:
    """What a sheet shows at each of its locks, by figure, over a life of chance deeds."""
    author = Author(site, seed)
    author.write()
    shown = [author.lock(1)]
    for day in range(2, 8):
        for deed in author.chance.sample(DEEDS, 2):
            deed(author)
        shown.append(author.lock(day))
    return shown


def untold(shown: list[dict[str, str]], history: History, names: set[str]) -> list[tuple[str, str]]:
    """The times that another value was shown, of which these names tell neither."""
    return [(old, new) for old, new in pairwise([at[history.id] for at in shown if history.id in at]) if old != new and not {old, new} & names]


@pytest.mark.parametrize("seed", range(60))
def test_no_value_that_was_shown_is_lost_and_none_is_shown_instead_in_silence(seed: int, tmp_path: Path) -> None:
    shown = lived(Site(tmp_path), seed)
    for history in told(Site(tmp_path)):
        assert {at[history.id] for at in shown if history.id in at} <= {str(value.quantity.amount) for value in history.values}
        assert untold(shown, history, named(history)) == []


def test_there_is_something_to_be_told(tmp_path: Path) -> None:
    """If no change were told, the test above would find it in almost every life."""
    lives = [(site, lived(site, seed)) for seed in range(10) for site in [Site(tmp_path / str(seed))]]
    found = [time for site, shown in lives for history in told(site) for time in untold(shown, history, set())]
    assert len(found) > 20
