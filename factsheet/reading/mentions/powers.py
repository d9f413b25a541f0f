"""Powers of ten behind a number, and the same number said again in brackets: 4 × 10^6, 10⁶, thirty (30)."""

from factsheet.reading.languages import Grammar
from factsheet.reading.mentions.numerals import Numeral, read_digits
from factsheet.reading.phrases import Phrases
from factsheet.reading.quantities import is_digits, scaled

MOST_EXPONENT = 3       # digits of an exponent


def powered(text: str, found: Phrases, number: Numeral) -> Numeral:
    """The number times the power of ten that stands behind it; a raised digit behind a lone 10 may be one or a footnote's."""
    tokens, at = found.tokens, number.end
    if at + 1 < len(tokens) and tokens[at].text in TIMES and tokens[at + 1].text == "10":
        exponent, end = _exponent(text, found, at + 1)
        if exponent:
            return number._replace(amount=scaled(number.amount, int(exponent)), end=end, bare=False)
        return number
    if tokens[at - 1].text == "10" and number.end == number.start + 1:
        exponent, end = _exponent(text, found, at - 1)
        if exponent:
            return number._replace(end=end, doubt="it may be a power of ten", bare=False)
    return number


def _exponent(text: str, found: Phrases, ten: int) -> tuple[str, int]:
    """The exponent of the ten at a place, raised or behind ^, and the place after it."""
    tokens, at = found.tokens, ten + 1
    last = tokens[ten].end
    raised = ""
    while last < len(text) and text[last] in RAISED and len(raised) <= MOST_EXPONENT:
        raised, last = raised + RAISED[text[last]], last + 1
    while raised and at < len(tokens) and tokens[at].start < last:
        at += 1
    if not raised and at < len(tokens) and tokens[at].text == "^":
        minus = at + 1 < len(tokens) and tokens[at + 1].text in ("-", "−")
        at += 1 + minus
        raised, at = ("-" * minus + tokens[at].text, at + 1) if at < len(tokens) else ("", ten + 1)
    digits = raised.removeprefix("-")
    return (raised, at) if is_digits(digits) and len(digits) <= MOST_EXPONENT else ("", ten + 1)


def said_again(found: Phrases, number: Numeral, grammar: Grammar) -> Numeral:
    """Number words with the same number in digits behind them: thirty (30)."""
    tokens, at = found.tokens, number.end
    bracketed = at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 1].kind == "number" and tokens[at + 2].text == ")"
    if not bracketed or tokens[number.start].kind == "number":
        return number
    amount, doubt = read_digits(tokens[at + 1].text, grammar)
    return number._replace(end=at + 3) if amount == number.amount and not doubt else number


TIMES = frozenset(("×", "x", "X", "·", "⋅", "∙", "*"))
RAISED = {"⁻": "-", "⁰": "0", "¹": "1", "²": "2", "³": "3"} | {chr(0x2070 + digit): str(digit) for digit in range(4, 10)}
