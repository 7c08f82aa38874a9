"""How a paper leaves: drawn in the form asked for, with where its code can be checked."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from rukun.reports import pdf, xlsx
from rukun.reports.types import Document

TYPES = {
    "pdf": ("application/pdf", lambda document: pdf.draw(document)),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx.draw),
}


def form_of(request: HttpRequest) -> str:
    """PDF unless a workbook is asked for."""
    asked = request.GET.get("bentuk", "pdf")
    if asked not in TYPES:
        raise Http404
    return asked


def sent(document: Document, form: str, name: str) -> HttpResponse:
    """The file, to be saved and not to be kept on the way."""
    kind, draw = TYPES[form]
    headers: dict[str, Any] = {
        "Content-Disposition": f'attachment; filename="{name}.{form}"',
        "Cache-Control": "no-store",
    }
    return HttpResponse(draw(document), content_type=kind, headers=headers)


def checked_at(request: HttpRequest) -> str:
    """The address before the code: the one of the house, else that of the request."""
    return f"{settings.ADDRESS or request.build_absolute_uri('/').rstrip('/')}{reverse('reports:check')}"
