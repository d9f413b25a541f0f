"""What the lock is to say: which quotations were found, when, and what is published. Lines that still hold keep their day."""

from collections.abc import Iterator

from factsheet.content.records import Figure, Lock, LockedEvidence, LockedFigure, LockedObservation, LockedSource, Sheet
from factsheet.reading.dates import Date
from factsheet.truth.facts import Fact, quotations
from factsheet.truth.history import Value, histories
from factsheet.truth.proof import Proof
from factsheet.truth.quotes.passages import fingerprint


def locked(sheet: Sheet, proof: Proof, today: Date) -> Lock:
    """The lock of a sheet in which every quotation that could be looked up was found."""
    before = {source.id: source for source in sheet.lock.sources} if sheet.lock else {}
    quoted: dict[str, list[Fact]] = {}
    for fact in quotations(sheet):
        quoted.setdefault(fact.source, []).append(fact)
    sources = (_source(source.id, before.get(source.id), quoted.get(source.id, []), proof, today) for source in sheet.sources)
    return Lock(tuple(source for source in sources if source), tuple(_figures(sheet, today)))


def words_by_hash(sheet: Sheet) -> dict[str, str]:
    """The quotations by the hash that stands for them in the lock."""
    return {fingerprint(fact.evidence): fact.evidence for fact in quotations(sheet)}


def _source(name: str, before: LockedSource | None, quoted: list[Fact], proof: Proof, today: Date) -> LockedSource | None:
    """A source's part: from its text where that is here, else as it was."""
    text = proof.texts.get(name)
    if text is None:
        return before
    kept = {found.sha256: found.checked for found in before.evidence} if before and before.sha256 == text.sha256 else {}
    found = []
    for sha256, fact in {fingerprint(fact.evidence): fact for fact in quoted}.items():
        places = proof.of(name, fact.evidence).places
        if places:
            found.append(LockedEvidence(sha256, places[0].word, kept.get(sha256, today)))
    return LockedSource(name, text.sha256, len(text.text.split()), tuple(found))


def _figures(sheet: Sheet, today: Date) -> Iterator[LockedFigure]:
    """Every value that was ever published, with the day; those that are gone from the file, with the day that was found."""
    before = {figure.id: figure for figure in sheet.lock.figures} if sheet.lock else {}
    for history in histories(sheet):
        lines = tuple(_line(value, history.figure, today) for value in reversed(history.values))
        known = before.get(history.id, LockedFigure(history.id))
        yield known._replace(observations=lines, label=known.label or history.label)


def _line(value: Value, figure: Figure | None, today: Date) -> LockedObservation:
    """A value's line: what is in it stays, but that the author's words for why, and another id of its source, take the place of the old."""
    line, seen = value.locked, value.seen
    new = line or LockedObservation(value.quantity, value.unit.name, seen.as_of, published=today)
    if not value.written:
        return new if seen.kind else new._replace(gone=new.gone or today)
    computed = figure.formula if figure and seen is figure.observation else new.formula
    told = new._replace(source=seen.source, formula=computed, kind=new.kind or seen.kind, replaced=new.replaced or seen.replaced, why=seen.why if seen.kind else new.why)
    if figure and seen is figure.observation:
        return told._replace(shown=new.shown if new.shown and not new.hidden else today, hidden=None)
    return told._replace(hidden=new.hidden or today if new.shown else None)
