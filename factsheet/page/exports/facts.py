"""facts.json: the whole sheet for machines. Its form is told by static/facts.schema.json."""

from factsheet.content.records import Chart, Figure, Person, Quote, Settings, Sheet, Source, Term
from factsheet.page import references
from factsheet.page.exports.tables import dated, event_fields, figure_fields, value_fields
from factsheet.page.exports.values import Fields, address, edtf, json_text, kept, name, said
from factsheet.page.references import Known
from factsheet.page.views import ChangeView, FigureView, Removed, SheetView, ValueView

SCHEMA = "assets/facts.schema.json"


def facts_json(sheet: Sheet, view: SheetView, settings: Settings) -> bytes:
    """The whole sheet as JSON: numbers exact, every value with its qualifier and its words, every change."""
    names = references.known(sheet)
    up = "../" * (sheet.folder.count("/") + 1) if sheet.folder else ""
    about = {
        "$schema": up + SCHEMA,
        "title": view.title,
        "summary": references.text(sheet.summary, names),
        "url": address(settings, sheet.folder, "index.html") if settings.url else "",
        "language": settings.language,
        "publisher": settings.publisher,
        "licence": settings.licence,
        "first_recorded": said(view.since),
        "last_recorded": said(view.noted),
        "review_by": edtf(sheet.review_by),
    }
    return json_text({**kept(about), **_lists(sheet, view, names)})


def _lists(sheet: Sheet, view: SheetView, names: Known) -> Fields:
    return {
        "figures": [_figure(figure, shown, sheet, names) for figure, shown in zip(sheet.figures, view.figures, strict=True)],
        "removed": [_removed(each) for each in view.removed],
        "changes": [_change(change) for change in view.changes],
        "charts": [_chart(chart, names) for chart in sheet.charts],
        "timeline": [kept(event_fields(event, shown, names)) for event, shown in dated(sheet, view)],
        "people": [_person(person) for person in sheet.people],
        "quotes": [_quote(quote, names) for quote in sheet.quotes],
        "terms": [_term(term, names) for term in sheet.terms],
        "sources": [_source(source, names) for source in sheet.sources],
    }


def _figure(figure: Figure, shown: FigureView, sheet: Sheet, names: Known) -> Fields:
    note = references.text(figure.note, names)
    values = [kept(value_fields(value, bool(figure.formula))) for value in shown.values]
    return {**kept({**figure_fields(figure, shown, sheet, names), "note": note}), "observations": values}


def _removed(each: Removed) -> Fields:
    return {"id": each.id, "label": each.label, "observations": [kept(value_fields(value)) for value in each.values]}


def kind_of(change: ChangeView) -> str:
    """What a change was, in one word, also where no reason is given."""
    return change.kind or ("unexplained" if change.new else "gone")


def _change(change: ChangeView) -> Fields:
    return kept(
        {
            "address": f"changes.html#{change.id}",
            "figure": change.figure,
            "label": change.label,
            "kind": kind_of(change),
            "headline": change.headline,
            "date": said(change.date),
            "after": said(change.after),
            "old": _brief(change.old),
            "new": _brief(change.new),
            "why": change.why,
            "scope": change.scope,
            "text": change.sentence,
        }
    )


def _brief(value: ValueView | None) -> Fields | None:
    return {"text": value.text, "address": f"key-figures.html#{value.id}"} if value else None


def _chart(chart: Chart, names: Known) -> Fields:
    return kept({"title": chart.title, "figures": [text.value for text in chart.figures], "note": references.text(chart.note, names)})


def _person(person: Person) -> Fields:
    told = {"id": person.id, "name": person.name, "role": person.role, "organisation": person.organisation}
    return kept({**told, "source": person.source, "evidence": person.evidence})


def _quote(quote: Quote, names: Known) -> Fields:
    told = {"text": quote.text, "said_by": name(quote.said_by, names), "context": quote.context}
    return kept({**told, "verbatim": quote.verbatim, "source": quote.source})


def _term(term: Term, names: Known) -> Fields:
    told = {"id": term.id, "term": term.term, "definition": references.text(term.definition, names)}
    return kept({**told, "source": term.source, "evidence": term.evidence})


def _source(source: Source, names: Known) -> Fields:
    return kept(
        {
            "id": source.id,
            "title": source.title,
            "publisher": source.publisher,
            "author": source.author,
            "published": edtf(source.published),
            "url": source.url,
            "archived": source.archived,
            "accessed": edtf(source.accessed),
            "note": references.text(source.note, names),
        }
    )
