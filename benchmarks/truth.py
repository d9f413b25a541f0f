"""What holding facts to their evidence costs: agreement per fact, quotations in a long source, the typed numbers of a long text.

    .venv/bin/python benchmarks/truth.py

Prints processor time, the least of several rounds.
"""

import random
import time
from collections.abc import Callable
from pathlib import Path

from factsheet.reading import quantities
from factsheet.reading.datings import find as datings
from factsheet.reading.languages import grammar
from factsheet.reading.mentions import mentions
from factsheet.reading.units import read_unit
from factsheet.truth.agreement import Claim, agreement
from factsheet.truth.quotes.passages import find, source_text

PROJECT = Path(__file__).resolve().parent.parent
ROUNDS = 5
WORDS = "the harbour office said that ships called at new quays while over tonnes of grain and coal went out by rail in a good year".split()


def least(work: Callable[[], object]) -> float:
    """The least processor time of several rounds, in milliseconds."""
    spent = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        spent.append((time.process_time() - began) * 1000)
    return min(spent)


def phrases(language: str) -> list[tuple[Claim, str]]:
    """The labelled phrases of a language, as claims and the words that are to carry them."""
    lines = (PROJECT / "tests" / "phrases" / f"{language}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return [(Claim(quantities.read(row[1]), read_unit(*row[2].split("|")), row[3]), row[4]) for row in rows]


def article(words: int) -> str:
    """A long text of our own with a number every tenth word."""
    chance = random.Random(1)
    return " ".join(f"{chance.randint(2, 99_999):,}" if at % 10 == 0 else chance.choice(WORDS) for at in range(words))


def main() -> None:
    """Measures, and prints a line for each."""
    for language in ("en", "de", "fr", "es", "zh"):
        rows = phrases(language)
        spent = least(lambda rows=rows, language=language: [agreement(claim, evidence, language) for claim, evidence in rows])
        print(f"agreement, {language}: {spent / len(rows):.3f} ms a fact ({len(rows)} phrases)")
    text = article(50_000)
    words = text.split()
    quotes = [" ".join(words[at : at + 6]) for at in range(0, 50_000, 500)]
    print(f"a source of {len(words):,} words made ready: {least(lambda: source_text(text)):.1f} ms")
    source = source_text(text)
    print(f"{len(quotes)} quotations looked up in it: {least(lambda: [find(source, quote) for quote in quotes]):.1f} ms")
    table = grammar("en")
    print(f"every date and number read in it: {least(lambda: table and mentions(text, table, datings(text, 'en'))):.0f} ms")


if __name__ == "__main__":
    main()
