"""The files of L, M and S beside this code, one for each index and unit; their sources stand in `sources.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

PER_UNIT = {"days": 1, "months": 1, "cm": 10}


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """L, M and S for boys and girls: `lms` of shape (2, steps, 3); `first` is the first step, `per` steps to a unit."""

    first: float
    per: int
    lms: NDArray[np.float64]


@cache
def tables() -> dict[str, Numbers]:
    """Every table by the name of its file, as `weight_for_age_days`."""
    folder = resources.files("rukun.parameters").joinpath("growth")
    found = (entry for entry in folder.iterdir() if entry.name.endswith(".csv"))
    return {entry.name.removesuffix(".csv"): _read(entry.name, entry.read_text("ascii")) for entry in found}


def _read(name: str, text: str) -> Numbers:
    rows = np.loadtxt(text.splitlines(), delimiter=",", skiprows=1)
    sexes = rows.reshape(2, -1, 5)
    return Numbers(float(sexes[0, 0, 1]), PER_UNIT[name.removesuffix(".csv").rsplit("_", 1)[1]], sexes[:, :, 2:])
