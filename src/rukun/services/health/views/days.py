"""A monitor's day, and who looks after whom."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, needs, paths_with, today
from rukun.people.queries import households
from rukun.services.health.actions import days as actions
from rukun.services.health.forms.days import CareForm
from rukun.services.health.queries import care, days
from rukun.services.health.views.answering import the_rt
from rukun.services.health.words.dues import reasons
from rukun.territory import queries as territory

P = Permission


@needs(P.HEALTH_RECORD)
@never_cache
def show(request: HttpRequest) -> HttpResponse:
    """Own households first; without any, all of the one RT; with many RT, one is chosen."""
    on, paths = today(), paths_with(request.held, P.HEALTH_RECORD)
    own = care.of_monitor(request.user.pk, paths)
    rts = [row for path in paths for row in territory.rts_under(path, on=on)]
    chosen = _chosen(request, rts)
    homes = own or (households.living(chosen.path) if chosen else [])
    held = days.day(homes, on)
    context = {
        "place": territory.place(chosen.area_id, on=on) if chosen else None,
        "on": on,
        "day": held,
        "waiting": [_told(door) for door in held.waiting],
        "done": [_told(door) for door in held.done],
        "words": _("%(n)s dari %(m)s") % {"n": len(held.done), "m": held.whole},
        "tabs": [] if own else _tabs(rts, chosen),
        "is_own": bool(own),
        "homes": len(homes),
        "care_url": reverse("health:care", args=[chosen.area_id]) if chosen else "",
    }
    return render(request, "health/days_today.html", context)


@needs(P.HEALTH_RECORD, area=territory.path_of)
@never_cache
def entrust(request: HttpRequest, area_id: int) -> HttpResponse:
    """One monitor at a time: their households are ticked."""
    rt, on = the_rt(area_id), today()
    people, carers = care.monitors(rt.path, on=on), care.carers(rt.path)
    asked = request.GET.get("pemantau", "")
    monitor = next((each for each in people if str(each.pk) == asked), people[0] if people else None)
    form = CareForm(request.POST or None, homes=households.of_rt(rt.path), carers=carers, monitor=monitor)
    if monitor and request.method == "POST" and form.is_valid():
        actions.entrust(user=monitor, path=rt.path, homes=form.cleaned_data["homes"], on=on, by=request.user)
        messages.success(request, _("Asuhan tersimpan."))
        return redirect(f"{reverse('health:care', args=[area_id])}?pemantau={monitor.pk}")
    context = {
        "place": rt,
        "form": form,
        "monitor": monitor,
        "tabs": [_tab(each, monitor, carers) for each in people],
        "free": sum(line.household_id not in carers for line in form.lines),
    }
    return render(request, "health/days_care.html", context, status=422 if form.errors else 200)


def _chosen(request: HttpRequest, rts: list[Any]) -> Any:
    asked = request.GET.get("rt", "")
    return next((row for row in rts if str(row.area_id) == asked), rts[0] if rts else None)


def _tabs(rts: list[Any], chosen: Any) -> list[dict[str, Any]]:
    if len(rts) < 2:
        return []
    return [
        {"label": territory.label(row), "url": f"?rt={row.area_id}", "is_current": row.area_id == chosen.area_id}
        for row in rts
    ]


def _tab(user: Any, monitor: Any, carers: dict[int, tuple[int, str]]) -> dict[str, Any]:
    held = sum(pk == user.pk for pk, _name in carers.values())
    label = _("%(name)s (%(n)s)") % {"name": user.name, "n": held}
    return {"label": label, "url": f"?pemantau={user.pk}", "is_current": user == monitor}


def _told(door: days.Door) -> dict[str, Any]:
    """One door of the list: who is due for what, in words."""
    return {
        "door": door,
        "url": reverse("health:call", args=[door.household_id]),
        "members": [(each.person.name, reasons(each.dues)) for each in door.members],
        "call": door.calls[0] if door.calls else None,
    }
