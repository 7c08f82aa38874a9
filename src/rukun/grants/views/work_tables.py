"""What the pages of works, days and wages show: the next thing, figures and tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rukun.grants.models import Activity, Line, Payment, Progress
from rukun.grants.queries.workdays import WageList
from rukun.grants.queries.works import AT_WORK, Step
from rukun.grants.types import ActivityState, PaymentState, Skill
from rukun.ui.addresses import first_url
from rukun.ui.states import shown
from rukun.ui.tables import Column, Row, Table
from rukun.ui.words import ribuan, rupiah, tanggal

STATES = {
    PaymentState.PROPOSED: "menunggu",
    PaymentState.APPROVED: "menunggu",
    PaymentState.PAID: "selesai",
    PaymentState.REFUSED: "ditolak",
    PaymentState.REVERSED: "ditolak",
}


def plain(days: Decimal | None) -> str:
    """Days with a comma where half a day needs one."""
    return ribuan(days, 0 if days is None or days == days.to_integral_value() else 1)


def measured(progress: Progress) -> str:
    """The volume with its unit, as many digits after the comma as there are; "" where none was said."""
    if progress.volume is None:
        return ""
    exponent = progress.volume.normalize().as_tuple().exponent
    return f"{ribuan(progress.volume, max(-int(exponent), 0))} {progress.unit}"


def next_progress(activity: Activity, steps: Sequence[Step], *, may_edit: bool) -> dict[str, str] | None:
    """What is still missing of the pictures at 0, 50 and 100 per cent."""
    if not may_edit or activity.state not in AT_WORK:
        return None
    new = reverse("grants:progress_new", args=[activity.pk])
    shown_at = {each.progress.percent for each in steps if each.pictures}
    if not steps:
        return _card(_("Foto keadaan sebelum mulai"), _("Tanpa foto 0 %, perubahannya tidak terlihat."), new)
    bare = next((each for each in reversed(steps) if not each.pictures), None)
    if bare is not None and bare.progress.percent in (0, 100) and bare.progress.percent not in shown_at:
        url = reverse("grants:progress_photo", args=[bare.progress.pk])
        told = _("Foto untuk %(n)s %%") % {"n": bare.progress.percent}
        return _card(told, _("Tanggal dan persennya sudah tercatat, fotonya belum."), url, _("Tambah foto"))
    if activity.state == ActivityState.FINISHED:
        return None
    return _card(_("Catat kemajuan berikutnya"), _("Foto 50 % dan 100 % diminta pemeriksa SPJ."), new)


def _card(title: str, why: str, url: str, label: str = "") -> dict[str, str]:
    return {"title": title, "why": why, "url": url, "label": label or _("Catat kemajuan")}


def week(found: Sequence[tuple[date, Decimal]], on: date, today: date, query: str) -> dict[str, Any]:
    """Seven days as links, the ones ahead of today as words; and the weeks beside this one."""
    days = [
        {
            "day": date_format(day, "D"),
            "number": day.day,
            "long": tanggal(day),
            "worked": plain(worked) if worked else "",
            "url": "" if day > today else f"?hari={day.isoformat()}{query}",
            "is_current": day == on,
        }
        for day, worked in found
    ]
    monday = found[0][0]
    later = monday + timedelta(days=7)
    return {
        "days": days,
        "before": f"?hari={(on - timedelta(days=7)).isoformat()}{query}",
        "after": f"?hari={min(later + timedelta(days=on.weekday()), today).isoformat()}{query}"
        if later <= today
        else "",
    }


def line_tabs(lines: Sequence[Line], line: Line, on: date) -> list[dict[str, Any]]:
    if len(lines) < 2:
        return []
    return [
        {"label": each.words, "url": f"?hari={on.isoformat()}&baris={each.pk}", "is_current": each.pk == line.pk}
        for each in lines
    ]


def wages(found: WageList) -> Table:
    """Who took the wage and who gave it back, on one line of the RAB."""
    columns = (
        Column(_("Pekerja")), Column(_("Diambil, HOK"), is_number=True), Column(_("Diambil"), is_number=True),
        Column(_("Dihibahkan, HOK"), is_number=True), Column(_("Dihibahkan"), is_number=True),
    )  # fmt: skip
    rows = [
        Row(
            (
                f"{each.worker.name} ({Skill(each.worker.skill).label})",
                *_pair(each.paid_days, each.paid),
                *_pair(each.waived_days, each.waived),
            )
        )  # fmt: skip
        for each in found.rows
    ]
    paid, waived = (
        sum((getattr(row, name) for row in found.rows), Decimal(0)) for name in ("paid_days", "waived_days")
    )
    total = Row((_("Semua"), plain(paid), rupiah(found.paid), plain(waived), rupiah(found.waived)))
    note = _("%(rate)s sehari, disetujui %(approved)s.") % {
        "rate": rupiah(found.rate), "approved": rupiah(found.line.approved),
    }  # fmt: skip
    return Table(found.line.words, columns, rows, total=total, note=note)


def _pair(days: Decimal, amount: int) -> tuple[str, str]:
    return (plain(days), rupiah(amount)) if days else ("", "")


def lists(held: Sequence[Payment]) -> Table | None:
    """Wage lists that were drawn up before."""
    columns = (
        Column(_("Daftar")), Column(_("Jumlah"), is_number=True), Column(_("Keadaan"), is_state=True),
    )  # fmt: skip
    rows = [
        Row(
            (f"{each.number} · {each.words}", rupiah(each.amount), _state(each)),
            url=first_url("grants:payment", payment_id=each.pk),
        )
        for each in held
    ]
    return Table(_("Daftar upah yang sudah dibuat"), columns, rows) if rows else None


def _state(payment: Payment) -> Any:
    told = {PaymentState.PROPOSED: _("persetujuan"), PaymentState.APPROVED: _("dibayar")}
    return shown(STATES[PaymentState(payment.state)], told.get(PaymentState(payment.state), ""))


def next_wages(activity: Activity, found: Sequence[WageList], *, may_list: bool, may_edit: bool) -> dict[str, str]:
    days, amount = sum(each.open_days for each in found), sum(each.open_paid for each in found)
    if not days:
        url = reverse("grants:workdays", args=[activity.pk]) if may_edit and activity.state in AT_WORK else ""
        why = _("Semua hari kerja sudah masuk daftar, atau belum ada yang dicatat.")
        return {"title": _("Tidak ada hari yang menunggu"), "why": why, "url": url, "label": _("Catat siapa bekerja")}
    why = _("%(n)s hari kerja belum masuk daftar, upahnya %(amount)s. Sesudah disusun, orang lain menyetujuinya.") % {
        "n": ribuan(days), "amount": rupiah(amount),
    }  # fmt: skip
    url = reverse("grants:wage_list_new", args=[activity.pk]) if may_list else ""
    return {"title": _("Susun daftar upah"), "why": why, "url": url, "label": _("Susun daftar upah")}
