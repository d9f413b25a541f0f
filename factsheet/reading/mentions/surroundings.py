"""What stands round a number: its qualifier before and behind, its noun, and a noun before it that the words tie to it."""

from factsheet.reading.languages import DOUBTED
from factsheet.reading.mentions.directions import CLAUSE_MARKS, FARTHEST
from factsheet.reading.mentions.pieces import Piece, Text

MOST_NOUNS = 8
PARTING = frozenset((",", "(", "–", "—", "-"))


def first_offset(text: Text, start: int, made: Piece) -> int:
    return text.found.tokens[min(start, made.start)].start


def hedges_before(text: Text, at: int) -> tuple[list[str], int]:
    """The qualifiers that stand before a place, nearest last, and where they begin; words that change nothing are passed over."""
    found, grammar = text.found, text.grammar
    hedges: list[str] = []
    start = place = at
    for _ in range(4):
        phrase, begins = found.before(place, grammar.before)
        if phrase and not grammar.before[phrase]:
            break
        reached = _reached(text, begins) if phrase in grammar.reaching else ""
        if reached == "reached":
            break
        if phrase and text.has(begins):
            doubtful = phrase in grammar.doubtful and _elsewhere(text, begins, grammar.doubtful[phrase])
            hedges.insert(0, DOUBTED if doubtful or reached else grammar.before[phrase])
            start = place = begins
            continue
        phrase, begins = found.before(place, grammar.neutral)
        if phrase in grammar.ones and found.tokens[place].kind == "number" and found.before(begins, grammar.before)[0] in grammar.placing:
            return [DOUBTED], begins - 1
        if not phrase or not text.has(begins) or begins >= place:
            break
        place = begins
    return hedges, start


def _reached(text: Text, at: int) -> str:
    """Whether a hedge here tells what was `reached`: right behind a rise or fall that has been, its amount or a comma; elsewhere it is a `doubt`."""
    found, settled = text.found, text.grammar.settled
    comma = found.keys[at] == ","
    near = found.has(at - 1, settled) or comma or found.has(at - 1, text.grammar.units)
    if not _elsewhere(text, at, settled, 3 * FARTHEST):
        return ""
    return "reached" if near else "doubt"


def _elsewhere(text: Text, at: int, table: frozenset[str], farthest: int = FARTHEST) -> bool:
    """Whether one of these words stands before a place in its clause."""
    for place in range(at - 1, max(at - farthest, 0) - 1, -1):
        if text.found.tokens[place].text in CLAUSE_MARKS:
            return False
        if text.found.has(place, table):
            return True
    return False


def hedges_behind(text: Text, made: Piece, behind: int) -> tuple[list[str], int]:
    """The qualifier behind a number, its unit or its noun, and where the mention ends."""
    past_noun = behind + 1 if text.has(behind) and text.found.tokens[behind].kind == "word" and behind == made.counted else behind
    for at in dict.fromkeys((made.counted, made.end, behind, past_noun)):
        apart = _apart_hedge(text, at)
        if apart:
            return [apart], made.end
        phrase, end = text.found.at(at, text.grammar.after) if text.has(at) else ("", at)
        if phrase and text.grammar.after[phrase]:
            return [text.grammar.after[phrase]], end
    return [], made.end


def _apart_hedge(text: Text, at: int) -> str:
    """The qualifier that a mark parts from a number, where nothing but another mark stands behind it: 40 firms (at least), 40 firms, if not more."""
    found = text.found
    if not (text.has(at) and found.tokens[at].kind in ("mark", "dash") and found.tokens[at].text in PARTING and text.has(at + 1)):
        return ""
    table = text.grammar.after if not found.at(at + 1, text.grammar.besides)[0] else dict.fromkeys(text.grammar.besides, DOUBTED)
    phrase, end = found.at(at + 1, table)
    closed = end >= len(found.tokens) or found.tokens[end].kind in ("mark", "dash") or (" " in phrase and found.has(end, text.grammar.stops))
    return table[phrase] if phrase and closed and (found.tokens[at + 1].kind == "word" or found.has(at + 1, ("?",))) else ""


def noun_phrase(text: Text, made: Piece) -> tuple[tuple[str, ...], int]:
    """The words behind a number up to the end of their phrase, and the place after them."""
    found, at = text.found, made.counted
    words: list[str] = []
    phrase, after = found.at(at, text.grammar.after) if text.has(at) else ("", at)
    at = after if phrase else at
    while text.has(at) and len(words) < MOST_NOUNS and found.keys[at] not in text.grammar.stops:
        if not found.joiner and found.at(at, text.grammar.after)[0]:
            break
        if found.tokens[at].kind in ("word", "sign"):
            words.append(found.keys[at])
        elif not (words and found.tokens[at].kind == "number" and found.tokens[at - 1].text[0].isupper()):
            break
        at += 1
    named = not text.grammar.capitals or any(token.text[0].isupper() for token in found.tokens[at - len(words) : at])
    return tuple(words) if named else (), at


def tied_noun(text: Text, start: int) -> tuple[str, ...]:
    """The words before a number that the text ties to it: the number of firms reached 10,000."""
    found, at = text.found, start
    while at > 0 and found.has(at - 1, text.grammar.neutral) and not found.has(at - 1, text.grammar.says):
        at -= 1
    phrase, begins = found.before(at, text.grammar.says)
    if not phrase:
        phrase, begins = found.at(at, text.grammar.says)[0], at
    if not phrase:
        return ()
    words: list[str] = []
    while begins > 0 and len(words) < MOST_NOUNS and found.tokens[begins - 1].kind == "word" and text.has(begins - 1):
        begins -= 1
        words.insert(0, found.keys[begins])
    return tuple(words)
