"""The three limits of a decent house that are in force side by side: a programme chooses the one it goes by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import cast

from rukun.parameters.dated import Number, load

LIMITS = ("pupr", "bps", "permensos")


@dataclass(frozen=True, slots=True)
class HouseLimit:
    """None where the limit says nothing."""

    floor_m2: Decimal
    height_cm: int | None
    openings_share: Decimal | None
    source: str


def house_limit(code: str, on: date) -> HouseLimit:
    """One of LIMITS. Raises Problem `parameters.before_first`, `parameters.unknown_key`."""
    found = load(f"sanitation/house_{code}").at(on)
    told = cast(Mapping[str, Number], found.value)
    height, share = told.get("height_cm"), told.get("openings_share")
    return HouseLimit(
        Decimal(told["floor_m2"]),
        None if height is None else int(height),
        None if share is None else Decimal(share),
        found.source,
    )
