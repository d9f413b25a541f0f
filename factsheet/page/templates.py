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
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from factsheet.fresh import keep
from factsheet.record import Record

if TYPE_CHECKING:
    from types import CodeType

    from jinja2 import Environment

    from factsheet.page.runtime import Engine

MAGIC = b"factsheet templates 1\n"
SETTLED = 2_000_000_000  # ns: a file this old gets another time when it is written again, even where clocks are coarse


class Compiled(Record):
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
        from factsheet.page.undefined import Unlike

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
            from factsheet.page import template_code

            self._jinja = template_code.environment(self._filters, self._folders)
        try:
            return self._jinja.get_template(name).render(variables)
        except Exception as error:
            from factsheet.page.template_faults import fault

            raise fault(error, self._jinja, self._path(name)) from error

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
        from factsheet.page import template_code

        return template_code.compiled(name, Compiled(stamp, source), self._plain, self._filters.keys() - self._plain)

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
    own = [_size_and_time(f"{os.path.dirname(__file__)}/{name}.py") for name in ("templates", "template_code", "runtime", "filters", "undefined")]
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


