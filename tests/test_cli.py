"""The command line: what is asked, what is said, which code comes back."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from factsheet import __version__
from factsheet.build import Order, build
from tests.conftest import PROJECT, Site


def test_build_and_no_command_are_the_same(site_copy: Site) -> None:
    first = site_copy.run()
    assert (first.returncode, first.stderr) == (0, "")
    assert re.fullmatch(r"Built 9 pages of 1 sheet, \d+ of \d+ files new, in \d+\.\d\d s: _site/index\.html\n", first.stdout)
    second = site_copy.run("build")
    assert second.returncode == 0
    assert "0 of" in second.stdout


def test_a_call_for_which_nothing_has_changed_says_so(site_copy: Site) -> None:
    site_copy.run()
    site_copy.run()
    again = site_copy.run()
    assert again.returncode == 0
    assert re.fullmatch(r"Nothing has changed since the last build \(\d\.\d{3} s\): _site/index\.html\n", again.stdout)


@pytest.mark.parametrize("change", ["edit", "new page", "new image", "deleted output", "changed output", "template", "other option"])
def test_whatever_changes_is_noticed(change: str, site_copy: Site) -> None:
    assert [site_copy.run() for _ in range(3)][-1].stdout.startswith("Nothing")
    changes: dict[str, Callable[[], object]] = {
        "edit": lambda: site_copy.edit("content/facts.yaml", "label: Invested by", "label: Put in by"),
        "new page": lambda: site_copy.write("content/more.md", "# More\n"),
        "new image": lambda: site_copy.write("content/images/a.png", "x"),
        "deleted output": (site_copy.output / "index.html").unlink,
        "changed output": lambda: (site_copy.output / "index.html").write_text("x"),
        "template": lambda: site_copy.write("templates/page.html", "{{ page.title }}"),
        "other option": lambda: None,
    }
    changes[change]()
    words = ("-v",) * (change == "other option")
    assert site_copy.run(*words).stdout.startswith("Built")


def test_check_writes_nothing(site_copy: Site) -> None:
    done = site_copy.run("check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "No problems in 1 sheet. 9 of 9 facts checked: 9 against facts.lock.\n", "")
    assert not site_copy.output.exists()


def test_problems_go_to_standard_error_and_the_last_good_site_stays(site_copy: Site) -> None:
    site_copy.run()
    before = {path: path.read_bytes() for path in site_copy.output.rglob("*") if path.is_file()}
    site_copy.edit("content/facts.yaml", "unit: USD", "unit: UDS")
    site_copy.edit("content/facts.yaml", "date: 2010", "date: 2010-13")
    done = site_copy.run()
    assert (done.returncode, done.stdout) == (1, "")
    assert "content/facts.yaml:22:11: error[bad-unit]" in done.stderr
    assert "error[bad-date]" in done.stderr
    assert done.stderr.endswith("2 errors\nNot built: the last good site stays as it was.\n")
    assert {path: path.read_bytes() for path in site_copy.output.rglob("*") if path.is_file()} == before


def test_warnings_fail_only_where_that_is_wanted(site_copy: Site) -> None:
    site_copy.edit("content/facts.yaml", "    evidence: over 10,000 foreign-invested firms\n", "")
    assert site_copy.run("check").returncode == 0
    assert "warning[no-evidence]" in site_copy.run("check").stderr
    assert site_copy.run("check", "--strict").returncode == 1
    assert site_copy.run("build", "-s").returncode == 1
    assert not site_copy.output.exists()


def test_warnings_are_said_again_when_nothing_has_changed(site_copy: Site) -> None:
    site_copy.edit("content/facts.yaml", "    evidence: over 10,000 foreign-invested firms\n", "")
    done = [site_copy.run() for _ in range(3)][-1]
    assert done.stdout.startswith("Nothing")
    assert "warning[no-evidence]" in done.stderr


def test_formats_are_for_programs_and_for_github(site_copy: Site) -> None:
    site_copy.edit("content/facts.yaml", "unit: USD", "unit: UDS")
    problem = json.loads(site_copy.run("check", "--format", "json").stderr)["problems"][0]
    assert (problem["rule"], problem["line"]) == ("bad-unit", 22)
    assert site_copy.run("check", GITHUB_ACTIONS="true").stderr.startswith("::error file=content/facts.yaml,line=22,col=11,")
    assert site_copy.run("check", "--format=text", GITHUB_ACTIONS="true").stderr.startswith("content/facts.yaml:22:11")


def test_json_is_json_when_there_is_nothing_to_say(site_copy: Site) -> None:
    assert json.loads(site_copy.run("check", "--format", "json").stderr) == {"problems": [], "errors": 0, "warnings": 0}


@pytest.mark.parametrize(
    ("words", "environment", "coloured"),
    [(("--color", "always"), {}, True), ((), {}, False), (("--color=always",), {"NO_COLOR": "1"}, True), (("--color=never",), {}, False)],
)
def test_colour_follows_the_option(words: tuple[str, ...], environment: dict[str, str], coloured: bool, site_copy: Site) -> None:
    site_copy.edit("content/facts.yaml", "unit: USD", "unit: UDS")
    assert ("\x1b[" in site_copy.run("check", *words, **environment).stderr) is coloured


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("biuld",), "there is no command `biuld`. Did you mean build?"),
        (("publish",), "there is no command `publish`. There are: build, serve, check, lock, update, new."),
        (("--ouput", "x"), "Did you mean --output?"),
        (("--format", "xml"), "invalid choice: 'xml'"),
        (("check", "content"), "`content` is one word too many after check."),
        (("new",), "name the folder to make"),
        (("--today", "yesterday"), "argument --today"),
        (("--port", "99999"), "a port is a number from 0 to 65535"),
        (("--url", "example.org"), "A web address begins with https://"),
    ],
)
def test_a_wrong_call_is_a_sentence_and_code_2(words: tuple[str, ...], said: str, site_copy: Site) -> None:
    done = site_copy.run(*words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_the_version_and_the_help_are_there(site_copy: Site) -> None:
    assert site_copy.run("-V").stdout == f"factsheet {__version__}\n"
    told = site_copy.run("--help").stdout
    assert all(command in told for command in ("build", "serve", "check", "new"))


def test_today_decides_what_check_says_and_nothing_else(site_copy: Site) -> None:
    site_copy.edit(
        "content/facts.yaml",
        "    as_of: not stated\n    said_by: official data",
        "    as_of: not stated\n    review_by: 2030\n    said_by: official data",
    )
    assert "overdue" not in site_copy.run("check", "--today", "2030-12-31").stderr
    assert "warning[overdue]" in site_copy.run("check", "--today", "2031-01-01").stderr
    site_copy.run("--today", "2026-01-01", "-o", "a")
    site_copy.run("--today", "2036-01-01", "-o", "b")
    old, new = (
        {path.relative_to(top): path.read_bytes() for path in top.rglob("*") if path.is_file()}
        for top in (site_copy.folder / "a", site_copy.folder / "b")
    )
    assert old == new


def test_a_missing_content_folder_is_an_error(tmp_path: Path) -> None:
    done = Site(tmp_path).run()
    assert done.returncode == 1
    assert done.stderr.startswith("factsheet: There is no content folder `content`.")
    assert list(tmp_path.iterdir()) == []


def test_output_content_and_address_can_be_named(site_copy: Site) -> None:
    (site_copy.content).rename(site_copy.folder / "words")
    done = site_copy.run("-o", "public", "--content", "words", "--url", "https://example.net/x")
    assert done.returncode == 0, done.stderr
    assert "https://example.net/x/timeline.html" in site_copy.read("public/sitemap.xml")


def test_a_dangerous_output_is_refused_before_anything_is_done(site_copy: Site) -> None:
    for folder in ("content", ".", "/", "content/out"):
        done = site_copy.run("-o", folder)
        assert done.returncode == 1
        assert "Choose another output folder" in done.stderr
    assert not (site_copy.content / "index.html").exists()


def test_quiet_says_nothing_when_all_is_well(site_copy: Site) -> None:
    done = site_copy.run("-q")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_template_with_a_slip_is_a_sentence_with_its_line(site_copy: Site) -> None:
    site_copy.write("templates/page.html", '{% extends "base.html" %}\n{% block main %}\n{{ page.titel }}\n{% endblock %}\n')
    done = site_copy.run()
    assert done.returncode == 1
    assert "page.html:3" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_sites_own_template_and_static_file_stand_before_the_shipped_ones(site_copy: Site) -> None:
    site_copy.write("templates/404.html", "Mine & {{ site.title }}\n")
    site_copy.write("static/extra.css", "p { color: red }\n")
    assert site_copy.run().returncode == 0
    assert site_copy.read("_site/404.html") == "Mine & Qianhai fact sheet\n"
    assert site_copy.read("_site/assets/extra.css") == "p { color: red }\n"
    assert (site_copy.output / "assets" / "site.css").exists()


def test_the_story_gives_files_and_writes_nothing(site_copy: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site_copy.folder)
    built = build(Order("", "content", "_site", 739000))
    assert {
        "index.html",
        "key-figures.html",
        "timeline.html",
        "sources.html",
        "about.html",
        "404.html",
        "facts.json",
        "figures.csv",
        "timeline.csv",
        "sitemap.xml",
        "robots.txt",
        ".nojekyll",
        "assets/site.css",
        "assets/icon.svg",
        "assets/overdue.js",
        "assets/facts.schema.json",
        "changes.html",
        "observations.csv",
        "datapackage.json",
        "feed.xml",
        "feed.json",
        "timeline.ics",
        *(f"embed/{name}.html" for name in ("firms", "investment")),
        *(f"cite/{name}.{form}" for name in ("firms", "investment") for form in ("bib", "ris", "json")),
    } == set(built.files)
    assert not site_copy.output.exists()


def test_a_package_that_is_not_installed_is_named_with_what_to_do(site_copy: Site) -> None:
    site_copy.write("hidden/markupsafe.py", "raise ModuleNotFoundError('gone', name='markupsafe')\n")
    done = site_copy.run(PYTHONPATH=f"{site_copy.folder / 'hidden'}{os.pathsep}{PROJECT}")
    assert done.returncode == 1
    assert done.stderr.startswith("factsheet: the package `markupsafe` is not installed for ")
    assert "Run `make site` once" in done.stderr
