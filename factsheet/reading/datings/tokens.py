"""A text cut into words, figures and marks, each with its kind and value in a language.

Figures that belong together stay together: 24/06/2024 is one token, and so is 2010-2014.
"""

from collections.abc import Callable

from factsheet.reading.datings.words import Entry, Language
from factsheet.record import Record

Piece = tuple[str, int]                 # a word, a figure or a mark, and its offset
Kind = tuple[str, int]
CERTAIN = 10_000                        # added to a year of which there is no doubt: 2010年, FY2010


class Cut(Record):
    """A text in tokens: the kinds in one string, a letter each, the rest in lists beside it."""

    text: str
    language: Language
    kinds: str
    values: list[int]
    starts: list[int]
    ends: list[int]

    def word(self, at: int) -> str:
        """The token as it stands in the text; of no token nothing."""
        return self.text[self.starts[at]:self.ends[at]] if 0 <= at < len(self.kinds) else ""

    def kind(self, at: int) -> str:
        """The kind of a token; of no token nothing."""
        return self.kinds[at] if 0 <= at < len(self.kinds) else ""

    def glued(self, at: int) -> bool:
        """Whether nothing parts a token from the one before it."""
        return 0 < at < len(self.kinds) and self.starts[at] == self.ends[at - 1]


def cut(text: str, language: Language) -> Cut:
    """The tokens of a text, white space dropped; what is glued together without sense is one token of kind x."""
    import re

    pieces = [(found[0], found.start()) for found in re.finditer(PIECES, text.replace("’", "'"))]
    kinds: list[str] = []
    values, starts, ends, at, known = [], [], [], 0, language.known
    while at < len(pieces):
        word, start = pieces[at]
        if word[0] in DIGITS:
            kind, value, used = _figure(pieces, at, language)
        else:
            kind, value, used = named(pieces, at, known)
        at += used
        end = pieces[at - 1][1] + len(pieces[at - 1][0])
        if word[4:5] in DASHES and end - start < 8 and word[5:].isdigit() and _month_at(pieces, at, known):
            kinds += "y-d"
            values += [int(word[:4]), 0, int(word[5:])]
            starts += [start, start + 4, start + 5]
            ends += [start + 4, start + 5, end]
        else:
            kinds.append(kind)
            values.append(value)
            starts.append(start)
            ends.append(end)
    return Cut(text, language, "".join(kinds), values, starts, ends)


def _month_at(pieces: list[Piece], at: int, known: dict[str, Entry]) -> bool:
    """Whether a month stands here: in 10 June 2020-3 July 2021 the figure in the middle is a year, a dash and a day."""
    return at < len(pieces) and known.get(pieces[at][0], "x")[0] == "m"


# A figure with what may stand in it and has a digit behind; a word; a line left empty; any other mark.
PIECES = (r"[0-9](?:[-.,/:–—‐‑−](?=[0-9])|['\u00a0\u202f\u2009](?=[0-9]{3}(?![0-9]))|[0-9])*"
          r"|[^\W\d_]\w*|\n[ \t\r]*\n|\S")
DIGITS = frozenset("0123456789")
APOSTROPHES = ("'", "‘")
RANGING = frozenset("-–—−~～")
DASHES = frozenset("-–—‐‑−")


def named(pieces: list[Piece], at: int, known: dict[str, Entry]) -> tuple[str, int, int]:
    """Kind and value of the longest phrase that begins here, and how many pieces it has."""
    word = pieces[at][0]
    entry = known.get(word) or known.get(word.lower())
    if entry is None:
        return _fiscal(word) if word[0] in "Ff\n" else ("x", 0, 1)
    following = pieces[at + 1][0].lower() if entry[2] and at + 1 < len(pieces) else ""
    for rest, kind, value in entry[2]:
        if rest[0] == following and rest == tuple([piece.lower() for piece, _ in pieces[at + 1:at + 1 + len(rest)]]):
            return kind, value, len(rest) + 1
    return entry[0], entry[1], 1


def _fiscal(word: str) -> tuple[str, int, int]:
    """FY2024 is a year; an empty line, whatever stands in it, parts what it parts."""
    if word[0] == "\n":
        return "¶", 0, 1
    digits = word[2:] if word[:2].upper() == "FY" and len(word) == 6 else ""
    kind, year = plain(digits) if digits.isascii() and digits.isdigit() else ("x", 0)
    return (kind, year + CERTAIN, 1) if kind == "y" else ("x", 0, 1)


# Figures -------------------------------------------------------------------------------------------------------------

def _figure(pieces: list[Piece], at: int, language: Language) -> tuple[str, int, int]:
    """Kind and value of the figure that stands here with what is glued to it, and how many pieces that takes."""
    figure, start = pieces[at]
    if figure in language.known:
        kind, value, used = named(pieces, at, language.known)
        if used > 1:
            return kind, value, used
    kind, value = figures(figure, language)
    behind, place = pieces[at + 1] if at + 1 < len(pieces) else ("", 0)
    if place != start + len(figure) or not behind[:1].isalpha():
        return _possessive(pieces, at, kind, value) if behind == "'" and "s" in language.endings else (kind, value, 1)
    if kind == "D" and behind[0] in "Tt" and behind[1:].isdigit():
        return kind, value, 1
    whole = (figure + behind).lower()
    if whole in language.known:
        return *language.known[whole][:2], 2
    mark, before = pieces[at - 1] if at else ("", -1)
    return *_ended(kind, value, behind.lower(), language, mark in APOSTROPHES and before == start - 1), 2


def _ended(kind: str, value: int, ending: str, language: Language, short: bool) -> Kind:
    """24th, 1990s, '90s; anything else with letters behind it is no date."""
    role = language.endings.get(ending, "")
    if role == "o" and kind in "dn":
        return "o", value
    if role == "e" and kind == "y" and value % 10 == 0:
        return "e", value
    if role == "e" and kind in "dn" and value % 10 == 0 and 10 <= value <= 90 and (short or language.day_first):
        return "E", value
    return "x", 0


def _possessive(pieces: list[Piece], at: int, kind: str, value: int) -> tuple[str, int, int]:
    """The 1990's are a decade; 2023's is a year's; 2010's might be either, and is neither."""
    if kind != "y" or at + 2 >= len(pieces) or pieces[at + 2] != ("s", pieces[at][1] + 5) or value % 10:
        return kind, value, 1
    return ("e" if at and pieces[at - 1][0].lower() == "the" else "x"), value, 3


def figures(figure: str, language: Language) -> Kind:
    """What digits with or without marks between them are: 24, 2010, 2024-06-24, 2010–14; x for anything else."""
    if len(figure) > 10:
        return "x", 0
    mark = figure.lstrip("0123456789")[:1]
    if not mark:
        return plain(figure)
    parts = figure.split(mark)
    if not all(map(str.isdigit, parts)):
        return "x", 0
    reader = CLUSTERS.get("".join([str(len(part)) for part in parts]), _nothing)
    return reader("-" if mark in "-‐‑" else mark, [int(part) for part in parts], language)


def plain(digits: str) -> Kind:
    """A day, a year, another small number, or nothing of interest."""
    if len(digits) > 4:
        return "x", 0
    value = int(digits)
    if len(digits) == 4:
        return ("y" if 1000 <= value <= 2100 else "n" if digits[0] != "0" else "x"), value
    return ("d" if 1 <= value <= 31 and len(digits) < 3 else "n"), value


def _nothing(_mark: str, _parts: list[int], _language: Language) -> Kind:
    return "x", 0


def _year_first(mark: str, parts: list[int], _language: Language) -> Kind:
    """2024-06-24; with points only where months have two digits, since 2024.6.4 may be a version."""
    year, month, day = parts
    return ("D" if mark in "-/" and 1000 <= year <= 2100 else "x"), year * 10_000 + month * 100 + day


def _year_first_in_full(mark: str, parts: list[int], language: Language) -> Kind:
    return _year_first("-" if mark == "." else mark, parts, language)


def _year_last(mark: str, parts: list[int], language: Language) -> Kind:
    """24/06/2024, and 06/24/2024 where only that can be meant; 05/06/2024 is left alone where it may be May or June."""
    day, month, year = parts
    if day <= 12 and month != day and (month > 12 or not language.day_first):
        day, month = (month, day) if month > 12 else (0, 0)
    return ("D" if mark in "-./" and day and 1000 <= year <= 2100 else "x"), year * 10_000 + month * 100 + day


def _years(mark: str, parts: list[int], _language: Language) -> Kind:
    """2010-2014; with a slash only two years in a row."""
    first, last = parts
    good = last == first + 1 if mark == "/" else mark in RANGING and first < last
    return ("R" if good and first >= 1000 and last <= 2100 else "x"), first * CERTAIN + last


def _year_and_two(mark: str, parts: list[int], _language: Language) -> Kind:
    """2010–14, 2023/24, 2024-06; kind 2 where a hyphen may mean either."""
    year, two = parts
    last = year - year % 100 + two + 100 * (two <= year % 100)
    later, in_a_row, month = two > year % 100, last == year + 1, 1 <= two <= 12
    if not 1000 <= year <= 2100 or (mark not in RANGING and mark != "/"):
        return "x", 0
    if mark == "-" and month:
        return ("2", year * CERTAIN + last) if later else ("M", year * 100 + two)
    return ("R" if in_a_row or (later and mark != "/") else "x"), year * CERTAIN + last


def _days(mark: str, parts: list[int], _language: Language) -> Kind:
    """10-12, which a month makes days."""
    first, last = parts
    good = 1 <= first < last <= 31 and (mark in RANGING or (mark == "/" and last == first + 1))
    return ("r" if good else "x"), first * 100 + last


CLUSTERS: dict[str, Callable[[str, list[int], Language], Kind]] = {
    "422": _year_first_in_full, "411": _year_first, "412": _year_first, "421": _year_first,
    "224": _year_last, "114": _year_last, "124": _year_last, "214": _year_last,
    "44": _years, "42": _year_and_two, "22": _days, "12": _days, "11": _days,
}
