"""An author's facts.yaml, added to in its place: every byte that was there stays, and a second reading proves what the new ones say."""

from collections.abc import Callable
from typing import Any

from factsheet.content import source
from factsheet.content.load import CONTROLS
from factsheet.content.nodes import Mapping, Node, Text
from factsheet.content.splicing import insertions
from factsheet.content.splicing.insertions import Entry, Insertion, braces
from factsheet.content.splicing.parts import Part, parts
from factsheet.content.splicing.scalars import one_line
from factsheet.problem import Place, Unreadable, nearest
from factsheet.record import Record

LIST = "observations"


class Sheet(Record):
    """A file to be added to: its text as it is on the disk and with plain line ends, what that says, and the figure in question."""

    path: str
    raw: str
    lines: list[str]
    says: Any
    name: str
    key: Part
    figure: Part


def spliced(text: str, path: str, figure: str, added: Entry | None, marked: Place | None, marks: Entry) -> str:
    """The text with a new observation of a figure and the marks of the one that it replaces; either may be left out.

    `text` is the file's, with its byte order mark and line ends; `marked` is where the replaced observation's mapping begins.
    Unreadable, with what to write by hand, where the file cannot be added to without a risk to the rest.
    """
    if marked is not None and marks:
        text = with_keys(text, path, figure, marked, marks)
    return text if added is None else with_observation(text, path, figure, added)


def with_observation(text: str, path: str, figure: str, entry: Entry) -> str:
    """The text with a further observation: the first in the figure's list, which is begun below its own fields if it has none."""
    sheet, entry = _opened(text, path, figure), _tidy(entry)
    at = sheet.figure.place_of(LIST)
    by_hand = f"Write below `{LIST}:` of `{figure}`, by hand: `- {braces(entry)}`."
    if at < 0:
        new = insertions.first_list(sheet.figure, LIST, entry, sheet.lines)
    elif sheet.figure.values[at].kind != "list":
        raise Unreadable(f"`{LIST}` of `{figure}` in {path} has to be a list such as `- value: 12`; found something else.", by_hand)
    else:
        new = insertions.first_item(sheet.figure.values[at], entry, sheet.lines)
    return _proven(sheet, new, lambda says: _without_observation(says, at < 0, entry), by_hand)


def with_keys(text: str, path: str, figure: str, place: Place, entry: Entry) -> str:
    """The text with further keys on one observation: the figure itself or an item of its list, whichever begins at the place."""
    sheet, entry = _opened(text, path, figure), _tidy(entry)
    item, at = _observation(sheet, place)
    by_hand = f"Write on line {place.line} and below, as further keys of that observation, by hand: `{braces(entry)[1:-1]}`."
    if taken := [key for key in item.keys if key.value in dict(entry)]:
        raise Unreadable(f"This observation of `{figure}` has a `{taken[0].value}` already, on line {taken[0].start[0] + 1} of {path}.", by_hand)
    own = [number for number, key in enumerate(item.keys) if at >= 0 or key.value != LIST]
    if item.place_of("value") < 0:
        raise Unreadable(f"`{figure}` in {path} has no value of its own on line {place.line}.", by_hand)
    new = insertions.entries(item, own[-1], entry, sheet.lines)
    return _proven(sheet, new, lambda says: _without_keys(says if at < 0 else says[LIST][at], entry), by_hand)


def _tidy(entry: Entry) -> Entry:
    return tuple((key, one_line(text)) for key, text in entry)


def _opened(text: str, path: str, name: str) -> Sheet:
    """The file, if it can be read without a problem, and has this figure."""
    plain = _plain(text)
    says = _says(plain, path)
    _wanted(says.get("figures"), path, name)
    top = parts(plain, path)
    figures = top.values[top.place_of("figures")]
    at = figures.place_of(name)
    return Sheet(path, text, plain.split("\n"), says, name, figures.keys[at], figures.values[at])


def _wanted(figures: Any, path: str, name: str) -> None:
    """Unreadable if there is no such figure."""
    known = list(figures) if isinstance(figures, dict) else []
    if name not in known:
        close = nearest(name, known)
        raise Unreadable(f"A figure of {path} is wanted; found `{name}`.", f"Did you mean `{close}`?" if close else "Look for its id below `figures:`.")
    if not isinstance(figures[name], dict):
        raise Unreadable(f"`{name}` in {path} has to have keys such as `value: 12`; found something else.", "Write its keys first; the command `check` names them.")


def _plain(text: str) -> str:
    """The text as loading reads it."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _says(plain: str, path: str) -> Any:
    """What a text says, as lists, dicts and texts; Unreadable at its first problem."""
    node, problems = source.read(plain, path)
    if problems or not isinstance(node, Mapping) or not CONTROLS.isdisjoint(plain):
        why = f"line {problems[0].place.line}: {problems[0].message}" if problems else "it holds no keys, or a control character."
        raise Unreadable(f"{path} has to be read without a problem before it can be added to; found in {why}", "Mend that first; the command `check` shows where.")
    return _bare(node)


def _bare(node: Node) -> Any:
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Mapping):
        return {key: _bare(value) for key, value in node.entries.items()}
    return [_bare(item) for item in node.items]


def _observation(sheet: Sheet, place: Place) -> tuple[Part, int]:
    """The observation that begins at a place, and its number in the list: -1 for the figure itself, which also begins at its id."""
    at = sheet.figure.place_of(LIST)
    items = sheet.figure.values[at].values if at >= 0 else ()
    for number, part in enumerate((sheet.figure, *items)):
        starts = (part.start, sheet.key.start) if number == 0 else (part.start,)
        if part.kind == "mapping" and (place.line - 1, place.column - 1) in starts:
            return part, number - 1
    raise Unreadable(f"An observation of `{sheet.name}` is wanted on line {place.line} of {sheet.path}; none begins there.", "Save the file and begin anew.")


# The proof -----------------------------------------------------------------------------------------------------------


def _proven(sheet: Sheet, new: list[Insertion], without: Callable[[Any], bool], by_hand: str) -> str:
    """The text with the insertions, if it reads as before but for what `without` takes out of the figure; Unreadable if not."""
    text = _inserted(sheet.raw, new)
    if not _keeps(text, sheet.raw) or not _reads_on(sheet, _plain(text), without):
        raise Unreadable(f"`{sheet.name}` in {sheet.path} is written in a way that cannot be added to without a risk to the rest; nothing was changed.", by_hand)
    return text


def _keeps(text: str, raw: str) -> bool:
    """Whether all signs of the old text stand in the new one, in their order."""
    signs = iter(text)
    return all(sign in signs for sign in raw)


def _reads_on(sheet: Sheet, plain: str, without: Callable[[Any], bool]) -> bool:
    try:
        says = _says(plain, sheet.path)
        return without(says["figures"][sheet.name]) and bool(says == sheet.says)
    except (Unreadable, KeyError, IndexError, TypeError, AttributeError):
        return False  # what should have been taken out is not even there


def _without_keys(says: Any, entry: Entry) -> bool:
    """Takes the keys of an entry out of what an observation says; whether they were there, in order, with its texts."""
    there = tuple((key, says.pop(key)) for key in list(says) if key in dict(entry))
    return there == entry


def _without_observation(says: Any, begun: bool, entry: Entry) -> bool:
    """Takes the first observation out of a figure's list, and the list if it was begun with it; whether it was the entry and nothing else."""
    first = says[LIST].pop(0)
    rest = says.pop(LIST) if begun else []
    return tuple(first.items()) == entry and not rest


def _inserted(raw: str, new: list[Insertion]) -> str:
    """The file's text with the insertions, in its own line ends."""
    import re

    ends = list(re.finditer(r"\r\n|\r|\n", raw))
    starts = [int(raw.startswith("\ufeff")), *(end.end() for end in ends)]
    for (row, column), text in reversed(new):
        end = ends[min(row, len(ends) - 1)].group() if ends else "\n"
        offset = starts[row] + column
        raw = raw[:offset] + text.replace("\n", end) + raw[offset:]
    return raw
