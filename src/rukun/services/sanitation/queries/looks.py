"""What is known of households: the newest look, the list of an RT with what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from rukun.people.queries import households
from rukun.services.sanitation.facts import looks as facts
from rukun.services.sanitation.models import Look
from rukun.services.sanitation.models.looks import PILLARS
from rukun.services.sanitation.queries import figures
from rukun.services.sanitation.types import Rung
from rukun.territory import queries as territory
from rukun.territory.types import Place

FEW = 8


@dataclass(frozen=True, slots=True)
class Seen:
    """One look, told: its rung, what would lift it, how many pillars stand, which are not known or do not stand."""

    look: Look
    rung: str
    lift: str
    missing: tuple[str, ...]
    pillars: int
    unknown: tuple[str, ...]
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """A household of an RT and what was seen of it; None when nobody looked yet."""

    line: households.Line
    seen: Seen | None


def last(household_id: int) -> Look | None:
    return Look.objects.filter(household=household_id).order_by("-on", "-id").first()


def history(household_id: int) -> list[Look]:
    """The newest first."""
    return list(Look.objects.filter(household=household_id).order_by("-on", "-id")[:FEW])


def of_rt(place: Place, *, on: date) -> list[Home]:
    """Households in which somebody lives: those nobody looked at first, then the lowest rung."""
    is_country = is_rural(place.path, on=on)
    seen = {each.household_id: each for each in figures.newest(place.path, on=on)}
    homes = [
        Home(line, tell(seen[line.household_id], is_rural=is_country) if line.household_id in seen else None)
        for line in households.of_rt(place.path)
        if line.members
    ]
    return sorted(homes, key=_rank)


def tell(look: Look, *, is_rural: bool) -> Seen:
    said = said_of(look)
    step = facts.step(said, is_rural=is_rural)
    pillars, unknown = facts.level(look.rung, said)
    lacking = (("latrine",) if look.rung in facts.OPEN else ()) + tuple(name for name in PILLARS if said[name] is False)
    return Seen(look, look.rung, step.lift, step.missing, pillars, unknown, lacking)


def said_of(look: Look) -> dict[str, Any]:
    """Its answers, as a form or a rule wants them."""
    return {name: getattr(look, name) for name in ("use", "seat", "disposal", "was_emptied", *PILLARS)}


def is_rural(path: str, *, on: date) -> bool:
    """In a kelurahan the ladder asks more of a latrine than in a desa."""
    desa = territory.place(int(territory.desa_path(path).strip(".").split(".")[-1]), on=on)
    return desa is None or desa.kind != "kelurahan"


def _rank(home: Home) -> tuple[int, str]:
    if home.seen is None:
        return (-2, home.line.head.casefold())
    order = Rung.values.index(home.seen.rung) if home.seen.rung else -1
    return (order, home.line.head.casefold())
