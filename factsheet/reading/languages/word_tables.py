"""Tables of words and of units, made from what a language has for them and from the signs that several languages share."""

from collections.abc import Callable, Iterable

from factsheet.reading.languages import Measured


def phrases(text: str) -> list[str]:
    """The phrases that stand between bars, as they are looked up: in small letters without dots, an elided word apart from the next."""
    return text.casefold().replace(".", "").replace("' ", "'").replace("'", "' ").replace("' |", "'|").rstrip().split("|")


def table(text: str) -> frozenset[str]:
    """The same as a table of words."""
    return frozenset(phrases(text))


def forms(stems: str, endings: str) -> frozenset[str]:
    """Each stem with each ending."""
    return frozenset([stem + ending for stem in stems.split("|") for ending in endings.split("|")])


def meanings(of: dict[str, str]) -> dict[str, str]:
    """Phrase -> meaning, from meaning -> phrases."""
    return {phrase: meaning for meaning, text in of.items() for phrase in phrases(text)}


def money(names: dict[str, str], unclear: str) -> dict[str, Measured]:
    """Phrase -> currency, from code -> phrases; `unclear` are the words and signs that several currencies have."""
    found = {phrase: ("money", code, 0) for of in (SIGNS, names) for code, text in of.items() for phrase in phrases(text)}
    return found | SMALL_MONEY | {phrase: ("unclear", phrase, 0) for phrase in phrases(unclear)}


def measures(names: dict[str, str], inflected: Callable[[str], Iterable[str]]) -> dict[str, Measured]:
    """Phrase -> measure, from its symbol -> its names; `inflected` gives the plurals and cases of a name."""
    return {form: ("measure", code, 0) for code, text in names.items() for name in phrases(text) for form in inflected(name)}


def parts(percent: str, points: str, hundredths: str) -> dict[str, Measured]:
    """Phrase -> per cent or points; `hundredths` are the words for a basis point."""
    found: dict[str, Measured] = dict.fromkeys(phrases(percent), ("percent", "%", 0))
    return found | dict.fromkeys(phrases(points), ("points", "", 0)) | dict.fromkeys(phrases(hundredths), ("points", "", -2))


def scaled_signs(scales: dict[str, int], signs: dict[str, str]) -> dict[str, Measured]:
    """Signs with a scale before them, in their capitals: k€, M€."""
    return {scale + sign: ("money", code, power) for sign, code in signs.items() for scale, power in scales.items()}


SIGNS = {
    "USD": "us$|us $|us - $|$us|$ us|usd", "EUR": "€|eur|euro|euros", "GBP": "£|￡|gbp", "JPY": "jp¥|jpy", "CNY": "cn¥|renminbi|rmb|cny|yuan", "HKD": "hk$|hkd",
    "AUD": "a$|au$|aud", "CAD": "c$|ca$|can$|$ca|$ ca|$ can|$can|cad", "NZD": "nz$|nzd", "SGD": "s$|sg$", "TWD": "nt$", "INR": "₹", "CHF": "sfr|chf",
    "KRW": "₩|won", "RUB": "₽", "BRL": "r$|reais|brl", "MXN": "mx$|mxn", "THB": "฿|baht", "VND": "₫", "PHP": "₱", "NGN": "₦", "ILS": "₪", "UAH": "₴", "TRY": "₺",
    "PLN": "zł|złoty", "CZK": "kč", "ARS": "ar$", "COP": "cop$", "CLP": "clp$",
}
SMALL_MONEY: dict[str, Measured] = {
    "cent": ("unclear", "cents", -2), "cents": ("unclear", "cents", -2), "¢": ("unclear", "cents", -2), "pence": ("money", "GBP", -2), "penny": ("money", "GBP", -2),
}
COPS = frozenset(f"cop {number}" for number in range(1, 60))  # climate conferences, not Colombian pesos
