"""Numbers that are no quantities but parts of names, lists, times or ids: Article 40, Covid-19, 12:30, 555-1234."""

from collections.abc import Callable

from factsheet.reading.mentions.pieces import NO_UNIT, Piece, Text, is_currency
from factsheet.reading.running import hyphened, is_han, touches


def is_name(text: Text, made: Piece) -> int:
    """Where reading goes on if the number is part of a name, a list's number, a time, an id; 0 where it is a quantity."""
    at, end = made.number.start, made.number.end
    if text.found.tokens[at].kind != "number":
        return end if _proper(text, at, end) else 0
    return next((past for kind in KINDS if (past := kind(text, made, at, end))), 0)


def _ordinal(text: Text, made: Piece, at: int, end: int) -> int:
    """40., 40.º, and the hour of 14h30."""
    if end >= len(text.found.tokens):
        return 0
    return _dotted(text, end) or (end + 2 if _timed(text, end, made) else 0)


def _lettered(text: Text, made: Piece, at: int, end: int) -> int:
    """Letters that touch the digits and are no unit: 40th, 5G, 747s."""
    tokens, found = text.found.tokens, text.found
    if end >= len(tokens) or tokens[end].kind != "word" or not touches(tokens, end) or is_han(tokens[end].text[-1]):
        return 0
    known = made.unit != NO_UNIT and not found.has(end, text.grammar.ordinals)
    return 0 if known or found.at(end, text.grammar.after)[0] else end + 1


def _zero_first(text: Text, made: Piece, at: int, end: int) -> int:
    """An id: 0042."""
    return _chain(text, at) if made.number.doubt == "a leading zero" and made.unit == NO_UNIT else 0


def _of_day(text: Text, made: Piece, at: int, end: int) -> int:
    """12:30, and 8 a.m."""
    tokens = text.found.tokens
    parted = end + 1 < len(tokens) and tokens[end].text in (":", "/") and touches(tokens, end) and touches(tokens, end + 1)
    if parted and tokens[end + 1].kind == "number":
        return end + 2
    return end if text.found.at(end, text.grammar.clock)[0] else 0


def _of_list(text: Text, made: Piece, at: int, end: int) -> int:
    """`1. First` and `2) Second` at the beginning."""
    tokens = text.found.tokens
    marked = end < len(tokens) and tokens[end].text in (".", ")") and touches(tokens, end) and end + 1 < len(tokens)
    return end if at == 0 and marked and len(tokens[at].text) <= 2 and not touches(tokens, end + 1) else 0


def _of_chain(text: Text, made: Piece, at: int, end: int) -> int:
    """555-1234-22."""
    return _chain(text, at) if made.unit == NO_UNIT and _chain(text, at) > end + 1 else 0


def _of_name(text: Text, made: Piece, at: int, end: int) -> int:
    """Article 40, Covid-19, Boeing 747."""
    return end if _named(text, made, at) else 0


def _dotted(text: Text, end: int) -> int:
    """The place after the ending of an ordinal that has a dot: 40. Jahrestag, 40.º; 0 if there is none.

    A dot ends a sentence as well; a small letter behind it says that it does not, and so does a noun where all have capitals.
    """
    found, tokens, grammar = text.found, text.found.tokens, text.grammar
    if tokens[end].text != "." or not touches(tokens, end) or end + 1 >= len(tokens):
        return 0
    if touches(tokens, end + 1) and found.keys[end + 1] in grammar.ordinals:
        return end + 2
    word = tokens[end + 1]
    starts = word.text[0].isupper() and found.keys[end + 1] in grammar.stops
    return end + 1 if "." in grammar.ordinals and word.kind == "word" and not touches(tokens, end + 1) and not starts else 0


def _timed(text: Text, end: int, made: Piece) -> bool:
    """Whether it is the hour of `14h30`: a letter between digits, nothing else between them."""
    tokens = text.found.tokens
    between = tokens[end].kind == "word" and len(tokens[end].text) == 1 and not is_han(tokens[end].text[-1]) and touches(tokens, end) and touches(tokens, end + 1)
    return between and tokens[end + 1].kind == "number" and made.end == end + 1


def _proper(text: Text, at: int, end: int) -> bool:
    """Whether a number word stands in a proper name: Seven Oaks."""
    tokens = text.found.tokens
    return not text.grammar.capitals and 0 < at < end < len(tokens) and tokens[at].text[0].isupper() and tokens[end].kind == "word" and tokens[end].text[0].isupper()


def _chain(text: Text, at: int) -> int:
    """The place after a run of numbers with nothing but dashes, dots, slashes or spaces between them: 555-1234-22."""
    tokens, end, numbers = text.found.tokens, at + 1, 1
    while end < len(tokens) and (tokens[end].kind == "number" or (tokens[end].text in CHAINING and tokens[end + 1 : end + 2] and tokens[end + 1].kind == "number")):
        numbers += tokens[end].kind == "number"
        end += 1
    return end if numbers > 2 else at + 1


def _named(text: Text, made: Piece, at: int) -> bool:
    """Whether the word before makes it a name: Article 40, Covid-19, Boeing 747."""
    tokens, found = text.found.tokens, text.found
    if at == 0 or (made.start < at and tokens[at - 1].kind == "sign"):
        return False
    before = tokens[at - 1]
    if touches(tokens, at) and before.kind == "word" and not is_currency(text, at - 1) and not is_han(before.text[-1]) and before.text[-1] not in "'’":
        return True
    if hyphened(text.text, tokens, at) and before.kind == "word":
        return True
    plain = made.number.bare and made.unit == NO_UNIT and len(tokens[at].text) <= 4
    if not plain:
        return False
    return bool(found.before(at, text.grammar.labels)[0]) or _capital(text, at) or before.text == "#"


def _capital(text: Text, at: int) -> bool:
    """Whether a capitalised word before a plain number makes it a name: Fortune 500."""
    before = text.found.tokens[at - 1]
    if text.grammar.capitals or before.kind != "word" or not before.text[0].isupper() or before.text.endswith(("'s", "’s")):
        return False
    if at == 1 and not (before.text.isupper() and len(before.text) > 1):
        return False    # a sentence begins so; an abbreviation is a name all the same: ISO 9001
    return not text.found.before(at, text.grammar.before)[0]


CHAINING = ("-", "/", ".", ")", "‑", "–")
KINDS: tuple[Callable[[Text, Piece, int, int], int], ...] = (_ordinal, _lettered, _zero_first, _of_day, _of_list, _of_chain, _of_name)
