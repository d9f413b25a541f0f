"""What a chart says in words: its unit once, where its scale begins, and in a sentence or two what it shows."""

from collections.abc import Sequence
from decimal import Decimal

from factsheet.page import wording
from factsheet.page.charts.given import Point
from factsheet.page.charts.scales import Scale
from factsheet.reading.quantities import Quantity, scaled
from factsheet.reading.units import Unit

WORDS = {0: "", 6: "million", 9: "billion", 12: "trillion"}
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def power(ticks: Sequence[Decimal]) -> int:
    """The power of ten in which ticks are counted: none, millions, billions; beyond these and below 0.001 every third one."""
    largest = max(map(abs, ticks))
    places = largest.adjusted() if largest else 0
    return 0 if -4 < places < 6 else places // 3 * 3


def tick(value: Decimal, exponent: int) -> str:
    """A tick's number, without its unit."""
    number = _number(value, exponent)
    return (wording.MINUS if number < 0 else "") + f"{number.copy_abs():,f}"


def heading(unit: Unit, exponent: int) -> str:
    """What the ticks count: In US$ billion, In %, Million firms."""
    word = WORDS.get(exponent, f"10{str(exponent).translate(RAISED)}")
    if unit.kind == "count":
        words = f"{word} {unit.other}".lstrip()
        return words[:1].upper() + words[1:]
    return " ".join(filter(None, ("In", unit.symbol, word) if unit.kind == "money" else ("In", word, unit.other)))


def advice(scale: Scale, unit: Unit, exponent: int, beside: bool) -> str:
    """How to read what might be misread: a scale that leaves zero out, marks `beside` the line; else nothing."""
    said = []
    if not scale.whole:
        end, at = ("begins", scale.low) if scale.low > 0 else ("ends", scale.high)
        said.append(f"The scale {end} at {_stated(at, unit, exponent)}, not at zero.")
    if beside:
        said.append("Grey marks are values of others, or further ones for the same moment.")
    return " ".join(said)


def _stated(value: Decimal, unit: Unit, exponent: int) -> str:
    """A tick as a sentence names it; what is counted stands in the heading."""
    if exponent not in WORDS:
        return f"{tick(value, exponent)} × 10{str(exponent).translate(RAISED)}"
    said = wording.parts(Quantity("", _number(value, exponent), None, exponent, WORDS[exponent]), unit)
    return said._replace(after="").text if unit.kind in ("count", "points") else said.text


def _number(value: Decimal, exponent: int) -> Decimal:
    """A tick in its power of ten, with no zero at the end that says nothing."""
    if not value:
        return Decimal(0)
    sign, digits, place = scaled(value, -exponent).as_tuple()
    places = int(place)
    while places < 0 and len(digits) > 1 and digits[-1] == 0:
        digits, places = digits[:-1], places + 1
    return Decimal((sign, digits, places))


def summary(points: Sequence[Point], highest: Point, lowest: Point) -> str:
    """What a line shows: where it starts and ends, its highest and lowest, each as it is stated; `points` come by time."""
    joined = [point for point in points if not point.aside]
    said = [f"{joined[0].text} {_when(joined[0])}" if len(joined) == 1 else
            f"From {joined[0].text} {_when(joined[0])} to {joined[-1].text} {_when(joined[-1])}"]
    said += [f"{name} stated: {point.text} {_when(point)}" for name, point in (("Highest", highest), ("Lowest", lowest))
             if len(joined) > 2 and point not in (joined[0], joined[-1])]
    said += [f"Not joined to the line: {point.text} {_when(point)}, {point.source}" for point in points if point.aside]
    return ". ".join(said[:6]) + "."


def _when(point: Point) -> str:
    """A date with its preposition, or in brackets where none fits for certain."""
    start = point.date.start
    if point.date.interval or not start.plain or start.precision not in ("year", "month", "season", "day"):
        return f"({point.words})"
    return f"{'on' if start.precision == 'day' else 'in'} {point.words}"
