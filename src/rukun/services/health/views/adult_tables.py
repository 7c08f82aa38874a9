"""Pregnancies and checks as pairs and tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from rukun.services.health.models import ElderCheck, Pregnancy, PregnancyCheck
from rukun.services.health.queries import pregnancies
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import MISSING, tanggal, written


def pregnancy(held: Pregnancy, checks: Sequence[PregnancyCheck], on: date) -> list[dict[str, Any]]:
    """Weeks while it goes on; how it ended afterwards."""
    seen = _("%(n)s kali, paling sedikit %(least)s") % {"n": len(checks), "least": pregnancies.least_checks(on)}
    told = [(_("Haid terakhir"), tanggal(held.since)), (_("Perkiraan lahir"), tanggal(held.due))]
    if held.ended_on:
        told.append((_("Berakhir"), f"{tanggal(held.ended_on)} · {held.get_outcome_display()}"))
    else:
        told.append((_("Umur kehamilan"), _("%(n)s minggu") % {"n": pregnancies.week(held, on)}))
    return [{"label": label, "value": value} for label, value in [*told, (_("Diperiksa"), seen)]]


def mothers(checks: Sequence[PregnancyCheck]) -> Table:
    columns = [
        Column(_("Tanggal")), Column(_("Minggu"), is_number=True), Column(_("Berat (kg)"), is_number=True),
        Column(_("Lengan (cm)"), is_number=True), Column(_("Tekanan"), is_number=True), Column(_("Hb"), is_number=True),
        Column(_("Tablet"), is_number=True),
    ]  # fmt: skip
    rows = [
        Row([
            tanggal(each.on), _or(each.week), _size(each.weight_g, 1000), _size(each.arm_mm, 10), _pressure(each),
            _size(each.hb_tenths, 10), _or(each.tablets),
        ])
        for each in checks
    ]  # fmt: skip
    return Table(_("Pemeriksaan"), columns, rows, empty=Empty(_("Belum pernah diperiksa. Catat saat berkunjung.")))


def elders(checks: Sequence[ElderCheck]) -> Table:
    columns = [
        Column(_("Tanggal")), Column(_("Tekanan"), is_number=True), Column(_("Gula (mg/dL)"), is_number=True),
        Column(_("Perut (cm)"), is_number=True), Column(_("Berat (kg)"), is_number=True),
        Column(_("Kemandirian"), is_number=True),
    ]  # fmt: skip
    rows = [
        Row([
            tanggal(each.on), _pressure(each), _or(each.sugar), _size(each.waist_mm, 10), _size(each.weight_g, 1000),
            _or(each.daily_living),
        ])
        for each in checks
    ]  # fmt: skip
    return Table(_("Pemeriksaan"), columns, rows, empty=Empty(_("Belum pernah diperiksa. Catat saat berkunjung.")))


def _pressure(check: Any) -> str:
    if check.systolic is None and check.diastolic is None:
        return MISSING
    return f"{_or(check.systolic)}/{_or(check.diastolic)}"


def _size(size: int | None, per: int) -> str:
    return MISSING if size is None else written(Decimal(size) / per)


def _or(value: int | None) -> str:
    return MISSING if value is None else str(value)
