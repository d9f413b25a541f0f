"""Parts of a whole: a half, three quarters, half a million."""

from decimal import Decimal

from factsheet.reading.mentions.numerals import Numeral
from factsheet.reading.mentions.pieces import Piece, Text, piece
from factsheet.reading.mentions.single import Mention, one_number
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
    if not whole:
        return None
    percent = text.grammar.portions[phrase]
    made = Piece(Numeral(Decimal(0), at, end), Decimal(percent or 0), ("percent", "%", 0), at, end, end, "" if percent else "no decimal says this part exactly")
    return [one_number(text, made)], end


def _half(text: Text, at: int, scale: int) -> tuple[list[Mention], int] | None:
    """Half a million."""
    phrase, _ = text.found.at(at, text.grammar.portions)
    made = piece(text._replace(grammar=text.grammar._replace(ones=frozenset(text.found.keys[scale - 1 : scale]))), scale - 1)
    if made is None or not text.grammar.portions[phrase]:
        return None
    part = made.amount * Decimal(text.grammar.portions[phrase]) / 100
    return [one_number(text, made._replace(amount=part, start=at))], made.end
