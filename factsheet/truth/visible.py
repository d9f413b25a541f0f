"""What of a Markdown text a reader sees as running text: all else is blanked, so that every character keeps its place."""

from collections.abc import Iterator

PAIRS = (("[[", "]]"), ("`", "`"), ("](", ")"), ("][", "]"), ("[^", "]"))
FENCES = ("```", "~~~")
DIGITS = "0123456789"
LONGEST_ENTITY = 32


def visible(text: str) -> str:
    """The text with code, references, addresses, notes' names and list numbers blanked."""
    if not any(mark in text for mark in "`[<&:~.)\t") and "    " not in text:
        return text
    return "\n".join(_lines(text.split("\n")))


def _lines(lines: list[str]) -> Iterator[str]:
    fence, hanging, code, blank = "", False, False, True
    for line in lines:
        bare = line.lstrip(" \t>")
        indented = line.startswith(("    ", "\t"))
        if fence or bare.startswith(FENCES):
            yield " " * len(line)
            fence = "" if fence and bare.startswith(fence) else fence or bare[:3]
            continue
        code = indented and not hanging and (blank or code) and bool(bare)
        yield " " * len(line) if code else _line(line, bare)
        hanging = _hangs(bare) if bare and not indented else hanging
        blank = not bare


def _hangs(bare: str) -> bool:
    """Whether indented lines below belong to this one: a list's item, a note."""
    return bare.startswith(("- ", "* ", "+ ", "[^")) or _list_number(bare) > 0


def _line(line: str, bare: str) -> str:
    """A line without what is no running text."""
    start = len(line) - len(bare)
    number = _list_number(bare)
    if bare.startswith("[") and not bare.startswith(("[[", "[^")) and "]:" in bare:
        return " " * len(line)
    spans = [(start, start + number), *(span for pair in PAIRS for span in _between(line, *pair)), *_addresses(line), *_tags(line), *_entities(line)]
    marks = list(line)
    for first, last in spans:
        marks[first:last] = " " * (last - first)
    return "".join(marks)


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
