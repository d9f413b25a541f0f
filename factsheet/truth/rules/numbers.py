"""Numbers in prose: each is a reference to a fact, or says why it may stand; a typed copy would go stale unseen."""

from collections.abc import Iterator

from factsheet.content.records import Figure, Sheet
from factsheet.content.words import place_of
from factsheet.problem import Problem
from factsheet.reading.datings import Dating
from factsheet.reading.datings import find as datings
from factsheet.reading.languages import Grammar, grammar
from factsheet.reading.mentions import Mention, mentions
from factsheet.truth.rules.case import Case, written_words
from factsheet.truth.visible import visible

SMALL = 2   # one, two, zero in words are more often said than counted


def number_in_prose_is_a_reference(case: Case) -> Iterator[Problem]:
    """A number in a text is a reference to its fact, or declares why it may stand."""
    for words in written_words(case.sheet):
        text = visible(words.text.value.strip())
        for start, end, meant in _typed(text, case.sheet):
            line = text.count("\n", 0, start) + 1
            typed = " ".join(text[start:end].split())
            yield Problem(
                place_of(words, line, start - text.rfind("\n", 0, start), end - start),
                "typed-number",
                f"A number in a text is a reference, so that it changes with its fact; found “{typed[:60]}”.",
                f"Write `[[{meant}]]`." if meant else f"Write the `[[id]]` of its figure or event; or say why it may stand: `[[={typed[:60]}|a reason]]`.",
            )


def _typed(text: str, sheet: Sheet) -> Iterator[tuple[int, int, str]]:
    """Where numbers and dates are typed out, each with the id of the fact that was probably meant."""
    table = grammar("en")
    digits = any(mark in text for mark in "0123456789½¼¾")
    if table is None or not (digits or _has_number_words(text, table)):
        return
    dates = datings(text, "en") if digits else ()
    found: list[Mention | Dating] = [*mentions(text, table, dates), *(date for date in dates if any(map(str.isdigit, text[date.start : date.end])))]
    spans: dict[int, Mention | Dating] = {}
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        if not any(start <= each.start < other.end for start, other in spans.items()) and not _said(each, text):
            spans[each.start] = each
            yield each.start, each.end, _meant(each, sheet)


def _has_number_words(text: str, table: Grammar) -> bool:
    """Whether any word is one that numbers are made of; most texts have none, and need no reading."""
    words = set("".join(mark if mark.isalpha() else " " for mark in text.casefold()).split())
    return not words.isdisjoint(table.begins - table.ones) or not words.isdisjoint(table.scales)


def _said(each: Mention | Dating, text: str) -> bool:
    """Whether it is a small number in words, which are said more often than counted."""
    return isinstance(each, Mention) and each.amount <= SMALL and not any(map(str.isdigit, text[each.start : each.end])) and each.kind == "" and each.scale == 1


def _meant(each: Mention | Dating, sheet: Sheet) -> str:
    """The figure with this number, or the event with this date."""
    if isinstance(each, Mention):
        return next((figure.id for figure in sheet.figures if _same(figure, each)), "")
    return next((event.id for event in sheet.timeline if event.id and event.date.text == each.date.text), "")


def _same(figure: Figure, mention: Mention) -> bool:
    value = figure.observation.value
    return value.amount == mention.amount and (value.high if value.upper is not None else None) == mention.upper

