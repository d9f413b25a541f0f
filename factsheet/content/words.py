"""Texts that may hold Markdown and [[references]]: read by prose.py, their findings put at their place in the file."""

from factsheet.content import prose
from factsheet.content.nodes import Node, Text
from factsheet.content.records import Words
from factsheet.content.shape import read_text
from factsheet.problem import Place, Problem


def read_words(node: Node, problems: list[Problem]) -> Words:
    """A short text of the YAML."""
    text = read_text(node, problems)
    words = Words(text, prose.convert_inline(text.value.strip()))
    _tell(words, problems, told="invisible-character")
    return words


def page_words(path: str, text: str, taken: frozenset[str], problems: list[Problem]) -> Words:
    """A whole Markdown file; its headings take none of the ids in `taken`."""
    words = Words(Text(text, Place(path), False, tuple(text.split("\n"))), prose.convert(text, taken))
    _tell(words, problems)
    return words


def place_of(words: Words, line: int, column: int, length: int) -> Place:
    """Where in the file some characters of the text stand; line and column count from 1 within the text."""
    text = words.text
    if text.place.column == 1 and text.place.line == 1 and not text.quoted:
        return Place(text.place.path, line, column, max(length, 1))
    lines = text.value.strip().split("\n")
    skipped = len(text.value) - len(text.value.lstrip())
    return text.part(skipped + sum(len(above) + 1 for above in lines[: line - 1]) + column - 1, length)


def _tell(words: Words, problems: list[Problem], told: str = "") -> None:
    """Puts every finding at its place in the file, but for those of a rule that the reading of YAML has told already."""
    problems += [
        Problem(place_of(words, found.line, found.column, found.length), found.rule, found.message, found.hint)
        for found in words.prose.findings
        if found.rule != told
    ]
