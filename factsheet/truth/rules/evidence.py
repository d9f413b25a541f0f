"""Evidence: the quotation stands in its source, whole, and carries what it is quoted for."""

from collections.abc import Iterator

from factsheet.content.records import Event, Figure, Source
from factsheet.problem import Problem
from factsheet.truth.agreement import AGREES, DISAGREES, UNREAD
from factsheet.truth.facts import Fact, facts, language_of, quotations
from factsheet.truth.proof import Voucher
from factsheet.truth.rules.case import Case


def quote_stands_in_its_source(case: Case) -> Iterator[Problem]:
    """A quotation stands in its source's text, word for word."""
    missing = [fact for fact in quotations(case.sheet) if case.proof.of(fact.source, fact.evidence).places == ()]
    for fact in missing[:MOST_COMPARED]:
        message = f"These words do not stand in the text of the source `{fact.source}`."
        yield Problem(fact.place, "quote-not-found", message + _nearest(case, fact), "Copy the words that carry the fact from the source, letter by letter.")
    for fact in missing[MOST_COMPARED:]:
        yield Problem(fact.place, "quote-not-found", f"These words do not stand in the text of the source `{fact.source}`.", "Mend those above first.")


def _nearest(case: Case, fact: Fact) -> str:
    """What stands there that is most like a quotation, and what differs."""
    from factsheet.truth.quotes.nearest import nearest
    from factsheet.truth.quotes.passages import SHORTEST, trimmed

    if len(trimmed(fact.evidence)) < SHORTEST or not any(map(str.isalnum, fact.evidence)):
        return f" A quotation has at least {SHORTEST} characters, one of them a letter or a digit."
    found = nearest(case.proof.texts[fact.source], fact.evidence)
    if found is None:
        return ""
    here, there = found.differing
    differ = f"“{here}” for “{there}”" if here and there else f"“{here or there}” is {'added' if here else 'missing'}"
    return f" Nearest to them stands: “{found.passage}”; {differ}."


def quote_is_whole(case: Case) -> Iterator[Problem]:
    """No word that changes a quotation stands just outside of it."""
    for fact in quotations(case.sheet):
        found = _cropped(case, fact)
        if found:
            message = f"A quotation takes in the words that change it; in the source stands: “{found}”."
            yield Problem(fact.place, "quote-cropped", message, f"Quote `{found}`, and let the fact say the same.")


def _cropped(case: Case, fact: Fact) -> str:
    """The words that change a quotation, with it, where they stand outside of it wherever it stands."""
    places = case.proof.of(fact.source, fact.evidence).places
    if not places:
        return ""
    from factsheet.truth.cropping import cropped

    language = language_of(case.sheet, fact.source)
    first = ""
    for place in places[:MOST_PLACES]:
        found = cropped(case.proof.texts[fact.source], place, language)
        if not found:
            return ""
        first = first or found
    return first if len(places) <= MOST_PLACES else ""


def value_is_what_the_evidence_says(case: Case) -> Iterator[Problem]:
    """Number, scale, unit and qualifier of a figure come from one number of its evidence."""
    for fact in facts(case.sheet):
        if isinstance(fact.holder, Figure):
            yield from _told(case, fact, "number-not-in-quote", "value")


def date_is_what_the_evidence_says(case: Case) -> Iterator[Problem]:
    """An event's date is that of its evidence, and never finer."""
    for fact in facts(case.sheet):
        if isinstance(fact.holder, Event):
            yield from _told(case, fact, "date-not-in-quote", "date")


def _told(case: Case, fact: Fact, rule: str, key: str) -> Iterator[Problem]:
    """The problem of a reading; what a person reads is held to the same. Of a cropped quotation that is told, and enough."""
    reading = case.proof.reading(fact.written)
    if reading.machine.kind == DISAGREES and not reading.by_person:
        if not _cropped(case, fact):
            yield Problem(fact.written.of(reading.machine.key or key), rule, reading.machine.message, reading.machine.hint)
    elif reading.person and reading.person.kind != AGREES:
        message = f"What `reads_as` says has to carry the {key}, with its number, unit and qualifier, or its date."
        yield Problem(fact.written.of("reads_as"), rule, message, f"Look the evidence up again; then write the same under `{key}` and `reads_as`.")
    elif reading.machine.kind == UNREAD and not reading.person:
        yield Problem(fact.place, "cannot-read", reading.machine.message, reading.machine.hint)


def evidence_is_vouched_for(case: Case) -> Iterator[Problem]:
    """The source's own text, or else the lock, vouches for every quotation."""
    quoted: dict[str, list[Fact]] = {}
    for fact in quotations(case.sheet):
        quoted.setdefault(fact.source, []).append(fact)
    for source in case.sheet.sources:
        facts_of = quoted.get(source.id, [])
        unknown = [fact for fact in facts_of if _is_unvouched(case.proof.of(fact.source, fact.evidence))]
        if len(unknown) > 1 and len(unknown) == len(facts_of):
            if source.id not in case.sheet.unread:
                message = f"Nothing vouches for the {len(facts_of)} quotations from `{source.id}`: {_absent(source)}, and facts.lock knows none of them."
                yield Problem(source.written.of("text"), "unverified", message, _to_lock(source))
            continue
        for fact in unknown:
            message = f"Nothing vouches for this quotation: {_absent(source)}, and facts.lock does not know these words."
            yield Problem(fact.place, "unverified", message, _to_lock(source))


def _absent(source: Source) -> str:
    return f"the article's text, `{source.text}`, is not here" if source.text else "no text is named for it"


def _to_lock(source: Source) -> str:
    first = "" if source.text else f"Add `text: sources/{source.id}.txt` to the source, with the article's words in that file. "
    return f"{first}Where the text lies, run `python build.py lock` (installed: `factsheet lock`). Until then the page says that it is not yet checked."


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
                "If this is the text that the facts rest on, run `python build.py lock` (installed: `factsheet lock`).",
            )


MOST_PLACES = 20    # of a quotation that stands in its source many times
MOST_COMPARED = 20  # quotations for which the nearest passage is looked for
