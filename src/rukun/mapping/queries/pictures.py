"""The picture of each tool, for pages, walls and papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rukun.mapping.drawings.actors import grid
from rukun.mapping.drawings.boards import classes, customs, resources
from rukun.mapping.drawings.ground import MARGIN, sheet_of
from rukun.mapping.drawings.ground import ground as map_of
from rukun.mapping.drawings.seasons import calendar
from rukun.mapping.drawings.timeline import timeline
from rukun.mapping.drawings.transect import transect
from rukun.mapping.drawings.trends import charts
from rukun.mapping.drawings.venn import venn
from rukun.mapping.models import Sheet
from rukun.mapping.queries import ground, sheets
from rukun.mapping.types import Tool
from rukun.ui.maps import Sheet as Laid
from rukun.ui.pictures import Picture
from rukun.ui.words import ribuan, tanggal

DRAW: dict[str, Callable[..., Picture]] = {
    Tool.TRANSECT: transect,
    Tool.HISTORY: timeline,
    Tool.SEASONS: calendar,
    Tool.INSTITUTIONS: venn,
    Tool.ACTORS: grid,
    Tool.CUSTOMS: customs,
    Tool.RESOURCES: resources,
    Tool.TRENDS: charts,
    Tool.WELFARE: classes,
}


def of_rt(path: str, tool: str, *, on: date, with_houses: bool = False) -> Picture | None:
    """The newest picture of a tool; houses are drawn only for who may see people. None where nothing was mapped."""
    held = sheets.latest(path, tool)
    return of_sheet(held, sheets.entries(held), on=on, with_houses=with_houses) if held else None


def of_sheet(sheet: Sheet, entries: Sequence[Any], *, on: date, with_houses: bool) -> Picture | None:
    if sheet.tool == Tool.MAP:
        return of_ground(sheet, ground.of_rt(sheet.rt_id, sheet.path, on=on), entries, with_houses=with_houses)
    return DRAW[sheet.tool](entries, title=title_of(sheet), words=who(sheet)) if entries else None


def of_ground(sheet: Sheet, land: ground.Ground, landmarks: Sequence[Any], *, with_houses: bool) -> Picture | None:
    houses = land.spots if with_houses else []
    return map_of(land.shapes, houses, landmarks, title=title_of(sheet), words=who(sheet))


def title_of(sheet: Sheet) -> str:
    return f"{Tool(sheet.tool).label} {sheet.year}"


def who(sheet: Sheet) -> str:
    """Who was in the room, as counts; nothing where nobody has told it."""
    if sheet.met_on is None:
        return ""
    told = {"day": tanggal(sheet.met_on), "women": ribuan(sheet.women), "men": ribuan(sheet.men)}
    return _("Dibuat bersama %(women)s perempuan dan %(men)s laki-laki, %(day)s.") % told


@dataclass(frozen=True, slots=True)
class Tappable:
    """The map as a finger needs it, and how its steps become degrees."""

    picture: Picture
    laid: Laid
    margin: int = MARGIN


def to_tap(land: ground.Ground, landmarks: Sequence[Any]) -> Tappable | None:
    """None where neither border nor houses are known."""
    laid = sheet_of(land.shapes, land.spots, landmarks)
    picture = map_of(land.shapes, land.spots, landmarks, title=_("Di mana letaknya?"))
    return Tappable(picture, laid) if laid and picture else None
