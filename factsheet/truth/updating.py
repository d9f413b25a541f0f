"""What an update writes: a new observation of a figure, and the marks on the one that it replaces; or why it cannot be."""

from factsheet.content.choosing import moment, same_moment
from factsheet.content.records import Figure, Observation, Sheet, Written
from factsheet.problem import Place, Unreadable, nearest
from factsheet.reading.dates import Date, iso
from factsheet.reading.quantities import said, same
from factsheet.record import Record
from factsheet.truth.history import Value, histories

Entry = tuple[tuple[str, str], ...]
KINDS = ("update", "revision", "correction", "retraction")
NEW = Written(Place(""), {})


class Wish(Record):
    """What an author asks for, in the words of the call; `beside` lets the value that is shown stand, too."""

    figure: str
    value: str = ""
    as_of: str = ""
    source: str = ""
    evidence: str = ""
    said_by: str = ""
    reads_as: str = ""
    kind: str = ""
    why: str = ""
    scope: str = ""
    beside: bool = False


class Update(Record):
    """What is to be written: an observation to add, marks to set on the one that begins at `place`, and the change in a sentence."""

    sheet: Sheet
    figure: str
    added: Entry | None
    place: Place | None
    marks: Entry
    told: str


def planned(sheets: tuple[Sheet, ...], wish: Wish, today: int) -> Update:
    """What a wish comes to; Unreadable, with what to say instead, where it comes to nothing."""
    sheet, figure = _found(sheets, wish.figure)
    _sound(wish)
    if wish.value:
        return _value(sheet, figure, wish, today)
    if figure.formula:
        raise Unreadable(f"`{figure.id}` is computed: `{figure.formula}`.", "Update the figures that it follows from.")
    silent = _silent(sheet, figure)
    if len(silent) > 1:
        gone = ", ".join(f"`{said(value.quantity)}`" for value in silent)
        raise Unreadable(f"Of `{figure.id}` more than one published value is gone: {gone}.", "Write them back by hand, each with its own reason, as `check` shows.")
    if silent:
        return _explanation(sheet, figure, silent[0], wish, today)
    if wish.kind == "retraction":
        return _retraction(sheet, figure, wish, today)
    raise Unreadable(f"The new value of `{figure.id}` is wanted.", f'Write `update {figure.id} "over 1,200" --as-of 2026 --source … --evidence "…"`; or, to withdraw it, `--kind retraction --why "…"`.')


def _found(sheets: tuple[Sheet, ...], name: str) -> tuple[Sheet, Figure]:
    """The figure of that id, of one sheet or of the one that is named with it: `harbour/ships`."""
    folder, _, id = name.rpartition("/")
    asked = [sheet for sheet in sheets if sheet.folder == folder or not folder]
    found = [(sheet, figure) for sheet in asked for figure in sheet.figures if figure.id == id]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(f"`{sheet.folder}/{id}`" if sheet.folder else f"`{id}` at the top" for sheet, _ in found)
        raise Unreadable(f"{len(found)} sheets have a figure `{id}`.", f"Name it with its sheet: {names}.")
    if not asked:
        folders = tuple(sheet.folder for sheet in sheets if sheet.folder)
        meant = nearest(folder, folders)
        raise Unreadable(f"There is no sheet `{folder[:80]}`.", f"Did you mean `{meant}/{id}`?" if meant else f"There are: {', '.join(folders)}.")
    known = tuple(figure.id for sheet in asked for figure in sheet.figures)
    meant = nearest(id, known)
    raise Unreadable(f"There is no figure `{name[:80]}`.", f"Did you mean `{meant}`?" if meant else f"There are: {', '.join(known[:20])}.")


def _sound(wish: Wish) -> None:
    """A kind that there is, with its reason."""
    if wish.kind and wish.kind not in KINDS:
        meant = nearest(wish.kind, KINDS)
        raise Unreadable(f"One of {', '.join(KINDS)} is wanted after --kind; found `{wish.kind[:80]}`.", f"Did you mean `{meant}`?" if meant else "")
    if wish.kind not in ("", "update") and not any(map(str.isalnum, wish.why)):
        raise Unreadable(f"A {wish.kind} tells readers why.", 'Add `--why "…"`, a sentence.')
    if wish.beside and wish.kind:
        raise Unreadable("--beside lets the old value stand, and --kind says how it was replaced.", "Take one of the two.")
    if wish.value and wish.kind == "retraction":
        raise Unreadable("A retraction puts nothing in the place of a value.", "Leave the value out; or, if another takes its place, say `--kind correction`.")


def _value(sheet: Sheet, figure: Figure, wish: Wish, today: int) -> Update:
    """A new value: beside the one that is shown, after it, or in its place."""
    if figure.formula:
        raise Unreadable(f"`{figure.id}` is computed: `{figure.formula}`.", "Update the figures that it follows from.")
    new = _observation(sheet, wish)
    shown, kind = figure.observation, wish.kind
    published = {source.id: source.published for source in sheet.sources}
    if any(same(seen.value, new.value) and same_moment(seen, new) and seen.source == new.source for seen in figure.observations):
        raise Unreadable(f"`{figure.id}` has this value already: `{said(new.value)}`.", "Give the new value.")
    newer = moment(new, published) > moment(shown, published)
    if not kind and not wish.beside and not figure.withdrawn and (not newer or shown.preferred):
        raise Unreadable(_refused(figure, shown, newer), 'Say `--kind revision` (better data) or `--kind correction` (a mistake) with `--why "…"`; or `--beside`, to let both stand.')
    if kind == "update" and not newer and not wish.why:
        raise Unreadable(_refused(figure, shown, newer), "An update is of a later moment. Say `--kind revision` or `--kind correction`, with `--why \"…\"`.")
    marks = _marks(wish, today) if kind else ()
    after = "is shown before" if wish.beside and newer and not shown.preferred else "stands beside" if wish.beside else "takes the place of"
    told = f"{figure.label}: {said(new.value)} {after} {said(shown.value)}"
    return Update(sheet, figure.id, _entry(wish), shown.written.place if marks else None, marks, told)


def _refused(figure: Figure, shown: Observation, newer: bool) -> str:
    if newer:
        return f"The value of `{figure.id}` that is shown is the preferred one: `{said(shown.value)}`."
    date = f"is as of {shown.as_of.text}" if shown.as_of else "has no date"
    return f"The value of `{figure.id}` that is shown, `{said(shown.value)}`, {date}; the new one is no newer, so it has to be said what becomes of the old."


def _observation(sheet: Sheet, wish: Wish) -> Observation:
    """The new observation, read as the file will be."""
    from factsheet.reading.quantities import read

    missing = [name for name, text in (("--as-of", wish.as_of), ("--source", wish.source), ("--evidence", wish.evidence)) if not text.strip()]
    if missing:
        raise Unreadable(f"A value has its date, its source and its evidence; {', '.join(missing)} is not there.", 'Write `--as-of 2026` (or `--as-of "not stated"`), `--source ID`, `--evidence "the words of the source"`.')
    known = tuple(source.id for source in sheet.sources)
    if wish.source not in known:
        meant = nearest(wish.source, known)
        raise Unreadable(f"There is no source `{wish.source[:80]}` in {sheet.path}.", f"Did you mean `{meant}`?" if meant else f"Write it under `sources` first. There are: {', '.join(known)}.")
    return Observation(NEW, read(wish.value), _date(wish.as_of), source=wish.source)


def _date(text: str) -> Date | None:
    from factsheet.reading.dates import read

    return None if text.casefold() == "not stated" else read(text)


def _entry(wish: Wish) -> Entry:
    keys = (("value", wish.value), ("as_of", wish.as_of), ("said_by", wish.said_by), ("source", wish.source), ("evidence", wish.evidence), ("reads_as", wish.reads_as))
    return tuple((key, text.strip()) for key, text in keys if text.strip())


def _marks(wish: Wish, today: int) -> Entry:
    keys = (("replaced", iso(today)), ("kind", wish.kind), ("why", wish.why), ("scope", wish.scope))
    return tuple((key, text.strip()) for key, text in keys if text.strip())


def _silent(sheet: Sheet, figure: Figure) -> list[Value]:
    """The values that were published and are gone without a word."""
    return [change.old for history in histories(sheet) if history.id == figure.id for change in history.changes if not change.kind and change.old and not change.old.written]


def _explanation(sheet: Sheet, figure: Figure, silent: Value, wish: Wish, today: int) -> Update:
    """The old value written back, with the reason why it was replaced."""
    if not wish.kind:
        raise Unreadable(f"`{said(silent.quantity)}` was published of `{figure.id}` and is gone; how it was replaced is wanted.", 'Say `--kind update`, `revision` or `correction`, with `--why "…"`.')
    seen = silent.seen
    unit = silent.unit.name if silent.unit.name != figure.unit.name else ""
    keys = (("value", said(seen.value)), ("unit", unit), ("as_of", seen.as_of.text if seen.as_of else "not stated"), ("source", seen.source))
    kept = tuple((key, text) for key, text in keys if text)
    return Update(sheet, figure.id, kept + _marks(wish, today), None, (), f"{figure.label}: {said(seen.value)} is kept, with the reason")


def _retraction(sheet: Sheet, figure: Figure, wish: Wish, today: int) -> Update:
    if figure.withdrawn:
        raise Unreadable(f"`{figure.id}` is withdrawn already.", "")
    return Update(sheet, figure.id, None, figure.observation.written.place, _marks(wish, today), f"{figure.label}: {said(figure.observation.value)} is withdrawn")
