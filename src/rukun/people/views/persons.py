"""One person: what is known, what may happen, and the logged look at a number."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, may, needs, paths_with, today
from rukun.people.actions import persons as acting
from rukun.people.actions import secrets, stays
from rukun.people.forms.events import Corrected, Leaving, MoveWithin, Number, Related, choices
from rukun.people.models import Person
from rukun.people.queries import cards, households, persons
from rukun.people.types import Relation
from rukun.people.views import doors, tables
from rukun.people.views.answering import answer, spoken
from rukun.people.views.registry import the_place
from rukun.people.views.revealing import revealed
from rukun.territory import queries as territory

P = Permission
LISTED = (
    ("religion", gettext_lazy("Agama")),
    ("marital", gettext_lazy("Status kawin")),
    ("education", gettext_lazy("Pendidikan terakhir")),
    ("schooling", gettext_lazy("Sedang sekolah")),
    ("disability", gettext_lazy("Disabilitas")),
    ("citizenship", gettext_lazy("Kewarganegaraan")),
)


def _found(person_id: int) -> Person:
    return get_object_or_404(persons.visible(), pk=person_id)


@needs(P.PEOPLE_SEE, area=persons.path_of)
@never_cache
def person(request: HttpRequest, person_id: int) -> HttpResponse:
    who = _found(person_id)
    held = persons.stays_of(who)
    current = next((stay for stay in held if stay.until is None), None)
    context = {
        "place": the_place(who.rt_id),
        "who": who,
        "pairs": _pairs(who),
        "current": current,
        "ended": held[0] if held and current is None else None,
        "number": persons.has_number(who),
        "entry": persons.entry_of(who),
        "cards": cards.of_people([who.pk]),
        "stays": tables.stays_table(held),
        "doors": doors.of_person(request.held, who, on=today()) if current else [],
        "may_edit": may(request.held, P.PEOPLE_EDIT, who.path),
        "may_reveal": may(request.held, P.SECRET_REVEAL, who.path),
    }
    return render(request, "people/person.html", context)


def _pairs(who: Person) -> list[dict[str, Any]]:
    born = tables.tanggal(who.birth_date) if who.birth_date else None
    if born and who.is_birth_date_estimated:
        born = _("kira-kira %(day)s") % {"day": born}
    plain = [
        (_("Jenis kelamin"), who.get_sex_display()),
        (_("Tanggal lahir"), f"{born} · {tables.age(who.birth_date, today())}" if born else None),
        (_("Tempat lahir"), who.birth_place),
        (_("Pekerjaan"), who.occupation),
    ]
    listed = [
        (label, dict(choices(name)).get(getattr(who, name)) if getattr(who, name) else None) for name, label in LISTED
    ]
    return [{"label": label, "value": value} for label, value in plain + listed]


def _about(who: Person, title: str, button: str, intro: str = "") -> dict[str, Any]:
    return {"place": the_place(who.rt_id), "who": who, "title": title, "button": button, "intro": intro}


def _to(who: Person) -> str:
    return reverse("people:person", args=[who.pk])


@needs(P.PEOPLE_EDIT, area=persons.path_of)
def correct(request: HttpRequest, person_id: int) -> HttpResponse:
    who = _found(person_id)

    def act(*, revision: int, **changes: Any) -> None:
        who.revision = revision
        acting.correct(person=who, changes=changes, by=request.user, on=today())

    form = Corrected(request.POST or None, initial={name: getattr(who, name) for name in Corrected.base_fields})
    context = _about(who, _("Perbaiki data %(name)s") % {"name": who.name}, _("Simpan perubahan"))
    return answer(request, form, act, done=_("Perubahan tersimpan."), back=_to(who), context=context)


@needs(P.PEOPLE_EDIT, area=persons.path_of)
def die(request: HttpRequest, person_id: int) -> HttpResponse:
    who = _found(person_id)
    context = _about(
        who,
        _("Catat kematian %(name)s") % {"name": who.name},
        _("Simpan"),
        _("Kami turut berduka. Riwayatnya tetap tersimpan."),
    )
    form = Leaving(request.POST or None, today=today())
    form.fields["on"].label = _("Tanggal meninggal")
    act = _act(stays.die, request, who)
    return answer(request, form, act, done=_("Kematian tercatat."), back=_to(who), context=context)


@needs(P.PEOPLE_EDIT, area=persons.path_of)
def move_out(request: HttpRequest, person_id: int) -> HttpResponse:
    who = _found(person_id)
    intro = _("Untuk pindah ke luar wilayah Anda. Bila kembali, ia dapat dicatat masuk lagi.")
    context = _about(who, _("%(name)s pindah keluar") % {"name": who.name}, _("Catat kepindahan"), intro)
    form = Leaving(request.POST or None, today=today())
    act = _act(stays.move_out, request, who)
    return answer(request, form, act, done=_("Kepindahan tercatat."), back=_to(who), context=context)


def _act(event: Any, request: HttpRequest, who: Person) -> Any:
    return lambda **typed: event(person=who, **typed, today=today(), by=request.user)


@needs(P.PEOPLE_EDIT, area=persons.path_of)
def move_within(request: HttpRequest, person_id: int) -> HttpResponse:
    """To another kitchen; the RT of the kitchen is chosen first, by a link, from those one may edit."""
    who = _found(person_id)
    rts = _rts(request, who)
    chosen = next((rt for rt in rts if str(rt[0]) == request.GET.get("rt")), rts[0] if rts else (who.rt_id, ""))
    current = who.stays.filter(until__isnull=True).values_list("household", flat=True).first()
    kitchens = [
        (line.household_id, " · ".join(part for part in (line.head or _("belum ada nama"), line.address) if part))
        for line in households.of_rt(territory.path_of(chosen[0]))
        if line.household_id != current
    ]

    def act(*, to_household: int, **typed: Any) -> None:
        home = get_object_or_404(households.visible(), pk=to_household)
        event = stays.move_in if current is None else stays.move_within
        to = {"household": home} if current is None else {"to_household": home}
        event(person=who, **to, **typed, today=today(), by=request.user)

    title = _("%(name)s kembali atau pindah masuk") if current is None else _("%(name)s pindah di dalam wilayah")
    context = _about(who, title % {"name": who.name}, _("Catat kepindahan")) | {"rts": rts, "chosen": chosen}
    form = MoveWithin(request.POST or None, today=today(), households=kitchens)
    return answer(
        request, form, act, done=_("Kepindahan tercatat."), back=_to(who), context=context, template="people/move.html"
    )


def _rts(request: HttpRequest, who: Person) -> list[tuple[int, str]]:
    """RTs of the same desa where one may edit, the person's own first."""
    place = the_place(who.rt_id)
    desa = place.path.rsplit(".", 2)[0] + "."
    allowed = paths_with(request.held, P.PEOPLE_EDIT)
    rows = [row for row in territory.rts_under(desa, on=today()) if any(row.path.startswith(each) for each in allowed)]
    return sorted(((row.area_id, territory.label(row)) for row in rows), key=lambda rt: rt[0] != who.rt_id)


@needs(P.PEOPLE_EDIT, area=persons.path_of)
def relate(request: HttpRequest, person_id: int) -> HttpResponse:
    who = _found(person_id)
    current = who.stays.filter(until__isnull=True).first()

    def act(*, relation: str) -> None:
        stays.relate(person=who, relation=relation, by=request.user)

    form = Related(request.POST or None, initial={"relation": current.relation if current else Relation.OTHER})
    intro = _('Bila memilih kepala keluarga, kepala sebelumnya menjadi "lainnya"; perbaiki sesudahnya.')
    context = _about(who, _("Hubungan %(name)s dengan kepala keluarga") % {"name": who.name}, _("Simpan"), intro)
    return answer(request, form, act, done=_("Hubungan tersimpan."), back=_to(who), context=context)


@needs(P.PEOPLE_EDIT, area=persons.path_of)
@never_cache
def number(request: HttpRequest, person_id: int) -> HttpResponse:
    """Writes a NIK; what looks odd is said afterwards, for it may be right."""
    who = _found(person_id)

    def act(*, nik: str, status: str) -> None:
        kept = secrets.record(person=who, nik=nik, status=status, since=today(), by=request.user)
        for finding in kept.findings:
            told = spoken(finding)
            messages.warning(request, f"{told.what} {told.why} {told.now}")

    context = _about(
        who,
        _("Catat NIK %(name)s") % {"name": who.name},
        _("Simpan NIK"),
        _('Nomornya disegel; setiap halaman hanya menulis "tersimpan".'),
    )
    form = Number(request.POST or None)
    return answer(request, form, act, done=_("NIK tersimpan dan tersegel."), back=_to(who), context=context)


@needs(P.SECRET_REVEAL, area=persons.path_of)
@never_cache
def reveal(request: HttpRequest, person_id: int) -> HttpResponse:
    who = _found(person_id)
    context = _about(who, _("Buka NIK %(name)s") % {"name": who.name}, _("Buka dan catat"))
    return revealed(request, who, heading=_("NIK %(name)s") % {"name": who.name}, back=_to(who), context=context)
