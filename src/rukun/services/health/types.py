"""The words by which others know this room."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Where(models.TextChoices):
    HOME = "home", _("Di rumah")
    POST = "post", _("Di posyandu")


class Given(models.TextChoices):
    """What a child or a mother is given; an antigen's dose is counted in `number`."""

    HB0 = "hb0", _("Hepatitis B 0")
    BCG = "bcg", _("BCG")
    OPV = "opv", _("Polio tetes")
    IPV = "ipv", _("Polio suntik")
    DPT_HB_HIB = "dpt_hb_hib", _("DPT-HB-Hib")
    PCV = "pcv", _("PCV")
    ROTAVIRUS = "rotavirus", _("Rotavirus")
    MR = "mr", _("Campak rubela")
    VITAMIN_A = "vitamin_a", _("Vitamin A")
    DEWORMING = "deworming", _("Obat cacing")
    TTD = "ttd", _("Tablet tambah darah")
    TD = "td", _("Tetanus difteri")


class Outcome(models.TextChoices):
    """How a pregnancy ended."""

    BORN = "born", _("Lahir hidup")
    STILLBORN = "stillborn", _("Lahir mati")
    LOST = "lost", _("Keguguran")
    MOVED = "moved", _("Pindah")


class Why(models.TextChoices):
    """What a cadre saw that a health worker should look at; never a diagnosis."""

    TWO_T = "two_t", _("Dua bulan berturut-turut tidak naik")
    BELOW_RED = "below_red", _("Di bawah garis merah")
    SHORT = "short", _("Tinggi badan perlu dilihat")
    THIN = "thin", _("Berat menurut tinggi perlu dilihat")
    OEDEMA = "oedema", _("Bengkak di kedua kaki")
    ARM = "arm", _("Lingkar lengan kecil")
    IMPLAUSIBLE = "implausible", _("Angka perlu diukur ulang")
    PRESSURE = "pressure", _("Tekanan darah perlu dilihat")
    SUGAR = "sugar", _("Gula darah perlu dilihat")
    PREGNANCY = "pregnancy", _("Kehamilan perlu dilihat")
    OTHER = "other", _("Lain, ditulis")


class Field(models.TextChoices):
    """The six fields of posyandu (Permendagri 13/2024)."""

    EDUCATION = "education", _("Pendidikan")
    HEALTH = "health", _("Kesehatan")
    WORKS = "works", _("Pekerjaan umum")
    HOUSING = "housing", _("Perumahan rakyat")
    ORDER = "order", _("Ketenteraman dan ketertiban")
    SOCIAL = "social", _("Sosial")


@dataclass(frozen=True, slots=True)
class Sizes:
    """What is measured of a child: grams and millimetres; None where it was not measured."""

    weight_g: int | None = None
    lenhei_mm: int | None = None
    is_lying: bool | None = None
    head_mm: int | None = None
    arm_mm: int | None = None
    has_oedema: bool = False
    is_breastfed: bool | None = None

    @property
    def is_empty(self) -> bool:
        return not (self.weight_g or self.lenhei_mm or self.head_mm or self.arm_mm)
