"""What stands round a date: hedges, limits, the tense of its sentence, and what touches it."""

from factsheet.reading.datings.tokens import Cut
from factsheet.record import Record

ABOUT, PERHAPS, CIRCA = 1, 2, 4         # the bits of a hedge; circa is about, and said of years alone
BEFORE, AFTER, BY = 1, 2, 3
UP_TO, UNTIL, DEADLINE, BIS = 0, 1, 2, 3
THE_END = 1                             # the part of a date that is its last: before the end of 2030 is by 2030
THAN = 2                                # the value of `than`, which may compare with a year ago
YEAR = 4                                # among the units of time
FAR = 12                                # how many tokens away the tense of a date is looked for


class Lead(Record):
    """The words before a date that belong to it."""

    first: int                      # the first token that belongs to the date in any case: about, early
    begin: int                      # the first one if its role counts too: since, before, between
    hedge: int = 0
    role: str = ""                  # S since, U until, B before or after or by, F from, Z between, j for, f of, J to
    value: int = 0
    sure: bool = False              # a word says that a year follows: in, early, fiscal year
    ending: bool = False            # the end of it is meant


class Tail(Record):
    """The words behind a date that belong to it."""

    after: int
    hedge: int = 0
    onwards: bool = False
    bound: int = 0
    ending: bool = False


def lead_of(cut: Cut, first: int, floor: int) -> Lead:
    """What stands before the token `first`, read leftwards, not beyond the token `floor`."""
    kinds, values = cut.kinds, cut.values
    hedge, sure, ending, begin, at = 0, False, False, first, first - 1
    while at >= max(floor, first - 8):
        kind = kinds[at]
        if kind in ROLES:
            role, value = ("B", BEFORE) if kind == "G" and values[at] else (kind, values[at])
            return Lead(begin, at, hedge, role, value, sure, ending) if role != "G" else Lead(begin, begin, hedge, "", 0, sure)
        if kind == "h":
            if values[at] != PERHAPS and kinds[at + 1] == "i":
                break
            hedge, begin = hedge | values[at], at
        elif kind == "p":
            sure, begin, ending = True, at, values[at] == THE_END
        elif kind in "iz" or (kind == "u" and values[at] == YEAR):
            sure = sure or kind != "i" or values[at] == 1
        elif kind not in "t'" and not _prefixed(cut, at):
            break
        at -= 1
    return Lead(begin, begin, hedge, "", 0, sure, ending)


def _prefixed(cut: Cut, at: int) -> bool:
    """Whether this is the hyphen of mid-2010."""
    return cut.kinds[at] == "-" and cut.kind(at - 1) in PREFIXES and cut.glued(at) and cut.glued(at + 1)


ROLES = frozenset("SUBFZGjfJ")
PREFIXES = frozenset("hpBz")


def tail_of(cut: Cut, after: int, role: str) -> Tail:
    """What stands behind a date, from the token `after`: (?), or so, onwards, to the present."""
    hedge, bound, onwards, ending, end = 0, 0, False, False, after
    for _ in range(3):
        kind = cut.kind(end)
        present = _present(cut, end)
        if kind and kind in "HbP+":
            hedge |= ABOUT if kind == "H" else 0
            bound = cut.values[end] if kind == "b" else bound
            ending = ending or (kind == "P" and cut.values[end] == THE_END)
            onwards, end = onwards or kind == "+", end + 1
        elif kind == "(" and cut.kinds[end:end + 3] == "(?)":
            hedge, end = hedge | PERHAPS, end + 3
        elif present:
            onwards, end = True, present
        elif role == "F" and cut.word(end) == cut.language.on != "" and cut.kind(end + 1) in BEHIND_ON:
            onwards, end = True, end + 1
        else:
            break
    return Tail(end, hedge, onwards, bound, ending)


def _present(cut: Cut, at: int) -> int:
    """The token after a range's end that is the present day: 1985–present, 2010 to this day; 0 if there is none."""
    if cut.kind(at) not in JOINERS or (cut.kinds[at] == "-" and cut.glued(at) != cut.glued(at + 1)):
        return 0
    end = at + 1
    while cut.kind(end) in ARTICLES:
        end += 1
    return end + 1 if cut.kind(end) == "P" or (cut.kind(end) == "T" and cut.values[end] == 0) else 0


BEHIND_ON = frozenset(("", ",", ".", ";", ":", ")", "V", "&", '"', "?", "-", "¶"))
JOINERS = frozenset("-JU")
ARTICLES = frozenset("t'")


def negated(cut: Cut, at: int) -> bool:
    """Whether a `not` stands a few words before: what was not open until 2010 opened in 2010."""
    before = cut.kinds[max(at - 6, 0):at]
    return "~" in before[max(before.rfind(mark) for mark in ",.;:?") + 1:]


# Tense ---------------------------------------------------------------------------------------------------------------

def tense(cut: Cut, first: int, after: int) -> int:
    """The tense of the nearest word of the sentence that has one, past -1 or to come 1; of two as near, the first; else 0."""
    left, right = _nearest_verb(cut, first - 1, -1), _nearest_verb(cut, after, 1)
    return (left if left[0] <= right[0] else right)[1]


def _nearest_verb(cut: Cut, at: int, step: int) -> tuple[int, int]:
    """How far away the nearest verb is in this direction, within the sentence, and its tense: past -1, to come 1."""
    for away in range(FAR):
        kind = cut.kind(at)
        if kind in ENDS and (kind != "." or _ends_sentence(cut, at)):
            break
        said = cut.values[at] if kind == "V" else -int(kind == "x" and _past(cut, at))
        if said:
            return away, said
        at += step
    return FAR, 0


def _past(cut: Cut, at: int) -> bool:
    past = cut.language.past
    return bool(past) and cut.ends[at] - cut.starts[at] > 4 and cut.text.endswith(past, cut.starts[at], cut.ends[at])


def _ends_sentence(cut: Cut, at: int) -> bool:
    """A point ends a sentence when a space and no small letter follow."""
    behind = cut.text[cut.ends[at]:cut.ends[at] + 2]
    return not cut.language.spaced or not behind or (behind[0].isspace() and not behind[1:].islower())


ENDS = frozenset(("", ".", "?", ";", "¶"))


# Touch ---------------------------------------------------------------------------------------------------------------

def touched(cut: Cut, first: int, after: int) -> bool:
    """Whether something is glued to either end that makes it a piece of something else: a price, a path, a number."""
    return _touched_before(cut, first) or _touched_behind(cut, after)


def _touched_before(cut: Cut, first: int) -> bool:
    start = cut.starts[first]
    mark, before = cut.text[start - 1:start], cut.text[max(start - 2, 0):max(start - 1, 0)]
    if mark in (".", ":", "–", "−"):
        return cut.kinds[first - 1] in ".:-" and before.isascii() and (before.isdigit() if mark == ":" else before.isalnum())
    return bool(mark) and (mark in TOUCHING or (mark == "-" and cut.kinds[first - 1] == "-" and not _prefixed(cut, first - 1)))


def _touched_behind(cut: Cut, after: int) -> bool:
    end = cut.ends[after - 1]
    mark, behind = cut.text[end:end + 1], cut.text[end + 1:end + 2]
    if mark in (".", "-", "/", ":", ","):
        return behind.isdigit() or (behind.isalpha() and (mark in "-/" or (mark == "." and behind.islower())))
    return bool(mark) and mark in TOUCHING


TOUCHING = frozenset("/\\@#_$€£¥₹₩+=&%‰°")
