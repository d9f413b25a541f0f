"""Where each part of a YAML text begins and ends: what a text has to tell beyond its values, if it is to be edited in its place."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from factsheet.content import source
from factsheet.record import Record

Spot: TypeAlias = tuple[int, int]  # row and column from 0, as PyYAML counts


class Part(Record):
    """A mapping, a list or a text: its first character, the one past its last; `style` is block, flow, header (a text below `|` or `>`) or text.

    A list has `values` only. A block mapping or list ends where the next thing begins, which is why `last_row` has to look inside.
    """

    kind: str
    start: Spot
    end: Spot
    style: str
    value: str = ""
    keys: "tuple[Part, ...]" = ()
    values: "tuple[Part, ...]" = ()

    def place_of(self, key: str) -> int:
        """Which of a mapping's entries has this key; -1 if none has."""
        return next((place for place, found in enumerate(self.keys) if found.value == key), -1)


def parts(text: str, path: str) -> Part:
    """The parts of a text that `source.read` reads without a problem."""
    events = source.events(text, path)
    return next(_part(event, events) for event in events if type(event).__name__ in ("MappingStartEvent", "SequenceStartEvent", "ScalarEvent"))


def _part(event: Any, events: Iterator[Any]) -> Part:
    kind, start, end = type(event).__name__, _spot(event.start_mark), _spot(event.end_mark)
    if kind == "ScalarEvent":
        return Part("text", start, end, "header" if event.style in ("|", ">") else "text", event.value)
    children: list[Part] = []
    for child in events:
        if type(child).__name__ in ("MappingEndEvent", "SequenceEndEvent"):
            end = _spot(child.end_mark)
            break
        children.append(_part(child, events))
    style = "flow" if event.flow_style else "block"
    if kind == "MappingStartEvent":
        return Part("mapping", start, end, style, "", tuple(children[::2]), tuple(children[1::2]))
    return Part("list", start, end, style, "", (), tuple(children))


def _spot(mark: Any) -> Spot:
    return mark.line, mark.column


def field_end(key: Part, value: Part, lines: list[str]) -> Spot:
    """The spot past an entry that is a text in one piece or stands in brackets; for one without a value, past its colon or key."""
    if value.start != value.end:
        return value.end
    row, column = key.end
    after = lines[row][column:].lstrip(" ")
    if after.startswith(":"):
        return row, len(lines[row]) - len(after) + 1
    row, column = value.start  # the colon of a `? key` stands on a line of its own
    before = lines[row][:column].rstrip(" ") if row < len(lines) else ""
    return (row, len(before)) if before.endswith(":") else key.end


def last_row(key: Part, value: Part, lines: list[str]) -> int | None:
    """The last row of an entry of a block mapping; None for a `|` or `>` text that the file's end cuts short, which nothing can follow."""
    if value.style == "header":
        return _header_row(value, lines)
    if value.style == "block":
        keys = value.keys or value.values
        return last_row(keys[-1], value.values[-1], lines)
    return field_end(key, value, lines)[0]


def _header_row(value: Part, lines: list[str]) -> int | None:
    """The last row of a text below `|` or `>`; the empty lines after it belong to it only where a + says so."""
    row, column = value.end
    if column:
        return None
    row -= 1
    keeps = "+" in lines[value.start[0]][value.start[1] :].partition("#")[0]
    while not keeps and row > value.start[0] and not lines[row]:
        row -= 1
    return row


def with_comments(row: int, indent: int, lines: list[str]) -> int:
    """The row of the last comment that stands right below a row, not further left than its entries; any other belongs to what follows."""
    while row + 1 < len(lines) and _comment(lines[row + 1]) >= indent:
        row += 1
    return row


def above_comments(row: int, lines: list[str]) -> int:
    """The row of the first comment that stands right above a row, or the row itself."""
    while row > 0 and _comment(lines[row - 1]) >= 0:
        row -= 1
    return row


def _comment(line: str) -> int:
    """The indent of a line that is a comment; -1 for any other."""
    bare = line.lstrip(" ")
    return len(line) - len(bare) if bare.startswith("#") else -1


def first_on_row(part: Part, lines: list[str]) -> bool:
    """Whether nothing but spaces stands before a part."""
    row, column = part.start
    return not lines[row][:column].strip(" ")
