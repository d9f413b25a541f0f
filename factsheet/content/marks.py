"""The author's text, marked: what must be found again after the conversion leaves a token that Markdown takes for a word.

A token is a letter that no language at hand uses, a number, and another such letter: quotes and emphasis beside it come out as
beside a word, code keeps it, and it can be turned back into what stood there. An author who does write those letters gets them
back in the same way.
"""

import re

from factsheet.content.passage import Finding, Lines, Reference, invisible, is_visible, read_reference
from factsheet.record import Record

LEAD, TAIL = "\U000187F6", "\U000187F7"
LONGEST_REFERENCE = 500
MOST_MARKS = 20_000
SIGN = re.compile(rf"\[\[(?!\[)|!\[|\]\(|\]:|\[\^|<(?![\s<])|&(?=[#A-Za-z])|[{LEAD}{TAIL}]")
TOKEN = re.compile(f"{LEAD}([0-9]+){TAIL}")
AUTOLINK = rf"<([A-Za-z][A-Za-z0-9+.-]*://[^<>\s{LEAD}]*)>"
AUTOMAIL = rf"<([^<>\s!@\x02{LEAD}]+@[^<>\s@\x02{LEAD}]+)>"
AUTO = re.compile(f"{AUTOLINK}|{AUTOMAIL}")
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
OPENING = re.compile(r"<(?:!(?=--|\[|[A-Za-z])|\?(?=[A-Za-z=])|/?([A-Za-z][A-Za-z0-9]*)(?=[\s/<>]|$))")
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
FENCE = re.compile(r"^( *)(`{3,}|~{3,})([^`\n]*)$", re.MULTILINE)
ELEMENTS = frozenset({
    "abbr", "address", "area", "article", "aside", "audio", "base", "blockquote", "body", "br", "button", "canvas", "caption",
    "center", "cite", "code", "col", "data", "datalist", "dd", "del", "details", "dfn", "dialog", "div", "dl", "dt", "em", "embed",
    "fieldset", "figcaption", "figure", "font", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hr", "html", "iframe", "img", "input", "ins", "kbd", "label", "legend", "li", "link", "main", "map", "mark",
    "marquee", "math", "menu", "meta", "nav", "noscript", "object", "ol", "option", "output", "param", "picture", "pre", "progress",
    "rp", "rt", "ruby", "samp", "script", "section", "select", "slot", "small", "source", "span", "strike", "strong", "style", "sub",
    "summary", "sup", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track",
    "ul", "var", "video", "wbr",
})


class Mark(Record):
    """What a token stands for: its kind, the stretch of the text it is about, and the characters it took the place of."""

    kind: str
    start: int
    end: int
    source: str = ""
    read: Reference | Finding | None = None


class Marked(Record):
    """The text with tokens in it, what they stand for, and what was found on the way."""

    text: str
    marks: list[Mark]
    findings: list[Finding]
    lines: Lines


def mark(typed: str, blocks: bool = True) -> Marked:
    """The text, marked; `blocks` is False for a text without code blocks and footnotes of its own."""
    lines = Lines(typed.replace("\r\n", "\n").replace("\r", "\n"))
    marker = _Marker(lines)
    marker.run(_fences(lines, marker.findings) if blocks else [])
    return Marked("".join(marker.out), marker.marks, marker.findings, lines)


class _Marker:
    """One walk over the text; `out` is the marked text so far, `done` how far the text has gone into it."""

    def __init__(self, lines: Lines):
        self.lines, self.text = lines, lines.text
        self.out: list[str] = []
        self.marks: list[Mark] = []
        self.findings = invisible(lines.text, lines)
        self.done = 0
        if self.findings:
            lines.text = self.text = "".join(c if is_visible(c) else "\ufffd" for c in self.text)

    def run(self, fences: list[tuple[int, int, str]]) -> None:
        start = 0
        for first, last, code in fences:
            self.signs(start, first)
            self.keep(first)
            indent = " " * (len(code) - len(code.lstrip(" ")))
            self.out.append("\n" + indent)
            self.put("fence", first, last, code)
            self.out.append("\n")
            self.done = start = last
        self.signs(start, len(self.text))
        self.keep(len(self.text))

    def signs(self, position: int, end: int) -> None:
        while (found := SIGN.search(self.text, position, end)) and len(self.marks) <= MOST_MARKS:
            position = max(SIGNS[found.group()[0], found.group()[1:]](self, found.start()), found.start() + 1)

    def keep(self, upto: int) -> None:
        """The text as it is, up to an offset."""
        self.out.append(self.text[self.done:upto])
        self.done = max(self.done, upto)

    def put(self, kind: str, start: int, end: int, source: str = "", read: Reference | Finding | None = None) -> None:
        self.out.append(f"{LEAD}{len(self.marks)}{TAIL}")
        self.marks.append(Mark(kind, start, end, source, read))

    def instead(self, kind: str, start: int, end: int, read: Reference | Finding | None = None) -> int:
        """A token in place of some characters."""
        self.keep(start)
        self.put(kind, start, end, self.text[start:end], read)
        self.done = end
        return end

    def beside(self, kind: str, offset: int, start: int, end: int) -> None:
        """A token between two characters, about a stretch near by."""
        self.keep(offset)
        self.put(kind, start, end)

    def escaped(self, offset: int) -> bool:
        before = self.text[max(0, offset - 100):offset]
        return (len(before) - len(before.rstrip("\\"))) % 2 == 1

    def line_start(self, offset: int) -> int:
        nearby = max(0, offset - 1000)
        return self.text.rfind("\n", nearby, offset) + 1 or nearby

    def reference(self, start: int) -> int:
        if self.escaped(start):
            return start + 1
        end = self.text.find("]]", start + 2, start + LONGEST_REFERENCE)
        inner = self.text[start + 2:end] if end >= 0 else ""
        if end < 0 or any(c in inner for c in "[]`") or ("\n" in inner and not _may_wrap(inner)):
            self.beside("open", start + 2, start, start + 2)
            return start + 2
        place = self.lines.stretch(start, end + 2)
        return self.instead("reference", start, end + 2, read_reference(inner, place))

    def image(self, start: int) -> int:
        """Beside the sign of an image; in `![[name]]` the exclamation mark ends a sentence."""
        if self.escaped(start) or (self.text.startswith("[[", start + 1) and self.text[start + 3:start + 4] != "["):
            return start + 1
        self.beside("link", start, start, start + 2)
        return start + 2

    def target(self, start: int) -> int:
        """At the head of `(address)`; inside the brackets of `(<address>)`, which would not be seen as such otherwise."""
        after = start + 2
        ahead = self.text[after:after + 100]
        begin = after + len(ahead) - len(ahead.lstrip())
        bracket = self.text.startswith("<", begin) and "\n" not in self.text[after:begin]
        begin += bracket
        self.beside("target", begin if bracket else after, begin, begin)
        return after

    def definition(self, start: int) -> int:
        """The same for `[name]: address`, on one line or two."""
        opening = self.text.rfind("[", self.line_start(start), start)
        ahead = self.text[start + 2:start + 100]
        rest = ahead.lstrip(" ").removeprefix("\n").lstrip(" ")
        begin = start + 2 + len(ahead) - len(rest) + rest.startswith("<")
        if opening >= 0 and not self.text.startswith("[^", opening) and rest[:1] not in ("", "\n", "[", "|"):
            self.beside("target", begin, begin, begin)
        return start + 2

    def note(self, start: int) -> int:
        end = self.text.find("]", start, start + 200)
        defined = self.text.startswith("]:", end) and not self.text[self.line_start(start):start].strip(" >")
        if end > 0 and not defined and not self.escaped(start):
            self.beside("note", start, start, end + 1)
        return start + 2

    def angle(self, start: int) -> int:
        """An autolink is noted and left whole; whatever else looks like HTML is marked behind its bracket."""
        if self.escaped(start):
            return start + 1
        if found := AUTO.match(self.text, start):
            self.beside("link", start, start + 1, found.end() - 1)
            return found.end()
        if end := self.tag_end(start):
            self.beside("tag", start + 1, start, end)
        return start + 1

    def tag_end(self, start: int) -> int:
        """Where raw HTML ends that begins here; 0 if none does, as in `a<b` or `5 < 6`."""
        if found := TAG.match(self.text, start):
            return found.end() if "\n\n" not in found.group() else 0
        found = OPENING.match(self.text, start)
        known = found and (not found.group(1) or found.group(1).lower() in ELEMENTS)
        if not found or not known or (found.group(1) and self.text[start - 1:start].isalnum()):
            return 0
        end = self.text.find(">", start, start + 200)
        return end + 1 if end >= 0 and "\n" not in self.text[start:end] else max(found.end(), start + 2)

    def entity(self, start: int) -> int:
        """`&#8238;` must not bring in what may not be typed."""
        if found := ENTITY.match(self.text, start):
            if not all(map(is_visible, decoded(found.group()))):
                return self.instead("hidden", start, found.end())
            return found.end()
        return start + 1

    def letter(self, start: int) -> int:
        return self.instead("letter", start, start + 1)


SIGNS = {
    ("[", "["): _Marker.reference, ("!", "["): _Marker.image, ("]", "("): _Marker.target, ("]", ":"): _Marker.definition,
    ("[", "^"): _Marker.note, ("<", ""): _Marker.angle, ("&", ""): _Marker.entity, (LEAD, ""): _Marker.letter, (TAIL, ""): _Marker.letter,
}


def _may_wrap(inner: str) -> bool:
    """A literal with its reason may be long and go on in the next line."""
    return inner.startswith("=") and "\n\n" not in inner


def target_end(text: str, begin: int) -> int:
    """Where an address ends: one in `<>` at the `>`, any other at a space or at a bracket that none inside it opened."""
    line = text.find("\n", begin, begin + 2000)
    closing = text.find(">", begin, line if line >= 0 else begin + 2000)
    if text[begin - 1:begin] == "<" and closing >= 0:
        return closing
    depth = 0
    for offset, character in enumerate(text[begin:begin + 2000], begin):
        depth += character == "("
        if character.isspace() or (character == ")" and depth <= 0):
            return offset
        depth -= character == ")"
    return min(begin + 2000, len(text))


def decoded(entity: str) -> str:
    """The characters of an HTML entity."""
    from html import unescape

    return unescape(entity)


def _fences(lines: Lines, findings: list[Finding]) -> list[tuple[int, int, str]]:
    """Start, end and text of every block between two lines of ``` or ~~~."""
    text, position = lines.text, 0
    found: list[tuple[int, int, str]] = []
    if "```" not in text and "~~~" not in text:
        return found
    while (opening := FENCE.search(text, position)) and len(found) <= MOST_MARKS:
        fence = opening.group(2)
        closing = re.compile(rf"^ *{fence[0]}{{{len(fence)},}} *$", re.MULTILINE).search(text, opening.end() + 1)
        if not closing:
            findings.append(Finding(*lines.stretch(opening.start(2), opening.end(2)), "bad-value", "This code block has no end.",
                                    f"Write {fence[:10]} on a line of its own where the block ends."))
            break
        found.append((opening.start(), closing.end(), text[opening.start():closing.end()]))
        position = closing.end()
    return found


def fenced(code: str) -> str:
    """The lines inside a fence, moved left as far as the fence stands to the right."""
    opening, *inner = code.split("\n")
    indent = len(opening) - len(opening.lstrip(" "))
    return "\n".join(line[min(indent, len(line) - len(line.lstrip(" "))):] for line in inner[:-1])
