"""Nothing has changed: the same call, the same inputs, the same outputs get the same answer, without any work.

Importing anything beyond the interpreter's own start would cost more than the answer: only os, sys, marshal and time here.
The memory is a file of sizes and times in `.factsheet_cache/`; whatever is odd about it means: do the work.
"""

import marshal
import os
import sys
import time

TYPE_CHECKING = False  # typing's own would have to be imported
if TYPE_CHECKING:
    from typing import Any

FOLDER = ".factsheet_cache"
RACY = 10_000_000  # ns: a file as young as this when the work began may change again within its clock's tick


def cache_folder(words: list[str], root: str) -> str:
    """Where this call keeps what it remembers: beside the content folder."""
    for index, word in enumerate(words):
        given = words[index + 1] if word == "--content" and index + 1 < len(words) else word[10:] if word.startswith("--content=") else ""
        if given:
            return os.path.join(os.path.dirname(os.path.abspath(given)), FOLDER)
    return os.path.join(root, FOLDER)


def answer(words: list[str], root: str) -> int | None:
    """Says what the same call said last time and returns its exit code, or None if there is work to do."""
    started = time.perf_counter()
    try:
        with open(os.path.join(cache_folder(words, root), "fresh"), "rb") as file:
            key, stamps, findings, where = marshal.loads(file.read())
        if key != call(words, root) or any(stamp(path) != before for path, before in stamps.items()):
            return None
    except (OSError, ValueError, EOFError, TypeError, AttributeError):
        return None
    sys.stderr.write(findings)
    if where:
        print(f"Nothing has changed since the last build ({time.perf_counter() - started:.3f} s): {where}")
    return 0


def call(words: list[str], root: str) -> tuple[object, ...]:
    """All besides files that an answer depends on: the call, the place, the day, the screen, the interpreter and its packages."""
    surroundings = tuple(os.environ.get(name) for name in ("NO_COLOR", "GITHUB_ACTIONS", "TERM"))
    packages = tuple(stamp(path) for path in sys.path[1:])
    return (tuple(words), root, os.getcwd(), time.localtime()[:3], surroundings, sys.stderr.isatty(), sys.version, packages)


def stamp(path: str) -> tuple[int, int, int] | None:
    """Size, time and inode of a file; of a folder its time, which its files' coming and going moves; None where nothing is."""
    try:
        seen = os.stat(path)
    except OSError:
        return None
    return (seen.st_size, seen.st_mtime_ns, seen.st_ino)


def remember(words: list[str], root: str, began: int, inputs: list[str], outputs: list[str], findings: str, where: str) -> None:
    """Keeps the answer of a build that began at `began` (ns since 1970), unless an input may still change unseen."""
    stamps = {path: stamp(path) for path in inputs}
    if any(seen and seen[1] > began - RACY for seen in stamps.values()):
        return
    stamps.update((path, stamp(path)) for path in outputs)
    memory: Any = (call(words, root), stamps, findings, where)
    keep(os.path.join(cache_folder(words, root), "fresh"), marshal.dumps(memory))


def keep(path: str, content: bytes) -> None:
    """Writes a cache file whole or not at all; a folder that cannot be written to means no cache, which is no problem."""
    folder = os.path.dirname(path)
    try:
        if not os.path.isdir(folder):
            os.makedirs(folder)
            with open(os.path.join(folder, ".gitignore"), "w", encoding="ascii") as file:
                file.write("*\n")
        _replace(path, content)
    except OSError:
        pass


def _replace(path: str, content: bytes) -> None:
    beside = f"{path}.{os.getpid()}"
    try:
        with open(beside, "wb") as file:
            file.write(content)
        os.replace(beside, path)
    except OSError:
        os.unlink(beside)
        raise
