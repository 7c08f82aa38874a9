"""The ministry's area codes: 64 · 64.02 · 64.02.05 · 64.02.05.2010, from province down to desa or kelurahan.

The statistics office has codes of its own that look alike without dots; only the ministry's belong here.
"""

import re
from dataclasses import dataclass
from typing import Literal

from rukun.kit.problems import Problem

Level = Literal["province", "kabupaten", "kecamatan", "desa"]
Kind = Literal["province", "kabupaten", "kota", "kecamatan", "kelurahan", "desa", "desa_adat"]

LEVELS: tuple[Level, ...] = ("province", "kabupaten", "kecamatan", "desa")
_DOTTED = re.compile(r"\d\d(?:\.\d\d(?:\.\d\d(?:\.[123]\d{3})?)?)?", re.ASCII)
_BARE = re.compile(r"(\d\d)(?:(\d\d)(?:(\d\d)([123]\d{3})?)?)?", re.ASCII)
_DESA_KINDS: dict[str, Kind] = {"1": "kelurahan", "2": "desa", "3": "desa_adat"}


@dataclass(frozen=True, slots=True, order=True)
class AreaCode:
    """One code in its dotted form; make it with `parse`, which refuses what cannot be one."""

    dotted: str

    def __str__(self) -> str:
        return self.dotted

    @property
    def bare(self) -> str:
        """The digits alone: 6402052010."""
        return self.dotted.replace(".", "")

    @property
    def level(self) -> Level:
        return LEVELS[self.dotted.count(".")]

    @property
    def kind(self) -> Kind:
        """What stands at this code: kota from a second part of 71 on, kelurahan and desa from the tenth digit.

        What Papua calls a distrik is a kecamatan here.
        """
        last = self.dotted.rpartition(".")[2]
        if self.level == "desa":
            return _DESA_KINDS[last[0]]
        if self.level == "kabupaten":
            return "kota" if last >= "71" else "kabupaten"
        return self.level

    @property
    def parent(self) -> "AreaCode | None":
        above = self.dotted.rpartition(".")[0]
        return AreaCode(above) if above else None

    def covers(self, other: "AreaCode") -> bool:
        """Whether `other` is this area or lies beneath it."""
        return f"{other.dotted}.".startswith(f"{self.dotted}.")


def parse(text: str) -> AreaCode:
    """A code with dots, or 2, 4, 6 or 10 digits without. Raises Problem `areacodes.unreadable`."""
    cleaned = text.strip()
    if _DOTTED.fullmatch(cleaned):
        return AreaCode(cleaned)
    bare = _BARE.fullmatch(cleaned)
    if bare is None:
        raise Problem("areacodes.unreadable", text=text)
    return AreaCode(".".join(part for part in bare.groups() if part))
