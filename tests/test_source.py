"""YAML as text with places: nothing is converted, nothing odd gets through."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as some

from factsheet.content import simple, source
from factsheet.content.nodes import Mapping, Sequence, Text
from factsheet.content.source import read
from factsheet.problem import Problem
from tests.conftest import PROJECT


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
    said = [line.strip("\ufeff \t") for line in text.splitlines()]
    assert node is not None or problems or all(line.startswith(("#", "%", "-", ".")) for line in said if line)


@given(some.text(alphabet=" \n\t:-[]{}'\"#&*!|>%@`abc,?.", max_size=60))
def test_every_problem_has_a_place_in_the_file_and_a_remedy(text: str) -> None:
    _, problems = read(text, "f.yaml")
    lines = text.split("\n")
    for problem in problems:
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
        assert problem.hint


SHEETS = [
    (PROJECT / "content" / "facts.yaml").read_text(encoding="utf-8"),
    (PROJECT / "content" / "site.yaml").read_text(encoding="utf-8"),
    (PROJECT / "factsheet" / "starter" / "content" / "site.yaml").read_text(encoding="utf-8"),
    "a: b\nc:\n  - d: e\n    f: g\n  - h\nk: {one: x, other: y}\ns: >\n  aa\n  bb\n\nt: 'q'\nu: \"w\" # c\n",
    "a:\n- b\n- c: d\n  e: f\ng: -3.5\n",
]
ACCIDENTS = [
    "",
    " ",
    "\n",
    "\n\n",
    ":",
    ": ",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    "#",
    " # ",
    " #",
    "&a ",
    "*a",
    "!x ",
    "- ",
    "-",
    "|",
    ">",
    ">-",
    "%",
    "@",
    "`",
    "\\",
    "人",
    "..",
    "?",
    "? ",
    "\n  ",
    "\n    ",
    "---",
    "\n---\n",
    "...",
    ",",
    ", ",
    "=",
    "<<: ",
    "a: b",
    "\n  # c\n",
    "\u00a0",
    "“",
]


@pytest.mark.parametrize("text", SHEETS)
def test_a_plain_sheet_is_read_without_pyyaml_and_as_by_it(text: str) -> None:
    assert simple.read(text, "f.yaml") == by_pyyaml(text)


@given(
    some.sampled_from(SHEETS),
    some.integers(0, 60),
    some.integers(3, 25),
    some.lists(some.tuples(some.floats(0, 1), some.integers(0, 8), some.sampled_from(ACCIDENTS)), max_size=3),
)
def test_whatever_is_read_without_pyyaml_is_what_pyyaml_reads(
    text: str, first: int, lines: int, accidents: list[tuple[float, int, str]]
) -> None:
    part = textwrap.dedent("\n".join(text.split("\n")[first : first + lines]))
    for where, cut, insert in accidents:
        at = int(where * len(part))
        part = part[:at] + insert + part[at + cut :]
    found = simple.read(part, "f.yaml")
    assert found is None or found == by_pyyaml(part)


def by_pyyaml(text: str) -> object:
    """The nodes as PyYAML's events give them; a problem in place of them where there is one."""
    problems: list[Problem] = []
    try:
        node = source._Reader(text, "f.yaml", problems, source.MOST).document()
    except source.Unread as stop:
        return stop.problem
    return problems or node


@pytest.mark.parametrize(
    "text",
    [
        "a: no: b\n",
        "a: [b]\n",
        "a: &x b\n",
        "a: |\n  b\n",
        "a:\n",
        "a: b\n  c\n",
        "a: 'it''s'\n",
        'a: "\\n"\n',
        "a: b\na: c\n",
        "a: b #c\n",
        "- a\n",
        "a: {b: [c]}\n",
        "\ta: b\n",
        "a: {b: c, d: 9,000}\n",
        "a: >\n  b\n   c\nd: e\n",
        "---\na: b\n",
        "a: b\u202ec\n",
        "",
    ],
)
def test_what_is_not_plain_is_left_to_pyyaml(text: str) -> None:
    assert simple.read(text, "f.yaml") is None
