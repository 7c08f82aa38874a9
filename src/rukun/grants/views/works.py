"""How far a work is: its entries with pictures, the first beside the last."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.grants.actions import pictures, shots
from rukun.grants.actions import works as actions
from rukun.grants.forms.works import PhotoForm, ProgressForm
from rukun.grants.models import Activity, Progress
from rukun.grants.queries import activities, works
from rukun.grants.types import ShotRole
from rukun.grants.views import work_tables as tables
from rukun.grants.views.answering import answer, the_place
from rukun.ui import photos

P = Permission


@needs(P.MONEY_SEE, area=activities.path_of)
def show(request: HttpRequest, activity_id: int) -> HttpResponse:
    held = activities.get(activity_id)
    steps = works.steps(held)
    before, after = works.before_and_after(steps)
    context = {
        "place": the_place(held.rt_id),
        "activity": held,
        "percent": works.percent_of(held) or 0,
        "next": tables.next_progress(held, steps, may_edit=may(request.held, P.RAB_EDIT, held.path)),
        "may_edit": may(request.held, P.RAB_EDIT, held.path),
        "steps": [(each, tables.measured(each.progress)) for each in reversed(steps)],
        "before": before,
        "after": after,
    }
    return render(request, "grants/works_progress.html", context)


@needs(P.RAB_EDIT, area=activities.path_of)
@never_cache
def new(request: HttpRequest, activity_id: int) -> HttpResponse:
    held = activities.get(activity_id)
    form = ProgressForm(*sent(request), initial={"on": today()})

    @transaction.atomic
    def act(**_typed: Any) -> None:
        told = form.told()
        photo = told.pop("photo")
        made = actions.progress(activity=held, today=today(), by=request.user, **told)
        if photo:
            _show(made, photo, request)
        _finish(request, held)

    context = page(held, _("Catat kemajuan"), _("Simpan kemajuan"))
    return answer(request, form, act, done=_("Kemajuan tersimpan."), back=_back(held), context=context)


@needs(P.RAB_EDIT, area=works.path_of_progress)
@never_cache
def photo(request: HttpRequest, progress_id: int) -> HttpResponse:
    """One more picture of a day that is written down already."""
    made = get_object_or_404(Progress.objects.select_related("activity__book"), pk=progress_id)

    @transaction.atomic
    def act(photo: Any) -> None:
        _show(made, photo, request)
        _finish(request, made.activity)

    title = _("Tambah foto %(n)s %%") % {"n": made.percent}
    context = page(made.activity, title, _("Simpan foto"))
    back = _back(made.activity)
    return answer(request, PhotoForm(*sent(request)), act, done=_("Foto tersimpan."), back=back, context=context)


def sent(request: HttpRequest) -> tuple[Any, ...]:
    return (request.POST, request.FILES) if request.method == "POST" else ()


def page(activity: Activity, title: str, button: str, intro: str = "") -> dict[str, Any]:
    """What a page that asks one question about an activity shows."""
    return {
        "place": the_place(activity.rt_id), "title": title, "quote": activity.title, "button": button, "intro": intro,
    }  # fmt: skip


def keep(path: str, rt: int, photo: Any, request: HttpRequest) -> Any:
    content = photo.read(photos.MOST_BYTES + 1)
    return pictures.keep(rt=rt, path=path, content=content, on=today(), by=request.user)


def _show(made: Progress, photo: Any, request: HttpRequest) -> None:
    picture = keep(made.path, made.activity.rt_id, photo, request)
    shots.attach(picture=picture, role=ShotRole.PROGRESS, progress=made, on=made.on, by=request.user)


def _finish(request: HttpRequest, activity: Activity) -> None:
    was = activity.state
    if actions.finish(activity=activity, by=request.user) and activity.state != was:
        messages.success(request, _("Pekerjaan dinyatakan selesai. Berikutnya: pertanggungjawabannya."))


def _back(activity: Activity) -> str:
    return reverse("grants:progress", args=[activity.pk])
