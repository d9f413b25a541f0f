"""Every key an author may write, who reads it and what it is for: the one table behind reading, the editor's schema and docs."""

from factsheet.content import makers
from factsheet.content.kinds import (
    ADDRESS,
    AS_OF,
    COUNTED,
    DATE,
    DAY,
    FRAGMENT,
    ID,
    KIND,
    LANGUAGE,
    LOCAL_FILE,
    NOUN,
    PROSE,
    SITE_ADDRESS,
    TEXT,
    TONGUE,
    UNIT,
    VALUE,
    YES_NO,
)
from factsheet.content.nodes import Node, Sequence
from factsheet.content.records import Chart, Observation, Person, Quote, Source, Term
from factsheet.content.shape import Field, Reader, Shape, Unfit, listed, named, texts
from factsheet.problem import Problem


def _observations(node: Node, problems: list[Problem]) -> tuple[Observation, ...]:
    """The list of a figure's observations, which holds one at least."""
    if isinstance(node, Sequence) and not node.items:
        problems.append(Problem(node.place, "bad-value", "A list of observations holds at least one; found an empty list.", "Write `- value: over 1,200` below it, or remove the key."))
        raise Unfit
    made: tuple[Observation, ...] = OBSERVATIONS.read(node, problems)
    return made


_SOURCE = Field("source", TEXT, "The id, under `sources`, of the article or document that says it.", example="xinhua")
_EVIDENCE = Field(
    "evidence",
    FRAGMENT,
    "The exact words of the source that carry this fact: a short fragment, copied letter by letter.",
    example="over 40 billion U.S. dollars",
)
_READS_AS = Field(
    "reads_as",
    FRAGMENT,
    "How a person reads evidence that the program cannot read: the number or date in plain English. Shown on the page.",
    example="over 10,000 firms",
)
_SAID_BY = Field(
    "said_by",
    TEXT,
    "Who said it, as opposed to who published it: an id under `people`, or words such as `official data`.",
    example="a local official",
)

SOURCE = Shape(
    "source",
    Source,
    (
        Field("title", TEXT, "The title of the article or document.", True, "Foreign firms flock to the zone"),
        Field("publisher", TEXT, "Who published it.", True, "Example News Agency"),
        Field("published", DATE, "The day it was published, as precisely as known: 2024-06-24, 2024-06 or 2024.", example="2024-06-24"),
        Field("url", ADDRESS, "Its web address.", example="https://example.org/article"),
        Field("author", TEXT, "Who wrote it, where a name is given.", example="Jane Doe"),
        Field(
            "archived",
            ADDRESS,
            "The address of a copy that lasts, in a web archive.",
            example="https://web.archive.org/web/2024/https://example.org/article",
        ),
        Field("accessed", DATE, "The day you read it.", example="2024-07-01"),
        Field("language", TONGUE, "The language it is in, as a code: en, de, fr, es, zh; English if left out.", example="de"),
        Field(
            "text",
            LOCAL_FILE,
            "The file with the article's own text, beside this one; git need not keep it.",
            example="sources/article.txt",
        ),
        Field(
            "note", PROSE, "What readers should know about this source; Markdown.", example="The year is inferred from the photo's caption."
        ),
    ),
)

_VALUE = Field("value", VALUE, "The value as a person writes it: qualifier, digits, scale. Units belong under `unit`.", True, "over 40 billion")
_AS_OF = Field(
    "as_of", AS_OF, "When the value was true: 2023, 2023-05, 2023-05-31, or the words `not stated`.", True, "not stated"
)
_FATE = (
    Field("preferred", YES_NO, "true: this is the value to show, though another may be newer.", example="true"),
    Field("replaced", DAY, "The day on which this value was replaced or withdrawn; goes with `kind`.", example="2026-01-31"),
    Field(
        "kind",
        KIND,
        "How it was replaced. update: a newer moment; revision: better data for the same one; correction: it was a mistake; retraction: withdrawn.",
        example="correction",
    ),
    Field("why", TEXT, "Why, in a sentence for readers.", example="The first reading missed the word “over”."),
    Field("scope", TEXT, "What else the change touches, and what it does not.", example="The number of firms is not affected."),
)
_OBSERVED = (_SAID_BY, _SOURCE, _EVIDENCE, _READS_AS, *_FATE)

_UNIT = Field("unit", UNIT, "The unit of a value that was replaced, where the figure had another one then.", example="EUR")
OBSERVATION = Shape("observation", makers.observation, (_VALUE, _AS_OF, *_OBSERVED, _UNIT))
OBSERVATIONS = listed(OBSERVATION)

FIGURE = Shape(
    "figure",
    makers.figure,
    (
        Field("label", TEXT, "What the number counts, in a few words, without the number.", True, "Invested by foreign companies"),
        Field(
            "unit",
            UNIT,
            "An ISO 4217 code (USD), %, percentage points, a measure (km), or a counted noun: {one: firm, other: firms}.",
            True,
            "USD",
        ),
        *(field._replace(unless="formula", beside="observations") for field in (_VALUE, _AS_OF)),
        Field("formula", NOUN, "How the value follows from other figures, in place of a value of its own.", example="investment / firms"),
        *(field._replace(unless="formula") for field in _OBSERVED),
        Field("observations", Reader(_observations, OBSERVATIONS.schema), "Its values where there are several, newest first: a series, other sources, what it was before."),
        Field(
            "note",
            PROSE,
            "What readers should know about this number; Markdown, may use [[references]].",
            example="Counted since the zone was founded.",
        ),
        Field("review_by", DAY, "The date after which this number should be looked up again.", example="2025-06"),
    ),
)

CHART = Shape(
    "chart",
    Chart,
    (
        Field("title", TEXT, "What the chart shows, in one line.", True, "Foreign firms by district"),
        Field("figures", texts(), "The ids of the figures: bars for several of the same unit, a line for the series of one.", True, "[north, south]"),
        Field("labels", texts(), "Shorter labels for the bars, in the order of the figures.", example="[North, South]"),
        Field("note", PROSE, "What readers should know about it; Markdown, may use [[references]].", example="Counted by each district itself."),
    ),
)

EVENT = Shape(
    "event",
    makers.event,
    (
        Field(
            "date",
            DATE,
            "When it happened, as precisely as the source says: 2010, 2010-08, 2010-08-26, 2010~ (about), 2010/2014, 1985/.. (still going on).",
            True,
            "2010-08",
        ),
        Field(
            "id",
            ID,
            "A short name for references and for the event's address on the page.",
            example="plan",
        ),
        Field("title", PROSE, "What happened, in one line; may use [[references]].", True, "The council publishes its plan"),
        Field("text", PROSE, "More about it; Markdown, may use [[references]].", example="The plan runs to [[plan_end.date]]."),
        _SAID_BY,
        _SOURCE,
        _EVIDENCE,
        _READS_AS,
    ),
)

PERSON = Shape(
    "person",
    Person,
    (
        Field("name", TEXT, "The person's name as the page should print it.", True, "Jane Doe"),
        Field("role", TEXT, "The office or role.", example="Deputy director"),
        Field("organisation", TEXT, "Where the person holds it.", example="Port Authority"),
        _SOURCE,
        _EVIDENCE,
    ),
)

QUOTE = Shape(
    "quote",
    Quote,
    (
        Field("text", TEXT, "The words: letter by letter where `verbatim: true`, else in your own words.", True, "We are ready."),
        Field("said_by", TEXT, "Who said it: an id under `people`, or a name.", True, "doe"),
        Field("context", TEXT, "What the words are about, or where they were said, in one line.", example="On the plans for next year"),
        _SOURCE,
        Field(
            "verbatim",
            YES_NO,
            "true: the source prints these very words in quotation marks. false: the source, or you, paraphrase.",
            example="true",
        ),
    ),
)

TERM = Shape(
    "term",
    Term,
    (
        Field("term", TEXT, "The term itself.", True, "Foreign-invested firm"),
        Field(
            "definition",
            PROSE,
            "What the source means by it; Markdown, may use [[references]].",
            True,
            "A firm with at least one owner abroad.",
        ),
        _SOURCE,
        _EVIDENCE,
    ),
)

SHEET = Shape(
    "sheet",
    makers.sheet,
    (
        Field("title", PROSE, "The title of the sheet.", True, "Foreign investment in Qianhai"),
        Field(
            "summary",
            PROSE,
            "One or two sentences that say what this is about; Markdown, may use [[references]].",
            example="Foreign companies have put [[investment]] into the zone.",
        ),
        Field("sources", named(SOURCE), "The articles and documents that the facts rest on, each under an id."),
        Field("figures", named(FIGURE), "The quantities worth knowing, each under an id; `[[id]]` prints one in any text."),
        Field("charts", listed(CHART), "Figures to be drawn together, on the overview."),
        Field("review_by", DAY, "The date after which the sheet should be looked up again; holds for every figure without its own.", example="2027-06"),
        Field("timeline", listed(EVENT), "What happened when, a list in any order."),
        Field("people", named(PERSON), "The people who are quoted or who said a figure, each under an id."),
        Field("quotes", listed(QUOTE), "What people said."),
        Field("checks", texts(), "Your own cross-checks over the figures, such as `firms >= 10000`; a build stops where one fails."),
        Field("terms", named(TERM), "Terms that readers may not know, each under an id."),
    ),
)

SETTINGS = Shape(
    "site",
    makers.settings,
    (
        Field("title", TEXT, "The name of the site, in the header of every page.", example="Qianhai fact sheet"),
        Field(
            "url",
            SITE_ADDRESS,
            "The address where the site will be published; needed for the sitemap and for sharing.",
            example="https://example.github.io/qianhai/",
        ),
        Field(
            "description", TEXT, "One sentence about the site, for search engines.", example="Facts about the zone, each with its evidence."
        ),
        Field("language", LANGUAGE, "The language of the pages.", example="en"),
        Field("publisher", TEXT, "Who publishes this site.", example="Example Press Office"),
        Field(
            "repository", ADDRESS, "The address of the repository that holds this content.", example="https://github.com/example/qianhai"
        ),
        Field("licence", TEXT, "The licence of this site's own texts.", example="CC BY 4.0"),
    ),
)

SHAPES = (SOURCE, FIGURE, OBSERVATION, CHART, EVENT, PERSON, QUOTE, TERM, COUNTED)
