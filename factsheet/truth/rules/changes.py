"""Change: what was published does not change without a word, and what was withdrawn is not repeated."""

from collections.abc import Iterator

from factsheet.content.records import Figure
from factsheet.content.words import place_of
from factsheet.problem import Place, Problem
from factsheet.reading.dates import iso
from factsheet.reading.quantities import said
from factsheet.truth.history import Change, History, Value, histories
from factsheet.truth.rules.case import Case, written_words


def change_is_explained(case: Case) -> Iterator[Problem]:
    """A value that was published stays, or says when, how and why it was replaced."""
    for history in histories(case.sheet) if case.sheet.lock else ():
        for change in history.changes:
            if not change.kind and change.old:
                yield _unexplained(case, history, change, change.old)


def _unexplained(case: Case, history: History, change: Change, old: Value) -> Problem:
    place = _place(case, history, change)
    other = bool(change.new and change.new.unit.name != old.unit.name)
    was = f"`{said(old.quantity)}`" + (f" (`{old.unit.name}`)" if other else "")
    if history.figure is None:
        message = f"The figure `{history.id}` was published as {was} and is gone, with no word why; readers are told so."
        hint = "If it got another id, give it the old one back, which is its address. If it is withdrawn, write it under `figures` with the reason:"
        return Problem(place, "unexplained-change", message, hint, _figure(history, old, case.today))
    now = f"now stands `{said(change.new.quantity)}`" + (f" (`{change.new.unit.name}`)" if other else "") if change.new else "is gone"
    message = f"Published was {was}{_date(old, change.new)}, which {now if not change.new else 'is gone; ' + now}, with no word why; readers are told so."
    kind = _likely(old, change.new)
    command = "" if history.figure.formula else f"Run `update {history.id} --kind {kind} --why \"…\"` (kinds: update, revision, correction), or write it yourself: "
    hint = f"{command}keep the old value, with the reason, in the list under `observations` of this figure:"
    return Problem(place, "unexplained-change", message, hint[:1].upper() + hint[1:], ("    observations:", *_observation(old, case.today, kind, history.figure.unit.name)))


def _likely(old: Value, new: Value | None) -> str:
    """How a value was probably replaced: by one of a later moment, else by the right one."""
    if new is None:
        return "retraction"
    dates = [value.seen.as_of.latest if value.seen.as_of else None for value in (old, new)]
    return "update" if dates[0] is not None and dates[1] is not None and dates[1] > dates[0] else "correction"


def _place(case: Case, history: History, change: Change) -> Place:
    if change.new and change.new.written:
        return change.new.seen.written.of("formula" if history.figure and history.figure.formula else "value")
    if history.figure:
        return history.figure.written.place
    return case.sheet.written.of("figures") if case.sheet.written else Place(case.sheet.path)


def _date(old: Value, new: Value | None) -> str:
    """The date of the old value, where the new one has another."""
    dates = [(value.seen.as_of.text if value.seen.as_of else "not stated") for value in (old, new) if value]
    return f" as of {dates[0]}" if len(set(dates)) > 1 else ""


def _observation(old: Value, today: int, kind: str, unit: str) -> tuple[str, ...]:
    """The lines that keep an old value, as they stand in the file; `unit` is the figure's."""
    as_of = old.seen.as_of.text if old.seen.as_of else "not stated"
    keys = [("value", said(old.quantity)), ("unit", old.unit.name if old.unit.name != unit else ""), ("as_of", as_of), ("source", old.seen.source), ("replaced", iso(today)), ("kind", kind), ("why", "…")]
    lines = [f"{key}: {text}" for key, text in keys if text]
    return tuple(f"      {'- ' if at == 0 else '  '}{line}" for at, line in enumerate(lines))


def _figure(history: History, old: Value, today: int) -> tuple[str, ...]:
    """The lines that keep a figure which is withdrawn."""
    return (f"  {history.id}:", f"    label: {history.label}", f"    unit: {old.unit.name}", "    observations:", *_observation(old, today, "retraction", old.unit.name))


def one_value_is_preferred(case: Case) -> Iterator[Problem]:
    """Of the values of a figure one at most is the preferred one."""
    for figure in case.sheet.figures:
        for seen in [seen for seen in figure.observations if seen.preferred][1:]:
            message = "Of the values of a figure one is preferred, the one that is shown; here is another."
            yield Problem(seen.written.of("preferred"), "bad-value", message, "Remove `preferred` from all but one.")


def withdrawn_figure_is_not_repeated(case: Case) -> Iterator[Problem]:
    """No text repeats a figure of which no value stands any more."""
    withdrawn: dict[str, Figure] = {figure.id: figure for figure in case.sheet.figures if figure.withdrawn}
    for words in written_words(case.sheet) if withdrawn else ():
        for reference in words.prose.references:
            if reference.name in withdrawn and not reference.literal and reference.field in ("", "short"):
                yield Problem(
                    place_of(words, reference.line, reference.column, reference.length),
                    "withdrawn",
                    f"This text repeats the figure `{reference.name}`, which was withdrawn; the page says so behind it.",
                    "Write the sentence anew, without the figure.",
                )
