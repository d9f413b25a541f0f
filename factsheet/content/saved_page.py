"""The one door to trafilatura (extra `[html]`): a saved web page becomes the words of its article."""

from html.parser import HTMLParser

from factsheet.problem import Unreadable


def words(text: str) -> str:
    """The article in a saved web page, without menus and comments; where none can be told from them, all of the page's words."""
    try:
        from trafilatura import extract
    except ImportError:
        raise Unreadable(
            "To read a saved web page, the program needs one more package.",
            'Install it with `pip install "factsheet[html]"`, or save the article as a .txt file.',
            rule="unverified",
        ) from None
    article = extract(text, favor_recall=True, include_comments=False)
    if article:
        return str(article)
    page = _Words()
    page.feed(text)
    return "".join(page.found)


class _Words(HTMLParser):
    """The visible words of a page; what begins a block begins a line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in HIDDEN
        if tag not in INLINE:
            self.found.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in HIDDEN and self.hidden > 0
        if tag not in INLINE:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.found.append(" ".join(data.split("\n")))


HIDDEN = ("script", "style", "template", "noscript")
INLINE = ("a", "abbr", "b", "bdi", "cite", "code", "data", "dfn", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr")
