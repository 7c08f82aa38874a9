"""What the page of an activity's swadaya shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from rukun.grants.models import Activity, Contribution, Line
from rukun.grants.queries.swadaya import DONE, Given, Giver, Movable, Standing
from rukun.grants.types import SwadayaKind
from rukun.grants.views.work_tables import plain
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import persen, ribuan, rupiah, tanggal

FINE = 4


def figures(standing: Standing) -> list[dict[str, str]]:
    return [
        {"value": rupiah(standing.value), "meaning": _("Nilai swadaya warga"), "note": _("Di luar Dana RT.")},
        {
            "value": persen(standing.share), "meaning": _("Bagian swadaya dari seluruh nilai"),
            "note": _("Dana RT %(grant)s ditambah swadaya.") % {"grant": rupiah(standing.grant)},
        },
    ]  # fmt: skip


def given(standing: Standing) -> Table:
    """Kind by kind, in its own units, with its worth beside it."""
    columns = (Column(_("Jenis")), Column(_("Sebanyak")), Column(_("Nilainya"), is_number=True))
    rows = [Row((each.kind.label, _many(each), rupiah(each.value))) for each in standing.given]
    total = Row((_("Semua"), "", rupiah(standing.value))) if rows else None
    note = _("HOK: hari orang kerja, satu orang selama satu hari.")
    empty = Empty(_("Belum ada swadaya yang dicatat. Tenaga, bahan, dan uang sama berharganya."), icon="people")
    return Table(_("Yang diberikan warga"), columns, rows, total=total, note=note if rows else "", empty=empty)


def _many(each: Given) -> str:
    return " · ".join(_measured(each.kind, n, unit) for unit, n in each.quantities)


def quantity(n: Decimal) -> str:
    """As many digits after the comma as there are."""
    exponent = n.normalize().as_tuple().exponent
    return ribuan(n, max(-exponent, 0) if isinstance(exponent, int) else FINE)


def thanks(standing: Standing) -> str:
    """One sentence to read aloud."""
    if not standing.given:
        return ""
    return _("Terima kasih. Warga menyumbang %(value)s untuk pekerjaan ini.") % {"value": rupiah(standing.value)}


def givers(found: Sequence[Giver]) -> Table:
    """Worker by worker; a name leads to the single days."""
    columns = (
        Column(_("Siapa")), Column(_("Pekerjaan")), Column(_("Kapan")), Column(_("Sebanyak"), is_number=True),
        Column(_("Nilainya"), is_number=True),
    )  # fmt: skip
    rows = [
        Row((each.name, each.words, _when(each), f"{quantity(each.quantity)} {each.unit}", rupiah(each.value)),
            f"?siapa={each.worker_id}")
        for each in found
    ]  # fmt: skip
    return Table(_("Upah yang dihibahkan"), columns, rows)


def _when(each: Giver) -> str:
    if each.first == each.last:
        return tanggal(each.first)
    return _("%(first)s sampai %(last)s") % {"first": tanggal(each.first), "last": tanggal(each.last)}


def gifts(found: Sequence[Contribution], *, may_take_back: bool) -> Table | None:
    columns = (
        Column(_("Swadaya")), Column(_("Tanggal")), Column(_("Sebanyak"), is_number=True),
        Column(_("Nilainya"), is_number=True), Column(_("Catatan")),
    )  # fmt: skip
    rows = [
        Row((_what(each), tanggal(each.on), amount_of(each), rupiah(each.value), _note(each, may_take_back)))
        for each in found
    ]
    return Table(_("Satu per satu"), columns, rows) if rows else None


def _what(gift: Contribution) -> str:
    return f"{gift.words} ({gift.giver})" if gift.giver else gift.words


def _measured(kind: str, n: Decimal, unit: str) -> str:
    return rupiah(n) if kind == SwadayaKind.CASH else f"{quantity(n)} {unit}"


def amount_of(gift: Contribution) -> str:
    return _measured(gift.kind, gift.quantity, gift.unit)


def _note(gift: Contribution, may_take_back: bool) -> Any:
    if gift.takes_back_id:
        return _("penarikan")
    if hasattr(gift, "taken_back"):
        return _("sudah ditarik")
    url = reverse("grants:swadaya_back", args=[gift.pk])
    return format_html('<a href="{}">{}</a>', url, _("Tarik")) if may_take_back else ""


def next_move(activity: Activity, movable: Sequence[Movable], may_move: bool | None) -> dict[str, str] | None:
    """What can be done with wages that were given back; nothing where there are none or the juknis forbids it."""
    if not movable or may_move is False or activity.state in DONE:
        return None
    amount = rupiah(sum(each.amount for each in movable))
    if may_move is None:
        why = _("Juknis tidak menyebut apakah boleh. Tanyakan kepada DPMD sebelum memindahkannya.")
        return {"title": _("Upah dihibahkan %(n)s") % {"n": amount}, "why": why, "url": "", "label": ""}
    return {
        "title": _("Pindahkan upah yang dihibahkan"),
        "why": _("%(n)s boleh dipakai untuk pekerjaan pendukung.") % {"n": amount},
        "url": reverse("grants:wages_move", args=[activity.pk]),
        "label": _("Pindahkan"),
    }


def sources(movable: Iterable[Movable]) -> list[tuple[int, str]]:
    return [
        (each.line.pk, _("%(line)s: %(days)s HOK, %(amount)s") % {
            "line": each.line.words, "days": plain(each.days), "amount": rupiah(each.amount),
        })
        for each in movable
    ]  # fmt: skip


def targets(lines: Iterable[Line], movable: Iterable[Movable]) -> list[tuple[int, str]]:
    """Every line of the RAB that is not itself one with wages to move, by its number."""
    away = {each.line.pk for each in movable}
    return [
        (each.number, f"{each.words}, {rupiah(each.approved)}")
        for each in sorted(lines, key=lambda line: line.number)
        if each.pk not in away
    ]
