"""Chinese numbers as amounts: digits and numerals, 十百千 within a section, 万 and 亿 between them; what was said inside as a hedge."""

from decimal import Decimal

from factsheet.reading.languages import Grammar
from factsheet.reading.languages.chinese_units import UNITS, behind
from factsheet.reading.mentions.numerals import numeral
from factsheet.reading.phrases import Phrases
from factsheet.reading.quantities import MOST_DIGITS, scaled
from factsheet.reading.running import touches

ONES = {mark: value for value, marks in enumerate(("零〇○", "一壹", "二两贰俩", "三叁仨", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")) for mark in marks}
TENS = {"廿": 20, "卅": 30, "卌": 40}
SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
SCALES = frozenset((*SMALL, *LARGE))
NUMERALS = SCALES | frozenset((*ONES, *TENS))
FINANCIAL = frozenset("壹贰叁肆伍陆柒捌玖")
SEVERAL = "几数上"        # before a scale they leave the number open: 几百, 数千万, 上亿
VAGUE = "its number is vague"
NOT_MORE = {"多": "达于边媒数功样", "余": "额款党孽杭姚震热地波粮"}  # characters behind that make another word: 余额
NOT_ABOUT = ("", "自", "到", "源", "了", "华", "访")


class Run:
    """A number that is being read, token by token: 3亿5000万, 一百零五, 三点五亿, 400多亿."""

    def __init__(self, text: str, found: Phrases, at: int, grammar: Grammar):
        self.text, self.found, self.grammar = text, found, grammar
        self.start = self.at = at
        self.total = self.section = Decimal(0)      # up to the last of 万 and 亿; behind it
        self.pending: Decimal | None = None         # digits that wait for their scale
        self.small = self.large = 0                 # the last scale of the section; the last of 万 and 亿
        self.scale = 1                              # what the last digits are multiplied by
        self.hedge = self.doubt = ""
        self.taken = 0                              # parts that were read
        self.figures = self.typed = False           # begins with 0-9; and is these without marks
        self.bare = False                           # a scale without digits: 百亿
        self.listed = False                         # digits in a row, as in a year: 二〇一〇
        self.zero = self.pointed = False

    def read(self) -> "Run":
        """Takes all tokens that belong to the number."""
        if self.found.keys[self.at] in SEVERAL:
            if self._key(self.at + 1) not in SCALES or self._is_no_several():
                return self
            self.pending, self.doubt, self.at = Decimal(1), VAGUE, self.at + 1
        while self.at < len(self.found.keys) and self._takes(self.found.keys[self.at]):
            self.taken += 1
        self._finish()
        return self

    @property
    def plain(self) -> bool:
        """Whether it is nothing but the digits 0-9."""
        return self.figures and self.typed and self.taken == 1

    @property
    def amount(self) -> Decimal:
        return plus(plus(self.total, self.section), self.pending or Decimal(0))

    def _takes(self, key: str) -> bool:
        """Whether the token belongs to the number, which then holds it."""
        if self.found.tokens[self.at].kind == "number":
            return self._digits()
        if key in ONES:
            return self._row()
        if key in SCALES:
            return not self._is_unit() and (self._small(SMALL[key]) if key in SMALL else self._large(LARGE[key]))
        if key in TENS:
            return self._tens(TENS[key])
        if key in ("多", "余"):
            return self._more(key)
        return self._some(key) if key in ("几", "来") else key == "点" and self._point()

    def _is_no_several(self) -> bool:
        """人数百分之三, 以上百家: the 数 and the 上 belong to another word."""
        keys, at = self.found.keys, self.at
        return keys[at + 2 : at + 4] == ["分", "之"] or (keys[at] == "上" and keys[max(at - 1, 0)] == "以")

    def _key(self, at: int) -> str:
        return self.found.keys[at] if at < len(self.found.keys) else ""

    def _is_unit(self) -> bool:
        """Whether a unit begins with this scale: 千米, 百分点; of 兆 money has the scale, and a number that goes on with 亿."""
        after = self.at + 1
        if self._key(self.at) == "兆":
            money = behind(self.found, after)
            return not ((money and money[0] == "money") or self._key(after) in ONES or (after + 1 < len(self.found.keys) and self._key(after + 1) == "亿"))
        return self.found.at(self.at, UNITS)[1] > after

    # Digits ----------------------------------------------------------------------------------------------------------

    def _digits(self) -> bool:
        """0-9 at the beginning, or behind a scale where they fill its places: 3亿5000万, 1万2000."""
        first = self.at == self.start
        if self.pending is not None or self.hedge or self.pointed or not (first or self._fits()):
            return False
        read = numeral(self.text, self.found, self.at, _of_digits(self.grammar))
        if read is None:
            return False
        self.pending, self.at, self.scale, self.doubt = read.amount, read.end, 1, self.doubt or read.doubt
        self.figures, self.typed = self.figures or first, read.bare
        return True

    def _fits(self) -> bool:
        last, following = self.small or self.large, self._key(self.at + 1)
        if 0 < (SMALL.get(following) or LARGE.get(following, 0)) < max(last, self.large):
            return True
        return touches(self.found.tokens, self.at) and 1 < len(self.found.tokens[self.at].text) <= len(str(last)) - 1 <= 4 and last >= 1000

    def _row(self) -> bool:
        """One numeral below ten, or more in a row: 七八百 is vague, 七二九亿 is digit by digit, as 二〇一〇 is."""
        if self.pending is not None or self.pointed or self.hedge:
            return False
        if ONES[self._key(self.at)] == 0 and self.at > self.start:
            self.zero, self.at = True, self.at + 1
            return True
        end = self._row_end(self.at)
        values = [ONES[self._key(at)] for at in range(self.at, end)]
        if self._key(end - 1) == "两" and self.at > self.start and self._key(end) not in SCALES:
            return False
        open_ = len(values) == 2 and 0 < values[0] < values[1] and self._key(end) != "点"
        self.listed = len(values) > 1 and not open_
        self.doubt = VAGUE if open_ else self.doubt
        self.pending, self.scale, self.at = Decimal(values[0] if open_ else "".join(map(str, values[:MOST_DIGITS]))), 1, end
        return True

    def _row_end(self, at: int) -> int:
        while self._key(at) in ONES:
            at += 1
        return at

    def _point(self) -> bool:
        """三点五: decimals in numerals, where no clock is meant."""
        end = self._row_end(self.at + 1)
        if end == self.at + 1 or self.total or self.figures or self.hedge or self.at == self.start or self._key(end) in ("十", "分", "刻", "点"):
            return False
        decimals = "".join(str(ONES[self.found.keys[at]]) for at in range(self.at + 1, min(end, self.at + MOST_DIGITS)))
        self.pending, self.section, self.small = Decimal(f"{plus(self.section, self.pending or Decimal(0)):f}.{decimals}"), Decimal(0), 0
        self.pointed, self.at = True, end
        return True

    # Scales ----------------------------------------------------------------------------------------------------------

    def _tens(self, value: int) -> bool:
        """廿四, 卅."""
        if self.pending is not None or self.small == 10 or self.pointed:
            return False
        self.section, self.small, self.at = plus(self.section, Decimal(value)), 10, self.at + 1
        return True

    def _small(self, scale: int) -> bool:
        if (self.small and scale >= self.small) or (self.pointed and self.pending is None):
            return False
        if self.pending is None and scale > 10:
            if self.at > self.start:
                return False
            self.bare = True
        self.section = plus(self.section, times(Decimal(1) if self.pending is None else self.pending, scale))
        self.pending, self.small, self.zero = None, scale, False
        self.scale *= scale if scale > 10 else 1
        self.at += 1
        return True

    def _large(self, scale: int) -> bool:
        value = plus(self.section, self.pending or Decimal(0))
        empty = self.pending is None and not self.small
        if empty and self.at == self.start:
            value, self.bare = Decimal(1), True
        elif empty and scale <= self.large:
            return False
        over = self.large and scale > self.large
        self.total = times(plus(self.total, value), scale) if over else plus(self.total, times(value, scale))
        self.section, self.pending, self.small, self.large, self.zero = Decimal(0), None, 0, scale, False
        self.scale *= scale
        self.at += 1
        return True

    def _finish(self) -> None:
        """三千二 is 3,200: a last digit right behind a scale counts in the next lower one."""
        last = self.small or self.large
        if self.pending is not None and not (self.figures or self.zero or self.pointed or self.doubt or self.listed) and last >= 100:
            self.pending *= last // 10

    # Hedges inside ---------------------------------------------------------------------------------------------------

    def _more(self, key: str) -> bool:
        """多 and 余 behind a round number: 400多亿, 1万余家."""
        following = self._key(self.at + 1)
        if not self._round() or self.hedge or (following and following in NOT_MORE[key]):
            return False
        self.hedge, self.at = "over", self.at + 1
        return True

    def _some(self, key: str) -> bool:
        """十几 leaves the number open; 十来 is about it."""
        if not self._round() or self.hedge or (key == "来" and self._key(self.at + 1) in NOT_ABOUT):
            return False
        if key == "来":
            self.hedge = "about"
        else:
            self.doubt = VAGUE
        self.at += 1
        return True

    def _round(self) -> bool:
        if self.at == self.start or (self.pointed and not self.large):
            return False
        return self.pending is None or ((self.figures or self.listed) and self.pending >= 10)


def _of_digits(grammar: Grammar) -> Grammar:
    """The grammar with no numbers but those in digits."""
    if grammar.code not in _made:
        _made[grammar.code] = grammar._replace(numeral=None)
    return _made[grammar.code]


_made: dict[str, Grammar] = {}


def run(text: str, found: Phrases, at: int, grammar: Grammar) -> Run:
    """The number that begins at a token, which may be empty."""
    return Run(text, found, at, grammar).read()


def times(number: Decimal, scale: int) -> Decimal:
    """A number times a power of ten, exact."""
    return scaled(number, len(str(scale)) - 1)


def plus(first: Decimal, second: Decimal) -> Decimal:
    """A sum, exact however long the numbers are."""
    if not first or not second:
        return first or second
    from decimal import Context

    return Context(prec=3 * MOST_DIGITS).add(first, second)
