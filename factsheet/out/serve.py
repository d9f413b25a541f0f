"""The live preview: the site served from memory, built once per batch of saves, and the browser reloaded.

It knows nothing of facts: it gets a callable that builds and one that names what to watch. `livereload` gives the
reload protocol and the script in the browser. What it leaves open is done here: it polls every 0.8 s, is deaf for 3 s
after a reload, serves from disk and to any host. Importing it takes 200 ms, so that is done inside functions.
"""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    import asyncio
    import logging
    import socket
    from types import FrameType

    from tornado.web import RequestHandler

Say = Callable[[str], None]
Made = TypeVar("Made")


class Outcome(NamedTuple):
    """What a build came to: the files of the last good site; a whole page that shows the problems, or an empty text."""

    files: Mapping[str, bytes]
    failure: str


def serve(build: Callable[[], Outcome], watched: Callable[[], Sequence[str]], host: str = "127.0.0.1", port: int = 8000,
          open_browser: bool = False, say: Say = print) -> int:
    """Shows the site until Ctrl-C or SIGTERM, and answers with the exit code."""
    stop = _Stop()
    try:
        sockets = _listen(host, port, say)
        if not sockets:
            return 1
        door = _Door(host, sockets)
        _say_at_once(say, door.announcement)
        _silence_logs(say)
        _live(_Preview(build, watched, say), door, stop, open_browser)
    except KeyboardInterrupt:
        pass
    finally:
        stop.forget()
    return 0


def _live(preview: "_Preview", door: "_Door", stop: "_Stop", open_browser: bool) -> None:
    """Watches before the first build and answers after it, so that no save and no request falls between."""
    import asyncio

    async def live() -> None:
        def rebuild() -> None:
            server.reload(stop.lets(preview.build))
            watch.follow(preview.watched())

        loop = asyncio.get_running_loop()
        watch = Watch(loop, preview.watched(), Batch(loop, rebuild).note)
        preview.build()
        server = _Server(preview, door)
        if open_browser:
            _open(door.url)
        try:
            await stop.heard(loop)
        finally:
            watch.close()
            await server.close()

    asyncio.run(live())


# --- What is shown ---------------------------------------------------------------------------------------------------

class _Preview:
    """The last outcome, its version (a number that grows, from one start to the next too), and the way to the next."""

    def __init__(self, build: Callable[[], Outcome], watched: Callable[[], Sequence[str]], say: Say):
        self._build, self._watched, self._say = build, watched, say
        self._paths: Sequence[str] = ()
        self.outcome, self.version = Outcome({}, ""), int(time.time() * 1000)

    def build(self) -> list[str]:
        """Builds, and tells which addresses a browser has to load again; `*` is the page itself."""
        before, self.outcome = self.outcome, self._outcome()
        self.version += 1
        return to_reload(before, self.outcome)

    def _outcome(self) -> Outcome:
        try:
            made = self._build()
            return Outcome(dict(made.files), made.failure)  # a copy: the caller may go on with its own
        except (Exception, SystemExit) as fault:
            sentence = f"The build broke off: {_in_words(fault)}"
            _say_at_once(self._say, f"{sentence}. The preview goes on; save a file to try again.")
            return Outcome(self.outcome.files, _plain_page("The build broke off", sentence))

    def watched(self) -> Sequence[str]:
        """What to watch now; what was watched before if that cannot be said."""
        try:
            self._paths = tuple(self._watched())
        except (Exception, SystemExit) as fault:
            _say_at_once(self._say, f"The preview cannot tell which files to watch: {_in_words(fault)}")
        return self._paths


def to_reload(before: Outcome, after: Outcome) -> list[str]:
    """The style sheets alone when nothing but they changed (a browser swaps them in place), else the page."""
    if before.failure or after.failure or before.files.keys() != after.files.keys():
        return ["*"]
    changed = [path for path, content in after.files.items() if content != before.files[path]]
    return changed if changed and all(path.endswith(".css") for path in changed) else ["*"]


class Answer(NamedTuple):
    """What a request is answered with."""

    status: int
    kind: str
    body: bytes
    location: str = ""


def answer(outcome: Outcome, target: str) -> Answer:
    """The answer to the path of a request: a file of the site, a folder's address, the problems, or `not found`.

    A page that cannot be built is a 500 with the problems in it: a browser shows and reloads that like any page, while
    scripts and link checkers see that it is not the page they asked for.
    """
    files, name = outcome.files, _name(target)
    if not name:
        return Answer(400, PLAIN, b"400: this address cannot be read\n")
    if outcome.failure and _is_page(name, files):
        return Answer(500, PAGE, outcome.failure.encode("utf-8", "replace"))
    if name in files:
        return Answer(200, content_type(name), files[name])
    if f"{name}/index.html" in files:
        return Answer(302, PLAIN, b"", target + "/")
    return Answer(404, PAGE, files.get("404.html", NOT_FOUND))


def _name(target: str) -> str:
    """The name in the site that the path of a request means; an empty text for one that cannot be read."""
    from urllib.parse import unquote_to_bytes

    try:
        path = unquote_to_bytes(target).decode()
    except UnicodeError:
        return ""
    if not path.startswith("/") or "\0" in path:
        return ""
    return (path + "index.html" if path.endswith("/") else path)[1:]


def _is_page(name: str, files: Mapping[str, bytes]) -> bool:
    """Whether a reader would see this as a page: it is one of ours, or could be the address of one."""
    if name in files:
        return content_type(name) == PAGE
    return "." not in name.rpartition("/")[2] or content_type(name) == PAGE


def content_type(name: str) -> str:
    """The media type of a file by its ending; texts are UTF-8."""
    return TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")


def with_reload(page: bytes, host: str, port: int, version: int) -> bytes:
    """The page with livereload's script in it, which tells the server the version of the page when it connects.

    First thing in the head: before a <base> or a content security policy that would turn it away.
    """
    address = f"/livereload.js?host={host}&amp;port={port}&amp;snipver={version}&amp;mindelay=200&amp;maxdelay=2000"
    script = b'<script src="%s"></script>' % address.encode()
    start = page[:4096].lower().find(b"<head")
    end = page.find(b">", start) + 1
    if start < 0 or not end or page[start + 5] not in b"> \t\r\n":
        return page + script
    return page[:end] + script + page[end:]


def _plain_page(title: str, sentence: str) -> str:
    from html import escape

    head, body = f"<title>{escape(title)}</title>", f"<h1>{escape(title)}</h1><p>{escape(sentence)}</p>"
    return f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


PAGE = "text/html; charset=utf-8"
PLAIN = "text/plain; charset=utf-8"
NOT_FOUND = b'<!doctype html>\n<html lang="en"><head><title>404</title></head><body>404: no such page</body></html>'
TYPES = {
    "html": PAGE, "htm": PAGE, "txt": PLAIN, "md": "text/markdown; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "mjs": "text/javascript; charset=utf-8", "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8", "xml": "application/xml; charset=utf-8", "yaml": PLAIN,
    "webmanifest": "application/manifest+json", "svg": "image/svg+xml; charset=utf-8", "png": "image/png",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif",
    "ico": "image/x-icon", "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf",
    "pdf": "application/pdf", "zip": "application/zip", "mp3": "audio/mpeg", "mp4": "video/mp4", "webm": "video/webm",
}


# --- Who is answered -------------------------------------------------------------------------------------------------

def _listen(host: str, port: int, say: Say) -> "list[socket.socket]":
    """Sockets that listen at the host and port already; none, and a sentence said, where that cannot be."""
    import errno

    from tornado.netutil import bind_sockets

    try:
        if not 0 <= port <= 65535:
            raise OverflowError("ports are the numbers from 0 to 65535")
        return bind_sockets(port, host)
    except (OSError, OverflowError, UnicodeError) as fault:
        known = {errno.EADDRINUSE: "it is taken by another program", errno.EACCES: "it is not for every program"}
        reason = known.get(fault.errno or 0) if isinstance(fault, OSError) else str(fault)
        other = port + 1 if 1023 < port < 65535 else 8001
        advice = f"Try another, e.g. --port {other}" if reason else "Try without --host"
        _say_at_once(say, f"Cannot serve on port {port} of {host}: {reason or _in_words(fault)}. {advice}")
        return []


class _Door:
    """The address we answer at, and the names of us that a request may use: any other may be a page that spies."""

    def __init__(self, host: str, sockets: "list[socket.socket]"):
        self.sockets = sockets
        self.port: int = sockets[0].getsockname()[1]
        self._names = frozenset({"127.0.0.1", "localhost", "[::1]", _bracketed(host).lower()})
        everywhere = host in ("0.0.0.0", "::")  # noqa: S104 - asked for with --host, and warned of
        self.url = f"http://{'127.0.0.1' if everywhere else _bracketed(host)}:{self.port}/"

    @property
    def announcement(self) -> str:
        """The first line that is said."""
        addresses = [sock.getsockname()[0] for sock in self.sockets]
        private = all(address == "::1" or address.startswith("127.") for address in addresses)
        warning = "" if private else " (warning: not only this computer but everyone on its network can read it)"
        return f"Serving on {self.url} - press Ctrl-C to stop{warning}"

    def knows(self, host: str, own_address: str) -> bool:
        """Whether a Host header names us: by name, or by the very address that the request reached us at."""
        name, colon, port = host.lower().rpartition(":")
        if not colon or name.endswith(":"):
            name, port = host.lower(), "80"
        return port == str(self.port) and (name in self._names or name == _bracketed(own_address))


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


class _Server:
    """tornado's HTTP server with livereload's websocket, both behind the door."""

    def __init__(self, preview: _Preview, door: _Door):
        from tornado.httpserver import HTTPServer
        from tornado.web import Application

        guarded = _guarded(door)
        self._browsers = _browsers(guarded, preview, door)
        application = Application([
            (r"/livereload", self._browsers),
            (r"/livereload\.js", _script(guarded)),
            (r"(?s).*", _pages(guarded, preview, door)),
        ], log_function=lambda handler: None, websocket_max_message_size=1 << 16)
        self._server = HTTPServer(application, max_header_size=1 << 20, max_body_size=1 << 16)
        self._server.add_sockets(door.sockets)

    def reload(self, addresses: Iterable[str]) -> None:
        """Tells every browser to load these addresses again."""
        for address in addresses:
            self._browsers.reload_waiters(address)

    async def close(self) -> None:
        """Hangs up; a connection that does not end within a second is left to the end of the process."""
        import asyncio

        self._server.stop()
        for browser in tuple(self._browsers.waiters):
            browser.close(1001)
        await asyncio.wait([asyncio.ensure_future(self._server.close_all_connections())], timeout=1)


def _guarded(door: _Door) -> "type[RequestHandler]":
    """What every handler is: it answers only requests that name us, and its answers are not kept by the browser."""
    from tornado.web import HTTPError, RequestHandler

    class Guarded(RequestHandler):
        def set_default_headers(self) -> None:
            self.clear_header("Server")
            self.set_header("Cache-Control", "no-store")
            self.set_header("X-Content-Type-Options", "nosniff")

        def prepare(self) -> None:
            socket = getattr(getattr(self.request.connection, "stream", None), "socket", None)
            own_address = socket.getsockname()[0] if socket else ""
            if not door.knows(self.request.headers.get("Host", ""), own_address):
                raise HTTPError(421)

        def write_error(self, status_code: int, **fault: Any) -> None:
            self.set_header("Content-Type", PLAIN)
            reason = f"open {door.url}" if status_code == 421 else "this cannot be answered"
            self.write(f"{status_code}: {reason}\n")

        def compute_etag(self) -> None:
            return None

    return Guarded


def _pages(guarded: "type[RequestHandler]", preview: _Preview, door: _Door) -> "type[RequestHandler]":
    """Serves the site, with the reload script in every page."""

    class Pages(guarded):  # type: ignore[valid-type, misc]
        def get(self) -> None:
            status, kind, body, location = answer(preview.outcome, self.request.path)
            if kind == PAGE:
                name = self.request.host.removesuffix(f":{door.port}")
                body = with_reload(body, name, door.port, preview.version)
            if location:
                self.set_header("Location", location + ("?" + self.request.query if self.request.query else ""))
            self.set_status(status)
            self.set_header("Content-Type", kind)
            self.write(body)

        head = get

    return Pages


def _script(guarded: "type[RequestHandler]") -> "type[RequestHandler]":
    """Serves livereload's own script."""
    handlers = _livereload()

    class Script(guarded, handlers.LiveReloadJSHandler):  # type: ignore[valid-type, misc, name-defined]
        def get(self) -> None:
            super().get()
            self.set_header("Content-Type", TYPES["js"])

        head = get

    return Script


def _browsers(guarded: "type[RequestHandler]", preview: _Preview, door: _Door) -> Any:
    """livereload's websocket; a browser whose page is older than the last build hears so as soon as it connects."""
    handlers = _livereload()

    class Browser(guarded, handlers.LiveReloadHandler):  # type: ignore[valid-type, misc, name-defined]
        live_css = True
        shown = ""

        def check_origin(self, origin: str) -> bool:
            return origin.lower() == f"http://{self.request.host.lower()}"

        def on_message(self, message: "str | bytes") -> None:
            try:
                self.hear(message)
            except Exception:  # whatever was sent, it was not livereload's protocol
                self.close(1002)

        def hear(self, message: "str | bytes") -> None:
            import json

            super().on_message(message)
            said = json.loads(message)
            self.shown = str(said.get("snipver", self.shown))
            if said["command"] == "info" and self.shown not in ("", str(preview.version)):
                self.send_message({"command": "reload", "path": "*", "liveCSS": True, "liveImg": True})

    return Browser


def _livereload() -> Any:
    """livereload's handlers, imported without the warnings that its age brings on newer Pythons."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from livereload import handlers, watcher
    handlers.LiveReloadHandler.watcher = watcher.Watcher()  # never started: its log lines want one
    return handlers


# --- When to build ---------------------------------------------------------------------------------------------------

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


# --- How it ends, and what it says -----------------------------------------------------------------------------------

class _Stop:
    """Ctrl-C and SIGTERM: an idle server is asked to end; a build that runs, however long, is broken off.

    Only a build (and the start) is interrupted by an exception: libraries have places that swallow any.
    """

    def __init__(self) -> None:
        import signal

        self._asked = False
        self._wake: Callable[[], object] | None = None
        self._before: dict[int, Any] = {}
        for number in (signal.SIGINT, signal.SIGTERM):
            try:
                self._before[number] = signal.signal(number, self._hear)
            except ValueError:  # not in the main thread, where signals never arrive
                pass

    def _hear(self, number: int, frame: "FrameType | None") -> None:
        self._asked = True
        if self._wake is None:
            raise KeyboardInterrupt
        self._wake()

    def lets(self, build: Callable[[], Made]) -> Made:
        """Runs something that may take long; if it swallowed the interruption, the end comes after it."""
        wake, self._wake = self._wake, None
        try:
            return build()
        finally:
            self._wake = wake
            if self._asked and wake:
                wake()

    async def heard(self, loop: "asyncio.AbstractEventLoop") -> None:
        """Waits for the end; from then on nothing can hurry it, and it takes a second at most."""
        import asyncio

        end = asyncio.Event()
        self._wake = lambda: loop.call_soon_threadsafe(end.set)
        if not self._asked:
            await end.wait()
        self._wake = lambda: None

    def forget(self) -> None:
        """Leaves signals to whoever had them before."""
        import signal

        for number, before in self._before.items():
            signal.signal(number, before)


def _silence_logs(say: Say) -> None:
    """Lets tornado, livereload and asyncio say only real faults, in a sentence; a connection that breaks is none."""
    import logging

    from tornado.iostream import StreamClosedError
    from tornado.websocket import WebSocketClosedError

    def speak(record: "logging.LogRecord") -> bool:
        fault = record.exc_info[1] if record.exc_info else None
        usual = isinstance(fault, (ConnectionError, StreamClosedError, WebSocketClosedError, KeyboardInterrupt))
        if record.levelno >= logging.ERROR and not usual:
            words = _in_words(fault) if fault else record.getMessage()
            _say_at_once(say, f"The preview met a fault and goes on: {words}")
        return False

    for name in ("tornado.access", "tornado.application", "tornado.general", "livereload", "asyncio"):
        logging.getLogger(name).addFilter(speak)


def _in_words(fault: BaseException) -> str:
    """One line that tells a fault, with nothing in it that could pass for a line of ours."""
    if isinstance(fault, OSError) and fault.strerror:
        return fault.strerror + (f" ({fault.filename})" if fault.filename else "")
    line = f"{type(fault).__name__}: {fault}".strip(": ")
    return "".join(sign if sign.isprintable() else " " for sign in line)


def _say_at_once(say: Say, sentence: str) -> None:
    """Says it to a pipe as soon as to a terminal."""
    say(sentence)
    sys.stdout.flush()


def _open(url: str) -> None:
    """Opens the browser, in a thread because some do not come back until they are closed."""
    import threading
    import webbrowser

    threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
