"""What an author may have meant by a date that is not EDTF: rewrites, of which only what then reads is offered.

Loaded when a date could not be read; a sound sheet never needs it.
"""

from collections.abc import Callable

from factsheet.problem import Unreadable
from factsheet.reading.dates import MARKS, MONTHS, SEASONS, strict, words


def meant(text: str) -> list[str]:
    """The dates that a text written some other way can mean, as EDTF: one, two, or none that is sure enough."""
    folded = _folded(text) if len(text) <= 60 else ""
    return _first_readable(folded, SINGLE) or _first_readable(folded, RANGES)


def remedy(meant: list[str]) -> str:
    if len(meant) == 1:
        return f"Write `{meant[0]}`."
    return "Write " + " or ".join(f"`{each}` ({words(strict(each))})" for each in meant) + "."


def _folded(text: str) -> str:
    """Lower case, one kind of dash and space, and months and seasons as m01 to m24."""
    import re
    from unicodedata import normalize

    plain = " ".join(normalize("NFKC", text).casefold().translate(FOLDED).split()).removeprefix("the ")
    return re.sub(r"[a-z]+\.?", lambda word: NAMES.get(word[0].rstrip("."), word[0]), plain)


def _first_readable(text: str, rewrites: "tuple[Rewrite, ...]") -> list[str]:
    """What the first rewrite says that ends in readable dates."""
    import re

    for pattern, *makers in rewrites:
        found = re.fullmatch(pattern, text)
        good = [each for make in makers if _reads(each := make(*found.groups()))] if found else []
        if good:
            return list(dict.fromkeys(good))
    return []


def _reads(text: str) -> bool:
    try:
        return bool(strict(text))
    except Unreadable:
        return False


def _single(text: str) -> str:
    """The one date that a part of a text means; of no or of two dates a text that cannot be read."""
    found = [text] if _reads(text) else _first_readable(text.strip(), SINGLE)
    return found[0] if len(found) == 1 and "/" not in found[0] else "?"


def _marked(text: str) -> str:
    """EDTF but for capitals, spaces and the order of marks: 201x, 199u, 2010?~, ~2010."""
    tight = text.replace(" ", "").replace("u", "x").upper().replace("?~", "%").replace("~?", "%")
    return tight[1:] + tight[0] if tight[0] in MARKS else tight


def _between(left: str, right: str) -> str:
    """An interval, whose start may borrow its month and year from the end: 10 to 12 June 2024."""
    words_right = right.split()
    starts = [_single(" ".join([left, *words_right[at:]])) for at in (len(words_right), 1, 2)]
    return f"{max(starts, key=len)}/{_single(right)}"



Rewrite = tuple[str, *tuple[Callable[..., str], ...]]
FOLDED = {ord(dash): "-" for dash in "\u2010\u2011\u2012\u2013\u2014\u2212"} | {ord(","): " ", ord("’"): "'"}
NAMES = {form.casefold(): f"m{at:02}" for at, name in enumerate(MONTHS, 1) for form in (name, name[:3])}
NAMES |= {name: f"m{at}" for at, name in enumerate(SEASONS, 21)} | {"sept": "m09", "fall": "m23"}
PARTS_OF_YEAR = (("(?:q1|33)", "01", "03"), ("(?:q2|34)", "04", "06"), ("(?:q3|35)", "07", "09"),
                 ("(?:q4|36)", "10", "12"), ("(?:h1|40|first half of)", "01", "06"),
                 ("(?:h2|41|second half of)", "07", "12"))
DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
GOES_ON = "(?:present|now|today|date|ongoing|open|[.]{2,3}|…)"
TO = " ?(?:/|-|to|until|till) ?"
SINGLE: tuple[Rewrite, ...] = (
    (r"(\d{4})[-./ 年](\d{1,2})[-./ 月](\d{1,2})日?", "{0}-{1:0>2}-{2:0>2}".format),
    (r"(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})", "{2}-{1:0>2}-{0:0>2}".format, "{2}-{0:0>2}-{1:0>2}".format),
    (r"(\d{4})(\d\d)(\d\d)", "{0}-{1}-{2}".format),
    (r"(\d{4})(\d\d)", "{0}-{1}".format, "Y{0}{1}".format),
    (r"(\d{4})[-./ 年](\d{1,2})月?", "{0}-{1:0>2}".format),
    (r"(\d{1,2})[-./ ](\d{4})", "{1}-{0:0>2}".format),
    (rf"{DAY}[- ](?:of )?m(\d\d)[- ](\d{{4}})", "{2}-{1}-{0:0>2}".format),
    (rf"(\d{{4}})[- ]m(\d\d)[- ]{DAY}", "{0}-{1}-{2:0>2}".format),
    (rf"m(\d\d) {DAY} (\d{{4}})", "{2}-{0}-{1:0>2}".format),
    (r"m(\d\d)[- ](?:of )?(\d{4})", "{1}-{0}".format),
    (r"(\d{4})[- ]m(\d\d)", "{0}-{1}".format),
    *((rf"{name}[ -]?(\d{{4}})", f"{{0}}-{first}/{{0}}-{last}".format) for name, first, last in PARTS_OF_YEAR),
    *((rf"(\d{{4}})[ -]?{name}", f"{{0}}-{first}/{{0}}-{last}".format) for name, first, last in PARTS_OF_YEAR),
    (r"(\d\d)00'?s", "{0}0X".format, "{0}XX".format),
    (r"(\d{3})0'?s", "{0}X".format),
    (r"(\d{3})", "{0}X".format, "0{0}".format),
    (r"(\d\d?)(?:st|nd|rd|th) century", lambda nth: f"{int(nth) - 1:02}XX",
     lambda nth: f"{int(nth) - 1:02}01/{int(nth):02}00"),
    (r"(\d{1,5}) ?(?:bc|bce)", lambda year: f"-{int(year) - 1:04}".replace("-0000", "0000")),
    (r"(?:ad |y)(\d{1,4})", "{0:0>4}".format),
    (r"(\d{1,4}) ?(?:ad|ce)", "{0:0>4}".format),
    (r"(-?\d{5,18})", "Y{0}".format),
    (r"[-+](0000|(?<=[+])\d{4})", "{0}".format),
    (r"(\d{4}-\d\d-\d\d)[t ][\d:.,+z -]+", "{0}".format),
    (r"([-0-9xuy/.?~% ]+)", _marked),
    (r"(?:about|around|approximately|approx[.]?|roughly|circa|ca[.]?|c[.]) ?(.+)", lambda date: _single(date) + "~"),
    (r"(?:probably|perhaps|possibly|maybe) (.+)", lambda date: _single(date) + "?"),
    (r"(.+) [(]?uncertain[)]?", lambda date: _single(date) + "?"),
)
RANGES: tuple[Rewrite, ...] = (
    (r"(\d\d)(\d\d)[-/](\d\d)", "{0}{1}/{0}{2}".format),
    (rf"(?:from |since )?(.+?){TO}{GOES_ON}", lambda date: _single(date) + "/.."),
    (rf"(?:{GOES_ON}{TO}|until |till |up to |to )(.+)", lambda date: "../" + _single(date)),
    (rf"(.+?){TO}unknown", lambda date: _single(date) + "/"),
    (rf"unknown{TO}(.+)", lambda date: "/" + _single(date)),
    (r"(?:from )?(.+?) (?:to|until|till|-) (.+)", _between),
    (r"([^-]+)-([^-]+)", _between),
    (r"([^/]+)/([^/]+)", _between),
    (r"(?:since |from )(.+)", lambda date: _single(date) + "/.."),
    (r"(.+) onwards?", lambda date: _single(date) + "/.."),
    (r"(.+?) ?-", lambda date: _single(date) + "/..", lambda date: _single(date) + "/"),
)
