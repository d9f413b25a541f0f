"""The one door to trafilatura (extra `[html]`): a saved web page becomes the words of its article."""

from html.parser import HTMLParser

from factsheet.problem import Unreadable


def words(text: str) -> str:
    """The article in a saved web page and its captions, without menus and comments; where none can be told from them, all of the page's words."""
    try:
        from trafilatura import extract
    except ImportError:
        raise Unreadable(
            "To read a saved web page, the program needs one more package.",
            "Install it beside the program, `pip install trafilatura lxml_html_clean`, or save the article as a .txt file.",
            rule="unverified",
        ) from None
    page = _Words()
    page.feed(text)
    article = extract(text, favor_recall=True, include_comments=False)
    if not article:
        return "".join(page.found)
    return "\n\n".join([str(article), *(caption for caption in page.captions if caption not in article)])


class _Words(HTMLParser):
    """The visible words of a page; what begins a block begins a line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.hidden = 0
        self.captions: list[str] = []
        self.caption: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in HIDDEN
        self.caption = [] if tag == "figcaption" else self.caption
        if tag not in INLINE:
            self.found.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in HIDDEN and self.hidden > 0
        if tag == "figcaption" and self.caption is not None:
            self.captions.append(" ".join("".join(self.caption).split()))
            self.caption = None
        if tag not in INLINE:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.found.append(" ".join(data.split("\n")))
            if self.caption is not None:
                self.caption.append(data)


HIDDEN = ("script", "style", "template", "noscript")
INLINE = ("a", "abbr", "b", "bdi", "cite", "code", "data", "dfn", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr")
