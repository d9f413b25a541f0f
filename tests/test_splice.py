"""An author's file added to in its place: nothing that was there is lost, and what was added is read as it was meant."""

import textwrap
from contextlib import suppress
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as some

from factsheet.content import source, splice
from factsheet.content.nodes import Mapping, Node, Sequence, Text
from factsheet.content.splice import spliced
from factsheet.content.splicing import insertions
from factsheet.content.splicing.insertions import Entry, Insertion
from factsheet.content.splicing.parts import Part
from factsheet.content.splicing.scalars import one_line, scalar
from factsheet.problem import Place, Unreadable
from tests.conftest import PROJECT
from tests.test_source import ACCIDENTS

NEW: Entry = (("value", "over 45,000"), ("as_of", "2026"))
MARKS: Entry = (("replaced", "2026-11-24"), ("why", "it: was so"))


# What the tests look with ---------------------------------------------------------------------------------------------


def plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def reading(text: str) -> Node:
    node, problems = source.read(plain(text), "f.yaml")
    assert problems == []
    assert node is not None
    return node


def bare(node: Node) -> Any:
    """A node without its places; the tests have a way of their own to do it."""
    return BARE[type(node)](node)


BARE: dict[type, Any] = {
    Text: lambda node: node.value,
    Mapping: lambda node: {key: bare(value) for key, value in node.entries.items()},
    Sequence: lambda node: [bare(item) for item in node.items],
}


def below(node: Node, key: str) -> Node:
    assert isinstance(node, Mapping)
    return node.entries[key]


def observations(text: str, figure: str = "it") -> list[tuple[int, Place]]:
    """Where the observations of a figure begin, each with its number in the list; -1 for the figure's own."""
    own = below(below(reading(text), "figures"), figure)
    assert isinstance(own, Mapping)
    listed = own.entries.get("observations", Sequence([], own.place))
    assert isinstance(listed, Sequence)
    return [(number, node.place) for number, node in enumerate([own, *listed.items], -1) if "value" in bare(node)]


def written(text: str, added: Entry | None = NEW, marks: Entry = MARKS) -> str:
    """The text with both, the marks on the first observation there is."""
    return spliced(text, "f.yaml", "it", added, observations(text)[0][1], marks)


def expected(text: str, number: int, added: Entry, marks: Entry) -> Any:
    """What a text should say when it has been added to."""
    says = bare(reading(text))
    own = says["figures"]["it"]
    [own, *own.get("observations", [])][number + 1].update(marks)
    own["observations"] = [dict(added), *own.get("observations", [])]
    return says


def only_added(old: str, new: str) -> bool:
    """Whether the old text is the new one with something cut out."""
    rest = iter(new)
    return all(sign in rest for sign in old)


# Layouts ---------------------------------------------------------------------------------------------------------------

CASES = {
    "block": ("""\
        figures:
          it:
            label: a
            value: b   # c
          other:
            value: x
        """, """\
        figures:
          it:
            label: a
            value: b   # c
            replaced: 2026-11-24
            why: "it: was so"
            observations:
              - value: over 45,000
                as_of: 2026
          other:
            value: x
        """),
    "comments go with what they stand at": ("""\
        figures:
          it:
            value: b
            # of it
              # of it, too

            # parted
          # of the other
          other:
            value: x
        """, """\
        figures:
          it:
            value: b
            # of it
              # of it, too
            replaced: 2026-11-24
            why: "it: was so"
            observations:
              - value: over 45,000
                as_of: 2026

            # parted
          # of the other
          other:
            value: x
        """),
    "a comment like the next figure's belongs to that": ("""\
        figures:
          it:
            value: b
          # of the other
          other: {value: x}
        """, """\
        figures:
          it:
            value: b
            replaced: 2026-11-24
            why: "it: was so"
            observations:
              - value: over 45,000
                as_of: 2026
          # of the other
          other: {value: x}
        """),
    "a folded text ends the figure": ("""\
        figures:
          it:
            value: b
            note: >
              text
              more


        # end
        """, """\
        figures:
          it:
            value: b
            note: >
              text
              more
            replaced: 2026-11-24
            why: "it: was so"
            observations:
              - value: over 45,000
                as_of: 2026


        # end
        """),
    "a text that keeps its empty lines keeps them": ("""\
        figures:
          it:
            value: b
            note: |+
              text

        people: {}
        """, """\
        figures:
          it:
            value: b
            note: |+
              text

            replaced: 2026-11-24
            why: "it: was so"
            observations:
              - value: over 45,000
                as_of: 2026
        people: {}
        """),
    "texts of several lines, odd indents, an item without text": ("""\
        people:
           it: {value: no figure}
        figures:
               it:
                     value: "b
                       c"
                     note: d
                      e   # f
                     also:
                     - g
                     -

               # of the other
               other:
                 value: it
        """, """\
        people:
           it: {value: no figure}
        figures:
               it:
                     value: "b
                       c"
                     note: d
                      e   # f
                     also:
                     - g
                     -
                     replaced: 2026-11-24
                     why: "it: was so"
                     observations:
                       - value: over 45,000
                         as_of: 2026

               # of the other
               other:
                 value: it
        """),
    "a list in its key's own column": ("""\
        figures:
          it:
            label: a
            observations:   # newest first

            # of b
            - value: b
              as_of: c
              # still of b
            # of d
            - value: d
            note: e
        """, """\
        figures:
          it:
            label: a
            observations:   # newest first

            - value: over 45,000
              as_of: 2026
            # of b
            - value: b
              as_of: c
              # still of b
              replaced: 2026-11-24
              why: "it: was so"
            # of d
            - value: d
            note: e
        """),
    "a list far in, its item on the line below the dash": ("""\
        figures:
          'it':
            observations:
                  -
                       value: b
                  - value: c
        """, """\
        figures:
          'it':
            observations:
                  - value: over 45,000
                    as_of: 2026
                  -
                       value: b
                       replaced: 2026-11-24
                       why: "it: was so"
                  - value: c
        """),
    "marks stand above a list that is there": ("""\
        figures:
          it:
            value: b   # of b
            # of the list
            observations:
              - {value: c, as_of: d}   # e
        """, """\
        figures:
          it:
            value: b   # of b
            replaced: 2026-11-24
            why: "it: was so"
            # of the list
            observations:
              - value: over 45,000
                as_of: 2026
              - {value: c, as_of: d}   # e
        """),
    "braces in a list of dashes": ("""\
        figures:
          it:
            observations:
              - {value: b, as_of: c}   # d
        """, """\
        figures:
          it:
            observations:
              - value: over 45,000
                as_of: 2026
              - {value: b, as_of: c, replaced: 2026-11-24, why: "it: was so"}   # d
        """),
    "all in braces": ("""\
        {people: {it: {}}, "figures": {"it": {"value":"b", 'as_of': c,}}}
        """, """\
        {people: {it: {}}, "figures": {"it": {"value":"b", 'as_of': c, replaced: 2026-11-24, why: "it: was so", observations: [{value: "over 45,000", as_of: 2026}],}}}
        """),
    "braces over several lines": ("""\
        figures:
          it: {
            label: a, # one, two
            value: b   # c, d
            # e
          }
        """, """\
        figures:
          it: {
            label: a, # one, two
            value: b,   # c, d
            replaced: 2026-11-24,
            why: "it: was so",
            observations: [{value: "over 45,000", as_of: 2026}]
            # e
          }
        """),
    "braces over several lines without a comment": ("""\
        figures:
          it: {
            value: b
          }
        """, """\
        figures:
          it: {
            value: b,
            replaced: 2026-11-24,
            why: "it: was so",
            observations: [{value: "over 45,000", as_of: 2026}]
          }
        """),
    "braces over several lines with a comma at the end": ("""\
        figures:
          it: {
            value: b,   # c
          }
        """, """\
        figures:
          it: {
            value: b,   # c
            replaced: 2026-11-24,
            why: "it: was so",
            observations: [{value: "over 45,000", as_of: 2026}],
          }
        """),
    "a key without a value before a brace on a line of its own": ("""\
        figures:
          it: {value: b, note:
          }
        """, """\
        figures:
          it: {value: b, note: , replaced: 2026-11-24, why: "it: was so", observations: [{value: "over 45,000", as_of: 2026}]
          }
        """),
    "commas in front": ("""\
        figures:
          it: { label: a
              , value: b
              }
        """, """\
        figures:
          it: { label: a
              , value: b, replaced: 2026-11-24, why: "it: was so", observations: [{value: "over 45,000", as_of: 2026}]
              }
        """),
    "a list in brackets": ("""\
        figures:
          it:
            observations: [{value: b}, {value: c}]   # d
        """, """\
        figures:
          it:
            observations: [{value: "over 45,000", as_of: 2026}, {value: b, replaced: 2026-11-24, why: "it: was so"}, {value: c}]   # d
        """),
    "a list in brackets over several lines": ("""\
        figures:
          it:
            observations: [
              # of b
              {value: b},   # c
              {value: d},
            ]
        """, """\
        figures:
          it:
            observations: [
              {value: "over 45,000", as_of: 2026},
              # of b
              {value: b, replaced: 2026-11-24, why: "it: was so"},   # c
              {value: d},
            ]
        """),
    "a list with nothing in it": ("""\
        figures:
          it:
            value: b
            observations: [ # none
            ]
        """, """\
        figures:
          it:
            value: b
            replaced: 2026-11-24
            why: "it: was so"
            observations: [{value: "over 45,000", as_of: 2026} # none
            ]
        """),
    "keys with question marks": ("""\
        ? figures
        : ? it
          : ? value
            : b
            ? observations
            : - value: c
              - value: d
        """, """\
        ? figures
        : ? it
          : ? value
            : b
            replaced: 2026-11-24
            why: "it: was so"
            ? observations
            : - value: over 45,000
                as_of: 2026
              - value: c
              - value: d
        """),
    "keys without values": ("""\
        --- # a document
        figures:
          it:
            value: b
            ? note
          other:
        ...
        """, """\
        --- # a document
        figures:
          it:
            value: b
            ? note
            replaced: 2026-11-24
            why: "it: was so"
            observations:
              - value: over 45,000
                as_of: 2026
          other:
        ...
        """),
    "other scripts": ("""\
        figures:
          it: {label: 外资企业, value: 一万 🏭}   # 企业
        """, """\
        figures:
          it: {label: 外资企业, value: 一万 🏭, replaced: 2026-11-24, why: "it: was so", observations: [{value: "over 45,000", as_of: 2026}]}   # 企业
        """),
}
TEXTS = [tuple(map(textwrap.dedent, case)) for case in CASES.values()]
layouts = pytest.mark.parametrize(("before", "after"), TEXTS, ids=list(CASES))


@layouts
def test_each_layout_is_added_to_in_its_own_manner(before: str, after: str) -> None:
    assert written(before) == after


@layouts
def test_what_was_added_is_read_as_it_was_meant(before: str, after: str) -> None:
    assert bare(reading(after)) == expected(before, observations(before)[0][0], NEW, MARKS)
    assert only_added(before, after)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@layouts
def test_line_ends_and_byte_order_mark_stay(before: str, after: str, end: str) -> None:
    assert written("\ufeff" + before.replace("\n", end)) == "\ufeff" + after.replace("\n", end)


@layouts
def test_a_missing_line_end_stays_missing(before: str, after: str) -> None:
    assert written(before.rstrip("\n")) == after.rstrip("\n")


@layouts
def test_the_slow_reader_of_yaml_gives_the_same(before: str, after: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CLoader")
    assert written(before) == after


@layouts
def test_what_was_added_can_be_added_to(before: str, after: str) -> None:
    again = spliced(after, "f.yaml", "it", NEW, None, ())
    assert bare(reading(again)) == expected(after, observations(after)[0][0], NEW, ())
    assert only_added(after, again)


def test_a_line_that_ends_unlike_the_others_is_answered_in_kind() -> None:
    text = "figures:\n  it:\n    value: b\r\n  other:\n    value: c\n"
    assert written(text, None) == text.replace("b\r\n", 'b\r\n    replaced: 2026-11-24\r\n    why: "it: was so"\r\n')


@pytest.mark.parametrize("header", ["|", ">", "|+", "|-", ">-"])
def test_nothing_is_put_below_a_text_that_the_end_of_the_file_cuts_short(header: str) -> None:
    """A line end after it would become a part of it."""
    text = f"figures:\n  it:\n    value: b\n    note: {header}\n      text"
    assert written(text, None) == text.replace("    note", '    replaced: 2026-11-24\n    why: "it: was so"\n    note')


def test_nor_below_one_that_is_the_only_key_of_an_item() -> None:
    text = "figures:\n  it:\n    observations:\n    - value: |\n        text"
    assert written(text, None) == text.replace("- value", '- replaced: 2026-11-24\n      why: "it: was so"\n      value')


def test_the_observation_at_the_place_is_marked_and_no_other() -> None:
    text = textwrap.dedent(CASES["a list in its key's own column"][0])
    (_, place) = observations(text)[1]
    marked = '- value: d\n      replaced: 2026-11-24\n      why: "it: was so"\n'
    assert spliced(text, "f.yaml", "it", None, place, MARKS) == text.replace("- value: d\n", marked)


def test_nothing_to_add_changes_nothing() -> None:
    assert spliced("figures: {it: {value: b}}", "f.yaml", "it", None, Place("f.yaml", 1, 15), ()) == "figures: {it: {value: b}}"


def test_the_sheet_that_ships_can_be_added_to() -> None:
    text = (PROJECT / "content" / "facts.yaml").read_text(encoding="utf-8")
    names = list(bare(below(reading(text), "figures")))
    for name in names:
        new = spliced(text, "facts.yaml", name, NEW, observations(text, name)[0][1], MARKS)
        kept = iter(new.split("\n"))
        assert all(line in kept for line in text.split("\n"))
        assert new.count("\n") == text.count("\n") + 5
    assert names


# Texts as scalars ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "block", "flow"), [
    ("over 40 billion", "over 40 billion", "over 40 billion"),
    ("9,000", "9,000", '"9,000"'),
    ("2026-11", "2026-11", "2026-11"),
    ("no", "no", "no"),
    ("https://example.org/#a", "https://example.org/#a", "https://example.org/#a"),
    ("a: b", '"a: b"', '"a: b"'),
    ("number #1", '"number #1"', '"number #1"'),
    ('the "golden" year', 'the "golden" year', 'the "golden" year'),
    ('"golden"', '"\\"golden\\""', '"\\"golden\\""'),
    ("[[investment]]", '"[[investment]]"', '"[[investment]]"'),
    ("a}", "a}", '"a}"'),
    ("> 5", '"> 5"', '"> 5"'),
    ("C:\\x", "C:\\x", "C:\\x"),
    ("- C:\\x", '"- C:\\\\x"', '"- C:\\\\x"'),
    ("", '""', '""'),
    ("|", '"|"', '"|"'),
    ("-", '"-"', '"-"'),
])
def test_a_text_stands_plain_where_it_is_read_back_and_in_quotes_elsewhere(text: str, block: str, flow: str) -> None:
    assert (scalar(text), scalar(text, True)) == (block, flow)


SIGNS = some.characters(exclude_categories=["C", "Zl", "Zp"]) | some.sampled_from(" ,:#[]{}'\"\\&*!|>%@`-?~=\t")


@given(some.text(SIGNS, max_size=30).map(one_line))
def test_every_text_is_read_back_as_it_was(text: str) -> None:
    added = (("value", text), ("why", text + "."))
    for sheet in ("figures:\n  it:\n    value: a\n", "figures: {it: {value: a}}\n"):
        assert bare(reading(written(sheet, added, (("why", text),)))) == expected(sheet, -1, added, (("why", text),))


@pytest.mark.parametrize(("text", "line"), [("a\n  b\r\n\n c \n", "a b c"), (" a  b ", "a  b"), ("a\u00a0b", "a\u00a0b"), ("\n", "")])
def test_a_text_of_several_lines_becomes_one(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize("text", ["a\u202eb", "a\x07b", "a\ud800b", "a\u200bb", "\x00"])
def test_a_text_with_unseen_signs_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match="signs that can be seen"):
        written("figures:\n  it:\n    value: a\n", (("value", text),))


# Refusals --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "said", "remedy"), [
    ("figures:\n  it: {value: a\n", "without a problem", "Mend that first"),
    ("figures:\n  it: {value: a, value: b}\n", "line 2: The key `value` stands here a second time", "Mend that first"),
    ("figures:\n  it: {value: a, note: *b}\n", "line 2: Anchors and aliases", "Mend that first"),
    ("figures:\n  it: {value: a}\n# \u2028\n", "control character", "Mend that first"),
    ("- a\n", "without a problem", "Mend that first"),
    ("", "without a problem", "Mend that first"),
    ("figures:\n  its: {value: a}\n", "found `it`", "Did you mean `its`?"),
    ("figures:\n  - it\n", "found `it`", "Look for its id"),
    ("title: a\n", "found `it`", "Look for its id"),
    ("figures:\n  it: 12\n", "has to have keys", "Write its keys first"),
    ("figures:\n  it:\n    value: a\n    observations: b\n", "has to be a list", "Write below `observations:` of `it`"),
])
def test_what_cannot_be_added_to_is_refused_with_what_to_do(text: str, said: str, remedy: str) -> None:
    with pytest.raises(Unreadable) as refused:
        spliced(text, "f.yaml", "it", NEW, None, ())
    assert said in refused.value.message
    assert remedy in refused.value.hint


@pytest.mark.parametrize(("text", "line", "column", "said"), [
    ("figures:\n  it:\n    value: a\n    why: b\n", 3, 5, "has a `why` already, on line 4"),
    ("figures:\n  it:\n    value: a\n", 1, 1, "none begins there"),
    ("figures:\n  it:\n    value: a\n  other:\n    value: b\n", 5, 5, "none begins there"),
    ("figures:\n  it:\n    observations:\n    - value: a\n", 3, 5, "no value of its own"),
    ("figures:\n  it:\n    observations: [value: a]\n", 3, 20, "without a risk to the rest"),
])
def test_an_observation_that_cannot_be_marked_is_refused(text: str, line: int, column: int, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        spliced(text, "f.yaml", "it", None, Place("f.yaml", line, column), MARKS)
    assert said in refused.value.message
    assert refused.value.hint


def test_a_refusal_says_what_to_write_by_hand() -> None:
    with pytest.raises(Unreadable) as refused:
        spliced("figures:\n  it:\n    observations: [value: a]\n", "f.yaml", "it", None, Place("f.yaml", 3, 20), MARKS)
    assert 'by hand: `replaced: 2026-11-24, why: "it: was so"`' in refused.value.hint


# The proof bites -------------------------------------------------------------------------------------------------------

FILE = "figures:\n  it:\n    value: a   # b\n    note: c\n  other:\n    value: d\n"
ITEM = "\n    observations:\n    - value: over 45,000\n      as_of: 2026"


@pytest.mark.parametrize("broken", [
    [],
    [Insertion((2, 14), ITEM.replace("\n", " "))],                       # lost in a comment
    [Insertion((5, 12), ITEM)],                                          # on another figure
    [Insertion((0, 8), ITEM)],                                           # on none
    [Insertion((3, 11), ITEM.replace("2026", "2025"))],                  # another text
    [Insertion((3, 11), ITEM.replace("over 45,000", "over # 45,000"))],
    [Insertion((3, 11), ITEM + "\n      note: c")],                      # a key too many
    [Insertion((3, 11), ITEM + "\n    - value: e")],                     # an item too many
    [Insertion((3, 11), "\n    observations:\n    - as_of: 2026\n      value: over 45,000")],  # another order
    [Insertion((3, 11), ITEM + "\n    why: e")],                         # a key elsewhere
    [Insertion((3, 11), "x" + ITEM)],                                    # a text that was there, changed
    [Insertion((3, 4), "s"), Insertion((3, 11), ITEM)],                  # a key that was there, renamed
    [Insertion((3, 4), "# "), Insertion((3, 11), ITEM)],                 # a line that was there, lost in a comment
    [Insertion((3, 11), ITEM + "\n  it:\n    value: a")],                # the figure a second time
    [Insertion((3, 11), ITEM.replace("    obs", "   obs"))],             # an indent that fits nothing
    [Insertion((3, 11), "\n    observations: over 45,000")],
])
def test_whatever_a_broken_splicer_writes_is_refused(broken: list[Insertion], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(insertions, "first_list", lambda *_: broken)
    with pytest.raises(Unreadable, match="without a risk to the rest; nothing was changed"):
        spliced(FILE, "f.yaml", "it", NEW, None, ())


def test_what_a_sound_one_writes_there_is_let_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(insertions, "first_list", lambda *_: [Insertion((3, 11), ITEM)])
    assert spliced(FILE, "f.yaml", "it", NEW, None, ()) == FILE.replace("note: c", "note: c" + ITEM)


@pytest.mark.parametrize("lost", [" # b", "# b", " "])
def test_a_splicer_that_loses_a_comment_or_a_space_is_refused(lost: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What reads the same need not be what the author had."""
    sound = splice._inserted
    monkeypatch.setattr(splice, "_inserted", lambda raw, new: sound(raw, new).replace("a   # b", "a   # b".replace(lost, "", 1)))
    with pytest.raises(Unreadable, match="without a risk to the rest"):
        spliced(FILE, "f.yaml", "it", NEW, None, ())


@pytest.mark.parametrize("broken", [
    [],
    [Insertion((3, 11), '\n    why: "it: was so"\n    replaced: 2026-11-24')],
    [Insertion((3, 11), "\n    replaced: 2026-11-24")],
    [Insertion((3, 11), '\n    replaced: 2026-11-24\n    why: "it: was so"\n    kind: update')],
    [Insertion((5, 12), '\n    replaced: 2026-11-24\n    why: "it: was so"')],
])
def test_marks_that_are_not_as_they_were_wanted_are_refused(broken: list[Insertion], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(insertions, "entries", lambda *_: broken)
    with pytest.raises(Unreadable, match="without a risk to the rest"):
        written(FILE, None)


def test_a_list_item_put_last_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def last(listed: Part, entry: Entry, lines: list[str]) -> list[Insertion]:
        return [Insertion((len(lines) - 2, len(lines[-2])), "\n    - value: over 45,000\n      as_of: 2026")]

    monkeypatch.setattr(insertions, "first_item", last)
    with pytest.raises(Unreadable, match="without a risk to the rest"):
        spliced("figures:\n  it:\n    observations:\n    - value: a\n", "f.yaml", "it", NEW, None, ())


# Any sheet ---------------------------------------------------------------------------------------------------------------

FIELDS = [
    "{k}: one two", "{k}: 'one ''two'''", '{k}: "one \\u00e9 # two"', "{k}: one # note", "{k}:   one\n{i}   two  # end", "{k}: >\n{i}  one\n{i}  two",
    "{k}: |-\n{i}      one\n\n{i}      two\n\n", "{k}: |+\n{i} one\n\n", "{k}: >2\n{i}   one\n{i}  two", "{k}:", "{k}: # nothing", "? {k}\n{i}: one", "? {k}",
    "{k}: {{one: firm, other: firms}}", "{k}:\n{i} one: firm\n{i} other: firms", "{k}: [a, 'b',\n{i}  c]",
    "{k}:\n{i}- a\n{i}-", "{k}:\n{i}   - - a\n{i}   # in\n{i}   - b: c",
    '"{k}": "one\n\n{i}  two"', "{k}: 'one\n{i} two' # end", "{k}: 人口 🏭", "{k} : one", "{k}: {{}}", "{k}: []", "{k}: |\n{i}  # no comment\n{i}  one",
]
BETWEEN = ["", "", "", "\n", "{i}# alike\n", "# left\n", "{i}    # right\n", "\n{i}# parted\n", "{i}# alike\n\n# left\n", "  \n", "{i}# it: {{value: x}}\n"]
VALUES = ["value: 5", "value: over 9 # now", "'value': 'x'", "? value\n{i}: y", '"value":   "a\n{i}   b"']
PAIRS = ["{k}: one", "{k}: 'one, two'", '"{k}":"one"', "{k}: [a, {{b: c}}]", "{k}: {{one: firm}}", "{k}: one\n{i}  two", "{k}", "{k}: ", "{k}: 人",
         "? {k} : one"]
OPEN = ["{{", "{{ ", "{{\n{i}  ", "{{ # open, here\n{i}  ", "{{\n{i}  # first\n\n{i}  "]
COMMA = [", ", ",", ",\n{i}  ", " , ", ", # one, two\n{i}  ", "\n{i}  , ", " # one\n{i}  , ", ",\n\n{i}  # next\n{i}  "]
CLOSE = ["}}", " }}", ",}}", ", }}", "\n{i} }}", ",\n{i} }}", ", # end, all\n{i} }}", " # end, all\n{i} }}", "\n{i}  # end\n{i} }}", "\n{i} , }}"]
HEADS = ["", "title: a\n", "people:\n  it: {value: a}\n", "# it:\n---\n", "terms:\n- it\nquotes: [it]\n\n", "summary: |\n  figures:\n    it:\n"]
TAILS = ["", "\n", "later:\n  it:\n    value: b\n", "# end\n", "...\n", "\n# end\n\nlater: {it: {value: b}}\n"]
INDENTS = some.integers(1, 5)


@some.composite
def braced(draw: some.DrawFn, indent: str) -> str:
    """A mapping in braces with a value, over one line or several."""
    pairs = [pair.replace("{k}", f"k{at}") for at, pair in enumerate(draw(some.lists(some.sampled_from(PAIRS), max_size=3)))]
    pairs.insert(draw(some.integers(0, len(pairs))), draw(some.sampled_from(["value: 5", "value: 'a, b'", '"value":"x"', "? value : y"])))
    text = draw(some.sampled_from(OPEN)) + "".join(pair + draw(some.sampled_from(COMMA)) for pair in pairs[:-1]) + pairs[-1] + draw(some.sampled_from(CLOSE))
    return text.replace("{i}", indent).replace("{{", "{").replace("}}", "}")


@some.composite
def dashed(draw: some.DrawFn, indent: str) -> str:
    """An item with a dash, in lines or in braces."""
    gap = draw(some.sampled_from([" ", "   "]))
    inner = indent + " " + gap
    kind = draw(some.sampled_from([braced(inner).map(lambda text: text + "\n"), lined(inner, some.just([])).map(lambda text: text[len(inner):])]))
    return f"{indent}-{gap}{draw(kind)}{draw(some.sampled_from(BETWEEN)).format(i=indent)}"


@some.composite
def listed(draw: some.DrawFn, indent: str) -> str:
    """The key `observations` with a list in one of the styles."""
    deeper = indent + " " * draw(some.integers(0, 4))
    above = "\n" + draw(some.sampled_from(BETWEEN)).format(i=deeper)
    parted = f", # next\n{deeper}   "
    braces = braced(deeper + "  ")
    dashes = some.lists(dashed(deeper), min_size=1, max_size=3).map(lambda items: above + "".join(items))
    one_row = some.lists(braces, max_size=3).map(lambda items: f" [{', '.join(items)}]\n")
    rows = some.lists(braces, min_size=1, max_size=3).map(lambda items: f" [ # all\n{deeper}   {parted.join(items)},\n{deeper} ]\n")
    return indent + draw(some.sampled_from(["observations:", "'observations':"])) + draw(some.one_of(dashes, one_row, rows))


@some.composite
def lined(draw: some.DrawFn, indent: str, more: some.SearchStrategy[list[str]]) -> str:
    """A mapping in lines with a value, and more if it is to have more."""
    fields = [field.replace("{k}", f"k{at}") for at, field in enumerate(draw(some.lists(some.sampled_from(FIELDS), max_size=3)))]
    fields.insert(draw(some.integers(0, len(fields))), draw(some.sampled_from(VALUES)))
    lines = [indent + field.format(i=indent) + "\n" for field in fields]
    for extra in draw(more):
        lines.insert(draw(some.integers(1, len(lines))), extra)
    return "".join(line + draw(some.sampled_from(BETWEEN)).format(i=indent) for line in lines)


@some.composite
def sheets(draw: some.DrawFn) -> str:
    """A file with the figure `it` somewhere in it, in any style that authors write and some that they do not."""
    step = " " * draw(INDENTS)
    inner = step + " " * draw(INDENTS)
    block = lined(inner, some.lists(listed(inner), max_size=1)).map(lambda text: "\n" + text)
    figure = draw(some.one_of(block, block, braced(inner).map(lambda text: f" {text}\n")))
    others = [f"{step}before:\n{inner}it: a\n", f"{step}before: {{it: {{value: a}}}}\n", ""]
    after = [f"{step}# of the next\n{step}after:\n{inner}value: a\n", f"\n{step}after: {{value: a}}\n", ""]
    name = draw(some.sampled_from(["it:", "'it':", '"it":', "it :"]))
    head, first, then, tail = (draw(some.sampled_from(choices)) for choices in (HEADS, others, after, TAILS))
    text = f"{head}figures:\n{first}{step}{name}{figure}{then}{tail}"
    ends = draw(some.sampled_from(["\n", "\r\n"]))
    return draw(some.sampled_from(["", "\ufeff"])) + draw(some.sampled_from([text, text.rstrip("\n")])).replace("\n", ends)


TYPED = some.text(SIGNS, max_size=12) | some.text("-:?# ,", max_size=3) | some.sampled_from(["over 45,000", "it: was", "2026-11-24", "a # b"])


@given(sheets(), some.data(), TYPED, TYPED)
def test_any_sheet_is_added_to_and_not_changed_otherwise(text: str, data: some.DataObject, value: str, why: str) -> None:
    """No style of writing is refused: not one of these files needs a hand."""
    number, place = data.draw(some.sampled_from(observations(text)))
    added, marks = (("value", one_line(value)), ("as_of", "2026")), (("replaced", "2026-11-24"), ("why", one_line(why)))
    new = spliced(text, "f.yaml", "it", added, place, marks)
    assert only_added(text, new)
    assert bare(reading(new)) == expected(text, number, added, marks)
    again = spliced(new, "f.yaml", "it", NEW, None, ())
    assert only_added(new, again)
    assert bare(reading(again)) == expected(new, number, NEW, ())


WRITTEN = some.sampled_from([before for before, _ in TEXTS])
MISHAPS = some.lists(some.tuples(some.floats(0, 1), some.integers(0, 4), some.sampled_from(ACCIDENTS)), max_size=3)


@given(WRITTEN, MISHAPS)
def test_a_sheet_with_accidents_is_added_to_or_refused(text: str, accidents: list[tuple[float, int, str]]) -> None:
    for where, cut, insert in accidents:
        at = int(where * len(text))
        text = text[:at] + insert + text[at + cut :]
    with suppress(Unreadable):
        new = spliced(text, "f.yaml", "it", NEW, None, ())
        assert only_added(text, new)
        assert bare(reading(new)) == expected(text, -1, NEW, ())
