"""Records: frozen named tuples, in all that the program uses of them the same as `typing.NamedTuple`, which type checkers see.

That one compiles code for every class it makes. A build makes seventy, and they were a seventh of all its instructions; these
classes are made from what is there.
"""

from collections.abc import Iterable
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Self

__all__ = ["Record"]

if TYPE_CHECKING:
    from typing import NamedTuple as Record
else:

    class _Tuple(tuple):
        """What every record can do."""

        __slots__ = ()
        _fields: tuple[str, ...] = ()
        _field_defaults: dict[str, Any] = {}  # noqa: RUF012 - named tuples have it under this name

        def __new__(cls, *values: Any, **named: Any) -> Self:
            """A record of these values, in the order of its fields or by their names."""
            left = cls._fields[len(values) :]
            if left:
                defaults = cls._field_defaults
                values += tuple(
                    [named.pop(field) if field in named else defaults[field] for field in left if field in named or field in defaults]
                )
            if named or len(values) != len(cls._fields):
                raise TypeError(
                    f"{cls.__name__} has the fields {', '.join(cls._fields)}; {len(values)} fit, and not {', '.join(named) or 'the rest'}"
                )
            return tuple.__new__(cls, values)

        @classmethod
        def _make(cls, values: Iterable[Any]) -> Self:
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"{cls.__name__} has {len(cls._fields)} fields; found {len(made)}")
            return made

        def _replace(self, **named: Any) -> Self:
            values = [named.pop(field, value) for field, value in zip(self._fields, self, strict=True)]
            return type(self)(*values, **named)

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        def __repr__(self) -> str:
            return f"{type(self).__name__}({', '.join(f'{field}={value!r}' for field, value in zip(self._fields, self, strict=True))})"

    def _annotations(space: dict[str, Any]) -> Iterable[str]:
        """The annotated names of a class body; from Python 3.14 on a function gives them, of which only the names are wanted."""
        annotate = space.get("__annotate__") or space.get("__annotate_func__")
        return annotate(1) if annotate else space.get("__annotations__", ())

    class _Maker(type):
        """Turns `class Place(Record)` with its annotated fields into a kind of tuple."""

        def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> type:
            if not bases:
                return type.__new__(cls, name, bases, space)
            fields = tuple(_annotations(space))
            defaults = {field: space.pop(field) for field in fields if field in space}
            places = {field: property(itemgetter(place)) for place, field in enumerate(fields)}
            return type(name, (_Tuple,), {**space, **places, "_fields": fields, "_field_defaults": defaults, "__slots__": ()})

    class Record(metaclass=_Maker):
        """The base of every record."""
