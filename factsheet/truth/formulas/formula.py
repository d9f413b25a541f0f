"""Formulas and checks as an author types them, `investment / firms` and `firms >= 10000`: text -> tree, each part with its place.

A hand scanner and a small grammar of its own; nothing of the text is ever run as a program.
"""

from decimal import Decimal
from typing import TypeAlias

from factsheet.reading.quantities import ENGLISH, Token, digits_of, scaled, shown
from factsheet.record import Record
from factsheet.truth.formulas.words import COMPARISONS, WANTED, Words, faults, is_name, refusal, sign_of, words_of

LONGEST = 500
MOST_OPERANDS = 100
DEEPEST = 32
SPLIT = "Split it: a formula may use other derived figures."


class Number(Record):
    """A number typed into a formula, in whole units; of `5%` it is 5."""

    amount: Decimal
    percent: bool
    start: int
    end: int


class Name(Record):
    """A figure that a formula uses."""

    id: str
    start: int
    end: int


class Negative(Record):
    """A minus before an operand."""

    operand: "Node"
    start: int
    end: int


class Operation(Record):
    """Two operands and the sign between them: + - * / or, at the top of a check, == != < <= > >=."""

    sign: str
    left: "Node"
    right: "Node"
    start: int
    end: int


Node: TypeAlias = Number | Name | Negative | Operation


class Formula(Record):
    """A formula or a check that was read."""

    text: str
    tree: Node
    names: tuple[tuple[str, int], ...]  # every name where it stands, with its offset in the text


def added(tree: Node, alone: bool = True) -> tuple[Number, ...]:
    """The numbers that are added, subtracted or stand alone, and zeros that wipe out what they are multiplied with."""
    if isinstance(tree, Number):
        return (tree,) if alone or not tree.amount else ()
    if isinstance(tree, Negative):
        return added(tree.operand, alone)
    if isinstance(tree, Operation):
        sums = tree.sign not in ("*", "/")
        return added(tree.left, sums) + added(tree.right, sums)
    return ()


def turned_to_hundreds(tree: Node) -> bool:
    """Whether a quotient is multiplied by 100, as one does who works out per cents by hand."""
    if not isinstance(tree, Operation) or tree.sign != "*":
        return False
    sides = (tree.left, tree.right)
    return any(isinstance(side, Number) and side.amount == 100 for side in sides) and any(isinstance(side, Operation) and side.sign == "/" for side in sides)


def read_formula(text: str) -> Formula:
    """The formula that the whole text states, or Unreadable with the place of what is wrong."""
    return _read(text, "formula")


def read_check(text: str) -> Formula:
    """The check that the whole text states: two sides and one comparison; or Unreadable with the place of what is wrong."""
    return _read(text, "check")


# Grammar -------------------------------------------------------------------------------------------------------------


def _read(text: str, noun: str) -> Formula:
    if len(text) > LONGEST:
        raise refusal(f"A {noun} has at most {LONGEST} characters; found {len(text):,}.", SPLIT)
    words = words_of(text, noun)
    tree, at = _sum(words, 0, 0)
    if noun == "check":
        tree, at = _comparison(words, tree, at)
    if words.tokens[at].kind != "end":
        raise faults().stuck(words, at)
    names = _names(words)
    operands = len(names) + sum(token.kind == "number" for token in words.tokens)
    if operands > MOST_OPERANDS:
        raise refusal(f"A {noun} has at most {MOST_OPERANDS} figures and numbers; found {operands}.", SPLIT)
    if not names:
        raise refusal(
            f"{WANTED[noun]}; found no figure's name in {shown(text)}.", "Write a number of its own under `value:`, with its evidence."
        )
    return Formula(text, tree, names)


def _names(words: Words) -> tuple[tuple[str, int], ...]:
    """Every word that is no scale behind a number."""
    pairs = zip([None, *words.tokens], words.tokens, strict=False)
    return tuple((token.text, token.start) for before, token in pairs if token.kind == "word" and not _scales(before, token))


def _scales(before: Token | None, token: Token) -> bool:
    """Whether a word is the million of `5 million`."""
    return before is not None and before.kind == "number" and token.text.casefold() in ENGLISH.scales


def _comparison(words: Words, left: Node, at: int) -> tuple[Node, int]:
    """The comparison that stands here, and its right side."""
    sign = sign_of(words.tokens[at])
    if sign not in COMPARISONS:
        if words.tokens[at].kind != "end":
            raise faults().stuck(words, at)
        raise refusal(f"{WANTED['check']}; found no comparison in {shown(words.text)}.", "Add one: == != < <= > >=.")
    right, end = _sum(words, at + 1, 0)
    return Operation(sign, left, right, left.start, right.end), end


def _sum(words: Words, at: int, depth: int) -> tuple[Node, int]:
    left, at = _product(words, at, depth)
    while (sign := sign_of(words.tokens[at])) in ("+", "-"):
        right, at = _product(words, at + 1, depth)
        left = Operation(sign, left, right, left.start, right.end)
    return left, at


def _product(words: Words, at: int, depth: int) -> tuple[Node, int]:
    left, at = _operand(words, at, depth)
    while (sign := sign_of(words.tokens[at])) in ("*", "/"):
        right, at = _operand(words, at + 1, depth)
        left = Operation(sign, left, right, left.start, right.end)
    return left, at


def _operand(words: Words, at: int, depth: int) -> tuple[Node, int]:
    """A number, a name, a bracket, or one of these with a minus before it."""
    token = words.tokens[at]
    if depth > DEEPEST:
        raise refusal(
            f"Brackets and minus signs stand at most {DEEPEST} deep in a {words.noun}.",
            "Leave out those that change nothing.",
            token.start,
            1,
        )
    if token.kind == "number":
        return _number(words, at)
    if token.kind == "word" and is_name(token.text):
        return Name(token.text, token.start, token.end), at + 1
    if token.text == "(":
        return _bracket(words, at, depth)
    if sign_of(token) != "-":
        raise faults().no_operand(words, at)
    operand, after = _operand(words, at + 1, depth + 1)
    return Negative(operand, token.start, operand.end), after


def _number(words: Words, at: int) -> tuple[Node, int]:
    """A number with the scale word and the percent sign behind it."""
    token, last = words.tokens[at], at
    amount = Decimal(digits_of(token))
    if _scales(token, words.tokens[last + 1]):
        last += 1
        amount = scaled(amount, ENGLISH.scales[words.tokens[last].text.casefold()])
    percent = words.tokens[last + 1].text == "%"
    last += percent
    return Number(amount, percent, token.start, words.tokens[last].end), last + 1


def _bracket(words: Words, at: int, depth: int) -> tuple[Node, int]:
    opened = words.tokens[at]
    inside, end = _sum(words, at + 1, depth + 1)
    closing = words.tokens[end]
    if closing.kind == "end":
        raise refusal("Every `(` has its `)` behind it; found one without.", "Add the `)`.", opened.start, 1)
    if closing.text != ")":
        raise faults().stuck(words, end)
    return inside._replace(start=opened.start, end=closing.end), end + 1
