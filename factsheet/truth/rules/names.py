"""Names: an id means one thing, and whatever is named is there."""

from collections.abc import Iterator
from typing import TypeAlias

from factsheet.content.prose import Reference
from factsheet.content.records import Event, Figure, Person, Sheet, Term, Words
from factsheet.content.words import place_of
from factsheet.problem import Problem, nearest
from factsheet.truth.rules.case import Case, written_words

REFERABLE = {
    Figure: ("", "short", "label", "as_of"),
    Event: ("", "date"),
    Person: ("", "role"),
    Term: ("",),
}
KINDS = {Figure: "figure", Event: "event", Person: "person", Term: "term"}
Named: TypeAlias = Figure | Event | Person | Term


def records(sheet: Sheet) -> Iterator[Named]:
    """Everything that `[[name]]` can mean."""
    yield from sheet.figures
    yield from (event for event in sheet.timeline if event.id)
    yield from sheet.people
    yield from sheet.terms


def id_is_given_once(case: Case) -> Iterator[Problem]:
    """An id means one thing in a sheet, since `[[id]]` and the address on the page do."""
    sheet = case.sheet
    seen: dict[str, Named] = {}
    for record in records(sheet):
        first = seen.setdefault(record.id, record)
        if first is not record:
            yield Problem(
                record.written.of("id"),
                "doubled-key",
                f"The id `{record.id}` is given to this {KINDS[type(record)]} and to the {KINDS[type(first)]} on line {first.written.place.line}.",
                "Give one of the two another id.",
            )


def reference_is_known(case: Case) -> Iterator[Problem]:
    """`[[name]]` names a figure, event, person or term, and asks only for what that has."""
    sheet = case.sheet
    known = {record.id: record for record in records(sheet)}
    for words in written_words(sheet):
        for reference in words.prose.references:
            if not reference.literal:
                yield from _unknown(reference, known, sheet.declared, words)


def _unknown(reference: Reference, known: dict[str, Named], declared: frozenset[str], words: Words) -> Iterator[Problem]:
    place = place_of(words, reference.line, reference.column, reference.length)
    record = known.get(reference.name)
    if record is None:
        if reference.name not in declared:
            yield Problem(
                place,
                "unknown-reference",
                f"There is no figure, event, person or term `{reference.name}`.",
                meant(reference.name, tuple(known), "figure, event, person or term"),
            )
    elif reference.field not in REFERABLE[type(record)]:
        fields = [f"[[{record.id}.{field}]]" if field else f"[[{record.id}]]" for field in REFERABLE[type(record)]]
        yield Problem(place, "unknown-reference", f"A {KINDS[type(record)]} has no `{reference.field}`.", f"Write {' or '.join(fields)}.")


def meant(name: str, known: tuple[str, ...], kind: str) -> str:
    meant = nearest(name, known)
    if meant:
        return f"Did you mean `{meant}`?"
    return f"There are: {', '.join(known)}." if known else f"The sheet has no {kind} yet; add it first."
