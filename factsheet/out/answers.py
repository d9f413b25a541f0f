"""What the preview answers: a file of the site from memory, the problems of a broken build, or `not found`."""

from collections.abc import Mapping
from typing import NamedTuple


class Outcome(NamedTuple):
    """What a build came to: the files of the last good site; a whole page that shows the problems, or an empty text."""

    files: Mapping[str, bytes]
    failure: str


def to_reload(before: Outcome, after: Outcome) -> list[str]:
    """The style sheets alone when nothing but they changed (a browser swaps them in place), else the page."""
    if before.failure or after.failure or before.files.keys() != after.files.keys():
        return ["*"]
    changed = [path for path, content in after.files.items() if content != before.files[path]]
    return changed if changed and all(path.endswith(".css") for path in changed) else ["*"]


class Answer(NamedTuple):
    """What a request is answered with."""

    status: int
    kind: str
    body: bytes
    location: str = ""


def answer(outcome: Outcome, target: str) -> Answer:
    """The answer to the path of a request: a file of the site, a folder's address, the problems, or `not found`.

    A page that cannot be built is a 500 with the problems in it: a browser shows and reloads that like any page, while
    scripts and link checkers see that it is not the page they asked for.
    """
    files, name = outcome.files, _name(target)
    if not name:
        return Answer(400, PLAIN, b"400: this address cannot be read\n")
    if outcome.failure and _is_page(name, files):
        return Answer(500, PAGE, outcome.failure.encode("utf-8", "replace"))
    if name in files:
        return Answer(200, content_type(name), files[name])
    if f"{name}/index.html" in files:
        return Answer(302, PLAIN, b"", target + "/")
    return Answer(404, PAGE, files.get("404.html", NOT_FOUND))


def _name(target: str) -> str:
    """The name in the site that the path of a request means; an empty text for one that cannot be read."""
    from urllib.parse import unquote_to_bytes

    try:
        path = unquote_to_bytes(target).decode()
    except UnicodeError:
        return ""
    if not path.startswith("/") or "\0" in path:
        return ""
    return (path + "index.html" if path.endswith("/") else path)[1:]


def _is_page(name: str, files: Mapping[str, bytes]) -> bool:
    """Whether a reader would see this as a page: it is one of ours, or could be the address of one."""
    if name in files:
        return content_type(name) == PAGE
    return "." not in name.rpartition("/")[2] or content_type(name) == PAGE


def content_type(name: str) -> str:
    """The media type of a file by its ending; texts are UTF-8."""
    return TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")


def with_reload(page: bytes, host: str, port: int, version: int) -> bytes:
    """The page with livereload's script in it, which tells the server the version of the page when it connects.

    First thing in the head: before a <base> or a content security policy that would turn it away.
    """
    address = f"/livereload.js?host={host}&amp;port={port}&amp;snipver={version}&amp;mindelay=200&amp;maxdelay=2000"
    script = b'<script src="%s"></script>' % address.encode()
    start = page[:4096].lower().find(b"<head")
    end = page.find(b">", start) + 1
    if start < 0 or not end or page[start + 5] not in b"> \t\r\n":
        return page + script
    return page[:end] + script + page[end:]


def plain_page(title: str, sentence: str) -> str:
    from html import escape

    head, body = f"<title>{escape(title)}</title>", f"<h1>{escape(title)}</h1><p>{escape(sentence)}</p>"
    return f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


PAGE = "text/html; charset=utf-8"
PLAIN = "text/plain; charset=utf-8"
NOT_FOUND = b'<!doctype html>\n<html lang="en"><head><title>404</title></head><body>404: no such page</body></html>'
TYPES = {
    "html": PAGE, "htm": PAGE, "txt": PLAIN, "md": "text/markdown; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "mjs": "text/javascript; charset=utf-8", "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8", "xml": "application/xml; charset=utf-8", "yaml": PLAIN,
    "webmanifest": "application/manifest+json", "svg": "image/svg+xml; charset=utf-8", "png": "image/png",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif",
    "ico": "image/x-icon", "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf",
    "ics": "text/calendar; charset=utf-8", "bib": PLAIN, "ris": PLAIN,
    "pdf": "application/pdf", "zip": "application/zip", "mp3": "audio/mpeg", "mp4": "video/mp4", "webm": "video/webm",
}
