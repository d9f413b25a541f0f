"""What stands before a Chinese number, hedges and all, and why it may then mean something else."""

from factsheet.reading.languages import Grammar, Measured
from factsheet.reading.languages.chinese_names import JOINING
from factsheet.reading.languages.chinese_numerals import NUMERALS, ONES
from factsheet.reading.languages.chinese_units import NAMED_BEFORE, TIMES, UNITS
from factsheet.reading.phrases import Phrases
from factsheet.reading.running import touches
from factsheet.record import Record

LONGEST_BRACKET = 24
FARTHEST = 8        # characters between a hedge or a fall and the number that it may belong to


class Lead(Record):
    """The hedge nearest before a number, where its currency's name begins if it stands there, what a speed is counted by, and where all that ends."""

    hedge: str
    start: int
    unit: Measured
    speed: str
    place: int


def lead_of(found: Phrases, at: int, grammar: Grammar) -> Lead:
    """Goes back from a number over hedges, currencies and words that change nothing."""
    lead = Lead("", at, ("", "", 0), "", at)
    for _ in range(6):
        for table in (NAMED_BEFORE, SPEEDS, grammar.before, grammar.neutral):
            phrase, begins = found.before(lead.place, table)
            if phrase:
                break
        else:
            return lead
        if table is grammar.before and not grammar.before[phrase]:
            return lead
        lead = _with(lead, phrase, begins, grammar)._replace(place=begins)
    return lead


def _with(lead: Lead, phrase: str, begins: int, grammar: Grammar) -> Lead:
    if phrase in NAMED_BEFORE:
        return lead if lead.unit[0] else lead._replace(unit=NAMED_BEFORE[phrase], start=begins)
    if phrase in SPEEDS:
        return lead._replace(speed=SPEEDS[phrase])
    return lead._replace(hedge=lead.hedge or phrase) if phrase in grammar.before else lead


def doubtful(found: Phrases, start: int, end: int, lead: Lead, grammar: Grammar) -> str:
    """Why a number that can be read may mean something else in its place; empty if nothing says so."""
    if lead.hedge == "近" and found.at(end, TIMES)[1] > end and found.at(end, TIMES)[1] >= found.at(end, UNITS)[1]:
        return "`近` before a time may mean `the last`"
    if _goes_on(found, start, end):
        return "it goes on in a smaller unit, or is such a part"
    if found.has(start - 1, JOINING) and "零下" in "".join(found.keys[max(start - FARTHEST, 0) : start]):
        return "`零下` may stand for both numbers"
    if _hedged_behind_bracket(found, end, grammar):
        return "a hedge stands behind the bracket"
    return "" if lead.hedge else _unhedged(found, start, lead.place, grammar)


def _unhedged(found: Phrases, start: int, place: int, grammar: Grammar) -> str:
    """What may hedge a number that has no hedge right before it, or make it a fall."""
    if found.has(start - 1, ("过",)):
        return "`过` before it may say that it is exceeded, or what has been"
    return "it is one of two numbers" if _one_of_two(found, start) else _apart(found, start, place, grammar)


def _hedged_behind_bracket(found: Phrases, end: int, grammar: Grammar) -> bool:
    """3亿美元（约合人民币21亿元）以上."""
    opens = found.at(end, UNITS)[1]
    if not found.has(opens, ("(",)) or found.at(opens, grammar.after)[0]:
        return False
    closes = next((at for at in range(opens, min(opens + LONGEST_BRACKET, len(found.keys))) if found.keys[at] == ")"), opens)
    return closes > opens and bool(grammar.after.get(found.at(closes + 1, grammar.after)[0]))


def _one_of_two(found: Phrases, start: int) -> bool:
    """三、四亿元, 400、500亿, 3或5%: a number without a unit right before it; but a list with 分别 names each."""
    if start < 2 or found.keys[start - 1] not in ("、", "或"):
        return False
    number = found.tokens[start - 2].kind == "number" or found.keys[start - 2] in ONES
    return number and "分别" not in "".join(found.keys[max(start - FARTHEST * 3, 0) : start])


def _goes_on(found: Phrases, start: int, end: int) -> bool:
    """1小时30分钟, 3元5角, 两年半: one amount in two parts."""
    after = found.at(end, UNITS)[1]
    after = after if after > end else found.at(end, TIMES)[1]
    if after > end and touches(found.tokens, after) and (found.tokens[after].kind == "number" or found.keys[after] in PARTS):
        return True
    unit, begins = found.before(start, UNITS)
    number = begins > 0 and (found.tokens[begins - 1].kind == "number" or found.keys[begins - 1] in NUMERALS)
    return unit != "" and UNITS[unit][0] not in ("", "percent") and number and touches(found.tokens, start)


def _apart(found: Phrases, start: int, near: int, grammar: Grammar) -> str:
    """Whether a hedge or a fall stands a few words before, a verb or its object between: 至少投资3亿元, 减少排放5万吨."""
    for place in range(start - 1, max(start - FARTHEST, 0) - 1, -1):
        if found.tokens[place].kind != "word" or found.keys[place] in NUMERALS:
            return ""
        phrase, end = found.at(place, APART)
        if not phrase or end > start or (phrase in FALLS and (end >= near or found.keys[end] in REACHING or found.keys[start - 1] == "的")):
            continue
        if phrase in FALLS:
            return f"`{phrase}` before it may make it a fall"
        if phrase != "约" or _hedges(found, place, grammar):
            return f"`{phrase}` stands before it, with words between"
    return ""


def _hedges(found: Phrases, place: int, grammar: Grammar) -> bool:
    """Whether 约 is no part of another word here: 节约, 约翰."""
    return bool(grammar.before.get(found.before(place + 1, grammar.before)[0])) and not found.has(place + 1, NO_ABOUT)


SPEEDS = {"时速": "/h", "每小时": "/h", "车速": "/h", "航速": "/h", "秒速": "/s", "每秒": "/s", "每秒钟": "/s"}
PARTS = frozenset("一二三四五六七八九十半两几零")
NO_ABOUT = frozenset("翰旦定束见谈会请好法瑟书")
REACHING = frozenset("的至到为")
FALLS = frozenset("低于|低过|少于|落后|落后于|降幅|跌幅|减幅|减少|降低|下调|调低|削减|缩减|裁减|压减|压缩|减持|调减|少缴|少用".split("|"))
APART = FALLS | frozenset("约|至少|最少|最多|至多|起码|大约|大概|约莫|几乎|不超过|不低于|不少于|不得超过|不得低于".split("|"))
