"""Shapes of places for maps, light enough for a phone; where no border is known, tiles that lose nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rukun.territory.facts.geometry import lightened
from rukun.territory.models import Boundary
from rukun.territory.queries import gazetteer
from rukun.territory.types import Place
from rukun.ui.maps import Cell, Shape, choropleth, step_words, tile_map
from rukun.ui.pictures import Picture
from rukun.ui.tables import Column, Row, Table

Rings = tuple[list[tuple[float, float]], ...]


def boundaries(*, on: date) -> QuerySet[Boundary]:
    """The shapes in force on a day."""
    return Boundary.objects.filter(Q(until__isnull=True) | Q(until__gt=on), since__lte=on)


def border(area_id: int, *, on: date) -> Boundary | None:
    """The shape of one place on a day, with its source; None where nobody has drawn it."""
    return boundaries(on=on).filter(area=area_id).first()


def shapes(parent_id: int, *, on: date, level: str = "") -> list[Shape]:
    """The places right beneath (or all of a level beneath) that have a border on that day, simplified together.

    The key of a shape is the id of its area, as text. Places without a border are absent: see `map_of`.
    """
    return shapes_of(_shown(parent_id, on, level), on=on)


def shapes_of(shown: Sequence[Place], *, on: date) -> list[Shape]:
    labels = {place.id: place.label for place in shown}
    held = boundaries(on=on).filter(area__in=labels).order_by("area").values_list("area", "id")
    drawn = _rings(tuple(pk for _area, pk in held)) if held else ()
    return [Shape(str(area), labels[area], rings) for (area, _pk), rings in zip(held, drawn, strict=True)]


def map_of(
    parent_id: int,
    *,
    on: date,
    values: Mapping[int, int | None],
    steps: Sequence[str],
    title: str,
    words: str = "",
    hrefs: Mapping[int, str] | None = None,
    level: str = "",
) -> Picture | None:
    """The places beneath, coloured by step: a map where borders are known, tiles where none is. None: no places.

    A place without a border stays in the table and is named in the words, so that nobody falls off the map.
    """
    shown, links = _shown(parent_id, on, level), hrefs or {}
    drawn = shapes_of(shown, on=on)
    if not shown:
        return None
    if not drawn:
        cells = [Cell(str(one.id), one.name, values.get(one.id), href=links.get(one.id, "")) for one in shown]
        return tile_map(cells, title=title, steps=steps, words=words)
    on_map = {int(one.key) for one in drawn}
    lost = [one.label for one in shown if one.id not in on_map]
    return choropleth(
        drawn,
        {str(area): step for area, step in values.items()},
        title=title,
        steps=steps,
        words=" ".join(filter(None, [words, _without_border(lost)])),
        hrefs={str(area): href for area, href in links.items()},
        table=_rows(title, shown, values, steps, links, on_map) if lost else None,
    )


def _shown(parent_id: int, on: date, level: str) -> list[Place]:
    if not level:
        return gazetteer.children(parent_id, on=on)
    below = gazetteer.editions(on=on).filter(area__level=level, area__path__startswith=gazetteer.path_of(parent_id))
    ids = list(below.order_by("code", "number", "name").values_list("area_id", flat=True))
    named = gazetteer.places(ids, on=on)
    return [named[pk] for pk in ids]


@lru_cache(maxsize=64)
def _rings(boundary_ids: tuple[int, ...]) -> Sequence[Rings]:
    """A kept shape never changes, so its drawing may be kept too."""
    held = dict(Boundary.objects.filter(pk__in=boundary_ids).values_list("id", "geometry"))
    return lightened([held[pk] for pk in boundary_ids])


def _without_border(labels: Sequence[str]) -> str:
    if not labels:
        return ""
    told = {"names": ", ".join(labels[:5]) + (" …" if len(labels) > 5 else ""), "n": len(labels)}
    return (
        ngettext("Batas %(names)s belum diketahui.", "%(n)d wilayah belum punya batas: %(names)s.", len(labels)) % told
    )


def _rows(
    title: str,
    shown: Sequence[Place],
    values: Mapping[int, int | None],
    steps: Sequence[str],
    links: Mapping[int, str],
    on_map: set[int],
) -> Table:
    rows = [
        Row(
            [one.label, step_words(values.get(one.id), steps), _("ada") if one.id in on_map else _("belum ada")],
            links.get(one.id, ""),
        )
        for one in shown
    ]
    columns = [Column(_("Wilayah")), Column(_("Keadaan")), Column(_("Batas"))]
    return Table(title, columns, rows, stays=True, caption_hidden=True)
