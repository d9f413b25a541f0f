"""Running text cut into tokens: numbers, words, marks; each keeps its place. Languages written without spaces are cut by character."""

from factsheet.reading.quantities import DASHES, DIGITS, GROUP_MARKS, Token

CURRENCY_SIGNS = frozenset("$€£¥₹₩₽₺₫₦₱₪฿₴￥＄￡")
FRACTIONS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅕": "0.2", "⅖": "0.4", "⅗": "0.6", "⅘": "0.8", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875"}
INSIDE_NUMBERS = GROUP_MARKS + ".'’_"
INSIDE_WORDS = ".'’"
ELIDED = frozenset("c d j jusqu l lorsqu m n presqu puisqu qu s t".split())
DOTTED = frozenset("approx aprox art c ca cu env est fr md mds mia min max mill mio mn mrd nr no nos núm rd rs sq tsd vol".split())


def tokens(text: str) -> list[Token]:
    """The text cut into tokens of the kinds number, word, sign (of a currency, letters before it included), fraction, dash, mark."""
    found: list[Token] = []
    text = text if text.isascii() else text.translate(WIDE)
    at = 0
    while at < len(text):
        kind, end = _token(text, at)
        if kind == "sign" and found and _before_sign(found[-1], at):
            at = found.pop().start
        if kind != "space" and not (kind == "dash" and _inside_compound(text, at)):
            found.append(Token(kind, text[at:end], at))
        at = end
    return found


def _inside_compound(text: str, at: int) -> bool:
    """Whether a dash joins a letter to what stands on its other side: foreign-invested, 40-billion, Covid-19."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if (before and is_han(before)) or (after and is_han(after)):
        return False
    if after in DIGITS and after and _behind_digits(text, at):
        return False
    return (before.isalpha() and bool(after) and (after.isalpha() or after in DIGITS)) or (after.isalpha() and before.isalnum())


def _behind_digits(text: str, at: int) -> bool:
    """Whether the letters before a dash touch digits: 2.5m-3m is a range."""
    place = at
    while place > max(at - LONGEST_SUFFIX, 0) and text[place - 1].isalpha():
        place -= 1
    return place < at and text[place - 1 : place] in tuple(DIGITS)


def hyphened(text: str, found: list[Token], at: int) -> bool:
    """Whether this token is joined to the one before it by a dash."""
    return 0 < at < len(found) and found[at - 1].end + 1 == found[at].start and text[found[at].start - 1] in DASHES


def _before_sign(last: Token, at: int) -> bool:
    """Whether the letters that touch a currency's sign belong to it: US$, HK$, A$."""
    return last.kind == "word" and last.end == at and len(last.text) <= 3


def _token(text: str, at: int) -> tuple[str, int]:
    """The kind of the token that begins here, and where it ends."""
    mark = text[at]
    if mark in DIGITS:
        return "number", _number_end(text, at + 1)
    if mark.isalpha():
        return "word", at + 1 if is_han(mark) else _word_end(text, at + 1)
    if mark.isspace() or (mark in NOTES and text[at - 1 : at] in tuple(DIGITS)):
        return "space", at + 1
    if mark in CURRENCY_SIGNS:
        return "sign", at + 1
    if mark in FRACTIONS:
        return "fraction", at + 1
    return ("dash" if mark in DASHES else "mark"), at + 1


def _number_end(text: str, at: int) -> int:
    while at < len(text) and (text[at] in DIGITS or (text[at] in INSIDE_NUMBERS and text[at + 1 : at + 2] in tuple(DIGITS))):
        at += 1
    return at


def _word_end(text: str, at: int) -> int:
    """Where a word ends: a dot or an apostrophe stays inside where a letter follows; the dot of a known abbreviation belongs to it."""
    start = at - 1
    while at < len(text) and (
        (text[at].isalpha() and not is_han(text[at])) or text[at] in MARKS_ON_LETTERS or (text[at] in INSIDE_WORDS and _letter(text, at + 1))
    ):
        at += 1
        if text[at - 1] in "'’" and text[start : at - 1].casefold() in ELIDED:
            return at
    if text[at : at + 1] in ("'", "’") and text[at + 1 : at + 2] in tuple(DIGITS) and text[start:at].casefold() in ELIDED:
        return at + 1
    dotted = text[at : at + 1] == "." and ("." in text[start:at] or text[start:at].casefold() in DOTTED)
    return at + 1 if dotted else at


def _letter(text: str, at: int) -> bool:
    return at < len(text) and text[at].isalpha()


def is_han(mark: str) -> bool:
    """Whether this is a Chinese character, which stands for itself."""
    return "\u3400" <= mark <= "\u9fff" or mark == "〇"


def key(token: Token) -> str:
    """A token's word as tables have it: small letters, no dots, one kind of apostrophe, accents on their letters."""
    word = token.text.casefold()
    if not word.isascii() and not MARKS_ON_LETTERS.isdisjoint(word):
        from unicodedata import normalize

        word = normalize("NFC", word)
    return word.replace(".", "").replace("’", "'") if "." in word or "’" in word else word


def touches(tokens: list[Token], at: int) -> bool:
    """Whether nothing stands between this token and the one before it."""
    return 0 < at < len(tokens) and tokens[at - 1].end == tokens[at].start


WIDE = {0xFEE0 + code: code for code in (*range(0x30, 0x3A), *map(ord, "%.-~/:()$"))} | {ord("〜"): "~", ord("￥"): "¥"}   # as wide as a Chinese character
NOTES = frozenset("¹²³⁰⁴⁵⁶⁷⁸⁹*†‡")     # behind a number: a footnote's
LONGEST_SUFFIX = 4                         # letters of a scale or a unit that touch its digits
MARKS_ON_LETTERS = frozenset("\u0300\u0301\u0302\u0303\u0308\u0327²³")
