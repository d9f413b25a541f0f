"""The columns of every table: name, type, what it says. The CSV files and the Data Package's Table Schemas are made of these."""

from factsheet.record import Record

QUALIFIERS = ("as_stated", "over", "at_least", "about", "nearly", "under", "at_most", "between")
FATES = ("stands", "update", "revision", "correction", "retraction", "gone")


class Column(Record):
    """A column of a table; `kind` is a type of Table Schema, `allowed` all that it may hold, if that is little."""

    name: str
    kind: str
    says: str
    needed: bool = False
    allowed: tuple[str, ...] = ()


class Table(Record):
    """A table: its file, what a line of it is, its columns, those that make a line's key, and the column that refers to a figure, if one does."""

    file: str
    title: str
    says: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    figure: str = ""


_QUANTITY = (
    Column("text", "string", "The value as readers see it, with its qualifier and its unit. Quote this one."),
    Column("qualifier", "string", "How the number was stated; as_stated where without a qualifier.", allowed=QUALIFIERS),
    Column("value", "number", "The number in whole units, where it is stated as such or about; empty for a bound or a range."),
    Column("low", "number", "The least that is claimed, in whole units; the value is more than this for the qualifier over."),
    Column("high", "number", "The most that is claimed, in whole units; the value is less than this for the qualifiers under and nearly."),
    Column("unit", "string", "An ISO 4217 code, a percent sign, a measure or what is counted."),
    Column("as_of", "string", "When it was true, in EDTF (ISO 8601-2), or the words: not stated. Empty for what is computed from other figures."),
    Column("said_by", "string", "Who said it, as opposed to who published it."),
    Column("source", "string", "The id of the source that published it; facts.json has the sources."),
    Column("evidence", "string", "The words of the source that carry it."),
    Column("checked", "string", "The day on which these words were found in the source and carried the value."),
)

FIGURES = Table(
    "figures.csv",
    "Figures",
    "One line a figure, with the value that is shown. What is withdrawn or gone has no value here: observations.csv has what was published.",
    (
        Column("id", "string", "The figure's short name.", True),
        Column("label", "string", "What the number counts.", True),
        *_QUANTITY,
        Column("status", "string", "stands, or what became of it.", True, FATES),
        Column("review_by", "string", "The date after which the number is to be looked up again, in EDTF."),
        Column("formula", "string", "How it follows from other figures, by their ids, where it is computed."),
        Column("address", "string", "Its place on the pages of the sheet.", True),
    ),
    ("id",),
)

OBSERVATIONS = Table(
    "observations.csv",
    "Observations",
    "One line a value: every one that is or was ever published, also of figures that are gone.",
    (
        Column("figure", "string", "The id of the figure.", True),
        Column("address", "string", "The value's own place on the pages of the sheet, which it keeps.", True),
        *_QUANTITY,
        Column("published", "string", "The day on which it was first recorded as published."),
        Column("status", "string", "stands; how it was replaced; or gone: without a word why.", True, FATES),
        Column("replaced", "string", "When it was replaced, withdrawn or found to be gone."),
        Column("why", "string", "Why, in the author's words."),
        Column("scope", "string", "What else the change touches, and what it does not."),
    ),
    ("figure", "address"),
    "figure",
)

TIMELINE = Table(
    "timeline.csv",
    "Timeline",
    "One line an event, by date.",
    (
        Column("id", "string", "The event's short name on the timeline page.", True),
        Column("date", "string", "When it was, in EDTF (ISO 8601-2), as finely as the source has it.", True),
        Column("date_text", "string", "The same in words.", True),
        Column("title", "string", "What happened.", True),
        Column("text", "string", "More about it."),
        Column("said_by", "string", "Who said it."),
        Column("source", "string", "The id of the source that published it; facts.json has the sources."),
        Column("evidence", "string", "The words of the source that carry it."),
        Column("checked", "string", "The day on which these words were found in the source and carried the date."),
        Column("address", "string", "Its place on the pages of the sheet.", True),
    ),
    ("id",),
)

TABLES = (FIGURES, OBSERVATIONS, TIMELINE)
