"""The words by which others know this room; the answers of a look are those of Regsosek 309a, 309b and 310."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext_lazy as _


class Use(models.TextChoices):
    OWN = "own", _("Dipakai sendiri")
    SHARED = "shared", _("Bersama rumah tangga tertentu")
    COMMUNAL = "communal", _("MCK komunal")
    PUBLIC = "public", _("MCK umum")
    UNUSED = "unused", _("Ada, tidak dipakai")
    NONE = "none", _("Tidak ada")


class Seat(models.TextChoices):
    GOOSENECK = "gooseneck", _("Leher angsa")
    SLANTED_LID = "slanted_lid", _("Plengsengan dengan tutup")
    SLANTED_OPEN = "slanted_open", _("Plengsengan tanpa tutup")
    PIT = "pit", _("Cemplung")


class Disposal(models.TextChoices):
    SEPTIC = "septic", _("Tangki septik")
    PLANT = "plant", _("IPAL")
    HOLE = "hole", _("Lubang tanah")
    RIVER = "river", _("Kolam, sawah, sungai, danau atau laut")
    GROUND = "ground", _("Pantai, tanah lapang atau kebun")
    OTHER = "other", _("Lainnya")


class Rung(models.TextChoices):
    """The latrine ladder from the lowest; `rules.sanitation` derives it."""

    OPEN = "open", _("BABS terbuka")
    COVERED = "covered", _("BABS tertutup")
    UNIMPROVED = "unimproved", _("Belum layak")
    SHARED = "shared", _("Layak bersama")
    OWN = "own", _("Layak sendiri")
    SAFE = "safe", _("Aman")


@dataclass(frozen=True, slots=True)
class SanitationFigures:
    """What is known of the households of a place. `rungs`: Rung → households, "" where an answer that decides is
    missing; `pillars`: pillar → households in which it stands; `unknown`: never looked at, or without a rung."""

    households: int = 0
    looked: int = 0
    rungs: dict[str, int] = field(default_factory=dict)
    pillars: dict[str, int] = field(default_factory=dict)

    @property
    def open_(self) -> int:
        """Into the open, be it from a latrine that ends there."""
        return self.rungs.get(Rung.OPEN, 0) + self.rungs.get(Rung.COVERED, 0)

    @property
    def unknown(self) -> int:
        return self.households - sum(count for rung, count in self.rungs.items() if rung)

    def __add__(self, other: SanitationFigures) -> SanitationFigures:
        return SanitationFigures(
            self.households + other.households,
            self.looked + other.looked,
            dict(Counter(self.rungs) + Counter(other.rungs)),
            dict(Counter(self.pillars) + Counter(other.pillars)),
        )


class ClaimState(models.TextChoices):
    """How a claim stands: not checked yet, checked and true, checked and not true, undone by what was seen later."""

    WAITING = "waiting", _("Menunggu diperiksa")
    HOLDS = "holds", _("Terbukti")
    REFUSED = "refused", _("Tidak terbukti")
    REOPENED = "reopened", _("Terbuka lagi")
