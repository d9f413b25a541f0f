"""The one door to argparse: the words of a call become options. A call without words needs none of it, and is the one made most."""

import argparse
from typing import NoReturn

from factsheet import __version__
from factsheet.options import Options
from factsheet.problem import Unreadable, nearest
from factsheet.report import visible

ABOUT = """\
commands:
  build        build the site (the same as no command)
  serve        build, preview on 127.0.0.1, and reload the browser on every save
  check        hold the content to every rule; nothing is written
  lock         look up every quotation in the sources' texts and write what was found into facts.lock
  update FIGURE VALUE --as-of DATE --source ID --evidence WORDS
               write a new value of a figure into facts.yaml; what it replaces is kept, and marked with --kind and --why
  new FOLDER   begin a new site to fill in
"""
UPDATE = (
    ("--as-of", "DATE", 'when the new value was true: 2026-05, or "not stated"'),
    ("--source", "ID", "its source, as under `sources`"),
    ("--evidence", "WORDS", "the words of the source that carry it"),
    ("--said-by", "NAME", "who said it"),
    ("--reads-as", "WORDS", "how a person reads the evidence"),
    ("--kind", "KIND", "what becomes of the old value: update, revision, correction, retraction"),
    ("--why", "WORDS", "why, in a sentence for readers"),
    ("--scope", "WORDS", "what else the change touches, or not"),
)


DEFAULT = Options()


class Parser(argparse.ArgumentParser):
    """argparse, with a sentence that says which word was meant."""

    def error(self, message: str) -> NoReturn:
        word = message.rpartition(": ")[2].split(" ")[0].split("=")[0] if "unrecognized" in message else ""
        known = [option for action in self._actions for option in action.option_strings]
        meant = nearest(word, known) if word.startswith("-") else ""
        hint = f" Did you mean {meant}?" if meant else ""
        self.exit(2, f"factsheet: {visible(message)}.{hint} `{self.prog} --help` tells all.\n")


def parser() -> Parser:
    """The options that every command understands; options.py holds what they are when nothing is said."""
    made = Parser(
        prog="factsheet",
        description="A fact sheet site from YAML and Markdown; every fact held to its evidence.",
        epilog=ABOUT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    made.add_argument("command", nargs="?", default=DEFAULT.command, metavar="COMMAND", help="build (default), serve, check, lock, update or new")
    made.add_argument("folder", nargs="?", default=DEFAULT.folder, metavar="FOLDER", help="for new: the folder to make; for update: the figure")
    made.add_argument("value", nargs="?", default=DEFAULT.value, metavar="VALUE", help="for update: the new value")
    made.add_argument("-o", "--output", default=DEFAULT.output, metavar="FOLDER", help="where the site is written (default: _site)")
    made.add_argument("--content", default=DEFAULT.content, metavar="FOLDER", help="where the content lies (default: content)")
    made.add_argument("-s", "--strict", action="store_true", help="warnings fail, too")
    made.add_argument("--format", choices=("text", "json", "github"), default=DEFAULT.format, help="how problems are printed")
    made.add_argument(
        "--color", choices=("auto", "always", "never"), default=DEFAULT.color, help="colours in problems (NO_COLOR is heeded)"
    )
    made.add_argument("--today", type=read_day, default=DEFAULT.today, metavar="DATE", help="check as on this day: 2026-01-31")
    made.add_argument(
        "--url", type=_url, default=None, metavar="ADDRESS", help="the address the site will have, in place of url in site.yaml"
    )
    made.add_argument("-p", "--port", type=_port, default=DEFAULT.port, help="for serve: the port (default: 8000; 0 takes a free one)")
    made.add_argument("--host", default=DEFAULT.host, help="for serve: the address to listen on (default: 127.0.0.1)")
    made.add_argument("--open", action="store_true", help="for serve: open the browser")
    told = made.add_argument_group("for update")
    for option, word, about in UPDATE:
        told.add_argument(option, default="", metavar=word, help=about)
    told.add_argument("--beside", action="store_true", help="let the value that is shown stand beside the new one")
    made.add_argument("-q", "--quiet", action="store_true", help="print problems only")
    made.add_argument("-v", "--verbose", action="store_true", help="print each stage's findings and files, too")
    made.add_argument("--debug", action="store_true", help="show a traceback if the program itself fails")
    made.add_argument("-V", "--version", action="version", version=f"factsheet {__version__}")
    return made


def read_day(text: str) -> int:
    """The number of a day."""
    from factsheet.reading.dates import read

    try:
        date = read(text)
    except Unreadable as error:
        raise argparse.ArgumentTypeError(f"{error.message} {error.hint}") from None
    if date.earliest is None or date.earliest != date.latest:
        raise argparse.ArgumentTypeError(f"one day is wanted, such as 2026-01-31; found `{visible(text)}`")
    return date.earliest


def _url(text: str) -> str:
    from factsheet.content.kinds import read_site_address

    try:
        return read_site_address(text)
    except Unreadable as error:
        raise argparse.ArgumentTypeError(error.message) from None


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text[:6]) > 65535:
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to 65535; found `{visible(text)}`")
    return int(text)


def read(words: list[str]) -> Options:
    """The options that the words ask for; a wrong call ends here, with a sentence and exit code 2."""
    return Options(**vars(parser().parse_intermixed_args(words)))
