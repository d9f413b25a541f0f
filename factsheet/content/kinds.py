"""The kinds of text that an author may write, each with its reader: what it becomes, and what is said where it cannot be read."""

from factsheet.content.nodes import Mapping, Node, Text
from factsheet.content.records import Written
from factsheet.content.shape import Field, Reader, Schema, Shape, Unfit, make, of_text, one_of, read_id, read_text
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


def _plain_date(text: str) -> dates.Date:
    """A year, a month or a day, for certain."""
    date = _edtf(text)
    if date.interval or not date.start.plain or date.start.precision not in ("year", "month", "day"):
        raise Unreadable(f"A day, a month or a year is wanted here; found `{text[:40]}`.", "Write it as `2026-01-31`, `2026-01` or `2026`.", rule="bad-date")
    return date


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


TEXT = of_text(_plain, WORD)
PROSE = Reader(read_words, WORD)
NOUN = Reader(read_text, WORD)
ADDRESS = of_text(_address, {"type": "string", "pattern": "^https?://"})
DATE = of_text(_edtf, WORD, "bad-date", "Write what the source says and nothing finer: `2010`, `2010-08` or `2010-08-26`.")
DAY = of_text(_plain_date, WORD, "bad-date", "Write it as `2026-01-31`, `2026-01` or `2026`.")
AS_OF = of_text(_as_of, WORD, "bad-date")
VALUE = of_text(quantities.read, WORD, hint="Write the number in digits: `over 1,200`. If the source gives none, leave the figure out.")
YES_NO = one_of({"true": True, "false": False})
KIND = one_of({kind: kind for kind in ("update", "revision", "correction", "retraction")})

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
TONGUE, LANGUAGE, LOCAL_FILE = of_text(_tongue, STRING), of_text(_language, STRING), of_text(_local_file, STRING)
SITE_ADDRESS = of_text(read_site_address, {"type": "string", "pattern": "^https?://"})
ID = of_text(read_id, STRING)
