"""The words by which others know this room: accounts, kinds of entries and papers, states and desks."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Account(models.TextChoices):
    """Where rupiah stand. Debit is above zero, credit below. Stored as these words, which never change."""

    CASH = "cash", _("Kas tunai")
    BANK = "bank", _("Rekening bank")
    RECEIVABLE = "receivable", _("Tahap disetujui, belum cair")
    PANJAR = "panjar", _("Panjar di tangan pengurus")
    SPENDING = "spending", _("Belanja")
    RETURNED = "returned", _("Dikembalikan ke kas daerah")
    LEFTOVER = "leftover", _("SiLPA ke tahun berikutnya")
    TAX = "tax", _("Pajak dipungut, belum disetor")
    TALANGAN = "talangan", _("Dana talangan pengurus")
    GRANT = "grant", _("Dana RT")
    SWADAYA = "swadaya", _("Swadaya uang")
    INTEREST = "interest", _("Jasa giro, dikurangi biaya bank")
    CARRIED = "carried", _("SiLPA dari tahun lalu")


class Kind(models.TextChoices):
    """What an entry records."""

    GRANTED = "granted", _("Tahap disetujui")
    RELEASED = "released", _("Tahap cair")
    WITHDRAWN = "withdrawn", _("Ambil tunai dari bank")
    BANKED = "banked", _("Setor tunai ke bank")
    PAID = "paid", _("Pembayaran")
    TAX_DEPOSITED = "tax_deposited", _("Setor pajak")
    PANJAR_GIVEN = "panjar_given", _("Panjar diserahkan")
    PANJAR_BACK = "panjar_back", _("Sisa panjar kembali")
    TALANGAN_REPAID = "talangan_repaid", _("Talangan diganti")
    SWADAYA_CASH = "swadaya_cash", _("Swadaya uang diterima")
    INTEREST = "interest", _("Jasa giro")
    BANK_FEE = "bank_fee", _("Biaya bank")
    RETURNED = "returned", _("Sisa dikembalikan")
    CARRIED_OUT = "carried_out", _("SiLPA dipindah ke tahun berikutnya")
    CARRIED_IN = "carried_in", _("SiLPA dari tahun lalu")
    REVERSAL = "reversal", _("Pembatalan")


class Flow(models.TextChoices):
    """Whether money comes before it is spent, or after."""

    ADVANCE = "advance", _("uang muka: cair dulu, lalu belanja")
    REIMBURSEMENT = "reimbursement", _("penggantian: belanja dulu, lalu diganti")


class Purse(models.TextChoices):
    """What a payment is paid from."""

    CASH = "cash", _("kas tunai")
    BANK = "bank", _("rekening bank")
    PANJAR = "panjar", _("panjar pengurus")
    TALANGAN = "talangan", _("talangan pengurus")


class Level(models.TextChoices):
    """Whose desk it is."""

    RT = "rt", _("RT")
    DESA = "desa", _("desa/kelurahan")
    KECAMATAN = "kecamatan", _("kecamatan")
    KABUPATEN = "kabupaten", _("kabupaten")


class ActivityState(models.TextChoices):
    DRAWN = "drawn", _("menyusun RAB")
    APPROVED = "approved", _("RAB disetujui")
    RUNNING = "running", _("berjalan")
    FINISHED = "finished", _("pekerjaan selesai")
    CLOSED = "closed", _("dipertanggungjawabkan")


class LineKind(models.TextChoices):
    """The parts of a RAB, in the order they stand on paper."""

    MATERIAL = "material", _("Bahan")
    EQUIPMENT = "equipment", _("Alat")
    WAGE = "wage", _("Upah")
    FEE = "fee", _("Honor dan jasa")


class Funding(models.TextChoices):
    """Who pays an item of a RAB."""

    GRANT = "grant", _("Dana RT")
    LABOUR = "labour", _("Swadaya tenaga")
    GOODS = "goods", _("Swadaya bahan")
    CASH = "cash", _("Swadaya uang")


class BudgetState(models.TextChoices):
    DRAFT = "draft", _("disusun")
    SUBMITTED = "submitted", _("diperiksa")
    APPROVED = "approved", _("berlaku")
    REFUSED = "refused", _("ditolak")
    REPLACED = "replaced", _("diganti")


class DossierKind(models.TextChoices):
    """What a bundle of papers asks for."""

    RAB = "rab", _("Pengesahan RAB")
    REQUEST = "request", _("Permintaan pencairan")
    SPJ = "spj", _("SPJ")
    LPJ = "lpj", _("LPJ")


class DossierState(models.TextChoices):
    DRAFT = "draft", _("disiapkan RT")
    SUBMITTED = "submitted", _("diperiksa")
    RETURNED = "returned", _("dikembalikan")
    ACCEPTED = "accepted", _("diterima")


class TrancheState(models.TextChoices):
    LOCKED = "locked", _("menunggu syarat")
    OPEN = "open", _("boleh diminta")
    REQUESTED = "requested", _("diminta")
    APPROVED = "approved", _("disetujui, belum cair")
    RELEASED = "released", _("cair")


class PaymentKind(models.TextChoices):
    GOODS = "goods", _("Barang dan jasa")
    WAGE = "wage", _("Upah")
    FEE = "fee", _("Honor")


class PaymentState(models.TextChoices):
    PROPOSED = "proposed", _("menunggu persetujuan")
    APPROVED = "approved", _("menunggu dibayar")
    PAID = "paid", _("dibayar")
    REFUSED = "refused", _("ditolak")
    REVERSED = "reversed", _("dibatalkan")


class Tax(models.TextChoices):
    PPN = "ppn", "PPN"
    PPH21 = "pph21", "PPh 21"
    PPH22 = "pph22", "PPh 22"
    PPH23 = "pph23", "PPh 23"
    LOCAL = "local", _("Pajak daerah")


class Team(models.TextChoices):
    """The three teams of a swakelola."""

    PREPARING = "preparing", _("Tim persiapan")
    CARRYING_OUT = "carrying_out", _("Tim pelaksana")
    WATCHING = "watching", _("Tim pengawas")


class Skill(models.TextChoices):
    LABOURER = "labourer", _("Pekerja")
    CRAFTSMAN = "craftsman", _("Tukang")
    MASTER = "master", _("Kepala tukang")
    FOREMAN = "foreman", _("Mandor")


class SwadayaKind(models.TextChoices):
    LABOUR = "labour", _("Tenaga gotong royong")
    WAIVED = "waived", _("Upah dihibahkan")
    GOODS = "goods", _("Bahan")
    CASH = "cash", _("Uang")


class ShotRole(models.TextChoices):
    """What a picture shows."""

    RECEIPT = "receipt", _("Kuitansi atau nota")
    PROGRESS = "progress", _("Pekerjaan")
    ATTENDANCE = "attendance", _("Daftar hadir atau upah")
    ASSET = "asset", _("Aset")
    HAND_OVER = "hand_over", _("Serah terima")
    SLIP = "slip", _("Bukti setor atau rekening koran")


class AssetState(models.TextChoices):
    GOOD = "good", _("baik")
    WORN = "worn", _("rusak ringan")
    BROKEN = "broken", _("rusak berat")
    LOST = "lost", _("hilang")
    GONE = "gone", _("dihapus")


class FlagState(models.TextChoices):
    OPEN = "open", _("perlu dilihat")
    CLOSED = "closed", _("selesai dilihat")


class VendorKind(models.TextChoices):
    SHOP = "shop", _("Toko")
    PERSON = "person", _("Perorangan")
    COMPANY = "company", _("CV/PT")
    GROUP = "group", _("Kelompok warga")


MOST = 10**13
"""Rupiah no single amount may pass: ten trillion is a slip of the keys."""
