"""An RT begins and finishes the steps of its year. The rooms that fulfil a step call these; saying it again is free."""

from __future__ import annotations

from datetime import date
from typing import Any


def begin(*, rt_id: int, path: str, year: int, step: str, on: date, by: Any) -> None:
    """Something was done for this step."""


def finish(*, rt_id: int, path: str, year: int, step: str, on: date, by: Any, note: str = "") -> None:
    """This step is done; what is done stays done, on the day it was first said."""
