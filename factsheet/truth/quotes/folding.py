"""One form for every copy of the same words: what two honest copies may differ in is folded away, and nothing more."""

DASH = "—"
MOST_KEPT = 100_000
REPLACEMENT = "\ufffd"


def normalised(text: str) -> str:
    """The text as it is searched: NFKC but for signs that would become other numbers (10² stays); quotes, dashes and spaces folded.

    Case is kept, a word parted at a line end stays parted, and what is normalised already comes out unchanged.
    """
    return parted(text).replace(DASH, "-")


def parted(text: str) -> str:
    """The same, character for character, but for the dashes that part words, which are still —: a cut there cuts no word."""
    if len(FOLDS) > MOST_KEPT:
        FOLDS.clear()
    text = text.translate(FOLDS)
    if not text.isascii():
        text = _composed(text)
    while "  " in text:
        text = text.replace("  ", " ")
    text = text.strip(" ").replace("''", '"')
    if any(pair in text for pair in ("--", "-—", "—-", "——")):
        text = _with_single_dashes(text)
    while ". . ." in text:
        text = text.replace(". . .", "...")
    return text


def _with_single_dashes(text: str) -> str:
    """A row of dashes is one dash, typed -- or ——; but in front of a digit a hyphen may be a minus, and such a row is left."""
    import re

    def folded(row: "re.Match[str]") -> str:
        minus = "-" in row[0] and text[row.end() : row.end() + 1].isdecimal()
        return row[0] if minus else DASH

    return re.sub("[-—]{2,}", folded, text)


def _composed(text: str) -> str:
    """The text in NFC, without the accents that stand on thirty others: no language has them, and to sort them takes for ever."""
    import re
    from unicodedata import normalize

    accents = FOLDS.accents
    if not accents or not re.search(f"[{accents}]{{8}}", text):
        return normalize("NFC", text)
    tower = re.compile(f"([{accents}]{{30}})[{accents}]+")
    return tower.sub(r"\1", normalize("NFC", tower.sub(r"\1", text)))


class _Folds(dict[int, str | int]):
    """What each character becomes, found when the first text asks for it; `accents` are all that were met on the way."""

    def __init__(self) -> None:
        super().__init__()
        self.accents = ""

    def __missing__(self, code: int) -> str | int:
        if any(first <= code <= last for first, last in PLAIN):
            block = range(code & ~0x3F, (code | 0x3F) + 1)
            self.update(zip(block, block, strict=True))
            return code
        self[code] = found = _folded(chr(code))
        if not found.isascii():
            self.accents += "".join(accent for accent in _accents(found) if accent not in self.accents)
        return found


def _accents(text: str) -> set[str]:
    from unicodedata import combining, normalize

    return set(filter(combining, text + normalize("NFD", text)))


def _folded(mark: str) -> str:
    if mark in MARKS:
        return MARKS[mark]
    if mark.isspace():
        return " "
    if mark.isascii():
        return mark if mark.isprintable() else ""
    return _by_kind(mark)


def _by_kind(mark: str) -> str:
    """What a character outside ASCII becomes: nothing, if it cannot be seen; a hyphen, if it is a dash; else what NFKC says."""
    from unicodedata import category, decomposition

    kind = category(mark)
    if (kind in ("Cf", "Cc") and mark not in SEEN) or mark in UNSEEN:
        return ""
    if kind in ("Pd", "Cs"):
        return "-" if kind == "Pd" else REPLACEMENT
    parts = decomposition(mark).split()
    return _decomposed(mark, parts) if parts else mark


def _decomposed(mark: str, parts: list[str]) -> str:
    """What NFKC makes of it, unless that is another thing; whether a letter and its accents are one character is left to NFC."""
    tag = parts.pop(0) if parts[0].startswith("<") else ""
    marks = [chr(int(part, 16)) for part in parts]
    if _is_kept(mark, tag, marks):
        return mark
    folded = "".join(map(_folded, marks))
    return folded if tag or folded != "".join(marks) else mark


def _is_kept(mark: str, tag: str, parts: list[str]) -> bool:
    """Whether NFKC would make another number (½ and ²), glue a sign to a word (™) or put an accent on a space (¨)."""
    digits = any(map(str.isdecimal, parts)) and not mark.isdecimal()
    return tag in KEPT or digits or parts[0] == " "


KEPT = ("<super>", "<sub>", "<circle>")
MARKS = {mark: folded for folded, marks in {
    '"': "“”„‟«»〝〞〟″‶❝❞🙶🙷🙸״「」",
    "'": "‘’‚‛‹›′‵`´ʹʻʼʽ՚׳❛❜『』",
    "-": "−⁃➖",
    DASH: "—―⸺⸻﹘─━",
    "~": "〜∼⁓〰",
    "...": "⋯",
}.items() for mark in marks}
# Format characters that are printed: the number signs of Arabic, Syriac and Kaithi.
SEEN = frozenset(map(chr, (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD)))
# Letters and marks that are not: joiners, fillers, inherent vowels, selectors of variants.
UNSEEN = frozenset(map(chr, (0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x3164, *range(0xFE00, 0xFE10), 0xFFA0,
                             *range(0xE0100, 0xE01F0))))
# Ideographs, syllables and private characters, of which none folds: too many to look at each.
PLAIN = ((0x3400, 0x9FFF), (0xAC00, 0xD77F), (0xE000, 0xF8FF), (0x20000, 0x2F7FF), (0x30000, 0xDFFFF), (0xF0000, 0x10FFFF))
FOLDS = _Folds()
