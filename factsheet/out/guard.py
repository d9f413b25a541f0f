"""What may be written where: which folder may be an output, which files in it are ours, what stands in our way."""

import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from stat import S_ISDIR, S_ISREG

from factsheet.problem import Unreadable

MANIFEST = ".factsheet"
HEADER = "# Written by Factsheet: it replaces and removes the files listed here, and no others.\n"
UNION, FINAL, PART = MANIFEST + ".union", MANIFEST + ".final", MANIFEST + ".part"
RESERVED = frozenset({MANIFEST, UNION, FINAL, PART})
PATIENCE = 10.0  # seconds that a build waits for another one
ELSEWHERE = "Choose another output folder with -o, for example -o _site."


def guard(folder: str, protected: Sequence[str]) -> None:
    """Refuse an output folder that could hurt; `protected`: the project, then folders it may not even lie inside."""
    if not folder or "\0" in folder:
        raise Unreadable("The output folder needs a name, such as _site; it has none.", ELSEWHERE)
    try:
        path = place(folder)
        for found in _objections(path, [os.path.realpath(kept) for kept in protected]):
            raise Unreadable(f"The site needs a folder of its own, such as _site; {folder} {found}.", ELSEWHERE)
    except OSError as error:
        raise Unreadable(f"The output folder {folder} cannot be looked at: {error.strerror}.", ELSEWHERE) from error


def place(folder: str) -> str:
    """The folder's absolute path: links above it are resolved, its own name stays, so a link is still seen as one."""
    path = os.path.join(os.getcwd(), folder).rstrip(os.sep + (os.altsep or ""))
    above, name = os.path.split(path)
    if name in ("", os.curdir, os.pardir):
        return os.path.realpath(path or os.sep)
    return os.path.join(os.path.realpath(above), name)


def _objections(path: str, protected: Sequence[str]) -> Iterator[str]:
    """What speaks against this folder; links are named first, since what they lead to would be judged instead."""
    if os.path.islink(path):
        yield f"is a symbolic link to {os.readlink(path)}"
    if os.path.lexists(path) and not os.path.isdir(path):
        yield "is a file"
    if os.path.dirname(path) == path:
        yield "is the whole disk"
    yield from _too_wide(path, protected)
    yield from _inside(path, protected[1:])
    yield from _unwritable(path)


def _too_wide(path: str, protected: Sequence[str]) -> Iterator[str]:
    """Folders that are, or hold, something that must outlive a build."""
    named = [(f"the folder {os.path.basename(kept)}", kept) for kept in protected]
    for name, kept in [*named, ("your home folder", os.path.expanduser("~")), ("the folder you are in", os.getcwd())]:
        if _alike(path, os.path.realpath(kept)):
            yield f"is {name}"
        if any(_alike(path, above) for above in _above(os.path.realpath(kept))):
            yield f"holds {name}"
    if os.path.dirname(os.path.dirname(path)) == os.path.dirname(path) and _foreign(path):
        yield "belongs to the system"


def _inside(path: str, protected: Sequence[str]) -> Iterator[str]:
    """Folders inside what a build reads, or inside what git keeps for itself."""
    for above in _above(path):
        for kept in protected:
            if _alike(above, kept):
                yield f"lies inside the folder {os.path.basename(kept)}"
    if ".git" in path.casefold().split(os.sep):
        yield "lies inside a .git folder"


def _unwritable(path: str) -> Iterator[str]:
    """The folder is made beside and put in place, so what holds it must be a folder that lets itself be written."""
    above = os.path.dirname(path)
    while not os.path.lexists(above):
        above = os.path.dirname(above)
    if not os.path.isdir(above):
        yield f"cannot be made, for {above} is not a folder"
    if not os.access(above, os.W_OK | os.X_OK):
        yield f"cannot be made, for you may not write in {above}"
    if os.path.lexists(path) and not os.access(path, os.R_OK | os.W_OK | os.X_OK):
        yield "is closed to you"


def _above(path: str) -> Iterator[str]:
    """The folders that hold a path, from the nearest to the root."""
    while (above := os.path.dirname(path)) != path:
        yield above
        path = above


def _alike(one: str, other: str) -> bool:
    """Whether two paths are one folder: the disk knows; for what is not there yet, case makes no difference."""
    here, there = os.path.exists(one), os.path.exists(other)
    return os.path.samefile(one, other) if here and there else here == there and one.casefold() == other.casefold()


def _foreign(folder: str) -> bool:
    """Whether a folder is in use without having been written by us."""
    return os.path.isdir(folder) and bool(os.listdir(folder)) and listed(folder) is None


# -- the manifest ------------------------------------------------------------------------------------------------------


def listing(paths: Iterable[str]) -> bytes:
    """The manifest's text: no times, no digests, so the same files give the same bytes."""
    return (HEADER + "".join(f"{path}\n" for path in sorted(paths))).encode("utf-8", "surrogateescape")


def listed(folder: str) -> frozenset[str] | None:
    """The paths that the folder's manifest lists, less those no build writes; None where the manifest is not ours."""
    name = f"{folder}/{MANIFEST}"
    if not os.path.isfile(name) or os.path.islink(name):
        return None
    with open(name, "rb") as file:
        text = file.read().decode("utf-8", "surrogateescape").replace("\r\n", "\n")
    if not HEADER.startswith(text[:len(HEADER)]):  # a build that was killed early leaves a part of the first line
        return None
    return frozenset(path for path in text.split("\n")[1:] if proper(path))


def proper(path: str) -> bool:
    """Whether a path can name a file of ours: relative, going down only, one line, none of our own names."""
    steps = f"/{path}/"
    if "//" in steps or "/../" in steps or "/./" in steps or "\n" in path or "\0" in path:
        return False
    return path.partition("/")[0] not in RESERVED and not (os.name == "nt" and ("\\" in path or ":" in path))


def folders(paths: Iterable[str]) -> set[str]:
    """Every folder that the paths lie in, at any depth."""
    found: set[str] = set()
    for path in paths:
        while (path := path.rpartition("/")[0]) and path not in found:
            found.add(path)
    return found


# -- what stands in the way --------------------------------------------------------------------------------------------


def known(live: str) -> frozenset[str]:
    """What the folder's manifest lists, less what is reached through a link: that lies elsewhere and is not ours."""
    paths = listed(live) or frozenset()
    links = {inside for inside in folders(paths) if os.path.islink(f"{live}/{inside}")}
    return frozenset(path for path in paths if not links & folders([path])) if links else paths


def refuse_names(files: Mapping[str, bytes]) -> None:
    """A site whose paths lead out of the folder, or where one path is both a file and a folder, cannot be written."""
    for path in files:
        if not proper(path):
            raise Unreadable(f"A file of the site needs a path such as images/map.png; found {path!r}.", "Rename it.")
    for path in folders(files) & files.keys():
        raise Unreadable(f"{path} cannot be both a file and a folder of the site.", "Rename one of the two.")


def refuse_links(live: str, inside: Iterable[str]) -> None:
    """A link on our way leads to files that are not ours, so nothing is written through it."""
    for path in [live, *(f"{live}/{folder}" for folder in inside)]:
        if os.path.islink(path):
            raise Unreadable(f"The site is written into folders, never through a symbolic link; {path} is one.",
                             f"Remove the link to {os.readlink(path)}, or choose another output folder with -o.")
    if os.path.lexists(live) and not os.path.isdir(live):
        raise Unreadable(f"The site is written into a folder, such as _site; {live} is a file.", ELSEWHERE)


def refuse_foreign(live: str, wanted: Iterable[str], ours: frozenset[str]) -> None:
    """A file that is not ours is not overwritten, be it in the place of a file or of a folder that we would write."""
    if os.path.lexists(f"{live}/{MANIFEST}") and listed(live) is None:
        raise _in_the_way(live, MANIFEST)
    for path in wanted:
        if _taken(live, path, ours):
            raise _in_the_way(live, path)
    for path in sorted(folders(wanted) - folders(ours)):
        if os.path.lexists(f"{live}/{path}") and not os.path.isdir(f"{live}/{path}") and path not in ours:
            raise _in_the_way(live, path)


def _taken(live: str, path: str, ours: frozenset[str]) -> bool:
    """Whether something that is not ours lies where a file must come."""
    try:
        found = os.lstat(f"{live}/{path}")
    except (FileNotFoundError, NotADirectoryError):
        return False
    if S_ISDIR(found.st_mode):
        return _holds_foreign(live, path, ours)
    return not (S_ISREG(found.st_mode) and (path in ours or _spelt_otherwise(live, path, found, ours)))


def _holds_foreign(live: str, inside: str, ours: frozenset[str]) -> bool:
    """Whether a folder is not ours, or holds anything that is not."""
    return inside not in folders(ours) or any(
        _taken(live, f"{inside}/{name}", ours) for name in os.listdir(f"{live}/{inside}"))


def _spelt_otherwise(live: str, path: str, found: os.stat_result, ours: frozenset[str]) -> bool:
    """Whether a disk that ignores case shows us a file of ours under a new spelling."""
    names = [name for name in ours if name.casefold() == path.casefold() and os.path.lexists(f"{live}/{name}")]
    return any(os.path.samestat(os.lstat(f"{live}/{name}"), found) for name in names)


def _in_the_way(live: str, path: str) -> Unreadable:
    """What is said where a file would be overwritten that we did not write."""
    return Unreadable(f"The site needs the place of {path} in {live}, but Factsheet did not write what lies there.",
                      f"Move {path} away, or choose another output folder with -o.")


# -- one at a time -----------------------------------------------------------------------------------------------------


def _lock_name(live: str) -> str:
    """The file beside the folder that a build holds while it writes."""
    above, name = os.path.split(live)
    return f"{above}/.{name}.lock"


def held(live: str) -> bool:
    """Whether a build is writing, or was killed while it wrote."""
    return os.path.lexists(_lock_name(live))


def hold(live: str) -> int:
    """Take the lock, waiting for another build."""
    name, until = _lock_name(live), time.monotonic() + PATIENCE
    while True:
        lock = os.open(name, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        if _taken_over(lock, name):
            return lock
        if time.monotonic() > until:
            raise Unreadable(f"One build at a time can write into {live}; another one has done so for {PATIENCE:g} s.",
                             "Let it finish, or end it; then build again.")
        time.sleep(0.01)


def release(lock: int, live: str) -> None:
    """Remove the lock while it is still held: whoever waits for it sees that its name is gone, and makes a new one."""
    try:
        os.unlink(_lock_name(live))
    except OSError:
        pass  # where an open file cannot be removed, it stays until a later build removes it
    finally:
        os.close(lock)


def _taken_over(lock: int, name: str) -> bool:
    """Whether we hold the lock now; if not, or on Ctrl-C, the file is closed, so that nobody waits for us."""
    taken = False
    try:
        taken = _locked(lock) and _still_named(lock, name)
    finally:
        if not taken:
            os.close(lock)
    return taken


def _still_named(lock: int, name: str) -> bool:
    """Whether the file that we locked is the one that others will find: its last holder may have removed it."""
    try:
        return os.path.samestat(os.fstat(lock), os.lstat(name))
    except FileNotFoundError:
        return False


def _locked(lock: int) -> bool:
    """Whether the lock is ours now; where a disk knows no locks, everyone has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True
