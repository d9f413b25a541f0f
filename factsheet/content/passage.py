"""What a text of the author's becomes: pieces of safe HTML, holes where its `[[references]]` stand, and what was found wrong."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate

from factsheet.record import Record

TAB = 4
LONGEST_NAME = 60
INVISIBLE = frozenset(map(chr, [
    *range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0x061C, 0x115F, 0x1160, 0x180E, 0x200B, 0x200E, 0x200F,
    *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0x3164, 0xFEFF, 0xFFA0, *range(0xFFF9, 0xFFFC), 0xFFFE, 0xFFFF,
    *range(0xE0000, 0xE0080)]))
_FIRST = frozenset("abcdefghijklmnopqrstuvwxyz")
_REST = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_-")


class Reference(Record):
    """A `[[name]]`, `[[name.field]]` or `[[=literal|reason]]`, with its place in the text.

    Inside a link it must print no link of its own; where it is `plain` (an image's alt, a title) it prints no markup at all.
    """

    name: str
    field: str
    line: int
    column: int
    length: int
    literal: str = ""
    reason: str = ""
    inside_link: bool = False
    plain: bool = False

    @property
    def written(self) -> str:
        """The reference as an author writes it."""
        if self.literal:
            return f"[[={self.literal}|{self.reason}]]"
        return f"[[{self.name}.{self.field}]]" if self.field else f"[[{self.name}]]"


class Finding(Record):
    """Something wrong at a place of the text; line and column count from 1, in characters."""

    line: int
    column: int
    length: int
    rule: str
    message: str
    hint: str = ""


class Heading(Record):
    """A heading; a reference stands in its text as it was written."""

    level: int
    id: str
    text: str


class Link(Record):
    """Where a link or an image points to, and where that is written; `alt` is an image's."""

    target: str
    line: int
    column: int
    length: int
    image: bool = False
    alt: str = ""


class Prose(Record):
    """A converted text: between `pieces` i and i + 1 stands what `references` i prints; `ids` are all that the HTML gives."""

    pieces: tuple[str, ...]
    references: tuple[Reference, ...] = ()
    headings: tuple[Heading, ...] = ()
    findings: tuple[Finding, ...] = ()
    links: tuple[Link, ...] = ()
    title: str = ""
    ids: tuple[str, ...] = ()


class Labels(Record):
    """The few words of the page's language that a conversion adds itself; `{}` is a footnote's number."""

    notes: str = "Footnotes"
    note: str = "Footnote {}"
    back: str = "Back to footnote {} in the text"
    table: str = "Table"


class Lines:
    """The places of a text in which tabs were made spaces: from offsets to the lines and columns that the author sees."""

    def __init__(self, typed: str):
        self.text = typed.expandtabs(TAB)
        self.rows = typed.split("\n") if self.text != typed else []
        self.columns: dict[int, list[int]] = {}
        self.starts = [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect_right(self.starts, offset, hi=len(self.starts) - 1)
        column = offset - self.starts[line - 1]
        if self.rows:
            if line not in self.columns:
                self.columns[line] = _columns(self.rows[line - 1])
            column = bisect_left(self.columns[line], column)
        return line, column + 1

    def stretch(self, start: int, end: int) -> tuple[int, int, int]:
        """Line, column and length of some characters, as far as they stand on one line."""
        line, column = self.at(start)
        last = max(start, min(end, self.starts[line] - 1) - 1)
        return line, column, max(self.at(last)[1] - column + 1, 1)


def _columns(typed: str) -> list[int]:
    """Where each character of a line stands once its tabs are spaces."""
    columns = [0]
    for character in typed:
        columns.append(columns[-1] + (TAB - columns[-1] % TAB if character == "\t" else 1))
    return columns


def read_reference(inner: str, place: tuple[int, int, int]) -> Reference | Finding:
    """What stands between `[[` and `]]`, read."""
    if inner.startswith("="):
        return _literal(inner, place)
    name, dot, field = inner.partition(".")
    if _is_name(name) and (not dot or _is_name(field)):
        return Reference(name, field, *place)
    found = _short(f"[[{inner}]]")
    if "|" in inner:
        return Finding(*place, "bad-value", f"A reference prints the value and nothing else, for example [[investment]]; found {found}.",
                       "Remove the | and what follows it; write other words beside the reference.")
    wanted = "A reference is a name in small letters, digits, - and _, for example [[investment]]"
    return Finding(*place, "bad-value", f"{wanted}; found {found}.", _meant(inner))


def _literal(inner: str, place: tuple[int, int, int]) -> Reference | Finding:
    literal, _, reason = inner[1:].replace("\\|", "|").partition("|")
    literal, reason = " ".join(literal.split()), " ".join(reason.split())
    if literal and reason:
        return Reference("", "", *place, literal=literal, reason=reason)
    wanted = "A number that is no figure says why it may stand, for example [[=seven seas|a name, not a count]]"
    return Finding(*place, "bad-value", f"{wanted}; found {_short(f'[[{inner}]]')}.", "Write the number after =, then | and the reason.")


def _meant(inner: str) -> str:
    parts = ["".join(c if c in _REST else "-" for c in part.strip().lower()).strip("-_0123456789") for part in inner.split(".", 1)]
    if all(map(_is_name, parts)):
        return f"Write [[{'.'.join(parts)}]]; if the brackets are to be seen, write \\[[."
    return "Write the id of a figure, event, person or term; if the brackets are to be seen, write \\[[."


def _is_name(text: str) -> bool:
    return text[:1] in _FIRST and len(text) <= LONGEST_NAME and _REST.issuperset(text)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def is_visible(character: str) -> bool:
    """False for what no reader sees or what turns the order of others round; lone surrogates cannot be written at all."""
    return character not in INVISIBLE and not "\ud800" <= character <= "\udfff"


def invisible(text: str, lines: Lines) -> list[Finding]:
    """A finding for every run of invisible characters."""
    if text.replace("\n", "").isprintable():
        return []
    places = [offset for offset, character in enumerate(text) if not is_visible(character)]
    firsts = [offset for index, offset in enumerate(places) if not index or places[index - 1] != offset - 1]
    return [Finding(*lines.stretch(offset, offset + 1), "invisible-character",
                    f"This text holds the invisible character U+{ord(text[offset]):04X}, which can make it read other than it is.",
                    "Delete the character; typing the text again is the surest way.") for offset in firsts]


BREAKS = ("/p>", "/h", "/li>", "/tr>", "/pre>", "/blockquote>", "hr>")
GAPS = ("/td>", "/th>", "br>")


def spoken(items: Iterable[str | Reference], say: Callable[[Reference], str]) -> str:
    """HTML made here as plain words, one line a block, without footnotes; `say` gives the plain words of a reference."""
    html: list[str] = []
    references: list[Reference] = []
    for item in items:
        html.append(item if isinstance(item, str) else f"\0{len(references)}\0")
        references += [] if isinstance(item, str) else [item]
    parts = _without_markup("".join(html)).split("\0")
    parts[1::2] = [say(references[int(number)]) for number in parts[1::2]]
    return "".join(parts)


def _without_markup(html: str) -> str:
    for opening, closing in (('<sup class="note"', "</sup>"), ('<section class="footnotes"', "</section>")):
        first, *others = html.split(opening)
        html = first + "".join(other.partition(closing)[2] for other in others)
    first, *others = html.split("<")
    for other in others:
        tag, _, text = other.partition(">")
        tag += ">"
        first += ("\1" if tag.startswith(BREAKS) else " " if tag.startswith(GAPS) else "") + text
    return "\n".join(filter(None, map(_one_line, unescaped(first).split("\1"))))


def _one_line(text: str) -> str:
    return " ".join(filter(None, text.replace("\n", " ").split(" ")))


def escaped(text: str) -> str:
    """Text as HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescaped(html: str) -> str:
    """What `escaped` was given, and the quotes of an attribute."""
    return html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&") if "&" in html else html
