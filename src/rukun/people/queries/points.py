"""Where households stand on the map: for those who may see people, inside one RT."""

from __future__ import annotations

from rukun.people.models import Household


def of_rt(path: str) -> list[tuple[int, float, float]]:
    """(household, longitude, latitude) of the living households of the RT at a path whose point is known."""
    homes = Household.objects.filter(path=path, until__isnull=True, longitude__isnull=False)
    return list(homes.order_by("pk").values_list("pk", "longitude", "latitude"))
