"""What an author may write, as frozen records. Units, shapes and words: docs/authoring.md.

Named tuples, not dataclasses: they are as frozen and import in a tenth of the time, which is most of a small build.
"""

from factsheet.content.nodes import Text
from factsheet.content.prose import Prose
from factsheet.problem import Place
from factsheet.reading.dates import Date
from factsheet.reading.quantities import Quantity
from factsheet.reading.units import Unit
from factsheet.record import Record

NONE: dict[str, str] = {}


class Written(Record):
    """Where a record stands in its file: the record itself and each of its fields."""

    place: Place
    fields: dict[str, Place]

    def of(self, field: str) -> Place:
        """The place of a field, or of the record where the field was left out."""
        return self.fields.get(field, self.place)


class Words(Record):
    """A text of the author's that may hold Markdown and references: where it stands, and what it became."""

    text: Text
    prose: Prose


class Settings(Record):
    """site.yaml: what holds for the whole site; every field may be left out."""

    title: str = ""
    url: str = ""
    description: str = ""
    language: str = "en"
    publisher: str = ""
    repository: str = ""
    licence: str = ""


class Source(Record):
    """An article or document that facts rest on."""

    id: str
    written: Written
    title: str
    publisher: str
    published: Date | None = None
    url: str = ""
    author: str = ""
    archived: str = ""
    accessed: Date | None = None
    language: str = "en"
    text: str = ""
    note: Words | None = None


class Observation(Record):
    """One value of a figure: the quantity, when it was true, who said it, where, in which words; and how it was replaced, where it was.

    `kind` is update, revision, correction or retraction; empty for a value that stands. `unit` is its own, where the figure had another one then.
    """

    written: Written
    value: Quantity
    as_of: Date | None = None
    said_by: str = ""
    source: str = ""
    evidence: str = ""
    reads_as: str = ""
    preferred: bool = False
    replaced: Date | None = None
    kind: str = ""
    why: str = ""
    scope: str = ""
    unit: Unit | None = None

    @property
    def wrong(self) -> bool:
        """Whether it was a mistake or was withdrawn: such a value is kept for the record, and held to nothing."""
        return self.kind in ("correction", "retraction")


class Figure(Record):
    """A quantity worth knowing: the observation that is shown, and all there are, as written; `formula` is what a derived one was computed by.

    Where every observation was withdrawn, the one shown is the last of them to go.
    """

    id: str
    written: Written
    label: str
    unit: Unit
    observation: Observation
    observations: tuple[Observation, ...] = ()
    note: Words | None = None
    review_by: Date | None = None
    formula: str = ""

    @property
    def withdrawn(self) -> bool:
        """Whether no value of it stands any more."""
        return bool(self.observation.kind)


class Chart(Record):
    """Figures to be drawn together: bars for several, a line for the series of one. `labels` are shorter ones for the bars, in their order."""

    written: Written
    title: str
    figures: tuple[Text, ...]
    labels: tuple[Text, ...] = ()
    note: Words | None = None


class Derived(Record):
    """A figure that is computed from others, as written: `figure` lacks its value so far, `place` is its place among the figures."""

    figure: Figure
    formula: Text
    place: int


class Event(Record):
    """Something dated on the timeline."""

    id: str
    written: Written
    date: Date
    title: Words
    text: Words | None = None
    said_by: str = ""
    source: str = ""
    evidence: str = ""
    reads_as: str = ""


class Person(Record):
    """Someone who is quoted or who said a figure."""

    id: str
    written: Written
    name: str
    role: str = ""
    organisation: str = ""
    source: str = ""
    evidence: str = ""


class Quote(Record):
    """Words of a person: verbatim as printed in quotation marks, or paraphrased by the source."""

    written: Written
    text: str
    said_by: str
    context: str = ""
    source: str = ""
    verbatim: bool = True


class Term(Record):
    """A term and what it means in the source."""

    id: str
    written: Written
    term: str
    definition: Words
    source: str = ""
    evidence: str = ""


class Page(Record):
    """A Markdown file: its name without `.md`, and its text."""

    name: str
    words: Words


class Image(Record):
    """A file of `images/`."""

    name: str
    content: bytes


class LockedEvidence(Record):
    """A quotation that was found in its source: its SHA-256, the words before it there, the day it was checked."""

    sha256: str
    word: int
    checked: Date


class LockedSource(Record):
    """A source as it was when its quotations were checked: the SHA-256 of its normalised text, its words."""

    id: str
    sha256: str
    words: int
    evidence: tuple[LockedEvidence, ...] = ()


class LockedObservation(Record):
    """A value as it was published: the day it was first locked, that on which it was found gone without a word why, what it was told to have
    become, the day from which it was the one shown and, if it is no more, that on which it was not, and the formula it was computed by."""

    value: Quantity
    unit: str
    as_of: Date | None
    source: str = ""
    published: Date | None = None
    gone: Date | None = None
    shown: Date | None = None
    hidden: Date | None = None
    formula: str = ""
    kind: str = ""
    replaced: Date | None = None
    why: str = ""


class LockedFigure(Record):
    """What was ever published of a figure, under the name that it first had."""

    id: str
    observations: tuple[LockedObservation, ...] = ()
    label: str = ""


class Lock(Record):
    """`facts.lock`: what was found in the sources' own texts, and what was published."""

    sources: tuple[LockedSource, ...] = ()
    figures: tuple[LockedFigure, ...] = ()


class Sheet(Record):
    """One fact sheet: `facts.yaml` with the Markdown and images beside it; `folder` is empty for the site's own sheet.

    `articles` are the sources' own texts by id, where they lie on this machine; `unread` the sources whose text lies here, but cannot be read;
    `figure_ids` those of all figures as written, also of any that cannot be read.
    """

    folder: str
    path: str
    title: Words
    summary: Words | None = None
    sources: tuple[Source, ...] = ()
    figures: tuple[Figure, ...] = ()
    timeline: tuple[Event, ...] = ()
    people: tuple[Person, ...] = ()
    quotes: tuple[Quote, ...] = ()
    terms: tuple[Term, ...] = ()
    derived: tuple[Derived, ...] = ()
    checks: tuple[Text, ...] = ()
    charts: tuple[Chart, ...] = ()
    review_by: Date | None = None
    written: Written | None = None
    pages: tuple[Page, ...] = ()
    images: tuple[Image, ...] = ()
    declared: frozenset[str] = frozenset()
    figure_ids: frozenset[str] = frozenset()
    articles: dict[str, str] = NONE
    unread: frozenset[str] = frozenset()
    lock: Lock | None = None


class Content(Record):
    """All that was read below `content/`; `texts` holds each file's text by path, for showing lines in messages."""

    folder: str
    settings: Settings
    sheets: tuple[Sheet, ...]
    texts: dict[str, str]
