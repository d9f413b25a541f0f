"""Evidence: the quotation stands in its source, whole, and carries what it is quoted for."""

from collections.abc import Iterator

from factsheet.content.records import Event, Figure
from factsheet.problem import Problem
from factsheet.truth.agreement import AGREES, DISAGREES, UNREAD
from factsheet.truth.facts import Fact, facts, language_of, quotations
from factsheet.truth.proof import Reading, Voucher
from factsheet.truth.rules.case import Case


def quote_stands_in_its_source(case: Case) -> Iterator[Problem]:
    """A quotation stands in its source's text, word for word."""
    for fact in quotations(case.sheet):
        if case.proof.of(fact.source, fact.evidence).places == ():
            from factsheet.truth.quotes.nearest import nearest

            found = nearest(case.proof.texts[fact.source], fact.evidence)
            message = f"These words do not stand in the text of the source `{fact.source}`."
            if found is None:
                yield Problem(fact.place, "quote-not-found", message, "Copy the words that carry the fact from the source, letter by letter.")
                continue
            here, there = found.differing
            differ = f"“{here}” for “{there}”" if here and there else f"“{here or there}” is {'added' if here else 'missing'}"
            yield Problem(fact.place, "quote-not-found", f"{message} Nearest to them stands: “{found.passage}”; {differ}.", "Copy the words from there, letter by letter.")


def quote_is_whole(case: Case) -> Iterator[Problem]:
    """No word that changes a quotation stands just outside of it."""
    from factsheet.truth.cropping import cropped

    for fact in quotations(case.sheet):
        places = case.proof.of(fact.source, fact.evidence).places
        if places and fact.kind in ("figure", "event", "term"):
            language = language_of(case.sheet, fact.source)
            found = [cropped(case.proof.texts[fact.source], place, language) for place in places[:MOST_PLACES]]
            if all(found):
                yield Problem(
                    fact.place,
                    "quote-cropped",
                    f"A quotation takes in the words that change it; in the source stands: “{found[0]}”.",
                    f"Quote `{found[0]}`, and let the fact say the same.",
                )


def value_is_what_the_evidence_says(case: Case) -> Iterator[Problem]:
    """Number, scale, unit and qualifier of a figure come from one number of its evidence."""
    for fact in facts(case.sheet):
        if isinstance(fact.holder, Figure):
            yield from _told(fact, case.proof.reading(fact.written), "number-not-in-quote", "value")


def date_is_what_the_evidence_says(case: Case) -> Iterator[Problem]:
    """An event's date is that of its evidence, and never finer."""
    for fact in facts(case.sheet):
        if isinstance(fact.holder, Event):
            yield from _told(fact, case.proof.reading(fact.written), "date-not-in-quote", "date")


def _told(fact: Fact, reading: Reading, rule: str, key: str) -> Iterator[Problem]:
    """The problem of a reading; what only a person can read is held to how the person reads it."""
    machine, person = reading.machine, reading.person
    if machine.kind == DISAGREES:
        yield Problem(fact.written.of(key), rule, machine.message, machine.hint)
    elif machine.kind == UNREAD and person is None:
        yield Problem(fact.place, "cannot-read", machine.message, machine.hint)
    elif machine.kind == UNREAD and person and person.kind != AGREES:
        yield Problem(fact.written.of("reads_as"), rule, f"What `reads_as` says has to carry the {key}. {person.message}", person.hint)


def evidence_is_vouched_for(case: Case) -> Iterator[Problem]:
    """The source's own text, or else the lock, vouches for every quotation."""
    for source in case.sheet.sources:
        quoted = [fact for fact in quotations(case.sheet) if fact.source == source.id]
        unknown = [fact for fact in quoted if _is_unvouched(case.proof.of(fact.source, fact.evidence))]
        if len(unknown) > 1 and len(unknown) == len(quoted):
            message = f"Nothing vouches for the {len(quoted)} quotations from `{source.id}`: its text is not here, and facts.lock knows none of them."
            yield Problem(source.written.of("text"), "unverified", message, TO_LOCK)
            continue
        for fact in unknown:
            message = "Nothing vouches for this quotation: the text of its source is not here, and facts.lock does not know these words."
            yield Problem(fact.place, "unverified", message, TO_LOCK)


def _is_unvouched(voucher: Voucher) -> bool:
    return voucher.places is None and not voucher.locked


def source_is_as_it_was_locked(case: Case) -> Iterator[Problem]:
    """The text of a source is the one that its quotations were locked with."""
    for locked in case.sheet.lock.sources if case.sheet.lock else ():
        text = case.proof.texts.get(locked.id)
        source = next((source for source in case.sheet.sources if source.id == locked.id), None)
        if text and source and text.sha256 != locked.sha256:
            yield Problem(
                source.written.of("text"),
                "unverified",
                f"The text of the source `{locked.id}` is not the one that was locked.",
                "If this is the text that the facts rest on, run `python build.py lock`.",
            )


TO_LOCK = "Run `python build.py lock` where the source's text lies. Until then the page says that it is not yet checked."
MOST_PLACES = 20    # of a quotation that stands in its source many times
