"""A figure in a page of its own, to be put into an iframe: the snippet to paste, and the style that the page carries."""

from collections.abc import Iterable, Iterator

from markupsafe import escape

MARK = "--"
NARROW = 320            # px: the width for which the height is reckoned; all in static/embed.css, with the sizes of static/site.css
BESIDE = 92             # px: a page without its texts
AMOUNT, LABEL, SMALL = 44, 25, 21           # px: the height of a line of each
PER_AMOUNT, PER_LABEL, PER_SMALL = 15, 32, 41   # letters in such a line


def snippet(address: str, title: str, height: int) -> str:
    """The iframe that shows a figure elsewhere, as HTML to paste."""
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" height="{height}" '
        'style="border:0" loading="lazy"></iframe>'
    )


def height(amount: str, label: str, small: Iterable[str]) -> int:
    """How high, in px, the page of a figure is in a column NARROW px wide, by the letters of its texts."""
    return BESIDE + AMOUNT * _lines(amount, PER_AMOUNT) + LABEL * _lines(label, PER_LABEL) + SMALL * sum(_lines(text, PER_SMALL) for text in small)


def _lines(text: str, letters: int) -> int:
    """How many lines a text fills; characters of East Asian scripts count twice."""
    return -(-sum(2 if ord(letter) > 0x2E80 else 1 for letter in text) // letters)


def style(css: str, page: str) -> str:
    """The style of a page, with those custom properties of the site's style sheet that it uses: a site's own colours go with its figures."""
    own = _given(page)
    given = {name: value for name, value in _given(css).items() if name not in own}
    wanted = list(dict.fromkeys(_names(page)))
    for name in wanted:
        wanted += [other for other in _names(given.get(name, "")) if other not in wanted]
    properties = "".join(f"{name}:{given[name]};" for name in wanted if name in given)
    return f":root{{{properties}}} {' '.join(page.split())}"


def _given(css: str) -> dict[str, str]:
    """Every custom property of a style sheet with the first value it is given."""
    given: dict[str, str] = {}
    bare = "".join(piece.rpartition("*/")[2] for piece in css.split("/*"))
    for piece in bare.replace("{", ";").replace("}", ";").split(";"):
        name, colon, value = piece.strip().partition(":")
        if colon and name.startswith(MARK):
            given.setdefault(name, value.strip())
    return given


def _names(css: str) -> Iterator[str]:
    for piece in css.split(f"var({MARK}")[1:]:
        yield MARK + piece.partition(")")[0].partition(",")[0].strip()
