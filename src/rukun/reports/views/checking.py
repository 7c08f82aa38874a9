"""Anyone who holds a paper may ask whether it is still what the data says."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from rukun.accounts.permissions import today
from rukun.reports import public
from rukun.territory import queries as territory


@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    """A place to type the code beneath a paper."""
    typed = "".join(request.GET.get("kode", "").split())
    return redirect("reports:checked", typed.upper()[:40]) if typed.isalnum() else _page({})


@require_safe
def checked(request: HttpRequest, code: str) -> HttpResponse:
    """What the paper of this code is, and whether its data has changed since."""
    paper = public.known(code)
    if paper is None:
        return _page({"unknown": code}, HTTPStatus.NOT_FOUND)
    place = territory.place(paper.area_id, on=paper.on) or territory.last_known(paper.area_id)
    return _page({"paper": paper, "at": place, "code": code.upper()})


def _page(told: dict[str, object], status: int = HTTPStatus.OK) -> HttpResponse:
    house = territory.installation()
    is_demo = house.is_demo if house else False
    text = render_to_string("reports/check.html", {"is_demo": is_demo, "today": today()} | told)
    answer = HttpResponse(text, status=status, headers={"Cache-Control": "public, max-age=60"})
    patch_vary_headers(answer, ["Cookie"])
    return answer
