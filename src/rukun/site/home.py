"""The first page: a calm front for strangers; for who has signed in, the one next thing and the areas they serve."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from rukun.accounts.permissions import MAY, Held, Permission, may_somewhere, today
from rukun.accounts.types import Role
from rukun.site.navigation import area_url, first_url
from rukun.site.planning import answer_pages
from rukun.site.questions import next_thing
from rukun.site.spending import desk_pages
from rukun.territory import queries as territory
from rukun.walls import scope

Roles = tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    url: str
    icon: str
    hint: str = ""


P = Permission
WORK = (
    (P.PLAN_SEE, lazy("Langkah tahun ini"), "calendar", lazy("Apa berikutnya, sampai kapan."), "facilitation:home"),
    (
        P.VISIT_RECORD, lazy("Pendampingan saya"), "people", lazy("RT yang perlu dibantu, janji yang terbuka."),
        "facilitation:mine",
    ),
    (
        P.HEALTH_RECORD, lazy("Kunjungan hari ini"), "care", lazy("Siapa perlu dikunjungi, dan mengapa."),
        "health:today",
    ),
    (P.SERVICES_SEE, lazy("Program"), "care", lazy("Bantuan dan pelatihan: syarat, daftar tunggu."), "programmes:home"),
    (P.MONEY_SEE, lazy("Dana RT"), "money", lazy("Dana tiap RT, kegiatan, dan kuitansinya."), "grants:home"),
    (
        P.PEOPLE_IMPORT, lazy("Kiriman data"), "upload", lazy("Berkas warga: periksa, terima, tarik kembali."),
        "people:batches",
    ),
    (P.POVERTY_SEE, lazy("Peta dan keadaan"), "map", lazy("Keadaan tiap wilayah di peta."), "poverty:home"),
    (P.JUKNIS_EDIT, lazy("Juknis"), "list", lazy("Aturan program setahun."), "facilitation:juknis"),
    (P.APPOINT, lazy("Pengguna dan peran"), "user", lazy("Siapa bertugas di mana."), "accounts:users"),
    (P.TERRITORY_EDIT, lazy("Wilayah"), "map", lazy("Daftar RT, pemekaran, batas."), "territory:areas"),
    (
        P.RULES_EDIT, lazy("Kartu skor (PPI)"), "list", lazy("Kartu yang dibawa dari pemiliknya."),
        "poverty:score_cards",
    ),
    (P.AUDIT_SEE, lazy("Catatan tindakan"), "list", lazy("Siapa melakukan apa, kapan."), "site:log"),
)  # fmt: skip
"""What one may look after: by which permission, in words, and where."""


def home(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return render(request, "site/front.html", {"is_new": territory.installation() is None})
    on = today()
    scope.enter([each.path for each in request.held], user=request.user.pk)
    context = {
        "areas": areas(request.held, on=on),
        "next": next_thing(request.held, on=on, is_demo=request.is_demo),
        "links": [
            *answer_links(request.held),
            *desk_links(request.held),
            *care_links(request.held),
            *links(request.held),
        ],
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


def links(held: Roles) -> list[Link]:
    """What these roles may look after."""
    return [
        Link(str(label), url, icon, str(hint))
        for permission, label, icon, hint, name in WORK
        if may_somewhere(held, permission) and (url := first_url(name))
    ]


def answer_links(held: Roles) -> list[Link]:
    """Where an office answers what the RTs sent up."""
    label, hint = _("Jawaban usulan"), _("Usulan RT yang menunggu Anda.")
    return [Link(label, url, "list", hint) for url in answer_pages(held)]


def desk_links(held: Roles) -> list[Link]:
    """Where an office looks at the papers of the money."""
    label, hint = _("Meja periksa dana"), _("RAB, permintaan, SPJ, dan LPJ yang menunggu Anda.")
    return [Link(label, url, "money", hint) for url in desk_pages(held)]


def care_links(held: Roles) -> list[Link]:
    """Where a health worker answers what the monitors saw."""
    label, hint = _("Rujukan"), _("Yang dilihat kader dan menunggu Anda.")
    seats = [each for each in held if P.HEALTH_DECIDE in MAY[each.role]]
    return [Link(label, reverse("health:referrals", args=[each.area_id]), "care", hint) for each in seats]


LINKS = (answer_links, desk_links, care_links, links)


def own_links() -> list[Link]:
    return [
        Link(_("Ganti kata sandi"), reverse("account_change_password"), "key"),
        Link(_("Kode kedua"), reverse("mfa_index"), "lock"),
        Link(_("Tentang Rukun"), reverse("site:about"), "info"),
    ]
