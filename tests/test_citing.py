"""A figure cited: in words and in files, nothing is ever bare of its qualifier, who said it, and what is not known of it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import jsonschema
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware

from factsheet.build import Order, look
from factsheet.page.citing import citation_files
from factsheet.page.citing.writers import Item, bibtex, csl, ris
from factsheet.page.site import assemble
from factsheet.page.views import Cited
from factsheet.reading import dates

TODAY = 739_900
SITE = "url: https://example.org/harbour/\npublisher: Harbour Office\n"
SHEET = """
title: The “old” harbour
people: {mayor: {name: Ann van der Lee, role: Mayor}}
sources:
  gazette:
    title: A “fair” year {2020}
    publisher: Gazette
    author: Jo Poe
    published: 2021-05-04
    url: https://example.org/a_b?c=1
    archived: https://archive.example/1
    accessed: 2024-07-01
  bare: {title: A leaflet, publisher: 港口局}
figures:
  ships: {label: Ships, unit: {one: ship, other: ships}, value: "over 1,200", as_of: 2020, said_by: mayor, source: gazette, evidence: "over 1,200 ships"}
  toll: {label: Toll, unit: EUR, value: -41.20 million, as_of: not stated, source: gazette, evidence: 41.20 million}
  share: {label: Share, unit: "%", value: between 3 and 5.5, as_of: 2001-21, said_by: a clerk, source: bare, evidence: between 3 and 5.5 per cent}
  own: {label: Piers, unit: {one: pier, other: piers}, value: about 4, as_of: 2010~, said_by: Gazette, source: gazette, evidence: about 4 piers}
  lone: {label: Cranes, unit: {one: crane, other: cranes}, value: 1, as_of: not stated}
  sum: {label: Cranes and ships, unit: {one: thing, other: things}, formula: lone + ships + lone}
  gone:
    label: Boats
    unit: {one: boat, other: boats}
    observations:
      - {value: nearly 9, as_of: 2019, said_by: a clerk, source: bare, evidence: nearly 9 boats, replaced: 2024-06, kind: retraction, why: A boat was counted twice.}
  lost:
    label: Rafts
    unit: {one: raft, other: rafts}
    observations:
      - {value: at most 7, as_of: not stated, kind: retraction, replaced: 2024-06-24, why: Nobody knows why}
"""


class Drawn(NamedTuple):
    """The citations of a sheet by figure, and its citation files by path."""

    cited: dict[str, Cited]
    files: dict[str, bytes]


@pytest.fixture
def draw(tmp_path: Path) -> Callable[..., Drawn]:
    """Draws the citations of a sheet: `draw(facts, site=..., folder="")`."""
    def drawn(facts: str = SHEET, site: str = SITE, folder: str = "") -> Drawn:
        place = tmp_path / "content" / folder
        place.mkdir(parents=True)
        (place / "facts.yaml").write_text(facts, encoding="utf-8")
        (tmp_path / "content" / "site.yaml").write_text(site, encoding="utf-8")
        looked = look(Order(str(tmp_path), str(tmp_path / "content"), "", TODAY))
        sheet = looked.content.sheets[0]
        view = assemble(looked.content, looked.proofs).sheets[0]
        cited = {figure.id: figure.cited for figure in view.figures if figure.cited}
        return Drawn(cited, dict(citation_files(sheet, view, looked.content.settings)))
    return drawn


# In words -----------------------------------------------------------------------------------------------------------

SHORT = {
    "ships": "Ships: over 1,200 ships, as of 2020 – Ann van der Lee, via Gazette (4 May 2021), as cited in “The ‘old’ harbour”",
    "toll": "Toll: −€41.20 million – Gazette (4 May 2021), as cited in “The ‘old’ harbour”",
    "share": "Share: between 3% and 5.5%, as of spring 2001 – a clerk, via 港口局, as cited in “The ‘old’ harbour”",
    "own": "Piers: about 4 piers, as of about 2010 – Gazette (4 May 2021), as cited in “The ‘old’ harbour”",
    "lone": "Cranes: 1 crane – as given in “The ‘old’ harbour”, which names no source",
    "sum": "Cranes and ships: over 1,202 things – computed from “Cranes” and “Ships” in “The ‘old’ harbour”",
    "gone": "Boats: nearly 9 boats, as of 2019 (withdrawn, June 2024) – a clerk, via 港口局, as cited in “The ‘old’ harbour”",
    "lost": "Rafts: at most 7 rafts (withdrawn, 24 June 2024) – as given in “The ‘old’ harbour”, which names no source",
}
GAZETTE = "Jo Poe, “A ‘fair’ year {2020}”, Gazette, 4 May 2021 (https://example.org/a_b?c=1; archived at https://archive.example/1; accessed 1 July 2024)."
HERE = "in “The ‘old’ harbour”, Harbour Office, https://example.org/harbour/key-figures.html"
FULL = {
    "ships": f"Ships: over 1,200 ships, as of 2020. Said by Ann van der Lee. {GAZETTE} Cited {HERE}#ships",
    "toll": f"Toll: −€41.20 million. As-of date not stated. {GAZETTE} Cited {HERE}#toll",
    "share": f"Share: between 3% and 5.5%, as of spring 2001. Said by a clerk. 港口局, “A leaflet”. Cited {HERE}#share",
    "own": f"Piers: about 4 piers, as of about 2010. Said by Gazette. {GAZETTE} Cited {HERE}#own",
    "lone": f"Cranes: 1 crane. As-of date not stated. Cited {HERE}#lone",
    "sum": f"Cranes and ships: over 1,202 things. Computed from “Cranes” and “Ships”. Published {HERE}#sum",
    "gone": f"Boats: nearly 9 boats, as of 2019 (withdrawn, June 2024). Withdrawn: A boat was counted twice. Said by a clerk. 港口局, “A leaflet”. Cited {HERE}#gone",
    "lost": "Rafts: at most 7 rafts (withdrawn, 24 June 2024). As-of date not stated. Withdrawn: Nobody knows why. "
            f"Cited {HERE}#lost",
}


@pytest.mark.parametrize("name", SHORT)
def test_a_short_citation_says_who_said_it_and_who_published_that(draw: Callable[..., Drawn], name: str) -> None:
    assert draw().cited[name].short == SHORT[name]


@pytest.mark.parametrize("name", FULL)
def test_a_full_citation_says_all_that_is_known_and_what_is_not(draw: Callable[..., Drawn], name: str) -> None:
    assert draw().cited[name].full == FULL[name]


def test_every_figure_of_the_sheet_is_among_these_cases(draw: Callable[..., Drawn]) -> None:
    assert list(draw().cited) == list(SHORT) == list(FULL)


def test_a_site_that_does_not_know_its_address_cites_without_one(draw: Callable[..., Drawn]) -> None:
    cited = draw(site="title: All harbours\n").cited["ships"]
    assert cited.full.endswith(" Cited in “The ‘old’ harbour”, All harbours.")
    assert cited.snippet == ""
    assert cited.embed == "embed/ships.html"


def test_a_site_called_as_its_sheet_is_named_once(draw: Callable[..., Drawn]) -> None:
    assert draw(site="title: The “old” harbour\n").cited["lone"].full.endswith(" Cited in “The ‘old’ harbour”.")


def test_a_sheet_in_a_folder_has_that_folder_in_its_addresses(draw: Callable[..., Drawn]) -> None:
    drawn = draw(folder="west")
    assert "https://example.org/harbour/west/key-figures.html#ships" in drawn.cited["ships"].full
    assert 'src="https://example.org/harbour/west/embed/ships.html"' in drawn.cited["ships"].snippet
    assert drawn.files["west/cite/ships.bib"].startswith(b"@misc{west-ships,")


@pytest.mark.parametrize(("value", "said"), [
    ("over 10", "over 10 ships"), ("at least 10", "at least 10 ships"), ("about 10", "about 10 ships"), ("nearly 10", "nearly 10 ships"),
    ("under 10", "under 10 ships"), ("at most 10", "at most 10 ships"), ("between 3 and 10", "between 3 and 10 ships"), ("10", "Ships: 10 ships"),
])
def test_no_output_has_the_number_without_its_qualifier(draw: Callable[..., Drawn], value: str, said: str) -> None:
    drawn = draw(f"title: T\nfigures:\n  ships: {{label: Ships, unit: {{one: ship, other: ships}}, value: {value}, as_of: not stated}}\n")
    cited = drawn.cited["ships"]
    texts = [cited.short, cited.full, cited.snippet, *(content.decode() for content in drawn.files.values())]
    assert len(texts) == 6
    assert [text for text in texts if text.count("10 ships") != text.count(said) or said not in text] == []


# As files -----------------------------------------------------------------------------------------------------------

NAMES = {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["literal"], "additionalProperties": False,
                                                  "properties": {"literal": {"type": "string", "minLength": 1}}}}
DAY = {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}}
WHEN = {"type": "object", "minProperties": 1, "additionalProperties": False,
        "properties": {"date-parts": {"type": "array", "minItems": 1, "maxItems": 2, "items": DAY},
                       "season": {"enum": [1, 2, 3, 4]}, "circa": {"type": "boolean"}, "literal": {"type": "string", "minLength": 1}}}
WORDS = {"type": "string", "minLength": 1, "pattern": r"^\S(.*\S)?$"}
TEXTS = ("title", "container-title", "publisher", "URL", "language", "status", "note", "original-title", "original-publisher")
CSL = {"type": "array", "minItems": 1, "maxItems": 1, "items": {
    "type": "object", "required": ["id", "type", "title", "container-title", "note"], "additionalProperties": False,
    "properties": {"id": WORDS, "type": {"const": "dataset"}, "author": NAMES, "original-author": NAMES, "issued": WHEN, "accessed": WHEN,
                   "original-date": WHEN, **dict.fromkeys(TEXTS, WORDS)}}}


def read_bibtex(text: str) -> dict[str, str]:
    """The one entry that an independent reader finds, decoded, with its key; braces by name are braces."""
    library = parse_string(text, append_middleware=[])
    assert (library.failed_blocks, len(library.entries)) == ([], 1)
    for field in library.entries[0].fields:
        field.value = field.value.replace(r"\textbraceleft{}", r"\{").replace(r"\textbraceright{}", r"\}")
    entry = LatexDecodingMiddleware().transform(library).entries[0]
    return {"key": entry.key, "type": entry.entry_type, **{field.key: field.value for field in entry.fields}}


def read_ris(text: str) -> dict[str, object]:
    """The one entry that an independent reader finds."""
    assert text.replace("\r\n", "").isprintable()
    (entry,) = rispy.loads(text)
    return dict(entry)


def read_csl(text: str) -> dict[str, object]:
    """The one item of a list that is as the schema of CSL wants it, of the fields that we write."""
    items = json.loads(text)
    jsonschema.validate(items, CSL)
    (item,) = items
    return dict(item)


@pytest.mark.parametrize("broken", [
    {"type": "number"}, {"title": ""}, {"note": " N"}, {"author": [{"name": "A"}]}, {"author": []}, {"issued": {}}, {"issued": "2020"},
    {"issued": {"date-parts": [2020]}}, {"issued": {"season": 21, "date-parts": [[2020]]}}, {"sheet": "S"},
])
def test_the_schema_finds_what_is_wrong(broken: dict[str, object]) -> None:
    sound = {"id": "x", "type": "dataset", "title": "T", "container-title": "S", "note": "N"}
    jsonschema.validate([sound], CSL)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([{**sound, **broken}], CSL)


def test_every_figure_has_three_files_that_are_read_back(draw: Callable[..., Drawn]) -> None:
    drawn = draw()
    assert list(drawn.files) == [f"cite/{name}.{ending}" for name in SHORT for ending in ("json", "bib", "ris")]
    for name, cited in drawn.cited.items():
        title = cited.short.partition(" – ")[0]
        entry, record, item = (read(drawn.files[f"cite/{name}.{ending}"].decode())
                               for read, ending in ((read_bibtex, "bib"), (read_ris, "ris"), (read_csl, "json")))
        assert {entry["title"], record["title"], item["title"]} == {title}
        assert {entry["key"], record["id"], item["id"]} == {name}
        assert entry["url"] == item["URL"] == f"https://example.org/harbour/key-figures.html#{name}"
        assert record["urls"] == [item["URL"]]
        assert sorted(link.href for link in cited.files) == sorted(path for path in drawn.files if path.startswith(f"cite/{name}."))


def test_a_file_tells_the_source_the_evidence_and_whether_it_was_checked(draw: Callable[..., Drawn]) -> None:
    note = FULL["ships"].replace("Cited in", "Evidence: “over 1,200 ships”. Not yet checked against the source. Cited in")
    files = draw().files
    assert read_csl(files["cite/ships.json"].decode()) == {
        "id": "ships", "type": "dataset", "title": "Ships: over 1,200 ships, as of 2020", "author": [{"literal": "Ann van der Lee"}],
        "container-title": "The “old” harbour", "publisher": "Harbour Office", "issued": {"date-parts": [[2021, 5, 4]]},
        "URL": "https://example.org/harbour/key-figures.html#ships", "language": "en", "original-author": [{"literal": "Jo Poe"}],
        "original-title": "A “fair” year {2020}", "original-publisher": "Gazette", "original-date": {"date-parts": [[2021, 5, 4]]}, "note": note,
    }
    assert read_ris(files["cite/ships.ris"].decode())["notes"] == [note]
    entry = read_bibtex(files["cite/ships.bib"].decode())
    assert entry["annote"] == note
    assert entry["note"] == f"Said by Ann van der Lee. {GAZETTE}"
    assert (entry["author"], entry["year"], entry["month"]) == ("Ann van der Lee", "2021", "may")


@pytest.mark.parametrize(("name", "author"), [
    ("ships", "Ann van der Lee"), ("toll", "Jo Poe"), ("share", "a clerk"), ("own", "Gazette"), ("sum", "Harbour Office"),
])
def test_the_author_is_who_said_it_or_else_who_wrote_it(draw: Callable[..., Drawn], name: str, author: str) -> None:
    files = draw().files
    assert read_csl(files[f"cite/{name}.json"].decode())["author"] == [{"literal": author}]
    assert read_ris(files[f"cite/{name}.ris"].decode())["authors"] == [author]
    assert f"author = {{{{{author}}}}}" in files[f"cite/{name}.bib"].decode()


def test_a_withdrawn_figure_is_cited_as_one(draw: Callable[..., Drawn]) -> None:
    files = draw().files
    assert read_csl(files["cite/gone.json"].decode())["status"] == "withdrawn"
    assert "status" not in read_csl(files["cite/ships.json"].decode())
    assert [name for name, content in files.items() if "gone" in name and b"(withdrawn, June 2024)" not in content] == []


def test_other_values_for_the_same_moment_are_told(draw: Callable[..., Drawn]) -> None:
    facts = """
title: T
sources: {a: {title: A, publisher: Office A}, b: {title: B, publisher: Office B}}
figures:
  ships:
    label: Ships
    unit: {one: ship, other: ships}
    observations:
      - {value: over 12, as_of: 2020, source: a, evidence: over 12 ships, preferred: true}
      - {value: over 14, as_of: 2020, source: b, evidence: over 14 ships}
"""
    assert "For the same moment also given: over 14 ships (Office B)." in draw(facts).files["cite/ships.json"].decode()


@pytest.mark.parametrize(("site", "url", "accessed"), [
    (SITE, "https://example.org/harbour/key-figures.html#ships", None),
    ("title: T\n", "https://example.org/a_b?c=1", "2024-07-01"),
])
def test_a_day_of_access_is_only_told_of_the_address_that_was_read(
        draw: Callable[..., Drawn], site: str, url: str, accessed: str | None) -> None:
    files = draw(site=site).files
    item, entry = read_csl(files["cite/ships.json"].decode()), read_bibtex(files["cite/ships.bib"].decode())
    record = read_ris(files["cite/ships.ris"].decode())
    assert (item["URL"], entry["url"], record["urls"]) == (url, url, [url])
    assert entry.get("urldate") == accessed
    assert item.get("accessed") == {None: None, "2024-07-01": {"date-parts": [[2024, 7, 1]]}}[accessed]
    assert record.get("access_date") == {None: None, "2024-07-01": "2024/07/01"}[accessed]


AWKWARD = [
    "100% & more", "#1 of a_b", "cost $5", "C:\\new\\table", "a~b^c", "{balanced} braces", "} unbalanced {", "open { brace", "close } brace",
    "A “quote” and a \"straight\" one", "it's", "Ludwig van Beethoven", "Smith and Sons, Ltd.", "Zürich – Genève", "前海报告：40亿", "مرحبا", "naïve 🚢",
    "two\nlines", "TY  - BOOK\nER  - ", "@misc{x, title = {y}}", "  spaces  round  ", "a\tb", "end\\", "\\{", "\\textbf{x}", "<b>&amp;</b>", "a, b = {c}", "%",
    "back``ticks''", "--- dashes --", "1 < 2 > 0", "[x]",
]
ITEM = Item("key", "T", "A", "S", "P", "https://example.org/", dates.read("2020"), None, "en", "C", "N", None, False)


@pytest.mark.parametrize("text", AWKWARD)
def test_an_awkward_text_is_read_back_as_it_was_on_one_line(text: str) -> None:
    item, line = ITEM._replace(title=text, author=text, sheet=text, publisher=text, credit=text, note=text), " ".join(text.split())
    told = read_csl(csl(item))
    assert [told["title"], told["author"], told["note"]] == [line, [{"literal": line}], line]
    record = read_ris(ris(item))
    assert (record["title"], record["authors"], record["notes"], record["publisher"]) == (line, [line], [line], line)
    entry = read_bibtex(bibtex(item))
    assert [entry[name] for name in ("title", "author", "note", "annote")] == [typeset(line)] * 4


def typeset(text: str) -> str:
    """The same text as TeX sets it: its ligatures are punctuation, and its circumflex stands alone."""
    return text.replace("^", "ˆ").replace("---", "—").replace("--", "–").replace("``", "“").replace("''", "”")


def test_what_latex_takes_for_its_own_is_escaped() -> None:
    """Readers of BibTeX let some of these pass; LaTeX does not."""
    written = r"\% \# \_ \& \$ \{ \} \textasciitilde{} \textasciicircum{} \textbackslash{}"
    assert f"  annote = {{{written}}}" in bibtex(ITEM._replace(note="% # _ & $ { } ~ ^ \\"))


@pytest.mark.parametrize("text", AWKWARD)
def test_the_braces_of_bibtex_pair_however_they_are_counted(text: str) -> None:
    """BibTeX counts a brace behind a backslash, too."""
    depths, depth = [], 0
    for mark in bibtex(ITEM._replace(title=text, note=text)):
        depth += (mark == "{") - (mark == "}")
        depths.append(depth)
    assert depth == 0
    assert min(depths) == 0


@pytest.mark.parametrize(("url", "written"), [
    ("https://example.org/a_b?c=1&d=%20#e", "https://example.org/a_b?c=1&d=%20#e"),
    ("https://example.org/{a}", "https://example.org/%7Ba%7D"),
    ("https://example.org/前海", "https://example.org/前海"),
])
def test_an_address_is_written_as_it_is_but_for_what_would_end_it(url: str, written: str) -> None:
    assert f"  url = {{{written}}}," in bibtex(ITEM._replace(url=url))


@pytest.mark.parametrize(("date", "in_csl", "in_bibtex", "in_ris"), [
    ("2024-06-24", {"date-parts": [[2024, 6, 24]]}, "  year = {2024},\n  month = jun,", "PY  - 2024\r\nDA  - 2024/06/24/"),
    ("2024-06", {"date-parts": [[2024, 6]]}, "  year = {2024},\n  month = jun,", "PY  - 2024\r\nDA  - 2024/06//"),
    ("2024", {"date-parts": [[2024]]}, "  year = {2024},\n  url", "PY  - 2024\r\nDA  - 2024///"),
    ("2001-21", {"date-parts": [[2001]], "season": 1}, "  year = {spring 2001},", "S\r\nDA  - ///spring 2001"),
    ("2010~", {"date-parts": [[2010]], "circa": True}, "  year = {about 2010},", "S\r\nDA  - ///about 2010"),
    ("2010?", {"literal": "2010, uncertain"}, "  year = {2010, uncertain},", "S\r\nDA  - ///2010, uncertain"),
    ("201X", {"literal": "the 2010s"}, "  year = {the 2010s},", "S\r\nDA  - ///the 2010s"),
    ("2010/2014", {"date-parts": [[2010], [2014]]}, "  year = {2010–2014},", "S\r\nDA  - ///2010–2014"),
    ("1985/..", {"literal": "since 1985"}, "  year = {since 1985},", "S\r\nDA  - ///since 1985"),
    ("0000", {"literal": "1 BC"}, "  year = {1 BC},", "S\r\nDA  - ///1 BC"),
])
def test_a_date_is_told_no_finer_and_no_surer_than_it_is_known(
        date: str, in_csl: dict[str, object], in_bibtex: str, in_ris: str) -> None:
    item = ITEM._replace(issued=dates.read(date))
    assert read_csl(csl(item))["issued"] == in_csl
    assert in_bibtex in bibtex(item)
    assert in_ris in ris(item)


def test_what_is_not_known_is_left_out() -> None:
    item = ITEM._replace(author="", publisher="", url="", issued=None, credit="")
    assert set(read_csl(csl(item))) == {"id", "type", "title", "container-title", "language", "note"}
    assert set(read_bibtex(bibtex(item))) == {"key", "type", "title", "howpublished", "annote"}
    assert [line[:2] for line in ris(item).splitlines()] == ["TY", "ID", "TI", "T2", "LA", "N1", "ER"]
