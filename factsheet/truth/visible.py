"""What of a Markdown text a reader sees: addresses, references and list numbers are blanked, so that every character keeps its place."""

from collections.abc import Iterator

PAIRS = (("[[", "]]"), ("](", ")"), ("][", "]"), ("[^", "]"))
DIGITS = "0123456789"
LONGEST_ENTITY = 32


def visible(text: str) -> str:
    """The text without what no reader sees of it. Code is seen, and so is what stands in a quotation or a table."""
    if not any(mark in text for mark in "[<&:.)>"):
        return text
    return "\n".join(map(_line, text.split("\n")))


def _line(line: str) -> str:
    bare = line.lstrip(" \t>")
    start = len(line) - len(bare)
    if _defines(bare):
        return " " * len(line)
    spans = [(0, start + _list_number(bare)), *(span for pair in PAIRS for span in _between(line, *pair)), *_addresses(line), *_tags(line), *_entities(line)]
    marks = list(line)
    for first, last in spans:
        marks[first:last] = " " * (last - first)
    return "".join(marks)


def _defines(bare: str) -> bool:
    """Whether a line says where a link leads, and nothing else: `[name]: https://…`, perhaps with a title."""
    name, colon, rest = bare.partition("]:")
    words = rest.split(None, 1)
    alone = len(words) == 1 or (len(words) == 2 and words[1][0] in "\"'(")
    return bool(colon) and bare.startswith("[") and not bare.startswith("[^") and "[" not in name[1:] and "]" not in name and alone


def _list_number(bare: str) -> int:
    """How many characters of a line are a list's number with its mark."""
    end = 0
    while end < min(len(bare), 9) and bare[end] in DIGITS:
        end += 1
    return end + 1 if end and bare[end : end + 1] in (".", ")") and bare[end + 1 : end + 2] in (" ", "\t") else 0


def _between(line: str, opening: str, closing: str) -> Iterator[tuple[int, int]]:
    start = line.find(opening)
    while start >= 0:
        end = line.find(closing, start + len(opening))
        if end < 0:
            return
        yield start, end + len(closing)
        start = line.find(opening, end + len(closing))


def _addresses(line: str) -> Iterator[tuple[int, int]]:
    for scheme in ("https://", "http://"):
        start = line.find(scheme)
        while start >= 0:
            end = start
            while end < len(line) and line[end] not in " \t)>":
                end += 1
            yield start, end
            start = line.find(scheme, end)


def _tags(line: str) -> Iterator[tuple[int, int]]:
    """`<https://…>`, `<a@b.c>`: no space and no other bracket between the brackets."""
    start = line.find("<")
    while start >= 0:
        end = start + 1
        while end < len(line) and line[end] not in "<> \t":
            end += 1
        if line[end : end + 1] == ">":
            yield start, end + 1
        start = line.find("<", end)


def _entities(line: str) -> Iterator[tuple[int, int]]:
    start = line.find("&")
    while start >= 0:
        end = line.find(";", start, start + LONGEST_ENTITY)
        if end > 0 and line[start + 1 : end].lstrip("#").isalnum():
            yield start, end + 1
        start = line.find("&", start + 1)
