"""Typographic quotes and ellipses where the plain rules decide: the same as Python-Markdown's smarty, but without its import."""

QUOTES = "'\""
OPENERS = " \n([{"
UNCLEAR = "-–—"


def educated(text: str) -> str | None:
    """The text with curly quotes and ellipses, or None where it takes smarty itself to decide."""
    if "--" in text or "\x02" in text or "...." in text or ("&" in text and ";" in text):
        return None
    if "'" in text or '"' in text:
        curled = _curled(text)
        if curled is None:
            return None
        text = curled
    return text.replace("...", "…")


def _curled(text: str) -> str | None:
    pieces: list[str] = []
    done = 0
    for index in [index for index, character in enumerate(text) if character in QUOTES]:
        mark = _mark(text[index], text[index - 1:index], text[index + 1:index + 2])
        if not mark or text[max(index - 2, 0):index] == "'s":
            return None
        pieces += (text[done:index], mark)
        done = index + 1
    return "".join(pieces) + text[done:]


def _mark(quote: str, before: str, after: str) -> str:
    """The curly form of a quote between two characters, or nothing where they do not decide."""
    if (before and (before in QUOTES or before in UNCLEAR)) or (after and after in QUOTES):
        return ""
    if before and before not in OPENERS:
        return "" if before.isspace() else _closing(quote, after)
    if quote == '"':
        return "“" if after.isalnum() else ""
    return "‘" if after.isalpha() and after != "s" else ""


def _closing(quote: str, after: str) -> str:
    if quote == '"':
        return "”"
    return "" if after.isdigit() else "’"
