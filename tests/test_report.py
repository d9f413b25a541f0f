"""Problems in print: a place that can be clicked, the line, a caret, what to do; nothing in them can be forged."""

import json

import pytest

from factsheet.problem import Place, Problem
from factsheet.report import count, in_order, report

TEXT = "title: Harbour\n  value: 人口 over 1,200 ships\n" + "x" * 300 + " end\n"
PROBLEM = Problem(Place("content/facts.yaml", 2, 13, 4), "bad-value", "A number is wanted.", "Write `1,200`.")


def printed(problem: Problem, form: str = "text", colour: bool = False) -> str:
    return report([problem], {"content/facts.yaml": TEXT}, form, colour)


def test_a_problem_shows_its_line_and_a_caret_below_the_characters_meant() -> None:
    assert printed(PROBLEM) == (
        "content/facts.yaml:2:13: error[bad-value]: A number is wanted.\n"
        "    2 |   value: 人口 over 1,200 ships\n"
        "      |               ^^^^\n"
        "   = Write `1,200`.\n"
        "\n1 error\n"
    )


def test_a_long_line_is_cut_round_the_place() -> None:
    lines = printed(PROBLEM._replace(place=Place("content/facts.yaml", 3, 302, 3))).split("\n")
    assert lines[1].endswith("x end")
    assert lines[2].endswith("^^^")
    assert lines[1].index("end") == lines[2].index("^^^")
    assert max(map(len, lines)) < 130


@pytest.mark.parametrize("line", [0, 99])
def test_a_place_without_a_line_shows_none(line: int) -> None:
    assert "|" not in printed(PROBLEM._replace(place=Place("content/facts.yaml", line)))


def test_colour_is_only_where_it_is_wanted() -> None:
    assert "\x1b[31m" in printed(PROBLEM, colour=True)
    assert "\x1b" not in printed(PROBLEM)


EVIL = ["\x1b[2J", "a\n::error file=x::y", "a\r\nb", "\u202eabc", "\u2066", "a\u2028b", "\x00", "1\u200b0"]


@pytest.mark.parametrize("evil", EVIL)
@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_a_text_of_the_author_cannot_forge_a_message(evil: str, form: str) -> None:
    problem = Problem(Place(f"content/{evil}.yaml", 1), "bad-value", f"Found {evil}.", f"Not {evil}.")
    text = report([problem], {f"content/{evil}.yaml": f"title: {evil}"}, form, colour=False)
    shown = text.replace("\n", "") if form == "text" else text.rstrip("\n") if form == "github" else json.dumps(json.loads(text))
    assert not any(character in shown for character in "\x1b\x00\r\n\u202e\u2066\u2028\u200b")
    assert not any(line.startswith("::error file=x") for line in text.split("\n"))


def test_github_gets_an_annotation_a_line() -> None:
    text = printed(PROBLEM._replace(message="50% of: all, of\nit"), "github")
    assert (
        text == "::error file=content/facts.yaml,line=2,col=13,endColumn=17,title=bad-value::50%25 of: all, of\\u000ait%0AWrite `1,200`.\n"
    )


def test_json_carries_everything_and_the_counts() -> None:
    read = json.loads(report([PROBLEM, PROBLEM._replace(rule="overdue")], {}, "json", colour=False))
    assert (read["errors"], read["warnings"]) == (1, 1)
    assert read["problems"][0] == {
        "path": "content/facts.yaml",
        "line": 2,
        "column": 13,
        "length": 4,
        "severity": "error",
        "rule": "bad-value",
        "message": "A number is wanted.",
        "hint": "Write `1,200`.",
        "lines": [],
    }
    assert json.loads(report([], {}, "json", colour=False)) == {"problems": [], "errors": 0, "warnings": 0}


def test_problems_come_by_place_and_each_once() -> None:
    later = PROBLEM._replace(place=Place("content/facts.yaml", 9))
    assert in_order([later, PROBLEM, later]) == [PROBLEM, later]


@pytest.mark.parametrize(
    ("rules", "said"), [([], "No problems"), (["overdue"], "1 warning"), (["yaml", "yaml", "overdue"], "2 errors, 1 warning")]
)
def test_the_count_is_in_words(rules: list[str], said: str) -> None:
    assert count([PROBLEM._replace(rule=rule) for rule in rules]) == said


def test_of_very_many_problems_the_first_are_shown_and_all_are_counted() -> None:
    problems = [PROBLEM._replace(place=Place("content/facts.yaml", 2, column)) for column in range(1, 302)]
    told = report(problems, {"content/facts.yaml": TEXT}, "text", colour=False)
    assert told.count("error[bad-value]") == 200
    assert told.endswith("Only the first 200 are shown. 301 errors\n")
    assert len(json.loads(report(problems, {}, "json", colour=False))["problems"]) == 301
