"""Numbers in prose: each is a reference to a fact, or says why it may stand; a typed copy would go stale unseen."""

from collections.abc import Iterator
from itertools import chain, islice

from factsheet.content.records import Sheet
from factsheet.content.words import place_of
from factsheet.problem import Problem
from factsheet.reading.datings import Dating
from factsheet.reading.datings import find as datings
from factsheet.reading.languages import Grammar, grammar
from factsheet.reading.mentions import Mention, mentions
from factsheet.truth.rules.case import Case, written_words
from factsheet.truth.visible import visible

SMALL = 2       # one, two, zero in words are more often said than counted
LONGEST = 4_000     # characters read at once: a number reaches over no such border
MOST = 200      # in a sheet; nobody mends more at a time
WANTED = "A number in a text is a reference, so that it changes with its fact"


def number_in_prose_is_a_reference(case: Case) -> Iterator[Problem]:
    """A number in a text is a reference to its fact, or declares why it may stand."""
    meant = Meant(case.sheet)
    yield from islice(chain(_in_words(case.sheet, meant), _in_labels(case.sheet, meant)), MOST)


def _in_words(sheet: Sheet, meant: "Meant") -> Iterator[Problem]:
    """Numbers in the texts that may hold references."""
    for words in written_words(sheet):
        text = visible(words.text.value.strip())
        line, begins = 1, 0
        for start, end, id in _typed(text, meant):
            line += text.count("\n", begins, start)
            begins = max(begins, text.rfind("\n", begins, start) + 1)
            typed = " ".join(text[start:end].split())[:60]
            hint = f"Write `[[{id}]]`." if id else f"Write the `[[id]]` of its figure or event; or say why it may stand: `[[={typed}|a reason]]`."
            yield Problem(place_of(words, line, start - begins + 1, end - start), "typed-number", f"{WANTED}; found “{typed}”.", hint)


def _in_labels(sheet: Sheet, meant: "Meant") -> Iterator[Problem]:
    """Numbers in short texts that cannot hold references."""
    plain = [(figure.written.of("label"), figure.label) for figure in sheet.figures]
    for chart in sheet.charts:
        plain += [(chart.written.of("title"), chart.title), *((label.place, label.value) for label in chart.labels)]
    plain += [(term.written.of("term"), term.term) for term in sheet.terms]
    for person in sheet.people:
        plain += [(person.written.of("role"), person.role), (person.written.of("organisation"), person.organisation)]
    for quote in sheet.quotes:
        plain += [(quote.written.of("context"), quote.context), (quote.written.of("text"), "" if quote.verbatim else quote.text)]
    for place, text in plain:
        for start, end, _ in _typed(text, meant):
            message = f"A number in a text would not change with its fact; found “{text[start:end][:60]}”."
            yield Problem(place, "typed-number", message, "Say it without the number here; a figure's number stands under `value`, its date under `as_of`.")


def _typed(text: str, meant: "Meant") -> Iterator[tuple[int, int, str]]:
    """Where numbers and dates are typed out, each with the id of the fact that was probably meant."""
    table = grammar("en")
    for at, part in _parts(text) if table else ():
        digits = any(mark in part for mark in "0123456789½¼¾")
        if not table or not (digits or _has_number_words(part, table)):
            continue
        dates = datings(part, "en") if digits else ()
        found: list[Mention | Dating] = [*mentions(part, table, dates), *(date for date in dates if any(map(str.isdigit, part[date.start : date.end])))]
        last = 0
        for each in sorted(found, key=lambda each: (each.start, -each.end)):
            if each.start >= last and not _said(each, part):
                last = each.end
                yield at + each.start, at + each.end, meant.of(each)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """The text in paragraphs, long ones cut at a space, each with its place."""
    at = 0
    while at < len(text):
        end = text.find("\n\n", at, at + LONGEST)
        if end < 0:
            end = len(text) if len(text) <= at + LONGEST else max(text.rfind(" ", at, at + LONGEST), at + LONGEST // 2)
        yield at, text[at:end]
        at = end + 1


def _has_number_words(text: str, table: Grammar) -> bool:
    """Whether any word is one that numbers are made of; most texts have none, and need no reading."""
    words = set("".join(mark if mark.isalpha() else " " for mark in text.casefold()).split())
    return not words.isdisjoint(table.begins - table.ones) or not words.isdisjoint(table.scales)


def _said(each: Mention | Dating, text: str) -> bool:
    """Whether it is a small number in words, which are said more often than counted."""
    return isinstance(each, Mention) and each.amount <= SMALL and not any(map(str.isdigit, text[each.start : each.end])) and each.kind == "" and each.scale == 1


class Meant:
    """Which fact a typed number or date is probably a copy of."""

    def __init__(self, sheet: Sheet):
        self.figures = {(figure.observation.value.amount, figure.observation.value.upper and figure.observation.value.high): figure.id for figure in reversed(sheet.figures)}
        self.events = {event.date.text: event.id for event in reversed(sheet.timeline) if event.id}

    def of(self, each: Mention | Dating) -> str:
        """The figure with this number, or the event with this date; empty if there is none."""
        return self.figures.get((each.amount, each.upper), "") if isinstance(each, Mention) else self.events.get(each.date.text, "")
