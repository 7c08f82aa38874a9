"""The programme year in which people speak."""

from __future__ import annotations

from datetime import date

from rukun.facilitation.queries import programmes


def current(on: date) -> int:
    """The year of the programme that runs; where none was adopted yet, the year of the day."""
    return programmes.year_on(on)
