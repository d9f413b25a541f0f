"""What `[[references]]` print: the figure with its qualifier, the event's date, the person's name, the term - with a link to each."""

from collections.abc import Mapping
from typing import TypeAlias

from markupsafe import Markup, escape

from factsheet.content import prose
from factsheet.content.prose import Reference
from factsheet.content.records import Event, Figure, Person, Sheet, Term, Words
from factsheet.page.wording import parts, short
from factsheet.reading.dates import words as date_words

Known: TypeAlias = Mapping[str, Figure | Event | Person | Term]


def known(sheet: Sheet) -> Known:
    """Everything that `[[name]]` can mean, by id."""
    referable: tuple[Figure | Event | Person | Term, ...] = (*sheet.figures, *sheet.timeline, *sheet.people, *sheet.terms)
    return {record.id: record for record in referable if record.id}


def page_of(record: Figure | Event | Person | Term) -> str:
    """The address, within the sheet, where a record is told in full."""
    page = {Figure: "key-figures.html", Event: "timeline.html"}.get(type(record), "index.html")
    return f"{page}#{record.id}"


def printed(reference: Reference, names: Known) -> str:
    """The words of a reference, without markup; an unknown one prints as it was typed (check has told of it)."""
    if reference.literal:
        return reference.literal
    record = names.get(reference.name)
    if isinstance(record, Figure):
        return _figure(record, reference.field)
    if isinstance(record, Event):
        return date_words(record.date)
    if isinstance(record, Person):
        return record.role if reference.field == "role" else record.name
    return record.term if record else f"[[{reference.name}]]"


def _figure(figure: Figure, field: str) -> str:
    observation = figure.observation
    if field == "label":
        return figure.label
    if field == "as_of":
        return date_words(observation.as_of) if observation.as_of else "date not stated"
    gone = " (withdrawn)" if figure.withdrawn else ""
    if field == "short":
        return short(observation.value, figure.unit) + gone
    return parts(observation.value, figure.unit).text + gone


def html(words: Words | None, names: Known, numbers: Mapping[str, int] | None = None) -> Markup:
    """A text of the author's as safe HTML, references linked; with `numbers`, each followed by the number of its evidence."""
    if words is None:
        return Markup("")
    return Markup(prose.fill(words.prose, lambda reference: _linked(reference, names) + _noted(reference, numbers or {})))


def text(words: Words | None, names: Known) -> str:
    """A text of the author's without markup."""
    return prose.plain(words.prose, lambda reference: printed(reference, names)) if words else ""


def headline(words: Words, names: Known) -> str:
    """The title that a page begins with, or an empty text."""
    return prose.headline(words.prose, lambda reference: printed(reference, names))


def _noted(reference: Reference, numbers: Mapping[str, int]) -> str:
    number = 0 if reference.literal or reference.plain or reference.inside_link else numbers.get(reference.name, 0)
    return f'<sup class="note"><a href="#_note-{number}" aria-label="Evidence {number}">{number}</a></sup>' if number else ""


def _linked(reference: Reference, names: Known) -> str:
    shown = escape(printed(reference, names))
    record = names.get(reference.name)
    if reference.literal or record is None or reference.inside_link or reference.plain:
        return str(shown)
    kind = {Figure: "figure", Event: "event", Person: "person", Term: "term"}[type(record)]
    return str(Markup('<a class="ref ref-{}" href="{}">{}</a>').format(kind, page_of(record), shown))
