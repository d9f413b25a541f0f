"""Charts that claim no more than the figures do: arithmetic here, drawing in templates/charts.html.

What is given (given.py) is said in words (said.py), put to scale in numbers (scales.py) and in time (times.py), and becomes a line
with its labels (lines.py, labels.py) or bars (rows.py). Every place is in per cent; labels are HTML, so that they never shrink.
"""

from factsheet.page.charts.given import Bar, Point
from factsheet.page.charts.lines import LineChart, line
from factsheet.page.charts.rows import BarChart, bars

__all__ = ["Bar", "BarChart", "LineChart", "Point", "bars", "line"]
