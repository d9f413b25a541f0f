"""GitHub's workflows: what GitHub would refuse is found here."""

import subprocess
import sys
from pathlib import Path

import pytest

from factsheet.out.new import STARTER

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
