"""A problem: what an author is told, and where."""

from factsheet.record import Record


class Place(Record):
    """A stretch of one line in a file; line and column count from 1, columns and length in characters."""

    path: str
    line: int = 1
    column: int = 1
    length: int = 1

    def at(self, offset: int, length: int = 1) -> "Place":
        """The place so many characters further along the same line."""
        return self._replace(column=self.column + offset, length=length)


class Problem(Record):
    """One finding of a check: a sentence that says what is wanted, then what was found; a hint that says what to do, with the `lines` to write."""

    place: Place
    rule: str
    message: str
    hint: str = ""
    lines: tuple[str, ...] = ()

    @property
    def severity(self) -> str:
        """`warning` for a rule that lets the build go on, else `error`."""
        return "warning" if self.rule in WARNINGS else "error"


class Unreadable(ValueError):
    """A text that a reader cannot read: what is wanted, what to do, and which characters of the text are meant.

    `path` and `line` are set where the text is a file that is no author's, such as a template.
    """

    def __init__(self, message: str, hint: str = "", start: int = 0, length: int | None = None, rule: str = ""):
        super().__init__(message)
        self.message, self.hint, self.start, self.length, self.rule = message, hint, start, length, rule
        self.path, self.line = "", 0


WARNINGS = frozenset(
    {
        "overdue",
        "no-evidence",
        "no-source",
        "future-date",
        "typed-number",
        "unverified",
        "unexplained-change",
        "withdrawn",
        "stale-translation",
        "cannot-read",
    }
)


def errors(problems: list[Problem]) -> list[Problem]:
    """Those of the problems that stop a build."""
    return [problem for problem in problems if problem.severity == "error"]


def nearest(word: str, known: "list[str] | tuple[str, ...]") -> str:
    """The known name that the word was most likely meant to be, or an empty text."""
    from difflib import get_close_matches

    by_case = {name.casefold(): name for name in reversed(known)}
    found = get_close_matches(word.casefold(), by_case, n=1, cutoff=0.6)
    return by_case[found[0]] if found else ""
