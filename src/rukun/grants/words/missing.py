"""How what is missing is said: what, and who must do it."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from rukun.kit.money import shown
from rukun.rules.missing import Missing

WHO = {
    "rt": _("pengurus RT"),
    "rt_head": _("ketua RT"),
    "rt_treasurer": _("bendahara RT"),
    "desa": _("desa/kelurahan"),
    "kecamatan": _("kecamatan"),
    "kabupaten": _("DPMD"),
}
BUNDLES = {"rab": _("RAB"), "request": _("Permintaan pencairan"), "spj": _("SPJ"), "lpj": _("LPJ")}
"""The names of bundles within a sentence."""

TEAMS = {"preparing": _("persiapan"), "carrying_out": _("pelaksana"), "watching": _("pengawas")}

SAID = {
    "rab_none": _("RAB (rencana biaya) belum disusun"),
    "rab_draft": _("RAB belum diajukan"),
    "photo_0": _("Foto sebelum pekerjaan (0 %) belum ada"),
    "photo_50": _("Foto setengah jadi (50 %) belum ada"),
    "photo_100": _("Foto pekerjaan selesai (100 %) belum ada"),
    "tax_deposit": _("Pajak dipungut {amount} belum disetor"),
    "tax_unknown": _("Pajak dipungut {amount}: juknis tidak menyebut siapa yang menyetor, tanyakan DPMD"),
    "tranche_release": _("{amount} sudah disetujui, belum cair"),
    "tranche_request": _("Tahap {amount} boleh diminta"),
    "spj_prepare": _("Belanja {amount} belum masuk SPJ"),
    "gate": _("{amount} lagi harus diterima SPJ-nya sebelum tahap berikutnya"),
    "tranche_day": _("Tahap berikutnya belum tiba harinya"),
    "team": _("Tim {team} belum diisi"),
    "pay_out": _("{amount} belum dibayarkan; lewat 10 hari kerja uang kegiatan kembali ke kas desa"),
    "bundle_returned": _("Berkas dikembalikan: {told}"),
    "bundle_draft": _("{bundle} sudah disiapkan, belum dikirim"),
    "bundle_waits": _("{bundle} sedang diperiksa"),
    "rab_items": _("RAB belum berisi baris yang dibayar Dana RT"),
    "no_rab_in_force": _("Belum ada RAB yang disetujui"),
    "no_receipts": _("Belum ada belanja yang dibayar untuk dipertanggungjawabkan"),
    "unaccounted": _("Belanja {amount} belum diterima SPJ-nya"),
    "talangan": _("Talangan pengurus {amount} dapat diganti sekarang"),
    "lpj_prepare": _("LPJ (laporan penutup setahun) boleh disiapkan"),
    "year_end": _("Sisa tahun ini {amount} menunggu dipindah atau dikembalikan"),
    "money_left": _("Sisa uang {amount} belum dikembalikan atau dipindah"),
}
COUNTED = {
    "unfinished": ngettext_lazy("%(count)d kegiatan belum selesai", "%(count)d kegiatan belum selesai", "count"),
    "payment_approve": ngettext_lazy(
        "%(count)d kuitansi menunggu persetujuan", "%(count)d kuitansi menunggu persetujuan", "count"
    ),
    "payment_pay": ngettext_lazy("%(count)d kuitansi menunggu dibayar", "%(count)d kuitansi menunggu dibayar", "count"),
    "receipt_photo": ngettext_lazy("%(count)d kuitansi tanpa foto", "%(count)d kuitansi tanpa foto", "count"),
    "receipt_vendor": ngettext_lazy("%(count)d kuitansi tanpa penjual", "%(count)d kuitansi tanpa penjual", "count"),
    "wage_list": ngettext_lazy(
        "%(count)d upah tanpa foto daftar bertanda tangan", "%(count)d upah tanpa foto daftar bertanda tangan", "count"
    ),
}
SOURCES = {"pay_out": _("Permendagri 20/2018 pasal 53–54, untuk swakelola desa")}
"""Where a reminder comes from, where it is law and not this year's juknis."""


def said(missing: Missing) -> str:
    """What is missing, in words."""
    values = {
        "amount": shown(missing.amount), "told": missing.told, "team": TEAMS.get(missing.told, ""),
        "bundle": BUNDLES.get(missing.told, ""),
    }  # fmt: skip
    if missing.code in COUNTED:
        return str(COUNTED[missing.code] % {"count": missing.count})
    return str(SAID[missing.code]).format_map(values)


def who(missing: Missing) -> str:
    return str(WHO[missing.who])


def source(missing: Missing) -> str:
    return str(SOURCES.get(missing.code, ""))
