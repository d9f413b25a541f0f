"""What was ever published of a figure, and every change that readers are told of: from the author's observations and the lock."""

from collections.abc import Iterator, Mapping

from factsheet.content.choosing import Moment, moment, same_moment
from factsheet.content.records import Figure, Lock, LockedFigure, LockedObservation, Observation, Sheet, Written
from factsheet.problem import Place
from factsheet.reading.dates import Date
from factsheet.reading.quantities import Quantity, same
from factsheet.reading.units import Unit
from factsheet.record import Record

NOWHERE = Written(Place(""), {})
LATER = 1 << 40


class Value(Record):
    """A value of a figure as it is or was published: `locked` is its line in the lock; `written` says whether the author's file still has it."""

    seen: Observation
    unit: Unit
    locked: LockedObservation | None
    written: bool = True

    @property
    def quantity(self) -> Quantity:
        return self.seen.value

    @property
    def published(self) -> Date | None:
        """The day it was first locked; None if it never was, or nobody noted the day."""
        return self.locked.published if self.locked else None

    @property
    def silent(self) -> bool:
        """Whether it was published and is gone, without a word why."""
        return not self.written


class Change(Record):
    """A change of a figure. `kind`: update, revision, correction, retraction; added (one more value), new (one more figure), computed (it follows
    from others that changed); empty where no reason is given.

    `date` is None where the day is not known: then it was after the day `after`, which may be unknown, too.
    """

    kind: str
    date: Date | None
    after: Date | None
    old: Value | None
    new: Value | None
    why: str = ""
    scope: str = ""


class History(Record):
    """Every value of a figure, the newest moment first, and its changes; `figure` is None where it is gone from the sheet."""

    id: str
    label: str
    figure: Figure | None
    values: tuple[Value, ...]
    changes: tuple[Change, ...]


class Past(Record):
    """What is known of a sheet's past: its lock, when its sources appeared, the first and the last day in the lock."""

    figures: Mapping[str, LockedFigure]
    published: Mapping[str, Date | None]
    first: Date | None
    last: Date | None


def histories(sheet: Sheet) -> tuple[History, ...]:
    """The history of every figure, in the order of the page, then of those that are gone."""
    past = _past(sheet)
    here = tuple(_history(figure, past) for figure in sheet.figures)
    return here + tuple(_removed(locked, past) for name, locked in past.figures.items() if name not in sheet.figure_ids and locked.observations)


def first_locked(sheet: Sheet) -> Date | None:
    """The day on which the first figure of a sheet was locked."""
    firsts = [day for figure in (sheet.lock.figures if sheet.lock else ()) for day in [_first(figure)] if day]
    return min(firsts, key=_day, default=None)


def last_locked(sheet: Sheet) -> Date | None:
    """The last day on which anything of a sheet was locked."""
    return max(_days(sheet.lock), key=_day, default=None) if sheet.lock else None


def _past(sheet: Sheet) -> Past:
    figures = {figure.id: figure for figure in sheet.lock.figures} if sheet.lock else {}
    return Past(figures, {source.id: source.published for source in sheet.sources}, first_locked(sheet), last_locked(sheet))


def _days(lock: Lock) -> Iterator[Date]:
    yield from (found.checked for source in lock.sources for found in source.evidence)
    for figure in lock.figures:
        yield from (day for seen in figure.observations for day in (seen.published, seen.gone) if day)


def _first(figure: LockedFigure) -> Date | None:
    return min((seen.published for seen in figure.observations if seen.published), key=_day, default=None)


def all_seen(figure: Figure) -> tuple[Observation, ...]:
    """All that the author's file says of a figure; what is computed comes before what it was."""
    return (figure.observation, *figure.observations) if figure.formula else figure.observations


def _history(figure: Figure, past: Past) -> History:
    locked = past.figures.get(figure.id)
    values = _matched(figure, locked, past)
    changes = tuple(_changes(figure, locked, values, past))
    return History(figure.id, figure.label, figure, tuple(sorted(values, key=lambda value: _moment(value, past), reverse=True)), changes)


def _matched(figure: Figure, locked: LockedFigure | None, past: Past) -> list[Value]:
    """Each observation with its line in the lock, and each line that has none any more."""
    lines = list(locked.observations) if locked else []
    values = []
    for seen in all_seen(figure):
        unit = seen.unit or figure.unit
        line = next((line for line in lines if _is(seen, unit, line, past)), None)
        if line:
            lines.remove(line)
        values.append(Value(seen, unit, line))
    return values + [_gone(line, figure.unit) for line in lines]


def _is(seen: Observation, unit: Unit, line: LockedObservation, past: Past) -> bool:
    """Whether a line of the lock is this observation; a source that is not known any more may have got another id."""
    if not same(seen.value, line.value) or unit.name != line.unit or (seen.as_of and seen.as_of.text) != (line.as_of and line.as_of.text):
        return False
    return seen.source == line.source or line.source not in past.published


def _gone(line: LockedObservation, unit: Unit | None = None) -> Value:
    seen = Observation(NOWHERE, line.value, line.as_of, source=line.source)
    return Value(seen, unit if unit and unit.name == line.unit else _unit(line.unit), line, False)


def _unit(name: str) -> Unit:
    """The unit of a line in the lock, which names a counted noun in its plural alone."""
    from factsheet.problem import Unreadable
    from factsheet.reading.units import read_unit

    try:
        return read_unit(name)
    except Unreadable:
        return Unit("count", "", name, name, "")


def _changes(figure: Figure, locked: LockedFigure | None, values: list[Value], past: Past) -> Iterator[Change]:
    """What changed of a figure: values replaced with a reason, values gone without one, values and figures that were added."""
    first = _first(locked) if locked else None
    if past.figures and (locked is None or (first and past.first and _day(first) > _day(past.first))):
        yield Change("new", first, past.last, None, _value_of(figure.observation, values))
    told: list[tuple[Value, bool]] = []
    for value in values:
        if value.silent or value.seen.kind:
            new = _successor(value, values, [each for each, silent in told if silent], past)
            told += [(new, value.silent)] if new else []
            yield _silent(figure, locked, value, new, past) if value.silent else _explained(value, new)
    for value in values:
        if locked and all(value is not each for each, _ in told) and not value.silent and not value.seen.kind and _later(value, first):
            yield _added(value, values, past)


def _explained(value: Value, new: Value | None) -> Change:
    seen = value.seen
    return Change(seen.kind, seen.replaced, None, value, new, seen.why, seen.scope)


def _silent(figure: Figure, locked: LockedFigure | None, value: Value, new: Value | None, past: Past) -> Change:
    """A value that is gone from the file; one that was computed by the same formula follows from what changed elsewhere."""
    computed = bool(figure.formula and locked and figure.formula == locked.formula)
    line = value.locked
    return Change("computed" if computed else "", line.gone if line else None, past.last, value, new)


def _added(value: Value, values: list[Value], past: Past) -> Change:
    """One more value: a newer moment takes the place of the one that was shown; another source's stands beside it, or before it."""
    before = [each for each in values if each is not value and not each.silent and not each.seen.kind and _day(each.published) < _day(value.published)]
    old = max(before, key=lambda each: _moment(each, past), default=None)
    if old is None or _moment(value, past) <= _moment(old, past):
        return Change("added", value.published, past.last, None, value)
    kind = "added" if same_moment(value.seen, old.seen) else "update"
    return Change(kind, value.published, past.last, old, value)


def _successor(value: Value, values: list[Value], taken: list[Value], past: Past) -> Value | None:
    """What stands in the place of a value that is gone or was replaced; None where nothing does. One value takes the place of one that is gone."""
    if value.silent:
        fresh = [each for each in values if each is not value and all(each is not other for other in taken) and _came_when_gone(each, value)]
        return max(fresh, key=lambda each: (same_moment(each.seen, value.seen), each.seen.source == value.seen.source), default=None)
    others = [each for each in values if each is not value and not each.silent]
    if value.seen.kind == "retraction":
        return None
    later = [each for each in others if _replaced(each) > _replaced(value) and each.seen.kind != "retraction"]
    if value.seen.kind == "update":
        return min((each for each in later if _moment(each, past) > _moment(value, past)), key=lambda each: _moment(each, past), default=_shown(later, past))
    alike = [each for each in later if same_moment(each.seen, value.seen)]
    return min(alike, key=_replaced, default=_shown(later, past))


def _came_when_gone(each: Value, value: Value) -> bool:
    """Whether a value was first published when another was found gone: both at the same lock, or neither so far."""
    gone = value.locked.gone if value.locked else None
    return not each.seen.kind and (each.published == gone if gone else each.locked is None)


def _shown(values: list[Value], past: Past) -> Value | None:
    return max((each for each in values if not each.seen.kind), key=lambda each: _moment(each, past), default=None)


def _removed(locked: LockedFigure, past: Past) -> History:
    """The history of a figure that is gone from the sheet: one change, of the value that was its newest."""
    values = tuple(sorted((_gone(line) for line in locked.observations), key=lambda value: _moment(value, past), reverse=True))
    gone = {line.gone for line in locked.observations}
    label = locked.label or locked.id.replace("-", " ").replace("_", " ")
    return History(locked.id, label, None, values, (Change("", gone.pop() if len(gone) == 1 else None, past.last, values[0], None),))


def _value_of(seen: Observation, values: list[Value]) -> Value | None:
    return next((value for value in values if value.seen is seen), None)


def _moment(value: Value, past: Past) -> Moment:
    return moment(value.seen, past.published)


def _later(value: Value, first: Date | None) -> bool:
    return value.locked is None or (first is not None and _day(value.published, 0) > _day(first))


def _day(date: Date | None, otherwise: int = LATER) -> int:
    return date.latest if date and date.latest is not None else otherwise


def _replaced(value: Value) -> int:
    return _day(value.seen.replaced)
