"""French: the words round numbers. Number words are many words, `de` stands between a scale and its unit, and before much else."""

from decimal import Decimal

from factsheet.reading.languages import Grammar
from factsheet.reading.languages.word_tables import COPS, forms, meanings, measures, money, parts, phrases, scaled_signs, table
from factsheet.reading.quantities import Token
from factsheet.reading.running import key

# Number words --------------------------------------------------------------------------------------------------------

ONES = dict(zip("un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split(), range(1, 17), strict=True)) | {"une": 1}
TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "octante": 80, "nonante": 90}
VAGUE = table("quelques|plusieurs|des|divers|maints")


def spelled(tokens: list[Token], at: int) -> tuple[Decimal | None, int]:
    """Number words below a million: sept, quatre-vingt-dix-sept, deux cent mille; `un` before a scale or a unit."""
    word = key(tokens[at])
    if word in ("un", "une"):
        behind = key(tokens[at + 1]) if at + 1 < len(tokens) else ""
        unit = UNITS.get(behind, NONE)[0] not in ("", "unclear") and behind not in NOT_ONE
        counts = behind in SCALES or unit or (behind == "pour" and at + 2 < len(tokens) and key(tokens[at + 2]) == "cent")
        pairs = behind in PAIRING and at + 2 < len(tokens) and (tokens[at + 2].kind == "number" or spelled(tokens, at + 2)[0])
        return (Decimal(1), at + 1) if counts or pairs else (None, at)
    if at and key(tokens[at - 1]) in VAGUE and word in ("cent", "mille"):
        return None, at
    words = [key(token) for token in tokens[at : at + MOST_WORDS]]
    number, end = _thousands(words) if word != "zéro" else (0, 1)
    decimals, more = _decimals(words[end:])
    return (Decimal(f"{number}{decimals}"), at + end + more) if number or word == "zéro" else (None, at)


def _decimals(words: list[str]) -> tuple[str, int]:
    """Decimals in words and how many words say them: virgule cinq .5, virgule zéro cinq .05."""
    zero = int(words[1:2] == ["zéro"])
    number, end = _below_hundred(words[1 + zero :]) if words[:1] == ["virgule"] else (0, 0)
    return (f".{'0' * zero}{number}", 1 + zero + end) if end else ("", 0)


def _thousands(words: list[str]) -> tuple[int, int]:
    """The number below a million that begins here, and how many words say it; a mille before milliards counts as one, said by no word."""
    first, end = _hundreds(words)
    if words[end : end + 1] not in (["mille"], ["mil"]):
        return first, end
    if words[end + 1 : end + 2] in (["milliards"], ["milliard"]):
        return first or 1, end
    last, more = _hundreds(words[end + 1 :])
    return (first if end else 1) * 1000 + last, end + 1 + more


def _hundreds(words: list[str]) -> tuple[int, int]:
    first, end = _below_hundred(words)
    if words[end : end + 1] not in (["cent"], ["cents"]) or first > 9 or (first == 1 and end):
        return first, end
    last, more = _below_hundred(words[end + 1 :])
    return (first if end else 1) * 100 + last, end + 1 + more


def _below_hundred(words: list[str]) -> tuple[int, int]:
    """Vingt et un, soixante-quinze, quatre-vingt-dix-sept, nonante-deux."""
    if words[:2] in (["quatre", "vingt"], ["quatre", "vingts"]):
        more, end = _below_twenty(words[2:])
        return 80 + more, 2 + end
    ten = TENS.get(words[0], 0) if words else 0
    if not ten:
        return _below_twenty(words)
    joined = 2 if words[1:2] == ["et"] and words[2:3] in (["un"], ["une"], ["onze"]) else 1
    more, end = _below_twenty(words[joined:])
    fits = 0 < more < (20 if ten == 60 else 10) and (joined == 2 or more not in (1, 11))
    return (ten + more, joined + end) if fits else (ten, 1)


def _below_twenty(words: list[str]) -> tuple[int, int]:
    one = ONES.get(words[0], 0) if words else 0
    more = ONES.get(words[1], 0) if one == 10 and len(words) > 1 else 0
    return (one + more, 2) if 7 <= more <= 9 else (one, int(one > 0))


NONE = ("", "", 0)
PAIRING = table("à|ou|et")
MOST_WORDS = 14
NOT_ONE = table("seconde|livre|livres|real|won|go|second|rand|dong")
ROUGH = {"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000}
SCALES = {
    "mille": 1000, "mil": 1000, "million": 10**6, "millions": 10**6, "mio": 10**6, "mln": 10**6, "milliard": 10**9, "milliards": 10**9, "md": 10**9, "mds": 10**9, "mrd": 10**9, "mille milliards": 10**12,
    "millier de milliards": 10**12, "milliers de milliards": 10**12, "billion": 10**12, "billions": 10**12, "trillion": 10**18, "trillions": 10**18, "milliers": 1000, "douzaines": 12, "dizaines": 10, "centaines": 100,
} | ROUGH
SUFFIXES = {"k": 1000, "md": 10**9, "mds": 10**9, "mio": 10**6, "mrd": 10**9}

# Hedges --------------------------------------------------------------------------------------------------------------


def _parenthetic(phrases: str) -> str:
    return "|".join(f"{phrase} ," for phrase in phrases.split("|"))


def _each(starts: str, ends: str = "de|d'|du|des") -> str:
    return "|".join(f"{start} {end}" for start in starts.split("|") for end in ends.split("|"))


ABOVE = "supérieur|supérieure|supérieurs|supérieures"
BELOW = "inférieur|inférieure|inférieurs|inférieures"
TO = "à|au|aux"
BEFORE = meanings({
    "over": f"{_each('plus|bien plus|nettement plus|largement plus|un peu plus|légèrement plus|à peine plus|beaucoup plus|guère moins|au delà|au dessus|bien au delà|bien au dessus|juste au dessus|nettement au dessus|légèrement au dessus|largement au dessus')}"
            f"|{_each(ABOVE, TO)}|{_each('nettement supérieur|nettement supérieure|légèrement supérieur|légèrement supérieure|largement supérieur|largement supérieure|bien supérieur|bien supérieure', TO)}"
            "|dépasse|dépassent|dépassait|dépassaient|dépassant|dépassé|dépassée|dépassera|dépasseront|dépasserait|dépasseraient|dépasser|dépassera les|a dépassé|ont dépassé|excède|excèdent|excédait|excédant|excédé|outrepasse|franchit|franchi|>",
    "at_least": f"{_parenthetic('au moins|au minimum|au bas mot|à tout le moins')}|au moins|au minimum|minimum|pas moins de|pas moins d'|pas moins des|{_each('un minimum')}|à tout le moins|au bas mot|non inférieur à|non inférieure à|égal ou supérieur à|égale ou supérieure à|supérieur ou égal à"
                "|supérieure ou égale à|pas inférieur à|pas inférieure à|jamais moins de|jamais moins d'|≥|>=|pour le moins",
    "about": f"{_parenthetic('environ|approximativement|à peu près')}|environ|quelque|approximativement|à peu près|à peu de choses près|autour de|autour des|autour du|aux alentours de|aux alentours des|aux environs de|aux environs des|de l'ordre de|de l'ordre des|de l'ordre du|grosso modo"
             "|à la louche|peu ou prou|env|plus ou moins|tourne autour de|tourne autour des|tournent autour de|un peu plus ou un peu moins de|estimé à|estimée à|estimés à|estimées à|évalué à|évaluée à|évalués à|évaluées à|estimé à environ|~|≈|±|vers les|à environ",
    "nearly": f"{_each('près|tout près|très près')}|presque|quasi|quasiment|pratiquement|pas loin de|pas loin des|pas tout à fait|{_each('un peu moins|légèrement moins|juste moins|à peine moins|guère plus|juste en dessous|légèrement en dessous|un peu en dessous|juste au dessous|légèrement au dessous')}"
              f"|{_each('légèrement inférieur|légèrement inférieure', TO)}|frôle|frôle les|frôlent|frôlé|frôlait|frôlant|approche|approche les|approchent|approchait|approchant|proche de|proche des|proches de|proches des|s'approche de|s'approche des|s'approchent de|s'approchant de"
              "|bientôt|talonne",
    "under": f"{_each('moins|bien moins|nettement moins|largement moins|beaucoup moins|en dessous|au dessous|bien en dessous|nettement en dessous|en deçà|bien en deçà|sous la barre|sous le seuil')}|sous les|{_each(BELOW, TO)}"
             f"|{_each('nettement inférieur|nettement inférieure|largement inférieur|largement inférieure|bien inférieur|bien inférieure', TO)}|n'atteint pas|n'atteignent pas|n'atteignait pas|n'a pas atteint|n'ont pas atteint|<",
    "at_most": f"{_parenthetic('au plus|au maximum|tout au plus')}|au plus|au maximum|maximum|tout au plus|au grand maximum|jusqu'à|jusqu'au|jusqu'aux|pas plus de|pas plus d'|pas plus des|{_each('un maximum|un plafond')}|dans la limite de|dans la limite des|plafonné à|plafonnée à|plafonnés à|plafonnées à|pas supérieur à|pas supérieure à"
               "|non supérieur à|inférieur ou égal à|inférieure ou égale à|ne dépasse pas|ne dépassent pas|ne dépassait pas|ne dépassera pas|ne dépassant pas|n'excède pas|n'excèdent pas|n'excédant pas|ne pas dépasser|ne pas excéder|sans dépasser|sans excéder|ne doit pas dépasser|ne peut dépasser"
               "|ne peut pas dépasser|ne peut excéder|ne peut pas excéder|ne doivent pas dépasser|ne saurait dépasser|n'a pas dépassé|n'ont pas dépassé|ne dépasse jamais|jamais plus de|jamais plus d'|max|allant jusqu'à|aller jusqu'à|pouvant aller jusqu'à|pouvant atteindre|peut atteindre"
               "|peuvent atteindre|pouvant monter jusqu'à|peut monter jusqu'à|peuvent monter jusqu'à|peut grimper jusqu'à|pouvant grimper jusqu'à|jusqu'à un maximum de|≤|<=|à hauteur maximale de",
    "between": "entre|comprise entre|compris entre|compris|comprises entre|située entre|situé entre",
    "?": f"fois|deux fois|trois fois|le double de|le double des|le triple de|le triple des|dans les|, jusqu'à|, jusqu'aux|à peine|quelques|avoisine|avoisinent|avoisinait|avoisinant|avoisiné|avoisine les|avoisinant les|voisin de|voisine de|flirte avec|flirte avec les|flirtent avec|à partir de|à partir du|dès|{_each('la barre|le cap|le seuil|le niveau|la limite|cap|barre|seuil')}"
         f"|{_each('au lieu|à la place')}|plutôt que|guère|pourrait atteindre|pourraient atteindre|devrait atteindre|tutoie|tutoie les|taquine|côtoie|caresse|plus que|moins que|pas loin d'une|ni plus ni moins de|plus ou moins de|vers|à près",
})
AFTER = meanings({
    "over": "au bas mot et plus|bien tassés|dépassés|dépassé|passés",
    "at_least": "ou plus|et plus|ou davantage|et davantage|et au delà|ou au delà|au moins|au minimum|minimum|au bas mot|+|et au dessus",
    "at_most": "ou moins|et moins|au plus|au maximum|maximum|tout au plus|au grand maximum|et en dessous|au max|maxi",
    "about": "environ|approximativement|à peu près|plus ou moins|à peu de choses près|grosso modo|à la louche",
    "?": "et quelques|et des poussières|sous zéro|en dessous de zéro|au dessous de zéro|en moins ou en plus|près|de trop|de moins que prévu|de plus que prévu",
})

# Units ---------------------------------------------------------------------------------------------------------------


def _of(names: str, adjectives: str) -> str:
    """A currency's names, each with the adjectives of its country: couronnes suédoises."""
    return "|".join(f"{name} {adjective}{'s' if name.endswith('s') and not adjective.endswith('s') else ''}" for name in names.split("|") for adjective in adjectives.split("|"))


OTHER_DOLLARS = (
    "namibiens|jamaïcains|libériens|fidjiens|barbadiens|bahaméens|béliziens|guyaniens|surinamais|surinamiens|trinidadiens|zimbabwéens|bruneiens|brunéiens|caïmanais|bermudiens|salomonais|est caribéens|des caraïbes|de trinité|du zimbabwe|de namibie|internationaux|zimbabwéen|namibien|du brunei|de la jamaïque"
)
MONEY = money({
    "USD": f"dollar us|dollars us|{_of('dollar|dollars', 'américain')}|dollars des états unis", "EUR": "euro|euros", "GBP": f"livre sterling|livres sterling|{_of('livre|livres', 'britannique')}|sterling", "JPY": f"yen|yens|{_of('yen|yens', 'japonais')}",
    "CNY": f"yuan|yuans|renminbi|renminbis|{_of('yuan|yuans', 'chinois')}", "HKD": "dollar de hong kong|dollars de hong kong|dollars hongkongais", "AUD": _of("dollar|dollars", "australien"), "CAD": _of("dollar|dollars", "canadien"),
    "NZD": f"dollar néo zélandais|dollars néo zélandais|{_of('dollar|dollars', 'néozélandais')}", "SGD": f"dollars de singapour|{_of('dollar|dollars', 'singapourien')}", "TWD": f"dollars de taïwan|dollars taïwanais|{_of('dollar', 'taïwanais')}", "INR": _of("roupie|roupies", "indienne"),
    "CHF": _of("franc|francs", "suisse"), "KRW": f"won|wons|{_of('won|wons', 'sud coréen')}|wons coréens", "RUB": f"rouble|roubles|{_of('rouble|roubles', 'russe')}", "BRL": f"réal|réals|réaux|reais|{_of('real|réal|réals|reals', 'brésilien')}|reais brésiliens", "ZAR": f"rand|rands|{_of('rand|rands', 'sud africain')}",
    "SEK": _of("couronne|couronnes", "suédoise"), "NOK": _of("couronne|couronnes", "norvégienne"), "DKK": _of("couronne|couronnes", "danoise"), "ISK": _of("couronne|couronnes", "islandaise"), "CZK": _of("couronne|couronnes", "tchèque"), "PLN": f"zloty|zlotys|{_of('zloty|zlotys', 'polonais')}",
    "HUF": f"forint|forints|{_of('forint|forints', 'hongrois')}", "TRY": f"livre turque|livres turques|{_of('lire|lires', 'turque')}", "MXN": _of("peso|pesos", "mexicain"), "ARS": _of("peso|pesos", "argentin"), "COP": _of("peso|pesos", "colombien"), "CLP": _of("peso|pesos", "chilien"), "THB": "baht|bahts",
    "VND": _of("dong|dongs", "vietnamien"), "IDR": f"rupiah|rupiahs|{_of('roupie|roupies', 'indonésienne')}", "MYR": "ringgit|ringgits", "NGN": "naira|nairas", "ILS": "shekel|shekels|nouveaux shekels", "MAD": _of("dirham|dirhams", "marocain"), "AED": f"dirhams des émirats|{_of('dirham|dirhams', 'émirien|émirati')}",
    "SAR": _of("riyal|riyals", "saoudien"), "UAH": "hryvnia|hryvnias", "EGP": _of("livre|livres", "égyptienne"), "LBP": _of("livre|livres", "libanaise"), "PKR": _of("roupie|roupies", "pakistanaise"), "DZD": _of("dinar|dinars", "algérien"), "TND": _of("dinar|dinars", "tunisien"), "BEF": _of("franc|francs", "belge"),
    "FRF": _of("franc|francs", "français"), "DEM": "deutsche mark|deutsche marks|deutschemarks|marks allemands", "XPF": "francs pacifique|francs cfp", "XOF": "francs cfa d'afrique de l'ouest", "RON": _of("leu|lei", "roumain"),
}, "¥|￥|$|" + "|".join(f"dollars {country}|dollar {country}" for country in OTHER_DOLLARS.split("|")) + "|roubles biélorusses|wons nord coréens|franc|francs|fr|franc cfa|francs cfa|couronne|couronnes|peso|pesos|livre|livres|roupie|roupies|lire|lires|dinar|dinars|dirham|dirhams|riyal|riyals|mark|marks|shilling|shillings|point|points|degré|degrés|°|real|once|onces")
MONEY |= {"dollar": ("money", "USD", 0), "dollars": ("money", "USD", 0), "centime": ("unclear", "centimes", -2), "centimes": ("unclear", "centimes", -2), "centimes d' euro": ("money", "EUR", -2), "centime d' euro": ("money", "EUR", -2)}


def _forms(name: str) -> tuple[str, ...]:
    """A measure's name in the singular and plural: kilomètre carré, kilomètres carrés; kilowattheure, kilowatts heures."""
    before, by, after = name.partition(" par ")
    each = [word if word.endswith(("s", "z")) or word in ("fahrenheit", "°", "c") else word + "s" for word in before.split()]
    return name, " ".join(each) + by + after, " ".join((each[0], *before.split()[1:])) + by + after


MEASURES = measures({
    "mm": "millimètre", "cm": "centimètre", "m": "mètre", "km": "kilomètre", "ha": "hectare", "mi": "mile", "mm²": "millimètre carré", "cm²": "centimètre carré", "m²": "mètre carré", "km²": "kilomètre carré", "m³": "mètre cube", "km³": "kilomètre cube",
    "ml": "millilitre", "cl": "centilitre", "dl": "décilitre", "l": "litre", "hl": "hectolitre", "mg": "milligramme", "g": "gramme", "kg": "kilogramme|kilo", "t": "tonne|tonne métrique", "kt": "kilotonne", "Mt": "mégatonne", "Gt": "gigatonne", "s": "seconde", "min": "minute",
    "h": "heure", "W": "watt", "kW": "kilowatt", "MW": "mégawatt", "GW": "gigawatt", "TW": "térawatt", "Wh": "wattheure|watt heure", "kWh": "kilowattheure|kilowatt heure", "MWh": "mégawattheure|mégawatt heure", "GWh": "gigawattheure|gigawatt heure",
    "TWh": "térawattheure|térawatt heure", "J": "joule", "kJ": "kilojoule", "MJ": "mégajoule", "GJ": "gigajoule", "TJ": "térajoule", "V": "volt", "kV": "kilovolt", "A": "ampère", "Hz": "hertz", "kHz": "kilohertz", "MHz": "mégahertz", "GHz": "gigahertz", "B": "octet", "kB": "kilooctet|ko",
    "MB": "mégaoctet", "GB": "gigaoctet", "TB": "téraoctet", "PB": "pétaoctet", "Pa": "pascal", "hPa": "hectopascal", "kPa": "kilopascal", "dB": "décibel", "°C": "degré celsius|degré c|° c|° celsius|degré centigrade", "K": "kelvin", "°F": "degré fahrenheit|° f", "ppm": "partie par million",
    "km/h": "kilomètre par heure|kilomètres à l'heure|km à l'heure|kilomètre heure|kilomètre / heure|km par heure|kmh|km / heure|km heure", "m/s": "mètre par seconde", "N": "newton", "ft": "pied",
}, _forms)
PARTS = parts(
    "%|％|pour cent|pourcent|pourcents|p . 100|p . cent|pc",
    "point de pourcentage|points de pourcentage|point de pourcent|points de pourcent|point de %|points de %|pp|pdp",
    "point de base|points de base|pb|pdb",
)
UNITS = MONEY | MEASURES | PARTS
SYMBOLS = scaled_signs({"k": 3, "K": 3, "M": 6, "Mio": 6, "Md": 9, "Mds": 9, "Mrd": 9, "G": 9}, {"€": "EUR", "EUR": "EUR"})
SYMBOLS |= {f"{scale}$": ("unclear", "$", power) for scale, power in (("k", 3), ("M", 6), ("Md", 9), ("G", 9))} | {"m€": ("unclear", "m€", 6)}
SYMBOLS |= {"Ko": ("measure", "kB", 0), "Mo": ("measure", "MB", 0), "Go": ("measure", "GB", 0), "To": ("measure", "TB", 0), "Po": ("measure", "PB", 0)}


def _portions() -> dict[str, str]:
    """Parts of a whole in per cent; empty where no decimal says them: un tiers."""
    found = {"la moitié": "50", "un demi": "50", "demi": "50", "demie": "50", "une demie": "50", "un tiers": "", "le tiers": "", "deux tiers": "", "un quart": "25", "le quart": "25", "trois quarts": "75"}
    below = {"cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10, "vingtième": 20, "centième": 100}
    for part, whole in below.items():
        for word, above in (*ONES.items(), ("le", 1)):
            if above < whole and word != "une":
                name = f"{word} {part}{'s' if above > 1 else ''}"
                found[name] = f"{100 * above / Decimal(whole):f}" if whole not in (6, 7, 9) else ""
    return found | {f"un quart {of}": "" for of in ("d' heure", "de siècle", "de finale", "de tour", "de vin", "de rouge")} | {f"le quart {of}": "" for of in ("d' heure", "de siècle", "de finale")}


# Rises and falls -----------------------------------------------------------------------------------------------------

ER = "e|ent|er|é|ée|és|ées|ait|aient|ant|a|èrent|era|eront|erait|eraient"
NOUNS_UP = (
    "hausse|hausses|croissance|augmentation|augmentations|progression|progressions|gain|gains|bond|rebond|envolée|montée|accroissement|élévation|relèvement|majoration|essor|remontée|ascension|renchérissement|amélioration|poussée|flambée|expansion|accélération|appréciation"
)
NOUNS_DOWN = (
    "baisse|baisses|recul|reculs|diminution|diminutions|chute|chutes|réduction|réductions|repli|perte|pertes|déclin|effondrement|contraction|dégringolade|plongeon|décroissance|décrue|déficit|déficits|rabais|remise|abaissement|repli|tassement|fléchissement|ralentissement|dépréciation"
    "|coupe|coupes|suppression|suppressions|plongée|érosion|glissade|moins value|amputation|décote|manque à gagner|retrait|abattement|affaissement"
)
UP = forms("augment|progress|grimp|mont|remont|gagn|rebond|accélér|envol|flamb|major|doubl|tripl|relev|amélior|boost|gonfl|renchér|hauss", ER) | table(
    f"{NOUNS_UP}|plus|supérieur|supérieure|supérieurs|supérieures|croît|croissent|croître|crû|crut|accroît|accroissent|accru|accrue|accrus|accroître|grandit|bondi|bondit|bondissent|bondir|bondissait|renchéri|renchérit|renchérissent|relève|relèvent|élève|élargi|élargit|étoffe|étoffé"
    "|apprécié|rebondi|rebondit|rebondissent|ajoute|ajouté|haussier|haussière|additionnel|additionnels|additionnelles|supplémentaire|supplémentaires|s'accroît|accroissant|croissant|croissante"
) - table("montant")
DOWN = forms("baiss|recul|diminu|chut|plong|dégringol|tomb|gliss|céd|dévis|déclin|retomb|régress|effondr|rabaiss|abaiss|ramen|coup|supprim|amput|lâch|rogn|contract|tass|dépréci|sabr|minor|rétrograd", ER) | table(
    f"{NOUNS_DOWN}|moins|inférieur|inférieure|inférieurs|inférieures|réduit|réduite|réduits|réduites|réduire|réduisent|réduisant|réduira|réduiront|perd|perdent|perdre|perdu|perdue|perdait|perdant|perdra|fléchi|fléchit|fléchissent|fléchir|rétréci|rétrécit|fond|fondu|replie|replient|replié"
    "|repliée|restreint|rétracte|abandonne|abandonné|abandonnent|décroît|décroissent|décru|cède|cèdent|ramène|ramènent|amoindri|affaibli|affaiblit|baissier|baissière|laisse|laissé|allégé|allège|ralenti|ralentit|ralentissent"
)
MOVES = forms("pass|port|ramen|révis|corrig|chang", ER) | table("relevé|relevée|relève|abaisse|abaissé|revu|revue|revoit|ramène")
TURN_WORDS = f"{NOUNS_UP}|{NOUNS_DOWN}|plus|moins|supérieur|supérieure|supérieurs|supérieures|inférieur|inférieure|inférieurs|inférieures|supplémentaire|supplémentaires"
TURNS = table("|".join(f"{word}|de {word}|d'{word}|en {word}" for word in TURN_WORDS.split("|")) + "|de moins de|de plus de|de plus d'|de moins d'|plus de|moins de|plus d'|moins d'|plus ou moins|en moins de|en plus de|de pertes et")
TURNS -= table("plus|moins|plus de|moins de|plus d'|moins d'|coupe|coupes|bond|gain|gains|retrait|remise") - table("plus|moins")

SETTLED = frozenset(word for word in UP | DOWN if word.endswith(("é", "ée", "és", "ées", "bondi", "grandi", "fléchi", "perdu", "réduit", "chuta", "monta", "grimpa"))) - table(f"{NOUNS_UP}|{NOUNS_DOWN}")

# Other words ---------------------------------------------------------------------------------------------------------

STOPS = table(
    "de|d'|du|des|le|la|les|l'|un|une|au|aux|à|en|dans|sur|sous|pour|par|avec|sans|chez|vers|contre|entre|depuis|pendant|durant|avant|après|dès|jusque|jusqu'|hors|malgré|selon|parmi|devant|derrière|outre|via|lors|près|afin|grâce|face|environ|y"
    "|et|ou|mais|donc|or|ni|car|que|qu'|qui|quoi|dont|où|quand|lorsque|lorsqu'|puisque|puisqu'|si|comme|alors|tandis|parce|quoique|est|sont|était|étaient|sera|seront|serait|fut|furent|été|a|ont|avait|avaient|aura|auront|aurait|ayant|étant|peut|peuvent|pourrait|pourraient|doit"
    "|doivent|devrait|devraient|va|vont|fait|font|ce|cet|cette|ces|son|sa|ses|leur|leurs|notre|nos|votre|vos|mon|ma|mes|se|s'|il|elle|ils|elles|on|nous|vous|je|j'|ne|n'|pas|plus|moins|très|aussi|déjà|encore|seulement|aujourd'hui|hier|demain|ici|là|chaque|tout|tous|toute|toutes"
    "|dernier|dernière|prochain|prochaine|précédent|ans|respectivement|notamment|soit|puis|ainsi|contre|quelque|près|annuellement|dit|affirme|indique|annonce|annoncé|atteint|passe|passé|dépasse|représente|coûte|coûtera|vaut|compte|voire"
)
LABELS = table(
    "article|articles|art|numéro|numéros|n°|n °|no|nos|n|chapitre|page|pages|p|section|tableau|tab|figure|fig|annexe|volume|vol|tome|version|type|ligne|lignes|voie|quai|chambre|salle|porte|phase|partie|étape|niveau|classe|groupe|bloc|réacteur|point|question|lot|formule|canal|chaîne|bus"
    "|train|tram|métro|boeing|airbus|apollo|windows|covid|résolution|directive|règlement|loi|décret|protocole|cac|sbf|dax|nikkei|ftse|stoxx|s & p|fortune|top|alinéa|paragraphe|§|année|années|an|route|nationale|départementale|autoroute|a|n|d|vol|rue|appartement|étage|bâtiment|hôtel|département"
    "|place|rang|saison|épisode|match|set|acte|scène|code|dossier|facture|modèle|série|édition|agenda|horizon|tranche|zone|secteur|district|lettre|numéro vert|tél|téléphone|fax|bp|cedex|ligne|bâtiment|porte|peloton|division|u|g|vingt|euro|jour|semaine|studio|chapitre"
)
IDIOMS = table(
    "euro 4|euro 5|euro 6|euro 7|euro stoxx 50|zéro émission|émission zéro|tolérance zéro|zéro tolérance|point zéro|un jour|une fois|un peu|l' un|l' une|les uns|première moitié|seconde moitié|deuxième moitié|premier quart|dernier quart|un à un|une à une|quatre à quatre|trente glorieuses|moins une"
    "|à cent pour cent français|cent pour cent français|quart de finale|quarts de finale|demi finale|demi finales|zéro déchet|zéro carbone|neutralité carbone|mille fois|mille mercis|cent fois|un seul|une seule|sept à huit|vingt quatre heures sur vingt quatre|24 heures sur 24|24 h sur 24|24 h / 24|années vingt|années trente|années quarante|années cinquante|années soixante|années soixante dix|années quatre vingt|années quatre vingts|années quatre vingt dix|sous zéro|en dessous de zéro|au dessous de zéro"
) | COPS
DENIALS = table(
    "pas|jamais|aucun|aucune|sans|ni|non|nie|nient|nié|dément|démentent|démenti|a démenti|conteste|contesté|contestent|réfute|réfuté|faux|fausse|faussement|prétendu|prétendument|au lieu de|plutôt que|pourrait|pourraient|devrait|devraient|serait|seraient|aurait|auraient|prévoit|prévoient|prévu|espère|espèrent"
    "|si|projette|envisage|envisagent|objectif de|prévision de|estimation de|exclut|exclu|refuse|refusé|guère|à peine|peut être|loin de|souhaite|veut|veulent|doit|vise|visent|compte|table sur|selon les prévisions"
)
DENIED = table("est faux|était faux|est démenti|a été démenti|ont été démentis|n' est pas|n' était pas|ne sont pas|n' a pas|n' ont pas|n' a jamais|n' est plus|est inexact|est erroné|n' existe pas|a été contesté|est contesté|n' a pas été|n' ont pas été|pas")
GRAMMAR = Grammar(
    code="fr",
    setting=table("au lieu de|au lieu des|au lieu d'|plutôt que|contre|comparé à|comparés à|par rapport à|par rapport aux|face aux|loin des|loin de|sauf|hormis|excepté|moitié|tiers|quart|dixième|double|triple|fraction|moins que|plus que|si|aucun des|aucune des"
                  "|peu des|certains des|la plupart des|que|hors"),
    promised=table("promis|prévus|visés|annoncés|objectif|de|des|du|d'"),
    losing=table("baisse|recul|diminution|perte|pertes|repli|chute|réduction|déficit|contraction|effondrement"),
    gaining=table("hausse|croissance|progression|augmentation|gain"),
    inverting=table("négative|négatif"),
    within=table("de|des|du|d'|de la|en|à|dans|aux|au|la|le|les|l'|sa|son|ses|leur|leurs|est|était|fut|a été|sera"),
    amounting=table("de|d'|est|était|fut|sera|:|atteint|atteignait"),
    besides=table("voire plus|voire davantage|si ce n'est plus|peut être plus|sinon plus|ou plus|au moins|au plus|environ|à peu près|estimation|au minimum|au maximum|voire moins"),
    every=table("pour|par|sur"),
    perhaps=table("peut être|voire|même|possiblement"),
    times=(table("an|ans|année|années"), table("mois"), table("semaine|semaines"), table("jour|jours"), table("h|heure|heures"), table("min|minute|minutes"), table("s|seconde|secondes")),
    name="French",
    joiner=" ",
    decimal=",",
    groups=" .' ",
    spelled=spelled,
    scales=SCALES,
    suffixes=SUFFIXES,
    before=BEFORE,
    after=AFTER,
    portions=_portions(),
    extras={"et demi": "0.5", "et demie": "0.5", "et quart": "0.25", "et un quart": "0.25", "et trois quarts": "0.75", "trois quarts": "0.75"},
    ones=table("un|une"),
    infix={},
    neutral=table("seulement|exactement|précisément|un total de|au total|un montant de|un montant total de|une somme de|la somme de|le|la|les|l'|des|uniquement|même|quand même|pile|à|un|une|près|tous|toutes|ces|ses|un record de|une enveloppe de|simplement|juste|pourtant|rien que|la bagatelle de|très exactement|au moins égal à|à elle seule|chacun|autres|nouveaux|nouvelles"),
    negations=table("pas|jamais|aucun|aucune|ni|sans|non|guère|nullement|point"),
    start=table("de|d'|du|des"),
    ranging=table("entre|allant|variant|oscillant|oscille|oscillent|comprise|compris|comprises|varie|varient|coûte|coûtent|coûtera|coûteront|coûtait|fourchette|va|estimé|estimée|intervalle|peine|amende|prix|tarifs|températures"),
    to=table("à|au|aux|-|–|—|‐|‑|jusqu'à|à quelque"),
    both=table("et|et les|et le|et la|et l'|à|-|–|—"),
    listing=table("et|,|ou"),
    respectively=table("respectivement"),
    shares=table("sur"),
    units=UNITS,
    unclear=frozenset(),
    links=table("de|d'|du|des|de l'ordre de|en"),
    up=UP,
    down=DOWN,
    moves=MOVES,
    turns=TURNS,
    more=table("de plus|de moins|supplémentaires|supplémentaire|en plus|en moins"),
    marks=table("seuil|barre|cap"),
    determiners=table("des|du|de|d'|de la|de l'|de ses|leurs|ses|ces|les|la|le"),
    by=frozenset(),
    level=table("à|au|aux|atteint|atteignent|atteignait|atteindre|est|était|sont|étaient|s'établit|s'élève|représente|représentent"),
    stops=STOPS,
    labels=LABELS,
    ordinals=table("e|er|ers|ère|ères|re|res|ème|èmes|eme|ième|ièmes|nd|nde|nds|è|o|°|º"),
    clock=table("heures du matin|heures du soir|heures de l'après midi|heures précises|heures pile|heures gmt|h gmt|heures locales|heure locale|h locales|h du matin|h du soir"),
    says=table("est de|sont de|était de|atteint|atteignait|atteignent|a atteint|ont atteint|s'élève à|s'élèvent à|s'élevait à|compte|comptait|comptent|passe à|est passé à|est passée à|sont passés à|est|sont|était|étaient|:|de|d'|à|dépasse|a dépassé|représente|représentent|totalise|totalisent"),
    denials=DENIALS,
    denied=DENIED,
    idioms=IDIOMS,
    symbols=SYMBOLS,
    apart=dict.fromkeys(phrases("en dessous de|en dessous du|au dessous de|au dessous du|en deçà de|en deçà du|sous le niveau|sous son niveau|en retrait"), "down") | dict.fromkeys(phrases("au dessus de|au dessus du|au delà du niveau"), "up"),
    rough=dict.fromkeys((*ROUGH, "dizaines", "centaines", "milliers", "douzaines"), "about"),
    reaching=table("jusqu'à|jusqu'aux|jusqu'au|, jusqu'à|, jusqu'aux"),
    settled=SETTLED,
    either=table("de|d'|du"),
    spread=table("croissance|hausse|progression|augmentation|baisse|recul|diminution|repli|gain|perte|chute|réduction"),
    indefinite=table("un|une|des"),
    owning=table("son|sa|ses|leur|leurs|le|la|les|l'"),
    beside=table(
        "net|nette|nets|nettes|record|annuel|annuelle|moyen|moyenne|sec|sèche|important|importante|significatif|significative|léger|légère|fort|forte|brutal|brutale|spectaculaire|général|générale|global|globale|cumulé|cumulée|opérationnel|opérationnelle|trimestriel|trimestrielle|mensuel|mensuelle"
        "|total|totale|sensible|modeste|limité|limitée|historique|en|au|l'|le|la|cours|du|an|année|mois|trimestre|semestre|semaine|jour|dernier|dernière|passé|passée|écoulé|écoulée|premier|deuxième|troisième|quatrième|second|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre"
        "|décembre|hier|lundi|mardi|mercredi|jeudi|vendredi|fortement|légèrement|nettement|sensiblement|brutalement|encore|déjà|ainsi|également|même|respectivement|globalement|seulement|rapidement|1er|2e|3e|4e|t1|t2|t3|t4|moyenne|glissement|rythme|soudain|attendu|attendue|inattendu|inattendue"
    ),
    alternatives=table("ou|voire"),
    hours=table("à|vers|dès|avant|après|jusqu'à|midi"),
    denying=3,
    merely=table("seulement|uniquement"),
    opening=True,
)
