"""The words round dates in French; what their kinds mean, words.py says."""

from factsheet.reading.datings.words import Kinds, language, numbered

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix",
         "xx", "xxi")
ORDINALS = ("premier|première", "deuxième|second|seconde", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième",
            "neuvième", "dixième", "onzième", "douzième", "treizième", "quatorzième", "quinzième", "seizième", "dix-septième",
            "dix-huitième", "dix-neuvième", "vingtième", "vingt et unième|vingt-et-unième")
TENS = dict(zip(range(20, 100, 10), ("vingt", "trente", "quarante", "cinquante", "soixante", "soixante-dix", "quatre-vingt|quatre-vingts",
                                     "quatre-vingt-dix"), strict=True))
UNITS = {"W": ("semaine",), "N": ("mois",), "K": ("trimestre",), "Y": ("an", "année")}


def _turned(units: tuple[str, ...]) -> dict[int, str]:
    """L'an dernier, la semaine prochaine, cette année."""
    return {turn: "|".join(pattern.replace("#", unit) for unit in units for pattern in patterns.split("|"))
            for turn, patterns in TURNED.items()}


TURNED = {-1: "# dernier|# dernière|# passé|# passée|# écoulé|# écoulée",
          0: "ce #|cet #|cette #|# en cours|ce #-ci|cette #-ci|# courant", 1: "# prochain|# prochaine|# à venir"}


def _part(nth: int, name: str, part: str) -> str:
    """Premier trimestre, 1er trimestre, 2e semestre."""
    endings = ("er", "re") if nth == 1 else ("e", "ème", "nd", "d")
    return "|".join((f"{name} {part}", *(f"{nth} {ending} {part}" for ending in endings)))


KINDS: Kinds = {
    "m": numbered("janvier|janv.|janv", "février|févr.|fév.|févr", "mars", "avril|avr.", "mai", "juin", "juillet|juil.", "août|aout",
                  "septembre|sept.", "octobre|oct.|oct", "novembre|nov.|nov", "décembre|déc.|déc"),
    "s": numbered("printemps", "été", "automne", "hiver", start=21),
    "w": numbered(*DAYS, start=0),
    "v": numbered("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim.", start=0),
    "o": numbered(*(f"{nth}e|{nth}ème" if nth != "i" else "ier" for nth in ROMAN)),
    "O": numbered(*ORDINALS),
    "c": {0: "siècle|s."},
    "1": {0: "années|décennie des années|décennie"},
    "E": TENS,
    "a": {-1: "av. j.-c.|av. j. c.|avant j.-c.|avant jésus-christ|avant notre ère",
          1: "apr. j.-c.|ap. j.-c.|après j.-c.|après jésus-christ|de notre ère"},
    "q": {103: "t1|" + _part(1, "premier", "trimestre"),
          406: "t2|" + _part(2, "deuxième", "trimestre") + "|second trimestre", 709: "t3|" + _part(3, "troisième", "trimestre"),
          1012: "t4|quatrième trimestre|4 e trimestre|4 ème trimestre|dernier trimestre"},
    "Q": {106: "s1|" + _part(1, "premier", "semestre") + "|première moitié|six premiers mois",
          712: "s2|" + _part(2, "second", "semestre") + "|deuxième semestre|seconde moitié|deuxième moitié",
          103: "trois premiers mois", 109: "neuf premiers mois"},
    "T": {-2: "avant-hier", -1: "hier", 0: "aujourd'hui|ce matin|ce soir|cet après-midi", 1: "demain", 2: "après-demain"},
    **{kind: _turned(units) for kind, units in UNITS.items()},
    "L": {-1: "dernier|passé", 0: "ce|cet|cette", 1: "prochain"},
    "u": {1: "jour|jours", 2: "semaine|semaines", 3: "mois", 4: "an|ans|année"},
    "A": {1: "un|une"},
    "n": numbered("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", start=2),
    "G": {0: "il y a|voici|voilà"},
    "i": {0: "le", 1: "en|pendant|durant|courant|au cours de|lors de|en l'"},
    "j": {0: "pour"}, "f": {0: "de|d'|des|de l'|de la"}, "F": {0: "du|allant de"}, "Z": {0: "entre"},
    "S": {0: "depuis|depuis l'|à partir de|à compter de|à partir du|à compter du"},
    "U": {0: "jusqu'à|jusqu'au", 1: "jusqu'en", 2: "d'ici|d'ici à|d'ici au|à l'horizon"},
    "B": {1: "avant|avant l'|antérieur à", 2: "après|postérieur à|pas avant", 3: "au plus tard en|au plus tard le|dès"},
    "J": {0: "à|au|et jusqu'en"}, "&": {0: "et"}, "|": {0: "ou"}, "t": {0: "la|l'|les"},
    "h": {1: "environ|autour de|aux environs de|aux alentours de|approximativement", 2: "probablement|peut-être|sans doute|"
             "vraisemblablement",
          5: "circa|ca.|c.|env.|vers l'année|vers l'an|vers"},
    "p": {0: "début|mi-|mi|milieu|au début de|au début des|début de|milieu de|au milieu de|au début du|début du|milieu du|au début de l'|"
             "début de l'", 1: "fin|à la fin de|la fin de|à la fin des|fin de|à la fin du|la fin du|fin du|à la fin de l'|fin de l'"},
    "z": {0: "exercice|année scolaire|année universitaire|saison|exercice fiscal|campagne|année fiscale"},
    "P": {0: "présent|maintenant|nos jours|ce jour"},
    "+": {0: "et au-delà"},
    "b": {2: "ou après|ou plus tard|au plus tôt", 3: "ou avant|au plus tard"},
    "~": {0: "pas|jamais|ne|n'"},
    "k": {0: "pour cent|pourcent|mille|million|millions|milliard|milliards|euros|euro|dollars|dollar|yuans|yens|francs|livres|centimes|eur|"
             "usd|chf|km|kilomètres|mètres|mètre|m|cm|mm|hectares|ha|kilos|kilogrammes|kg|grammes|tonnes|tonne|litres|watts|mégawatts|"
             "kw|mw|gw|kwh|degrés|heures|heure|h|minutes|secondes|fois|points"},
    "l": {0: "personnes|gens|hommes|femmes|enfants|salariés|employés|travailleurs|emplois|entreprises|sociétés|maisons|logements|foyers|"
             "familles|étudiants|élèves|patients|morts|cas|victimes|visiteurs|touristes|passagers|voitures|véhicules|arbres|animaux|"
             "espèces|"
             "participants|membres|soldats|habitants|villages|écoles|hôpitaux|exemplaires|places|lits|pages|mots|voix|clients|"
             "utilisateurs|postes"},
    "I": {0: "recensement|élection|élections"},
    "V": {1: "sera|seront|va|vont|devrait|devraient|doit|doivent|aura|auront|prévoit|prévu|prévue", 0: "est|sont|peut|marque|voit",
          -1: "a|ont|était|étaient|avait|avaient|fut|furent|annoncé|déclaré|indiqué|ouvert|marqua|vit"},
    "X": {0: "no.|n °|nº|numéro|page|p.|chambre|vol|iso|tél.|tél|téléphone|fax|chapitre|article|modèle|version|plus de|moins de|"
             "presque|près de|"
             "quelque|quelques|seulement|total de|total|au moins|au plus|tous|toutes|autres|population de|hauteur de|altitude de|"
             "que", 1: "demi"},
    "x": {0: "|".join(f"{word} {day}" for word in ("chaque", "un", "le") for day in DAYS)},
}
PATTERNS = (
    "#m #m,?y #mY #mfY #mfuy #mL L#m mfy m,?y mY mfY mL Lm m D M sy sfy sfuy sY sfY sL Ls sR q,?y qfy qfuy qY qfY q yq Qy Qfy Qfuy QY QfY "
    "oc Oc oca Oca 1y 1n 1d 1E na da ya ay ad w wL Lw T W N K Y Gnu Gdu GAu R y 2z z2")
LANGUAGE = language(
    KINDS, PATTERNS, days=("d", "o", "r", "dJd", "oJd", "d&d", "o&d", "dUd", "d,d&d"), endings={"o": "er|e|ère|re|ème|è|nd"}
)._replace(day_first=True, plural="s", genitive=True)
