"""Where a line of the author's file lies in the repository, for "Edit this figure"."""

import os

FORMS = {"gitlab": "/-/blob/", "codeberg": "/src/branch/", "gitea": "/src/branch/", "bitbucket": "/src/"}


def file_address(repository: str, content: str, path: str) -> str:
    """The address of a file of the content folder in a repository; empty where no repository is named.

    `repository` may end in `/tree/BRANCH` or `/tree/BRANCH/FOLDER`, where the site is not at its top; without a branch, HEAD is its main one.
    """
    if not repository:
        return ""
    base, _, within = repository.rstrip("/").removesuffix(".git").partition("/tree/")
    branch, _, folder = within.partition("/")
    host = base.partition("://")[2].partition("/")[0]
    form = next((form for name, form in FORMS.items() if name in host), "/blob/")
    inside = os.path.relpath(path, content).replace(os.sep, "/")
    name = os.path.basename(os.path.abspath(content))
    parts = [part for part in (folder, name, inside) if part]
    return f"{base.removesuffix('/-')}{form}{branch or 'HEAD'}/{'/'.join(parts)}"
