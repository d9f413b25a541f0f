"""What a language says round its numbers: one table of words for each, and the same small grammar over all of them."""

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from factsheet.reading.quantities import Token
from factsheet.record import Record

if TYPE_CHECKING:
    from factsheet.reading.mentions.numerals import Numeral
    from factsheet.reading.phrases import Phrases

Measured = tuple[str, str, int]  # kind and code of a unit (as units.Unit has them), and the power of ten that it is short of that unit
DOUBTED = "?"                    # in the place of a qualifier: the phrase may mean more than one
NO_UNITS: dict[str, Measured] = {}
NO_WORDS: dict[str, str] = {}
NO_PLACES: dict[str, frozenset[str]] = {}


class Grammar(Record):
    """The words round numbers in the running texts of one language; all in small letters, without dots."""

    code: str
    name: str
    joiner: str                                 # what stands between two words: a space, or nothing
    decimal: str                                # the mark before decimals
    groups: str                                 # the marks between groups of digits
    spelled: Callable[[list[Token], int], tuple[Decimal | None, int]]  # number words that begin at a token, and the place after them
    scales: dict[str, int]                      # word behind a number -> what it multiplies by
    suffixes: dict[str, int]                    # the same, for letters that touch the digits
    before: dict[str, str]                      # phrase in front of a number -> qualifier
    after: dict[str, str]                       # phrase behind it -> qualifier
    portions: dict[str, str]                    # a half, three quarters -> per cent; empty where no decimal says it: a third
    extras: dict[str, str]                      # and a half -> 0.5
    ones: frozenset[str]                        # a million: stands for one before a scale
    infix: dict[str, str]                       # between number and scale -> qualifier
    neutral: frozenset[str]                     # phrases that may stand between qualifier and number and change nothing
    negations: frozenset[str]
    start: frozenset[str]                       # from: begins a range or a change
    ranging: frozenset[str]                     # words that say that from-to is a range
    to: frozenset[str]
    both: frozenset[str]                        # between the ends that `between` announces
    listing: frozenset[str]                     # between the numbers of a list
    respectively: frozenset[str]
    shares: frozenset[str]                      # one in five, three out of ten: between two numbers that are one share
    units: dict[str, Measured]                  # phrase behind a number -> its unit
    unclear: frozenset[str]                     # units that may mean two things: cents, tons, degrees
    links: frozenset[str]                       # between a scale and its unit: milliards de dollars
    up: frozenset[str]
    down: frozenset[str]
    moves: frozenset[str]                       # went: a change without a direction
    turns: frozenset[str]                       # nouns and comparatives behind the amount of a change: drop, lower
    more: frozenset[str]                        # comparatives behind a counted number: 40 fewer firms
    marks: frozenset[str]                       # mark, threshold: what a number behind `over the` is
    determiners: frozenset[str]                 # behind a part of a whole: half the firms
    by: frozenset[str]                          # before the amount of a change
    level: frozenset[str]                       # before what was reached: rose to
    stops: frozenset[str]                       # words that end the noun phrase behind a number
    labels: frozenset[str]                      # words whose number is a name: Article 40
    ordinals: frozenset[str]                    # endings that touch the digits of an ordinal
    clock: frozenset[str]                       # words behind a time of day
    says: frozenset[str]                        # words that tie a noun before a number to it: totalled, numbered, reached
    denials: frozenset[str] = frozenset()       # right before a quotation they undo it: not, denied, failed to
    denied: frozenset[str] = frozenset()        # right behind it: was denied, is false
    negated: frozenset[str] = frozenset()       # behind what a number counts they say that it is not so: did not
    idioms: frozenset[str] = frozenset()        # phrases in which a number word counts nothing: net zero, no one
    begins: frozenset[str] = frozenset()        # the words with which a number can begin; where none are given, any word
    symbols: dict[str, Measured] = NO_UNITS     # units that count with their capitals, before the others: M€, T€
    rough: dict[str, str] = NO_WORDS            # scales that are no exact number -> qualifier: une centaine
    doubtful: dict[str, frozenset[str]] = NO_PLACES  # hedge -> words before it in the clause that give it another meaning: verfügt über
    reaching: frozenset[str] = frozenset()      # hedges that behind a rise or fall say what was reached: subió hasta
    settled: frozenset[str] = frozenset()       # the verbs of such a rise or fall, which tell what has been
    onto: frozenset[str] = frozenset()          # of `to`, what joins the two ends of a change, never of a range: von 3 auf 5
    spans: frozenset[str] = frozenset()         # of `to`, what joins the two ends of a range, never of a change: von 3 bis 5
    either: frozenset[str] = frozenset()        # of `start`, what may stand before the amount of a change as well: augmenté de 3 à 5
    spread: frozenset[str] = frozenset()        # nouns right before `start` that say that from-to is a range: croissance de 3 à 5
    indefinite: frozenset[str] = frozenset()    # articles that say so of any noun that is no change: une amende de 3 à 5
    closing: frozenset[str] = frozenset()       # of `up` and `down`, verbs that end a clause: um 5 Prozent gestiegen
    apart: dict[str, str] = NO_WORDS            # verb and its other part behind the amount -> up, down: nahm ab
    falling: tuple[str, ...] = ()               # endings of compounds that belong to `down`: Umsatzminus
    rising: tuple[str, ...] = ()
    beside: frozenset[str] = frozenset()        # words that may part a rise or fall from its amount: reculé en mai de 5 %, perte nette de
    measuring: frozenset[str] = frozenset()     # articles before an amount that no preposition ties to its verb: redujo sus ventas un 5 %
    owning: frozenset[str] = frozenset()        # words before what a verb raises or lowers: réduit ses ventes de 5 %
    alternatives: frozenset[str] = frozenset()  # or: between two numbers of which one is meant
    hours: frozenset[str] = frozenset()         # words before a number of hours that may make it a time of day: à 14 heures
    denying: int = 1                            # how many words before a quantity a negation may stand
    merely: frozenset[str] = frozenset()        # words behind a negation that leave the quantity true: nicht nur
    capitals: bool = False                      # whether every noun has a capital, which then makes no name
    two_ways: bool = False                      # whether some write it with the other decimal mark: three digits behind either may be a group
    runs_on: bool = False                       # whether digits go on with a scale in words: 2 mil 500 millones
    opening: bool = False                       # whether from-to that begins a text is a range, if no rise or fall follows
    longest: int = 6                            # the most tokens that a phrase has
    folds: dict[str, str] | None = None         # characters that the tables have in another form: 億 as 亿
    numeral: "Callable[[str, Phrases, int, Grammar], Numeral | None] | None" = None  # numbers that no table of scales can say
    setting: frozenset[str] = frozenset()       # phrases before a number, or before its article, that name it only to set something off from it: up from, instead of
    promised: frozenset[str] = frozenset()      # words that may part such a phrase from its number: short of the targeted 40
    losing: frozenset[str] = frozenset()        # of `down`, nouns whose amount stands behind them: a fall in output of 5 per cent
    gaining: frozenset[str] = frozenset()       # the same of `up`
    inverting: frozenset[str] = frozenset()     # adjectives that turn such a noun round: negative growth of 2 per cent
    within: frozenset[str] = frozenset()        # words that may stand between such a noun and its amount, other than names
    amounting: frozenset[str] = frozenset()     # words right before such an amount: of, was
    paces: frozenset[str] = frozenset()         # behind the amount of a change that goes on: at a 5 per cent rate
    every: frozenset[str] = frozenset()         # between a number, or what it counts, and the number that it is a rate of: per, for every
    furthering: frozenset[str] = frozenset()    # words behind a measure that make it another: squared, a second
    issuers: frozenset[str] = frozenset()       # words beside a lone $ or £ that make it another currency: Canadian
    placing: frozenset[str] = frozenset()       # hedges that before an article may be prepositions: under a 40 million euro plan
    perhaps: frozenset[str] = frozenset()       # between `or` and a second number
    times: tuple[frozenset[str], ...] = ()      # nouns and units of time, of weight and of length, the larger before the smaller
    besides: frozenset[str] = frozenset()       # hedges that a mark parts from the number they stand behind: 40 firms, if not more
    enclosing: frozenset[str] = frozenset()     # behind the second of two numbers, they announce a range: 3亿和5亿之间
    evenly: frozenset[str] = frozenset()        # of `to`, what joins a range of two percentages though a rise or fall stands before: 增长3%到5%


LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish", "zh": "Chinese"}


def grammar(language: str) -> Grammar | None:
    """The table of a language by its code (`en`, `de-AT`); None for one that is not read here."""
    code = language.split("-", maxsplit=1)[0].casefold()
    if code not in LANGUAGES:
        return None
    if code not in _made:
        from importlib import import_module

        _made[code] = import_module(f"factsheet.reading.languages.{LANGUAGES[code].casefold()}").GRAMMAR
    return _made[code]


_made: dict[str, Grammar] = {}


def words(text: str) -> frozenset[str]:
    """The phrases of a table, which stand between bars."""
    return frozenset(text.split("|"))
