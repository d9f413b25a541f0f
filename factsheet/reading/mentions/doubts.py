"""Why a number cannot be read for certain, though every part of it can."""

from collections.abc import Iterator

from factsheet.reading.languages import DOUBTED
from factsheet.reading.mentions.apart import set_apart
from factsheet.reading.mentions.pieces import NO_UNIT, Piece, Text, piece

NEGATED = "it is negated"
ANNOUNCED = "`between` stands before two numbers"
EARLIEST, LATEST = 1900, 2100   # four digits without a comma that are more often a year
SMALLER = frozenset((("h", "min"), ("h", "s"), ("min", "s"), ("m", "cm"), ("km", "m"), ("kg", "g")))


def doubts(text: Text, made: Piece, start: int, hedges: list[str], nouns: tuple[str, ...]) -> Iterator[str]:
    """Every doubt about a number whose qualifiers begin at `start`, in the order of their weight."""
    if made.doubt:
        yield made.doubt
    if not text.grammar.marks.isdisjoint(nouns) or bool(text.found.at(made.end, text.grammar.marks)[0]):
        yield "it names a mark that is passed or missed"
    yield from _of_hedges(hedges)
    if is_negated(text, start):
        yield NEGATED
    if is_alternative(text, made, start):
        yield "it is one of two numbers"
    yield from set_apart(text, made, start)
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
        yield ANNOUNCED


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
    second = made.end + 1 + found.has(made.end + 1, text.grammar.perhaps)
    other = piece(text, second) if found.has(made.end, either) and text.has(second) else None
    behind = other is not None and (NO_UNIT in (made.unit, other.unit) or made.unit == other.unit)
    begins = found.before(start, text.grammar.perhaps)[1]
    even = 1 < begins < start and found.has(begins - 1, (",",)) and found.tokens[begins - 2].kind == "number"
    return behind or even or any(found.tokens[at].kind == "number" or text.grammar.spelled(found.tokens, at)[0] is not None for at in before)


def goes_on(text: Text, made: Piece) -> bool:
    """Whether the number goes on behind its unit: 3 Euro 50, 3 hours and 20 minutes."""
    found, at = text.found, made.end
    if made.unit[0] not in ("money", "measure") or made.end == made.counted:
        return False
    joined = found.has(at, text.grammar.both | text.grammar.listing) and found.tokens[at].kind == "word"
    rest = piece(text, at + joined) if text.has(at + joined) and found.tokens[at + joined].kind in ("number", "word") else None
    smaller = rest is not None and ((made.unit[1], rest.unit[1]) in SMALLER or (made.unit[0] == "money" and rest.unit[0] != "points" and rest.unit[2] < 0))
    worded = rest is not None and not joined and made.unit[0] == "money" and rest.unit == NO_UNIT and rest.number.scale == 1 and rest.start == at and rest.amount < 100 and found.tokens[at].kind == "word"
    return smaller or worded or (rest is not None and not joined and rest.number.bare and rest.unit == NO_UNIT and len(found.tokens[at].text) <= 2)
