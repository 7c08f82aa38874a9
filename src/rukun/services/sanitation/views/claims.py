"""Free of open defecation: what stands in the way, the claims of a place, and their check."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.services.sanitation.actions import claims as actions
from rukun.services.sanitation.forms.claims import CheckForm, DeclareForm
from rukun.services.sanitation.models import Claim
from rukun.services.sanitation.queries import claims
from rukun.services.sanitation.views import claim_tables as tables
from rukun.services.sanitation.views.answering import answer, faces, is_exact, records, the_place
from rukun.services.sanitation.words.claims import against
from rukun.territory import queries as territory

P = Permission


@needs(P.SERVICES_SEE, area=territory.path_of)
def area(request: HttpRequest, area_id: int) -> HttpResponse:
    place, on = the_place(area_id), today()
    told, verdict = claims.of_area(area_id), claims.ready_now(place.path, on=on)
    may_check = may(request.held, P.SANITATION_CHECK, place.path)
    standing = any(each.state in ("waiting", "holds") for each in told)
    context = faces(place, "claims") | {
        "claims": tables.claims(told, may_check=may_check),
        "waiting": tables.waiting(claims.waiting(place.path), on) if may_check else None,
        "holds": verdict.holds,
        "against": against(verdict.reason, verdict.count) if is_exact(request, place.path) else "",
        "may_declare": records(request, place.path) and verdict.holds and not standing,
        "standing": standing,
    }
    return render(request, "sanitation/claims.html", context)


@needs(P.SANITATION_RECORD, area=territory.path_of)
def declare(request: HttpRequest, area_id: int) -> HttpResponse:
    place, on = the_place(area_id), today()
    return answer(
        request, DeclareForm(request.POST if request.method == "POST" else None),
        partial(actions.declare, place=place, on=on, by=request.user),
        done=_("Dinyatakan. Petugas kesehatan atau kecamatan akan memeriksanya."),
        back=reverse("sanitation:claims", args=[area_id]),
        context={
            "place": place, "title": _("Nyatakan bebas buang air besar sembarangan?"), "button": _("Nyatakan"),
            "intro": _("Artinya tidak seorang pun di sini buang air besar di tempat terbuka."),
        },
    )  # fmt: skip


@needs(P.SANITATION_CHECK, area=claims.path_of)
def check(request: HttpRequest, claim_id: int) -> HttpResponse:
    claim = get_object_or_404(Claim, pk=claim_id)
    place = the_place(claim.area_id)
    return answer(
        request, CheckForm(request.POST or None),
        lambda holds, words: actions.check(claim=claim, holds=holds, words=words, on=today(), by=request.user),
        done=_("Hasil pemeriksaan tersimpan."), back=reverse("sanitation:claims", args=[place.id]),
        context={"place": place, "title": _("Periksa pernyataan bebas BABS"), "button": _("Simpan hasil"),
                 "intro": tables.said(claim, place)},
    )  # fmt: skip
