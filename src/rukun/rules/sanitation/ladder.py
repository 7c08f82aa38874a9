"""Where a family stands on the latrine ladder, and what would lift it one rung.

Built from who uses the latrine, its seat and where it ends, as Regsosek asks them (309a, 309b, 310).

>>> ladder(Latrine("own", "gooseneck", "river"), is_rural=True)
Step(rung=<Rung.COVERED: 'covered'>, lift='disposal', missing=())
>>> ladder(Latrine("own", None, "septic"), is_rural=True).missing
('seat',)
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Rung(StrEnum):
    """From the lowest: in the open; a latrine that ends in the open; unimproved; shared; one's own; safely emptied."""

    OPEN = "open"
    COVERED = "covered"
    UNIMPROVED = "unimproved"
    SHARED = "shared"
    OWN = "own"
    SAFE = "safe"


@dataclass(frozen=True, slots=True)
class Latrine:
    """Answers; None is not known. `use`: own, shared, communal, public, unused, none. `seat`: gooseneck, slanted_lid,
    slanted_open, pit. `disposal`: septic, plant, hole, river, ground, other. `was_emptied`: the tank, in five years."""

    use: str | None
    seat: str | None = None
    disposal: str | None = None
    was_emptied: bool | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """The rung, or None with the answers that are missing; `lift` names what keeps it from the next one."""

    rung: Rung | None
    lift: str = ""
    missing: tuple[str, ...] = ()


WITHOUT: Final = ("unused", "none")
IN_THE_OPEN: Final = ("river", "ground", "other")
MANY: Final = ("communal", "public")


def ladder(latrine: Latrine, *, is_rural: bool) -> Step:
    """In a village a dry hole counts as an end; in a town only a tank or a plant."""
    if latrine.use is None:
        return Step(None, missing=("use",))
    if latrine.use in WITHOUT:
        return Step(Rung.OPEN, "use")
    if latrine.disposal is None:
        return Step(None, missing=("disposal",))
    if latrine.disposal in IN_THE_OPEN:
        return Step(Rung.COVERED, "disposal")
    return _with_an_end(latrine, is_rural)


def _with_an_end(latrine: Latrine, is_rural: bool) -> Step:
    if latrine.use in MANY:
        return Step(Rung.UNIMPROVED, "use")
    if latrine.seat is None:
        return Step(None, missing=("seat",))
    if latrine.seat != "gooseneck":
        return Step(Rung.UNIMPROVED, "seat")
    if latrine.disposal == "hole" and not is_rural:
        return Step(Rung.UNIMPROVED, "disposal")
    if latrine.use == "shared":
        return Step(Rung.SHARED, "use")
    return _own(latrine)


def _own(latrine: Latrine) -> Step:
    if latrine.disposal == "plant" or (latrine.disposal == "septic" and latrine.was_emptied):
        return Step(Rung.SAFE)
    return Step(Rung.OWN, "disposal" if latrine.disposal == "hole" else "emptying")
