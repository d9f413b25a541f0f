"""What all files for machines share: exact numbers, bounds that nobody can take for values, addresses, days."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

from factsheet.content.records import Settings, Sheet
from factsheet.page.references import Known
from factsheet.page.views import DateView, SheetView
from factsheet.reading.dates import Date
from factsheet.reading.quantities import Quantity

Fields: TypeAlias = dict[str, object]
EPOCH = "1970-01-01"  # stands where a format demands a day and none is known; the words beside it say so
# What XML and calendars cannot hold, and what no text needs.
BARRED = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, 0xFFFE, 0xFFFF])


def amounts(quantity: Quantity) -> Fields:
    """The numbers of a quantity in whole units, as Decimal: a `value` only where it is no bound, and `low` and `high`."""
    return {
        "value": quantity.amount if quantity.qualifier in ("", "about") else None,
        "low": quantity.low,
        "high": quantity.high,
    }


def number(amount: object) -> object:
    """A Decimal as a JSON number where that is exact, else its digits as text; anything else as it is."""
    if not isinstance(amount, Decimal):
        return amount
    if amount == amount.to_integral_value() and amount.adjusted() < 15:
        return int(amount)
    return float(amount) if amount.adjusted() < 15 and Decimal(repr(float(amount))) == amount else f"{amount:f}"


def kept(fields: Mapping[str, object]) -> Fields:
    """The fields that hold something, their numbers as JSON has them."""
    return {key: number(value) for key, value in fields.items() if value is not None and value not in ("", [], ())}


def json_text(value: object) -> bytes:
    """A value as a JSON file, to be read by people as well."""
    import json

    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode()


def edtf(date: Date | None) -> str:
    return date.text if date else ""


def said(date: DateView | None) -> str:
    """A date as machines read it, in words where it is no single one."""
    return (date.machine or date.words) if date else ""


def day(date: DateView | None) -> str:
    """The first day of a year, a month or a day as YYYY-MM-DD; empty where there is none that such a text can hold."""
    machine = date.machine if date else ""
    whole = machine + "-01-01"[len(machine) - 4 :] if len(machine) in (4, 7) else machine
    return whole if len(whole) == 10 and whole[4] == whole[7] == "-" else ""


def instant(day_text: str) -> str:
    """A day as RFC 3339 has moments: its first second."""
    return f"{day_text}T00:00:00Z"


def last_day(view: SheetView) -> str:
    """The newest day that is known of a sheet: of its lock or its changes, else of its sources."""
    days = [day(view.noted), day(view.since), *(day(change.date) for change in view.changes)]
    return max(days) or max((day(entry.source.published) for entry in view.sources), default="") or EPOCH


def name(said_by: str, names: Known) -> str:
    """The name of who said it: a person's, or the words given."""
    return str(getattr(names.get(said_by), "name", said_by))


def address(settings: Settings, folder: str, page: str) -> str:
    """The whole address of a page or file of a sheet; where the site's own is not known, as the sheet's other files refer to it."""
    if not settings.url:
        return page
    return settings.url + (f"{folder}/" if folder else "") + ("" if page == "index.html" else page)


def lasting_id(settings: Settings, sheet: Sheet, *parts: str) -> str:
    """A UUID (version 8) that outlives a move of the site: of its repository, or where that is not known its title, the sheet and the parts."""
    from hashlib import sha256

    home = settings.repository or settings.title or sheet.title.text.value
    digits = sha256("\n".join((home, sheet.folder, *parts)).encode()).hexdigest()
    return f"{digits[:8]}-{digits[8:12]}-8{digits[13:16]}-8{digits[17:20]}-{digits[20:32]}"


def clean(text: str) -> str:
    """A text without characters that a file of XML or a calendar cannot hold."""
    return text.translate(BARRED)
