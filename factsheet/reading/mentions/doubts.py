"""Why a number cannot be read for certain, though every part of it can."""

from collections.abc import Iterator

from factsheet.reading.languages import DOUBTED
from factsheet.reading.mentions.pieces import NO_UNIT, Piece, Text, piece

NEGATED = "it is negated"
SET_OFF = "something else is set off from it"
EARLIEST, LATEST = 1900, 2100   # four digits without a comma that are more often a year
SMALLER = frozenset((("h", "min"), ("h", "s"), ("min", "s"), ("m", "cm"), ("km", "m"), ("kg", "g")))


def doubts(text: Text, made: Piece, start: int, hedges: list[str], nouns: tuple[str, ...]) -> Iterator[str]:
    """Every doubt about a number whose qualifiers begin at `start`, in the order of their weight."""
    if made.doubt:
        yield made.doubt
    if not text.grammar.marks.isdisjoint(nouns):
        yield "it names a mark that is passed or missed"
    yield from _of_hedges(hedges)
    if is_negated(text, start):
        yield NEGATED
    if is_alternative(text, made, start):
        yield "it is one of two numbers"
    if is_set_off(text, start):
        yield SET_OFF
    if is_interrupted(text, start):
        yield "words stand between it and its hedge"
    if is_measured(text, made, start):
        yield "it has a margin of error or is one"
    if is_accounted(text, made, start):
        yield "its brackets may be a minus"
    if made.unit[1] == "h" and text.found.has(start - 1, text.grammar.hours):
        yield "it may be a time of day"
    if goes_on(text, made):
        yield "more of it may stand behind its unit"
    if not hedges and made.number.bare and made.unit == NO_UNIT and EARLIEST <= made.amount <= LATEST:
        yield "it may be a year"


def _of_hedges(hedges: list[str]) -> Iterator[str]:
    if len(hedges) > 1:
        yield "it has more than one hedge"
    if DOUBTED in hedges:
        yield "the words before or behind it may mean more than one thing"
    if hedges == ["between"]:
        yield "`between` stands before two numbers"


def is_negated(text: Text, start: int) -> bool:
    """Whether a negation stands right before a quantity, or as near as the language has it; `not only` is none."""
    found, grammar = text.found, text.grammar
    if found.ending(start, grammar.negations):
        return True
    for place in range(start - 2, max(start - grammar.denying, 0) - 1, -1):
        if found.tokens[place + 1].kind not in ("word", "dash") or found.has(place + 1, grammar.alternatives):
            return False
        if found.has(place, grammar.negations):
            return not found.has(place + 1, grammar.merely)
    return False


def is_alternative(text: Text, made: Piece, start: int) -> bool:
    """Whether an `or` stands between this number and another: 40 oder 50 Millionen."""
    found, either = text.found, text.grammar.alternatives
    if not either:
        return False
    before = range(max(start - 3, 0), start - 1) if found.has(start - 1, either) else ()
    behind = found.has(made.end, either) and text.has(made.end + 1) and piece(text, made.end + 1) is not None
    return behind or any(found.tokens[at].kind == "number" or text.grammar.spelled(found.tokens, at)[0] is not None for at in before)


def goes_on(text: Text, made: Piece) -> bool:
    """Whether the number goes on behind its unit: 3 Euro 50, 3 hours and 20 minutes."""
    found, at = text.found, made.end
    if made.unit[0] not in ("money", "measure") or made.end == made.counted:
        return False
    joined = found.has(at, text.grammar.both | text.grammar.listing) and found.tokens[at].kind == "word"
    rest = piece(text, at + joined) if text.has(at + joined) and found.tokens[at + joined].kind == "number" else None
    smaller = rest is not None and ((made.unit[1], rest.unit[1]) in SMALLER or (made.unit[0] == "money" and rest.unit[0] != "points" and rest.unit[2] < 0))
    return smaller or (rest is not None and not joined and rest.number.bare and rest.unit == NO_UNIT and len(found.tokens[at].text) <= 2)


def is_set_off(text: Text, start: int) -> bool:
    """Whether a number is named only for something to be set off from it: up from 40, instead of 40, short of the targeted 40."""
    found, grammar, place = text.found, text.grammar, start
    for _ in range(MOST_PASSED if grammar.setting else 0):
        phrase, begins = found.before(place, grammar.setting)
        if phrase and text.has(begins):
            return True
        if not (found.has(place - 1, grammar.promised | grammar.determiners | grammar.neutral) and text.has(place - 1)):
            return False
        place -= 1
    return False


def is_interrupted(text: Text, start: int) -> bool:
    """Whether words between two marks part a number from its hedge: more than, we think, 40; at least (by our count) 40."""
    found, tokens = text.found, text.found.tokens
    opening = PARTING.get(tokens[start - 1].text, "") if start > 1 else ""
    for place in range(start - 2, max(start - LONGEST_ASIDE, 0), -1) if opening else ():
        if tokens[place].text in opening:
            phrase = found.before(place, text.grammar.before)[0]
            return bool(phrase and text.grammar.before[phrase])
        if tokens[place].kind == "mark" and tokens[place].text != ",":
            return False
    return False


def is_measured(text: Text, made: Piece, start: int) -> bool:
    """Whether the number is a margin of error, has one, or is a factor: 4.2 ± 0.3, × 10."""
    found = text.found
    near = found.tokens[start - 1].text if start else ""
    margin = near in ("±", "×") or (start > 1 and near in ("/", "-") and found.tokens[start - 2].text in ("+", "/"))
    return margin or any(found.has(at, ("±", "+")) and (found.has(at, ("±",)) or found.has(at + 1, ("/",))) for at in (made.number.end, made.end))


def is_accounted(text: Text, made: Piece, start: int) -> bool:
    """Whether brackets alone hold the number behind a colon, a fall or nothing, where they may be a minus: output: (5%)."""
    found = text.found
    if not (found.has(start - 1, ("(",)) and found.has(made.end, (")",))):
        return False
    return start == 1 or found.has(start - 2, (":",)) or found.has(start - 2, text.grammar.down)


MOST_PASSED = 5         # words between what sets a number off and the number
LONGEST_ASIDE = 10      # words between a hedge and its number
PARTING = {",": ",", ")": "(", "–": "–", "—": "—", "-": "-"}
