"""Builds the site: `python build.py`, the same as `python build.py build`. Others: serve, check, new; `--help` tells all.

This file is a door. The story of a build is told, top to bottom, in factsheet/build.py.
"""

import os
import sys

from factsheet.__main__ import main

if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    sys.exit(main(root="" if here == os.getcwd() else os.path.relpath(here)))
