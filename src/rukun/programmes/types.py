"""The words by which others know this room."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Field(models.TextChoices):
    """Which part of empowerment a programme belongs to."""

    ECONOMIC = "economic", _("Ekonomi")
    POLITICAL = "political", _("Politik dan kewargaan")
    SOCIAL = "social", _("Sosial budaya")
    PROTECTION = "protection", _("Perlindungan")


class Form(models.TextChoices):
    """What a programme gives."""

    MONEY = "money", _("Uang")
    GOODS = "goods", _("Barang")
    CAPITAL = "capital", _("Modal bergulir")
    TRAINING = "training", _("Pelatihan")
    EVENT = "event", _("Kegiatan bersama")
    SERVICE = "service", _("Layanan")
    HOUSE = "house", _("Perbaikan rumah")


class Unit(models.TextChoices):
    """Who is enrolled."""

    PERSON = "person", _("Orang")
    HOUSEHOLD = "household", _("Rumah tangga")
    CARD = "card", _("Kartu keluarga")
    GROUP = "group", _("Kelompok")
    PLACE = "place", _("Seluruh RT")


class State(models.TextChoices):
    """Of one that asked: waits, was taken in, was refused, took itself back, left."""

    WAITING = "waiting", _("Menunggu")
    ENROLLED = "enrolled", _("Diterima")
    REFUSED = "refused", _("Ditolak")
    WITHDRAWN = "withdrawn", _("Mundur")
    LEFT = "left", _("Selesai atau keluar")


GOING = (State.WAITING, State.ENROLLED)
"""Of one whose matter is not over."""


class Proof(models.TextChoices):
    """How a recipient confirms what came."""

    PIN = "pin", _("PIN penerima")
    THUMB = "thumb", _("Foto cap jempol")
    WITNESS = "witness", _("Saksi")


class Exit(models.TextChoices):
    FINISHED = "finished", _("Sudah selesai")
    BETTER = "better", _("Sudah mampu")
    MOVED = "moved", _("Pindah")
    DIED = "died", _("Meninggal")
    DOUBLE = "double", _("Bantuan ganda")
    BROKEN = "broken", _("Melanggar ketentuan")
    OTHER = "other", _("Lain, ditulis")


class Settled(models.TextChoices):
    """How a double was settled."""

    KEEP_FIRST = "keep_first", _("Tetap pada bantuan yang lama")
    MOVE = "move", _("Pindah ke bantuan yang baru")
    BOTH = "both", _("Keduanya boleh, dengan alasan")
    MISTAKEN = "mistaken", _("Bukan orang atau rumah tangga yang sama")


WHEN_ASKED = (3, 6, 12)
"""Months after the help at which its result is asked for."""
