"""What a licence's name in site.yaml is called in registers, and where its text stands: only where that is certain."""

from factsheet.record import Record

COMMONS = "https://creativecommons.org/"


class Licence(Record):
    """A licence as machines know it: an id of the Open Definition's list, empty where it has none, and its address."""

    name: str
    path: str


def licence(text: str) -> Licence | None:
    """The licence that a text names: an address as it is, a Creative Commons licence with its version; None for any other words."""
    if text.startswith(("https://", "http://")):
        return Licence("", text)
    words = text.upper().replace("-", " ").split()
    if words in (["CC0"], ["CC0", "1.0"]):
        return Licence("CC0-1.0", f"{COMMONS}publicdomain/zero/1.0/")
    terms, version = "-".join(words[1:-1]), words[-1] if words else ""
    if words[:1] != ["CC"] or terms not in KINDS or version not in VERSIONS:
        return None
    return Licence(f"CC-{terms}-{version}" if (terms, version) in OPEN else "", f"{COMMONS}licenses/{terms.casefold()}/{version}/")


KINDS = ("BY", "BY-SA", "BY-NC", "BY-NC-SA", "BY-ND", "BY-NC-ND")
VERSIONS = ("2.0", "2.5", "3.0", "4.0")
OPEN = (("BY", "4.0"), ("BY-SA", "4.0"))
