"""The map of an area: the places beneath it in shades, or the families of an RT as points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.people.queries import points
from rukun.poverty.queries import standings
from rukun.poverty.types import HIDDEN, AreaSheet, Figures, Label, Safe
from rukun.poverty.words import MAP_NAMES, MAPS, label_words, step_of
from rukun.territory import queries as territory
from rukun.ui.maps import Point, choropleth
from rukun.ui.pictures import Picture
from rukun.ui.tables import Column, Row, Table
from rukun.ui.words import ribuan

KINDS = {Label.NOT_POOR: 1, Label.CANNOT_BE_SAID: 2, "": 3, Label.POOR: 4}


@dataclass(frozen=True, slots=True)
class Tab:
    label: str
    url: str
    is_current: bool


def tabs(kind: str) -> list[Tab]:
    """The faces of the map, as links."""
    return [Tab(str(name), f"?peta={key}#peta", key == kind) for key, name in MAP_NAMES.items()]


def of_children(sheet: AreaSheet, safe: Mapping[int, Safe], kind: str, *, on: date) -> Picture | None:
    """The places beneath, coloured by step. A place whose counts are hidden stays striped."""
    title, words, steps = MAPS[kind]
    values = {child.id: _step(found, safe[child.id], kind, on) for child, found in sheet.children}
    hrefs = {child.id: reverse("area", args=[child.id]) for child, _found in sheet.children}
    return territory.map_of(
        sheet.place.id,
        on=on,
        values=values,
        steps=[str(step) for step in steps],
        title=f"{title}: {sheet.place.label}",
        words=str(words),
        hrefs=hrefs,
    )


def of_families(sheet: AreaSheet, *, on: date) -> Picture | None:
    """The families of an RT where their point is known; only for who may see people."""
    labels = standings.labels_of(sheet.place.path)
    spots = [_point(pk, (x, y), labels.get(pk, "")) for pk, x, y in points.of_rt(sheet.place.path)]
    if not spots:
        return None
    parent = sheet.place.parent_id
    outline = [shape for shape in territory.shapes(parent, on=on) if shape.key == str(sheet.place.id)] if parent else []
    return choropleth(
        outline,
        {str(sheet.place.id): 0},
        title=_("Rumah di %(place)s") % {"place": sheet.place.label},
        steps=[_("wilayah RT ini")] if outline else [],
        words=_("%(n)d dari %(all)d rumah diketahui letaknya.") % {"n": len(spots), "all": sheet.own.households},
        points=spots,
        kinds=[label_words(label) for label in KINDS],
        table=_points_table(spots),
    )


def _points_table(spots: list[Point]) -> Table:
    counts = Counter(spot.label for spot in spots)
    rows = [Row([label, ribuan(counts[label])]) for label in map(label_words, KINDS) if counts[label]]
    return Table(_("Rumah"), [Column(_("Keadaan")), Column(_("Rumah"), is_number=True)], rows, stays=True)


def _step(found: Figures, safe: Safe, kind: str, on: date) -> int | None:
    if kind == "miskin" and HIDDEN in safe.verdicts.values():
        return None
    return step_of(kind, found, on)


def _point(household_id: int, at: tuple[float, float], label: str) -> Point:
    href = reverse("poverty:verdict", args=[household_id])
    return Point(label_words(label), at, KINDS[label], href)


def legend(kind: str) -> tuple[tuple[str, str], ...]:
    """Colour class and words of each step: for paper."""
    steps = [(f"k{number}", str(words)) for number, words in enumerate(MAPS[kind][2])]
    return (*steps, ("unknown-ground", _("belum diketahui")))


def family_legend() -> tuple[tuple[str, str], ...]:
    return tuple((f"c{kind}", label_words(label)) for label, kind in KINDS.items())
