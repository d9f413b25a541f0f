"""One figure taken away: citations in words (words.py), as files (files.py, by way of writers.py), and as a page for an iframe (embedding.py)."""

from factsheet.page.citing.embedding import style
from factsheet.page.citing.files import citation_files
from factsheet.page.citing.words import Home, cited, home

__all__ = ["Home", "citation_files", "cited", "home", "style"]
