"""What is told of a figure's past: its values, its changes."""

from factsheet.content.records import Figure, LockedObservation, Observation
from factsheet.reading.dates import Date
from factsheet.reading.quantities import Quantity
from factsheet.reading.units import Unit
from factsheet.record import Record

LATER = 1 << 40


def day_of(date: Date | None) -> int:
    """The last day that a date may mean, as a number; later than all others where there is none."""
    return date.latest if date and date.latest is not None else LATER


class Value(Record):
    """A value of a figure as it is or was published: `locked` is its line in the lock; `written` says whether the author's file still has it."""

    seen: Observation
    unit: Unit
    locked: LockedObservation | None
    written: bool = True

    @property
    def quantity(self) -> Quantity:
        """The quantity that is stated."""
        return self.seen.value

    @property
    def published(self) -> Date | None:
        """The day it was first locked; None if it never was, or nobody noted the day."""
        return self.locked.published if self.locked else None

    @property
    def silent(self) -> bool:
        """Whether it was published and is gone, without a word why."""
        return not self.written and not self.seen.kind

    @property
    def stands(self) -> bool:
        """Whether it is in the author's file, and was not replaced."""
        return self.written and not self.seen.kind


class Change(Record):
    """A change of a figure.

    `kind`: update, revision, correction, retraction; added (one more value), new (one more figure), shown (another of the published values is the
    one that is shown), computed (it follows from others that changed), renamed (`why` says from what), restored (a value that was told as replaced
    stands again); empty where no reason is given. `date` is None where the day is not known: then it was after the day `after`, which may be
    unknown, too.
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
