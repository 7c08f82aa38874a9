"""A file in three steps: bring it, read what it would do, say yes. Until the yes nothing of it is in the tree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rukun.accounts.permissions import Permission, needs, today
from rukun.kit.problems import Problem
from rukun.site.places.forms import Boundaries, Codes, Register, Upload
from rukun.site.places.views.cards import OFFICIAL
from rukun.territory import queries
from rukun.territory.actions import boundaries, codes, drafts, registers
from rukun.territory.queries import drafts as waiting
from rukun.territory.queries import readings
from rukun.territory.types import Level, Place
from rukun.territory.words import spoken, told

EDIT = Permission.TERRITORY_EDIT
SHOWN = 200


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file: its form, how it is read, how it comes in."""

    form: type[Upload]
    read: Callable[[Any], Any]
    bring: Callable[[Any, Any], Any]


def _read_codes(draft: Any) -> Any:
    return readings.compare_codes(bytes(draft.content), draft.file, on=_day(draft))


def _bring_codes(draft: Any, by: Any) -> Any:
    return codes.bring(
        source=bytes(draft.content), file=draft.file, since=_day(draft), basis=draft.answers["basis"], by=by
    )


def _read_register(draft: Any) -> Any:
    return readings.read_register(
        bytes(draft.content), draft.file, within=draft.path, since=_day(draft), basis=draft.answers["basis"]
    )


def _bring_register(draft: Any, by: Any) -> Any:
    return registers.bring(
        source=bytes(draft.content), file=draft.file, within=draft.path, since=_day(draft),
        basis=draft.answers["basis"], by=by,
    )  # fmt: skip


def _read_boundaries(draft: Any) -> Any:
    asked = {name: draft.answers[name] for name in ("level", "code", "name")}
    return readings.read_boundaries(bytes(draft.content), draft.file, within=draft.path, since=_day(draft), **asked)


def _bring_boundaries(draft: Any, by: Any) -> Any:
    asked = {name: draft.answers[name] for name in ("level", "code", "name")}
    return boundaries.bring(
        content=bytes(draft.content), file=draft.file, within=draft.path, since=_day(draft),
        source=draft.answers["basis"], by=by, **asked,
    )  # fmt: skip


def _day(draft: Any) -> date:
    return date.fromisoformat(draft.answers["on"])


KINDS = {
    "codes": Kind(Codes, _read_codes, _bring_codes),
    "register": Kind(Register, _read_register, _bring_register),
    "boundaries": Kind(Boundaries, _read_boundaries, _bring_boundaries),
}


@needs(EDIT, area=queries.path_of)
def bring_codes(request: HttpRequest, area_id: int) -> HttpResponse:
    place = queries.the_place(area_id, on=today())
    if place.level != Level.KABUPATEN:
        return redirect("territory:area", area_id)
    return _bring(request, "codes", place, _("Bawa daftar kode wilayah yang lebih baru"))


@needs(EDIT, area=queries.path_of)
def bring_register(request: HttpRequest, area_id: int) -> HttpResponse:
    place = queries.the_place(area_id, on=today())
    if place.level not in OFFICIAL:
        return redirect("territory:area", area_id)
    return _bring(request, "register", place, _("Bawa daftar RT %(name)s") % {"name": place.label})


@needs(EDIT, area=queries.path_of)
def bring_boundaries(request: HttpRequest, area_id: int) -> HttpResponse:
    place = queries.the_place(area_id, on=today())
    if place.level == Level.DAWIS:
        return redirect("territory:area", area_id)
    return _bring(request, "boundaries", place, _("Bawa batas wilayah di %(name)s") % {"name": place.label})


def _bring(request: HttpRequest, kind: str, place: Place, title: str) -> HttpResponse:
    initial = {"on": today()}
    form = KINDS[kind].form(request.POST or None, request.FILES or None, place_level=place.level, initial=initial)
    context = {"form": form, "place": place, "title": title, "kind": kind}
    if request.method != "POST" or not form.is_valid():
        return render(request, "territory/bring.html", context, status=422 if form.is_bound else 200)
    held = form.cleaned_data["file"]
    draft = waiting.unsaved(kind=kind, path=place.path, file=held.name[:200], content=held.read(), answers=form.answers)
    try:
        KINDS[kind].read(draft)
    except Problem as problem:
        return render(request, "territory/bring.html", context | {"letter": spoken(problem)}, status=422)
    kept = drafts.keep(
        kind=kind, path=draft.path, file=draft.file, content=draft.content, answers=draft.answers, by=request.user
    )
    return redirect("territory:draft", kept.pk)


def path_of_draft(draft_id: int) -> str:
    """Seen with the reader's own eyes: a file of elsewhere is not found."""
    return waiting.waiting().filter(pk=draft_id).values_list("path", flat=True).first() or ""


@needs(EDIT, area=path_of_draft)
def draft(request: HttpRequest, draft_id: int) -> HttpResponse:
    held = get_object_or_404(waiting.waiting(), pk=draft_id)
    return _dry_run(request, held)


def _dry_run(request: HttpRequest, held: Any, problem: Problem | None = None) -> HttpResponse:
    reading = KINDS[held.kind].read(held)
    context = {
        "draft": held,
        "place": queries.the_place(_owner(held), on=today()),
        "reading": reading,
        "since": _day(held),
        "problems": told(reading.remarks[:SHOWN]),
        "more": max(len(reading.remarks) - SHOWN, 0),
        "letter": spoken(problem) if problem else None,
    }
    return render(request, f"territory/draft_{held.kind}.html", context, status=422 if problem else 200)


def _owner(held: Any) -> int:
    return int(held.path.strip(".").rpartition(".")[2])


@needs(EDIT, area=path_of_draft)
@require_POST
def accept(request: HttpRequest, draft_id: int) -> HttpResponse:
    held = get_object_or_404(waiting.waiting(), pk=draft_id)
    try:
        KINDS[held.kind].bring(held, request.user)
    except Problem as problem:
        return _dry_run(request, held, problem)
    drafts.put_aside(draft=held, by=request.user)
    messages.success(request, _("Sudah masuk. Yang lama tetap tercatat."))
    return redirect("territory:area", _owner(held))


@needs(EDIT, area=path_of_draft)
@require_POST
def discard(request: HttpRequest, draft_id: int) -> HttpResponse:
    held = get_object_or_404(waiting.waiting(), pk=draft_id)
    goal = _owner(held)
    drafts.put_aside(draft=held, by=request.user)
    messages.info(request, _("Berkas dibuang. Tidak ada yang berubah."))
    return redirect("territory:area", goal)
