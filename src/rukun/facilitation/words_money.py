"""How the money rules of a juknis are said. A hard word carries its plain meaning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from rukun.parameters.juknis import Cap, Juknis
from rukun.ui.words import as_decimal, persen, ribuan, rupiah, tanggal

THEMES = {
    "plan": lazy("Perencanaan"),
    "ceiling": lazy("Pagu dan penerima"),
    "way": lazy("Jalan uang"),
    "tranches": lazy("Tahap pencairan"),
    "desks": lazy("Pemeriksa berkas"),
    "spending": lazy("Upah, belanja, pajak"),
    "closing": lazy("Barang dan sisa uang"),
}
ALLOCATIONS = {
    "flat": lazy("Sama untuk setiap RT"),
    "tiers": lazy("Menurut jumlah kartu keluarga (KK)"),
    "range": lazy("Ditetapkan satu per satu dengan SK"),
    "scaled": lazy("Sama, dipotong sebanding bila anggaran kurang"),
}
AT_SPLIT = {
    "by_households": lazy("Dibagi menurut jumlah kartu keluarga (KK)"),
    "first_keeps": lazy("Tetap pada RT yang lama"),
    "next_year": lazy("RT baru mulai tahun berikutnya"),
}
PLACES = {"desa": lazy("RT di desa"), "kelurahan": lazy("RT di kelurahan"), "all": lazy("Semua RT")}
CHANNELS = {
    "desa_apbdes": lazy("Anggaran desa (APBDes)"),
    "kelurahan_dpa": lazy("Anggaran kelurahan (DPA)"),
    "kecamatan_dpa": lazy("Anggaran kecamatan (DPA)"),
    "rt_account": lazy("Rekening RT"),
    "pokmas_account": lazy("Rekening kelompok warga (Pokmas, Pokja)"),
    "hibah": lazy("Hibah"),
}
FLOWS = {
    "advance": lazy("Uang datang dahulu, lalu dibelanjakan"),
    "reimbursement": lazy("Belanja dahulu, lalu diganti"),
}
BUNDLES = {
    "rab": lazy("RAB (rencana biaya)"),
    "request": lazy("Permintaan pencairan"),
    "spj": lazy("SPJ (bukti belanja)"),
    "lpj": lazy("LPJ (laporan akhir)"),
}
OCCASIONS = {
    "always": lazy("Selalu"),
    "wages": lazy("Bila ada upah"),
    "goods": lazy("Bila ada barang"),
    "meeting": lazy("Bila ada rapat"),
    "training": lazy("Bila ada pelatihan"),
    "fees": lazy("Bila ada honor"),
    "building": lazy("Bila ada bangunan"),
}
PER = {
    "line": lazy("setiap baris"),
    "unit": lazy("setiap satuan"),
    "month": lazy("setiap bulan"),
    "year": lazy("setahun"),
}
COSTS = {"material": lazy("bahan"), "equipment": lazy("alat"), "wage": lazy("upah"), "fee": lazy("honor dan jasa")}
LEFTOVER = {
    "carry": lazy("Dapat dipakai tahun berikutnya"),
    "return": lazy("Dikembalikan ke kas daerah atau desa"),
}
TAX_BY = {
    "rt": lazy("Bendahara RT"),
    "desa": lazy("Desa"),
    "kelurahan": lazy("Kelurahan"),
    "kecamatan": lazy("Kecamatan"),
    "bendahara": lazy("Bendahara pengeluaran"),
}
LEVELS = {
    "rt": lazy("RT"),
    "desa": lazy("Desa atau kelurahan"),
    "kecamatan": lazy("Kecamatan"),
    "kabupaten": lazy("Kabupaten atau kota"),
}


def unknown() -> str:
    return _("belum diketahui")


def said(words: dict[str, str], key: str | None) -> str:
    return unknown() if key is None else str(words[key])


def yes_no(truth: bool | None) -> str:
    return unknown() if truth is None else _("ya") if truth else _("tidak")


def percent(written: str | None) -> str:
    return unknown() if written is None else persen(as_decimal(written) / 100)


def money(amount: int | None) -> str:
    return unknown() if amount is None else rupiah(amount)


def part_of(written: str | None, ceiling: int | None) -> str:
    """A share of the ceiling in whole rupiah, rounded down; unknown when either is."""
    if written is None or ceiling is None:
        return unknown()
    return rupiah(int(as_decimal(written) * ceiling // 100))


def days(number: int | None) -> str:
    return unknown() if number is None else ngettext("%(n)d hari", "%(n)d hari", number) % {"n": number}


def span(since: date | None, until: date | None) -> str:
    told = [_("mulai %(day)s") % {"day": tanggal(since)}] if since else []
    told += [_("sampai %(day)s") % {"day": tanggal(until)}] if until else []
    return " ".join(told) or unknown()


def levels(names: Sequence[str]) -> str:
    """One after the other."""
    told = [str(LEVELS[name]) for name in names]
    return _(", lalu ").join([*told[:1], *(each[0].lower() + each[1:] for each in told[1:])]) or unknown()


def households(least: int | None, most: int | None) -> str:
    if most is None:
        return _("%(n)s KK atau lebih") % {"n": ribuan(least or 1)}
    if least == most:
        return _("tepat %(n)s KK") % {"n": ribuan(most)}
    return _("%(least)s sampai %(most)s KK") % {"least": ribuan(least or 1), "most": ribuan(most)}


def cap(told: Cap) -> str:
    bounds = [rupiah(told.rupiah)] if told.rupiah is not None else []
    bounds += [_("%(n)s dari pagu") % {"n": percent(told.percent)}] if told.percent is not None else []
    return f"{', '.join(bounds)} {PER[told.per]}"


def reach(told: Cap, juknis: Juknis) -> str:
    """What a cap is about: a cluster, an entry of the menu, a kind of cost, words."""
    cluster, entry = juknis.cluster(told.cluster), juknis.entry(told.menu)
    names: Iterable[str | None] = (
        cluster and cluster.label, entry and f"{entry.code} · {entry.label}", told.kind and str(COSTS[told.kind]),
        ", ".join(told.words),
    )  # fmt: skip
    return " · ".join(name for name in names if name) or _("semua belanja")
