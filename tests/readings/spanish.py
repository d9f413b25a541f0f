"""Spanish texts and what is read in them: cases for test_readings.py."""

from decimal import Decimal

LANGUAGE = "es"
Told = tuple[str, str, str, str, str, str, str]     # the words, qualifier, amount, upper end, kind, code, direction

READ: list[tuple[str, list[Told]]] = [
    ("Los ingresos subieron un 5,3 %, hasta los 3.100 millones de euros.",
     [("5,3 %", "", "5.3", "", "percent", "%", "up"), ("3.100 millones de euros", "", "3100000000", "", "money", "EUR", "")]),
    ("El beneficio se disparó un 45 % hasta los 1.200 millones de euros.",
     [("45 %", "", "45", "", "percent", "%", "up"), ("1.200 millones de euros", "", "1200000000", "", "money", "EUR", "")]),
    ("Las exportaciones cayeron en mayo un 5 %.", [("5 %", "", "5", "", "percent", "%", "down")]),
    ("que redujo su facturación un 3,6%", [("3,6%", "", "3.6", "", "percent", "%", "down")]),
    ("El paro se situó en el 5 %.", [("5 %", "", "5", "", "percent", "%", "")]),
    ("una caída interanual del 5 %", [("5 %", "", "5", "", "percent", "%", "down")]),
    ("una pérdida neta de 40 millones de euros", [("40 millones de euros", "", "40000000", "", "money", "EUR", "down")]),
    ("el gasto creció en 40 millones de euros", [("40 millones de euros", "", "40000000", "", "money", "EUR", "up")]),
    ("un 5 % menos", [("5 %", "", "5", "", "percent", "%", "down")]),
    ("un 5 % por debajo del año anterior", [("5 %", "", "5", "", "percent", "%", "down")]),
    ("una subida de más del 5 %", [("más del 5 %", "over", "5", "", "percent", "%", "up")]),
    ("subió 25 puntos básicos", [("25 puntos básicos", "", "0.25", "", "points", "", "up")]),
    ("la tasa bajó 1,5 puntos porcentuales", [("1,5 puntos porcentuales", "", "1.5", "", "points", "", "down")]),
    ("entre el 3 y el 5 %", [("entre el 3 y el 5 %", "between", "3", "5", "percent", "%", "")]),
    ("entre uno y dos millones de euros", [("entre uno y dos millones de euros", "between", "1000000", "2000000", "money", "EUR", "")]),
    ("3 a 5 mil millones de dólares", [("3 a 5 mil millones de dólares", "between", "3000000000", "5000000000", "money", "USD", "")]),
    ("30.000 a 40.000 millones de euros", [("30.000 a 40.000 millones de euros", "between", "30000000000", "40000000000", "money", "EUR", "")]),
    ("una multa de 3 a 5 millones de euros", [("3 a 5 millones de euros", "between", "3000000", "5000000", "money", "EUR", "")]),
    ("pasó de 3 a 5 millones de euros", [("3", "", "3000000", "", "money", "EUR", ""), ("5 millones de euros", "", "5000000", "", "money", "EUR", "")]),
    ("subió en mayo del 3 al 5 %", [("3", "", "3", "", "percent", "%", ""), ("5 %", "", "5", "", "percent", "%", "")]),
    ("mil millones de euros", [("mil millones de euros", "", "1000000000", "", "money", "EUR", "")]),
    ("mil doscientos millones de euros", [("mil doscientos millones de euros", "", "1200000000", "", "money", "EUR", "")]),
    ("treinta y dos mil millones de dólares", [("treinta y dos mil millones de dólares", "", "32000000000", "", "money", "USD", "")]),
    ("un millón doscientos mil euros", [("un millón doscientos mil euros", "", "1200000", "", "money", "EUR", "")]),
    ("un billón 200 mil millones de euros", [("un billón 200 mil millones de euros", "", "1200000000000", "", "money", "EUR", "")]),
    ("1,2 billones de euros", [("1,2 billones de euros", "", "1200000000000", "", "money", "EUR", "")]),
    ("un millardo de euros", [("un millardo de euros", "", "1000000000", "", "money", "EUR", "")]),
    ("dos mil quinientos euros", [("dos mil quinientos euros", "", "2500", "", "money", "EUR", "")]),
    ("ciento veinte mil euros", [("ciento veinte mil euros", "", "120000", "", "money", "EUR", "")]),
    ("veintiún millones de euros", [("veintiún millones de euros", "", "21000000", "", "money", "EUR", "")]),
    ("dos coma cinco por ciento", [("dos coma cinco por ciento", "", "2.5", "", "percent", "%", "")]),
    ("1,234.50 pesos mexicanos", [("1,234.50 pesos mexicanos", "", "1234.5", "", "money", "MXN", "")]),
    ("2 mil 500 millones de dólares", [("2 mil 500 millones de dólares", "", "2500000000", "", "money", "USD", "")]),
    ("mil 234 millones de dólares", [("mil 234 millones de dólares", "", "1234000000", "", "money", "USD", "")]),
    ("un millón 234 mil 567 dólares", [("un millón 234 mil 567 dólares", "", "1234567", "", "money", "USD", "")]),
    ("medio millón de euros", [("medio millón de euros", "", "500000", "", "money", "EUR", "")]),
    ("un millón y medio de euros", [("un millón y medio de euros", "", "1500000", "", "money", "EUR", "")]),
    ("dos horas y media", [("dos horas y media", "", "2.5", "", "measure", "h", "")]),
    ("media docena de empresas", [("media docena", "", "6", "", "", "", "")]),
    ("casi cien millones de euros", [("casi cien millones de euros", "nearly", "100000000", "", "money", "EUR", "")]),
    ("unos mil euros", [("unos mil euros", "about", "1000", "", "money", "EUR", "")]),
    ("en torno al 40 %", [("en torno al 40 %", "about", "40", "", "percent", "%", "")]),
    ("algo menos de 40 euros", [("algo menos de 40 euros", "nearly", "40", "", "money", "EUR", "")]),
    ("superó los 40 euros", [("superó los 40 euros", "over", "40", "", "money", "EUR", "")]),
    ("no superó los 40 euros", [("no superó los 40 euros", "at_most", "40", "", "money", "EUR", "")]),
    ("no alcanzó los 40 euros", [("no alcanzó los 40 euros", "under", "40", "", "money", "EUR", "")]),
    ("igual o superior al 40 %", [("igual o superior al 40 %", "at_least", "40", "", "percent", "%", "")]),
    ("costó, como mínimo, 40 euros", [("como mínimo, 40 euros", "at_least", "40", "", "money", "EUR", "")]),
    ("40 euros o más", [("40 euros o más", "at_least", "40", "", "money", "EUR", "")]),
    ("multas de hasta 40 euros", [("de hasta 40 euros", "at_most", "40", "", "money", "EUR", "")]),
    ("subió hasta los 40 euros", [("40 euros", "", "40", "", "money", "EUR", "")]),
    ("más de la mitad de los hogares", [("más de la mitad", "over", "50", "", "percent", "%", "")]),
    ("tres cuartas partes de los votos", [("tres cuartas partes", "", "75", "", "percent", "%", "")]),
    ("US$40 millones, 40 MDD", [("US$40 millones", "", "40000000", "", "money", "USD", ""), ("40 MDD", "", "40000000", "", "money", "USD", "")]),
    ("40 libras esterlinas", [("40 libras esterlinas", "", "40", "", "money", "GBP", "")]),
    ("3 millones de toneladas de trigo", [("3 millones de toneladas", "", "3000000", "", "measure", "t", "")]),
    ("120 kilómetros por hora", [("120 kilómetros por hora", "", "120", "", "measure", "km/h", "")]),
    ("no solo 40 euros", [("40 euros", "", "40", "", "money", "EUR", "")]),
    ("menos 7 grados Celsius", [("menos 7 grados Celsius", "", "-7", "", "measure", "°C", "")]),
]
NOTHING = [
    "varios miles de euros", "cientos de millones de euros", "miles de millones de euros", "varios millones de euros", "el artículo 40 de la ley", "el Ibex 35", "los años 90", "los años noventa", "el 40.º aniversario", "en el 3.er trimestre",
    "la 2ª vuelta", "el vuelo 123", "a las 14:30", "un cuarto de hora", "la segunda mitad del año", "el G20", "la COP28", "el siglo XXI", "la norma Euro 6", "página 40", "91 123 45 67", "la covid-19",
]
DOUBTED = [
    ("más de unos 40 millones de euros", "más de unos 40 millones de euros"), ("cerca de 40 millones de euros", "cerca de 40 millones de euros"), ("un tercio de los votos", "un tercio"), ("un centenar de millones de euros", "un centenar de millones de euros"),
    ("36,500 millones de dólares", "36,500 millones de dólares"), ("creció 2.5 % hasta 1.234 millones de dólares", "1.234 millones de dólares"), ("1,234 pesos mexicanos", "1,234 pesos mexicanos"), ("no pagó 40 euros", "40 euros"), ("no son los 40 euros", "40 euros"), ("no pagó más de 40 euros", "más de 40 euros"),
    ("40 o 50 millones de euros", "50 millones de euros"), ("uno o dos millones de euros", "dos millones de euros"), ("un aumento de 3 a 5 millones de euros", "3 a 5 millones de euros"), ("dos mil a tres mil millones de euros", "dos mil a tres mil millones de euros"),
    ("apenas 40 euros", "apenas 40 euros"), ("40 millones de euros y pico", "40 millones de euros y pico"), ("la barrera de los 40 millones de euros", "la barrera de los 40 millones de euros"), ("a las 14 horas", "14 horas"), ("3 horas y 20 minutos", "3 horas"),
    ("5 grados Celsius bajo cero", "5 grados Celsius bajo cero"), ("sobre los 40 millones de euros", "sobre los 40 millones de euros"),
]
NEAR = [
    ("40 million", "EUR", "40.000 millones de euros"), ("40 thousand", "EUR", "40 mil millones de euros"), ("1.2 billion", "EUR", "1,2 billones de euros"), ("1.2", "EUR", "1.200 euros"), ("36.5 million", "USD", "36,500 millones de dólares"), ("36.5 billion", "USD", "36,500 millones de dólares"),
    ("20 million", "MXN", "20 millones de pesos"), ("40", "USD", "$40"), ("40", "USD", "40 dólares canadienses"), ("40", "USD", "40 dólares jamaicanos"), ("40", "EUR", "40 francos"), ("2", "%", "treinta y dos por ciento"), ("5", "%", "dos coma cinco por ciento"), ("1,000", "EUR", "varios mil euros"),
    ("500", "EUR", "dos mil quinientos euros"), ("2", "h", "dos horas y media"), ("1 million", "EUR", "un millón y medio de euros"), ("over 40", "EUR", "casi 40 euros"), ("nearly 40", "EUR", "cerca de 40 euros"), ("40", "EUR", "como mínimo, 40 euros"), ("40", "EUR", "no alcanzó los 40 euros"),
    ("over 40", "EUR", "no superó los 40 euros"), ("at most 40", "EUR", "subió hasta los 40 euros"), ("40", "EUR", "multas de hasta 40 euros"), ("5", "%", "Las exportaciones cayeron en mayo un 5 %."), ("5", "%", "redujo su plantilla un 5 %"), ("-5", "%", "las elevaron un 5 %"), ("3 to 5", "%", "subió del 3 al 5 %"),
    ("5 million", "EUR", "una multa de 3 a 5 millones de euros"), ("2 million", "EUR", "entre uno y dos millones de euros"), ("-5", "%", "al menos 5 %"), ("14", "h", "a las 14 horas"), ("1.5", "percentage points", "1,5 puntos"), ("25", "%", "un cuarto de hora"), ("3", "EUR", "3 euros con 50 céntimos"), ("40", "EUR", "40 m€"), ("500 million", "USD", "2 mil 500 millones de dólares"), ("234 million", "USD", "mil 234 millones de dólares"), ("1,234 million", "USD", "creció 2.5 % hasta 1.234 millones de dólares"),
]
CARRIED = [
    ("-5", "%", "Las exportaciones cayeron en mayo un 5 %."), ("40 billion", "EUR", "40.000 millones de euros"), ("1 billion", "EUR", "mil millones de euros"), ("over 36.5 billion", "USD", "más de 36.500 millones de dólares"), ("nearly 5", "%", "casi un 5 %"), ("about 1,200", "EUR", "unos 1.200 euros"),
    ("at least 40", "EUR", "por lo menos 40 euros"), ("3 to 5 billion", "USD", "entre 3 y 5 mil millones de dólares"), ("500,000", "EUR", "medio millón de euros"), ("20 million", "MXN", "20 millones de pesos mexicanos"),
]


# A renderer of its own ----------------------------------------------------------------------------------------------

HEDGES = {
    "": "", "más de": "over", "por encima de": "over", "al menos": "at_least", "no menos de": "at_least", "unos": "about", "alrededor de": "about", "aproximadamente": "about", "casi": "nearly", "menos de": "under",
    "como máximo": "at_most", "hasta": "at_most", "no más de": "at_most",
}
SCALES = {"": ("", 0), "mil": ("thousand", 3), "millones": ("million", 6), "mil millones": ("billion", 9), "billones": ("trillion", 12)}
MONEY = {"EUR": "euros", "USD": "dólares", "CHF": "francos suizos", "GBP": "libras esterlinas", "JPY": "yenes", "CNY": "yuanes", "CAD": "dólares canadienses", "SEK": "coronas suecas", "MXN": "pesos mexicanos"}
WORDS = "40 2016 1.200 1,234.5 3,5 dos cien mil millones billones de euros € M€ % por ciento un el al del hasta los entre y más menos no casi la mitad tercio cayó en mayo o , . - – ( horas coma 14h30 '".split()


def rendered(amount: Decimal, scale: str, hedge: str, code: str) -> str:
    """Spanish for an amount of money."""
    digits = f"{amount:,}".replace(",", " ").replace(".", ",").replace(" ", ".")
    money = f"de {MONEY[code]}" if "ones" in scale else MONEY[code]
    return "La obra costó " + " ".join(part for part in (hedge, digits, scale, money) if part) + " al contado."
