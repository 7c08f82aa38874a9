"""Proposals of a desa, kecamatan or kabupaten: sums of the places right beneath."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rukun.musrenbang.queries.proposals import Progress, progress
from rukun.territory import queries as territory
from rukun.territory.types import Place


def beneath(place: Place, year: int, *, on: date) -> tuple[Progress, list[tuple[Place, Progress]]]:
    """The whole, and each place right beneath with its own; places without a proposal are there too."""
    by_rt = progress(place.path, year)
    paths = {each.area_id: each.area.path for each in territory.rts_under(place.path, on=on).select_related("area")}
    children = territory.children(place.id, on=on)
    held = {child.id: [] for child in children}
    for rt, found in by_rt.items():
        step = int(paths.get(rt, place.path)[len(place.path) :].partition(".")[0] or 0)
        held.setdefault(step, []).append(found)
    whole = total(by_rt.values())
    return whole, [(child, total(held[child.id])) for child in children]


def total(parts: Iterable[Progress]) -> Progress:
    whole = Progress()
    for part in parts:
        whole.states.update(part.states)
        whole.cost += part.cost
    return whole
