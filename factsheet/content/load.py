"""The content folder becomes Content: everything is read before anything is complained about, and nothing is left out in silence."""

import os
from collections.abc import Iterator, Mapping, Sequence

from factsheet.content import articles, lockfile, nodes, source
from factsheet.content.fields import SETTINGS, SHEET
from factsheet.content.records import Content, Image, Lock, Page, Settings, Sheet, Source
from factsheet.content.shape import Unfit, make, read_id
from factsheet.content.words import page_words
from factsheet.problem import Place, Problem, Unreadable
from factsheet.record import Record

LARGEST = 1 << 20
LARGEST_IMAGE = 16 << 20
IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg")
OWN_FILES = ("site.yaml", "facts.yaml", "facts.lock", "overview.md", "facts.schema.json", "site.schema.json")
OWN_PAGES = frozenset({"index", "key-figures", "timeline", "sources", "changes", "404"})
CONTROLS = frozenset(map(chr, [*range(9), *range(11, 32), *range(127, 160), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF]))
OWN_FOLDERS = frozenset({"sources", "images", "cite", "embed", "assets"})


NOTHING: Mapping[str, bytes] = {}


class Desk(Record):
    """What loading gathers as it goes: the folder, as named in messages, the texts read, the problems found.

    `instead` holds files by path, as they would be: they are read in place of those on the disk.
    """

    folder: str
    texts: dict[str, str]
    problems: list[Problem]
    instead: Mapping[str, bytes] = NOTHING

    def tell(self, path: str, rule: str, message: str, hint: str) -> None:
        self.problems.append(Problem(Place(path), rule, message, hint))


def load(folder: str, instead: Mapping[str, bytes] = NOTHING) -> tuple[Content, list[Problem]]:
    """All sheets below a content folder and every problem of their form; paths in problems begin with `folder` as given."""
    desk = Desk(folder, {}, [], instead)
    if not os.path.isdir(folder):
        raise Unreadable(
            f"There is no content folder `{folder}`.", "Begin a site with `factsheet new FOLDER`, or name the folder with --content."
        )
    settings = _settings(desk)
    sheets = tuple(_sheets(desk, ""))
    if not sheets and not desk.problems:
        desk.tell(
            os.path.join(folder, "facts.yaml"),
            "missing-file",
            "There is no facts.yaml, so there is nothing to publish.",
            "Write one (docs/authoring.md shows every key), or begin with `factsheet new FOLDER`.",
        )
    return Content(folder, settings, sheets, desk.texts), desk.problems


def _settings(desk: Desk) -> Settings:
    path = os.path.join(desk.folder, "site.yaml")
    node = _yaml(desk, path) if os.path.lexists(path) else None
    try:
        return make(SETTINGS, node, desk.problems) if node is not None else Settings()
    except Unfit:
        return Settings()


def _sheets(desk: Desk, inside: str) -> Iterator[Sheet]:
    """The sheet of a folder, then those of the folders in it, by name."""
    folder = os.path.join(desk.folder, inside) if inside else desk.folder
    names = sorted(os.listdir(folder))
    if "facts.yaml" in names and (sheet := _sheet(desk, inside, folder, names)):
        yield sheet
    elif "facts.yaml" not in names:
        _nothing_lost(desk, folder, names, bool(inside))
    for name in names:
        path = os.path.join(folder, name)
        if name[0] not in "._" and name not in OWN_FOLDERS and os.path.isdir(path) and _sound_folder(desk, path, name):
            yield from _sheets(desk, f"{inside}/{name}" if inside else name)


def _sound_folder(desk: Desk, path: str, name: str) -> bool:
    try:
        read_id(name.lstrip("0123456789") or "x")
    except Unreadable:
        desk.tell(
            path,
            "page-name",
            f"The folder `{name}` becomes an address on the site: small letters, digits, - and _ only.",
            f"Rename it, for example to `{_simple(name)}`.",
        )
        return False
    return _within(desk, path)


def _nothing_lost(desk: Desk, folder: str, names: list[str], nested: bool) -> None:
    """Pages without a sheet would be published nowhere: say so."""
    for name in names:
        if name in ("facts.yml", "Facts.yaml", "facts.YAML", "facts.yaml.txt"):
            desk.tell(
                os.path.join(folder, name), "missing-file", "The sheet's file is named facts.yaml.", "Rename this file to facts.yaml."
            )
        elif name.endswith(".md") and (nested or name != "overview.md"):
            desk.tell(
                os.path.join(folder, name),
                "missing-file",
                "There is no facts.yaml in this folder, so this page would be published nowhere.",
                "Write a facts.yaml beside it with at least a `title`.",
            )


def _sheet(desk: Desk, inside: str, folder: str, names: list[str]) -> Sheet | None:
    path = os.path.join(folder, "facts.yaml")
    images = tuple(_images(desk, os.path.join(folder, "images")))
    node = _yaml(desk, path)
    declared = _declared(node)
    pages = tuple(_pages(desk, folder, names, declared))
    try:
        values = make(SHEET, node, desk.problems) if node is not None else None
    except Unfit:
        return None
    if values is None:
        return None
    texts = dict(_articles(desk, folder, values.get("sources", ())))
    here = {id: text for id, text in texts.items() if text is not None}
    lock, unread = _lock(desk, folder, names), frozenset(texts) - frozenset(here)
    return Sheet(folder=inside, path=path, pages=pages, images=images, declared=declared, figure_ids=_ids(node, "figures"), articles=here, unread=unread, lock=lock, **values)


def _articles(desk: Desk, folder: str, sources: Sequence[Source]) -> Iterator[tuple[str, str | None]]:
    """The sources' own texts by id, of those that lie here, as on few machines they do; None where one cannot be read, which is told."""
    for each in sources:
        path = os.path.join(folder, each.text)
        if not each.text or not os.path.lexists(path):
            continue
        try:
            yield each.id, articles.read(path, os.path.realpath(desk.folder))
        except Unreadable as error:
            desk.problems.append(Problem(each.written.of("text"), error.rule, error.message, error.hint))
            yield each.id, None


def _lock(desk: Desk, folder: str, names: list[str]) -> Lock | None:
    """What `facts.lock` says; one that cannot be read vouches for nothing, which is told."""
    path = os.path.join(folder, lockfile.NAME)
    if lockfile.NAME not in names:
        return None
    own = Desk(desk.folder, desk.texts, [])
    text = _text(own, path, lockfile.LARGEST)
    node, problems = source.read(text, path, lockfile.MOST) if text else (None, [])
    lock = lockfile.read(node, problems) if node is not None else None
    told = [*own.problems, *problems, *([] if text else [Problem(Place(path), "unverified", "This file is empty.")])]
    if told:
        message = f"facts.lock vouches for nothing, because it cannot be read: {told[0].message}"
        desk.problems.append(Problem(told[0].place, "unverified", message, lockfile.remedy(text or "")))
        return lockfile.LOST
    return lock


def _declared(node: nodes.Node | None) -> frozenset[str]:
    """Every id that the author gave, also of records that cannot be read: a reference to one of these is no second problem."""
    names: set[str] = set()
    for key in ("figures", "people", "terms", "sources"):
        names.update(_ids(node, key))
    events = node.entries.get("timeline") if isinstance(node, nodes.Mapping) else None
    for event in events.items if isinstance(events, nodes.Sequence) else ():
        given = event.entries.get("id") if isinstance(event, nodes.Mapping) else None
        names.update([given.value] if isinstance(given, nodes.Text) else ())
    return frozenset(names)


def _ids(node: nodes.Node | None, key: str) -> frozenset[str]:
    part = node.entries.get(key) if isinstance(node, nodes.Mapping) else None
    return frozenset(part.entries if isinstance(part, nodes.Mapping) else ())


def _pages(desk: Desk, folder: str, names: list[str], taken: frozenset[str]) -> Iterator[Page]:
    for name in names:
        path, stem = os.path.join(folder, name), name[:-3]
        if not name.endswith((".md", ".MD", ".markdown")) or name[0] in "._":
            continue
        if name != stem + ".md" or _simple(stem) != stem:
            desk.tell(
                path,
                "page-name",
                f"`{name}` becomes an address on the site: small letters, digits, - and _, then .md.",
                f"Rename it to `{_simple(os.path.splitext(name)[0])}.md`.",
            )
        elif stem in OWN_PAGES:
            desk.tell(
                path,
                "page-name",
                f"The site makes a page {stem}.html itself, so `{name}` has no place.",
                f"Rename it, for example to `about-{stem}.md`.",
            )
        elif (text := _text(desk, path)) is not None:
            yield Page(stem, page_words(path, text, taken, desk.problems))


def _simple(name: str) -> str:
    kept = "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "-" for c in name.casefold())
    return kept.strip("-_") or "page"


def _images(desk: Desk, folder: str) -> Iterator[Image]:
    """The images in a folder; each a plain file inside it."""
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) and _within(desk, folder) else ():
        path = os.path.join(folder, name)
        if name[0] in "._" or not name.casefold().endswith(IMAGES) or not _within(desk, path) or not os.path.isfile(path):
            continue
        if os.path.getsize(path) > LARGEST_IMAGE:
            desk.tell(
                path,
                "too-large",
                f"An image may have {LARGEST_IMAGE >> 20} MiB; this one has more.",
                "Save it smaller: 2,000 pixels across are enough.",
            )
        elif (content := _bytes(path)) and name.casefold().endswith(".svg") and _lively(content):
            desk.tell(
                path,
                "raw-html",
                "This SVG image holds a script, a link or a foreign part, which a published image may not.",
                "Export it again as plain SVG or as PNG.",
            )
        else:
            yield Image(name, content)


def _lively(svg: bytes) -> bool:
    text = svg.lower()
    return any(
        sign in text
        for sign in (
            b"<script",
            b"javascript:",
            b"<foreignobject",
            b"href=",
            b"<!entity",
            b"<?xml-stylesheet",
            b" on",
            b"\non",
            b"\ton",
            b"url(http",
        )
    )


def assets(folders: Sequence[str]) -> dict[str, bytes]:
    """The static files of a site by name; those of an earlier folder stand before those of a later one."""
    found: dict[str, bytes] = {}
    for folder in reversed(folders):
        found.update(
            {
                name: _bytes(os.path.join(folder, name))
                for name in sorted(os.listdir(folder))
                if name[0] != "." and os.path.isfile(os.path.join(folder, name))
            }
        )
    return dict(sorted(found.items()))


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _within(desk: Desk, path: str) -> bool:
    """Whether a path still lies in the content folder when links are followed; tells if not."""
    if not os.path.islink(path):
        return True
    home = os.path.realpath(desk.folder)
    if os.path.commonpath([home, os.path.realpath(path)]) == home and os.path.exists(path):
        return True
    desk.tell(
        path,
        "outside",
        "This is a link that leads out of the content folder, or to nothing; what lies outside is not published.",
        "Copy the file itself into the content folder.",
    )
    return False


def _text(desk: Desk, path: str, largest: int = LARGEST) -> str | None:
    """A file's text, with plain line ends and no byte order mark; tells why if it is not text."""
    if not _within(desk, path):
        return None
    if path in desk.instead:
        return _decoded(desk, path, desk.instead[path])
    try:
        with open(path, "rb") as file:
            content = file.read(largest + 1)
    except OSError as error:
        desk.tell(path, "missing-file", f"This file cannot be read: {error.strerror}.", "Look at its name and its permissions.")
        return None
    if len(content) > largest:
        desk.tell(
            path, "too-large", f"A content file may have {largest >> 20} MiB; this one has more.", "Split it into several sheets or pages."
        )
        return None
    return _decoded(desk, path, content)


def _decoded(desk: Desk, path: str, content: bytes) -> str | None:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = _place_of(path, content[: error.start].decode("utf-8", "replace"))
        desk.problems.append(
            Problem(
                place,
                "encoding",
                f"This file is not UTF-8 text: byte 0x{content[error.start]:02X} stands here.",
                'Save it again with the encoding "UTF-8".',
            )
        )
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    desk.texts[path] = text
    if CONTROLS.isdisjoint(text):
        return text
    offset = next(offset for offset, character in enumerate(text) if character in CONTROLS)
    desk.problems.append(
        Problem(
            _place_of(path, text[:offset]),
            "encoding",
            f"The control character U+{ord(text[offset]):04X} stands here; it cannot be printed.",
            "Delete it.",
        )
    )
    return None


def _place_of(path: str, before: str) -> Place:
    return Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _yaml(desk: Desk, path: str) -> nodes.Node | None:
    text = _text(desk, path)
    if text is None:
        return None
    node, problems = source.read(text, path)
    desk.problems.extend(problems)
    if node is None and not problems:
        desk.tell(
            path,
            "yaml",
            "This file is empty.",
            "Write at least `title: …`." if path.endswith("facts.yaml") else "Write a key, or remove the file.",
        )
    return node
