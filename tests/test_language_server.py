"""What an author sees in an editor: keys complete, explain themselves, and a slip is marked, by the real YAML language server."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from factsheet.content.fields import FIGURE, SHEET
from tests.conftest import PROJECT, language_server

pytestmark = pytest.mark.language_server

MODELINE = "# yaml-language-server: $schema=facts.schema.json\n"
SHEET_TEXT = MODELINE + """\
title: The harbour
figures:
  ships:
    label: Ships that called
    unit: {one: ship, other: ships}
    value: over 1,200
    as_of: 2024
    evidense: over 1,200 ships
    """
SECONDS = 60


class Editor:
    """The editor's half of the conversation, in JSON-RPC over pipes: a header with the length, an empty line, the message."""

    def __init__(self, folder: Path):
        command = ["node", language_server(), "--stdio"]
        self.server = subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.messages: Queue[dict[str, Any]] = Queue()
        self.asked = 0
        threading.Thread(target=self._listen, daemon=True).start()
        self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
        self.tell("initialized", {})
        wanted = {"schemaStore": {"enable": False}, "hover": True, "completion": True}
        self.tell("workspace/didChangeConfiguration", {"settings": {"yaml": wanted}})

    def _listen(self) -> None:
        while (header := self._out().readline()):
            length = int(header.split(b":")[1])
            self._out().readline()
            self.messages.put(json.loads(self._out().read(length)))

    def _out(self) -> Any:
        return self.server.stdout

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.server.stdin
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.server.stdin.flush()

    def tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: object) -> Any:
        """Asks, and waits for the answer."""
        self.asked += 1
        self._send({"id": self.asked, "method": method, "params": params})
        return next(message["result"] for message in self.heard() if message.get("id") == self.asked and "method" not in message)

    def heard(self) -> Iterator[dict[str, Any]]:
        while True:
            yield self.messages.get(timeout=SECONDS)

    def open(self, path: Path) -> list[dict[str, Any]]:
        """Opens a file; what the editor would underline in it."""
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": path.read_text("utf-8")}
        self.tell("textDocument/didOpen", {"textDocument": document})
        found = (message["params"] for message in self.heard() if message.get("method") == "textDocument/publishDiagnostics")
        diagnostics: list[dict[str, Any]] = next(params["diagnostics"] for params in found if params["uri"] == path.as_uri())
        return diagnostics

    def at(self, method: str, path: Path, line: int, column: int) -> Any:
        """Asks about a place in a file; line and column count from 0, as editors do."""
        return self.ask(f"textDocument/{method}", {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": column}})

    def close(self) -> None:
        self.ask("shutdown", None)
        self.tell("exit", None)
        assert self.server.stdin
        self.server.stdin.close()
        self.server.wait(SECONDS)
        self._out().close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content folder with the schema that the program prints, and a sheet with a slip in it."""
    folder = tmp_path_factory.mktemp("content")
    schema = subprocess.run([sys.executable, "-m", "factsheet.content.schema"], cwd=PROJECT, capture_output=True, check=True).stdout
    (folder / "facts.schema.json").write_bytes(schema)
    (folder / "facts.yaml").write_text(SHEET_TEXT, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def editor(folder: Path) -> Iterator[Editor]:
    editor = Editor(folder)
    yield editor
    editor.close()


@pytest.fixture(scope="module")
def underlined(editor: Editor, folder: Path) -> list[dict[str, Any]]:
    return editor.open(folder / "facts.yaml")


def test_a_key_that_does_not_exist_is_underlined_where_it_stands(underlined: list[dict[str, Any]]) -> None:
    lines = SHEET_TEXT.splitlines()
    marked = [lines[found["range"]["start"]["line"]].strip() for found in underlined if "evidense" in found["message"]]
    assert marked == ["evidense: over 1,200 ships"]


def test_a_sheet_without_a_slip_is_not_underlined(editor: Editor, folder: Path) -> None:
    sound = folder / "sound.yaml"
    sound.write_text(SHEET_TEXT.replace("evidense", "evidence").rstrip(" "), encoding="utf-8")
    assert editor.open(sound) == []


@pytest.mark.usefixtures("underlined")
def test_the_keys_that_are_still_missing_are_offered(editor: Editor, folder: Path) -> None:
    last = len(SHEET_TEXT.splitlines()) - 1
    answer = editor.at("completion", folder / "facts.yaml", last, 4)
    offered = {item["label"] for item in answer["items"]}
    written = {"label", "unit", "value", "as_of"}
    assert {field.name for field in FIGURE.fields} - written <= offered
    assert not written & offered


@pytest.mark.usefixtures("underlined")
@pytest.mark.parametrize(("line", "column", "field"), [
    (1, 2, next(field for field in SHEET.fields if field.name == "title")),
    (6, 6, next(field for field in FIGURE.fields if field.name == "value")),
    (7, 6, next(field for field in FIGURE.fields if field.name == "as_of")),
], ids=["title", "value", "as_of"])
def test_a_key_explains_itself_under_the_pointer(editor: Editor, folder: Path, line: int, column: int, field: Any) -> None:
    answer = editor.at("hover", folder / "facts.yaml", line, column)
    shown = answer["contents"]["value"].replace("\\", "").replace("&nbsp;", " ")
    assert field.about[:40] in shown
