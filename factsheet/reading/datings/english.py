"""The words round dates in English; what their kinds mean, words.py says."""

from factsheet.reading.datings.words import Kinds, language, numbered

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
            "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
            *(f"twenty-{each}|twenty {each}" for each in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
                                                          "ninth")), "thirtieth", "thirty-first|thirty first")
TENS = dict(zip(range(20, 100, 10), ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"),
                strict=True))
NOT_ONE_DAY = ("every", "each", "a", "any", "some", "most")
NAMES = ("black friday|good friday|cyber monday|super tuesday|bloody sunday|palm sunday|easter monday|easter sunday|ash wednesday|"
         "shrove tuesday|maundy thursday|casual friday|sunday times|sunday telegraph|sunday mirror|usa today|theresa may|may day")


def _turned(unit: str) -> dict[int, str]:
    """Last week, this week, next week; but the last week is any seven days."""
    return {-1: f"last {unit}", 0: f"this {unit}|the current {unit}|the present {unit}",
            1: f"next {unit}|the coming {unit}|this coming {unit}"}


def _quarter(nth: int, name: str) -> dict[int, str]:
    part = f"{3 * nth - 2}{3 * nth:02}"
    return {int(part): f"q{nth}|{nth}q|{name} quarter|{name}-quarter|{nth} {ORDINAL_ENDINGS[nth]} quarter"}


ORDINAL_ENDINGS = ("", "st", "nd", "rd", "th")

KINDS: Kinds = {
    "m": numbered("january|jan|jan.", "february|feb|feb.", "march|mar|mar.", "april|apr|apr.", "may", "june|jun|jun.", "july|jul|jul.",
                  "august|aug|aug.", "september|sept|sept.|sep|sep.", "october|oct|oct.", "november|nov|nov.", "december|dec|dec."),
    "s": numbered("spring|springtime", "summer|summertime", "autumn|fall", "winter|wintertime", start=21),
    "w": numbered(*DAYS, start=0),
    "v": numbered("mon|mon.", "tue|tue.|tues|tues.", "wed|wed.|weds", "thu|thu.|thur|thur.|thurs|thurs.", "fri|fri.", "sat|sat.",
                  "sun|sun.", start=0),
    "O": numbered(*ORDINALS),
    "c": {0: "century"},
    "e": {1900 + tens: f"nineteen-{name}|nineteen {name}" for tens, name in TENS.items()},
    "E": TENS,
    "a": {-1: "BC|BCE|B.c.|B.c.e.", 1: "AD|CE|A.d.|C.e."},
    "q": {**_quarter(1, "first"), **_quarter(2, "second"), **_quarter(3, "third"), **_quarter(4, "fourth")},
    "Q": {106: "h1|1h|first half|first-half|first six months|first two quarters",
          712: "h2|2h|second half|second-half|last half|latter half|last six months|last two quarters",
          102: "first two months", 103: "first three months", 104: "first four months", 109: "first nine months|first three quarters",
          1012: "final quarter|last three months"},
    "T": {-2: "the day before yesterday", -1: "yesterday|last night", 0: "today|tonight|this morning|this afternoon|this evening",
          1: "tomorrow", 2: "the day after tomorrow"},
    "W": _turned("week"), "N": _turned("month"), "K": _turned("quarter"), "Y": _turned("year"),
    "L": {-1: "last|this past", 0: "this", 1: "next|the coming|this coming"},
    "u": {1: "day|days", 2: "week|weeks", 3: "month|months", 4: "year|years"},
    "A": {1: "a|an"},
    "n": numbered("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    "g": {0: "ago"},
    "i": {0: "on|at", 1: "in|during|throughout|as of|as at|dated|dating to|dating back to|back to|in the course of"},
    "j": {0: "for|within"}, "f": {0: "of"}, "F": {0: "from|starting from|beginning from|as from"}, "Z": {0: "between"},
    "S": {0: "since|ever since"},
    "U": {0: "up to|through|thru", 1: "until|till|up until|up till"},
    "B": {1: "before|prior to|ahead of|earlier than|pre",
          2: "after|later than|post|no earlier than|not earlier than|not before|no sooner than|as late as|on or after",
          3: "by|no later than|not later than|at the latest by|as early as|as far back as|on or before"},
    "J": {0: "to"}, "&": {0: "and|&"}, "|": {0: "or"}, "t": {0: "the|both|either"},
    "^": {0: "its|his|her|their|our|my|your|that"},
    "h": {1: "about|around|approximately|approx|approx.|roughly|sometime around|some time around|in or around|in or about|on or about|"
             "on or around", 2: "probably|possibly|perhaps|maybe|presumably|most likely", 5: "circa|ca|ca.|c."},
    "p": {0: "early|mid|late|later|earlier|early in|late in|later in|earlier in|midway through|beginning of|start of|middle of|turn of|"
             "early-|late-", 1: "end of|close of|end-"},
    "z": {0: "fiscal|fiscal year|financial year|school year|academic year|tax year|calendar year|marketing year|fy|season"},
    "P": {0: "now|present|date|this day|present day|ongoing"},
    "H": {0: "or so|or thereabouts"},
    "+": {0: "onwards|onward|and onwards|and beyond"},
    "b": {2: "or later", 3: "or earlier|at the latest"},
    "~": {0: "not|never|cannot|didn|wasn|isn|hadn|hasn|don|doesn"},
    "k": {0: "percent|per cent|percentage|thousand|million|billion|trillion|hundred|dozen|mn|bn|m|k|"
             "us dollars|u.s. dollars|dollars|dollar|euros|euro|pounds|pound|yuan|renminbi|yen|rupees|won|roubles|rubles|francs|cents|"
             "usd|eur|gbp|cny|rmb|hkd|jpy|km|kilometres|kilometers|kilometre|kilometer|metres|meters|metre|meter|miles|mile|feet|foot|"
             "cm|mm|inches|yards|hectares|hectare|ha|acres|acre|square|cubic|sq|kg|kilograms|kilos|grams|tonnes|tonne|tons|ton|ounces|"
             "litres|liters|barrels|gallons|watts|kw|mw|gw|kwh|mwh|gwh|twh|volts|degrees|hours|hour|minutes|minute|seconds|times|points|"
             "basis|mhz|ghz|hz|mb|gb|tb|calories|kcal|mph|rpm|hp|horsepower|hundredths"},
    "l": {0: "people|persons|person|men|women|children|workers|employees|staff|jobs|firms|companies|businesses|enterprises|homes|houses|"
             "households|families|students|pupils|teachers|patients|deaths|cases|victims|visitors|tourists|passengers|guests|cars|"
             "vehicles|trucks|buses|ships|boats|planes|aircraft|trees|species|animals|participants|delegates|members|soldiers|troops|"
             "officers|residents|inhabitants|villagers|villages|towns|schools|hospitals|units|items|copies|tickets|seats|beds|rooms|"
             "apartments|flats|books|pages|words|votes|shares|customers|users|investors|farmers|refugees|migrants|volunteers|athletes|"
             "foreign-invested|sheep|cattle|fish|strong|odd|word|page|seat|bed|room|man|member|individuals|respondents|attendees|"
             "spectators|protesters|entries|projects"},
    "I": {0: "election|elections|census|budget|olympics|games|winter olympics|summer olympics|world cup|crisis|edition|survey"},
    "V": {1: "will|shall|ll|won't|going to|set to|set for|due|scheduled|slated|expected|expects|plans|plan to|planned|planning|is to|are to|"
             "would|could|should|must|might|may|upcoming|forthcoming|aims to|hopes to|intends|proposed|payable|effective|expires|deadline",
          0: "is|are|has|have|can|remains|does|do|shows|marks|sees|brings",
          -1: "said|told|was|were|had|saw|brought|became|began|came|went|did|made|took|found|put|rose|fell|grew|gave|led|met|lost|"
              "marked|ended|opened|started|turned|proved|witnessed|set|held|sent|left|kept|stood|wrote|spoke|built|signed"},
    "X": {0: "no.|nos.|nr.|number|numbers|num|p.|pp.|flight|route|highway|model|version|chapter|section|article|paragraph|"
             "item|line|code|zip|box|tel|tel.|phone|fax|call|mobile|iso|din|rfc|over|least|most|nearly|almost|under|some|more than|"
             "less than|fewer than|greater than|other than|only|just|"
             "all|other|another|these|those|total|totalling|totaling|totalled|population|height|altitude|elevation|length|distance|weight|"
             "crowd|staff of|workforce|capacity|average|maximum|minimum|sum|count|exactly|additional|extra|further|sold|cost",
          1: "half", 2: "than"},
    "0": {0: NAMES},
    "x": {0: "today's", 1: "|".join(f"{word} {day}" for word in NOT_ONE_DAY for day in DAYS),
          2: "|".join(f"the {turn} {unit}" for turn in ("last", "next", "past") for unit in ("week", "month", "quarter", "year"))},
}
PATTERNS = (
    "#m #fm #m,?y #fm,?y #mY #fmY #fmfY #-m-y Ofm Ofm,?y Ofm,?Y m# mt# m#,?y mt#,?y m#,?Y mO,?y m,?y mfy mY mfY m-y m Lm L#m Lm# D M "
    "uf#m uf#m,?y ufm# ufm#,?y s,?y sfy sY sfY sR sfR s2 sf2 Ls q,?y qfy q-y yq y-q y,q qY qfY q Q,?y Qfy QY QfY yQ oc o-c Oc O-c "
    "oca o-ca Oca O-ca "
    "Y'xq Y'xQ Y'xs e E 'E \"E na da ya an ad ay w Lw wW wfW T W N K Y nug dug Aug R y 2z z2")
LANGUAGE = language(
    KINDS, PATTERNS, days=("d", "o", "r", "dJd", "oJo", "oJto", "dUd", "d&d", "o&o", "d,d&d", "o,o&o"), capitals="mwv0",
    endings={"o": "st|nd|rd|th", "e": "s"})._replace(plural="s", past="ed", years_before_nouns=True, on="on")
