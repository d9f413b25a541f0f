"""What was ever published of a figure, and every change that readers are told of: from the author's observations and the lock."""

from collections.abc import Hashable, Iterator, Mapping

from factsheet.content.choosing import moment
from factsheet.content.records import Figure, Lock, LockedFigure, LockedObservation, Observation, Sheet, Written
from factsheet.problem import Place
from factsheet.reading.dates import Date
from factsheet.reading.quantities import Quantity
from factsheet.reading.units import Unit
from factsheet.record import Record
from factsheet.truth.history.told import Change, History, Value, day_of
from factsheet.truth.history.turns import changes_of, last_of

__all__ = ["Change", "History", "Value", "first_locked", "histories", "last_locked"]

NOWHERE = Written(Place(""), {})


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
    return min(firsts, key=day_of, default=None)


def last_locked(sheet: Sheet) -> Date | None:
    """The last day on which anything of a sheet was locked."""
    return max(_days(sheet.lock), key=day_of, default=None) if sheet.lock else None


def _past(sheet: Sheet) -> Past:
    figures = {figure.id: figure for figure in sheet.lock.figures} if sheet.lock else {}
    return Past(figures, {source.id: source.published for source in sheet.sources}, first_locked(sheet), last_locked(sheet))


def _days(lock: Lock) -> Iterator[Date]:
    yield from (found.checked for source in lock.sources for found in source.evidence)
    for figure in lock.figures:
        yield from (day for seen in figure.observations for day in (seen.published, seen.gone, seen.shown, seen.hidden) if day)


def _first(figure: LockedFigure) -> Date | None:
    return min((seen.published for seen in figure.observations if seen.published), key=day_of, default=None)


def all_seen(figure: Figure) -> tuple[Observation, ...]:
    """All that the author's file says of a figure, newest first: what is computed before what it was, a figure's own value last where it was replaced."""
    if figure.formula:
        return (figure.observation, *figure.observations)
    first, *rest = figure.observations
    return (*rest, first) if first.kind and first.written is figure.written else figure.observations


def _history(figure: Figure, past: Past) -> History:
    locked = past.figures.get(figure.id)
    values = _matched(figure, locked, past)
    changes = tuple(changes_of(figure, locked, values, past.published, past.first, past.last))
    return History(figure.id, figure.label, figure, tuple(sorted(values, key=lambda value: moment(value.seen, past.published), reverse=True)), changes)


def _matched(figure: Figure, locked: LockedFigure | None, past: Past) -> list[Value]:
    """Each observation with its line in the lock, and each line that has none any more.

    A line is that of the same value, unit, date and source; a source that is not known any more may have got another id.
    """
    lines: dict[Hashable, list[LockedObservation]] = {}
    for line in locked.observations if locked else ():
        lines.setdefault(_key(line.value, line.unit, line.as_of), []).append(line)
    found: dict[int, LockedObservation] = {}
    listed = all_seen(figure)
    for known in (True, False):
        for seen in listed:
            alike = lines.get(_key(seen.value, (seen.unit or figure.unit).name, seen.as_of), [])
            fitting = [line for line in alike if (line.source == seen.source if known else line.source not in past.published)]
            if fitting and id(seen) not in found:
                found[id(seen)] = next((line for line in fitting if line.kind == seen.kind), fitting[0])
                alike.remove(found[id(seen)])
    values = [Value(seen, seen.unit or figure.unit, found.get(id(seen))) for seen in listed]
    return values + [_gone(line, figure.unit) for left in lines.values() for line in left]


def _key(value: Quantity, unit: str, as_of: Date | None) -> Hashable:
    return value.qualifier, value.amount, value.upper and value.high, unit, as_of and as_of.text


def _gone(line: LockedObservation, unit: Unit | None = None) -> Value:
    """A value that only the lock knows, with what it was told to have become."""
    seen = Observation(NOWHERE, line.value, line.as_of, source=line.source, replaced=line.replaced, kind=line.kind, why=line.why)
    return Value(seen, unit if unit and unit.name == line.unit else _unit(line.unit), line, False)


def _unit(name: str) -> Unit:
    """The unit of a line in the lock, which names a counted noun in its plural alone."""
    from factsheet.problem import Unreadable
    from factsheet.reading.units import read_unit

    try:
        return read_unit(name)
    except Unreadable:
        return Unit("count", "", name, name, "")


def _removed(locked: LockedFigure, past: Past) -> History:
    """The history of a figure that is gone from the sheet."""
    values = tuple(sorted((_gone(line) for line in locked.observations), key=lambda value: moment(value.seen, past.published), reverse=True))
    label = locked.label or locked.id.replace("-", " ").replace("_", " ")
    return History(locked.id, label, None, values, tuple(last_of(locked, values, past.published, past.last)))
