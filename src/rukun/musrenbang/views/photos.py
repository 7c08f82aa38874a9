"""Photos of a proposal's place: brought in, looked at by those who may, taken away."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from rukun.accounts.permissions import Permission, needs, today
from rukun.musrenbang.actions import photos as actions
from rukun.musrenbang.forms.proposals import Picture
from rukun.musrenbang.models import Photo
from rukun.musrenbang.queries import photos, proposals
from rukun.musrenbang.views.asking import answer, the_place
from rukun.musrenbang.views.proposals import found
from rukun.ui import answering
from rukun.ui.photos import MOST_BYTES

P = Permission


@needs(P.PLAN_EDIT, area=proposals.path_of)
@never_cache
def add(request: HttpRequest, proposal_id: int) -> HttpResponse:
    proposal = found(proposal_id)

    def act(file: Any, words: str) -> None:
        content = file.read(MOST_BYTES + 1)
        actions.add(proposal=proposal, content=content, words=words, on=today(), by=request.user)

    brought = (request.POST, request.FILES) if request.method == "POST" else ()
    context = {
        "place": the_place(proposal.rt_id),
        "title": _("Tambah foto"),
        "intro": _("Foto diperkecil. Keterangan tersembunyi di dalamnya, seperti lokasi, dibuang."),
        "button": _("Simpan foto"),
    }
    back = reverse("musrenbang:proposal", args=[proposal.pk])
    return answer(request, Picture(*brought), act, done=_("Foto tersimpan."), back=back, context=context)


@needs(P.PLAN_SEE, area=photos.path_of)
@require_GET
def show(request: HttpRequest, photo_id: int) -> HttpResponse:
    photo = get_object_or_404(Photo, pk=photo_id)
    return answering.photo(photo.picture, f"usulan-{photo.pk}")


@needs(P.PLAN_EDIT, area=photos.path_of)
@require_POST
def remove(request: HttpRequest, photo_id: int) -> HttpResponse:
    photo = get_object_or_404(Photo, pk=photo_id)
    actions.remove(photo=photo, by=request.user)
    messages.success(request, _("Foto dihapus."))
    return redirect("musrenbang:proposal", photo.proposal_id)
