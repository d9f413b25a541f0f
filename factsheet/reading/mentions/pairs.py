"""Two numbers that a word or a dash joins: a range, the two ends of a change, or an amount and what was reached."""

from factsheet.reading.languages import DOUBTED
from factsheet.reading.mentions.apart import SET_OFF
from factsheet.reading.mentions.directions import beside, direction, direction_near, way
from factsheet.reading.mentions.pieces import NO_UNIT, Piece, Text, piece
from factsheet.reading.mentions.single import Mention, one_number
from factsheet.reading.mentions.surroundings import first_offset, hedges_before, hedges_behind, noun_phrase
from factsheet.reading.quantities import scaled
from factsheet.reading.running import touches

MORE_DASHES = ("−", "‒", "―")


def second_number(text: Text, first: Piece) -> Piece | None:
    """The second number of a pair that a word or a dash joins."""
    at = first.end
    if not text.has(at):
        return None
    phrase, after = text.found.at(at, text.grammar.shares)
    if phrase and first.unit == NO_UNIT and text.has(after):
        return _whole(text, after)
    announced = hedges_before(text, first.start)[0] == ["between"]
    phrase, after = text.found.at(at, text.grammar.both if announced else text.grammar.to)
    if not phrase and text.found.has(at, MORE_DASHES):
        phrase, after = text.found.keys[at], at + 1
    if not phrase:
        return _closed(text, at)
    if not text.has(after) or not _joins(text, at, after):
        return None
    return piece(text, after)


def _closed(text: Text, at: int) -> Piece | None:
    """The second number of a range that is announced only behind it: 3亿和5亿元之间."""
    phrase, after = text.found.at(at, text.grammar.both) if text.grammar.enclosing else ("", at)
    made = piece(text, after) if phrase and text.has(after) else None
    return made if made and text.found.at(made.end, text.grammar.enclosing)[0] else None


def _whole(text: Text, after: int) -> Piece | None:
    """The whole of a share: five, in one in five."""
    made = piece(text, after)
    return made._replace(doubt="it is a share of a whole") if made and made.unit == NO_UNIT and made.number.scale == 1 else None


def _joins(text: Text, at: int, after: int) -> bool:
    """A dash joins where it touches both numbers or neither; words always."""
    if text.found.tokens[at].kind != "dash" or after > at + 1:
        return True
    return touches(text.found.tokens, at) == touches(text.found.tokens, after)


def as_pair(text: Text, first: Piece, second: Piece) -> list[Mention]:
    """Two joined numbers as one range, or as the two ends of a change."""
    if second.doubt == "it is a share of a whole":
        return [one_number(text, second)._replace(start=_offset(text, first), doubt=second.doubt)]
    typed, own = first, first.unit != NO_UNIT or first.number.scale > 1
    first, second = _lent(first, second), _borrowed(first, second)
    hedges, start = hedges_before(text, first.start)
    if hedges == [DOUBTED] and text.found.before(first.start, text.grammar.start)[0]:
        hedges, start = [], start + 1
    begun = bool(text.found.ending(start, text.grammar.start))
    turned = bool(text.found.at(typed.end, text.grammar.onto)[0])
    spans = bool(text.found.at(typed.end, text.grammar.spans)[0])
    amount = text.found.has(start - 1, text.grammar.either)
    moved = any(text.found.has(place - 1, text.grammar.moves) for place in (start - 1, beside(text, start - 1)))
    if turned and not begun and not text.found.has(start - 1, text.grammar.by) and not own:
        return [one_number(text, typed), one_number(text, second)]
    changes = turned or (begun and not spans and (moved or (bool(direction_near(text, start - 1)) and not amount)))
    ranges = spans or hedges == ["between"] or (begun and _ranging(text, start - 1)) or bool(text.found.at(second.end, text.grammar.enclosing)[0])
    alike = typed.unit == second.unit and second.unit[0] in ("percent", "points")
    even = bool(text.found.starting(typed.end, text.grammar.evenly))
    if not begun and not (even and alike) and hedges != ["between"] and own and text.found.starting(typed.end, text.grammar.level) and direction(text, start, first.end):
        rising = even and first.unit == second.unit and first.amount < second.amount
        return _by_and_to(text, first, second, rising or (alike and not turned))
    if changes or first.amount >= second.amount or first.unit != second.unit:
        low = one_number(text, first)._replace(nouns=noun_phrase(text, second)[0], bare=False)
        low = low._replace(doubt="") if low.doubt == SET_OFF else low
        high = one_number(text, second)._replace(direction="")
        if not changes and not begun and first.amount < second.amount:
            return [each._replace(doubt="two units stand in one range") for each in (low, high)]
        by = (turned and not begun) or (amount and first.unit != second.unit)
        return [low if by else low._replace(direction=""), high]
    made = one_number(text, second)
    doubt = first.doubt or second.doubt or (made.doubt if made.qualifier else "") or _uneven(text, typed, first, second, made.nouns)
    if begun and not ranges:
        doubt = doubt or "from-to may be a range or a change"
    if hedges not in ([], ["between"]) or hedges_behind(text, second, noun_phrase(text, second)[1])[0]:
        doubt = doubt or "a range has a hedge of its own"
    toward = direction(text, start, second.end)
    return [made._replace(start=first_offset(text, start, first), qualifier="between", amount=first.amount, upper=second.amount, doubt=doubt, direction=toward, bare=False)]


def _by_and_to(text: Text, amount: Piece, reached: Piece, alike: bool) -> list[Mention]:
    """An amount of change and the level reached: rose 9 % to US$3.1 billion; of two percentages it may be a range, too."""
    doubt = "it may be a range, or a change and what was reached" if alike else ""
    low, high = one_number(text, amount), one_number(text, reached)
    return [each._replace(doubt=each.doubt or doubt) for each in (low, high._replace(direction=""))]


def _lent(first: Piece, second: Piece) -> Piece:
    """The first number with the scale and the unit that stand behind the second alone: 3 to 5 million euros."""
    bare = first.number.scale == 1 and first.unit[0] in ("", "money") and second.number.scale >= 1000
    plain = scaled(first.amount, 0) < second.number.amount / second.number.scale if second.number.scale else False
    amount = first.amount * second.number.scale if bare and plain else first.amount
    unit = first.unit
    if unit == NO_UNIT:
        unit = second.unit
        amount = scaled(amount, unit[2]) if unit[2] else amount
    return first._replace(amount=amount, unit=unit)


def _borrowed(first: Piece, second: Piece) -> Piece:
    """The second number with the currency that stands before the first: $3-5 billion."""
    lends = (first.unit[0] == "money" and first.end == first.number.end) or first.number.unit != NO_UNIT
    return second._replace(amount=scaled(second.amount, first.unit[2]), unit=first.unit) if second.unit == NO_UNIT and lends else second


def _uneven(text: Text, typed: Piece, first: Piece, second: Piece, nouns: tuple[str, ...]) -> str:
    """Of `two to three hundred` the first number shares a word with the second that no table can tell; of `$5 to 40 people` none."""
    digits = text.found.tokens[second.number.end - 1]
    longer = second.number.scale >= 100 or text.found.tokens[second.number.start].kind == "word" or digits.text.endswith("000")
    if typed.unit == NO_UNIT and longer and first.amount > 0 and 100 * first.amount <= second.amount:
        return "the first number may share more of the words behind the second"
    borrowed = typed.unit[0] == "money" and typed.end == typed.number.end and second.number.scale == 1 and nouns
    return "the second number may count something else" if borrowed and text.found.tokens[typed.end].kind == "word" else ""


def _ranging(text: Text, at: int) -> bool:
    """Whether words before a `from` say that a range follows: costs from, a fine of from, une croissance de."""
    found, grammar = text.found, text.grammar
    if at == 0 and grammar.opening:
        return not any(way(text, place + 1) or found.has(place, grammar.moves) for place in range(len(found.keys)))
    noun = found.has(at - 2, grammar.indefinite) and not way(text, at) and not found.has(at - 1, grammar.moves)
    return noun or found.has(at - 1, grammar.spread) or any(found.has(each, grammar.ranging) for each in range(max(at - 3, 0), at))


def _offset(text: Text, made: Piece) -> int:
    return text.found.tokens[made.start].start
