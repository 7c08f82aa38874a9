"""What the pages about claims show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.services.sanitation.models import Claim
from rukun.services.sanitation.queries.claims import Told
from rukun.services.sanitation.types import ClaimState
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui.states import shown as state
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import MISSING, ribuan, tanggal

STATES = {
    ClaimState.WAITING: "menunggu",
    ClaimState.HOLDS: "selesai",
    ClaimState.REFUSED: "ditolak",
    ClaimState.REOPENED: "lewat",
}


def claims(told: Sequence[Told], *, may_check: bool) -> Table:
    columns = [
        Column(_("Dinyatakan")),
        Column(_("Keadaan"), is_state=True),
        Column(_("Rumah tangga"), is_number=True),
        Column(_("Kata pemeriksa")),
    ]
    empty = Empty(_("Belum ada pernyataan. Ia dibuat bila semua rumah tangga memakai jamban."))
    return Table(_("Pernyataan"), columns, [_claim(each, may_check) for each in told], empty=empty)


def waiting(found: Sequence[Claim], on: date) -> Table | None:
    """What this reader may check, here and in the places within."""
    if not found:
        return None
    labels = territory.places([claim.area_id for claim in found], on=on)
    columns = [Column(_("Wilayah")), Column(_("Dinyatakan")), Column(_("Rumah tangga"), is_number=True)]
    rows = [
        Row([labels[claim.area_id].label, tanggal(claim.on), ribuan(claim.households)], _to(claim))
        for claim in found
        if claim.area_id in labels
    ]
    return Table(_("Menunggu diperiksa"), columns, rows)


def said(claim: Claim, place: Place) -> str:
    told = {"place": place.label, "day": tanggal(claim.on), "n": ribuan(claim.households)}
    return _("%(place)s menyatakannya pada %(day)s untuk %(n)s rumah tangga.") % told


def _claim(told: Told, may_check: bool) -> Row:
    claim = told.claim
    url = _to(claim) if may_check and told.state == ClaimState.WAITING else ""
    return Row([tanggal(claim.on), _state(told), ribuan(claim.households), claim.words or MISSING], url)


def _state(told: Told) -> Any:
    since = tanggal(told.reopened_on) if told.reopened_on else ""
    words = {ClaimState.REOPENED: _("terbuka lagi sejak %(day)s") % {"day": since}}.get(told.state, "")
    return words or state(STATES[told.state], {ClaimState.HOLDS: _("dan terbukti")}.get(told.state, ""))


def _to(claim: Claim) -> str:
    return reverse("sanitation:check", args=[claim.pk])
