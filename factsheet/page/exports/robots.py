"""For search engines: robots.txt and the sitemap."""

from collections.abc import Iterable

from markupsafe import escape

from factsheet.content.records import Settings


def sitemap(settings: Settings, pages: Iterable[str]) -> bytes:
    """Every page's address; only where the site's own address is known."""
    lines = [f"  <url><loc>{escape(settings.url + page.removesuffix('index.html'))}</loc></url>" for page in pages]
    return "\n".join(
        ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', *lines, "</urlset>", ""]
    ).encode()


def robots(settings: Settings) -> bytes:
    """Everyone may read everything."""
    place = f"Sitemap: {settings.url}sitemap.xml\n" if settings.url else ""
    return f"User-agent: *\nAllow: /\n{place}".encode()
