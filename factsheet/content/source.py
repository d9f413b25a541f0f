"""The one door to PyYAML: a file's text becomes mappings, lists and texts, each with its place.

YAML decides structure only. Every scalar stays the text that was typed (`no`, `12:30`, `010`, `3.10`): what it means is
for the field to say. Read as events, not nodes: positions come free, aliases are seen as such, depth needs no recursion.
"""

from collections.abc import Iterator
from typing import Any

from factsheet.content import simple
from factsheet.content.nodes import INVISIBLE, Mapping, Node, Sequence, Text
from factsheet.content.syntax import DEEPEST, explain, too_deep
from factsheet.problem import Place, Problem

MOST_PROBLEMS = 100
MOST = 10_000  # keys and values in a file: fifty times what a rich sheet has


class Unread(Exception):
    """Reading stops here: the rest of the file could not be understood after this problem."""

    def __init__(self, problem: Problem):
        self.problem = problem


def read(text: str, path: str, most: int = MOST) -> tuple[Node | None, list[Problem]]:
    """The document in a YAML text, or None with the problem that ended the reading."""
    plain = simple.read(text, path)
    if plain is not None:
        return plain, []
    problems: list[Problem] = []
    try:
        node = _Reader(text, path, problems, most).document()
    except Unread as stop:
        return None, [*problems, stop.problem]
    return node, problems


def events(text: str, path: str) -> Iterator[Any]:
    """PyYAML's own events of a text, each with marks where it begins and ends; Unread where there can be no more of them."""
    import yaml

    loader = getattr(yaml, "CLoader", yaml.Loader)
    try:
        yield from yaml.parse(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        raise Unread(explain(text, path, error)) from None
    except yaml.YAMLError as error:
        raise Unread(Problem(Place(path), "yaml", f"This file cannot be read as YAML: {error}.")) from None


class _Reader:
    """One pass over the events of a document; keeps the open mappings and lists on a stack of its own."""

    def __init__(self, text: str, path: str, problems: list[Problem], most: int):
        self.lines = text.split("\n")
        self.path = path
        self.problems = problems
        self.events = events(text, path)
        self.seen = 0
        self.most = most

    def document(self) -> Node | None:
        node: Node | None = None
        for event in self.events:
            kind = type(event).__name__
            if kind == "DocumentStartEvent" and node is not None:
                raise Unread(
                    Problem(
                        self.place(event),
                        "yaml",
                        "A file holds one document; here a second one begins with `---`.",
                        "Remove the line `---`, or move what follows into a file of its own.",
                    )
                )
            if kind in ("ScalarEvent", "MappingStartEvent", "SequenceStartEvent", "AliasEvent"):
                node = self.node(event, 0)
        return node

    def place(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        if start.line >= len(self.lines):
            return Place(self.path, len(self.lines), len(self.lines[-1]) + 1)
        length = end.column - start.column if end.line == start.line else 1
        return Place(self.path, start.line + 1, start.column + 1, max(length, 1))

    def rest(self, mark: Any) -> str:
        """What stands on the line from a mark on; a mark may lie past the end of the file."""
        return self.lines[mark.line][mark.column :] if mark.line < len(self.lines) else ""

    def node(self, event: Any, depth: int) -> Node:
        self.refuse(event, depth)
        kind = type(event).__name__
        if kind == "ScalarEvent":
            return self.scalar(event)
        if kind == "MappingStartEvent":
            return self.mapping(event, depth)
        return self.sequence(event, depth)

    def refuse(self, event: Any, depth: int) -> None:
        """Stops at what a fact sheet has no use for and a reader of it could be fooled by."""
        self.seen += 1
        if self.seen > self.most or len(self.problems) > MOST_PROBLEMS:
            raise Unread(self.too_much(event))
        typed = self.rest(event.start_mark).split(" ")[0]
        if type(event).__name__ == "AliasEvent" or event.anchor:
            raise Unread(
                Problem(
                    self.place(event).at(0, max(len(typed), 1)),
                    "yaml",
                    f"Anchors and aliases are not read here; found `{typed}`.",
                    "Write the value out where it is needed; if the text itself begins with & or *, put it in quotes.",
                )
            )
        if event.tag is not None:
            raise Unread(
                Problem(
                    self.place(event).at(0, max(len(typed), 1)),
                    "yaml",
                    f"Tags are not read here; found `{typed}`.",
                    "Remove the tag; if the text itself begins with !, put it in quotes.",
                )
            )
        if depth > DEEPEST:
            raise Unread(too_deep(self.place(event)))

    def too_much(self, event: Any) -> Problem:
        """Where reading ends, so that no file can keep the program busy."""
        if self.seen > self.most:
            return Problem(self.place(event), "too-large", f"A file may hold {self.most:,} keys and values; here it is one more.", "Split it into several sheets.")
        hint = "Mend those above first; the rest is read then."
        return Problem(self.place(event), "too-large", f"This file has more than {MOST_PROBLEMS} problems; what follows was not read.", hint)

    def scalar(self, event: Any) -> Text:
        place, plain = self.place(event), event.style in (None, "")
        start, end = event.start_mark, event.end_mark
        as_typed = start.line == end.line and (plain or place.length == len(event.value) + 2)
        raw = () if as_typed else (" " * start.column + self.rest(start), *self.lines[start.line + 1 : end.line + 1])
        text = Text(event.value, place, not plain, raw)
        if plain:
            self.hash_sign(event)
        if not INVISIBLE.isdisjoint(event.value):
            self.invisible(text)
        return text

    def invisible(self, text: Text) -> None:
        """Characters that no one sees can turn a number round or part a word."""
        offset = next(offset for offset, character in enumerate(text.value) if character in INVISIBLE)
        self.problems.append(
            Problem(
                text.part(offset, 1),
                "invisible-character",
                f"This text holds the invisible character U+{ord(text.value[offset]):04X}, which can make it read other than it is.",
                "Delete the character; typing the text again is the surest way.",
            )
        )

    def hash_sign(self, event: Any) -> None:
        """`Title #1` would lose its end as a comment without a word; a comment proper has a space after its #."""
        rest = self.rest(event.end_mark) if event.value else ""
        sign = rest.lstrip(" ")
        if rest.startswith(" ") and sign[:1] == "#" and sign[1:2] not in ("", " ", "#", "!"):
            place = Place(self.path, event.end_mark.line + 1, event.end_mark.column + 1 + len(rest) - len(sign), len(sign.split(" ")[0]))
            self.problems.append(
                Problem(
                    place,
                    "yaml",
                    f"From the # on, `{sign.strip()[:40]}` is read as a comment and would be lost.",
                    "Put the whole text in quotes; if a comment is meant, write a space after the #.",
                )
            )

    def mapping(self, event: Any, depth: int) -> Mapping:
        entries: dict[str, Node] = {}
        keys: dict[str, Text] = {}
        found = Mapping(entries, keys, self.place(event), bool(event.flow_style))
        for child in self.events:
            if type(child).__name__ == "MappingEndEvent":
                break
            key = self.key(child, depth)
            value = self.node(next(self.events), depth + 1)
            if key.value in keys:
                first = keys[key.value].place.line
                self.problems.append(
                    Problem(
                        key.place,
                        "doubled-key",
                        f"The key `{key.value}` stands here a second time; the first is on line {first}.",
                        "Keep one of the two, or give one another name.",
                    )
                )
            else:
                entries[key.value], keys[key.value] = value, key
        return found

    def key(self, event: Any, depth: int) -> Text:
        self.refuse(event, depth + 1)
        if type(event).__name__ != "ScalarEvent":
            raise Unread(
                Problem(
                    self.place(event),
                    "yaml",
                    "A key is a short text such as `label`; here a list or mapping stands in its place.",
                    'If a text begins with [ or {, put it in quotes: "[[investment]] in all".',
                )
            )
        return self.scalar(event)

    def sequence(self, event: Any, depth: int) -> Sequence:
        items: list[Node] = []
        for child in self.events:
            if type(child).__name__ == "SequenceEndEvent":
                break
            items.append(self.node(child, depth + 1))
        return Sequence(items, self.place(event))
