"""What is said about a RAB, in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rukun.grants.types import Level
from rukun.ui.words import persen, rupiah

SAID: dict[str, Promise] = {
    "over_plan": _("RAB {total}, rencana {planned}: lebih {by}. Kurangi, atau jadikan sebagian swadaya."),
    "plan_left": _("Masih ada {by} dari rencana {planned} yang belum dipakai."),
    "no_prices": _("Daftar harga wilayah ini belum ada. Harga tidak dapat dibandingkan."),
    "no_standard": _("Daftar harga tidak memuat “{words}”. Simpan catatan dari mana harganya."),
    "above_standard": _("Harga {percent} di atas standar {standard}. Tulis alasannya, atau cari toko lain."),
    "below_standard": _("Harga {percent} di bawah standar {standard}."),
    "wages_unknown": _("Upah {share} dari RAB. Juknis tidak menyebut batasnya; DPMD mengisinya di halaman Juknis."),
    "wages_kept": _("Upah {share} dari RAB; juknis meminta paling sedikit {least}."),
    "wages_low": _("Upah baru {share} dari RAB; juknis meminta paling sedikit {least}."),
    "wages_moved": _("{moved} upah dihibahkan lalu dipindah. Juknis membolehkan; di sini tetap terhitung upah."),
    "wages_moved_unknown": _(
        "{moved} upah dihibahkan lalu dipindah. Juknis tidak menyebut apakah itu tetap upah. Tanyakan kepada DPMD."
    ),
    "fee_unknown": _("Juknis tidak menyebut batas honor {office}. Tanyakan kepada DPMD."),
    "fee_high": _("Honor {office} paling banyak {most} sebulan."),
    "cap_unknown": _("Juknis tidak menyebut jumlah batas “{label}”. Tanyakan kepada DPMD."),
    "over_cap": _("{label}: {amount}, paling banyak {most}."),
    "purchase_unknown": _("Juknis tidak menyebut cara membeli untuk jumlah sebesar ini. Tanyakan kepada DPMD."),
    "purchase_way": _("Dibeli dengan cara: {way}. Surat yang perlu: {papers}."),
    "no_juknis": _("Juknis tahun {year} belum ada. Batas-batasnya belum dapat diperiksa."),
    "menu_unknown": _("Kegiatan ini belum terkait satu jenis di menu juknis."),
    "blocked_word": _("“{word}” termasuk yang tidak boleh: {reason}"),
    "mandatory": _("Kegiatan ini termasuk yang wajib: {label}."),
    "tax_own": _("PPh 22 sekitar {amount} dipotong RT dari pembelian bahan, lalu disetor ke negara."),
    "tax_other": _("PPh 22 sekitar {amount} dipotong dan disetor oleh {by}."),
    "tax_unknown": _("PPh 22 sekitar {amount}. Penyetornya belum disebut; DPMD mengisinya di halaman Juknis."),
}
RUPIAH = frozenset({"total", "planned", "by", "standard", "most", "amount", "moved"})
PERCENT = frozenset({"percent", "share", "least"})


def said(code: str, details: Mapping[str, Any]) -> str:
    """The sentence of a reason."""
    told = {name: _told(name, value) for name, value in details.items()}
    return str(SAID[code]).format(**told) if code in SAID else code


def _told(name: str, value: Any) -> str:
    if name in RUPIAH and isinstance(value, int):
        return rupiah(value)
    if name in PERCENT and isinstance(value, Decimal):
        return persen(value / 100)
    if name == "by":
        return str(Level(value).label) if value in Level.values else gettext("bendahara")
    return str(value or gettext("tidak disebut"))
