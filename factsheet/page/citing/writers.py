"""An entry of a bibliography in the notations of reference managers: BibTeX, RIS, CSL-JSON. All that it takes is in the entry: no clock, no guess."""

from collections.abc import Callable, Mapping

from factsheet.content.records import Source
from factsheet.reading import dates
from factsheet.reading.dates import Date, Point
from factsheet.record import Record

WHOLE = ("year", "month", "day")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
        "%": r"\%", "#": r"\#", "_": r"\_", "&": r"\&", "$": r"\$", "{": r"\{", "}": r"\}",
    }
)
BRACES = str.maketrans({"{": r"\textbraceleft{}", "}": r"\textbraceright{}"})
UNSAFE = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20", '"': "%22", "<": "%3C", ">": "%3E", "^": "%5E", "`": "%60", "|": "%7C"})


class Item(Record):
    """A figure as an entry of a bibliography; empty texts are not known. `accessed` is told only where `url` is the source's own.

    `credit` says what has to be printed with it, `note` all that is known.
    """

    key: str
    title: str
    author: str
    sheet: str
    publisher: str
    url: str
    issued: Date | None
    accessed: Date | None
    language: str
    credit: str
    note: str
    source: Source | None
    withdrawn: bool


def bibtex(item: Item) -> str:
    """An entry of BibTeX and BibLaTeX; names and titles in braces of their own, so that nothing cuts or decapitalises them."""
    home = ", ".join(part for part in (item.sheet, item.publisher) if part)
    fields = {
        "author": item.author and f"{{{_latex(item.author)}}}",
        "title": f"{{{_latex(item.title)}}}",
        "howpublished": _latex(home),
        **_bibtex_date(item.issued),
        "url": item.url.translate(UNSAFE),
        "urldate": _iso(item.accessed),
        "note": _latex(item.credit),
        "annote": _latex(item.note),
    }
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}" for name, value in fields.items() if value]
    return f"@misc{{{item.key},\n" + ",\n".join(lines) + "\n}\n"


def _latex(text: str) -> str:
    """A text with what LaTeX would take for its own escaped; braces that do not pair by name, since BibTeX counts them wherever they stand."""
    return _line(text).translate(LATEX if _pairs(text) else {**LATEX, **BRACES})


def _pairs(text: str) -> bool:
    """Whether every brace of a text has its other one."""
    depth = 0
    for mark in text:
        depth += (mark == "{") - (mark == "}")
        if depth < 0:
            return False
    return depth == 0


def _bibtex_date(date: Date | None) -> dict[str, str]:
    """Year and month; a date that is no plain one in words, as a year."""
    if date is None:
        return {}
    if not _whole(date):
        return {"year": _latex(dates.words(date))}
    month = MONTHS[date.start.part - 1] if date.start.part else ""
    return {"year": str(date.start.year), "month": month}


def _iso(date: Date | None) -> str:
    return (dates.datetime_attribute(date) or "") if date else ""


def ris(item: Item) -> str:
    """An entry of RIS, a tag a line; lines end in CR LF, as its specification has it."""
    lines = [
        ("TY", "DATA"),
        ("ID", item.key),
        ("AU", item.author),
        ("TI", item.title),
        ("T2", item.sheet),
        *_ris_date(item.issued),
        ("PB", item.publisher),
        ("UR", item.url),
        ("Y2", _iso(item.accessed).replace("-", "/")),
        ("LA", item.language),
        ("N1", item.note),
    ]
    return "".join(f"{tag}  - {_line(text)}\r\n" for tag, text in lines if text) + "ER  - \r\n"


def _ris_date(date: Date | None) -> tuple[tuple[str, str], ...]:
    """Year/month/day/words: the words alone say what is no plain date."""
    if date is None:
        return ()
    if not _whole(date):
        return (("DA", f"///{dates.words(date)}"),)
    parts = [f"{date.start.year:04}", *(f"{part:02}" if part else "" for part in (date.start.part, date.start.day))]
    return ("PY", parts[0]), ("DA", "/".join([*parts, ""]))


def csl(item: Item) -> str:
    """A list of one item of CSL-JSON; what is known of the source stands in the `original-` variables."""
    from json import JSONEncoder

    fields: dict[str, object] = {
        "id": item.key,
        "type": "dataset",
        "title": item.title,
        "author": _csl_names(item.author),
        "container-title": item.sheet,
        "publisher": item.publisher,
        "issued": _csl_date(item.issued),
        "URL": item.url,
        "accessed": _csl_date(item.accessed),
        "language": item.language,
        "status": "withdrawn" if item.withdrawn else "",
        **_original(item.source),
        "note": item.note,
    }
    kept = {name: _line(value) if isinstance(value, str) else value for name, value in fields.items() if value}
    encode = JSONEncoder(ensure_ascii=False).encode     # with an indent it would be the slow one
    return "[{\n" + ",\n".join(f" {encode(name)}: {encode(value)}" for name, value in kept.items()) + "\n}]\n"


def _original(source: Source | None) -> dict[str, object]:
    if source is None:
        return {}
    return {
        "original-author": _csl_names(source.author),
        "original-title": source.title,
        "original-publisher": source.publisher,
        "original-date": _csl_date(source.published),
    }


def _csl_names(name: str) -> list[dict[str, str]]:
    """One name, as it is written: which part of it is the family's is not known."""
    return [{"literal": _line(name)}] if name else []


def _csl_date(date: Date | None) -> dict[str, object]:
    """Parts of a date, or of both ends, as far as they are known; season and `circa` as CSL has them; any other date in words."""
    if date is None:
        return {}
    ends = (date.start, date.end) if date.interval else (date.start,)
    if all(_known(end) and not end.approximate for end in ends):
        return {"date-parts": [[part for part in (end.year, end.part, end.day) if part] for end in ends]}
    if not date.interval and date.start.year > 0 and not (date.start.uncertain or date.start.blank):
        return _by_season_or_circa(date)
    return {"literal": dates.words(date)}


def _by_season_or_circa(date: Date) -> dict[str, object]:
    point = date.start
    circa: dict[str, object] = {"circa": True} if point.approximate else {}
    if point.precision == "season":
        return {"date-parts": [[point.year]], "season": point.part - 20, **circa}
    if point.precision in WHOLE:
        return {"date-parts": [[part for part in (point.year, point.part, point.day) if part]], **circa}
    return {"literal": dates.words(date)}


def _whole(date: Date) -> bool:
    return not date.interval and _known(date.start) and not date.start.approximate


def _known(point: Point) -> bool:
    """Whether a day, month or year stands as it is, in years that every notation has."""
    return point.precision in WHOLE and 0 < point.year <= 9999 and not (point.uncertain or point.blank)


def _line(text: str) -> str:
    return " ".join(text.split())


WRITERS: Mapping[str, Callable[[Item], str]] = {"json": csl, "bib": bibtex, "ris": ris}
