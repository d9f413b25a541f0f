"""The one door to Python-Markdown: an author's text becomes safe HTML with holes where its `[[references]]` stand.

Two steps. `convert` and `convert_inline` depend on the text alone, so what they give is kept across builds; `fill` and `plain`
put in what the references print, and import nothing. A short text without markup is converted without Python-Markdown, too.
"""

from collections.abc import Callable
from typing import Any

from factsheet.content.passage import (
    Finding,
    Heading,
    Labels,
    Lines,
    Link,
    Prose,
    Reference,
    escaped,
    invisible,
    read_reference,
    spoken,
)
from factsheet.content.typography import educated

__all__ = ["Finding", "Heading", "Labels", "Link", "Prose", "Reference", "convert", "convert_inline", "fill", "headline", "outline",
           "pack", "plain", "recall", "remember", "unpack"]

Printer = Callable[[Reference], str]
ENGLISH = Labels()
LARGEST = 1 << 20
SHORT = 5000
MARKUP = ("\\", "*", "_", "`", "](", "[^", "[[", "]]", "--", "  \n", "\n \n", "\t", "\r", "\x02")
HOLE = "\U000187F6"

_kept: dict[tuple[object, ...], Any] = {}
_used: set[tuple[object, ...]] = set()


def convert(text: str, taken: frozenset[str] = frozenset(), labels: Labels = ENGLISH) -> Prose:
    """A whole Markdown document; no id it gives is one of those `taken` on the page."""
    return _remembered(("document", text, tuple(sorted(taken)), tuple(labels)), lambda: _converted(text, False, taken, labels))


def convert_once(text: str) -> Prose:
    """A text that is somebody else's, converted and not remembered."""
    return _converted(text, False, frozenset(), ENGLISH)


def convert_inline(text: str) -> Prose:
    """A short text: emphasis, links, code and references, but no blocks."""
    return _simple(text) or _remembered(("inline", text), lambda: _converted(text, True, frozenset(), ENGLISH))


def fill(prose: Prose, printed: Printer) -> str:
    """The HTML; `printed` gives that of a reference. Inside an attribute its markup is left out."""
    pieces = [prose.pieces[0]]
    for reference, piece in zip(prose.references, prose.pieces[1:], strict=True):
        shown = printed(reference)
        pieces += (_in_attribute(shown) if reference.plain else shown, piece)
    return "".join(pieces)


def plain(prose: Prose, printed: Printer) -> str:
    """The words without markup and footnotes, one line a block; `printed` gives the plain words of a reference."""
    items: list[str | Reference] = [prose.pieces[0]]
    for reference, piece in zip(prose.references, prose.pieces[1:], strict=True):
        items += (reference, piece)
    return spoken(items, printed)


def outline(prose: Prose, printed: Printer) -> tuple[Heading, ...]:
    """The headings with what their references print."""
    return tuple(heading._replace(text=_said(heading.text, prose, printed)) for heading in prose.headings)


def headline(prose: Prose, printed: Printer) -> str:
    """The title with what its references print; empty if the text begins with no heading of the first level."""
    return _said(prose.title, prose, printed)


def pack(prose: Prose) -> tuple[object, ...]:
    """Tuples, texts and numbers only: what `marshal` takes."""
    return tuple(tuple(map(tuple, part)) if part and name in ("references", "headings", "findings", "links") else part
                 for name, part in zip(Prose._fields, prose, strict=True))


def unpack(packed: Any) -> Prose:
    """What `pack` was given."""
    pieces, references, headings, findings, links, title, ids = packed
    return Prose(pieces, tuple(map(Reference._make, references)), tuple(map(Heading._make, headings)), tuple(map(Finding._make, findings)),
                 tuple(map(Link._make, links)), title, ids)


def recall(path: str) -> frozenset[tuple[object, ...]]:
    """Takes in what earlier builds converted, and says which texts; anything odd about the file means: nothing."""
    import marshal

    _kept.clear()
    _used.clear()
    try:
        with open(path, "rb") as file:
            surroundings, kept = marshal.loads(file.read())
        if surroundings == _surroundings():
            _kept.update(kept)
    except (OSError, ValueError, EOFError, TypeError):
        _kept.clear()
    return frozenset(_kept)


def remember(recalled: frozenset[tuple[object, ...]], path: str) -> None:
    """Keeps what was converted or used since `recall`, if that is not just what was there."""
    import marshal

    from factsheet.fresh import keep

    if _used != recalled:
        memory: Any = (_surroundings(), {key: _kept[key] for key in _kept if key in _used})
        keep(path, marshal.dumps(memory))


def _surroundings() -> tuple[object, ...]:
    """All besides the text that a conversion depends on: this program, the interpreter, its packages."""
    import os
    import sys

    from factsheet.fresh import stamp

    here = os.path.dirname(os.path.abspath(__file__))
    own = ("address", "engine", "marks", "passage", "prose", "strand", "typography", "weave")
    return (sys.version, tuple(stamp(os.path.join(here, f"{name}.py")) for name in own), tuple(map(stamp, sys.path[1:])))


def _remembered(key: tuple[object, ...], work: Callable[[], Prose]) -> Prose:
    _used.add(key)
    if key in _kept:
        return unpack(_kept[key])
    prose = work()
    _kept[key] = pack(prose)
    return prose


def _converted(text: str, inline: bool, taken: frozenset[str], labels: Labels) -> Prose:
    if len(text) > LARGEST:
        message = f"A text may have {LARGEST >> 20} MiB; this one has more."
        return Prose(("",), findings=(Finding(1, 1, 1, "too-large", message, "Split it into several pages."),))
    from factsheet.content.engine import converted

    return converted(text.removeprefix("\ufeff"), inline, taken, labels)


def _simple(text: str) -> Prose | None:
    """A short text that is nothing but words and references; None for any other."""
    if len(text) > SHORT or HOLE in text or text != text.strip():
        return None
    lines, parts, references, position = Lines(text), [], [], 0
    while (start := text.find("[[", position)) >= 0:
        end = text.find("]]", start)
        read = read_reference(text[start + 2:end], lines.stretch(start, end + 2)) if end > 0 and "\n" not in text[start:end] else None
        if not isinstance(read, Reference):
            return None
        parts.append(text[position:start])
        references.append(read)
        position = end + 2
    words = _words(HOLE.join([*parts, text[position:]]), text, lines)
    return None if words is None else Prose(tuple(words.split(HOLE)), tuple(references))


def _words(bare: str, text: str, lines: Lines) -> str | None:
    """Words without markup as HTML."""
    if any(sign in bare for sign in MARKUP) or ("&" in bare and ";" in bare) or invisible(text, lines):
        return None
    if "<" in bare and not all(part[:1] in tuple(" =0123456789") for part in bare.split("<")[1:]):
        return None
    curled = educated(bare)
    return None if curled is None else escaped(curled)


def _in_attribute(html: str) -> str:
    first, *others = html.split("<")
    return (first + "".join(other.partition(">")[2] for other in others)).replace('"', "&quot;").replace(">", "&gt;")


def _said(text: str, prose: Prose, printed: Printer) -> str:
    for reference in prose.references if "[[" in text else ():
        text = text.replace(reference.written, printed(reference))
    return text
