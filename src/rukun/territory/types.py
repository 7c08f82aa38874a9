"""A place as others see it: who it is, where it lies, how it is called today."""

from __future__ import annotations

from dataclasses import dataclass


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
