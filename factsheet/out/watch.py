"""When the preview builds: after a batch of saves, noticed as soon as the system reports them, or by looking."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    import asyncio

SETTLED = 0.005  # s of quiet after a finished save; files written in a row lie 0.3 ms apart, on a busy machine up to 5
UNDER_WAY = 0.1  # s of quiet after the sign of an unfinished save: a file made, begun, renamed away or deleted
AT_MOST = 0.5    # s that saves without a pause can put off the build
LOOK = 0.1       # s between two looks where the system does not report changes


class _Timer(Protocol):
    """Something that will happen unless it is cancelled."""

    def cancel(self) -> None: ...


class _Clock(Protocol):
    """The part of an event loop that a batch needs."""

    def time(self) -> float: ...
    def call_at(self, when: float, callback: Callable[[], object]) -> _Timer: ...


class Batch:
    """Turns a burst of saves into one build, as soon as it is over."""

    def __init__(self, clock: _Clock, build: Callable[[], object]):
        self._clock, self._build = clock, build
        self._due: _Timer | None = None
        self._settled, self._latest = False, 0.0

    def note(self, quiet: float) -> None:
        """Builds after so much quiet; what is under way does not hold up a save that has been finished."""
        now = self._clock.time()
        if self._due is None:
            self._settled, self._latest = False, now + AT_MOST
        elif self._settled and quiet > SETTLED:
            return
        else:
            self._due.cancel()
        self._settled = quiet <= SETTLED
        self._due = self._clock.call_at(min(now + quiet, self._latest), self._begin)

    def _begin(self) -> None:
        self._due = None
        self._build()


class _Way(Protocol):
    """A way to learn of changes."""

    def follow(self, paths: Sequence[str]) -> None: ...
    def close(self) -> None: ...


class Watch:
    """Notes every change under the given paths: as the system reports it, or by looking ten times a second."""

    def __init__(self, loop: "asyncio.AbstractEventLoop", paths: Sequence[str], note: Callable[[float], None]):
        self._loop, self._note, self._paths = loop, note, _in_full(paths)
        self._way: _Way = self._reports() or _Looks(loop, note)
        self._way.follow(self._paths)

    def _reports(self) -> "_Way | None":
        try:
            mute = sys.platform != "linux" or any(map(_is_mute, self._paths))
            return None if mute else _Reports(self._loop, self._note, self._look_instead)
        except (OSError, ImportError):  # no inotify, no ctypes, or nothing known of the file systems
            return None

    def _look_instead(self) -> None:
        """For a system that has no more watches to give."""
        self._way.close()
        self._way = _Looks(self._loop, self._note)
        self._way.follow(self._paths)

    def follow(self, paths: Sequence[str]) -> None:
        """Watches these paths from now on, also those not there yet; what is new may have changed already."""
        wanted = _in_full(paths)
        if wanted != self._paths:
            self._paths = wanted
            self._way.follow(wanted)
            self._note(UNDER_WAY)

    def close(self) -> None:
        """Stops watching."""
        self._way.close()


def _in_full(paths: Sequence[str]) -> list[str]:
    """The paths as they stand and as their links lead."""
    return sorted({full for path in paths for full in (os.path.abspath(path), os.path.realpath(path))})


def is_ignored(name: str) -> bool:
    """Whether a file or folder of this name is none of the author's: hidden, or left by an editor between two saves."""
    return (name.startswith((".", "#")) or name.endswith(("~", ".swp", ".pyc")) or "___jb_" in name
            or name in ("4913", "__pycache__"))


def _is_mute(path: str) -> bool:
    """Whether a path lies on a file system that does not report all changes, as network and shared folders do."""
    path, best, kind = os.path.realpath(path), "", ""
    with open("/proc/self/mounts", encoding="utf-8", errors="surrogateescape") as mounts:
        for _, name, mounted, *_ in map(str.split, mounts):
            point = name.replace("\\040", " ").rstrip("/")
            if len(point) >= len(best) and (path + "/").startswith(point + "/"):
                best, kind = point, mounted
    return kind.startswith(MUTE)


MUTE = ("9p", "afs", "cifs", "drvfs", "fakeowner", "fuse", "nfs", "prl", "smb", "vboxsf", "virtiofs", "vmhgfs")


class _Folder(NamedTuple):
    """A folder whose changes are reported: those of every file if it is followed as a whole, else of these names."""

    names: set[str]
    whole: bool

    def concerns(self, name: str) -> bool:
        """Whether a change of this file, or without a name of the folder itself, is one of ours."""
        return not name or name in self.names or (self.whole and not is_ignored(name))


class _Reports:
    """Changes as Linux reports them (inotify): of every folder in a path, and of the nearest folder above it.

    The one above tells when the path is replaced, deleted or made again; a path that is not there yet is awaited so.
    """

    WRITTEN, MOVED_HERE, LOST = 0x8, 0x80, 0x4000
    WANTED = 0x1000FCA  # of a folder: file begun, written, moved here or away, made, deleted; itself moved or deleted
    LANDSCAPE = 0x4000EC00  # a folder came or went, a disk went, or reports were lost: see anew what there is to watch

    def __init__(self, loop: "asyncio.AbstractEventLoop", note: Callable[[float], None], exhausted: Callable[[], None]):
        import ctypes

        self._loop, self._note, self._exhausted = loop, note, exhausted
        self._paths: Sequence[str] = ()
        self._folders: dict[int, _Folder] = {}
        self._system = ctypes.CDLL(None, use_errno=True)
        self._reports: int = self._system.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self._reports < 0:
            raise OSError(ctypes.get_errno(), "no reports of changes")
        loop.add_reader(self._reports, self._read)

    def close(self) -> None:
        """Wants no more reports."""
        self._loop.remove_reader(self._reports)
        os.close(self._reports)

    def follow(self, paths: Sequence[str]) -> None:
        """Asks for reports of these paths, and of no others; gives up if the system has none left to give."""
        self._paths, found = paths, dict[int, _Folder]()
        try:
            for path in paths:
                self._ask_within(path, found)
                self._ask_above(path, found)
        except OSError:
            self._exhausted()
            return
        for number in self._folders.keys() - found.keys():
            self._system.inotify_rm_watch(self._reports, number)
        self._folders = found

    def _ask_within(self, path: str, found: dict[int, _Folder]) -> None:
        """For the folder and all in it; asked before it is listed, so that nothing made meanwhile is missed."""
        waiting = [path]
        while waiting:
            folder = waiting.pop()
            number = self._ask(folder)
            if number < 0 or (number in found and found[number].whole):
                continue
            found[number] = _Folder(found[number].names if number in found else set(), True)
            waiting.extend(_folders_in(folder))

    def _ask_above(self, path: str, found: dict[int, _Folder]) -> None:
        above, step = os.path.split(path)
        number = self._ask(above)
        while number < 0 and step:
            above, step = os.path.split(above)
            number = self._ask(above)
        found.setdefault(number, _Folder(set(), False)).names.add(step)

    def _ask(self, folder: str) -> int:
        """The number under which changes of the folder will be reported; negative if it is not a folder of ours."""
        import ctypes
        import errno

        number: int = self._system.inotify_add_watch(self._reports, os.fsencode(folder), self.WANTED)
        if number < 0 and ctypes.get_errno() in (errno.ENOSPC, errno.ENOMEM):
            raise OSError(ctypes.get_errno(), "no reports of changes left")
        return number

    def _read(self) -> None:
        """Notes what has been reported."""
        landscape = False
        for number, event, name in _events(os.read(self._reports, 1 << 16)):
            folder = self._folders.get(number)
            if event & self.LOST or (folder and folder.concerns(name)):
                landscape = landscape or bool(event & self.LANDSCAPE)
                self._note(SETTLED if event & (self.WRITTEN | self.MOVED_HERE) else UNDER_WAY)
        if landscape:
            self.follow(self._paths)


def _events(report: bytes) -> Iterator[tuple[int, int, str]]:
    """The number of the folder, the kind of event and the name of the file, of each event in a report."""
    from struct import unpack_from

    start = 0
    while start < len(report):
        number, event, _, length = unpack_from("iIII", report, start)
        name = report[start + 16:start + 16 + length]
        yield number, event, os.fsdecode(name.rstrip(b"\0"))
        start += 16 + length


def _folders_in(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [entry.path for entry in entries if not is_ignored(entry.name) and entry.is_dir()]
    except OSError:
        return []


class _Looks:
    """Changes as looking finds them: a file that has another time, size or number than before, is new or gone."""

    def __init__(self, loop: "asyncio.AbstractEventLoop", note: Callable[[float], None]):
        self._loop, self._note = loop, note
        self._paths: Sequence[str] = ()
        self._seen: Mapping[str, tuple[int, ...]] = {}
        self._next: _Timer | None = None

    def follow(self, paths: Sequence[str]) -> None:
        """Looks at these paths from now on."""
        self._paths = paths
        if not self._next:
            self._seen = snapshot(paths)
            self._next = self._loop.call_later(LOOK, self._look, False)

    def _look(self, stirred: bool) -> None:
        """Notes a change, and that it came to rest; never spends more than a tenth of its time looking."""
        started = self._loop.time()
        seen = snapshot(self._paths)
        changed, self._seen = seen != self._seen, seen
        if changed or stirred:
            self._note(UNDER_WAY if changed else SETTLED)
        pause = LOOK / 10 if changed else LOOK
        self._next = self._loop.call_later(max(pause, 10 * (self._loop.time() - started)), self._look, changed)

    def close(self) -> None:
        """Looks no more."""
        if self._next:
            self._next.cancel()


def snapshot(paths: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """The time, size and number of every file in the paths; of a path that is a folder the number alone."""
    from stat import S_ISDIR

    found: dict[str, tuple[int, ...]] = {}
    for path in paths:
        for full in (path, *_files_in(path)):
            try:
                file = os.stat(full)
            except OSError:
                continue
            found[full] = (file.st_ino,) if S_ISDIR(file.st_mode) else (file.st_mtime_ns, file.st_size, file.st_ino)
    return found


def _files_in(path: str) -> Iterator[str]:
    for folder, folders, files in os.walk(path):
        folders[:] = [name for name in folders if not is_ignored(name)]
        yield from (os.path.join(folder, name) for name in files if not is_ignored(name))
