"""Whether four digits are a year: what the words on both sides say."""

from collections.abc import Callable

from factsheet.reading.datings.points import Stated
from factsheet.reading.datings.round import CIRCA, THAN, UNTIL, UP_TO, Lead
from factsheet.reading.datings.tokens import Cut

SURE, BARE, NO = "sure", "bare", ""


def certainty(cut: Cut, lead: Lead, first: int, after: int, chained: str, ranged: bool) -> str:
    """Whether the digits from the token `first` on, read as a year, surely are one, perhaps (bare), or not at all.

    `chained` is what the year before them is, if they continue a list of years; `ranged` says that they are two years
    with a dash or `to` between them.
    """
    following, before = cut.kind(after), cut.kind(lead.begin - 1)
    if following in MEASURED:
        return NO
    if lead.sure or lead.role == "S" or (lead.role == "U" and lead.value == UNTIL) or lead.hedge & CIRCA:
        return SURE
    if before == "X" or counted(cut, after, wide=lead.role not in ("B", "U") or (lead.role == "U" and lead.value == UP_TO)):
        return NO
    if lead.role and lead.role != "J":
        return NO if lead.role in ANNOUNCING and following in JOINING and cut.word(after + 1)[:1].isdigit() else SURE
    return _by_place(cut, lead, first, after, chained, ranged)


def _by_place(cut: Cut, lead: Lead, first: int, after: int, chained: str, ranged: bool) -> str:
    """The same when no word before them says so."""
    following = cut.kind(after)
    if lead.hedge:
        return BARE if following in BEHIND_HEDGED else NO
    if chained:
        return chained if following != "x" or not cut.word(after)[0].isalpha() else NO
    return BARE if ranged or (not lead.role and _alone(cut, first, after)) else NO


def _alone(cut: Cut, first: int, after: int) -> bool:
    """Whether they stand before a verb or what is held every year, or at the edge of a sentence or of brackets."""
    before, following = cut.kind(first - 1), cut.kind(after)
    if before in COUNTED or following in NUMBERS or (before in LINKS and cut.word(first - 2)[:1].isdigit()):
        return False
    if following in YEARLY or (following == "'" and cut.word(after + 1) == "s"):
        return True
    if following == "V":
        return before != "t"
    return cut.values[first] >= EARLIEST_BARE and (_before_noun(cut, first, after) or _at_edge(cut, first, after))


def _before_noun(cut: Cut, first: int, after: int) -> bool:
    """The 2010 plan in English; wurde 2010 eröffnet in German, where a noun would have a capital."""
    before, following, language = cut.kind(first - 1), cut.kind(after), cut.language
    if language.nouns_are_capital:
        return before in TELLING and following in TOLD
    determined = before in DETERMINERS or cut.word(first - 1) == "s"
    return (language.years_before_nouns and determined and following == "x" and cut.word(after)[0].isalpha()
            and not counted(cut, after, wide=True, far=3))


def _at_edge(cut: Cut, first: int, after: int) -> bool:
    """Whether a sentence, a text or brackets begin or end here; after what may be a verb they might be a number."""
    before, following, word = cut.kind(first - 1), cut.kind(after), cut.word(first - 1)
    if before in OPENING:
        return following in AFTER_OPENING
    if following not in CLOSING or before not in BEFORE_CLOSING:
        return False
    return before != "x" or word[0].isupper() or not (cut.language.years_before_nouns and word.endswith(("s", "ing")))


def counted(cut: Cut, at: int, wide: bool, far: int = 2) -> bool:
    """Whether what follows is counted, so that the digits are a number: 2010 firms, 2010 foreign firms.

    `wide`: any word that looks like a plural counts, not only those known to be counted; `far`: so many words are looked at.
    """
    for place in range(at, at + far):
        if cut.kind(place) == "l" or (wide and _plural(cut, place)):
            return True
        if cut.kind(place) != "x" or not cut.word(place).islower():
            return False
    return False


def _plural(cut: Cut, at: int) -> bool:
    """Whether a word looks like the plural of a noun, or in German like a noun."""
    word, language = cut.word(at), cut.language
    if cut.kind(at) != "x" or len(word) < 4:
        return False
    if language.nouns_are_capital:
        return word[0].isupper()
    return bool(language.plural) and word.islower() and word.endswith(language.plural) and not word.endswith("ss")


MEASURED = frozenset("ku1")
ANNOUNCING = frozenset("FZ")
JOINING = frozenset("J&U-")
NUMBERS = frozenset("dnyorDMRe2E")
YEARLY = frozenset("Iz")
DETERMINERS = frozenset("tA^")
COUNTED = NUMBERS | {"l"}
LINKS = frozenset(",&|-JU")
TELLING = frozenset("xV")
TOLD = frozenset("xithFSUBGj")
EARLIEST_BARE = 1500                    # a number with no word beside it that makes it a year is one only from here on
OPENING = frozenset(("", ".", "(", '"', ";", "¶", "?", "-"))
CLOSING = frozenset(("", ".", ")", ";", "¶", "?", '"', ":"))
BEFORE_CLOSING = frozenset('x,(I"')
AFTER_OPENING = CLOSING | {",", "-"}
BEHIND_HEDGED = CLOSING | frozenset(",-ti&|SUBFJ")


# Other dates that may be none ----------------------------------------------------------------------------------------

def shortener(cut: Cut) -> Callable[[Stated], Stated | None]:
    """Takes the last figure from a date when something is counted by it: of June 24 firms June is left."""
    def shortened(stated: Stated) -> Stated | None:
        following, last = cut.kind(stated.after), cut.kinds[stated.after - 1]
        if not following or following not in "kul" or not stated.month or stated.after - stated.first == 1:
            return stated
        if last in "dr":
            return stated._replace(unit="month", day=0, last=0, after=stated.after - 1)
        if last != "y" or (following == "l" and cut.kinds[stated.after - 2] != ","):
            return stated
        return None if following == "l" else stated._replace(year=None, after=stated.after - 1 - (cut.kinds[stated.after - 2] in ",f"))

    return shortened


def stands_alone(cut: Cut, stated: Stated, lead: Lead, listed: str) -> bool:
    """Whether one word by itself is a date: in June, the nineties, the first quarter; but June may be a person."""
    kind, before = cut.kinds[stated.first], cut.kind(stated.first - 1)
    if kind == "m":
        return bool(listed) or not cut.language.spaced or lead.first < stated.first or before in BEFORE_MONTHS
    if kind == "E":
        return not cut.language.spaced or before in ("t", "p", "i")
    if kind in "qQ":
        return kind == "q" and (not cut.language.spaced or (before == "t" and cut.kind(stated.after) != "f"))
    return True


def whole_count(cut: Cut, stated: Stated, first: int) -> bool:
    """Whether `two years ago` is all that is said, and not more than two, or one or two."""
    if not stated.by or cut.kinds[stated.first] not in COUNTS:
        return True
    before = cut.kind(first - 1)
    return before not in OTHER_COUNTS and (before != "X" or cut.values[first - 1] == THAN)


BEFORE_MONTHS = frozenset("ijfFBSUJZG")
COUNTS = frozenset("dnAG")
OTHER_COUNTS = frozenset("nA-&|J")
