"""German: the words round numbers. Number words are one word each, nouns have capitals, verbs may end the clause."""

from decimal import Decimal

from factsheet.reading.languages import Grammar
from factsheet.reading.languages.word_tables import COPS, meanings, measures, money, parts, scaled_signs, table
from factsheet.reading.quantities import Token
from factsheet.reading.running import key

# Number words --------------------------------------------------------------------------------------------------------

ONES = dict(zip(
    "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split(),
    range(1, 20), strict=True,
))
TENS = dict(zip("zwanzig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig".split(), range(20, 100, 10), strict=True))
BELOW_HUNDRED = ONES | TENS | {f"{one}und{ten}": ONES[one] + TENS[ten] for one in ONES if ONES[one] < 10 for ten in TENS}
BELOW_HUNDRED |= {word.replace("ü", "ue").replace("ö", "oe"): number for word, number in BELOW_HUNDRED.items()} | {"zwo": 2, "eins": 1}
ALONE = {
    "anderthalb": "1.5", "viertelmillion": "250000", "dreiviertelmillion": "750000", "viertelmilliarde": "250000000",
    "dreiviertelmilliarde": "750000000", "halbmillion": "500000", "dreiviertelstunde": "", "viertelstunde": "",
}
ONE = table("ein|eine|einem|einen|einer|eines")
VAGUE = table("mehrere|mehreren|einige|einigen|paar|viele|vielen|zig|etliche|etlichen|manche|wenige|wenigen|ungezählte|aber|abertausende|jahre|jahren|der")


def spelled(tokens: list[Token], at: int) -> tuple[Decimal | None, int]:
    """A number word below a million: sieben, zweihundertfünfundvierzigtausend, anderthalb, zweieinhalb; `ein` before a scale or a unit."""
    word = key(tokens[at])
    if word in ONE:
        return _one(tokens, at)
    if word == "null":
        return _pointed(tokens, at, 0)
    if word in ALONE:
        return (Decimal(ALONE[word]), at + 1) if ALONE[word] else (None, at)
    if word in ("hundert", "tausend") and at and key(tokens[at - 1]) in VAGUE:
        return None, at
    if word.endswith("einhalb"):
        whole = _below_million(word[:-7])
        return (whole + Decimal("0.5"), at + 1) if whole else (None, at)
    number = _below_million(word)
    return _pointed(tokens, at, number) if number else (None, at)


def _pointed(tokens: list[Token], at: int, whole: int) -> tuple[Decimal, int]:
    """A whole number with the words of its decimals, if there are any: zwei Komma fünf, null Komma null fünf."""
    words = [key(token) for token in tokens[at + 1 : at + 4]]
    zero = int(words[1:2] == ["null"])
    decimals = BELOW_HUNDRED.get(words[1 + zero], 0) if words[:1] == ["komma"] and len(words) > 1 + zero else 0
    return (Decimal(f"{whole}.{'0' * zero}{decimals}"), at + 3 + zero) if decimals else (Decimal(whole), at + 1)


def _one(tokens: list[Token], at: int) -> tuple[Decimal | None, int]:
    """One, where a scale or a unit follows, or a quarter of a million."""
    behind = key(tokens[at + 1]) if at + 1 < len(tokens) else ""
    if ALONE.get(behind, "").endswith("0000"):
        return Decimal(ALONE[behind]), at + 2
    if behind in PAIRING and at + 2 < len(tokens) and (tokens[at + 2].kind == "number" or spelled(tokens, at + 2)[0]):
        return Decimal(1), at + 1
    scaled = behind in INFIX and at + 2 < len(tokens) and key(tokens[at + 2]) in SCALES
    return (Decimal(1), at + 1) if scaled or behind in SCALES or UNITS.get(behind, NONE)[0] not in ("", "unclear") else (None, at)


def _below_million(word: str) -> int:
    """The number that a compound word says, 0 for none: zwei-hundert-fünf-und-vierzig-tausend without the dashes."""
    head, thousand, tail = word.rpartition("tausend")
    if not thousand:
        return _below_thousand(word)
    first = _below_thousand(head) if head else 1
    last = _below_thousand(tail.removeprefix("und")) if tail else 0
    return 1000 * first + last if first and (last or not tail) else 0


def _below_thousand(word: str) -> int:
    head, hundred, tail = word.partition("hundert")
    if not hundred:
        return BELOW_HUNDRED.get(word, 0)
    first = BELOW_HUNDRED.get(head, 0) if head else 1
    last = BELOW_HUNDRED.get(tail.removeprefix("und"), 0) if tail else 0
    return 100 * first + last if first and (last or not tail) else 0


NONE = ("", "", 0)
PAIRING = table("bis|oder|und")
SCALES = {
    "hundert": 100, "tausend": 1000, "tsd": 1000, "tds": 1000, "million": 10**6, "millionen": 10**6, "mio": 10**6, "mill": 10**6, "milliarde": 10**9,
    "milliarden": 10**9, "mrd": 10**9, "mia": 10**9, "billion": 10**12, "billionen": 10**12, "bio": 10**12, "billiarde": 10**15, "billiarden": 10**15,
    "trillion": 10**18, "trillionen": 10**18, "dutzend": 12,
}
SUFFIXES = {"k": 1000, "tsd": 1000, "mio": 10**6, "mill": 10**6, "mrd": 10**9, "mia": 10**9}
INFIX = meanings({"nearly": "knappe|knappen|knapper", "over": "gute|guten|guter|reichliche|reichlich"})

# Hedges --------------------------------------------------------------------------------------------------------------

BEYOND = "deutlich|weit|klar|knapp|leicht|etwas|ein wenig|wesentlich|erheblich|spürbar|kräftig|merklich|noch"
SHORT = "knapp|leicht|etwas|ein wenig|kurz|minimal|geringfügig"
FAR = "deutlich|weit|klar|wesentlich|erheblich|spürbar|noch"
MORE_THAN = "mehr als|grösser als|höher als|länger als|schwerer als|älter als|schneller als|wärmer als|teurer als|breiter als|tiefer als"
LESS_THAN = "weniger als|geringer als|niedriger als|kleiner als|kürzer als|leichter als|jünger als|langsamer als|billiger als"
NOT = "nicht|nie|niemals|keinesfalls|keineswegs"


def _with(adverbs: str, phrases: str) -> str:
    return "|".join(f"{adverb} {phrase}" for adverb in adverbs.split("|") for phrase in phrases.split("|"))


def _each(nouns: str, word: str) -> str:
    return "|".join(f"{noun} {word}" for noun in nouns.split("|"))


BEFORE = meanings({
    "over": f"über|ueber|oberhalb von|oberhalb der|jenseits von|jenseits der|gut|gute|guten|reichlich|mehr denn|übersteigt|übersteigen|überstieg|überstiegen"
            f"|überschreitet|überschreiten|überschritt|überschritten|übertrifft|übertreffen|übertraf|übertrafen|>|{MORE_THAN}|{_with(BEYOND, MORE_THAN)}"
            f"|{_with(BEYOND, 'über')}|plus mehr als",
    "at_least": f"mindestens|mind|wenigstens|zumindest|minimal|mindestens auf|nicht unter|nicht weniger als|nicht geringer als|nicht niedriger als|nicht kleiner als"
                f"|nicht kürzer als|ein minimum von|einem minimum von|ein mindestmass von|im minimum|min|≥|>=|{_with(NOT, 'unter|weniger als')}|keine weniger als",
    "about": "rund|etwa|ungefähr|ungefaehr|circa|ca|zirka|rd|um die|so um die|rund um die|in etwa|schätzungsweise|geschätzt|geschätzte|geschätzten|geschätzt rund|grob|überschlägig"
             "|grössenordnungsmässig|in der grössenordnung von|in einer grössenordnung von|im bereich von|um etwa|um rund|plus minus|mehr oder weniger|~|≈|±",
    "nearly": f"fast|fast schon|beinahe schon|knapp|knappe|knappen|beinahe|nahezu|annähernd|nicht ganz|schier|kurz vor|so gut wie|nahe|nahe an|nahe bei|bald|{_with(SHORT, 'unter|weniger als|unterhalb von')}",
    "under": f"unter|weniger als|unterhalb von|unterhalb der|<|{LESS_THAN}|{_with(FAR, LESS_THAN)}|{_with(FAR, 'unter')}|unterschreitet|unterschritt|unterschritten",
    "at_most": f"höchstens|hoechstens|maximal|max|bis zu|bis|bis maximal|bis höchstens|allenfalls|längstens|höchstens auf|im höchstfall|ein maximum von|einem maximum von|nicht über"
               f"|nicht mehr als|nicht höher als|nicht länger als|nicht grösser als|nicht schwerer als|nicht schneller als|nicht teurer als|nicht älter als|im maximum|≤|<=|{_with(NOT, 'über|mehr als')}"
               "|bis zu maximal|bis zu höchstens|übersteigt nicht|überschreitet nicht|überstieg nicht|überschritt nicht|übersteigen nicht|überschreiten nicht",
    "between": "zwischen",
    "": _each("kredit|darlehen|vertrag|auftrag|rechnung|scheck|anleihe|bürgschaft|gutschein|bescheid|kaufvertrag|großauftrag|rahmenvertrag|kreditlinie|quittung|überweisung|förderbescheid"
              "|zusage|bestellung|order|vereinbarung|laufzeit|distanz|summe|betrag", "über"),
    "?": "mal|zweimal|dreimal|viermal|doppelt so viel wie|doppelt so viele wie|doppelt so hoch wie|halb so viel wie|halb so viele wie|halb so hoch wie|das doppelte von|das dreifache von|das doppelte der|an die|gegen|ab|kaum|kaum mehr als|kaum weniger als|nicht einmal|gerade noch|ausreichend|marke von|schwelle von|hürde von|schallmauer von|statt|anstatt|anstelle von|anstelle der"
         "|knapp über die marke von|nicht viel mehr als|nicht viel weniger als|nicht wesentlich mehr als|beziehungsweise|bzw|bis knapp|bis fast|bis rund|bis etwa|wer weiss",
})
AFTER = meanings({
    "over": "überschritten|überschreiten|überschreitet|übersteigen|übersteigt|überstieg|überstiegen|übertroffen|übertreffen|übertrifft|hinaus",
    "at_least": "oder mehr|und mehr|oder darüber|und darüber|oder höher|und höher|oder länger|und länger|oder älter|oder grösser|aufwärts|mindestens|plus|oder noch mehr|+|minimum|im minimum",
    "at_most": "oder weniger|und weniger|oder darunter|und darunter|oder niedriger|oder kürzer|oder kleiner|höchstens|maximal|maximum|im maximum|nicht übersteigen|nicht übersteigt|nicht überschreiten"
               "|nicht überschreitet|nicht überstieg|nicht überschritten|nicht überschritt|nicht mehr|nicht hinaus",
    "about": "ungefähr|circa|ca|schätzungsweise|oder so|plus minus|mehr oder weniger",
    "under": "unterschritten|unterschreiten|unterschreitet|nicht erreicht|nicht erreichen|nicht ganz erreicht|nicht mehr erreicht|verfehlt|verfehlte|verfehlten",
    "?": "etwa|unter null|unter dem gefrierpunkt|unter normalnull|und ein paar|nicht unterschritten|nicht unterschreiten|nicht unterschreitet|nicht mehr|zu wenig|zu viel|zuviel|zuwenig",
})

# Units ---------------------------------------------------------------------------------------------------------------


def _of(stem: str, noun: str) -> str:
    """The cases of a currency's name with its country: schwedische Kronen."""
    return "|".join(f"{stem}{ending} {each}" for ending in ("e", "en", "er") for each in noun.split("|"))


MONEY = money({
    "USD": f"$|dollar|dollars|us dollar|us dollars|{_of('amerikanisch', 'dollar')}", "EUR": "euro|euros|, - euro|, – euro|, — euro|. - euro|. – euro|, - €|, – €|, — €", "GBP": f"pfund|pfund sterling|{_of('britisch', 'pfund')}",
    "JPY": f"yen|{_of('japanisch', 'yen')}", "CNY": f"yuan|renminbi yuan|yuan renminbi|{_of('chinesisch', 'yuan|renminbi')}", "HKD": "hongkong dollar|hong kong dollar|hongkong dollars|hk dollar",
    "AUD": _of("australisch", "dollar|dollars"), "CAD": f"kanada dollar|{_of('kanadisch', 'dollar|dollars')}", "NZD": f"neuseeland dollar|{_of('neuseeländisch', 'dollar')}", "SGD": f"singapur dollar|{_of('singapurisch', 'dollar')}",
    "TWD": f"taiwan dollar|neue taiwan dollar|neuen taiwan dollar|{_of('taiwanisch', 'dollar')}", "INR": _of("indisch", "rupien|rupie"), "CHF": f"franken|schweizer franken|fr|. - franken|. – franken|.– franken|{_of('schweizerisch', 'franken')}",
    "KRW": f"won|{_of('südkoreanisch', 'won')}", "RUB": f"rubel|{_of('russisch', 'rubel')}", "BRL": f"real|{_of('brasilianisch', 'real|reais')}", "ZAR": f"rand|{_of('südafrikanisch', 'rand')}",
    "SEK": f"schweden kronen|{_of('schwedisch', 'kronen|krone')}", "NOK": _of("norwegisch", "kronen|krone"), "DKK": _of("dänisch", "kronen|krone"), "ISK": _of("isländisch", "kronen|krone"), "CZK": _of("tschechisch", "kronen|krone"),
    "PLN": f"zloty|złoty|{_of('polnisch', 'zloty')}", "HUF": f"forint|{_of('ungarisch', 'forint')}", "TRY": _of("türkisch", "lira|lire"), "MXN": _of("mexikanisch", "peso|pesos"), "ARS": _of("argentinisch", "peso|pesos"),
    "THB": "baht", "VND": "vietnamesische dong", "PHP": _of("philippinisch", "peso|pesos"), "IDR": f"rupiah|{_of('indonesisch', 'rupien')}", "MYR": "ringgit", "NGN": "naira", "KES": "kenia schilling", "ILS": "schekel|neue schekel",
    "SAR": "saudi riyal|saudi rial", "UAH": "hrywnja|griwna|hrywnia", "EGP": _of("ägyptisch", "pfund"), "PKR": _of("pakistanisch", "rupien|rupie"), "RON": _of("rumänisch", "lei|leu"), "BGN": _of("bulgarisch", "lew|lewa"),
    "DEM": f"d mark|dm|{_of('deutsch', 'mark')}", "FRF": _of("französisch", "franc|francs"), "ATS": _of("österreichisch", "schilling"), "ITL": _of("italienisch", "lire"), "AED": "vae dirham",
}, "¥|￥|mark|krone|kronen|peso|pesos|franc|francs|rupie|rupien|lira|lire|dinar|dinare|dirham|riyal|rial|schilling|shilling|punkt|punkte|punkten|zähler|grad|°|mt")
MONEY |= {"rappen": ("money", "CHF", -2), "penny": ("money", "GBP", -2), "pfennig": ("money", "DEM", -2), "eurocent": ("money", "EUR", -2), "eurocents": ("money", "EUR", -2)}


def _forms(name: str) -> tuple[str, ...]:
    """A measure's name in the singular, plural and dative: Stunde, Stunden; Kilometer, Kilometern."""
    first, space, rest = name.partition(" ")
    return (name, f"{first}n{space}{rest}") if first.endswith(("e", "er", "el")) else (name,)


MEASURES = measures({
    "mm": "millimeter", "cm": "zentimeter", "m": "meter", "km": "kilometer", "ha": "hektar|hektaren", "mi": "meile", "ft": "fuß", "mm²": "quadratmillimeter", "cm²": "quadratzentimeter", "m²": "quadratmeter|qm",
    "km²": "quadratkilometer|qkm", "m³": "kubikmeter|cbm", "km³": "kubikkilometer", "ml": "milliliter", "cl": "zentiliter", "dl": "deziliter", "l": "liter", "hl": "hektoliter", "mg": "milligramm", "g": "gramm",
    "kg": "kilogramm|kilo", "t": "tonne|metrische tonne", "kt": "kilotonne", "Mt": "megatonne", "Gt": "gigatonne", "s": "sekunde|sek", "min": "minute", "h": "stunde|std|stündige|stündiger|stündigen|stündiges", "W": "watt",
    "kW": "kilowatt", "MW": "megawatt", "GW": "gigawatt", "TW": "terawatt", "Wh": "wattstunde", "kWh": "kilowattstunde", "MWh": "megawattstunde", "GWh": "gigawattstunde", "TWh": "terawattstunde",
    "J": "joule", "kJ": "kilojoule", "MJ": "megajoule", "GJ": "gigajoule", "TJ": "terajoule", "PJ": "petajoule", "V": "volt", "kV": "kilovolt", "A": "ampere", "Hz": "hertz", "kHz": "kilohertz", "MHz": "megahertz", "GHz": "gigahertz",
    "B": "byte|bytes", "kB": "kilobyte|kilobytes", "MB": "megabyte|megabytes", "GB": "gigabyte|gigabytes", "TB": "terabyte|terabytes", "PB": "petabyte|petabytes", "Pa": "pascal", "hPa": "hektopascal", "kPa": "kilopascal", "dB": "dezibel",
    "oz": "unze", "°C": "grad celsius|grad c|° c|° celsius", "K": "kelvin", "°F": "grad fahrenheit|° f", "ppm": "teile pro million|parts per million", "N": "newton", "kN": "kilonewton",
    "km/h": "stundenkilometer|kilometer pro stunde|kilometer je stunde|kilometer in der stunde|kilometer die stunde|km die stunde|kilometer / stunde|km pro stunde|kmh|km je stunde|sachen", "m/s": "meter pro sekunde|meter je sekunde",
}, _forms)
PARTS = parts(
    "%|％|prozent|prozents|prozentig|prozentige|prozentigen|prozentiger|prozentiges|prozentigem|v h|vh|v . h|v . h .|vom hundert",
    "prozentpunkt|prozentpunkte|prozentpunkten|% punkte|% - punkte|% - punkten|prozent punkte|prozentpünktchen|pp",
    "basispunkt|basispunkte|basispunkten|bp|bps",
)
UNITS = MONEY | MEASURES | PARTS
SYMBOLS = scaled_signs({"T": 3, "Tsd": 3, "k": 3, "K": 3, "M": 6, "Mio": 6, "Mrd": 9}, {"€": "EUR", "EUR": "EUR", "$": "USD", "CHF": "CHF", "USD": "USD"})


def _portions() -> dict[str, str]:
    """Parts of a whole in per cent; empty where no decimal says them: ein Drittel."""
    half = "die hälfte|der hälfte|zur hälfte|ein halbes|einem halben|eine halbe|einer halben|ein halber|einen halben|halbe|halben|halbes"
    found = dict.fromkeys(half.split("|"), "50") | dict.fromkeys(("dreiviertel", "drei viertel"), "75")
    below = {"drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "siebtel": 7, "achtel": 8, "neuntel": 9, "zehntel": 10, "zwanzigstel": 20}
    for part, whole in below.items():
        for word, above in (*ONES.items(), ("einem", 1), ("einen", 1), ("das", 1)):
            if above < whole:
                found[f"{word} {part}"] = f"{100 * above / Decimal(whole):f}" if whole not in (3, 6, 7, 9) else ""
    return found


# Rises and falls -----------------------------------------------------------------------------------------------------

CLOSING_UP = (
    "gestiegen|angestiegen|steigen|ansteigen|steigt|steigerte|gesteigert|steigern|gewachsen|wachsen|angewachsen|anwachsen|wuchs|wächst|zugenommen|zunehmen|zunimmt|zunahm|zunahmen|zulegen|zugelegt|zulegte|zulegten|erhöht|erhöhen|erhöhte|erhöhten|geklettert|klettern"
    "|gesprungen|springen|verteuert|verteuern|angehoben|anheben|aufgestockt|aufstocken|ausgeweitet|ausweiten|ausgebaut|angezogen|anziehen|hinzugewonnen|zugewonnen|verbessert|verbessern|hochgeschnellt|geschnellt|verstärkt|aufgewertet"
    "|heraufgesetzt|hochgefahren|ausgedehnt|beschleunigt|aufgestiegen|gehoben|vergrössert|vergrössern|expandiert|vermehrt|hochgesetzt"
)
CLOSING_DOWN = (
    "gesunken|sinken|sinkt|abgesunken|absinken|gefallen|fallen|abgefallen|zurückgegangen|zurückgehen|zurückgeht|zurückging|zurückgingen|abgenommen|abnehmen|abnimmt|abnahm|abnahmen|verringert|verringern|verringerte|reduziert|reduzieren|reduzierte|gesenkt|senken|abgesenkt"
    "|geschrumpft|schrumpfen|verloren|verlieren|eingebrochen|einbrechen|einbrach|einbrachen|nachgegeben|nachgeben|nachgab|nachgaben|gerutscht|abgerutscht|rutschen|gestürzt|abgestürzt|eingeknickt|gekürzt|kürzen|verbilligt|verbilligen|eingebüsst|einbüssen|einbüsste"
    "|abgebaut|abbauen|verschlechtert|verschlechtern|geschwunden|abgesackt|gesackt|absacken|gedrosselt|drosseln|gedrückt|drücken|vermindert|vermindern|geschmälert|herabgesetzt|gemindert|mindern|abgewertet|zurückgefahren|abgeschmolzen|heruntergefahren|verkleinert|verkürzt"
    "|herabgestuft|zurückgeschraubt|abgespeckt|abgerundet|ermässigt|ermässigen|eingedampft|gedämpft|abgemildert|zurückgenommen|gestrichen|streichen|unterboten|geschmolzen"
)
NOUNS_UP = "anstieg|anstiegs|anstiege|plus|zuwachs|zuwächse|zuwachses|wachstum|wachstums|zunahme|zunahmen|steigerung|steigerungen|erhöhung|erhöhungen|anhebung|aufstockung|ausweitung|verteuerung|verbesserung|aufschlag|aufwertung|zugewinn|zugewinne|aufschwung|kurssprung|preissprung"
NOUNS_DOWN = (
    "rückgang|rückgangs|rückgänge|minus|abnahme|verringerung|reduzierung|reduktion|senkung|senkungen|schrumpfung|verlust|verluste|verlusts|verlustes|einbruch|einbruchs|einbrüche|einbusse|einbussen|kürzung|kürzungen|absturz|sturz|abbau|abbaus|verbilligung|abschwung|schwund"
    "|defizit|defizits|defizite|fehlbetrag|fehlbetrags|verschlechterung|abschlag|abwertung|verminderung|minderung|rutsch|kursrutsch|preisrutsch|absenkung|herabsetzung|drosselung|stellenabbau|einsparung|einsparungen|ersparnis|nachlass|abzug|fehlbeträge|rabatt|preisnachlass"
)
MORE = "mehr|höher|höhere|höheren|höherer|höheres|teurer|stärker|grösser|grössere|grösseren|grösserer|schneller|länger|zusätzlich|zusätzliche|zusätzlichen"
LESS = "weniger|niedriger|niedrigere|niedrigeren|niedrigerer|geringer|geringere|geringeren|geringerer|billiger|günstiger|schwächer|kleiner|kleinere|kleineren|langsamer|kürzer|leichter|tiefer"
UP = (
    f"{NOUNS_UP}|{MORE}|{CLOSING_UP}|stieg|stiegen|steigend|steigende|steigenden|steigender|gestiegene|gestiegenen|wuchsen|wachsend|wachsende|wachsenden|wachsender|kletterte|kletterten|klettert|sprang|sprangen|springt|verteuerte|verteuerten|schnellte|schnellten|verbesserte"
    "|gewann|gewannen|gewonnen|gewinnt|gewinnen|erhöhend|hob|hoben|hebt|beschleunigte|kräftigte|zog|schoss|schossen|schoß|anwuchs|vergrösserte"
)
DOWN = (
    f"{NOUNS_DOWN}|{LESS}|{CLOSING_DOWN}|sank|sanken|sinkend|sinkende|sinkenden|sinkender|gesunkene|gesunkenen|fiel|fielen|fällt|fallend|fallende|fallenden|rückläufig|verringerten|reduzierten|senkte|senkten|senkt|schrumpfte|schrumpften|schrumpft|schrumpfende|verlor"
    "|verliert|sackte|sackten|rutschte|rutschten|rutscht|stürzte|stürzten|stürzt|kürzte|kürzten|kürzt|verbilligte|verbilligten|verbilligt|einbüssten|schwand|schwanden|drosselte|drückte|minderte|verminderte|verschlechterte|strich|strichen|streicht|verfiel|büsste"
)
SPLIT = {
    f"{verb} {part}": way
    for way, pairs in {
        "up": "legen legt legte legten zu|nehmen nimmt nahm nahmen zu|steigen steigt stieg stiegen an|wachsen wächst wuchs wuchsen an|ziehen zieht zog zogen an|heben hebt hob hoben an|stocken stockt stockte stockten auf|weiten weitet weitete weiteten aus|bauen baut baute bauten aus"
              "|setzen setzt setzte setzten herauf|schrauben schraubt schraubte hoch|fahren fährt fuhr fuhren hoch|werten wertete aufwertet auf|ziehen zieht zog zogen hoch|steigen steigt stieg stiegen auf",
        "down": "gehen geht ging gingen zurück|nehmen nimmt nahm nahmen ab|geben gibt gab gaben nach|brechen bricht brach brachen ein|büßen büßt büßte büßten ein|sacken sackt sackte sackten ab|fallen fällt fiel fielen ab|sinken sinkt sank sanken ab|rutschen rutscht rutschte rutschten ab"
                "|stürzen stürzt stürzte stürzten ab|bauen baut baute bauten ab|fahren fährt fuhr fuhren zurück|schrauben schraubt schraubte zurück|setzen setzt setzte setzten herab|schmelzen schmilzt schmolz schmolzen ab|werten wertete ab|knicken knickte knickten ein|stürzen stürzte ein|sparen spart sparte sparten ein",
    }.items()
    for pair in pairs.casefold().split("|")
    for *verbs, part in (pair.split(),)
    for verb in verbs
} | {
    f"{word} {level}": way
    for word, way in (("unter", "down"), ("über", "up"))
    for level in "vorjahr|dem vorjahr|vorjahresniveau|dem vorjahresniveau|dem vorjahreswert|dem vorjahresmonat|dem vorjahresquartal|dem vormonat|dem vorquartal|dem niveau|dem wert|dem stand|plan|den erwartungen|dem durchschnitt|dem schnitt".split("|")
}
FALLING = ("rückgang", "rückgangs", "rückgänge", "minus", "verlust", "verluste", "verlusts", "verlustes", "einbruch", "einbruchs", "senkung", "senkungen", "kürzung", "kürzungen", "schwund", "abbau", "abbaus", "defizit", "defizits", "reduktion", "reduzierung",
           "abnahme", "einbussen", "einbusse", "fehlbetrag", "rutsch", "verringerung", "minderung", "schrumpfung", "nachlass")
RISING = ("anstieg", "anstiegs", "plus", "wachstum", "wachstums", "zuwachs", "zuwachses", "zuwächse", "erhöhung", "erhöhungen", "zunahme", "steigerung", "steigerungen", "anhebung", "aufstockung", "ausweitung", "aufschlag")

# Other words ---------------------------------------------------------------------------------------------------------

ARTICLES = "der|die|das|den|dem|des|ein|eine|einem|einen|einer|eines|dieser|diese|dieses|diesen|diesem|jener|jene|sein|seine|seinen|seinem|seiner|ihr|ihre|ihren|ihrem|ihrer|unser|unsere|unseren|mein|meine|kein|keine|keinen|keiner"
STOPS = table(
    f"{ARTICLES}|in|im|an|am|auf|aus|bei|beim|für|mit|nach|seit|von|vom|zu|zum|zur|um|über|unter|vor|hinter|neben|zwischen|durch|gegen|ohne|bis|ab|pro|je|per|trotz|wegen|während|innerhalb|außerhalb|gegenüber|laut|gemäß|entlang|statt|dank|binnen|samt|nebst|via|ins|ans|aufs"
    "|und|oder|aber|sondern|denn|doch|jedoch|als|wie|dass|ob|weil|wenn|falls|obwohl|damit|sodass|nachdem|bevor|ehe|indem|sowie|sowohl|weder|noch|wo|wer|was|wann|warum|wobei|wodurch|wovon|womit|welche|welcher|welches|deren|dessen"
    "|ist|sind|war|waren|sei|seien|wäre|wären|wird|werden|wurde|wurden|worden|geworden|hat|haben|hatte|hatten|habe|hätte|hätten|kann|können|konnte|konnten|könnte|könnten|soll|sollen|sollte|sollten|muss|müssen|musste|mussten|darf|dürfen|will|wollen|wollte|mag|möchte"
    "|ich|du|er|sie|es|wir|man|sich|ihm|ihn|ihnen|uns|dies|hier|dort|da|dann|nun|jetzt|heute|gestern|morgen|bereits|schon|auch|nur|nicht|etwa|rund|mehr|weniger|höher|niedriger|zurück|insgesamt|zusammen|allein|jährlich|monatlich|täglich|derzeit|aktuell|inzwischen|zuletzt"
    "|jeweils|respektive|sagte|teilte|betrug|betrugen|beträgt|lag|lagen|liegt|liegen|stieg|stiegen|sank|sanken|fiel|fielen|wuchs|ging|gingen|erreichte|kostet|kosten|kostete|so|sehr|wieder|weiter|davon|dabei|dafür|daran|dazu|danach|zudem|außerdem|seitdem|bisher"
)
LABELS = table(
    "artikel|art|paragraph|paragraf|paragraphen|§|§ §|absatz|abs|nummer|nr|nummern|kapitel|seite|seiten|s|abschnitt|tabelle|tab|abbildung|abb|anhang|anlage|band|version|typ|linie|linien|gleis|zimmer|raum|hausnummer|bundesstraße|autobahn|route|flug|halle|tor|phase|teil|stufe|klasse"
    "|gruppe|block|reaktor|ziffer|punkt|frage|los|formel|kanal|bus|zug|boeing|airbus|apollo|windows|covid|resolution|richtlinie|verordnung|gesetz|dax|mdax|sdax|tecdax|nikkei|cac|ftse|stoxx|s & p|fortune|platz|rang|jahrgang|modell|agenda|ausgabe|folge|staffel|top|u|woche|tag|zone"
    "|postfach|telefon|tel|fax|nummer eins|akte|aktenzeichen|az|rechnung|vertrag|los|spiel|runde|szene|etage|stock|kilometer|baujahr|haus|filiale|wohnung|apollo|sojus|g|euro stoxx|smi|atx|protokoll|entwurf|drucksache|az|satz|buch|vers|psalm|opus|op|sinfonie"
)
IDIOMS = table(
    "euro 4|euro 5|euro 6|euro 7|euro stoxx 50|dow jones 30|fridays for future|eins zu eins|null toleranz|stunde null|nummer eins|erste hälfte|zweite hälfte|ersten hälfte|zweiten hälfte|unter null|eine welt|dritte welt|nullrunde|zu zweit|null bock|tausend dank|hundert pro"
    "|netto null|klimaneutral bis|zwei drittel mehrheit|drei viertel mehrheit|viertel vor|viertel nach|dreiviertel acht|halb zwei|halb drei|halb vier|halb fünf|halb sechs|halb sieben|halb acht|halb neun|halb zehn|halb elf|halb zwölf|halb eins|unter dem gefrierpunkt"
) | COPS
DENIALS = table(
    "nicht|nie|niemals|kein|keine|keinen|keinem|keiner|ohne|bestritt|bestritten|bestreitet|bestreiten|dementierte|dementierten|dementiert|dementieren|wies zurück|weder|noch|kaum|falsch|fälschlich|fälschlicherweise|angeblich|vermeintlich|statt|anstatt|könnte|könnten|dürfte|dürften"
    "|sollte|sollten|würde|würden|soll|sollen|möchte|möchten|will|wollen|plant|planen|geplant|erwartet|erwarten|hofft|hoffen|falls|wenn|ob|sofern|ziel von|ziel ist|prognose von|schätzung von|prognostiziert|voraussichtlich|wohl|möglicherweise|vielleicht|lehnte ab|ausgeschlossen|schloss aus"
)
DENIED = table(
    "nicht|dementiert|dementierte|bestritten|bestritt|wurde dementiert|wurde bestritten|ist falsch|war falsch|stimmt nicht|stimmte nicht|trifft nicht zu|ist nicht|war nicht|sind nicht|waren nicht|wurde nicht|wurden nicht|hat nicht|haben nicht|sei falsch|sei nicht|erfunden|ist erfunden"
)
ABOUT_WHAT = table(
    "kredit|kredite|krediten|kredits|darlehen|darlehens|vertrag|verträge|vertrags|auftrag|aufträge|auftrags|rechnung|rechnungen|scheck|schecks|anleihe|anleihen|fonds|summe|betrag|finanzierung|bürgschaft|bürgschaften|gutschein|gutscheine|bescheid|kaufvertrag|großauftrag|rahmenvertrag"
    "|kreditlinie|quittung|wechsel|forderung|forderungen|police|policen|überweisung|strafbefehl|paket|hilfspaket|programm|order|orders|bestellung|bestellungen|zusage|zusagen|förderbescheid|vergleich|deal|spende|bericht|berichte|berichten|berichtet|berichtete|berichteten|streit|debatte"
    "|diskussion|verhandlungen|verhandelt|verhandelte|einigung|entscheidung|entscheidet|entschied|abstimmung|meldung|nachricht|artikel|diskutiert|diskutierte|streiten|klage|klagte|informiert|informierte|spricht|sprach|gespräch|gespräche|verfügt|verfügte|verfügen|verfügten|verfüge"
    "|erstreckt|erstreckte|erstrecken|erstreckten|zieht|zog|führt|führte|läuft|lief|laufen|laufzeit|verteilt|verteilen|verteilte|gestreckt|dauert|dauerte|beriet|berät|freut|freute|jubelt|rennen|distanz|strecke|etappe|lauf|flug|reicht|reichte|hinweg|garantie|garantien|vereinbarung|mandat"
)
GRAMMAR = Grammar(
    code="de",
    setting=table("statt|anstatt|anstelle von|an stelle von|gegenüber|im vergleich zu|verglichen mit|im gegensatz zu|weniger als|mehr als|fern von|weit von|außer|ausgenommen|abgesehen von|hälfte|drittel|viertel|fünftel|zehntel|bruchteil"
                  "|doppelt so viel wie|doppelte|dreifache|vielfache|falls|wenn|sofern|ob|keiner der|keine der|wenige der|einige der|manche der|die meisten der|verfehlte|verfehlt|verfehlten|höher als|niedriger als|kleiner als|größer als|als"),
    promised=table("zugesagten|zugesagte|versprochenen|versprochene|geplanten|geplante|angestrebten|angepeilten|angepeilte|erwarteten|erwartete|ursprünglichen|ziel|ziels|zielmarke|von"),
    losing=table("rückgang|verlust|verluste|minus|einbruch|abnahme|schwund|defizit|fehlbetrag|abschwung|kürzung|senkung"),
    gaining=table("anstieg|wachstum|zuwachs|zunahme|plus|erhöhung|steigerung"),
    inverting=table("negatives|negativen|negative|negativem"),
    within=table("der|des|von|in|im|bei|an|am|die|den|dem|ihrer|ihres|seiner|seines|um"),
    amounting=table("von|betrug|beträgt|war|ist|lag bei|:|betrugen|belief"),
    besides=table("wenn nicht mehr|wenn nicht sogar mehr|vielleicht mehr|möglicherweise mehr|eher mehr|oder mehr|mindestens|höchstens|wenigstens|ungefähr|etwa|circa|rund|geschätzt|schätzungsweise|maximal|minimal|tendenz steigend"),
    every=table("je|pro|von je|auf je|auf jeweils|für je"),
    perhaps=table("vielleicht|womöglich|sogar|eventuell|möglicherweise|gar"),
    times=(table("jahr|jahre|jahren"), table("monat|monate|monaten"), table("woche|wochen"), table("tag|tage|tagen"), table("h|stunde|stunden"), table("min|minute|minuten"), table("s|sekunde|sekunden")),
    name="German",
    joiner=" ",
    decimal=",",
    groups=".' ",
    spelled=spelled,
    scales=SCALES,
    suffixes=SUFFIXES,
    before=BEFORE,
    after=AFTER,
    portions=_portions(),
    extras={"einhalb": "0.5"},
    ones=ONE,
    infix=INFIX,
    neutral=table("nur|lediglich|bloß|genau|exakt|insgesamt|zusammen|gerade einmal|gerade mal|einmal|immerhin|sogar|weitere|weiteren|weiterer|zusätzliche|zusätzlich|zusätzlichen|nochmals|noch einmal|die|der|den|dem|das|ganze|ganzen|volle|vollen|satte|stolze|jeweils|umgerechnet|erneut|rekordhohe|in summe|in höhe von|sage und schreibe|ziemlich genau|unglaubliche|unfassbare|durchschnittlich|im schnitt|im durchschnitt|real|nominal|preisbereinigt|bereinigt|saisonbereinigt|netto|brutto|geplanten|ursprünglich|ursprünglichen|erwarteten|bisherigen|veranschlagten"),
    negations=table("nicht|kein|keine|keinen|keinem|keiner|keines|nie|niemals|weder|ohne|nein|keinesfalls|keineswegs"),
    start=table("von|vom"),
    ranging=table("zwischen|kostet|kosten|kostete|reicht|reichen|reichte|reichten|liegt|liegen|lag|schwankt|schwanken|schwankte|variiert|variieren|spanne|bandbreite|korridor|preise|preisen|temperaturen"),
    to=table("bis|-|–|—|‐|‑|bis zu|auf|bis auf|- bis|– bis|bis hin zu|- bis zu"),
    both=table("und|bis|-|–|—"),
    listing=table("und|,|oder|sowie"),
    respectively=table("respektive|beziehungsweise|bzw|jeweils"),
    shares=table("von|aus|von jeweils|unter"),
    units=UNITS,
    unclear=frozenset(),
    links=table("von|an|in höhe von|im wert von|im umfang von"),
    up=table(UP),
    down=table(DOWN),
    moves=table("ging|gingen|geht|gehen|gegangen|veränderte|verändert|änderte|wechselte|schwankte|kam|kamen|entwickelte|verdoppelte|verdoppelten|verdreifachte|halbierte|halbierten|korrigierte|korrigiert|hob|revidierte"),
    turns=table(f"{NOUNS_UP}|{NOUNS_DOWN}|{MORE}|{LESS}|verloren|zugelegt|eingebüßt|nachgegeben|gewonnen|hinzugewonnen|zugewonnen"),
    more=table("mehr|weniger|zusätzliche|zusätzlichen"),
    marks=table("marke|schwelle|schallmauer|hürde"),
    determiners=table("der|des|aller|ihrer|seiner|unserer|dieser|meiner|eurer|von|seines|ihres|dieses"),
    by=table("um"),
    level=table("auf|bei|betrug|betrugen|beträgt|betragen|erreichte|erreichten|erreicht|erreichen|lag|lagen|liegt|liegen|war|waren|ist|sind|zu|belief|beläuft"),
    stops=STOPS,
    labels=LABELS,
    ordinals=frozenset(".") | table("er|te|ten|ter|tes|tem|ste|sten|er jahre|ers|fach|fache|fachen|mal|köpfig|köpfige|köpfigen|jährig|jährige|jährigen|jähriger"),
    clock=table("uhr"),
    says=table("beträgt|betrug|betrugen|betragen|zählt|zählte|zählten|erreichte|erreicht|erreichten|lag bei|liegt bei|lagen bei|stieg auf|sank auf|wuchs auf|fiel auf|kletterte auf|war|waren|ist|sind|:|von|auf|um|überschritt|übertraf|belief sich auf|beläuft sich auf|umfasst|umfasste"),
    denials=DENIALS,
    denied=DENIED,
    idioms=IDIOMS,
    symbols=SYMBOLS,
    doubtful={"über": ABOUT_WHAT, "unter": table("leidet|leiden|litt|läuft|firmiert|leidend")},
    reaching=table("bis"),
    settled=table("stieg|stiegen|kletterte|kletterten|sank|sanken|fiel|fielen|wuchs|wuchsen|sprang|sprangen|sackte|rutschte|rutschten|stürzte"),
    onto=table("auf|bis auf"),
    spans=table("bis|- bis|– bis|bis zu|bis hin zu|- bis zu"),
    closing=table(f"{CLOSING_UP}|{CLOSING_DOWN}"),
    apart=SPLIT,
    falling=FALLING,
    rising=RISING,
    alternatives=table("oder|bzw|beziehungsweise"),
    denying=3,
    merely=table("nur|bloß|allein|lediglich"),
    capitals=True,
)
