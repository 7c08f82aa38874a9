"""What every page of the room begins with: the RT, the year, and who may do what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest
from django.urls import reverse

from rukun.accounts.permissions import Permission, may, today
from rukun.facilitation.queries import programmes
from rukun.mapping.queries import sheets
from rukun.mapping.types import Tool
from rukun.territory import queries as territory
from rukun.territory.types import Place


@dataclass(frozen=True, slots=True)
class Frame:
    """Where and when. `acts` are the words every action of the room takes."""

    place: Place
    year: int
    on: date
    may_edit: bool
    may_people: bool
    may_names: bool
    by: Any

    @property
    def acts(self) -> dict[str, Any]:
        where = {"rt_id": self.place.id, "path": self.place.path}
        return {**where, "year": self.year, "on": self.on, "by": self.by}

    def url(self, name: str, *args: object, **query: object) -> str:
        """An address of this place that stays in its year."""
        return f"{reverse(f'mapping:{name}', args=[self.place.id, *args])}?{urlencode({'tahun': self.year, **query})}"

    @property
    def context(self) -> dict[str, Any]:
        return {
            "place": self.place,
            "year": self.year,
            "may_edit": self.may_edit,
            "index_url": self.url("index"),
        }


def path_of(area_id: int, **_rest: Any) -> str:
    """For the guard of addresses that name more than a place."""
    return territory.path_of(area_id)


def of_rt(request: HttpRequest, area_id: int) -> Frame:
    """An area that is no RT is not found."""
    frame = of_area(request, area_id)
    if frame.place.level != "rt":
        raise Http404
    return frame


def of_area(request: HttpRequest, area_id: int) -> Frame:
    on = today()
    place = territory.place(area_id, on=on)
    if place is None:
        raise Http404
    year = year_of(request, on)
    may_edit = may(request.held, Permission.PLAN_EDIT, place.path) and sheets.is_open(year, on)
    seen = (may(request.held, each, place.path) for each in (Permission.PEOPLE_SEE, Permission.POVERTY_NAMES))
    return Frame(place, year, on, may_edit, *seen, by=request.user)


def year_of(request: HttpRequest, on: date) -> int:
    """The year asked for; else that of the programme, else this one."""
    asked = request.GET.get("tahun", "")
    if asked.isdecimal() and 2000 <= int(asked[:5]) <= on.year + 1:
        return int(asked)
    programme = programmes.current(on)
    return programme.year if programme else on.year


def tool_named(name: str) -> Tool:
    if name not in Tool.values:
        raise Http404
    return Tool(name)
