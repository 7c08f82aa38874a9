"""Reads of places, their history, their shapes, and of files before they are brought in."""

from rukun.territory.queries.gazetteer import (
    KIND_LABELS,
    children,
    demonstrations,
    desa_path,
    editions,
    installation,
    label,
    last_known,
    path_of,
    place,
    places,
    possible_parents,
    rts_under,
    search,
)
from rukun.territory.queries.histories import beneath, counts, history, in_todays_borders, latest_labels, tree
from rukun.territory.queries.maps import border, map_of, shapes

__all__ = [
    "KIND_LABELS",
    "beneath",
    "border",
    "children",
    "counts",
    "demonstrations",
    "desa_path",
    "editions",
    "history",
    "in_todays_borders",
    "installation",
    "label",
    "last_known",
    "latest_labels",
    "map_of",
    "path_of",
    "place",
    "places",
    "possible_parents",
    "rts_under",
    "search",
    "shapes",
    "tree",
]
