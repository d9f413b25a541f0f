"""A Chinese text cut into characters and figures; figures are joined with the 年, 月 or 日 that says what they are."""

from factsheet.reading.datings.tokens import CERTAIN, DIGITS, Cut, Piece, figures, named
from factsheet.reading.datings.words import Language

Read = tuple[str, int, int]             # kind, value, and how many pieces


def cut(text: str, language: Language) -> Cut:
    """The tokens of a text, white space dropped."""
    import re

    pieces = [(found[0], found.start()) for found in re.finditer(PIECES, text.translate(FULL_WIDTH))]
    kinds: list[str] = []
    values, starts, ends, at = [], [], [], 0
    while at < len(pieces):
        word, start = pieces[at]
        numeral = word[0] in DIGITS or word[0] in NUMERALS or word[0] == "十"
        kind, value, used = _figure(pieces, at, language, kinds[-1:]) if numeral else named(pieces, at, language.known)
        at += used
        kinds.append(kind)
        values.append(value)
        starts.append(start)
        ends.append(pieces[at - 1][1] + len(pieces[at - 1][0]))
    return Cut(text, language, "".join(kinds), values, starts, ends)


def _figure(pieces: list[Piece], at: int, language: Language, before: list[str]) -> Read:
    """A figure with what stands behind it: 2024年, 6月, 24日, 90年代, 1-5月."""
    word = pieces[at][0]
    if word in language.known:
        kind, value, used = named(pieces, at, language.known)
        if used > 1:
            return kind, value, used
    kind, value = figures(word, language) if word[0] in DIGITS else _numeral(word)
    behind = "".join([piece[0] for piece, _ in pieces[at + 1:at + 3]])
    for mark, read in READERS:
        if behind.startswith(mark):
            return read(kind, value, behind, before)
    return ("n" if kind == "d" else kind), value, 1


def _years(kind: str, value: int, behind: str, before: list[str]) -> Read:
    """2010年, 公元79年; but 2000年前 may be two thousand years ago."""
    if kind == "y" and not (value % 100 == 0 and behind == "年前"):
        return "y", value + CERTAIN, 2
    if kind in "R2":
        return "2", value, 2
    return ("n" if kind in "dn" else "x"), value, 2 if before == ["a"] else 1


def _decade(kind: str, value: int, _behind: str, _before: list[str]) -> Read:
    """1990年代, 90年代."""
    if kind == "y" and value % 10 == 0:
        return "e", value, 3
    return ("E" if kind in "dn" and value % 10 == 0 and 10 <= value < 100 else "x"), value, 3


def _month(kind: str, value: int, behind: str, _before: list[str]) -> Read:
    """6月, 6月份, 1-5月."""
    used = 2 + (behind[1:] == "份")
    if kind == "r":
        return ("Q" if value % 100 <= 12 else "x"), value, used
    return ("m" if kind == "d" and value <= 12 else "x"), value, used


def _day(kind: str, value: int, behind: str, before: list[str]) -> Read:
    """24日, 10-12日; but 3日游 is a tour of three days, and 24号 a house unless a month stands before it."""
    dated = before == ["m"] or (behind[0] == "日" and behind[1:] not in LASTING and before != ["X"])
    return (kind if kind in "dr" and dated else "x"), value, 2


def _century(kind: str, value: int, _behind: str, _before: list[str]) -> Read:
    return ("o" if kind == "d" else "x"), value, 1


def _numeral(word: str) -> tuple[str, int]:
    """二〇一〇 digit by digit, 二十四 in tens; anything else is of no interest."""
    tens, ten, ones = word.partition("十")
    if len(word) == 4 and not ten:
        year = int("".join([str(NUMERALS[mark]) for mark in word]))
        return ("y" if 1000 <= year <= 2100 else "x"), year
    if len(tens) > 1 or len(ones) > 1 or ones == "十":
        return "x", 0
    value = 10 * NUMERALS.get(tens, 1) + NUMERALS.get(ones, 0) if ten else NUMERALS[tens]
    return ("d" if 1 <= value <= 31 else "n"), value


NUMERALS = {"〇": 0, "零": 0, "两": 2} | {mark: value for value, mark in enumerate("一二三四五六七八九", 1)}
LASTING = frozenset("游内间均期")
FULL_WIDTH = {0xFF10 + digit: 0x30 + digit for digit in range(10)}
PIECES = r"[0-9](?:[-.,/:–—‐‑−~～](?=[0-9])|[0-9])*|[A-Za-z_][A-Za-z0-9_]*|[〇零一二两三四五六七八九十]+|\n[ \t\r]*\n|\S"
READERS = (("年代", _decade), ("年", _years), ("月", _month), ("日", _day), ("号", _day), ("世纪", _century))
