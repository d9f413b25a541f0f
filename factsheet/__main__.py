"""The way in: what nothing has changed for is answered at once; all else goes to the command line."""

import gc
import sys


def main(argv: list[str] | None = None, root: str = "") -> int:
    """Runs one command and returns its exit code; `root` is the folder that holds `content/` (default: the working folder)."""
    from factsheet import fresh

    words = sys.argv[1:] if argv is None else argv
    said = fresh.answer(words, root)
    if said is not None:
        return said
    gc.disable()  # a build is over before there is anything to collect; the preview, which lives long, collects again
    from factsheet.cli import run

    return run(words, root)


if __name__ == "__main__":
    sys.exit(main())
