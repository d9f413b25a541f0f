"""The words round dates in one language, each with its kind, a letter, and its value.

The kinds, which the patterns of a language are written in:

    d 1 to 31       n other number     o 24th            O first             y four digits     r 10-12
    D 24/06/2024    M 2024-06          R 2010-2014       2 2010-11, either   m month           s season
    q quarter       Q half, months     w weekday         v weekday, short    e 1990s           E nineties
    1 the years     c century          a BC, AD          u day to year       A a, one          x other
    T yesterday     W last week        N last month      K last quarter      Y last year       C last century
    L last, this    g ago              G ago, in front   i in                j for             f of
    F from          Z between          S since           U until             B before, by      J to
    t the           h about            p early, end of   z fiscal year       P present         & and
    H or so         + onwards          b or later        k unit, scale       l firms, people   I election
    V verb          X no., over        ~ not             ^ its, that         0 Black Friday     marks themselves, any dash is -
"""

from factsheet.record import Record

Kinds = dict[str, dict[int, str]]       # kind -> value -> the words, parted by |
Phrase = tuple[tuple[str, ...], str, int]
Entry = tuple[str, int, tuple[Phrase, ...]]


class Language(Record):
    """What is known of one language; a language of which nothing is known reads figures alone."""

    known: dict[str, Entry]             # a word -> its kind and value, and the longer phrases that begin with it
    shapes: frozenset[str]              # the patterns, written out: one letter a token
    begin: frozenset[str]               # the letters that a pattern begins with
    longest: int                        # how many letters the longest pattern has
    endings: dict[str, str]             # what may be glued to digits: 24th is an o, 1990s an e
    spaced: bool                        # words are parted by spaces
    day_first: bool = False             # 05/06/2024 can only be 5 June
    plural: str = ""                    # how most plurals end
    past: str = ""                      # how most verbs end that tell of the past
    nouns_are_capital: bool = False
    years_before_nouns: bool = False    # the 2010 plan
    on: str = ""                        # from 2010 on
    genitive: bool = False              # of and from are one word: de 2010 à 2014


def language(kinds: Kinds, patterns: str, days: tuple[str, ...] = ("d",), capitals: str = "", endings: dict[str, str] | None = None,
             spaced: bool = True) -> Language:
    """The language that the tables describe.

    `days` are the forms of a day that # in a pattern stands for; words of the kinds in `capitals` count with a capital
    alone; `endings` gives for o and e what may be glued to digits, parted by |.
    """
    shapes = frozenset(_written_out(patterns, days))
    glued = {ending: kind for kind, each in (endings or {}).items() for ending in each.split("|")}
    known = _known(MARKS, spaced) | _with_capitals(kinds, capitals, spaced)
    return Language(known, shapes, frozenset([shape[0] for shape in shapes]), max(map(len, shapes)), glued, spaced)


def numbered(*names: str, start: int = 1) -> dict[int, str]:
    """Names that are counted: months from 1, weekdays from 0, seasons from 21."""
    return dict(enumerate(names, start))


# Patterns ------------------------------------------------------------------------------------------------------------

def _written_out(patterns: str, days: tuple[str, ...]) -> list[str]:
    """Every pattern with and without what may be left out, # being any form of a day."""
    return [shape for pattern in patterns.split() for day in (days if "#" in pattern else ("",))
            for shape in _with_options(pattern.replace("#", day))]


def _with_options(pattern: str) -> list[str]:
    """A letter with ? behind it may be left out."""
    at = pattern.find("?")
    if at < 0:
        return [pattern]
    return [start + rest for rest in _with_options(pattern[at + 1:]) for start in (pattern[:at], pattern[:at - 1])]


# Words ---------------------------------------------------------------------------------------------------------------

def _with_capitals(kinds: Kinds, capitals: str, spaced: bool) -> dict[str, Entry]:
    """All words, those of the kinds in `capitals` with a capital or in capitals and not without: may is a verb, May a month."""
    known = _known({kind: values for kind, values in kinds.items() if kind not in capitals}, spaced)
    names = _known({kind: values for kind, values in kinds.items() if kind in capitals}, spaced)
    return known | {form: entry for name, entry in names.items() for form in (name.capitalize(), name.upper())}


def _known(kinds: Kinds, spaced: bool) -> dict[str, Entry]:
    """Words, and phrases by the word that they begin with."""
    known: dict[str, Entry] = {}
    longer: dict[str, list[Phrase]] = {}
    for kind, values in kinds.items():
        for value, words in values.items():
            entry = kind, value, ()
            for phrase in words.split("|"):
                if len(phrase) == 1 or (spaced and phrase.isalnum()):
                    known[phrase] = entry
                else:
                    first, *rest = _parted(phrase) if spaced else list(phrase)
                    longer.setdefault(first, []).append((tuple(rest), kind, value))
    for first, phrases in longer.items():
        known[first] = *known.get(first, OTHER)[:2], tuple(sorted(phrases, key=_length, reverse=True))
    return known


def _parted(phrase: str) -> list[str]:
    """A phrase as it will be cut: marks by themselves."""
    return phrase.replace(".", " . ").replace("'", " ' ").replace("-", " - ").split()


def _length(phrase: Phrase) -> int:
    return len(phrase[0])


OTHER = ("x", 0)
MARKS: Kinds = {
    ",": {0: ",|،|、|，"}, ".": {0: ".|!|…|。|！"}, "?": {0: "?|？"}, ";": {0: ";|；"}, ":": {0: ":|："}, "'": {0: "'"},
    "(": {0: "(|[|（|【"}, ")": {0: ")|]|）|】"}, "-": {0: "-|–|—|‐|‑|−|~|～"}, "/": {0: "/"},
    '"': {0: '"|“|”|„|«|»|‹|›|‘|「|」|《|》'},
    "k": {0: "%|‰|°|℃|％"}, "X": {0: "$|€|£|¥|₹|₩|#|@|§|+|=|<|>|≈|*"},
}
