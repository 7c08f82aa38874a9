"""Users and their offices, inside the areas where the reader may appoint."""

from __future__ import annotations

import io
from typing import Any

import segno
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from rukun.accounts import queries
from rukun.accounts.actions import appointments, users
from rukun.accounts.forms import Appoint, End, HandOver
from rukun.accounts.models import Appointment, Role, User
from rukun.accounts.permissions import HELD_AT, Permission, may_appoint, needs, paths_with, today
from rukun.accounts.tables import terms_table, users_table
from rukun.kit import slips
from rukun.territory import queries as territory

PAGE = 50


@needs(Permission.APPOINT)
def user_list(request: HttpRequest) -> HttpResponse:
    """Who serves in my areas. A name is asked by POST, so that it never stands in an address."""
    wanted = {"name": request.POST.get("cari", "").strip(), "role": request.POST.get("peran", "")}
    paths = paths_with(request.held, Permission.APPOINT)
    page = Paginator(queries.terms_under(paths, on=today(), **wanted), PAGE).get_page(request.GET.get("halaman"))
    context = {"page": page, "table": users_table(page, on=today()), "wanted": wanted, "roles": Role.choices}
    return render(request, "accounts/users.html", context)


@needs(Permission.APPOINT)
def choose_place(request: HttpRequest) -> HttpResponse:
    """A new office starts with its place: the highest area where I may appoint."""
    highest = next(each for each in request.held if each.path in paths_with(request.held, Permission.APPOINT))
    return redirect("accounts:appoint", highest.area_id)


@needs(Permission.APPOINT, area=territory.path_of)
@never_cache
def appoint(request: HttpRequest, area_id: int) -> HttpResponse:
    """One form for a new user with an office, or one more office for a known one."""
    place = _place(area_id)
    roles = [
        role for role in Role.values if place.level in HELD_AT[role] and may_appoint(request.held, role, place.path)
    ]
    form = Appoint(request.POST or None, roles=roles, on=today())
    if request.method == "POST" and form.is_valid():
        return _appointed(request, form, area_id)
    below = territory.children(area_id, on=today())
    return render(request, "accounts/appoint.html", {"form": form, "place": place, "roles": roles, "below": below})


@needs(Permission.APPOINT)
def user_page(request: HttpRequest, user_id: int) -> HttpResponse:
    person = _within_reach(request, user_id)
    terms = list(queries.terms_of(person))
    context = {
        "person": person,
        "table": terms_table(terms, on=today(), may_change=person.pk != request.user.pk),
        "has_second_factor": queries.has_second_factor(person),
        "is_self": person.pk == request.user.pk,
    }
    return render(request, "accounts/user.html", context)


@needs(Permission.APPOINT)
@require_POST
@never_cache
def reset_password(request: HttpRequest, user_id: int) -> HttpResponse:
    person = _within_reach(request, user_id)
    return _slip(request, person, users.reset_password(user=person, by=request.user, on=today()))


@needs(Permission.APPOINT)
@require_POST
def forget_second_factor(request: HttpRequest, user_id: int) -> HttpResponse:
    person = users.forget_second_factor(user=_within_reach(request, user_id), by=request.user)
    messages.success(request, _("Kode kedua dilepas. Pemiliknya memasang lagi saat masuk berikutnya."))
    return redirect("accounts:user", person.pk)


@needs(Permission.APPOINT)
@require_POST
def deactivate(request: HttpRequest, user_id: int) -> HttpResponse:
    users.deactivate(user=_within_reach(request, user_id), by=request.user)
    messages.success(request, _("Akun ditutup. Riwayatnya tetap tersimpan."))
    return redirect("accounts:users")


@needs(Permission.APPOINT, area=queries.path_of_term)
def end(request: HttpRequest, appointment_id: int) -> HttpResponse:
    term = _term(appointment_id)
    form = End(request.POST or None, initial={"on": today()})
    if request.method == "POST" and form.is_valid():
        appointments.end(appointment=term, by=request.user, **form.cleaned_data)
        messages.success(request, _("Masa jabatan diakhiri."))
        return redirect("accounts:user", term.user_id)
    return render(request, "accounts/end.html", {"form": form, "term": term, "place": _place(term.area_id)})


@needs(Permission.APPOINT, area=queries.path_of_term)
@never_cache
def hand_over(request: HttpRequest, appointment_id: int) -> HttpResponse:
    term = _term(appointment_id)
    form = HandOver(request.POST or None, initial={"on": term.until or today()})
    if request.method == "POST" and form.is_valid():
        return _handed_over(request, form, term)
    return render(request, "accounts/hand_over.html", {"form": form, "term": term, "place": _place(term.area_id)})


def _appointed(request: HttpRequest, form: Appoint, area_id: int) -> HttpResponse:
    answers = {name: form.cleaned_data[name] for name in ("role", "since", "until", "basis")}
    if form.known:
        appointments.appoint(user=form.known, area_id=area_id, by=request.user, **answers)
        messages.success(request, _("Peran baru tercatat."))
        return redirect("accounts:user", form.known.pk)
    person = {name: form.cleaned_data[name] for name in ("username", "name")}
    return _slip(request, *users.welcome(area_id=area_id, by=request.user, **person, **answers))


def _handed_over(request: HttpRequest, form: HandOver, term: Appointment) -> HttpResponse:
    answers = {name: form.cleaned_data[name] for name in ("on", "until", "basis")}
    if form.known:
        appointments.hand_over(appointment=term, to_user=form.known, by=request.user, **answers)
        messages.success(request, _("Serah terima tercatat."))
        return redirect("accounts:user", form.known.pk)
    person = {name: form.cleaned_data[name] for name in ("username", "name")}
    return _slip(request, *users.welcome_successor(appointment=term, by=request.user, **person, **answers))


def _slip(request: HttpRequest, person: User, code: str) -> HttpResponse:
    """The printed slip: the only time the code is ever shown."""
    address = request.build_absolute_uri(reverse("account_login"))
    return render(
        request,
        "accounts/slip.html",
        {"person": person, "code": slips.spoken(code), "address": address, "picture": _qr(address)},
    )


def _qr(text: str) -> str:
    drawing = io.BytesIO()
    segno.make(text, error="m").save(drawing, kind="svg", scale=4, border=2, xmldecl=False, svgns=True, nl=False)
    return mark_safe(drawing.getvalue().decode())  # noqa: S308 - drawn by segno from our own address


def _within_reach(request: HttpRequest, user_id: int) -> User:
    return get_object_or_404(queries.users_under(paths_with(request.held, Permission.APPOINT)), pk=user_id)


def _term(appointment_id: int) -> Appointment:
    return get_object_or_404(Appointment.objects.select_related("user"), pk=appointment_id)


def _place(area_id: int) -> Any:
    return territory.place(area_id, on=today())
