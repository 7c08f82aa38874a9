"""Where households stand on the map: for those who may see people, inside one RT."""

from __future__ import annotations

from rukun.people.models import Household


def of_rt(rt_id: int) -> list[tuple[int, float, float]]:
    """(household, longitude, latitude) of the living households whose point is known."""
    homes = Household.objects.filter(rt=rt_id, until__isnull=True, longitude__isnull=False)
    return list(homes.order_by("pk").values_list("pk", "longitude", "latitude"))
