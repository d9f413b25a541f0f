"""An author's Markdown becomes safe HTML with holes for its references, and every problem is found at its place."""

import html
import marshal
import re
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown.extensions.smarty import SmartyExtension

from factsheet.content import prose
from factsheet.content.engine import converted
from factsheet.content.prose import (
    ENGLISH,
    Finding,
    Heading,
    Labels,
    Link,
    Prose,
    Reference,
    convert,
    convert_inline,
    fill,
    headline,
    outline,
    pack,
    plain,
    unpack,
)
from tests.conftest import surroundings


def shown(reference: Reference) -> str:
    return f"«{reference.name or reference.literal}»"


def filled(text: str) -> str:
    return fill(convert(text), shown)


def rules(made: Prose) -> list[str]:
    return [finding.rule for finding in made.findings]


def typed(text: str, place: Reference | Finding | Link) -> str:
    """The characters of the text that a place means, as an editor counts lines and columns."""
    line = re.split("\r\n|\r|\n", text)[place.line - 1]
    return line[place.column - 1:place.column - 1 + place.length]


# References ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "expected"), [
    ("Home to [[firms]].", "<p>Home to «firms».</p>"),
    ("*[[firms]]* and **[[firms]]**", "<p><em>«firms»</em> and <strong>«firms»</strong></p>"),
    ("# Over [[firms]]", '<h1 id="over-firms">Over «firms»</h1>'),
    ("- one [[firms]]\n- two", "<ul>\n<li>one «firms»</li>\n<li>two</li>\n</ul>"),
    ("> [[firms]]", "<blockquote>\n<p>«firms»</p>\n</blockquote>"),
    ("![Map of [[firms]]](images/a.png)", '<p><img src="images/a.png" alt="Map of «firms»"></p>'),
    ("![[[firms]] on a map](images/a.png)", '<p><img src="images/a.png" alt="«firms» on a map"></p>'),
    ("[the [[firms]]](a.html)", '<p><a href="a.html">the «firms»</a></p>'),
    ("[[[firms]]](a.html)", '<p><a href="a.html">«firms»</a></p>'),
    ("So many![[firms]]", "<p>So many!«firms»</p>"),
    ("[[=seven seas|a name]] sailed", "<p>«seven seas» sailed</p>"),
    ("\"[[firms]]\" and '[[firms]]', [[firms]]'s", "<p>“«firms»” and ‘«firms»’, «firms»’s</p>"),
    ("over_[[firms]]_here", "<p>over_«firms»_here</p>"),
])
def test_a_reference_works_wherever_there_is_text(text: str, expected: str) -> None:
    assert filled(text) == expected


def test_a_reference_works_in_tables_and_footnotes() -> None:
    made = filled("| Year | [[firms]] |\n|---|---|\n| 2010 | *[[older]]* |\n\nA note.[^n]\n\n[^n]: See [[plan]].\n")
    assert '<th scope="col">«firms»</th>' in made
    assert "<td><em>«older»</em></td>" in made
    assert "<p>See «plan»." in made


@pytest.mark.parametrize("text", [
    "`[[firms]]`", "``a ` [[firms]]``", "Text\n\n    [[firms]] in code\n", "```\n[[firms]]\n\n[[Not a name]]\n```\n", "~~~ yaml\n[[firms]]\n~~~\n",
    r"\[[firms]]", "- item\n\n    ```\n    [[firms]]\n    ```\n", "`[[a` and `b]]`", "    [[1, 2],\n     [3, 4]]\n",
])
def test_in_code_and_behind_a_backslash_it_is_no_reference(text: str) -> None:
    made = convert(text)
    assert (made.references, made.findings) == ((), ())
    assert "[[" in plain(made, shown)


def test_the_code_of_a_fence_comes_out_as_it_was_typed() -> None:
    assert filled("```\n<b> & [[x]]\n\n    in\n```") == '<pre tabindex="0"><code>&lt;b&gt; &amp; [[x]]\n\n    in\n</code></pre>'


def test_a_fence_in_a_list_stays_in_its_item() -> None:
    made = filled("- item\n\n    ```\n    code\n      more\n    ```\n- next")
    assert '<pre tabindex="0"><code>code\n  more\n</code></pre>' in made
    assert made.count("<ul>") == 1


@pytest.mark.parametrize(("text", "name", "field", "literal", "reason"), [
    ("[[investment]]", "investment", "", "", ""),
    ("[[investment.as_of]]", "investment", "as_of", "", ""),
    ("[[new-quality_2]]", "new-quality_2", "", "", ""),
    ("[[=seven seas|a name, not a count]]", "", "", "seven seas", "a name, not a count"),
    ("[[=seven seas|a name,\nnot a count]]", "", "", "seven seas", "a name, not a count"),
    ("[[= 24/7 \\| an idiom ]]", "", "", "24/7", "an idiom"),
])
def test_a_reference_says_what_it_asks_for(text: str, name: str, field: str, literal: str, reason: str) -> None:
    found, = convert(f"A {text} here").references
    assert (found.name, found.field, found.literal, found.reason) == (name, field, literal, reason)
    assert convert(f"A {text} here").findings == ()


@pytest.mark.parametrize(("text", "said"), [
    ("[[Foreign Firms]]", "Write [[foreign-firms]]"), ("[[]]", "Write the id of"), ("[[投资]]", "Write the id of"),
    ("[[firms.Short]]", "Write [[firms.short]]"), ("[[firms|the firms]]", "Remove the |"), ("[[=seven seas]]", "then | and the reason"),
    ("[[=|reason]]", "then | and the reason"), ("[[ firms ]]", "Write [[firms]]"), ("[[a.b.c]]", "Write [[a.b-c]]"), ("[[" + "a" * 61 + "]]", ""),
])
def test_a_reference_that_is_none_is_found_and_printed_as_typed(text: str, said: str) -> None:
    made = convert(f"Now {text} here")
    finding, = made.findings
    assert (finding.rule, finding.line, finding.column, finding.length) == ("bad-value", 1, 5, len(text))
    assert said in finding.hint
    assert text in plain(made, shown)


@pytest.mark.parametrize("text", ["An [[open one", "An [[open\none]]", "[[a [b] c]]", "[[a`b]]"])
def test_a_reference_without_an_end_is_found(text: str) -> None:
    made = convert(text)
    assert rules(made) == ["bad-value"]
    assert typed(text, made.findings[0]) == "[["


@pytest.mark.parametrize(("text", "inside_link", "is_plain"), [
    ("[[firms]]", False, False), ("[a [[firms]]](b.html)", True, False), ("![a [[firms]]](images/b.png)", False, True),
    ("[a](b.html 'c [[firms]]')", False, True),
])
def test_a_reference_says_whether_it_may_print_a_link_or_any_markup(text: str, inside_link: bool, is_plain: bool) -> None:
    found, = convert(text).references
    assert (found.inside_link, found.plain) == (inside_link, is_plain)


def test_markup_that_a_reference_prints_is_left_out_of_an_attribute() -> None:
    made = convert("![a [[firms]] b](images/b.png)")
    assert fill(made, lambda _: '<a href="x">5 &lt; "6"</a>') == '<p><img src="images/b.png" alt="a 5 &lt; &quot;6&quot; b"></p>'


def test_the_authors_own_use_of_the_token_letters_comes_back() -> None:
    text = "A \U000187f60\U000187f7 and `\U000187f6` [[firms]]"
    assert plain(convert(text), shown) == "A \U000187f60\U000187f7 and \U000187f6 «firms»"


# Places -------------------------------------------------------------------------------------------------------------

PLACES = """# 中文 [[one]] 投资 [[Two]]

深圳前海有[[three]]家，\tand [[four]] <b>bold</b>

| 年 | [[five]] |
|----|----------|
|\t2010 | x [[six]] [link](javascript:x) |

1. list
    - deeper [[seven]]\t[[eight]]

        still deeper 企 [[nine]] and \u202e

> > quoted [[ten]]

A note.[^n] Not[^m] here.

```
[[code]]

more
```

Last [[eleven]], ![](images/x.png) [r][ref] <https://example.org/a?b=[[c]]>

[ref]: data:text/html,x "title"

[^n]: The note 中 [[twelve]]

    and <div [[Thirteen]]
"""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_place_is_exact(end: str) -> None:
    text = PLACES.replace("\n", end)
    made = convert(text)
    assert [typed(text, found) for found in made.references] == [
        f"[[{name}]]" for name in ("one", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")]
    assert [(found.rule, typed(text, found)) for found in made.findings] == [
        ("bad-value", "[[Two]]"), ("raw-html", "<b>"), ("bad-url", "javascript:x"), ("invisible-character", "\u202e"),
        ("unknown-reference", "[^m]"), ("no-alt", "!["), ("bad-url", "https://example.org/a?b=[[c]]"), ("bad-url", "data:text/html,x"),
        ("raw-html", "<div"), ("bad-value", "[[Thirteen]]")]


NAMES = st.sampled_from(["[[a]]", "[[firms.short]]", "[[=7|b]]", "[[Bad]]", "[[open", "<b>", "[x](ftp://a)", "![](b.png)", "`[[code]]`"])
AROUND = st.sampled_from(["word ", "中文", "\n", "\n\n", "\r\n", "    ", "\t", "- ", "> ", "# ", "| ", "\n|---|---|\n", "*", "**", "[", "](c.html)", "\n[^1]: ", "\\"])


@given(st.lists(st.one_of(NAMES, AROUND), max_size=20).map("".join))
def test_a_place_always_means_the_characters_that_were_typed(text: str) -> None:
    made = convert(text)
    for found in made.references:
        assert typed(text, found).strip("[]") in (f"{found.name}.{found.field}".rstrip("."), f"={found.literal}|{found.reason}")
    for finding in made.findings:
        assert typed(text, finding)[:1] in ("[", "<", "f", "!")


# Raw HTML -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [
    "<b>", "<script>", "</p>", "<!-- comment -->", "<!DOCTYPE html>", "<![CDATA[x]]>", "<?php echo ?>", '<div class="a"', "<img src=x onerror=alert(1)>",
    "<x-own>", "<br/>", "<a href='x'>", "<svg/onload=alert(1)>", "<script\n>", "<iframe srcdoc='", "</style",
])
def test_raw_html_is_found_and_printed_as_text(text: str) -> None:
    for around in ("{}", "words {} words", "- {}", "| a | b |\n|---|---|\n| x | {} |", "# {}"):
        made = convert(around.format(text))
        assert rules(made)[:1] == ["raw-html"], around
        assert typed(around.format(text), made.findings[0]) in (text.partition("\n")[0], text.partition(" ")[0])
        assert "<script" not in fill(made, shown)


def test_raw_html_is_told_of_once_for_an_opening_and_its_closing_tag() -> None:
    assert rules(convert("<div>\n\n*a*\n\n</div>")) == ["raw-html"]


@pytest.mark.parametrize(("text", "expected"), [
    ("5 < 6", "5 &lt; 6"), ("a<b", "a&lt;b"), ("<3", "&lt;3"), ("a > b", "a &gt; b"), ("x <y and z", "x &lt;y and z"), ("AT&T", "AT&amp;T"),
    ("&lt;b&gt;", "&lt;b&gt;"), ("&amp;lt;", "&amp;lt;"), ("&copy; &#8211;", "© –"), (r"\<b>", "&lt;b&gt;"), ("`<script>`", "<code>&lt;script&gt;</code>"),
    ("`&lt;`", "<code>&amp;lt;</code>"), ("{{ x }} {% if y %}", "{{ x }} {% if y %}"),
    ("<https://example.org/?a=1&b=2>", '<a href="https://example.org/?a=1&amp;b=2" rel="noopener">https://example.org/?a=1&amp;b=2</a>'),
    ("<me@example.org>", '<a href="mailto:me@example.org">me@example.org</a>'),
])
def test_what_only_looks_like_html_is_text(text: str, expected: str) -> None:
    made = convert(text)
    assert (fill(made, shown), made.findings) == (f"<p>{expected}</p>", ())


# Links and images ---------------------------------------------------------------------------------------------------

FORBIDDEN = [
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", "&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)", "javascript&colon;alert(1)", "java\tscript:alert(1)",
    "java&#10;script:alert(1)", "java&Tab;script:alert(1)", "&#1;javascript:alert(1)", "data:text/html,x", "vbscript:x", "//example.org/x",
    "\\\\\\\\example.org", "/\\\\example.org", "file:///etc/passwd", "ftp://example.org", "https:example.org", "https:///x", "http://", "blob:x", "C:\\\\x",
    "a\u202eb.html", "a&#8238;b.html", "", "https://example.org/[[firms]]",
]


@pytest.mark.parametrize("address", FORBIDDEN)
@pytest.mark.parametrize("form", ["[a]({})", "[a](<{}>)", "![a]({})", '[a]({} "t")'])
def test_an_address_that_may_not_stand_is_found_and_not_written(address: str, form: str) -> None:
    made = convert(form.format(address))
    assert {"bad-url", "invisible-character"}.intersection(rules(made))
    assert not made.links
    assert not re.search("<(a|img)", fill(made, shown))


@pytest.mark.parametrize("address", [address for address in FORBIDDEN if address and "\t" not in address])
def test_an_address_that_is_defined_elsewhere_is_held_to_the_same(address: str) -> None:
    text = f"[a][r] ![a][r]\n\n[r]: {address}\n"
    made = convert(text)
    assert "bad-url" in rules(made)
    assert not re.search("<(a|img)", fill(made, shown))


@pytest.mark.parametrize("text", ["<javascript://%0aalert(1)>", "<data://x>", "<vbscript://x>"])
def test_an_autolink_is_held_to_the_same(text: str) -> None:
    made = convert(text)
    assert (rules(made), "<a" in fill(made, shown)) == (["bad-url"], False)


def test_an_autolink_brings_in_nothing_invisible() -> None:
    made = convert("<https://example.org/&#8238;>")
    assert rules(made) == ["bad-url"]
    assert "\u202e" not in fill(made, shown)


@pytest.mark.parametrize("text", ["[a](<b@c.org> d", "[a](<https://c.org> d", '[a](b "[a](c and more', "[a](b", "![a](b", "[a][b", "](c) [a]: d"])
def test_what_is_no_link_after_all_is_printed_as_typed(text: str) -> None:
    assert html.unescape(re.sub("<[^>]*>", "", filled(text))).replace("“", '"') == text


@pytest.mark.parametrize(("text", "expected"), [
    ("[a](timeline.html#plan)", '<a href="timeline.html#plan">a</a>'),
    ("[a](https://example.org)", '<a href="https://example.org" rel="noopener">a</a>'),
    ("[a](HTTP://example.org)", '<a href="HTTP://example.org" rel="noopener">a</a>'),
    ("[a](mailto:me@example.org)", '<a href="mailto:me@example.org">a</a>'),
    ("[a](tel:+44123)", '<a href="tel:+44123">a</a>'),
    ("[a](../b.html)", '<a href="../b.html">a</a>'),
    ("[a](/b?c=d:e)", '<a href="/b?c=d:e">a</a>'),
    ("[a](<my file.pdf>)", '<a href="my%20file.pdf">a</a>'),
    ("[a](b_(c).html)", '<a href="b_(c).html">a</a>'),
    ('[a](b.html "He said \\"x\\" <b>")', '<a href="b.html" title="He said &quot;x&quot; &lt;b&gt;">a</a>'),
    ('[a](b"onclick=x)', '<a href="b&quot;onclick=x">a</a>'),
    ("[a **b** <https://example.org>](c.html)", '<a href="c.html">a <strong>b</strong> https://example.org</a>'),
    ("[a][r]\n\n[r]: b.html\n", '<a href="b.html">a</a>'),
    ("[r]\n\n[r]: <b.html>\n    'title'\n", '<a href="b.html" title="title">r</a>'),
])
def test_a_link_is_written_plainly(text: str, expected: str) -> None:
    assert filled(text) == f"<p>{expected}</p>"


def test_links_and_images_are_listed_with_the_place_of_their_address() -> None:
    text = "See [a (b)](c_(d).html \"t\")\nand ![Map [[firms]]](<images/my map.png>), <https://example.org>\nor [e][r].\n\n[r]: ../f.md 't'\n"
    made = convert(text).links
    assert [(link.target, link.image, link.alt) for link in made] == [
        ("c_(d).html", False, ""), ("images/my map.png", True, "Map [[firms]]"), ("https://example.org", False, ""), ("../f.md", False, "")]
    assert [typed(text, link) for link in made] == [link.target for link in made]
    assert [link.line for link in made] == [1, 2, 2, 5]


@pytest.mark.parametrize("text", ["![](images/a.png)", "![ ](images/a.png)", "![&#32;](images/a.png)", "![][r]\n\n[r]: images/a.png\n"])
def test_an_image_without_words_is_found(text: str) -> None:
    assert rules(convert(text)) == ["no-alt"]


@pytest.mark.parametrize("address", ["https://example.org/a.png", "http://example.org/a.png", "//example.org/a.png", "data:image/png;base64,x"])
def test_a_page_loads_no_image_from_elsewhere(address: str) -> None:
    made = convert(f"![words]({address})")
    assert (rules(made), fill(made, shown)) == (["bad-url"], "<p>words</p>")
    assert "images/" in made.findings[0].hint


# Headings, tables, footnotes, the rest ------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "id"), [
    ("Key *figures* & `code`", "key-figures-code"), ("Überblick: Qué pasó?", "uberblick-que-paso"), ("投资 与 发展", "投资-与-发展"), ("हिन्दी", "हिन्दी"),
    ("???", "section"), ("2010", "2010"), ("[[firms.short]] in all", "firms-in-all"), ("[[=Seven|a name]] seas", "seven-seas"), ("ＡＢＣ", "abc"),
    ('"><script>', "script"), ("A" * 200, "a" * 80), ("With a note[^1]\n\n[^1]: x", "with-a-note"), ("fn-1", "section-fn-1"),
])
def test_a_heading_has_an_id_from_its_words(text: str, id: str) -> None:
    assert convert(f"## {text}").headings[0].id == id


def test_ids_are_unique_and_keep_clear_of_those_taken() -> None:
    made = convert("# A\n\n# A\n\n# B\n\n# A 2\n", frozenset({"b", "fn-1"}))
    assert [heading.id for heading in made.headings] == ["a", "a-2", "b-2", "a-2-2"]
    assert convert("A.[^n]\n\n[^n]: x", frozenset({"fn-1"})).ids == ("fn2ref-1", "fn2-1")


@pytest.mark.parametrize(("text", "title"), [
    ("# The \"zone\" &amp; *more*\n\nText", "The “zone” & more"), ("Title\n=====\n\nText", "Title"), ("Text\n\n# Late", ""), ("## Two\n\n# One", ""), ("", ""),
])
def test_the_title_is_a_first_heading_of_the_first_level(text: str, title: str) -> None:
    assert convert(text).title == title


def test_headings_and_title_are_told_with_what_their_references_print() -> None:
    made = convert("# All [[firms]]\n\n## Then [[=seven|a name]] `[[code]]`")
    assert made.headings == (Heading(1, "all-firms", "All [[firms]]"), Heading(2, "then-seven-code", "Then [[=seven|a name]] [[code]]"))
    assert headline(made, shown) == "All «firms»"
    assert outline(made, shown)[1].text == "Then «seven» [[code]]"


def test_a_table_scrolls_in_a_box_that_is_named_by_its_columns() -> None:
    table = "| Year | Firms | |\n|:---:|---:|---|\n| 2010 | 5 | |\n\n"
    made = filled(table * 2)
    assert made.startswith('<div class="table" role="region" aria-label="Year, Firms" tabindex="0">\n<table>\n<thead>\n'
                           '<tr><th scope="col" class="center">Year</th><th scope="col" class="right">Firms</th><td></td></tr>')
    assert 'aria-label="Year, Firms (2)"' in made
    assert "style" not in made


def test_footnotes_are_numbered_as_they_are_called_and_lead_back() -> None:
    made = filled("One[^b] two[^a] again[^b].\n\n[^a]: First.\n[^b]: Second.\n[^c]: Uncalled.\n")
    assert re.findall('<li id="(.*?)">', made) == ["fn-1", "fn-2", "fn-3"]
    assert made.index("Second.") < made.index("First.") < made.index("Uncalled.")
    assert made.count('href="#fnref-1" role="doc-backlink" aria-label="Back to footnote 1 in the text (1)"') == 1
    assert made.count('href="#fnref-1-2"') == 1
    assert '<sup class="note" id="fnref-2"><a href="#fn-2" role="doc-noteref" aria-label="Footnote 2">2</a></sup>' in made


def test_the_words_that_a_conversion_adds_can_be_those_of_another_language() -> None:
    made = fill(convert("A[^1]\n\n[^1]: b", labels=Labels("Fußnoten", "Fußnote {}", "Zurück zu {}")), shown)
    assert [f'aria-label="{words}"' in made for words in ("Fußnoten", "Fußnote 1", "Zurück zu 1")] == [True] * 3


@pytest.mark.parametrize(("text", "found"), [("A[^x] b", "[^x]"), ("See [^the note] here", "[^the note]")])
def test_a_footnote_that_is_not_there_is_found(text: str, found: str) -> None:
    finding, = convert(text).findings
    assert (finding.rule, typed(text, finding)) == ("unknown-reference", found)


@pytest.mark.parametrize("character", ["\u202a", "\u202e", "\u2066", "\u2069", "\u200b", "\u2060", "\ufeff", "\x00", "\x02", "\x1b", "\x85", "\U000e0041", "\ud800"])
@pytest.mark.parametrize("make", [convert, convert_inline])
def test_what_no_one_sees_is_found_and_does_not_reach_the_page(character: str, make: Callable[[str], Prose]) -> None:
    made = make(f"word\n中 a{character}b")
    finding, = made.findings
    assert (finding.rule, finding.line, finding.column) == ("invisible-character", 2, 4)
    assert character not in fill(made, shown)


@pytest.mark.parametrize("text", ["&#x202e;", "&#8238;", "&ZeroWidthSpace;", "`&#x202e;` &#x2066;"])
def test_an_entity_brings_in_nothing_invisible(text: str) -> None:
    made = convert(f"a {text} b")
    assert rules(made) == ["invisible-character"]
    assert "\ufffd" in plain(made, shown)


@pytest.mark.parametrize("text", ["40\u00a0billion", "全角\u3000空白", "👩\u200d🔬 می\u200cخواهم", "soft\u00adhyphen"])
def test_what_is_seen_or_meant_is_left_alone(text: str) -> None:
    assert (convert(text).findings, convert_inline(text).findings) == ((), ())


def test_lists_quotes_and_typography_are_markdown_as_known() -> None:
    made = filled("3. a\n4. b\n\n* * *\n\n> It's -- \"so\"...\n\nA  \nline\n")
    assert made == '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>\n<hr>\n<blockquote>\n<p>It’s – “so”…</p>\n</blockquote>\n<p>A<br>\nline</p>'


@pytest.mark.parametrize("text", ["{: onclick=x }", "# A {: #b onclick=x }", "*[HTML]: Hyper", "[TOC]", "///Footnotes Go Here///"])
def test_other_dialects_are_text(text: str) -> None:
    assert text.lstrip("# ") in html.unescape(filled(text)).replace("’", "'")


# Words without markup -----------------------------------------------------------------------------------------------


def test_plain_words_have_one_line_a_block_and_no_notes() -> None:
    text = "# A *b*\n\nSoft\nwrap [c](d.html)[^1] & [[x]] 5 < 6\n\n- e\n- f\n\n| g | h |\n|---|---|\n| i | j |\n\n[^1]: note\n"
    assert plain(convert(text), lambda _: "<R&D>") == "A b\nSoft wrap c & <R&D> 5 < 6\ne\nf\ng h\ni j"


def test_a_short_text_is_plain_too() -> None:
    assert plain(convert_inline("Over [[firms]] *\"now\"*"), shown) == "Over «firms» “now”"


# Short texts --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "expected"), [
    ("The *new* zone", "The <em>new</em> zone"), ("# no heading", "# no heading"), ("- no list", "- no list"), ("2010. A year", "2010. A year"),
    ("    no code", "no code"), ("a | b\n--|--", "a | b\n–|–"), ("> no quote", "&gt; no quote"), ("[a](b.html) `c`", '<a href="b.html">a</a> <code>c</code>'),
    ("", ""), ("  ", ""), ("[[firms]]", "«firms»"), ("A\n\nB", "A\n\nB"),
])
def test_a_short_text_has_no_blocks(text: str, expected: str) -> None:
    assert fill(convert_inline(text), shown) == expected


@pytest.mark.parametrize("text", ["<b>x</b>", "[a](javascript:x)", "![](a.png)", "[[Bad One]]", "a[^1]", "\u202ea"])
def test_a_short_text_is_held_to_the_same_rules(text: str) -> None:
    assert len(convert_inline(text).findings) == 1


SIGNS = st.text(st.sampled_from(list("abs S9 10,.;:!?()%$-–—'\"'\"\n<>&=+/#|[]{}~^é中\u00a0…_*`\\\t")), max_size=25)
WORDS = st.sampled_from(["[[firms]]", "[[a.short]]", "[[=7|x]]", "...", "it's", "'80s", "dogs' ", '"quoted"', "AT&T", "a<b", "5 < 6", "--", " 's ", "&lt;", "[x](y)"])


@settings(max_examples=500)
@example("A\n \nB")
@example("it's\"so\"")
@given(st.lists(st.one_of(SIGNS, WORDS), max_size=6).map("".join))
def test_the_short_way_gives_what_the_long_one_does(text: str) -> None:
    short = prose._simple(text)
    assert short in (None, converted(text, True, frozenset(), ENGLISH))


@pytest.mark.parametrize("text", [
    "Foreign companies have put [[investment]] into the zone.", 'The zone\'s "modern" part (\'new\'), said [[wang]]...', "5 < 6 & 7 > 6", "投资 [[firms]]家\nand more",
])
def test_the_short_way_is_taken_for_plain_words(text: str) -> None:
    assert prose._simple(text)


QUOTES = st.text(st.sampled_from(list("abs S9 10,.;:!?()%-–—'\"'\"é中…")), max_size=30)
SAID = st.sampled_from(["...", "it's", "'80s ", "dogs' ", '"quoted"', "--", "---", " 's ", "'\"a", "[b](c)", '\\"', '`c"`', "&mdash;"])


@settings(max_examples=500)
@example("it's\"so\"")
@example("x 'a' \"b\" ('c') '80s")
@example('x&mdash;"quoted"')
@given(st.lists(st.one_of(QUOTES, SAID), max_size=6).map(lambda parts: "x" + " ".join("".join(parts).split())))
def test_quotes_dashes_and_dots_are_as_by_smarty(text: str) -> None:
    stock = markdown.Markdown(extensions=[SmartyExtension()])
    stock.preprocessors.deregister("html_block")
    stock.inlinePatterns.deregister("html")
    stock.inlinePatterns.deregister("entity")
    expected = html.unescape(re.sub("<[^>]*>", "", stock.convert(text)))
    assert "".join(plain(converted(text, True, frozenset(), ENGLISH), shown).split()) == "".join(expected.split())


def test_a_short_text_without_markup_needs_no_markdown() -> None:
    code = ("import sys; from factsheet.content import prose; made = prose.convert_inline('The zone\\'s \"own\" [[firms]]...');"
            "prose.fill(made, str); prose.plain(made, str); print(sorted({'markdown', 'html', 'pathlib', 'dataclasses', 'logging'} & set(sys.modules)))")
    done = subprocess.run([sys.executable, "-c", code], env=surroundings(), capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"


# Hostile and odd texts ----------------------------------------------------------------------------------------------

TAGS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "hr", "br", "table", "thead", "tbody", "tr", "th", "td",
        "em", "strong", "a", "img", "sup", "div", "section"}
ATTRIBUTES = {"id", "class", "href", "src", "alt", "title", "role", "tabindex", "aria-label", "rel", "start", "scope"}
ADDRESS = re.compile(r"(https?://[^/]|mailto:|tel:|[^:/\\]*([/?#]|$)(?!/))", re.IGNORECASE)


class Reading(HTMLParser):
    """What a browser would make of the HTML: the tags, attributes and addresses that may not be there, and what is left open."""

    def __init__(self, text: str):
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(text)
        self.close()
        self.wrong += self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.wrong += [tag] * (tag not in TAGS or (tag == "a" and "a" in self.open))
        self.wrong += [name for name, _ in attrs if name not in ATTRIBUTES]
        self.wrong += [str(value) for name, value in attrs if name in ("href", "src") and not ADDRESS.match(value or "")]
        self.open += [tag] * (tag not in ("br", "hr", "img"))

    def handle_endtag(self, tag: str) -> None:
        self.wrong += [] if self.open and self.open.pop() == tag else [f"/{tag}"]

    def handle_comment(self, data: str) -> None:
        self.wrong.append(data)

    def handle_decl(self, decl: str) -> None:
        self.wrong.append(decl)

    def handle_pi(self, data: str) -> None:
        self.wrong.append(data)

    def unknown_decl(self, data: str) -> None:
        self.wrong.append(data)


@pytest.mark.parametrize("text", ["<b onclick=x>", "<a href='javascript:x'></a>", "<p><script></script></p>", "<p>", "<a href='//x'></a>", "<!-- x -->", "<a><a></a></a>"])
def test_the_reading_does_see_what_may_not_be_there(text: str) -> None:
    assert Reading(text).wrong


ATTACKS = st.sampled_from([
    "(", ")", "](javascript:x)", "<javascript://x>", "[x](&#106;avascript:a)", ' "t")', "\n\n", "\n", "    ", "- ", "# ", "> ", "| ", "|-|\n", "a|b\n-|-\n", "[[a]]", "[[b|d]]",
    "`", "```\n", "[^1]", "\n[^1]: ", "\n[x]: ", "[x]", '" onx="', "'>", "<img src=x onerror=y>", "\U000187f6", "\U000187f612\U000187f7", "\x02", "\x03", "\x02klzzwxh:0000\x03",
    "&#2;", "&quot;", "\\", "![", "](", "[", "<", ">", "*", "_", "**", '"', "'", "--", "...", "  \n", "\r\n", "\t", "<a@b.c>", "<https://a.b>", "[a](b)", "1. ", "=\n", "中", "a "])


@settings(max_examples=1000)
@given(st.one_of(st.lists(ATTACKS, max_size=25).map("".join), st.text(max_size=60)))
def test_no_text_breaks_out_of_the_html_or_ends_in_a_traceback(text: str) -> None:
    for made in (convert(text), convert_inline(text)):
        written = fill(made, shown)
        assert Reading(written).wrong == []
        assert {"\x02", "\x03", "\0", "\1"}.isdisjoint(written)
        assert ("\U000187f6" in written) <= ("\U000187f6" in text or "&#" in text)
        assert unpack(marshal.loads(marshal.dumps(pack(made)))) == made  # type: ignore[arg-type]
        assert plain(made, shown) is not None


@settings(max_examples=500)
@given(st.lists(st.sampled_from(["*", "**", "_", "__", "***", "a", "bc", "d e", " ", "fghijk", "`x`", "[[y]]"]), max_size=10).map(lambda parts: "x" + "".join(parts)))
def test_mixed_stars_and_lines_lose_no_letter(text: str) -> None:
    kept = re.sub(r"[*_\s`]", "", plain(convert(text), lambda reference: reference.written))
    assert kept == re.sub(r"[*_\s`]", "", text)


def test_mixed_stars_keep_what_stock_markdown_may_lose() -> None:
    assert plain(convert("Then x*bc**a*40 billion"), shown).endswith("40 billion")


MANY = 100_000
BOTTOMLESS = [
    "[" * 10_000, "*" * 10_000, "* a" * 5_000, "**a " * 5_000, ">" * 5_000 + " x", "> " * 5_000, "[[" * 50_000, "`" * MANY, "`a " * 30_000, "[a](" * 5_000,
    "![a](" * 5_000, "[a][" * 5_000, "<a" * 30_000, "- " * 5_000 + "a", "\n".join("  " * depth + "- a" for depth in range(400)), "\n".join("    " * depth + "- a" for depth in range(200)),
    "a\n=\n" * 10_000, "---\n" * 10_000, "# a\n" * 10_000, "[^1] " * 10_000 + "\n\n[^1]: x", "[^a\n" * 10_000, "x|" * 500 + "\n" + "-|" * 500 + "\n" + "a\n" * 50_000,
    "|" * 10_000 + "\n" + "|" * 10_000, "[x]: " + '"' * MANY + "x", "\"'" * 20_000, "a\n\n" * 50_000, "~~~\n" * 20_000, "[" * 5_000 + "]" * 5_000, "[a](" * 2_000 + ")" * 2_000,
    "\x00\t#a" * 10_000, "1. a\n" * 20_000, "> # " * 5_000, "\\" * MANY, "&amp;" * 20_000, "<" * MANY, "> a\n" * 20_000, "*[a](b)" * 5_000, "' " * 30_000,
]


@pytest.mark.parametrize("text", BOTTOMLESS, ids=lambda text: repr(text[:12]))
@pytest.mark.parametrize("make", [convert, convert_inline])
def test_any_text_is_answered(text: str, make: Callable[[str], Prose]) -> None:
    """Each of these takes minutes, or the whole stack, where nothing is counted."""
    made = make(text)
    assert Reading(fill(made, shown)).wrong == []


@pytest.mark.parametrize(("text", "line", "said"), [
    ("Fine.\n\n" + ">" * 5_000 + " x", 3, "too deep"), ("Fine.\n\n" + "- " * 500 + "x", 3, "too deep"), ("Fine.\n\n" + "[a](" * 20_000, 3, "too large"),
    ("[[a]] " * 30_000, 1, "too large"), ("x" * (1 << 20) + "x", 1, "1 MiB"),
])
def test_what_is_too_much_is_told_of_at_its_line(text: str, line: int, said: str) -> None:
    finding, = convert(text).findings
    assert (finding.rule, finding.line) == ("too-large", line)
    assert said in finding.message


@pytest.mark.parametrize("first", [">" * 5_000, "[a](" * 20_000, "A [r] and[^1] *b\n\n[r]: c.html\n\n[^1]: d", "```\nopen"])
def test_a_text_is_converted_as_if_it_were_the_first(first: str) -> None:
    text = "A [r] and[^1] *e* \\*f\n\n1. g\n"
    alone = converted(text, False, frozenset(), ENGLISH)
    convert(first)
    assert converted(text, False, frozenset(), ENGLISH) == alone


def test_a_hundred_findings_speak_for_more() -> None:
    made = convert("[[Bad]] " * 150)
    assert len(made.findings) == 101
    assert made.findings[-1].message.startswith("50 more")


def test_a_code_block_without_an_end_is_found() -> None:
    assert [(finding.rule, finding.line) for finding in convert("Text\n\n```\n[[firms]]\n").findings] == [("bad-value", 3)]


# What is kept across builds -----------------------------------------------------------------------------------------


def test_what_an_earlier_build_converted_is_not_converted_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, text = str(tmp_path / "prose"), "A *new* [[firms]] [a](b.html) <b> ![](c.png)"
    prose.remember(prose.recall(kept), kept)
    before = prose.recall(kept)
    made = convert(text), convert_inline(text)
    prose.remember(before, kept)
    again = prose.recall(kept)
    monkeypatch.setattr(prose, "_converted", None)
    assert (convert(text), convert_inline(text)) == made
    assert len(again) == 2


def test_what_no_text_needs_any_more_is_forgotten(tmp_path: Path) -> None:
    kept = str(tmp_path / "prose")
    before = prose.recall(kept)
    convert("*old*")
    prose.remember(before, kept)
    before = prose.recall(kept)
    convert("*new*")
    prose.remember(before, kept)
    assert [key[1] for key in prose.recall(kept)] == ["*new*"]


@pytest.mark.parametrize("content", [b"", b"rubbish", marshal.dumps(1), marshal.dumps((1, 2)), marshal.dumps(("other", {("inline", "a"): 1}))])
def test_an_odd_memory_is_no_memory(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "prose").write_bytes(content)
    assert prose.recall(str(tmp_path / "prose")) == frozenset()
