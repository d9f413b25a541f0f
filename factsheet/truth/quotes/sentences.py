"""Where a sentence ends, as far as that is beyond doubt: what is in doubt is held to go on."""


def ends(text: str, at: int) -> int:
    """The place after the sentence that the sign at this place ends, its closing marks with it; 0 if none ends here."""
    if text[at] == "。":
        return _after_closers(text, at + 1)
    if text[at] not in ".!?" or (text[at] == "." and _is_short(_word_before(text, at))):
        return 0
    behind = _after_closers(text, at + 1)
    return behind if text[behind : behind + 1] in ("", " ") and _opens(text, behind + 1) else 0


def _after_closers(text: str, at: int) -> int:
    while text[at : at + 1] and text[at] in CLOSERS:
        at += 1
    return at


def _opens(text: str, at: int) -> bool:
    """Whether a sentence may open here: with a capital, a quotation mark or a letter that has no case; or the text is over."""
    first = text[at : at + 1]
    return not first or first in "\"'" or (first.isalpha() and not first.islower())


def _word_before(text: str, at: int) -> str:
    return text[max(at - LONGEST_WORD, 0) : at].replace("—", " ").rpartition(" ")[2].lstrip(OPENERS)


def _is_short(word: str) -> bool:
    """Whether a full stop may belong to the word itself: U.S., Mr., Inc., approx., 5."""
    if not word.isalpha():
        return not word[-1:].isdecimal() and word[-1:] not in tuple(f"%{CLOSERS}")
    return len(word) == 1 or word in ABBREVIATIONS or (word[0].isupper() and len(word) <= 4)


LONGEST_WORD = 30
OPENERS = "\"'([{"
CLOSERS = "\"')]}》】〉"
ABBREVIATIONS = ("approx", "avg", "ca", "cf", "circa", "est", "excl", "incl", "max", "min", "no", "nos", "pp", "resp", "viz", "vs")
