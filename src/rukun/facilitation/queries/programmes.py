"""Which juknis holds. Its text is public inside the house, whatever the scope."""

from __future__ import annotations

from datetime import date
from typing import Any


def current(on: date) -> Any:
    """The youngest programme year that has begun, in its newest version on that day."""
    return None


def of_year(year: int, on: date) -> Any:
    """The version of a year that holds on a day."""
    return None
