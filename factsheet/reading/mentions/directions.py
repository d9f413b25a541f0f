"""Whether a number is the amount of a rise or a fall: fell by 5 per cent, a 5 per cent drop, 5 per cent lower."""

from factsheet.reading.mentions.pieces import Text
from factsheet.reading.units import MEASURES

FARTHEST = 8        # words between a direction and the amount that `by` ties to it
CLAUSE_MARKS = frozenset(",;.:!?()–—")


def direction(text: Text, start: int, end: int, counts: bool = False) -> str:
    """Whether the number is the amount of a rise or a fall: fell [by] 5 per cent, a 5 per cent drop, 5 per cent lower."""
    found, grammar = text.found, text.grammar
    at = start
    while at > 0 and found.ending(at, grammar.neutral) and not found.ending(at, grammar.level) and not (way(text, at) and not found.joiner):
        at -= found.ending(at, grammar.neutral)
    if found.has(at - 1, grammar.by) or found.has(start, grammar.by):
        by = at - 1 if found.has(at - 1, grammar.by) else start
        return way(text, by) or _closing(text, by, end) or _behind(text, end, counts) or direction_near(text, by)
    of = beside(text, found.before(at, grammar.links)[1])
    told = _of_noun(text, at, end) or _at_pace(text, at, end)
    if told:
        return told
    return way(text, of) or _of_object(text, start, at, of) or _behind(text, end, counts) or ("" if found.has(at - 1, grammar.level) else _apart(text, at, end))


def beside(text: Text, at: int) -> int:
    """The place behind the word for a rise or fall, with dates, adjectives and a comma between it and the amount passed over."""
    grammar, place = text.grammar, at
    while grammar.beside and place > 1 and (text.found.has(place - 1, grammar.beside) or not text.has(place - 1)):
        place -= 1
    if not grammar.beside or place < 2 or way(text, place):
        return place
    comma = text.found.keys[place - 1] == "," and way(text, place - 1)
    quality = text.found.has(place - 2, grammar.turns) and text.found.tokens[place - 1].kind == "word" and not text.found.has(place - 1, grammar.stops)
    return place - 1 if comma or quality else place


def _of_object(text: Text, start: int, at: int, of: int) -> str:
    """The direction of a verb whose object stands between it and the amount: redujo sus ventas un 5 %, réduit ses ventes de 5 %."""
    found, grammar = text.found, text.grammar
    if any(found.has(place, grammar.measuring) for place in range(at, start + 1)) and at and found.tokens[at - 1].kind == "word" and not found.has(at - 1, grammar.stops):
        return direction_near(text, at)
    owned = of > 2 and of < at and found.has(of - 2, grammar.owning) and not found.has(of - 1, grammar.stops)
    return way(text, of - 2) if owned else ""


def _of_noun(text: Text, at: int, end: int) -> str:
    """The direction of a noun that words part from its amount: a fall in output of 5 per cent, the decline was 5 per cent."""
    found, grammar = text.found, text.grammar
    measured = text.found.has(end - 1, grammar.units) or text.found.tokens[end - 1].text in MEASURES or text.found.tokens[at].kind == "sign"
    if not measured or not (found.has(at - 1, grammar.amounting) or (found.has(at - 1, grammar.level) and found.has(at - 2, (",",)))):
        return ""
    for place in range(at - 2, max(at - 2 - FARTHEST, -1), -1):
        if found.has(place, grammar.losing | grammar.gaining):
            fall = found.has(place, grammar.losing) != (found.has(place - 1, grammar.inverting) or found.has(place + 1, grammar.inverting))
            return "down" if fall else "up"
        if found.has(place, grammar.determiners) and not found.has(place - 1, grammar.within | grammar.losing | grammar.gaining):
            return ""
        if not text.has(place) or (found.tokens[place].kind != "word" and found.keys[place] != ",") or (found.has(place, grammar.stops) and not found.has(place, grammar.within)):
            return ""
    return ""


def _at_pace(text: Text, at: int, end: int) -> str:
    """The direction of what goes on at a pace: declined at a 5 per cent rate."""
    found, grammar = text.found, text.grammar
    return way(text, beside(text, at - 1)) if found.has(end, grammar.paces) and found.has(at - 1, ("at",)) else ""


def _behind(text: Text, end: int, counts: bool) -> str:
    """The direction in the words right behind a number: 5 per cent lower, a 5 per cent wage cut, 40 fewer firms."""
    phrase = text.found.at(end, text.grammar.apart)[0]
    if phrase:
        return text.grammar.apart[phrase]
    past = end
    while not counts and text.has(past) and text.found.has(past, text.grammar.beside) and past < end + FARTHEST:
        past += 1
    for at in (end,) if counts else (past, past + 1):
        if not text.has(at) or text.found.tokens[at].kind != "word":
            return ""
        turn = text.found.at(at, text.grammar.more if counts else text.grammar.turns)[1] - at
        turn = turn or int(not counts and text.found.keys[at].endswith(text.grammar.falling + text.grammar.rising))
        if turn or text.found.has(at, text.grammar.stops - text.grammar.turns):
            return way(text, at + turn) if turn else ""
    return ""


def _closing(text: Text, by: int, end: int) -> str:
    """The direction in the verb that ends the clause: um 5 Prozent gestiegen; behind an `and`, only if none stands before."""
    passed = False
    for at in _clause_behind(text, end) if text.grammar.closing else ():
        passed = passed or text.found.has(at, text.grammar.listing)
        if text.found.has(at, text.grammar.closing):
            return "" if passed and direction_near(text, by) else way(text, at + 1)
    return _apart(text, by, end)


def _apart(text: Text, at: int, end: int) -> str:
    """The direction of a verb that stands before the amount and its other part behind it: nahm [um] 5 Prozent ab."""
    keys, parts = text.found.keys, text.grammar.apart
    if not parts:
        return ""
    behind = [keys[place] for place in _clause_behind(text, end)]
    for place in range(at - 1, max(at - 2 * FARTHEST, 0) - 1, -1):
        if text.found.tokens[place].text in (";", "."):
            return ""
        for part in reversed(behind):
            if f"{keys[place]} {part}" in parts:
                return parts[f"{keys[place]} {part}"]
    return ""


def _clause_behind(text: Text, end: int) -> range:
    """The places behind an amount up to the next mark."""
    tokens = text.found.tokens
    last = min(end + FARTHEST, len(tokens))
    return range(end, next((at for at in range(end, last) if tokens[at].text in CLAUSE_MARKS), last))


def direction_near(text: Text, at: int) -> str:
    """The nearest direction before a place, within the clause."""
    for place in range(at - 1, max(at - FARTHEST, 0) - 1, -1):
        if text.has(place) and text.found.tokens[place].text in (";", "."):
            return ""
        if text.has(place) and way(text, place + 1):
            return way(text, place + 1)
    return ""


def way(text: Text, at: int) -> str:
    """Up or down, if a word for it ends right before a place."""
    grammar, word = text.grammar, text.found.keys[at - 1] if at else ""
    if text.found.ending(at, grammar.down) or word.endswith(grammar.falling):
        return "down"
    return "up" if text.found.ending(at, grammar.up) or word.endswith(grammar.rising) else ""
