"""What could be verified, and how: each quotation against its source's own text, or against the lock where the text is not here; and what it says of its fact."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from factsheet.content.records import Event, Figure, LockedEvidence, LockedSource, Observation, Sheet, Written
from factsheet.problem import Place
from factsheet.reading.dates import Date
from factsheet.record import Record
from factsheet.truth.agreement import AGREES, UNREAD, Claim, Verdict, agreement
from factsheet.truth.dating import date_agreement, person_agreement
from factsheet.truth.facts import facts, language_of, published, quotations
from factsheet.truth.history import histories
from factsheet.truth.quotes.passages import Passage, find, fingerprint, source_text

if TYPE_CHECKING:
    from factsheet.truth.quotes.passages import SourceText


class Voucher(Record):
    """What vouches for a quotation: the places where it stands in the text (None where there is no text), its line in the lock."""

    places: tuple[Passage, ...] | None
    locked: LockedEvidence | None

    @property
    def how(self) -> str:
        """`text`, `lock`, or empty if nothing vouches for it."""
        if self.places is not None:
            return "text" if self.places else ""
        return "lock" if self.locked else ""

    @property
    def checked(self) -> Date | None:
        """The day on which it was checked, as the lock has it; the pages say this and nothing else, so that every machine builds the same."""
        return self.locked.checked if self.locked and self.places != () else None


NOTHING = Voucher(None, None)


class Reading(Record):
    """What evidence says of its fact: the program's verdict, and that on a person's reading, if there is one."""

    machine: Verdict
    person: Verdict | None = None

    @property
    def agrees(self) -> bool:
        """Whether the evidence carries the fact, as the program reads it or, where it cannot, as a person does."""
        return self.machine.kind == AGREES or self.by_person

    @property
    def by_person(self) -> bool:
        """Whether it takes a person to read that the evidence carries the fact."""
        return (self.machine.kind == UNREAD or self.machine.open) and self.person is not None and self.person.kind == AGREES


NOTHING_TO_READ = Reading(Verdict(AGREES))


class Proof(Record):
    """What vouches for the quotations of a sheet, by source and words; what they say of their facts, by place; the texts that are here."""

    vouchers: Mapping[tuple[str, str], Voucher]
    readings: Mapping[Place, Reading]
    texts: "Mapping[str, SourceText]"

    def of(self, source: str, evidence: str) -> Voucher:
        """What vouches for some words of a source."""
        return self.vouchers.get((source, evidence), NOTHING)

    def reading(self, written: Written) -> Reading:
        """What the evidence of a figure or event says of it; a term, a person or a quote has no number or date to be read."""
        return self.readings.get(written.place, NOTHING_TO_READ)


def prove(sheet: Sheet) -> Proof:
    """Looks for every quotation of a sheet in its source, once, and reads what it says."""
    texts = {name: source_text(article) for name, article in sheet.articles.items()}
    locked = {source.id: _by_hash(source) for source in sheet.lock.sources} if sheet.lock else {}
    vouchers: dict[tuple[str, str], Voucher] = {}
    for fact in quotations(sheet):
        key = (fact.source, fact.evidence)
        if key not in vouchers:
            places = find(texts[fact.source], fact.evidence) if fact.source in texts else None
            vouchers[key] = Voucher(places, locked.get(fact.source, {}).get(fingerprint(fact.evidence)))
    return Proof(vouchers, dict(_readings(sheet)), texts)


def _readings(sheet: Sheet) -> Iterator[tuple[Place, Reading]]:
    for fact in facts(sheet):
        language = language_of(sheet, fact.source)
        if isinstance(fact.holder, Figure) and fact.seen and fact.evidence:
            yield fact.written.place, _figure(fact.holder, fact.seen, language)
        elif isinstance(fact.holder, Event) and fact.evidence:
            yield fact.written.place, _event(fact.holder, fact.evidence, language, published(sheet, fact.source))


def _figure(figure: Figure, seen: Observation, language: str) -> Reading:
    claim = Claim(seen.value, seen.unit or figure.unit, figure.label)
    machine = agreement(claim, seen.evidence, language)
    return Reading(machine, agreement(claim, seen.reads_as) if seen.reads_as else None)


def _event(event: Event, evidence: str, language: str, day: Date | None) -> Reading:
    machine = date_agreement(event.date, evidence, language, day)
    return Reading(machine, person_agreement(event.date, event.reads_as) if event.reads_as else None)


def _by_hash(source: LockedSource) -> dict[str, LockedEvidence]:
    return {evidence.sha256: evidence for evidence in source.evidence}


class Tally(Record):
    """How many facts there are, what vouches for how many, and how many were found in a text that the lock does not know yet; how many values of figures it does not know."""

    facts: int
    text: int
    lock: int
    unlocked: int
    unpublished: int


def tally(sheet: Sheet, proof: Proof) -> Tally:
    """The sum for a sheet; a fact whose evidence nobody can read is not checked."""
    told = [(proof.of(fact.source, fact.evidence), proof.reading(fact.written).agrees) for fact in facts(sheet)]
    ways = [voucher.how if agrees else "" for voucher, agrees in told]
    unlocked = sum(voucher.how == "text" and not voucher.locked for voucher, _ in told)
    known = histories(sheet) if sheet.lock and sheet.lock.figures else ()
    unpublished = sum(value.written and not value.locked for history in known for value in history.values)
    return Tally(len(ways), ways.count("text"), ways.count("lock"), unlocked, unpublished)
