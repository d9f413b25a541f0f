"""What an author may have meant by a value that cannot be read: rewrites, of which only what then reads is offered.

Loaded when a value could not be read; a sound sheet never needs it.
"""

from decimal import Decimal
from typing import TYPE_CHECKING

from factsheet.problem import Unreadable
from factsheet.reading.quantities import DIGITS, ENGLISH, INSIDE_NUMBERS, LONGEST_HINTED, Token, digits_of, scaled, strict
from factsheet.reading.units import CODES, UNITS_MEANT, read_unit

if TYPE_CHECKING:
    from re import Match

def remedy(text: str) -> str:
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
        strict(value)
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
        digits = f"{scaled(amount, -power):f}"
        digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
        if power > 3 and amount >= 10 ** power and len(digits) <= 6:
            return f"{digits} {word}"
    return f"{amount:,f}"


def _powered(found: "Match[str]") -> str:
    """4e10 as 40 billion."""
    return _said(scaled(Decimal(found[1]), int(found[2])))


def _multiplied(found: "Match[str]") -> str:
    """40 crore as 400 million, 3 dozen as 36."""
    return _said(Decimal(found[1].replace(",", "")) * FACTORS[found[2].casefold()])


def _divided(found: "Match[str]") -> str:
    """1/2 or 2 3/4 as a decimal, where three decimals hold it exactly."""
    whole, above, below = int(found[1] or 0), int(found[2]), int(found[3])
    if not below or above * 1000 % below:
        return found[0]
    return f"{scaled(Decimal(whole * 1000 + above * 1000 // below), -3):f}".rstrip("0").rstrip(".")


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
        return bool(digits_of(Token("number", text, 0)))
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
