"""Templates compiled by Jinja, and what of them the small engine may run. Loaded when a template is new."""

import marshal
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from factsheet.page.template_faults import missing
from factsheet.page.templates import Compiled

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

TRIED = "3.1."  # the versions of Jinja whose compiled code the small engine knows

PLAIN = frozenset({
    "Add", "And", "Assign", "AssignBlock", "Block", "Call", "CallBlock", "Compare", "Concat", "CondExpr", "Const",
    "Dict", "Div", "Extends", "Filter", "FilterBlock", "FloorDiv", "For", "FromImport", "Getattr", "Getitem", "If",
    "Import", "Include", "Keyword", "List", "Macro", "Mod", "Mul", "Name", "Neg", "Not", "NSRef", "Operand", "Or",
    "Output", "Pair", "Pos", "Pow", "Slice", "Sub", "TemplateData", "Test", "Tuple", "With"})
FOREIGN = frozenset({"self", "lipsum", "cycler", "joiner"})
PICKING = frozenset({"map", "select", "reject", "selectattr", "rejectattr"})


def environment(filters: Mapping[str, Callable[..., object]], folders: Sequence[str] = ()) -> "Environment":
    """Jinja as this program sets it up, in one place."""
    from jinja2 import Environment, FileSystemLoader

    jinja = Environment(autoescape=True, undefined=missing(), trim_blocks=True, lstrip_blocks=True,
                        keep_trailing_newline=True, auto_reload=False, loader=FileSystemLoader(list(folders)))
    jinja.filters.update(filters)
    return jinja


def compiled(name: str, template: Compiled, plain: set[str], other: set[str]) -> Compiled:
    """The template with its code, or with the reason why only Jinja may draw it."""
    import warnings

    try:
        text = template.source.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        jinja = environment(dict.fromkeys([*plain, *other], _not_now))
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

    from factsheet.page.filters import FILTERS

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
    from factsheet.page.filters import TESTS

    keys, used = {keyword.key for keyword in node.kwargs}, [_constant(arg) for arg in node.args[start:start + 1]]
    if node.name != "map":
        return not keys and all(name in TESTS for name in used)
    if not used:
        return "attribute" in keys <= {"attribute", "default"}
    return used[0] in filters - PICKING


def _known_test(node: Any, filters: set[str]) -> bool:
    from factsheet.page.filters import TESTS

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
