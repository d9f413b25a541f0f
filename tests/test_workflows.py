"""GitHub's workflows: what GitHub would refuse is found here."""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from factsheet.out.new import STARTER
from tests.conftest import Site

PROJECT = Path(__file__).resolve().parent.parent
WORKFLOWS = [*sorted((PROJECT / ".github" / "workflows").glob("*.yml")), *sorted(Path(STARTER, "github", "workflows").glob("*.yml"))]


def held_to_the_schema(path: Path) -> subprocess.CompletedProcess[str]:
    """The schema is part of the package, so nothing is asked of the network."""
    return subprocess.run([sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(path)],
                          capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.relative_to(PROJECT)))
def test_a_workflow_is_one_that_github_accepts(path: Path) -> None:
    done = held_to_the_schema(path)
    assert done.returncode == 0, done.stdout


def test_there_is_a_workflow_for_tests_and_one_for_pages() -> None:
    assert {path.stem for path in WORKFLOWS} == {"test", "pages"}


@pytest.mark.parametrize(("sound", "broken"), [
    ("runs-on: ubuntu-latest", "run-on: ubuntu-latest"),
    ("workflow_dispatch:", "workflow_dispatched:"),
    ("id-token: write", "id-token: maybe"),
])
def test_a_slip_in_a_workflow_is_found(tmp_path: Path, sound: str, broken: str) -> None:
    text = (PROJECT / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8")
    assert sound in text
    path = tmp_path / "pages.yml"
    path.write_text(text.replace(sound, broken), encoding="utf-8")
    assert held_to_the_schema(path).returncode == 1


def test_both_pages_workflows_deploy_in_the_same_way() -> None:
    """A site of one's own is published as ours is: only how the program is installed and called differs."""
    ours, starter = (path.read_text(encoding="utf-8") for path in WORKFLOWS if path.stem == "pages")
    assert ours[ours.index("  deploy:"):] == starter[starter.index("  deploy:"):]


# Every week ---------------------------------------------------------------------------------------------------------

PAGES = [path for path in WORKFLOWS if path.stem == "pages"]
EVIDENCE = "    evidence: over 40 billion U.S. dollars\n"
pages = pytest.mark.parametrize("path", PAGES, ids=["ours", "of a new site"])


def read(path: Path) -> dict[str, Any]:
    """A workflow as texts, lists and mappings: `on` is a word here, not a truth."""
    return dict(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))


def weekly(cron: str) -> bool:
    """Whether a schedule names one moment of each week: minute, hour, any day of any month, one day of the week."""
    return re.fullmatch(r"[0-5]?\d ([01]?\d|2[0-3]) \* \* [0-6]", cron) is not None


@pages
def test_the_site_is_built_every_week_though_nobody_edits_anything(path: Path) -> None:
    crons = [each["cron"] for each in read(path)["on"]["schedule"]]
    assert [weekly(cron) for cron in crons] == [True]


@pytest.mark.parametrize("cron", ["23 5 1 * *", "23 5 * * *", "23 * * * 1", "23 25 * * 1", "23 5 * * 1-5", "@weekly"])
def test_a_schedule_that_is_not_weekly_is_noticed(cron: str) -> None:
    assert not weekly(cron)


def build_step(path: Path) -> list[str]:
    """The words of the call that builds the site, without the program's name, with an address in the place of the one to come."""
    steps = read(path)["jobs"]["build"]["steps"]
    called = [step["run"] for step in steps if step.get("name") == "Build the site"]
    words = shlex.split(re.sub(r"\$\{\{.*?\}\}", "https://example.org/repo", called[0]))
    return words[words.index("--url") :]


@pytest.fixture
def overdue(site_copy: Site) -> Site:
    """The shipped sheet with a figure that should have been looked up again long ago."""
    site_copy.edit("content/facts.yaml", EVIDENCE, EVIDENCE + "    review_by: 2019-12\n")
    return site_copy


@pages
def test_an_overdue_figure_is_marked_at_its_line_and_the_site_is_published(path: Path, overdue: Site) -> None:
    """The very call of the workflow, on whatever day this test is run."""
    done = overdue.run(*build_step(path), GITHUB_ACTIONS="true", CI="true")
    line = next(number for number, text in enumerate(overdue.read("content/facts.yaml").splitlines(), 1) if "review_by" in text)
    assert done.returncode == 0
    assert re.search(rf"^::warning file=content/facts\.yaml,line={line},col=\d+,endColumn=\d+,title=overdue::", done.stderr, re.MULTILINE), done.stderr
    assert "::error" not in done.stderr
    assert "over US$40\u00a0billion" in overdue.read("_site/index.html")


@pytest.mark.parametrize(("today", "marked"), [("2019-12-31", False), ("2020-01-01", True)])
def test_the_mark_comes_the_day_after_the_last_one(today: str, marked: bool, overdue: Site) -> None:
    done = overdue.run("build", "--today", today, GITHUB_ACTIONS="true")
    assert (done.returncode, "title=overdue::" in done.stderr) == (0, marked)


@pages
def test_an_error_is_marked_and_stops_publication(path: Path, site_copy: Site) -> None:
    site_copy.edit("content/facts.yaml", "value: over 40 billion", "value: over 45 billion")
    done = site_copy.run(*build_step(path), GITHUB_ACTIONS="true")
    assert done.returncode == 1
    assert re.search(r"^::error file=content/facts\.yaml,line=\d+,col=\d+,endColumn=\d+,title=number-not-in-quote::", done.stderr, re.MULTILINE)
    assert not site_copy.output.exists()


@pages
def test_nothing_in_the_workflow_lets_an_error_pass_or_a_scheduled_run_end_early(path: Path) -> None:
    jobs = read(path)["jobs"]
    parts = [*jobs.values(), *(step for job in jobs.values() for step in job["steps"])]
    assert [part for part in parts if "continue-on-error" in part or "if" in part] == []
    assert jobs["deploy"]["needs"] == "build"
