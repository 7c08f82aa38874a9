"""Pictures of receipts and works, for who may see the money of the place."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from rukun.accounts.permissions import Permission, needs
from rukun.grants.models import Picture
from rukun.grants.queries import pictures
from rukun.ui import answering


@needs(Permission.MONEY_SEE, area=pictures.path_of)
@require_GET
def show(request: HttpRequest, picture_id: int) -> HttpResponse:
    picture = get_object_or_404(Picture, pk=picture_id)
    return answering.photo(picture.content, f"gambar-{picture.pk}")
