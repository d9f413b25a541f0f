"""Digits and number words as amounts: separators by language, scales multiplied, parts added; exact, never rounded."""

from decimal import Context, Decimal

from factsheet.reading.languages import Grammar, Measured
from factsheet.reading.phrases import Phrases
from factsheet.reading.quantities import DIGITS, GROUP_MARKS, MOST_DIGITS, Token, is_digits, scaled
from factsheet.reading.running import FRACTIONS, touches
from factsheet.record import Record

SPACES = "\u2009\u202f\u00a0\u2007"
EXACT = Context(prec=3 * MOST_DIGITS)
MOST_SCALES = 24    # words behind a number that may still belong to it
NEAR = 40           # words round a number in which others show how decimals are written


class Numeral(Record):
    """An amount and the places, among the tokens, where it begins and ends; `doubt` says why it is not certain.

    `bare` are digits alone, without marks, scale or words; `scale` is the last factor, `hedge` what stood inside (400多亿), `unit`
    what the number itself says (百分之四十).
    """

    amount: Decimal
    start: int
    end: int
    doubt: str = ""
    bare: bool = False
    scale: int = 1
    hedge: str = ""
    unit: Measured = ("", "", 0)


def numeral(text: str, found: Phrases, at: int, grammar: Grammar) -> Numeral | None:
    """The number that begins at a token, with its scales; None where none begins. A grammar without suffixes reads 40m as 40."""
    if grammar.numeral is not None:
        return grammar.numeral(text, found, at, grammar)
    first = _first(text, found, at, grammar)
    if first is None:
        return None
    extra, end = found.at(first.end, grammar.extras)
    if extra:
        first = first._replace(amount=first.amount + Decimal(grammar.extras[extra]), end=end, bare=False)
    return _scaled(text, found, first, grammar)


def _first(text: str, found: Phrases, at: int, grammar: Grammar) -> Numeral | None:
    """Digits, a fraction's sign or number words, before any scale."""
    token = found.tokens[at]
    if token.kind == "number":
        return _digits(text, found, at, grammar)
    if token.kind == "fraction":
        return Numeral(Decimal(FRACTIONS[token.text]), at, at + 1)
    amount, end = grammar.spelled(found.tokens, at)
    if amount is not None:
        return Numeral(amount, at, end)
    _, after = found.at(at, grammar.ones)
    stands = after > at and (found.has(after, grammar.scales) or found.keys[at : at + 1] == ["half"])
    return Numeral(Decimal(1), at, after) if stands and found.keys[after] not in grammar.suffixes else None


def _digits(text: str, found: Phrases, at: int, grammar: Grammar) -> Numeral:
    """A number in digits: groups parted by plain spaces are joined, a fraction behind it is added."""
    end = at + 1
    parts = [found.tokens[at].text]
    while _goes_on(text, found.tokens, end, parts):
        parts.append(found.tokens[end].text)
        end += 1
    amount, doubt = read_digits(" ".join(parts), grammar)
    if grammar.two_ways and not doubt and _other_mark(found, at, end, grammar):
        doubt = f"`{parts[0]}` may be read in two ways"
    number = Numeral(amount, at, end, doubt, bare=len(parts) == 1 and is_digits(parts[0]))
    if end < len(found.tokens) and found.tokens[end].kind == "fraction" and is_digits(parts[-1]):
        return number._replace(amount=amount + Decimal(FRACTIONS[found.tokens[end].text]), end=end + 1, bare=False)
    return _fraction(text, found, number)


def _goes_on(text: str, tokens: list[Token], at: int, parts: list[str]) -> bool:
    """Whether three digits after one space go on with the number: 10 000."""
    if at >= len(tokens) or tokens[at].kind != "number" or text[tokens[at - 1].end : tokens[at].start] != " ":
        return False
    whole = tokens[at].text.split(",")[0].split(".")[0]
    return is_digits(parts[-1]) and len(whole) == 3 and (len(parts) > 1 or len(parts[0]) <= 3) and parts[0] != "0"


def _fraction(text: str, found: Phrases, number: Numeral) -> Numeral:
    """`1/2` and `2 1/2`; any other slash between digits is no quantity, which the caller sees by the doubt."""
    tokens, at = found.tokens, number.end
    if at + 1 < len(tokens) and tokens[at].text == "/" and touches(tokens, at) and touches(tokens, at + 1) and tokens[at + 1].kind == "number":
        return number._replace(end=at + 2, doubt="a fraction or a date")
    return number


def read_digits(typed: str, grammar: Grammar) -> tuple[Decimal, str]:
    """The amount that digits with marks stand for in a language, and what is doubtful about it."""
    digits = typed
    for mark in GROUP_MARKS + "'’_":
        if mark != ",":
            digits = digits.replace(mark, " ")
    other = "," if grammar.decimal == "." else "."
    whole, point, fraction = digits.partition(grammar.decimal)
    if _grouped(whole, other) and (not point or is_digits(fraction)):
        doubt = f"`{typed}` may be read in two ways" if _group_or_fraction(whole, fraction, grammar) else ""
        return _decimal(whole, fraction), "a leading zero" if whole[0] == "0" and len(whole) > 1 else doubt
    whole, point, fraction = digits.partition(other)
    if point and _grouped(whole, grammar.decimal) and (is_digits(fraction)):
        swiss = other == "." and ("'" in typed or "’" in typed) and len(fraction) < 3  # 1'234.50
        sure = swiss or (grammar.two_ways and len(fraction) != 3)
        return _decimal(whole, fraction), "" if sure else f"`{typed}` may be read in two ways"
    if _grouped(digits, grammar.decimal):
        return _decimal(digits, ""), ""
    return Decimal(0), f"`{typed}` is no number"


def _other_mark(found: Phrases, at: int, end: int, grammar: Grammar) -> bool:
    """Whether a number with one group is read beside one that has the other decimal mark for certain: 1.234, and 2.5 near it."""
    other = "," if grammar.decimal == "." else "."
    whole, mark, group = found.tokens[at].text.partition(other)
    if end > at + 1 or not mark or len(group) != 3 or not is_digits(whole + group):
        return False
    behind = [token.text.rpartition(other)[2] for token in found.tokens[max(at - NEAR, 0) : end + NEAR] if token.kind == "number" and other in token.text]
    return any(is_digits(fraction) and len(fraction) != 3 for fraction in behind)


def _group_or_fraction(whole: str, fraction: str, grammar: Grammar) -> bool:
    """Whether three digits behind the decimal mark may be thousands in the other convention: 36,500."""
    short = len(fraction) == 3 and is_digits(whole) and len(whole) <= 3 and whole[0] != "0"
    return short and (grammar.two_ways or (fraction.endswith("00") and grammar.decimal == ","))


def _decimal(whole: str, fraction: str) -> Decimal:
    digits = "".join(mark for mark in whole if mark in DIGITS)[:MOST_DIGITS]
    return Decimal(f"{digits}.{fraction[:MOST_DIGITS]}" if fraction else digits)


def _grouped(whole: str, mark: str) -> bool:
    """Whether digits are parted by one kind of mark into groups of three, or as in India: 12,34,567."""
    if is_digits(whole):
        return True
    used = [each for each in (mark, " ") if each in whole]
    groups = whole.split(used[0]) if len(used) == 1 else []
    inner = {len(group) for group in groups[1:-1]}
    return (
        len(groups) > 1 and all(map(is_digits, groups)) and 0 < len(groups[0]) <= 3 and len(groups[-1]) == 3
        and (inner <= {3} or (inner == {2} and len(groups[0]) <= 2 and mark == ","))
    )


def _scaled(text: str, found: Phrases, number: Numeral, grammar: Grammar) -> Numeral:
    """The amount with the scales behind it: forty million, two hundred and five thousand, 3亿5000万."""
    parts: list[tuple[Decimal, int]] = []
    current, last, at = number.amount, 0, number.end
    spelled = found.tokens[number.start].kind not in ("number", "fraction")
    hedge = ""
    while at < min(len(found.tokens), number.end + MOST_SCALES):
        infix, after = found.at(at, grammar.infix)
        if infix and _scale_at(found, after, grammar)[0]:
            hedge, at = grammar.infix[infix], after
        scale, after = _scale_at(found, at, grammar)
        if scale:
            hedge = hedge or grammar.rough.get(found.keys[at], "")
            current = _times(parts, current, scale)
            last, at = max(last, scale) if scale < 1000 else scale, _linked_scale(found, after, grammar)
            extra, after = found.at(at, grammar.extras)
            if extra and scale >= 1000:
                current, at = EXACT.multiply(Decimal(grammar.extras[extra]), Decimal(scale)), after
            continue
        added = _more(found, at, grammar, last, spelled)
        if added is None:
            break
        current, at = EXACT.add(current, added[0]), added[1]
    amount = current
    for part, _ in parts:
        amount = EXACT.add(amount, part) if amount else part
    return number._replace(amount=amount, end=at, bare=number.bare and at == number.end, scale=last or 1, hedge=hedge)


def _scale_at(found: Phrases, at: int, grammar: Grammar) -> tuple[int, int]:
    """The factor of the scale that stands here, 0 for none, and the place after it; letters that touch digits have a table of their own."""
    if at >= len(found.tokens):
        return 0, at
    behind = at > 0 and found.tokens[at - 1].kind == "number"
    if behind and touches(found.tokens, at) and found.keys[at] in grammar.suffixes:
        return grammar.suffixes[found.keys[at]], at + 1
    phrase, end = found.at(at, grammar.scales)
    return (grammar.scales[phrase], end) if phrase else (0, at)


def _linked_scale(found: Phrases, at: int, grammar: Grammar) -> int:
    """The place of a scale behind `de`: une centaine de millions."""
    link, after = found.at(at, grammar.links)
    return after if link and _scale_at(found, after, grammar)[0] else at


def _times(parts: list[tuple[Decimal, int]], current: Decimal, scale: int) -> Decimal:
    """A small scale (hundred) counts within its part; a large one ends the part, with what smaller ones before it made: 40 thousand million."""
    power = len(str(scale)) - 1
    if scale >= 1000:
        while parts and parts[-1][1] <= scale:
            current = EXACT.add(parts.pop()[0], current)
    product = scaled(current, power) if scale == 10**power else EXACT.multiply(current, Decimal(scale))
    if scale < 1000:
        return product
    parts.append((product, scale))
    return Decimal(0)


def _more(found: Phrases, at: int, grammar: Grammar, last: int, spelled: bool) -> tuple[Decimal, int] | None:
    """What is added after a scale: two hundred [and] five; 5 million 300 thousand only where a smaller scale follows."""
    joined = at + 1 if spelled and found.has(at, grammar.both) and last else at
    if joined >= len(found.tokens):
        return None
    if found.tokens[joined].kind == "number":
        amount, doubt = read_digits(found.tokens[joined].text, grammar)
        smaller = 0 < _scale_at(found, joined + 1, grammar)[0] < last and not doubt
        smaller = smaller or (grammar.runs_on and amount < last and not doubt and found.tokens[joined - 1].kind == "word")
        return (amount, joined + 1) if smaller and last >= 1000 and joined == at else None
    if not spelled or not last:
        return None
    more, end = grammar.spelled(found.tokens, joined)
    scale = _scale_at(found, end, grammar)[0]
    if more is None or (scale >= last >= 1000 and scale >= 1000) or (more >= last):
        return None
    return more, end
