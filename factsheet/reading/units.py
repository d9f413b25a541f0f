"""Units as an author names them: currencies by ISO 4217, percent, points, measures, counted nouns."""

from factsheet.problem import Unreadable, nearest
from factsheet.reading.quantities import DIGITS, ENGLISH, shown
from factsheet.record import Record

LONGEST_UNIT = 60


class Unit(Record):
    """What a number counts or measures: its words by number, and the symbol printed beside it."""

    kind: str                       # money, percent, points, count, measure
    code: str                       # USD, %, km; empty for points and for what is counted
    one: str
    other: str
    symbol: str

    @property
    def name(self) -> str:
        """The unit in one text, as an author names it."""
        return self.code or self.other


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
                      f"`km` or `firms`; found {shown(text)}.", hint, start, length, "bad-unit")


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
