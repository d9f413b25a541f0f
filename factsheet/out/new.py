"""A new site to fill in: the starter's files and the schemas that editors read, in a folder that held nothing before."""

import os
from collections.abc import Iterator

from factsheet.problem import Unreadable

STARTER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "starter")
DOTTED = ("gitignore", "github")  # kept without their dot, so that git and packagers see files like any other
OTHER = "Choose another name; what was there stays as it is."


def new(folder: str) -> list[str]:
    """Makes a site that builds at once; the names of the files made, as seen from the folder."""
    _refuse_what_holds_something(folder)
    files = starter()
    for name, content in files.items():
        _make(os.path.join(folder, name), content)
    return list(files)


def starter() -> dict[str, bytes]:
    """What a new site is made of, by name."""
    from factsheet.content.schema import facts_schema, site_schema

    files = {**dict(_copied(STARTER)), "content/facts.schema.json": facts_schema(), "content/site.schema.json": site_schema()}
    return dict(sorted(files.items()))


def _copied(folder: str, inside: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        name = f"{inside}.{entry.name}" if entry.name in DOTTED else inside + entry.name
        if entry.is_dir():
            yield from _copied(entry.path, name + "/")
        else:
            with open(entry.path, "rb") as file:
                yield name, file.read()


def _refuse_what_holds_something(folder: str) -> None:
    if os.path.isdir(folder):
        if held := sorted(os.listdir(folder)):
            raise Unreadable(f"A new or empty folder is wanted, such as my-site; {folder} already holds {held[0]}.", OTHER)
    elif os.path.lexists(folder):
        raise _in_the_way(folder)


def _make(path: str, content: bytes) -> None:
    """Writes a file that is not there yet."""
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "xb") as file:
            file.write(content)
    except (FileExistsError, NotADirectoryError) as error:
        raise _in_the_way(str(error.filename)) from None


def _in_the_way(path: str) -> Unreadable:
    return Unreadable(f"A new or empty folder is wanted, such as my-site; {path} is in the way.", OTHER)
