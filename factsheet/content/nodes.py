"""What a YAML text becomes: mappings, lists and texts, each with its place."""

from typing import TypeAlias

from factsheet.problem import Place
from factsheet.record import Record

INVISIBLE = frozenset(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x200E, 0x200F, 0x061C, 0x2060, 0xFEFF]))


class Text(Record):
    """A scalar as typed; `quoted` tells quotes and blocks (`|`, `>`) from plain text.

    `raw` holds the file's lines from the start of the scalar, where its value does not stand in the file as it is.
    """

    value: str
    place: Place
    quoted: bool = False
    raw: tuple[str, ...] = ()

    def part(self, start: int, length: int) -> Place:
        """The place in the file of some characters of the value."""
        if not self.raw:
            return self.place.at(start + self.quoted, max(length, 1))
        wanted = self.value[start : start + length].split("\n")[0]
        before = self.value.count(wanted, 0, start) if wanted else 0
        for row, line in enumerate(self.raw):
            column = line.find(wanted) if wanted else -1
            while column >= 0:
                if before == 0:
                    return Place(self.place.path, self.place.line + row, column + 1, max(len(wanted), 1))
                before -= 1
                column = line.find(wanted, column + 1)
        return self.place


class Mapping(Record):
    """`key: value` pairs in the author's order; `keys` holds each key as it was typed."""

    entries: "dict[str, Node]"
    keys: dict[str, Text]
    place: Place
    flow: bool = False


class Sequence(Record):
    """A list of nodes."""

    items: "list[Node]"
    place: Place


Node: TypeAlias = Text | Mapping | Sequence
