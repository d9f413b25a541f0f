"""What templates see: figures, events and sources in words, as frozen records without markup of their own."""

from typing import TYPE_CHECKING

from markupsafe import Markup

from factsheet.content.records import Settings, Written
from factsheet.page import wording
from factsheet.page.timeline import Drawing, Mark
from factsheet.reading.dates import Date
from factsheet.reading.quantities import Quantity
from factsheet.reading.units import Unit
from factsheet.record import Record

if TYPE_CHECKING:
    from factsheet.page.charts import BarChart, LineChart


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


class ValueView(Record):
    """One value of a figure, as it is or was published; `id` is its address on the key-figures page, which it keeps for good.

    `state` says in words what became of it, empty for one that stands; `kind`, `replaced`, `why` and `scope` are the author's. `silent`: it is gone
    from the author's file without a word why. `found`: the day on which its evidence was found in the source.
    """

    id: str
    text: str
    as_of: DateView | None
    said_by: str
    evidence: Evidence
    published: DateView | None
    state: str
    kind: str
    replaced: DateView | None
    why: str
    scope: str
    silent: bool
    quantity: Quantity
    unit: Unit
    date: Date | None
    written: Written

    @property
    def stands(self) -> bool:
        """Whether it is neither replaced nor gone."""
        return not self.kind and not self.silent


class ChangeView(Record):
    """A change of a figure, as readers are told of it; `id` is its address on the changes page, `address` that of the figure's card.

    `kind` is update, revision, correction, retraction, added, new or computed; empty where no reason is given; `headline` says it in words.
    `date` is None where the day is not known: then it was after the day `after`, which may be unknown, too. `sentence` tells all in plain text:
    from what to what, why. `moment` is what both values are said to be true for, where that is one and is stated. `repeated` are the places that print the figure and changed with it.
    """

    id: str
    figure: str
    label: str
    address: str
    kind: str
    headline: str
    date: DateView | None
    after: DateView | None
    old: ValueView | None
    new: ValueView | None
    why: str
    scope: str
    moment: DateView | None
    sentence: str
    repeated: "tuple[Link, ...]"


class Cited(Record):
    """How to take a figure away: citations in words, and the snippet that embeds it; `files` are the citation files, by what they are for."""

    short: str
    full: str
    embed: str
    snippet: str
    files: "tuple[Link, ...]"


class FigureView(Record):
    """A figure, ready to be printed; `number` is that of its evidence, 0 where there is none.

    `numeral` is set large, `beside` small; a counted noun is left to the label. `size` says `wide`, `long` or `longer`. `data` is for machines.
    `computed` says, for a derived figure, from which others. `values` are all that it has or ever had, the newest moment first; `beside_it`
    those that other sources give for the same moment, `newer` those of a later one, where the author prefers the one shown. `reviewed_alone`: it
    has a date for review of its own. `due` is the last day before it is overdue, as YYYY-MM-DD. `edit` leads to its line in
    the repository. `change` is the last change of it. `withdrawn` is the value that was, where none stands any more.
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
    values: tuple[ValueView, ...] = ()
    beside_it: tuple[ValueView, ...] = ()
    newer: tuple[ValueView, ...] = ()
    shown: ValueView | None = None
    withdrawn: ValueView | None = None
    change: ChangeView | None = None
    reviewed_alone: bool = False
    due: str = ""
    edit: str = ""
    line: "LineChart | None" = None
    cited: Cited | None = None


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


class ChartView(Record):
    """A chart on the overview: bars for several figures, or a line for the series of one."""

    id: str
    title: str
    note: Markup
    bars: "BarChart | None"
    line: "LineChart | None"


class Removed(Record):
    """A figure that is gone from the sheet, with every value that was published of it."""

    id: str
    label: str
    values: tuple[ValueView, ...]


class SheetView(Record):
    """A sheet as readers see it; `since` is the day on which its figures were first locked, `noted` the last day on which they were.

    `main_sources` are those of the shown figures first, as many as a footer has room for. `names_events`: the overview names them, as they are few. `recorded` says whether there is a record of what was published: kept, none, or lost (it cannot be read).
    """

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
    main_sources: tuple[SourceView, ...]
    overview: PageView | None
    pages: tuple[PageView, ...]
    menu: tuple[Link, ...]
    notes: tuple[Note, ...]
    cites: bool
    names_events: bool
    facts: int
    checked: int
    by_person: int
    reported: DateView | None
    reported_last: DateView | None
    changes: tuple[ChangeView, ...] = ()
    removed: tuple[Removed, ...] = ()
    charts: tuple[ChartView, ...] = ()
    since: DateView | None = None
    noted: DateView | None = None
    recorded: str = "kept"
    reviews: bool = False
    review_by: DateView | None = None
    due: str = ""


class Site(Record):
    """All sheets, and what holds for every page."""

    settings: Settings
    title: str
    sheets: tuple[SheetView, ...]
