"""Whether a stretch of a text begins and ends where words and numbers do: what cuts one of them says something else.

The text is one that `folding.parted` has made. In doubt an end is held to cut: whoever quotes can always quote one word more.
"""


def stands_whole(text: str, start: int, end: int) -> bool:
    """Whether neither end of the stretch, which is not empty, lies inside a word or a number."""
    return begins_whole(text, start) and ends_whole(text, end)


def begins_whole(text: str, start: int) -> bool:
    """Whether no word and no number is cut where the stretch begins."""
    if not start:
        return True
    first, touching = text[start], text[start - 1]
    if _is_mark(first):
        return False
    if touching == " ":
        return not (_group_before(text, start) or _unit_before(text, start))
    if in_word(touching):
        return not (_one_run(first, touching) or _parts_numeral(text, start))
    if _is_letter(first):
        return unspaced(first) or not _joined_before(text, start)
    return _may_precede(text, start)


def ends_whole(text: str, end: int) -> bool:
    """Whether no word and no number is cut where the stretch ends; `end` is the place after its last character."""
    if end == len(text):
        return True
    last, touching = text[end - 1], text[end]
    if _is_mark(touching):
        return False
    if touching == " ":
        return not (_group_after(text, end) or _unit_after(text, end))
    if in_word(touching):
        return not (_one_run(last, touching) or _parts_numeral(text, end))
    if _is_letter(last):
        return unspaced(last) or not _joined_after(text, end)
    return _may_follow(text, end)


# Letters and digits --------------------------------------------------------------------------------------------------

def in_word(mark: str) -> bool:
    """Whether it is a letter, a digit, or an accent on one."""
    return mark.isalnum() or _is_mark(mark)


def unspaced(mark: str) -> bool:
    """Whether it belongs to a script that puts no spaces between words."""
    return mark >= "\u0e00" and any(first <= ord(mark) <= last for first, last in UNSPACED)


def _is_letter(mark: str) -> bool:
    return (mark.isalpha() or _is_mark(mark)) and not _is_numeral(mark)


def _is_numeral(mark: str) -> bool:
    """Whether it is a digit of any script, a sign like ½ or ², or a Chinese numeral (of the letters, only those of the table)."""
    return mark in HAN or (mark.isnumeric() and not mark.isalpha()) if mark else False


def _is_mark(mark: str) -> bool:
    if mark.isascii():
        return False
    from unicodedata import category

    return category(mark).startswith("M")


def _one_run(inside: str, touching: str) -> bool:
    """Whether two neighbours belong to one word or one number; without spaces between words, only to one number."""
    return (_is_numeral(inside) and _is_numeral(touching)) or not (unspaced(inside) or unspaced(touching))


def _parts_numeral(text: str, at: int) -> bool:
    """Whether an end here parts a numeral from Chinese words that belong to it: 第三, 百分之四十, 数百, 三点五, 四十多, 三分之一."""
    left, right = text[at - 1], text[at]
    if _is_numeral(right):
        several = left in HAN_SEVERAL and right in HAN_SCALES
        return several or text.endswith(HAN_BEFORE, 0, at) or (left in HAN_POINT and _is_numeral(text[max(at - 2, 0) : at - 1]))
    return _is_numeral(left) and (text.startswith(HAN_AFTER, at) or (right in HAN_POINT and _is_numeral(text[at + 1 : at + 2])))


# Groups of digits and units, after a space ---------------------------------------------------------------------------

def _group_before(text: str, start: int) -> bool:
    """Whether the stretch begins with three digits that a space parts from those of the same number: 10 000, and 10, 000 too."""
    comma = text[start] == "0" and text[max(start - 2, 0) : start - 1] == ","
    return _are_three_digits(text, start) and 1 <= _digits_back(text, start - 1 - comma) <= 3


def _group_after(text: str, end: int) -> bool:
    comma = text.startswith(", 0", end)
    return _are_three_digits(text, end + 1 + comma) and 1 <= _digits_back(text, end) <= 3


def _are_three_digits(text: str, at: int) -> bool:
    return len(text) >= at + 3 and text[at : at + 3].isdecimal() and not text[at + 3 : at + 4].isdecimal()


def _digits_back(text: str, end: int) -> int:
    """How many digits end here, counted up to four."""
    return next((count for count in range(4) if not text[max(end - count - 1, 0) : max(end - count, 0)].isdecimal()), 4)


def _unit_before(text: str, start: int) -> bool:
    """Whether a currency stands before the number, a space between: € 40."""
    return text[start].isdecimal() and _is_currency(text[max(start - 2, 0) : start - 1]) and not text[max(start - 3, 0) : start - 2].isdecimal()


def _unit_after(text: str, end: int) -> bool:
    """Whether a percent sign, a degree or a currency that is not the next number's stands after it: 40 %, 40 €."""
    if not _is_numeral(text[end - 1]):
        return False
    unit, beyond = text[end + 1 : end + 2], text[end + 2 : end + 3]
    return (unit in SPACED_UNITS and unit != "") or (_is_currency(unit) and not beyond.isdecimal())


def _is_currency(mark: str) -> bool:
    from unicodedata import category

    return mark != "" and category(mark) == "Sc"


# Signs ---------------------------------------------------------------------------------------------------------------

def _joined_before(text: str, start: int) -> bool:
    """Whether a sign before a letter makes one word of both: foreign-invested, China's, R&D, km/h, U.S."""
    touching, beyond = text[start - 1], text[max(start - 2, 0) : start - 1]
    if touching == ".":
        return beyond.isalpha() and not text[max(start - 3, 0) : max(start - 2, 0)].isalpha() and not text[start + 1 : start + 2].isalpha()
    return touching in "-'/&_@+°" and in_word(beyond)


def _joined_after(text: str, end: int) -> bool:
    touching, beyond = text[end], text[end + 1 : end + 2]
    if touching == ".":
        return beyond.isalpha() and not text[max(end - 2, 0) : end - 1].isalpha() and not text[end + 2 : end + 3].isalpha()
    return touching in "-+" or _is_currency(touching) or (touching in "'/&_@" and in_word(beyond))


def _may_precede(text: str, start: int) -> bool:
    """Whether a sign that touches a number in front is none of it: a bracket is, a minus or a currency is not."""
    touching, beyond = text[start - 1], text[max(start - 2, 0) : start - 1]
    if touching in NEVER_IN_NUMBERS:
        return True
    if touching == ".":
        return text.endswith("...", 0, start)
    if touching in ",—":
        return beyond not in ("", " ") and not _is_numeral(beyond)
    return (touching in "':*_" or _is_punctuation(touching)) and not _is_numeral(beyond)


def _may_follow(text: str, end: int) -> bool:
    """The same behind a number, where a full stop, a comma and a colon are none of it unless a digit follows."""
    touching, beyond = text[end], text[end + 1 : end + 2]
    if touching in NEVER_IN_NUMBERS:
        return True
    if touching == "," and _group_after(text, end):
        return False
    if touching == "'":
        return not in_word(beyond)
    return (touching in ".,:—*_" or _is_punctuation(touching)) and not _is_numeral(beyond)


def _is_punctuation(mark: str) -> bool:
    """Whether it is punctuation or a picture outside ASCII, and no sign that numbers have."""
    from unicodedata import category

    return not mark.isascii() and mark not in IN_NUMBERS and category(mark) in ("Ps", "Pe", "Pi", "Pf", "Po", "So")


NEVER_IN_NUMBERS = '"()[]{};!?|'
IN_NUMBERS = "°‰‱·٪٫٬§"
SPACED_UNITS = "%‰‱°٪"
HAN_SCALES = "十百千万萬亿億兆佰仟"
HAN = f"〇零一二三四五六七八九两兩廿卅壹贰貳叁肆柒捌玖{HAN_SCALES}"
HAN_SEVERAL = "数數几幾"
HAN_POINT = "点點"
HAN_BEFORE = ("第", "负", "負", "分之", "分の")
HAN_AFTER = ("多", "余", "餘", "几", "幾", "分之", "分の")
# Thai and Lao, Tibetan, Myanmar, Khmer, Tai, Javanese and their like; Han, kana, bopomofo, Yi.
UNSPACED = ((0xE00, 0xEFF), (0xF00, 0x109F), (0x1780, 0x17FF), (0x1950, 0x19FF), (0x1A20, 0x1AAF), (0x2E80, 0x312F), (0x31A0, 0xA4CF),
            (0xA980, 0xA9FF), (0xAA60, 0xAADF), (0xF900, 0xFAFF), (0xFF66, 0xFF9F), (0x1AFF0, 0x1B16F), (0x20000, 0x3FFFF))
