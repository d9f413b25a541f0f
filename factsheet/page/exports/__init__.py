"""The same facts for machines, one room a format: facts, tables, package, feeds, calendar, linked, robots.

Each is a function of the sheet as written and as readers see it; nothing here knows the day.
"""

from collections.abc import Iterator

from factsheet.content.records import Settings, Sheet
from factsheet.page.exports import linked
from factsheet.page.exports.calendar import span, timeline_ics
from factsheet.page.exports.facts import facts_json
from factsheet.page.exports.feeds import atom, feed, json_feed
from factsheet.page.exports.package import data_package
from factsheet.page.exports.robots import robots, sitemap
from factsheet.page.exports.tables import figures_csv, observations_csv, timeline_csv
from factsheet.page.views import SheetView

__all__ = ["downloads", "files", "linked_data", "robots", "sitemap"]

CALENDAR = ("timeline.ics", "text/calendar")
# For people, in the footer of every page; the rest is found by programs, through the head of a page and the Dataset.
OFFERED = (
    ("facts.json", "application/json"),
    ("figures.csv", "text/csv"),
    ("observations.csv", "text/csv"),
    ("timeline.csv", "text/csv"),
    CALENDAR,
    ("feed.xml", "application/atom+xml"),
)
FOR_PROGRAMS = (("feed.json", "application/feed+json"), ("datapackage.json", "application/json"))


def downloads(sheet: Sheet) -> tuple[tuple[str, str], ...]:
    """The files of a sheet that pages offer, each with its media type; no calendar where there is nothing to put into one."""
    dated = any(span(event.date) for event in sheet.timeline)
    return tuple(each for each in OFFERED if dated or each is not CALENDAR)


def linked_data(sheet: Sheet, view: SheetView, settings: Settings) -> dict[str, str]:
    """JSON-LD by page name; the sheet as a Dataset names every file that it may be had as."""
    return linked.linked_data(sheet, view, settings, downloads(sheet) + FOR_PROGRAMS)


def files(sheet: Sheet, view: SheetView, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Every file for machines of one sheet, by its name."""
    told, whole = feed(sheet, view, settings), bool(settings.url)
    calendar = timeline_ics(sheet, view, settings)
    yield "facts.json", facts_json(sheet, view, settings)
    yield "figures.csv", figures_csv(sheet, view)
    yield "observations.csv", observations_csv(sheet, view)
    yield "timeline.csv", timeline_csv(sheet, view)
    yield "datapackage.json", data_package(sheet, view, settings)
    yield "feed.xml", atom(told, whole)
    yield "feed.json", json_feed(told, whole)
    if calendar:
        yield CALENDAR[0], calendar
