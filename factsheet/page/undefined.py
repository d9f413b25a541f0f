"""What does not exist, in a template: it may be tested for, and any other use is left to Jinja, which says it best."""

from collections.abc import Iterator
from typing import Any, NoReturn

Value = Any  # whatever a template may hold
missing = object()


class Unlike(BaseException):
    """Jinja would do something else here; no Exception, so that no filter or test of a template swallows it."""


class UndefinedUse(Exception):
    """A template used what does not exist."""


def use(*_: Value, **__: Value) -> NoReturn:
    """What any use of an undefined value comes to."""
    raise UndefinedUse


def unlike(*_: Value, **__: Value) -> NoReturn:
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
    setattr(Undefined, f"__{_name}__", use)
for _name in ("iter", "str", "len", "eq", "ne", "bool", "hash", "contains"):
    setattr(StrictUndefined, f"__{_name}__", use)


def identity(value: Value) -> Value:
    """The value itself."""
    return value


def attribute_of(obj: Value, attribute: str) -> Value:
    """`obj.attribute`: an attribute, else an item."""
    try:
        return getattr(obj, attribute)
    except AttributeError:
        pass
    try:
        return obj[attribute]
    except (TypeError, LookupError, AttributeError):
        return StrictUndefined()


def item_of(obj: Value, argument: Value) -> Value:
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
