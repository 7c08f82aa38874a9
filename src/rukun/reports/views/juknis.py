"""The juknis as a paper: read by everyone."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse

from rukun.accounts.permissions import Permission, needs, paths_with
from rukun.facilitation.queries import programmes
from rukun.reports import actions
from rukun.reports.queries.juknis import rulebook as paper
from rukun.reports.types import PaperKind
from rukun.reports.views.sending import checked_at, sent
from rukun.territory.queries import installation


@needs(Permission.PLAN_SEE)
def rulebook(request: HttpRequest, programme_id: int) -> HttpResponse:
    programme = programmes.get(programme_id)
    if programme is None:
        raise Http404
    document = replace(paper(programme), address=checked_at(request))
    house, here = installation(), min(paths_with(request.held, Permission.PLAN_SEE), key=len)
    subject = f"juknis:{programme.year}"
    actions.keep(
        document=document, kind=PaperKind.RULEBOOK, subject=subject, area_id=house.kabupaten_id, path=here,
        by=request.user,
    )  # fmt: skip
    return sent(document, "pdf", f"juknis-{programme.year}-{programme.pk}")
