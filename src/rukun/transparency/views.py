"""Pages anyone may read."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse


def hall(request: HttpRequest) -> HttpResponse:
    raise Http404


def area(request: HttpRequest, area_id: int) -> HttpResponse:
    raise Http404


def journey(request: HttpRequest, proposal_id: int) -> HttpResponse:
    raise Http404
