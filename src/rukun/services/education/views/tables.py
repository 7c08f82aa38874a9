"""What the pages about a place show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rukun.people.queries.facts import years
from rukun.services.education.models import Schooling
from rukun.services.education.queries.schooling import CARED_FOR, Child
from rukun.services.education.types import OUT, AidState, SchoolFigures, State
from rukun.services.education.words.schooling import counted, level_words, reason_words, state_words
from rukun.territory.types import Place
from rukun.ui.states import shown as state
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import MISSING, ribuan, tanggal

Entry = dict[str, Any]
COLUMNS = ("out", "at_risk", "fine", "unknown")


def next_thing(place: Place, children: Sequence[Child], on: date) -> Entry | None:
    """Who is to be looked at again; who has been helped by nobody; of whom nobody knows."""
    if due := [each for each in children if _is_due(each, on)]:
        told = ngettext("%(n)s anak perlu dilihat lagi", "%(n)s anak perlu dilihat lagi", len(due))
        return _next(told % {"n": ribuan(len(due))}, _("Harinya sudah tiba."), _("Buka yang pertama"), _child(due[0]))
    if alone := [each for each in children if each.state in CARED_FOR and not each.followed]:
        told = ngettext("%(n)s anak belum ditindaklanjuti", "%(n)s anak belum ditindaklanjuti", len(alone))
        why = _("Mereka tidak bersekolah atau berisiko berhenti.")
        return _next(told % {"n": ribuan(len(alone))}, why, _("Buka yang pertama"), _child(alone[0]))
    if unknown := [each for each in children if each.schooling is None]:
        told = ngettext("%(n)s anak belum diketahui", "%(n)s anak belum diketahui", len(unknown))
        why = _("Cukup pilih jenjang untuk yang bersekolah.")
        url = reverse("education:many", args=[place.id])
        return _next(told % {"n": ribuan(len(unknown))}, why, _("Catat sekaligus"), url)
    return None


def children(found: Sequence[Child], on: date) -> Table:
    """Due first, then out of school, at risk, unknown, the rest."""
    columns = [
        Column(_("Anak")),
        Column(_("Umur"), is_number=True),
        Column(_("Keadaan"), is_state=True),
        Column(_("Alasan")),
        Column(_("Lihat lagi")),
    ]
    rows = [_row(each, on) for each in sorted(found, key=lambda each: _rank(each, on))]
    empty = Empty(_("Belum ada warga berumur 6–21 tahun yang tercatat di RT ini."))
    return Table(_("Anak dan orang muda, 6–21 tahun"), columns, rows, empty=empty)


def figures(found: SchoolFigures) -> list[Entry]:
    here = _("dari %(n)s anak") % {"n": ribuan(found.children)}
    return [
        {"value": ribuan(found.out), "unit": here, "meaning": _("Tidak bersekolah")},
        {"value": ribuan(found.at_risk), "unit": here, "meaning": _("Berisiko berhenti")},
        {"value": ribuan(found.children - found.known), "unit": here, "meaning": _("Belum diketahui")},
    ]


def safe_figures(own: Mapping[str, int | None]) -> list[Entry]:
    meanings = (_("Tidak bersekolah"), _("Berisiko berhenti"), _("Bersekolah atau selesai"), _("Belum diketahui"))
    return [
        {"value": counted(own[name]), "unit": _("anak"), "meaning": meaning}
        for name, meaning in zip(COLUMNS, meanings, strict=True)
    ]


def parts(beneath: Sequence[Place], found: Mapping[int, Mapping[str, int | None]]) -> Table:
    columns = [
        Column(_("Wilayah")),
        Column(_("Tidak bersekolah"), is_number=True),
        Column(_("Berisiko"), is_number=True),
        Column(_("Bersekolah atau selesai"), is_number=True),
        Column(_("Belum diketahui"), is_number=True),
    ]
    rows = [
        Row([child.label, *_counts(found.get(child.id))], reverse("education:area", args=[child.id]))
        for child in beneath
    ]
    return Table(_("Wilayah di dalamnya"), columns, rows, note=_("Warga berumur 6–21 tahun."))


def states(found: SchoolFigures) -> Table:
    rows = [Row([each.label, ribuan(found.states.get(each, 0))]) for each in State]
    return Table(
        _("Keadaan sekolah"),
        [Column(_("Keadaan")), Column(_("Anak"), is_number=True)],
        rows,
        total=Row([_("Belum diketahui"), ribuan(found.children - found.known)]),
        stays=True,
    )


def reasons(found: Sequence[tuple[str, int]]) -> Table:
    """Why children are not in school, as their households say it."""
    columns = [Column(_("Alasan")), Column(_("Anak"), is_number=True)]
    rows = [Row([reason_words(reason), ribuan(count)]) for reason, count in found]
    empty = Empty(_("Tidak ada anak yang tercatat tidak bersekolah."))
    return Table(_("Alasan tidak bersekolah"), columns, rows, empty=empty, stays=True)


def aided(found: SchoolFigures, year: int) -> Table:
    columns = [Column(_("Bantuan sekolah")), Column(_("Anak"), is_number=True)]
    rows = [Row([each.label, ribuan(found.aids.get(each, 0))]) for each in AidState]
    return Table(_("Bantuan tahun %(year)s") % {"year": year}, columns, rows, stays=True)


def kinds(chosen: str) -> list[Entry]:
    told = [("", _("Semua")), *((each.value, each.label) for each in (*OUT, State.AT_RISK))]
    return [
        {"label": label, "url": f"?keadaan={code}" if code else "?", "is_current": code == chosen}
        for code, label in told
    ]


def out(found: Iterable[Schooling], labels: Mapping[int, Place], on: date) -> Table:
    columns = [
        Column(_("Anak")),
        Column(_("Umur"), is_number=True),
        Column(_("Keadaan")),
        Column(_("Alasan")),
        Column(_("Wilayah")),
    ]
    empty = Empty(_("Tidak ada anak yang tercatat tidak bersekolah atau berisiko."))
    return Table(_("Anak tidak bersekolah atau berisiko"), columns, [_out(each, labels, on) for each in found],
                 empty=empty)  # fmt: skip


def _row(each: Child, on: date) -> Row:
    known, resident = each.schooling, each.resident
    told = _state(each)
    reason = reason_words(known.reason) if known else ""
    again = tanggal(each.again_on) if each.again_on and each.state in CARED_FOR else MISSING
    return Row([resident.name, ribuan(resident.age), told, reason or MISSING, again], _child(each))


def _state(each: Child) -> Any:
    if each.schooling is None:
        return state("belum", _("diketahui"))
    level = level_words(each.schooling.level, each.schooling.grade)
    words = state_words(each.state)
    return f"{words} ({level})" if level else words


def _out(each: Schooling, labels: Mapping[int, Place], on: date) -> Row:
    person = each.person
    place = labels.get(person.rt_id)
    age = years(person.birth_date, on)
    told = [state_words(each.state), reason_words(each.reason), place.label if place else MISSING]
    return Row([person.name, ribuan(age), *told], reverse("education:child", args=[person.pk]))


def _rank(each: Child, on: date) -> tuple[int, int]:
    if _is_due(each, on):
        return (0, each.resident.age)
    order = (*CARED_FOR, "")
    return (order.index(each.state) + 1 if each.state in order else len(order) + 1, each.resident.age)


def _is_due(each: Child, on: date) -> bool:
    return bool(each.again_on and each.again_on <= on and each.state in CARED_FOR)


def _counts(told: Mapping[str, int | None] | None) -> list[str]:
    return [counted(told[name]) for name in COLUMNS] if told else [MISSING] * len(COLUMNS)


def _child(each: Child) -> str:
    return reverse("education:child", args=[each.resident.person_id])


def _next(title: str, why: str, label: str, url: str) -> Entry:
    return {"title": title, "why": why, "label": label, "url": url}
