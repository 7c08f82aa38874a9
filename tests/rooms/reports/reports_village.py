"""Twelve poor and three better families of invented people in one RT, judged."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from rukun.poverty.actions import classifications
from rukun.territory.models import Area

sys.path.insert(0, str(Path(__file__).parents[1] / "poverty"))
from kitchens import BETTER, POOR, client_of, make_kitchen, make_tally  # noqa: E402


def fill(rt: Area, *, on: date) -> None:
    for number in range(15):
        make_kitchen(rt, POOR if number < 12 else BETTER)
    make_tally(rt, households=15, people=45, interviewed=15, stated_households=15, oldest_interview=on)
    classifications.classify_area(path=rt.path, on=on, by="uji")


__all__ = ["BETTER", "POOR", "client_of", "fill", "make_kitchen", "make_tally"]
