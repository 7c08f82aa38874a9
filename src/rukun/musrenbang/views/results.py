"""The result of a choice, and its ballots as a file anyone can count again."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, needs, today
from rukun.kit.problems import Problem
from rukun.musrenbang.queries import choices as queries
from rukun.musrenbang.queries import results
from rukun.musrenbang.types import Stage
from rukun.musrenbang.views import result_tables as tables
from rukun.musrenbang.views.choices import found, frame, spoken
from rukun.territory import queries as territory

P = Permission
LOST = 30
"""Proposals that were not chosen, on one page."""


@needs(P.PLAN_SEE, area=queries.path_of)
@never_cache
def result(request: HttpRequest, choice_id: int) -> HttpResponse:
    held = found(choice_id)
    if held.stage != Stage.COUNTED:
        return redirect("musrenbang:choice", choice_id=choice_id)
    told, refused = results.told(held, results.of(held)), results.no_file(held)
    page = frame(request, held) | {
        "told": told,
        "lost": queries.portion(told.lost, LOST, request.GET.get("halaman")),
        "figures": tables.figures(held, told),
        "money": tables.money(told),
        "parts": tables.parts(told),
        "excluded": tables.excluded(told),
        "no_file": spoken(Problem(refused)) if refused else None,
    }
    return render(request, "musrenbang/result.html", page)


@needs(P.PLAN_SEE, area=queries.path_of)
@never_cache
def needed(request: HttpRequest, choice_id: int) -> HttpResponse:
    """What would have made one proposal win, where there are too many to search them all beforehand."""
    held, mark = found(choice_id), request.GET.get("usulan", "")
    line = results.needed(held, results.of(held), mark) if mark and held.stage == Stage.COUNTED else None
    if line is None:
        return redirect("musrenbang:result", choice_id=choice_id)
    return render(request, "musrenbang/result_needed.html", frame(request, held) | {"line": line})


@needs(P.PLAN_SEE, area=queries.path_of)
@never_cache
def ballots(request: HttpRequest, choice_id: int) -> HttpResponse:
    """Raises Problem musrenbang.ballots_hidden and its like: then the letter says why there is no file."""
    held = found(choice_id)
    place = territory.place(held.meeting.area_id, on=today())
    answer = HttpResponse(results.ballots_file(held, place.label), content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{results.file_name(held)}"'
    return answer
