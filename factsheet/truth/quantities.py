"""Quantities and units as an author types them: `over 40 billion` and `USD`. Exact: Decimal, the digits as typed.

Tokens first, then a small grammar over one language's table of words. What strict reading refuses, a second table of
rewrites turns into the right way to write it, and only what then reads is offered.
"""

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factsheet.problem import Unreadable, nearest

if TYPE_CHECKING:
    from re import Match

MOST_DIGITS = 5_000
LONGEST = 10_000
LONGEST_UNIT = 60
LONGEST_HINTED = 200


class Quantity(NamedTuple):
    """A value with the hedge it was stated with; nothing is rounded, nothing dropped."""

    qualifier: str                  # "" (as stated), over, at_least, about, nearly, under, at_most, between
    number: Decimal                 # the digits as typed: 41.20 keeps its zero
    upper: Decimal | None           # the higher end, only for between
    scale: int                      # the power of ten that the scale word stands for: 0, 3, 6, 9, 12
    scale_word: str                 # "", thousand, million, billion, trillion

    @property
    def amount(self) -> Decimal:
        """The number in whole units, exact; of a range its lower end."""
        return _scaled(self.number, self.scale)

    @property
    def low(self) -> Decimal | None:
        """The least that is claimed (`over` excludes it); None if nothing is: under, at most, about, nearly."""
        return self.amount if self.qualifier in ("", "over", "at_least", "between") else None

    @property
    def high(self) -> Decimal | None:
        """The most that is claimed (`under` and `nearly` exclude it); None for over, at least, about.

        Nearly minus five may mean either side of it, so it has no bound.
        """
        if self.upper is not None:
            return _scaled(self.upper, self.scale)
        bounded = ("", "under", "at_most") if self.number <= 0 else ("", "under", "at_most", "nearly")
        return self.amount if self.qualifier in bounded else None


class Unit(NamedTuple):
    """What a number counts or measures: its words by number, and the symbol printed beside it."""

    kind: str                       # money, percent, points, count, measure
    code: str                       # USD, %, km; empty for points and for what is counted
    one: str
    other: str
    symbol: str


class Token(NamedTuple):
    """A stretch of the text: a number, a word, a dash or any other mark."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """The place just after it."""
        return self.start + len(self.text)


class Language(NamedTuple):
    """The words round numbers in one language."""

    before: dict[str, str]          # phrase in front of a number -> qualifier
    after: dict[str, str]           # phrase behind it -> qualifier
    scales: dict[str, int]
    to: tuple[str, ...]             # between the ends of a range
    both: tuple[str, ...]           # between the ends that `between` announces


ENGLISH = Language(
    before={phrase: qualifier for qualifier, phrases in {
        "over": ("over", "more than", "above", "greater than", "in excess of", "upwards of", "just over", "well over"),
        "at_least": ("at least", "no fewer than", "no less than", "not fewer than", "not less than", "a minimum of"),
        "about": ("about", "around", "approximately", "roughly", "some", "circa"),
        "nearly": ("nearly", "almost", "just under", "close to"),
        "under": ("under", "less than", "fewer than", "below"),
        "at_most": ("at most", "up to", "no more than", "not more than", "a maximum of"),
        "between": ("between",)}.items() for phrase in phrases},
    after={"or more": "at_least", "or fewer": "at_most", "or less": "at_most"},
    scales={"thousand": 3, "million": 6, "billion": 9, "trillion": 12},
    to=("to", "-", "–", "—", "‐", "‑"),
    both=("and",),
)


# Tokens --------------------------------------------------------------------------------------------------------------

def tokens(text: str) -> list[Token]:
    """The text cut into numbers, words and marks, each with its place; white space between them is dropped."""
    found, at = [], 0
    while at < len(text):
        kind, end = _token(text, at)
        if kind != "space":
            found.append(Token(kind, text[at:end], at))
        at = end
    return found


def _token(text: str, at: int) -> tuple[str, int]:
    """The kind of the token that begins here, and where it ends."""
    if text[at].isspace():
        return "space", at + 1
    if text[at] in DIGITS:
        return "number", _run(text, at + 1, DIGITS, INSIDE_NUMBERS)
    if text[at].isalpha():
        return "word", _run(text, at + 1, None, INSIDE_WORDS)
    return ("dash" if text[at] in DASHES else "mark"), at + 1


def _run(text: str, at: int, members: str | None, inside: str) -> int:
    """Where a run of digits (or letters) ends that may hold marks, each with a digit (or letter) behind it."""
    def belongs(place: int) -> bool:
        return place < len(text) and (text[place].isalpha() if members is None else text[place] in members)

    while belongs(at) or (at < len(text) and text[at] in inside and belongs(at + 1)):
        at += 1
    return at


DIGITS = "0123456789"
GROUP_MARKS = ",\u2009\u202f\u00a0\u2007"
INSIDE_NUMBERS = GROUP_MARKS + ".'’_"
INSIDE_WORDS = ".'’-"
DASHES = "-−–—‐‑"


# Reading a value -----------------------------------------------------------------------------------------------------

def read(text: str) -> Quantity:
    """The quantity that the whole text states, or Unreadable with the right way to write it if that can be told."""
    digits = sum(map(text.count, DIGITS))
    if digits > MOST_DIGITS or len(text) > LONGEST:
        found = f"{digits:,} digits" if digits > MOST_DIGITS else f"{len(text):,} characters"
        raise _refusal(f"A value has at most {MOST_DIGITS:,} digits and {LONGEST:,} characters, "
                       f"like `over 40 billion`; found {found}.")
    try:
        return _strict(text)
    except Unreadable as refusal:
        refusal.hint = refusal.hint or _remedy(text)
        raise


def _strict(text: str, language: Language = ENGLISH) -> Quantity:
    """Qualifier, number, scale; or number, scale, qualifier; or a range. Nothing may be left over."""
    found = tokens(text)
    qualifier, at = _phrase(found, 0, language.before)
    number, word, after = _amount(text, found, at, language)
    if _joins(text, found, after, language.both if qualifier == "between" else language.to):
        return _range(text, found, (number, word, after), qualifier, language)
    behind, end = _phrase(found, after, language.after)
    if end < len(found):
        raise _stuck(text, found, end, language)
    if qualifier == "between":
        raise _refusal(f"`between` stands before two numbers, like `between 3 and 5 million`; found {_shown(text)}.")
    if qualifier and behind:
        raise _one_qualifier(text)
    return Quantity(qualifier or behind, number, None, language.scales.get(word, 0), word)


def _range(text: str, found: list[Token], first: tuple[Decimal, str, int], qualifier: str,
           language: Language) -> Quantity:
    """The rest of a range, whose first end is read; a scale word at its end counts for both."""
    low, low_word, at = first
    high, word, end = _amount(text, found, at + 1, language)
    if end < len(found):
        raise _stuck(text, found, end, language)
    if qualifier not in ("", "between"):
        raise _one_qualifier(text)
    if low_word not in ("", word) or low >= high:
        raise _uneven(text, low, low_word, high, word, language)
    return Quantity("between", low, high, language.scales.get(word, 0), word)


def _uneven(text: str, low: Decimal, low_word: str, high: Decimal, word: str, language: Language) -> Unreadable:
    """What to say of a range whose ends have two scales, or fall."""
    first = _scaled(low, language.scales.get(low_word, 0))
    last = _scaled(high, language.scales.get(word or low_word, 0))
    if first < last:
        return _refusal(f"Both ends of a range have one scale, like `3 to 5 million`; found {_shown(text)}.",
                        f"Write `{first:,f} to {last:,f}`." if len(text) <= LONGEST_HINTED else "")
    return _refusal(f"A range runs from the lower number to the higher, like `3 to 5 million`; found {_shown(text)}.",
                    "Write the lower number first." if first > last else "Write the number once.")


def _joins(text: str, found: list[Token], at: int, words: tuple[str, ...]) -> bool:
    """Whether a word or dash between two numbers stands here; a dash with a space on one side alone is neither."""
    if at >= len(found) or found[at].text.casefold() not in words:
        return False
    return found[at].kind == "word" or text[found[at].start - 1].isspace() == text[found[at].end:][:1].isspace()


def _signed(text: str, found: list[Token], at: int) -> bool:
    """Whether a minus stands here: before a number, and not glued to a word as in over-40."""
    if at + 1 >= len(found) or found[at].text not in ("-", "−") or found[at].end != found[at + 1].start:
        return False
    return found[at + 1].kind == "number" and not text[:found[at].start][-1:].isalnum()


def _amount(text: str, found: list[Token], at: int, language: Language) -> tuple[Decimal, str, int]:
    """The number that stands here, its scale word, and the place after both."""
    signed = _signed(text, found, at)
    number = at + 1 if signed else at
    if number >= len(found) or found[number].kind != "number":
        raise _stuck(text, found, at, language)
    value = Decimal(("-" if signed else "") + _digits(found[number]))
    word = found[number + 1].text.casefold() if number + 1 < len(found) else ""
    return (value, word, number + 2) if word in language.scales else (value, "", number + 1)


def _digits(number: Token) -> str:
    """The digits without the marks that group them; Unreadable where the marks stand wrong."""
    whole, point, fraction = number.text.partition(".")
    mark = next((each for each in whole if each not in DIGITS), "")
    groups = whole.split(mark) if mark else [whole]
    grouped = not mark or (mark in GROUP_MARKS and len(groups[0]) <= 3 and all(len(each) == 3 for each in groups[1:]))
    leading = len(whole) > 1 and whole[0] == "0"
    if not grouped or leading or not all(map(_is_digits, groups)) or (point and not _is_digits(fraction)):
        raise _refusal(f"Digits are written like `10000`, `10,000` or `1,234.5`; found {_shown(number.text)}.",
                       "", number.start, len(number.text))
    return "".join(groups) + point + fraction


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _phrase(found: list[Token], at: int, phrases: dict[str, str]) -> tuple[str, int]:
    """What the longest known phrase that stands here means, and the place after it."""
    for length in (3, 2, 1):
        phrase = " ".join(token.text for token in found[at:at + length]).casefold()
        if phrase in phrases:
            return phrases[phrase], min(at + length, len(found))
    return "", at


def _scaled(number: Decimal, scale: int) -> Decimal:
    """Number times a power of ten, exact whatever the decimal context, and never with an exponent above zero."""
    sign, digits, typed = number.as_tuple()
    exponent = int(typed) + scale
    return Decimal((sign, digits + (0,) * max(exponent, 0), min(exponent, 0)))


def _stuck(text: str, found: list[Token], at: int, language: Language) -> Unreadable:
    """What to say of the first part that does not belong: what a value looks like, and that part."""
    wanted = "A value is written like `40`, `12.5`, `over 40 billion` or `3 to 5 million`, without a unit"
    if at >= len(found):
        return _refusal(f"{wanted}; found {_shown(text)}.")
    if at and _phrase(found, at, language.before)[0]:
        return _one_qualifier(text)
    start = found[at].start
    counted = any(token.kind == "number" for token in found[:at])
    number = next((token for token in found[at + 1:] if token.kind == "number" and not counted), None)
    part = text[start:number.start if number else len(text)].rstrip()
    return _refusal(f"{wanted}; found {_shown(part)}.", "", start, len(part))


def _one_qualifier(text: str) -> Unreadable:
    return _refusal(f"A value has one qualifier, like `over 40 billion` or `3 to 5 million`; found {_shown(text)}.")


def _refusal(message: str, hint: str = "", start: int = 0, length: int | None = None) -> Unreadable:
    return Unreadable(message, hint, start, length, "bad-value")


def _shown(text: str) -> str:
    """A text as a message quotes it: short."""
    return f"`{text if len(text) <= 60 else text[:59] + '…'}`" if text.strip() else "nothing"


# What an author may have meant by a value ----------------------------------------------------------------------------

def _remedy(text: str) -> str:
    """How to write what the text most likely means; empty unless the answer can be read."""
    if text.strip().casefold() in BLANKS:
        return "Leave the figure out until there is a number."
    value, unit = _meant(text) if len(text) <= LONGEST_HINTED else ("", "")
    value, unit = _without_rest(value, unit)
    if not value:
        return ""
    return f"Write `value: {value}` and `unit: {unit}`." if unit else f"Write `{value}`."


def _without_rest(value: str, unit: str) -> tuple[str, str]:
    """The value without the words that stand behind it, which are its unit; nothing, if even that cannot be read."""
    try:
        _strict(value)
        return value, unit
    except Unreadable as refusal:
        kept, rest = value[:refusal.start], value[refusal.start:]
    apart = kept.endswith(" ")
    return _without_rest(kept.strip(), rest) if apart and not unit and _is_noun(rest) else ("", "")


def _is_noun(text: str) -> bool:
    try:
        return text.casefold() not in ENGLISH.to + ENGLISH.both and read_unit(text).kind in ("count", "measure")
    except Unreadable:
        return False


def _meant(text: str) -> tuple[str, str]:
    """The value without the usual slips, and the unit that stood in it."""
    import re

    text, unit = _without_unit(text)
    for pattern, better in REWRITES:
        text = re.sub(pattern, better, text, flags=re.IGNORECASE)
    return " ".join(_counted(text).split()), unit


def _without_unit(text: str) -> tuple[str, str]:
    """The text without a currency or a percent sign, and what unit: should say instead."""
    import re

    text = re.sub(r"\b([a-z])\.([a-z])\.", r"\1\2", text, flags=re.IGNORECASE)
    meant = UNITS_MEANT | {unit: unit for unit in ("%", "percentage points")}
    spelled = "|".join(re.escape(name) for name in sorted(meant, key=len, reverse=True))
    names = re.findall(rf"(?<![^\W\d_])(?:{spelled})(?![^\W\d_])", text, flags=re.IGNORECASE)
    codes = [word for word in re.findall(r"\b[A-Z]{3}(?=\b|\d)", text) if word in CODES]
    units = {meant[name.casefold()] for name in names} | set(codes)
    for name in names + codes:
        text = text.replace(name, " " if name[-1].isalpha() else "")
    return (text, units.pop()) if len(units) == 1 else (text, "")


def _counted(text: str) -> str:
    """The text with its number words as digits: ten thousand, two hundred and five, forty-five million."""
    done: list[str] = []
    run: list[str] = []
    for word in [*text.split(), ""]:
        parts = word.casefold().split("-")
        if all(part in COUNTING for part in parts) or (run and word.casefold() in AFTER_COUNTING.get(run[-1], FACTORS)):
            run += parts
            continue
        done += [_spelled(run), word] if run else [word]
        run = []
    return " ".join(done)


def _spelled(run: list[str]) -> str:
    """A run of number words as digits, or as it is if it is no one number (twenty thirty)."""
    total = current = 0
    for word in run:
        value, factor = COUNTING.get(word, 0), FACTORS.get(word, 1)
        follows = current % 100 == 0 or (value < 10 and current % 10 == 0 and current % 100 >= 20)
        if (value and not follows) or (factor > 1 and (not current or (total if factor > 100 else current > 19))):
            return " ".join(run)
        current = (current + value) * factor
        total, current = (total + current, 0) if factor > 100 else (total, current)
    return _said(Decimal(total + current))


def _said(amount: Decimal) -> str:
    """An amount as an author may write it: with a scale word where that is short, else with commas."""
    for word, power in reversed(ENGLISH.scales.items()):
        digits = f"{_scaled(amount, -power):f}"
        digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
        if power > 3 and amount >= 10 ** power and len(digits) <= 6:
            return f"{digits} {word}"
    return f"{amount:,f}"


def _powered(found: "Match[str]") -> str:
    """4e10 as 40 billion."""
    return _said(_scaled(Decimal(found[1]), int(found[2])))


def _multiplied(found: "Match[str]") -> str:
    """40 crore as 400 million, 3 dozen as 36."""
    return _said(Decimal(found[1].replace(",", "")) * FACTORS[found[2].casefold()])


def _divided(found: "Match[str]") -> str:
    """1/2 or 2 3/4 as a decimal, where three decimals hold it exactly."""
    whole, above, below = int(found[1] or 0), int(found[2]), int(found[3])
    if not below or above * 1000 % below:
        return found[0]
    return f"{_scaled(Decimal(whole * 1000 + above * 1000 // below), -3):f}".rstrip("0").rstrip(".")


def _regrouped(found: "Match[str]") -> str:
    """40,5 as 40.5; 1.234.567,8 as 1,234,567.8; 1,00,000 and 10'000 by threes; 007 as 7."""
    text, bare = found[0], "".join(mark for mark in found[0] if mark in DIGITS).lstrip("0") or "0"
    last = max(text.rfind("."), text.rfind(","))
    decimal = "." in text or text.startswith("0,") or len(text) - last <= 3
    ended = "".join(mark for mark in text[:last] if mark in DIGITS) + "." + text[last + 1:]
    for guess in (text, text.translate({ord(","): ".", ord("."): ","}), ended) if decimal and last > 0 else (text,):
        if _is_number(guess):
            return guess
    return f"{Decimal(bare):,f}"


def _is_number(text: str) -> bool:
    try:
        return bool(_digits(Token("number", text, 0)))
    except Unreadable:
        return False


BLANKS = ("n/a", "na", "n.a.", "none", "unknown", "tbc", "tbd", "-", "–", "—", "?", "", "not stated", "null", "~")
ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen")
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
COUNTING = {word: number for number, word in enumerate(ONES.split())}
COUNTING |= {word: 10 * number for number, word in enumerate(TENS.split(), 2)}
FACTORS = {"dozen": 12, "hundred": 100, "thousand": 1000, "lakh": 100_000, "crore": 10_000_000}
AFTER_COUNTING = {word: {*FACTORS, "and"} for word in FACTORS}          # "and" joins after hundred, not after three
REWRITES = (
    (r"\d", lambda found: str(int(found[0]))),                              # digits of other scripts
    (r"½", ".5"), (r"¼", ".25"), (r"¾", ".75"), (r"(?<=\d) \.(?=\d)", "."), (r"(?<![\d.,])\.(?=\d)", "0."),
    (r"(?:(\d+) )?\b(\d{1,9})/(\d{1,9})\b", _divided),
    (r"≥|>=", "at least "), (r"≤|<=", "at most "), (r">", "over "), (r"<", "under "), (r"[~≈]", "about "),
    (r"\b(?:ca?|approx)\. ?", "about "), (r"^(.*\d.*)\+$", r"at least \1"), (r"^(.*\d.*) or so$", r"about \1"),
    (r"^ *\+(?=\d)|^ *(?:plus|exactly|precisely|a total of|from) ", ""), (r"^ *(?:minus|[-−–—‐‑]) ?(?=\d)", "-"),
    (r"^not (?:over|above)\b", "at most"), (r"^not (?:under|below)\b", "at least"),
    (r"\b(\d{1,15}(?:\.\d{1,15})?)e\+?(\d{1,2})\b", _powered),
    (r"(?<=\d) (?=\d{3}(?!\d))", ","),
    (rf"\d[\d{INSIDE_NUMBERS}]*(?<=\d)", _regrouped), (r"(?<=\d)\.(?!\d)|[.!;,]+ *$", ""),
    (r"(?<=\d) ?(?:bn|bln|b|mrd|billions|milliards?)\b", " billion"), (r"(?<=\d) ?(?:tn|trn|trillions)\b", " trillion"),
    (r"(?<=\d)(?:m| ?(?:mn|mln|mio|millions))\b", " million"), (r"(?<=\d) ?(?:k|thousands)\b", " thousand"),
    (r"\bhalf a (?=million|billion|trillion)", "0.5 "),
    (r"\ban? (?=dozen|hundred|thousand|million|billion|trillion|lakh|crore)", "one "),
    (r"(\d[\d,.]{0,15}) (dozen|hundred|lakh|crore)s?\b", _multiplied),
    (r"\bthousand million\b", "billion"), (r"\b(?:million million|thousand billion)\b", "trillion"),
    (r"^(\d.*) and (?=\d)", r"\1 to "),
)


# Units ---------------------------------------------------------------------------------------------------------------

def read_unit(one_or_text: str, other: str | None = None) -> Unit:
    """The unit that a text names, or the counted noun whose singular and plural are given."""
    text = one_or_text
    if other is not None:
        return Unit("count", "", _noun(text), _noun(other), "")
    if text in CODES:
        return Unit("money", text, text, text, SYMBOLS.get(text, text))
    if text == "%":
        return Unit("percent", text, text, text, text)
    if text == "percentage points":
        return Unit("points", "", "percentage point", text, "")
    if text in MEASURES:
        return Unit("measure", text, text, text, text)
    _check_code(text)
    return Unit("count", "", _noun(text), text, "")


def _check_code(text: str) -> None:
    """Three letters that look like a currency, or a measure in the wrong capitals, are slips, not nouns."""
    measures = {measure.casefold(): measure for measure in MEASURES if len(measure) > 1}
    if text.casefold() in measures:
        raise _bad_unit(text, f"Write `{measures[text.casefold()]}`.")
    if len(text) == 3 and text.isascii() and text.isalpha() and (text.isupper() or text.upper() in CODES):
        code = text.upper() if text.upper() in CODES else UNITS_MEANT.get(text.casefold(), _nearest_code(text))
        noun = f"both forms, if it is what is counted: `{{one: {text}, other: {text}s}}`."
        raise _bad_unit(text, f"Write `{code}`; or {noun}" if code else f"Write {noun}")


def _nearest_code(text: str) -> str:
    """The code with the same letters in another order, else the most like it of the well-known ones."""
    same = [code for code in (*SYMBOLS, *sorted(CODES)) if sorted(code) == sorted(text)]
    return same[0] if same else nearest(text, tuple(SYMBOLS))


def _noun(text: str) -> str:
    """The name of what is counted, as it stands; Unreadable for what belongs elsewhere or cannot be printed."""
    if not text.strip():
        raise _bad_unit(text, "Write what is counted, or `%`.")
    if len(text) > LONGEST_UNIT:
        raise _bad_unit(text, f"A unit has at most {LONGEST_UNIT} characters; put the rest into `label:`.")
    if text != " ".join(text.split()):
        raise _bad_unit(text, f"Write `{' '.join(text.split())}`.")
    meant = UNITS_MEANT.get(text.casefold().replace(".", ""))
    if meant:
        raise _bad_unit(text, f"Write `{meant}`.")
    _check_words(text)
    _check_characters(text)
    return text


def _check_words(text: str) -> None:
    """A unit is one thing: no scale, no currency or percent sign with words round it."""
    for word in text.split():
        scale = SHORT_SCALES.get(word.casefold(), word.casefold().removesuffix("s"))
        if scale in ENGLISH.scales:
            rest = " ".join(text.replace(word, "").split())
            unit = f" and `unit: {UNITS_MEANT.get(rest.casefold(), rest)}`" if rest else ""
            raise _bad_unit(text, f"Write `value: 40 {scale}`{unit}.", text.index(word), len(word))
    for word in text.split():
        meant = word if word in CODES or word == "%" else "" if word.isalpha() else UNITS_MEANT.get(word.casefold())
        if meant:
            raise _bad_unit(text, f"Write `{meant}`, and put the rest into `label:`.")


def _check_characters(text: str) -> None:
    for at, mark in enumerate(text):
        if mark in DIGITS:
            better = text.replace("m2", "m²").replace("m3", "m³").replace("CO2", "CO₂")
            raise _bad_unit(text, "Put the number into `value:`, or write it in letters." if set(better) & set(DIGITS)
                            else f"Write `{better}`.", at, 1)
        if not (mark.isalpha() or mark in UNIT_MARKS or _combines(mark)):
            raise _bad_unit(text, "Write it in letters.", at, 1)


def _combines(mark: str) -> bool:
    from unicodedata import category

    return category(mark) in ("Mn", "Mc")


def _bad_unit(text: str, hint: str, start: int = 0, length: int | None = None) -> Unreadable:
    return Unreadable("A unit is a currency's code, `%`, `percentage points`, a measure or a counted noun, like `USD`, "
                      f"`km` or `firms`; found {_shown(text)}.", hint, start, length, "bad-unit")


SHORT_SCALES = {"k": "thousand", "mn": "million", "mln": "million", "bn": "billion", "tn": "trillion"}
UNIT_MARKS = " -'’./&()·°µ²³₂₃₄"
SYMBOLS = {     # CLDR's for English where it has one, with US$ for clearness; every other currency prints its code
    "USD": "US$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "HKD": "HK$", "AUD": "A$", "CAD": "CA$",
    "NZD": "NZ$", "TWD": "NT$", "MXN": "MX$", "BRL": "R$", "XCD": "EC$", "INR": "₹", "KRW": "₩", "ILS": "₪",
    "VND": "₫", "PHP": "₱", "RUB": "₽", "TRY": "₺", "UAH": "₴", "NGN": "₦", "THB": "฿",
}
ACTIVE = (      # ISO 4217
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF "
    "CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD "
    "HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD "
    "MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN "
    "PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD "
    "TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAD XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD "
    "XPF XPT XSU XUA YER ZAR ZMW ZWG")
GONE = (        # ISO 4217's of currencies that are gone, but still stand in older figures
    "ANG ATS BEF BGN BYR CSK CUC CYP DDM DEM ECS EEK ESP FIM FRF GHC GRD HRK IEP ITL LTL LUF LVL MRO MTL NLG PLZ PTE "
    "ROL SIT SKK SLL STD SUR TRL VEB VEF XEU YUM ZMK ZWD ZWL")
CODES = frozenset(f"{ACTIVE} {GONE}".split())
SYMBOLS_OF_MEASURES = (
    "mm cm m km mm² cm² m² km² ha mm³ cm³ m³ km³ ml mL cl dl l L hl mg g kg t kt Mt Gt s min h W kW MW GW TW Wh kWh "
    "MWh GWh TWh J kJ MJ GJ TJ PJ EJ V kV mA A K °C °F Pa hPa kPa MPa bar Hz kHz MHz GHz B kB MB GB TB PB kbit/s "
    "Mbit/s Gbit/s km/h m/s dB N kN mol ppm ppb ft mi lb oz")
MEASURES = frozenset(SYMBOLS_OF_MEASURES.split())
UNITS_MEANT = {symbol.casefold(): code for code, symbol in SYMBOLS.items()} | {
    name: unit for unit, names in {
        "USD": "$|us dollar|us dollars|dollar|dollars|american dollars",
        "EUR": "euro|euros", "GBP": "pound|pounds|pound sterling|pounds sterling|sterling",
        "JPY": "yen|jp¥|japanese yen",
        "CNY": "yuan|renminbi|rmb|chinese yuan", "HKD": "hong kong dollar|hong kong dollars",
        "AUD": "au$|australian dollar|australian dollars", "CAD": "c$|canadian dollar|canadian dollars",
        "NZD": "new zealand dollar|new zealand dollars", "SGD": "s$|singapore dollar|singapore dollars",
        "INR": "rupee|rupees|indian rupees|rs", "CHF": "swiss franc|swiss francs|franken", "KRW": "won",
        "RUB": "rouble|roubles|ruble|rubles", "BRL": "reais",
        "%": "percent|per cent|pct|％|percentage",
        "percentage points": "percentage point|%-points|%points|% points|% point|pp|ppt|ppts|pps|percent points|"
                             "per cent points|percentage-points",
    }.items() for name in names.split("|")}
