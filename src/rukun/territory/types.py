"""Places as others see them, and what is read from a file before it is believed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models

from rukun.kit.problems import Finding


class Level(models.TextChoices):
    """How high an area stands. Dusun, RW and dawis may be missing between a desa and its RT."""

    KABUPATEN = "kabupaten", "Kabupaten/Kota"
    KECAMATAN = "kecamatan", "Kecamatan"
    DESA = "desa", "Desa/Kelurahan"
    DUSUN = "dusun", "Dusun/Lingkungan"
    RW = "rw", "RW"
    RT = "rt", "RT"
    DAWIS = "dawis", "Dasawisma/Peliuk"


@dataclass(frozen=True, slots=True)
class Step:
    """One place on the way from the kabupaten down."""

    id: int
    label: str


@dataclass(frozen=True, slots=True)
class Place:
    """An area on a day. `way` runs from the kabupaten to this place, itself last."""

    id: int
    level: str
    kind: str
    name: str
    number: str
    code: str
    path: str
    way: tuple[Step, ...]

    @property
    def label(self) -> str:
        return self.way[-1].label

    @property
    def parent_id(self) -> int | None:
        return self.way[-2].id if len(self.way) > 1 else None


@dataclass(frozen=True, slots=True)
class Part:
    """One of the areas a split makes. `children`: ids of places beneath the old area that go to this part."""

    name: str
    number: str = ""
    children: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A day in the life of an area, as a sentence, with the decree behind it."""

    on: date
    sentence: str
    basis: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What was noticed in one cell of a file: where, what stood there, and the finding."""

    row: int
    column: str
    value: str
    finding: Finding

    @property
    def is_error(self) -> bool:
        return self.finding.severity == "error"


@dataclass(frozen=True, slots=True)
class Listed:
    """One area of a list of codes."""

    code: str
    name: str
    level: str
    kind: str


@dataclass(frozen=True, slots=True)
class Known:
    """One area as we hold it on the day of the list."""

    area_id: int
    parent_id: int | None
    code: str
    name: str
    level: str
    kind: str


@dataclass(frozen=True, slots=True)
class Revision:
    """An area whose name, kind, code or parent differs in the new list."""

    known: Known
    listed: Listed
    is_renamed: bool
    is_recoded: bool
    is_transferred: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """A list of codes held against the areas we know: nothing is written yet.

    `fresh`: in the list only; `revised`: ours, changed; `same`: how many stay as they are; `missing`: ours, absent
    from the list, left alone until somebody says what became of them.
    """

    fresh: tuple[Listed, ...]
    revised: tuple[Revision, ...]
    same: int
    missing: tuple[Known, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def errors(self) -> int:
        return sum(remark.is_error for remark in self.remarks)


@dataclass(frozen=True, slots=True)
class RtRow:
    """One RT of a register, found fit to be brought in. Empty texts mean "without"."""

    row: int
    desa_id: int
    dusun: str
    rw: str
    number: str
    name: str
    since: date
    basis: str


@dataclass(frozen=True, slots=True)
class Register:
    """A register of RT, read: `rows` come in, `known` are there already, `remarks` want a look."""

    rows: tuple[RtRow, ...]
    known: int
    read: int
    remarks: tuple[Remark, ...] = ()

    @property
    def errors(self) -> int:
        return sum(remark.is_error for remark in self.remarks)


@dataclass(frozen=True, slots=True)
class Atlas:
    """Shapes read from a GeoJSON file: `drawn` by area id; `without` names the places that stay without a border."""

    drawn: Mapping[int, Mapping[str, Any]]
    read: int
    without: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = field(default=())

    @property
    def errors(self) -> int:
        return sum(remark.is_error for remark in self.remarks)
