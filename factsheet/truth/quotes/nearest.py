"""The passage of a source that is most like a quote which does not stand there, and the words in which they differ."""

from itertools import pairwise

from factsheet.record import Record
from factsheet.truth.quotes.cuts import begins_whole, ends_whole
from factsheet.truth.quotes.folding import DASH, parted
from factsheet.truth.quotes.likely import Word, is_unspaced, key_of, likely, words_of
from factsheet.truth.quotes.passages import SHORTEST, SourceText, bare

LONGEST_PASSAGE = 200
LONGEST_DIFFERENCE = 100
MOST_WORDS = 100
MOST_SKIPPED = 5_000
FARTHEST = 40


class Nearest(Record):
    """The passage as it stands there, with … where it is cut short; the words that differ; how much of the quote it has.

    `differing` is the quote's words, then those in their place: either is empty where words are missing or added, and more
    differences than one have … between.
    """

    passage: str
    differing: tuple[str, str]
    share: int  # of a hundred words of the quote, how many stand there in this order, whatever their case


class Side(Record):
    """A text and its words, as they stand and as they are compared: the quote, or a stretch of the source."""

    text: str
    words: list[Word]
    keys: list[str]

    def between(self, first: int, last: int) -> str:
        """The text from the first of these words up to the last, which is not among them; of all words, all the text."""
        if last - first == len(self.words):
            return self.text
        return self.text[self.words[first].start : self.words[last - 1].end] if first < last else ""


class Block(Record):
    """A row of equal words, or of differing ones: where it begins and ends in the quote, and where there."""

    quote: int
    quote_end: int
    there: int
    there_end: int


class Likeness(Record):
    """A quote beside a stretch of the source, of which the words from `first` up to `last` answer it."""

    quote: Side
    there: Side
    equal: list[Block]
    first: int
    last: int

    @property
    def shared(self) -> int:
        """How many words are equal."""
        return sum(block.quote_end - block.quote for block in self.equal)

    @property
    def ratio(self) -> int:
        """How alike both are, in thousandths: words added count as much as words missing."""
        return 2000 * self.shared // (len(self.quote.words) + self.last - self.first)


def nearest(source: SourceText, quote: str) -> Nearest | None:
    """The passage most like the quote, or None where none has half of its words; of more than 100 words, those that are at fault."""
    whole = bare(parted(quote))
    by_character = is_unspaced(whole)
    asked = _side(whole, words_of(whole, by_character))
    if len(whole) < SHORTEST or not any(map(str.isalnum, whole)):
        return None
    at = source.text.find(whole.replace(DASH, "-"))
    if at >= 0:
        return _uncut(source.parted, at, asked)
    asked = _at_fault(source.text, asked)
    places = likely(source.parted, asked.words, by_character)
    found = [_likeness(asked, _stretch(source.parted, start, end, by_character)) for start, end in places]
    best = max(found, key=lambda each: (each.ratio, _closeness(each)), default=None)
    return _told(best) if best and 2 * best.shared >= len(asked.words) else None


def _side(text: str, words: list[Word]) -> Side:
    return Side(text, words, [key_of(word.text) for word in words])


def _stretch(text: str, start: int, end: int, by_character: bool) -> Side:
    return _side(text[start:end], words_of(text[start:end], by_character))


def _at_fault(text: str, quote: Side) -> Side:
    """Of a long quote as many words as are compared, the first that do not stand in the text among them."""
    words, first = quote.words, 0
    while first + MOST_WORDS < min(len(words), MOST_SKIPPED) and quote.between(first, first + MOST_WORDS).replace(DASH, "-") in text:
        first += MOST_WORDS // 2
    return _side(quote.text, words[first : first + MOST_WORDS])


def _uncut(text: str, start: int, quote: Side) -> Nearest:
    """What is told of a quote that stands in the text, but cuts a word or a number at one end or both."""
    end = start + len(quote.text)
    first = next((at for at in range(start, max(start - FARTHEST, 0), -1) if begins_whole(text, at)), max(start - FARTHEST, 0))
    last = next((at for at in range(end, min(end + FARTHEST, len(text))) if ends_whole(text, at)), min(end + FARTHEST, len(text)))
    head, tail, words = quote.words[0], quote.words[-1], len(quote.words)
    pairs = [(head.text, text[first : start + head.end])] if first < start else []
    pairs += [(tail.text, text[start + tail.start : last])] if last > end else []
    if words == 1:
        pairs = [(head.text, text[first:last])]
    differing = _shown([asked for asked, _ in pairs]), _shown([stands for _, stands in pairs])
    return Nearest(_part(text[first:last], 0 if first < start else last - first - LONGEST_PASSAGE), differing, 100 * (words - len(pairs)) // words)


# Word beside word ----------------------------------------------------------------------------------------------------

def _likeness(quote: Side, there: Side) -> Likeness:
    """The quote beside that part of a stretch which is most like it."""
    best = _fitted(quote, there, _equal(quote, there))
    while len(best.equal) > 1:
        shorter = max((_fitted(quote, there, blocks) for blocks in (best.equal[1:], best.equal[:-1])), key=lambda each: each.ratio)
        if shorter.ratio <= best.ratio:
            break
        best = shorter
    return best


def _equal(quote: Side, there: Side) -> list[Block]:
    from difflib import SequenceMatcher

    rows = SequenceMatcher(None, quote.keys, there.keys, autojunk=False).get_matching_blocks()
    return [Block(a, a + size, b, b + size) for a, b, size in rows if size]


def _fitted(quote: Side, there: Side, blocks: list[Block]) -> Likeness:
    """The part of the stretch that answers the quote: the equal words, and as many beside them as the quote has there.

    Words of the quote that stand there in another place are neither counted again nor left out.
    """
    if not blocks:
        return Likeness(quote, there, [], 0, len(there.words))
    moved = {key for block, after in pairwise(blocks) for key in there.keys[block.there_end : after.there]}
    first = max(blocks[0].there - sum(key not in moved for key in quote.keys[: blocks[0].quote]), 0)
    last = min(blocks[-1].there_end + sum(key not in moved for key in quote.keys[blocks[-1].quote_end :]), len(there.keys))
    missing = set(quote.keys) - {key for block in blocks for key in quote.keys[block.quote : block.quote_end]}
    while first and last - first < len(quote.keys) and there.keys[first - 1] in missing:
        first -= 1
    while last < len(there.keys) and last - first < len(quote.keys) and there.keys[last] in missing:
        last += 1
    return Likeness(quote, there, blocks, first, last)


def _differences(like: Likeness) -> list[Block]:
    """The rows of words that differ, case and punctuation included; with one word between them, two are one."""
    found: list[Block] = []
    for row in _rows(like):
        near = found and row.quote - found[-1].quote_end <= 1 and row.there - found[-1].there_end <= 1
        found.append(Block(found[-1].quote, row.quote_end, found.pop().there, row.there_end) if near else row)
    return found


def _rows(like: Likeness) -> list[Block]:
    rows, quote, there = list[Block](), 0, like.first
    for block in [*like.equal, Block(len(like.quote.words), 0, like.last, 0)]:
        if quote < block.quote or there < block.there:
            rows.append(Block(quote, block.quote, there, block.there))
        pairs = zip(range(block.quote, block.quote_end), range(block.there, block.there_end), strict=False)
        rows += [Block(a, a + 1, b, b + 1) for a, b in pairs if not _same(like, a, b)]
        quote, there = block.quote_end, block.there_end
    return rows


def _same(like: Likeness, quote: int, there: int) -> bool:
    """Whether two words are the same to the letter; round the quote's first and last word, punctuation counts for nothing."""
    asked, stands = like.quote.words[quote].text, like.there.words[there].text
    first, last = quote == 0, quote == len(like.quote.words) - 1
    return bare(asked) == bare(stands) and (first or stands.startswith(asked)) and (last or stands.endswith(asked))


def _closeness(like: Likeness) -> int:
    """How alike the differing words are, letter by letter, in percent: a misspelt word is nearer than another one."""
    from difflib import SequenceMatcher

    asked, stands = _differing(like)
    return int(100 * SequenceMatcher(None, asked[:60], stands[:60], autojunk=False).ratio())


# What is told --------------------------------------------------------------------------------------------------------

def _told(like: Likeness) -> Nearest:
    """What a likeness comes to; where no word differs, but a dash, a space or a cut does, all of both is told."""
    differing = _differing(like)
    if not any(differing):
        differing = _shown([like.quote.text]), _shown([like.there.between(like.first, like.last)])
    return Nearest(_passage(like), differing, 100 * like.shared // len(like.quote.words))


def _differing(like: Likeness) -> tuple[str, str]:
    rows = _differences(like)
    asked = _shown([like.quote.between(row.quote, row.quote_end) for row in rows])
    stands = _shown([like.there.between(row.there, row.there_end) for row in rows])
    tidy = _tidy(asked), _tidy(stands)
    return tidy if tidy[0] != tidy[1] else (asked, stands)


def _tidy(text: str) -> str:
    """Words without the punctuation round them; a full stop stays where it belongs to the last word, as in U.S."""
    text = text.strip(" \"',;:")
    return text[:-1] if text.endswith(".") and "." not in text.rpartition(" ")[2][:-1] else text


def _shown(texts: list[str]) -> str:
    text = " … ".join(filter(None, texts))
    return text if len(text) <= LONGEST_DIFFERENCE else f"{text[:LONGEST_DIFFERENCE]}…"


def _passage(like: Likeness) -> str:
    """The passage, or of a long one the part round the first difference."""
    text = _tidy(like.there.between(like.first, like.last))
    rows = _differences(like)
    word = min(rows[0].there if rows else 0, len(like.there.words) - 1)
    return _part(text, like.there.words[word].start - like.there.words[like.first].start - LONGEST_PASSAGE // 4)


def _part(text: str, start: int) -> str:
    """As much of a text as is told, from about this place on."""
    start = max(start, 0) if len(text) > LONGEST_PASSAGE else 0
    start = text.find(" ", start, start + FARTHEST) + 1 or start if start else 0
    end = min(start + LONGEST_PASSAGE, len(text))
    if end < len(text):
        end = max(text.rfind(" ", end - FARTHEST, end), end - FARTHEST)
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
