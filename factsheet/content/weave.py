"""The converted tree becomes pieces of HTML. Tags are written here and nowhere else: what has no line here is not written."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from factsheet.content.address import attribute, is_external, published
from factsheet.content.marks import TOKEN, Mark, Marked, fenced
from factsheet.content.passage import Finding, Heading, Labels, Link, Prose, escaped, spoken
from factsheet.content.strand import Strand, quoted

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DEEPEST = 100
MOST_FINDINGS = 100
FORMS = {
    "p": ("<p>", "</p>\n"), "ul": ("<ul>\n", "</ul>\n"), "li": ("<li>", "</li>\n"), "blockquote": ("<blockquote>\n", "</blockquote>\n"),
    "em": ("<em>", "</em>"), "strong": ("<strong>", "</strong>"), "hr": ("<hr>\n", ""), "br": ("<br>\n", ""),
    "thead": ("<thead>\n", "</thead>\n"), "tbody": ("<tbody>\n", "</tbody>\n"), "tr": ("<tr>", "</tr>\n"),
}


class TooDeep(Exception):
    """Elements lie deeper in one another than anyone could follow."""


class Weaver(Strand):
    """One walk over a tree."""

    def __init__(self, marked: Marked, smart: Callable[[str], str], labels: Labels, taken: frozenset[str]):
        super().__init__(marked, smart)
        self.labels, self.taken = labels, taken
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.ids: dict[str, None] = {}
        self.stems: dict[str, int] = {}
        self.depth = 0
        self.notes: dict[str, Element] = {}
        self.numbers: dict[str, int] = {}
        self.called: dict[str, int] = {}
        self.columns: list[str] = []
        self.tables: dict[str, int] = {}
        names = ("fn", *(f"fn{number}" for number in range(2, len(taken) + 3)))
        self.prefix = next(name for name in names if not any(id.startswith((f"{name}-", f"{name}ref-")) for id in taken))

    def document(self, root: "Element") -> Prose:
        """A whole text."""
        notes = root.find("div/ol")
        self.notes = {note.get("id", ""): note for note in notes} if notes is not None else {}
        self.children(root)
        return self.prose(self.headings[0].text if len(root) and root[0].tag == "h1" else "")

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
        weave = WEAVERS.get(element.tag, Weaver.plainly)
        weave(self, element)
        self.near = None
        self.depth -= 1

    def plainly(self, element: "Element") -> None:
        opening, closing = FORMS.get(element.tag, ("", ""))
        self.around(opening, element, closing)

    def around(self, opening: str, element: "Element", closing: str) -> None:
        self.out.append(opening)
        self.children(element)
        self.out.append(closing)

    def paragraph(self, element: "Element") -> None:
        """A paragraph, or the fenced code that stands for itself in one."""
        only = None if len(element) else TOKEN.fullmatch(element.text or "")
        mark = self.marks[int(only.group(1))] if only else None
        if mark and mark.kind == "fence":
            self.code_block(escaped(fenced(mark.source)))
        else:
            self.plainly(element)

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
        """A heading with an id from its words, in which a reference counts by its name: ids do not change with values."""
        start = len(self.out)
        self.around("", element, f"</{element.tag}>\n")
        inner = self.out[start:-1]
        id = self.new_id(slug(spoken(inner, lambda reference: reference.literal or reference.name)))
        self.out[start] = f'<{element.tag} id="{quoted(id)}">'
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
        """A link; in a link, only its words."""
        if element.get("class") == "footnote-backref":
            self.back(element)
            return
        address = self.address(element.get("href", ""))
        if not self.is_sound(address, image=False) or self.in_link:
            self.children(element)
            return
        self.links.append(Link(address.target, *self.lines.stretch(address.start, address.end)))
        self.out.append(f'<a href="{attribute(published(address.target))}"')
        self.optional("title", element.get("title"))
        self.in_link = True
        self.around(' rel="noopener">' if is_external(address.target) else ">", element, "</a>")
        self.in_link = False

    def image(self, element: "Element") -> None:
        """An image; where its address may not stand, the words in its place."""
        address, sign = self.address(element.get("src", "")), self.near
        raw = element.get("alt", "")
        alt = " ".join(self.unmarked(raw).split())
        if not alt:
            self.find(sign or Mark("link", address.start, address.end), "no-alt",
                      "An image says in words what it shows, for those who cannot see it; here the words are missing.",
                      "Write them between the square brackets: ![what the image shows](images/name.png).")
        if not self.is_sound(address, image=True):
            self.spread(raw, plain=False)
            return
        self.links.append(Link(address.target, *self.lines.stretch(address.start, address.end), image=True, alt=alt))
        self.out.append(f'<img src="{attribute(address.target)}" alt="')
        self.spread(raw, plain=True)
        self.out.append('"')
        self.optional("title", element.get("title"))
        self.out.append(">")

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
        label = quoted(self.labels.note.format(number))
        self.out.append(f'<sup class="note" id="{id}"><a href="#{self.prefix}-{number}" role="doc-noteref" aria-label="{label}">'
                        f"{number}</a></sup>")

    def call_id(self, number: int, time: int) -> str:
        return f"{self.prefix}ref-{number}" + (f"-{time}" if time > 1 else "")

    def back(self, element: "Element") -> None:
        """The ways from a footnote back to the text."""
        name = element.get("href", "")[1:].replace("fnref:", "fn:", 1)
        number, times = self.numbers[name], self.called.get(name, 0)
        for time in range(1, times + 1):
            label = quoted(self.labels.back.format(number) + (f" ({time})" if times > 1 else ""))
            self.out.append(f' <a class="back" href="#{self.call_id(number, time)}" role="doc-backlink" aria-label="{label}">↩\ufe0e</a>')

    def division(self, element: "Element") -> None:
        """The footnotes, those that nothing calls last; the converter makes no other div."""
        self.out.append(f'<section class="footnotes" role="doc-endnotes" aria-label="{quoted(self.labels.notes)}">\n<ol>\n')
        order, uncalled = list(self.numbers), iter(self.notes)
        for number in range(1, len(self.notes) + 1):
            if number > len(self.numbers):
                self.numbers[next(name for name in uncalled if name not in self.numbers)] = number
            if number > len(order):
                order += list(self.numbers)[len(order):]
            id = f"{self.prefix}-{number}"
            self.ids[id] = None
            self.around(f'<li id="{id}">', self.notes[order[number - 1]], "</li>\n")
        self.out.append("</ol>\n</section>\n")

    def table(self, element: "Element") -> None:
        """In a box of its own that scrolls sideways, can be reached with the keys, and is named by its columns."""
        self.columns = []
        start = len(self.out)
        self.around("", element, "</table>\n</div>\n")
        name = ", ".join(self.columns) or self.labels.table
        self.tables[name] = self.tables.get(name, 0) + 1
        again = f" ({self.tables[name]})" if self.tables[name] > 1 else ""
        self.out[start] = f'<div class="table" role="region" aria-label="{quoted(name + again)}" tabindex="0">\n<table>\n'

    def cell(self, element: "Element") -> None:
        align = f' class="{element.get("align")}"' if element.get("align") in ("left", "center", "right") else ""
        heads = element.tag == "th" and (len(element) > 0 or bool((element.text or "").strip()))
        start = len(self.out)
        self.around(f'<th scope="col"{align}>' if heads else f"<td{align}>", element, "</th>" if heads else "</td>")
        name = " ".join(spoken(self.out[start + 1:-1], lambda reference: "").split()) if heads else ""
        self.columns += [name] if name else []


def slug(text: str) -> str:
    """An id from words: letters and digits of any script, small, Latin ones without accents, joined by hyphens."""
    if text.isascii():
        return _joined("".join(c if c.isalnum() else " " for c in text))
    from unicodedata import category, normalize

    parts = [(c, normalize("NFKD", c)) for c in normalize("NFC", text)]
    text = "".join("".join(filter(str.isascii, plain)) if plain[0].isascii() else c for c, plain in parts)
    return _joined("".join(c if c.isalnum() or category(c).startswith("M") else " " for c in text))


def _joined(words: str) -> str:
    return "-".join(words.lower().split())[:80].rstrip("-") or "section"


def told(findings: list[Finding]) -> tuple[Finding, ...]:
    """The findings in the order of the text, each once; the first hundred speak for more."""
    listed = sorted(dict.fromkeys(findings))
    if len(listed) > MOST_FINDINGS:
        message = f"{len(listed) - MOST_FINDINGS} more problems of this text are not listed."
        listed[MOST_FINDINGS:] = [listed[MOST_FINDINGS]._replace(message=message, hint="Mend those above first.")]
    return tuple(listed)


WEAVERS: dict[str, Callable[[Weaver, "Element"], None]] = {
    "p": Weaver.paragraph, "code": Weaver.code, "pre": Weaver.preformatted, "ol": Weaver.numbered, "a": Weaver.anchor,
    "img": Weaver.image, "sup": Weaver.call, "div": Weaver.division, "table": Weaver.table, "th": Weaver.cell, "td": Weaver.cell,
    **{f"h{level}": Weaver.heading for level in range(1, 7)},
}
