"""A small engine for templates that Jinja has compiled: it draws them as Jinja would, or not at all.

Its objects answer to the names that compiled templates of Jinja 3.1 use. Whatever it would do otherwise than Jinja
raises, and `templates.py` then lets Jinja draw the page: so nothing here needs a message of its own.
"""

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import CodeType
from typing import Any, NoReturn

from markupsafe import Markup, escape, soft_str

Value = Any  # whatever a template may hold
missing = object()


class Unlike(BaseException):
    """Jinja would do something else here; no Exception, so that no filter or test of a template swallows it."""


class UndefinedUse(Exception):
    """A template used what does not exist."""


def _use(*_: Value, **__: Value) -> NoReturn:
    """What any use of an undefined value comes to."""
    raise UndefinedUse


def _unlike(*_: Value, **__: Value) -> NoReturn:
    """What printing one of the engine's own objects comes to: Jinja shows its own names there."""
    raise Unlike


class Undefined:
    """What an inline `if` without `else` gives: it prints as nothing, and bears no other use."""

    __slots__ = ()

    def __init__(self, hint: str = "", obj: Value = missing, name: Value = "") -> None:
        """Takes what Jinja's own would show in its message."""

    def __getattr__(self, name: str) -> NoReturn:
        if name[:2] == name[-2:] == "__":
            raise AttributeError(name)
        raise UndefinedUse

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __ne__(self, other: object) -> bool:
        return type(self) is not type(other)

    def __hash__(self) -> int:
        return id(type(self))

    def __str__(self) -> str:
        return ""

    def __repr__(self) -> str:
        return "Undefined"

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[Value]:
        return iter(())

    def __bool__(self) -> bool:
        return False


class StrictUndefined(Undefined):
    """A name or attribute that does not exist: it may be tested for, nothing else."""

    __slots__ = ()


for _name in ("add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "rtruediv", "floordiv", "rfloordiv", "mod",
              "rmod", "pow", "rpow", "pos", "neg", "call", "getitem", "lt", "le", "gt", "ge", "int", "float",
              "complex"):
    setattr(Undefined, f"__{_name}__", _use)
for _name in ("iter", "str", "len", "eq", "ne", "bool", "hash", "contains"):
    setattr(StrictUndefined, f"__{_name}__", _use)


class EvalContext:
    """The escaping in force: always on."""

    autoescape = True
    volatile = False


class Context:
    """The variables that one template sees, those it sets, and the blocks of its family."""

    eval_ctx = EvalContext()

    def __init__(self, environment: "Engine", parent: Mapping[str, Value], name: str,
                 blocks: Mapping[str, Value]) -> None:
        self.environment, self.parent, self.name = environment, parent, name
        self.vars: dict[str, Value] = {}
        self.exported_vars: set[str] = set()
        self.blocks = {block: [draw] for block, draw in blocks.items()}

    def resolve_or_missing(self, key: str) -> Value:
        """The value of a name, or `missing`."""
        return self.vars[key] if key in self.vars else self.parent.get(key, missing)

    def get_all(self) -> Mapping[str, Value]:
        """Every name in sight."""
        return {**self.parent, **self.vars} if self.vars else self.parent

    def get_exported(self) -> dict[str, Value]:
        """What an import of this template may reach."""
        return {name: self.vars[name] for name in self.exported_vars}

    def derived(self, names: Mapping[str, Value]) -> "Context":
        """The same with further names: what a scoped block sees."""
        child = Context(self.environment, with_names(self.get_all(), names), self.name, {})
        child.blocks.update((block, list(stack)) for block, stack in self.blocks.items())
        return child

    def super(self, name: str, current: Callable[..., Iterator[str]]) -> "BlockReference | Undefined":
        """The block of this name in the parent template."""
        stack = self.blocks[name]
        depth = stack.index(current) + 1
        return BlockReference(name, self, stack, depth) if depth < len(stack) else StrictUndefined()

    def call(self, function: Value, /, *args: Value, **kwargs: Value) -> Value:
        """Call a macro, or a function that asks for nothing of Jinja's and is given nothing of the engine's."""
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        if type(function) is not Macro:
            refuse_own(args, kwargs)
            if wants_jinja(function):
                raise Unlike
        try:
            return function(*args, **kwargs)
        except StopIteration:
            return StrictUndefined()


def with_names(known: Mapping[str, Value], names: Mapping[str, Value] | None) -> Mapping[str, Value]:
    """The known names and those of the others that are set."""
    return {**known, **{key: value for key, value in names.items() if value is not missing}} if names else known


def wants_jinja(function: object) -> bool:
    """Whether a function was marked to be given Jinja's context or environment."""
    return hasattr(function, "jinja_pass_arg") or (callable(function) and hasattr(function.__call__, "jinja_pass_arg"))


def refuse_own(args: Iterable[Value], kwargs: Mapping[str, Value]) -> None:
    """Keep the engine's own objects, which are not Jinja's, from functions that are not the engine's."""
    for value in args:
        if type(value) in OWN:
            raise Unlike
    for value in kwargs.values():
        if type(value) in OWN:
            raise Unlike


def values_only(function: Callable[..., Value]) -> Callable[..., Value]:
    """A filter of the caller's, kept from the engine's own objects."""
    def guarded(*args: Value, **kwargs: Value) -> Value:
        refuse_own(args, kwargs)
        return function(*args, **kwargs)
    return guarded


class BlockReference:
    """A block of a parent template, to be drawn by `super()`."""

    def __init__(self, name: str, context: Context, stack: list[Callable[..., Iterator[str]]], depth: int) -> None:
        self.name, self._context, self._stack, self._depth = name, context, stack, depth

    @property
    def super(self) -> "BlockReference | Undefined":
        """The block of the grandparent."""
        if self._depth + 1 >= len(self._stack):
            return StrictUndefined()
        return BlockReference(self.name, self._context, self._stack, self._depth + 1)

    def __call__(self) -> Markup:
        return Markup("".join(self._stack[self._depth](self._context)))

    __repr__ = _unlike


class LoopContext:
    """What a `for` loop walks over, and what it knows of itself as `loop`."""

    index0 = -1
    depth0 = 0
    depth = 1

    def __init__(self, iterable: Iterable[Value], undefined: type[Undefined]) -> None:
        self._iterable, self._rest = iterable, iter(iterable)
        self._length: int | None = None
        self._after = self._current = self._before = self._shown = missing

    def __iter__(self) -> "LoopContext":
        return self

    def __next__(self) -> tuple[Value, "LoopContext"]:
        current = next(self._rest) if self._after is missing else self._after
        self._after, self._before, self._current = missing, self._current, current
        self.index0 += 1
        return current, self

    def __len__(self) -> int:
        return self.length

    def _peek(self) -> Value:
        """The next item, or `missing` after the last."""
        if self._after is missing:
            self._after = next(self._rest, missing)
        return self._after

    @property
    def length(self) -> int:
        """The number of items; those of a generator are gathered first."""
        if self._length is None:
            try:
                self._length = len(self._iterable)  # type: ignore[arg-type]
            except TypeError:
                gathered = list(self._rest)
                self._rest = iter(gathered)
                self._length = len(gathered) + self.index + (self._after is not missing)
        return self._length

    index = property(lambda self: self.index0 + 1)
    revindex = property(lambda self: self.length - self.index0)
    revindex0 = property(lambda self: self.length - self.index)
    first = property(lambda self: self.index0 == 0)
    last = property(lambda self: self._peek() is missing)
    previtem = property(lambda self: StrictUndefined() if self.index0 == 0 else self._before)
    nextitem = property(lambda self: StrictUndefined() if self._peek() is missing else self._after)

    def cycle(self, *args: Value) -> Value:
        """One of the values after another, round by round."""
        return args[self.index0 % len(args)]

    def changed(self, *value: Value) -> bool:
        """Whether the values differ from those of the last call."""
        before, self._shown = self._shown, value
        return bool(before != value)

    __call__ = __repr__ = _unlike


class Macro:
    """A macro of a template: its compiled function and what it may be given."""

    def __init__(self, environment: "Engine", func: Callable[..., str], name: str | None, arguments: tuple[str, ...],
                 catch_kwargs: bool, catch_varargs: bool, caller: bool, default_autoescape: bool = True) -> None:
        self.name, self.arguments, self._func = name, arguments, func
        self.catch_kwargs, self.catch_varargs, self.caller = catch_kwargs, catch_varargs, caller
        self.explicit_caller = "caller" in arguments
        self._plain_count = -1 if catch_kwargs or catch_varargs or caller else len(arguments)

    def __call__(self, *args: Value, **kwargs: Value) -> Markup:
        if len(args) == self._plain_count and not kwargs:
            return Markup(self._func(*args))
        return Markup(self._func(*self._given(args, kwargs)))

    def _given(self, args: tuple[Value, ...], kwargs: dict[str, Value]) -> list[Value]:
        """The values for the compiled function: its own arguments, then caller, then the rest by name and by place."""
        count = len(self.arguments)
        left = self.arguments[len(args):]
        given = [*args[:count], *(kwargs.pop(name, missing) for name in left)]
        if self.caller and not ("caller" in left if left else self.explicit_caller):
            caller = kwargs.pop("caller", None)
            given.append(StrictUndefined() if caller is None else caller)
        if self.catch_kwargs:
            given.append(kwargs)
        if self.catch_varargs:
            given.append(args[count:])
        if (kwargs and not self.catch_kwargs) or (len(args) > count and not self.catch_varargs):
            raise TypeError(f"macro {self.name!r} takes no such argument")
        return given

    __repr__ = _unlike


class Namespace:
    """A holder of values that a loop may set; its class prints under the name that Jinja's has."""

    __module__ = "jinja2.utils"

    def __init__(*args: Value, **kwargs: Value) -> None:
        object.__setattr__(args[0], "_held", dict(*args[1:], **kwargs))

    def __getattribute__(self, name: str) -> Value:
        if name == "__class__":
            return Namespace
        try:
            return object.__getattribute__(self, "_held")[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setitem__(self, name: str, value: Value) -> None:
        object.__getattribute__(self, "_held")[name] = value

    __repr__ = _unlike


class Module:
    """An imported template: its macros and top-level values as attributes, its text when printed."""

    def __init__(self, template: "Template", context: Context) -> None:
        self._body_stream = list(template.root_render_func(context))
        vars(self).update(context.get_exported())
        self.__name__ = template.name

    def __html__(self) -> Markup:
        return Markup("".join(self._body_stream))

    def __str__(self) -> str:
        return "".join(self._body_stream)

    __repr__ = _unlike


OWN = frozenset({Undefined, StrictUndefined, BlockReference, LoopContext, Macro, Namespace, Module})


class Template:
    """One template's compiled functions, ready to draw."""

    def __init__(self, environment: "Engine", name: str, code: CodeType) -> None:
        names: dict[str, Value] = {**NAMES, "environment": environment}
        exec(code, names)  # noqa: S102 - templates are trusted, see templates.py
        self.environment, self.name = environment, name
        self.root_render_func: Callable[[Context], Iterator[str]] = names["root"]
        self.blocks: Mapping[str, Callable[[Context], Iterator[str]]] = names["blocks"]
        self._module: Module | None = None

    def render(self, variables: Mapping[str, Value]) -> str:
        """The page that the template draws of the variables."""
        return "".join(self.root_render_func(self.new_context(variables)))

    def new_context(self, names: Mapping[str, Value] | None = None, shared: bool = False,
                    local: Mapping[str, Value] | None = None) -> Context:
        """A context of these names; `shared` ones already hold what every template sees."""
        known = (names or {}) if shared else {**GLOBALS, **(names or {})}
        return Context(self.environment, with_names(known, local), self.name, self.blocks)

    def make_module(self, names: Mapping[str, Value] | None = None, shared: bool = False,
                    local: Mapping[str, Value] | None = None) -> Module:
        """The template as an import with context sees it."""
        return Module(self, self.new_context(names, shared, local))

    def _get_default_module(self, context: Context | None = None) -> Module:
        """The template as every import without context sees it: made once."""
        if self._module is None:
            self._module = self.make_module()
        return self._module


class Engine:
    """What compiled templates call their environment."""

    undefined = StrictUndefined
    concat = "".join

    def __init__(self, load: Callable[[str], CodeType], filters: Mapping[str, Callable[..., Value]]) -> None:
        self._load, self._loaded = load, dict[str, Template]()
        self.filters = {**FILTERS, **{name: values_only(function) for name, function in filters.items()}}
        self.led = LED - filters.keys()
        self.tests = TESTS

    def get_template(self, name: str, parent: str = "") -> Template:
        """The template of this name, its code run once."""
        if name not in self._loaded:
            self._loaded[name] = Template(self, name, self._load(name))
        return self._loaded[name]

    @staticmethod
    def getattr(obj: Value, attribute: str) -> Value:
        """`obj.attribute`: an attribute, else an item."""
        try:
            return getattr(obj, attribute)
        except AttributeError:
            pass
        try:
            return obj[attribute]
        except (TypeError, LookupError, AttributeError):
            return StrictUndefined()

    @staticmethod
    def getitem(obj: Value, argument: Value) -> Value:
        """`obj[argument]`: an item, else an attribute."""
        try:
            return obj[argument]
        except (AttributeError, TypeError, LookupError):
            pass
        if not isinstance(argument, str):
            return StrictUndefined()
        if argument.startswith("_"):
            raise Unlike
        return getattr(obj, str(argument), StrictUndefined())


def markup_join(values: Iterable[Value]) -> str:
    """The texts put together; all are escaped once one of them is markup."""
    texts = [soft_str(value) for value in values]
    return Markup("").join(texts) if any(hasattr(text, "__html__") for text in texts) else "".join(texts)


def identity(value: Value) -> Value:
    """The value itself."""
    return value


# Filters. Each has the parameters of Jinja's, so that a call by keyword means the same. The first parameter of those in
# LED is Jinja's context, environment or escaping.

def _folded(value: Value) -> Value:
    return value.lower() if isinstance(value, str) else value


def _path(attribute: Value) -> list[Value]:
    if attribute is None:
        return []
    if isinstance(attribute, str):
        return [int(part) if part.isdigit() else part for part in attribute.split(".")]
    return [attribute]


def _getter(attribute: Value, default: Value = None) -> Callable[[Value], Value]:
    """A function that follows a dotted path into a value."""
    parts = _path(attribute)

    def get(item: Value) -> Value:
        for part in parts:
            item = Engine.getitem(item, part)
            if default is not None and isinstance(item, Undefined):
                item = default
        return item
    return get


def _batch(value: Value, linecount: Value, fill_with: Value = None) -> Iterator[Value]:
    row: list[Value] = []
    for item in value:
        if len(row) == linecount:
            yield row
            row = []
        row.append(item)
    if row:
        yield row + [fill_with] * (0 if fill_with is None else linecount - len(row))


def _default(value: Value, default_value: Value = "", boolean: Value = False) -> Value:
    return default_value if isinstance(value, Undefined) or (boolean and not value) else value


def _first(environment: Engine, seq: Value) -> Value:
    try:
        return next(iter(seq))
    except StopIteration:
        return StrictUndefined()


def _last(environment: Engine, seq: Value) -> Value:
    return _first(environment, reversed(seq))


def _indent(s: Value, width: Value = 4, first: Value = False, blank: Value = False) -> Value:
    step = width if isinstance(width, str) else " " * width
    newline = "\n"
    if isinstance(s, Markup):
        step, newline = Markup(step), Markup(newline)
    lines = (s + newline).splitlines()
    text = ((newline + step).join(lines) if blank
            else newline.join([lines[0], *(step + line if line else line for line in lines[1:])]))
    return step + text if first else text


def _int(value: Value, default: Value = 0, base: Value = 10) -> Value:
    try:
        return int(value, base) if isinstance(value, str) else int(value)
    except (TypeError, ValueError):
        try:
            return int(float(value))
        except (TypeError, ValueError, OverflowError):
            return default


def _items(value: Value) -> Iterator[Value]:
    if isinstance(value, Undefined):
        return
    if not isinstance(value, Mapping):
        raise TypeError("not a mapping")
    yield from value.items()


def _join(eval_ctx: EvalContext, value: Value, d: Value = "", attribute: Value = None) -> Value:
    if attribute is not None:
        value = map(_getter(attribute), value)
    if hasattr(d, "__html__"):
        return soft_str(d).join(map(soft_str, value))
    texts = list(value)
    marked = [hasattr(text, "__html__") for text in texts]
    between = escape(d) if any(marked) else str(d)
    return between.join([text if kept else str(text) for text, kept in zip(texts, marked, strict=True)])


def _list(eval_ctx: EvalContext, value: Value) -> Value:
    return list(value)


def _map(context: Context, value: Value, *args: Value, **kwargs: Value) -> Iterator[Value]:
    if not value:
        return
    if not args:
        get = _getter(kwargs["attribute"], kwargs.get("default"))
        for item in value:
            yield get(item)
        return
    function = context.environment.filters[args[0]]
    lead = (context,) if args[0] in context.environment.led else ()
    for item in value:
        yield function(*lead, item, *args[1:], **kwargs)


def _picked(context: Context, value: Value, args: tuple[Value, ...], attribute: Value, wanted: bool) -> Iterator[Value]:
    """Those items that pass the test named first among the arguments, or fail it."""
    if not value:
        return
    get, test = _getter(attribute), context.environment.tests[args[0]] if args else bool
    for item in value:
        if bool(test(get(item), *args[1:])) is wanted:
            yield item


def _select(context: Context, value: Value, *args: Value, **kwargs: Value) -> Iterator[Value]:
    return _picked(context, value, args, None, True)


def _reject(context: Context, value: Value, *args: Value, **kwargs: Value) -> Iterator[Value]:
    return _picked(context, value, args, None, False)


def _selectattr(context: Context, value: Value, *args: Value, **kwargs: Value) -> Iterator[Value]:
    return _picked(context, value, args[1:], args[0], True)


def _rejectattr(context: Context, value: Value, *args: Value, **kwargs: Value) -> Iterator[Value]:
    return _picked(context, value, args[1:], args[0], False)


def _replace(eval_ctx: EvalContext, s: Value, old: Value, new: Value, count: Value = None) -> Value:
    to_markup = hasattr(old, "__html__") or (hasattr(new, "__html__") and not hasattr(s, "__html__"))
    text = escape(s) if to_markup else soft_str(s)
    return text.replace(soft_str(old), soft_str(new), -1 if count is None else count)


def _reverse(value: Value) -> Value:
    if isinstance(value, str):
        return value[::-1]
    try:
        return reversed(value)
    except TypeError:
        return list(value)[::-1]


def _round(value: Value, precision: Value = 0, method: Value = "common") -> Value:
    if method == "common":
        return round(value, precision)
    import math

    return {"ceil": math.ceil, "floor": math.floor}[method](value * (10**precision)) / (10**precision)


def _safe(value: Value) -> Value:
    return Markup(value)


def _sort(environment: Engine, value: Value, reverse: Value = False, case_sensitive: Value = False,
          attribute: Value = None) -> Value:
    getters = [_getter(part) for part in (attribute.split(",") if isinstance(attribute, str) else [attribute])]
    fold = identity if case_sensitive else _folded
    return sorted(value, key=lambda item: [fold(get(item)) for get in getters], reverse=reverse)


def _striptags(value: Value) -> Value:
    return Markup(str(value.__html__() if hasattr(value, "__html__") else value)).striptags()


def _title(s: Value) -> Value:
    import re

    words = re.split(r"([-\s({\[<]+)", soft_str(s))
    return "".join([word[0].upper() + word[1:].lower() for word in words if word])


def _tojson(eval_ctx: EvalContext, value: Value, indent: Value = None) -> Value:
    import json

    text = json.dumps(value, sort_keys=True, **({} if indent is None else {"indent": indent}))
    for unsafe in "<>&'":
        text = text.replace(unsafe, f"\\u{ord(unsafe):04x}")
    return Markup(text)


def _quoted(value: Value, whole: bool = False) -> str:
    from urllib.parse import quote_from_bytes

    data = value if isinstance(value, bytes) else str(value).encode("utf-8")
    return quote_from_bytes(data, "").replace("%20", "+") if whole else quote_from_bytes(data, "/")


def _urlencode(value: Value) -> Value:
    if isinstance(value, str) or not isinstance(value, Iterable):
        return _quoted(value)
    pairs = value.items() if isinstance(value, dict) else value
    return "&".join([f"{_quoted(key, True)}={_quoted(item, True)}" for key, item in pairs])


def _is_iterable(value: Value) -> bool:
    try:
        iter(value)
    except TypeError:
        return False
    return True


def _is_number(value: Value) -> bool:
    from numbers import Number

    return isinstance(value, Number)


def _is_sequence(value: Value) -> bool:
    try:
        return len(value) >= 0 and hasattr(value, "__getitem__")
    except Exception:  # noqa: BLE001 - whatever a value raises there, it is no sequence
        return False


FILTERS: dict[str, Callable[..., Value]] = {
    "abs": abs, "batch": _batch, "capitalize": lambda s: soft_str(s).capitalize(), "count": len, "d": _default,
    "default": _default, "e": escape, "escape": escape, "first": _first, "indent": _indent, "int": _int,
    "items": _items, "join": _join, "last": _last, "length": len, "list": _list,
    "lower": lambda s: soft_str(s).lower(), "map": _map, "reject": _reject, "rejectattr": _rejectattr,
    "replace": _replace, "reverse": _reverse, "round": _round, "safe": _safe, "select": _select,
    "selectattr": _selectattr, "sort": _sort, "string": soft_str, "striptags": _striptags, "title": _title,
    "tojson": _tojson, "trim": lambda value, chars=None: soft_str(value).strip(chars),
    "upper": lambda s: soft_str(s).upper(), "urlencode": _urlencode,
}
LED = frozenset({"first", "join", "last", "list", "map", "reject", "rejectattr", "replace", "select", "selectattr",
                 "sort", "tojson"})
TESTS: dict[str, Callable[..., bool]] = {
    "odd": lambda value: value % 2 == 1, "even": lambda value: value % 2 == 0,
    "divisibleby": lambda value, num: value % num == 0,
    "defined": lambda value: not isinstance(value, Undefined), "undefined": lambda value: isinstance(value, Undefined),
    "none": lambda value: value is None, "boolean": lambda value: value is True or value is False,
    "false": lambda value: value is False, "true": lambda value: value is True,
    "integer": lambda value: isinstance(value, int) and value is not True and value is not False,
    "float": lambda value: isinstance(value, float), "lower": lambda value: str(value).islower(),
    "upper": lambda value: str(value).isupper(), "string": lambda value: isinstance(value, str),
    "mapping": lambda value: isinstance(value, Mapping), "number": _is_number, "sequence": _is_sequence,
    "sameas": lambda value, other: value is other, "iterable": _is_iterable, "callable": callable,
    "escaped": lambda value: hasattr(value, "__html__"), "in": lambda value, seq: value in seq,
    "==": operator.eq, "eq": operator.eq, "equalto": operator.eq, "!=": operator.ne, "ne": operator.ne,
    ">": operator.gt, "gt": operator.gt, "greaterthan": operator.gt, ">=": operator.ge, "ge": operator.ge,
    "<": operator.lt, "lt": operator.lt, "lessthan": operator.lt, "<=": operator.le, "le": operator.le,
}
GLOBALS: dict[str, Value] = {"range": range, "dict": dict, "namespace": Namespace}
NAMES: dict[str, Value] = {  # what a compiled template imports from Jinja
    "LoopContext": LoopContext, "Macro": Macro, "Markup": Markup, "Namespace": Namespace, "TemplateNotFound": Unlike,
    "TemplateReference": _unlike, "TemplateRuntimeError": UndefinedUse, "Undefined": Undefined, "escape": escape,
    "identity": identity, "internalcode": identity, "markup_join": markup_join, "missing": missing, "str_join": _unlike,
}
