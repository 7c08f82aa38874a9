"""Tables of flags and samples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rukun.grants.models import AuditSample, Flag
from rukun.grants.queries.watching import RtRisk
from rukun.grants.types import FlagState
from rukun.grants.words import watching as words
from rukun.territory.types import Place
from rukun.ui import states
from rukun.ui.addresses import first_url
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import ribuan, tanggal


def kinds(found: Mapping[str, tuple[int, int]], area_id: int, chosen: str) -> list[dict[str, Any]]:
    """Indicators to filter by, those of most RTs first; the chosen one leads back to all."""
    here = reverse("grants:flags", args=[area_id])
    order = sorted(found.items(), key=lambda pair: -pair[1][1])
    return [
        {
            "label": f"{words.indicator(code)} · {ribuan(rts)} RT",
            "url": here if code == chosen else f"{here}?hal={code}",
            "is_current": code == chosen,
        }
        for code, (_count, rts) in order
    ]


def ranked(rows: Sequence[RtRisk], labels: Mapping[int, Place], year: int) -> Table:
    return Table(
        caption=_("RT yang sebaiknya dilihat dulu"),
        columns=[Column(_("RT")), Column(_("Tiga tanda terberat")), Column(_("Semua tanda"), is_number=True)],
        rows=[
            Row(
                [labels[each.rt_id].label if each.rt_id in labels else "–", _top(each.top), ribuan(each.count)],
                reverse("grants:flags_of_rt", args=[each.rt_id]),
            )
            for each in rows
        ],
        note=_("Tanda adalah alasan untuk melihat, bukan tuduhan. Tidak ada uang yang tertahan karenanya."),
        empty=Empty(_("Belum ada tanda. Pembukuan diperiksa setiap malam, atau sekarang dengan tombol di atas.")),
    )


def _top(found: Sequence[Flag]) -> str:
    pairs = ((words.indicator(each.indicator), words.sentence(each.reasons[0])) for each in found)
    return format_html('<ul class="plain-list">{}</ul>', format_html_join("", "<li><b>{}</b>. {}</li>", pairs))


def flags(rows: Sequence[Flag]) -> Table:
    return Table(
        caption=_("Tanda di RT ini"),
        columns=[
            Column(_("Tanda")),
            Column(_("Yang terlihat")),
            Column(_("Sejak")),
            Column(_("Keadaan"), is_state=True),
        ],
        rows=[
            Row(
                [words.indicator(each.indicator), words.sentence(each.reasons[0]), tanggal(each.on), _state(each)],
                reverse("grants:flag", args=[each.pk]),
            )
            for each in rows
        ],
        empty=Empty(_("Tidak ada tanda di RT ini.")),
    )


def _state(each: Flag) -> str:
    return states.shown("menunggu" if each.state == FlagState.OPEN else "selesai")


def subject(held: Flag) -> tuple[str, str]:
    """What the flag is about in words, and where it leads."""
    if held.payment_id is not None:
        return _("Lihat kuitansinya"), first_url("grants:payment", payment_id=held.payment_id)
    return _("Lihat dana RT ini"), first_url("grants:rt", area_id=held.rt_id)


def samples(rows: Sequence[AuditSample], new_url: str) -> Table:
    return Table(
        caption=_("Undian pemeriksaan"),
        columns=[Column(_("Tahun")), Column(_("Kata undian")), Column(_("Diumumkan")), Column(_("Diundi"))],
        rows=[
            Row(
                [str(each.year), each.seed, tanggal(each.published_on), tanggal(each.drawn_on)],
                reverse("grants:sample", args=[each.pk]),
            )
            for each in rows
        ],
        empty=Empty(
            _("Belum ada undian. Sebagian RT dipilih menurut tanda, sebagian secara acak."),
            _("Umumkan undian") if new_url else "",
            new_url,
        ),
    )


def drawn(held: AuditSample, labels: Mapping[int, Place]) -> Table:
    told = {"risk": _("tanda terberat"), "chance": _("acak")}
    size = held.by_risk + held.by_chance
    return Table(
        caption=_("RT yang akan didatangi"),
        columns=[Column(_("RT")), Column(_("Dipilih karena"))],
        rows=[
            Row([labels[each["rt"]].label if each["rt"] in labels else "–", told[each["by"]]]) for each in held.drawn
        ],
        empty=Empty(
            ngettext("%(n)d RT akan diundi.", "%(n)d RT akan diundi.", size) % {"n": size},
        ),
    )
