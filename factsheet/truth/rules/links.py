"""Links: what a text links to is there, inside the sheet's own folder."""

from collections.abc import Iterator

from factsheet.content.words import place_of
from factsheet.problem import Problem, nearest
from factsheet.truth.rules.case import Case, written_words


def link_leads_somewhere(case: Case) -> Iterator[Problem]:
    """An image or page that a text links to is there; links to places inside a page are followed in the output."""
    sheet = case.sheet
    images = tuple(f"images/{image.name}" for image in sheet.images)
    pages = (
        "index.html",
        "overview.md",
        "key-figures.html",
        "timeline.html",
        "sources.html",
        *(f"{page.name}.{kind}" for page in sheet.pages for kind in ("html", "md")),
    )
    files = ("facts.json", "figures.csv", "timeline.csv")
    for words in written_words(sheet):
        for link in words.prose.links:
            known = images if link.image else (*pages, *images, *files)
            target = link.target.partition("#")[0].partition("?")[0]
            if target and ":" not in target.split("/")[0] and "../" not in target and target not in known:
                meant = nearest(target, known)
                yield Problem(
                    place_of(words, link.line, link.column, link.length),
                    "broken-link",
                    f"There is no {'image' if link.image else 'page or file'} `{target}` beside this one.",
                    f"Did you mean `{meant}`?"
                    if meant
                    else "Put the image into images/ and write `images/name.png`."
                    if link.image
                    else "Link to a page as `about.md`, to the web as `https://…`.",
                )


def link_stays_inside(case: Case) -> Iterator[Problem]:
    """An image lies in the sheet's own folder; a link leads out of it only to another sheet."""
    sheet = case.sheet
    for words in written_words(sheet):
        for link in words.prose.links:
            if link.target.startswith("/") or (link.image and "../" in link.target):
                yield Problem(
                    place_of(words, link.line, link.column, link.length),
                    "broken-link",
                    f"`{link.target[:80]}` lies outside of this sheet's folder.",
                    "Copy the image into images/."
                    if link.image
                    else "Write the link as seen from this page: `about.md`, `../other-sheet/index.html`.",
                )
