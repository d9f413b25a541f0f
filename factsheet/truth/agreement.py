"""Does the quotation say that? A value is held to its evidence: number, scale, unit and qualifier from one number of the text.

Three verdicts. To agree wrongly would be the worst; so what is doubtful is not read, and a person says how it reads.
"""

from decimal import ROUND_HALF_EVEN, Context, Decimal

from factsheet.reading.datings import find as datings
from factsheet.reading.languages import LANGUAGES, Grammar, grammar
from factsheet.reading.mentions import Mention, mentions
from factsheet.reading.mentions.doubts import NEGATED
from factsheet.reading.phrases import Phrases
from factsheet.reading.quantities import MOST_DIGITS, Quantity, said, said_qualifier, scaled
from factsheet.reading.running import tokens
from factsheet.reading.units import Unit
from factsheet.record import Record
from factsheet.truth.labels import names_a_change, names_a_loss, names_a_negation
from factsheet.truth.measures import base_of, converted
from factsheet.truth.nouns import counted

AGREES, DISAGREES, UNREAD = "agrees", "disagrees", "cannot read"


class Verdict(Record):
    """Whether a quotation carries a fact; for all but `agrees` a sentence and what to do."""

    kind: str
    message: str = ""
    hint: str = ""
    key: str = ""       # the field of the fact that is at fault, where it is not the value or date itself
    open: bool = False  # whether all that is missing is what a person may read elsewhere in the source


class Claim(Record):
    """What is held to a quotation: the value, its unit, and the label, which may say that the number is a fall."""

    value: Quantity
    unit: Unit
    label: str


class Compared(Record):
    """One number of the evidence beside the claim: what differs."""

    mention: Mention
    number: bool
    unit: str           # "" agrees; otherwise `other`, `missing` or `unknown`
    qualifier: bool
    direction: bool

    @property
    def alike(self) -> int:
        return 4 * self.number + 2 * (not self.unit) + self.qualifier + self.direction

    @property
    def same(self) -> bool:
        return self.number and not self.unit and self.qualifier and self.direction


def agreement(claim: Claim, evidence: str, language: str = "en") -> Verdict:
    """The verdict on a claim and the words that are to carry it; `language` is that of the evidence, as in `en` or `zh-Hant`."""
    table = grammar(language)
    if table is None:
        return Verdict(UNREAD, f"Numbers in this language (`{language}`) cannot be read here; {', '.join(LANGUAGES.values())} can.", _reads_as(claim))
    found = mentions(evidence, table, datings(evidence, language))
    compared = sorted((_compared(claim, mention, found, evidence, language) for mention in found), key=lambda each: -each.alike)
    carrying = [each.mention for each in compared if each.same and not each.mention.doubt]
    if any(names_a_negation(claim.label) or not _negated(evidence, mention, table) for mention in carrying):
        return Verdict(AGREES)
    if carrying:
        words = evidence[carrying[0].start : carrying[0].end]
        return Verdict(UNREAD, f"The evidence has the number of the value, “{words}”, but says of it that something is not so.", _reads_as(claim))
    return _unread(claim, compared, evidence) or _differs(claim, compared[0], evidence)


def _negated(evidence: str, mention: Mention, table: Grammar) -> bool:
    """Whether a negation follows what the number counts: 40 firms did not open."""
    behind = Phrases(tokens(evidence[mention.end : mention.end + FARTHEST]), table.joiner, table.longest, table.folds)
    for place in range(min(len(mention.nouns) + 1, len(behind.keys))):
        if behind.tokens[place].kind != "word":
            return False
        if behind.at(place, table.negated)[0]:
            return True
    return False


def _unread(claim: Claim, compared: list[Compared], evidence: str) -> Verdict | None:
    """What is said where no number can be read for certain, or the one that would agree cannot."""
    if not compared:
        return Verdict(UNREAD, f"No quantity can be read in the evidence “{_short(evidence)}”.", _reads_as(claim))
    if all(each.mention.doubt for each in compared):
        first = compared[0].mention
        return Verdict(UNREAD, f"The evidence “{evidence[first.start:first.end]}” cannot be read for certain: {first.doubt}.", _reads_as(claim))
    close = next((each for each in compared if each.number and each.qualifier and each.direction and ((each.mention.doubt and each.mention.doubt != NEGATED) or each.unit == "unknown")), None)
    if close is None:
        return None
    unclear = f"`{close.mention.code}` may mean more than one unit" if close.mention.kind == "unclear" else ""
    why = close.mention.doubt or unclear or f"whether it counts {claim.unit.other} is for a person to say"
    return Verdict(UNREAD, f"The evidence has the number of the value, “{evidence[close.mention.start:close.mention.end]}”, but {why}.", _reads_as(claim))


def _reads_as(claim: Claim) -> str:
    unit = claim.unit.other if claim.unit.kind != "money" else claim.unit.code
    return f"Quote words that carry the number, or say how a person reads them: `reads_as: {said(claim.value)} {unit}`."


# Comparing -----------------------------------------------------------------------------------------------------------

def _compared(claim: Claim, mention: Mention, found: tuple[Mention, ...], evidence: str, language: str) -> Compared:
    unit = _unit(claim, mention, found, evidence, language)
    amount, upper = mention.amount, mention.upper
    if claim.unit.kind == mention.kind == "measure":
        amount, upper = converted(amount, mention.code, claim.unit.code), upper if upper is None else converted(upper, mention.code, claim.unit.code)
    direction = _direction(claim, mention)
    amount = -amount if mention.direction == "down" and claim.value.number.is_signed() and not amount.is_signed() else amount
    rounded = claim.value.qualifier == "about" and not mention.qualifier
    number = _equal(claim.value, amount, upper, rounded)
    nearer = rounded and number and amount != claim.value.amount
    return Compared(mention, number, unit, mention.qualifier == claim.value.qualifier or nearer, direction)


def _equal(value: Quantity, amount: Decimal, upper: Decimal | None, rounded: bool) -> bool:
    """Whether the amounts are the same; that of a value that says `about` may be rounded to the digits that were typed."""
    if value.upper is not None or upper is not None:
        return value.upper is not None and upper is not None and value.amount == amount and scaled(value.upper, value.scale) == upper
    return value.amount == amount or (rounded and _rounds_to(value, amount))


def _rounds_to(value: Quantity, amount: Decimal) -> bool:
    """Whether an amount is the value when it is rounded as finely as that was typed; zeros at its end count as rounded where that is close."""
    if amount.adjusted() >= MOST_DIGITS:
        return False
    context = Context(prec=2 * MOST_DIGITS, rounding=ROUND_HALF_EVEN)
    typed = int(value.number.as_tuple().exponent) + value.scale
    zeros = 0 if typed < value.scale else len(value.number.as_tuple().digits) - len(str(value.number).rstrip("0").lstrip("-"))
    steps = [typed] if not zeros else [typed, typed + zeros]
    near = context.multiply(abs(context.subtract(amount, value.amount)), Decimal(20)) <= abs(value.amount)
    return any(context.quantize(amount, Decimal((0, (1,), step))) == value.amount for step in (steps if near else steps[:1]))


def _unit(claim: Claim, mention: Mention, found: tuple[Mention, ...], evidence: str, language: str) -> str:
    """Whether the number has the claim's unit: empty if so."""
    unit = claim.unit
    if unit.kind == "count":
        return counted(unit, mention, found, evidence, language)
    if not mention.kind:
        return "missing"
    if mention.kind == "unclear":
        return "unknown"
    if unit.kind != mention.kind:
        return "other"
    if unit.kind == "measure":
        return "" if base_of(unit.code) == base_of(mention.code) else "other"
    return "" if unit.kind != "money" or unit.code == mention.code else "other"


def _direction(claim: Claim, mention: Mention) -> bool:
    """A fall is a negative value, or a positive one under a label that says so, not both; a rise is neither."""
    negative = claim.value.number.is_signed()
    if mention.amount.is_signed() or not mention.direction:
        return True
    change = names_a_change(claim.label)
    if mention.direction == "down":
        return negative != (change == "down" or (not change and names_a_loss(claim.label)))
    return not negative and change != "down"


# Telling -------------------------------------------------------------------------------------------------------------

def _differs(claim: Claim, nearest: Compared, evidence: str) -> Verdict:
    """What differs between the value and the number of the evidence that is most like it."""
    quoted, value = evidence[nearest.mention.start : nearest.mention.end], said(claim.value)
    if not nearest.number:
        return Verdict(DISAGREES, f"The value has to be what the evidence says, “{quoted}”; found `{value}`.",
                       "Write the number that the evidence carries, or quote the words that carry this one.")
    if nearest.unit:
        return _other_unit(claim, nearest, quoted, evidence)
    if not nearest.direction:
        word = "fall" if nearest.mention.direction == "down" else "rise"
        return Verdict(DISAGREES, f"The evidence tells of a {word}, “{quoted}”; found `{value}`.",
                       f"Write `-{value}`, or let the label say that it is a fall." if word == "fall" else "Write the number without the minus.")
    bare = said(claim.value._replace(qualifier=nearest.mention.qualifier))
    wanted = f"has the qualifier `{said_qualifier(nearest.mention.qualifier)}`" if nearest.mention.qualifier else "has no qualifier"
    return Verdict(DISAGREES, f"The number in the evidence, “{quoted}”, {wanted}; the value is `{value}`.", f"Write `{bare}`, or quote the words that carry the qualifier.")


def _other_unit(claim: Claim, nearest: Compared, quoted: str, evidence: str) -> Verdict:
    unit = claim.unit.code or claim.unit.other
    if nearest.unit == "missing" and claim.unit.kind == "count" and nearest.qualifier and nearest.direction:
        hint = f"Quote on until the words that name it; or, where a heading does, say how a person reads it: `reads_as: {said(claim.value)} {unit}`."
        return Verdict(DISAGREES, f"The evidence has to name what is counted, `{unit}`, beside its number; found “{quoted}”.", hint, "unit", True)
    if nearest.unit == "missing":
        return Verdict(DISAGREES, f"The evidence has to name the unit, `{unit}`, beside its number; found “{quoted}”.",
                       "Quote on until the words that name it, or use the source's own word as the unit.", "unit")
    if claim.unit.kind == "count" and not nearest.mention.kind:
        return Verdict(DISAGREES, f"The number has to count what the figure counts, `{unit}`; in the evidence, “{_short(evidence)}”, it counts something else.",
                       "Let the unit be the source's own word, or quote the words that count this.", "unit")
    return Verdict(DISAGREES, f"The evidence has another unit, “{quoted}”, than the figure, `{unit}`.", "Write the unit that the evidence names, or quote the words that carry this one.", "unit")


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"


FARTHEST = 120     # characters behind a number in which what it counts may be negated
