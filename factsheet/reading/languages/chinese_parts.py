"""Chinese parts of a whole, which bring their own unit: 百分之四十, 四分之一, 三成, 一半."""

from decimal import Decimal

from factsheet.reading.languages import Measured
from factsheet.reading.languages.chinese_numerals import ONES, Run, run
from factsheet.reading.languages.chinese_units import NO_TENTHS
from factsheet.reading.mentions.numerals import Numeral
from factsheet.reading.phrases import Phrases

PERCENT: Measured = ("percent", "%", 0)
TENTHS: Measured = ("percent", "%", 1)
WHOLES = {"百": 0, "千": -1, "万": -2, "十万": -3, "百万": -4}
INEXACT = "no decimal says this part exactly"


def part(found: Phrases, below: Run) -> Numeral | None:
    """The part of a whole that begins with this number, or where it is empty; None if it is none."""
    if below.at == below.start:
        return half(found, below.start)
    return _fraction(found, below) or _tenths(found, below) or half(found, below.start)


def _fraction(found: Phrases, below: Run) -> Numeral | None:
    """百分之四十, 千分之三, 四分之一."""
    at = below.at + 2
    if found.keys[below.at : at] != ["分", "之"] or at >= len(found.keys):
        return None
    above = run(below.text, found, at, below.grammar)
    if above.at == at:
        return None
    doubt, whole = above.doubt or below.doubt, "".join(found.keys[below.start : below.at])
    if whole in WHOLES:
        return Numeral(above.amount, below.start, above.at, doubt, hedge=above.hedge, unit=("percent", "%", WHOLES[whole]))
    percent = _percent(above.amount, below.amount)
    return Numeral(percent or Decimal(0), below.start, above.at, doubt or ("" if percent else INEXACT), hedge=above.hedge, unit=PERCENT)


def _percent(above: Decimal, below: Decimal) -> Decimal | None:
    """A part in per cent; None where three decimals do not hold it."""
    if not 0 < below <= 1000 or not 0 < above <= 1000 or 100_000 * above % below:
        return None
    return 100 * above / below


def _tenths(found: Phrases, read: Run) -> Numeral | None:
    """三成, 两成半, 七八成: tenths of a whole."""
    at = read.at
    whole = not (read.large or read.hedge or read.small > 10) and 0 < read.amount <= 10
    if not whole or not found.has(at, ("成",)) or found.has(at + 1, NO_TENTHS) or (read.amount == 1 and found.has(at + 1, ("不",))):
        return None
    more, end = _half_a_tenth(found, at + 1)
    hedge = "over" if found.has(end, ("多",)) and not found.has(end + 1, ("数",)) else ""
    doubt = read.doubt or ("it goes on in a smaller unit" if end < len(found.keys) and found.tokens[end].kind == "number" else "")
    return Numeral(read.amount + more, read.start, end + bool(hedge), doubt, hedge=hedge, unit=TENTHS)


def _half_a_tenth(found: Phrases, at: int) -> tuple[Decimal, int]:
    """两成半, 三成五."""
    if found.has(at, ("半",)):
        return Decimal("0.5"), at + 1
    ends = at + 1 >= len(found.keys) or found.tokens[at + 1].kind != "word" or found.keys[at + 1] in ("的", "以", "左")
    if at < len(found.keys) and found.keys[at] in ONES and ends:
        return Decimal(ONES[found.keys[at]]) / 10, at + 1
    return Decimal(0), at


def half(found: Phrases, at: int) -> Numeral | None:
    """一半, 半数, 近半, 过半: fifty per cent."""
    before = found.keys[at - 1] if at else ""
    if found.keys[at : at + 2] == ["一", "半"]:
        return None if before in OTHER_HALVES else Numeral(Decimal(50), at, at + 2, unit=PERCENT)
    if not found.has(at, ("半",)) or found.has(at + 1, HALVED):
        return None
    end = at + 1 + found.has(at + 1, ("数",))
    if before == "过" and not found.has(at - 2, PASSED):
        return Numeral(Decimal(50), at - 1, end, hedge="over", unit=PERCENT)
    return Numeral(Decimal(50), at, end, unit=PERCENT) if before in ("近", "超", "逾", "过") or end > at + 1 else None


OTHER_HALVES = frozenset("另这那前后下上第大小多每")
PASSED = frozenset("超经通时度间程")
HALVED = frozenset("年个世天日夜生场月小边导径岛封殖自截路球晌空途夏信点身壁公学职挂季期周旬百分里米吨斤亩")
