"""YAML as text with places: nothing is converted, nothing odd gets through."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from factsheet.content.source import Mapping, Sequence, Text, read


def values(text: str) -> dict[str, str]:
    node, problems = read(text, "f.yaml")
    assert problems == []
    assert isinstance(node, Mapping)
    return {key: value.value for key, value in node.entries.items() if isinstance(value, Text)}


@pytest.mark.parametrize(
    "typed", ["no", "on", "12:30", "010", "3.10", "1e3", "0x1F", "1_000", "2010-08", "2010-08-26", "null", "~", "true", ".inf", "=", "<<"]
)
def test_a_plain_scalar_stays_as_typed(typed: str) -> None:
    assert values(f"a: {typed}\n") == {"a": typed}


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: b\n", 1, 4),
        ("a:\n  b\n", 2, 3),
        ("人口: 三\n", 1, 5),
        ("\n\na: 'b'\n", 3, 4),
        ("a: |\n  b\n", 1, 4),
    ],
)
def test_a_value_knows_its_line_and_column_in_characters(text: str, line: int, column: int) -> None:
    node, _ = read(text, "f.yaml")
    assert isinstance(node, Mapping)
    place = next(iter(node.entries.values())).place
    assert (place.line, place.column) == (line, column)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: one [[x]] two\n", 1, 8),
        ("a: 'one [[x]] two'\n", 1, 9),
        ('a: "one \\u0026 [[x]] two"\n', 1, 16),
        ("a: |\n  one\n  two [[x]]\n", 3, 7),
        ("a: >\n  one\n  two [[x]]\n", 3, 7),
        ("a: one\n  two [[x]]\n", 2, 7),
    ],
)
def test_a_part_of_a_value_is_found_in_the_file(text: str, line: int, column: int) -> None:
    node, _ = read(text, "f.yaml")
    assert isinstance(node, Mapping)
    value = node.entries["a"]
    assert isinstance(value, Text)
    place = value.part(value.value.index("[[x]]"), 5)
    assert (place.line, place.column, place.length) == (line, column, 5)


def test_the_second_of_two_like_parts_is_told_from_the_first() -> None:
    node, _ = read("a: >\n  [[x]] and\n  again [[x]]\n", "f.yaml")
    assert isinstance(node, Mapping)
    value = node.entries["a"]
    assert isinstance(value, Text)
    assert value.part(value.value.rindex("[[x]]"), 5).line == 3


def test_lists_and_mappings_keep_their_order() -> None:
    node, _ = read("b: [1, {c: d}]\na: e\n", "f.yaml")
    assert isinstance(node, Mapping)
    assert list(node.entries) == ["b", "a"]
    assert isinstance(node.entries["b"], Sequence)


def test_all_doubled_keys_are_told_in_one_run() -> None:
    _, problems = read("a: 1\na: 2\nb: 3\nb: 4\n", "f.yaml")
    assert [(problem.rule, problem.place.line) for problem in problems] == [("doubled-key", 2), ("doubled-key", 4)]


def test_ten_thousand_brackets_are_answered_like_thirty_three() -> None:
    _, problems = read("[" * 10_000, "f.yaml")
    assert [problem.rule for problem in problems] == ["yaml"]
    assert "32 deep" in problems[0].message


@given(some.text(max_size=200))
def test_no_text_whatever_raises_anything(text: str) -> None:
    node, problems = read(text, "f.yaml")
    assert node is not None or problems or not text.strip("\n \t#") or text.lstrip().startswith(("#", "%", "-"))


@given(some.text(alphabet=" \n\t:-[]{}'\"#&*!|>%@`abc,?.", max_size=60))
def test_every_problem_has_a_place_in_the_file_and_a_remedy(text: str) -> None:
    _, problems = read(text, "f.yaml")
    lines = text.split("\n")
    for problem in problems:
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
        assert problem.hint
