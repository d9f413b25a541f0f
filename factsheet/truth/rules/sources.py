"""Sources: a fact names one that the sheet describes, and quotes it."""

from collections.abc import Iterator

from factsheet.problem import Problem
from factsheet.truth.facts import facts
from factsheet.truth.rules.case import Case
from factsheet.truth.rules.names import meant


def source_is_declared(case: Case) -> Iterator[Problem]:
    """A fact names a source that the sheet describes."""
    sheet = case.sheet
    known = tuple(source.id for source in sheet.sources)
    named = [(fact.source, fact.written) for fact in facts(sheet)]
    named += [(person.source, person.written) for person in sheet.people]
    named += [(quote.source, quote.written) for quote in sheet.quotes if not quote.verbatim]
    for name, written in named:
        if name and name not in known and name not in sheet.declared:
            yield Problem(
                written.of("source"), "unknown-reference", f"There is no source `{name}` under `sources`.", meant(name, known, "source")
            )


def fact_has_a_source(case: Case) -> Iterator[Problem]:
    """A fact says which source it rests on."""
    sheet = case.sheet
    for fact in facts(sheet):
        if not fact.source:
            yield Problem(
                fact.written.place,
                "no-source",
                f"The {fact.kind} “{fact.name[:60]}” names no source.",
                "Add `source:` with an id under `sources`.",
            )


def fact_has_evidence(case: Case) -> Iterator[Problem]:
    """A fact quotes the words of its source that carry it."""
    sheet = case.sheet
    for fact in facts(sheet):
        if fact.source and not fact.evidence:
            yield Problem(
                fact.written.place,
                "no-evidence",
                f"The {fact.kind} “{fact.name[:60]}” quotes no evidence.",
                "Add `evidence:` with the exact words of the source that carry it.",
            )
