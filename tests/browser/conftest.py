"""A real Chromium, told to stay at home, and servers that answer as GitHub Pages does."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal, NamedTuple

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, Response, sync_playwright

from tests.conftest import built, chromium, copy_of

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")
Scheme = Literal["light", "dark"]
Open = Callable[..., "View"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield started
        started.close()


class View(NamedTuple):
    """An open page, and whatever went wrong on it, in sentences."""

    page: Page
    troubles: list[str]

    def visit(self, address: str) -> list[str]:
        """Opens an address; what went wrong on the way."""
        del self.troubles[:]
        self.page.goto(address, wait_until="load")
        return [f"{address}: {trouble}" for trouble in self.troubles]

    def visit_and_wait(self, *addresses: str) -> list[str]:
        """The same for pages side by side, with time for what a page asks for once it is shown, such as its icon."""
        tabs = [watched(self.page.context.new_page()) for _ in addresses]
        for address, tab in zip(addresses, tabs, strict=True):
            tab.visit(address)
        for tab in tabs:
            tab.page.wait_for_load_state("networkidle")
            tab.page.close()
        return [f"{address}: {trouble}" for address, tab in zip(addresses, tabs, strict=True) for trouble in tab.troubles]


@pytest.fixture
def view(browser: Browser) -> Iterator[Open]:
    """Opens a tab: `view(scheme="dark", width=320, scripts=False, zone="Asia/Tokyo")`."""
    contexts = []

    def opened(scheme: Scheme = "light", width: int = 1280, scripts: bool = True, zone: str = "UTC") -> View:
        context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}, java_script_enabled=scripts, timezone_id=zone)
        contexts.append(context)
        return watched(context.new_page())

    yield opened
    for context in contexts:
        context.close()


def watched(page: Page) -> View:
    """Writes down every request that fails or leaves the house, every message on the console, every error of a script."""
    view = View(page, [])

    def asked(request: Request) -> None:
        if not at_home(request.url):
            view.troubles.append(f"asked another host: {request.url}")

    def answered(response: Response) -> None:
        if response.status >= 400 and response.request.resource_type != "document":
            view.troubles.append(f"{response.status} for {response.url}")

    def failed(request: Request) -> None:
        view.troubles.append(f"failed: {request.url} ({request.failure})")

    def said(message: ConsoleMessage) -> None:
        if not answer_of_a_document(message):
            view.troubles.append(f"console {message.type}: {message.text}")

    def broke(error: Error) -> None:
        view.troubles.append(f"script: {error.message}")

    view.page.on("request", asked)
    view.page.on("response", answered)
    view.page.on("requestfailed", failed)
    view.page.on("console", said)
    view.page.on("pageerror", broke)
    return view


def at_home(url: str) -> bool:
    return url.startswith(("file://", "data:", "blob:", "about:", "http://127.0.0.1:"))


def answer_of_a_document(message: ConsoleMessage) -> bool:
    """Chromium itself reports the status 404 of a page that was asked for because it is not there."""
    return message.location["url"] == message.page.url if message.page and "status of 404" in message.text else False


class Pages(SimpleHTTPRequestHandler):
    """Serves a folder below a prefix; anything else gets the folder's 404.html, as on GitHub Pages."""

    prefix = "/"

    def translate_path(self, path: str) -> str:
        inside = path.startswith(self.prefix)
        return super().translate_path("/" + path[len(self.prefix):]) if inside else str(Path(self.directory) / "no such file")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class PagesInFolder(Pages):
    prefix = "/repo-name/"


@pytest.fixture(scope="session")
def addresses(either_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Where a site is to be seen: from disk, at the top of a host, and in a folder of a host, as GitHub's address has it."""
    top, below = served(either_site, Pages), served_in_folder(either_site.parent, tmp_path_factory.mktemp("served"))
    yield {"disk": either_site.as_uri() + "/", "top": address(top, "/"), "folder": address(below, PagesInFolder.prefix)}
    for server in (top, below):
        server.shutdown()
        server.server_close()


def served(folder: Path, handler: type[Pages]) -> ThreadingHTTPServer:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    return server


def served_in_folder(project: Path, folder: Path) -> ThreadingHTTPServer:
    """The site built for the very address it is served at, as the Pages workflow does."""
    site = copy_of(project, folder)
    server = served(site.output, PagesInFolder)
    built(site, "--url", address(server, PagesInFolder.prefix))
    return server


def address(server: ThreadingHTTPServer, prefix: str) -> str:
    return f"http://127.0.0.1:{server.server_address[1]}{prefix}"


@pytest.fixture(scope="session")
def all_pages(either_site: Path) -> list[str]:
    """Every page of a site, by its address within it."""
    return sorted(str(path.relative_to(either_site)) for path in either_site.rglob("*.html"))


@pytest.fixture(scope="session")
def pages(either_site: Path, all_pages: list[str]) -> list[str]:
    """A page of each kind: of those to embed, which are all alike, the one with the most on it."""
    embedded = [page for page in all_pages if page.startswith("embed/")]
    most = max(embedded, key=lambda page: (either_site / page).stat().st_size)
    return [page for page in all_pages if page == most or page not in embedded]
