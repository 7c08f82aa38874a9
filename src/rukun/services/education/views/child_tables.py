"""What the page of one child shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.people.queries.ages import Resident
from rukun.services.education.models import FollowUp, SchoolAid, Schooling
from rukun.services.education.queries.schooling import CARED_FOR
from rukun.services.education.types import AidState
from rukun.services.education.words.aids import kind_words
from rukun.services.education.words.followups import result_words
from rukun.services.education.words.schooling import level_words, reason_words, state_words
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import MISSING, rupiah, tanggal

Entry = dict[str, Any]


def labelled(resident: Resident) -> str:
    """A child in a list of many: its name and age."""
    return _("%(name)s, %(age)s tahun") % {"name": resident.name, "age": resident.age}


def known(each: Schooling) -> Entry:
    return {
        "state": state_words(each.state),
        "level": level_words(each.level, each.grade),
        "reason": reason_words(each.reason),
        "words": each.words,
        "on": each.on,
    }


def next_thing(person: Any, last: Schooling | None, done: Sequence[FollowUp], on: date) -> Entry | None:
    """Say how it stands; do something; look again on the day that was set."""
    if last is None:
        return _next(_("Bagaimana sekolahnya?"), _("Belum ada yang mencatatnya."), _("Catat keadaan"), "tell", person)
    if last.state not in CARED_FOR:
        return None
    if not done:
        why = _("Anak ini tidak bersekolah atau berisiko berhenti.")
        return _next(_("Apa yang dapat dilakukan?"), why, _("Catat tindak lanjut"), "followup", person)
    if done[0].next_on and done[0].next_on <= on:
        return _next(_("Saatnya melihat lagi"), _("Harinya sudah tiba."), _("Catat tindak lanjut"), "followup", person)
    return None


def history(rows: Sequence[Schooling]) -> Table | None:
    if len(rows) < 2:
        return None
    columns = [Column(_("Diketahui pada")), Column(_("Keadaan")), Column(_("Jenjang")), Column(_("Alasan"))]
    told = [
        Row([tanggal(row.on), state_words(row.state), level_words(row.level, row.grade), reason_words(row.reason)])
        for row in rows
    ]
    return Table(_("Riwayat sekolah"), columns, told, caption_hidden=True)


def aids(rows: Sequence[SchoolAid]) -> Table:
    columns = [
        Column(_("Bantuan")),
        Column(_("Keadaan"), is_state=True),
        Column(_("Jumlah"), is_number=True),
        Column(_("Keterangan")),
    ]
    empty = Empty(_("Belum ada bantuan sekolah yang tercatat."))
    return Table(_("Bantuan sekolah"), columns, [_aid(row) for row in rows], empty=empty, caption_hidden=True)


def followups(rows: Sequence[FollowUp]) -> Table:
    columns = [Column(_("Dilakukan pada")), Column(_("Apa")), Column(_("Hasil")), Column(_("Lihat lagi"))]
    told = [
        Row([tanggal(row.on), row.words, result_words(row.result) or MISSING, tanggal(row.next_on)]) for row in rows
    ]
    empty = Empty(_("Belum ada tindak lanjut."))
    return Table(_("Tindak lanjut"), columns, told, empty=empty, caption_hidden=True)


def _aid(row: SchoolAid) -> Row:
    name = _("%(kind)s tahun %(year)s") % {"kind": kind_words(row.kind), "year": row.year}
    return Row(
        [name, AidState(row.state).label, rupiah(row.amount), row.words or MISSING],
        reverse("education:aid", args=[row.pk]),
    )


def _next(title: str, why: str, label: str, name: str, person: Any) -> Entry:
    return {"title": title, "why": why, "label": label, "url": reverse(f"education:{name}", args=[person.pk])}
