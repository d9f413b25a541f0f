"""A source's own text, as its publisher printed it: `.txt`, `.md` or a saved `.html`."""

import os

from factsheet.problem import Unreadable

LARGEST = 16 << 20
ENDINGS = (".txt", ".md", ".html", ".htm")


def read(path: str, home: str) -> str:
    """The words of an article below the folder `home`; Unreadable where the file is none, with what to do."""
    if os.path.commonpath([home, os.path.realpath(path)]) != home:
        raise _refusal("This leads out of the content folder; what lies outside is not read.", "Copy the file itself into sources/.", "outside")
    if not os.path.isfile(path):
        raise _refusal("A source's text is a file; here is a folder.", "Name the file in it, such as `sources/article.txt`.")
    ending = os.path.splitext(path)[1].casefold()
    if ending not in ENDINGS:
        raise _refusal("A source's text is a .txt, .md or saved .html file.", "Save the article's text as a .txt file, in UTF-8.")
    text = _decoded(path)
    if not text.strip():
        raise _refusal("The file with this source's text is empty.", "Paste the article's text into it, and save it.", "unverified")
    if ending == ".md":
        return _markdown(text)
    return _page(text) if ending in (".html", ".htm") else text


def _decoded(path: str) -> str:
    try:
        with open(path, "rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise _refusal(f"The file with this source's text cannot be read: {error.strerror}.", "Look at its permissions.", "unverified") from None
    if len(content) > LARGEST:
        raise _refusal(f"A source's text may have {LARGEST >> 20} MiB; this one has more.", "Keep the pages that the facts rest on.", "too-large")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _refusal(
            f"A source's text is UTF-8; on line {line} of {path} stands byte 0x{content[error.start]:02X}.", 'Save it again with the encoding "UTF-8".', "encoding"
        ) from None


def _markdown(text: str) -> str:
    """The words of a Markdown text without its marks; unlike the author's own, they are kept nowhere."""
    from factsheet.content import prose

    if len(text) > prose.LARGEST:
        raise _refusal(f"A source's text in Markdown may have {prose.LARGEST >> 20} MiB; this one has more.", "Save it as a .txt file.", "too-large")
    return prose.plain(prose.convert_once(text), lambda reference: reference.written)


def _page(text: str) -> str:
    from factsheet.content.saved_page import words

    return words(text)


def _refusal(message: str, hint: str, rule: str = "bad-value") -> Unreadable:
    return Unreadable(message, hint, rule=rule)
