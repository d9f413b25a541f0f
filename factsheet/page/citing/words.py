"""A figure cited in words: never without its qualifier, who said it and what is not known of it."""

from collections.abc import Iterator, Mapping

from factsheet.content.records import Figure, Settings, Sheet, Source
from factsheet.page import references, wording
from factsheet.page.citing.embedding import height, snippet
from factsheet.page.desk import speaker
from factsheet.page.references import Known
from factsheet.page.views import Cited, Link
from factsheet.reading import dates
from factsheet.reading.dates import Date
from factsheet.record import Record

FORMATS = (("bib", "BibTeX, for LaTeX"), ("ris", "RIS, for Zotero and EndNote"), ("json", "CSL-JSON, for Pandoc"))
LONG_DAY = "30 September 2026"


class Home(Record):
    """Where a sheet's figures are at home: its title, who publishes it, its address and folder (both empty or ending in `/`), sources and names."""

    title: str
    publisher: str
    address: str
    folder: str
    language: str
    sources: Mapping[str, Source]
    names: Known

    def of(self, figure: Figure) -> str:
        """The whole address of a figure's card; empty where the site does not know its own."""
        return self.address and self.address + references.page_of(figure)


def home(sheet: Sheet, settings: Settings) -> Home:
    """What every citation of a sheet's figures has in common; made once a sheet."""
    names = references.known(sheet)
    title, folder = plain(references.text(sheet.title, names)), f"{sheet.folder}/" if sheet.folder else ""
    publisher = plain(settings.publisher or settings.title)
    return Home(
        title,
        publisher if publisher != title else "",
        settings.url and settings.url + folder,
        folder,
        settings.language,
        {source.id: source for source in sheet.sources},
        names,
    )


def cited(figure: Figure, at: Home) -> Cited:
    """How to take a figure away: the citation short and in full, the page to embed with the snippet for it, the files."""
    return Cited(
        short=f"{statement(figure)} – {_origin(figure, at)}",
        full=" ".join([*account(figure, at), whereabouts(figure, at)]),
        embed=f"embed/{figure.id}.html",
        snippet=snippet(f"{at.address}embed/{figure.id}.html", statement(figure), _height(figure, at)) if at.address else "",
        files=tuple(Link(f"cite/{figure.id}.{ending}", text) for ending, text in FORMATS),
    )


def plain(text: str) -> str:
    """A text on one line, with plain single spaces, as it is to be pasted anywhere."""
    return " ".join(text.split())


def quoted(title: str) -> str:
    """A title in quotation marks, with those inside it turned into single ones."""
    return f"“{title.replace('“', '‘').replace('”', '’')}”"


def statement(figure: Figure) -> str:
    """What a figure says, in one piece: its label, the value with its qualifier, its date where there is one, and whether it was withdrawn."""
    seen = figure.observation
    as_of = f", as of {dates.words(seen.as_of)}" if seen.as_of else ""
    said = plain(f"{figure.label}: {wording.parts(seen.value, figure.unit).text}")
    return f"{said}{as_of}{_withdrawn(seen.replaced) if figure.withdrawn else ''}"


def account(figure: Figure, at: Home) -> Iterator[str]:
    """All that is known of a figure, a sentence each: what it says, why it was withdrawn, who said it, where."""
    seen, said_by = figure.observation, speaker(figure.observation.said_by, at.names)
    yield _sentence(statement(figure))
    if not seen.as_of and not figure.formula:
        yield "As-of date not stated."
    if figure.withdrawn and seen.why:
        yield _sentence(f"Withdrawn: {plain(seen.why)}")
    if figure.formula:
        yield f"Computed from {_used(figure, at)}."
    elif said_by:
        yield _sentence(f"Said by {plain(said_by)}")
    if seen.source in at.sources:
        yield source_words(at.sources[seen.source])


def source_words(source: Source) -> str:
    """A source in one sentence: who wrote and published it, its title, date, address, copy, and the day on which it was read."""
    title = quoted(plain(source.title))
    named = [plain(source.author), title, plain(source.publisher)] if source.author else [plain(source.publisher), title]
    if source.published:
        named.append(dates.words(source.published))
    found = [source.url, source.archived and f"archived at {source.archived}", source.accessed and f"accessed {dates.words(source.accessed)}"]
    where = "; ".join(part for part in found if part)
    return f"{', '.join(named)} ({where})." if where else _sentence(", ".join(named))


def whereabouts(figure: Figure, at: Home) -> str:
    """The last sentence: the sheet that cites the figure, its publisher, the address of the figure, with nothing behind that."""
    named = ", ".join(part for part in (quoted(at.title), at.publisher) if part)
    said = f"{'Published' if figure.formula else 'Cited'} in {named}"
    return f"{said}, {at.of(figure)}" if at.address else _sentence(said)


def _origin(figure: Figure, at: Home) -> str:
    """Who said it and who published that, as far as is known, and where it is cited."""
    if figure.formula:
        return f"computed from {_used(figure, at)} in {quoted(at.title)}"
    said_by, source = plain(speaker(figure.observation.said_by, at.names)), at.sources.get(figure.observation.source)
    via = plain(source.publisher) if source else ""
    told = ", via ".join(dict.fromkeys(part for part in (said_by, via) if part))
    published = f" ({dates.words(source.published)})" if source and source.published else ""
    return f"{told}{published}, as cited in {quoted(at.title)}" if told else f"as given in {quoted(at.title)}, which names no source"


def _height(figure: Figure, at: Home) -> int:
    """How much room the page to embed needs, by the texts that stand on it."""
    said = wording.parts(figure.observation.value, figure.unit)
    return height(plain(said.text).removeprefix(said.qualifier).strip(), figure.label, _small(figure, at))


def _small(figure: Figure, at: Home) -> Iterator[str]:
    """The paragraphs below a figure on the page to embed, about as long as they stand in templates/embed.html."""
    seen, source = figure.observation, at.sources.get(figure.observation.source)
    yield f"Computed: {_used(figure, at)}" if figure.formula else f"Said by {speaker(seen.said_by, at.names)}. As-of date not stated."
    if source:
        yield f"Source: {source.publisher}, {source.title}, {LONG_DAY}. Checked against the source on {LONG_DAY}."
    if figure.review_by:
        yield f"Review by {LONG_DAY}."
    if figure.withdrawn:
        yield f"Withdrawn, {LONG_DAY}. This number no longer stands. {seen.why}"
    for other in figure.observations:
        if not other.kind and other.written != seen.written:
            yield f"For the same moment also given: {wording.parts(other.value, figure.unit).text}, {at.title}"
    yield f"Evidence and history: {at.title}"


def _used(figure: Figure, at: Home) -> str:
    """The labels of the figures that a derived one is computed from, each once, in the order of its formula."""
    from factsheet.truth.formulas.formula import read_formula

    used = [at.names.get(name) for name in dict.fromkeys(name for name, _ in read_formula(figure.formula).names)]
    labels = [quoted(plain(each.label)) for each in used if isinstance(each, Figure)]
    return " and ".join(part for part in (", ".join(labels[:-1]), *labels[-1:]) if part)


def _withdrawn(replaced: Date | None) -> str:
    return f" (withdrawn, {dates.words(replaced)})" if replaced else " (withdrawn)"


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
