"""Dates as they stand in a running text: found, read into EDTF, and never finer than stated.

A text is cut into tokens with the words of its language (tokens.py, words.py); tokens in a row that have
the form of a date state one (points.py); two may be a range (pairs.py); the words round it hedge or limit
it (round.py) and make four digits a year (years.py); what is missing is counted from the day of publication
(relative.py), and the whole is written in EDTF (written.py, found.py). What might as well mean
something else is left out: rather nothing than a guess.
"""

from factsheet.reading.dates import Date
from factsheet.record import Record

LANGUAGES = ("en", "de", "fr", "es", "zh")


class Dating(Record):
    """A date that stands in a running text."""

    start: int          # offset of its first character in the text, hedge included ("around 2010")
    end: int            # offset just after its last one
    date: Date          # EDTF, never finer than stated: 2010~ for "around 2010", 201X for "the 2010s", 2010/2014, 1985/.., 2024-06-24
    inferred: bool      # part of it (a year, a month) was taken from the day of publication, not from the text
    bare: bool          # nothing but four digits, which only their place among the words makes a year
    bound: str          # "" the date itself; "before", "after", "by": the text only sets a limit


def find(text: str, language: str = "en", published: Date | None = None) -> tuple[Dating, ...]:
    """Every date in the text, in order, not overlapping.

    Of a language that is not among LANGUAGES only what needs no words is read: 2024-06-24, 24/06/2024.
    """
    from factsheet.reading.datings.found import found

    return tuple(Dating(*each) for each in found(text, language, published))
