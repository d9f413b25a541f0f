"""What a call may ask for, and what holds when it says nothing."""

from factsheet.record import Record


class Options(Record):
    """The words of a call, read; `today` is a day number, None for the day it is."""

    command: str = "build"
    folder: str = ""
    output: str = ""
    content: str = ""
    strict: bool = False
    format: str = ""
    color: str = "auto"
    today: int | None = None
    url: str | None = None
    port: int = 8000
    host: str = "127.0.0.1"
    open: bool = False
    quiet: bool = False
    verbose: bool = False
    debug: bool = False
    value: str = ""
    as_of: str = ""
    source: str = ""
    evidence: str = ""
    said_by: str = ""
    reads_as: str = ""
    kind: str = ""
    why: str = ""
    scope: str = ""
    beside: bool = False
