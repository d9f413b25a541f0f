"""An author's text as YAML: plain where our own reader reads it back as the same, else in double quotes."""

from factsheet.content import source
from factsheet.content.nodes import Mapping, Text
from factsheet.problem import Unreadable

AFTER = ("}", " }", ", l: m}", "\n}")  # what may follow a text in braces: some are a text before one, and a mistake before another


def one_line(text: str) -> str:
    """A text on one line, without the spaces round it."""
    return " ".join(part for line in text.splitlines() if (part := line.strip(" \t")))


def scalar(text: str, flow: bool = False) -> str:
    """A one-line text as it is to stand after `key: `; `flow` inside { }. Unreadable for what no sheet may hold."""
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    for typed in (text, quoted):
        if typed and all(_reads(typed, rest) == text for rest in (AFTER if flow else "\n")):
            return typed
    raise Unreadable(f"A text of signs that can be seen is wanted; found {text!a}, which no sheet may hold.", "Type the text anew, without its invisible signs.")


def _reads(typed: str, rest: str) -> str | None:
    """The value that is read from what is typed, where the rest follows it: in braces, if that closes them."""
    if any("\ud800" <= sign <= "\udfff" for sign in typed):
        return None
    node, problems = source.read(f"{'{' * rest.endswith('}')}k: {typed}{rest}", "")
    value = node.entries.get("k") if isinstance(node, Mapping) and not problems else None
    return value.value if isinstance(value, Text) else None
