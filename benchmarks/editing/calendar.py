"""The names of days and months."""

from __future__ import annotations

from benchmarks.editing.edit import alternatives

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
WEEKDAY, MONTH = alternatives(WEEKDAYS), alternatives(MONTHS)
