"""Pages anyone may read, without a name and without a cookie."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from rukun.accounts.permissions import today
from rukun.grants.public import spending
from rukun.musrenbang.public import choices, journeys, meetings
from rukun.needs import public as needs
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.transparency import stations, tables, works

MINUTES = 5


@require_safe
def hall(request: HttpRequest) -> HttpResponse:
    """The kecamatan where there is something to see."""
    house = territory.installation()
    return _kept("transparency/hall.html", {"rooms": _rooms(house.kabupaten.path, depth=2)})


@require_safe
def area(request: HttpRequest, area_id: int) -> HttpResponse:
    """An RT with its money, proposals and meetings; a higher place with the RTs to choose from."""
    place = _place(area_id)
    page = {"place": place, "crumbs": _crumbs(place)}
    if place.level != "rt":
        depth = min(len(place.way) + 1, 3)
        return _kept("transparency/area.html", page | {"rooms": _rooms(place.path, depth=depth)})
    asked = request.GET.get("tahun", "")
    return _kept("transparency/rt.html", page | _rt(place, int(asked) if asked.isdecimal() else None))


@require_safe
def journey(request: HttpRequest, wish_id: int) -> HttpResponse:
    """The way of one wish."""
    told = journeys.journey(wish_id)
    if told is None:
        raise Http404
    on, place = today(), _place(told.brief.rt_id)
    labels = {pk: each.label for pk, each in territory.places([rt for rt, _share in told.partners], on=on).items()}
    page = {"place": place, "crumbs": _crumbs(place, with_itself=True), "brief": told.brief}
    origin = needs.origin(told.cause, place.path) if told.cause else None
    later = works.stations(spending.of_proposal(wish_id, place.path) if told.line else None)
    page |= {"now": stations.now(told.brief, on=on), "stations": stations.line(told, origin, labels, later, on=on)}
    return _kept("transparency/journey.html", page)


@require_safe
def work(request: HttpRequest, activity_id: int) -> HttpResponse:
    """One work with its money, receipt by receipt."""
    told = spending.work(activity_id)
    if told is None:
        raise Http404
    place = _place(told.rt_id)
    page = {"place": place, "crumbs": _crumbs(place, with_itself=True), "work": told, "state": works.state(told)}
    page |= {"lines": works.lines(told), "receipts": works.receipts(told), "stops": list(works.stations(told))}
    return _kept("transparency/work.html", page)


@require_safe
def result(request: HttpRequest, area_id: int, year: int) -> HttpResponse:
    """Why each proposal of an RT was chosen or not, and the ballots for whoever wants to count again."""
    place = _place(area_id)
    opened = choices.result(place.path, place.id, year)
    if opened is None:
        raise Http404
    page = {"place": place, "crumbs": _crumbs(place, with_itself=True), "opened": opened, "year": year}
    return _kept("transparency/result.html", page | {"money": tables.counted_money(opened)})


@require_safe
def ballots(request: HttpRequest, area_id: int, year: int) -> HttpResponse:
    place = _place(area_id)
    found = choices.ballots_file(place.path, place.id, year, place.label)
    if found is None:
        raise Http404
    name, content = found
    told = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "public, max-age=300"}
    return HttpResponse(content, content_type="text/plain; charset=utf-8", headers=told)


def _rt(place: Place, asked: int | None) -> dict[str, Any]:
    """One year of an RT, the newest when none is asked for: its money, and what was wished where that is public."""
    sheet = journeys.of_rt(place.path, today(), asked)
    years, book = spending.of_rt(place.path, asked, sheet.years if sheet else ())
    if not years:
        return {}
    now = asked if asked in years else years[0]
    tabs = [{"label": str(each), "url": f"?tahun={each}", "is_current": each == now} for each in years]
    if sheet and sheet.year != now:
        sheet = journeys.of_rt(place.path, today(), now) if now in sheet.years else None
    page = {"year": now, "years": tabs if len(tabs) > 1 else []}
    return page | _money(book, sheet) | (_wishes(place, sheet) if sheet else {})


def _money(book: spending.Year | None, sheet: journeys.Sheet | None) -> dict[str, Any]:
    most = tables.money(sheet) if sheet else works.ceiling(book) if book else []
    return {
        "money": [*most, *works.money(book)],
        "tranches": works.tranches(book) if book and book.tranches else None,
        "works": works.works(book) if book else None,
    }


def _wishes(place: Place, sheet: journeys.Sheet) -> dict[str, Any]:
    return {
        "sheet": sheet,
        "choice": tables.choice(sheet),
        "proposals": tables.proposals(sheet, on=today()),
        "meetings": tables.meetings(meetings.meetings_of(place.path, sheet.year)),
    }


def _rooms(path: str, *, depth: int) -> list[tables.Room]:
    found = dict.fromkeys(spending.rts(path), 0) | journeys.rts(path)
    wanted = {int(step) for each in found for step in each.strip(".").split(".")}
    return tables.rooms(territory.places(sorted(wanted), on=today()), found, depth=depth)


def _place(area_id: int) -> Place:
    place = territory.place(area_id, on=today()) or territory.last_known(area_id)
    if place is None:
        raise Http404
    return place


def _crumbs(place: Place, *, with_itself: bool = False) -> list[dict[str, str]]:
    last = place.way[-1].id
    return [
        {"label": step.label, "url": tables.url_of(step.id) if with_itself or step.id != last else ""}
        for step in place.way
    ]


def _kept(template: str, page: dict[str, Any]) -> HttpResponse:
    """The same page for everyone: nothing of the visitor is asked, so that it may be kept for some minutes."""
    house = territory.installation()
    text = render_to_string(template, {"is_demo": house.is_demo if house else False} | page)
    answer = HttpResponse(text, headers={"Cache-Control": f"public, max-age={MINUTES * 60}"})
    patch_vary_headers(answer, ["Cookie"])  # the language switch is a cookie
    return answer
