"""What others see of this room as values, and its short lists of words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from rukun.parameters.juknis import Source, Step


class State(models.TextChoices):
    """Where a step stands for an RT; the words are those of `ui.states`."""

    NOT_YET = "belum", _("belum")
    RUNNING = "berjalan", _("berjalan")
    WAITING = "menunggu", _("menunggu")
    DONE = "selesai", _("selesai")
    LATE = "lewat", _("lewat tenggat")


class GatheringKind(models.TextChoices):
    SOSIALISASI = "sosialisasi", _("Sosialisasi")
    OFFICERS = "officers_training", _("Pelatihan pengurus")
    RESIDENTS = "residents_training", _("Pelatihan warga")


class Owes(models.TextChoices):
    """Who made a promise and must keep it."""

    HELPER = "helper", _("Pendamping")
    RT = "rt", _("RT")
    DESA = "desa", _("Desa/kelurahan")
    KECAMATAN = "kecamatan", _("Kecamatan")
    KABUPATEN = "kabupaten", _("Kabupaten")


class Sitting(models.TextChoices):
    """When the same questions were asked."""

    BEFORE = "before", _("Sebelum")
    AFTER = "after", _("Sesudah")


@dataclass(frozen=True, slots=True)
class Station:
    """One step as it stands for one RT."""

    step: Step
    state: State
    done_on: date | None = None
    note: str = ""

    @property
    def is_done(self) -> bool:
        return self.state == State.DONE

    def is_open(self, on: date) -> bool:
        """Whether the RT itself can do it now: its own, not done, and its days have come."""
        return not self.is_done and self.step.actor == "rt" and (self.step.since is None or self.step.since <= on)


@dataclass(frozen=True, slots=True)
class StepCount:
    """One step as it stands in an area: of how many RT, how many are done, have begun, are late."""

    step: Step
    rts: int
    done: int
    running: int
    late: int


@dataclass(frozen=True, slots=True)
class Walk:
    """How far one RT has come in a year: marks of the steps it has begun and of those it has done."""

    rt_id: int
    path: str
    begun: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()
    is_counted: bool = True


@dataclass(frozen=True, slots=True)
class Need:
    """An RT and why it wants help: names of steps that are late, no helper, nobody counted yet."""

    rt_id: int
    path: str
    late: tuple[str, ...] = ()
    has_helper: bool = True
    is_counted: bool = True

    @property
    def weight(self) -> int:
        return 2 * len(self.late) + 2 * (not self.is_counted) + (not self.has_helper)


@dataclass(frozen=True, slots=True)
class Score:
    """So many right of so many answers."""

    right: int
    of: int

    @property
    def share(self) -> float | None:
        return self.right / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing a juknis says: `key` finds it again in another version; a value per column of its chapter."""

    key: str
    values: tuple[str, ...]
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Chapter:
    """What a juknis says of one matter, in words. `empty`: what its silence means."""

    key: str
    title: str
    columns: tuple[str, ...]
    clauses: tuple[Clause, ...]
    empty: str = ""
    is_money: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is said otherwise; "" where one side does not say it at all."""

    name: str
    of: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changed:
    """What is otherwise in one chapter."""

    title: str
    changes: tuple[Change, ...]
