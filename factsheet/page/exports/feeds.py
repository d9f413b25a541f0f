"""The changes of figures for those who follow them: feed.xml (Atom, RFC 4287) and feed.json (JSON Feed 1.1).

A feed demands a day for every entry. Where that of a change is not known, the entry is dated by the last day before it that is, and its
text says "after". Where the site has no address, Atom has relative links, which it allows; JSON Feed wants whole ones and has none.
"""

from collections.abc import Iterator

from factsheet.content.records import Settings, Sheet
from factsheet.page.exports.facts import kind_of
from factsheet.page.exports.values import Fields, address, clean, day, instant, json_text, kept, last_day, lasting_id
from factsheet.page.views import SheetView
from factsheet.record import Record


class Entry(Record):
    """A change as both feeds tell it; `id` outlives a move of the site, `link` is its place on the changes page."""

    id: str
    title: str
    text: str
    kind: str
    updated: str
    link: str


class Feed(Record):
    """What both feeds say; `home` and `own` are addresses, the feed's own without its ending."""

    id: str
    title: str
    author: str
    language: str
    updated: str
    home: str
    own: str
    rights: str
    entries: tuple[Entry, ...]


def feed(sheet: Sheet, view: SheetView, settings: Settings) -> Feed:
    """The changes of a sheet, in the order of the page."""
    last = last_day(view)
    entries = tuple(_entries(sheet, view, settings, last))[::-1]
    return Feed(
        lasting_id(settings, sheet, "feed"),
        f"Changes: {view.title}",
        settings.publisher or settings.title or view.title,
        settings.language,
        max((entry.updated for entry in entries), default=instant(last)),
        address(settings, sheet.folder, "changes.html"),
        address(settings, sheet.folder, "feed"),
        settings.licence,
        entries,
    )


def _entries(sheet: Sheet, view: SheetView, settings: Settings, last: str) -> Iterator[Entry]:
    """Each change, the oldest first, under an id made of what changed and not of its day, which may be known only later."""
    seen: dict[tuple[str, ...], int] = {}
    for change in reversed(view.changes):
        what = (change.figure, change.kind, *(value.id if value else "" for value in (change.old, change.new)))
        seen[what] = seen.get(what, 0) + 1
        known = day(change.date) or day(change.after) or day(view.since) or last
        yield Entry(
            lasting_id(settings, sheet, "change", *what, str(seen[what])),
            f"{change.label}: {change.headline}".replace("\n", " "),
            change.sentence,
            kind_of(change),
            instant(known),
            address(settings, sheet.folder, f"changes.html#{change.id}"),
        )


def atom(told: Feed, whole: bool) -> bytes:
    """feed.xml; `whole` says that the site's address is known, and with it the feed's own."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_xml(told.language)}">',
        f"<id>urn:uuid:{told.id}</id>",
        f"<title>{_xml(told.title)}</title>",
        f"<updated>{told.updated}</updated>",
        f"<author><name>{_xml(told.author)}</name></author>",
        f'<link rel="alternate" type="text/html" href="{_xml(told.home)}"/>',
        *([f'<link rel="self" type="application/atom+xml" href="{_xml(told.own)}.xml"/>'] if whole else []),
        *([f"<rights>{_xml(told.rights)}</rights>"] if told.rights else []),
        *(_atom_entry(entry) for entry in told.entries),
        "</feed>",
        "",
    ]
    return "\n".join(lines).encode()


def _atom_entry(entry: Entry) -> str:
    return (
        f"<entry>\n<id>urn:uuid:{entry.id}</id>\n<title>{_xml(entry.title)}</title>\n<updated>{entry.updated}</updated>\n"
        f'<link rel="alternate" type="text/html" href="{_xml(entry.link)}"/>\n<category term="{entry.kind}"/>\n'
        f'<content type="text">{_xml(entry.text)}</content>\n</entry>'
    )


def _xml(text: str) -> str:
    from markupsafe import escape

    return str(escape(clean(text)))


def json_feed(told: Feed, whole: bool) -> bytes:
    """feed.json; without the site's address no links, since this format has only whole ones."""
    about: Fields = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": told.title,
        "home_page_url": told.home if whole else "",
        "feed_url": f"{told.own}.json" if whole else "",
        "language": told.language,
        "authors": [{"name": told.author}],
    }
    return json_text({**kept(about), "items": [_item(entry, whole) for entry in told.entries]})


def _item(entry: Entry, whole: bool) -> Fields:
    return kept(
        {
            "id": f"urn:uuid:{entry.id}",
            "url": entry.link if whole else "",
            "title": entry.title,
            "content_text": entry.text,
            "date_published": entry.updated,
            "tags": [entry.kind],
        }
    )
