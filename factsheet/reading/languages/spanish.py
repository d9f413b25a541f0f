"""Spanish: the words round numbers. `mil millones` is one scale, `de` stands between a scale and its unit; Mexico has a decimal point."""

from decimal import Decimal

from factsheet.reading.languages import Grammar
from factsheet.reading.languages.word_tables import COPS, forms, meanings, measures, money, parts, phrases, scaled_signs, table
from factsheet.reading.quantities import Token
from factsheet.reading.running import key

# Number words --------------------------------------------------------------------------------------------------------

ONES = dict(zip(
    "un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte".split(), range(1, 21), strict=True,
)) | dict(zip("veintiún veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve".split(), range(21, 30), strict=True))
ONES |= {"una": 1, "uno": 1, "veintiuno": 21, "veintiuna": 21, "dieciseis": 16, "veintiun": 21, "veintidos": 22, "veintitres": 23, "veintiseis": 26}
TENS = dict(zip("treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(), range(30, 100, 10), strict=True))
HUNDREDS = {
    f"{stem}{ending}": 100 * number
    for number, stem in ((2, "doscient"), (3, "trescient"), (4, "cuatrocient"), (5, "quinient"), (6, "seiscient"), (7, "setecient"), (8, "ochocient"), (9, "novecient"))
    for ending in ("os", "as")
}
VAGUE = table("años|por|varios|varias|algunos|algunas|muchos|pocos")


def spelled(tokens: list[Token], at: int) -> tuple[Decimal | None, int]:
    """Number words below a million: siete, treinta y dos, doscientos mil; `un` before a scale or a unit; the mil of mil millones is left."""
    word = key(tokens[at])
    if word in ("un", "una"):
        behind = key(tokens[at + 1]) if at + 1 < len(tokens) else ""
        unit = UNITS.get(behind, NONE)[0] not in ("", "unclear") and behind not in NOT_ONE
        counts = behind in SCALES or unit or (behind == "por" and at + 2 < len(tokens) and key(tokens[at + 2]) == "ciento")
        return (Decimal(1), at + 1) if counts or _pairs(tokens, at + 1) else (None, at)
    if word == "uno" and (_pairs(tokens, at + 1) or [key(token) for token in tokens[at + 1 : at + 3]] == ["de", "cada"]):
        return Decimal(1), at + 1
    if word == "uno" or (at and key(tokens[at - 1]) in VAGUE and (word in ("ciento", "cien", "mil") or key(tokens[at - 1]) == "años")):
        return None, at
    words = [key(token) for token in tokens[at : at + MOST_WORDS]]
    number, end = _thousands(words) if word != "cero" else (0, 1)
    decimals, more = _decimals(words[end:])
    return (Decimal(f"{number}{decimals}"), at + end + more) if number or word == "cero" else (None, at)


def _decimals(words: list[str]) -> tuple[str, int]:
    """Decimals in words and how many words say them: coma cinco .5, coma cero cinco .05."""
    zero = int(words[1:2] == ["cero"])
    number, end = _below_hundred(words[1 + zero :]) if words[:1] in (["coma"], ["punto"]) else (0, 0)
    return (f".{'0' * zero}{number}", 1 + zero + end) if end else ("", 0)


def _pairs(tokens: list[Token], at: int) -> bool:
    """Whether a word that joins two numbers stands here, and a number behind it: uno o dos."""
    return at + 1 < len(tokens) and key(tokens[at]) in PAIRING and (tokens[at + 1].kind == "number" or spelled(tokens, at + 1)[0] is not None)


def _thousands(words: list[str]) -> tuple[int, int]:
    """The number below a million that begins here, and how many words say it; a mil before millones or digits counts as one, said by no word."""
    first, end = _hundreds(words)
    if words[end : end + 1] != ["mil"]:
        return first, end
    if words[end + 1 : end + 2] == ["millones"] or "".join(words[end + 1 : end + 2])[:1].isdigit():
        return first or 1, end
    last, more = _hundreds(words[end + 1 :])
    return (first if end else 1) * 1000 + last, end + 1 + more


def _hundreds(words: list[str]) -> tuple[int, int]:
    word = words[0] if words else ""
    if word == "cien":
        return 100, 1
    first = 100 if word == "ciento" else HUNDREDS.get(word, 0)
    if not first:
        return _below_hundred(words)
    last, more = _below_hundred(words[1:])
    return first + last, 1 + more


def _below_hundred(words: list[str]) -> tuple[int, int]:
    """Veintidós, treinta y dos."""
    ten = TENS.get(words[0], 0) if words else 0
    if not ten:
        one = ONES.get(words[0], 0) if words else 0
        return one, int(one > 0)
    more = ONES.get(words[2], 10) if words[1:2] == ["y"] and len(words) > 2 else 10
    return (ten + more, 3) if more < 10 else (ten, 1)


NONE = ("", "", 0)
PAIRING = table("a|o|y")
MOST_WORDS = 12
NOT_ONE = table("segundo|real|won|rand|dong|pie|euro zona")
ROUGH = {
    "decena": 10, "decenas": 10, "quincena": 15, "veintena": 20, "treintena": 30, "cuarentena": 40, "cincuentena": 50, "centena": 100, "centenas": 100, "centenar": 100, "centenares": 100,
    "millar": 1000, "millares": 1000,
}
SCALES = {
    "mil": 1000, "millón": 10**6, "millon": 10**6, "millones": 10**6, "mill": 10**6, "mio": 10**6, "mm": 10**6, "mil millones": 10**9, "mil mill": 10**9, "millardo": 10**9, "millardos": 10**9, "miles de millones": 10**9,
    "billón": 10**12, "billon": 10**12, "billones": 10**12, "trillón": 10**18, "trillones": 10**18, "docena": 12, "docenas": 12, "millón de millones": 10**12,
} | ROUGH
del SCALES["mm"]
SUFFIXES = {"k": 1000, "mill": 10**6, "mio": 10**6}

# Hedges --------------------------------------------------------------------------------------------------------------


def _each(starts: str, ends: str = "de|del|de la|de los|de las") -> str:
    return "|".join(f"{start} {end}" for start in starts.split("|") for end in ends.split("|"))


def _parenthetic(phrases: str) -> str:
    return "|".join(f"{phrase} ," for phrase in phrases.split("|"))


A = "a|al|a la|a los|a las"
BEFORE = meanings({
    "over": f"{_each('más|algo más|poco más|un poco más|bastante más|mucho más|bien por encima|muy por encima|ligeramente por encima|por encima|encima|por arriba|arriba|más allá|apenas más|ligeramente más|sensiblemente más')}"
            f"|{_each('superior|superiores|muy superior|muy superiores|ligeramente superior|ligeramente superiores|claramente superior', A)}|mayor que|mayor de|mayores de|más que|supera|superan|superaba|superaban|superó|superaron|superado|superada|superados|superando|superar|superará|superaría|superarán|superarían|superase|superen|supere|tras superar|rebasará|excederá|sobrepasará|rebasaría|excedería|habría superado|había superado|habían superado"
            "|ha superado|han superado|rebasa|rebasan|rebasó|rebasaron|rebasado|rebasando|rebasar|excede|exceden|excedió|excedieron|excedido|excediendo|sobrepasa|sobrepasan|sobrepasó|sobrepasaron|sobrepasado|traspasó|traspasa|>",
    "at_least": f"{_parenthetic('al menos|por lo menos|como mínimo|cuando menos|como poco')}|al menos|por lo menos|cuando menos|como mínimo|mínimo|como poco|no menos de|no menos del|no menor de|no menor a|no inferior a|no inferior al|no inferiores a|{_each('un mínimo|mínimo|el mínimo')}|igual o superior a|igual o superior al|iguales o superiores a|igual o mayor a"
                "|igual o mayor que|nunca menos de|nunca menos del|a lo menos|no baja de|no bajó de|no bajará de|mayor o igual a|mayor o igual que|≥|>=",
    "about": f"{_parenthetic('aproximadamente|más o menos')}|aproximadamente|aprox|unos|unas|{_each('alrededor|cosa|en el entorno|en el orden|del orden|en las cercanías')}|{_each('en torno', A)}|más o menos|poco más o menos|ronda|ronda los|rondan|rondaba|rondaban|rondó|rondaron|rondando|rondará|estimado en|estimada en|estimados en|estimadas en"
             "|se estima en|calculado en|a eso de|~|≈|±|circa|grosso modo|a unos|a unas",
    "nearly": f"casi|prácticamente|muy {_each('cerca')}|{_each('algo menos|poco menos|un poco menos|ligeramente menos|ligeramente por debajo|justo por debajo|apenas por debajo')}|roza|rozan|rozó|rozaron|rozando|rozaba|roza ya|se acerca a|se acerca al|se acercan a|se acercan al|se acercó a"
              "|se acercó al|se acerca a los|se acercan a los|acercándose a|se aproxima a|se aproxima al|se aproximan a|se aproximó a|próximo a|próximo al|próxima a|próxima al|próximos a|próximas a|no llega a|no llega al|no llegan a|no llegó a|no llegó al|no llegaron a|sin llegar a|sin llegar al",
    "under": f"{_each('menos|mucho menos|bastante menos|muy por debajo|claramente por debajo|por debajo|debajo|por abajo|abajo|bien por debajo')}|{_each('inferior|inferiores|muy inferior|muy inferiores|claramente inferior', A)}|menor que|menor de|menor a|menores de|no alcanza|no alcanzan|no alcanzó|no alcanzaron|no alcanza a"
             "|no alcanzaba|sin alcanzar|<",
    "at_most": f"{_parenthetic('como máximo|como mucho|a lo sumo')}|hasta|de hasta|como máximo|máximo|como mucho|a lo sumo|a lo más|cuando más|no más de|no más del|no más de los|no mayor de|no mayor a|no mayor que|no superior a|no superior al|no superiores a|{_each('un máximo|máximo|el máximo|un tope')}|igual o inferior a|igual o menor a"
               "|nunca más de|nunca más del|no supera|no superan|no superó|no superaron|no superará|no superaba|no superar|no superen|no supere|no excede|no exceden|no excedió|no exceda|no rebasa|no rebasan|no rebasó|no rebase|sin superar|sin exceder|sin rebasar|no puede superar|no pueden superar"
               "|no podrá superar|no deberá superar|no podrá exceder|no ha superado|no han superado|hasta un máximo de|hasta un|hasta una|puede alcanzar|pueden alcanzar|puede llegar a|pueden llegar a|puede llegar hasta|menor o igual a|limitado a|limitada a|≤|<=",
    "between": "entre|comprendido entre|comprendida entre|de entre|se sitúa entre",
    "?": f"veces|dos veces|tres veces|el doble de|el doble que|el triple de|el triple que|, hasta|{_each('cerca')}|sobre|hacia|apenas|escasamente|a partir de|a partir del|desde|{_each('la barrera|el umbral|la cota|la marca|el listón|el nivel|barrera|umbral|en lugar|en vez|el techo|el límite|la cifra récord', 'de|del|de los|de las')}|podría llegar a|podrían llegar a|podría alcanzar|ni siquiera|por los|cercano a"
         "|cercano al|cercana a|cercana al|cercanos a|cercanas a|poco más que|raya|rayando|bordea|bordean|bordeó|bordeando|araña|acaricia|no mucho más de|no mucho menos de|casi hasta",
})
AFTER = meanings({
    "at_least": "o más|y más|o superior|o superiores|en adelante|como mínimo|por lo menos|al menos|cuando menos|como poco|mínimo|+|para arriba|y superiores|o mayores",
    "at_most": "o menos|y menos|o inferior|o inferiores|como máximo|como mucho|a lo sumo|máximo|a lo más|para abajo|de máximo|de tope",
    "about": "aproximadamente|aprox|más o menos|poco más o menos|o así|o por ahí|circa",
    "over": "largos|largas|bien largos|superados",
    "?": "y pico|y tantos|y tantas|bajo cero|y algo|escasos|escasas|por debajo de cero|de más|de menos|con algo|o algo más|o algo menos|o poco más|o poco menos",
})

# Units ---------------------------------------------------------------------------------------------------------------


def _of(names: str, adjectives: str) -> str:
    """A currency's names, each with the adjectives of its country: coronas suecas."""
    return "|".join(f"{name} {adjective}{_plural(adjective) if name.endswith('s') else ''}" for name in names.split("|") for adjective in adjectives.split("|"))


def _plural(word: str) -> str:
    return "s" if word[-1] in "aeioué" else "es"


OTHER_DOLLARS = "namibios|jamaicanos|jamaiquinos|liberianos|fiyianos|barbadenses|bahameños|beliceños|guyaneses|surinameses|trinitenses|zimbabuenses|de brunéi|de las islas caimán|bermudeños|del caribe oriental|de trinidad|de jamaica|de zimbabue|de namibia|internacionales"
MONEY = money({
    "USD": f"dólar us|dólares us|{_of('dólar', 'estadounidense|americano|norteamericano')}|{_of('dólares', 'estadounidense|americano|norteamericano')}|dólares de estados unidos|dólares de los estados unidos|dólares de ee . uu|mdd", "EUR": "euro|euros", "GBP": f"libra esterlina|libras esterlinas|libra|libras|{_of('libra|libras', 'británica')}",
    "JPY": f"yen|yenes|{_of('yenes', 'japonés')}|yenes japoneses", "CNY": f"yuan|yuanes|renminbi|renminbis|{_of('yuan|yuanes', 'chino')}", "HKD": "dólares de hong kong|dólar de hong kong|dólares hongkoneses", "AUD": f"{_of('dólar|dólares', 'australiano')}", "CAD": _of("dólar|dólares", "canadiense"),
    "NZD": _of("dólar|dólares", "neozelandés") + "|dólares neozelandeses", "SGD": "dólares de singapur", "TWD": "dólares taiwaneses|dólares de taiwán|nuevos dólares taiwaneses", "INR": _of("rupia|rupias", "india"), "CHF": _of("franco|francos", "suizo"), "KRW": f"won|wones|{_of('won|wones', 'surcoreano|coreano')}",
    "RUB": f"rublo|rublos|{_of('rublo|rublos', 'ruso')}", "BRL": f"reais|{_of('real|reales', 'brasileño')}", "ZAR": f"rand|{_of('rand|rands', 'sudafricano')}", "SEK": _of("corona|coronas", "sueca"), "NOK": _of("corona|coronas", "noruega"), "DKK": _of("corona|coronas", "danesa"), "CZK": _of("corona|coronas", "checa"),
    "ISK": _of("corona|coronas", "islandesa"), "PLN": f"zloty|zlotys|esloti|eslotis|{_of('zlotys|eslotis', 'polaco')}", "HUF": f"forinto|forintos|florines húngaros|{_of('forintos', 'húngaro')}", "TRY": _of("lira|liras", "turca"), "MXN": f"{_of('peso|pesos', 'mexicano')}|mdp", "ARS": _of("peso|pesos", "argentino"),
    "COP": _of("peso|pesos", "colombiano"), "CLP": _of("peso|pesos", "chileno"), "UYU": _of("peso|pesos", "uruguayo"), "DOP": _of("peso|pesos", "dominicano"), "CUP": _of("peso|pesos", "cubano"), "BOB": f"boliviano|bolivianos|{_of('peso', 'boliviano')}", "PEN": f"nuevo sol|nuevos soles|{_of('sol|soles', 'peruano')}|soles",
    "PYG": f"guaraní|guaraníes|{_of('guaraníes', 'paraguayo')}", "VES": "bolívares soberanos|bolívares digitales", "CRC": _of("colón", "costarricense") + "|colones costarricenses", "GTQ": "quetzal|quetzales", "HNL": "lempira|lempiras", "NIO": "córdoba|córdobas", "PAB": "balboa|balboas", "PHP": _of("peso|pesos", "filipino"),
    "THB": "baht", "IDR": _of("rupia|rupias", "indonesia"), "NGN": "naira|nairas", "MAD": _of("dirham|dirhams|dírham|dírhams", "marroquí"), "SAR": _of("riyal|riyales", "saudí"), "UAH": "grivna|grivnas|hryvnias", "EGP": _of("libra|libras", "egipcia"), "ILS": "séquel|séqueles|shekels|nuevos séqueles",
    "ESP": "peseta|pesetas", "RON": "lei rumanos|leus", "PKR": "rupias pakistaníes|rupias paquistaníes",
}, "¥|￥|$|" + "|".join(f"dólares {country}" for country in OTHER_DOLLARS.split("|")) + "|rublos bielorrusos|wones norcoreanos|m$|c$|franco|francos|corona|coronas|peso|pesos|lira|liras|rupia|rupias|dinar|dinares|dirham|dirhams|riyal|riyales|marco|marcos|chelín|chelines|punto|puntos|grado|grados|°|real|reales|onza|onzas|colón|colones|bolívar|bolívares|quintal|quintales|florín|florines|mdp")
MONEY |= {"dólar": ("money", "USD", 0), "dólares": ("money", "USD", 0), "mdd": ("money", "USD", 6), "mdp": ("unclear", "pesos", 6), "mde": ("money", "EUR", 6), "céntimo": ("unclear", "céntimos", -2), "céntimos": ("unclear", "céntimos", -2),
          "céntimos de euro": ("money", "EUR", -2), "centavo": ("unclear", "centavos", -2), "centavos": ("unclear", "centavos", -2), "peniques": ("money", "GBP", -2), "penique": ("money", "GBP", -2)}


def _forms(name: str) -> tuple[str, ...]:
    """A measure's name in the singular and plural: kilómetro cuadrado, kilómetros cuadrados; vatio hora, vatios hora."""
    before, by, after = name.partition(" por ")
    each = [word if word in ("celsius", "fahrenheit", "°", "c", "f", "/") else word + _plural(word) for word in before.split()]
    return name, " ".join(each) + by + after, " ".join((each[0], *before.split()[1:])) + by + after


MEASURES = measures({
    "mm": "milímetro", "cm": "centímetro", "m": "metro", "km": "kilómetro", "ha": "hectárea", "mi": "milla", "ft": "pie", "mm²": "milímetro cuadrado", "cm²": "centímetro cuadrado", "m²": "metro cuadrado", "km²": "kilómetro cuadrado", "m³": "metro cúbico", "km³": "kilómetro cúbico",
    "ml": "mililitro", "cl": "centilitro", "dl": "decilitro", "l": "litro", "hl": "hectolitro", "mg": "miligramo", "g": "gramo", "kg": "kilogramo|kilo", "t": "tonelada|tonelada métrica", "kt": "kilotonelada", "Mt": "megatonelada", "Gt": "gigatonelada", "s": "segundo", "min": "minuto", "h": "hora",
    "W": "vatio|watt|watio", "kW": "kilovatio|kilowatt", "MW": "megavatio|megawatt", "GW": "gigavatio|gigawatt", "TW": "teravatio|terawatt", "Wh": "vatio hora|vatio por hora", "kWh": "kilovatio hora|kilovatios hora|kilowatt hora", "MWh": "megavatio hora|megawatt hora", "GWh": "gigavatio hora|gigawatt hora",
    "TWh": "teravatio hora|terawatt hora", "J": "joule", "kJ": "kilojulio|kilojoule", "MJ": "megajulio|megajoule", "GJ": "gigajulio|gigajoule", "V": "voltio", "kV": "kilovoltio", "A": "amperio", "Hz": "hercio|hertz", "kHz": "kilohercio", "MHz": "megahercio", "GHz": "gigahercio", "B": "byte", "kB": "kilobyte",
    "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte", "PB": "petabyte", "Pa": "pascal", "hPa": "hectopascal", "kPa": "kilopascal", "dB": "decibelio|decibel", "°C": "grado celsius|grado centígrado|grado c|° c|° celsius", "K": "kelvin", "°F": "grado fahrenheit|° f", "ppm": "parte por millón", "N": "newton",
    "km/h": "kilómetro por hora|kilómetro / hora|km por hora|kmh|km / hora|kilómetro hora", "m/s": "metro por segundo",
}, _forms)
PARTS = parts(
    "%|％|por ciento|porciento|por cien|p . 100|pct",
    "punto porcentual|puntos porcentuales|punto de porcentaje|puntos de porcentaje|puntos porcentual|pp|p . p|puntos de %",
    "punto básico|puntos básicos|punto base|puntos base|pb|pbs",
)
UNITS = MONEY | MEASURES | PARTS
SYMBOLS = scaled_signs({"k": 3, "K": 3, "M": 6, "Mill": 6}, {"€": "EUR", "EUR": "EUR"}) | scaled_signs({"k": 3, "M": 6}, {"USD": "USD", "US$": "USD"})
SYMBOLS |= {sign: ("unclear", sign, 0) for sign in ("m€", "MM€", "MM$", "M$", "k$", "MMUSD")}


def _portions() -> dict[str, str]:
    """Parts of a whole in per cent; empty where no decimal says them: un tercio."""
    found = {"la mitad": "50", "medio": "50", "media": "50", "un tercio": "", "dos tercios": "", "una tercera parte": "", "la tercera parte": "", "dos terceras partes": "", "las dos terceras partes": "", "un cuarto": "25", "tres cuartos": "75"}
    found |= {f"un cuarto {of}": "" for of in ("de hora", "de siglo", "de final", "de baño", "de estar", "de kilo")}
    below = {"cuarta": 4, "quinta": 5, "sexta": 6, "séptima": 7, "octava": 8, "novena": 9, "décima": 10, "vigésima": 20}
    for part, whole in below.items():
        for word, above in (*ONES.items(), ("la", 1)):
            if above < whole and word not in ("un", "uno"):
                name = f"{word} {part} parte" if above == 1 else f"{word} {part}s partes"
                found[name] = f"{100 * above / Decimal(whole):f}" if whole not in (6, 7, 9) else ""
    return found | {"un quinto": "20", "dos quintos": "40", "tres quintos": "60", "cuatro quintos": "80", "un décimo": "10", "un octavo": "12.5"}


# Rises and falls -----------------------------------------------------------------------------------------------------

AR = "a|an|ó|aron|ado|ada|ados|adas|aba|aban|ando|ar|ará|arán|aría|arían|arse|e|en|ara|aran"
ER = "e|en|ió|ieron|ido|ida|idos|idas|ía|ían|iendo|er|erá|erán|ería|erían|a|an|iera|ieran"
IR = "e|en|ió|ieron|ido|ida|idos|idas|ía|ían|iendo|ir|irá|irán|iría|irían|a|an|iera|ieran"
NOUNS_UP = "subida|subidas|alza|alzas|aumento|aumentos|crecimiento|crecimientos|incremento|incrementos|avance|avances|repunte|ascenso|expansión|mejora|ganancia|ganancias|revalorización|encarecimiento|escalada|elevación|ampliación|rebote|apreciación|auge|salto"
NOUNS_DOWN = (
    "caída|caídas|descenso|descensos|bajada|bajadas|baja|bajas|retroceso|retrocesos|disminución|disminuciones|reducción|reducciones|recorte|recortes|pérdida|pérdidas|merma|desplome|derrumbe|contracción|contracciones|declive|rebaja|rebajas|desplomes|déficit|déficits|depreciación|abaratamiento"
    "|descuento|desaceleración|deterioro|minusvalía|minusvalías|hundimiento|batacazo|repliegue|recesión|decrecimiento|ahorro"
)
GROW = "ce|cen|ció|cieron|cido|cida|cía|cían|ciendo|cer|cerá|cerán|cería|zca|zcan|ciente|cientes"
UP = forms("aument|increment|avanz|gan|escal|repunt|elev|dispar|mejor|revaloriz|rebot|ampli|alz|trep|apreci|multiplic|duplic|triplic|aceler|sum|engord|agrand|reforz", AR) | forms("sub|expand|añad", IR) | forms("ascend", ER) | forms("cre", GROW) | table(
    f"{NOUNS_UP}|más|superior|superiores|mayor|mayores|adicional|adicionales|amplía|amplían|asciende|ascienden|salta|saltó|saltan|saltaron|encarece|encareció|encarecen|encarecido|encarecieron|refuerza|subí"
)
DOWN = forms("baj|rebaj|recort|desplom|derrumb|mengu|merm|resbal|desaceler|fren|aminor|moder|depreci|abarat|descont|desinfl|abandon|minor|ajust|sacrific", AR) | forms("descend|retroced|perd|ced", ER) | forms("hund", IR) | table(
    f"{NOUNS_DOWN}|menos|inferior|inferiores|menor|menores|disminuye|disminuyen|disminuyó|disminuyeron|disminuido|disminuir|disminuyendo|disminuirá|cae|caen|cayó|cayeron|caído|caía|caían|cayendo|caer|caerá|caerán|caería|pierde|pierden|desciende|descienden|reduce|reducen|redujo|redujeron"
    "|reducido|reducida|reducir|reduciendo|reducirá|reducirán|reducía|contrae|contraen|contrajo|contrajeron|contraído|decrece|decrecen|decreció|decrecieron|retrae|retrajo|encoge|encogió|encogieron|deja|dejó|dejan|dejaron|debilita|debilitó|tropieza|flojea|deterioró|empeoró|empeora|empeoraron"
)
MOVES = forms("pas|revis|modific|cambi|actualiz|evolucion", AR) | table("corrigió|corrige|corrigieron|movió|mueve|pasando|transitó|viró|saltar|llevó|lleva") | UP | DOWN
MOVES -= table(f"{NOUNS_UP}|{NOUNS_DOWN}|más|menos|superior|inferior|mayor|menor")
TURN_WORDS = f"{NOUNS_UP}|{NOUNS_DOWN}|más|menos|superior|superiores|inferior|inferiores|mayor|menor|adicional|adicionales"
TURNS = table("|".join(f"{word}|de {word}|en {word}" for word in TURN_WORDS.split("|")) + "|más de|menos de|más del|menos del|de más de|de menos de|más o menos|mayor de|menor de|mayores de|menores de")
TURNS -= table("baja|bajas|ahorro|salto|mejora|más de|menos de|más del|menos del|mayor de|menor de|mayores de|menores de")

SETTLED = frozenset([word for word in UP | DOWN if word.endswith(("ó", "ron", "do", "ujo", "jo"))]) - table(f"{NOUNS_UP}|{NOUNS_DOWN}") | table("llegó|llegaron|pasó|pasaron")

# Other words ---------------------------------------------------------------------------------------------------------

STOPS = table(
    "de|del|el|la|los|las|lo|un|una|unos|unas|a|al|en|con|por|para|sobre|sin|desde|hasta|entre|hacia|contra|según|tras|ante|bajo|durante|mediante|salvo|excepto|vía|versus|y|e|o|u|ni|pero|sino|mas|que|quien|quienes|cual|cuales|cuyo|cuya|donde|cuando|como|si|aunque|porque|pues|mientras"
    "|es|son|era|eran|fue|fueron|será|serán|sería|sido|siendo|ser|está|están|estaba|estaban|ha|han|había|habían|habrá|haber|hay|hubo|tiene|tienen|tenía|puede|pueden|podría|podrían|debe|deben|va|van|se|su|sus|mi|mis|tu|nuestro|nuestra|este|esta|estos|estas|ese|esa|esos|esas|aquel|aquella"
    "|él|ella|ellos|ellas|yo|nosotros|me|te|nos|le|les|no|ya|también|solo|sólo|muy|más|menos|cada|todo|todos|toda|todas|último|última|pasado|próximo|anterior|hoy|ayer|mañana|ahora|aquí|allí|así|además|entonces|respectivamente|anual|anuales|mensual|mensuales|dijo|informó|señaló|alcanzó"
    "|llegó|subió|bajó|cayó|creció|pasó|costó|cuesta|costará|supera|superó|respecto|frente|incluido|incluida|aproximadamente|alrededor|cerca|casi"
)
LABELS = table(
    "artículo|artículos|art|número|números|núm|núm .|nº|n º|n . º|no|n|capítulo|página|páginas|pág|págs|sección|cuadro|tabla|figura|gráfico|anexo|volumen|vol|tomo|versión|tipo|línea|líneas|vía|andén|habitación|sala|puerta|fase|parte|etapa|nivel|clase|grupo|bloque|reactor|punto|pregunta|lote|fórmula|canal"
    "|autobús|tren|metro|boeing|airbus|apolo|apollo|windows|covid|resolución|directiva|reglamento|ley|decreto|protocolo|ibex|dax|nikkei|cac|ftse|stoxx|s & p|fortune|top|párrafo|§|año|años|ruta|carretera|autopista|autovía|nacional|a|n|m|g|u|cop|vuelo|calle|piso|edificio|departamento|lugar|puesto|temporada|episodio|partido"
    "|código|expediente|factura|modelo|serie|edición|agenda|horizonte|tramo|zona|sector|distrito|teléfono|tel|tfno|fax|apartado|euro|día|semana|base|estudio|plan|categoría|unidad|módulo|barrio|parcela|caja|sub|división|acta|oficio|boletín|local"
)
IDIOMS = table(
    "euro 4|euro 5|euro 6|euro 7|euro stoxx 50|cero emisiones|emisiones cero|tolerancia cero|cero absoluto|punto cero|uno de los|una de las|uno a uno|una a una|uno por uno|uno u otro|unos y otros|primera mitad|segunda mitad|mil gracias|mil veces|cien veces|mil y una|las mil y una noches|ciento por ciento"
    "|hora cero|kilómetro cero|déficit cero|24 horas al día|las 24 horas|24 / 7|media hora|medio siglo|medio ambiente|media naranja|cuartos de final|cuatro por cuatro|neutralidad de carbono|cero neto|neto cero|a medias|de una vez|bajo cero"
) | COPS
DENIALS = table(
    "no|nunca|jamás|ningún|ninguna|ninguno|sin|ni|tampoco|negó|niega|negaron|niegan|negado|ha negado|desmintió|desmiente|desmintieron|desmentido|rechazó|rechaza|rechazaron|falso|falsa|falsamente|supuesto|supuesta|supuestamente|presunto|presuntamente|en lugar de|en vez de|podría|podrían|debería|deberían"
    "|sería|serían|habría|habrían|prevé|prevén|previsto|espera|esperan|si|proyecta|proyectan|planea|planean|objetivo de|meta de|previsión de|estimación de|descartó|descarta|descartan|apenas|quizá|quizás|tal vez|lejos de|quiere|quieren|debe|deben|aspira a|pretende|pretenden|calcula|pronostica"
)
DENIED = table("es falso|era falso|fue desmentido|ha sido desmentido|no es|no era|no son|no fue|no fueron|no ha|no han|no es cierto|es incorrecto|es erróneo|no existe|no existen|fue negado|no se|no|nunca")
GRAMMAR = Grammar(
    code="es",
    setting=table("en lugar de|en vez de|frente a|frente al|comparado con|comparados con|en comparación con|respecto a|respecto al|contra|lejos de|lejos del|salvo|excepto|mitad|tercio|cuarta parte|décima parte|tercera parte|quinta parte|doble|triple|fracción"
                  "|menos que|más que|que|si|ninguno|ninguna|pocos|pocas|algunos|algunas|mayoría"),
    promised=table("prometidos|previstos|objetivo|meta|de"),
    losing=table("caída|descenso|disminución|pérdida|pérdidas|retroceso|baja|bajada|reducción|déficit|contracción|desplome|recorte"),
    gaining=table("alza|subida|aumento|incremento|crecimiento|repunte|avance|ganancia"),
    inverting=table("negativo|negativa"),
    within=table("de|del|en|a|la|el|los|las|su|sus|al|fue|es|era|será"),
    amounting=table("de|del|fue|es|era|:|alcanzó|sumó"),
    besides=table("si no más|o quizá más|quizá más|quizás más|tal vez más|incluso más|o más|al menos|como mínimo|como máximo|por lo menos|aproximadamente|más o menos|estimado|estimación|a lo sumo"),
    every=table("por|por cada|de cada"),
    perhaps=table("quizá|quizás|incluso|acaso"),
    times=(table("año|años"), table("mes|meses"), table("semana|semanas"), table("día|días"), table("h|hora|horas"), table("min|minuto|minutos"), table("s|segundo|segundos")),
    name="Spanish",
    joiner=" ",
    decimal=",",
    groups=".' ",
    spelled=spelled,
    scales=SCALES,
    suffixes=SUFFIXES,
    before=BEFORE,
    after=AFTER,
    portions=_portions(),
    extras={"y medio": "0.5", "y media": "0.5", "y cuarto": "0.25", "y tres cuartos": "0.75"},
    ones=table("un|una"),
    infix=meanings({"?": "y pico|y tantos|y tantas|largos"}),
    neutral=table("solo|sólo|solamente|exactamente|precisamente|un total de|en total|un monto de|una suma de|la suma de|el|la|los|las|un|una|únicamente|incluso|otros|otras|esos|esas|estos|estas|los otros|nada menos que|ni más ni menos que|la friolera de|la cifra de|una cifra de|el equivalente a|justo|tan solo|tan sólo|nuevos|nuevas|adicionales|a"),
    negations=table("no|nunca|jamás|ni|sin|ningún|ninguna|tampoco"),
    start=table("de|del|desde|desde el|desde los"),
    ranging=table("entre|oscila|oscilan|oscilaba|varía|varían|va|cuesta|cuestan|costará|costarán|costaba|comprendido|comprendida|horquilla|rango|banda|intervalo|precios|tarifas|temperaturas|multa|multas|abanico"),
    to=table("a|al|a los|a las|hasta|hasta el|hasta los|hasta las|-|–|—|‐|‑|a un|a unos"),
    both=table("y|e|y el|y los|y las|y la|y un|a|al|-|–|—|y unos"),
    listing=table("y|e|,|o|con"),
    respectively=table("respectivamente"),
    shares=table("de cada|de|sobre|entre"),
    units=UNITS,
    unclear=frozenset(),
    links=table("de|del|de la|de los|en"),
    up=UP,
    down=DOWN,
    moves=MOVES,
    turns=TURNS,
    more=table("más|menos|adicionales"),
    marks=table("umbral|barrera|listón|cota"),
    determiners=table("de|del|los|las|sus|su|el|la"),
    by=frozenset(),
    level=table("a|al|hasta|es|era|son|eran|fue|alcanza|alcanzó|alcanzan|alcanzaron|suma|sumó|representa|representan|situó|sitúa|llegó|llega"),
    stops=STOPS,
    labels=LABELS,
    ordinals=table("º|ª|o|a|er|ero|avo|ava|vo|va|to|ta|do|da|ra|ro|mo|ma"),
    clock=table("de la mañana|de la tarde|de la noche|horas gmt|h gmt|hora local|horas locales|hs|de la madrugada|en punto"),
    says=table("es de|son de|era de|fue de|alcanza|alcanzó|alcanzan|alcanzaron|suma|suman|sumó|asciende a|ascienden a|ascendió a|llegó a|llega a|llegan a|se sitúa en|se situó en|es|son|era|eran|:|de|a|en|supera|superó|totalizó|totaliza|cuenta con|hasta"),
    denials=DENIALS,
    denied=DENIED,
    idioms=IDIOMS,
    symbols=SYMBOLS,
    apart=dict.fromkeys(phrases("por debajo de|por debajo del|por debajo de la|por debajo de las|por debajo de los"), "down") | dict.fromkeys(phrases("por encima de|por encima del|por encima de la|por encima de lo|por encima de los"), "up"),
    rough=dict.fromkeys(ROUGH, "?"),
    reaching=table("hasta|, hasta"),
    settled=SETTLED,
    either=table("de|del"),
    indefinite=table("un|una|unos|unas"),
    spread=table("crecimiento|horquilla"),
    measuring=table("un"),
    owning=table("su|sus|el|la|los|las"),
    beside=table(
        "neto|neta|netos|netas|récord|anual|interanual|intermensual|trimestral|mensual|medio|media|promedio|importante|significativo|significativa|leve|ligero|ligera|fuerte|brusco|brusca|espectacular|general|global|acumulado|acumulada|operativo|operativa|total|notable|modesto|modesta|histórico|histórica|en|el|la"
        "|los|del|año|mes|trimestre|semestre|semana|día|último|última|pasado|pasada|primer|primero|segundo|tercer|tercero|cuarto|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|ayer|hoy|lunes|martes|miércoles|jueves|viernes|fuertemente|ligeramente|notablemente"
        "|levemente|bruscamente|ya|también|respectivamente|solo|casi|apenas|inesperado|inesperada|ejercicio|curso|conjunto|anterior|tasa|ritmo|término|términos|interanuales"
    ),
    alternatives=table("o|u"),
    hours=table("las|la"),
    denying=3,
    merely=table("solo|sólo|solamente|únicamente"),
    opening=True,
    two_ways=True,
    runs_on=True,
)
