"""What to say when a template fails: in which file and line, what is wrong, what was probably meant."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from factsheet.problem import Unreadable, nearest
from factsheet.record import Record

if TYPE_CHECKING:
    from jinja2 import Environment, TemplateSyntaxError, Undefined


class Words(str):
    """Jinja's message about an undefined value, with that value."""

    __slots__ = ("about",)
    about: "Undefined"


def missing() -> "type[Undefined]":
    """Jinja's strict kind of undefined value, whose message can be asked what it is about."""
    from jinja2 import StrictUndefined

    class Missing(StrictUndefined):
        """Any use of it is an error."""

        __slots__ = ()

        @property
        def _undefined_message(self) -> str:
            words = Words(super()._undefined_message)
            words.about = self
            return words

    return Missing


class Spot(Record):
    """A line of a template that was being drawn, and the names known there."""

    path: str
    line: int
    names: tuple[str, ...] = ()

    def text(self) -> str:
        """What stands on the line."""
        try:
            with open(self.path, encoding="utf-8", errors="replace") as file:
                return file.read().split("\n")[self.line - 1]
        except (OSError, IndexError):
            return ""


def fault(error: Exception, jinja: "Environment", path: str) -> Unreadable:
    """An error inside a template as a problem with a place."""
    spots = [Spot(path, 1), *_spots(error)]
    message, hint, spot = _sentence(error, jinja, spots)
    problem = Unreadable(f"{spot.path}:{spot.line}: {message}", hint, rule="template")
    problem.path, problem.line = spot.path, spot.line
    return problem


def _spots(error: Exception) -> Iterator[Spot]:
    """The lines of templates that the error passed through, the outermost first."""
    trace = error.__traceback__
    while trace is not None:
        frame = trace.tb_frame
        if "__jinja_exception__" in frame.f_globals:
            yield Spot(frame.f_code.co_filename, trace.tb_lineno, tuple(map(str, frame.f_locals)))
        trace = trace.tb_next


def _sentence(error: Exception, jinja: "Environment", spots: list[Spot]) -> tuple[str, str, Spot]:
    """What is wrong, what to do, and on which of the lines."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        return _unreadable(error, jinja, spots[0])
    if isinstance(error, TemplateNotFound):
        return _not_found(str(error.name), jinja, spots[-1])
    if isinstance(error.args[0] if error.args else None, Words):
        return _undefined(error.args[0], spots)
    if isinstance(error, UnicodeDecodeError):
        return "the template is not UTF-8 text", "Save it again as UTF-8.", spots[-1]
    if isinstance(error, Unreadable):
        return error.message, error.hint, spots[-1]
    return f"the template fails here: {error} ({type(error).__name__})", "", spots[-1]


def _unreadable(error: "TemplateSyntaxError", jinja: "Environment", spot: Spot) -> tuple[str, str, Spot]:
    """A template that is not one: a tag without its end, an unknown tag or filter."""
    said, where = str(error.message), Spot(error.filename or spot.path, error.lineno)
    for kind, known in (("filter", list(jinja.filters)), ("test", list(jinja.tests))):
        if said.startswith(f"No {kind} named '"):
            name = said.split("'")[1]
            return f"there is no {kind} `{name}`{_meant(name, known)}", f"Use a {kind} that exists.", where
    hint = "Every tag that is opened needs its end, as in {{ name }} and {% if %}...{% endif %}."
    return f"the template cannot be read: {said}", hint, where


def _not_found(name: str, jinja: "Environment", spot: Spot) -> tuple[str, str, Spot]:
    """A template that is in none of the folders."""
    hint = f"Templates are looked for in {', '.join(getattr(jinja.loader, 'searchpath', []))}."
    return f"the template `{name}` does not exist{_meant(name, jinja.list_templates())}", hint, spot


def _undefined(words: Words, spots: list[Spot]) -> tuple[str, str, Spot]:
    """A name or attribute that does not exist; its line is the innermost on which it is written."""
    from jinja2.utils import missing

    about, name = words.about, str(words.about._undefined_name)
    spot = next((spot for spot in reversed(spots) if _written(name, spot)), spots[-1])
    text = _written(name, spot) or name
    if about._undefined_hint:
        return f"the template uses what does not exist: {about._undefined_hint}", ASK, spot
    if about._undefined_obj is None and "." in text:
        return f"the template uses `{text}`, but `{text.rpartition('.')[0]}` is none", ASK, spot
    known = spot.names if about._undefined_obj is missing else _names(about._undefined_obj)
    return f"the template uses `{text}`, which does not exist{_meant(name, known)}", ASK, spot


ASK = "Mend the name, or ask first whether it is there: {% if figure.note is defined %}."


def _written(name: str, spot: Spot) -> str:
    """The name as the line has it: `figure.note`, `table['note']`, `note`."""
    import re

    name, before = re.escape(name), r"\w[\w.\[\]'\"]*"
    found = re.search(rf"{before}\[['\"]?{name}['\"]?\]|(?:{before}\.)?\b{name}\b", spot.text())
    return found[0] if found else ""


def _names(value: object) -> list[str]:
    """What may be asked of a value."""
    names = value if isinstance(value, Mapping) else dir(value)
    return [name for name in names if isinstance(name, str) and not name.startswith("_")]


def _meant(name: str, known: Iterable[str]) -> str:
    """The question whether a known name was meant, if one is near."""
    near = nearest(name, [*known])
    return f"; did you mean `{near}`?" if near else ""
