"""The story of a build, one stage a line: content -> records -> problems | site -> files -> links -> folder."""

import os
from collections.abc import Sequence

from factsheet import fresh
from factsheet.problem import Problem, errors
from factsheet.record import Record

SHIPPED = os.path.dirname(os.path.abspath(__file__))


class Order(Record):
    """What is to be built: where from, where to, for which address, as of which day (a proleptic day number)."""

    root: str
    content: str
    output: str
    today: int
    url: str = ""


class Built(Record):
    """What came of it: the files (none where errors stand in the way), every problem, the texts to show lines of, the sheets' folders."""

    files: dict[str, bytes]
    problems: list[Problem]
    texts: dict[str, str]
    folders: tuple[str, ...] = ()


def check(order: Order) -> Built:
    """Reads and checks; draws and writes nothing."""
    return _story(order, draw=False)


def build(order: Order) -> Built:
    """Reads, checks, draws and follows every link; writes nothing yet."""
    return _story(order, draw=True)


def _story(order: Order, draw: bool) -> Built:
    from factsheet.content import prose
    from factsheet.content.load import assets, load
    from factsheet.truth.check import check as rules

    remembered = prose.recall(os.path.join(order.root, fresh.FOLDER, "prose"))
    content, problems = load(order.content)
    prose.remember(remembered, os.path.join(order.root, fresh.FOLDER, "prose"))
    problems += rules(content, order.today)
    if errors(problems) or not draw:
        return Built({}, problems, content.texts)

    from factsheet.page.links import broken_links
    from factsheet.page.render import render
    from factsheet.page.site import assemble

    if order.url:
        content = content._replace(settings=content.settings._replace(url=order.url))
    files = render(
        assemble(content), content, assets(statics(order)), templates(order), os.path.join(order.root, fresh.FOLDER, "templates")
    )
    problems += broken_links(files)
    return Built({} if errors(problems) else files, problems, content.texts, tuple(sheet.folder for sheet in content.sheets))


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
