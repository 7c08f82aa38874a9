"""Family cards as tables of the house."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.people.models import Secret
from rukun.people.queries.cards import Member
from rukun.ui.tables import Column, Row, Table
from rukun.ui.words import MISSING, tanggal


def members_table(members: Iterable[Member]) -> Table:
    return Table(
        caption=_("Anggota sekarang"),
        columns=[Column(_("Nama")), Column(_("Hubungan")), Column(_("Sejak"))],
        rows=[
            Row([_name(each), each.entry.get_relation_display(), tanggal(each.entry.since)], _url(each))
            for each in members
        ],
        caption_hidden=True,
    )


def gone_table(members: Iterable[Member]) -> Table:
    return Table(
        caption=_("Pernah pada kartu ini"),
        columns=[Column(_("Nama")), Column(_("Hubungan")), Column(_("Dari")), Column(_("Sampai"))],
        rows=[
            Row(
                [
                    _name(each),
                    each.entry.get_relation_display(),
                    tanggal(each.entry.since),
                    tanggal(each.entry.until),
                ],
                _url(each),
            )
            for each in members
        ],
        caption_hidden=True,
    )


def numbers_table(numbers: Iterable[Secret]) -> Table:
    return Table(
        caption=_("Nomor yang pernah berlaku"),
        columns=[Column(_("Berlaku sejak")), Column(_("Sampai")), Column(_("Karena"))],
        rows=[
            Row(
                [
                    tanggal(each.since),
                    tanggal(each.until) if each.until else _("sekarang"),
                    each.get_reason_display() or MISSING,
                ]
            )
            for each in numbers
        ],
        caption_hidden=True,
    )


def _name(member: Member) -> str:
    return member.name or _("sekarang di luar wilayah Anda")


def _url(member: Member) -> str:
    return reverse("people:person", args=[member.entry.person_id]) if member.name else ""
