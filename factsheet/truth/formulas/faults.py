"""What an author is told of a formula or a check that cannot be read.

Loaded when one could not be read; a sound sheet never needs it.
"""

from collections.abc import Container

from factsheet.problem import Unreadable
from factsheet.reading.quantities import is_digits, shown
from factsheet.truth.formulas.words import COMPARISONS, WANTED, WRONG_PAIRS, Words, is_name, refusal, sign_of


def strange(words: Words, at: int) -> Unreadable:
    """What to say of a mark that no formula has."""
    pair = words.text[at:at + 2]
    found = pair if pair in WRONG_PAIRS else pair[:1]
    return refusal(f"A {words.noun} is made of figures' names, numbers and {SIGNS[words.noun]}; found {shown(found)}.", HINTS.get(found, ""), at, len(found))


def no_operand(words: Words, at: int) -> Unreadable:
    """What to say where a name or a number is wanted and something else stands, or nothing."""
    token, before = words.tokens[at], words.tokens[at - 1] if at else None
    if token.kind == "word":
        return _misnamed(token.text, token.start)
    place = before if before and token.kind == "end" else token
    after = f" after `{before.text}`" if before else ""
    found = shown(token.text)
    hint = "Leave out the `+`." if token.text == "+" else "Write one comparison: == != < <= > >=." if sign_of(token) in COMPARISONS else ""
    return refusal(f"{WANTED[words.noun]}: a figure's name or a number is wanted{after}; found {found}.", hint, place.start, len(place.text))


def _misnamed(text: str, start: int) -> Unreadable:
    small = text.casefold()
    return refusal(f"A figure's name is made of small letters, digits, - and _, like `firms`; found {shown(text)}.",
                   f"Write `{small}`." if is_name(small) else "Write the name under which the figure stands below `figures:`.", start, len(text))


def stuck(words: Words, at: int) -> Unreadable:
    """What to say of a token that cannot follow what was read before it."""
    token, before = words.tokens[at], words.tokens[at - 1]
    place = token.start, len(token.text)
    if token.text == ")":
        return refusal("Every `)` has its `(` before it; found one without.", "Take the `)` out.", *place)
    if token.text == "%":
        return refusal("A `%` stands behind a number, like `5%`; found it elsewhere.", "The figure's own `unit:` says that it is a percentage.", *place)
    if sign_of(token) in COMPARISONS:
        message, hint = COMPARED[words.noun]
        return refusal(f"{message}; found {shown(token.text)}.", hint, *place)
    hint = BETWEEN.get(token.text.casefold(), "")
    if before.kind == "word" and before.text.endswith("-"):
        hint = f"Put a space before the minus: `{before.text[:-1]} - …`."
    return refusal(f"Between two figures or numbers stands one of + - * /, like `investment / firms`; found {shown(token.text)}.", hint, *place)


def spaced(name: str, known: Container[str]) -> str:
    """An unknown name with spaces round its minus signs, where it then consists of known names and numbers; else an empty text."""
    parts = name.split("-")[:LONGEST_CHAIN]
    ways: list[str | None] = [""]
    for end in range(1, len(parts) + 1):
        pieces = [(ways[start], "-".join(parts[start:end])) for start in range(end)]
        found = [f"{way} - {piece}" if way else piece for way, piece in pieces if way is not None and (piece in known or is_digits(piece))]
        ways.append(found[0] if found else None)
    return ways[-1] or "" if len(parts) == name.count("-") + 1 else ""


LONGEST_CHAIN = 20      # parts of a hyphenated name that are tried
SIGNS = {"formula": "+ - * / ( )", "check": "+ - * / ( ) == != < <= > >="}
COMPARED = {
    "formula": ("A formula gives a number, like `investment / firms`, and compares nothing", "Write comparisons under `checks:`."),
    "check": ("A check has one comparison, outside of brackets, like `firms >= 10000`", "Write each comparison as a check of its own."),
}
BARE_NAME = "Write the bare name, like `firms`."
BARE_NUMBER = "Leave the currency out: a bare number has the unit of what it stands beside."
ONE_EACH = "Write each comparison as a check of its own."
HINTS = {
    "**": "Write a power as a product, like `side * side`.", "^": "Write a power as a product, like `side * side`.", "//": "Write one `/`.",
    "=>": "Write `>=`.", "=<": "Write `<=`.", "<>": "Write `!=`.", ":": "Write a division with `/`.", "·": "Write a product with `*`.",
    "–": "Write a minus as `-`, with spaces round it.", "—": "Write a minus as `-`, with spaces round it.",
    ".": "Write a decimal with digits on both sides, like `0.5`.", ",": "Write a large number without spaces, like `10,000`.",
    "&": ONE_EACH, "|": ONE_EACH, "[": BARE_NAME, "{": BARE_NAME, "`": BARE_NAME, "'": BARE_NAME, '"': BARE_NAME,
    "$": BARE_NUMBER, "€": BARE_NUMBER, "£": BARE_NUMBER,
}
BETWEEN = {
    "and": ONE_EACH, "or": ONE_EACH, "x": "Write `*`.", "times": "Write `*`.", "of": "Write `*`.", "per": "Write `/`.", "by": "Write `/`.",
    "divided": "Write `/`.", "plus": "Write `+`.", "minus": "Write `-`.", "percent": "Write `%`.", "bn": "Write `billion`.", "m": "Write `million`.",
    "mn": "Write `million`.", "tn": "Write `trillion`.", "k": "Write `thousand`.",
    "(": "Write `*` before the bracket if that is meant; there are no functions here.",
}
