"""What to tell an author whose YAML cannot be read: libyaml's error, turned into a sentence about what was typed."""

from collections.abc import Callable
from typing import Any

from factsheet.problem import Place, Problem
from factsheet.record import Record

DEEPEST = 32


class Trouble(Record):
    """Where reading stopped: the row, the column (from 0) and libyaml's words for it, in small letters; where what it was in had opened."""

    path: str
    lines: list[str]
    row: int
    column: int
    words: str
    opened: int
    bracket: int

    @property
    def line(self) -> str:
        return self.lines[self.row] if self.row < len(self.lines) else ""

    def problem(self, message: str, hint: str, column: int | None = None, row: int | None = None, length: int = 1) -> Problem:
        """The problem at this place, or at another of the same file."""
        place = Place(self.path, (self.row if row is None else row) + 1, (self.column if column is None else column) + 1, length)
        return Problem(place, "yaml", message, hint)


def explain(text: str, path: str, error: Any) -> Problem:
    """The first explanation that fits the place where reading stopped."""
    lines = text.split("\n")
    mark = error.problem_mark or error.context_mark
    row = min(mark.line, max(len(lines) - 1, 0)) if mark else 0
    words = f"{error.context or ''} {error.problem or ''}".casefold()
    opened, bracket = (error.context_mark.line, error.context_mark.column) if error.context_mark else (row, 0)
    trouble = Trouble(path, lines, row, mark.column if mark else 0, words, opened, bracket)
    return next(problem for explanation in EXPLANATIONS if (problem := explanation(trouble)))


def too_deep(place: Place) -> Problem:
    """Lists and mappings lie deeper in one another than a sheet has any use for."""
    return Problem(
        place,
        "yaml",
        f"Lists and mappings may lie {DEEPEST} deep; here it is one more.",
        "A fact sheet needs four levels: look for a bracket or an indent that was not meant.",
    )


def _depth(at: Trouble) -> Problem | None:
    """libyaml has a bound of its own, and meets it while it looks ahead."""
    return too_deep(at.problem("", "").place) if "nesting depth" in at.words else None


def _tab(at: Trouble) -> Problem | None:
    for row in (at.row, at.row - 1):
        line = at.lines[row] if 0 <= row < len(at.lines) else ""
        if "\t" in line[: len(line) - len(line.lstrip())]:
            return at.problem(
                "A tab stands in the indent; YAML wants spaces.", "Replace the tab by two spaces for each level.", line.index("\t"), row
            )
    if at.line[at.column : at.column + 1] == "\t":
        return at.problem("A tab stands where a value should begin.", "Replace the tab by a space, or put the text in quotes.")
    return None


def _open_quote(at: Trouble) -> Problem | None:
    if "quoted scalar" not in at.words:
        return None
    line = at.lines[at.opened] if at.opened < len(at.lines) else ""
    column = max(min((line.find(mark) for mark in "\"'" if mark in line), default=0), 0)
    if "escape" in at.words:
        return at.problem(
            "In double quotes a backslash begins a code such as \\n; this one is not known.",
            "Write \\\\ for a backslash, or use single quotes.",
        )
    return at.problem(
        "The quote that opens here is never closed.",
        "Close it at the end of the text; a quote mark inside the text needs the other kind of quotes around it.",
        column,
        at.opened,
    )


def _after_quote(at: Trouble) -> Problem | None:
    before = at.line[: at.column].rstrip()
    if before.endswith(('"', "'")) and at.line[at.column :].strip() and "expected" in at.words:
        return at.problem(
            "After the closing quote nothing more may follow on this line.", "Put the whole text in quotes: 'The \"golden\" year'."
        )
    return None


def _reference(at: Trouble) -> Problem | None:
    for row in dict.fromkeys((at.opened, at.row, at.row - 1)):
        line = at.lines[row] if 0 <= row < len(at.lines) else ""
        value = line.split(": ", 1)[-1].lstrip("- ")
        if value.startswith("[["):
            return at.problem(
                "A text that begins with [[ must be in quotes: YAML reads a [ as the start of a list.",
                f'Write "{value.rstrip()}" with the quotes.',
                len(line) - len(value),
                row,
                2,
            )
        if value.startswith("{{"):
            return at.problem(
                "A text that begins with { must be in quotes.", f'Write "{value.rstrip()}" with the quotes.', len(line) - len(value), row, 2
            )
    return None


def _colon(at: Trouble) -> Problem | None:
    if "mapping values are not allowed" not in at.words:
        return None
    key, _, value = at.line.partition(": ")
    if ": " in value or value.rstrip().endswith(":"):
        return at.problem('A text that holds a colon and a space (": ") must be in quotes.', f'Write {key.strip()}: "{value.strip()}"')
    return at.problem(
        "A key with a value stands here, but the line above has not ended its own value.",
        "Give this line the same indent as the keys above it, or complete the line above.",
    )


def _start(at: Trouble) -> Problem | None:
    sign = at.line[at.column : at.column + 1]
    if "cannot start any token" in at.words and sign:
        return at.problem(
            f"A text may not begin with {sign} unless it is in quotes.", f'Write "{at.line[at.column :].strip()}" with the quotes.'
        )
    if "block scalar" in at.words or "chomping" in at.words:
        return at.problem(
            "After > or | the text begins on the next line; here something follows at once.",
            "For a qualifier write the word: `over 10,000`; for a text that begins with > use quotes.",
        )
    if "alias" in at.words or "anchor" in at.words:
        value = at.line.split(": ", 1)[-1].strip()
        return at.problem(
            "A text that begins with * or & must be in quotes.", f'Write "{value}" with the quotes.', max(at.line.find(value), 0)
        )
    return None


def _brackets(at: Trouble) -> Problem | None:
    if "flow sequence" not in at.words and "flow mapping" not in at.words:
        return None
    kind = "list [" if "sequence" in at.words else "mapping {"
    return at.problem(
        f"The {kind} … that opens here is not closed, or an item in it is not ended by a comma.",
        "Close the bracket; put texts that hold commas, colons or brackets in quotes.",
        at.bracket,
        at.opened,
    )


def _missing_colon(at: Trouble) -> Problem | None:
    if "could not find expected ':'" not in at.words:
        return None
    row = at.row - 1 if not at.line.strip() or at.row > at.opened else at.row
    row = at.opened if at.opened < at.row else row
    line = at.lines[row] if 0 <= row < len(at.lines) else at.line
    return at.problem(
        "This line has no colon, so it is neither a key nor part of the value above.",
        "Write `key: value`, or indent the line further than the key if it goes on with the text above.",
        len(line) - len(line.lstrip()),
        row,
        max(len(line.strip()), 1),
    )


def _indent(at: Trouble) -> Problem | None:
    if "block mapping" not in at.words and "block collection" not in at.words and "expected <document start>" not in at.words:
        return None
    return at.problem(
        "This line's indent fits none of the lines above it.",
        "Entries that belong together begin in the same column; what belongs to a key is indented by two spaces.",
        len(at.line) - len(at.line.lstrip()),
        length=max(len(at.line.strip()), 1),
    )


def _directive(at: Trouble) -> Problem | None:
    if "directive" not in at.words:
        return None
    return at.problem("A line may not begin with % here.", 'Put the text in quotes, or write the % after the number\'s key: `unit: "%"`.')


def _anything(at: Trouble) -> Problem:
    return at.problem(
        f"This cannot be read as YAML: {at.words.strip()}.", "Look for a missing quote, colon or space on this line and the one above."
    )


EXPLANATIONS: tuple[Callable[[Trouble], Problem | None], ...] = (
    _depth,
    _tab,
    _open_quote,
    _after_quote,
    _reference,
    _colon,
    _start,
    _brackets,
    _missing_colon,
    _directive,
    _indent,
    _anything,
)
