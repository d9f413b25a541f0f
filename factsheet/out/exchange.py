"""Put one folder in the place of another, losing nothing that others put there, at whatever moment the power goes.

A build works in a folder of its own, the stage. `carry` gives the stage a second name for every foreign file of the
live folder, `exchange` lets the two change places, `retire` removes the one that is no longer needed: the old folder,
or a new one that was not finished. It need not know which: it removes what the folder's own list says is ours and what
the live folder holds as well, and brings back the rest. So the same function cleans up after a killed build.
"""

import errno
import os
import sys
from collections.abc import Container
from typing import Any

from factsheet.out.guard import MANIFEST, PART, RESERVED, folders, listed

NEW, ASIDE = ".new-", ".factsheet-old"
NO_EXCHANGE = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM})
SYSTEM_CALLS = {"x86_64": 316, "aarch64": 276}  # renameat2, for C libraries that have no name for it


# -- the swap ----------------------------------------------------------------------------------------------------------


def exchange(stage: str, live: str) -> None:
    """Let two folders change places: in one step where the system can, else in three that `mend` can take back."""
    try:
        swap(stage, live)
    except OSError as error:
        if error.errno not in NO_EXCHANGE:
            raise
        _exchange_by_renaming(stage, live)


def swap(one: str, other: str) -> None:
    """The system's own exchange of two names; ENOSYS, EINVAL or the like where it has none."""
    try:
        import ctypes

        failed = _ask_system(ctypes.CDLL(None, use_errno=True), os.fsencode(one), os.fsencode(other))
    except (ImportError, AttributeError, KeyError, TypeError) as error:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), other) from error
    if failed:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), other)


def _ask_system(library: Any, one: bytes, other: bytes) -> int:
    """Zero where the exchange was made; an AttributeError or KeyError where nobody knows how to ask for it."""
    if sys.platform == "darwin":
        return int(library.renamex_np(one, other, 2))
    if hasattr(library, "renameat2"):
        return int(library.renameat2(-100, one, -100, other, 2))
    number = SYSTEM_CALLS[os.uname().machine if sys.maxsize > 2**32 else "32 bits"]
    return int(library.syscall(number, -100, one, -100, other, 2))


def _exchange_by_renaming(stage: str, live: str) -> None:
    """Between the two steps the live folder is missing; whoever finds it so calls `mend`."""
    try:
        os.rename(live, stage + ASIDE)
        os.rename(stage, live)
    finally:
        mend(stage, live)


def mend(stage: str, live: str) -> None:
    """End a swap that was cut short: the old folder goes back if there is none, else to where the new one came from."""
    if os.path.lexists(stage + ASIDE):
        if not os.path.lexists(live):
            os.rename(stage + ASIDE, live)
        elif not os.path.lexists(stage):
            os.rename(stage + ASIDE, stage)


# -- into the stage ----------------------------------------------------------------------------------------------------


def make(folder: str) -> None:
    """A folder and those above it, with the modes of a site."""
    try:
        os.mkdir(folder, 0o755)
    except FileExistsError:
        return
    except FileNotFoundError:
        make(os.path.dirname(folder))
        os.mkdir(folder, 0o755)


def carry(live: str, stage: str, ours: Container[str], shared: Container[str], inside: str = "") -> None:
    """Bring what others put into the live folder to the stage; `shared` folders are ours and stay only if needed."""
    for entry in _entries(f"{live}/{inside}"):
        path = inside + entry.name
        if entry.is_dir(follow_symlinks=False):
            _carry_folder(entry, live, stage, ours, shared, path)
        elif not (path in ours and entry.is_file(follow_symlinks=False)):
            make(os.path.dirname(f"{stage}/{path}"))
            _carry_file(entry, f"{stage}/{path}", f"{stage}/{PART}")


def _carry_folder(
    entry: os.DirEntry[str], live: str, stage: str, ours: Container[str], shared: Container[str], path: str
) -> None:
    """A folder is made again, as it was; a disk of its own, or another user's, could not be removed afterwards."""
    like, us = entry.stat(follow_symlinks=False), os.stat(stage)
    if like.st_dev != us.st_dev or (like.st_uid != us.st_uid and not os.access(entry.path, os.W_OK | os.X_OK)):
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), entry.path)
    if path not in shared:
        make(f"{stage}/{path}")
    carry(live, stage, ours, shared, path + "/")
    if os.path.isdir(f"{stage}/{path}"):
        dress(f"{stage}/{path}", like)
        if path not in shared:
            os.utime(f"{stage}/{path}", ns=(like.st_atime_ns, like.st_mtime_ns))


def dress(made: str, like: os.stat_result) -> None:
    """Give what was made anew the mode of what it stands for, and its owner, as far as the system lets us."""
    found = os.lstat(made)
    if (like.st_uid, like.st_gid) != (found.st_uid, found.st_gid):
        _own(made, like)
    if like.st_mode != found.st_mode:
        os.chmod(made, like.st_mode & 0o7777)


def _own(made: str, like: os.stat_result) -> None:
    """Only root may give files away; others keep what they made."""
    try:
        os.chown(made, like.st_uid, like.st_gid, follow_symlinks=False)
    except (PermissionError, AttributeError):
        pass


def _carry_file(entry: os.DirEntry[str], target: str, part: str) -> None:
    """A second name for the file, or a copy where the disk has no second names; a link is made again, not followed."""
    try:
        if entry.is_symlink():
            _link_again(entry, target)
        else:
            os.link(entry.path, target)
    except (FileNotFoundError, FileExistsError):
        return  # its owner removed it meanwhile; or the disk shows us our own file under another spelling
    except OSError as error:
        if error.errno == errno.EXDEV or entry.is_symlink():
            raise
        _copy(entry, target, part)


def _link_again(entry: os.DirEntry[str], target: str) -> None:
    """The same symbolic link, with its owner and time."""
    like = entry.stat(follow_symlinks=False)
    os.symlink(os.readlink(entry.path), target)
    dress(target, like)
    if os.utime in os.supports_follow_symlinks:
        os.utime(target, ns=(like.st_atime_ns, like.st_mtime_ns), follow_symlinks=False)


def _copy(entry: os.DirEntry[str], target: str, part: str) -> None:
    """A copy gets its name when it is whole, so that no part is taken for the file; another user's is not copied."""
    like = entry.stat(follow_symlinks=False)
    if not entry.is_file(follow_symlinks=False) or like.st_uid != os.stat(os.path.dirname(part)).st_uid:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), entry.path)
    with open(entry.path, "rb") as source, open(part, "wb") as copy:
        while piece := source.read(1 << 20):
            copy.write(piece)
    dress(part, like)
    os.utime(part, ns=(like.st_atime_ns, like.st_mtime_ns))
    os.rename(part, target)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """What lies in a folder, read at once, so that it may change while we go through it."""
    with os.scandir(folder) as entries:
        return list(entries)


# -- out of the way ----------------------------------------------------------------------------------------------------


def retire(spare: str, live: str, late: bool = False) -> None:
    """Remove a folder that a build left over, if it is recognisably ours; what is not ours goes back.

    Where both folders have a foreign file and the two differ, the live one stands; but what changed in the old folder
    while the new one was being made is `late`, and stands instead.
    """
    try:
        ours = None if os.path.islink(spare) else listed(spare)
        if ours is not None:
            _empty(spare, live, ours, folders(ours), late)
            if os.listdir(spare) == [MANIFEST]:  # last, since it is what the folder is known by
                os.unlink(f"{spare}/{MANIFEST}")
        os.rmdir(spare)
    except OSError:
        return  # the site itself is in place; what could not be removed is tried again by the next build


def _empty(spare: str, live: str, ours: Container[str], shared: Container[str], late: bool, inside: str = "") -> None:
    """Go through a spare folder, following no link; one thing that cannot be removed does not keep the rest."""
    _prepare(f"{spare}/{inside}", f"{live}/{inside}")
    for entry in _entries(f"{spare}/{inside}"):
        path = inside + entry.name
        try:
            if not entry.is_dir(follow_symlinks=False):
                _drop(entry, path, f"{live}/{path}", ours, late)
            elif path in shared or os.path.lexists(f"{live}/{path}"):
                _empty(spare, live, ours, shared, late, path + "/")
                os.rmdir(entry.path)
            else:
                _bring_back(entry.path, f"{live}/{path}")
        except OSError:
            continue


def _prepare(spare: str, live: str) -> None:
    """Take back the swaps inside this folder that were cut short, and make sure that it can be emptied."""
    if not os.access(spare, os.W_OK | os.X_OK):
        os.chmod(spare, 0o700)
    for name in os.listdir(spare):
        if name.endswith(ASIDE):
            mend(spare + name.removesuffix(ASIDE), live + name.removesuffix(ASIDE))


def _drop(entry: os.DirEntry[str], path: str, kept: str, ours: Container[str], late: bool) -> None:
    """Remove one file of a spare folder, if it is ours or the live folder has it too."""
    if path == MANIFEST:
        return
    if path in RESERVED or (path in ours and entry.is_file(follow_symlinks=False)):
        os.unlink(entry.path)
    elif not os.path.lexists(kept) or (late and not _alike(os.lstat(entry.path), os.lstat(kept))):
        _bring_back(entry.path, kept)
    else:
        os.unlink(entry.path)


def _alike(one: os.stat_result, other: os.stat_result) -> bool:
    """Whether these are two names of one file, or one is the copy that `carry` made of the other."""
    return os.path.samestat(one, other) or (one.st_mtime_ns, one.st_size) == (other.st_mtime_ns, other.st_size)


def _bring_back(spare: str, kept: str) -> None:
    """Move what is not ours to where it belongs."""
    make(os.path.dirname(kept))
    os.replace(spare, kept)


# -- after others ------------------------------------------------------------------------------------------------------


def left_over(live: str) -> list[str]:
    """The stages, beside the live folder or in it, of builds that run no more; each name ends in a process's number."""
    return [*_stages(live + NEW), *_stages(f"{live}/{MANIFEST}{NEW}")]


def clean_up(live: str) -> None:
    """Mend and remove what killed builds left; nobody else may be writing."""
    for spare in left_over(live):
        if spare.endswith(ASIDE):
            mend(spare.removesuffix(ASIDE), live)
    for spare in left_over(live):
        retire(spare, live)


def _stages(prefix: str) -> list[str]:
    """The names that begin so and end in the number of a process that is dead."""
    above, name = os.path.split(prefix)
    names = os.listdir(above) if os.path.isdir(above) else []
    return [f"{above}/{found}" for found in sorted(names)
            if found.startswith(name) and _dead(found.removeprefix(name).removesuffix(ASIDE))]


def _dead(number: str) -> bool:
    """Whether this numbers a process that runs no more; our own was left by an earlier one that had our number."""
    if not (number.isascii() and number.isdigit()):
        return False
    if os.name == "nt" or int(number) == os.getpid():  # on Windows, to ask after a process is to end it
        return True
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, PermissionError, OverflowError) as error:
        return isinstance(error, ProcessLookupError)
    return False
