"""What templates see: figures, events and sources in words, as frozen records without markup of their own."""

from markupsafe import Markup

from factsheet.content.records import Settings
from factsheet.page import wording
from factsheet.page.timeline import Drawing, Mark
from factsheet.record import Record


class DateView(Record):
    """A date in words; `machine` is valid in `<time datetime>`, or empty where the date is no single one."""

    words: str
    machine: str


class SourceView(Record):
    """A source as a fact names it; `address` is its entry on the sources page."""

    id: str
    title: str
    publisher: str
    author: str
    published: DateView | None
    accessed: DateView | None
    url: str
    archived: str
    note: Markup
    address: str


class Evidence(Record):
    """The words of the source that carry a fact, and the address of the passage, where the source has one.

    `found` is the day on which the words were found in the source's text; `read` says that they carry the fact, `reads_as` how a person
    read that, where the program could not. Only what is found and read is `checked`.
    """

    words: str
    source: SourceView | None
    passage: str
    found: DateView | None = None
    read: bool = True
    by_person: bool = False
    reads_as: str = ""

    @property
    def checked(self) -> bool:
        """Whether the words were found in the source and carry the fact."""
        return self.found is not None and self.read


class FigureView(Record):
    """A figure, ready to be printed; `number` is that of its evidence, 0 where there is none.

    `numeral` is set large, `beside` small; a counted noun is left to the label. `size` says `long` or `longer`. `data` is for machines.
    `computed` says, for a derived figure, from which others.
    """

    id: str
    number: int
    label: str
    parts: wording.Parts
    numeral: str
    beside: str
    size: str
    data: str
    as_of: DateView | None
    said_by: str
    evidence: Evidence
    note: Markup
    review_by: DateView | None
    address: str
    computed: Markup


class EventView(Record):
    """An event in words."""

    id: str
    number: int
    date: DateView
    title: Markup
    plain_title: str
    text: Markup
    said_by: str
    evidence: Evidence
    address: str


class PersonView(Record):
    """A person, with role and organisation as one line."""

    id: str
    name: str
    office: str


class QuoteView(Record):
    """Someone's words; only verbatim ones are their own evidence."""

    number: int
    text: str
    said_by: str
    role: str
    context: str
    verbatim: bool
    source: SourceView | None
    evidence: Evidence


class TermView(Record):
    """A term with its definition."""

    id: str
    number: int
    term: str
    definition: Markup
    evidence: Evidence
    address: str


class Note(Record):
    """The evidence of a fact by its number; on `paper` only where the text does not refer to it."""

    number: int
    evidence: Evidence
    paper: bool


class KeyEntry(Record):
    """A kind of mark on the timeline and how to read it."""

    mark: Mark
    text: str


class Link(Record):
    """An entry of the menu."""

    href: str
    text: str


class FactLine(Record):
    """A fact as the sources page lists it."""

    kind: str
    text: str
    address: str
    evidence: Evidence


class SourceEntry(Record):
    """A source with every fact that rests on it."""

    source: SourceView
    facts: tuple[FactLine, ...]


class PageView(Record):
    """A page of the author's; `titled` says that its own text begins with the title."""

    name: str
    title: str
    titled: bool
    body: Markup
    description: str


class SheetView(Record):
    """A sheet as readers see it."""

    folder: str
    title: str
    heading: Markup
    summary: Markup
    description: str
    figures: tuple[FigureView, ...]
    events: tuple[EventView, ...]
    drawing: Drawing | None
    key: tuple[KeyEntry, ...]
    people: tuple[PersonView, ...]
    quotes: tuple[QuoteView, ...]
    terms: tuple[TermView, ...]
    sources: tuple[SourceEntry, ...]
    overview: PageView | None
    pages: tuple[PageView, ...]
    menu: tuple[Link, ...]
    notes: tuple[Note, ...]
    cites: bool
    facts: int
    checked: int
    by_person: int
    reported: DateView | None


class Site(Record):
    """All sheets, and what holds for every page."""

    settings: Settings
    title: str
    sheets: tuple[SheetView, ...]
