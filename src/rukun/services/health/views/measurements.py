"""One child is measured, at a posyandu or anywhere; a measuring is put right or taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, needs, today
from rukun.kit.problems import Problem
from rukun.people.queries import persons
from rukun.services.health.actions import measurements as actions
from rukun.services.health.actions import posts as at_posts
from rukun.services.health.forms import measurements as forms
from rukun.services.health.queries import children, measurements, posts
from rukun.services.health.views.answering import answer, the_place

RECORD = Permission.HEALTH_RECORD


@needs(RECORD, area=persons.path_of)
@never_cache
def new(request: HttpRequest, person_id: int) -> HttpResponse:
    """`pos`: the posyandu where the child is met; then the page of its day comes back."""
    person, on = get_object_or_404(children.visible(), pk=person_id), today()
    post = posts.serving(_number(request.GET.get("pos", "")), person.path)
    form = forms.MeasuredOn(request.POST or None, initial={"day": on}, today=on, is_small=_is_small(person, on))

    def act() -> None:
        day = form.cleaned_data["day"]
        call = at_posts.met(post=post, person=person, on=day, by=request.user) if post else None
        actions.measure(person.pk, on=day, by=request.user, call_id=call and call.pk, **form.told)

    back = reverse("health:post_day", args=[post.pk]) if post else _page_of(person)
    page = _context(person, back) | {"title": _("Ukur anak"), "button": _("Simpan ukuran"), "post": post}
    return _answered(request, form, act, done=_("Ukuran tersimpan."), back=back, page=page)


@needs(RECORD, area=measurements.path_of)
@never_cache
def correct(request: HttpRequest, measurement_id: int) -> HttpResponse:
    held = _found(measurement_id)
    person = held.person
    form = forms.Correction(request.POST or None, initial=forms.told_of(held), is_small=_is_small(person, held.on))

    def act() -> None:
        actions.correct(held, form.cleaned_data["why"], by=request.user, **form.told)

    page = _context(person, _page_of(person)) | {
        "title": _("Perbaiki ukuran"), "button": _("Simpan perbaikan"), "day": held.on,
        "take_back_url": reverse("health:measure_take_back", args=[held.pk]),
    }  # fmt: skip
    return _answered(request, form, act, done=_("Ukuran diperbaiki."), back=_page_of(person), page=page)


@needs(RECORD, area=measurements.path_of)
def take_back(request: HttpRequest, measurement_id: int) -> HttpResponse:
    held = _found(measurement_id)

    def act(why: str) -> None:
        actions.take_back(held, why, by=request.user)

    page = {
        "place": the_place(held.person.rt_id), "title": _("Tarik ukuran"), "button": _("Tarik ukuran ini"),
        "intro": _("Untuk ukuran yang ternyata milik anak lain. Catatannya tetap tersimpan."),
    }  # fmt: skip
    form = forms.Because(request.POST or None)
    return answer(request, form, act, done=_("Ukuran ditarik."), back=_page_of(held.person), context=page)


def _answered(
    request: HttpRequest, form: Any, act: Callable[[], None], *, done: str, back: str, page: dict[str, Any]
) -> HttpResponse:
    """A Problem stands at the answer it is about; nothing typed is lost."""
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except Problem as problem:
            form.blame(problem)
        else:
            messages.success(request, done)
            return redirect(back)
    return render(request, "health/measurements_form.html", page | {"form": form}, status=422 if form.errors else 200)


def _context(person: Any, back: str) -> dict[str, Any]:
    return {"who": person, "place": the_place(person.rt_id), "back": back}


def _is_small(person: Any, on: Any) -> bool:
    return person.birth_date is not None and (on - person.birth_date).days < forms.SMALL_DAYS


def _page_of(person: Any) -> str:
    return reverse("health:child", args=[person.pk])


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _found(measurement_id: int) -> Any:
    held = measurements.in_force().select_related("person").filter(pk=measurement_id).first()
    if held is None:
        raise Http404
    return held
