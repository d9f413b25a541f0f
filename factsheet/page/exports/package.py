"""datapackage.json: the tables described by the Data Package standard, version 2, so that programs read them without guessing."""

from factsheet.content.records import Settings, Sheet, Source
from factsheet.page import references
from factsheet.page.exports.columns import FIGURES, TABLES, Column, Table
from factsheet.page.exports.licences import licence
from factsheet.page.exports.values import Fields, address, day, instant, json_text, kept
from factsheet.page.views import SheetView

PROFILES = "https://datapackage.org/profiles/2.0/"
DISARMED = "A text that begins with = + - or @ has an apostrophe before it, so that no spreadsheet computes it."
DIALECT = {"$schema": f"{PROFILES}tabledialect.json", "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}


def data_package(sheet: Sheet, view: SheetView, settings: Settings) -> bytes:
    """What the tables hold, who published them, what they rest on."""
    named = licence(settings.licence)
    noted = day(view.noted)
    return json_text(
        kept(
            {
                "$schema": f"{PROFILES}datapackage.json",
                "name": sheet.folder.casefold() or "fact-sheet",
                "title": view.title,
                "description": references.text(sheet.summary, references.known(sheet)),
                "homepage": address(settings, sheet.folder, "index.html") if settings.url else "",
                "created": instant(noted) if noted else "",
                "contributors": [{"title": settings.publisher, "roles": ["publisher"]}] if settings.publisher else [],
                "licenses": [kept({"name": named.name, "path": named.path})] if named else [],
                "sources": [_source(source) for source in sheet.sources],
                "resources": [_resource(table) for table in TABLES],
            }
        )
    )


def _source(source: Source) -> Fields:
    return kept({"title": f"{source.publisher}: {source.title}", "path": source.url})


def _resource(table: Table) -> Fields:
    return {
        "name": table.file.removesuffix(".csv"),
        "type": "table",
        "path": table.file,
        "title": table.title,
        "description": f"{table.says} {DISARMED}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": DIALECT,
        "schema": _schema(table),
    }


def _schema(table: Table) -> Fields:
    """A Table Schema; values refer to the figure that they are of."""
    figure = {"fields": [table.figure], "reference": {"resource": FIGURES.file.removesuffix(".csv"), "fields": list(FIGURES.key)}}
    return kept(
        {
            "$schema": f"{PROFILES}tableschema.json",
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [figure] if table.figure else [],
        }
    )


def _field(column: Column) -> Fields:
    constraints = {"required": column.needed or None, "enum": list(column.allowed)}
    return kept({"name": column.name, "type": column.kind, "description": column.says, "constraints": kept(constraints) or None})
