"""The product as a whole, on the shipped sheet: a changed figure is changed everywhere; damage, kills and surroundings do no harm."""

import gzip
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factsheet.build import Order, build
from factsheet.report import report
from tests.conftest import PROJECT, Site, surroundings

TODAY = 739_000
SHORT_SHEET = "title: {}\nfigures:\n  f: {{label: Ships, unit: ships, value: over 3, as_of: 2020}}\n"


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_page_shows_both_figures_with_their_qualifiers(built_site: Path) -> None:
    page = (built_site / "index.html").read_text(encoding="utf-8")
    assert "over US$40\u00a0billion" in page
    assert "over 10,000 firms" in page


def test_the_home_page_weighs_less_than_fifteen_kilobytes_with_all_it_needs(built_site: Path) -> None:
    needed = ("index.html", "assets/site.css", "assets/icon.svg")
    assert sum(len(gzip.compress((built_site / name).read_bytes())) for name in needed) < 15 * 1024


TELL_THE_PAST = {"index.html", "key-figures.html", "changes.html", "facts.json", "observations.csv", "feed.xml", "feed.json"}


def test_a_changed_value_is_changed_in_every_file(site_copy: Site) -> None:
    site_copy.run()
    site_copy.edit("content/facts.yaml", "value: over 40 billion", "value: over 45 billion")
    site_copy.edit("content/facts.yaml", "evidence: over 40 billion", "evidence: over 45 billion")
    assert site_copy.run().returncode == 0
    files = {name: content.decode() for name, content in files_of(site_copy.output).items() if not name.startswith("assets/")}
    stale = {
        name
        for name, text in files.items()
        for old in ("40 billion", "40\u00a0billion", "40%20billion", "40000000000", "US$40")
        if old in text
    }
    assert stale == TELL_THE_PAST
    assert [name for name, text in files.items() if "45" not in text and name not in ("404.html", ".nojekyll", ".factsheet", "robots.txt", "sitemap.xml")
            and "firms" not in name and "timeline" not in name and name != "datapackage.json"] == []


def test_a_changed_value_stands_in_the_past_alone(site_copy: Site) -> None:
    """Pages that name the old value do so once or twice, each time as what it was."""
    site_copy.edit("content/facts.yaml", "value: over 40 billion", "value: over 45 billion")
    site_copy.edit("content/facts.yaml", "evidence: over 40 billion", "evidence: over 45 billion")
    site_copy.call("build")
    overview, card, changes = (plain(site_copy.read(f"_site/{name}.html")) for name in ("index", "key-figures", "changes"))
    assert [after[:18].strip() for after in overview.split("US$40 billion")[1:]] == [", no reason given"]
    assert [after[:18].strip() for after in card.split("US$40 billion")[1:]] == [", no reason given", "Xinhua News Agenc"]
    assert "Was over US$40 billion Now over US$45 billion Why No reason was given. Also in the overview , About this sheet" in changes


def plain(page: str) -> str:
    """The words of a page's main part."""
    import re

    main = page.split("<main", 1)[1].split("</main>", maxsplit=1)[0]
    return " ".join(re.sub("<[^>]+>", " ", "<main" + main).replace("\u00a0", " ").split())


def test_no_output_has_a_qualified_figure_without_its_qualifier(built_site: Path) -> None:
    for name, content in files_of(built_site).items():
        text = (
            content.decode("utf-8", "replace")
            .replace('<span class="qualifier">over</span> <data value="40000000000">', "over ")
            .replace('<span class="qualifier">over</span> <data value="10000">', "over ")
            .replace("\\$", "$")
            .replace("\u00a0", " ")
            .replace("%20", " ")
            .replace("%2C", ",")
        )
        for bare in ("US$40", "40 billion", "10,000"):
            for start in range(len(text)):
                if text.startswith(bare, start) and not text.startswith("US$40", start - 3):
                    assert text[:start].endswith("over "), f"{name}: {text[max(0, start - 60) : start + 20]!r}"


@pytest.mark.parametrize(
    "variety",
    [
        {"TZ": "Pacific/Kiritimati"},
        {"TZ": "America/Los_Angeles"},
        {"LC_ALL": "C"},
        {"LANG": "tr_TR.UTF-8"},
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "4242"},
        {"PYTHONUTF8": "0", "LC_ALL": "C"},
        {"SOURCE_DATE_EPOCH": "0"},
        {"HOME": "/nonexistent"},
        {"COLUMNS": "20"},
    ],
    ids=lambda variety: ",".join(f"{name}={value}" for name, value in variety.items()),
)
def test_surroundings_change_no_byte(variety: dict[str, str], built_site: Path, site_copy: Site) -> None:
    assert site_copy.run(**variety).returncode == 0
    assert files_of(site_copy.output) == files_of(built_site)


@pytest.mark.parametrize("name", ["plain", "with space", "#%&?", "人口", "a'b\"c"])
def test_the_name_of_the_folder_changes_no_byte(name: str, built_site: Path, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    import shutil

    shutil.copytree(PROJECT / "content", tmp_path / name / "content", ignore=shutil.ignore_patterns("sources"))
    site = Site(tmp_path / name)
    assert site.run().returncode == 0
    assert files_of(site.output) == files_of(built_site)


def test_the_mode_of_new_files_follows_the_umask_and_times_do_not_matter(site_copy: Site, built_site: Path) -> None:
    os.utime(site_copy.content / "facts.yaml", (0, 0))
    assert site_copy.run().returncode == 0
    assert files_of(site_copy.output) == files_of(built_site)


def test_a_second_build_rewrites_nothing(site_copy: Site) -> None:
    site_copy.run()
    before = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in site_copy.output.rglob("*")}
    (site_copy.content / "facts.yaml").touch()
    site_copy.run()
    assert {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in site_copy.output.rglob("*")} == before


def damaged(text: str, chance: random.Random) -> str:
    """The text with one to three small accidents of the kinds that fingers and editors make."""
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(text) + 1)
        to = min(len(text), at + chance.randint(1, 12))
        insert = chance.choice(
            [
                "",
                " ",
                "\n",
                "\t",
                ":",
                ": ",
                "'",
                '"',
                "[",
                "]",
                "[[",
                "]]",
                "{",
                "}",
                "#",
                "&a ",
                "*a",
                "!x ",
                "- ",
                "|",
                ">",
                "%",
                "@",
                "`",
                "<b>",
                "\\",
                "\x00",
                "\u202e",
                "é",
                "人",
                "9" * 50,
                "0",
                "-",
                "..",
                "/",
                "~",
                "?",
                "X",
                "null",
                "no",
                "\r",
                "\ufeff",
                "\U0001f600",
                "| a |\n|---|\n",
                "```\n",
                "[^1]",
                "![](",
                "](x)",
            ]
        )
        text = text[:at] + insert + (text[to:] if chance.random() < 0.5 else text[at:])
    return text


def test_two_thousand_accidents_end_in_sentences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(20260101)
    sources = {
        name: (PROJECT / "content" / name).read_text(encoding="utf-8") for name in ("facts.yaml", "overview.md", "about.md", "site.yaml")
    }
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    failed = 0
    for _ in range(2_000):
        broken = chance.choices(list(sources), weights=(6, 2, 2, 1))[0]
        for name, text in sources.items():
            (tmp_path / "content" / name).write_bytes((damaged(text, chance) if name == broken else text).encode("utf-8", "surrogatepass"))
        built = build(Order("", "content", "_site", TODAY))
        lines = {path: len(text.split("\n")) for path, text in built.texts.items()}
        assert built.files or built.problems
        assert all(1 <= problem.place.line <= lines.get(problem.place.path, problem.place.line) for problem in built.problems)
        assert "\x1b" not in report(built.problems, built.texts, "text", colour=False)
        failed += not built.files
    assert failed > 300, "the accidents are grave enough to be noticed"


def test_a_hundred_kills_leave_the_site_wholly_old_or_wholly_new(site_copy: Site) -> None:
    site_copy.run()
    old = files_of(site_copy.output)
    texts = [site_copy.read("content/facts.yaml"), site_copy.read("content/facts.yaml").replace("over 40 billion", "over 45 billion")]
    site_copy.write("content/facts.yaml", texts[1])
    began = time.monotonic()
    site_copy.run()
    whole = time.monotonic() - began
    new = files_of(site_copy.output)
    assert old != new
    chance = random.Random(7)
    for turn in range(100):
        site_copy.write("content/facts.yaml", texts[turn % 2])
        child = subprocess.Popen(
            [sys.executable, "-m", "factsheet"],
            cwd=site_copy.folder,
            env=surroundings(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0.3, 1.1) * whole)
        child.send_signal(signal.SIGKILL)
        child.wait()
        assert files_of(site_copy.output) in (old, new)
    assert site_copy.run().returncode == 0
    assert files_of(site_copy.output) == old if site_copy.read("content/facts.yaml") == texts[0] else new
    assert [path.name for path in site_copy.folder.iterdir() if path.name.startswith("_site")] == ["_site"]


def test_many_sheets_make_one_site_with_a_list(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.write("content/site.yaml", "title: Ports\nurl: https://example.org/ports\n")
    for name in ("north", "south", "old/east"):
        site.write(f"content/{name}/facts.yaml", SHORT_SHEET.format(name.title()))
    site.write("content/old/facts.yaml", SHORT_SHEET.format("Old ports"))
    done = site.run()
    assert done.returncode == 0, done.stderr
    home = site.read("_site/index.html")
    assert all(f'href="{name}/index.html"' in home for name in ("north", "south", "old", "old/east"))
    assert 'href="../../index.html"' in site.read("_site/old/east/timeline.html")
    assert "https://example.org/ports/old/east/key-figures.html" in site.read("_site/sitemap.xml")
    site.edit("content/north/facts.yaml", "over 3", "over 4")
    before = (site.output / "south" / "index.html").stat().st_mtime_ns
    assert site.run().returncode == 0
    assert "over 4" in site.read("_site/north/facts.json")
    assert (site.output / "south" / "index.html").stat().st_mtime_ns == before


def test_a_first_sheet_lists_the_others_below_itself(site_copy: Site) -> None:
    site_copy.write("content/more/facts.yaml", SHORT_SHEET.format("A second sheet"))
    assert site_copy.run().returncode == 0
    assert '<a class="fact" href="more/index.html">A second sheet</a>' in site_copy.read("_site/index.html")


def test_a_sheet_of_a_title_alone_is_a_site(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.write("content/facts.yaml", "title: Nothing yet\n")
    done = site.run()
    assert (done.returncode, done.stderr) == (0, "")
    assert "<h1>Nothing yet</h1>" in site.read("_site/index.html")


EVIL = [
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "</title><script>",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "&lt;b&gt;",
    "'\"><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "=cmd|x",
]


@pytest.mark.parametrize("evil", EVIL)
def test_a_text_of_the_author_stays_a_text(evil: str, tmp_path: Path) -> None:
    import json

    quoted, carried = json.dumps(evil), json.dumps(f"3 ships {evil}")
    site = Site(tmp_path)
    site.write(
        "content/facts.yaml",
        f"""title: Sheet
sources: {{s: {{title: {quoted}, publisher: {quoted}, author: {quoted}, url: "https://example.org/"}}}}
figures: {{f: {{label: {quoted}, unit: ships, value: "3", as_of: 2020, said_by: {quoted}, source: s, evidence: {carried}}}}}
people: {{p: {{name: {quoted}, role: {quoted}, organisation: {quoted}}}}}
quotes: [{{text: {quoted}, said_by: p, context: {quoted}, source: s}}]
terms: {{t: {{term: {quoted}, definition: A term, source: s, evidence: {quoted}}}}}
""",
    )
    done = site.run()
    assert done.returncode == 0, done.stderr
    pages = [path.read_text(encoding="utf-8") for path in site.output.rglob("*.html")]
    for page in pages:
        body = page.replace('<script type="application/ld+json">', "")
        assert "<script" not in body
        assert "<img" not in body
        assert ' onmouseover="' not in body
        assert 'href="javascript' not in body
        assert "49" not in body


BOMBS = {
    "unknown keys": ("title: A\n" + "".join(f"k{number}: b\n" for number in range(80_000)), ""),
    "unknown keys of a figure": ("title: A\nfigures:\n  f:\n" + "".join(f"    labe{number}: b\n" for number in range(60_000)), ""),
    "bad figures": ("title: A\nfigures:\n" + "".join(f"  f{number}: 1\n" for number in range(70_000)), ""),
    "events of one date": ("title: A\ntimeline:\n" + "  - {date: 2010, title: b}\n" * 38_000, ""),
    "doubled keys": ("title: A\n" * 110_000, ""),
    "comments that are none": ("title: A\n" + "".join(f"a{number}: b #c\n" for number in range(80_000)), ""),
    "as many keys as may be": ("title: A\n" + "".join(f"k{number}: b\n" for number in range(4_900)), ""),
    "references": ("title: A\n", "[[x]] " * 170_000),
    "links": ("title: A\n", "[a](b.md) " * 100_000),
    "headings": ("title: A\n", "# a\n\n" * 200_000),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_answered_in_little_time_and_memory(name: str, site_copy: Site) -> None:
    facts, overview = BOMBS[name]
    site_copy.write("content/facts.yaml", facts[: 1 << 20])
    site_copy.write("content/overview.md", overview[: 1 << 20])
    program = (
        "import resource, sys; sys.argv[1:] = ['check']; resource.setrlimit(resource.RLIMIT_AS, (256 << 20, 256 << 20));"
        "resource.setrlimit(resource.RLIMIT_CPU, (6, 6)); from factsheet.__main__ import main; print('code', main())"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=site_copy.folder, env=surroundings(), capture_output=True, text=True, check=False)
    assert done.stdout.endswith("code 1\n"), done.stderr[-300:]
    assert "MemoryError" not in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr) < 200_000
