"""Quantities as an author types them: `over 40 billion`. Exact: Decimal, the digits as typed.

Tokens first, then a small grammar over one language's table of words. What it refuses, quantities_meant.py turns into
the right way to write it.
"""

from decimal import Decimal
from typing import TYPE_CHECKING

from factsheet.problem import Unreadable
from factsheet.record import Record

if TYPE_CHECKING:
    pass

MOST_DIGITS = 5_000
LONGEST = 10_000
LONGEST_HINTED = 200


class Quantity(Record):
    """A value with the hedge it was stated with; nothing is rounded, nothing dropped."""

    qualifier: str                  # "" (as stated), over, at_least, about, nearly, under, at_most, between
    number: Decimal                 # the digits as typed: 41.20 keeps its zero
    upper: Decimal | None           # the higher end, only for between
    scale: int                      # the power of ten that the scale word stands for: 0, 3, 6, 9, 12
    scale_word: str                 # "", thousand, million, billion, trillion

    @property
    def amount(self) -> Decimal:
        """The number in whole units, exact; of a range its lower end."""
        return scaled(self.number, self.scale)

    @property
    def low(self) -> Decimal | None:
        """The least that is claimed (`over` excludes it); None if nothing is: under, at most, about, nearly."""
        return self.amount if self.qualifier in ("", "over", "at_least", "between") else None

    @property
    def high(self) -> Decimal | None:
        """The most that is claimed (`under` and `nearly` exclude it); None for over, at least, about.

        Nearly minus five may mean either side of it, so it has no bound.
        """
        if self.upper is not None:
            return scaled(self.upper, self.scale)
        bounded = ("", "under", "at_most") if self.number <= 0 else ("", "under", "at_most", "nearly")
        return self.amount if self.qualifier in bounded else None


def said(value: Quantity) -> str:
    """A value as an author types it."""
    number = f"{value.number:,f}"
    if value.upper is not None:
        number += f" to {value.upper:,f}"
    words = (said_qualifier(value.qualifier) if value.upper is None else "", number, value.scale_word)
    return " ".join(word for word in words if word)


def said_qualifier(qualifier: str) -> str:
    return qualifier.replace("_", " ")


def same(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities state the same, however they are written: 40,000 million is 40 billion."""
    return (one.qualifier, one.amount, one.upper and one.high) == (other.qualifier, other.amount, other.upper and other.high)


class Token(Record):
    """A stretch of the text: a number, a word, a dash or any other mark."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """The place just after it."""
        return self.start + len(self.text)


class Language(Record):
    """The words round numbers in one language."""

    before: dict[str, str]          # phrase in front of a number -> qualifier
    after: dict[str, str]           # phrase behind it -> qualifier
    scales: dict[str, int]
    to: tuple[str, ...]             # between the ends of a range
    both: tuple[str, ...]           # between the ends that `between` announces


ENGLISH = Language(
    before={phrase: qualifier for qualifier, phrases in {
        "over": ("over", "more than", "above", "greater than", "in excess of", "upwards of", "just over", "well over"),
        "at_least": ("at least", "no fewer than", "no less than", "not fewer than", "not less than", "a minimum of"),
        "about": ("about", "around", "approximately", "roughly", "some", "circa"),
        "nearly": ("nearly", "almost", "just under", "close to"),
        "under": ("under", "less than", "fewer than", "below"),
        "at_most": ("at most", "up to", "no more than", "not more than", "a maximum of"),
        "between": ("between",)}.items() for phrase in phrases},
    after={"or more": "at_least", "or fewer": "at_most", "or less": "at_most"},
    scales={"thousand": 3, "million": 6, "billion": 9, "trillion": 12},
    to=("to", "-", "–", "—", "‐", "‑"),
    both=("and",),
)


# Tokens --------------------------------------------------------------------------------------------------------------

def tokens(text: str) -> list[Token]:
    """The text cut into numbers, words and marks, each with its place; white space between them is dropped."""
    found, at = [], 0
    while at < len(text):
        kind, end = _token(text, at)
        if kind != "space":
            found.append(Token(kind, text[at:end], at))
        at = end
    return found


def _token(text: str, at: int) -> tuple[str, int]:
    """The kind of the token that begins here, and where it ends."""
    if text[at].isspace():
        return "space", at + 1
    if text[at] in DIGITS:
        return "number", _run(text, at + 1, DIGITS, INSIDE_NUMBERS)
    if text[at].isalpha():
        return "word", _run(text, at + 1, None, INSIDE_WORDS)
    return ("dash" if text[at] in DASHES else "mark"), at + 1


def _run(text: str, at: int, members: str | None, inside: str) -> int:
    """Where a run of digits (or letters) ends that may hold marks, each with a digit (or letter) behind it."""
    def belongs(place: int) -> bool:
        return place < len(text) and (text[place].isalpha() if members is None else text[place] in members)

    while belongs(at) or (at < len(text) and text[at] in inside and belongs(at + 1)):
        at += 1
    return at


DIGITS = "0123456789"
GROUP_MARKS = ",\u2009\u202f\u00a0\u2007"
INSIDE_NUMBERS = GROUP_MARKS + ".'’_"
INSIDE_WORDS = ".'’-"
DASHES = "-−–—‐‑‒―"


# Reading a value -----------------------------------------------------------------------------------------------------

def read(text: str) -> Quantity:
    """The quantity that the whole text states, or Unreadable with the right way to write it if that can be told."""
    digits = sum(map(text.count, DIGITS))
    if digits > MOST_DIGITS or len(text) > LONGEST:
        found = f"{digits:,} digits" if digits > MOST_DIGITS else f"{len(text):,} characters"
        raise _refusal(f"A value has at most {MOST_DIGITS:,} digits and {LONGEST:,} characters, "
                       f"like `over 40 billion`; found {found}.")
    try:
        return strict(text)
    except Unreadable as refusal:
        if not refusal.hint:
            from factsheet.reading.quantities_meant import remedy

            refusal.hint = remedy(text)
        raise


def strict(text: str, language: Language = ENGLISH) -> Quantity:
    """Qualifier, number, scale; or number, scale, qualifier; or a range. Nothing may be left over."""
    found = tokens(text)
    qualifier, at = phrase(found, 0, language.before)
    number, word, after = _amount(text, found, at, language)
    if _joins(text, found, after, language.both if qualifier == "between" else language.to):
        return _range(text, found, (number, word, after), qualifier, language)
    behind, end = phrase(found, after, language.after)
    if end < len(found):
        raise _stuck(text, found, end, language)
    if qualifier == "between":
        raise _refusal(f"`between` stands before two numbers, like `between 3 and 5 million`; found {shown(text)}.")
    if qualifier and behind:
        raise _one_qualifier(text)
    return Quantity(qualifier or behind, number, None, language.scales.get(word, 0), word)


def _range(text: str, found: list[Token], first: tuple[Decimal, str, int], qualifier: str,
           language: Language) -> Quantity:
    """The rest of a range, whose first end is read; a scale word at its end counts for both."""
    low, low_word, at = first
    high, word, end = _amount(text, found, at + 1, language)
    if end < len(found):
        raise _stuck(text, found, end, language)
    if qualifier not in ("", "between"):
        raise _one_qualifier(text)
    if low_word not in ("", word) or low >= high:
        raise _uneven(text, low, low_word, high, word, language)
    return Quantity("between", low, high, language.scales.get(word, 0), word)


def _uneven(text: str, low: Decimal, low_word: str, high: Decimal, word: str, language: Language) -> Unreadable:
    """What to say of a range whose ends have two scales, or fall."""
    first = scaled(low, language.scales.get(low_word, 0))
    last = scaled(high, language.scales.get(word or low_word, 0))
    if first < last:
        return _refusal(f"Both ends of a range have one scale, like `3 to 5 million`; found {shown(text)}.",
                        f"Write `{first:,f} to {last:,f}`." if len(text) <= LONGEST_HINTED else "")
    return _refusal(f"A range runs from the lower number to the higher, like `3 to 5 million`; found {shown(text)}.",
                    "Write the lower number first." if first > last else "Write the number once.")


def _joins(text: str, found: list[Token], at: int, words: tuple[str, ...]) -> bool:
    """Whether a word or dash between two numbers stands here; a dash with a space on one side alone is neither."""
    if at >= len(found) or found[at].text.casefold() not in words:
        return False
    return found[at].kind == "word" or text[found[at].start - 1].isspace() == text[found[at].end:][:1].isspace()


def _signed(text: str, found: list[Token], at: int) -> bool:
    """Whether a minus stands here: before a number, and not glued to a word as in over-40."""
    if at + 1 >= len(found) or found[at].text not in ("-", "−") or found[at].end != found[at + 1].start:
        return False
    return found[at + 1].kind == "number" and not text[:found[at].start][-1:].isalnum()


def _amount(text: str, found: list[Token], at: int, language: Language) -> tuple[Decimal, str, int]:
    """The number that stands here, its scale word, and the place after both."""
    signed = _signed(text, found, at)
    number = at + 1 if signed else at
    if number >= len(found) or found[number].kind != "number":
        raise _stuck(text, found, at, language)
    value = Decimal(("-" if signed else "") + digits_of(found[number]))
    word = found[number + 1].text.casefold() if number + 1 < len(found) else ""
    return (value, word, number + 2) if word in language.scales else (value, "", number + 1)


def digits_of(number: Token) -> str:
    """The digits without the marks that group them; Unreadable where the marks stand wrong."""
    whole, point, fraction = number.text.partition(".")
    mark = next((each for each in whole if each not in DIGITS), "")
    groups = whole.split(mark) if mark else [whole]
    grouped = not mark or (mark in GROUP_MARKS and len(groups[0]) <= 3 and all(len(each) == 3 for each in groups[1:]))
    leading = len(whole) > 1 and whole[0] == "0"
    if not grouped or leading or not all(map(is_digits, groups)) or (point and not is_digits(fraction)):
        raise _refusal(f"Digits are written like `10000`, `10,000` or `1,234.5`; found {shown(number.text)}.",
                       "", number.start, len(number.text))
    return "".join(groups) + point + fraction


def is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def phrase(found: list[Token], at: int, phrases: dict[str, str]) -> tuple[str, int]:
    """What the longest known phrase that stands here means, and the place after it."""
    for length in (3, 2, 1):
        phrase = " ".join(token.text for token in found[at:at + length]).casefold()
        if phrase in phrases:
            return phrases[phrase], min(at + length, len(found))
    return "", at


def scaled(number: Decimal, scale: int) -> Decimal:
    """Number times a power of ten, exact whatever the decimal context, and never with an exponent above zero."""
    sign, digits, typed = number.as_tuple()
    exponent = int(typed) + scale
    return Decimal((sign, digits + (0,) * max(exponent, 0), min(exponent, 0)))


def _stuck(text: str, found: list[Token], at: int, language: Language) -> Unreadable:
    """What to say of the first part that does not belong: what a value looks like, and that part."""
    wanted = "A value is written like `40`, `12.5`, `over 40 billion` or `3 to 5 million`, without a unit"
    if at >= len(found):
        return _refusal(f"{wanted}; found {shown(text)}.")
    if at and phrase(found, at, language.before)[0]:
        return _one_qualifier(text)
    start = found[at].start
    counted = any(token.kind == "number" for token in found[:at])
    number = next((token for token in found[at + 1:] if token.kind == "number" and not counted), None)
    part = text[start:number.start if number else len(text)].rstrip()
    return _refusal(f"{wanted}; found {shown(part)}.", "", start, len(part))


def _one_qualifier(text: str) -> Unreadable:
    return _refusal(f"A value has one qualifier, like `over 40 billion` or `3 to 5 million`; found {shown(text)}.")


def _refusal(message: str, hint: str = "", start: int = 0, length: int | None = None) -> Unreadable:
    return Unreadable(message, hint, start, length, "bad-value")


def shown(text: str) -> str:
    """A text as a message quotes it: short."""
    return f"`{text if len(text) <= 60 else text[:59] + '…'}`" if text.strip() else "nothing"
