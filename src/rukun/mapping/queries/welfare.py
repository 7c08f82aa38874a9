"""Where neighbours place a household: beside every score, never instead of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from rukun.mapping.findings.welfare import spread
from rukun.mapping.models import Placement, Sheet
from rukun.mapping.types import Ranked

COLUMNS = ("household_id", "group__sheet__year", "rank__order", "rank__name", "rank__is_poor")


def class_of(household_ids: Sequence[int]) -> dict[int, Ranked]:
    """The newest ranking of each household that has one. One query."""
    rows = Placement.objects.filter(household__in=list(household_ids)).order_by("rank__order")
    held: dict[int, dict[int, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for home, year, *rank in rows.values_list(*COLUMNS):
        held[home][year].append(rank)
    return {home: _ranked(home, max(by_year), by_year[max(by_year)]) for home, by_year in held.items()}


def _ranked(home: int, year: int, ranks: Sequence[Any]) -> Ranked:
    """`ranks`: (order, name, is poor) by each group, the best-off first."""
    verdicts = {is_poor for _order, _name, is_poor in ranks}
    return Ranked(
        household_id=home,
        year=year,
        groups=len(ranks),
        highest=ranks[0][1],
        lowest=ranks[-1][1],
        spread=spread([order for order, _name, _is_poor in ranks]),
        is_poor=verdicts.pop() if len(verdicts) == 1 else None,
    )


def orders(sheet: Sheet) -> dict[int, list[int]]:
    """Household → the order of its class by each group of a sheet."""
    found: dict[int, list[int]] = defaultdict(list)
    rows = Placement.objects.filter(group__sheet=sheet).values_list("household_id", "rank__order")
    for home, order in rows:
        found[home].append(order)
    return found


def placed_by(group_id: int) -> dict[int, Any]:
    """Household → its class, by one group."""
    rows = Placement.objects.filter(group=group_id).select_related("rank")
    return {row.household_id: row.rank for row in rows}


def counts(sheet: Sheet) -> dict[int, int]:
    """Group → how many households it has placed."""
    found: dict[int, int] = defaultdict(int)
    for group in Placement.objects.filter(group__sheet=sheet).values_list("group", flat=True):
        found[group] += 1
    return found
