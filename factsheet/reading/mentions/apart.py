"""What sets a number apart from what it seems to say: a comparison, an aside, a margin of error, a rate, a second currency."""

from collections.abc import Iterator

from factsheet.reading.mentions.pieces import Piece, Text, piece
from factsheet.reading.running import touches
from factsheet.reading.units import CODES

SET_OFF = "something else is set off from it"


def set_apart(text: Text, made: Piece, start: int) -> Iterator[str]:
    """The doubts about a number whose qualifiers begin at `start` that stand in the words farther off."""
    if is_set_off(text, start):
        yield SET_OFF
    if is_interrupted(text, start):
        yield "words stand between it and its hedge"
    if is_measured(text, made, start):
        yield "it has a margin of error or is one"
    if is_accounted(text, made, start):
        yield "its brackets may be a minus"
    if is_rate(text, made):
        yield "it may be a part of a rate"
    if names_another_currency(text, made):
        yield "it names two currencies"


def is_rate(text: Text, made: Piece) -> bool:
    """Whether a number counts in so many, or its unit goes on: 12 deaths per 1,000 births, 40 kg/m3, 40 metres a second."""
    found, tokens, grammar = text.found, text.found.tokens, text.grammar
    if made.unit[0] in ("measure", "money") and found.at(made.end, grammar.furthering)[0]:
        return True
    if made.unit[0] == "measure":
        slash = made.end + 1 < len(tokens) and tokens[made.end].text == "/" and touches(tokens, made.end) and tokens[made.end + 1].kind == "word"
        if slash:
            return True
    for at in range(made.end, min(made.end + MOST_COUNTED, len(tokens))):
        phrase, after = found.at(at, grammar.every)
        if phrase:
            return text.has(after) and piece(text, after) is not None and tokens[after].text not in ("a", "an", "one", "1")
        if tokens[at].kind != "word":
            return False
    return False


def names_another_currency(text: Text, made: Piece) -> bool:
    """Whether a lone $ or £ has another issuer beside it: Canadian $40 million, $40 million (AUD)."""
    found, tokens = text.found, text.found.tokens
    if tokens[made.start].text not in ("$", "£"):
        return False
    behind = made.end + found.has(made.end, ("(",))
    code = tokens[behind].text if behind < len(tokens) else ""
    another = behind > made.end and code in CODES and code != made.unit[1] and found.has(behind + 1, (")",))
    return another or found.has(behind, text.grammar.issuers) or found.has(made.start - 1, text.grammar.issuers)


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
    while found.has(start - 1, text.grammar.neutral):
        start -= 1
    if found.has(start - 2, text.grammar.ones) and found.tokens[start - 1].kind == "word":
        phrase = found.before(start - 2, text.grammar.before)[0]
        return bool(phrase and text.grammar.before[phrase] and not found.has(start - 1, text.grammar.scales))
    opening = PARTING.get(tokens[start - 1].text, "") if start > 1 else ""
    if found.has(start - 1, (":",)):
        phrase = found.before(start - 1, text.grammar.before)[0]
        return bool(phrase and text.grammar.before[phrase])
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
    return made.amount >= 0 and (start == 1 or found.has(start - 2, (":",)) or found.has(start - 2, text.grammar.down))


MOST_COUNTED = 5        # words of what is counted, before `per`
MOST_PASSED = 5         # words between what sets a number off and the number
LONGEST_ASIDE = 16      # words between a hedge and its number
PARTING = {",": ",", ")": "(", "–": "–", "—": "—", "-": "-"}
