"""A new family: the kitchen, then one member at a time, then what the gate says, then in. Without any session."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, needs, today
from rukun.kit.problems import Problem
from rukun.people.actions import families
from rukun.people.forms.families import Draft, Home, Member
from rukun.people.views.answering import spoken
from rukun.people.views.registry import the_place
from rukun.territory import queries as territory

P = Permission
HOME, LOOK = 0, -1


@needs(P.PEOPLE_EDIT, area=territory.path_of)
@never_cache
def new(request: HttpRequest, area_id: int) -> HttpResponse:
    """Step 0 is the kitchen, 1 … n the members, "periksa" the end. `go` says where to: on, back, to a step, or in."""
    place = the_place(area_id)
    if place.level != "rt":
        raise Http404
    draft = Draft.opened(request.POST.get("draft", ""), user_id=request.user.pk, area_id=place.id)
    if request.method != "POST":
        return _show(request, place, draft, HOME)
    step, go = _number(request.POST.get("step")), request.POST.get("go", "lanjut")
    form = _form(step, draft, request.POST)
    if form is not None:
        _keep(draft, step, request.POST)
        if go == "lanjut" and not form.is_valid():
            return _show(request, place, draft, step, form, status=422)
        if step == HOME and form.is_valid():
            draft.count = form.cleaned_data["count"]
    return _save(request, place, draft) if go == "simpan" else _show(request, place, draft, _next(step, go, draft))


def _number(text: str | None) -> int:
    return int(text) if text and text.lstrip("-").isdigit() and len(text) < 4 else HOME


def _next(step: int, go: str, draft: Draft) -> int:
    """Never past the first member that is not yet written."""
    last = draft.count if step == LOOK else step
    wanted = {"lanjut": step + 1, "kembali": last if step == LOOK else step - 1}.get(
        go, _number(go.removeprefix("ke-"))
    )
    if wanted > draft.count:
        return LOOK
    return max(HOME, min(wanted, len(draft.members) + 1))


def _form(step: int, draft: Draft, data: Any = None) -> Any:
    """The form of a step, with what was typed before; None at the end, where there is only looking."""
    if step == LOOK:
        return None
    if step == HOME:
        held = {"address": draft.address, "kk": draft.kk, "count": draft.count or ""}
        return Home(data) if data is not None else Home(initial=held)
    if data is not None:
        return Member(data)
    known = draft.members[step - 1] if step <= len(draft.members) else {}
    born = "-".join(known.get(f"birth_date_{part}", "") for part in ("year", "month", "day"))
    first = {"relation": "head"} if step == 1 else {}
    return Member(initial=first | known | {"birth_date": born if born != "--" else ""})


def _keep(draft: Draft, step: int, data: Any) -> None:
    """Whatever was typed stays, finished or not."""
    if step == HOME:
        draft.address, draft.kk = data.get("address", "")[:200].strip(), data.get("kk", "")[:40].strip()
    elif 0 < step <= min(draft.count, len(draft.members) + 1):
        draft.put(step - 1, Member.typed(data))


def _show(
    request: HttpRequest, place: Any, draft: Draft, step: int, form: Any = None, status: int = 200
) -> HttpResponse:
    if step == LOOK:
        return _look(request, place, draft)
    name = _("Dapur dan KK") if step == HOME else _("Anggota %(n)d") % {"n": step}
    context = {
        "place": place,
        "draft": draft.sealed(),
        "step": step,
        "form": form or _form(step, draft),
        "total": draft.count,
        "name": name,
    }
    return render(request, "people/family_step.html", context, status=status)


def _look(request: HttpRequest, place: Any, draft: Draft, status: int = 200) -> HttpResponse:
    letter, said = None, ()
    try:
        said = families.look(area_id=place.id, members=draft.rows(place.number), by=request.user, on=today())
    except Problem as problem:
        letter = spoken(problem)
    context = {
        "place": place,
        "draft": draft.sealed(),
        "members": [_member(number, member, said) for number, member in enumerate(draft.members[: draft.count])],
        "address": draft.address,
        "has_kk": bool(draft.kk),
        "letter": letter,
        "is_refused": bool(letter) or any(each.is_error for each in said),
        "has_remarks": bool(said),
    }
    return render(request, "people/family_look.html", context, status=status)


def _member(number: int, member: dict[str, str], said: Any) -> dict[str, Any]:
    own = [each for each in said if each.member == number]
    return {
        "number": number + 1,
        "name": member.get("name", ""),
        "has_nik": bool(member.get("nik")),
        "remarks": [{"is_error": each.is_error, "letter": spoken(each.finding)} for each in own],
    }


def _save(request: HttpRequest, place: Any, draft: Draft) -> HttpResponse:
    if not draft.count or len(draft.members) < draft.count:
        return _show(request, place, draft, len(draft.members) + 1 if draft.count else HOME, status=422)
    try:
        kept = families.register(area_id=place.id, members=draft.rows(place.number), by=request.user, on=today())
    except Problem:
        return _look(request, place, draft, status=422)
    if kept.household_id is None:
        return _look(request, place, draft, status=422)
    messages.success(request, _("Rumah tangga tercatat: %(n)d orang.") % {"n": draft.count})
    return redirect("people:household", kept.household_id)
