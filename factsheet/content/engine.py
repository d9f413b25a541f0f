"""Python-Markdown, set up once and kept within bounds: what it does with a text costs no more than a set number of steps."""

import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.extensions.footnotes import NBSP_PLACEHOLDER, FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString

from factsheet.content.marks import AUTOLINK, AUTOMAIL, LEAD, MOST_MARKS, Mark, Marked, mark
from factsheet.content.passage import Finding, Labels, Prose
from factsheet.content.strand import PLACEHOLDER
from factsheet.content.weave import TooDeep, Weaver, told

STEPS = 800_000_000
DEEPEST = 60
LONGEST_TARGET = 3000
MOST_NOTES = 500
SPECIAL = re.compile(r"[\\`*_\[<]|  \n")
# What a backtick or another sign costs for each character of its text: before 3.11.2 the converter went through it again and again.
TICK, SIGN = (1, 1) if markdown.__version_info__ >= (3, 11, 2) else (100, 15)
BRACKET = re.compile(r"[\[\]]")
LINKS = ("reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref")
CURLY = {"left-single-quote": "‘", "right-single-quote": "’", "left-double-quote": "“", "right-double-quote": "”",
         "mdash": "—", "ndash": "–", "ellipsis": "…"}


class TooMuch(Exception):
    """A text costs more steps than any that is meant to be read."""


class Quiet(AtomicString):
    """Text in which there is nothing for the inline patterns to find."""


class Meter:
    """Counts what the converter does, in steps of about a nanosecond, and stops it at a set number: the same on any machine."""

    def __init__(self) -> None:
        self.steps = 0
        self.part = ""
        self.depth: list[str] = []
        self.data = ""
        self.pairs: dict[int, int] = {}

    def begin(self, text: str, marks: list[Mark]) -> None:
        """What is known beforehand to cost more than its length."""
        self.steps, self.part = STEPS, text
        self.spend((text.count("\n\n") + 1) ** 2 * 3)
        if len(marks) > MOST_MARKS or sum(mark.kind == "note" for mark in marks) > MOST_NOTES:
            raise TooMuch
        for line in text.split("\n"):
            ticks = line.count("`") if "|" in line else 0
            quotes = sum(map(line.count, "\"'()")) if "]:" in line else 0
            self.spend(ticks * (ticks * 5 + line.count("|") * 20) + quotes * quotes * 10)

    def spend(self, steps: int) -> None:
        self.steps -= steps
        if self.steps < 0:
            raise TooMuch

    def test(self, parent: Element, block: str) -> bool:
        """Stands before the block processors and declines every block."""
        self.part = block
        self.spend(6000 + len(block) * (60 + 10 * block.count("[^")) + block.count("\n") * 400)
        if len(self.depth) > DEEPEST:
            raise TooDeep
        return False

    def run(self, root: Element) -> None:
        """Stands before the inline patterns; text in which they have nothing to find passes by them."""
        for element in root.iter():
            self.spend(2500)
            element.text = self.unit(element.text)
            element.tail = self.unit(element.tail)

    def unit(self, text: str | None) -> str | None:
        if not text or isinstance(text, AtomicString):
            return text
        text = text.replace(NBSP_PLACEHOLDER, "")
        if not SPECIAL.search(text):
            return Quiet(text)
        self.part = text
        lengths = len(set(re.findall("`+", text))) if "`" in text else 0
        signs = SIGN * sum(map(text.count, ("\\", "*", "_", "[", "<", "  \n"))) + TICK * text.count("`") + 10 * text.count("[^")
        self.spend(60_000 + len(text) * (100 + lengths * 60 + signs) + signs * 5000)
        return text

    def text_between(self, data: str, index: int) -> tuple[str, int, bool]:
        """The words up to the bracket that closes the one before `index`, without a scan to the end of the text at every bracket."""
        end = self.closing(data, index)
        if end < 0:
            return "", index, False
        self.spend((end - index) * 20)
        return data[index:end], end + 1, True

    def closing(self, data: str, index: int) -> int:
        if data is self.data:
            return self.pairs.get(index, -1)
        depth = 1
        for count, found in enumerate(BRACKET.finditer(data, index)):
            depth += 1 if found.group() == "[" else -1
            if depth == 0:
                return found.start()
            if count > 100:
                break
        self.pair(data)
        return self.pairs.get(index, -1)

    def pair(self, data: str) -> None:
        """Every bracket's partner, by the offset behind the opening one."""
        self.data, self.pairs = data, {}
        opened: list[int] = []
        for found in BRACKET.finditer(data):
            if found.group() == "[":
                opened.append(found.end())
            elif opened:
                self.pairs[opened.pop()] = found.start()
        self.spend(1000 + len(data) + (len(self.pairs) + len(opened)) * 400)

    def bounded(self, read: Callable[[str, int], Any]) -> Callable[[str, int], Any]:
        """An address is looked for no further than the longest may reach."""
        def read_link(data: str, index: int) -> Any:
            if not data.startswith("(", index):
                return "", None, index, False
            found = read(data[:index + LONGEST_TARGET], index)
            end = max(index, found[2])
            titled = '"' in data[index:end] or "'" in data[index:end]
            self.spend((LONGEST_TARGET if titled or end == index else end - index) * 200 + len(data))
            return found if end > index else ("", None, index, False)
        return read_link

    def whole(self, pattern: Any, match: Callable[[re.Match[str], str], Any]) -> Callable[[re.Match[str], str], Any]:
        """Emphasis is taken only if it loses no letter: in 3.11 the converter does, where stars and lines are mixed as in `a*b**c*d`."""
        def handle(found: re.Match[str], data: str) -> Any:
            element, start, end = match(found, data)
            if element is None or _letters("".join(element.itertext())) == _letters(data[start:end]):
                return element, start, end
            getattr(pattern, "reset", int)()
            return None, found.start(), found.end()
        return handle

    def table(self, processor: Any, run: Callable[[Element, list[str]], None]) -> Callable[[Element, list[str]], None]:
        """Short rows are filled up to the width of the head, so a table is as dear as its head is wide."""
        def build(parent: Element, blocks: list[str]) -> None:
            self.spend(len(processor.separator) * (blocks[0].count("\n") + 1) * 10_000)
            run(parent, blocks)
        return build


def _same(reference: str, found: bool = False) -> str:
    """Stands in for the footnotes' search for free ids; they are given theirs when the HTML is written."""
    return reference


def _letters(text: str) -> str:
    return text.replace("*", "").replace("_", "")


class Engine:
    """A converter that is used again and again."""

    def __init__(self) -> None:
        notes: Any = FootnoteExtension(PLACE_MARKER="\x02")
        notes.unique_ref = _same
        tables = TableExtension(use_align_attribute=True)
        self.md = markdown.Markdown(extensions=[notes, tables, SaneListExtension()])
        self.md.ESCAPED_CHARS += ['"', "'", "<"]
        self.md.preprocessors.deregister("html_block")
        self.md.inlinePatterns.deregister("html")
        self.md.inlinePatterns.deregister("entity")
        for name in ("prettify", "unescape", "footnote-duplicate"):
            self.md.treeprocessors.deregister(name)
        self.patterns: list[InlineProcessor] = []
        self.meter = Meter()
        self.bound()

    def bound(self) -> None:
        """Puts the meter in the converter's way."""
        meter: Any = self.meter
        meter.depth = self.md.parser.state
        self.md.parser.blockprocessors.register(meter, "meter", 1000)
        self.md.treeprocessors.register(meter, "meter", 30)
        patterns: Any = self.md.inlinePatterns
        for name in LINKS:
            patterns[name].getText = meter.text_between
        for name in ("link", "image_link"):
            patterns[name].getLink = meter.bounded(patterns[name].getLink)
        for pattern in filter(patterns.__contains__, ("em_strong", "em_strong2")):
            patterns[pattern].handleMatch = meter.whole(patterns[pattern], patterns[pattern].handleMatch)
        for name, signs in (("autolink", AUTOLINK), ("automail", AUTOMAIL)):
            patterns[name].compiled_re = re.compile(signs)
        tables: Any = self.md.parser.blockprocessors["table"]
        tables.run = meter.table(tables, tables.run)

    def convert(self, marked: Marked, inline: bool, taken: frozenset[str], labels: Labels) -> Prose:
        """The marked text as prose."""
        text = "\n".join("" if line.isspace() else line for line in marked.text.split("\n"))
        self.meter.begin(text, marked.marks)
        root = self.tree(text, inline)
        weaver = Weaver(marked, self.smart, labels, taken)
        return weaver.inline(root[0]) if inline else weaver.document(root)

    def tree(self, text: str, inline: bool) -> Element:
        self.md.reset()
        root = Element("div")
        if inline:
            SubElement(root, "p").text = text
        else:
            self.md.parser.parseChunk(root, text + "\n\n")
        for processor in self.md.treeprocessors:
            processor.run(root)
        return root

    def smart(self, text: str) -> str:
        """Typography by smarty; what it has put in is hidden from its later patterns, as in its own run."""
        if not self.patterns:
            from markdown.extensions.smarty import SmartyExtension

            smarty = SmartyExtension(substitutions=CURLY)
            smarty.extendMarkdown(self.md)
            self.md.treeprocessors.deregister("smarty")
            self.patterns = [pattern for pattern in smarty.inlinePatterns if isinstance(pattern, InlineProcessor)]
        self.meter.spend(sum(map(text.count, "'\"-.")) * (len(text) + 3000))
        for pattern in self.patterns:
            text = self.replaced(text, pattern)
        return PLACEHOLDER.sub(lambda found: found.group() if found.group(1).isdecimal() else found.group(1), text)

    def replaced(self, text: str, pattern: InlineProcessor) -> str:
        start = 0
        while found := pattern.getCompiledRegExp().search(text, start):
            self.md.htmlStash.reset()
            result: Any = pattern.handleMatch(found, text)
            words = HTML_PLACEHOLDER_RE.sub(lambda found: str(self.md.htmlStash.rawHtmlBlocks[int(found.group(1))]), result[0])
            start = result[1] + len(words) + 2
            text = f"{text[:result[1]]}\x02{words}\x03{text[result[2]:]}"
        return text


_engine: list[Engine] = []


def converted(text: str, inline: bool, taken: frozenset[str], labels: Labels) -> Prose:
    """A text as prose; of one that is too much, the finding that says so."""
    marked = mark(text, not inline)
    engine = _engine.pop() if _engine else Engine()
    try:
        prose = engine.convert(marked, inline, taken, labels)
    except (TooMuch, TooDeep, RecursionError) as error:
        return _refused(marked, engine.meter.part, isinstance(error, TooMuch))
    _engine.append(engine)
    return prose


def _refused(marked: Marked, part: str, much: bool) -> Prose:
    """Nothing, and a finding at the part of the text that was too much."""
    words = part.partition(LEAD)[0].strip().partition("\n")[0][:200]
    start = max(marked.lines.text.find(words), 0)
    message, hint = (
        ("This text is too large, or holds too many brackets, stars, quotes or lines without a break, to be read in reasonable time.",
         "Put blank lines between its parts, or split it into several pages.") if much else
        ("Lists, quotes or brackets lie too deep in one another here.", "Look for > - * or [ signs that were not meant."))
    wrong = Finding(*marked.lines.stretch(start, start + len(words)), "too-large", message, hint)
    return Prose(("",), findings=told([*marked.findings, wrong]))
