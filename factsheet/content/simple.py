"""The plain part of YAML, in which nearly every sheet is written, read without PyYAML: its import is a third of a small build.

Strict: one-line values, plain or in quotes without escapes, folded blocks, `{a: b}` on one line, keys of letters and digits.
Anything else, a mistake above all, is None: then PyYAML reads the whole text. `tests/test_source.py` holds both to the same nodes.
"""

from collections.abc import Iterator

from factsheet.content.nodes import INVISIBLE, Mapping, Node, Sequence, Text
from factsheet.problem import Place
from factsheet.record import Record

DEEPEST = 8
MOST = 4_000  # lines; a longer file is PyYAML's, where limits are told
KEY = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
OPENING = frozenset("“‘(£€¥$/")


class Odd(Exception):
    """Something that is PyYAML's to read."""


class Line(Record):
    """A line that is neither blank nor a comment: its row from 0, its indent, and what follows it."""

    row: int
    indent: int
    text: str


def read(text: str, path: str) -> Node | None:
    """The mapping that the text is, or None if it takes PyYAML to tell."""
    if "\t" in text or not INVISIBLE.isdisjoint(text):
        return None
    try:
        return _Reader(text, path).document()
    except Odd:
        return None


class _Reader:
    """The lines of a text, read from the top; `at` is the one that comes next."""

    def __init__(self, text: str, path: str):
        self.all = text.split("\n")
        self.path = path
        self.lines = list(self.significant())
        self.at = 0

    def significant(self) -> Iterator[Line]:
        for row, line in enumerate(self.all):
            bare = line.lstrip(" ")
            if line and not bare:
                raise Odd
            if bare and bare[0] != "#":
                yield Line(row, len(line) - len(bare), bare.rstrip(" "))

    def document(self) -> Node:
        if not 0 < len(self.lines) <= MOST or self.lines[0].indent:
            raise Odd
        found = self.mapping(0, 0)
        if self.at < len(self.lines):
            raise Odd
        return found

    def place(self, row: int, column: int, length: int = 1) -> Place:
        return Place(self.path, row + 1, column + 1, max(length, 1))

    def here(self, indent: int) -> Line | None:
        """The next line, if it has this very indent; a deeper one belongs to nothing."""
        line = self.lines[self.at] if self.at < len(self.lines) else None
        if line and line.indent > indent:
            raise Odd
        return line if line and line.indent == indent else None

    def mapping(self, indent: int, depth: int) -> Mapping:
        """`key: value` lines of one indent."""
        entries: dict[str, Node] = {}
        keys: dict[str, Text] = {}
        first = self.place(self.lines[self.at].row, indent)
        if depth > DEEPEST:
            raise Odd
        while (line := self.here(indent)) and not line.text.startswith("- "):
            key, colon, rest = line.text.partition(":")
            if not colon or not key or not KEY.issuperset(key) or key[0] == "-" or key in entries or rest[:1] not in ("", " "):
                raise Odd
            keys[key] = Text(key, self.place(line.row, indent, len(key)))
            column = indent + len(key) + 1 + len(rest) - len(rest.lstrip(" "))
            entries[key] = self.value(line, column, rest.lstrip(" "), depth)
        if not entries:
            raise Odd
        return Mapping(entries, keys, first)

    def value(self, line: Line, column: int, text: str, depth: int) -> Node:
        """What a key has: the rest of its line, or the lines below it."""
        self.at += 1
        if not text or text.startswith("# "):
            return self.below(line.indent, depth + 1)
        if text == ">":
            return self.folded(line, column)
        if text[0] == "{":
            return self.flow(line.row, column, text)
        return self.scalar(line.row, column, text)

    def below(self, indent: int, depth: int) -> Node:
        """A mapping, which is indented further than its key, or a list, which may stand in the key's own column."""
        line = self.lines[self.at] if self.at < len(self.lines) else None
        if line is None or line.indent < indent:
            raise Odd
        if line.text.startswith("- "):
            return self.sequence(line.indent, depth)
        if line.indent == indent:
            raise Odd
        return self.mapping(line.indent, depth)

    def sequence(self, indent: int, depth: int) -> Sequence:
        """`- key: value` or `- value` lines of one indent; what follows the dash counts as a line of its own."""
        items: list[Node] = []
        first = self.place(self.lines[self.at].row, indent)
        while (line := self.here(indent)) and line.text.startswith("- "):
            text = line.text[2:].lstrip(" ")
            column = indent + len(line.text) - len(text)
            if ":" in text and text[0] not in "\"'{" and KEY.issuperset(text.partition(":")[0]):
                self.lines[self.at] = Line(line.row, column, text)
                items.append(self.mapping(column, depth + 1))
            elif text[:1] == "{":
                self.at += 1
                items.append(self.flow(line.row, column, text))
            else:
                self.at += 1
                items.append(self.scalar(line.row, column, text))
        return Sequence(items, first)

    def scalar(self, row: int, column: int, text: str) -> Text:
        """A value on one line; a comment may follow it. The line below must not go on with it."""
        if self.at < len(self.lines) and self.lines[self.at].indent > self.indent_of(row):
            raise Odd
        if text[0] in "\"'":
            end = text.find(text[0], 1)
            rest = text[end + 1 :]
            if end < 0 or "\\" in text or not _comment(rest) or rest[:1] == text[0]:
                raise Odd
            return Text(text[1:end], self.place(row, column, end + 1), True)
        value = text.partition(" # ")[0].rstrip(" ")
        if not _plain(value) or "#" in text[len(value) :].replace(" # ", "", 1)[:1] or text.endswith(" #"):
            raise Odd
        return Text(value, self.place(row, column, len(value)))

    def indent_of(self, row: int) -> int:
        """The indent of the key on a row; the dash of a list item is part of it."""
        line = self.all[row]
        bare = line.lstrip(" ")
        dash = len(bare) - len(bare[2:].lstrip(" ")) if bare.startswith("- ") else 0
        return len(line) - len(bare) + dash

    def flow(self, row: int, column: int, text: str) -> Mapping:
        """`{one: firm, other: firms}`: nothing in it that would need a second look."""
        text, bracket, rest = text.partition("}")
        if not bracket or not text[1:].strip(" ") or not _comment(rest):
            raise Odd
        if self.at < len(self.lines) and self.lines[self.at].indent > self.indent_of(row):
            raise Odd
        entries: dict[str, Node] = {}
        keys: dict[str, Text] = {}
        start = column + 1
        for part in text[1:].split(","):
            key, colon, rest = part.partition(": ")
            name, value = key.strip(" "), rest.strip(" ")
            if (
                not colon
                or not name
                or not KEY.issuperset(name)
                or key != key.rstrip(" ")
                or name in entries
                or not _plain(value)
                or not set("[]{}\"'#:?").isdisjoint(value)
            ):
                raise Odd
            place = start + len(key) - len(name)
            keys[name] = Text(name, self.place(row, place, len(name)))
            entries[name] = Text(value, self.place(row, start + len(key) + 2 + len(rest) - len(rest.lstrip(" ")), len(value)))
            start += len(part) + 1
        return Mapping(entries, keys, self.place(row, column), True)

    def folded(self, line: Line, column: int) -> Text:
        """The lines below `>`, all of one indent, as one; a blank line or a comment among them is for PyYAML."""
        row = line.row + 1
        indent = len(self.all[row]) - len(self.all[row].lstrip(" ")) if row < len(self.all) else 0
        parts = []
        while row < len(self.all) and self.all[row].startswith(" " * indent) and self.all[row].strip(" "):
            parts.append(self.all[row][indent:])
            row += 1
        if not parts or indent <= line.indent or row >= len(self.all) or any(part[0] == " " or part[-1] == " " for part in parts):
            raise Odd
        if not self.all[row].strip(" ") or self.all[row].lstrip(" ")[0] == "#":
            follows = next((later for later in self.all[row:] if later.strip(" ")), "")
            if follows.startswith(" " * indent) or follows.lstrip(" ")[:1] == "#":
                raise Odd
        while self.at < len(self.lines) and self.lines[self.at].row < row:
            self.at += 1
        last = next((n for n in range(row, len(self.all)) if self.all[n].strip(" ")), len(self.all) - 1)
        raw = (" " * column + self.all[line.row][column:], *self.all[line.row + 1 : last + 1])
        return Text(" ".join(parts) + "\n", self.place(line.row, column), True, raw)


def _plain(value: str) -> bool:
    """Whether a text is a plain scalar in whatever place it stands."""
    if not value or ": " in value or " #" in value or value[-1] == ":":
        return False
    return value[0].isalnum() or value[0] in OPENING or (value[0] == "-" and value[1:2].isdigit())


def _comment(rest: str) -> bool:
    """Whether what follows a value on its line is a comment, or nothing."""
    return not rest.strip(" ") or (rest[0] == " " and rest.lstrip(" ").startswith("# "))
