"""A number with its sign and its unit: US$40 billion, −5 °C, 40 per cent; and the numbers that are no quantities but parts of names."""

from decimal import Decimal

from factsheet.reading.languages import Grammar, Measured
from factsheet.reading.mentions.numerals import Numeral, numeral
from factsheet.reading.mentions.powers import powered, said_again
from factsheet.reading.phrases import Phrases
from factsheet.reading.quantities import scaled
from factsheet.reading.running import hyphened, is_han, touches
from factsheet.reading.units import CODES, MEASURES
from factsheet.record import Record

MANY = ("people", "children", "men", "women")    # plurals that do not end in s
MINUS = ("-", "−", "–")
LETTERS = frozenset(suffix for suffix in MEASURES if len(suffix) == 1)
NO_UNIT: Measured = ("", "", 0)


class Text(Record):
    """What reading needs of a text: its characters, its tokens, its language, and the tokens that are parts of dates."""

    text: str
    found: Phrases
    grammar: Grammar
    dated: frozenset[int] = frozenset()

    def has(self, at: int) -> bool:
        """Whether a token stands at a place that is no part of a date."""
        return 0 <= at < len(self.found.tokens) and at not in self.dated


class Piece(Record):
    """A number with sign and unit; `start`, `end` are its places among the tokens, `counted` where the words behind the number begin."""

    number: Numeral
    amount: Decimal
    unit: Measured
    start: int
    end: int
    counted: int
    doubt: str = ""


def piece(text: Text, at: int) -> Piece | None:
    """The number that begins here, or behind the currency's sign that stands here."""
    first = at + 1 if is_currency(text, at) and text.has(at + 1) else at
    number = numeral(text.text, text.found, first, text.grammar) if text.has(first) else None
    if number is None or any(each in text.dated for each in range(first, number.end)):
        return None
    return _with_unit(text, said_again(text.found, powered(text.text, text.found, number), text.grammar))


def unabbreviated(text: Text, made: Piece) -> Piece | None:
    """The same digits with the letter behind them as a measure: 40m as 40 metres, where no currency says that it is money."""
    tokens, last = text.found.tokens, made.number.end - 1
    letter = tokens[last].text
    if letter not in LETTERS or tokens[last].kind != "word" or made.unit[0] == "money":
        return None
    plain = numeral(text.text, text.found, made.number.start, text.grammar._replace(suffixes={}))
    if plain is None or plain.end != last:
        return None
    made = _with_unit(text, plain)
    counted = next((key for key in text.found.keys[made.end : made.end + 2] if key.endswith("s") or key in MANY), "")
    return made._replace(doubt="it may be millions") if letter == "m" and counted and not hyphened(text.text, tokens, made.end) else made


def _with_unit(text: Text, number: Numeral) -> Piece:
    start, before = number.start, NO_UNIT
    money = is_currency(text, start - 1)
    negative = _signed(text, start)
    start -= negative
    doubt = number.doubt
    if money and not negative:
        start, before = start - 1, _unit_before(text, start - 1)
        before = ("unclear", _unclear(text, start), 0) if _unclear(text, start) else before
        negative = _signed(text, start)
        start -= negative
    number = _money_letter(text, number) if before[0] == "money" else number
    after, end = unit_behind(text, number.end)
    if after == NO_UNIT and before == NO_UNIT and _unclear(text, number.end):
        after, end = ("unclear", _unclear(text, number.end), 0), text.found.at(number.end, text.grammar.unclear)[1]
    unit = before if before != NO_UNIT else number.unit if number.unit != NO_UNIT else after
    if before != NO_UNIT and after[0] == "money" and after[1] != before[1] and after[1] != "USD":
        doubt = doubt or "it names two currencies"
    if unit[0] in ("percent", "points") and _dashed(text, start):
        doubt = doubt or "the dash before it may be a minus"
    if before != NO_UNIT and after[0] != "money":
        end = number.end
    number, end = _extra(text, number, end)
    amount = scaled(-number.amount if negative else number.amount, unit[2]) if unit[2] else (-number.amount if negative else number.amount)
    return Piece(number, amount, unit, start, end, number.end, doubt)


def _unit_before(text: Text, at: int) -> Measured:
    """The currency whose sign or code stands here."""
    grammar, sign = text.grammar, text.found.tokens[at].text
    return grammar.symbols.get(sign) or grammar.units.get(text.found.keys[at]) or ("money", sign, 0)


def _extra(text: Text, number: Numeral, end: int) -> tuple[Numeral, int]:
    """The number with the half that stands behind its unit: deux heures et demie."""
    extra, after = text.found.at(end, text.grammar.extras) if end > number.end and text.has(end) else ("", end)
    if not extra:
        return number, end
    return number._replace(amount=number.amount + Decimal(text.grammar.extras[extra]) * max(number.scale, 1), bare=False), after


def _money_letter(text: Text, number: Numeral) -> Numeral:
    """`$40 m` is money, so its letter is a scale though a space stands before it."""
    at = number.end
    scale = text.grammar.suffixes.get(text.found.keys[at], 0) if text.has(at) else 0
    if not scale or number.scale > 1 or len(text.found.tokens[at].text) > 2:
        return number
    return number._replace(amount=number.amount * Decimal(scale), end=at + 1, scale=scale, bare=False)


def is_currency(text: Text, at: int) -> bool:
    """Whether a currency's sign or code stands here, as it does before its number."""
    if not text.has(at):
        return False
    token = text.found.tokens[at]
    known = text.grammar.units.get(text.found.keys[at], NO_UNIT)[0] == "money" and not _year(text, at + 1) and not (at and text.found.tokens[at - 1].kind == "number")
    return token.kind == "sign" or token.text in text.grammar.symbols or (token.kind == "word" and (token.text in CODES or (known and token.text.rstrip(".") in BEFORE_NUMBERS)))


def _year(text: Text, at: int) -> bool:
    """Whether four digits here may be a year: Euro 2024 is a championship."""
    return text.has(at) and len(text.found.tokens[at].text) == 4 and text.found.tokens[at].text.startswith(("19", "20"))


def _signed(text: Text, at: int) -> bool:
    """Whether a minus belongs to what begins here: a dash that touches it with a space before, or the word."""
    if not text.has(at - 1):
        return False
    tokens, found = text.found.tokens, text.found
    if found.keys[at - 1] in ("minus", "negative", "moins", "menos", "负", "零下"):
        return not found.before(at, text.grammar.before)[0]
    touching = text.text[tokens[at - 1].start - 1]
    alone = at - 1 == 0 or not touches(tokens, at - 1) or touching in "([（：" or is_han(touching[-1])
    return tokens[at - 1].text in MINUS and (alone if touches(tokens, at) else _parted(text, at))


def _parted(text: Text, at: int) -> bool:
    """Whether a dash with a space behind it is a minus all the same: (– 0,3 %), − 0,3 %, a space that does not break."""
    tokens = text.found.tokens
    before = tokens[at - 2].text if at > 1 else ""
    return before in ("(", ":", "[") or (before != "" and tokens[at - 2].kind != "number" and (tokens[at - 1].text == "−" or text.text[tokens[at].start - 1] in "\u00a0\u202f"))


def _dashed(text: Text, start: int) -> bool:
    """Whether a dash stands between a word and a number, a space on both sides."""
    tokens = text.found.tokens
    return start > 1 and tokens[start - 1].text in MINUS and not touches(tokens, start) and tokens[start - 2].kind == "word"


def unit_behind(text: Text, at: int) -> tuple[Measured, int]:
    """The unit that stands behind a number, and the place after it; a symbol counts with its capitals."""
    if not text.has(at):
        return NO_UNIT, at
    token, units = text.found.tokens[at], text.grammar.units
    if token.text in text.grammar.symbols:
        return text.grammar.symbols[token.text], at + 1
    phrase, end = text.found.at(at, units)
    if token.text in MEASURES and end <= at + 1 and units.get(phrase, NO_UNIT)[0] not in ("percent", "points"):
        return _squared(text, token.text, at)
    if not phrase and token.text in CODES:
        return ("money", token.text, 0), at + 1
    if phrase:
        return units[phrase], end
    link, after = text.found.at(at, text.grammar.links)
    return _linked(text, at, after) if link and text.has(after) else (NO_UNIT, at)


def _linked(text: Text, at: int, after: int) -> tuple[Measured, int]:
    """The unit behind a number and a word like `de`: deux millions de tonnes; no letter alone but that of the tonne."""
    symbol, (phrase, end) = text.found.tokens[after].text, text.found.at(after, text.grammar.units)
    if symbol in MEASURES and end <= after + 1 and (len(symbol) > 1 or symbol == "t"):
        return _squared(text, symbol, after)
    if not phrase and symbol in CODES:
        return ("money", symbol, 0), after + 1
    return (text.grammar.units[phrase], end) if phrase and text.grammar.units[phrase][0] in ("money", "measure", "unclear") else (NO_UNIT, at)


def _squared(text: Text, symbol: str, at: int) -> tuple[Measured, int]:
    """`km/h` is three tokens, `km2` two, `kWh` one."""
    tokens = text.found.tokens
    if at + 2 < len(tokens) and tokens[at + 1].text == "/" and touches(tokens, at + 1) and touches(tokens, at + 2):
        whole = symbol + "/" + tokens[at + 2].text
        if whole in MEASURES:
            return ("measure", whole, 0), at + 3
    raised = symbol + RAISED.get(tokens[at + 1].text, " ") if touches(tokens, at + 1) else ""
    return (("measure", raised, 0), at + 2) if raised in MEASURES else (("measure", symbol, 0), at + 1)


def _unclear(text: Text, at: int) -> str:
    """The word or sign that stands here and may mean more than one unit."""
    return text.found.at(at, text.grammar.unclear)[0] if text.has(at) else ""


RAISED = {"2": "²", "3": "³"}
BEFORE_NUMBERS = frozenset(("Rs", "RM", "RMB", "Re", "Fr", "SFr", "Yuan", "S", "R", "Euro", "Euros", "Dollars", "US"))
