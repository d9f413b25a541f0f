"""A series in time as a line: joined where one source goes on, every point marked by what is claimed of it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factsheet.page.charts import labels, said, times
from factsheet.page.charts.given import Point, ends
from factsheet.page.charts.scales import Scale, spanning
from factsheet.reading.units import Unit
from factsheet.record import Record

MARKS = {"": "stated", "over": "over", "at_least": "over", "under": "under", "at_most": "under", "nearly": "nearly", "about": "about",
         "between": "between"}
LETTER = 0.6    # em: the width of a digit
LOW = 8         # per cent
MANY = 24       # of more points only the outstanding ones are labelled
HEAD = 1.0      # em: what there is above the plot at least
REACH = {"over": (1.5, 0.0), "under": (0.0, 1.5), "about": (0.7, 0.7), "nearly": (0.2, 0.8)}     # em above and below the point


class Level(Record):
    """A tick of the numbers; zero is drawn stronger."""

    y: float
    label: str
    zero: bool

    @property
    def down(self) -> float:
        """Its place from above, as SVG counts."""
        return round(100 - self.y, 2)


class Dot(Record):
    """The mark of one value; `to` is the upper end of a range, `since` and `until` the ends of a date wider than a year.

    An `aside` is drawn in grey, `beside` the line's own mark if it is of the same moment; a `low` one has no room below.
    """

    kind: str       # stated, over, under, nearly, about, between
    x: float
    y: float
    to: float
    since: float
    until: float
    aside: bool
    beside: bool

    @property
    def low(self) -> bool:
        """Whether it stands just above the axis."""
        return self.y < LOW

    @property
    def down(self) -> float:
        """Its place from above, as SVG counts."""
        return round(100 - self.y, 2)

    @property
    def down_to(self) -> float:
        """The upper end from above."""
        return round(100 - self.to, 2)


class Join(Record):
    """From one value to the next; a `band` where either is a range, with the upper ends `top` and `top_to`."""

    x: float
    y: float
    top: float
    to: float
    end: float
    top_to: float

    @property
    def band(self) -> bool:
        """Whether it has a width."""
        return self.y != self.top or self.end != self.top_to

    @property
    def down(self) -> tuple[float, float, float, float]:
        """The four heights from above, as SVG counts: from, to, and the upper ends of both."""
        y, end, top, top_to = (round(100 - height, 2) for height in (self.y, self.end, self.top, self.top_to))
        return y, end, top, top_to


class LineChart(Record):
    """All that is drawn and said: places in per cent, `room` for the numbers in characters, `head` for labels above in em.

    `told` says that every value stands beside its point, so that paper needs no table.
    """

    unit: str
    advice: str
    summary: str
    levels: tuple[Level, ...]
    times: tuple[times.Time, ...]
    joins: tuple[Join, ...]
    dots: tuple[Dot, ...]
    labels: tuple[labels.Label, ...]
    points: tuple[Point, ...]
    room: int
    head: float
    told: bool

    @property
    def size(self) -> float:
        """The radius of a dot, in pixels."""
        return 4.5 if len(self.dots) <= MANY else 2


def line(points: Sequence[Point], unit: Unit) -> LineChart:
    """The line through the points, which may come in any order; ValueError where none of them may be joined."""
    if all(point.aside for point in points):
        raise ValueError("a line has a point of its own at least")
    ordered = sorted(points, key=lambda point: times.middle(point.date))
    scale = spanning([value for point in ordered for value in ends(point.quantity)])
    axis = times.span([point.date for point in ordered])
    own = frozenset(axis.moment(point.date).x for point in ordered if not point.aside)
    dots = [_dot(point, scale, axis, own) for point in ordered]
    joins = tuple(_joins([dot for dot in dots if not dot.aside]))
    power = said.power(scale.ticks)
    levels = tuple(Level(scale.at(tick), said.tick(tick, power), tick == 0) for tick in scale.ticks)
    room = max(len(level.label) for level in levels)
    highest, lowest = _extremes(dots)
    shown = labels.placed(list(map(_spot, ordered, dots)), _order(dots, highest, lowest), tuple(_strokes(joins)), room * LETTER + 1)
    return LineChart(
        said.heading(unit, power), said.advice(scale, unit, power, any(dot.aside for dot in dots)), said.summary(ordered, ordered[highest], ordered[lowest]),
        levels, times.ticks(axis, [point.date for point in ordered]), joins, tuple(dots), shown, tuple(ordered),
        room, _head(shown, dots), sum(label.at_wide is not None for label in shown) == len(ordered),
    )


def _dot(point: Point, scale: Scale, axis: times.Span, own: frozenset[float]) -> Dot:
    low, high = ends(point.quantity)
    moment = axis.moment(point.date)
    kind = "about" if point.quantity.qualifier == "nearly" and low <= 0 else MARKS[point.quantity.qualifier]
    return Dot(kind, moment.x, scale.at(low), scale.at(high), moment.since, moment.until, point.aside, point.aside and moment.x in own)


def _joins(dots: Sequence[Dot]) -> Iterator[Join]:
    for one, other in pairwise(dots):
        yield Join(one.x, one.y, one.to, other.x, other.y, other.to)


def _strokes(joins: Sequence[Join]) -> Iterator[labels.Stroke]:
    """The line, and of a band both edges: what labels keep clear of."""
    for join in joins:
        yield join.x, join.y, join.to, join.end
        if join.band:
            yield join.x, join.top, join.to, join.top_to


def _extremes(dots: Sequence[Dot]) -> tuple[int, int]:
    """The places of the highest and the lowest value on the line."""
    joined = [place for place, dot in enumerate(dots) if not dot.aside]
    return max(joined, key=lambda place: dots[place].to), min(joined, key=lambda place: dots[place].y)


def _order(dots: Sequence[Dot], highest: int, lowest: int) -> list[int]:
    """Who is labelled before whom: the last and the first value of the line, its highest and lowest, the others of other sources, the rest."""
    joined = [place for place, dot in enumerate(dots) if not dot.aside]
    aside = [place for place, dot in enumerate(dots) if dot.aside]
    rest = joined if len(dots) <= MANY else []
    return list(dict.fromkeys([joined[-1], joined[0], highest, lowest, *aside, *rest]))


def _spot(point: Point, dot: Dot) -> labels.Spot:
    """A point as labels see it; what another source says carries its name."""
    over, under = REACH.get(dot.kind, (0.0, 0.0))
    return labels.Spot(dot.x, dot.y, dot.to, over, under, point.short, point.source if point.aside else point.words)


def _head(shown: Sequence[labels.Label], dots: Sequence[Dot]) -> float:
    """The room above the plot, in em, for what rises out of it."""
    risen = [dot.to / 100 * labels.HEIGHT + REACH.get(dot.kind, (labels.SELF, 0.0))[0] - labels.HEIGHT for dot in dots]
    return round(max(HEAD, *risen, *(label.top for label in shown)) + 0.2, 2)
