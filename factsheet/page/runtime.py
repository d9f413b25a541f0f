"""A small engine for templates that Jinja has compiled: it draws them as Jinja would, or not at all.

Its objects answer to the names that compiled templates of Jinja 3.1 use. Whatever it would do otherwise than Jinja
raises, and `templates.py` then lets Jinja draw the page: so nothing here needs a message of its own.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import CodeType

from markupsafe import Markup, escape, soft_str

from factsheet.page.filters import FILTERS, LED, TESTS
from factsheet.page.undefined import (
    StrictUndefined,
    Undefined,
    UndefinedUse,
    Unlike,
    Value,
    attribute_of,
    identity,
    item_of,
    missing,
    unlike,
)


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

    __repr__ = unlike


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

    __call__ = __repr__ = unlike


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

    __repr__ = unlike


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

    __repr__ = unlike


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

    __repr__ = unlike


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
    getattr = staticmethod(attribute_of)
    getitem = staticmethod(item_of)

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


def markup_join(values: Iterable[Value]) -> str:
    """The texts put together; all are escaped once one of them is markup."""
    texts = [soft_str(value) for value in values]
    return Markup("").join(texts) if any(hasattr(text, "__html__") for text in texts) else "".join(texts)


GLOBALS: dict[str, Value] = {"range": range, "dict": dict, "namespace": Namespace}
NAMES: dict[str, Value] = {  # what a compiled template imports from Jinja
    "LoopContext": LoopContext, "Macro": Macro, "Markup": Markup, "Namespace": Namespace, "TemplateNotFound": Unlike,
    "TemplateReference": unlike, "TemplateRuntimeError": UndefinedUse, "Undefined": Undefined, "escape": escape,
    "identity": identity, "internalcode": identity, "markup_join": markup_join, "missing": missing, "str_join": unlike,
}
