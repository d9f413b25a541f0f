"""German texts and what is read in them: cases for test_readings.py."""

from decimal import Decimal

LANGUAGE = "de"
Told = tuple[str, str, str, str, str, str, str]     # the words, qualifier, amount, upper end, kind, code, direction

READ: list[tuple[str, list[Told]]] = [
    ("Der Umsatz stieg um 5,3 Prozent auf 3,1 Milliarden Euro.",
     [("5,3 Prozent", "", "5.3", "", "percent", "%", "up"), ("3,1 Milliarden Euro", "", "3100000000", "", "money", "EUR", "")]),
    ("Die Zahl der Stellen ging im vergangenen Jahr um gut 2 Prozent zurück.", [("gut 2 Prozent", "over", "2", "", "percent", "%", "down")]),
    ("Die Ausfuhren nahmen um 3,4 Prozent ab, die Einfuhren um 1,2 Prozent zu.",
     [("3,4 Prozent", "", "3.4", "", "percent", "%", "down"), ("1,2 Prozent", "", "1.2", "", "percent", "%", "up")]),
    ("Die Preise sind gegenüber dem Vorjahr um 7,9 Prozent gestiegen.", [("7,9 Prozent", "", "7.9", "", "percent", "%", "up")]),
    ("Nach einem Anstieg im Vorjahr ist der Absatz um 5 Prozent gesunken.", [("5 Prozent", "", "5", "", "percent", "%", "down")]),
    ("Die Preise sanken um 2 Prozent und die Löhne stiegen.", [("2 Prozent", "", "2", "", "percent", "%", "down")]),
    ("Die Quote ist um 5 % auf 8 % gestiegen.", [("5 %", "", "5", "", "percent", "%", "up"), ("8 %", "", "8", "", "percent", "%", "")]),
    ("Die Teuerung ging auf 2,2 Prozent zurück.", [("2,2 Prozent", "", "2.2", "", "percent", "%", "")]),
    ("Die Aktie gab 3 Prozent nach.", [("3 Prozent", "", "3", "", "percent", "%", "down")]),
    ("Der Absatz lag 12,5 Prozent unter Vorjahr.", [("12,5 Prozent", "", "12.5", "", "percent", "%", "down")]),
    ("ein Auftragsminus von 8,3 Prozent", [("8,3 Prozent", "", "8.3", "", "percent", "%", "down")]),
    ("8 Prozent Umsatzrückgang", [("8 Prozent", "", "8", "", "percent", "%", "down")]),
    ("um real 2,2 % angestiegen", [("2,2 %", "", "2.2", "", "percent", "%", "up")]),
    ("um 0,25 Prozentpunkte auf 4,5 Prozent gesenkt", [("0,25 Prozentpunkte", "", "0.25", "", "points", "", "down"), ("4,5 Prozent", "", "4.5", "", "percent", "%", "")]),
    ("um 25 Basispunkte angehoben", [("25 Basispunkte", "", "0.25", "", "points", "", "up")]),
    ("1,5 %-Punkte", [("1,5 %-Punkte", "", "1.5", "", "points", "", "")]),
    ("5 v. H. der Löhne", [("5 v. H.", "", "5", "", "percent", "%", "")]),
    ("die 40%ige Beteiligung", [("40%", "", "40", "", "percent", "%", "")]),
    ("eine 40-prozentige Beteiligung", [("40-prozentige", "", "40", "", "percent", "%", "")]),
    ("das 40-Milliarden-Euro-Paket", [("40-Milliarden-Euro", "", "40000000000", "", "money", "EUR", "")]),
    ("die 2,5-Milliarden-Dollar-Übernahme", [("2,5-Milliarden-Dollar", "", "2500000000", "", "money", "USD", "")]),
    ("zweihundertfünfundvierzigtausend Euro", [("zweihundertfünfundvierzigtausend Euro", "", "245000", "", "money", "EUR", "")]),
    ("anderthalb Millionen Euro", [("anderthalb Millionen Euro", "", "1500000", "", "money", "EUR", "")]),
    ("zweieinhalb Stunden", [("zweieinhalb Stunden", "", "2.5", "", "measure", "h", "")]),
    ("rund eine Dreiviertelmillion Euro", [("rund eine Dreiviertelmillion Euro", "about", "750000", "", "money", "EUR", "")]),
    ("eine knappe Million Franken", [("eine knappe Million Franken", "nearly", "1000000", "", "money", "CHF", "")]),
    ("eine gute Milliarde Euro", [("eine gute Milliarde Euro", "over", "1000000000", "", "money", "EUR", "")]),
    ("zwei Komma fünf Prozent", [("zwei Komma fünf Prozent", "", "2.5", "", "percent", "%", "")]),
    ("ein halbes Dutzend Firmen", [("ein halbes Dutzend", "", "6", "", "", "", "")]),
    ("gut die Hälfte der Befragten", [("gut die Hälfte", "over", "50", "", "percent", "%", "")]),
    ("knapp ein Viertel der Befragten", [("knapp ein Viertel", "nearly", "25", "", "percent", "%", "")]),
    ("40 Millionen Euro oder mehr", [("40 Millionen Euro oder mehr", "at_least", "40000000", "", "money", "EUR", "")]),
    ("nicht mehr als 40 Euro", [("nicht mehr als 40 Euro", "at_most", "40", "", "money", "EUR", "")]),
    ("nicht weniger als 40 Euro", [("nicht weniger als 40 Euro", "at_least", "40", "", "money", "EUR", "")]),
    ("Strafen bis 5.000 Euro", [("bis 5.000 Euro", "at_most", "5000", "", "money", "EUR", "")]),
    ("Die Kosten dürfen 40 Euro nicht übersteigen", [("40 Euro nicht übersteigen", "at_most", "40", "", "money", "EUR", "")]),
    ("hat die 40 Millionen Euro überschritten", [("40 Millionen Euro überschritten", "over", "40000000", "", "money", "EUR", "")]),
    ("um die 40 Prozent", [("um die 40 Prozent", "about", "40", "", "percent", "%", "")]),
    ("von 3 bis 5 Millionen Euro", [("3 bis 5 Millionen Euro", "between", "3000000", "5000000", "money", "EUR", "")]),
    ("ein bis zwei Millionen Euro", [("ein bis zwei Millionen Euro", "between", "1000000", "2000000", "money", "EUR", "")]),
    ("zwischen 40 Millionen und 2 Milliarden Euro", [("zwischen 40 Millionen und 2 Milliarden Euro", "between", "40000000", "2000000000", "money", "EUR", "")]),
    ("von 30 auf 34 Prozent gewachsen", [("30", "", "30", "", "percent", "%", ""), ("34 Prozent", "", "34", "", "percent", "%", "")]),
    ("um 5 auf 40 Euro gestiegen", [("5", "", "5", "", "money", "EUR", "up"), ("40 Euro", "", "40", "", "money", "EUR", "")]),
    ("CHF 1'234.50", [("CHF 1'234.50", "", "1234.5", "", "money", "CHF", "")]),
    ("Fr. 40.–", [("Fr. 40", "", "40", "", "money", "CHF", "")]),
    ("40,– Euro", [("40,– Euro", "", "40", "", "money", "EUR", "")]),
    ("350 T€, 350 TEUR und 2,5 Mio€", [("350 T€", "", "350000", "", "money", "EUR", ""), ("350 TEUR", "", "350000", "", "money", "EUR", ""), ("2,5 Mio€", "", "2500000", "", "money", "EUR", "")]),
    ("12 Mrd. Euro, 40 Mio. Franken", [("12 Mrd. Euro", "", "12000000000", "", "money", "EUR", ""), ("40 Mio. Franken", "", "40000000", "", "money", "CHF", "")]),
    ("1 234 567 Euro", [("1 234 567 Euro", "", "1234567", "", "money", "EUR", "")]),
    ("1,5 Mio. t CO2", [("1,5 Mio. t", "", "1500000", "", "measure", "t", "")]),
    ("17 km2, 17 qkm", [("17 km2", "", "17", "", "measure", "km²", ""), ("17 qkm", "", "17", "", "measure", "km²", "")]),
    ("(– 0,3 %) oder −0,3 Prozent", [("– 0,3 %", "", "-0.3", "", "percent", "%", ""), ("−0,3 Prozent", "", "-0.3", "", "percent", "%", "")]),
    ("nicht nur 40 Euro", [("40 Euro", "", "40", "", "money", "EUR", "")]),
    ("minus 3,5 Grad Celsius", [("minus 3,5 Grad Celsius", "", "-3.5", "", "measure", "°C", "")]),
    ("ein Auftrag über 40 Millionen Euro", [("40 Millionen Euro", "", "40000000", "", "money", "EUR", "")]),
]
NOTHING = [
    "mehrere hundert Euro", "ein paar tausend Euro", "mehrere Millionen Euro Schaden", "Millionen Euro", "Artikel 40 Absatz 2", "§ 40 des Gesetzes", "Airbus A320, Boeing 747", "die 1990er-Jahre",
    "in den 80er Jahren", "der 40. Jahrestag", "im 3. Quartal", "um 14 Uhr", "um 14.30 Uhr", "Telefon 030 123 45 67", "Covid-19", "mit 3:1 gewonnen", "Platz 5", "Euro 6", "G20", "COP28", "jeder fünfte Befragte",
    "in der zweiten Hälfte des Jahres", "Halle 12", "der Dax 40",
]
DOUBTED = [
    ("mehr als rund 40 Millionen Euro", "mehr als rund 40 Millionen Euro"), ("nicht 40 Euro", "40 Euro"), ("zahlte nicht die vollen 40 Euro", "40 Euro"), ("keine 40 Euro", "40 Euro"), ("erreichte nicht 40 Prozent", "40 Prozent"), ("statt 40 Millionen Euro", "statt 40 Millionen Euro"),
    ("ein Drittel der Stimmen", "ein Drittel"), ("die Marke von 40 Milliarden Euro", "Marke von 40 Milliarden Euro"), ("die Fünf-Prozent-Hürde", "Fünf-Prozent"), ("verfügt derzeit über 40 Millionen Euro", "über 40 Millionen Euro"),
    ("ein Bericht über 40 Millionen Euro Schulden", "über 40 Millionen Euro"), ("4 Grad Celsius unter null", "4 Grad Celsius unter null"), ("zwei- bis dreihundert Millionen Euro", "zwei- bis dreihundert Millionen Euro"),
    ("40 bis 50.000 Euro", "40 bis 50.000 Euro"), ("40 oder 50 Millionen Euro", "50 Millionen Euro"), ("3 Stunden und 20 Minuten", "3 Stunden"), ("3 Euro 50", "3 Euro"), ("1.5 Prozent", "1.5 Prozent"), ("36,500 Euro", "36,500 Euro"),
    ("Wachstum – 0,3 Prozent", "0,3 Prozent"), ("kaum 40 Prozent", "kaum 40 Prozent"), ("2/3 der Stimmen", "2/3"),
]
NEAR = [
    ("40 billion", "EUR", "40 Billionen Euro"), ("40 million", "EUR", "40 Milliarden Euro"), ("1.2", "EUR", "1.200 Euro"), ("40", "EUR", "40 Franken"), ("40", "USD", "40 kanadische Dollar"), ("7", "%", "siebenundzwanzig Prozent"),
    ("2", "%", "zweieinhalb Prozent"), ("5", "%", "zwei Komma fünf Prozent"), ("over 40", "EUR", "gut gerechnet 40 Euro"), ("40", "EUR", "knapp 40 Euro"), ("over 40", "EUR", "fast 40 Euro"), ("at least 40", "EUR", "40 Euro höchstens"),
    ("2,016", "EUR", "summierten sich 2016 auf 167 Milliarden Euro"), ("3 to 5 million", "EUR", "von 3 auf 5 Millionen Euro"), ("5 to 40", "EUR", "um 5 auf 40 Euro"), ("at most 300 million", "EUR", "zwei- bis dreihundert Millionen Euro"),
    ("at most 2 million", "EUR", "ein bis zwei Millionen Euro"), ("2 million", "EUR", "ein oder zwei Millionen Euro"), ("5", "%", "Die Aktie gab 5 Prozent nach."), ("5", "%", "sind um 5 Prozent gesunken"), ("-5", "%", "um 5 Prozent zugelegt"),
    ("5", "%", "Die Ausfuhren nahmen um 5 Prozent ab."), ("2,024", "EUR", "die Euro 2024"), ("6", "EUR", "die Norm Euro 6"), ("17", "km", "17 km2 Wald"), ("40", "%", "40 Prozentpunkte"), ("0.3", "%", "Wachstum: – 0,3 %"), ("50", "%", "die zweite Hälfte des Jahres"),
    ("100", "EUR", "mehrere hundert Euro"), ("40", "EUR", "die 40 Euro nicht erreicht"), ("over 40 million", "EUR", "verfügt über 40 Millionen Euro"), ("3", "h", "3 Stunden und 20 Minuten"), ("70", "km", "70 Kilometer in der Stunde"),
]
CARRIED = [
    ("-5", "%", "Die Aktie gab 5 Prozent nach."), ("over 2 million", "EUR", "gut zwei Millionen Euro"), ("nearly 1 billion", "EUR", "knapp eine Milliarde Euro"), ("about 12", "%", "rund zwölf Prozent"), ("40 million", "CHF", "40 Mio. Franken"),
    ("3 to 5", "%", "3 bis 5 Prozent"), ("at most 40", "°C", "bis zu 40 Grad Celsius"), ("500,000", "EUR", "eine halbe Million Euro"), ("1.25 million", "EUR", "eine Million zweihundertfünfzigtausend Euro"), ("0.25", "percentage points", "25 Basispunkte"),
]


# A renderer of its own ----------------------------------------------------------------------------------------------

HEDGES = {
    "": "", "mehr als": "over", "über": "over", "gut": "over", "mindestens": "at_least", "nicht weniger als": "at_least", "rund": "about", "etwa": "about", "knapp": "nearly", "fast": "nearly", "weniger als": "under",
    "unter": "under", "höchstens": "at_most", "bis zu": "at_most", "nicht mehr als": "at_most",
}
SCALES = {"": ("", 0), "Tausend": ("thousand", 3), "Millionen": ("million", 6), "Milliarden": ("billion", 9), "Billionen": ("trillion", 12)}
MONEY = {"EUR": "Euro", "USD": "US-Dollar", "CHF": "Schweizer Franken", "GBP": "britische Pfund", "JPY": "Yen", "CNY": "Yuan", "CAD": "kanadische Dollar", "SEK": "schwedische Kronen", "RUB": "Rubel"}
WORDS = "40 2016 1.200 3,5 zwei hundert tausend Millionen Mrd. Euro € % Prozent um auf von bis zu über unter mehr als nicht rund knapp die Hälfte der ein halbe gestiegen nahm ab und oder , . - – ( Uhr Komma 14h30 '".split()


def rendered(amount: Decimal, scale: str, hedge: str, code: str) -> str:
    """German for an amount of money."""
    digits = f"{amount:,}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return "Dafür gab es " + " ".join(part for part in (hedge, digits, scale, MONEY[code]) if part) + " in bar."
