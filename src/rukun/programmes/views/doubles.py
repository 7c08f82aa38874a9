"""The same help twice: the list of a place, and one with both its sides, settled by a person."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Held, Permission, may, needs, today
from rukun.programmes.actions import doubles as actions
from rukun.programmes.forms.waiting import SettleForm
from rukun.programmes.models import Double
from rukun.programmes.queries import doubles
from rukun.programmes.views import waiting_tables as parts
from rukun.programmes.views.answering import answer, the_place
from rukun.territory import queries as territory

P = Permission
MOST = 100


@needs(P.PROGRAMME_NAMES, area=territory.path_of)
@never_cache
def listed(request: HttpRequest, area_id: int) -> HttpResponse:
    """What still waits for somebody's word."""
    place = the_place(area_id)
    found = doubles.unsettled(place.path)
    page = {"place": place, "doubles": parts.doubles(found[:MOST]), "more": len(found) - MOST}
    page["may_settle"] = may(request.held, P.PROGRAMME_DECIDE, place.path)
    return render(request, "programmes/doubles.html", page)


@needs(P.PROGRAMME_DECIDE, area=doubles.path_of)
@never_cache
def settle(request: HttpRequest, double_id: int) -> HttpResponse:
    held = get_object_or_404(doubles.visible(), pk=double_id)
    if not _decides(request.held, held):
        raise PermissionDenied
    form = SettleForm(request.POST or None, initial={"settled": held.settled, "words": held.words})

    def act(settled: str, words: str) -> None:
        actions.settle(double=held, settled=settled, words=words, on=today(), by=request.user)

    context = {
        "place": parts.place_of(held.path, today()), "title": _("Bantuan ganda"), "button": _("Simpan putusan"),
        "doubles": parts.doubles([held]),
    }  # fmt: skip
    back = reverse("programmes:waiting", args=[held.waiting_id])
    return answer(
        request, form, act, done=_("Bantuan ganda diputuskan."), back=back, context=context,
        template="programmes/double.html",
    )  # fmt: skip


def _decides(held: tuple[Held, ...], double: Double) -> bool:
    """Who decides in one of the two programmes."""
    sides = [each for each in (double.waiting, double.other) if each]
    return any(may(held, P.PROGRAMME_DECIDE, each.scheme.path) for each in sides)
