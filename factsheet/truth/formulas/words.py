"""The words of a formula or a check: names, numbers and marks, each with its place."""

from typing import TYPE_CHECKING

from factsheet.problem import Unreadable
from factsheet.reading.quantities import DIGITS, INSIDE_NUMBERS, Token, is_digits
from factsheet.record import Record

if TYPE_CHECKING:
    from types import ModuleType


class Words(Record):
    """What is being read: a formula or a check, its text and its tokens, the last of which is the end."""

    noun: str
    text: str
    tokens: list[Token]


def words_of(text: str, noun: str) -> Words:
    """The text cut into numbers, words and marks, each with its place; white space between them is dropped."""
    words, at = Words(noun, text, []), 0
    while at < len(text):
        kind, end = _token(words, at)
        if kind != "space":
            words.tokens.append(Token(kind, text[at:end], at))
        at = end
    words.tokens.append(Token("end", "", at))
    return words


def _token(words: Words, at: int) -> tuple[str, int]:
    """The kind of the token that begins here, and where it ends."""
    text, first = words.text, words.text[at]
    if first.isspace():
        return "space", at + 1
    if first in DIGITS:
        return "number", _number_end(text, at + 1)
    if first.isalpha():
        return "word", _word_end(text, at + 1)
    if text[at:at + 2] in PAIRS:
        return "mark", at + 2
    if first not in MARKS or text[at:at + 2] in WRONG_PAIRS:
        raise faults().strange(words, at)
    return "mark", at + 1


def _number_end(text: str, at: int) -> int:
    while at < len(text) and (text[at] in DIGITS or (text[at] in INSIDE_NUMBERS and is_digits(text[at + 1:at + 2]))):
        at += 1
    return at


def _word_end(text: str, at: int) -> int:
    """Where a name ends: read as far as it goes, hyphens included."""
    while at < len(text) and (text[at].isalnum() or text[at] in "_-"):
        at += 1
    return at


def is_name(text: str) -> bool:
    """Whether a word may be a figure's id."""
    return text[:1] in LETTERS and LETTERS_AND_MORE.issuperset(text)


def sign_of(token: Token) -> str:
    """The sign that a mark stands for; of all else an empty text."""
    return SAME.get(token.text, token.text) if token.kind == "mark" else ""


def faults() -> "ModuleType":
    """What there is to say of a text that cannot be read; a sound sheet never needs it."""
    from factsheet.truth.formulas import faults as told

    return told


def refusal(message: str, hint: str = "", start: int = 0, length: int | None = None) -> Unreadable:
    """What is wanted and was found, what to do, and the characters that are meant."""
    return Unreadable(message, hint, start, length, "bad-value")


LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
LETTERS_AND_MORE = LETTERS | frozenset("0123456789_-")
PAIRS = ("==", "!=", "<=", ">=")
WRONG_PAIRS = ("**", "//", "=>", "=<", "<>")
MARKS = "+-*/()%<>=≥≤≠×÷−"
SAME = {"×": "*", "÷": "/", "−": "-", "≥": ">=", "≤": "<=", "≠": "!=", "=": "=="}
COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")
WANTED = {"formula": "A formula computes with figures, like `investment / firms`", "check": "A check compares figures, like `firms >= 10000`"}
