"""The story of a build, one stage a line: content -> records -> proofs -> problems | site -> files -> links -> folder."""

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from factsheet import fresh
from factsheet.problem import Problem, Unreadable, errors
from factsheet.record import Record

if TYPE_CHECKING:
    from factsheet.content.records import Content
    from factsheet.truth.proof import Proof, Tally
    from factsheet.truth.updating import Wish

NOTHING: Mapping[str, bytes] = {}
SHIPPED = os.path.dirname(os.path.abspath(__file__))


class Order(Record):
    """What is to be built: where from, where to, for which address, as of which day (a proleptic day number)."""

    root: str
    content: str
    output: str
    today: int
    url: str = ""


class Built(Record):
    """What came of it: the files (none where errors stand in the way), every problem, the texts to show lines of, the sheets' folders.

    `tallies` say for each sheet how many of its facts anything vouches for.
    """

    files: dict[str, bytes]
    problems: list[Problem]
    texts: dict[str, str]
    folders: tuple[str, ...] = ()
    tallies: "tuple[Tally, ...]" = ()


class Looked(Record):
    """What was read: the content with all that follows from it, what could be verified of each sheet, every problem."""

    content: "Content"
    proofs: "tuple[Proof, ...]"
    problems: list[Problem]


def check(order: Order) -> Built:
    """Reads and checks; draws and writes nothing."""
    looked = look(order)
    return Built({}, looked.problems, looked.content.texts, tallies=_tallies(looked))


def build(order: Order) -> Built:
    """Reads, checks, draws and follows every link; writes nothing yet."""
    looked = look(order)
    content, problems = looked.content, looked.problems
    if errors(problems):
        return Built({}, problems, content.texts)

    from factsheet.content.load import assets
    from factsheet.page.links import broken_links
    from factsheet.page.render import render
    from factsheet.page.site import assemble

    if order.url:
        content = content._replace(settings=content.settings._replace(url=order.url))
    site = assemble(content, looked.proofs)
    files = render(site, content, assets(statics(order)), templates(order), os.path.join(order.root, fresh.FOLDER, "templates"))
    problems = problems + broken_links(files)
    return Built({} if errors(problems) else files, problems, content.texts, tuple(sheet.folder for sheet in content.sheets), _tallies(looked))


def look(order: Order, instead: Mapping[str, bytes] = NOTHING) -> Looked:
    """Reads everything, works out what follows, verifies what can be verified, and holds it to every rule.

    `instead` holds files by path, as they would be: they are read in place of those on the disk.
    """
    from factsheet.content import prose
    from factsheet.content.load import load
    from factsheet.truth.check import check as rules
    from factsheet.truth.derive import derive
    from factsheet.truth.proof import prove

    remembered = prose.recall(os.path.join(order.root, fresh.FOLDER, "prose"))
    content, problems = load(order.content, instead)
    prose.remember(remembered, os.path.join(order.root, fresh.FOLDER, "prose"))
    content, refused = derive(content)
    proofs = tuple(prove(sheet) for sheet in content.sheets)
    return Looked(content, proofs, problems + refused + rules(content, proofs, order.today))


def lock(order: Order) -> Built:
    """Reads and checks; `files` are the lock files, by their path, that say what was found. None where errors stand in the way."""
    from datetime import date

    from factsheet.content import lockfile
    from factsheet.reading.dates import read
    from factsheet.truth.locking import locked, words_by_hash

    looked = look(order)
    for sheet in looked.content.sheets:
        if sheet.lock is lockfile.LOST:
            raise Unreadable(
                f"facts.lock beside {sheet.path} cannot be read; to write it anew would forget what was found and what was published.",
                "Take the file back from git. To begin anew all the same, delete it.",
            )
    today = read(date.fromordinal(order.today).isoformat())
    files = {
        os.path.join(os.path.dirname(sheet.path), lockfile.NAME): lockfile.written(locked(sheet, proof, today), words_by_hash(sheet)).encode()
        for sheet, proof in zip(looked.content.sheets, looked.proofs, strict=True)
    }
    for path, content in files.items():
        if len(content) > lockfile.LARGEST:
            raise Unreadable(f"{path} would have more than {lockfile.LARGEST >> 20} MiB, which is more than this program reads.", "Split the sheet.")
    told = [problem for problem in looked.problems if problem.rule != "unverified"]     # what the lock is there to answer
    return Built({} if errors(told) else files, told, looked.content.texts, tallies=_tallies(looked))


def update(order: Order, wish: "Wish") -> tuple[Built, str]:
    """Writes a new value of a figure into its facts.yaml, where that is sound: the file as it would be, none where errors stand in the way;
    and the change in a sentence."""
    from factsheet.content.splice import spliced
    from factsheet.truth.updating import planned

    looked = look(order)
    if errors(looked.problems):
        return Built({}, looked.problems, looked.content.texts), ""
    plan = planned(looked.content.sheets, wish, order.today)
    path = plan.sheet.path
    with open(path, "rb") as file:
        text = file.read().decode("utf-8")
    files = {path: spliced(text, path, plan.figure, plan.added, plan.place, plan.marks).encode()}
    after = look(order, files)
    return Built({} if errors(after.problems) else files, after.problems, after.content.texts, tallies=_tallies(after)), plan.told


def _tallies(looked: Looked) -> "tuple[Tally, ...]":
    from factsheet.truth.proof import tally

    return tuple(tally(sheet, proof) for sheet, proof in zip(looked.content.sheets, looked.proofs, strict=True))


def templates(order: Order) -> tuple[str, ...]:
    """Where templates are looked for: the site's own folder first, then those that come with the program."""
    return _overridden(order, "templates")


def statics(order: Order) -> tuple[str, ...]:
    """Where static files are looked for, in the same order."""
    return _overridden(order, "static")


def _overridden(order: Order, name: str) -> tuple[str, ...]:
    own = os.path.join(order.root, name)
    places = [own, os.path.join(SHIPPED, "_data", name), os.path.join(os.path.dirname(SHIPPED), name)]
    found: list[str] = []
    for place in places:
        if os.path.isdir(place) and not any(os.path.samefile(place, other) for other in found):
            found.append(place)
    return tuple(found)


def inputs(order: Order) -> list[str]:
    """Every file and folder that the site is made of, the program's own included."""
    return [
        path
        for folder in (
            order.content,
            *templates(order),
            *statics(order),
            SHIPPED,
            os.path.join(order.root, "templates"),
            os.path.join(order.root, "static"),
        )
        for path in _below(folder)
    ]


def _below(folder: str) -> Sequence[str]:
    found = [folder]
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name[0] != "." and entry.name != "__pycache__":
                    found += _below(entry.path) if entry.is_dir() and not entry.is_symlink() else [entry.path]
    except OSError:
        pass
    return found
