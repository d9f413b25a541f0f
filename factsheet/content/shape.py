"""From nodes to records: a shape is a table of fields, a field has a reader, a reader says what an author may write.

The editor's JSON Schema is made from the same tables (schema.py), so a description is written once.
"""

from collections.abc import Callable
from collections.abc import Mapping as Table
from typing import Any

from factsheet.content.nodes import INVISIBLE, Mapping, Node, Sequence, Text
from factsheet.content.records import Written
from factsheet.problem import Place, Problem, Unreadable, nearest
from factsheet.record import Record

Schema = Table[str, object]
LONGEST_ID = 60


class Unfit(Exception):
    """A value that is not there or cannot be read; what is to be said has been said, or is the problem that comes with it."""


class Reader(Record):
    """How a kind of field is read: `read(node, problems)` gives the value, or tells why not and raises Unfit."""

    read: Callable[[Node, list[Problem]], Any]
    schema: Schema


class Field(Record):
    """A key of a record, who reads it, and the description that editors and docs show.

    A required key may be left out where the key `unless` stands, and must be: the one takes the place of the other. It may also be left
    out where `beside` stands, which holds the like.
    """

    name: str
    reader: Reader
    about: str
    required: bool = False
    example: str = ""
    unless: str = ""
    beside: str = ""


class Shape(Record):
    """A kind of record: what to call it, how to make it, its fields."""

    name: str
    make: Callable[..., Any]
    fields: tuple[Field, ...]


def wrong(node: Node, wanted: str, hint: str, rule: str = "bad-value") -> Problem:
    """The problem of a node of the wrong kind, with what was found."""
    found = {Text: "a text", Mapping: "a mapping", Sequence: "a list"}[type(node)]
    return Problem(node.place, rule, f"{wanted}; found {found}.", hint)


def read_text(node: Node, problems: list[Problem]) -> Text:
    """A text that is not empty."""
    if isinstance(node, Text) and node.value.strip():
        return node
    if isinstance(node, Text):
        problems.append(
            Problem(node.place, "bad-value", "A text is wanted here; the value is empty.", "Write the value, or remove the key.")
        )
    elif isinstance(node, Sequence) and node.items and isinstance(node.items[0], Sequence):
        problems.append(wrong(node, "A text is wanted here", 'A text that begins with [[ must be in quotes: "[[investment]]".'))
    else:
        problems.append(
            wrong(node, "A text is wanted here", "Write the text after the colon; put it in quotes if it holds [ ] { } or a colon.")
        )
    raise Unfit


def of_text(read: Callable[[str], Any], schema: Schema, rule: str = "bad-value", hint: str = "") -> Reader:
    """A reader for texts that a function understands; its Unreadable becomes a problem at the characters it means.

    A text with invisible characters has been told of already. `hint` is said where the function has none.
    """

    def reader(node: Node, problems: list[Problem]) -> Any:
        text = read_text(node, problems)
        if not INVISIBLE.isdisjoint(text.value):
            raise Unfit
        try:
            return read(text.value.strip())
        except Unreadable as error:
            skipped = len(text.value) - len(text.value.lstrip())
            length = len(text.value.strip()) - error.start if error.length is None else error.length
            problems.append(Problem(text.part(skipped + error.start, length), error.rule or rule, error.message, error.hint or hint))
            raise Unfit from None

    return Reader(reader, schema)


def one_of(words: Table[str, Any]) -> Reader:
    """A reader for one of a few words."""

    def read(text: str) -> Any:
        if text not in words:
            raise Unreadable(f"One of {', '.join(words)} is wanted; found `{text}`.", _meant(text, tuple(words)))
        return words[text]

    return of_text(read, {"enum": [word == "true" if word in ("true", "false") else word for word in words]})


def texts() -> Reader:
    """A reader for a list of texts, each with its place."""

    def read(node: Node, problems: list[Problem]) -> tuple[Text, ...]:
        if not isinstance(node, Sequence):
            problems.append(wrong(node, "A list of texts is wanted here", "Write each on a line of its own, after a dash."))
            raise Unfit
        made = []
        for item in node.items:
            try:
                made.append(read_text(item, problems))
            except Unfit:
                continue
        return tuple(made)

    return Reader(read, {"type": "array", "items": {"type": "string"}})


def record(shape: Shape) -> Reader:
    """A reader for a mapping of the given shape."""
    return Reader(lambda node, problems: make(shape, node, problems), {"$ref": f"#/definitions/{shape.name}"})


def listed(shape: Shape) -> Reader:
    """A reader for a list of records; a record that cannot be read is told and left out."""

    def read(node: Node, problems: list[Problem]) -> tuple[Any, ...]:
        if not isinstance(node, Sequence):
            problems.append(
                wrong(
                    node,
                    f"A list is wanted here, each {shape.name} after a dash",
                    f"Begin each {shape.name} with `- ` on a line of its own.",
                )
            )
            raise Unfit
        return tuple(made for item in node.items if (made := _attempt(shape, item, problems)) is not None)

    return Reader(read, {"type": "array", "items": {"$ref": f"#/definitions/{shape.name}"}})


def named(shape: Shape) -> Reader:
    """A reader for a mapping from ids to records, in the author's order."""

    def read(node: Node, problems: list[Problem]) -> tuple[Any, ...]:
        if not isinstance(node, Mapping):
            problems.append(
                wrong(
                    node,
                    f"A mapping is wanted here, each {shape.name} under an id of its own",
                    f"Write an id such as `my-{shape.name}:` and indent the {shape.name}'s keys below it.",
                )
            )
            raise Unfit
        made = (
            (_attempt(shape, item, problems, node.keys[id]))
            for id, item in node.entries.items()
            if valid_id(node.keys[id], shape.name, problems)
        )
        return tuple(item for item in made if item is not None)

    return Reader(
        read, {"type": "object", "propertyNames": {"pattern": ID_PATTERN}, "additionalProperties": {"$ref": f"#/definitions/{shape.name}"}}
    )


ID_PATTERN = "^[a-z][a-z0-9_-]{0,59}$"
_FIRST, _REST = frozenset("abcdefghijklmnopqrstuvwxyz"), frozenset("abcdefghijklmnopqrstuvwxyz0123456789_-")


def read_id(text: str) -> str:
    """An id: it becomes an address on the page, so small letters, digits, - and _ only."""
    if text and len(text) <= LONGEST_ID and text[0] in _FIRST and _REST.issuperset(text):
        return text
    simple = "".join(c if c in _REST else "-" for c in text.casefold()).strip("-0123456789_")[:LONGEST_ID]
    raise Unreadable(
        f"An id is made of small letters, digits, - and _, begins with a letter and has at most {LONGEST_ID} characters; found `{text[:80]}`.",
        f"Write `{simple}`." if simple else "Choose a short name such as `investment`.",
    )


def valid_id(key: Text, kind: str, problems: list[Problem]) -> bool:
    """Whether a key may serve as an id; tells if not."""
    try:
        read_id(key.value)
    except Unreadable as error:
        problems.append(Problem(key.place, "bad-value", f"This {kind} cannot have that id. {error.message}", error.hint))
        return False
    return True


def _attempt(shape: Shape, node: Node, problems: list[Problem], key: Text | None = None) -> Any:
    try:
        return make(shape, node, problems, key)
    except Unfit:
        return None


def make(shape: Shape, node: Node, problems: list[Problem], key: Text | None = None) -> Any:
    """The record in a mapping; every field is read before a missing one makes it unfit."""
    if not isinstance(node, Mapping):
        problems.append(
            wrong(
                node,
                f"A mapping is wanted here: the keys of a {shape.name}",
                f"Write its keys below it, indented: `{shape.fields[0].name}: …`.",
            )
        )
        raise Unfit
    place = key.place if key else node.place
    values, unfit = _values(shape, node, place, problems)
    if unfit:
        raise Unfit
    written = Written(place, {name: node.entries[name].place for name in node.entries})
    if key:
        values["id"] = key.value
    try:
        return shape.make(written=written, **values)
    except Unfit as told:
        problems.extend(told.args)
        raise


def _values(shape: Shape, node: Mapping, place: Place, problems: list[Problem]) -> tuple[dict[str, Any], bool]:
    values: dict[str, Any] = {}
    unfit = _displaced(shape, node, problems)
    misspelt = _unknown_keys(shape, node, problems)
    for field in shape.fields:
        if field.unless and field.unless in node.entries:
            continue
        if field.name in node.entries:
            try:
                values[field.name] = field.reader.read(node.entries[field.name], problems)
            except Unfit:
                unfit = unfit or field.required
        elif field.required and field.beside not in node.entries:
            unfit = True
            if field.name in misspelt:
                continue
            example = f"Write `{field.name}: {field.example or '…'}`."
            problems.append(Problem(place, "missing-key", f"This {shape.name} has no `{field.name}`: {field.about}", example))
    return values, unfit


def _displaced(shape: Shape, node: Mapping, problems: list[Problem]) -> bool:
    """Whether keys stand beside the one that takes their place; tells of all of them at once."""
    beside = [field for field in shape.fields if field.unless in node.entries and field.name in node.entries]
    if beside:
        names = ", ".join(f"`{field.name}`" for field in beside)
        message = f"A {shape.name} with a `{beside[0].unless}` follows from others, so it has no {names} of its own."
        problems.append(Problem(node.keys[beside[0].name].place, "bad-value", message, f"Remove {names}, or the `{beside[0].unless}`."))
    return bool(beside)


def _unknown_keys(shape: Shape, node: Mapping, problems: list[Problem]) -> set[str]:
    """Tells of keys that the shape has not, and gives those that were probably meant."""
    known = tuple(field.name for field in shape.fields)
    meant: set[str] = set()
    for name, key in node.keys.items():
        if name in known:
            continue
        value = node.entries[name]
        if node.flow and isinstance(value, Text) and not value.value and name[:3].isdigit():
            problems.append(
                Problem(
                    key.place,
                    "yaml",
                    f"Inside {{ }} a comma ends the value, so `{name}` was cut off the number before it.",
                    "Put the number in quotes, or write each key on a line of its own.",
                )
            )
        else:
            meant.add(nearest(name, known))
            problems.append(Problem(key.place, "unknown-key", f"`{name[:80]}` is no key of a {shape.name}.", _meant(name, known)))
    return meant


def _meant(word: str, known: tuple[str, ...]) -> str:
    meant = nearest(word, known)
    return f"Did you mean `{meant}`?" if meant else f"It may have: {', '.join(known)}."
