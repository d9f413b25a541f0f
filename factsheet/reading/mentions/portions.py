"""Parts of a whole: a half, three quarters, half a million."""

from decimal import Decimal

from factsheet.reading.mentions.numerals import Numeral
from factsheet.reading.mentions.pieces import NO_UNIT, Piece, Text, piece, unit_behind
from factsheet.reading.mentions.single import Mention, one_number
from factsheet.reading.quantities import scaled
from factsheet.reading.running import hyphened


def as_portion(text: Text, at: int) -> tuple[list[Mention], int] | None:
    """A half, three quarters, one in five: parts of a whole, in per cent where a decimal says them."""
    phrase, end = text.found.at(at, text.grammar.portions)
    if not phrase or any(each in text.dated for each in range(at, end)):
        return None
    found = text.found
    if found.has(end, text.grammar.ones) and found.has(end + 1, text.grammar.scales):
        return _half(text, at, end + 1)
    if found.has(end, text.grammar.scales):
        return _half(text, at, end)
    whole = (end > at + 1 and hyphened(text.text, found.tokens, at + 1)) or found.has(end, text.grammar.links) or found.has(end, text.grammar.determiners) or found.has(at - 1, text.grammar.by)
    unit = _of_unit(text, at, end)
    if unit:
        return unit
    if not whole:
        return None
    percent = text.grammar.portions[phrase]
    second = found.has(at - 1, text.grammar.both | text.grammar.to) and bool(found.before(at - 1, text.grammar.portions)[0])
    doubt = "it may be one end of a range" if second else "" if percent else "no decimal says this part exactly"
    made = Piece(Numeral(Decimal(0), at, end), Decimal(percent or 0), ("percent", "%", 0), at, end, end, doubt)
    return [one_number(text, made)], end


def _of_unit(text: Text, at: int, end: int) -> tuple[list[Mention], int] | None:
    """A part of one unit: half a mile, a quarter of a percentage point, a quarter point."""
    found, grammar = text.found, text.grammar
    link, after = found.at(end, grammar.links)
    after = after if link else end
    article = found.at(after, grammar.ones)[1]
    unit, last = unit_behind(text, article)
    if unit == NO_UNIT or (article == after and unit[0] not in ("points", "unclear")) or not text.has(article):
        return None
    percent = grammar.portions[found.at(at, grammar.portions)[0]]
    amount = scaled(Decimal(percent or 0), unit[2] - 2)
    made = Piece(Numeral(amount, at, end), amount, unit, at, last, last, "" if percent else "no decimal says this part exactly")
    return [one_number(text, made)], last


def _half(text: Text, at: int, scale: int) -> tuple[list[Mention], int] | None:
    """Half a million."""
    phrase, _ = text.found.at(at, text.grammar.portions)
    made = piece(text._replace(grammar=text.grammar._replace(ones=frozenset(text.found.keys[scale - 1 : scale]))), scale - 1)
    if made is None or not text.grammar.portions[phrase]:
        return None
    part = made.amount * Decimal(text.grammar.portions[phrase]) / 100
    return [one_number(text, made._replace(amount=part, start=at))], made.end
