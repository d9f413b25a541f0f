"""French texts and what is read in them: cases for test_readings.py."""

from decimal import Decimal

LANGUAGE = "fr"
Told = tuple[str, str, str, str, str, str, str]     # the words, qualifier, amount, upper end, kind, code, direction

READ: list[tuple[str, list[Told]]] = [
    ("Le chiffre d'affaires a progressé de 5,3 % à 3,1 milliards d'euros.",
     [("5,3 %", "", "5.3", "", "percent", "%", "up"), ("3,1 milliards d'euros", "", "3100000000", "", "money", "EUR", "")]),
    ("Le bénéfice recule de 9 % à 3,1 milliards d’euros.", [("9 %", "", "9", "", "percent", "%", "down"), ("3,1 milliards d’euros", "", "3100000000", "", "money", "EUR", "")]),
    ("Les ventes ont reculé en mai de 5 %.", [("5 %", "", "5", "", "percent", "%", "down")]),
    ("La production a chuté, de 12 %, en juin", [("12 %", "", "12", "", "percent", "%", "down")]),
    ("a réduit ses émissions de 40 %", [("40 %", "", "40", "", "percent", "%", "down")]),
    ("une perte nette de 40 millions d'euros", [("40 millions d'euros", "", "40000000", "", "money", "EUR", "down")]),
    ("une baisse marquée de 6,5%", [("6,5%", "", "6.5", "", "percent", "%", "down")]),
    ("5 % de moins que la veille", [("5 %", "", "5", "", "percent", "%", "down")]),
    ("6 % de croissance", [("6 %", "", "6", "", "percent", "%", "up")]),
    ("40 % de moins de 30 ans", [("40 %", "", "40", "", "percent", "%", ""), ("moins de 30", "under", "30", "", "", "", "")]),
    ("un recul d'environ 2 %", [("environ 2 %", "about", "2", "", "percent", "%", "down")]),
    ("un gain de 1,5 point de pourcentage", [("1,5 point de pourcentage", "", "1.5", "", "points", "", "up")]),
    ("25 points de base", [("25 points de base", "", "0.25", "", "points", "", "")]),
    ("une hausse de 3 à 5 %", [("3 à 5 %", "between", "3", "5", "percent", "%", "up")]),
    ("la part est passée de 30 % à 34 %", [("30 %", "", "30", "", "percent", "%", ""), ("34 %", "", "34", "", "percent", "%", "")]),
    ("une amende de 3 à 5 millions d'euros", [("3 à 5 millions d'euros", "between", "3000000", "5000000", "money", "EUR", "")]),
    ("comprise entre 3 % et 5 %", [("comprise entre 3 % et 5 %", "between", "3", "5", "percent", "%", "")]),
    ("un à deux millions d'euros", [("un à deux millions d'euros", "between", "1000000", "2000000", "money", "EUR", "")]),
    ("de 20 K€ à 49 K€", [("20 K€ à 49 K€", "between", "20000", "49000", "money", "EUR", "")]),
    ("une centaine de millions d'euros", [("une centaine de millions d'euros", "about", "100000000", "", "money", "EUR", "")]),
    ("une vingtaine d'euros", [("une vingtaine d'euros", "about", "20", "", "money", "EUR", "")]),
    ("une douzaine d'entreprises", [("une douzaine", "about", "12", "", "", "", "")]),
    ("quatre-vingt-dix-sept pour cent", [("quatre-vingt-dix-sept pour cent", "", "97", "", "percent", "%", "")]),
    ("soixante et onze millions d'euros", [("soixante et onze millions d'euros", "", "71000000", "", "money", "EUR", "")]),
    ("septante-cinq francs suisses", [("septante-cinq francs suisses", "", "75", "", "money", "CHF", "")]),
    ("deux cent mille euros", [("deux cent mille euros", "", "200000", "", "money", "EUR", "")]),
    ("deux mille trois cents euros", [("deux mille trois cents euros", "", "2300", "", "money", "EUR", "")]),
    ("mille milliards de dollars", [("mille milliards de dollars", "", "1000000000000", "", "money", "USD", "")]),
    ("30 à 40 mille milliards d'euros", [("30 à 40 mille milliards d'euros", "between", "30000000000000", "40000000000000", "money", "EUR", "")]),
    ("deux virgule vingt-cinq pour cent", [("deux virgule vingt-cinq pour cent", "", "2.25", "", "percent", "%", "")]),
    ("un million et demi d'euros", [("un million et demi d'euros", "", "1500000", "", "money", "EUR", "")]),
    ("deux heures et demie de route", [("deux heures et demie", "", "2.5", "", "measure", "h", "")]),
    ("plus d'1 million d'euros", [("plus d'1 million d'euros", "over", "1000000", "", "money", "EUR", "")]),
    ("près d'un milliard d'euros", [("près d'un milliard d'euros", "nearly", "1000000000", "", "money", "EUR", "")]),
    ("un peu moins de 40 %", [("un peu moins de 40 %", "nearly", "40", "", "percent", "%", "")]),
    ("dépasse les 40 milliards d'euros", [("dépasse les 40 milliards d'euros", "over", "40000000000", "", "money", "EUR", "")]),
    ("ne dépasse pas 40 euros", [("ne dépasse pas 40 euros", "at_most", "40", "", "money", "EUR", "")]),
    ("n'a pas atteint les 40 %", [("n'a pas atteint les 40 %", "under", "40", "", "percent", "%", "")]),
    ("supérieur ou égal à 40 %", [("supérieur ou égal à 40 %", "at_least", "40", "", "percent", "%", "")]),
    ("au moins 5 %", [("au moins 5 %", "at_least", "5", "", "percent", "%", "")]),
    ("il fallait, au moins, 40 euros", [("au moins, 40 euros", "at_least", "40", "", "money", "EUR", "")]),
    ("Le prix a grimpé jusqu'à 40 euros", [("40 euros", "", "40", "", "money", "EUR", "")]),
    ("une amende pouvant monter jusqu'à 5 000 euros", [("pouvant monter jusqu'à 5 000 euros", "at_most", "5000", "", "money", "EUR", "")]),
    ("40 M€, 40 Md€ et 850 k€", [("40 M€", "", "40000000", "", "money", "EUR", ""), ("40 Md€", "", "40000000000", "", "money", "EUR", ""), ("850 k€", "", "850000", "", "money", "EUR", "")]),
    ("40 $ CA, US$ 40", [("40 $ CA", "", "40", "", "money", "CAD", ""), ("US$ 40", "", "40", "", "money", "USD", "")]),
    ("2 millions d'hectares", [("2 millions d'hectares", "", "2000000", "", "measure", "ha", "")]),
    ("un million de kilomètres carrés", [("un million de kilomètres carrés", "", "1000000", "", "measure", "km²", "")]),
    ("40 Go de données", [("40 Go", "", "40", "", "measure", "GB", "")]),
    ("1 234 567,89 euros", [("1 234 567,89 euros", "", "1234567.89", "", "money", "EUR", "")]),
    ("non seulement 40 euros", [("40 euros", "", "40", "", "money", "EUR", "")]),
    ("moins 4 degrés Celsius", [("moins 4 degrés Celsius", "", "-4", "", "measure", "°C", "")]),
    ("Emploi : – 2,0 %", [("– 2,0 %", "", "-2", "", "percent", "%", "")]),
    ("les trois quarts des touristes", [("trois quarts", "", "75", "", "percent", "%", "")]),
]
NOTHING = [
    "plusieurs millions d'euros", "quelques milliers d'euros", "des centaines de millions d'euros", "quelques mille euros", "l'article 40 de la loi", "le CAC 40", "les A320 et le Boeing 747", "le 40e anniversaire", "au 3ème étage",
    "les années 90", "les années quatre-vingt-dix", "à 14h30", "24 heures sur 24", "un quart d'heure", "un quart de siècle", "la seconde moitié de l'année", "le G20", "la COP28", "le 01 42 34 56 78", "la Covid-19", "Tableau 12", "la norme Euro 6",
]
DOUBTED = [
    ("plus d'environ 40 millions d'euros", "plus d'environ 40 millions d'euros"), ("plus d'une centaine de millions d'euros", "plus d'une centaine de millions d'euros"), ("un tiers des voix", "un tiers"), ("à peine 40 %", "à peine 40 %"),
    ("avoisine 40 %", "avoisine 40 %"), ("la barre des 40 milliards d'euros", "la barre des 40 milliards d'euros"), ("au lieu de 40 euros", "au lieu de 40 euros"), ("il n'a pas payé 40 euros", "40 euros"), ("il ne paie pas les 40 euros", "40 euros"), ("pas encore atteint 40 %", "40 %"),
    ("quelques 40 millions d'euros", "quelques 40 millions d'euros"), ("40 ou 50 millions d'euros", "50 millions d'euros"), ("le budget a augmenté de 3 à 5 millions d'euros", "3 à 5 millions d'euros"), ("deux à trois cents millions d'euros", "deux à trois cents millions d'euros"),
    ("40 à 50 000 euros", "40 à 50 000 euros"), ("à 14 heures", "14 heures"), ("3 heures 20 minutes", "3 heures"), ("1,200 euros", "1,200 euros"), ("1.5 %", "1.5 %"), ("pourrait atteindre 3 milliards d'euros", "pourrait atteindre 3 milliards d'euros"),
    ("une réponse dans les 48 heures", "dans les 48 heures"), ("40 millions d'euros et quelques", "40 millions d'euros et quelques"),
]
NEAR = [
    ("40 million", "EUR", "40 milliards d'euros"), ("2 billion", "EUR", "2 000 milliards d'euros"), ("1 billion", "USD", "mille milliards de dollars"), ("850 million", "EUR", "850 k€"), ("40", "USD", "40 dollars canadiens"), ("40", "USD", "40 dollars namibiens"),
    ("40", "CHF", "40 francs"), ("40", "USD", "40 $"), ("40", "GBP", "40 livres"), ("100 million", "EUR", "une centaine de millions d'euros"), ("100", "EUR", "quelques cent euros"), ("17", "%", "quatre-vingt-dix-sept pour cent"), ("7", "%", "quatre-vingt-dix-sept pour cent"),
    ("5", "%", "deux virgule cinq pour cent"), ("2", "h", "deux heures et demie"), ("over 40", "EUR", "près de 40 euros"), ("40", "EUR", "au moins, 40 euros"), ("-5", "%", "au moins 5 %"), ("5", "%", "les ventes ont reculé en mai de 5 %"), ("5", "%", "a réduit ses coûts de 5 %"),
    ("-6", "%", "6 % de croissance"), ("3 to 5", "%", "passée de 3 à 5 %"), ("5 million", "EUR", "une amende de 3 à 5 millions d'euros"), ("2 million", "EUR", "un à deux millions d'euros"), ("14", "h", "à 14h30"), ("14", "h", "à 14 heures"), ("40", "EUR", "n'atteint pas 40 euros"),
    ("3 million", "EUR", "40 euros à 3 millions de personnes"), ("2", "%", "Emploi : – 2,0 %"), ("40", "EUR", "pouvant monter jusqu'à 40 euros"), ("70", "km", "70 kilomètres à l'heure"), ("25", "%", "un quart de siècle"), ("1.5", "%", "1,5 point de pourcentage"), ("1.5", "percentage points", "1,5 point"),
    ("3", "EUR", "3 euros 50"),
]
CARRIED = [
    ("-5", "%", "les ventes ont reculé en mai de 5 %"), ("about 100 million", "EUR", "une centaine de millions d'euros"), ("1 trillion", "USD", "mille milliards de dollars"), ("nearly 1 billion", "EUR", "près d'un milliard d'euros"), ("over 1 million", "EUR", "plus d'un million d'euros"),
    ("at most 40", "EUR", "40 euros tout au plus"), ("40 billion", "EUR", "40 Md€"), ("3 to 5 million", "EUR", "entre 3 et 5 millions d'euros"), ("0.25", "percentage points", "25 points de base"), ("2,000,000", "ha", "2 millions d'hectares"),
]


# A renderer of its own ----------------------------------------------------------------------------------------------

HEDGES = {
    "": "", "plus de": "over", "au-delà de": "over", "au moins": "at_least", "pas moins de": "at_least", "environ": "about", "quelque": "about", "près de": "nearly", "presque": "nearly", "moins de": "under",
    "au plus": "at_most", "jusqu'à": "at_most", "pas plus de": "at_most",
}
SCALES = {"": ("", 0), "millions": ("million", 6), "milliards": ("billion", 9), "billions": ("trillion", 12)}
MONEY = {"EUR": "euros", "USD": "dollars", "CHF": "francs suisses", "GBP": "livres sterling", "JPY": "yens", "CNY": "yuans", "CAD": "dollars canadiens", "SEK": "couronnes suédoises", "RUB": "roubles"}
WORDS = "40 2016 1 200 3,5 deux cent mille millions milliards d'euros € M€ % pour cent de à d' jusqu'à entre et plus moins au pas environ près la moitié des un tiers reculé en mai ou , . - – ( heures virgule 14h30 '".split()


def rendered(amount: Decimal, scale: str, hedge: str, code: str) -> str:
    """French for an amount of money, with spaces that do not break."""
    digits = f"{amount:,}".replace(",", "\u202f").replace(".", ",")
    money = f"{'d’' if code == 'EUR' else 'de '}{MONEY[code]}" if scale else MONEY[code]
    return "Le tout a coûté " + " ".join(part for part in (hedge, digits, scale, money) if part) + " en argent."
