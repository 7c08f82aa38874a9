"""What the pages of a choice show: its next thing, its figures and its tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rukun.musrenbang.forms.choices import RULES, UNITS, WAYS
from rukun.musrenbang.models import Choice, Option
from rukun.musrenbang.queries import choices as queries
from rukun.musrenbang.queries import results
from rukun.musrenbang.types import Way
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import MISSING, ribuan, rupiah, tanggal


def next_card(choice: Choice, progress: queries.Progress) -> dict[str, str]:
    """The single next thing: its title, why, the button and where it leads; `post` where the button acts at once."""
    step = queries.next_step(choice, progress)
    address, ids = ADDRESSES[step], {"choice_id": choice.pk}
    if step == "again":
        ids = {"meeting_id": choice.meeting_id}
    title, why, label = _cards(choice, progress)[step]
    is_act = "1" if step in ("open", "count") else ""
    return {
        "title": title,
        "why": why,
        "label": label,
        "url": reverse(address, kwargs=ids),
        "post": is_act,
        "step": step,
    }


ADDRESSES = {
    "open": "musrenbang:choice_open",
    "agree": "musrenbang:choice_agree",
    "print": "musrenbang:sheets",
    "type": "musrenbang:sheet_type",
    "settle": "musrenbang:sheet_compare",
    "count": "musrenbang:choice_count",
    "result": "musrenbang:result",
    "again": "musrenbang:choice_draw",
}


def _cards(choice: Choice, progress: queries.Progress) -> dict[str, tuple[str, str, str]]:
    return {
        "open": (
            _("Bacakan aturannya, lalu buka pilihan"),
            _("Sesudah dibuka, usulan dan cara hitung tidak dapat berubah."),
            _("Buka pilihan"),
        ),
        "agree": (
            _("Catat urutan yang disepakati"),
            _("Keberatan yang masih berdiri ikut dicatat."),
            _("Catat mufakat"),
        ),
        "print": (
            _("Cetak lembar suara"),
            _("Setiap lembar bernomor undian. Jangan catat siapa mengambil yang mana."),
            _("Buat lembar"),
        ),
        "type": (
            _("Ketik lembar suara"),
            _("%(n)s dari %(m)s lembar sudah diketik. Setiap lembar diketik dua orang, sendiri-sendiri.")
            % {"n": ribuan(progress.typed), "m": ribuan(progress.sheets)},
            _("Ketik lembar"),
        ),
        "settle": (
            _("Putuskan lembar yang dibaca berbeda"),
            _("%(n)s lembar perlu dilihat lagi kertasnya.") % {"n": ribuan(progress.differing)},
            _("Lihat yang berbeda"),
        ),
        "count": (
            _("Tutup dan hitung"),
            _("%(n)s suara siap dihitung. Sesudah ini tidak ada suara lagi.") % {"n": ribuan(progress.ballots)},
            _("Tutup dan hitung"),
        ),
        "result": (
            _("Bacakan hasilnya"),
            _("Setiap usulan mendapat alasannya, terpilih atau belum."),
            _("Lihat hasil"),
        ),
        "again": (_("Susun pilihan baru"), _("Pilihan ini dibatalkan."), _("Susun pilihan")),
    }


def figures(choice: Choice, progress: queries.Progress) -> list[dict[str, str]]:
    """How far it has come, while it is open."""
    if choice.way == Way.CONSENSUS or not choice.opened_on:
        return []
    told = [
        (ribuan(progress.ballots), _("suara masuk"), _("paling banyak %(n)s") % {"n": ribuan(choice.voters)}),
        (ribuan(progress.agreed), _("lembar cocok"), _("dari %(n)s yang diketik") % {"n": ribuan(progress.typed)}),
    ]
    if progress.codes:
        told.append((ribuan(progress.used), _("kode dipakai"), _("dari %(n)s kode") % {"n": ribuan(progress.codes)}))
    return [{"value": value, "meaning": meaning, "note": note} for value, meaning, note in told]


def known(choice: Choice) -> list[dict[str, Any]]:
    """Everything that decides the count, in words."""
    told = choice.rules
    pairs = [
        (_("Cara memilih"), WAYS[Way(choice.way)]),
        (_("Cara menghitung"), RULES.get(told["rule"], "")),
        (_("Pagu"), rupiah(choice.ceiling)),
        (_("Mengapa pagunya lebih kecil"), told["because"]),
        (_("Siapa bersuara"), UNITS[told["unit"]]),
        (_("Paling banyak"), _("%(n)s suara") % {"n": ribuan(choice.voters)}),
        (_("Bila persis seri"), _ties(choice)),
        (_("Segel aturan"), choice.seal[:16]),
        (_("Dibuka"), tanggal(choice.opened_on) if choice.opened_on else ""),
    ]
    return [{"label": label, "value": value} for label, value in pairs if value]


def _ties(choice: Choice) -> str:
    if choice.way == Way.CONSENSUS:
        return ""
    if choice.way == Way.USG:
        return _("yang termurah, lalu undian “%(seed)s”") % {"seed": choice.rules["seed"]}
    return _("pendukung terbanyak, lalu yang termurah, lalu undian “%(seed)s”") % {"seed": choice.rules["seed"]}


def options(choice: Choice, held: Sequence[Option]) -> Table:
    rows = [Row((f"{each.mark}. {each.title}", rupiah(each.cost), _label(choice, each.cluster))) for each in held]
    columns = (Column(_("Usulan")), Column(_("Biaya"), is_number=True), Column(_("Bidang")))
    return Table(_("Di lembar suara"), columns, rows, note=_proposals(len(rows)))


def _label(choice: Choice, cluster: str) -> str:
    labels = {each["category"]: each["label"] for each in choice.rules["shares"]}
    return labels.get(cluster, cluster) or MISSING


def shares(choice: Choice) -> Table | None:
    """The least and the most of each cluster, in rupiah."""
    rows = [
        Row((each["label"], rupiah(each["at_least"] or None), rupiah(each["at_most"])))
        for each in choice.rules["shares"]
    ]
    columns = (
        Column(_("Bidang")),
        Column(_("Paling sedikit"), is_number=True),
        Column(_("Paling banyak"), is_number=True),
    )
    return Table(_("Bagian tiap bidang"), columns, rows) if rows else None


def prospects(prospect: queries.Prospect) -> Table:
    rows = [Row((each.title, rupiah(each.cost))) for each in prospect.options]
    empty = Empty(_("Belum ada usulan yang diajukan dan berbiaya."))
    columns = (Column(_("Usulan")), Column(_("Biaya"), is_number=True))
    return Table(_("Yang akan ada di lembar"), columns, rows, empty=empty, note=_proposals(len(rows)))


def excluded(prospect: queries.Prospect) -> Table | None:
    told = [{"code": each.code, "words": each.words, "title": each.proposal.title} for each in prospect.excluded]
    return _excluded(told)


def frozen_excluded(choice: Choice) -> Table | None:
    return _excluded(choice.rules["excluded"])


def _excluded(told: Iterable[Mapping[str, Any]]) -> Table | None:
    rows = [Row((each["title"], results.why_excluded(each))) for each in told]
    return Table(_("Tidak ikut dipilih"), (Column(_("Usulan")), Column(_("Mengapa"))), rows) if rows else None


def agreed(held: Iterable[Option], typed: Mapping[str, str]) -> list[dict[str, Any]]:
    """The rows of an agreed list, filled with what was typed."""
    return [
        {"option": each, "place": typed.get(f"m_{each.mark}", ""), "objection": typed.get(f"o_{each.mark}", "")}
        for each in held
    ]


def _proposals(count: int) -> str:
    return ngettext("%(n)s usulan", "%(n)s usulan", count) % {"n": ribuan(count)}
