"""Two engines, one page: what the small engine draws is what Jinja draws, and what it cannot draw Jinja does."""

import inspect
import json
import marshal
import os
import re
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as some
from markupsafe import Markup

from factsheet.page import filters, runtime, template_code, templates
from factsheet.page.templates import Templates
from factsheet.page.undefined import Unlike
from factsheet.problem import Unreadable
from tests.conftest import PROJECT, Site, surroundings

Draw = Callable[[str, Mapping[str, object]], str]
SHIPPED = sorted(path.relative_to(PROJECT / "templates").as_posix() for path in (PROJECT / "templates").rglob("*.html"))


class Source(NamedTuple):
    title: str
    publisher: str


class Figure(NamedTuple):
    label: str
    amount: int
    source: Source | None = None


class Marked:
    """Has a markup of its own, and another text."""

    def __html__(self) -> str:
        return "<i>marked</i>"

    def __str__(self) -> str:
        return "<plain>"


def shout(value: object, mark: str = "!") -> str:
    """A filter of the caller's."""
    return f"{value}{mark}".upper()


def link(value: object) -> Markup:
    return Markup('<a href="#">{}</a>').format(value)


FILTERS: dict[str, Callable[..., object]] = {"shout": shout, "link": link}
VARIABLES: dict[str, object] = {
    "name": "Tom & <b>\"Jerry\"</b> 'x'", "empty": "", "markup": Markup("<b>bold & more</b>"), "marked": Marked(),
    "words": "hello WORLD foo-bar (baz) <qux>", "lines": "one\n two\n\n<three>\n",
    "none": None, "yes": True, "no": False, "seven": 7, "half": 2.5, "exact": Decimal("41.20"),
    "letters": ["b", "A", "<c>"], "nothing": [], "mixed": ["<a>", Markup("<b>"), 3], "pair": (1, "<two>"),
    "table": {"b": 1, "a": "<x>", "items": "own", "label": "L"},
    "figures": [Figure("<Firms>", 10, Source("Report & more", "A")), Figure("zones", 2, Source("b", "B")),
                Figure("Ports", 2)],
    # Not written into the templates: Jinja works out what is constant when it compiles, and no engine would be tried.
    "padded": " x ", "decimal": "12.7", "hex": "0x1f", "price": 41.55, "minus": -7, "letter": "a",
    "pairs": [("a/b", "c d")],
    "say": lambda *words, **named: f"<{words} {sorted(named)}>",
}
MACROS = """{% set shared = 'from <macros>' %}
{% macro card(figure, big=false, kind='plain') %}
<p class="{{ kind }}{{ ' big' if big else '' }}">{{ figure.label }}: {{ figure.amount }}</p>
{% endmacro %}
{% macro wrap(title) %}<section><h2>{{ title }}</h2>{{ caller(title ~ '<') }}</section>{% endmacro %}
{% macro maybe(x, caller=none) %}{{ caller() if caller else x }}{% endmacro %}
{% macro rest(first) %}{{ first }}|{{ varargs|join(',') }}|{{ kwargs|length }}{% endmacro %}
{% macro nested(items) %}{% for item in items %}{{ inner(item) }}{% endfor %}{% endmacro %}
{% macro inner(item) %}<{{ item }}>{% endmacro %}
{% macro counted(n) %}{% for i in range(n) %}{{ i }}{% endfor %}{% endmacro %}
{% macro _own() %}own{% endmacro %}
text of the file <&>
"""
FAMILY = {
    "macros.html": MACROS,
    "base.html": "{% set set_in_base = 1 %}<title>{% block title %}Base {{ name }}{% endblock %}</title>\n"
                 "{% block body %}{% block inside %}inside{% endblock %}{% endblock %}\n"
                 "{% for x in pair %}{% block scoped scoped %}{{ x }}{% endblock %}{% endfor %}\n",
    "middle.html": "{% extends 'base.html' %}{% block title %}Middle {{ super() }}{% endblock %}"
                   "{% block inside %}<mid>{% endblock %}",
    "part.html": "part of {{ name }}, {{ local|default('no local') }}\n",
    "with_set.html": "{% set title = 'set by the part' %}{% set _hidden = 1 %}{{ name|default('no name') }}",
}
SAME = [
    "", "plain text <b>\n", "{{ name }}{{ markup }}{{ none }}{{ seven }}{{ exact }}{{ yes }}",
    "{{ marked }} {{ marked|string }}",
    ("{{ 'constant <b>' }}{{ '<b>'|safe }}{{ 1 + 2 * 3 }}{{ 7 // 2 }}{{ 2 ** 3 }}{{ 7 % 4 }}{{ -seven }}"
     "{{ +seven }}{{ 7 / 2 }}"),
    "{{ '<' ~ name ~ 1 ~ none }}", "{{ markup ~ name ~ '<' }}", "{{ name ~ (markup|upper) }}",
    "{{ markup + name }}{{ name + markup }}",
    ("{{ table.label }}{{ table['label'] }}{{ table.items is callable }}{{ table['items'] }}"
     "{{ table['keys'] is callable }}"),
    ("{{ figures[0].label }}{{ figures[0]['label'] }}{{ figures[0][0] }}{{ figures[-1].amount }}"
     "{{ figures[1].index is callable }}"),
    ("{{ pair[0] }}{{ pair[1] }}{{ letters[1:] }}{{ name[:3] }}{{ letters[::-1] }}{{ markup[0:3] }}"
     "{{ name['upper']() }}"),
    "{% if seven > 3 and not no or none %}yes{% elif name %}elif{% else %}else{% endif %}",
    "{{ 1 < seven <= 7 != 8 }}", "{% if none %}a{% elif empty %}b{% elif letters %}c{% endif %}",
    "{{ 'in' if 'b' in letters else 'out' }}{{ 'z' not in letters }}",
    ("{{ 'a' if no }}|{{ ('a' if no) is undefined }}|{{ ('a' if no)|default('d') }}|"
     "{{ ('a' if no)|length }}|{{ not ('a' if no) }}"),
    ("{% for x in letters %}{{ loop.index }}/{{ loop.index0 }}/{{ loop.length }}/{{ loop.first }}/"
     "{{ loop.last }} {{ x }};{% endfor %}"),
    ("{% for x in letters %}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.depth }}{{ loop.depth0 }}"
     "{{ loop|length }}{% endfor %}"),
    "{% for x in letters %}{{ loop.previtem|default('-') }}{{ x }}{{ loop.nextitem|default('-') }};{% endfor %}",
    ("{% for x in letters|map('upper') %}{{ loop.last }}{{ loop.length }}{{ x }}"
     "{{ loop.nextitem is defined }}{% endfor %}"),
    "{% for x in letters|map('upper') %}{{ loop.length }}{{ loop.revindex }}{{ x }}{% endfor %}",
    "{% for x in [1, 1, 2] %}{{ loop.cycle('odd', 'even') }}{{ loop.changed(x) }}{% endfor %}",
    "{% for x in nothing %}{{ x }}{% else %}nothing{% endfor %}",
    "{% for x in letters if x != 'A' %}{{ loop.index }}{{ x }}{% else %}no{% endfor %}",
    "{% for x in letters if x == 'no' %}{{ x }}{% else %}none of them{% endfor %}",
    "{% for k, v in table|items %}{{ k }}={{ v }};{% endfor %}",
    "{% for row in letters|batch(2, '-') %}{% for x in row %}{{ loop.index }}{{ x }}{% endfor %};{% endfor %}",
    "{% for x in letters %}{% set kept = x %}{% endfor %}{{ kept is defined }}",
    ("{% for x in letters %}{% for y in pair %}{{ x }}{{ y }}{{ loop.index }}{% endfor %}"
     "{{ loop.index }}{% endfor %}"),
    "{% for x in name %}{{ x }},{% endfor %}", "{% for k in table %}{{ k }}{% endfor %}",
    "{% set x = '<set>' %}{{ x }}", "{% set x, y = pair %}{{ y }}{{ x }}",
    "{% set x %}<b>{{ name }}</b>{% endset %}{{ x }}{{ x|length }}",
    "{% set x | upper %}<b>{{ name }}</b>{% endset %}{{ x }}",
    "{% with x = 1, y = seven %}{{ x + y }}{% endwith %}{{ x is defined }}",
    ("{% set n = namespace(total=0) %}{% for x in [1, 2, 3] %}{% set n.total = n.total + x %}"
     "{% endfor %}{{ n.total }}{{ n.nope is defined }}"),
    "{% set n = namespace(a=1) %}{% set n.b = '<' %}{{ n.b }}{{ n['a'] }}", "{{ namespace(table, c=3).b }}",
    "{{ range(3)|list }}{{ dict(a=1) }}{% for i in range(2) %}{{ i }}{% endfor %}",
    "{{ name|e }}{{ name|escape }}{{ markup|e }}{{ name|safe }}",
    "{{ letters|length }}{{ name|count }}{{ table|length }}",
    ("{{ letters|join(', ') }}{{ mixed|join }}{{ mixed|join('<') }}{{ letters|join(markup) }}"
     "{{ figures|join(';', attribute='label') }}"),
    ("{{ nope|default('d') }}{{ empty|default('d') }}{{ empty|default('d', true) }}{{ nope|d }}"
     "{{ name.nope|default('<d>') }}"),
    ("{{ name|lower }}{{ name|upper }}{{ markup|upper }}{{ name|title }}{{ markup|title }}"
     "{{ words|title }}{{ name|capitalize }}"),
    "{{ padded|trim }}{{ name|trim('Tx\\'') }}{{ markup|trim }}",
    ("{{ name|replace('b', '<') }}{{ markup|replace('b', '<') }}{{ name|replace('&', markup) }}"
     "{{ name|replace('b', 'x', 1) }}"),
    "{{ letters|first }}{{ letters|last }}{{ nothing|first is undefined }}{{ name|first }}",
    ("{{ letters|sort }}{{ letters|sort(true) }}{{ letters|sort(case_sensitive=true) }}"
     "{{ figures|sort(attribute='amount,label')|map(attribute='label')|list }}"),
    ("{{ figures|map(attribute='source.title', default='-')|join(', ') }}"
     "{{ letters|map('replace', 'b', '<')|join }}{{ letters|map('shout')|join }}"),
    ("{{ letters|select('lower')|list }}{{ [0, 1, 2]|select|list }}{{ [1, 2, 3]|reject('odd')|list }}"
     "{{ [3, 6]|select('divisibleby', 6)|list }}"),
    ("{{ figures|selectattr('source')|map(attribute='label')|list }}"
     "{{ figures|rejectattr('amount', 'eq', 2)|list|length }}"),
    "{{ table|tojson }}{{ name|tojson }}{{ letters|tojson(indent=1) }}{{ none|tojson }}",
    "{{ name|urlencode }}{{ table|urlencode }}{{ pairs|urlencode }}{{ seven|urlencode }}",
    "{{ lines|indent }}{{ lines|indent(2, true, true) }}{{ lines|indent('> ', first=true) }}{{ markup|indent }}",
    "{{ letter|indent('<', blank=true) }}{{ lines|indent(markup, blank=true) }}",
    "{{ seven|string }}{{ markup|string }}{{ none|string }}",
    "{{ decimal|int }}{{ letter|int(5) }}{{ hex|int(0, 16) }}{{ half|int }}{{ exact|int }}{{ none|int }}",
    ("{{ half|round }}{{ price|round(1) }}{{ price|round(1, 'floor') }}"
     "{{ price|round(1, method='ceil') }}{{ exact|round(1) }}"),
    "{{ markup|striptags }}{{ name|striptags }}{{ marked|striptags }}",
    "{{ letters|map('upper')|reverse|list }}",
    ("{{ name|reverse }}{{ letters|reverse|list }}{{ markup|reverse }}{{ minus|abs }}{{ table|list }}"
     "{{ name|list|length }}"),
    ("{{ name|shout }}{{ name|shout('?') }}{{ name|shout(mark='<') }}{{ 'constant'|shout }}"
     "{{ name|link }}{{ markup|link|upper }}"),
    "{% filter upper %}<b>{{ name }}</b>{% endfilter %}",
    "{% filter replace('a', '<')|trim %} a{{ name }} {% endfilter %}",
    ("{{ name is defined }}{{ nope is defined }}{{ nope is undefined }}{{ none is none }}"
     "{{ name is string }}{{ table is mapping }}{{ letters is iterable }}"),
    ("{{ seven is odd }}{{ seven is even }}{{ seven is divisibleby 7 }}{{ seven is number }}"
     "{{ exact is number }}{{ half is float }}{{ yes is integer }}"),
    ("{{ none is sameas none }}{{ 'b' is in letters }}{{ seven is eq 7 }}{{ seven is gt(3) }}"
     "{{ seven is lessthan 3 }}{{ name is not equalto 'x' }}"),
    ("{{ letters is sequence }}{{ seven is sequence }}{{ seven is iterable }}{{ say is callable }}"
     "{{ markup is escaped }}{{ name is lower }}{{ yes is true }}"),
    ("{{ nope is sequence }}{{ nope is callable }}{{ nope is string }}{{ nope is mapping }}{{ [nope] }}"
     "{{ [nope]|length }}"),
    ("{{ name.upper() }}{{ '%s-%s'|string % (name, markup) }}{{ '<%s>'|safe % name }}"
     "{{ '{} {}'.format(name, seven) }}"),
    ("{{ say(1, name, end='x') }}{{ say(*pair) }}{{ say(**{'a': 1}) }}{{ name.split(' ')|join('+') }}"
     "{{ table.get('nope', '<') }}"),
    "{{ {'a': 1, 'b': name} }}{{ ['<', name] }}{{ (1,) }}{{ () }}{{ {} }}{{ {'a': 1}.a }}",
    "{# a comment #}{% raw %}{{ raw }}{% endraw %}", "  {% if yes %}\n  trimmed\n  {% endif %}\nrest\n",
    "a\r\nb\rc\n{% if yes %}\r\nd{% endif %}\n", "{%- if yes -%}  tight  {%- endif -%}  x",
    ("{% import 'macros.html' as m %}{{ m.card(figures[0]) }}{{ m.card(figures[1], true) }}"
     "{{ m.card(figures[0], kind=name) }}{{ m.shared }}"),
    "{% import 'macros.html' as m %}{{ m }}{{ m.nope is defined }}{{ [m]|length }}",
    ("{% from 'macros.html' import card, wrap as box, nope %}{{ card(figures[0]) }}{{ nope is defined }}"
     "{{ box is callable }}{{ box.name }}{{ card.arguments }}"),
    ("{% from 'macros.html' import wrap %}{% call(x) wrap(name) %}called with {{ x }}{% endcall %}"
     "{% call(x) wrap('<t>') %}{{ name }}{% endcall %}"),
    ("{% from 'macros.html' import maybe %}{{ maybe(1) }}{% call maybe(1) %}<by caller>{% endcall %}"
     "{{ maybe(name, none) }}{{ maybe.explicit_caller }}"),
    ("{% from 'macros.html' import rest %}{{ rest(1) }}{{ rest(1, 2, '<') }}{{ rest(1, a=2) }}"
     "{{ rest(first='x', b=1, c=2) }}{{ rest(*letters) }}"),
    "{% from 'macros.html' import nested with context %}{{ nested(letters) }}",
    ("{% macro own(a, b='<b>') %}{{ a }}{{ b }}{{ name }}{% endmacro %}{{ own(1) }}{{ own(b=2, a='<') }}"
     "{{ own(own(1)) }}"),
    "{% macro outer() %}{% macro inner(x) %}[{{ x }}]{% endmacro %}{{ inner(name) }}{% endmacro %}{{ outer() }}",
    "{% macro m(a) %}{{ a is defined }}{% endmacro %}{{ m() }}{{ m(nope) }}{{ m(1) }}",
    "{% for f in figures %}{% macro m(x) %}{{ x.label }}{% endmacro %}{{ m(f) }}{% endfor %}",
    ("{% macro m() %}{{ caller is defined }}{{ caller() if caller is defined }}{% endmacro %}{{ m() }}"
     "{% call m() %}<c>{% endcall %}"),
    "{% extends 'base.html' %}{% block body %}{{ super() }}<body of {{ name }}>{% endblock %}",
    "{% extends 'middle.html' %}{% block title %}{{ super() }}|{{ super.super() }}{% endblock %}",
    "{% extends 'base.html' %}{% set x = '<top>' %}{% block title %}{{ x }}{% endblock %}not drawn",
    ("{% extends 'base.html' %}{% import 'macros.html' as m %}{% block body %}{{ m.card(figures[0]) }}"
     "{% set b = 1 %}{{ b }}{% endblock %}"),
    ("{% extends 'base.html' %}{% block inside %}{{ set_in_base is defined }}{% endblock %}"
     "{% block scoped %}[{{ x }}]{% endblock %}"),
    ("{% if yes %}{% extends 'base.html' %}{% endif %}{% block title %}conditional"
     "{% endblock %}drawn where there is no parent"),
    ("{% if no %}{% extends 'base.html' %}{% endif %}{% block title %}conditional"
     "{% endblock %}drawn where there is no parent"),
    "{% block a %}1{% block b %}2{% endblock %}{% endblock %}", "{% block a %}{{ name }}{% endblock a %}",
    "{% extends 'base.html' %}{% set local = '<top>' %}{% block title %}{% include 'part.html' %}{% endblock %}",
    ("{% for x in [yes, no, 1, 0, 2, 3, -1] %}{{ x is true }}{{ x is false }}{{ x is boolean }}{{ x is integer }}"
     "{{ x is odd }}{{ x is even }}{{ x is divisibleby 3 }}{% endfor %}"),
    "{{ ('a' if no) == ('b' if no) }}{{ ('a' if no) != ('b' if no) }}{{ ('a' if no) == '' }}{{ ('a' if no) != '' }}",
    "{% import 'macros.html' as m %}{{ m.counted(3) }}{% import 'macros.html' as n with context %}{{ n.counted(2) }}",
    "{{ figures|selectattr('amount', 'gt', 5)|map(attribute='label')|list }}",
    "{% include 'part.html' %}",
    "{% set local = '<l>' %}{% include 'part.html' %}{% for local in pair %}{% include 'part.html' %}{% endfor %}",
    "{% include 'with_set.html' without context %}{{ title is defined }}",
    "{% from 'with_set.html' import title %}{{ title }}",
    "{% import 'with_set.html' as w with context %}{{ w }}{{ w.title }}",
    "{% macro m() %}{% include 'part.html' %}{% endmacro %}{{ m() }}",
    "{% set m = name %}{% import 'macros.html' as m %}{{ m.shared }}", "{{ namespace }}{{ range }}{{ dict }}",
    "{% set loop = 5 %}{{ loop }}",
]
FAIL = [
    "{% extends 'middle.html' %}{% block title %}{{ super.super.super() }}{% endblock %}",
    "{{ nope }}", "{{ name.nope }}", "{{ name.nope.more }}", "{{ nope.more }}", "{{ nope['x'] }}",
    "{{ table['nope'] }}", "{{ nope + 1 }}", "{{ 1 < nope }}", "{% if nope %}{% endif %}",
    "{% if not nope %}{% endif %}", "{% for x in nope %}{% endfor %}", "{{ nope() }}", "{{ nope == nope }}",
    "{{ 'x' in nope }}", "{{ nope ~ 'x' }}", "{{ nope|upper }}", "{{ nope|length }}", "{{ nope|join }}",
    "{{ nope|list }}", "{{ [nope]|join }}", "{{ -nope }}", "{{ nope|int }}", "{{ nope is odd }}",
    "{{ nope is in letters }}", "{{ nothing|first }}", "{{ nothing|last }}", "{{ table[nope] }}", "{{ {nope: 1} }}",
    "{% for x in letters %}{{ loop.previtem }}{% endfor %}", "{% for x in letters %}{{ loop.nope }}{% endfor %}",
    "{{ ('a' if no).more }}", "{{ ('a' if no) + 1 }}", "{% from 'macros.html' import card %}{{ card() }}",
    "{% from 'macros.html' import card %}{{ card(1, 2, 3, 4) }}", "{% from 'macros.html' import wrap %}{{ wrap(1) }}",
    "{% from 'macros.html' import card %}{{ card(figures[0], nope=1) }}",
    "{% from 'macros.html' import nope %}{{ nope() }}", "{{ 1 + 'x' }}", "{{ 1 / 0 }}", "{{ none() }}",
    "{{ seven.real() }}", "{{ name|shout(1, 2) }}", "{{ seven|length }}", "{{ range() }}", "{{ {'a': 1} < {} }}",
    "{% set n = name %}{% set n.x = 1 %}", "{% block a required %}{% endblock %}", "{{ super() }}",
    "{% block a %}{{ super() }}{% endblock %}", "{% set x, y = letters %}", "{% for x in seven %}{% endfor %}",
]
ONLY_JINJA = [
    "{% autoescape false %}{{ name }}{% endautoescape %}",
    "{% for x in [[1], [2]] recursive %}{{ loop(x) if x is iterable else x }}{% endfor %}",
    "{% block a %}x{% endblock %}{{ self.a() }}", "{% set c = cycler('a', 'b') %}{{ c.next() }}{{ c.next() }}",
    "{% set j = joiner() %}{{ j() }}{{ j() }}", "{% include 'nope.html' ignore missing %}ok",
    "{% include ['nope.html', 'part.html'] %}", "{% set which = 'base.html' %}{% extends which %}",
    "{{ figures|groupby('amount')|length }}", "{{ letters|unique|list }}", "{{ name|truncate(5) }}",
    "{{ table|dictsort }}", "{{ {'class': name}|xmlattr }}", "{{ name.__class__.__name__ }}",
    "{{ 'upper' is filter }}", "{{ letters|map('center', 5)|join }}", "{{ '%s'|format(name) }}",
    "{{ letters|map(*['upper'])|list }}", "{{ [1, 2]|select('test')|list if no else '' }}",
    "{{ [[1, 2]]|map('map', 'string')|list|length }}", "{% import ('macros' ~ '.html') as m %}{{ m.shared }}",
]
STUMBLES = [
    "{% macro m() %}{% endmacro %}{{ m }}", "{% for x in letters %}{{ loop }}{% endfor %}",
    "{% set n = namespace(a=1) %}{{ n }}", "{{ nope|tell }}", "{% macro m() %}<m>{% endmacro %}{{ say(m) }}",
    "{% import 'macros.html' as m %}{{ [m] }}", "{{ name['__len__']() }}", "{{ [nope]|map('tell')|join }}",
    "{% extends 'base.html' %}{% block title %}{{ super|string|length > 0 }}{% endblock %}",
]


def tell(value: object) -> str:
    """A filter that looks at what it is given, of whatever kind."""
    return f"<{value is None}>"


def write(folder: Path, files: Mapping[str, str]) -> str:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    return str(folder)


def drawn(draw: Draw, name: str, variables: Mapping[str, object]) -> str:
    """The page, or the kind of error in its place; both engines' words for what is undefined count as one."""
    kinds = {"UndefinedUse": "undefined", "UndefinedError": "undefined", "TemplateRuntimeError": "undefined"}
    try:
        return draw(name, variables)
    except (Exception, Unlike) as error:  # noqa: BLE001 - whatever it is, it is compared
        kind = type(error.__cause__ or error).__name__
        return f"error: {kinds.get(kind, kind)}"


def both_agree(name: str, variables: Mapping[str, object], folders: Sequence[str] = (str(PROJECT / "templates"),),
               filters: Mapping[str, Callable[..., object]] = FILTERS) -> str:
    """The page that both engines draw of a template; fails where they differ or where only Jinja draws it."""
    engines = Templates(folders, filters, None)
    assert engines.why(name) == ""
    page = engines.by_jinja(name, variables)
    assert engines.by_runtime(name, variables) == page
    assert engines.render(name, variables) == page
    assert engines.slow == {}
    return page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of templates that import, extend and include each other."""
    write(tmp_path / "templates", FAMILY)
    return tmp_path / "templates"


@pytest.mark.parametrize("text", SAME)
def test_both_engines_draw_the_same_page(text: str, folder: Path) -> None:
    write(folder, {"page.html": text})
    both_agree("page.html", VARIABLES, [str(folder)])


@pytest.mark.parametrize("text", FAIL)
def test_both_engines_fail_alike_and_the_author_is_told_by_jinja(text: str, folder: Path) -> None:
    write(folder, {"page.html": text})
    engines = Templates([str(folder)], FILTERS, None)
    assert engines.why("page.html") == ""
    assert drawn(engines.by_runtime, "page.html", VARIABLES) == drawn(engines.by_jinja, "page.html", VARIABLES)
    with pytest.raises(Unreadable):
        engines.render("page.html", VARIABLES)


@pytest.mark.parametrize("text", ONLY_JINJA)
def test_what_the_small_engine_does_not_know_is_drawn_by_jinja(text: str, folder: Path) -> None:
    write(folder, {"page.html": text})
    engines = Templates([str(folder)], FILTERS, None)
    assert engines.why("page.html").startswith("it has ")
    assert engines.render("page.html", VARIABLES) == by_plain_jinja(folder, FILTERS)
    assert engines.slow.keys() == {"page.html"}


@pytest.mark.parametrize("text", STUMBLES)
def test_a_page_in_which_the_small_engine_stumbles_is_drawn_by_jinja(text: str, folder: Path) -> None:
    write(folder, {"page.html": text})
    filters = {**FILTERS, "tell": tell}
    engines = Templates([str(folder)], filters, None)
    with pytest.raises(Unlike):
        engines.by_runtime("page.html", VARIABLES)
    page, wanted = engines.render("page.html", VARIABLES), by_plain_jinja(folder, filters)
    assert without_addresses(page) == without_addresses(wanted)
    assert engines.slow == {"page.html": "Unlike()"}


def test_a_template_is_drawn_by_jinja_if_one_that_it_needs_must_be(folder: Path) -> None:
    write(folder, {"base.html": ONLY_JINJA[0], "page.html": "{% extends 'middle.html' %}"})
    engines = Templates([str(folder)], {}, None)
    assert engines.why("page.html") == "it has Scope  (line ?)"
    assert engines.render("page.html", {"name": "<&>"}) == "<&>"


def test_an_iterator_is_not_half_spent_before_jinja_draws(folder: Path) -> None:
    write(folder, {"page.html": "{% for x in items %}{{ x }}{% endfor %}{% for x in [1] %}{{ loop }}{% endfor %}"})
    engines = Templates([str(folder)], {}, None)
    assert engines.render("page.html", {"items": iter("abc")}).startswith("abc")
    assert engines.slow == {"page.html": "`items` is an iterator"}


def by_plain_jinja(folder: Path, filters: Mapping[str, Callable[..., object]]) -> str:
    """page.html as Jinja draws it when set up once more, apart from the room that is tested."""
    jinja = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
                               keep_trailing_newline=True, loader=jinja2.FileSystemLoader(str(folder)))
    jinja.filters.update(filters)
    return jinja.get_template("page.html").render(VARIABLES)


def without_addresses(page: str) -> str:
    return re.sub(r"0x[0-9a-f]+", "0x", page)


@pytest.mark.parametrize("text", [*SAME, *STUMBLES[:3]])
def test_the_pages_are_those_of_jinja_as_documented(text: str, folder: Path) -> None:
    """by_jinja itself is held to an environment that this test sets up."""
    write(folder, {"page.html": text})
    page = Templates([str(folder)], FILTERS, None).by_jinja("page.html", VARIABLES)
    assert without_addresses(page) == without_addresses(by_plain_jinja(folder, FILTERS))


# Any values ---------------------------------------------------------------------------------------------------------

TEXTS = some.text(alphabet="ab <>&\"'\n-%{}é\u0130\u00df7.", max_size=8)
LEAVES = some.one_of(TEXTS, TEXTS.map(Markup), some.none(), some.booleans(), some.integers(-99, 99),
                     some.floats(allow_nan=False, width=16), some.decimals(-99, 99, places=2))
VALUES = some.recursive(LEAVES, lambda inner: some.one_of(
    some.lists(inner, max_size=4), some.tuples(inner, inner), some.dictionaries(TEXTS, inner, max_size=3),
    some.builds(Figure, TEXTS, some.integers(0, 9), some.builds(Source, TEXTS, TEXTS))), max_leaves=6)
COMPARING = {"divisibleby", "eq", "equalto", "ge", "greaterthan", "gt", "in", "le", "lessthan", "lt", "ne", "sameas"}
ANY = [
    "{{ a }}", "{{ a ~ b }}", "{{ a + b }}", "{{ a == b }}{{ a in [b] }}", "{{ a < b }}", "{{ a[b] }}",
    "{{ a.label }}{{ a['label'] }}", "{{ a or b }}{{ a and b }}",
    "{% for x in a %}{{ loop.index }}{{ loop.last }}{{ x }}{{ b }}{% else %}{{ b }}{% endfor %}",
    "{% if a is string %}{{ a|title }}{% else %}{{ a|string }}{% endif %}", "{{ a|e }}{{ a|safe }}",
    "{{ a|join(b) }}", "{{ a|upper }}{{ a|lower }}{{ a|trim }}{{ a|capitalize }}", "{{ a|title }}",
    "{{ a|replace('a', b) }}", "{{ a|replace(b, '<') }}", "{{ a|default(b) }}{{ a|default(b, true) }}",
    "{{ a|first }}", "{{ a|last }}", "{{ a|length }}", "{{ a|sort }}", "{{ a|sort(attribute='label') }}",
    "{{ a|list }}", "{{ a|map(attribute='label')|list }}", "{{ a|map(attribute=0, default=b)|list }}",
    "{{ a|select|list }}{{ a|reject|list }}", "{{ a|selectattr('label')|list }}", "{{ a|tojson }}",
    "{{ a|urlencode }}", "{{ a|batch(2, b)|list }}", "{{ a|indent(2) }}", "{{ a|indent(b, true, true) }}",
    "{{ a|int }}{{ a|int(b) }}", "{{ a|round(1) }}", "{{ a|round(1, 'ceil') }}", "{{ a|striptags }}",
    "{{ a|reverse|list }}", "{{ a|abs }}", "{{ a|items|list }}", "{{ a % b }}", "{{ a.format(b) }}",
    "{{ a|shout(b) }}",
    "{% macro m(x, y='<') %}{{ x }}{{ y }}{% endmacro %}{{ m(a) }}{{ m(a, b) }}{{ m(m(a), y=b) }}",
    "{% set x %}{{ a }}{% endset %}{{ x ~ b }}",
    *[f"{{{{ a is {test} }}}}" for test in sorted(filters.TESTS.keys() - COMPARING) if test.isalpha()],
    *[f"{{{{ a is {test}(b) }}}}" for test in sorted(COMPARING)],
]


@pytest.fixture(scope="module")
def any_templates(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    folder = write(tmp_path_factory.mktemp("any"), {f"{number}.html": text for number, text in enumerate(ANY)})
    return Templates([folder], FILTERS, None)


@given(number=some.integers(0, len(ANY) - 1), a=VALUES, b=VALUES)
def test_both_engines_agree_on_any_values(any_templates: Templates, number: int, a: object, b: object) -> None:
    draws = any_templates.by_runtime, any_templates.by_jinja
    ours, jinjas = (drawn(draw, f"{number}.html", {"a": a, "b": b}) for draw in draws)
    assert any_templates.why(f"{number}.html") == ""
    assert ours == jinjas or (ours.startswith("error: ") and jinjas.startswith("error: "))


# The tables against Jinja's own -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(filters.FILTERS.keys() - {"abs", "count", "e", "escape", "length", "string"}))
def test_a_filter_has_the_parameters_of_jinjas(name: str) -> None:
    jinjas = inspect.unwrap(jinja2.filters.FILTERS[name])
    given_by_jinja = hasattr(jinja2.filters.FILTERS[name], "jinja_pass_arg") - hasattr(jinjas, "jinja_pass_arg")
    ours, theirs = ([(each.name, each.default, each.kind) for each in inspect.signature(function).parameters.values()]
                    for function in (filters.FILTERS[name], jinjas))
    assert ours[given_by_jinja:] == theirs


def test_the_filters_to_which_jinja_gives_more_are_marked() -> None:
    assert {name for name in filters.FILTERS if hasattr(jinja2.filters.FILTERS[name], "jinja_pass_arg")} == filters.LED


def test_every_test_and_kind_of_node_is_one_of_jinjas() -> None:
    assert filters.TESTS.keys() <= jinja2.tests.TESTS.keys()
    assert not any(hasattr(jinja2.tests.TESTS[name], "jinja_pass_arg") for name in filters.TESTS)
    kinds = template_code.PLAIN | template_code.CHECKS.keys()
    assert all(issubclass(getattr(jinja2.nodes, kind), jinja2.nodes.Node) for kind in kinds)


def test_every_name_that_compiled_code_imports_is_there() -> None:
    assert set(jinja2.runtime.exported) == runtime.NAMES.keys()


def test_the_code_of_an_unknown_jinja_is_not_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jinja2, "__version__", "3.2.0")
    engines = Templates([str(folder)], {}, None)
    assert engines.why("part.html") == "Jinja 3.2.0 is not known here"
    assert engines.render("part.html", {"name": "<"}) == "part of &lt;, no local\n"


# The cache ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def cache(tmp_path: Path) -> str:
    return str(tmp_path / "cache" / "templates")


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Templates written just now count as old."""
    monkeypatch.setattr(templates, "SETTLED", -1)


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that are compiled, as it happens."""
    names: list[str] = []
    compile_it = template_code.compiled

    def note(name: str, template: templates.Compiled, plain: set[str], other: set[str]) -> templates.Compiled:
        names.append(name)
        return compile_it(name, template, plain, other)

    monkeypatch.setattr(template_code, "compiled", note)
    return names


def page(folders: Sequence[Path], cache: str | None, name: str = "page.html", **filters: Callable[..., object]) -> str:
    """What a process of its own would draw: nothing but the cache is carried over."""
    return Templates([str(folder) for folder in folders], filters, cache).render(name, VARIABLES)


WARM = """
import json, sys
sys.path.insert(0, sys.argv[1])
from factsheet.page.templates import Templates
engines = Templates([sys.argv[2]], {}, sys.argv[3])
pages = [engines.render(name, {"name": "<&>", "pair": (1, 2), "figures": []}) for name in ("page.html", "part.html")]
print(json.dumps([pages, engines.slow, [module for module in sys.modules if module.startswith("jinja2")]]))
"""


def test_a_warm_process_draws_without_loading_jinja(folder: Path, cache: str) -> None:
    write(folder, {"page.html": "{% extends 'middle.html' %}{% from 'macros.html' import card %}{{ card(1) }}"})
    command = [sys.executable, "-c", WARM, str(PROJECT), str(folder), cache]
    cold, warm = (json.loads(subprocess.run(command, env=surroundings(), stdout=subprocess.PIPE, check=True).stdout)
                  for _ in range(2))
    assert "jinja2" in cold[2]
    assert warm == [cold[0], {}, []]


@pytest.mark.usefixtures("settled")
def test_a_template_is_compiled_once(folder: Path, cache: str, compiled: list[str]) -> None:
    write(folder, {"page.html": "{% extends 'base.html' %}", "empty.html": ""})
    assert page([folder], cache) == page([folder], cache)
    assert page([folder], cache, "empty.html") == page([folder], cache, "empty.html") == ""
    assert compiled == ["page.html", "base.html", "empty.html"]


def test_what_is_no_longer_there_leaves_the_cache(folder: Path, cache: str) -> None:
    page([folder], cache, "macros.html")
    page([folder], cache, "part.html")
    (folder / "macros.html").unlink()
    page([folder], cache, "with_set.html")
    assert templates._read(cache, templates._engines(set())).keys() == {"part.html", "with_set.html"}


def test_a_template_that_only_jinja_draws_is_remembered_as_such(folder: Path, cache: str, compiled: list[str]) -> None:
    write(folder, {"page.html": ONLY_JINJA[0]})
    assert page([folder], cache) == page([folder], cache) == VARIABLES["name"]
    assert compiled == ["page.html"]


@pytest.mark.usefixtures("settled")
def test_an_edit_is_noticed(folder: Path, cache: str, compiled: list[str]) -> None:
    write(folder, {"page.html": "old {{ name|length }}"})
    before = page([folder], cache)
    write(folder, {"page.html": "new {{ name|length }}"})
    assert (before, page([folder], cache)) == ("old 24", "new 24")
    assert compiled == ["page.html"] * 2


@pytest.mark.usefixtures("settled")
def test_an_edit_that_keeps_size_and_time_is_noticed(folder: Path, cache: str) -> None:
    write(folder, {"page.html": "old"})
    seen = os.stat(folder / "page.html")
    page([folder], cache)
    write(folder, {"page.html": "new"})
    os.utime(folder / "page.html", ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert page([folder], cache) == "new"


def test_a_template_as_young_as_the_cache_is_known_by_what_is_in_it(folder: Path, cache: str, compiled: list[str],
                                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where a second edit leaves every number of the file as it was: the room is made blind for numbers here."""
    write(folder, {"page.html": "old"})
    seen = os.stat(folder / "page.html")
    monkeypatch.setattr(Templates, "_find", lambda self, name: (str(folder / name), seen))
    monkeypatch.setattr(time, "time_ns", lambda: max(seen.st_mtime_ns, seen.st_ctime_ns) + 50_000_000)
    assert (page([folder], cache), page([folder], cache)) == ("old", "old")
    write(folder, {"page.html": "new"})
    assert page([folder], cache) == "new"
    assert compiled == ["page.html"] * 2


@pytest.mark.usefixtures("settled")
def test_a_file_that_was_only_touched_is_not_compiled_again(folder: Path, cache: str, compiled: list[str]) -> None:
    write(folder, {"page.html": "same"})
    page([folder], cache)
    os.utime(folder / "page.html", (1, 1))
    assert (page([folder], cache), compiled) == ("same", ["page.html"])


@pytest.mark.usefixtures("settled")
def test_a_sites_own_template_takes_the_place_of_the_shipped_one_and_gives_it_back(folder: Path, tmp_path: Path,
                                                                                  cache: str) -> None:
    own = tmp_path / "own"
    write(folder, {"page.html": "{% extends 'base.html' %}{% block title %}{{ super() }}{% endblock %}",
                   "base.html": "shipped {% block title %}t{% endblock %}"})
    assert page([own, folder], cache) == "shipped t"
    write(own, {"base.html": "my own  {% block title %}t{% endblock %}"})
    assert page([own, folder], cache) == "my own  t"
    (own / "base.html").unlink()
    assert page([own, folder], cache) == "shipped t"


@pytest.mark.usefixtures("settled")
def test_a_filters_result_is_not_kept_in_the_code(folder: Path, cache: str, compiled: list[str]) -> None:
    write(folder, {"page.html": "{{ 'constant'|shout }}"})
    assert page([folder], cache, shout=lambda text: f"{text} 1") == "constant 1"
    assert page([folder], cache, shout=lambda text: f"{text} 2") == "constant 2"
    assert compiled == ["page.html"]


@pytest.mark.usefixtures("settled")
def test_other_filters_mean_other_code(folder: Path, cache: str, compiled: list[str]) -> None:
    write(folder, {"page.html": "{{ name|upper|length }}"})
    assert page([folder], cache) == "24"
    assert page([folder], cache, upper=lambda text: "x") == "1"
    assert compiled == ["page.html"] * 2


def test_a_filter_that_asks_for_jinjas_context_is_left_to_jinja(folder: Path) -> None:
    write(folder, {"page.html": "{{ 'x'|look }}"})
    look = jinja2.pass_context(lambda context, value: f"{value} {context['seven']}")
    assert page([folder], None, look=look) == "x 7"


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("engines", [("another Python",), ()])
def test_code_of_other_engines_is_not_run(engines: tuple[str, ...], folder: Path, cache: str, compiled: list[str],
                                         monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, {"page.html": "{{ seven }}"})
    page([folder], cache)
    monkeypatch.setattr(templates, "_engines", lambda filters: engines)
    assert (page([folder], cache), compiled) == ("7", ["page.html"] * 2)


def test_the_engines_are_told_by_version_without_loading_them() -> None:
    told = "\n".join(templates._engines({"shout"}))
    assert re.search(r"^jinja2-3\.\d+\.\d+\.dist-info$", told, re.IGNORECASE | re.MULTILINE)
    assert re.search(r"^markupsafe-\d.*\.dist-info$", told, re.IGNORECASE | re.MULTILINE)
    assert all(part in told for part in (sys.version, "templates.py ", "runtime.py ", "compiler.py ", "shout"))


def damaged(whole: bytes) -> Iterator[bytes]:
    """What a disk, a killed process, another program or another version may leave in the place of the cache."""
    start = len(templates.MAGIC)
    yield from (b"", b"\n", os.urandom(999), whole + b"\0", whole[start:], b"x" + whole[1:], b"\0" * len(whole))
    yield from (whole[:length] for length in range(0, len(whole), max(1, len(whole) // 25)))
    for place in range(start, len(whole), max(1, len(whole) // 25)):
        yield whole[:place] + bytes([whole[place] ^ 0x41]) + whole[place + 1:]


def test_a_damaged_cache_is_as_none(folder: Path, cache: str) -> None:
    write(folder, {"page.html": "{% extends 'base.html' %}"})
    wanted = page([folder], cache)
    for content in damaged(Path(cache).read_bytes()):
        Path(cache).write_bytes(content)
        assert templates._read(cache, templates._engines(set())) == {}
        assert page([folder], cache) == wanted


@pytest.mark.parametrize("content", [None, 7, (1, 2, 3), ((), 5), ((), {"page.html": (1, 2)}), ((), {"page.html": 7})])
def test_a_sound_file_of_another_shape_is_as_none(content: Any, tmp_path: Path) -> None:
    body = marshal.dumps(content)
    head = templates.MAGIC + len(body).to_bytes(8, "big") + zlib.crc32(body).to_bytes(4, "big")
    (tmp_path / "cache").write_bytes(head + body)
    assert templates._read(str(tmp_path / "cache"), ()) == {}


def test_a_cache_that_cannot_be_written_is_no_trouble(folder: Path, tmp_path: Path) -> None:
    write(folder, {"page.html": "{{ seven }}"})
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "folder").mkdir()
    caches = (str(tmp_path / "file" / "cache"), str(tmp_path / "folder"), None)
    assert [page([folder], cache) for cache in caches] == ["7", "7", "7"]


# What an author is told ----------------------------------------------------------------------------------------------

CARD = "\n{% macro card(f) %}\n{{ f.lable }}{% endmacro %}"
TOLD = [
    ({"page.html": "one\n{{ figures[0].lable }}"},
     "page.html:2: the template uses `figures[0].lable`, which does not exist; did you mean `label`?"),
    ({"page.html": "\n\n{{ figure }}"},
     "page.html:3: the template uses `figure`, which does not exist; did you mean `figures`?"),
    ({"page.html": "{{ zzz }}"},
     "page.html:1: the template uses `zzz`, which does not exist"),
    ({"page.html": "{{ table.lable }}"},
     "page.html:1: the template uses `table.lable`, which does not exist; did you mean `label`?"),
    ({"page.html": "{{ [nope]|join }}"},
     "page.html:1: the template uses `nope`, which does not exist"),
    ({"page.html": "{{ table['lable'] }}"},
     "page.html:1: the template uses `table['lable']`, which does not exist; did you mean `label`?"),
    ({"page.html": "{% from 'm.html' import find %}\n\n{{ find(table) }}",
      "m.html": "{% macro find(t) %}\n{{ t['lab' ~ 'le'] }}{% endmacro %}"},
     "m.html:2: the template uses `lable`, which does not exist; did you mean `label`?"),
    ({"page.html": "{{ table[3] }}"},
     "page.html:1: the template uses `table[3]`, which does not exist"),
    ({"page.html": "{{ figures[2].source.title }}"},
     "page.html:1: the template uses `figures[2].source.title`, but `figures[2].source` is none"),
    ({"page.html": "{% from 'm.html' import card %}\n\n{{ card(figures[0]) }}", "m.html": CARD},
     "m.html:3: the template uses `f.lable`, which does not exist; did you mean `label`?"),
    ({"page.html": "{% from 'm.html' import card %}\n{{ card(seven.gone) }}", "m.html": CARD},
     "page.html:2: the template uses `seven.gone`, which does not exist"),
    ({"page.html": "{% from 'm.html' import card %}\n{{ card() }}", "m.html": CARD},
     "m.html:3: the template uses what does not exist: parameter 'f' was not provided"),
    ({"page.html": "{% from 'm.html' import crad %}\n{{ crad() }}", "m.html": CARD},
     "page.html:2: the template uses what does not exist: the template 'm.html' (imported on line 1 in 'page.html')"),
    ({"page.html": "{% extends 'b.html' %}\n{% block a %}\n{{ nmae }}{% endblock %}",
      "b.html": "{% block a %}{% endblock %}"},
     "page.html:3: the template uses `nmae`, which does not exist; did you mean `name`?"),
    ({"page.html": "x\n{% if yes %}\n{{ 1 }}"},
     "page.html:3: the template cannot be read: Unexpected end of template."),
    ({"page.html": "x\n{{ name|shuot }}"},
     "page.html:2: there is no filter `shuot`; did you mean `shout`?"),
    ({"page.html": "{{ name is strng }}"},
     "page.html:1: there is no test `strng`; did you mean `string`?"),
    ({"page.html": "{{ name }"},
     "page.html:1: the template cannot be read: unexpected '}'"),
    ({"page.html": "\n{% extends 'bse.html' %}", "base.html": ""},
     "page.html:2: the template `bse.html` does not exist; did you mean `base.html`?"),
    ({"page.html": "\n{% include 'b.html' %}", "b.html": "\n\n{% endif %}"},
     "b.html:3: the template cannot be read: Encountered unknown tag 'endif'."),
    ({"base.html": ""},
     "page.html:1: the template `page.html` does not exist"),
    ({"page.html": "\n{{ 1 / no }}"},
     "page.html:2: the template fails here: division by zero (ZeroDivisionError)"),
    ({"page.html": "\n{{ 'x'|refuse }}"},
     "page.html:2: not like this"),
    ({"page.html": "{% include 'page.html' %}"},
     "page.html:1: the template fails here: maximum recursion depth exceeded"),
]


def refuse(value: object) -> object:
    raise Unreadable("not like this", "Like that.")


@pytest.mark.parametrize("files, wanted", TOLD, ids=[wanted for _, wanted in TOLD])
def test_an_author_is_told_the_file_the_line_and_the_name(files: Mapping[str, str], wanted: str, tmp_path: Path,
                                                         monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "templates", files)
    with pytest.raises(Unreadable) as refused:
        Templates(["templates"], {**FILTERS, "refuse": refuse}, None).render("page.html", VARIABLES)
    assert refused.value.message.startswith(f"templates/{wanted}")
    name, line = wanted.split(":")[:2]
    told = {"path": os.path.join("templates", name), "line": int(line), "rule": "template"}
    assert vars(refused.value).items() >= told.items()


def test_a_filters_own_hint_is_kept(folder: Path) -> None:
    write(folder, {"page.html": "{{ 'x'|refuse }}"})
    with pytest.raises(Unreadable) as refused:
        page([folder], None, refuse=refuse)
    assert refused.value.hint == "Like that."


def test_a_template_that_is_not_text_is_named(folder: Path) -> None:
    (folder / "page.html").write_bytes(b"caf\xe9")
    with pytest.raises(Unreadable, match=r"page\.html:1: the template is not UTF-8 text"):
        page([folder], None)


def test_a_template_that_goes_while_it_is_read_is_one_that_is_not_there(folder: Path,
                                                                       monkeypatch: pytest.MonkeyPatch) -> None:
    seen = os.stat(folder / "part.html")
    monkeypatch.setattr(Templates, "_find", lambda self, name: (str(folder / name), seen))
    assert "No such file" in Templates([str(folder)], {}, None).why("page.html")
    with pytest.raises(Unreadable, match=r"page\.html:1: the template `page\.html` does not exist"):
        page([folder], None)


@pytest.mark.parametrize("name", ["../outside.html", "a/../page.html", "", ".", "page.html/", "\0"])
def test_no_name_leads_out_of_the_folders(name: str, folder: Path) -> None:
    write(folder, {"../outside.html": "outside", "page.html": "inside"})
    engines = Templates([str(folder)], {}, None)
    assert engines.why(name) == "there is no such file"
    assert "outside" not in drawn(engines.render, name, {})


# The shipped templates -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHIPPED)
def test_the_small_engine_may_draw_every_shipped_template(name: str) -> None:
    assert Templates([str(PROJECT / "templates")], {}, None).why(name) == ""


def test_both_engines_draw_the_shipped_site_alike(site_copy: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    pages: dict[str, tuple[str, str]] = {}

    def draw(engines: Templates, name: str, variables: Mapping[str, object]) -> str:
        ours, jinjas = (drawn(one, name, variables) for one in (engines.by_runtime, engines.by_jinja))
        pages[name] = ours, jinjas
        return jinjas

    monkeypatch.setattr(Templates, "render", draw)
    site_copy.call("build")
    assert pages.keys() >= {"overview.html", "key-figures.html", "timeline.html", "sources.html", "404.html"}
    assert all(ours == jinjas and not ours.startswith("error: ") for ours, jinjas in pages.values())
