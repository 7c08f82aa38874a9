"""The juknis as a paper: read by everyone."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from rukun.accounts.permissions import Permission, needs
from rukun.facilitation.queries import programmes
from rukun.reports.queries.juknis import rulebook as paper
from rukun.reports.views.sending import sent


@needs(Permission.PLAN_SEE)
def rulebook(request: HttpRequest, programme_id: int) -> HttpResponse:
    programme = programmes.get(programme_id)
    if programme is None:
        raise Http404
    return sent(paper(programme), "pdf", f"juknis-{programme.year}-{programme.pk}")
