"""Make a folder equal to the site, all at once, and leave alone what is not ours.

A site of one sheet is one unit: it is made beside the old one, what did not change is linked in, what others put there
is carried along, and the two folders change places. A site of many sheets changes place sheet by sheet, then its other
files one by one. A build that finds nothing to change writes nothing.
"""

import errno
import os
from collections.abc import Container, Iterable, Mapping, Sequence
from stat import S_ISREG
from typing import TypeAlias

from factsheet.out import guard
from factsheet.out.exchange import NEW, carry, clean_up, dress, exchange, left_over, make, retire
from factsheet.out.guard import FINAL, MANIFEST, RESERVED, UNION, folders, listed, listing
from factsheet.problem import Unreadable
from factsheet.record import Record

Files: TypeAlias = Mapping[str, bytes]
BINARY = getattr(os, "O_BINARY", 0)
NOT_MOVABLE = frozenset({errno.EXDEV, errno.EBUSY})  # for the folder, or one in it, is a disk or another user's


class Written(Record):
    """What a build did to the folder, counted in files."""

    changed: int
    removed: int
    total: int


class Change(Record):
    """The way from the folder as it is to the site as it should be."""

    files: Files
    live: str
    known: frozenset[str]
    same: frozenset[str]

    def needed(self) -> list[str]:
        """The files that must be written; pages last, since they need the others."""
        return sorted(self.files.keys() - self.same, key=lambda path: (path.endswith(".html"), path))

    def stale(self) -> list[str]:
        """What we wrote once and the site no longer has."""
        return sorted(path for path in self.known - self.files.keys() if _is_file(f"{self.live}/{path}"))

    def relisted(self) -> bool:
        """Whether the manifest must change."""
        return not _same(f"{self.live}/{MANIFEST}", listing(self.files))


def write(files: Files, folder: str, sheets: Sequence[str] = ()) -> Written:
    """Make the folder hold exactly these files and what others put there; `sheets` are folders changed one by one."""
    guard.refuse_names(files)
    try:
        live = guard.place(folder)
        if not left_over(live) and not guard.held(live) and _unchanged(files, live):
            return Written(0, 0, len(files))
        make(os.path.dirname(live))
        lock = guard.hold(live)
        try:
            return _write(files, live, frozenset(sheet.strip("/") for sheet in sheets))
        finally:
            guard.release(lock, live)
    except OSError as error:
        raise _unwritten(error, folder) from error


def _write(files: Files, live: str, sheets: frozenset[str]) -> Written:
    """The way to a new site, with the folder to ourselves."""
    clean_up(live)
    guard.refuse_links(live, sorted(folders(files)))
    same = frozenset(path for path, content in files.items() if _same(f"{live}/{path}", content))
    change = Change(files, live, guard.known(live), same)
    needed, stale = change.needed(), change.stale()
    guard.refuse_foreign(live, needed, change.known)
    if needed or stale or change.relisted():
        _replace(change, sheets)
    return Written(len(needed), len(stale), len(files))


def _replace(change: Change, sheets: frozenset[str]) -> None:
    """Exchange the whole folder or each sheet; where neither can be moved, replace single files."""
    whole = not sheets or not os.path.lexists(change.live) or _awkward(change)
    try:
        _staged(change, f"{change.live}{NEW}{os.getpid()}", sheets, whole)
    except OSError as error:
        if error.errno not in NOT_MOVABLE or not os.path.isdir(change.live):
            raise
        for step in _steps(change):
            _staged(step, f"{change.live}/{MANIFEST}{NEW}{os.getpid()}", frozenset(), whole=False)


def _staged(change: Change, stage: str, sheets: frozenset[str], whole: bool) -> None:
    """Work beside the site; whatever happens, the stage is gone afterwards."""
    try:
        _exchange_whole(change, stage) if whole else _exchange_parts(change, stage, sheets)
    except BaseException:
        retire(stage, change.live)
        raise
    retire(stage, change.live, late=True)


# -- the whole folder --------------------------------------------------------------------------------------------------


def _exchange_whole(change: Change, stage: str) -> None:
    """The new site is complete before the old one moves."""
    _open_stage(stage, change.files)
    _fill(change, stage, change.files)
    if not os.path.lexists(change.live):
        return os.rename(stage, change.live)
    carry(change.live, stage, RESERVED | change.known | change.files.keys(), folders(change.known))
    dress(stage, os.stat(change.live))
    if listed(change.live) is None:  # someone else's, where nothing is ours yet: so it is known again
        _create(f"{change.live}/{MANIFEST}", listing(()))
    return exchange(stage, change.live)


def _open_stage(stage: str, paths: Iterable[str]) -> None:
    """A folder that says what in it is ours, before there is anything in it."""
    os.mkdir(stage, 0o755)
    _create(f"{stage}/{MANIFEST}", listing(paths))


def _fill(change: Change, stage: str, paths: Iterable[str]) -> None:
    """Lay our files into the stage: unchanged ones by a second name, the others written."""
    for inside in sorted(folders(paths)):
        make(f"{stage}/{inside}")
    for path in paths:
        if not (path in change.same and _linked(f"{change.live}/{path}", f"{stage}/{path}")):
            _create(f"{stage}/{path}", change.files[path])


def _linked(source: str, target: str) -> bool:
    """Whether the file could be given a second name; across disks the folder as a whole cannot move either."""
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno == errno.EXDEV:
            raise
        return False
    return True


def _create(path: str, content: bytes) -> None:
    """Write a new file, never into an old one, which may have other names."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o644)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(file, rest):]
    finally:
        os.close(file)


# -- sheet by sheet ----------------------------------------------------------------------------------------------------


def _exchange_parts(change: Change, stage: str, sheets: frozenset[str]) -> None:
    """Stage all, then place the sheets, the other files, and what is gone; the manifest always lists all of ours."""
    parts = _parts(change, sheets & folders(change.files))
    kept = parts & {_part(path, parts) for path in change.files}
    loose = [path for path in change.needed() if not _part(path, parts)]
    stale = [path for path in change.stale() if not _part(path, parts)]
    _stage_parts(change, stage, parts, loose)
    _list(change, stage, UNION)
    _place_parts(change, stage, sorted(kept), loose)
    _place_parts(change, stage, sorted(parts - kept), [])
    for path in stale:
        os.unlink(f"{change.live}/{path}")
    _list(change, stage, FINAL)


def _parts(change: Change, sheets: frozenset[str]) -> frozenset[str]:
    """The sheets in which anything changes, and the outermost folders that the site no longer has."""
    stale, kept = change.stale(), folders(change.files)
    changed = {_part(path, sheets) for path in [*change.needed(), *stale]}
    gone = {_part(path, folders([path]) - kept) for path in stale if not _part(path, sheets)}
    return frozenset(changed | gone) - {""}


def _part(path: str, parts: Container[str]) -> str:
    """The outermost of the parts that a path lies in, or an empty text."""
    end = path.find("/")
    while end > 0 and path[:end] not in parts:
        end = path.find("/", end + 1)
    return path[:max(end, 0)]


def _stage_parts(change: Change, stage: str, parts: frozenset[str], loose: Iterable[str]) -> None:
    """Everything that needs room on the disk is made here, while the site is still as it was."""
    ours = {path for path in change.known if _part(path, parts)}
    new = [path for path in change.files if _part(path, parts)]
    _open_stage(stage, ours.union(new, loose))
    _create(f"{stage}/{UNION}", listing(change.known | change.files.keys()))
    _create(f"{stage}/{FINAL}", listing(change.files))
    _fill(change, stage, [*new, *loose])
    for part in sorted(parts):
        if os.path.isdir(f"{change.live}/{part}"):
            carry(change.live, stage, ours.union(new), folders(ours), part + "/")
            if os.path.isdir(f"{stage}/{part}"):
                dress(f"{stage}/{part}", os.stat(f"{change.live}/{part}"))


def _place_parts(change: Change, stage: str, parts: Iterable[str], loose: Iterable[str]) -> None:
    """Put folders, then files, from the stage into the site."""
    for part in parts:
        _place(f"{stage}/{part}", f"{change.live}/{part}")
    for path in loose:
        make(os.path.dirname(f"{change.live}/{path}"))
        os.replace(f"{stage}/{path}", f"{change.live}/{path}")


def _place(stage: str, live: str) -> None:
    """Exchange a part of the site, or bring it in where it is new, or take it out where nothing of it is left."""
    if not os.path.lexists(live):
        make(os.path.dirname(live))
        os.rename(stage, live)
    elif os.path.lexists(stage):
        exchange(stage, live)
    else:
        make(os.path.dirname(stage))
        os.rename(live, stage)


def _list(change: Change, stage: str, name: str) -> None:
    """Put a staged manifest in place, if it says anything new."""
    if change.relisted():
        os.replace(f"{stage}/{name}", f"{change.live}/{MANIFEST}")


def _awkward(change: Change) -> bool:
    """Whether a file comes where a folder was, or the reverse, or only a name's case changes: not done in parts."""
    stale, wanted = change.known - change.files.keys(), folders(change.files)
    gone = {path.casefold() for path in stale | (folders(stale) - wanted)}
    return bool(gone) and not gone.isdisjoint(path.casefold() for path in change.files.keys() | wanted)


def _steps(change: Change) -> list[Change]:
    """Where files are replaced one by one, what is stale goes first if it could be in the way."""
    kept = {path: change.files[path] for path in change.files.keys() & change.known}
    if not _awkward(change):
        return [change]
    return [change._replace(files=kept), change._replace(known=frozenset(kept))]


# -- as it is ----------------------------------------------------------------------------------------------------------


def _unchanged(files: Files, live: str) -> bool:
    """Whether the folder holds the site already; it stops at the first difference."""
    return _same(f"{live}/{MANIFEST}", listing(files)) and all(
        _same(f"{live}/{path}", content) for path, content in files.items()) and not any(
        os.path.islink(path) for path in [live, *(f"{live}/{inside}" for inside in folders(files))])


def _same(path: str, content: bytes) -> bool:
    """Whether a file, not a link, has this content; read only if the size agrees."""
    try:
        found = os.lstat(path)
        if not S_ISREG(found.st_mode) or found.st_size != len(content):
            return False
        file = os.open(path, os.O_RDONLY | BINARY)
    except (FileNotFoundError, NotADirectoryError):
        return False
    try:
        return os.read(file, len(content) + 1) == content
    finally:
        os.close(file)


def _is_file(path: str) -> bool:
    """Whether a file lies there itself, not a link to one."""
    return os.path.isfile(path) and not os.path.islink(path)


# -- with others -------------------------------------------------------------------------------------------------------


def _unwritten(error: OSError, folder: str) -> Unreadable:
    """A sentence in the place of a traceback."""
    unknown = f"the system says: {error.strerror or error}", "Mend that, then build again."
    said, todo = REASONS.get(error.errno or 0, unknown)
    return Unreadable(f"The site must be written into {folder}, but {said} ({error.filename or folder}).", todo)


ELSEWHERE = "or choose another output folder with -o."
REASONS = {
    errno.ENOSPC: ("the disk is full", "Free some space, then build again."),
    errno.EDQUOT: ("your share of the disk is full", "Free some space, then build again."),
    errno.EFBIG: ("a file would be larger than is allowed here", "Raise that limit, then build again."),
    errno.EROFS: ("that disk can only be read", "Choose another output folder with -o."),
    errno.EACCES: ("that is not allowed", f"Give yourself the right to write there, {ELSEWHERE}"),
    errno.EPERM: ("that is not allowed", f"Give yourself the right to write there, {ELSEWHERE}"),
    errno.EXDEV: ("a folder in it is a disk of its own, or another user's", "Choose another output folder with -o."),
    errno.ENOENT: ("a folder vanished meanwhile", "Build again."),
    errno.ENOTEMPTY: ("someone else wrote there meanwhile", "Build again."),
    errno.EEXIST: ("something is in the way", f"Move it away, {ELSEWHERE}"),
}
