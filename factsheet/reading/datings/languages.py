"""The tables of each language, loaded when a text in it is first read."""

from factsheet.reading.datings.tokens import Cut, cut
from factsheet.reading.datings.words import Language, language

LOADED: dict[str, Language] = {}


def cut_of(text: str, name: str) -> Cut:
    """The tokens of a text in the language that the name begins with: en-GB is en."""
    code = name[:2].lower()
    if code not in LOADED:
        LOADED[code] = TABLES.get(code, _none)()
    if LOADED[code].spaced:
        return cut(text, LOADED[code])
    from factsheet.reading.datings.characters import cut as cut_characters

    return cut_characters(text, LOADED[code])


def _english() -> Language:
    from factsheet.reading.datings.english import LANGUAGE

    return LANGUAGE


def _german() -> Language:
    from factsheet.reading.datings.german import LANGUAGE

    return LANGUAGE


def _french() -> Language:
    from factsheet.reading.datings.french import LANGUAGE

    return LANGUAGE


def _spanish() -> Language:
    from factsheet.reading.datings.spanish import LANGUAGE

    return LANGUAGE


def _chinese() -> Language:
    from factsheet.reading.datings.chinese import LANGUAGE

    return LANGUAGE


def _none() -> Language:
    """Of a language that is not known only what needs no words is read."""
    return language({}, "D M R")


TABLES = {"en": _english, "de": _german, "fr": _french, "es": _spanish, "zh": _chinese}
