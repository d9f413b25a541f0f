"""English: the words round numbers."""

from decimal import Decimal

from factsheet.reading.languages import DOUBTED, Grammar, Measured, words
from factsheet.reading.languages.word_tables import COPS
from factsheet.reading.quantities import ENGLISH, Token
from factsheet.reading.running import key

ONES = dict(zip(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
    range(1, 20), strict=True,
)) | {"zero": 0, "nought": 0}
TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)) | {"fourty": 40}


def spelled(tokens: list[Token], at: int) -> tuple[Decimal | None, int]:
    """A number word below a hundred, with decimals: seven, forty, forty-five, two point five."""
    if key(tokens[at]) == "point":
        return _point(tokens, at) if not at or key(tokens[at - 1]) not in POINTING else (None, at)
    whole, end = _whole(tokens, at)
    fraction, last = _point(tokens, end) if whole is not None else (None, end)
    return (whole, end) if fraction is None or whole is None else (whole + fraction, last)


def _point(tokens: list[Token], at: int) -> tuple[Decimal | None, int]:
    """The decimals that begin at a `point`: point two five."""
    end, digits = at + 1, ""
    if at >= len(tokens) or key(tokens[at]) != "point":
        return None, at
    while end < len(tokens) and len(digits) < MOST_DECIMALS and ONES.get(key(tokens[end]), 10) < 10:
        digits, end = digits + str(ONES[key(tokens[end])]), end + 1
    return (Decimal(f"0.{digits}"), end) if digits else (None, at)


def _whole(tokens: list[Token], at: int) -> tuple[Decimal | None, int]:
    """Seven, forty, forty-five; of twenty-first nothing, which is an ordinal."""
    word = key(tokens[at])
    if word in TENS and at + 1 < len(tokens) and key(tokens[at + 1]) in ORDINALS:
        return None, at
    if word in TENS:
        one = ONES.get(key(tokens[at + 1]), 10) if at + 1 < len(tokens) else 10
        return (Decimal(TENS[word] + one), at + 2) if 0 < one < 10 else (Decimal(TENS[word]), at + 1)
    return (Decimal(ONES[word]), at + 1) if word in ONES else (None, at)


DOTS = frozenset((" ", "  "))     # 40..50: the keys of two and three dots
MOST_DECIMALS = 20
POINTING = frozenset("this that which some what any every each a the one no".split())   # at this point two firms
BEFORE = ENGLISH.before | {
    phrase: qualifier
    for qualifier, phrases in {
        "over": "exceed|exceeds|exceeded|exceeding|has exceeded|have exceeded|had exceeded|surpass|surpasses|surpassed|surpassing|top|tops|topped"
                "|topping|higher than|larger than|bigger than|longer than|well above|just above|far more than|far above|slightly more than|a little over"
                "|a little more than|little more than|slightly over|upward of|north of|beyond|passed|has passed|broke through|outstripped|significantly more than"
                "|considerably more than|well in excess of|far exceeding|far exceeded|older than|heavier than|faster than|warmer than|greater|>|a little above|somewhat over|somewhat more than|upwards from|a whisker over|a tad over|a touch over|a shade over|a fraction over|marginally over",
        "at_least": "minimum of|minimum|a minimum|not under|not below|no smaller than|not smaller than|never less than|never fewer than|no lower than|not lower than"
                    "|min|a min of|min of|⩾|≧|at the least|at the very least|at a minimum|no shorter than|≥|>=",
        "about": "about|around|approx|c|ca|approximately|some|roughly|circa|in the region of|in the order of|on the order of|an estimated|estimated|estimated at"
                 "|estimated to be|somewhere around|more or less|broadly|in the neighbourhood of|in the neighborhood of|in the vicinity of|of the order of"
                 "|plus or minus|nigh on to|~|≈|≅",
        "nearly": "approaching|nearing|just below|just short of|a little under|a little less than|little less than|slightly less than|slightly under|not quite|very nearly"
                  "|almost|nigh on|close on|just shy of|shy of|virtually|practically|well nigh|near to|getting on for|not far short of|a whisker under|a tad under|a touch under|a fraction under|marginally under|marginally below|verging on|slightly below|short of|a shade under|just less than|just fewer than",
        "under": "lower than|smaller than|well below|well under|far less than|far fewer than|far below|shorter than|inside|below the|fell short of"
                 "|well short of|south of|<",
        "at_most": "at the most|at the very most|max|a max of|max of|⩽|≦|as many as|as much as|maximum of|maximum|a maximum|not over|not above|no higher than|no greater than|not greater than|no larger than"
                   "|not exceeding|not exceed|never exceed|never exceeded|did not exceed|does not exceed|do not exceed|didn't exceed|doesn't exceed|don't exceed"
                   "|not to exceed|cannot exceed|must not exceed|may not exceed|shall not exceed|will not exceed|has not exceeded|have not exceeded|had not exceeded|never more than"
                   "|never above|never over|anything up to|up to and including|capped at|a ceiling of|a cap of|up to a maximum of|not higher than|did not surpass|did not top|≤|<=",
        DOUBTED: "twice|thrice|double|triple|quadruple|times|twice as many as|twice as much as|times as many as|times as much as|half as many as|half as much as|as few as|as little as"
                 "|as low as|as high as|as long as|as late as|as early as|every|one in|per|a reported|an alleged|alleged|a rumoured|rumoured|a supposed|supposed|a claimed|expected|projected|forecast|planned|predicted|proposed|anticipated|near|nearer|towards|toward|somewhere near|the better part of|better part of|the best part of|best part of|not far off|not far from|easily|a good|past|⪆|⪅|≲|≳|≪|≫|targeted|hoped for|what may be|what could be|a possible|maybe|perhaps|possibly|probably|reportedly|allegedly|potentially",
        "between": "anywhere between|somewhere between|anything between",
        "": "the past|this past|these past|last past|half past|a near|the near",
    }.items()
    for phrase in phrases.split("|")
}
AFTER = ENGLISH.after | {
    phrase: qualifier
    for qualifier, phrases in {
        "at_least": "or more|or even more|or even higher|or perhaps more|or possibly more|or maybe more|upwards|plus|and more|and up|and above|or above|or over|and over|upwards|or higher|or greater|at least|at the least|at a minimum|minimum|+|or better",
        "at_most": "or fewer|or less|at most|at the most|or under|and under|or below|or lower|maximum|max|or even less|or even fewer|tops|at the outside",
        "about": "or so|or thereabouts|odd|approximately|or something like that|give or take|more or less|ish",
        DOUBTED: "and counting|and rising|and climbing|and falling|estimated|estimate|est|?|and growing",
    }.items()
    for phrase in phrases.split("|")
}
SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12, "score": 20, "mn": 10**6, "mln": 10**6,
    "mio": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12, "lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7,
    "milliard": 10**9, "millions": 10**6, "billions": 10**9,
}
SUFFIXES = {"k": 1000, "m": 10**6, "mn": 10**6, "mln": 10**6, "mm": 10**6, "bn": 10**9, "b": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12, "t": 10**12, "cr": 10**7}
ORDINAL_PARTS = {"third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6,
                 "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10}


def _portions() -> dict[str, str]:
    """Phrases of a part of the whole, in per cent; empty where no decimal holds it."""
    found = {"half": "50", "a half": "50", "one half": "50", "one-half": "50"}
    for part, below in ORDINAL_PARTS.items():
        for word, above in (("a", 1), *ONES.items()):
            plural = part.endswith("s")
            if 0 < above < below and plural == (above > 1):
                found[f"{word} {part}"] = f"{100 * above / Decimal(below):f}" if (100 * 8 * above) % below == 0 and below not in (3, 6, 7, 9) else ""
    return found


MONEY = {
    "USD": "us dollar|us dollars|dollar|dollars|american dollar|american dollars|united states dollars|us$|$|usd|greenbacks|dlrs",
    "EUR": "euro|euros|€", "GBP": "pound|pounds|pound sterling|pounds sterling|sterling|british pounds|£|￡|quid", "JPY": "yen|japanese yen|jp¥|¥",
    "CNY": "yuan|renminbi|rmb|chinese yuan|yuan renminbi|rmb yuan|cn¥", "HKD": "hong kong dollar|hong kong dollars|hk dollars|hk$",
    "AUD": "australian dollar|australian dollars|aussie dollars|a$|au$", "CAD": "canadian dollar|canadian dollars|c$|ca$|cdn$",
    "NZD": "new zealand dollar|new zealand dollars|nz dollars|nz$", "SGD": "singapore dollar|singapore dollars|s$|sg$",
    "TWD": "new taiwan dollar|new taiwan dollars|taiwan dollars|nt$|nt dollars", "INR": "rupee|rupees|indian rupee|indian rupees|rs|₹|re",
    "CHF": "swiss franc|swiss francs|sfr|fr", "KRW": "won|south korean won|korean won|₩", "RUB": "rouble|roubles|ruble|rubles|russian roubles|russian rubles|₽",
    "BRL": "real|reais|brazilian reais|brazilian real|reals|r$", "ZAR": "rand|south african rand", "SEK": "swedish krona|swedish kronor", "NOK": "norwegian krone|norwegian kroner|norwegian crowns",
    "DKK": "danish krone|danish kroner|danish crowns", "PLN": "zloty|zlotys|polish zloty|złoty", "CZK": "czech koruna|czech crowns", "HUF": "forint|forints", "TRY": "lira|turkish lira|turkish liras|₺",
    "MXN": "mexican peso|mexican pesos|mx$", "THB": "baht|thai baht|฿", "VND": "dong|vietnamese dong|₫", "PHP": "philippine peso|philippine pesos|₱", "IDR": "rupiah|indonesian rupiah",
    "MYR": "ringgit|malaysian ringgit|rm", "NGN": "naira|nigerian naira|₦", "KES": "kenyan shilling|kenyan shillings", "ILS": "shekel|shekels|new israeli shekels|₪",
    "SAR": "saudi riyal|saudi riyals", "AED": "dirham|dirhams|uae dirhams", "UAH": "hryvnia|hryvnias|₴", "EGP": "egyptian pound|egyptian pounds", "PKR": "pakistani rupee|pakistani rupees",
}
MEASURES = {
    "mm": "millimetre|millimeter", "cm": "centimetre|centimeter", "m": "metre|meter", "km": "kilometre|kilometer", "ha": "hectare",
    "mi": "mile", "ft": "foot|feet", "mm²": "square millimetre", "cm²": "square centimetre", "m²": "square metre|square meter",
    "km²": "square kilometre|square kilometer", "m³": "cubic metre|cubic meter", "km³": "cubic kilometre|cubic kilometer",
    "ml": "millilitre|milliliter", "l": "litre|liter", "hl": "hectolitre|hectoliter", "mg": "milligram|milligramme", "g": "gram|gramme",
    "kg": "kilogram|kilogramme|kilo", "t": "tonne|metric ton", "kt": "kilotonne", "Mt": "megatonne", "Gt": "gigatonne", "s": "second",
    "min": "minute", "h": "hour", "W": "watt", "kW": "kilowatt", "MW": "megawatt", "GW": "gigawatt", "TW": "terawatt", "Wh": "watt hour",
    "kWh": "kilowatt hour|kilowatthour", "MWh": "megawatt hour|megawatthour", "GWh": "gigawatt hour|gigawatthour",
    "TWh": "terawatt hour|terawatthour", "J": "joule", "kJ": "kilojoule", "MJ": "megajoule", "GJ": "gigajoule", "V": "volt",
    "kV": "kilovolt", "A": "ampere|amp", "Hz": "hertz", "kHz": "kilohertz", "MHz": "megahertz", "GHz": "gigahertz", "B": "byte",
    "kB": "kilobyte", "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte", "PB": "petabyte", "Pa": "pascal", "hPa": "hectopascal",
    "kPa": "kilopascal", "dB": "decibel", "oz": "ounce",
    "°C": "degree celsius|degree centigrade|degrees celsius|degrees centigrade|degree c|degrees c|° c", "K": "kelvin",
    "°F": "degree fahrenheit|degrees fahrenheit|degrees f|° f", "lb": "lb", "ppm": "parts per million", "ppb": "parts per billion",
    "km/h": "kilometre per hour|kilometer per hour|kilometres per hour|kilometers per hour|kilometres an hour|kilometers an hour|km per hour|kph|kmh|km an hour",
    "m/s": "metre per second|meter per second|metres per second|meters per second",
}


def _units() -> dict[str, Measured]:
    found: dict[str, Measured] = dict.fromkeys(("%", "percent", "per cent", "pct", "pc", "％", "percentage"), ("percent", "%", 0))
    points = "percentage point|percentage points|percent points|per cent points|% points|pp|ppt|ppts|pps|p p|percentage-points|percent point|per cent point|%-points|points of percentage"
    found |= dict.fromkeys(points.split("|"), ("points", "", 0))
    found |= dict.fromkeys(("basis point", "basis points", "bp", "bps"), ("points", "", -2))
    found |= {phrase: ("money", code, 0) for code, phrases in MONEY.items() for phrase in phrases.split("|")}
    found |= {"cent": ("unclear", "cents", -2), "cents": ("unclear", "cents", -2), "¢": ("unclear", "cents", -2)}
    found |= {"pence": ("money", "GBP", -2), "penny": ("money", "GBP", -2)}
    for code, names in MEASURES.items():
        found |= {form: ("measure", code, 0) for name in names.split("|") for form in (name, _plural(name))}
    return found | {"sq km": ("measure", "km²", 0), "sq kilometres": ("measure", "km²", 0), "sq kilometers": ("measure", "km²", 0), "sq m": ("measure", "m²", 0),
                    "sq metres": ("measure", "m²", 0), "sq meters": ("measure", "m²", 0), "metric tons": ("measure", "t", 0), "km2": ("measure", "km²", 0),
                    "m2": ("measure", "m²", 0), "m3": ("measure", "m³", 0), "sqm": ("measure", "m²", 0), "cu m": ("measure", "m³", 0), "hrs": ("measure", "h", 0), "hr": ("measure", "h", 0),
                    "mins": ("measure", "min", 0), "secs": ("measure", "s", 0), "kgs": ("measure", "kg", 0), "tonnes": ("measure", "t", 0), "kmh": ("measure", "km/h", 0)}


def _plural(name: str) -> str:
    return name if name.endswith("s") or name in ("foot", "feet", "hertz", "° c", "° f") else name + "s"


ORDINALS = words("first|second|third|fourth|fifth|sixth|seventh|eighth|ninth")
IDIOMS = words("24 / 7|net zero|ground zero|zero sum|zero tolerance|absolute zero|no one|one another|one day|one by one|one off|one way|two way|one stop|two fold|three dimensional|two dimensional|one sided|one time|at one|anyone|one or two|two thirds majority"
                 "|number one|square one|day one|one and the same|nine to five|seven seas|one hand|every one|each one|this one|that one|the one|which one|one more|half way|half hearted|second half|first half") | COPS
BEGINS = frozenset(phrase.split()[0] for phrase in (*ONES, *TENS, *_portions(), *IDIOMS, "a", "an", "point"))


def _setting() -> frozenset[str]:
    """What is said before a number that is only there to be compared with, left out or missed."""
    verbs = ("up|down|rose|fell|grew|climbed|dropped|declined|decreased|increased|jumped|slid|slipped|eased|slowed|accelerated|soared|sank|rising|falling|dropping|growing|declining|climbing|improved|improving"
             "|higher|lower|compares to|rebounded|recovered|shrank|shrinking|plunged|plunging|slumped|tumbled|surged|widened|narrowed|cut|lowered|raised|reduced|trimmed")
    fixed = ("compared with|compared to|compares with|versus|vs|against|instead of|rather than|short of|far from|nowhere near|all but|except|except for|excluding|apart from|other than|not counting|barring|if|unless|whether"
             "|missed|misses|missing|none of|few of|not one of|half of|half|most of|some of|many of|tenth of|third of|quarter of|fifth of|fraction of|tenths of|thirds of|quarters of|fifths of|twice|double|triple|times|quadruple|treble"
             "|half as many as|not all|not the|not even|not nearly|hardly|hardly any|barely|scarcely|almost all|nearly all|virtually all|than|for every|of every|in every|of each|for each|anywhere from|starting at|starting from|beginning at|half as much again as|as against|without|less than|more than|fewer than|higher than|lower than|larger than|smaller than|above|better than|worse than|minus|in place of|as opposed to|save for|set against|of up to")
    return words(fixed) | {f"{verb} from" for verb in verbs.split("|")}


def _behind_money() -> dict[str, str]:
    """What is said behind an amount that is a fall or a rise."""
    down = ("in losses|of losses|in net losses|in operating losses|in the red|in the hole|off its|off their|off last|below its peak|below their peak|below last|below a year|below the previous|below the level"
            "|below pre|below zero|below freezing|below normal|below average|under last|under the previous|short of|down on|into the red")
    verbs = "knocked|knocks|wiped|wipes|shaved|shaves|took|takes|sliced|slices|lopped|chopped|carved"
    return dict.fromkeys([*down.split("|"), *(f"{verb} off" for verb in verbs.split("|"))], "down")


GRAMMAR = Grammar(
    code="en",
    name="English",
    joiner=" ",
    decimal=".",
    groups=",' ",
    spelled=spelled,
    scales=SCALES,
    suffixes=SUFFIXES,
    before=BEFORE,
    after=AFTER,
    portions=_portions(),
    extras={"and a half": "0.5", "and one half": "0.5", "and a quarter": "0.25", "and three quarters": "0.75", "and one quarter": "0.25"},
    ones=words("a|an"),
    infix={"plus": "at_least", "odd": "about", "or so": "about", "or more": "at_least"},
    neutral=words("a|an|only|just|exactly|precisely|a total of|the sum of|a sum of|total|a record|record|a combined|combined|a further|another|an additional|additional"
                  "|all|a whopping|a mere|fully|fully a|some other|the figure of|a figure of|the number of|a number of|to|altogether|in total|the mark of|at|of|even|a full|the equivalent of|as|a staggering"),
    negations=words("not|never|n't|cannot|isn't|wasn't|aren't|weren't|no|didn't|doesn't|don't|neither|nor|without|hasn't|haven't"),
    start=words("from"),
    ranging=words("ranging|range|ranges|ranged|anywhere|varying|varies|varied|vary|between|estimates|estimate|costs|cost|aged|ages|temperatures|prices"),
    to=DOTS | words("to|thru|−|‒|―|~|…|-|–|—|‐|‑|till|until|through|and up to|up to"),
    both=words("and|or|to|-|–|—|−|‒|―"),
    listing=words("and|,|or"),
    respectively=words("respectively"),
    shares=words("of every|of each|in|in every|out of|out of every"),
    units=_units(),
    unclear=words("¥|ton|tons|degree|degrees|°|points|point|billion-dollar|peso|pesos|krone|kroner|crowns|franc|francs|dinar|dinars|riyal|riyals|shilling|shillings|stone"),
    links=words("of|worth of"),
    up=words("rose|rise|rises|rising|risen|up|grew|grow|grows|growing|grown|growth|increase|increased|increases|increasing|climbed|climb|climbs|climbing|gain|gained|gains|jumped|jump|surged|surge|soared"
             "|higher|added|advance|advanced|expanded|expansion|expand|rebounded|widened|raise|raised|upturn|accelerated|more|improved|improvement|boost|boosted|uptick|appreciated|swelled|▲|↑|▴"),
    down=words("fell|fall|falls|falling|fallen|down|dropped|drop|drops|dropping|declined|decline|declines|declining|decreased|decrease|decreases|decreasing|shrank|shrink|shrunk|shrinking|lost|lose|loses|losing|loss"
               "|cut|cuts|cutting|slipped|slip|slid|slide|plunged|plunge|plummeted|sank|sink|sunk|dipped|dip|contracted|contraction|reduced|reduce|reduction|reduces|reducing|lower|lowered|lowering|less|fewer"
               "|eased|tumbled|tumble|shed|sheds|shedding|weakened|narrowed|retreated|smaller|weaker|poorer|slower|▼|↓|▾|trimmed|slashed|slumped|slump|collapsed|depreciated|downturn|deficit|shortfall|cutback|shaved|lopped|diminished|subsided|waned|below"),
    moves=words("went|go|goes|going|gone|moved|moves|shifted|changed|swung|passed|turned|edged|came"),
    turns=words("drop|decline|fall|decrease|reduction|cut|loss|slump|plunge|dip|slide|slip|contraction|lower|less|fewer|down|downturn|shrinkage|retreat|tumble|depreciation|cutback|cheaper|weaker|smaller|poorer|slower"
                "|increase|rise|growth|gain|jump|surge|climb|higher|more|up|expansion|advance|upturn|rebound|uptick|larger|bigger|stronger"),
    more=words("fewer|less|more"),
    marks=words("mark|threshold|milestone|barrier"),
    determiners=words("the|its|their|our|his|her|all|of|my|your"),
    by=words("by"),
    level=words("to|at|of|reached|reaching|reach|reaches|hit|hitting|hits|stood at|totalled|totaled|was|were|is|are|stands at|stand at|amounted to|came to"),
    stops=words("of|in|at|from|for|with|by|to|on|into|onto|over|under|about|across|after|before|during|since|until|through|within|without|between|among|amid|per|as|than|via|versus|vs|near|towards|toward|against|like|unlike|despite"
                "|and|or|but|nor|while|when|where|which|who|that|whose|because|although|though|if|so|yet|whereas|is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should"
                "|the|a|an|this|these|those|its|their|his|her|our|your|my|it|they|he|she|we|you|i|last|next|annually|yearly|today|yesterday|tomorrow|now|then|there|here|respectively|each|every|all|both|said|says"
                "|compared|according|up|down|more|less|fewer|higher|lower|out|off|around|above|below|worth|not|no|only|also|already|alone|altogether|together|reported|showed|ago|earlier|later|plus|minus|times|against|along|away|apart|back|total"),
    labels=words("no|nos|nr|number|numbers|article|articles|section|sections|chapter|page|pages|pp|room|flight|route|highway|level|phase|part|parts|figure|fig|table|version|type|line|lines|gate|platform|group of|resolution|form|rule"
                 "|zone|appendix|annex|clause|paragraph|para|schedule|volume|vol|issue|item|point|question|lot|grade|class|category|tier|formula|channel|bus|train|tram|exit|pier|berth|dock|warehouse|ward|district|boeing|airbus|apollo|windows|covid|protocol|directive|regulation|decree|law|act|amendment|bill|model|mark|step|stage|unit|building|block|apartment|suite|box|extension|ext|code|id|case|file|invoice|order|flat|house number|scope|euro|junction|runway|terminal|seed|world no|world number|top|week|day|fortune|ftse|dax|nikkei|cac|russell|stoxx|csi|asx|s&p|topix|hang seng"),
    ordinals=words("st|nd|rd|th|s"),
    clock=words("am|pm|a m|p m|o'clock|oclock|noon|gmt|utc|est|hours gmt"),
    says=words("totalled|totaled|numbered|reached|hit|stood at|stands at|was|were|is|are|total|number|numbers|rose to|fell to|grew to|climbed to|dropped to|increased to|came to|amounted to|counted|exceeded|topped|surpassed|passed|totalling|totaling|numbering|at|to|:|approached|approaches|exceeds|by|of|-"),
    denials=words("not|n't|never|no|denied|denies|deny|denying|denied that|denies that|without|failed to|fails to|fail to|refused to|refuses to|no longer|neither|nor|hardly|barely|scarcely|cannot|false|falsely|untrue|wrongly"
                  "|didn't|doesn't|don't|wasn't|weren't|isn't|aren't|hasn't|haven't|won't|unable to|declined to|rejected|rejects|ruled out|far from|instead of|rather than|allegedly|supposedly|may|might|could|would|should"
                  "|may have|might have|could have|expected to|forecast to|projected to|planned to|plans to|hopes to|hoped to|aims to|aimed to|wants to|wanted to|likely to|set to|due to|proposed to|if|unless|whether|expects|forecasts|targets|target of|goal of|forecast of|estimate of"),
    denied=words("denied|was denied|is denied|were denied|is false|was false|is untrue|was untrue|is wrong|was wrong|never happened|did not happen|was not|were not|is not|are not|has not|have not|had not|not|proved false|proved wrong"),
    idioms=IDIOMS,
    alternatives=words("or"),
    setting=_setting(),
    promised=words("targeted|target|targets|planned|promised|pledged|original|goal|goals|needed|required|expected|budgeted|hoped-for|sought|initial|previous|earlier|whole"),
    losing=words("drop|decline|fall|decrease|reduction|cut|loss|losses|slump|plunge|dip|slide|contraction|shrinkage|tumble|depreciation|cutback|downturn|deficit|shortfall|outflow|outflows|falls|drops|declines|cuts|reductions"),
    gaining=words("increase|rise|growth|gain|jump|surge|climb|expansion|upturn|rebound|uptick|boost|increases|rises|gains"),
    inverting=words("negative|minus"),
    within=words("in|of|for|the|its|their|our|a|an|this|last|during|between|total|year|month|quarter"),
    amounting=words("of|was|is|were|:|by|averaging|totalling|totaling|worth|averaged|totalled|totaled|amounting to"),
    paces=words("rate|pace|clip"),
    every=words("per|for every|for each|in every|in each|of every|of each|out of every|out of|to every|per every"),
    furthering=words("cent|cents|squared|cubed|hour|hours|h|force|a second|per second|an hour|per hour|per minute|a minute|per square metre|per square meter|per cubic metre|per cubic meter|second|/ second"),
    issuers=words("canadian|canada|australian|aussie|nz|zealand|singapore|singaporean|kong|hk|taiwan|jamaican|namibian|bahamian|barbadian|belize|fijian|guyanese|liberian|trinidad|zimbabwean|zimbabwe|cdn|can|ca|au|aud|cad|nzd|hkd|sgd"
                  "|egyptian|lebanese|syrian|sudanese|irish|cypriot|maltese|gibraltar|falkland|manx|turkish|kiwi"),
    perhaps=words("perhaps|maybe|even|possibly|as many as|about|around|nearly"),
    placing=words("under|over|above|below|about|around|beyond|inside|past|near"),
    times=(words("year|years"), words("month|months"), words("week|weeks"), words("day|days"), words("h|hour|hours"), words("min|minute|minutes"), words("s|second|seconds"), words("stone"), words("lb|pound|pounds"), words("oz|ounces"),
           words("ft|foot|feet"), words("in|inch|inches"), words("km"), words("m"), words("cm"), words("kg"), words("g")),
    besides=words("if not more|if not fewer|if not less|perhaps more|maybe more|possibly more|probably more|or even more|possibly fewer|perhaps fewer|maybe fewer|perhaps less|maybe less|possibly less|and counting|and rising"
                  "|and perhaps more|and possibly more|and maybe more|or possibly more|or perhaps more|or maybe more|more or less|or thereabouts|roughly|approximately|about|more likely|likely more|if that|give or take"
                  "|estimated|an estimate|it is thought|almost|nearly|or nearly|or almost|or more likely|unconfirmed|provisionally|or close to it"),
    apart=_behind_money(),
    begins=BEGINS,
    beside=words("a|an|annualised|annualized|annual|seasonally|adjusted|further|record|sharp|steep|modest|whopping|massive|provisional|quarterly|monthly|slight|hefty|additional|net|average|cumulative"
                 "|combined|total|compound|real|nominal|organic|inflation|like|for|comparable|sharply|slightly|steeply|only|just|another|meagre|mere|cool|year|on|unexpected|surprise|staggering|dramatic|seasonal"),
    negated=words("did not|do not|does not|didn't|don't|doesn't|were not|was not|are not|is not|weren't|wasn't|aren't|isn't|have not|has not|had not|haven't|hasn't|hadn't|will not|won't|would not|wouldn't|could not|couldn't"
                  "|cannot|can not|can't|should not|may not|must not|never|failed to|fail to|fails to|refused to|declined to|not|no longer|too few|too many|short|have no|has no|had no|lack|lacks|lacked"),
)
