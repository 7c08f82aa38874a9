"""A call as a file: asked why first, then given once in the answer."""

from __future__ import annotations

from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, needs
from rukun.kit.problems import Problem
from rukun.services.health.actions import bundles as actions
from rukun.services.health.forms.bundles import Reason
from rukun.services.health.problems import CATALOGUE
from rukun.services.health.queries import bundles
from rukun.services.health.views.answering import the_place
from rukun.ui.addresses import first_url
from rukun.ui.letters import spoken
from rukun.ui.words import tanggal


class Exact(DjangoJSONEncoder):
    """Decimals as numbers: a weight of 9.45 kg, not a text."""

    def default(self, o: Any) -> Any:
        return float(o) if hasattr(o, "as_tuple") else super().default(o)


@needs(Permission.HEALTH_DECIDE, area=bundles.path_of)
@never_cache
def give(request: HttpRequest, call_id: int) -> HttpResponse:
    call, letter = bundles.found(call_id), None
    if call is None:
        raise Http404
    form = Reason(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            bundle = actions.give(call=call, made_at=timezone.now(), by=request.user, **form.cleaned_data)
        except Problem as problem:
            letter = spoken(problem, CATALOGUE)
        else:
            return _file(call, bundle)
    page = _page(call) | {"form": form, "letter": letter}
    return render(request, "ui/act.html", page, status=422 if request.method == "POST" else 200)


def _file(call: Any, bundle: dict[str, Any]) -> HttpResponse:
    answer = JsonResponse(bundle, encoder=Exact, content_type="application/fhir+json")
    answer["Content-Disposition"] = f'attachment; filename="kunjungan-{call.pk}.json"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _page(call: Any) -> dict[str, Any]:
    return {
        "place": the_place(call.household.rt_id), "title": _("Ambil berkas kunjungan"), "button": _("Ambil berkas"),
        "intro": _("Berkas FHIR kunjungan %(day)s untuk puskesmas. NIK tersegel.") % {"day": tanggal(call.on)},
        "back": first_url("health:call_one", call_id=call.pk) or reverse("site:home"),
    }  # fmt: skip
