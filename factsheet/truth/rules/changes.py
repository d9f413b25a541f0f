"""Change: what was published does not change without a word, and what was withdrawn is not repeated."""

from collections.abc import Iterator

from factsheet.content.choosing import moment
from factsheet.content.lockfile import quoted
from factsheet.content.records import Figure
from factsheet.content.words import place_of
from factsheet.problem import Place, Problem
from factsheet.reading.dates import iso
from factsheet.reading.quantities import said
from factsheet.truth.history import Change, History, Value, histories
from factsheet.truth.rules.case import Case, written_words

RULE = "unexplained-change"


def change_is_explained(case: Case) -> Iterator[Problem]:
    """A value that was published stays, or says when, how and why it was replaced; what was told of it stays told."""
    told = histories(case.sheet) if case.sheet.lock else ()
    for history in told:
        for change in history.changes:
            if change.old and not change.kind and not change.old.written and (history.figure or not change.new):
                yield _unexplained(case, history, change, change.old)
            elif change.old and change.kind == "restored":
                yield _restored(change.old)
            elif change.old and change.new and change.kind == "shown" and not change.why:
                yield _shown(change.old, change.new)
    yield from _told_otherwise(told)
    yield from _swapped(case, told)


def _unexplained(case: Case, history: History, change: Change, old: Value) -> Problem:
    place = _place(case, history, change)
    other = bool(change.new and change.new.unit.name != old.unit.name)
    was = f"`{said(old.quantity)}`" + (f" (`{old.unit.name}`)" if other else "")
    if history.figure is None:
        message = f"The figure `{history.id}` was published as {was} and is gone, with no word why; readers are told so."
        hint = "If it got another id, give it the old one back, which is its address. If it is withdrawn, write it under `figures` with the reason:"
        return Problem(place, RULE, message, hint, _figure(history, old, case.today))
    now = f"now stands `{said(change.new.quantity)}`" + (f" (`{change.new.unit.name}`)" if other else "") if change.new else "is gone"
    message = f"Published was {was}{_date(old, change.new)}, which {now if not change.new else 'is gone; ' + now}, with no word why; readers are told so."
    kind = _likely(old, change.new)
    command = "" if history.figure.formula else f"Run `python build.py update {_name(case, history)} --kind {kind} --why \"…\"` (kinds: update, revision, correction), or write it yourself: "
    hint = f"{command}keep the old value, with the reason, in the list under `observations` of this figure:"
    return Problem(place, RULE, message, hint[:1].upper() + hint[1:], ("    observations:", *_observation(old, case.today, kind, history.figure.unit.name)))


def _name(case: Case, history: History) -> str:
    return f"{case.sheet.folder}/{history.id}" if case.sheet.folder else history.id


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
    keys = [("value", said(old.quantity)), ("unit", old.unit.name if old.unit.name != unit else ""), ("as_of", as_of)]
    keys += [("source", old.seen.source), ("replaced", iso(today)), ("kind", kind), ("why", "…")]
    lines = [f"{key}: {text if key == 'why' else quoted(text)}" for key, text in keys if text]
    return tuple(f"      {'- ' if at == 0 else '  '}{line}" for at, line in enumerate(lines))


def _figure(history: History, old: Value, today: int) -> tuple[str, ...]:
    """The lines that keep a figure which is withdrawn."""
    head = (f"  {history.id}:", f"    label: {quoted(history.label)}", f"    unit: {quoted(old.unit.name)}", "    observations:")
    return (*head, *_observation(old, today, "retraction", old.unit.name))


def _restored(old: Value) -> Problem:
    """A value that readers were told of as replaced, and that stands again."""
    line = old.locked
    told = f"`{line.kind}`" + (f" of {line.replaced.text}" if line.replaced else "") if line else ""
    lines = [f"{key}: {quoted(text)}" for key, text in (("replaced", line.replaced.text if line and line.replaced else ""), ("kind", line.kind if line else ""), ("why", line.why if line else "")) if text]
    message = f"Readers were told of this value as a {told}, and it stands again with no word why; readers are told so."
    hint = "Write back what became of it. If it was right after all, add it once more above, as an observation of its own, and say so in the figure's `note`:"
    return Problem(old.seen.written.of("value"), RULE, message, hint, tuple(f"    {line}" for line in lines))


def _shown(old: Value, new: Value) -> Problem:
    """Another of the published values that became the one shown."""
    message = f"Shown was `{said(old.quantity)}`, which stands; now `{said(new.quantity)}` is shown instead, with no word why; readers are told so."
    return Problem(new.seen.written.of("value"), RULE, message, "Say which is to be shown, and why, beside that value:", ("    preferred: true", "    why: …"))


def _told_otherwise(told: tuple[History, ...]) -> Iterator[Problem]:
    """Values of which readers were told another kind or day than the file says now; and such as are said to be gone before they came."""
    for value in (value for history in told for value in history.values if value.written and value.seen.kind and value.locked):
        line, seen = value.locked, value.seen
        if line and line.kind and (line.kind != seen.kind or (line.replaced and seen.replaced and line.replaced.text != seen.replaced.text)):
            was = f"`{line.kind}` of {line.replaced.text if line.replaced else 'no day'}"
            message = f"Readers were told of a {was}; found `{seen.kind}` of {seen.replaced.text if seen.replaced else 'no day'}."
            yield Problem(seen.written.of("kind"), RULE, message, "Write it as it was told; what is to be mended in it can be said under `why`.")
        elif line and not line.kind and line.published and seen.replaced and (seen.replaced.latest or 0) < (line.published.earliest or 0):
            message = f"A value is replaced after it was published, which was on {line.published.text}; found {seen.replaced.text}."
            yield Problem(seen.written.of("replaced"), "bad-value", message, "Write the day on which this sheet put another value in its place; what was the case before can be said under `why`.")


def _swapped(case: Case, told: tuple[History, ...]) -> Iterator[Problem]:
    """Labels that were published over another figure's numbers."""
    lock = case.sheet.lock
    labels = {figure.label: figure.id for figure in (lock.figures if lock else ()) if figure.label}
    for figure in (history.figure for history in told if history.figure):
        other = labels.get(figure.label, figure.id)
        if other != figure.id and any(locked.id == figure.id for locked in (lock.figures if lock else ())):
            message = f"This label was published over the numbers of the figure `{other}`; found it over those of `{figure.id}`."
            yield Problem(figure.written.of("label"), RULE, message, "Put the labels back; or, if the numbers belong under it, move the numbers and say why they changed.")


def update_is_of_a_later_moment(case: Case) -> Iterator[Problem]:
    """An update gives way to a value of a later moment, or says why it does without one."""
    published = {source.id: source.published for source in case.sheet.sources}
    for figure in case.sheet.figures:
        for seen in figure.observations:
            if seen.kind == "update" and not seen.why and not any(moment(other, published) > moment(seen, published) for other in figure.observations if not other.wrong):
                message = "An update gives way to a value of a later moment; there is none."
                yield Problem(seen.written.of("kind"), "missing-key", message, "Write `kind: revision` or `kind: correction`, with `why: …`.")


def one_value_is_preferred(case: Case) -> Iterator[Problem]:
    """Of the values of a figure one at most is the preferred one."""
    for figure in case.sheet.figures:
        for seen in [seen for seen in figure.observations if seen.preferred][1:]:
            message = "Of the values of a figure one is preferred, the one that is shown; here is another."
            yield Problem(seen.written.of("preferred"), "bad-value", message, "Remove `preferred` from all but one.")


def withdrawn_figure_is_not_repeated(case: Case) -> Iterator[Problem]:
    """No text or chart repeats a figure of which no value stands any more."""
    withdrawn: dict[str, Figure] = {figure.id: figure for figure in case.sheet.figures if figure.withdrawn}
    for chart in case.sheet.charts if withdrawn else ():
        for text in chart.figures:
            if text.value in withdrawn:
                yield Problem(text.place, "withdrawn", f"The figure `{text.value}` was withdrawn, so this chart leaves it out.", "Take it out of the chart.")
    for words in written_words(case.sheet) if withdrawn else ():
        for reference in words.prose.references:
            if reference.name in withdrawn and not reference.literal and reference.field in ("", "short"):
                yield Problem(
                    place_of(words, reference.line, reference.column, reference.length),
                    "withdrawn",
                    f"This text repeats the figure `{reference.name}`, which was withdrawn; the page says so behind it.",
                    "Write the sentence anew, without the figure.",
                )
