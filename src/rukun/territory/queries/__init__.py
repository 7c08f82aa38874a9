"""Reads of places, their history, their shapes, and of files before they are brought in."""

from rukun.territory.queries.histories import counts, history, in_todays_borders, tree
from rukun.territory.queries.maps import map_of, shapes
from rukun.territory.queries.places import (
    KIND_LABELS,
    children,
    editions,
    installation,
    label,
    path_of,
    place,
    places,
    rts_under,
    search,
)

__all__ = [
    "KIND_LABELS",
    "children",
    "counts",
    "editions",
    "history",
    "in_todays_borders",
    "installation",
    "label",
    "map_of",
    "path_of",
    "place",
    "places",
    "rts_under",
    "search",
    "shapes",
    "tree",
]
