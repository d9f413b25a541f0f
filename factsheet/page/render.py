"""Site -> Files: every page drawn, every export written, as one mapping from path to bytes. Nothing touches the disk but the templates' own cache."""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup, escape

from factsheet.content.records import Content, Sheet
from factsheet.page import citing, exports
from factsheet.page.templates import Templates
from factsheet.page.views import SheetView, Site
from factsheet.problem import Problem
from factsheet.record import Record

Files = dict[str, bytes]
INSIDE = "embed.css"  # the one style sheet that goes into its pages


class PageMeta(Record):
    """What the skeleton of a page needs to know of it; `root` leads from the page to the site's top, `name` is its file."""

    kind: str
    name: str
    title: str
    description: str
    address: str
    root: str
    data: Markup


def render(site: Site, content: Content, assets: Mapping[str, bytes], folders: Sequence[str], cache: str) -> Files:
    """The whole site; `assets` are static files by name, `folders` where templates are looked for, `cache` a file for compiled ones."""
    templates = Templates(folders, {}, cache)
    files: Files = {f"assets/{name}": data for name, data in assets.items() if name != INSIDE}
    files["assets/site.css"] = _tight(assets["site.css"])
    style = Markup(citing.style(assets["site.css"].decode(), assets[INSIDE].decode()))
    for view, sheet in zip(site.sheets, content.sheets, strict=True):
        files.update(_sheet(site, view, content, sheet, templates))
        files.update(citing.citation_files(sheet, view, content.settings))
        files.update(_embeds(site, view, templates, style))
    if site.sheets[0].folder:
        files["index.html"] = _page(
            templates, "home.html", site, None, _meta(site, None, "index.html", site.title, site.settings.description)
        )
    files["404.html"] = _not_found(site, templates, assets)
    files.update(_for_robots(site, files))
    return files


def _sheet(site: Site, view: SheetView, content: Content, sheet: Sheet, templates: Templates) -> Iterator[tuple[str, bytes]]:
    """Every file of one sheet, with its path."""
    folder = f"{view.folder}/" if view.folder else ""
    data = exports.linked_data(sheet, view, content.settings)
    downloads = exports.downloads(sheet)
    titles = {
        "index.html": view.title,
        "key-figures.html": f"Key figures: {view.title}",
        "timeline.html": f"Timeline: {view.title}",
        "sources.html": f"Sources: {view.title}",
        "changes.html": f"Changes: {view.title}",
    }
    for name, title in titles.items():
        meta = _meta(site, view, name, title, _description(view, name), data.get(name, ""))
        yield folder + name, _page(templates, "overview.html" if name == "index.html" else name, site, view, meta, downloads=downloads)
    for page in view.pages:
        meta = _meta(site, view, f"{page.name}.html", f"{page.title}: {view.title}", page.description)
        yield f"{folder}{page.name}.html", _page(templates, "page.html", site, view, meta, page=page, downloads=downloads)
    yield from ((folder + name, data) for name, data in exports.files(sheet, view, content.settings))
    for image in sheet.images:
        yield f"{folder}images/{image.name}", image.content


def _tight(css: bytes) -> bytes:
    """A style sheet without what only its writers need: indents, empty lines, and comments that have a line of their own."""
    lines = (line.strip() for line in css.split(b"\n"))
    return b"\n".join(line for line in lines if line and not (line.startswith(b"/*") and line.endswith(b"*/"))) + b"\n"


def _embeds(site: Site, view: SheetView, templates: Templates, style: Markup) -> Iterator[tuple[str, bytes]]:
    """Each figure as a page of its own for an iframe; one that is gone says so for good, where it was embedded."""
    folder = f"{view.folder}/" if view.folder else ""
    for figure in view.figures:
        title = f"{figure.label}: {figure.parts.text}{' (withdrawn)' if figure.withdrawn else ''}"
        meta = _meta(site, view, "key-figures.html", f"{title} – {view.title}", "")
        yield f"{folder}embed/{figure.id}.html", _page(templates, "embed.html", site, view, meta, figure=figure, gone=None, style=style)
    for gone in view.removed:
        meta = _meta(site, view, "key-figures.html", f"{gone.label} – {view.title}", "")
        yield f"{folder}embed/{gone.id}.html", _page(templates, "embed.html", site, view, meta, figure=None, gone=gone, style=style)


def _description(view: SheetView, name: str) -> str:
    """What each page says of itself to search engines and where it is shared."""
    told = {
        "index.html": view.description or view.title,
        "key-figures.html": "Key figures with their evidence: "
        + "; ".join(f"{figure.label}: {figure.parts.text}" for figure in view.figures)
        + ".",
        "timeline.html": "What happened when: " + "; ".join(f"{event.date.words}, {event.plain_title}" for event in view.events) + ".",
        "sources.html": "The sources of every fact: "
        + "; ".join(f"{entry.source.title}, {entry.source.publisher}" for entry in view.sources)
        + ".",
        "changes.html": "What changed, when and why: " + ("; ".join(f"{change.label}: {change.sentence}" for change in view.changes) or "nothing so far."),
    }[name]
    return told if len(told) <= 200 else told[:200].rsplit(" ", 1)[0].rstrip(";,") + "…"


def _meta(site: Site, view: SheetView | None, name: str, title: str, description: str, data: str = "") -> PageMeta:
    folder = view.folder if view else ""
    path = (f"{folder}/" if folder else "") + ("" if name == "index.html" else name)
    address = site.settings.url + path if site.settings.url else ""
    return PageMeta(
        name.removesuffix(".html"),
        name,
        title,
        description or title,
        address,
        "../" * (folder.count("/") + 1) if folder else "",
        Markup(data),
    )


def _page(templates: Templates, template: str, site: Site, sheet: SheetView | None, meta: PageMeta, **more: object) -> bytes:
    return templates.render(template, {"site": site, "sheet": sheet, "meta": meta, **more}).encode()


def _not_found(site: Site, templates: Templates, assets: Mapping[str, bytes]) -> bytes:
    """The page for a wrong address; it is shown at any depth, so its style is inside and its one link is the whole address."""
    meta = _meta(site, None, "404.html", "Page not found", "There is no page at this address.")
    return _page(templates, "404.html", site, None, meta, style=Markup(assets["site.css"].decode()), home=site.settings.url or "index.html")


def _for_robots(site: Site, files: Files) -> Iterator[tuple[str, bytes]]:
    yield "robots.txt", exports.robots(site.settings)
    yield ".nojekyll", b""
    if site.settings.url:
        yield "sitemap.xml", exports.sitemap(site.settings, sorted(path for path in files if path.endswith(".html") and path != "404.html" and not _embedded(path)))


def _embedded(path: str) -> bool:
    """Whether a page is there to be put into others: not one to be found by a search."""
    return "embed" in path.split("/")


def failure_page(problems: Sequence[Problem], texts: Mapping[str, str]) -> str:
    """A page that shows the problems of a save that could not be built; needs no template, since a template may be the trouble."""
    from factsheet.report import count, report

    listed = escape(report(list(problems), texts, "text", colour=False))
    return f"""<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>{count(problems)}</title>
<style>body {{ max-width: 70rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif }}
pre {{ overflow-x: auto; padding: 1rem; border-inline-start: .25rem solid #c33; font: .875rem/1.5 ui-monospace, monospace; white-space: pre-wrap }}</style></head>
<body><h1>Not built: {count(problems)}</h1><p>Mend this and save; the page comes back by itself.</p><pre>{listed}</pre></body>
</html>
"""
