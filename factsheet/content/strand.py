"""Running text on its way into HTML: typography, tokens turned back into what they stand for, characters escaped, addresses looked at."""

import re
from collections.abc import Callable

from factsheet.content.address import trouble
from factsheet.content.marks import ENTITY, LEAD, TOKEN, Mark, Marked, decoded, fenced, target_end
from factsheet.content.passage import Finding, Reference, escaped, is_visible
from factsheet.content.typography import educated
from factsheet.record import Record

PLACEHOLDER = re.compile("\x02([^\x02\x03]*)\x03")


class Address(Record):
    """Where a link or an image points to, in its own characters, and the stretch of the text where that is written."""

    target: str
    start: int
    end: int


class Strand:
    """`out` is the HTML so far; `near` the mark that stands right before the next element."""

    def __init__(self, marked: Marked, smart: Callable[[str], str]):
        self.marks, self.lines, self.findings = marked.marks, marked.lines, marked.findings
        self.smart = smart
        self.out: list[str | Reference] = []
        self.near: Mark | None = None
        self.in_link = False
        self.opened: set[str] = set()

    def words(self, raw: str | None) -> None:
        """Running text; what the converter set aside as it is, such as an autolink's address, keeps its quotes straight."""
        if not raw:
            return
        if ("'" in raw or '"' in raw or "--" in raw or "..." in raw) and type(raw).__name__ != "AtomicString":
            curled = educated(raw)
            raw = self.smart(raw) if curled is None else curled
        self.spread(raw, plain=False)

    def spread(self, raw: str, plain: bool) -> None:
        """Text with its tokens; `plain` where it stands in an attribute."""
        last: Mark | None = None
        parts = TOKEN.split(raw) if LEAD in raw else [raw]
        for index, part in enumerate(parts):
            if index % 2:
                last = self.marks[int(part)]
                self.token(last, plain)
                self.complain(last, parts[index - 1], parts[index + 1])
            elif part:
                self.out.append(quoted(settled(part)) if plain else escaped(settled(part)))
                last = None
        self.near = last if last and last.kind == "link" else None

    def token(self, mark: Mark, plain: bool) -> None:
        """What a token stands for."""
        if isinstance(mark.read, Reference):
            self.out.append(mark.read._replace(inside_link=self.in_link, plain=plain))
        elif mark.kind == "hidden":
            self.out.append("\ufffd")
        elif mark.kind == "fence" and not plain:
            self.out.append(f"<code>{escaped(fenced(mark.source))}</code>")
        elif mark.source:
            self.out.append(quoted(mark.source))

    def complain(self, mark: Mark, before: str, after: str) -> None:
        """What is wrong with the text at a token, now that it has turned out to stand in running text."""
        if isinstance(mark.read, Finding):
            self.findings.append(mark.read)
        elif mark.kind == "hidden":
            self.find(mark, "invisible-character", "This stands for an invisible character, which can make the text "
                      "read other than it is.", "Delete it.")
        elif mark.kind == "tag" and before.endswith("<"):
            self.raw_html(mark)
        elif mark.kind == "open" and before.endswith("[["):
            self.find(mark, "bad-value", "A reference is a name between [[ and ]] on one line, for example [[investment]]; "
                      "here [[ has no end.", "Write ]] after the name; if the brackets are to be seen, write \\[[.")
        elif mark.kind == "note" and after.startswith("[^"):
            name = self.lines.text[mark.start:mark.end][:60]
            self.find(mark, "unknown-reference", f"There is no footnote {name}.", f"Write it on a line of its own: {name}: the note.")

    def raw_html(self, mark: Mark) -> None:
        """A tag is told of; the one that closes it is not."""
        tag = " ".join(self.lines.text[mark.start:mark.end].split())
        name = tag.strip("</>").partition(" ")[0].lower()
        if not tag.startswith("</") or name not in self.opened:
            self.opened.add(name)
            self.find(mark, "raw-html", f"HTML is not read here, and is printed as it stands; found `{tag[:80]}`.",
                      "Write it in Markdown, such as **bold** or [text](address). For a < to be seen write &lt;, "
                      "or put the code in `backticks`.")

    def find(self, mark: Mark, rule: str, message: str, hint: str) -> None:
        self.findings.append(Finding(*self.lines.stretch(mark.start, mark.end), rule, message, hint))

    def verbatim(self, raw: str) -> str:
        """Code as it was typed; the converter has escaped it once."""
        code = raw.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        return escaped(TOKEN.sub(self.as_typed, code) if LEAD in code else code)

    def as_typed(self, found: re.Match[str]) -> str:
        return self.marks[int(found.group(1))].source

    def unmarked(self, raw: str) -> str:
        """Text with its references as they were typed."""
        return settled(TOKEN.sub(self.as_typed, raw) if LEAD in raw else raw).strip()

    def optional(self, name: str, raw: str | None) -> None:
        """An attribute, if it has a value."""
        if raw:
            self.out.append(f' {name}="')
            self.spread(raw, plain=True)
            self.out.append('"')

    def address(self, raw: str) -> Address:
        """An address and where it is written: behind its token, beside the mark of an autolink, or else wherever it is found."""
        target = self.unmarked(raw)
        marks = [self.marks[int(number)] for number in TOKEN.findall(raw)]
        for mark in marks:
            if mark.kind == "target":
                return Address(target, mark.start, target_end(self.lines.text, mark.start))
        if self.near:
            return Address(target, self.near.start, self.near.end)
        start = max(self.lines.text.find(target), 0)
        return Address(target, start, start + len(target))

    def is_sound(self, address: Address, image: bool) -> bool:
        """Whether an address may stand on the page; tells if not."""
        wrong = trouble(address.target, image)
        if wrong:
            self.findings.append(Finding(*self.lines.stretch(address.start, address.end), "bad-url", *wrong))
        return not wrong


def quoted(text: str) -> str:
    """Text as HTML that may stand in an attribute."""
    return escaped(text).replace('"', "&quot;")


def settled(text: str) -> str:
    """The converter's own signs resolved: entities first, then characters that a backslash had set apart."""
    text = text.replace("\x02amp\x03", "&")
    if "&" in text and ";" in text:
        text = ENTITY.sub(lambda found: decoded(found.group()), text)
        text = "".join(c if c in "\x02\x03" or is_visible(c) else "\ufffd" for c in text)
    if "\x02" in text:
        text = PLACEHOLDER.sub(_character, text).replace("\x02", "").replace("\x03", "")
    return text


def _character(found: re.Match[str]) -> str:
    return chr(int(found.group(1))) if found.group(1).isdecimal() else ""
