"""Is the quotation whole? The same words are read alone and in their place: what reads otherwise there was cut off from what changes it."""

from collections.abc import Iterable

from factsheet.reading.datings import Dating
from factsheet.reading.datings import find as datings
from factsheet.reading.languages import Grammar, grammar
from factsheet.reading.mentions import Mention, mentions
from factsheet.reading.phrases import Phrases
from factsheet.reading.running import tokens
from factsheet.truth.quotes.passages import Passage, SourceText, around

WORDS = 8
BESIDE = 2      # words before a quotation that are shown with it
NEAR = 3        # words between a negation and the quotation


def cropped(source: SourceText, passage: Passage, language: str) -> str:
    """The words with the quotation in their midst that say something else than it does alone; empty if it is whole."""
    table = grammar(language)
    if table is None:
        return ""
    left, right = around(source, passage, WORDS)
    quote = source.text[passage.start : passage.end]
    whole = left + quote + right
    return (
        _numbers(whole, quote, len(left), table, language)
        or _dates(whole, quote, len(left), language)
        or _denied(left, right, quote, table)
    )


def _numbers(whole: str, quote: str, at: int, table: Grammar, language: str) -> str:
    alone = mentions(quote, table, datings(quote, language))
    placed = mentions(whole, table, datings(whole, language))
    end = at + len(quote)
    for mention in alone:
        same = _overlapping(placed, at + mention.start, at + mention.end)
        if not any(_reads_alike(mention, other) for other in same):
            return _stretch(whole, quote, at, same)
    cut = [other for other in _overlapping(placed, at, end) if other.start < at or other.end > end]
    unread = [other for other in cut if not _overlapping(alone, other.start - at, other.end - at)]
    return _stretch(whole, quote, at, unread) if unread else ""


def _overlapping(found: Iterable[Mention], start: int, end: int) -> list[Mention]:
    return [mention for mention in found if mention.start < end and start < mention.end]


def _stretch(whole: str, quote: str, at: int, found: list[Mention]) -> str:
    """The quotation with the numbers that reach out of it, and the words beside it where these say that it rises, falls or is doubtful."""
    first = min([at, *(mention.start for mention in found)])
    last = max([at + len(quote), *(mention.end for mention in found)])
    if (first, last) == (at, at + len(quote)) or any(mention.direction for mention in found):
        first, last = _words_begin(whole, first, BESIDE), max(last, _word_end(whole, last), *(_word_end(whole, mention.end) for mention in found))
    return whole[first:last].strip()


def _words_begin(text: str, at: int, words: int) -> int:
    """Where so many words before a place begin."""
    kept = text[:at].rstrip().rsplit(" ", words)
    return len(kept[0]) + 1 if len(kept) > words else 0


def _word_end(text: str, at: int) -> int:
    """Where the word behind a place ends."""
    rest = text[at:].lstrip()
    start = len(text) - len(rest)
    return start + len(rest.split(" ")[0].rstrip(".,;:")) if rest else at


def _reads_alike(alone: Mention, placed: Mention) -> bool:
    """Whether a number says in its place what it says alone; a unit that stands just outside is for another rule to ask for."""
    unit = not alone.kind or (alone.kind, alone.code) == (placed.kind, placed.code)
    more = alone.kind == "" and placed.kind in ("percent", "points")
    same = (alone.qualifier, alone.amount, alone.upper, bool(alone.doubt)) == (placed.qualifier, placed.amount, placed.upper, bool(placed.doubt))
    return unit and not more and same and (alone.direction == placed.direction or not placed.direction)


def _dates(whole: str, quote: str, at: int, language: str) -> str:
    placed = datings(whole, language)
    for date in datings(quote, language):
        same = [other for other in placed if other.start < at + date.end and at + date.start < other.end]
        if same and not any(_dates_alike(date, other) for other in same):
            return whole[min(at, same[0].start) : max(at + len(quote), same[0].end)].strip()
    return ""


def _dates_alike(alone: Dating, placed: Dating) -> bool:
    """Whether a date says in its place what it says alone; a finer date in its place is no other."""
    if alone.bound != placed.bound:
        return False
    if alone.date.text == placed.date.text:
        return True
    first, last, start, end = alone.date.earliest, alone.date.latest, placed.date.earliest, placed.date.latest
    plain = placed.date.start.plain and placed.date.end.plain and alone.date.start.plain
    return plain and None not in (first, last, start, end) and (first or 0) <= (start or 0) and (end or 0) <= (last or 0)


def _denied(left: str, right: str, quote: str, table: Grammar) -> str:
    """A negation or denial in the few words before, or a denial right behind."""
    before, after = Phrases(tokens(left), table.joiner, table.longest, table.folds), Phrases(tokens(right), table.joiner, table.longest, table.folds)
    for place in range(len(before.keys), max(len(before.keys) - NEAR, 0), -1):
        if before.tokens[place - 1].kind == "mark":
            break
        phrase, start = before.before(place, table.denials)
        if phrase:
            return (left[before.tokens[start].start :] + quote).strip()
    for place in range(min(NEAR, len(after.keys))):
        if after.tokens[place].kind == "mark":
            break
        phrase, end = after.at(place, table.denied)
        if phrase:
            return (quote + right[: after.tokens[end - 1].end]).strip()
    return ""
