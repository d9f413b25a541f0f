"""The live preview: the site served from memory, built once per batch of saves, and the browser reloaded.

It knows nothing of facts: it gets a callable that builds and one that names what to watch. `livereload` gives the
reload protocol and the script in the browser. What it leaves open is done here: it polls every 0.8 s, is deaf for 3 s
after a reload, serves from disk and to any host. Importing it takes 200 ms, so that is done inside functions.
"""

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from factsheet.out.answers import PAGE, PLAIN, TYPES, Outcome, answer, plain_page, to_reload, with_reload
from factsheet.out.watch import Batch, Watch

if TYPE_CHECKING:
    import asyncio
    import logging
    import socket
    from types import FrameType

    from tornado.web import RequestHandler

__all__ = ["Outcome", "serve"]

Say = Callable[[str], None]
Made = TypeVar("Made")


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
            return Outcome(self.outcome.files, plain_page("The build broke off", sentence))

    def watched(self) -> Sequence[str]:
        """What to watch now; what was watched before if that cannot be said."""
        try:
            self._paths = tuple(self._watched())
        except (Exception, SystemExit) as fault:
            _say_at_once(self._say, f"The preview cannot tell which files to watch: {_in_words(fault)}")
        return self._paths


# --- Who is answered --------------------------------------------------------------------------------------------------

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


# --- How it ends, and what it says ------------------------------------------------------------------------------------

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
