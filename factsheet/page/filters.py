"""The filters and tests of the small engine, each with Jinja's name and parameters."""

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from markupsafe import Markup, escape, soft_str

from factsheet.page.undefined import StrictUndefined, Undefined, Value, identity, item_of

if TYPE_CHECKING:
    from factsheet.page.runtime import Context, Engine, EvalContext

# Each has the parameters of Jinja's, so that a call by keyword means the same. The first parameter of those in
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
            item = item_of(item, part)
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


def _first(environment: "Engine", seq: Value) -> Value:
    try:
        return next(iter(seq))
    except StopIteration:
        return StrictUndefined()


def _last(environment: "Engine", seq: Value) -> Value:
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


def _join(eval_ctx: "EvalContext", value: Value, d: Value = "", attribute: Value = None) -> Value:
    if attribute is not None:
        value = map(_getter(attribute), value)
    if hasattr(d, "__html__"):
        return soft_str(d).join(map(soft_str, value))
    texts = list(value)
    marked = [hasattr(text, "__html__") for text in texts]
    between = escape(d) if any(marked) else str(d)
    return between.join([text if kept else str(text) for text, kept in zip(texts, marked, strict=True)])


def _list(eval_ctx: "EvalContext", value: Value) -> Value:
    return list(value)


def _map(context: "Context", value: Value, *args: Value, **kwargs: Value) -> Iterator[Value]:
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


def _picked(context: "Context", value: Value, args: tuple[Value, ...], attribute: Value, wanted: bool) -> Iterator[Value]:
    """Those items that pass the test named first among the arguments, or fail it."""
    if not value:
        return
    get, test = _getter(attribute), context.environment.tests[args[0]] if args else bool
    for item in value:
        if bool(test(get(item), *args[1:])) is wanted:
            yield item


def _select(context: "Context", value: Value, *args: Value, **kwargs: Value) -> Iterator[Value]:
    return _picked(context, value, args, None, True)


def _reject(context: "Context", value: Value, *args: Value, **kwargs: Value) -> Iterator[Value]:
    return _picked(context, value, args, None, False)


def _selectattr(context: "Context", value: Value, *args: Value, **kwargs: Value) -> Iterator[Value]:
    return _picked(context, value, args[1:], args[0], True)


def _rejectattr(context: "Context", value: Value, *args: Value, **kwargs: Value) -> Iterator[Value]:
    return _picked(context, value, args[1:], args[0], False)


def _replace(eval_ctx: "EvalContext", s: Value, old: Value, new: Value, count: Value = None) -> Value:
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


def _sort(environment: "Engine", value: Value, reverse: Value = False, case_sensitive: Value = False,
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


def _tojson(eval_ctx: "EvalContext", value: Value, indent: Value = None) -> Value:
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
