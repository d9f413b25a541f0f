"""Labels beside the points of a line: as many as there is room for, none upon another, none upon the line.

Everything here is in em of the labels' own size, from the lower left corner. A plot as narrow as a telephone's and a wide one are
filled each by itself; what finds room in one of them only is left out of the other.
"""

from collections.abc import Iterator, Sequence

from factsheet.record import Record

HEIGHT = 15.0               # as --plot in site.css
WIDTHS = (19.5, 38.0)       # the narrowest plot with its numbers, and the one from which site.css shows every label
HEAD = 6.0                  # how far a label may rise above the plot
MANY = 1000                 # more than there are marks and strokes to lie upon
TOUCH = 0.001               # em: less is no overlap but the reckoning of fractions
EDGE = 12                   # per cent: nearer to an end a label begins or ends with its point
LINE = 1.3
WIDEST = 12.0               # as site.css; longer labels are broken
LOWEST = -0.35              # how far below it
LIFTS = (0.0, 0.6, 1.3, 2.6)  # the last one in a narrow plot only for the first and the last value
SIDE = 20                   # per cent of a wide plot in which labels are moved inward
SELF = 0.45                 # half a mark


class Spot(Record):
    """A point to be labelled: its place in per cent, `to` the upper end of a range; `over` and `under` say how far its mark reaches in em."""

    x: float
    y: float
    to: float
    over: float
    under: float
    value: str
    when: str


class Label(Record):
    """What stands at a point: where it begins above the foot of a narrow and of a wide plot, in em, or None where it finds no room there.

    `lean` and `lean_wide` say which part of its own width lies before its point: 0 none, 1 all of it.
    """

    x: float
    at: float | None
    at_wide: float | None
    value: str
    when: str

    @property
    def lean(self) -> float:
        """As far along its own width as the point is along the plot's, so that it never leaves a narrow plot."""
        return _lean(self.x, False)

    @property
    def lean_wide(self) -> float:
        """In a wide plot the middle, but near its sides."""
        return _lean(self.x, True)

    @property
    def edge(self) -> str:
        """Whether it stands near the first or the last end of the plot, where its lines begin or end together."""
        return "first" if self.x < EDGE else "last" if self.x > 100 - EDGE else ""

    @property
    def top(self) -> float:
        """How far it rises above the plot, in em."""
        return max(self.at or 0.0, self.at_wide or 0.0) + _height(self.value, self.when) - HEIGHT


class Box(Record):
    """A place that is taken."""

    left: float
    low: float
    right: float
    high: float


Stroke = tuple[float, float, float, float]      # x, y, x, y in per cent


class Room(Record):
    """What is taken in a plot of one width: marks, the strokes of the line, and labels, which become more; in em."""

    width: float
    wide: bool
    marks: tuple[Box, ...]
    strokes: tuple[Stroke, ...]
    labels: list[Box]

    def place(self, spot: Spot, surely: bool) -> float | None:
        """Takes the first free place for a label and says where it begins; if it should `surely` be shown, one upon marks or lines will do."""
        boxes = [self._box(spot, low) for low in _heights(spot, LIFTS if surely or self.wide else LIFTS[:-1])]
        troubles = [self._troubles(box) for box in boxes]
        best = min(range(len(boxes)), key=troubles.__getitem__)
        if troubles[best] >= (MANY if surely else 1):
            return None
        self.labels.append(boxes[best])
        return boxes[best].low

    def _box(self, spot: Spot, low: float) -> Box:
        own = min(WIDEST, max(_length(spot.value), _length(spot.when)))
        left = spot.x / 100 * self.width - own * _lean(spot.x, self.wide)
        return Box(left - 0.2, low, left + own + 0.2, low + _height(spot.value, spot.when))

    def _troubles(self, box: Box) -> int:
        """How many things a box would lie upon; another label, and too far up or down, are worse than any of them."""
        outside = box.low < LOWEST or box.high > HEIGHT + HEAD
        crossed = sum(_crosses(stroke, box) for stroke in self.strokes) + sum(_overlap(box, mark) for mark in self.marks)
        return crossed + MANY * (outside + sum(_overlap(box, label) for label in self.labels))


def placed(spots: Sequence[Spot], order: Sequence[int], strokes: Sequence[Stroke], gutter: float) -> tuple[Label, ...]:
    """The labels that find room, by the order in which spots may choose; the first two of it even upon the line."""
    narrow, wide = (_room(width - gutter, width == WIDTHS[1], spots, strokes) for width in WIDTHS)
    found = {}
    for rank, number in enumerate(order):
        spot = spots[number]
        label = Label(spot.x, narrow.place(spot, rank < 2), wide.place(spot, rank < 2), spot.value, spot.when)
        if label.at is not None or label.at_wide is not None:
            found[number] = label
    return tuple(found[number] for number in sorted(found))


def _room(width: float, wide: bool, spots: Sequence[Spot], strokes: Sequence[Stroke]) -> Room:
    scale = width / 100
    marks = tuple(
        Box(spot.x * scale - SELF, _em(spot.y) - max(SELF, spot.under), spot.x * scale + SELF, _em(spot.to) + max(SELF, spot.over))
        for spot in spots
    )
    return Room(width, wide, marks, tuple((x * scale, _em(y), to * scale, _em(end)) for x, y, to, end in strokes), [])


def _em(y: float) -> float:
    return y / 100 * HEIGHT


def _heights(spot: Spot, lifts: Sequence[float]) -> Iterator[float]:
    """Where a label may begin: above the mark, below it, and further off."""
    height = _height(spot.value, spot.when)
    for lift in lifts:
        yield round(_em(spot.to) + max(SELF, spot.over) + lift + 0.1, 2)
        yield round(_em(spot.y) - max(SELF, spot.under) - lift - height - 0.1, 2)


def _lean(x: float, wide: bool) -> float:
    """Which part of a label lies before its point."""
    if not wide:
        return round(x / 100, 2)
    return round((min(x, SIDE) + max(x - 100 + SIDE, 0)) / SIDE / 2, 2)


def _length(text: str) -> float:
    """About how long a text is; Chinese, Japanese and Korean letters are as wide as they are high."""
    return sum(1.02 if letter >= "\u2e80" else 0.6 for letter in text)


def _height(*texts: str) -> float:
    return LINE * sum(1 + int(_length(text) * 1.15 / WIDEST) for text in texts if text)


def _overlap(one: Box, other: Box) -> bool:
    across = one.left < other.right and other.left < one.right
    return across and one.low + TOUCH < other.high and other.low + TOUCH < one.high


def _crosses(stroke: Stroke, box: Box) -> bool:
    """Whether a stroke has a part inside a box: it is cut at one side of it after another."""
    x, y, to, end = stroke
    enters, leaves = 0.0, 1.0
    for pace, room in ((x - to, x - box.left), (to - x, box.right - x), (y - end, y - box.low), (end - y, box.high - y)):
        if pace == 0 and room < 0:
            return False
        enters = max(enters, room / pace) if pace < 0 else enters
        leaves = min(leaves, room / pace) if pace > 0 else leaves
    return enters < leaves
