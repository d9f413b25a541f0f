"""What must hold before a sheet is published: one rule, one generator, one sentence. The table of rules is at the foot."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from factsheet.content.prose import Reference
from factsheet.content.records import Content, Event, Figure, Person, Sheet, Term, Words, Written
from factsheet.content.words import place_of
from factsheet.problem import Place, Problem, nearest
from factsheet.reading.dates import Date
from factsheet.record import Record

REFERABLE = {
    Figure: ("", "short", "label", "as_of"),
    Event: ("", "date"),
    Person: ("", "role"),
    Term: ("",),
}
KINDS = {Figure: "figure", Event: "event", Person: "person", Term: "term"}
Named: TypeAlias = Figure | Event | Person | Term
Rule: TypeAlias = Callable[[Sheet, int], Iterator[Problem]]


class Fact(Record):
    """What rests on a source: a record that may name one and quote it."""

    kind: str
    name: str
    written: Written
    source: str
    evidence: str


def check(content: Content, today: int) -> list[Problem]:
    """Every problem of every sheet; `today` is a proleptic day number."""
    return [problem for sheet in content.sheets for rule in RULES for problem in rule(sheet, today)]


def records(sheet: Sheet) -> Iterator[Named]:
    """Everything that `[[name]]` can mean."""
    yield from sheet.figures
    yield from (event for event in sheet.timeline if event.id)
    yield from sheet.people
    yield from sheet.terms


def facts(sheet: Sheet) -> Iterator[Fact]:
    """Everything that should rest on a source, in the order of the page."""
    for figure in sheet.figures:
        yield Fact("figure", figure.label, figure.observation.written, figure.observation.source, figure.observation.evidence)
    for event in sheet.timeline:
        yield Fact("event", event.title.text.value.strip(), event.written, event.source, event.evidence)
    for term in sheet.terms:
        yield Fact("term", term.term, term.written, term.source, term.evidence)


def written_words(sheet: Sheet) -> Iterator[Words]:
    """Every text of the sheet that may hold references."""
    yield sheet.title
    for part in (sheet.summary, *(figure.note for figure in sheet.figures), *(source.note for source in sheet.sources)):
        if part:
            yield part
    for event in sheet.timeline:
        yield event.title
        if event.text:
            yield event.text
    yield from (term.definition for term in sheet.terms)
    yield from (page.words for page in sheet.pages)


def id_is_given_once(sheet: Sheet, today: int) -> Iterator[Problem]:
    """An id means one thing in a sheet, since `[[id]]` and the address on the page do."""
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


def source_is_declared(sheet: Sheet, today: int) -> Iterator[Problem]:
    """A fact names a source that the sheet describes."""
    known = tuple(source.id for source in sheet.sources)
    named = [(fact.source, fact.written) for fact in facts(sheet)]
    named += [(person.source, person.written) for person in sheet.people]
    named += [(quote.source, quote.written) for quote in sheet.quotes]
    for name, written in named:
        if name and name not in known and name not in sheet.declared:
            yield Problem(
                written.of("source"), "unknown-reference", f"There is no source `{name}` under `sources`.", _meant(name, known, "source")
            )


def reference_is_known(sheet: Sheet, today: int) -> Iterator[Problem]:
    """`[[name]]` names a figure, event, person or term, and asks only for what that has."""
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
                _meant(reference.name, tuple(known), "figure, event, person or term"),
            )
    elif reference.field not in REFERABLE[type(record)]:
        fields = [f"[[{record.id}.{field}]]" if field else f"[[{record.id}]]" for field in REFERABLE[type(record)]]
        yield Problem(place, "unknown-reference", f"A {KINDS[type(record)]} has no `{reference.field}`.", f"Write {' or '.join(fields)}.")


def _meant(name: str, known: tuple[str, ...], kind: str) -> str:
    meant = nearest(name, known)
    if meant:
        return f"Did you mean `{meant}`?"
    return f"There are: {', '.join(known)}." if known else f"The sheet has no {kind} yet; add it first."


def fact_has_a_source(sheet: Sheet, today: int) -> Iterator[Problem]:
    """A fact says which source it rests on."""
    for fact in facts(sheet):
        if not fact.source:
            yield Problem(
                fact.written.place,
                "no-source",
                f"The {fact.kind} “{fact.name[:60]}” names no source.",
                "Add `source:` with an id under `sources`.",
            )


def fact_has_evidence(sheet: Sheet, today: int) -> Iterator[Problem]:
    """A fact quotes the words of its source that carry it."""
    for fact in facts(sheet):
        if fact.source and not fact.evidence:
            yield Problem(
                fact.written.place,
                "no-evidence",
                f"The {fact.kind} “{fact.name[:60]}” quotes no evidence.",
                "Add `evidence:` with the exact words of the source that carry it.",
            )


def date_has_come(sheet: Sheet, today: int) -> Iterator[Problem]:
    """What is said to be true, published or read at a date has a date that has come; an event may lie ahead."""
    dated: list[tuple[Date | None, Place, str]] = [
        (figure.observation.as_of, figure.observation.written.of("as_of"), "as_of") for figure in sheet.figures
    ]
    for source in sheet.sources:
        dated += [
            (source.published, source.written.of("published"), "published"),
            (source.accessed, source.written.of("accessed"), "accessed"),
        ]
    for date, place, key in dated:
        if date and date.earliest is not None and date.earliest > today:
            yield Problem(
                place,
                "future-date",
                f"The date under `{key}` lies in the future: {date.text}.",
                "Look at the year and the order of month and day.",
            )


def review_has_not_passed(sheet: Sheet, today: int) -> Iterator[Problem]:
    """A figure is looked up again before its `review_by` has passed."""
    for figure in sheet.figures:
        if figure.review_by and figure.review_by.latest is not None and figure.review_by.latest < today:
            yield Problem(
                figure.written.of("review_by"),
                "overdue",
                f"The figure “{figure.label}” was to be reviewed by {figure.review_by.text}.",
                "Look the number up again; then set a new date.",
            )


def link_leads_somewhere(sheet: Sheet, today: int) -> Iterator[Problem]:
    """An image or page that a text links to is there; links to places inside a page are followed in the output."""
    images = tuple(f"images/{image.name}" for image in sheet.images)
    pages = (
        "index.html",
        "overview.md",
        "key-figures.html",
        "timeline.html",
        "sources.html",
        *(f"{page.name}.{kind}" for page in sheet.pages for kind in ("html", "md")),
    )
    files = ("facts.json", "figures.csv", "timeline.csv")
    for words in written_words(sheet):
        for link in words.prose.links:
            known = images if link.image else (*pages, *images, *files)
            target = link.target.partition("#")[0].partition("?")[0]
            if target and ":" not in target.split("/")[0] and "../" not in target and target not in known:
                meant = nearest(target, known)
                yield Problem(
                    place_of(words, link.line, link.column, link.length),
                    "broken-link",
                    f"There is no {'image' if link.image else 'page or file'} `{target}` beside this one.",
                    f"Did you mean `{meant}`?"
                    if meant
                    else "Put the image into images/ and write `images/name.png`."
                    if link.image
                    else "Link to a page as `about.md`, to the web as `https://…`.",
                )


def link_stays_inside(sheet: Sheet, today: int) -> Iterator[Problem]:
    """An image lies in the sheet's own folder; a link leads out of it only to another sheet."""
    for words in written_words(sheet):
        for link in words.prose.links:
            if link.target.startswith("/") or (link.image and "../" in link.target):
                yield Problem(
                    place_of(words, link.line, link.column, link.length),
                    "broken-link",
                    f"`{link.target[:80]}` lies outside of this sheet's folder.",
                    "Copy the image into images/."
                    if link.image
                    else "Write the link as seen from this page: `about.md`, `../other-sheet/index.html`.",
                )


RULES: tuple[Rule, ...] = (
    id_is_given_once,
    source_is_declared,
    reference_is_known,
    fact_has_a_source,
    fact_has_evidence,
    date_has_come,
    review_has_not_passed,
    link_leads_somewhere,
    link_stays_inside,
)
