"""One number with all that stands round it: a mention."""

from decimal import Decimal

from factsheet.reading.languages import DOUBTED
from factsheet.reading.mentions.directions import direction
from factsheet.reading.mentions.doubts import doubts
from factsheet.reading.mentions.pieces import NO_UNIT, Piece, Text
from factsheet.reading.mentions.surroundings import first_offset, hedges_before, hedges_behind, noun_phrase, tied_noun
from factsheet.reading.running import hyphened
from factsheet.record import Record


class Mention(Record):
    """A quantity in a text; `start`, `end` are offsets, hedge and unit included.

    `qualifier` is as Quantity has it; `kind` and `code` as Unit has them, empty for a bare or counted number. `nouns` stand
    behind the number up to the end of their phrase, `told` before it where the words tie them to it. `direction` is up or
    down for the amount of a change. `doubt` says why it cannot be read for certain.
    """

    start: int
    end: int
    qualifier: str
    amount: Decimal
    upper: Decimal | None
    kind: str
    code: str
    nouns: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    direction: str = ""
    doubt: str = ""
    bare: bool = False
    scale: int = 1
    joined: bool = False


def one_number(text: Text, made: Piece) -> Mention:
    """A piece with all that stands round it."""
    before, start = hedges_before(text, made.start)
    nouns, behind = noun_phrase(text, made)
    after, end = hedges_behind(text, made, behind)
    hedges = list(dict.fromkeys([*before, *after, *([made.number.hedge] if made.number.hedge else [])]))
    doubt = next(doubts(text, made, start, hedges, nouns), "")
    unit = made.unit
    begins = first_offset(text, start, made)
    return Mention(
        begins,
        text.found.tokens[end - 1].end,
        hedges[0] if len(hedges) == 1 and hedges[0] != DOUBTED else "",
        made.amount,
        None,
        unit[0],
        unit[1],
        nouns,
        tied_noun(text, start),
        direction(text, start, end, unit == NO_UNIT),
        doubt,
        made.number.bare and unit == NO_UNIT,
        made.number.scale,
        hyphened(text.text, text.found.tokens, made.counted),
    )
