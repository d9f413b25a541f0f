"""The words round dates in German; what their kinds mean, words.py says."""

from factsheet.reading.datings.words import Kinds, language, numbered

DAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag|sonnabend", "sonntag")
ORDINALS = ("erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt", "elft", "zwölft", "dreizehnt",
            "vierzehnt", "fünfzehnt", "sechzehnt", "siebzehnt", "achtzehnt", "neunzehnt", "zwanzigst", "einundzwanzigst")
TENS = dict(zip(range(20, 100, 10), ("zwanziger", "dreißiger", "vierziger", "fünfziger", "sechziger", "siebziger", "achtziger",
                                     "neunziger"), strict=True))
UNITS = {"W": ("woche",), "N": ("monat", "monats"), "K": ("quartal", "quartals"), "Y": ("jahr", "jahres", "jahre")}
TURNS = {-1: ("letzt", "vergangen", "vorig", "verflossen"), 0: ("dies", "laufend", "heurig"), 1: ("nächst", "kommend", "folgend")}


def _inflected(stems: tuple[str, ...]) -> str:
    return "|".join(stem + ending for stem in stems for ending in ("e", "en", "er", "es", "em"))


def _turned(units: tuple[str, ...]) -> dict[int, str]:
    """Letztes Jahr, im kommenden Jahr, in diesem Monat."""
    return {turn: "|".join(f"{word} {unit}" for word in _inflected(stems).split("|") for unit in units) for turn, stems in TURNS.items()}


def _quarter(nth: int, name: str) -> str:
    inflected = "|".join(f"{name}{ending} quartal|{name}{ending} quartals" for ending in ("e", "en", "es"))
    return f"q{nth}|{nth}. quartal|{nth}. quartals|{inflected}"


KINDS: Kinds = {
    "m": numbered("januar|jänner|jan|jan.", "februar|feber|feb|feb.", "märz|mär.|mrz", "april|apr|apr.", "mai", "juni|jun|jun.",
                  "juli|jul|jul.", "august|aug|aug.", "september|sept|sept.|sep|sep.", "oktober|okt|okt.", "november|nov|nov.",
                  "dezember|dez|dez."),
    "s": numbered("frühjahr|frühling|frühjahrs", "sommer|sommers", "herbst|herbsts", "winter|winters", start=21),
    "w": numbered(*DAYS, start=0),
    "v": numbered("mo.", "di.", "mi.", "do.", "fr.", "sa.", "so.", start=0),
    "O": numbered(*("|".join(word + ending for ending in ("e", "en", "er", "es")) for word in ORDINALS)),
    "c": {0: "jahrhundert|jahrhunderts|jh.|jhdt.|jh"},
    "E": {tens: f"{name} jahre|{name} jahren|{name}-jahre|{name}-jahren|{name}jahre|{name}jahren" for tens, name in TENS.items()},
    "a": {-1: "v. chr.|v.chr.|v. u. z.|vor christus|vor christi geburt", 1: "n. chr.|n.chr.|nach christus|nach christi geburt"},
    "q": {103: _quarter(1, "erst"), 406: _quarter(2, "zweit"), 709: _quarter(3, "dritt"), 1012: _quarter(4, "viert")},
    "Q": {106: "1. halbjahr|1. halbjahrs|erste halbjahr|ersten halbjahr|erstes halbjahr|erste hälfte|ersten hälfte|h1|"
               "ersten sechs monaten",
          712: "2. halbjahr|2. halbjahrs|zweite halbjahr|zweiten halbjahr|zweites halbjahr|zweite hälfte|zweiten hälfte|h2",
          103: "ersten drei monaten", 109: "ersten neun monaten"},
    "T": {-2: "vorgestern", -1: "gestern|gestrig", 0: "heute", 1: "morgen", 2: "übermorgen"},
    **{kind: _turned(units) for kind, units in UNITS.items()},
    "L": {turn: _inflected(stems) for turn, stems in TURNS.items()},
    "u": {1: "tag|tage|tagen", 2: "woche|wochen", 3: "monat|monate|monaten|monats", 4: "jahr|jahre|jahren|jahres"},
    "A": {1: "ein|einem|einer|eine"},
    "n": numbered("eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"),
    "G": {1: "vor"},
    "i": {0: "am|an|den", 1: "im|während|anno|in den"},
    "j": {0: "für|mit|in|binnen"}, "f": {0: "des|der"}, "F": {0: "von|vom"}, "Z": {0: "zwischen"},
    "S": {0: "seit|ab"},
    "U": {3: "bis|bis zum|bis zur|bis in|bis in das|bis ins"},
    "B": {1: "noch vor", 2: "nach|frühestens|nicht vor", 3: "spätestens|bis spätestens|spätestens bis|schon|bereits"},
    "J": {0: "auf|zum"}, "&": {0: "und|u.|sowie"}, "|": {0: "oder"}, "t": {0: "das|dem|die"},
    "h": {1: "um|etwa|ungefähr|rund|gegen|zirka|um das|in etwa", 2: "wahrscheinlich|vermutlich|möglicherweise|wohl|vielleicht",
          5: "circa|ca.|ca"},
    "p": {0: "anfang|mitte|beginn|anfangs|früh|spät|zu beginn|frühe|frühen|späte|späten|beginn des|anfang des|mitte des|"
             "anfang der|mitte der|zu beginn des|zu beginn der", 1: "ende|ende des|ende der"},
    "z": {0: "geschäftsjahr|wirtschaftsjahr|haushaltsjahr|schuljahr|saison|spielzeit|wintersemester|jahrgang|studienjahr"},
    "P": {0: "gegenwart|jetzt|dato"},
    "H": {0: "oder so|herum"},
    "+": {0: "und darüber hinaus"},
    "b": {2: "oder später", 3: "oder früher"},
    "~": {0: "nicht|nie|niemals|kein|keine|keinen"},
    "k": {0: "prozent|tausend|million|millionen|mio.|mio|milliarde|milliarden|mrd.|mrd|billion|billionen|prozentpunkte|euro|dollar|"
             "us-dollar|franken|pfund|yuan|yen|cent|eur|usd|chf|km|kilometer|kilometern|meter|metern|m|cm|mm|meilen|hektar|ha|"
             "quadratmeter|quadratkilometer|kubikmeter|kg|kilogramm|kilo|gramm|tonnen|tonne|liter|watt|kilowatt|megawatt|gigawatt|kw|mw|"
             "gw|kwh|mwh|gwh|grad|stunden|stunde|minuten|minute|sekunden|uhr|mal|stück|punkte|punkten|ps"},
    "l": {0: "menschen|personen|leute|mitarbeiter|mitarbeitern|mitarbeiterinnen|beschäftigte|beschäftigten|arbeiter|firmen|unternehmen|"
             "betriebe|betrieben|häuser|häusern|wohnungen|haushalte|haushalten|familien|schüler|schülern|studierende|studenten|patienten|"
             "tote|toten|fälle|fällen|opfer|opfern|besucher|besuchern|touristen|gäste|gästen|autos|fahrzeuge|fahrzeugen|bäume|tiere|arten|"
             "teilnehmer|teilnehmern|mitglieder|mitgliedern|soldaten|einwohner|einwohnern|dörfer|schulen|krankenhäuser|exemplare|"
             "plätze|plätzen|betten|bücher|seiten|wörter|stimmen|aktien|kunden|nutzer|nutzern|arbeitsplätze|stellen|zuschauer"},
    "I": {0: "wahl|wahlen|krise|olympiade|volkszählung"},
    "V": {1: "wird|werden|soll|sollen|will|wollen|geplant|voraussichtlich|künftig", 0: "ist|sind|hat|haben|kann|können|muss|müssen",
          -1: "war|waren|wurde|wurden|hatte|hatten|sagte|sagten|teilte|begann|begannen|kam|kamen|ging|stieg|sank|fiel|gab|erklärte|"
              "eröffnete|entstand|lag|lagen|erreichte|brachte|gründete|endete|folgte|erschien|nahm|fand|sah"},
    "X": {0: "nr.|nr|nummer|seite|s.|zimmer|flug|din|iso|en|tel.|telefon|fax|kapitel|artikel|paragraf|paragraph|modell|version|über|als|"
             "mindestens|höchstens|fast|knapp|nur|insgesamt|weitere|weiteren|alle|plz|postfach|postleitzahl|bundesstraße|höhe|zahl|anzahl",
          1: "einhalb|halb"},
    "x": {0: "Morgen|morgens|heute morgen|gestern morgen|am morgen|heute abend",
          1: "|".join(f"{word} {day}" for word in ("jeden", "jedem", "einem", "einen") for each in DAYS for day in each.split("|"))},
}
PATTERNS = (
    "#m #m,?y #mY #mtY #mfY #mL L#m d.d.y d.?m d.?m,?y m,?y mY mtY mfY mtuy mfuy Lm mL m D M sy sfy stuy sfuy sY stY sfY sR Ls "
    "qy qfy qfuy qY qfY qtY yq q Qy Qfy Qfuy QY QfY QtY d.c Oc d.ca Oca e eu e-u Eu E-u E na da ya w Lw T W N K Y Gnu Gdu GAu R y 2z z2")
LANGUAGE = language(
    KINDS, PATTERNS, days=("d.", "r.", "d.Ud.", "d.-d.", "d.&d.", "d.,d.&d."), capitals="mwvsc", endings={"e": "er|ern"}
)._replace(day_first=True, nouns_are_capital=True, on="an")
