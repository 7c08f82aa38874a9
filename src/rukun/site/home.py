"""The first page: a calm front for strangers; for who has signed in, the one next thing and the areas they serve."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rukun.accounts import queries as accounts
from rukun.accounts.models import Role
from rukun.accounts.permissions import Held, Permission, may_somewhere, paths_with, today
from rukun.site.navigation import area_url, first_url
from rukun.territory import queries as territory
from rukun.walls import scope

Roles = tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Next:
    """The single next thing: what, why, and the button that does it ("" when its page does not stand yet)."""

    title: str
    why: str
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    url: str
    icon: str
    hint: str = ""


def home(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return render(request, "site/front.html", {"is_new": territory.installation() is None})
    on = today()
    scope.enter([each.path for each in request.held], user=request.user.pk)
    context = {
        "areas": areas(request.held, on=on),
        "next": next_thing(request.held, on=on, is_demo=request.is_demo),
        "links": links(request.held),
    }
    return render(request, "site/home.html", context)


@login_required
def more(request: HttpRequest) -> HttpResponse:
    """Everything that is not in the bar."""
    return render(request, "site/more.html", {"own": own_links(), "work": links(request.held)})


def about(request: HttpRequest) -> HttpResponse:
    return render(request, "site/about.html", {"installation": territory.installation()})


def areas(held: Roles, *, on: date) -> list[dict[str, Any]]:
    """One card for each role held: the place, the role, where it leads."""
    places = territory.places(list({each.area_id for each in held}), on=on)
    return [
        {
            "label": places[each.area_id].label,
            "above": " · ".join(step.label for step in reversed(places[each.area_id].way[:-1])),
            "role": Role(each.role).label,
            "url": area_url(each.area_id),
        }
        for each in held
        if each.area_id in places
    ]


def next_thing(held: Roles, *, on: date, is_demo: bool) -> Next | None:
    """The first of the questions below that has an answer for these roles."""
    questions = [question for question in QUESTIONS if not (is_demo and question is second_factors)]
    return next((found for question in questions if (found := question(held, on))), None)


def rt_register(held: Roles, on: date) -> Next | None:
    """An administrator of a kabupaten without RT brings their register first."""
    if not may_somewhere(held, Permission.TERRITORY_EDIT):
        return None
    path = paths_with(held, Permission.TERRITORY_EDIT)[0]
    if territory.rts_under(path, on=on).exists():
        return None
    return Next(
        _("Masukkan daftar RT"),
        _("Semua data warga berdiri di atas daftar RT yang resmi."),
        _("Ke wilayah"),
        first_url("territory:register", "territory:import", "territory:home"),
    )


def second_factors(held: Roles, on: date) -> Next | None:
    """Who gives roles sees to it that the wide ones are well kept."""
    if not any(each.role == Role.ADMINISTRATOR for each in held):
        return None
    lacking = accounts.without_second_factor(paths_with(held, Permission.APPOINT), on=on)
    if not lacking:
        return None
    return Next(
        ngettext(
            "%(n)d pengguna belum memasang kode kedua", "%(n)d pengguna belum memasang kode kedua", lacking
        ) % {"n": lacking},
        _("Mereka dimintai saat masuk berikutnya. Ingatkan agar segera masuk."),
        _("Lihat pengguna"),
        reverse("accounts:users"),
    )  # fmt: skip


def heads(held: Roles, on: date) -> Next | None:
    """An RT without a head has nobody who counts its families."""
    paths = paths_with(held, Permission.APPOINT)
    without = sum(accounts.rts_without_head(path, on=on) for path in paths)
    if not without:
        return None
    return Next(
        ngettext("%(n)d RT belum punya ketua di Rukun", "%(n)d RT belum punya ketua di Rukun", without)
        % {"n": without},
        _("Ketua RT paling tahu keadaan tetangganya."),
        _("Tunjuk ketua RT"),
        reverse("accounts:choose_place"),
    )


QUESTIONS: Sequence[Callable[[Roles, date], Next | None]] = (rt_register, second_factors, heads)


def links(held: Roles) -> list[Link]:
    """What these roles may look after."""
    wanted = [
        (Permission.APPOINT, _("Pengguna dan peran"), "user", _("Siapa bertugas di mana."), ("accounts:users",)),
        (
            Permission.TERRITORY_EDIT,
            _("Wilayah"),
            "map",
            _("Daftar RT, pemekaran, batas."),
            ("territory:home", "territory:index", "territory:areas"),
        ),
        (Permission.AUDIT_SEE, _("Catatan tindakan"), "list", _("Siapa melakukan apa, kapan."), ("site:log",)),
    ]
    return [
        Link(label, url, icon, hint)
        for permission, label, icon, hint, names in wanted
        if may_somewhere(held, permission) and (url := first_url(*names))
    ]


def own_links() -> list[Link]:
    return [
        Link(_("Ganti kata sandi"), reverse("account_change_password"), "key"),
        Link(_("Kode kedua"), reverse("mfa_index"), "lock"),
        Link(_("Tentang Rukun"), reverse("site:about"), "info"),
    ]
