"""The words round dates in Spanish; what their kinds mean, words.py says."""

from factsheet.reading.datings.words import Kinds, language, numbered

DAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix",
         "xx", "xxi")
TENS = dict(zip(range(20, 100, 10), ("veinte", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"),
                strict=True))
UNITS = {"W": "semana", "N": "mes", "K": "trimestre", "Y": "año"}
TURNED = {-1: "# pasado|# pasada|pasado #|pasada #|último #|# anterior", 0: "este #|esta #|presente #|# en curso|# corriente|# actual",
          1: "próximo #|próxima #|# próximo|# próxima|# que viene|# entrante"}


def _turned(unit: str) -> dict[int, str]:
    """El año pasado, la próxima semana, este mes."""
    return {turn: patterns.replace("#", unit) for turn, patterns in TURNED.items()}


def _part(nth: int, names: str, part: str) -> str:
    """Primer trimestre, 1.er trimestre, 2º semestre."""
    endings = "º", "er", ". º", ". er", "o", "°"
    return "|".join((*(f"{name} {part}" for name in names.split()), *(f"{nth} {ending} {part}" for ending in endings)))


KINDS: Kinds = {
    "m": numbered("enero|ene.", "febrero|feb.", "marzo|mar.", "abril|abr.", "mayo|may.", "junio|jun.", "julio|jul.", "agosto|ago.",
                  "septiembre|setiembre|sept.|sep.", "octubre|oct.", "noviembre|nov.", "diciembre|dic."),
    "s": numbered("primavera", "verano", "otoño", "invierno", start=21),
    "w": numbered(*DAYS, start=0),
    "v": numbered("lun.", "mié.", "jue.", "vie.", "sáb.", "dom.", start=0),
    "o": numbered(*ROMAN),
    "O": {1: "primero"},
    "c": {0: "siglo"},
    "1": {0: "años|década de|década de los|década del|década de los años|decenio de"},
    "E": TENS,
    "a": {-1: "a. c.|a.c.|antes de cristo|a. n. e.|a. de c.", 1: "d. c.|d.c.|después de cristo|d. de c."},
    "q": {103: "t1|" + _part(1, "primer", "trimestre"), 406: "t2|" + _part(2, "segundo", "trimestre"),
          709: "t3|" + _part(3, "tercer", "trimestre"), 1012: "t4|" + _part(4, "cuarto", "trimestre")},
    "Q": {106: "s1|" + _part(1, "primer", "semestre") + "|primera mitad|primeros seis meses|seis primeros meses",
          712: "s2|" + _part(2, "segundo", "semestre") + "|segunda mitad",
          103: "primeros tres meses|tres primeros meses", 109: "primeros nueve meses|nueve primeros meses"},
    "T": {-2: "anteayer|antes de ayer", -1: "ayer|anoche", 0: "hoy", 1: "mañana", 2: "pasado mañana"},
    **{kind: _turned(unit) for kind, unit in UNITS.items()},
    "L": {-1: "pasado|último", 0: "este", 1: "próximo"},
    "u": {1: "día|días", 2: "semana|semanas", 3: "mes|meses", 4: "año"},
    "A": {1: "un|una"},
    "n": numbered("dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", start=2),
    "G": {0: "hace"},
    "i": {0: "el", 1: "en|durante|a lo largo de|en el año|en el curso de"},
    "j": {0: "para"}, "f": {0: "de"}, "F": {0: "del"}, "Z": {0: "entre"},
    "S": {0: "desde|desde el|desde el año|a partir de|a partir del|desde hace"},
    "U": {1: "hasta|hasta el|hasta el año", 2: "de aquí a|de cara a"},
    "B": {1: "antes de|antes del|previo a|anterior a|con anterioridad a", 2: "después de|después del|tras|posterior a|no antes de",
          3: "a más tardar en|a más tardar el|no más tarde de|ya en"},
    "J": {0: "a|al"}, "&": {0: "y|e"}, "|": {0: "o|u"}, "t": {0: "la|los|las"},
    "h": {1: "alrededor de|en torno a|aproximadamente|cerca de|sobre|unos|unas",
          2: "probablemente|posiblemente|quizá|quizás|tal vez", 5: "circa|ca.|c.|hacia|hacia el año"},
    "p": {0: "principios de|a principios de|comienzos de|a comienzos de|inicios de|a inicios de|mediados de|a mediados de|a principios del|"
             "a mediados del|principios del|a principios de los|a mediados de los|a principios de la|a mediados de la",
          1: "finales de|a finales de|fines de|a fines de|fin de|el fin de|a finales del|finales del|a finales de los|a finales de la"},
    "z": {0: "ejercicio|ejercicio fiscal|año fiscal|curso escolar|curso académico|año académico|temporada|curso"},
    "P": {0: "presente|ahora|actualidad|fecha"},
    "+": {0: "en adelante|y en adelante"},
    "b": {2: "o después|o posterior", 3: "o antes|a más tardar|como muy tarde"},
    "~": {0: "no|nunca|jamás"},
    "k": {0: "por ciento|mil|millón|millones|euros|euro|dólares|dólar|pesos|yuanes|yenes|francos|libras|centavos|eur|usd|km|kilómetros|"
             "metros|metro|m|cm|mm|hectáreas|ha|kilos|kilogramos|kg|gramos|toneladas|tonelada|litros|vatios|megavatios|kw|mw|gw|kwh|grados|"
             "horas|hora|minutos|segundos|veces|puntos"},
    "l": {0: "personas|hombres|mujeres|niños|empleados|trabajadores|empleos|empresas|firmas|compañías|casas|viviendas|hogares|familias|"
             "estudiantes|alumnos|pacientes|muertos|muertes|casos|víctimas|visitantes|turistas|pasajeros|coches|vehículos|árboles|animales|"
             "especies|participantes|miembros|soldados|habitantes|pueblos|escuelas|hospitales|ejemplares|plazas|camas|libros|páginas|"
             "palabras|votos|clientes|usuarios|puestos"},
    "I": {0: "censo"},
    "V": {1: "será|serán|va|van|debe|deben|deberá|deberán|habrá|habrán|prevé|previsto|prevista", 0: "es|son|puede|marca|ve|han",
          -1: "fue|fueron|era|eran|había|habían|dijo|dijeron|anunció|declaró|indicó|abrió|marcó|vio|trajo|empezó|terminó"},
    "X": {0: "no.|n.º|nº|n. º|núm.|número|página|pág.|p.|habitación|vuelo|iso|tel.|teléfono|fax|capítulo|artículo|modelo|versión|más de|"
             "menos de|casi|solo|sólo|total de|total|al menos|todos|todas|otros|otras|población de|altura de|altitud de|que|nueva|de la",
          1: "medio"},
    "x": {0: "|".join(f"{word} {day}" for word in ("cada", "un", "los", "todos los") for day in DAYS),
          1: "la mañana|esta mañana|una mañana|por la mañana|de la mañana|mañana por"},
}
PATTERNS = (
    "#fm #fmf?y #fm,y #fmFy #fmY #fmfY #fmFY #fmFuy #fmfuy #fmL L#fm #m #my mfy my mFy mFuy mfuy mY mfY mFY mL Lm m D M sfy sy sFy "
    "sY sFY sL Ls sR sfR "
    "qfy qy qFy qY qFY q yq Qfy QFy QfY QFY Qy co cO coa 1y 1n 1d 1E 1'n 1'd na da ya w wL Lw T W N K Y Gnu Gdu GAu Gn1 Gd1 R y 2z z2")
LANGUAGE = language(
    KINDS, PATTERNS, days=("d", "o", "O", "r", "dJd", "d&d", "dJFd", "d,d&d"), endings={"o": "º|o|er"}
)._replace(day_first=True, plural="s", genitive=True)
