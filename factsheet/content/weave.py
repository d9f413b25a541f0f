"""The converted tree becomes pieces of HTML. Tags are written here and nowhere else: what has no line here is not written."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from factsheet.content.address import attribute, is_external, trouble
from factsheet.content.marks import ENTITY, LEAD, TOKEN, Mark, Marked, decoded, fenced, target_end
from factsheet.content.passage import Finding, Heading, Labels, Link, Prose, Reference, escaped, is_visible, spoken
from factsheet.content.typography import educated

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DEEPEST = 100
MOST_FINDINGS = 100
PLACEHOLDER = re.compile("\x02([^\x02\x03]*)\x03")
FORMS = {
    "p": ("<p>", "</p>\n"), "ul": ("<ul>\n", "</ul>\n"), "li": ("<li>", "</li>\n"), "blockquote": ("<blockquote>\n", "</blockquote>\n"),
    "em": ("<em>", "</em>"), "strong": ("<strong>", "</strong>"), "hr": ("<hr>\n", ""), "br": ("<br>\n", ""),
    "thead": ("<thead>\n", "</thead>\n"), "tbody": ("<tbody>\n", "</tbody>\n"), "tr": ("<tr>", "</tr>\n"),
}


class TooDeep(Exception):
    """Elements lie deeper in one another than anyone could follow."""


class Weaver:
    """One walk over a tree; `out` is the HTML so far, `near` the mark that stands right before the next element."""

    def __init__(self, marked: Marked, smart: Callable[[str], str], labels: Labels, taken: frozenset[str]):
        self.marks, self.lines, self.findings = marked.marks, marked.lines, marked.findings
        self.smart, self.labels, self.taken = smart, labels, taken
        self.out: list[str | Reference] = []
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.ids: dict[str, None] = {}
        self.near: Mark | None = None
        self.in_link = False
        self.opened: set[str] = set()
        self.depth = 0
        self.notes: dict[str, Element] = {}
        self.numbers: dict[str, int] = {}
        self.called: dict[str, int] = {}
        self.header: list[list[str | Reference]] = []
        self.tables: dict[str, int] = {}
        self.stems: dict[str, int] = {}
        self.prefix = next(name for name in ("fn", *(f"fn{number}" for number in range(2, len(taken) + 3)))
                           if not any(id.startswith((f"{name}-", f"{name}ref-")) for id in taken))

    def document(self, root: "Element") -> Prose:
        """A whole text."""
        notes = root.find("div/ol")
        self.notes = {note.get("id", ""): note for note in notes} if notes is not None else {}
        self.children(root)
        first = root[0].tag if len(root) else ""
        return self.prose(self.headings[0].text if first == "h1" else "")

    def inline(self, paragraph: "Element") -> Prose:
        """A short text without the paragraph around it."""
        self.children(paragraph)
        return self.prose("")

    def prose(self, title: str) -> Prose:
        parts: list[list[str]] = [[]]
        references = []
        for item in self.out:
            if isinstance(item, str):
                parts[-1].append(item)
            else:
                references.append(item)
                parts.append([])
        pieces = list(map("".join, parts))
        pieces[0] = pieces[0].lstrip()
        pieces[-1] = pieces[-1].rstrip()
        return Prose(tuple(pieces), tuple(references), tuple(self.headings), told(self.findings), tuple(self.links), title, tuple(self.ids))

    def children(self, element: "Element") -> None:
        self.words(element.text)
        for child in element:
            self.element(child)
            self.words(child.tail)

    def element(self, element: "Element") -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise TooDeep
        weave = WEAVERS.get(element.tag)
        if weave:
            weave(self, element)
        else:
            opening, closing = FORMS.get(element.tag, ("", ""))
            self.around(opening, element, closing)
        self.near = None
        self.depth -= 1

    def around(self, opening: str, element: "Element", closing: str) -> None:
        self.out.append(opening)
        self.children(element)
        self.out.append(closing)

    # Text

    def words(self, raw: str | None) -> None:
        """Running text: typography, tokens, characters."""
        if not raw:
            return
        if ("'" in raw or '"' in raw or "--" in raw or "..." in raw) and type(raw).__name__ != "AtomicString":
            curled = educated(raw)
            raw = self.smart(raw) if curled is None else curled
        self.spread(raw, False)

    def spread(self, raw: str, plain: bool) -> None:
        """Text with its tokens turned into what they stand for; `plain` within an attribute."""
        before: Mark | None = None
        parts = TOKEN.split(raw) if LEAD in raw else [raw]
        for index, part in enumerate(parts):
            if index % 2:
                before = self.marks[int(part)]
                self.token(before, parts[index - 1], parts[index + 1], plain)
            elif part:
                text = escaped(settled(part))
                self.out.append(text.replace('"', "&quot;") if plain else text)
                before = None
        self.near = before if before and before.kind == "link" else None

    def token(self, mark: Mark, before: str, after: str, plain: bool) -> None:
        """What a token stands for in running text."""
        kind = mark.kind
        if isinstance(mark.read, Reference):
            self.out.append(mark.read._replace(inside_link=self.in_link, plain=plain))
        elif kind == "hidden":
            self.out.append("\ufffd")
            self.find(mark, "invisible-character", "This stands for an invisible character, which can make the text read other than it is.", "Delete it.")
        elif kind == "fence" and not plain:
            self.out.append(f"<code>{escaped(fenced(mark.source))}</code>")
        elif mark.source:
            self.out.append(escaped(mark.source).replace('"', "&quot;"))
        if isinstance(mark.read, Finding):
            self.findings.append(mark.read)
        if kind == "tag" and before.endswith("<"):
            tag = " ".join(self.lines.text[mark.start:mark.end].split())
            name = tag.strip("</>").partition(" ")[0].lower()
            if tag.startswith("</") and name in self.opened:
                return
            self.opened.add(name)
            self.find(mark, "raw-html", f"HTML is not read here, and is printed as it stands; found `{tag[:80]}`.",
                      "Write it in Markdown, such as **bold** or [text](address). For a < to be seen write &lt;, or put the code in `backticks`.")
        elif kind == "open" and before.endswith("[["):
            self.find(mark, "bad-value", "A reference is a name between [[ and ]] on one line, for example [[investment]]; here [[ has no end.",
                      "Write ]] after the name; if the brackets are to be seen, write \\[[.")
        elif kind == "note" and after.startswith("[^"):
            name = self.lines.text[mark.start:mark.end]
            self.find(mark, "unknown-reference", f"There is no footnote {name[:60]}.", f"Write it on a line of its own: {name[:60]}: the note.")

    def verbatim(self, raw: str) -> str:
        """Code as it was typed; the converter has escaped it once."""
        text = TOKEN.sub(lambda found: self.marks[int(found.group(1))].source, raw) if LEAD in raw else raw
        return escaped(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))

    def find(self, mark: Mark, rule: str, message: str, hint: str) -> None:
        self.findings.append(Finding(*self.lines.stretch(mark.start, mark.end), rule, message, hint))

    # Elements

    def paragraph(self, element: "Element") -> None:
        only = TOKEN.fullmatch(element.text or "") if not len(element) else None
        mark = self.marks[int(only.group(1))] if only else None
        if mark and mark.kind == "fence":
            self.code_block(escaped(fenced(mark.source)))
        else:
            self.around(*_form(element))

    def code(self, element: "Element") -> None:
        self.out.append(f"<code>{self.verbatim(element.text or '')}</code>")

    def preformatted(self, element: "Element") -> None:
        self.code_block(self.verbatim("".join(element.itertext()).rstrip()))

    def code_block(self, html: str) -> None:
        """Focusable, so that a long line can be scrolled to with the keys."""
        self.out.append(f'<pre tabindex="0"><code>{html}\n</code></pre>\n')

    def numbered(self, element: "Element") -> None:
        start = element.get("start", "1")[:9]
        first = int(start) if start.isdecimal() else 1
        self.around("<ol>\n" if first == 1 else f'<ol start="{first}">\n', element, "</ol>\n")

    def heading(self, element: "Element") -> None:
        start = len(self.out)
        self.around("", element, f"</{element.tag}>\n")
        inner = self.out[start:-1]
        id = self.new_id(slug(spoken(inner, lambda reference: reference.literal or reference.name)))
        self.out[start] = f'<{element.tag} id="{escaped(id)}">'
        self.headings.append(Heading(int(element.tag[1]), id, spoken(inner, lambda reference: reference.written)))

    def new_id(self, stem: str) -> str:
        """An id that nothing on the page has yet."""
        stem = f"section-{stem}" if stem.startswith((f"{self.prefix}-", f"{self.prefix}ref-")) else stem
        id, number = stem, self.stems.get(stem, 1)
        while id in self.ids or id in self.taken:
            number += 1
            id = f"{stem}-{number}"
        self.stems[stem] = number
        self.ids[id] = None
        return id

    def anchor(self, element: "Element") -> None:
        if element.get("class") == "footnote-backref":
            return self.back(element)
        address, start, end = self.address(element.get("href", ""))
        self.report(address, start, end, False)
        if self.in_link or trouble(address, False):
            return self.children(element)
        self.links.append(Link(address, *self.lines.stretch(start, end)))
        self.out.append(f'<a href="{attribute(address)}"')
        self.optional("title", element.get("title"))
        self.in_link = True
        self.around(' rel="noopener">' if is_external(address) else ">", element, "</a>")
        self.in_link = False

    def image(self, element: "Element") -> None:
        sign = self.near
        address, start, end = self.address(element.get("src", ""))
        self.report(address, start, end, True)
        raw = element.get("alt", "")
        alt = " ".join(settled(TOKEN.sub(self.as_written, raw)).split())
        if not alt:
            self.find(sign or Mark("link", start, end), "no-alt", "An image says in words what it shows, for those who cannot see it; here the words are missing.",
                      "Write them between the square brackets: ![what the image shows](images/name.png).")
        if trouble(address, True):
            return self.spread(raw, False)
        self.links.append(Link(address, *self.lines.stretch(start, end), image=True, alt=alt))
        self.out.append(f'<img src="{attribute(address)}" alt="')
        self.spread(raw, True)
        self.out.append('"')
        self.optional("title", element.get("title"))
        self.out.append(">")

    def as_written(self, found: re.Match[str]) -> str:
        return self.marks[int(found.group(1))].source

    def optional(self, name: str, raw: str | None) -> None:
        if raw:
            self.out.append(f' {name}="')
            self.spread(raw, True)
            self.out.append('"')

    def address(self, raw: str) -> tuple[str, int, int]:
        """An address in its own characters, and where it is written."""
        marks = [self.marks[int(number)] for number in TOKEN.findall(raw)]
        address = settled(TOKEN.sub(self.as_written, raw)).strip()
        place = next((mark for mark in marks if mark.kind == "target"), None)
        if place:
            return address, place.start, target_end(self.lines.text, place.start)
        if self.near:
            return address, self.near.start, self.near.end
        start = max(self.lines.text.find(address), 0)
        return address, start, start + len(address)

    def report(self, address: str, start: int, end: int, image: bool) -> None:
        if wrong := trouble(address, image):
            self.findings.append(Finding(*self.lines.stretch(start, end), "bad-url", *wrong))

    # Footnotes and tables

    def call(self, element: "Element") -> None:
        """A number that leads to a footnote; footnotes are numbered as they are called."""
        name = element[0].get("href", "")[1:] if len(element) else ""
        number = self.numbers.setdefault(name, len(self.numbers) + 1)
        if self.in_link:
            self.out.append(f'<sup class="note">{number}</sup>')
            return
        self.called[name] = self.called.get(name, 0) + 1
        id = self.call_id(number, self.called[name])
        self.ids[id] = None
        self.out.append(f'<sup class="note" id="{id}"><a href="#{self.prefix}-{number}" role="doc-noteref" '
                        f'aria-label="{_attribute(self.labels.note.format(number))}">{number}</a></sup>')

    def call_id(self, number: int, time: int) -> str:
        return f"{self.prefix}ref-{number}" + (f"-{time}" if time > 1 else "")

    def back(self, element: "Element") -> None:
        """The ways from a footnote back to the text."""
        name = element.get("href", "")[1:].replace("fnref:", "fn:", 1)
        for time in range(1, self.called.get(name, 0) + 1):
            self.out.append(f' <a class="back" href="#{self.call_id(self.numbers[name], time)}" role="doc-backlink" '
                            f'aria-label="{_attribute(self.labels.back.format(self.numbers[name]))}">↩\ufe0e</a>')

    def division(self, element: "Element") -> None:
        """The footnotes, those that nothing calls last; the converter makes no other div."""
        self.out.append(f'<section class="footnotes" role="doc-endnotes" aria-label="{_attribute(self.labels.notes)}">\n<ol>\n')
        order, uncalled = list(self.numbers), iter(self.notes)
        for number in range(1, len(self.notes) + 1):
            if number > len(self.numbers):
                self.numbers[next(name for name in uncalled if name not in self.numbers)] = number
            order += list(self.numbers)[len(order):] if number > len(order) else []
            id = f"{self.prefix}-{number}"
            self.ids[id] = None
            self.around(f'<li id="{id}">', self.notes[order[number - 1]], "</li>\n")
        self.out.append("</ol>\n</section>\n")

    def table(self, element: "Element") -> None:
        """In a box of its own that scrolls sideways, can be reached with the keys, and is named by its columns."""
        self.header = []
        start = len(self.out)
        self.around("", element, "</table>\n</div>\n")
        columns = (" ".join(spoken(cell, lambda reference: "").split()) for cell in self.header)
        name = ", ".join(filter(None, columns)) or self.labels.table
        self.tables[name] = self.tables.get(name, 0) + 1
        again = f" ({self.tables[name]})" if self.tables[name] > 1 else ""
        self.out[start] = f'<div class="table" role="region" aria-label="{_attribute(name + again)}" tabindex="0">\n<table>\n'

    def cell(self, element: "Element") -> None:
        align = f' class="{element.get("align")}"' if element.get("align") in ("left", "center", "right") else ""
        heads = element.tag == "th" and (len(element) or (element.text or "").strip())
        start = len(self.out)
        self.around(f'<th scope="col"{align}>' if heads else f"<td{align}>", element, "</th>" if heads else "</td>")
        if heads:
            self.header.append(self.out[start + 1:-1])


def _form(element: "Element") -> tuple[str, "Element", str]:
    opening, closing = FORMS[element.tag]
    return opening, element, closing


def _attribute(text: str) -> str:
    return escaped(text).replace('"', "&quot;")


def settled(text: str) -> str:
    """The converter's own signs resolved: entities, then characters that a backslash had set apart."""
    text = text.replace("\x02amp\x03", "&")
    if "&" in text and ";" in text:
        text = "".join(c if c in "\n\x02\x03" or is_visible(c) else "\ufffd" for c in ENTITY.sub(lambda found: decoded(found.group()), text))
    return PLACEHOLDER.sub(_character, text).replace("\x02", "").replace("\x03", "") if "\x02" in text else text


def _character(found: re.Match[str]) -> str:
    return chr(int(found.group(1))) if found.group(1).isdecimal() else ""


def slug(text: str) -> str:
    """An id from a heading: letters and digits of any script, in small letters, accents off Latin ones, joined by hyphens."""
    if not text.isascii():
        from unicodedata import category, normalize

        parts = [(c, normalize("NFKD", c)) for c in normalize("NFC", text)]
        text = "".join("".join(filter(str.isascii, plain)) if plain[0].isascii() else c for c, plain in parts)
        return _joined("".join(c if c.isalnum() or category(c).startswith("M") else " " for c in text))
    return _joined("".join(c if c.isalnum() else " " for c in text))


def _joined(words: str) -> str:
    return "-".join(words.lower().split())[:80].rstrip("-") or "section"


def told(findings: list[Finding]) -> tuple[Finding, ...]:
    """The findings in the order of the text, each once; the first hundred speak for more."""
    listed = sorted(dict.fromkeys(findings))
    if len(listed) > MOST_FINDINGS:
        left = len(listed) - MOST_FINDINGS
        listed[MOST_FINDINGS:] = [listed[MOST_FINDINGS]._replace(message=f"{left} more problems of this text are not listed.", hint="Mend those above first.")]
    return tuple(listed)


WEAVERS: dict[str, Callable[[Weaver, "Element"], None]] = {
    "p": Weaver.paragraph, "code": Weaver.code, "pre": Weaver.preformatted, "ol": Weaver.numbered, "a": Weaver.anchor, "img": Weaver.image,
    "sup": Weaver.call, "div": Weaver.division, "table": Weaver.table, "th": Weaver.cell, "td": Weaver.cell,
    **{f"h{level}": Weaver.heading for level in range(1, 7)},
}
