"""The past of the figures as readers see it: every value under its own address, every change in a sentence, and what else repeats the figure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count

from factsheet.content.records import Sheet, Words
from factsheet.page import references, wording
from factsheet.page.desk import Desk, date_view, speaker
from factsheet.page.views import ChangeView, Link, Removed, ValueView
from factsheet.record import Record
from factsheet.truth.history import Change, History, Value

LONGEST = 60
FIRST = -1
STATES = {
    "": "",
    "update": "Followed by a newer value",
    "revision": "Revised",
    "correction": "Corrected",
    "retraction": "Withdrawn",
}
HEADLINES = {
    "": "Changed, no reason given",
    "gone": "Removed, no reason given",
    "update": "Update",
    "revision": "Revision",
    "correction": "Correction",
    "retraction": "Withdrawn",
    "added": "Another value added",
    "new": "New figure",
    "computed": "Computed anew",
    "shown": "Another value shown",
    "renamed": "Renamed",
    "restored": "Stands again, no reason given",
}


class Past(Record):
    """What readers are told of the past: each figure's values by its id, the changes with the latest first, the figures that are gone."""

    values: Mapping[str, tuple[ValueView, ...]]
    changes: tuple[ChangeView, ...]
    removed: tuple[Removed, ...]


def past(sheet: Sheet, histories: Sequence[History], desk: Desk) -> Past:
    """The values and changes of every figure of a sheet."""
    values: dict[str, tuple[ValueView, ...]] = {}
    changes: list[tuple[int, ChangeView]] = []
    repeated = _repeated(sheet) if any(history.changes for history in histories) else {}
    taken: set[str] = set()
    for history in histories:
        ids = _ids(history, taken)
        values[history.id] = tuple(_value(value, ids[id(value)], desk) for value in history.values)
        shown = {value.id: value for value in values[history.id]}
        for change in history.changes:
            old, new = (shown.get(ids.get(id(value), "")) for value in (change.old, change.new))
            changes.append((_day(change), _change(history, change, old, new, repeated.get(history.id, ()), taken)))
    removed = tuple(Removed(history.id, history.label, values[history.id]) for history in histories if history.figure is None)
    return Past(values, tuple(view for _, view in sorted(changes, key=lambda each: -each[0])), removed)


def _day(change: Change) -> int:
    """For the order: what has no day came after all that has one."""
    return change.date.latest or FIRST if change.date else 1 << 40


def _ids(history: History, taken: set[str]) -> dict[int, str]:
    """An address for each value, made of its words; what was published first keeps the shortest."""
    given: dict[int, str] = {}
    for value in sorted(history.values, key=lambda value: value.published.latest or 0 if value.published else 1 << 40):
        stem = "_" + _slug(history.id, wording.parts(value.quantity, value.unit).text, value.seen.as_of.text if value.seen.as_of else "")
        names = chain((stem, f"{stem}-{value.seen.source}"), (f"{stem}-{number}" for number in count(2)))
        given[id(value)] = next(name for name in names if name not in taken and not name.endswith("-"))
        taken.add(given[id(value)])
    return given


def _slug(*words: str) -> str:
    text = "-".join(word for word in words if word).casefold().replace(wording.MINUS, "minus-").replace("~", "-about").replace("?", "-perhaps")
    kept = "".join(c if (c.isascii() and c.isalnum()) or c in "_." else "-" for c in text)
    return "-".join(part for part in kept.split("-") if part)[: LONGEST * 2].rstrip("-.")


def _value(value: Value, name: str, desk: Desk) -> ValueView:
    seen = value.seen
    reading = desk.proof.reading(seen.written) if value.written else None
    evidence = desk.evidence("" if seen.wrong else seen.evidence, seen.source, *((reading, seen.reads_as) if reading else ()))
    return ValueView(
        id=name,
        text=wording.parts(value.quantity, value.unit).text,
        as_of=date_view(seen.as_of),
        said_by=speaker(seen.said_by, desk.names),
        evidence=evidence,
        published=date_view(value.published),
        state="Gone, no reason given" if value.silent else STATES[seen.kind],
        kind=seen.kind,
        replaced=date_view(seen.replaced or (value.locked.gone if value.locked else None)),
        why=seen.why,
        scope=seen.scope,
        silent=value.silent,
        quantity=value.quantity,
        unit=value.unit,
        date=seen.as_of,
        written=seen.written,
    )


def _change(history: History, change: Change, old: ValueView | None, new: ValueView | None, repeated: tuple[Link, ...], taken: set[str]) -> ChangeView:
    kind = "gone" if not change.kind and new is None else change.kind
    first = {"shown": "_shown", "restored": "_restored"}.get(kind, "_was")
    stem = f"{first}{old.id}" if old else f"_new{new.id}" if new else f"_{kind}-{history.id}"
    name = next(name for name in chain((stem,), (f"{stem}-{number}" for number in count(2))) if name not in taken)
    taken.add(name)
    after = None if change.date else date_view(change.after)
    return ChangeView(
        id=name,
        figure=history.id,
        label=history.label,
        address=f"key-figures.html#{history.id}",
        kind=change.kind,
        headline=HEADLINES[kind],
        date=date_view(change.date),
        after=after,
        old=old,
        new=new,
        why=change.why,
        scope=change.scope,
        moment=old.as_of if old and new and old.as_of == new.as_of else None,
        sentence=_sentence(kind, old, new, after.words if after else "", change),
        repeated=repeated if kind not in ("added", "new", "gone", "renamed", "restored") and _is_printed(history, change) else (),
    )


def _is_printed(history: History, change: Change) -> bool:
    """Whether a change led to the value that texts print, or away from it."""
    return history.figure is not None and any(value and value.seen is history.figure.observation for value in (change.old, change.new))


def _sentence(kind: str, old: ValueView | None, new: ValueView | None, after: str, change: Change) -> str:
    """The change in plain text."""
    one, other = (_said(value, old, new) for value in (old, new))
    told = {
        "": f"Changed from {one} to {other}, no reason given",
        "gone": f"{one} was removed, no reason given",
        "retraction": f"{one} was withdrawn" + (f"; now {other} is shown" if new else ""),
        "shown": f"{other} is shown now; {one}, which was, stands beside it",
        "renamed": "Another name for the same figure",
        "restored": f"{one} had been told as replaced and stands again, no reason given",
        "added": f"{other} was added" + (f"; it is shown before {one}, which stands beside it" if old else ""),
        "new": f"First published: {other}",
        "computed": f"Computed anew: {other}, before it was {one}",
    }.get(kind, f"{HEADLINES[kind]}: {other}, before it was {one}" if new else f"{HEADLINES[kind]}: {one} no longer stands")
    told += f", as of {old.as_of.words}" if old and new and old.as_of and old.as_of == new.as_of else ""
    ends = [told + (f" (after {after})" if after else ""), change.why.rstrip("."), change.scope.rstrip(".")]
    return ". ".join(part[:1].upper() + part[1:] for part in ends if part) + "."


def _said(value: ValueView | None, old: ValueView | None, new: ValueView | None) -> str:
    """A value with what tells it from the other one: its date where they differ, else its source where the values are alike."""
    if value is None:
        return ""
    if old is None or new is None or (old.as_of and old.as_of.words) != (new.as_of and new.as_of.words):
        return f"{value.text} (as of {value.as_of.words})" if value.as_of else value.text
    if old.text == new.text and value.evidence.source:
        return f"{value.text} ({value.evidence.source.publisher})"
    return value.text


def _repeated(sheet: Sheet) -> dict[str, tuple[Link, ...]]:
    """Where each figure is printed, by its id: these places changed with it."""
    found: dict[str, dict[str, Link]] = {}
    for words, link in _places(sheet):
        for reference in words.prose.references:
            if not reference.literal and reference.field != "label":
                found.setdefault(reference.name, {}).setdefault(link.text, link)
    for figure in sheet.figures:
        for name in _used(figure.formula):
            found.setdefault(name, {}).setdefault(figure.label, Link(references.page_of(figure), figure.label))
    return {name: tuple(links.values()) for name, links in found.items()}


def _used(formula: str) -> Iterable[str]:
    if not formula:
        return ()
    from factsheet.truth.formulas.formula import read_formula

    return [name for name, _ in read_formula(formula).names]


def _places(sheet: Sheet) -> Iterator[tuple[Words, Link]]:
    names = references.known(sheet)
    overview = Link("index.html", "the overview")
    yield sheet.title, overview
    if sheet.summary:
        yield sheet.summary, overview
    for page in sheet.pages:
        title = references.headline(page.words, names) or page.name.capitalize()
        yield page.words, overview if page.name == "overview" else Link(f"{page.name}.html", title)
    for event in sheet.timeline:
        for part in (event.title, event.text):
            if part:
                yield part, Link(references.page_of(event) if event.id else "timeline.html", "the timeline")
    for term in sheet.terms:
        yield term.definition, Link(references.page_of(term), term.term)
    for figure in sheet.figures:
        if figure.note:
            yield figure.note, Link(references.page_of(figure), figure.label)
