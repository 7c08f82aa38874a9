"""The words that person, household and card records are written in."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sex(models.TextChoices):
    MALE = "male", _("Laki-laki")
    FEMALE = "female", _("Perempuan")


class NikStatus(models.TextChoices):
    """How sure we are of a NIK: field.md 5.2 asks to keep this apart from the number."""

    NONE = "none", _("Belum punya NIK")
    STATED = "stated", _("Disebutkan")
    SEEN = "seen", _("Dilihat di KTP/KK")
    VERIFIED = "verified", _("Dicocokkan Dukcapil")


class Relation(models.TextChoices):
    """To the head of the household or of the card (codes of SHDK)."""

    HEAD = "head", _("Kepala keluarga")
    HUSBAND = "husband", _("Suami")
    WIFE = "wife", _("Istri")
    CHILD = "child", _("Anak")
    CHILD_IN_LAW = "child_in_law", _("Menantu")
    GRANDCHILD = "grandchild", _("Cucu")
    PARENT = "parent", _("Orang tua")
    PARENT_IN_LAW = "parent_in_law", _("Mertua")
    KIN = "kin", _("Famili lain")
    HELPER = "helper", _("Pembantu")
    OTHER = "other", _("Lainnya")


class CardReason(models.TextChoices):
    """Why a family card was issued, or renewed under another number."""

    RECORDED = "recorded", _("Sudah ada, baru dicatat di sini")
    MARRIED = "married", _("Menikah")
    PARTED = "parted", _("Pisah KK")
    ARRIVED = "arrived", _("Pindah datang")
    NEW_HEAD = "new_head", _("Kepala keluarga berganti")
    CHANGED = "changed", _("Anggota atau hubungannya berubah")
    LOST = "lost", _("Hilang atau rusak")
    MISTAKE = "mistake", _("Salah catat")


class Beginning(models.TextChoices):
    COUNTED = "counted", _("Dicatat")
    BORN = "born", _("Lahir")
    MOVED_IN = "moved_in", _("Pindah masuk")
    MOVED_WITHIN = "moved_within", _("Pindah di dalam wilayah")


class Ending(models.TextChoices):
    DIED = "died", _("Meninggal")
    MOVED_OUT = "moved_out", _("Pindah keluar")
    MOVED_WITHIN = "moved_within", _("Pindah di dalam wilayah")
    MISTAKE = "mistake", _("Salah catat")


class BatchState(models.TextChoices):
    CHECKED = "checked", _("Diperiksa, belum diterima")
    STOPPED = "stopped", _("Dihentikan: terlalu banyak masalah")
    ACCEPTED = "accepted", _("Diterima")
    DISCARDED = "discarded", _("Dibatalkan")
    UNDONE = "undone", _("Ditarik kembali")
