"""Where the words of a quote stand in its source: exactly, case kept, whole words and whole numbers, never nearly."""

from factsheet.record import Record
from factsheet.truth.quotes.cuts import stands_whole
from factsheet.truth.quotes.folding import DASH, normalised, parted
from factsheet.truth.quotes.sentences import ends

__all__ = ["Passage", "SourceText", "around", "bare", "find", "fingerprint", "normalised", "source_text", "trimmed"]

SHORTEST = 3
MOST_PLACES = 1_000
MOST_CANDIDATES = 200_000
MOST_COMPARED = 20_000_000


class SourceText(Record):
    """A source's text as it is searched; `parted` is the same, place for place, with the dashes that part words still as —."""

    text: str
    parted: str

    @property
    def sha256(self) -> str:
        """The digest of the text in UTF-8, 64 hexadecimal digits."""
        return _digest(self.text)


class Passage(Record):
    """Where a quote stands: offsets in the source's text, and how many words (between spaces) stand before it."""

    start: int
    end: int
    word: int


def source_text(text: str) -> SourceText:
    """A source's text made ready, once, to be searched for many quotes."""
    whole = parted(text)
    return SourceText(whole.replace(DASH, "-"), whole)


def find(source: SourceText, quote: str) -> tuple[Passage, ...]:
    """Every place where the quote's words stand, up to 1,000.

    What has no letter or digit, or less than three characters, stands nowhere; an ellipsis is searched for as it is written.
    """
    words = trimmed(quote)
    if len(words) < SHORTEST or not any(map(str.isalnum, words)):
        return ()
    found: list[Passage] = []
    at, counted, spaces = source.text.find(words), 0, 0
    for _ in range(min(MOST_CANDIDATES, MOST_COMPARED // len(words) + 1)):
        if at < 0 or len(found) == MOST_PLACES:
            break
        if stands_whole(source.parted, at, at + len(words)):
            counted, spaces = at, spaces + source.text.count(" ", counted, at)
            found.append(Passage(at, at + len(words), spaces))
        at = source.text.find(words, at + 1)
    return tuple(found)


def fingerprint(quote: str) -> str:
    """The SHA-256 of what is searched for when the quote is: what the lock keeps of it."""
    return _digest(trimmed(quote))


def _digest(text: str) -> str:
    from hashlib import sha256

    return sha256(text.encode()).hexdigest()


# The quote -----------------------------------------------------------------------------------------------------------

def trimmed(quote: str) -> str:
    """The quote as it is searched for: normalised, without the punctuation round it."""
    return bare(parted(quote)).replace(DASH, "-")


def bare(text: str) -> str:
    """A text that is folded already without the punctuation round it; a sign in front of a number stays."""
    text = text.rstrip(OUTER)
    start = 0
    while start < len(text) and text[start] in OUTER and not _is_of_number(text, start):
        start += 1
    return text[start:]


def _is_of_number(text: str, at: int) -> bool:
    """Whether a hyphen is a minus or a full stop a decimal point: -5, -$40, .5."""
    following = text[at + 1 : at + 2]
    if text[at] == "-":
        return following.isdecimal() or (following != "" and following in "$€£¥.")
    return text[at] == "." and following.isdecimal() and text[at - 1 : at] != "."


OUTER = " \"'.,;:!?()[]{}*_-—。、《》〈〉【】〔〕〖〗¡¿•·"


# Round the quote -----------------------------------------------------------------------------------------------------

def around(source: SourceText, passage: Passage, words: int = 12) -> tuple[str, str]:
    """What stands right before and right after, spaces included: so many words at most, none of another sentence.

    Line ends are gone from the text, so a heading above reads as the same sentence. A word counts as at most 20 characters.
    """
    return _before(source.parted, passage.start, words), _after(source.parted, passage.end, words)


def _before(text: str, end: int, words: int) -> str:
    first = max(end - words * LONG_WORD, 0)
    most = words + (text[end - 1 : end] == " ")
    pieces = text[first:end].rsplit(" ", most)
    cut = first > 0 and text[first - 1] != " " and any(pieces[1:])
    start = end - len(" ".join(pieces[1:] if cut or len(pieces) > most else pieces))
    stops = [place for at in range(start, end) if text[at] in STOPS and (place := ends(text, at)) <= end]
    return text[max(start, *stops) if stops else start : end]


def _after(text: str, start: int, words: int) -> str:
    last = min(start + words * LONG_WORD, len(text))
    most = words + (text[start : start + 1] == " ")
    pieces = text[start:last].split(" ", most)
    cut = last < len(text) and text[last] != " " and any(pieces[:-1])
    end = start + len(" ".join(pieces[:-1] if cut or len(pieces) > most else pieces))
    stops = (place for at in range(start, end) if text[at] in STOPS and (place := ends(text, at)))
    return text[start : min(next(stops, end), end)]


LONG_WORD = 20
STOPS = ".!?。"
