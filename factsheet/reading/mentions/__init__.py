"""Quantities in a running text: every number with its qualifier, unit, noun and direction, and where it stands.

The grammar is one for all languages: hedge, number, unit, hedge; two numbers joined into a range or a change. What is no
quantity (a year, an ordinal, a part of a name) is left alone; what cannot be read for certain carries a doubt.
"""

from typing import TYPE_CHECKING

from factsheet.reading.languages import Grammar
from factsheet.reading.mentions.doubts import ANNOUNCED
from factsheet.reading.mentions.names import is_name
from factsheet.reading.mentions.pairs import as_pair, second_number
from factsheet.reading.mentions.pieces import Piece, Text, piece, unabbreviated
from factsheet.reading.mentions.portions import as_portion
from factsheet.reading.mentions.single import Mention, one_number
from factsheet.reading.phrases import Phrases
from factsheet.reading.running import tokens

if TYPE_CHECKING:
    from factsheet.reading.datings import Dating

__all__ = ["Mention", "mentions"]


def mentions(text: str, grammar: Grammar, dates: "tuple[Dating, ...]" = ()) -> tuple[Mention, ...]:
    """Every quantity of a text in order; `dates` are what was read as dates, and so is no quantity."""
    found = Phrases(tokens(text), grammar.joiner, grammar.longest, grammar.folds)
    whole = Text(text, found, grammar, _dated(found, dates))
    made: list[Mention] = []
    at = 0
    while at < len(found.tokens):
        read, at = _here(whole, at)
        made += read
    years = {date.start for date in dates if date.bare}
    return tuple(mention for mention in _together(whole, _shared(whole, made)) if not (mention.bare and mention.start in years and not mention.nouns))


def _dated(found: Phrases, dates: "tuple[Dating, ...]") -> frozenset[int]:
    """The tokens that are parts of dates; a bare year is left to be told from a number by what stands round it."""
    taken: list[int] = []
    at = 0
    for date in dates:
        while at < len(found.tokens) and found.tokens[at].start < date.end:
            taken += [at] if found.tokens[at].start >= date.start and not date.bare else []
            at += 1
    return frozenset(taken)


def _here(text: Text, at: int) -> tuple[list[Mention], int]:
    """The mentions that begin at a token, and where reading goes on."""
    if not text.has(at) or _begins_none(text, at):
        return [], at + 1
    idiom, after = text.found.at(at, text.grammar.idioms)
    if idiom and not text.found.has(after, text.grammar.scales):
        return [], after
    first = piece(text, at)
    return as_portion(text, at) or (_of_piece(text, first) if first else ([], at + 1))


def _begins_none(text: Text, at: int) -> bool:
    """Whether the word at a token is none that numbers begin with."""
    begins = text.grammar.begins
    return bool(begins) and text.found.tokens[at].kind == "word" and text.found.keys[at] not in begins


def _of_piece(text: Text, first: Piece) -> tuple[list[Mention], int]:
    """The mentions of a number, alone or with a second one, and where reading goes on; none where it is part of a name."""
    past = is_name(text, first)
    if past:
        return [], max(past, first.number.start + 1)
    second = second_number(text, first)
    if second:
        return as_pair(text, first, second), second.end
    other = unabbreviated(text, first)
    read = [one_number(text, first)] + ([one_number(text, other)] if other else [])
    return read, max(first.end, first.number.start + 1)


def _shared(text: Text, made: list[Mention]) -> list[Mention]:
    """In a list with `respectively`, a number without scale and unit has those of the next: 3 and 5 billion euros respectively."""
    if not _says_respectively(text):
        return made
    for at in range(len(made) - 2, -1, -1):
        first, second = made[at], made[at + 1]
        between = text.text[first.end : second.start].strip().casefold()
        if not first.kind and not first.nouns and between in text.grammar.listing:
            made[at] = first._replace(amount=first.amount * (second.scale if first.bare else 1), kind=second.kind, code=second.code, nouns=second.nouns, bare=False)
    return _moved_alike(text, made)


def _says_respectively(text: Text) -> bool:
    keys, words = text.found.keys, text.grammar.respectively
    whole = "" if text.found.joiner else "".join(keys)
    return any(word in whole for word in words) if whole else any(key in words for key in keys)


def _together(text: Text, made: list[Mention]) -> list[Mention]:
    """Numbers that only together say something are doubted: 3 hours and 20 minutes, between 40 % (May) and 50 %."""
    for at in range(1, len(made)):
        first, second = made[at - 1], made[at]
        between = text.text[first.end : second.start]
        if first.doubt == ANNOUNCED and not second.doubt and ". " not in between:
            made[at] = second._replace(doubt="it may be the other end of a range")
        elif _parts_of_one(text, first, second, between):
            made[at - 1], made[at] = (each._replace(doubt=each.doubt or "it is a part of one quantity") for each in (first, second))
    return made


def _parts_of_one(text: Text, first: Mention, second: Mention, between: str) -> bool:
    """Whether a larger unit and a smaller one stand side by side: 2 days, 3 hours."""
    keys = between.casefold().replace(",", " ").split()
    one, other = ({mention.code, *mention.nouns[:1]} - {""} for mention in (first, second))
    if len(keys) > 2 or not one or not other:
        return False
    rest = [key for key in keys if key not in text.grammar.listing and key not in one]
    ranks = [next((rank for rank, words in enumerate(text.grammar.times) if words & names), None) for names in (one, other)]
    return not rest and ranks[0] is not None and ranks[1] == ranks[0] + 1


def _moved_alike(text: Text, made: list[Mention]) -> list[Mention]:
    """In such a list a rise or fall that stands before the first number is that of the others: 分别下降3%、5%."""
    for at in range(1, len(made)):
        first, second = made[at - 1], made[at]
        between = text.text[first.end : second.start].strip().casefold()
        if first.direction and not second.direction and first.kind == second.kind and between in text.grammar.listing:
            made[at] = second._replace(direction=first.direction)
    return made
