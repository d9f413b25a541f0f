"""Chinese: which numbers are quantities. Dates, ordinals and names are none, and a numeral is one only where its neighbours make it so."""

from decimal import Decimal

from factsheet.reading.languages import Grammar, Measured
from factsheet.reading.languages.chinese_lead import Lead, doubtful, lead_of
from factsheet.reading.languages.chinese_names import counts, inside
from factsheet.reading.languages.chinese_numerals import LARGE, NUMERALS, SEVERAL, Run, run, times
from factsheet.reading.languages.chinese_parts import part
from factsheet.reading.languages.chinese_units import COUNTERS, GENERIC, UNITS, behind
from factsheet.reading.mentions.numerals import Numeral
from factsheet.reading.phrases import Phrases
from factsheet.reading.units import MEASURES

NO_UNIT: Measured = ("", "", 0)
BEGINNINGS = NUMERALS | frozenset((*SEVERAL, "半"))
DEGREES = {"摄氏": "°C", "摄氏零下": "°C", "华氏": "°F", "华氏零下": "°F"}
SEEN_BEFORE, SEEN_BEHIND = 24, 12       # how far off characters may tell the writing


def numeral(text: str, found: Phrases, at: int, grammar: Grammar) -> Numeral | None:
    """The quantity that begins at a token; None where none does."""
    if (found.tokens[at].kind != "number" and found.keys[at] not in BEGINNINGS) or inside(found, at):
        return None
    lead, read = lead_of(found, at, grammar), run(text, found, at, grammar)
    made = part(found, read) or _half_a_unit(found, at)
    if made:
        return _below_zero(found, made._replace(doubt=made.doubt or doubtful(found, made.start, made.end, lead, grammar)))
    return _below_zero(found, _counted(found, read, lead, grammar)) if read.at > at and counts(found, read, lead.hedge) else None


def _counted(found: Phrases, read: Run, lead: Lead, grammar: Grammar) -> Numeral:
    """A number with the unit that its neighbours give it."""
    number = _pieced(found, Numeral(read.amount, read.start, read.at, read.doubt, read.plain, read.scale, read.hedge))
    unit, doubt = _unit(found, number.start, number.end, lead)
    start = lead.start if unit == lead.unit != NO_UNIT and not lead.hedge else read.start
    doubt = number.doubt or doubt or _round(found, read, lead) or doubtful(found, read.start, number.end, lead, grammar)
    return number._replace(unit=unit, start=start, doubt=doubt)


def _pieced(found: Phrases, number: Numeral) -> Numeral:
    """With what 个 joins to a number: 3个亿, 三个半小时, 两个多月."""
    at = number.end + 1
    if not found.has(number.end, ("个",)) or at >= len(found.keys):
        return number
    key = found.keys[at]
    if key in ("万", "亿") and number.scale == 1:
        more = found.has(at + 1, ("多",))
        return number._replace(amount=times(number.amount, LARGE[key]), end=at + 1 + more, bare=False, scale=LARGE[key], hedge="over" if more else number.hedge)
    if not (behind(found, at + 1) or found.has(at + 1, ("月",))):
        return number
    if key == "半":
        return number._replace(amount=number.amount + Decimal("0.5"), end=at + 1, bare=False)
    return number._replace(end=at + 1, bare=False, hedge="over") if key in ("多", "余") else number


def _half_a_unit(found: Phrases, at: int) -> Numeral | None:
    """半小时, 半个百分点."""
    unit = behind(found, at + 1) if found.keys[at] == "半" else None
    return Numeral(Decimal("0.5"), at, at + 1) if unit and unit[0] in ("measure", "points") else None


def _unit(found: Phrases, start: int, end: int, lead: Lead) -> tuple[Measured, str]:
    """The unit if it is not simply the one behind the number, and what is doubtful about it."""
    phrase = found.at(end, UNITS)[0]
    unit = UNITS.get(phrase, NO_UNIT)
    if lead.speed and unit[0] == "measure" and unit[1] + lead.speed in MEASURES:
        return ("measure", unit[1] + lead.speed, 0), ""
    if found.has(end, ("度",)) and found.before(start, DEGREES)[0]:
        return ("measure", DEGREES[found.before(start, DEGREES)[0]], 0), ""
    if lead.unit != NO_UNIT and (phrase == GENERIC or (not phrase and not found.at(end, COUNTERS)[0])):
        return lead.unit, ""
    if lead.unit != NO_UNIT and unit[0] == "money" and unit != lead.unit:
        return unit, "it names two currencies"
    return (("unclear", GENERIC, 0), "") if phrase == GENERIC and _is_traditional(found, end) else (NO_UNIT, "")


def _is_traditional(found: Phrases, at: int) -> bool:
    """Whether the characters near are those of Taiwan and Hong Kong, whose dollars are 元 as well."""
    places = range(max(at - SEEN_BEFORE, 0), min(at + SEEN_BEHIND, len(found.keys)))
    return any(found.tokens[place].kind == "word" and found.keys[place] >= "\u3400" and found.tokens[place].text != found.keys[place] for place in places)


def _below_zero(found: Phrases, made: Numeral) -> Numeral:
    """零下12; of 零下20多 it is not for certain which way the 多 goes."""
    start = made.start - 2
    if start < 0 or found.keys[start : made.start] != ["零", "下"]:
        return made
    return made._replace(amount=-made.amount, start=start, doubt=made.doubt or ("it has a hedge below zero" if made.hedge else ""))


def _round(found: Phrases, read: Run, lead: Lead) -> str:
    """百亿元 tells no more than how large; of 5多 it cannot be told how much."""
    if read.hedge:
        return ""
    if found.has(read.at, ("多", "余")):
        return "what stands behind it may say that it is more"
    return "a scale alone is a round word" if read.bare and not lead.hedge else ""
