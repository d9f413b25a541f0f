"""The citation files of a sheet: what is to be cited of each figure, written for every reference manager."""

from collections.abc import Iterator

from factsheet.content.records import Figure, Settings, Sheet, Source
from factsheet.page.citing import words
from factsheet.page.citing.words import Home, plain
from factsheet.page.citing.writers import WRITERS, Item
from factsheet.page.desk import speaker
from factsheet.page.views import Evidence, FigureView, SheetView


def citation_files(sheet: Sheet, view: SheetView, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Each citation file of a sheet with its path in the site: three a figure."""
    at = words.home(sheet, settings)
    for figure, shown in zip(sheet.figures, view.figures, strict=True):
        item = _item(figure, shown, at)
        for ending, written in WRITERS.items():
            yield f"{at.folder}cite/{figure.id}.{ending}", written(item).encode()


def _item(figure: Figure, shown: FigureView, at: Home) -> Item:
    """A figure as an entry of a bibliography: said by its speaker, on the day of its source, found on the sheet."""
    source = at.sources.get(figure.observation.source)
    own, account = at.of(figure), tuple(words.account(figure, at))
    return Item(
        key=f"{at.folder}{figure.id}".replace("/", "-"),
        title=words.statement(figure),
        author=_author(figure, source, at),
        sheet=at.title,
        publisher=at.publisher,
        url=own or (source.url if source else ""),
        issued=source.published if source else None,
        accessed=source.accessed if source and source.url and not own else None,
        language=at.language,
        credit=" ".join(account[1:]),
        note=" ".join([*account, *_proof(shown), words.whereabouts(figure, at)]),
        source=source,
        withdrawn=figure.withdrawn,
    )


def _author(figure: Figure, source: Source | None, at: Home) -> str:
    """Who said it, else who wrote or published the source, else the sheet's publisher."""
    if figure.formula:
        return at.publisher
    written = (source.author or source.publisher) if source else ""
    return plain(speaker(figure.observation.said_by, at.names) or written)


def _proof(shown: FigureView) -> Iterator[str]:
    """The evidence, whether it was found, and what others say for the same moment."""
    if shown.evidence.words:
        yield f"Evidence: {words.quoted(plain(shown.evidence.words))}."
        yield _standing(shown.evidence)
    for other in shown.beside_it:
        source = other.evidence.source
        yield f"For the same moment also given: {plain(other.text)}{f' ({plain(source.publisher)})' if source else ''}."


def _standing(evidence: Evidence) -> str:
    if not evidence.found:
        return "Not yet checked against the source."
    if not evidence.read:
        return f"Found in the source on {evidence.found.words}; whether it says this was not checked."
    by_person = f"; read by a person: {words.quoted(plain(evidence.reads_as))}" if evidence.by_person else ""
    return f"Found in the source on {evidence.found.words}{by_person}." if by_person else f"Checked against the source on {evidence.found.words}."
