"""Problems in print: for people (the line and a caret), for programs (JSON) and as annotations on GitHub."""

from collections.abc import Iterable, Mapping, Sequence

from factsheet.problem import Problem

WIDEST = 110
MOST = 200  # problems in print; nobody mends more at a time
RED, YELLOW, BLUE, BOLD, PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[34m", "\x1b[1m", "\x1b[0m"
DANGEROUS = frozenset(
    map(
        chr,
        [
            *range(32),
            *range(127, 160),
            *range(0x202A, 0x202F),
            *range(0x2060, 0x206A),
            *range(0x200B, 0x2010),
            0x061C,
            0x2028,
            0x2029,
            0xFEFF,
        ],
    )
)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, by file, line and column."""
    return sorted(dict.fromkeys(problems), key=lambda problem: (problem.place[:3], problem.severity, problem.rule))


def report(problems: Sequence[Problem], texts: Mapping[str, str], form: str, colour: bool) -> str:
    """All problems in the given form: `text`, `json` or `github`; ends with a newline unless there is nothing to say."""
    if form == "json":
        return _json(problems)
    if not problems:
        return ""
    if form == "github":
        return "".join(_annotation(problem) for problem in problems[:MOST])
    lines = {path: text.split("\n") for path, text in texts.items()}
    blocks = [_block(problem, lines.get(problem.place.path, []), colour) for problem in problems[:MOST]]
    more = f"Only the first {MOST} are shown. " if len(problems) > MOST else ""
    return "\n".join(blocks) + f"\n{more}{count(problems)}\n"


def count(problems: Sequence[Problem]) -> str:
    """`2 errors, 1 warning`."""
    failed = sum(problem.severity == "error" for problem in problems)
    parts = [_several(failed, "error"), _several(len(problems) - failed, "warning")]
    return ", ".join(part for part in parts if part) or "No problems"


def _several(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}" if number else ""


def visible(text: str) -> str:
    """A text in which nothing can move the cursor, begin a line or turn the direction: such characters are shown by number."""
    if DANGEROUS.isdisjoint(text):
        return text
    return "".join(f"\\u{ord(c):04x}" if c in DANGEROUS else c for c in text)


def _block(problem: Problem, lines: list[str], colour: bool) -> str:
    place = problem.place
    paint, bold, plain = (RED if problem.severity == "error" else YELLOW, BOLD, PLAIN) if colour else ("", "", "")
    head = f"{bold}{visible(place.path)}:{place.line}:{place.column}:{plain} {paint}{problem.severity}[{problem.rule}]{plain}: {visible(problem.message)}\n"
    hint = f"   = {visible(problem.hint)}\n" if problem.hint else ""
    return head + _frame(problem, lines, paint, plain) + hint + "".join(f"     {visible(line)}\n" for line in problem.lines)


def _frame(problem: Problem, lines: list[str], paint: str, plain: str) -> str:
    """The line meant, cut to the width of a screen, and carets below the characters meant."""
    if not 0 < problem.place.line <= len(lines) or not lines[problem.place.line - 1].strip():
        return ""
    line, start = lines[problem.place.line - 1], problem.place.column - 1
    cut = max(0, start - WIDEST // 2) if len(line) > WIDEST else 0
    shown = visible(line[cut : cut + WIDEST].replace("\t", " "))
    before = visible(line[cut:start].replace("\t", " "))
    marked = visible(line[start : start + problem.place.length][: max(cut + WIDEST - start, 1)].replace("\t", " "))
    number = f"{problem.place.line:>5}"
    return f"{number} | {shown}\n{' ' * len(number)} | {' ' * _width(before)}{paint}{'^' * max(_width(marked), 1)}{plain}\n"


def _width(text: str) -> int:
    """Columns on a screen: Chinese, Japanese and Korean characters take two."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(2 if east_asian_width(c) in "WF" else 0 if combining(c) else 1 for c in text)


def _json(problems: Sequence[Problem]) -> str:
    import json

    listed = [
        {
            "path": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "length": problem.place.length,
            "severity": problem.severity,
            "rule": problem.rule,
            "message": problem.message,
            "hint": problem.hint,
            "lines": problem.lines,
        }
        for problem in problems
    ]
    failed = sum(problem.severity == "error" for problem in problems)
    return json.dumps({"problems": listed, "errors": failed, "warnings": len(problems) - failed}, indent=1) + "\n"


def _annotation(problem: Problem) -> str:
    place = problem.place
    where = f"file={_property(visible(place.path))},line={place.line},col={place.column},endColumn={place.column + place.length},title={problem.rule}"
    return (
        f"::{problem.severity} {where}::{_escaped(visible(problem.message))}"
        + "".join(f"%0A{_escaped(visible(line))}" for line in (problem.hint, *problem.lines) if line)
        + "\n"
    )


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
