"""A record is a named tuple, only quicker to make."""

from typing import Any, NamedTuple

import pytest

from factsheet.record import Record


class Ours(Record):
    """A place."""

    path: str
    line: int = 1
    column: int = 2

    @property
    def where(self) -> str:
        return f"{self.path}:{self.line}"


class Theirs(NamedTuple):
    """A place."""

    path: str
    line: int = 1
    column: int = 2

    @property
    def where(self) -> str:
        return f"{self.path}:{self.line}"


@pytest.mark.parametrize("values", [("a",), ("a", 5), ("a", 5, 6)])
def test_a_record_is_what_a_named_tuple_is(values: tuple[str, int, int]) -> None:
    ours, theirs = Ours(*values), Theirs(*values)
    assert tuple(ours) == tuple(theirs) == ours
    assert (ours.path, ours.line, ours.column, ours.where) == (theirs.path, theirs.line, theirs.column, theirs.where)
    assert hash(ours) == hash(theirs)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert (ours._fields, Ours.__doc__, Ours.__name__) == (theirs._fields, Theirs.__doc__, "Ours")
    assert tuple(ours._replace(line=9)) == tuple(theirs._replace(line=9))
    assert Ours._make(tuple(theirs)) == ours
    assert Ours(column=3, path="b") == ("b", 1, 3)


@pytest.mark.parametrize("made", [Ours, Theirs])
def test_what_does_not_fit_is_refused(made: type[Ours]) -> None:
    for values, named in (((), {}), (("a", 1, 2, 3), {}), (("a",), {"depth": 1}), (("a",), {"path": "b"}), ((), {"line": 1})):
        with pytest.raises(TypeError):
            made(*values, **named)
    with pytest.raises(TypeError):
        made._make(("a",))
    with pytest.raises((TypeError, ValueError)):
        made("a")._replace(depth=1)  # type: ignore[call-arg]


@pytest.mark.parametrize("made", [Ours, Theirs])
def test_no_one_changes_a_record(made: type[Ours]) -> None:
    place = made("a")
    with pytest.raises(AttributeError):
        place.line = 3  # type: ignore[misc]
    with pytest.raises(AttributeError):
        place.depth = 3  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["__annotate__", "__annotate_func__"])
def test_annotations_that_are_given_by_a_function_count_as_well(name: str) -> None:
    """As Python 3.14 has it."""
    maker: Any = type(Record)
    made = maker("Made", (Record,), {name: lambda _: {"path": str, "line": int}, "line": 1})
    assert tuple(made("a")) == ("a", 1)
    assert made._fields == ("path", "line")
