"""Every key an author may write, who reads it and what it is for: the one table behind reading, the editor's schema and docs."""

from decimal import Decimal
from typing import Any

from factsheet.content.choosing import shown
from factsheet.content.nodes import Mapping, Node, Sequence, Text
from factsheet.content.records import Chart, Derived, Event, Figure, Observation, Person, Quote, Settings, Source, Term, Written
from factsheet.content.shape import Field, Reader, Schema, Shape, Unfit, listed, make, named, of_text, one_of, read_id, read_text, texts
from factsheet.content.words import read_words
from factsheet.problem import Problem, Unreadable
from factsheet.reading import dates, quantities, units

WORD: Schema = {"type": ["string", "number"]}
STRING: Schema = {"type": "string"}
LONGEST_FRAGMENT = 300


def _plain(text: str) -> str:
    return text


def _address(text: str) -> str:
    """A web address: http or https, a host, no spaces."""
    scheme, colon, rest = text.partition("://")
    host = rest.partition("/")[0]
    if not colon or scheme.casefold() not in ("http", "https") or not host or " " in text or not host.strip(".").strip():
        raise Unreadable(
            f"A web address begins with https:// or http:// and holds no spaces; found `{text[:80]}`.",
            "Copy the address from the browser: https://example.org/article",
            rule="bad-url",
        )
    if any(ord(c) < 33 or c in '<>"\\`{}|^' for c in text):
        raise Unreadable(
            "This web address holds a character that no address may hold.", "Copy the address from the browser again.", rule="bad-url"
        )
    return text


def read_site_address(text: str) -> str:
    return _address(text).rstrip("/") + "/"


def _language(text: str) -> str:
    """The language of the site's own words; English is the one there is so far."""
    if text.split("-", maxsplit=1)[0].casefold() != "en" or not text.replace("-", "").isalnum():
        raise Unreadable(
            f"The site's own words are in English so far: `en`, `en-GB`, `en-US`; found `{text[:40]}`.", "Write `language: en`."
        )
    return text


def _fragment(text: str) -> str:
    if len(text) > LONGEST_FRAGMENT:
        raise Unreadable(
            f"Evidence is a short fragment, of at most {LONGEST_FRAGMENT} characters, such as `over 40 billion U.S. dollars`; this one has {len(text):,}.",
            "Keep the few words that carry the fact.",
        )
    return text


def _tongue(text: str) -> str:
    """A language's code, as BCP 47 has it."""
    parts = text.split("-")
    if not (1 < len(parts[0]) < 4 and parts[0].isascii() and parts[0].isalpha() and all(part.isascii() and part.isalnum() for part in parts)):
        raise Unreadable(f"A language is its code, like `en`, `de` or `zh-Hant`; found `{text[:40]}`.", "Write the code of the language that the source is in.")
    return text


def _as_of(text: str) -> dates.Date | None:
    return None if text.casefold() == "not stated" else _edtf(text)


def _edtf(text: str) -> dates.Date:
    try:
        return dates.read(text)
    except Unreadable as error:
        error.rule = error.rule or "bad-date"
        raise


def _local_file(text: str) -> str:
    parts = text.split("/")
    if len(parts) < 2 or parts[0] != "sources" or not all(parts) or any(part.startswith(".") for part in parts) or "\\" in text:
        raise Unreadable(
            f"A file in the folder sources/ beside this one is wanted, where no text is published; found `{text[:80]}`.",
            "Put the file into sources/ and write `sources/name.txt`.",
        )
    return text


def _unit(node: Node, problems: list[Problem]) -> units.Unit:
    """A unit: one text, or `{one: firm, other: firms}` for a counted noun."""
    if isinstance(node, Mapping):
        pair = make(COUNTED, node, problems)
        return _unit_of(pair.one, pair.other, problems)
    return _unit_of(read_text(node, problems), None, problems)


def _unit_of(one: Text, other: Text | None, problems: list[Problem]) -> units.Unit:
    try:
        return units.read_unit(one.value.strip(), other.value.strip() if other else None)
    except Unreadable as error:
        problems.append(
            Problem(
                one.part(error.start, error.length or len(one.value) - error.start), error.rule or "bad-unit", error.message, error.hint
            )
        )
        raise Unfit from None


class Counted:
    """The two forms of a counted noun, as read."""

    def __init__(self, written: Written, one: Text, other: Text):
        self.one, self.other = one, other


def _observation(written: Written, value: quantities.Quantity, **rest: Any) -> Observation:
    """An observation; one that was replaced says when and how, and why, unless a newer moment is all there is to say."""
    told = {key for key in ("replaced", "kind", "why", "scope") if key in written.fields}
    if told and not {"replaced", "kind"} <= told:
        missing = "kind" if "kind" not in told else "replaced"
        raise Unfit(Problem(written.of(min(told)), "missing-key", f"A value that was replaced says when and how: `replaced` and `kind`; `{missing}` is not there.", REPLACED_HINTS[missing]))
    if rest.get("kind") not in (None, "update") and "why" not in told:
        message = f"A {rest['kind']} tells readers why: `why` is not there."
        raise Unfit(Problem(written.of("kind"), "missing-key", message, "Write `why: …` in a sentence."))
    if rest.get("unit") and not told:
        raise Unfit(Problem(written.of("unit"), "bad-value", "All values of a figure that stand have its unit.", "Move `unit` up to the figure; or, if this value was replaced, say when and how: `replaced`, `kind`."))
    if told and rest.get("preferred"):
        raise Unfit(Problem(written.of("preferred"), "bad-value", "A value that was replaced cannot be the preferred one.", "Remove `preferred`, or what says that it was replaced."))
    return Observation(written, value, **rest)


def _figure(written: Written, id: str, label: str, unit: units.Unit, note: Any = None, review_by: dates.Date | None = None, formula: Text | None = None,
            observations: tuple[Observation, ...] = (), **own: Any) -> Figure | Derived:
    """A figure with the observations in its list, and that of its own fields, where it has one."""
    if formula is not None:
        standing = next((seen for seen in observations if not seen.kind), None)
        if standing:
            raise Unfit(Problem(standing.written.place, "bad-value", "A figure with a `formula` is computed: under `observations` it keeps only what it was before.",
                                "Say when and how this value was replaced: `replaced: 2026-01-31`, `kind: revision`, `why: …`; or remove it."))
        seen = Observation(written, UNKNOWN)
        return Derived(Figure(id, written, label, unit, seen, observations, note, review_by, formula.value.strip()), formula, 0)
    if own:
        observations = (_own(written, own), *observations)
    if not observations:
        raise Unfit
    return Figure(id, written, label, unit, observations[0], observations, note, review_by)


def _own(written: Written, values: dict[str, Any]) -> Observation:
    """The observation in a figure's own fields."""
    for key in ("value", "as_of"):
        if key not in written.fields:
            field = min((name for name in values), key=list(written.fields).index)
            raise Unfit(Problem(written.of(field), "missing-key", f"Beside `{field}` a `{key}` is wanted: they are one observation of this figure.",
                                f"Write `{key}: …` here, or put `{field}` into the list under `observations`."))
    return _observation(written, **values)


def _observations(node: Node, problems: list[Problem]) -> tuple[Observation, ...]:
    """The list of a figure's observations, which holds one at least."""
    if isinstance(node, Sequence) and not node.items:
        problems.append(Problem(node.place, "bad-value", "A list of observations holds at least one; found an empty list.", "Write `- value: over 1,200` below it, or remove the key."))
        raise Unfit
    made: tuple[Observation, ...] = OBSERVATIONS.read(node, problems)
    return made


def _event(written: Written, id: str = "", **rest: Any) -> Event:
    return Event(id=id, written=written, **rest)


def _sheet(written: Written, figures: tuple[Figure | Derived, ...] = (), **values: Any) -> dict[str, Any]:
    """The sheet's fields, each figure with the observation that is shown; those to be computed are kept apart, with their place among the others."""
    published = {source.id: source.published for source in values.get("sources", ())}
    derived = tuple(each._replace(place=place) for place, each in enumerate(figures) if isinstance(each, Derived))
    stated = tuple(each._replace(observation=shown(each.observations, published)) for each in figures if isinstance(each, Figure))
    return {**values, "written": written, "figures": stated, "derived": derived}


def _settings(written: Written, **values: Any) -> Settings:
    return Settings(**values)


TEXT = of_text(_plain, WORD)
PROSE = Reader(read_words, WORD)
NOUN = Reader(read_text, WORD)
ADDRESS = of_text(_address, {"type": "string", "pattern": "^https?://"})
DATE = of_text(_edtf, WORD, "bad-date", "Write what the source says and nothing finer: `2010`, `2010-08` or `2010-08-26`.")
AS_OF = of_text(_as_of, WORD, "bad-date")
VALUE = of_text(quantities.read, WORD, hint="Write the number in digits: `over 1,200`. If the source gives none, leave the figure out.")
YES_NO = one_of({"true": True, "false": False})
KIND = one_of({kind: kind for kind in ("update", "revision", "correction", "retraction")})
REPLACED_HINTS = {
    "kind": "Write `kind: update` (a newer moment), `revision` (better data for the same one), `correction` (it was a mistake) or `retraction` (withdrawn).",
    "replaced": "Write the day on which it was replaced: `replaced: 2026-01-31`.",
}

UNKNOWN = quantities.Quantity("", Decimal(0), None, 0, "")  # in the place of a value that is still to be computed

COUNTED = Shape(
    "unit",
    Counted,
    (
        Field("one", NOUN, "The word for exactly one.", True, "firm"),
        Field("other", NOUN, "The word for any other number.", True, "firms"),
    ),
)
UNIT = Reader(_unit, {"anyOf": [WORD, {"$ref": "#/definitions/unit"}]})

FRAGMENT = of_text(_fragment, WORD)
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
        Field("language", of_text(_tongue, STRING), "The language it is in, as a code: en, de, fr, es, zh; English if left out.", example="de"),
        Field(
            "text",
            of_text(_local_file, STRING),
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
    Field("replaced", of_text(_edtf, WORD, "bad-date"), "The day on which this value was replaced or withdrawn; goes with `kind`.", example="2026-01-31"),
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
OBSERVATION = Shape("observation", _observation, (_VALUE, _AS_OF, *_OBSERVED, _UNIT))
OBSERVATIONS = listed(OBSERVATION)

FIGURE = Shape(
    "figure",
    _figure,
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
        Field("review_by", DATE, "The date after which this number should be looked up again.", example="2025-06"),
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
    _event,
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
            of_text(read_id, {"type": "string"}),
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
    _sheet,
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
        Field("review_by", DATE, "The date after which the sheet should be looked up again; holds for every figure without its own.", example="2027-06"),
        Field("timeline", listed(EVENT), "What happened when, a list in any order."),
        Field("people", named(PERSON), "The people who are quoted or who said a figure, each under an id."),
        Field("quotes", listed(QUOTE), "What people said."),
        Field("checks", texts(), "Your own cross-checks over the figures, such as `firms >= 10000`; a build stops where one fails."),
        Field("terms", named(TERM), "Terms that readers may not know, each under an id."),
    ),
)

SETTINGS = Shape(
    "site",
    _settings,
    (
        Field("title", TEXT, "The name of the site, in the header of every page.", example="Qianhai fact sheet"),
        Field(
            "url",
            of_text(read_site_address, {"type": "string", "pattern": "^https?://"}),
            "The address where the site will be published; needed for the sitemap and for sharing.",
            example="https://example.github.io/qianhai/",
        ),
        Field(
            "description", TEXT, "One sentence about the site, for search engines.", example="Facts about the zone, each with its evidence."
        ),
        Field("language", of_text(_language, STRING), "The language of the pages.", example="en"),
        Field("publisher", TEXT, "Who publishes this site.", example="Example Press Office"),
        Field(
            "repository", ADDRESS, "The address of the repository that holds this content.", example="https://github.com/example/qianhai"
        ),
        Field("licence", TEXT, "The licence of this site's own texts.", example="CC BY 4.0"),
    ),
)

SHAPES = (SOURCE, FIGURE, OBSERVATION, CHART, EVENT, PERSON, QUOTE, TERM, COUNTED)
