"""The ten tools, the choices their entries are made of, and what other rooms read of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _


class Tool(models.TextChoices):
    """The tools of social mapping, in the order they are best made; each value is its word in an address."""

    MAP = "peta-sosial", _("Peta sosial")
    TRANSECT = "transek", _("Transek")
    HISTORY = "sejarah", _("Alur sejarah")
    SEASONS = "kalender-musim", _("Kalender musim")
    INSTITUTIONS = "kelembagaan", _("Diagram kelembagaan")
    ACTORS = "pelaku", _("Pelaku dan pengaruh")
    CUSTOMS = "kearifan-lokal", _("Nilai dan kearifan lokal")
    RESOURCES = "sumber-daya", _("Lima modal dan sumber daya")
    TRENDS = "kecenderungan", _("Bagan kecenderungan")
    WELFARE = "kesejahteraan", _("Kelas kesejahteraan menurut warga")


class LandmarkKind(models.TextChoices):
    FACILITY = "facility", _("Fasilitas umum")
    HAZARD = "hazard", _("Tempat rawan")
    WATER = "water", _("Sumber air atau sungai")
    LAND = "land", _("Kebun, sawah, atau tanah kosong")


class Corner(models.TextChoices):
    """A part of the RT, for who cannot tap on a map."""

    NORTH_WEST = "nw", _("Barat laut")
    NORTH = "n", _("Utara")
    NORTH_EAST = "ne", _("Timur laut")
    WEST = "w", _("Barat")
    MIDDLE = "m", _("Tengah")
    EAST = "e", _("Timur")
    SOUTH_WEST = "sw", _("Barat daya")
    SOUTH = "s", _("Selatan")
    SOUTH_EAST = "se", _("Tenggara")


class SeasonKind(models.TextChoices):
    WORK = "work", _("Pekerjaan")
    FOOD = "food", _("Pangan dan paceklik")
    ILLNESS = "illness", _("Penyakit")
    DISASTER = "disaster", _("Banjir dan bencana")
    SPENDING = "spending", _("Pengeluaran besar")
    CUSTOM = "custom", _("Adat dan hari besar")


class Degree(models.IntegerChoices):
    SMALL = 1, _("Kecil")
    MIDDLING = 2, _("Sedang")
    LARGE = 3, _("Besar")


class Closeness(models.IntegerChoices):
    FAR = 1, _("Jauh")
    MIDDLING = 2, _("Sedang")
    CLOSE = 3, _("Dekat")


class Stance(models.TextChoices):
    AGAINST = "against", _("Keberatan")
    NEUTRAL = "neutral", _("Belum bersikap")
    FOR = "for", _("Mendukung")


class CustomState(models.TextChoices):
    ALIVE = "alive", _("Masih hidup")
    RARE = "rare", _("Mulai jarang")
    FADING = "fading", _("Hampir hilang")


class Capital(models.TextChoices):
    HUMAN = "human", _("Manusia")
    SOCIAL = "social", _("Sosial")
    NATURAL = "natural", _("Alam")
    PHYSICAL = "physical", _("Fisik")
    FINANCIAL = "financial", _("Keuangan")


class Use(models.TextChoices):
    USED = "used", _("Sudah dipakai")
    PARTLY = "partly", _("Sebagian dipakai")
    UNUSED = "unused", _("Belum dipakai")


class Direction(models.TextChoices):
    UP = "up", _("Naik")
    LEVEL = "level", _("Tetap")
    DOWN = "down", _("Turun")


class State(models.TextChoices):
    """Where one tool stands; the codes are those of ui.states."""

    NOT_YET = "belum", _("belum")
    UNDER_WAY = "berjalan", _("berjalan")
    DONE = "selesai", _("selesai")


@dataclass(frozen=True, slots=True)
class Note:
    """Something a machine noticed on a sheet: `is_missing` asks for a look, else it is worth knowing.

    `values` are plain JSON: numbers of months, names as they were typed. words.say makes the sentence.
    """

    code: str
    values: dict[str, object]
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence from the mapping for the rooms above: said in the reader's language, how old, where it is kept."""

    words: str
    on: date
    url: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one RT is: tools finished, under way, and set aside this year."""

    done: int = 0
    under_way: int = 0
    skipped: int = 0

    @property
    def not_yet(self) -> int:
        return len(Tool) - self.done - self.under_way - self.skipped

    @property
    def is_whole(self) -> bool:
        return self.not_yet == 0 and self.under_way == 0


@dataclass(frozen=True, slots=True)
class Ranked:
    """Where neighbours place a household: the classes its groups named, best-off first.

    `lowest` and `highest` are equal where the groups agree; `is_poor` is what all of them say, None when they differ.
    """

    household_id: int
    year: int
    groups: int
    lowest: str
    highest: str
    spread: int
    is_poor: bool | None
