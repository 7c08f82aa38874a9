"""The roles by which others know this room."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """Stored as these words, which never change; the labels may."""

    RT_HEAD = "rt_head", _("Ketua RT")
    RT_SECRETARY = "rt_secretary", _("Sekretaris RT")
    RT_TREASURER = "rt_treasurer", _("Bendahara RT")
    KADER = "kader", _("Kader / Jurpan")
    PENDAMPING = "pendamping", _("Pendamping")
    HEALTH_WORKER = "health_worker", _("Bidan / petugas puskesmas")
    SCHOOL_OFFICER = "school_officer", _("Petugas pendidikan")
    PROGRAMME_OFFICER = "programme_officer", _("Pelaksana program")
    DESA_OPERATOR = "desa_operator", _("Operator desa")
    DESA_HEAD = "desa_head", _("Kepala desa / Lurah")
    KECAMATAN_OFFICER = "kecamatan_officer", _("Petugas kecamatan")
    DPMD = "dpmd", _("DPMD")
    DINSOS = "dinsos", _("Dinas Sosial")
    INSPEKTORAT = "inspektorat", _("Inspektorat")
    DPO = "dpo", _("Pejabat Pelindungan Data")
    ADMINISTRATOR = "administrator", _("Administrator")
