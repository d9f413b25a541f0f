"""What has to be inserted into a YAML text, and where, so that a mapping gets further entries or a list a further item: in the file's order."""

from typing import TypeAlias

from factsheet.content.splicing.parts import Part, Spot, above_comments, field_end, first_on_row, last_row, with_comments
from factsheet.content.splicing.scalars import scalar
from factsheet.record import Record

Entry: TypeAlias = tuple[tuple[str, str], ...]  # keys and one-line texts, in order


class Insertion(Record):
    """A text to stand before the character at a spot; its line ends are plain."""

    spot: Spot
    text: str


def entries(mapping: Part, after: int, entry: Entry, lines: list[str]) -> list[Insertion]:
    """Puts entries into a mapping, after the one at a place in it."""
    if mapping.style == "flow":
        return _into_braces(mapping, after, [f"{key}: {scalar(text, True)}" for key, text in entry], lines)
    return [_below(mapping, after, [f"{key}: {scalar(text)}" for key, text in entry], lines)]


def first_list(mapping: Part, key: str, entry: Entry, lines: list[str]) -> list[Insertion]:
    """Puts a list of one item under a new key at the end of a mapping."""
    last = len(mapping.keys) - 1
    if mapping.style == "flow":
        return _into_braces(mapping, last, [f"{key}: [{braces(entry)}]"], lines)
    return [_below(mapping, last, [f"{key}:", *(f"  {line}" for line in _item(entry))], lines)]


def first_item(listed: Part, entry: Entry, lines: list[str]) -> list[Insertion]:
    """Puts an item before all others of a list."""
    row, column = listed.start
    if not listed.values:
        return [Insertion((row, column + 1), braces(entry))]
    if listed.style == "flow":
        return [_before(listed.values[0], [f"{braces(entry)},"], " ", lines)]
    return [_before(listed, _item(entry), f"\n{' ' * column}", lines)]


def braces(entry: Entry) -> str:
    """An item on one line, as it can stand in any list."""
    return "{" + ", ".join(f"{key}: {scalar(text, True)}" for key, text in entry) + "}"


def _item(entry: Entry) -> list[str]:
    return [f"{'  ' if at else '- '}{key}: {scalar(text)}" for at, (key, text) in enumerate(entry)]


def _before(part: Part, new: list[str], join: str, lines: list[str]) -> Insertion:
    """Lines above a part and the comments that belong to it; `join` follows each where the part's own line has begun already."""
    row, column = part.start
    if first_on_row(part, lines):
        return Insertion((above_comments(row, lines), 0), "".join(f"{' ' * column}{line}\n" for line in new))
    return Insertion(part.start, "".join(line + join for line in new))


def _below(mapping: Part, after: int, new: list[str], lines: list[str]) -> Insertion:
    """Lines below an entry of a block mapping, with the comments that belong to it; above it, where nothing can stand below."""
    key, column = mapping.keys[after], mapping.start[1]
    row = last_row(key, mapping.values[after], lines)
    if row is None:
        return Insertion((key.start[0], column), "".join(f"{line}\n{' ' * column}" for line in new))
    if after == len(mapping.keys) - 1:
        row = with_comments(row, column, lines)
    return Insertion((row, len(lines[row])), "".join(f"\n{' ' * column}{line}" for line in new))


def _into_braces(mapping: Part, after: int, new: list[str], lines: list[str]) -> list[Insertion]:
    """Entries between { and }: each on a line of its own where the entry before them has one, else in the same line."""
    row, column = mapping.end
    if lines[row][column - 1 : column] != "}":
        return []  # a pair in [ ] without { } of its own: there is no room for a further key, as the proof will find
    if not mapping.keys:
        return [Insertion((row, column - 1), ", ".join(new))]
    key = mapping.keys[after]
    spot = field_end(key, mapping.values[after], lines)
    stop = mapping.keys[after + 1].start if after + 1 < len(mapping.keys) else (row, column - 1)
    comma = _comma(spot, stop, lines)
    end = comma or spot
    mark = " ," if lines[spot[0]][: spot[1]].endswith(":") else ","  # `key:,` would be a text, not a key without one
    if not first_on_row(key, lines) or end[0] == stop[0]:
        return [Insertion(spot, f"{mark} {', '.join(new)}")]
    below = ",".join(f"\n{' ' * key.start[1]}{each}" for each in new) + ("," if comma else "")
    return [*([] if comma else [Insertion(spot, mark)]), Insertion((end[0], len(lines[end[0]])), below)]


def _comma(start: Spot, stop: Spot, lines: list[str]) -> Spot | None:
    """The spot of the comma between two spots, between which else only spaces and comments stand."""
    for row in range(start[0], stop[0] + 1):
        begin, end = start[1] if row == start[0] else 0, stop[1] if row == stop[0] else len(lines[row])
        column = lines[row][begin:end].partition("#")[0].find(",")
        if column >= 0:
            return row, begin + column
    return None
