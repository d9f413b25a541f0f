"""Which addresses a link or an image in prose may have: of this site, http, https, mailto and tel; images only of this site."""

WEB = ("http", "https")
SCHEMES = (*WEB, "mailto", "tel")


def trouble(address: str, image: bool) -> tuple[str, str] | None:
    """What is wrong with an address, and what to do about it; None for a sound one."""
    shown = f"`{address[:80]}`"
    if not address:
        return ("A link leads somewhere, for example [the report](https://example.org/report); here the brackets are empty.",
                "Write the address between ( and ).")
    if "[[" in address:
        return f"A reference cannot stand in an address; found {shown}.", "Write the address out."
    if "\ufffd" in address or not address.isprintable():
        return "An address holds no line breaks, tabs or invisible characters.", "Copy the address from the browser again."
    if "\\" in address:
        return f"An address is written with / and never with \\; found {shown}.", f"Write `{address.replace(chr(92), '/')[:80]}`."
    return _of_scheme(address, image, shown)


def _of_scheme(address: str, image: bool, shown: str) -> tuple[str, str] | None:
    scheme = scheme_of(address)
    if image and (scheme or address.startswith("//")):
        return (f"A page may not load from another host, so an image is a file such as images/map.png; found {shown}.",
                "Save it in images/ and write ![what it shows](images/name.png).")
    if address.startswith("//"):
        return f"An address of another site begins with https://; found {shown}.", f"Write `https:{address[:80]}`."
    if scheme and scheme not in SCHEMES:
        return (f"A link begins with https://, http://, mailto: or tel:, or names a file of this site; found {shown}.",
                "Write the address of a web page.")
    if scheme in WEB and not _has_host(address[len(scheme) + 1:]):
        return f"A web address is written like https://example.org/page; found {shown}.", "Copy the address from the browser."
    return None


def _has_host(rest: str) -> bool:
    return rest.startswith("//") and rest[2:3] not in ("", "/", "?", "#", ":", "@")


def scheme_of(address: str) -> str:
    """What stands before the first colon, in small letters, unless a path, query or fragment began before it."""
    before, colon, _ = address.partition(":")
    return before.lower() if colon and not any(c in before for c in "/?#") else ""


def is_external(address: str) -> bool:
    """Whether an address leads to another site."""
    return scheme_of(address) in WEB


def attribute(address: str) -> str:
    """An address as the value of an attribute in double quotes; spaces become %20."""
    return address.replace(" ", "%20").replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")


def published(address: str) -> str:
    """The address of the page that a link to a Markdown file means: `about.md#who` is `about.html#who`."""
    path, sign, place = address.partition("#")
    if is_external(address) or not path.endswith(".md"):
        return address
    folder, slash, name = path.rpartition("/")
    page = "index" if name == "overview.md" else name.removesuffix(".md")
    return f"{folder}{slash}{page}.html{sign}{place}"
