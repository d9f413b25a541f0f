"""Chinese numbers that are no quantities: dates, ordinals, names, idioms; a small numeral has to be made a number by what stands round it."""

from factsheet.reading.languages.chinese_numerals import FINANCIAL, NUMERALS, SEVERAL, VAGUE, Run, run
from factsheet.reading.languages.chinese_units import COUNTERS, FOLLOWING, NAMING, UNCLEAR, UNITS, UNSURE, behind
from factsheet.reading.phrases import Phrases
from factsheet.reading.quantities import is_digits
from factsheet.reading.running import is_han

JOINING = frozenset("至到和与或、-—–~")
MOST_JOINED = 4
RANKED = frozenset("名位强大甲家")


def inside(found: Phrases, at: int) -> bool:
    """Whether it goes on with what is no quantity: an ordinal, a year in numerals, 5·12, (3), 《2012》."""
    keys = found.keys
    before, after = keys[at - 1] if at else "", keys[at + 1] if at + 1 < len(keys) else ""
    if before in ("第", "《", "·") or after == "·" or (before == "(" and after == ")"):
        return True
    if before in JOINING and _after_ordinal(keys, at - 1):
        return True
    return before in NUMERALS and found.tokens[at].kind != "number"


def _after_ordinal(keys: list[str], at: int) -> bool:
    """Whether the number that ends here is an ordinal's: 第3至5."""
    while at > 0 and (keys[at - 1] in NUMERALS or is_digits(keys[at - 1])):
        at -= 1
    return at > 0 and keys[at - 1] == "第"


def counts(found: Phrases, read: Run, hedge: str) -> bool:
    """Whether a number is a quantity."""
    if _is_name(found, read) or _is_surname(found, read) or (read.listed and not (read.large or read.pointed or behind(found, read.at))):
        return False
    if read.figures:
        return not read.plain or bool(hedge) or len(found.keys[read.start]) > 4 or _followed(found, read)
    if read.bare:
        return bool(hedge or read.hedge or behind(found, read.at) or found.has(read.start - 1, ("过", "破")))
    return bool(read.large) or _numeral_counts(found, read, hedge)


def _numeral_counts(found: Phrases, read: Run, hedge: str) -> bool:
    """Whether a unit, a measure word, a hedge or a range makes a number of numerals below ten thousand."""
    if read.doubt == VAGUE and found.keys[read.start] in SEVERAL and not read.small:
        return False
    if read.hedge or behind(found, read.at) or (found.has(read.at, ("个",)) and (behind(found, read.at + 2) or found.has(read.at + 1, ("亿", "万")))):
        return True
    word = found.at(read.at, COUNTERS)[0]
    if word and (hedge or not (read.amount in (0, 1) or (read.at == read.start + 1 and word in UNSURE))):
        return True
    return bool((hedge and read.amount >= 10) or found.at(read.at, read.grammar.after)[0]) or _joined(found, read)


def _joined(found: Phrases, read: Run) -> bool:
    """Whether it is one end of a range whose other end is a number: 三至五亿, 百分之三至五."""
    to = read.grammar.to
    after = found.at(read.at, to)[1]
    if after > read.at and after < len(found.keys) and (found.keys[after] in NUMERALS or found.tokens[after].kind == "number"):
        other = run(read.text, found, after, read.grammar)
        return not (other.listed or _is_name(found, other)) and bool(other.large or behind(found, other.at) or found.at(other.at, COUNTERS)[0])
    begins = found.before(read.start, to)[1]
    return begins < read.start and begins > 0 and found.keys[begins - 1] in NUMERALS and ["分", "之"] in [found.keys[at : at + 2] for at in range(max(begins - 9, 0), begins)]


# Names ---------------------------------------------------------------------------------------------------------------

def _is_name(found: Phrases, read: Run) -> bool:
    """Whether its neighbours make a plain number a date, an ordinal or a name: 5月, 2010年, 95后, 500强, 波音747, 1至5月."""
    if read.large or read.hedge or read.pointed or not (read.plain or not read.figures):
        return False
    label = read.start - found.has(read.start - 1, (":", "-"))
    if read.plain and found.before(label, read.grammar.labels)[0] and not (behind(found, read.at) or found.at(read.at, COUNTERS)[0]):
        return True
    return _named_behind(found, read) or _joined_to_name(found, read)


def _joined_to_name(found: Phrases, read: Run) -> bool:
    """1至5月, 2015—2020年, 3、5、7号线."""
    for _ in range(MOST_JOINED):
        if not found.has(read.at, JOINING) or read.at + 1 >= len(found.keys):
            return False
        read = run(read.text, found, read.at + 1, read.grammar)
        if read.at == read.start or read.large or _named_behind(found, read):
            return read.at > read.start and not read.large
    return False


def _named_behind(found: Phrases, read: Run) -> bool:
    phrase, end = found.at(read.at, NAMING)
    if phrase and not found.at(read.at, UNITS)[1] > end:
        return True
    typed = found.keys[read.start]
    two = read.plain and len(typed) == 2
    if found.has(read.at, ("年",)):
        return read.listed or (read.plain and len(typed) == 4 and 1000 <= read.amount < 3000) or (two and typed[0] == "0")
    if found.has(read.at, ("后",)) and two and typed[1] in "05":
        return True
    return found.has(read.start - 1, ("前", "双")) and bool(found.at(read.at, RANKED)[0])


def _is_surname(found: Phrases, read: Run) -> bool:
    """陆家嘴, 大陆百家: a numeral of bank notes counts only among its like, or as 伍万元."""
    keys = found.keys[read.start : read.at]
    if keys[0] not in FINANCIAL or any(key in "拾佰仟" for key in keys):
        return False
    return not (keys[1:2] in (["万"], ["亿"]) and found.has(read.at, ("元",)))


def _followed(found: Phrases, read: Run) -> bool:
    """Whether what stands behind plain digits leaves them a number; of 747客机 and 985高校 they are the name."""
    at, grammar = read.at, read.grammar
    if at >= len(found.keys) or found.tokens[at].kind != "word" or not is_han(found.keys[at][0]):
        return True
    return any(found.at(at, table)[0] for table in (UNITS, COUNTERS, FOLLOWING, grammar.after, grammar.to, grammar.both, UNCLEAR))
