"""The live preview: what it answers, whom it answers, when it builds and how it ends."""

import asyncio
import errno
import http.client
import json
import logging
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from factsheet.out.answers import Outcome, answer, content_type, to_reload, with_reload
from factsheet.out.serve import _silence_logs
from factsheet.out.watch import AT_MOST, SETTLED, UNDER_WAY, Batch, Watch, _Looks, snapshot
from tests.conftest import PROJECT, surroundings

PATIENCE = 20  # s until a test gives up; no test waits so long unless something is wrong

# A site of one page, made from page.txt; some words in that file make the build go wrong.
PROGRAM = """
import pathlib, sys, time
from factsheet.out import serve, watch
assert not {"tornado", "livereload", "asyncio"} & set(sys.modules), "too much is imported at module level"
content, way, host, port = pathlib.Path(sys.argv[1]), *sys.argv[2:5]
if way == "looks":
    watch._is_mute = lambda path: True
if way == "exhausted":
    def refuse(self, folder): raise OSError("no reports of changes left")
    watch._Reports._ask = refuse
good = {}

def build():
    with open(content.parent / "builds", "a") as log:
        log.write("x")
    try:
        text = " ".join(sorted(file.read_text() for folder in watched() for file in pathlib.Path(folder).rglob("*.txt")))
    except OSError as fault:
        text = "broken: " + str(fault)
    style = content / "style.css"
    if "slow" in text:
        (content.parent / "begun").touch()
        time.sleep(0.3)
    if "endless" in text:
        (content.parent / "begun").touch()
        time.sleep(60)
    if "stubborn" in text:
        (content.parent / "begun").touch()
        try:
            time.sleep(60)
        except BaseException:
            pass
    if "mistake" in text:
        raise ValueError("no\\nsuch <thing>")
    if "leave" in text:
        sys.exit("leaving")
    if "broken" in text:
        return serve.Outcome(good, f"<!doctype html><html><head></head><body>Problem: {text}</body></html>")
    good.clear()
    good.update({"index.html": f"<html><head><title>t</title></head><body>{text}</body></html>".encode(),
                 "style.css": style.read_bytes() if style.exists() else b"",
                 "404.html": b"<html><head></head><body>our own 404</body></html>"})
    return serve.Outcome(good, "")

def watched():
    also = content / "also"
    return [str(content), str(content.parent / "later"), *(also.read_text().split() if also.exists() else [])]

sys.exit(serve.serve(build, watched, host, int(port), way == "open"))
"""


class Reply(NamedTuple):
    status: int
    headers: Mapping[str, str]
    text: str


class Preview:
    """The program above as a child process, with a folder of content."""

    def __init__(self, folder: Path, way: str = "reports", host: str = "127.0.0.1", port: int | str = 0, *options: str):
        self.folder, self.content = folder, folder / "content"
        command = [sys.executable, *options, "-c", PROGRAM, str(self.content), way, host, str(port)]
        environment = surroundings(BROWSER=f"{sys.executable} {folder}/browser.py %s", PYTHONUNBUFFERED="")
        self.process = subprocess.Popen(command, cwd=PROJECT, env=environment, encoding="utf-8",
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert self.process.stdout
        self.first_line = self.process.stdout.readline().strip()
        self.port = int(self.first_line.partition("://")[2].partition("/")[0].rpartition(":")[2] or 0)

    def get(self, path: str = "/", method: str = "GET", **headers: str) -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        reply = connection.getresponse()
        text = reply.read().decode("utf-8", "replace")
        connection.close()
        return Reply(reply.status, dict(reply.getheaders()), text)

    def save(self, text: str, name: str = "page.txt") -> None:
        """Saves a file in one stroke, as far as the server can tell, however busy this machine is."""
        with self.held():
            (self.content / name).write_text(text)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keeps the server from running meanwhile."""
        self.process.send_signal(signal.SIGSTOP)
        yield
        self.process.send_signal(signal.SIGCONT)

    def builds(self) -> int:
        return len((self.folder / "builds").read_bytes())

    def end(self, how: int = signal.SIGINT) -> tuple[int, str, str]:
        self.process.send_signal(how)
        said, complained = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, said, complained


class Tab:
    """A browser's side of livereload's websocket."""

    def __init__(self, preview: Preview, version: str = "", **headers: str):
        self.wire = socket.create_connection(("127.0.0.1", preview.port), timeout=PATIENCE)
        here = f"127.0.0.1:{preview.port}"
        asked = {"Host": here, "Origin": f"http://{here}", **headers, "Upgrade": "websocket", "Connection": "Upgrade",
                 "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "dGhpcyBpcyBhIHRlc3Q9PQ=="}
        lines = [f"{name}: {value}\r\n" for name, value in asked.items()]
        self.wire.sendall(f"GET /livereload HTTP/1.1\r\n{''.join(lines)}\r\n".encode())
        self.stream = self.wire.makefile("rb")
        self.status = int(self.stream.readline().split()[1])
        self.headers = list(iter(self.stream.readline, b"\r\n"))
        self.version = version

    def greet(self) -> "Tab":
        """The handshake after which the server counts this browser as one to be told."""
        self.send(json.dumps({"command": "hello", "protocols": [], "snipver": self.version}))
        assert self.hear()["command"] == "hello"
        self.send(json.dumps({"command": "info", "url": "http://127.0.0.1/", "plugins": {}}))
        return self

    def is_left_in_peace(self) -> bool:
        """Whether the next thing that the server says is nothing but the echo of a ping."""
        self.wire.sendall(b"\x89\x80\x00\x00\x00\x00")
        return self.stream.read(2) == b"\x8a\x00"

    def send(self, text: str) -> None:
        self.wire.sendall(bytes([0x81, 0xFE]) + len(text.encode()).to_bytes(2, "big") + bytes(4) + text.encode())

    def hear(self) -> dict[str, str]:
        _, size = self.stream.read(2)
        message: dict[str, str] = json.loads(self.stream.read(size if size < 126 else int.from_bytes(self.stream.read(2), "big")))
        return message

    def close(self) -> None:
        self.stream.close()
        self.wire.close()


@contextmanager
def running(folder: Path, way: str = "reports", *arguments: str) -> Iterator[Preview]:
    (folder / "content").mkdir()
    (folder / "content/page.txt").write_text("first")
    preview = Preview(folder, way, *arguments)
    try:
        yield preview
    finally:
        preview.process.kill()
        preview.process.communicate()


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    with running(tmp_path) as started:
        yield started


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview for tests that change nothing."""
    with running(tmp_path_factory.mktemp("site")) as started:
        yield started


@pytest.fixture
def tab(preview: Preview) -> Iterator[Tab]:
    opened = Tab(preview).greet()
    assert opened.is_left_in_peace()
    yield opened
    opened.close()


# --- What is answered ------------------------------------------------------------------------------------------------

SITE = {"index.html": b"<html><head></head>home", "a/index.html": b"a", "a/b.html": b"b", "site.css": b"p{}", "404.html": b"ours",
        "CNAME": b"x", "images/shot 1.png": b"png"}


@pytest.mark.parametrize(("path", "status", "body"), [
    ("/", 200, b"<html><head></head>home"),
    ("/index.html", 200, b"<html><head></head>home"),
    ("/a/", 200, b"a"),
    ("/a/b.html", 200, b"b"),
    ("/site.css", 200, b"p{}"),
    ("/images/shot%201.png", 200, b"png"),
    ("/a", 302, b""),
    ("/c", 404, b"ours"),
    ("/site.css/", 404, b"ours"),
    ("//index.html", 404, b"ours"),
    ("/a//b.html", 404, b"ours"),
    ("/../index.html", 404, b"ours"),
    ("/%2e%2e/%2e%2e/etc/passwd", 404, b"ours"),
    ("/a/..%2findex.html", 404, b"ours"),
    ("/etc/passwd", 404, b"ours"),
    ("/" + "a" * 100_000, 404, b"ours"),
    ("/index.html%00", 400, b"400: this address cannot be read\n"),
    ("/%ff", 400, b"400: this address cannot be read\n"),
    ("http://elsewhere/", 400, b"400: this address cannot be read\n"),
])
def test_a_path_is_looked_up_in_the_site_and_nowhere_else(path: str, status: int, body: bytes) -> None:
    got = answer(Outcome(SITE, ""), path)
    assert (got.status, got.body) == (status, body)


def test_a_folder_is_led_to_its_own_address() -> None:
    assert answer(Outcome(SITE, ""), "/a").location == "/a/"


@pytest.mark.parametrize(("path", "status", "body"), [
    ("/", 500, b"problems"),
    ("/a/b.html", 500, b"problems"),
    ("/a", 500, b"problems"),
    ("/a-new-page.html", 500, b"problems"),
    ("/site.css", 200, b"p{}"),
    ("/CNAME", 200, b"x"),
    ("/favicon.ico", 404, b"ours"),
])
def test_after_a_broken_build_every_page_shows_the_problems_and_the_rest_stays_good(path: str, status: int, body: bytes) -> None:
    got = answer(Outcome(SITE, "problems"), path)
    assert (got.status, got.body) == (status, body)


def test_before_the_first_good_build_a_page_shows_the_problems() -> None:
    assert answer(Outcome({}, "problems"), "/").body == b"problems"


@pytest.mark.parametrize(("name", "kind"), [
    ("index.html", "text/html; charset=utf-8"),
    ("site.css", "text/css; charset=utf-8"),
    ("old.js", "text/javascript; charset=utf-8"),
    ("facts.json", "application/json; charset=utf-8"),
    ("figures.csv", "text/csv; charset=utf-8"),
    ("feed.xml", "application/xml; charset=utf-8"),
    ("chart.SVG", "image/svg+xml; charset=utf-8"),
    ("photo.jpg", "image/jpeg"),
    ("CNAME", "application/octet-stream"),
])
def test_a_file_has_the_media_type_of_its_ending(name: str, kind: str) -> None:
    assert content_type(name) == kind


@pytest.mark.parametrize(("page", "expected"), [
    (b"<html><head><title>t", b"<html><head>SCRIPT<title>t"),
    (b"<HEAD lang=en>\n<meta>", b"<HEAD lang=en>SCRIPT\n<meta>"),
    (b"<head><!-- </head> -->", b"<head>SCRIPT<!-- </head> -->"),
    (b"<header>x</header>", b"<header>x</header>SCRIPT"),
    (b"<head", b"<headSCRIPT"),
    (b"", b"SCRIPT"),
])
def test_the_reload_script_comes_first_in_the_head_or_last_of_all(page: bytes, expected: bytes) -> None:
    script = b'<script src="/livereload.js?host=[::1]&amp;port=8000&amp;snipver=7&amp;mindelay=200&amp;maxdelay=2000"></script>'
    assert with_reload(page, "[::1]", 8000, 7) == expected.replace(b"SCRIPT", script)


GOOD = Outcome({"index.html": b"1", "a.css": b"1", "b.css": b"1"}, "")


@pytest.mark.parametrize(("before", "after", "told"), [
    (GOOD, GOOD, ["*"]),
    (GOOD, Outcome({**GOOD.files, "a.css": b"2"}, ""), ["a.css"]),
    (GOOD, Outcome({**GOOD.files, "a.css": b"2", "b.css": b"2"}, ""), ["a.css", "b.css"]),
    (GOOD, Outcome({**GOOD.files, "a.css": b"2", "index.html": b"2"}, ""), ["*"]),
    (GOOD, Outcome({**GOOD.files, "c.css": b"2"}, ""), ["*"]),
    (GOOD, Outcome(GOOD.files, "problems"), ["*"]),
    (Outcome(GOOD.files, "problems"), Outcome({**GOOD.files, "a.css": b"2"}, ""), ["*"]),
])
def test_only_style_sheets_are_told_apart_and_only_between_good_builds(before: Outcome, after: Outcome, told: list[str]) -> None:
    assert to_reload(before, after) == told


def test_a_page_is_served_with_the_script_and_is_never_kept(one: Preview) -> None:
    got = one.get("/")
    assert (got.status, got.headers["Content-Type"], got.headers["Cache-Control"]) == (200, "text/html; charset=utf-8", "no-store")
    assert '<script src="/livereload.js?host=127.0.0.1&amp;port=' in got.text
    assert got.text.endswith("<title>t</title></head><body>first</body></html>")


@pytest.mark.parametrize(("path", "status", "text"), [
    ("/style.css", 200, ""),
    ("/nowhere.html", 404, "our own 404"),
    ("/" + "a" * 100_000, 404, "our own 404"),
    ("/../../etc/passwd", 404, "our own 404"),
    ("/livereload.js", 200, "LiveReload"),
    ("/livereload", 400, "WebSocket"),
    ("/forcereload", 404, "our own 404"),
])
def test_the_server_answers_over_http_and_says_nothing_of_what_it_is(one: Preview, path: str, status: int, text: str) -> None:
    got = one.get(path)
    assert (got.status, text in got.text) == (status, True)
    assert not [name for name in got.headers if name.lower().startswith(("access-control", "server", "etag"))]


def test_head_is_answered_with_the_length_and_no_body(one: Preview) -> None:
    got = one.get("/", "HEAD")
    assert (got.status, got.text, got.headers["Content-Length"]) == (200, "", str(len(one.get("/").text)))


def test_nothing_can_be_sent(one: Preview) -> None:
    assert one.get("/", "POST").status == 405


# --- Who is answered -------------------------------------------------------------------------------------------------

HOSTS = [("127.0.0.1:{}", True), ("localhost:{}", True), ("LOCALHOST:{}", True), ("[::1]:{}", True),
         ("127.0.0.1", False), ("127.0.0.1:1", False), ("facts.example:{}", False), ("localhost.facts.example:{}", False),
         ("facts.example", False), ("0.0.0.0:{}", False), ("", False)]


@pytest.mark.parametrize(("host", "ours"), HOSTS)
@pytest.mark.parametrize("path", ["/", "/style.css", "/livereload.js"])
def test_a_request_under_a_foreign_name_is_refused(one: Preview, host: str, ours: bool, path: str) -> None:
    assert one.get(path, Host=host.format(one.port)).status == {True: 200, False: 421}[ours]


def test_who_is_refused_is_told_the_right_address_and_nothing_of_the_site(one: Preview) -> None:
    assert one.get("/", Host="facts.example").text == f"421: open http://127.0.0.1:{one.port}/\n"


@pytest.mark.parametrize(("host", "ours"), HOSTS)
def test_a_websocket_under_a_foreign_name_is_refused(one: Preview, host: str, ours: bool) -> None:
    name = host.format(one.port)
    tab = Tab(one, Host=name, Origin=f"http://{name}")
    tab.close()
    assert tab.status == {True: 101, False: 421}[ours]


@pytest.mark.parametrize(("origin", "status"), [
    ("http://127.0.0.1:{}", 101), ("http://127.0.0.1:1", 403), ("http://facts.example", 403),
    ("http://localhost:{}", 403), ("null", 403),
])
def test_a_websocket_opens_only_for_a_page_of_ours(one: Preview, origin: str, status: int) -> None:
    tab = Tab(one, Origin=origin.format(one.port))
    tab.close()
    assert tab.status == status


def test_the_first_line_tells_the_address(preview: Preview) -> None:
    assert preview.first_line == f"Serving on http://127.0.0.1:{preview.port}/ - press Ctrl-C to stop"
    assert preview.port > 0


def test_an_address_open_to_the_network_is_warned_of(tmp_path: Path) -> None:
    with running(tmp_path, "reports", "0.0.0.0") as open_to_all:
        assert open_to_all.first_line.startswith(f"Serving on http://127.0.0.1:{open_to_all.port}/ - press Ctrl-C to stop (warning: ")
        assert open_to_all.get("/").status == 200
        assert open_to_all.get("/", Host=f"facts.example:{open_to_all.port}").status == 421


def test_a_taken_port_is_a_sentence_and_exit_code_1(preview: Preview) -> None:
    sentence = (f"Cannot serve on port {preview.port} of 127.0.0.1: it is taken by another program. "
                f"Try another, e.g. --port {preview.port + 1}")
    assert refusal(preview.folder, "127.0.0.1", preview.port) == (sentence, 1, "")
    assert preview.builds() == 1


def refusal(folder: Path, host: str, port: int) -> tuple[str, int, str]:
    """How a preview that cannot start ends: its first line, its exit code, its complaints."""
    refused = Preview(folder, "reports", host, port)
    try:
        _, complained = refused.process.communicate(timeout=PATIENCE)
    finally:
        refused.process.kill()
    return refused.first_line, refused.process.returncode, complained


@pytest.mark.parametrize(("host", "port", "sentence"), [
    ("127.0.0.1", 70_000, "Cannot serve on port 70000 of 127.0.0.1: ports are the numbers from 0 to 65535. Try another, e.g. --port 8001"),
    ("192.0.2.1", 8000, f"Cannot serve on port 8000 of 192.0.2.1: {os.strerror(errno.EADDRNOTAVAIL)}. Try without --host"),
])
def test_an_impossible_address_is_a_sentence_and_exit_code_1(tmp_path: Path, host: str, port: int, sentence: str) -> None:
    assert refusal(tmp_path, host, port) == (sentence, 1, "")


def test_the_browser_is_opened_at_the_address(tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    opened.touch()
    (tmp_path / "browser.py").write_text("import pathlib, sys\npathlib.Path(__file__).with_name('opened').write_text(sys.argv[1])")
    with running(tmp_path, "open") as preview:
        while not opened.read_text():
            time.sleep(0.005)
        assert opened.read_text() == f"http://127.0.0.1:{preview.port}/"


# --- When it builds --------------------------------------------------------------------------------------------------

def in_place(content: Path) -> None:
    (content / "page.txt").write_text("second")


def as_vim_does(content: Path) -> None:
    (content / "4913").touch()
    (content / "4913").unlink()
    (content / "page.txt").rename(content / "page.txt~")
    (content / "page.txt").write_text("second")
    (content / "page.txt~").unlink()


def by_replacing(content: Path) -> None:
    (content / ".page.txt.new").write_text("second")
    (content / ".page.txt.new").replace(content / "page.txt")


def in_a_new_file(content: Path) -> None:
    (content / "more.txt").write_text("second")


def in_a_new_folder(content: Path) -> None:
    (content / "deep/er").mkdir(parents=True)
    (content / "deep/er/more.txt").write_text("second")


def with_the_folder_made_anew(content: Path) -> None:
    shutil.rmtree(content)
    content.mkdir()
    (content / "page.txt").write_text("second")


def with_another_folder_in_its_place(content: Path) -> None:
    other = content.with_name("other")
    other.mkdir()
    (other / "page.txt").write_text("second")
    content.rename(content.with_name("old"))
    other.rename(content)


def by_deleting(content: Path) -> None:
    (content / "page.txt").unlink()


WAYS_TO_SAVE: list[tuple[Callable[[Path], None], str]] = [
    (in_place, "second"), (as_vim_does, "second"), (by_replacing, "second"), (in_a_new_file, "second"), (in_a_new_folder, "second"),
    (with_the_folder_made_anew, "second"), (with_another_folder_in_its_place, "second"), (by_deleting, "<body></body>"),
]


@pytest.mark.parametrize(("way", "save", "shown"), [
    *((way, *case) for way in ("reports", "looks") for case in WAYS_TO_SAVE), ("exhausted", *WAYS_TO_SAVE[0]),
])
def test_a_save_reaches_the_browser_and_so_does_the_next(tmp_path: Path, way: str, save: Callable[[Path], None], shown: str) -> None:
    with running(tmp_path, way) as preview:
        tab = Tab(preview).greet()
        save(preview.content)
        wait_for_page(preview, tab, shown)
        preview.save("third", "last.txt")
        wait_for_page(preview, tab, "third")
        tab.close()


def test_what_is_saved_in_a_folder_that_came_later_reaches_the_browser(preview: Preview, tab: Tab) -> None:
    in_a_new_folder(preview.content)
    wait_for_page(preview, tab, "second")
    preview.save("third", "deep/er/more.txt")
    wait_for_page(preview, tab, "third")


def wait_for_page(preview: Preview, tab: Tab, wanted: str) -> None:
    """Loads the page as often as the server says, until this is in it; the wire's patience ends a wait in vain."""
    while wanted not in preview.get("/").text:
        assert tab.hear()["command"] == "reload"


@pytest.mark.parametrize("number", [1, 4])
def test_files_saved_at_once_are_built_once(preview: Preview, tab: Tab, number: int) -> None:
    with preview.held():
        for index in range(number):
            (preview.content / f"{index}.txt").write_text(f"text {index}")
    tab.hear()
    assert f"text {number - 1}" in preview.get("/").text
    preview.save("after", "after.txt")
    tab.hear()
    assert preview.builds() == 3


async def noted(folder: Path, act: Callable[[], object]) -> list[float]:
    """What a watch of `content` and `later` notes of an act, and of the folder `later` that is made after it."""
    made = asyncio.Event()
    notes: list[float] = []

    def note(quiet: float) -> None:
        notes.append(quiet)
        made.set()

    watch = Watch(asyncio.get_running_loop(), [str(folder / "content"), str(folder / "later")], note)
    act()
    (folder / "later").mkdir()
    await asyncio.wait_for(made.wait(), PATIENCE)
    watch.close()
    return notes


LEFT_BY_PROGRAMS = ["content/.hidden.txt", "content/page.txt~", "content/.#page.txt", "content/#page.txt#", "content/.page.txt.swp",
                    "content/4913", "content/page.txt___jb_tmp___", "content/.git/index", "content/__pycache__/x.pyc", "beside.txt"]


@pytest.mark.parametrize("name", LEFT_BY_PROGRAMS)
def test_what_no_author_wrote_is_not_noted(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / "content").mkdir(exist_ok=True)
    assert asyncio.run(noted(tmp_path, lambda: (tmp_path / name).write_text("x"))) == [UNDER_WAY]


@pytest.mark.parametrize("name", LEFT_BY_PROGRAMS)
def test_what_no_author_wrote_is_overlooked(tmp_path: Path, name: str) -> None:
    (tmp_path / "content").mkdir()
    before = snapshot([str(tmp_path / "content")])
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("x")
    assert snapshot([str(tmp_path / "content")]) == before


@pytest.mark.parametrize("name", ["content/2024/x.md", "content/a#b.md", "content/a.swp.md", "content/page~1.txt"])
def test_what_an_author_wrote_is_noted_as_begun_and_as_finished(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True)
    notes = asyncio.run(noted(tmp_path, lambda: (tmp_path / name).write_text("x")))
    assert notes == [UNDER_WAY, UNDER_WAY, SETTLED, UNDER_WAY]


async def looked_at(folder: Path, act: Callable[[], object]) -> list[float]:
    """What looking at a folder notes of an act, up to the point where it has come to rest."""
    reached = {UNDER_WAY: asyncio.Event(), SETTLED: asyncio.Event()}
    notes: list[float] = []

    def note(quiet: float) -> None:
        notes.append(quiet)
        reached[quiet].set()

    looks = _Looks(asyncio.get_running_loop(), note)
    looks.follow([str(folder)])
    act()
    await asyncio.wait_for(reached[SETTLED].wait(), PATIENCE)
    looks.close()
    return notes


def test_looking_finds_a_change_and_soon_that_it_has_come_to_rest(tmp_path: Path) -> None:
    assert asyncio.run(looked_at(tmp_path, lambda: (tmp_path / "x.md").write_text("x"))) == [UNDER_WAY, SETTLED]


class Clock:
    """A clock that goes only when told; what was to happen at a time that passes, happens."""

    def __init__(self) -> None:
        self.now = 0.0
        self.due: list[tuple[float, Callable[[], object]]] = []

    def time(self) -> float:
        return self.now

    def call_at(self, when: float, callback: Callable[[], object]) -> "Clock":
        self.due = [(when, callback)]
        return self

    def cancel(self) -> None:
        self.due = []

    def go_to(self, moment: float) -> None:
        for when, callback in [pair for pair in self.due if pair[0] <= moment]:
            self.now, self.due = when, []
            callback()
        self.now = moment


@pytest.mark.parametrize(("notes", "builds"), [
    ([(0, SETTLED)], [SETTLED]),
    ([(0, SETTLED), (0.002, SETTLED), (0.006, SETTLED)], [0.006 + SETTLED]),
    ([(0, SETTLED), (1, SETTLED)], [SETTLED, 1 + SETTLED]),
    ([(0, UNDER_WAY)], [UNDER_WAY]),
    ([(0, UNDER_WAY), (0.05, SETTLED)], [0.05 + SETTLED]),
    ([(0, SETTLED), (0.001, UNDER_WAY)], [SETTLED]),
    ([(moment / 1000, SETTLED) for moment in range(0, 600, 4)], [AT_MOST, 0.596 + SETTLED]),
], ids=["one", "a burst", "two", "unfinished", "renamed away and written anew", "finished, then another begun", "without a pause"])
def test_a_batch_is_built_when_it_is_over(notes: Sequence[tuple[float, float]], builds: list[float]) -> None:
    clock, built = Clock(), list[float]()
    batch = Batch(clock, lambda: built.append(clock.now))
    for moment, quiet in notes:
        clock.go_to(moment)
        batch.note(quiet)
    clock.go_to(5)
    assert built == pytest.approx(builds)


def test_a_path_that_is_not_there_yet_is_awaited(preview: Preview, tab: Tab) -> None:
    later = preview.folder / "later"
    later.mkdir()
    tab.hear()
    (later / "x.txt").write_text("second")
    wait_for_page(preview, tab, "second")


def test_a_path_that_is_named_later_is_watched_too(preview: Preview, tab: Tab) -> None:
    elsewhere = preview.folder / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "x.txt").write_text("second")
    preview.save(str(elsewhere), "also")
    wait_for_page(preview, tab, "second")
    (elsewhere / "x.txt").write_text("third")
    wait_for_page(preview, tab, "third")


def test_a_path_that_is_named_later_may_have_changed_already(tmp_path: Path) -> None:
    async def notes_of(folders: Sequence[str]) -> list[float]:
        notes: list[float] = []
        watch = Watch(asyncio.get_running_loop(), folders[:1], notes.append)
        watch.follow(folders[:1])
        watch.follow(folders)
        watch.close()
        return notes

    assert asyncio.run(notes_of([str(tmp_path), str(tmp_path / "new")])) == [UNDER_WAY]


def test_a_link_is_followed_to_where_it_leads_now(preview: Preview, tab: Tab) -> None:
    for name in ("one", "two"):
        (preview.folder / name).mkdir()
        (preview.folder / name / "x.txt").write_text(f"is in {name}")
        (preview.folder / "link").symlink_to(preview.folder / name)
        (preview.folder / "link").replace(preview.folder / "later")
        wait_for_page(preview, tab, f"is in {name}")
        (preview.folder / name / "x.txt").write_text(f"was in {name}")
        wait_for_page(preview, tab, f"was in {name}")


@pytest.mark.parametrize("times", [2, 5])
def test_saves_in_quick_succession_all_reach_the_browser(preview: Preview, tab: Tab, times: int) -> None:
    for number in range(times):
        preview.save(f"save {number}")
        tab.hear()
        assert f"save {number}" in preview.get("/").text


def test_a_save_during_a_build_is_built_after_it(preview: Preview, tab: Tab) -> None:
    preview.save("slow")
    wait_until_begun(preview)
    preview.save("the last")
    tab.hear()
    tab.hear()
    assert "the last" in preview.get("/").text


def wait_until_begun(preview: Preview) -> None:
    while not (preview.folder / "begun").exists():
        time.sleep(0.005)


def test_after_many_saves_without_a_pause_the_last_one_is_shown(preview: Preview, tab: Tab) -> None:
    for number in range(300):
        (preview.content / "page.txt").write_text(f"save {number}.")
    wait_for_page(preview, tab, "save 299.")
    assert preview.builds() < 150


def test_a_page_loaded_before_the_save_and_connected_after_it_is_told(preview: Preview, tab: Tab) -> None:
    before = preview.get("/").text.partition("snipver=")[2].partition("&")[0]
    preview.save("second")
    tab.hear()
    now = preview.get("/").text.partition("snipver=")[2].partition("&")[0]
    late, current = Tab(preview, version=before).greet(), Tab(preview, version=now).greet()
    assert (late.hear()["command"], current.is_left_in_peace()) == ("reload", True)
    late.close()
    current.close()


def test_a_changed_style_sheet_is_swapped_without_loading_the_page_again(preview: Preview, tab: Tab) -> None:
    preview.save("p { color: red }", "style.css")
    assert tab.hear()["path"] == "style.css"
    preview.save("second")
    assert tab.hear()["path"] == "*"


# --- What goes wrong -------------------------------------------------------------------------------------------------

@pytest.mark.parametrize(("text", "shown"), [
    ("broken <b>text</b>", "Problem: broken <b>text</b>"),
    ("a mistake", "The build broke off: ValueError: no such &lt;thing&gt;"),
    ("leave", "The build broke off: SystemExit: leaving"),
])
def test_a_broken_save_is_shown_in_the_page_until_a_good_one_heals_it(preview: Preview, tab: Tab, text: str, shown: str) -> None:
    preview.save(text)
    assert tab.hear()["path"] == "*"
    page = preview.get("/")
    assert (page.status, shown in page.text, "/livereload.js" in page.text) == (500, True, True)
    assert preview.get("/style.css").status == 200
    preview.save("mended")
    assert tab.hear()["path"] == "*"
    assert (preview.get("/").status, "mended" in preview.get("/").text) == (200, True)


def test_a_build_that_breaks_off_is_told_in_one_line(preview: Preview, tab: Tab) -> None:
    preview.save("a mistake")
    tab.hear()
    said = "The build broke off: ValueError: no such <thing>. The preview goes on; save a file to try again.\n"
    assert preview.end() == (0, said, "")


NONSENSE = ["", "no JSON", "[]", "5", "{}", '{"command": 7}', "[" * 5000, '{"command": "hello", "snipver": {}}']


def test_nonsense_on_the_websocket_harms_nobody(preview: Preview, tab: Tab) -> None:
    strangers = [Tab(preview) for _ in NONSENSE]
    for stranger, message in zip(strangers, NONSENSE, strict=True):
        stranger.send(message)
    preview.save("second")
    assert tab.hear()["command"] == "reload"
    for stranger in strangers:
        stranger.close()
    assert preview.end() == (0, "", "")


def test_a_browser_that_vanishes_is_not_missed(preview: Preview, tab: Tab) -> None:
    for _ in range(3):
        Tab(preview).greet().close()
    for number in range(3):
        preview.save(f"save {number}")
        assert tab.hear()["command"] == "reload"
    assert preview.end() == (0, "", "")


@pytest.fixture
def said() -> Iterator[list[str]]:
    """What the libraries' logs say through the preview."""
    sentences: list[str] = []
    _silence_logs(sentences.append)
    yield sentences
    for name in ("tornado.access", "tornado.application", "tornado.general", "livereload", "asyncio"):
        logging.getLogger(name).filters.clear()


@pytest.mark.parametrize("name", ["tornado.application", "tornado.general", "livereload", "asyncio"])
def test_a_real_fault_of_a_library_is_one_sentence(said: list[str], name: str, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger(name).error("Uncaught exception", exc_info=ValueError("one\ntwo"))
    assert (said, caplog.records) == (["The preview met a fault and goes on: ValueError: one two"], [])


@pytest.mark.parametrize("fault", [ConnectionResetError(), BrokenPipeError(), KeyboardInterrupt()])
def test_a_connection_that_breaks_is_no_fault(said: list[str], fault: BaseException, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("asyncio").error("Task exception was never retrieved", exc_info=fault)
    logging.getLogger("tornado.access").warning("404 GET /favicon.ico")
    assert (said, caplog.records) == ([], [])


# --- How it ends -----------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_quietly_though_browsers_are_still_connected(preview: Preview, tab: Tab, how: int) -> None:
    stranger = socket.create_connection(("127.0.0.1", preview.port))
    stranger.sendall(b"no HTTP at all\r\n\r\n")
    statuses = [preview.get("/", Host="facts.example").status, preview.get("/nowhere").status, preview.get("/", "POST").status]
    waiting = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=PATIENCE)
    waiting.request("GET", "/")
    waiting.getresponse().read()
    assert (preview.end(how), statuses) == ((0, "", ""), [421, 404, 405])
    assert tab.stream.read(1) == b"\x88"  # the frame that says goodbye
    waiting.close()
    stranger.close()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("build", ["endless", "stubborn"])
def test_a_build_without_end_is_broken_off(preview: Preview, build: str, how: int) -> None:
    assert preview.get("/").status == 200
    preview.save(build)
    wait_until_begun(preview)
    assert preview.end(how) == (0, "", "")


def test_no_warning_of_an_aging_library_is_printed(tmp_path: Path) -> None:
    with running(tmp_path, "reports", "127.0.0.1", "0", "-X", "dev", "-W", "error") as strict:
        tab = Tab(strict).greet()
        strict.get("/livereload.js")
        strict.save("second")
        tab.hear()
        tab.close()
        assert strict.end() == (0, "", "")
