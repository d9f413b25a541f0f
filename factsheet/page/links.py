"""The output read back: every link, image and id inside the files leads somewhere."""

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath

from factsheet.problem import Place, Problem, nearest

TAG = re.compile(r"<[a-zA-Z][^\s>]*(?:\s[^<>]*)?>")
ATTRIBUTE = re.compile(r"""\s(id|href|src|srcset|poster|data|action)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def broken_links(files: Mapping[str, bytes]) -> list[Problem]:
    """A problem for each link that leads to no file or no id, and for each id given twice on a page."""
    pages = {path: content.decode() for path, content in files.items() if path.endswith(".html")}
    found = {path: _attributes(text) for path, text in pages.items()}
    ids = {path: {value for name, value, _ in attributes if name == "id"} for path, attributes in found.items()}
    return [problem for path in pages for problem in _of_page(path, found[path], ids, files, pages[path])]


def _attributes(text: str) -> list[tuple[str, str, int]]:
    """Name, value and offset of every attribute that makes or takes a link."""
    return [
        (name, _unescaped(double or single), tag.start())
        for tag in TAG.finditer(text)
        for name, double, single in ATTRIBUTE.findall(tag.group())
    ]


def _unescaped(value: str) -> str:
    if "&" not in value:
        return value
    from html import unescape

    return unescape(value)


def _unquoted(address: str) -> str:
    if "%" not in address:
        return address
    from urllib.parse import unquote

    return unquote(address)


def _of_page(
    path: str, attributes: list[tuple[str, str, int]], ids: Mapping[str, set[str]], files: Mapping[str, bytes], text: str
) -> Iterator[Problem]:
    seen: set[str] = set()
    for name, value, offset in attributes:
        message = _twice(value, seen) if name == "id" else _missing(path, value, ids, files)
        if message:
            line = text.count("\n", 0, offset) + 1
            yield Problem(
                Place(path, line, offset - text.rfind("\n", 0, offset)),
                "broken-link",
                f"In the page that would be written, {message[0]}",
                message[1],
            )


def _twice(value: str, seen: set[str]) -> tuple[str, str] | None:
    if value not in seen:
        seen.add(value)
        return None
    return f"the id `{value}` stands twice.", "Give the figure, event, person, term or heading of that name another one."


def _missing(path: str, value: str, ids: Mapping[str, set[str]], files: Mapping[str, bytes]) -> tuple[str, str] | None:
    address, _, fragment = value.partition("#")
    if "//" in address or address.split("/")[0].partition(":")[1]:
        return None
    target = normpath(join(dirname(path), _unquoted(address.partition("?")[0]))) if address else path
    if target.startswith("..") or target not in files:
        meant = nearest(target, tuple(files))
        return (
            f"a link leads to `{value}`, which is not there.",
            f"Did you mean `{meant}`?" if meant else "Write the name of a file of this site, such as `timeline.html`.",
        )
    if fragment and not fragment.startswith(":~:") and _unquoted(fragment) not in ids.get(target, ()):
        meant = nearest(fragment, tuple(ids.get(target, ())))
        return (
            f"a link leads to `{value}`, but {target} has no such place.",
            f"Did you mean `#{meant}`?" if meant else "Look at the id after the #.",
        )
    return None
