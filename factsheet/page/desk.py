"""Facts as readers see them: each in words, with its evidence numbered and whether that was checked."""

from markupsafe import Markup

from factsheet.content.records import Event, Figure, Person, Quote, Source, Term
from factsheet.content.typography import educated
from factsheet.page import references, wording
from factsheet.page.references import Known
from factsheet.page.views import DateView, EventView, Evidence, FigureView, QuoteView, SourceView, TermView
from factsheet.reading import dates
from factsheet.reading.dates import Date
from factsheet.record import Record
from factsheet.truth.proof import NOTHING_TO_READ, Proof, Reading

# Of what an address may hold as it is, all but the hyphen: in a text fragment that parts the words from their surroundings.
SIGNS = str.maketrans({"*": "×", "/": "÷", "-": "−"})
WIDEST = 10.5   # characters of a number's size that a card has room for
UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.~")


class Desk(Record):
    """What every fact of a sheet is written with: sources and names, what was verified, and the evidence by the number it was given.

    `review_by` holds for figures without their own; `repository` is the address of a file in it, for a line to be put behind.
    """

    sources: dict[str, SourceView]
    names: Known
    proof: Proof
    given: dict[int, Evidence]
    review_by: Date | None = None
    repository: str = ""

    def numbered(self, evidence: Evidence) -> int:
        """The number of an evidence, in the order of the page; 0 where there is none."""
        if not evidence.words:
            return 0
        self.given[len(self.given) + 1] = evidence
        return len(self.given)

    def evidence(self, words: str, source: str, reading: Reading = NOTHING_TO_READ, reads_as: str = "") -> Evidence:
        """The words of a source, whether they were found there, and what they say."""
        shown = self.sources.get(source)
        found = date_view(self.proof.of(source, words).checked) if words else None
        address = passage(shown.url, words) if shown and shown.url and words else ""
        return Evidence(words, shown, address, found, reading.agrees, reading.by_person, reads_as if reading.by_person else "")


def date_view(date: Date | None) -> DateView | None:
    return DateView(dates.words(date), dates.datetime_attribute(date) or "") if date else None


def last_day(date: Date | None) -> str:
    """The last day that a date may mean, as YYYY-MM-DD; empty where there is none."""
    return dates.iso(date.latest) if date and date.latest is not None else ""


def source_view(source: Source, names: Known) -> SourceView:
    return SourceView(
        source.id,
        source.title,
        source.publisher,
        source.author,
        date_view(source.published),
        date_view(source.accessed),
        source.url,
        source.archived,
        references.html(source.note, names),
        f"sources.html#{source.id}",
    )


def passage(url: str, words: str) -> str:
    """The source's address with a text fragment, so that a browser opens it at the words."""
    sign = ":~:text=" if "#" in url else "#:~:text="
    return url + sign + "".join(chr(byte) if byte in UNRESERVED else f"%{byte:02X}" for byte in words.encode())


def figure_view(figure: Figure, desk: Desk) -> FigureView:
    """A figure with the observation that is shown; its past is added by those who know it (past.py)."""
    seen, review_by = figure.observation, figure.review_by or desk.review_by
    parts = wording.parts(seen.value, figure.unit)
    evidence = desk.evidence("" if seen.wrong else seen.evidence, seen.source, desk.proof.reading(seen.written), seen.reads_as)
    signed = figure.unit.kind == "percent"
    return FigureView(
        id=figure.id,
        number=desk.numbered(evidence),
        label=figure.label,
        parts=parts,
        numeral=wording.numeral(parts) + (parts.after if signed else ""),
        beside="" if signed or figure.unit.kind == "count" else parts.after,
        size=_size(parts, 0 if signed or figure.unit.kind == "count" else len(parts.after)),
        data=wording.plain_number(seen.value),
        as_of=date_view(seen.as_of),
        said_by=speaker(seen.said_by, desk.names),
        evidence=evidence,
        note=references.html(figure.note, desk.names),
        review_by=date_view(review_by),
        address=references.page_of(figure),
        computed=_computed(figure, desk.names),
        reviewed_alone=figure.review_by is not None,
        due=last_day(review_by),
        edit=f"{desk.repository}#L{seen.written.place.line}" if desk.repository and seen.written.place.path else "",
    )


def _computed(figure: Figure, names: Known) -> Markup:
    """A formula in the words of the figures that it uses, each linked to its card."""
    if not figure.formula:
        return Markup("")
    from factsheet.truth.formulas.formula import read_formula

    shown, end = Markup(""), 0
    for name, start in read_formula(figure.formula).names:
        used = names[name]
        label = used.label if isinstance(used, Figure) else name
        shown += figure.formula[end:start].translate(SIGNS) + Markup('<a href="{}">{}</a>').format(references.page_of(used), label)
        end = start + len(name)
    return shown + figure.formula[end:].translate(SIGNS)


def _size(parts: wording.Parts, beside: int) -> str:
    """How far the longest word of a figure reaches, or the number with half-sized scale and unit; characters of East Asian scripts count twice."""
    numeral = wording.numeral(parts)
    words = f"{numeral} {parts.scale}".split()
    longest = max(sum(2 if ord(c) > 0x2E80 else 1 for c in word) for word in words)
    line = len(numeral) + (len(parts.scale) + beside) / 2
    if longest > 8 or not parts.scale or line <= WIDEST:
        return "longer" if longest > 13 else "long" if longest > 8 else ""
    return "wide" if line <= WIDEST / 0.84 else "long"


def speaker(said_by: str, names: Known) -> str:
    """The name of who said it: a person's, or the words given."""
    record = names.get(said_by)
    return record.name if isinstance(record, Person) else said_by


def event_view(event: Event, desk: Desk) -> EventView:
    date = DateView(dates.words(event.date), dates.datetime_attribute(event.date) or "")
    evidence = desk.evidence(event.evidence, event.source, desk.proof.reading(event.written), event.reads_as)
    return EventView(
        event.id,
        desk.numbered(evidence),
        date,
        references.html(event.title, desk.names),
        references.text(event.title, desk.names),
        references.html(event.text, desk.names),
        speaker(event.said_by, desk.names),
        evidence,
        references.page_of(event),
    )


def quote_view(quote: Quote, desk: Desk) -> QuoteView:
    person = desk.names.get(quote.said_by)
    speaker = person if isinstance(person, Person) else None
    evidence = desk.evidence(quote.text if quote.verbatim else "", quote.source)
    text, context = (educated(words) or words for words in (quote.text, quote.context))
    return QuoteView(
        desk.numbered(evidence),
        text,
        speaker.name if speaker else quote.said_by,
        office(speaker) if speaker else "",
        context,
        quote.verbatim,
        desk.sources.get(quote.source),
        evidence,
    )


def office(person: Person) -> str:
    return ", ".join(part for part in (person.role, person.organisation) if part)


def term_view(term: Term, desk: Desk) -> TermView:
    evidence = desk.evidence(term.evidence, term.source)
    return TermView(
        term.id, desk.numbered(evidence), term.term, references.html(term.definition, desk.names), evidence, references.page_of(term)
    )
