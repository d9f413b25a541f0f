"""The one door to Jinja: a template and its variables in, a page out.

Every template is escaped, whatever its file is called: what is drawn here is markup. An unknown name is an error.

Importing Jinja takes longer than all the rest of a small build. So Jinja compiles each template once; the code is kept
in a cache file and run by `runtime.py`. Only templates made of what PLAIN and CHECKS allow are run so; the others, and
every drawing in which that engine stumbles, go to Jinja itself: slower, never different. Two conditions: drawing a page
twice does no harm (variables are values), and a filter of the caller's gives equal results for equal values.

The cache holds code that will be run. It needs no more trust than the templates beside it: they are programs as well.
"""

import marshal
import os
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from factsheet.fresh import keep
from factsheet.problem import Unreadable, nearest

if TYPE_CHECKING:
    from types import CodeType

    from jinja2 import Environment, TemplateSyntaxError, Undefined, nodes

    from factsheet.page.runtime import Engine

MAGIC = b"factsheet templates 1\n"
SETTLED = 2_000_000_000  # ns: a file this old gets another time when it is written again, even where clocks are coarse
TRIED = "3.1."  # the versions of Jinja whose compiled code the small engine knows

PLAIN = frozenset({
    "Add", "And", "Assign", "AssignBlock", "Block", "Call", "CallBlock", "Compare", "Concat", "CondExpr", "Const",
    "Dict", "Div", "Extends", "Filter", "FilterBlock", "FloorDiv", "For", "FromImport", "Getattr", "Getitem", "If",
    "Import", "Include", "Keyword", "List", "Macro", "Mod", "Mul", "Name", "Neg", "Not", "NSRef", "Operand", "Or",
    "Output", "Pair", "Pos", "Pow", "Slice", "Sub", "TemplateData", "Test", "Tuple", "With"})
FOREIGN = frozenset({"self", "lipsum", "cycler", "joiner"})
PICKING = frozenset({"map", "select", "reject", "selectattr", "rejectattr"})


class Compiled(NamedTuple):
    """A template's file, what it held, its code, the templates it names; or why only Jinja may draw it."""

    stamp: tuple[str | int, ...]
    source: bytes
    code: bytes = b""
    needs: tuple[str, ...] = ()
    why: str = ""


class Templates:
    """The templates of some folders, each searched for in the first that has it."""

    def __init__(self, folders: Sequence[str], filters: Mapping[str, Callable[..., object]], cache: str | None) -> None:
        self.slow: dict[str, str] = {}  # templates that Jinja itself drew, and why
        self._folders, self._filters, self._cache = tuple(folders), dict(filters), cache
        self._plain = {name for name, function in filters.items() if not hasattr(function, "jinja_pass_arg")}
        self._made_by: tuple[str, ...] = ()
        self._kept: dict[str, Compiled] | None = None
        self._seen: dict[str, Compiled] = {}
        self._whys: dict[str, str] = {}
        self._engine: Engine | None = None
        self._jinja: Environment | None = None

    def render(self, name: str, variables: Mapping[str, object]) -> str:
        """The page that this template draws; Unreadable, with the file and line, where it cannot."""
        from factsheet.page.runtime import Unlike

        why = self.why(name) or _spent_by_one_drawing(variables)
        if not why:
            try:
                return self.by_runtime(name, variables)
            except (Exception, Unlike) as stumble:  # noqa: BLE001 - whatever it was, Jinja draws it or says it better
                why = repr(stumble)
        self.slow[name] = why
        return self.by_jinja(name, variables)

    def why(self, name: str) -> str:
        """Why only Jinja may draw this template, or nothing."""
        if name not in self._whys:
            before = len(self._seen)
            family = [self._compiled(relative).why for relative in self._family(name)]
            self._whys[name] = next(filter(None, family), "")
            if len(self._seen) > before:
                self._keep()
        return self._whys[name]

    def by_runtime(self, name: str, variables: Mapping[str, object]) -> str:
        """The page as the small engine draws it, with that engine's own errors."""
        if self._engine is None:
            from factsheet.page.runtime import Engine

            filters = {name: self._filters[name] for name in self._plain}
            self._engine = Engine(lambda name: _code(self._compiled(name)), filters)
        return self._engine.get_template(name).render(variables)

    def by_jinja(self, name: str, variables: Mapping[str, object]) -> str:
        """The page as Jinja draws it; Unreadable where it cannot."""
        if self._jinja is None:
            self._jinja = _environment(self._filters, self._folders)
        try:
            return self._jinja.get_template(name).render(variables)
        except Exception as error:
            raise _problem(error, self._jinja, self._path(name)) from error

    def _family(self, name: str) -> list[str]:
        """The template and all that it extends, imports or includes, however far."""
        family = [name]
        for relative in family:
            family += [need for need in self._compiled(relative).needs if need not in family]
        return family

    def _compiled(self, name: str) -> Compiled:
        """The template in the first folder that has it, compiled now unless the cache has it."""
        if name not in self._seen:
            self._seen[name] = self._recalled(name, self._find(name))
        return self._seen[name]

    def _recalled(self, name: str, found: tuple[str, os.stat_result] | None) -> Compiled:
        """What the cache has for this very file, by its times or else by what is in it; else the file compiled."""
        if found is None:
            return Compiled((), b"", why="there is no such file")
        if self._kept is None:
            self._made_by = _engines(self._plain)
            self._kept = _read(self._cache, self._made_by) if self._cache else {}
        kept, stamp = self._kept.get(name), _stamp(*found)
        if kept and stamp and kept.stamp == stamp:
            return kept
        try:
            with open(found[0], "rb") as file:
                source = file.read()
        except OSError as error:
            return Compiled((), b"", why=str(error))
        if kept and kept.source == source:
            return kept._replace(stamp=stamp)
        return _compile(name, Compiled(stamp, source), self._plain, self._filters.keys() - self._plain)

    def _keep(self) -> None:
        """Put what this process learnt into the cache file."""
        files = {name: seen for name, seen in self._seen.items() if seen.source or seen.code}
        kept = {name: old for name, old in (self._kept or {}).items() if self._find(name)}
        if self._cache and any(kept.get(name) != seen for name, seen in files.items()):
            self._kept = {**kept, **files}
            _write(self._cache, self._made_by, self._kept)

    def _find(self, name: str) -> tuple[str, os.stat_result] | None:
        """The file of a template in the first folder that has it; a name with detours is Jinja's to judge."""
        if (os.sep != "/" and os.sep in name) or {"", ".", ".."} & set(name.split("/")):
            return None
        for folder in self._folders:
            try:
                found = os.stat(f"{folder}/{name}")
            except (OSError, ValueError):
                continue
            if stat.S_ISREG(found.st_mode):
                return f"{folder}/{name}", found
        return None

    def _path(self, name: str) -> str:
        """Where the template lies, or would lie."""
        found = self._find(name)
        return os.path.normpath(found[0] if found else f"{self._folders[-1] if self._folders else ''}/{name}")


def _stamp(path: str, found: os.stat_result) -> tuple[str | int, ...]:
    """What tells this state of a file from any other; nothing if it might still change within one tick of its clock."""
    newest = max(found.st_mtime_ns, found.st_ctime_ns)
    if time.time_ns() - newest < SETTLED:
        return ()
    return os.path.abspath(path), found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _spent_by_one_drawing(variables: Mapping[str, object]) -> str:
    """Why these variables can be drawn only once, or nothing."""
    return next((f"`{name}` is an iterator" for name, value in variables.items() if hasattr(value, "__next__")), "")


def _code(compiled: Compiled) -> "CodeType":
    """The template's code, to be run."""
    code: CodeType = marshal.loads(compiled.code)
    return code


# The cache file: MAGIC, the length and the checksum of the rest, the rest as marshal writes it.

def _engines(filters: set[str]) -> tuple[str, ...]:
    """All that a compiled template depends on beside its source: Python, Jinja, MarkupSafe, this program, filters."""
    own = [_size_and_time(f"{os.path.dirname(__file__)}/{name}.py") for name in ("templates", "runtime")]
    packages = (*_package("jinja2", "compiler.py"), *_package("markupsafe", "__init__.py"))
    return (sys.version, sys.implementation.name, *packages, *own, *sorted(filters))


def _package(name: str, part: str) -> tuple[str, ...]:
    """Where a package lies, its version by the names beside it, and the state of a part; nothing of it is imported."""
    specs = (finder.find_spec(name, None) for finder in sys.meta_path)
    origin = next((spec.origin for spec in specs if spec and spec.origin), None)
    if origin is None:
        return (f"no {name}",)
    folder = os.path.dirname(origin)
    try:
        beside = os.listdir(os.path.dirname(folder))
    except OSError:
        beside = []
    versions = sorted(entry for entry in beside if entry.lower().startswith(f"{name}-"))
    return (folder, *versions, _size_and_time(f"{folder}/{part}"))


def _size_and_time(path: str) -> str:
    """The state of a file, as a text."""
    try:
        found = os.stat(path)
    except OSError:
        return path
    return f"{path} {found.st_size} {found.st_mtime_ns}"


def _read(path: str, engines: tuple[str, ...]) -> dict[str, Compiled]:
    """The compiled templates of a cache file; none where it is missing, damaged or made by other engines."""
    import zlib

    start = len(MAGIC)
    try:
        with open(path, "rb") as file:
            data = file.read()
        body = data[start + 12:]
        head = len(body).to_bytes(8, "big") + zlib.crc32(body).to_bytes(4, "big")
        if data[:start] != MAGIC or data[start:start + 12] != head:
            return {}
        made_by, rows = marshal.loads(body)
        return {name: Compiled._make(row) for name, row in rows.items()} if made_by == engines else {}
    except (OSError, ValueError, EOFError, TypeError, AttributeError):
        return {}


def _write(path: str, engines: tuple[str, ...], templates: Mapping[str, Compiled]) -> None:
    """Write a cache file that says by itself whether it is whole."""
    import zlib

    body = marshal.dumps((engines, {name: tuple(compiled) for name, compiled in templates.items()}))
    keep(path, MAGIC + len(body).to_bytes(8, "big") + zlib.crc32(body).to_bytes(4, "big") + body)


# Compiling, and what the small engine may run.

def _environment(filters: Mapping[str, Callable[..., object]], folders: Sequence[str] = ()) -> "Environment":
    """Jinja as this program sets it up, in one place."""
    from jinja2 import Environment, FileSystemLoader

    jinja = Environment(autoescape=True, undefined=_missing(), trim_blocks=True, lstrip_blocks=True,
                        keep_trailing_newline=True, auto_reload=False, loader=FileSystemLoader(list(folders)))
    jinja.filters.update(filters)
    return jinja


def _compile(name: str, template: Compiled, plain: set[str], other: set[str]) -> Compiled:
    """The template with its code, or with the reason why only Jinja may draw it."""
    import warnings

    try:
        text = template.source.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        jinja = _environment(dict.fromkeys([*plain, *other], _not_now))
        tree = jinja.parse(text, name)
        why = _why(tree, plain, other)
        if why:
            return template._replace(why=why)
        with warnings.catch_warnings(action="ignore"):  # Jinja will give them when it is its turn
            code = marshal.dumps(compile(_without_import(jinja.compile(tree, name, raw=True)), name, "exec"))
        return template._replace(code=code, needs=tuple(_needs(tree)))
    except Exception as error:  # noqa: BLE001 - Jinja will say what is wrong when the template is drawn
        return template._replace(why=f"it cannot be compiled: {error}")


def _not_now(*_: object) -> None:
    """A stand-in for the caller's filters: Jinja must not put their results into the code, which outlives them."""
    raise ValueError


def _without_import(source: str) -> str:
    """Compiled code without its first line, the import from Jinja; the names are given to it when it is run."""
    from factsheet.page.runtime import NAMES

    first, rest = source.split("\n", 1)
    start, names = first.split(" import ")
    if start != "from jinja2.runtime" or not NAMES.keys() >= set(names.split(", ")):
        raise ValueError(first)
    return f"\n{rest}"


def _why(tree: "nodes.Template", plain: set[str], other: set[str]) -> str:
    """The first thing in a template that the small engine does not do, or nothing."""
    import jinja2

    from factsheet.page.runtime import FILTERS

    if not jinja2.__version__.startswith(TRIED):
        return f"Jinja {jinja2.__version__} is not known here"
    filters = (FILTERS.keys() - other) | plain
    for node in tree.find_all(jinja2.nodes.Node):
        kind = type(node).__name__
        if kind not in PLAIN or (kind in CHECKS and not CHECKS[kind](node, filters)):
            return f"it has {kind} {getattr(node, 'name', '')} (line {node.lineno or '?'})"
    return ""


def _needs(tree: "nodes.Template") -> list[str]:
    """The names of the templates that a template extends, imports or includes."""
    from jinja2 import nodes

    found = tree.find_all((nodes.Extends, nodes.Import, nodes.FromImport, nodes.Include))
    names = [_constant(getattr(node, "template", None)) for node in found]
    return [name for name in dict.fromkeys(names) if name is not None]


def _constant(node: Any) -> str | None:
    """The text that a node of a template stands for, if it stands for one."""
    value = getattr(node, "value", None)
    return value if type(node).__name__ == "Const" and isinstance(value, str) else None


def _known_filter(node: Any, filters: set[str]) -> bool:
    """Whether the engine has this filter, and knows which filter or test `map`, `select` and their like are to use."""
    if node.name not in filters:
        return False
    if node.name not in PICKING:
        return True
    start = node.name.endswith("attr")
    return not (node.dyn_args or node.dyn_kwargs) and len(node.args) >= start and _known_pick(node, filters, start)


def _known_pick(node: Any, filters: set[str], start: int) -> bool:
    from factsheet.page.runtime import TESTS

    keys, used = {keyword.key for keyword in node.kwargs}, [_constant(arg) for arg in node.args[start:start + 1]]
    if node.name != "map":
        return not keys and all(name in TESTS for name in used)
    if not used:
        return "attribute" in keys <= {"attribute", "default"}
    return used[0] in filters - PICKING


def _known_test(node: Any, filters: set[str]) -> bool:
    from factsheet.page.runtime import TESTS

    return node.name in TESTS


CHECKS: dict[str, Callable[[Any, set[str]], bool]] = {
    "Extends": lambda node, filters: _constant(node.template) is not None,
    "Filter": _known_filter,
    "For": lambda node, filters: not node.recursive,
    "FromImport": lambda node, filters: _constant(node.template) is not None,
    "Getattr": lambda node, filters: not node.attr.startswith("_"),
    "Import": lambda node, filters: _constant(node.template) is not None,
    "Include": lambda node, filters: _constant(node.template) is not None and not node.ignore_missing,
    "Name": lambda node, filters: node.name not in FOREIGN,
    "Test": _known_test,
}


# What to say when a template fails.

class Words(str):
    """Jinja's message about an undefined value, with that value."""

    __slots__ = ("about",)
    about: "Undefined"


def _missing() -> "type[Undefined]":
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


class Spot(NamedTuple):
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


def _problem(error: Exception, jinja: "Environment", path: str) -> Unreadable:
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
