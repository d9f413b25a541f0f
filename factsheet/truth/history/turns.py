"""The changes of one figure: values replaced with a reason, values gone without one, values, names and whole figures that came."""

from collections.abc import Hashable, Iterator, Mapping, Sequence

from factsheet.content.choosing import moment
from factsheet.content.records import Figure, LockedFigure, Observation
from factsheet.reading.dates import Date
from factsheet.record import Record
from factsheet.truth.history.told import Change, Value, day_of

Published = Mapping[str, Date | None]


class Turns(Record):
    """The values of a figure, as they are looked up: by their moment, by the day they came (None: not locked yet), in the order of their moments."""

    values: Sequence[Value]
    published: Published
    at: Mapping[Hashable, list[Value]]
    came: Mapping[Date | None, list[Value]]
    in_order: Sequence[Value]
    shown: Value | None
    taken: set[int]


def changes_of(figure: Figure, locked: LockedFigure | None, values: Sequence[Value], published: Published, first: Date | None, last: Date | None) -> Iterator[Change]:
    """Every change of a figure; `first` and `last` are the days between which anything of the sheet was locked."""
    turns = _turns(figure, values, published)
    since = min((value.published for value in values if value.published), key=day_of, default=None)
    if last and (locked is None or (since and first and day_of(since) > day_of(first))):
        yield Change("new", since, last, None, turns.shown)
    if locked and locked.label and locked.label != figure.label:
        yield Change("renamed", None, since, None, None, f"It was called “{locked.label}” before")
    turned = [change for value in values for change in _turned(value, turns, figure, last)]
    yield from turned
    yield from _came(turns, {id(change.new) for change in turned}, since, last) if locked else ()


def last_of(locked: LockedFigure, values: Sequence[Value], published: Published, last: Date | None) -> Iterator[Change]:
    """Every change of a figure that is gone from the sheet: that it went, and what was told of it before."""
    turns = _turns(None, values, published)
    days = [line.gone for line in locked.observations if not line.kind]
    went = max(days, key=day_of, default=None) if None not in days else None
    shown = next((value for value in values if value.locked and value.locked.shown and not value.locked.hidden), None)
    turned = [change for value in values if not value.silent or (value.locked and value.locked.gone != went) for change in _turned(value, turns, None, last)]
    yield Change("", went, last, shown or next((value for value in values if value.silent), values[0]), None)
    yield from turned
    yield from _came(turns, {id(change.new) for change in turned}, min((value.published for value in values if value.published), key=day_of, default=None), last)


def _came(turns: Turns, told: set[int], since: Date | None, last: Date | None) -> Iterator[Change]:
    """The values that were added after the figure had appeared, but for those that took the place of another."""
    for value in turns.values:
        line = value.locked
        later = line is None or (since is not None and line.published is not None and day_of(line.published) > day_of(since))
        if later and id(value) not in told and (value.stands or (line is not None and line.shown)):
            yield _added(value, turns, last)


def _turns(figure: Figure | None, values: Sequence[Value], published: Published) -> Turns:
    at: dict[Hashable, list[Value]] = {}
    came: dict[Date | None, list[Value]] = {}
    for value in values:
        at.setdefault(_moment_key(value.seen), []).append(value)
        if not value.seen.kind and (value.locked is None or value.published):
            came.setdefault(value.published, []).append(value)
    in_order = sorted((value for value in values if not value.silent and not value.seen.wrong), key=lambda value: moment(value.seen, published))
    shown = next((value for value in values if figure and value.seen is figure.observation), None)
    return Turns(values, published, at, came, in_order, shown, set())


def _moment_key(seen: Observation) -> Hashable:
    return (seen.as_of.earliest, seen.as_of.latest) if seen.as_of else None


def _turned(value: Value, turns: Turns, figure: Figure | None, last: Date | None) -> Iterator[Change]:
    """What became of one value."""
    line, seen = value.locked, value.seen
    if value.silent:
        new = _came_instead(value, turns)
        yield Change(_silence(value, new, figure), line.gone if line else None, last, value, new)
    elif seen.kind:
        yield Change(seen.kind, seen.replaced, None, value, _successor(value, turns), seen.why, seen.scope)
    elif line and line.kind:
        yield Change("restored", None, last, value, value)
    elif line and line.gone:
        yield Change("", line.gone, None, value, _came_instead(value, turns))
    if value.stands and line and line.shown and value is not turns.shown:
        yield from _passed_over(value, turns, last)


def _silence(value: Value, new: Value | None, figure: Figure | None) -> str:
    """`computed` where the value and the one that came instead follow from the same formula."""
    formula = value.locked.formula if value.locked else ""
    now = (new.locked.formula if new.locked else figure.formula if figure else "") if new else ""
    return "computed" if formula and formula == now else ""


def _passed_over(value: Value, turns: Turns, last: Date | None) -> Iterator[Change]:
    """A value that was the one shown and stands, where another published one is shown instead."""
    hidden = value.locked.hidden if value.locked else None
    if hidden is None:
        new = turns.shown if turns.shown and turns.shown.locked else None
    else:
        new = next((each for each in turns.values if each.locked and each.locked.shown == hidden and each.published != hidden), None)
    if new and new is not value and new.written:
        yield Change("shown", hidden, last, value, new, new.seen.why if new.seen.preferred else "")


def _came_instead(value: Value, turns: Turns) -> Value | None:
    """What came when a value was found gone, at the same lock or not locked so far: of its moment and source, else of one of them, else any."""
    gone, alike = value.locked.gone if value.locked else None, turns.at[_moment_key(value.seen)]

    def fits(each: Value) -> bool:
        came = each.published == gone if gone else each.locked is None and each.written
        return came and not each.seen.kind and each is not value and id(each) not in turns.taken

    fresh = [each for each in alike if fits(each)] or [each for each in turns.came.get(gone, ()) if fits(each)]
    best = max(fresh, key=lambda each: each.seen.source == value.seen.source, default=None)
    if best is None:
        return next((each for each in alike if each.stands and each.locked and each.locked.gone), None)
    turns.taken.add(id(best))
    return best


def _successor(value: Value, turns: Turns) -> Value | None:
    """What stands in the place of a value that was replaced; of one that was withdrawn while it was the newest, what is shown now."""
    seen, shown = value.seen, turns.shown if turns.shown and turns.shown.stands else None
    if seen.kind == "retraction":
        newest = shown is not None and moment(seen, turns.published) > moment(shown.seen, turns.published)
        return shown if newest else None
    if seen.kind == "update":
        own = moment(seen, turns.published)
        return next((each for each in turns.in_order if moment(each.seen, turns.published) > own), shown)
    place = {id(each): number for number, each in enumerate(turns.values)}
    later = [each for each in turns.at[_moment_key(seen)] if not each.silent and each.seen.kind != "retraction" and _turn(each, place) > _turn(value, place)]
    return min(later, key=lambda each: _turn(each, place), default=shown)


def _turn(value: Value, place: Mapping[int, int]) -> tuple[int, int]:
    """When a value was replaced; of several replaced on one day, the lowest in the list first."""
    return day_of(value.seen.replaced), -place[id(value)]


def _added(value: Value, turns: Turns, last: Date | None) -> Change:
    """One more value: a newer moment takes the place of the one that was shown; another source's stands beside it, or before it."""
    line = value.locked
    came_first = line.shown == line.published if line and line.shown else value is turns.shown
    old = _shown_before(value, turns) if came_first else None
    newer = old is not None and moment(value.seen, turns.published)[0] > moment(old.seen, turns.published)[0]
    return Change("update" if newer else "added", value.published, last, old, value)


def _shown_before(value: Value, turns: Turns) -> Value | None:
    """The value that was shown before another one came: by the lock, else the newest of those that were there."""
    day = value.published
    marked = [each for each in turns.values if each is not value and each.locked and each.locked.shown and each.locked.hidden == day]
    there = [each for each in turns.values if each is not value and each.stands and each.locked and day_of(each.published) < day_of(day)]
    return next(iter(marked), None) or max(there, key=lambda each: moment(each.seen, turns.published), default=None)
