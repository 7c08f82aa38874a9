"""The words by which others know this room."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """In school, or one of the three kinds of not being there; `done` has finished what it wants."""

    IN_SCHOOL = "in_school", _("Bersekolah")
    AT_RISK = "at_risk", _("Bersekolah, berisiko berhenti")
    NEVER = "never", _("Belum pernah sekolah")
    DROPPED = "dropped", _("Putus sekolah")
    NOT_CONTINUED = "not_continued", _("Lulus, tidak melanjutkan")
    DONE = "done", _("Selesai sekolah")


class Level(models.TextChoices):
    SD = "sd", _("SD sederajat")
    SMP = "smp", _("SMP sederajat")
    SMA = "sma", _("SMA/SMK sederajat")
    SLB = "slb", _("SLB")
    PACKAGE = "package", _("Kejar paket")
    HIGHER = "higher", _("Perguruan tinggi")


class Reason(models.TextChoices):
    """Why a child is not in school, as families say it; never invented as an official list."""

    COST = "cost", _("Biaya")
    WORK = "work", _("Bekerja atau membantu orang tua")
    MARRIED = "married", _("Menikah atau hamil")
    DISTANCE = "distance", _("Sekolah jauh")
    DISABILITY = "disability", _("Disabilitas")
    ILLNESS = "illness", _("Sakit")
    BULLIED = "bullied", _("Perundungan")
    UNWILLING = "unwilling", _("Tidak mau sekolah")
    PAPERS = "papers", _("Surat-surat belum ada")
    OTHER = "other", _("Lain, ditulis")


class AidState(models.TextChoices):
    PROPOSED = "proposed", _("Diusulkan")
    RECEIVED = "received", _("Diterima")
    MISSED = "missed", _("Berhak, tidak menerima")
    REFUSED = "refused", _("Ditolak")


class Result(models.TextChoices):
    BACK = "back", _("Kembali sekolah")
    PACKAGE = "package", _("Ikut kejar paket")
    COURSE = "course", _("Ikut kursus atau magang")
    STILL_OUT = "still_out", _("Masih belum sekolah")
    MOVED = "moved", _("Pindah")


YOUNGEST, OLDEST = 6, 21
"""Of school age: the ages in which the ministry counts children who are not in school."""
OUT = (State.NEVER, State.DROPPED, State.NOT_CONTINUED)


@dataclass(frozen=True, slots=True)
class SchoolFigures:
    """What is known of those of 6 to 21 years in a place. `states`: State → people; `aids`: AidState → aids of the
    year."""

    children: int = 0
    states: dict[str, int] = field(default_factory=dict)
    aids: dict[str, int] = field(default_factory=dict)

    @property
    def known(self) -> int:
        return sum(self.states.values())

    @property
    def out(self) -> int:
        """Not in school, of any kind."""
        return sum(self.states.get(state, 0) for state in OUT)

    @property
    def at_risk(self) -> int:
        return self.states.get(State.AT_RISK, 0)

    @property
    def received(self) -> int:
        return self.aids.get(AidState.RECEIVED, 0)

    @property
    def missed(self) -> int:
        return self.aids.get(AidState.MISSED, 0)

    def __add__(self, other: SchoolFigures) -> SchoolFigures:
        return SchoolFigures(
            self.children + other.children,
            dict(Counter(self.states) + Counter(other.states)),
            dict(Counter(self.aids) + Counter(other.aids)),
        )


PIP = "pip"
"""Program Indonesia Pintar; other aids go by the name people give them."""
GRADES = {Level.SD: (1, 6), Level.SMP: (7, 9), Level.SMA: (10, 13)}
"""The first and the last grade of a level; others are not counted in one row."""
