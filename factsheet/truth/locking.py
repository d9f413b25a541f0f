"""What the lock is to say: which quotations were found, when, and what is published. Lines that still hold keep their day."""

from collections.abc import Iterator

from factsheet.content.records import Lock, LockedEvidence, LockedFigure, LockedObservation, LockedSource, Sheet
from factsheet.reading.dates import Date
from factsheet.truth.agreement import said
from factsheet.truth.facts import quotations
from factsheet.truth.proof import Proof
from factsheet.truth.quotes.passages import fingerprint


def locked(sheet: Sheet, proof: Proof, today: Date) -> Lock:
    """The lock of a sheet in which every quotation that could be looked up was found."""
    before = {source.id: source for source in sheet.lock.sources} if sheet.lock else {}
    sources = (_source(source.id, before.get(source.id), sheet, proof, today) for source in sheet.sources)
    return Lock(tuple(source for source in sources if source), tuple(_figures(sheet)))


def words_by_hash(sheet: Sheet) -> dict[str, str]:
    """The quotations by the hash that stands for them in the lock."""
    return {fingerprint(fact.evidence): fact.evidence for fact in quotations(sheet)}


def _source(name: str, before: LockedSource | None, sheet: Sheet, proof: Proof, today: Date) -> LockedSource | None:
    """A source's part: from its text where that is here, else what was there, as far as it is still quoted."""
    used = {fingerprint(fact.evidence): fact for fact in quotations(sheet) if fact.source == name}
    text = proof.texts.get(name)
    if text is None:
        return before._replace(evidence=tuple(found for found in before.evidence if found.sha256 in used)) if before else None
    kept = {found.sha256: found.checked for found in before.evidence} if before and before.sha256 == text.sha256 else {}
    found = []
    for sha256, fact in used.items():
        places = proof.of(name, fact.evidence).places
        if places:
            found.append(LockedEvidence(sha256, places[0].word, kept.get(sha256, today)))
    return LockedSource(name, text.sha256, len(text.text.split()), tuple(found))


def _figures(sheet: Sheet) -> Iterator[LockedFigure]:
    for figure in sheet.figures:
        seen = figure.observation
        observation = LockedObservation(said(seen.value), figure.unit.code or figure.unit.other, seen.as_of.text if seen.as_of else "not stated", seen.source)
        yield LockedFigure(figure.id, (observation,))
