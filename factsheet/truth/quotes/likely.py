"""Where in a long text most words of a quote stand close together: the places worth comparing with it, word by word."""

from collections.abc import Iterator

from factsheet.record import Record
from factsheet.truth.quotes.cuts import UNSPACED, unspaced
from factsheet.truth.quotes.folding import DASH
from factsheet.truth.quotes.passages import bare

CHUNK = 1 << 18
MOST_HITS = 200_000
FEW = 5
LONGEST_WORD = 100


class Word(Record):
    """A word as it stands, with the punctuation that touches it; of a script without spaces, one character."""

    text: str
    start: int
    end: int


class Crowd(Record):
    """A place where words of the quote stand close together: how many, and the numbers of the first and last word."""

    shared: int
    first: int
    last: int


def words_of(text: str, by_character: bool) -> list[Word]:
    """The words of a text in order."""
    import re

    return [Word(found[0], found.start(), found.end()) for found in re.finditer(_pattern(by_character), text)]


def is_unspaced(text: str) -> bool:
    """Whether the text holds letters of a script without spaces, so that its words are its characters."""
    return not text.isascii() and any(map(unspaced, text))


def likely(text: str, quote: list[Word], by_character: bool) -> list[tuple[int, int]]:
    """The few stretches of the text that share most words with the quote, half of them at least: offsets, the likeliest first."""
    forms, need = _forms(quote), _counts(quote)
    reach = len(quote) + len(quote) // 4 + 2
    found: list[tuple[int, int, int, Crowd]] = []
    left = MOST_HITS
    for start, end in _chunks(text, 2 * sum(len(word.text) + 1 for word in quote) + 200):
        words = _split(_plain(text[start:end]), by_character)
        hits = [(at, forms[word]) for at, word in enumerate(words) if word in forms][:left]
        found += [(-crowd.shared, start, end, crowd) for crowd in _crowds(hits, need, reach)]
        left -= len(hits)
        if left <= 0:
            break
    found.sort()
    return [_stretch(text, start, end, crowd, len(quote), by_character) for _, start, end, crowd in found[:FEW]]


def _crowds(hits: list[tuple[int, str]], need: dict[str, int], reach: int) -> list[Crowd]:
    """Of all runs of so many words those that share most with the quote; of runs that overlap, the best."""
    have = dict.fromkeys(need, 0)
    shared, left, best, found = 0, 0, (sum(need.values()) + 1) // 2, list[Crowd]()
    for at, word in hits:
        have[word] += 1
        shared += have[word] <= need[word]
        while at - hits[left][0] >= reach:
            gone = hits[left][1]
            have[gone] -= 1
            shared -= have[gone] < need[gone]
            left += 1
        apart = not found or hits[left][0] > found[-1].last
        if shared >= best and (apart or shared > found[-1].shared):
            found[len(found) - (not apart) :] = [Crowd(shared, hits[left][0], at)]
            best = max(best, shared - 1)
    return found


def _stretch(text: str, start: int, end: int, crowd: Crowd, length: int, by_character: bool) -> tuple[int, int]:
    """The offsets of a crowd with as many words round it as the quote might have there."""
    import re
    from itertools import islice

    more = length - crowd.shared + length // 2 + 1
    plain = _plain(text[start:end])
    found = list(islice(re.finditer(_pattern(by_character), plain), max(crowd.first - more, 0), crowd.last + more + 1))
    return start + found[0].start(), start + found[-1].end()


def _chunks(text: str, overlap: int) -> Iterator[tuple[int, int]]:
    """The text in pieces that are quickly cut into words, each beginning with a word and reaching into the next."""
    start = 0
    while start < len(text):
        end = min(start + CHUNK, len(text))
        yield start, end
        if end == len(text):
            return
        back = max(end - overlap, start + CHUNK // 2)
        start = text.find(" ", back, end) + 1 or back


def _plain(text: str) -> str:
    """The text without capitals and without dashes between words, place for place."""
    return _small(text).replace(DASH, " ")


def _small(text: str) -> str:
    """The text in small letters, as many as there were: İ alone would become two."""
    return text.replace("İ", "i").lower()


def _split(plain: str, by_character: bool) -> list[str]:
    import re

    return re.findall(_pattern(True), plain) if by_character else plain.split()


def _pattern(by_character: bool) -> str:
    """A regular expression for one word."""
    letters = "".join(f"{chr(first)}-{chr(last)}" for first, last in UNSPACED)
    return rf"[{letters}]|[^\s—{letters}]+" if by_character else r"[^\s—]+"


def _counts(quote: list[Word]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for key in [key_of(word.text) for word in quote]:
        counts[key] = counts.get(key, 0) + 1
    return counts


def _forms(quote: list[Word]) -> dict[str, str]:
    """How each word of the quote may stand in a text, with punctuation that touches it: that form -> the word."""
    keys = {key_of(word.text) for word in quote if len(word.text) <= LONGEST_WORD}
    return {before + key + after: key for before in TOUCHING_BEFORE for after in TOUCHING_AFTER for key in keys} | {key: key for key in keys}


def key_of(word: str) -> str:
    """A word as it is compared: without its capitals and the punctuation round it."""
    small = _small(word)
    return bare(small) or small


TOUCHING_BEFORE = ("", '"', "'", "(", "[", ",")
TOUCHING_AFTER = ("", ",", ".", ";", ":", "?", "!", '"', "'", ")", "]", '."', ',"', '".', '",', ").", "),", ".)", "...")
