"""Reads of places, their history, their shapes, and of files before they are brought in."""

from rukun.territory.queries.gazetteer import (
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
from rukun.territory.queries.histories import counts, history, in_todays_borders, tree
from rukun.territory.queries.maps import map_of, shapes

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
